//! Pausing a deal with a reason and an end, and moving its next date.

use chrono::NaiveDate;
use egui::{Key, Ui};

use super::Wish;
use crate::domain::calendar::add_days;
use crate::domain::deal::pause::{NewPause, PauseLacks};
use crate::domain::deal::{Deal, Pause};
use crate::domain::edit::{Edit, Field, moved_next};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::date_field;
use crate::ui::widgets::{button, card, cell_of, chip, primary, row, section, text_field_hinted, warning};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pausing {
    pub reason: String,
    pub until: Option<NaiveDate>,
    /// The user tried to pause while something was missing.
    tried: bool,
}

impl Pausing {
    /// Starts from the deal's current pause.
    pub fn of(pause: Option<&Pause>) -> Self {
        let pause = pause.cloned().unwrap_or_default();
        Self { reason: pause.reason, until: pause.until, tried: false }
    }

    fn pause(&self, today: NaiveDate) -> Result<NewPause, PauseLacks> {
        NewPause::new(&self.reason, self.until, today)
    }
}

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, pausing: &mut Pausing) -> Wish {
    let words = &cx.text.deal;
    let mut wish = Wish::default();
    ui.add_space(tokens::S);
    card(ui, |ui| {
        section(ui, words.pause);
        ui.add_space(tokens::S);
        row(ui, |ui| {
            cell_of(ui, 2.0, |ui| reason(ui, cx, pausing));
            cell_of(ui, 2.0, |ui| end(ui, cx, deal, pausing));
        });
        ui.add_space(tokens::M);
        let pause = pausing.pause(cx.now.date);
        if let Err(lacks) = pause
            && pausing.tried
        {
            warning(ui, (words.pause_lacks)(lacks));
            ui.add_space(tokens::S);
        }
        ui.horizontal(|ui| {
            if primary(ui, None, words.pause).clicked() {
                pausing.tried = true;
                if let Ok(pause) = pause {
                    let field = Field::Pause(pause);
                    wish = Wish {
                        edit: Some(Edit::Change { deal: deal.id.clone(), field }),
                        close: true,
                        ..Wish::default()
                    };
                }
            }
            if button(ui, None, cx.text.shell.cancel).clicked()
                || ui.input(|input| input.key_pressed(Key::Escape))
            {
                wish.close = true;
            }
        });
    });
    wish
}

/// Why, in the seller's words or by a click.
fn reason(ui: &mut Ui, cx: &Cx<'_>, pausing: &mut Pausing) {
    let words = &cx.text.deal;
    let (_response, typed) =
        text_field_hinted(ui, words.pause_reason, &pausing.reason, words.pause_reason_hint);
    pausing.reason = typed.unwrap_or_else(|| std::mem::take(&mut pausing.reason));
    ui.horizontal_wrapped(|ui| {
        for usual in words.pause_reasons {
            if chip(ui, usual, pausing.reason == usual).clicked() {
                usual.clone_into(&mut pausing.reason);
            }
        }
    });
}

/// Until when: a date, or a number of weeks and the buyer's next working day.
fn end(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, pausing: &mut Pausing) {
    let words = &cx.text.deal;
    if let Some(date) = date_field(ui, cx, words.pause_until, pausing.until) {
        pausing.until = date;
    }
    let week = cx.calendars.of(deal.buyer.country);
    ui.horizontal_wrapped(|ui| {
        for weeks in [1, 2, 4_u32] {
            let day = week.next_on_or_after(add_days(cx.now.date, weeks.saturating_mul(7)));
            if chip(ui, &(words.pause_weeks)(weeks), pausing.until == Some(day)).clicked() {
                pausing.until = Some(day);
            }
        }
    });
}

/// Sets the next date by hand, or back to the one the follow-up ladder gives.
pub(super) fn move_next(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal) -> Wish {
    let words = &cx.text.deal;
    let mut wish = Wish::default();
    ui.add_space(tokens::S);
    card(ui, |ui| {
        ui.set_max_width(ui.available_width().min(tokens::LIST));
        if let Some(date) = date_field(ui, cx, words.move_next, cx.next(&deal.id).day()) {
            wish.edit = Some(moved_next(deal.id.clone(), date));
        }
        ui.add_space(tokens::S);
        ui.horizontal(|ui| {
            wish.close |= primary(ui, None, cx.text.shell.done).clicked();
            if deal.next.is_some() && button(ui, None, words.by_the_ladder).clicked() {
                wish = Wish { edit: Some(moved_next(deal.id.clone(), None)), close: true, ..Wish::default() };
            }
            wish.close |= ui.input(|input| input.key_pressed(Key::Escape));
        });
    });
    wish
}
