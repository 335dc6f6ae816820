//! A field to type a path into, where the system has no file dialog.

use std::path::{Path, PathBuf};

use egui::Key;

use crate::text::{Text, places};
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{button, dialog, heading, link, note, primary, text_field_hinted, warning};

/// An open question for a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    pick: Pick,
    /// The folder of a name typed without one.
    folder: PathBuf,
    path: String,
    /// Why the path was refused.
    problem: Option<String>,
    /// The user was told that the file exists.
    replaces: bool,
}

impl Prompt {
    /// Suggests a path in this folder.
    pub fn new(pick: Pick, folder: PathBuf) -> Self {
        // With no suggested name the folder ends in a separator, so that a name can be typed after it.
        let path = folder.join(pick.offered_name().unwrap_or_default()).display().to_string();
        Self { pick, folder, path, problem: None, replaces: false }
    }

    pub fn with_problem(mut self, problem: String) -> Self {
        self.problem = Some(problem);
        self
    }

    /// Asks whether to replace an existing file.
    pub fn asking_to_replace(pick: Pick, path: &Path) -> Self {
        let folder = path.parent().unwrap_or(path).to_owned();
        Self { pick, folder, path: path.display().to_string(), problem: None, replaces: true }
    }

    fn warned_of(&self, text: &Text) -> Option<String> {
        let replaces = self.replaces.then(|| (text.shell.exists)(&places::name(Path::new(&self.path))));
        replaces.or_else(|| self.problem.clone())
    }

    fn retype(&mut self, path: String) {
        self.path = path;
        self.problem = None;
        self.replaces = false;
    }

    /// Pasted paths often come in quotes.
    fn answer(&self) -> Option<Action> {
        let typed = self.path.trim().trim_matches('"').trim();
        let path = self.folder.join(typed);
        (!typed.is_empty()).then(|| Action::PathTyped { pick: self.pick.clone(), path, over: self.replaces })
    }
}

impl Pick {
    /// The name of the command without its "…", which announced this question.
    pub fn title(&self, text: &'static Text) -> &'static str {
        let words = &text.commands;
        let command = match self {
            Self::Open => words.open_document,
            Self::SaveAs => words.save_as,
            Self::Import => words.import_deals,
            Self::ExportDeals => words.export_deals,
            Self::Write(_) => text.shell.write,
            Self::CopyDocument => words.copy_document,
            Self::CopyFile(_) => text.recovery.save_copy,
            Self::Bring => words.bring_document,
            Self::ReadPlan(_) => text.plan_export.read,
            Self::Logo => text.papers.choose_logo,
            Self::DaysOff(_) => text.settings.read_own_days,
        };
        command.trim_end_matches('…')
    }

    /// The suggested file name; none where a file is read.
    pub fn offered_name(&self) -> Option<String> {
        match self {
            Self::SaveAs => Some("deals.json".to_owned()),
            Self::ExportDeals => Some("deals.csv".to_owned()),
            Self::Write(file) => Some(file.name.clone()),
            Self::CopyDocument => Some("icebreak-copy.json".to_owned()),
            Self::CopyFile(from) => {
                Some(from.file_name().map(|name| name.display().to_string()).unwrap_or_default())
            }
            Self::Open | Self::Import | Self::Bring | Self::ReadPlan(_) | Self::Logo | Self::DaysOff(_) => {
                None
            }
        }
    }

    /// Whether a file is written rather than read.
    pub fn writes(&self) -> bool {
        self.offered_name().is_some()
    }

    fn verb(&self, text: &'static Text) -> &'static str {
        let words = &text.shell;
        match self {
            Self::Open | Self::Bring | Self::ReadPlan(_) | Self::Logo | Self::DaysOff(_) => words.open,
            Self::Import => words.import,
            Self::SaveAs | Self::ExportDeals | Self::Write(_) | Self::CopyDocument | Self::CopyFile(_) => {
                words.write
            }
        }
    }
}

/// True when it was answered or given up.
pub fn show(ctx: &egui::Context, cx: &Cx<'_>, prompt: &mut Prompt, out: &mut Actions) -> bool {
    let words = &cx.text.shell;
    let mut done = false;
    let asked = dialog(ctx, "prompt", 8, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, prompt.pick.title(cx.text));
        note(ui, words.no_dialog);
        ui.add_space(tokens::S);
        let (response, typed) = text_field_hinted(ui, words.path, &prompt.path, words.path_hint);
        // Checked before the field takes focus back, as Enter makes it lose focus.
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        // Ready to be typed into, unless a button has the focus.
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        if let Some(path) = typed {
            prompt.retype(path);
        }
        if let Some(problem) = prompt.warned_of(cx.text) {
            warning(ui, &problem);
        }
        if matches!(prompt.pick, Pick::Import | Pick::Open) {
            note(ui, words.drop_here);
        }
        ui.add_space(tokens::M);
        ui.horizontal_wrapped(|ui| {
            let verb = if prompt.replaces { words.replace } else { prompt.pick.verb(cx.text) };
            // A second Enter must not confirm replacing the file that the first one found.
            if primary(ui, None, verb).clicked() || enter && !prompt.replaces {
                match prompt.answer() {
                    Some(action) => {
                        out.push(action);
                        done = true;
                    }
                    None => prompt.problem = Some(words.no_path.to_owned()),
                }
            }
            if button(ui, None, words.cancel).clicked() {
                done = true;
            }
        });
        done |= recent(ui, cx, prompt, out);
    });
    done |= asked.should_close();
    done
}

fn recent(ui: &mut egui::Ui, cx: &Cx<'_>, prompt: &Prompt, out: &mut Actions) -> bool {
    if prompt.pick != Pick::Open || cx.file.recent.is_empty() {
        return false;
    }
    ui.add_space(tokens::M);
    note(ui, cx.text.shell.recent);
    for path in &cx.file.recent {
        if link(ui, None, &path.display().to_string()).clicked() {
            out.push(Action::OpenFile(path.clone()));
            return true;
        }
    }
    false
}
