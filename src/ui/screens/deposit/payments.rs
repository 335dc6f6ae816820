//! The ledger of a plan: its state, payments received and what each one paid, and recording more.

use chrono::NaiveDate;
use egui::{Key, Popup, Ui};

use super::{PlanOutcome, PlanWish, State, WorkedPlan};
use crate::domain::deal::Deal;
use crate::domain::deal::touch::{Touch, TouchKind};
use crate::domain::deposit::{Payment, Plan};
use crate::domain::money::Money;
use crate::domain::typed::amount::{ExpectedCurrency, TypedAmount, understand_amount};
use crate::text::format;
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;
use crate::ui::widgets::date_field;
use crate::ui::widgets::{
    Understandable, amount_meaning, button, cell, changing, chip, gap_below, icon_button, link, note, row,
    section, text_field_hinted, understanding_field_told_below, warning, weak, well,
};
use crate::ui::{icons, tokens};

/// A payment that is being recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Paying {
    /// Whether the money is on the account, not only on its way.
    arrived: bool,
    on: NaiveDate,
    money: Option<Money>,
    /// The typed amount cannot be read, or not yet.
    unclear: bool,
    reference: String,
    /// The sheet's height when last shown.
    height: f32,
}

/// The link that opens the sheet; it stays visible so that no other link moves under the pointer.
pub fn open(ui: &mut Ui, cx: &Cx<'_>, outcome: &PlanOutcome, state: &mut State) {
    let record = |ui: &mut Ui| changing(ui, |ui| link(ui, Some(icons::COINS), cx.text.deposit.record));
    if ui.add_enabled(state.paying.is_none(), record).clicked() {
        let next = outcome.standing.as_ref().and_then(|standing| standing.next);
        state.paying = Some(Paying::of(cx, next.map(|(_, _, open)| open)));
    }
}

/// The sheet, while it is open.
pub fn sheet(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    deal: &Deal,
    worked: &WorkedPlan,
    state: &mut State,
) -> Option<PlanWish> {
    let open = state.paying.as_mut()?;
    let sheet = |ui: &mut Ui| {
        ui.horizontal_wrapped(|ui| {
            section(ui, cx.text.deposit.record_now);
            // A buyer's announcement is logged in a deal's timeline, which a quick plan lacks.
            if !cx.is_quick(deal) {
                ui.add_space(tokens::S);
                kinds(ui, cx, open);
            }
        });
        // Escape closes an open popup first.
        let escapes = !Popup::is_any_open(ui.ctx());
        fields(ui, cx, plan, open);
        let (wish, done) = finish(ui, cx, plan, worked, open);
        (wish, done || (escapes && ui.input(|input| input.key_pressed(Key::Escape))))
    };
    let shown = ui.scope(|ui| well(ui, sheet));
    let (wish, done) = shown.inner;
    // Scrolls down to its buttons in a low window: when it opens, and when it grows.
    let height = shown.response.rect.height();
    if std::mem::replace(&mut open.height, height) != height {
        shown.response.scroll_to_me(None);
    }
    if done {
        state.paying = None;
    }
    wish
}

/// Below the rows: the state of the plan, and every payment with what it paid.
pub fn ledger(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, worked: &WorkedPlan) -> Option<PlanWish> {
    let outcome = worked.outcome.as_ref().ok();
    let mut wish = None;
    if let Some(standing) = outcome.and_then(|outcome| outcome.standing.as_ref())
        && (!plan.payments.is_empty() || standing.in_transit.is_positive())
    {
        weak(ui, &words::standing(standing, cx.language()));
        if let Some(over) = standing.over {
            warning(ui, &(cx.text.deposit.over)(&format::money(over, cx.language())));
        }
    }
    for (index, payment) in plan.payments.iter().enumerate() {
        let removed = ui.push_id(index, |ui| received(ui, cx, index, payment, outcome)).inner;
        if removed {
            wish = Some(PlanWish::Unpay(index));
        }
    }
    wish
}

/// One payment and what it paid; true when it is to be removed.
fn received(
    ui: &mut Ui,
    cx: &Cx<'_>,
    index: usize,
    payment: &Payment,
    outcome: Option<&PlanOutcome>,
) -> bool {
    let words = &cx.text.deposit;
    let date = format::date_compact(payment.on, cx.language());
    let money = format::money(payment.money, cx.language());
    let mut removed = false;
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - tokens::CONTROL - tokens::S;
        ui.allocate_ui(egui::vec2(width.min(tokens::MEASURE), tokens::CONTROL), |ui| {
            ui.vertical(|ui| {
                gap_below(ui, 0.0);
                let parts = [words.received, &date, &money, payment.reference.trim()];
                let line: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                weak(ui, &line.join(" · "));
                let receipt = outcome
                    .and_then(|outcome| outcome.receipts.iter().find(|receipt| receipt.payment == index));
                if let (Some(outcome), Some(receipt)) = (outcome, receipt) {
                    note(ui, &words::receipt(receipt, &|n| outcome.name(n, cx.language()), cx.language()));
                }
            });
        });
        let which = format!("{money}, {date}");
        removed = changing(ui, |ui| icon_button(ui, icons::TRASH, &(words.remove_payment)(&which))).clicked();
    });
    removed
}

impl Paying {
    fn of(cx: &Cx<'_>, money: Option<Money>) -> Self {
        Self { arrived: true, on: cx.now.date, money, unclear: false, reference: String::new(), height: 0.0 }
    }

    fn payment(&self) -> Option<Payment> {
        let reference = self.reference.trim().to_owned();
        let money = self.money.filter(|_| !self.unclear)?;
        Some(Payment { reference, ..Payment::new(self.on, money) })
    }
}

/// Money on the account, or only announced.
fn kinds(ui: &mut Ui, cx: &Cx<'_>, paying: &mut Paying) {
    let words = &cx.text.deposit;
    if chip(ui, words.arrived, paying.arrived).clicked() {
        paying.arrived = true;
    }
    if chip(ui, words.says_paid, !paying.arrived).clicked() {
        paying.arrived = false;
    }
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, paying: &mut Paying) {
    let words = &cx.text.deposit;
    row(ui, |ui| {
        let label = if paying.arrived { words.payment_date } else { words.said_on };
        if let Some(date) = cell(ui, |ui| date_field(ui, cx, label, Some(paying.on))) {
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
}

/// What the payment will do, and the buttons; returns what was recorded, and whether the sheet may close.
fn finish(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    worked: &WorkedPlan,
    paying: &Paying,
) -> (Option<PlanWish>, bool) {
    let words = &cx.text.deposit;
    let payment = paying.payment();
    let refused =
        payment.as_ref().and_then(|payment| foretell(ui, cx, plan, worked, payment, paying.arrived));
    if let Some(why) = &refused {
        warning(ui, why);
    }
    let mut wish = None;
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        let payment = payment.filter(|_| refused.is_none());
        let record = |ui: &mut Ui| changing(ui, |ui| button(ui, Some(icons::CHECK), words.record_now));
        let save = ui.add_enabled_ui(payment.is_some(), record);
        if save.inner.clicked() {
            wish = payment.map(|payment| match paying.arrived {
                true => PlanWish::Pay(payment),
                false => PlanWish::Announce(announcement(payment)),
            });
            done = true;
        }
        done |= button(ui, None, cx.text.shell.cancel).clicked();
    });
    (wish, done)
}

/// Says which rows the payment will fill; or returns why it cannot be recorded.
fn foretell(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    worked: &WorkedPlan,
    payment: &Payment,
    arrived: bool,
) -> Option<String> {
    let language = cx.language();
    let settled = match plan.with_payment(payment.clone()).settled(cx.now.date) {
        Ok(settled) => settled,
        Err(why) => return Some(words::refused(&why, language)),
    };
    let outcome = worked.outcome.as_ref().ok()?;
    let receipt = settled.receipts.iter().find(|receipt| receipt.payment == plan.payments.len())?;
    if arrived {
        note(ui, &words::receipt(receipt, &|n| outcome.name(n, language), language));
        let same = |paid: &&Payment| (paid.on, paid.money) == (payment.on, payment.money);
        if let Some(paid) = plan.payments.iter().find(same) {
            let (day, money) = (format::date_compact(paid.on, language), format::money(paid.money, language));
            warning(ui, &(cx.text.deposit.same_payment)(&money, &day));
        }
    }
    if let Some(over) = settled.over() {
        warning(ui, &(cx.text.deposit.over)(&format::money(over, language)));
    }
    None
}

fn announcement(payment: Payment) -> Touch {
    let mut touch = Touch::new(payment.on, TouchKind::SaysPaid);
    touch.money = Some(payment.money);
    touch.note = payment.reference;
    touch
}

fn amount(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, paying: &mut Paying) {
    let words = &cx.text.deposit;
    let currency = plan.terms.total.currency();
    let typed = Understandable {
        label: if paying.arrived { words.payment_amount } else { words.said_amount },
        shown: paying.money.map_or_else(String::new, format::money_with_code),
        hint: "",
        read: &|text: &str| {
            let understood = understand_amount(text, ExpectedCurrency::Only(currency));
            amount_meaning(cx, text, understood, words.bad_amount, TypedAmount::money)
        },
        behind: "",
    };
    let heard = understanding_field_told_below(ui, &typed);
    // An unreadable amount must not be recorded as the amount shown before it.
    paying.unclear = heard.unreadable && heard.value.is_none();
    if let Some(money) = heard.value {
        paying.money = Some(money);
    }
}
