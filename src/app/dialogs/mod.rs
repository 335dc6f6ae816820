//! Asking where a file is or where it goes: in the system's dialog, or in our own field where there is none.

pub(crate) mod file_dialog;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use self::file_dialog::{DialogAnswer, DialogQuestion, FileKind};
use super::Shell;
use crate::app::background::Purpose;
use crate::text::places;
use crate::ui::action::{Action, Pick};
use crate::ui::frame::prompt::Prompt;
use crate::ui::frame::toast::Toast;

/// Open dialogs, and their answers.
pub struct Dialogs {
    sender: Sender<(Pick, DialogAnswer)>,
    answers: Receiver<(Pick, DialogAnswer)>,
}

impl Default for Dialogs {
    fn default() -> Self {
        let (sender, answers) = channel();
        Self { sender, answers }
    }
}

impl Shell {
    /// The answer comes in a later frame.
    pub(super) fn ask_for_path(&mut self, pick: Pick) {
        let question = DialogQuestion {
            title: pick.title(self.text()).to_owned(),
            folders: self.folders_for(&pick),
            name: pick.offered_name(),
            kinds: kinds(&pick),
        };
        let (sender, waker) = (self.dialogs.sender.clone(), Arc::clone(self.keeper.waker()));
        let answered = move |answer| {
            let _window_gone = sender.send((pick, answer));
            waker();
        };
        self.services.dialogs.ask(question, Box::new(answered));
    }

    fn folders_for(&self, pick: &Pick) -> Vec<PathBuf> {
        let last = self.keeper.last_folder(pick.writes()).map(Path::to_owned);
        let documents = self.services.documents.clone();
        last.into_iter().chain(documents).chain(self.services.home.clone()).collect()
    }

    pub(super) fn hear_from_dialogs(&mut self, ctx: &egui::Context) {
        let answers: Vec<(Pick, DialogAnswer)> = self.dialogs.answers.try_iter().collect();
        if !answers.is_empty() {
            ctx.request_repaint();
        }
        for (pick, answer) in answers {
            match answer {
                DialogAnswer::Chosen(path) => self.use_path(pick, path, true, ctx),
                DialogAnswer::Cancelled => {}
                DialogAnswer::NoDialog { folder } => self.state.prompt = Some(Prompt::new(pick, folder)),
            }
        }
    }

    /// A path from our own field: a folder needs a file name, and replacing a file is asked about, as in a system
    /// dialog.
    pub(super) fn typed_path(&mut self, pick: Pick, path: PathBuf, over: bool, ctx: &egui::Context) {
        let there = fs::metadata(&path);
        if there.as_ref().is_ok_and(fs::Metadata::is_dir) {
            let problem = self.text().shell.is_folder.to_owned();
            self.state.prompt = Some(Prompt::new(pick, path).with_problem(problem));
        } else if there.is_ok() && pick.writes() && !over {
            self.state.prompt = Some(Prompt::asking_to_replace(pick, &path));
        } else {
            self.use_path(pick, path, over, ctx);
        }
    }

    fn use_path(&mut self, pick: Pick, path: PathBuf, over: bool, ctx: &egui::Context) {
        self.keeper.remember_folder(pick.writes(), &path);
        match pick {
            Pick::Open => self.perform(Action::OpenFile(path), ctx),
            Pick::SaveAs => self.save_as(path, over),
            Pick::Import => self.perform(Action::ImportFile(path), ctx),
            Pick::ExportDeals => self.export_deals(&path, over),
            Pick::Write(file) => self.write(file, &path, over),
            Pick::CopyDocument => self.copy_document(path, over),
            Pick::CopyFile(from) => self.background.copy_file(from, path, over),
            Pick::Bring => self.background.read(path, Purpose::Bring),
            Pick::ReadPlan(deal) => self.read_plan(&path, deal),
            Pick::Logo => self.read_logo(&path),
            Pick::DaysOff(country) => self.read_days_off(&path, country),
        }
    }

    /// Says where a file was saved, with an optional remark.
    pub(super) fn say_saved(&mut self, path: PathBuf, remark: Option<&str>) {
        let place = places::folder(&path, self.services.home.as_deref());
        let saved = (self.text().shell.written)(&places::name(&path), &place);
        let said = remark.map_or(saved.clone(), |remark| format!("{saved}\n{remark}"));
        self.toast(Toast::new(said).with_file(path));
    }

    pub(super) fn show_file(&mut self, file: &Path) {
        if !(self.services.show_file)(file) {
            let folder = file.parent().unwrap_or(file);
            self.toast(Toast::new((self.text().crash.folder_is)(&folder.display().to_string())));
        }
    }
}

/// The kinds of files that a dialog shows.
fn kinds(pick: &Pick) -> Vec<FileKind> {
    let kind = |name: &str, endings: &[&str]| FileKind {
        name: name.to_owned(),
        endings: endings.iter().map(|&ending| ending.to_owned()).collect(),
    };
    match pick {
        Pick::Open | Pick::SaveAs | Pick::CopyDocument | Pick::Bring => vec![kind("Icebreak", &["json"])],
        Pick::Import => vec![kind("CSV, Excel, Icebreak", &["csv", "xlsx", "json"])],
        Pick::ExportDeals => vec![kind("CSV", &["csv"]), kind("Excel", &["xlsx"])],
        Pick::Write(file) => {
            let ending = Path::new(&file.name).extension().map(|ending| ending.display().to_string());
            ending.map(|ending| kind(&ending.to_uppercase(), &[ending.as_str()])).into_iter().collect()
        }
        Pick::CopyFile(_) => Vec::new(),
        Pick::ReadPlan(_) => vec![kind("Excel", &["xlsx"])],
        Pick::Logo => vec![kind("PNG, JPEG", &["png", "jpg", "jpeg"])],
        Pick::DaysOff(_) => vec![kind("iCalendar, Icebreak", &["ics", "json"])],
    }
}
