//! Money that arrived: what was received, and recording more.

use chrono::NaiveDate;
use egui::{Key, Ui};

use super::more::well;
use super::{Outcome, Wish};
use crate::domain::deposit::{Payment, Plan, RowStatus, Status};
use crate::domain::money::{Expected, Money, TypedAmount, understand};
use crate::text::{deposit as words, format};
use crate::ui::action::Cx;
use crate::ui::widgets::{
    Understandable, amount_meaning, button, cell, date_field, icon_button, link, note, row, section,
    text_field_hinted, understanding_field, warning,
};
use crate::ui::{icons, tokens};

/// A payment that is being recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Paying {
    on: NaiveDate,
    money: Option<Money>,
    reference: String,
}

/// The link that opens the sheet.
pub fn open(ui: &mut Ui, cx: &Cx<'_>, outcome: &Outcome, paying: &mut Option<Paying>) {
    if link(ui, Some(icons::COINS), cx.text.deposit.record).clicked() {
        *paying =
            Some(Paying { on: cx.now.date, money: oldest_open(&outcome.rows), reference: String::new() });
    }
}

/// The sheet, while it is open.
pub fn sheet(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, paying: &mut Option<Paying>) -> Option<Wish> {
    let open = paying.as_mut()?;
    let (wish, done) = well(ui, cx, |ui| fields(ui, cx, plan, open));
    if done {
        *paying = None;
    }
    wish
}

fn oldest_open(rows: &[RowStatus]) -> Option<Money> {
    rows.iter()
        .filter(|row| row.status != Status::Paid)
        .min_by_key(|row| (row.row.due, row.row.n))
        .map(RowStatus::open)
}

/// What has arrived so far.
pub fn received(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) -> Option<Wish> {
    let words = &cx.text.deposit;
    let mut wish = None;
    for (index, payment) in plan.payments.iter().enumerate() {
        ui.push_id(index, |ui| {
            ui.horizontal(|ui| {
                let date = format::date_compact(payment.on, cx.language());
                let money = format::money(payment.money, cx.language());
                let parts = [words.received, &date, &money, payment.reference.trim()];
                let line: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                let width = ui.available_width() - tokens::CONTROL - tokens::S;
                ui.allocate_ui(egui::vec2(width.min(tokens::MEASURE), tokens::CONTROL), |ui| {
                    note(ui, &line.join(" · "));
                });
                let which = format!("{money}, {date}");
                if icon_button(ui, icons::TRASH, &(words.remove_payment)(&which)).clicked() {
                    let mut fewer = plan.clone();
                    fewer.payments.remove(index);
                    wish = Some(Wish::Plan(fewer));
                }
            });
        });
    }
    wish
}

/// What was recorded, and whether the sheet may close.
fn fields(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, paying: &mut Paying) -> (Option<Wish>, bool) {
    let words = &cx.text.deposit;
    section(ui, words.record_now);
    row(ui, |ui| {
        if let Some(date) = cell(ui, |ui| date_field(ui, cx, words.payment_date, Some(paying.on))) {
            paying.on = date.unwrap_or(cx.now.date).min(cx.now.date);
        }
        cell(ui, |ui| amount(ui, cx, plan, paying));
        let hint = words.reference_hint;
        let (_response, typed) =
            cell(ui, |ui| text_field_hinted(ui, words.reference, &paying.reference, hint));
        if let Some(reference) = typed {
            paying.reference = reference;
        }
    });
    let payment = paying.money.map(|money| Payment {
        reference: paying.reference.trim().to_owned(),
        ..Payment::new(paying.on, money)
    });
    let refused =
        payment.as_ref().and_then(|payment| plan.with_payment(payment.clone()).status(cx.now.date).err());
    if let Some(why) = &refused {
        warning(ui, &words::refused(why, cx.language()));
    }
    let mut wish = None;
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        let payment = payment.filter(|_| refused.is_none());
        let save =
            ui.add_enabled_ui(payment.is_some(), |ui| button(ui, Some(icons::CHECK), words.record_now));
        if save.inner.clicked() {
            wish = payment.map(Wish::Pay);
            done = true;
        }
        done |= button(ui, None, cx.text.shell.cancel).clicked();
        done |= ui.input(|input| input.key_pressed(Key::Escape));
    });
    (wish, done)
}

fn amount(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, paying: &mut Paying) {
    let words = &cx.text.deposit;
    let currency = plan.terms.total.currency();
    let typed = Understandable {
        label: words.payment_amount,
        shown: paying.money.map_or_else(String::new, format::money_with_code),
        hint: "",
        read: &|text: &str| {
            let understood = understand(text, Expected::Only(currency));
            amount_meaning(cx, text, understood, words.bad_amount, TypedAmount::money)
        },
        behind: "",
    };
    if let Some(money) = understanding_field(ui, &typed).value {
        paying.money = Some(money);
    }
}
