//! The question before a buyer gets other bank details than the last ones: both accounts, and what to do first.

use egui::{Context, Ui};

use crate::domain::library::bank::GivenBank;
use crate::domain::library::other_bank::OtherBank;
use crate::text::format;
use crate::ui::action::{BankExport, BankOnPaper};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{button, dialog, heading, primary, section, warning, weak, wrapped};

/// What waits for an answer.
#[derive(Debug)]
pub struct State {
    pub other: OtherBank,
    pub buyer: String,
    pub(crate) export: BankExport,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Export(BankOnPaper),
    Cancel,
}

pub fn show(ctx: &Context, cx: &Cx<'_>, state: &State) -> Option<Wish> {
    let words = &cx.text.papers;
    let mut wish = None;
    let asked = dialog(ctx, "bank-warning", 16, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, words.other_bank);
        ui.add_space(tokens::S);
        weak(ui, &(words.other_bank_why)(state.buyer.trim()));
        let before = &state.other.before;
        account(ui, &(words.before)(&format::date_long(before.on, cx.language())), before);
        account(ui, words.now, &state.other.now);
        ui.add_space(tokens::M);
        warning(ui, words.call_buyer);
        ui.add_space(tokens::L);
        ui.horizontal_wrapped(|ui| {
            let without = state.export.is_more_than_the_account();
            if without && primary(ui, None, words.without_bank).clicked() {
                wish = Some(Wish::Export(BankOnPaper::Without));
            }
            if button(ui, None, words.give_now).clicked() {
                wish = Some(Wish::Export(BankOnPaper::Confirmed));
            }
            if button(ui, None, cx.text.shell.cancel).clicked() {
                wish = Some(Wish::Cancel);
            }
        });
    });
    wish.or(asked.should_close().then_some(Wish::Cancel))
}

fn account(ui: &mut Ui, title: &str, given: &GivenBank) {
    ui.add_space(tokens::M);
    section(ui, title);
    let parts = [given.account.trim(), given.swift.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    wrapped(ui, egui::RichText::new(parts.join(" · ")));
}
