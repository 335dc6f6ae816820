//! What the shell needs from the computer, so that tests can stand in for it.

use std::path::{Path, PathBuf};

use crate::store::place;
use crate::text::office::Now;

/// Clock and clipboard.
pub struct Services {
    pub clock: Box<dyn Fn() -> Now>,
    pub clipboard: Box<dyn Clipboard>,
    /// Whether the system's file dialogs may be opened.
    pub dialogs: bool,
    /// Where earlier runs left reports of crashes.
    pub reports: Option<PathBuf>,
    /// Shows a folder in the system's file manager; true when that was started.
    pub show_folder: Box<dyn Fn(&Path) -> bool>,
}

/// The one owner of the clipboard.
pub trait Clipboard {
    /// Puts text on the clipboard; true when it is there, read back.
    fn put(&mut self, text: &str) -> bool;
}

impl Services {
    pub fn of_this_computer() -> Self {
        Self {
            clock: Box::new(Now::here),
            clipboard: Box::new(SystemClipboard::default()),
            dialogs: true,
            reports: place::reports(),
            show_folder: Box::new(|folder| open::that_detached(folder).is_ok()),
        }
    }
}

/// Kept for the whole session: on X11 and Wayland the text goes when its owner goes.
#[derive(Default)]
struct SystemClipboard {
    clipboard: Option<arboard::Clipboard>,
}

impl Clipboard for SystemClipboard {
    fn put(&mut self, text: &str) -> bool {
        if self.clipboard.is_none() {
            self.clipboard = arboard::Clipboard::new().ok();
        }
        let Some(clipboard) = &mut self.clipboard else { return false };
        // Windows ends lines with CR LF; what comes back is compared without.
        let same = |read: String| read.replace("\r\n", "\n") == text.replace("\r\n", "\n");
        clipboard.set_text(text).is_ok() && clipboard.get_text().is_ok_and(same)
    }
}
