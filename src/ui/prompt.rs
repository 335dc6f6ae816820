//! Where is the file? A path field, always, and the system's dialog beside it.

use std::path::PathBuf;

use egui::{Id, Key, Modal};

use super::action::{Action, Actions, Cx, Pick};
use super::safety::Safety;
use super::tokens;
use super::widgets::{button, heading, link, note, primary, text_field_hinted};

/// A question for a path that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    pub pick: Pick,
    pub path: String,
    /// Why the path was refused.
    pub problem: Option<String>,
}

impl Prompt {
    pub fn new(pick: Pick) -> Self {
        let path = match &pick {
            Pick::Write { name, .. } | Pick::WritePaper { name, .. } => name.clone(),
            Pick::Open
            | Pick::SaveAs
            | Pick::Import
            | Pick::ExportDeals
            | Pick::CopyDocument
            | Pick::CopyFile(_)
            | Pick::Bring
            | Pick::ReadPlan(_)
            | Pick::Logo => String::new(),
        };
        Self { pick, path, problem: None }
    }

    /// What a chosen path is for.
    pub fn action(&self, path: PathBuf, over: bool) -> Action {
        match &self.pick {
            Pick::Open => Action::OpenFile(path),
            Pick::SaveAs => Action::SaveAs(path),
            Pick::Import => Action::Import(path),
            Pick::ExportDeals => Action::ExportDeals { path, over },
            Pick::Write { bytes, .. } => Action::Write { path, bytes: bytes.clone(), over },
            Pick::CopyDocument => Action::Safety(Safety::CopyDocument { to: path, over }),
            Pick::CopyFile(from) => Action::Safety(Safety::CopyFile { from: from.clone(), to: path, over }),
            Pick::Bring => Action::Safety(Safety::Bring(path)),
            Pick::ReadPlan(deal) => Action::ReadPlan { path, deal: deal.clone() },
            Pick::WritePaper { bytes, gives, .. } => {
                Action::WritePaper { path, bytes: bytes.clone(), over, gives: gives.clone() }
            }
            Pick::Logo => Action::ReadLogo(path),
        }
    }

    fn title<'a>(&self, cx: &'a Cx<'_>) -> &'a str {
        let words = &cx.text.commands;
        match self.pick {
            Pick::Open => words.open_document,
            Pick::SaveAs => words.save_as,
            Pick::Import => words.import_deals,
            Pick::ExportDeals => words.export_deals,
            Pick::Write { .. } | Pick::WritePaper { .. } => cx.text.shell.write,
            Pick::CopyDocument => words.copy_document,
            Pick::CopyFile(_) => cx.text.recovery.save_copy,
            Pick::Bring => words.bring_document,
            Pick::ReadPlan(_) => cx.text.plan_export.read,
            Pick::Logo => cx.text.papers.choose_logo,
        }
    }

    fn verb<'a>(&self, cx: &'a Cx<'_>) -> &'a str {
        let words = &cx.text.shell;
        match self.pick {
            Pick::Open | Pick::Bring | Pick::ReadPlan(_) | Pick::Logo => words.open,
            Pick::Import => words.import,
            Pick::SaveAs
            | Pick::ExportDeals
            | Pick::Write { .. }
            | Pick::WritePaper { .. }
            | Pick::CopyDocument
            | Pick::CopyFile(_) => words.write,
        }
    }
}

/// True when it was answered or given up.
pub fn show(ctx: &egui::Context, cx: &Cx<'_>, prompt: &mut Prompt, out: &mut Actions) -> bool {
    let words = &cx.text.shell;
    let width = (ctx.content_rect().width() - 2.0 * tokens::XXL).min(tokens::MEASURE);
    let mut done = false;
    let title = prompt.title(cx).to_owned();
    let modal =
        Modal::new(Id::unique("prompt")).backdrop_color(tokens::dimmed(cx.palette.dark)).show(ctx, |ui| {
            ui.set_width(width);
            heading(ui, &title);
            ui.add_space(tokens::S);
            let (response, typed) = text_field_hinted(ui, words.path, &prompt.path, words.path_hint);
            // Asked before the field takes the focus back: Enter gives it up.
            let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            // Ready to be typed into, unless a button has the focus.
            if ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            if let Some(path) = typed {
                prompt.path = path;
                prompt.problem = None;
            }
            if let Some(problem) = &prompt.problem {
                super::widgets::warning(ui, problem);
            }
            if matches!(prompt.pick, Pick::Import | Pick::Open) {
                note(ui, words.drop_here);
            }
            ui.add_space(tokens::M);
            ui.horizontal_wrapped(|ui| {
                if primary(ui, None, prompt.verb(cx)).clicked() || enter {
                    match answered(prompt) {
                        Some(action) => {
                            out.push(action);
                            done = true;
                        }
                        None => prompt.problem = Some(words.no_path.to_owned()),
                    }
                }
                if button(ui, None, words.browse).clicked() {
                    out.push(Action::Browse(prompt.pick.clone()));
                }
                if button(ui, None, words.cancel).clicked() {
                    done = true;
                }
            });
            done |= recent(ui, cx, prompt, out);
        });
    done |= modal.should_close();
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

/// Pasted paths often come in quotes.
fn answered(prompt: &Prompt) -> Option<Action> {
    let path = prompt.path.trim().trim_matches('"').trim();
    (!path.is_empty()).then(|| prompt.action(PathBuf::from(path), false))
}
