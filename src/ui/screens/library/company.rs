//! The company and person who sign the messages and appear at the top of papers.

use egui::Ui;

use super::{banks, change};
use crate::domain::history::UndoStep;
use crate::domain::library::Company;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::widgets::{cell_of, note, row, text_field, warning};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.library;
    let company = &cx.document.library.company;
    note(ui, words.about_company);
    if company.sender.trim().is_empty() || company.name.trim().is_empty() {
        warning(ui, words.no_sender);
    }
    row(ui, |ui| {
        half(ui, cx, out, words.sender, |company| &mut company.sender);
        half(ui, cx, out, words.sender_role, |company| &mut company.role);
    });
    row(ui, |ui| {
        half(ui, cx, out, words.company, |company| &mut company.name);
        half(ui, cx, out, words.website, |company| &mut company.website);
    });
    row(ui, |ui| {
        half(ui, cx, out, words.email, |company| &mut company.email);
        half(ui, cx, out, words.phone, |company| &mut company.phone);
    });
    field(ui, cx, out, words.address, |company| &mut company.address);
    field(ui, cx, out, cx.text.papers.registration, |company| &mut company.registration);
    banks::show(ui, cx, out);
}

fn half(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions, label: &str, of: fn(&mut Company) -> &mut String) {
    cell_of(ui, 2.0, |ui| field(ui, cx, out, label, of));
}

fn field(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions, label: &str, of: fn(&mut Company) -> &mut String) {
    let mut company = cx.document.library.company.clone();
    let (_response, changed) = text_field(ui, label, of(&mut company));
    if let Some(text) = changed {
        *of(&mut company) = text;
        change(cx, out, UndoStep::Continues, |library| library.company = company);
    }
}
