//! The system's file dialogs, on a thread of their own: a frame never waits for one.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::ui::action::Pick;
use crate::ui::prompt::Prompt;

/// Dialogs that are open, and what was chosen in them.
pub struct Dialogs {
    sender: Sender<(Pick, PathBuf)>,
    answers: Receiver<(Pick, PathBuf)>,
}

impl Default for Dialogs {
    fn default() -> Self {
        let (sender, answers) = channel();
        Self { sender, answers }
    }
}

impl Dialogs {
    /// Opens a dialog. Without a desktop portal nothing appears, which is why a path can be typed, too.
    pub fn open(&self, pick: Pick, title: &str, ctx: &egui::Context) {
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        let dialog = rfd::FileDialog::new().set_title(title);
        let thread = std::thread::Builder::new().name("icebreak-dialog".to_owned());
        let _started = thread.spawn(move || {
            if let Some(path) = ask(dialog, &pick) {
                let _window_gone = sender.send((pick, path));
            }
            ctx.request_repaint();
        });
    }

    /// What was chosen since the last call, as actions. A dialog has asked before it names an existing file.
    pub fn chosen(&self) -> Vec<crate::ui::action::Action> {
        self.answers.try_iter().map(|(pick, path)| Prompt::new(pick).action(path, true)).collect()
    }
}

fn ask(dialog: rfd::FileDialog, pick: &Pick) -> Option<PathBuf> {
    match pick {
        Pick::Open => dialog.add_filter("Icebreak", &["json"]).pick_file(),
        Pick::Import => dialog.add_filter("CSV, Excel, Icebreak", &["csv", "xlsx", "json"]).pick_file(),
        Pick::SaveAs => dialog.add_filter("Icebreak", &["json"]).set_file_name("deals.json").save_file(),
        Pick::ExportDeals => dialog
            .add_filter("CSV", &["csv"])
            .add_filter("Excel", &["xlsx"])
            .set_file_name("deals.csv")
            .save_file(),
        Pick::Write { name, .. } | Pick::WritePaper { name, .. } => dialog.set_file_name(name).save_file(),
        Pick::CopyDocument => {
            dialog.add_filter("Icebreak", &["json"]).set_file_name("icebreak-copy.json").save_file()
        }
        Pick::CopyFile(from) => {
            let name = from.file_name().map(|name| name.display().to_string()).unwrap_or_default();
            dialog.set_file_name(name).save_file()
        }
        Pick::ReadPlan(_) => dialog.add_filter("Excel", &["xlsx"]).pick_file(),
        Pick::Bring => dialog.add_filter("Icebreak", &["json"]).pick_file(),
        Pick::Logo => dialog.add_filter("PNG, JPEG", &["png", "jpg", "jpeg"]).pick_file(),
    }
}
