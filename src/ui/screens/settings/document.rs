//! Where the document is, its backups, and moving everything to another computer.

use egui::Ui;

use crate::ui::action::{Action, Actions};
use crate::ui::command::{Command, Global};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{button, flush_links, gap_below, note, path_link, running, section, wrapped};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.settings;
    section(ui, words.document);
    note(ui, words.about_document);
    let path = cx.file.path.as_ref();
    wrapped(ui, path.map_or_else(|| words.no_document.to_owned(), |path| path.display().to_string()).into());
    if let Some(folder) = &cx.file.portable {
        note(ui, &(cx.text.backups.portable)(&folder.display().to_string()));
    }
    ui.add_space(tokens::XS);
    commands(ui, cx, &[Global::SaveAs, Global::OpenDocument, Global::ExportDeals, Global::Backups], out);
    ui.add_space(tokens::S);
    section(ui, cx.text.backups.moving);
    note(ui, cx.text.backups.moving_how);
    commands(ui, cx, &[Global::CopyDocument, Global::BringDocument], out);
    recent(ui, cx, out);
}

fn commands(ui: &mut Ui, cx: &Cx<'_>, commands: &[Global], out: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        for command in commands {
            let named = |ui: &mut Ui| button(ui, Some(command.icon()), command.name(cx.text));
            if running(ui, cx, Command::Global(*command), named).clicked() {
                out.run(*command);
            }
        }
    });
}

fn recent(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let path = cx.file.path.as_ref();
    let others: Vec<_> = cx.file.recent.iter().filter(|recent| Some(*recent) != path).collect();
    if others.is_empty() {
        return;
    }
    ui.add_space(tokens::S);
    note(ui, cx.text.shell.recent);
    gap_below(ui, 0.0);
    flush_links(ui);
    for recent in others {
        if path_link(ui, recent).clicked() {
            out.push(Action::OpenFile(recent.clone()));
        }
    }
}
