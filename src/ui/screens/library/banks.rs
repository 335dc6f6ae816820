//! The company data that papers need beyond its name: logo, registration, bank accounts.

use egui::Ui;

use super::change;
use crate::domain::history::UndoStep;
use crate::domain::library::Company;
use crate::domain::library::bank::BankAccount;
use crate::domain::money::Currency;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::widgets::{
    button, cell_of, changing, choice, link, links, note, row, rule, section, text_field_hinted, warning,
};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.papers;
    rule(ui);
    section(ui, words.logo);
    note(ui, words.logo_about);
    logo(ui, cx, out);
    rule(ui);
    section(ui, words.banks);
    note(ui, words.banks_about);
    let banks = &cx.document.library.company.banks;
    for (index, bank) in banks.iter().enumerate() {
        ui.push_id(index, |ui| account(ui, cx, (index, bank), out));
        rule(ui);
    }
    if links(ui, |ui| changing(ui, |ui| link(ui, Some(icons::PLUS), words.add_bank)).clicked()) {
        set(cx, out, UndoStep::Own, |company| {
            let beneficiary = company.name.clone();
            company.banks.push(BankAccount { beneficiary, ..BankAccount::default() });
        });
    }
}

fn logo(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.papers;
    let picture = cx.document.library.company.picture();
    match &picture {
        Some(Ok(picture)) => {
            note(ui, &(words.logo_size)(picture.width, picture.height));
        }
        Some(Err(problem)) => {
            warning(ui, &(words.logo_problem)(*problem));
        }
        None => {}
    }
    ui.horizontal_wrapped(|ui| {
        if changing(ui, |ui| button(ui, None, words.choose_logo)).clicked() {
            out.push(Action::Pick(Pick::Logo));
        }
        if picture.is_some() && changing(ui, |ui| link(ui, Some(icons::TRASH), words.remove_logo)).clicked() {
            set(cx, out, UndoStep::Own, |company| company.logo = "".into());
        }
    });
}

fn account(ui: &mut Ui, cx: &Cx<'_>, (index, bank): (usize, &BankAccount), out: &mut Actions) {
    let words = &cx.text.papers;
    let label = bank.label.trim();
    let name =
        if label.is_empty() { (words.numbered_bank)(index.saturating_add(1)) } else { label.to_owned() };
    section(ui, &name);
    let at = (cx, index, bank);
    row(ui, |ui| {
        half(ui, at, out, (words.bank_label, words.bank_label_hint), |bank| &mut bank.label);
        cell_of(ui, 2.0, |ui| currency(ui, at, out));
    });
    row(ui, |ui| {
        half(ui, at, out, (words.beneficiary, ""), |bank| &mut bank.beneficiary);
        half(ui, at, out, (words.bank, ""), |bank| &mut bank.bank);
    });
    row(ui, |ui| {
        half(ui, at, out, (words.account, ""), |bank| &mut bank.account);
        half(ui, at, out, (words.swift, ""), |bank| &mut bank.swift);
    });
    for doubt in bank.doubts() {
        warning(ui, (words.doubt)(doubt));
    }
    row(ui, |ui| {
        half(ui, at, out, (words.bank_address, ""), |bank| &mut bank.bank_address);
        half(ui, at, out, (words.remarks, ""), |bank| &mut bank.remarks);
    });
    if links(ui, |ui| changing(ui, |ui| link(ui, Some(icons::TRASH), &(words.remove_bank)(&name))).clicked())
    {
        set(cx, out, UndoStep::Own, |company| {
            if index < company.banks.len() {
                company.banks.remove(index);
            }
        });
    }
}

/// The currencies used in the document first, then all others.
fn currency(ui: &mut Ui, (cx, index, bank): (&Cx<'_>, usize, &BankAccount), out: &mut Actions) {
    let words = &cx.text.papers;
    let all: Vec<(Option<Currency>, String)> = std::iter::once((None, words.any_currency.to_owned()))
        .chain(Currency::all().map(|currency| (Some(currency), currency.code().to_owned())))
        .collect();
    if let Some(currency) = choice(ui, words.currency, bank.currency, &all) {
        change_bank(cx, index, out, UndoStep::Own, |bank| bank.currency = currency);
    }
}

fn half(
    ui: &mut Ui,
    (cx, index, bank): (&Cx<'_>, usize, &BankAccount),
    out: &mut Actions,
    (label, hint): (&str, &str),
    of: fn(&mut BankAccount) -> &mut String,
) {
    cell_of(ui, 2.0, |ui| {
        let mut shown = bank.clone();
        let (_response, changed) = text_field_hinted(ui, label, of(&mut shown), hint);
        if let Some(text) = changed {
            change_bank(cx, index, out, UndoStep::Continues, |bank| *of(bank) = text);
        }
    });
}

fn change_bank(
    cx: &Cx<'_>,
    index: usize,
    out: &mut Actions,
    step: UndoStep,
    write: impl FnOnce(&mut BankAccount),
) {
    set(cx, out, step, |company| {
        if let Some(bank) = company.banks.get_mut(index) {
            write(bank);
        }
    });
}

fn set(cx: &Cx<'_>, out: &mut Actions, step: UndoStep, write: impl FnOnce(&mut Company)) {
    change(cx, out, step, |library| write(&mut library.company));
}
