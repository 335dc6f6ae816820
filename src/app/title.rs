//! The window's title: which document this is, and whether it can only be read.

use super::Shell;
use crate::text::visible::in_one_line;

/// In characters; no taskbar shows more.
const LONGEST: usize = 60;

impl Shell {
    /// Sets the title only if it changed: every viewport command causes a repaint.
    pub(super) fn name_the_window(&mut self, ctx: &egui::Context) {
        let title = self.title();
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }

    fn title(&self) -> String {
        let name = self.keeper.name().map(|name| in_one_line(&name, LONGEST));
        let read_only = self.keeper.file().read_only.is_some();
        (self.text().shell.window_title)(name.as_deref(), read_only)
    }
}
