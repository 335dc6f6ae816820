//! Pausing a deal with a reason and an end, and moving its next date.

use chrono::NaiveDate;
use egui::{Key, Ui};

use super::header::next_of;
use crate::domain::deal::{Deal, Pause};
use crate::domain::document::Extra;
use crate::domain::edit::{Edit, Field, moved_next};
use crate::ui::action::{Actions, Cx};
use crate::ui::tokens;
use crate::ui::widgets::{button, card, cell_of, date_field, primary, row, section, text_field_hinted};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pausing {
    pub reason: String,
    pub until: Option<NaiveDate>,
}

/// True when it is done or given up.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, pausing: &mut Pausing, out: &mut Actions) -> bool {
    let words = &cx.text.deal;
    let mut done = false;
    ui.add_space(tokens::S);
    card(ui, |ui| {
        section(ui, words.pause);
        ui.add_space(tokens::S);
        row(ui, |ui| {
            let (_response, reason) = cell_of(ui, 2.0, |ui| {
                text_field_hinted(ui, words.pause_reason, &pausing.reason, words.pause_reason_hint)
            });
            pausing.reason = reason.unwrap_or_else(|| std::mem::take(&mut pausing.reason));
            if let Some(date) = cell_of(ui, 2.0, |ui| date_field(ui, cx, words.pause_until, pausing.until)) {
                pausing.until = date;
            }
        });
        ui.add_space(tokens::M);
        ui.horizontal(|ui| {
            if primary(ui, None, words.pause).clicked() {
                let pause = Pause {
                    reason: pausing.reason.trim().to_owned(),
                    until: pausing.until,
                    extra: Extra::new(),
                };
                out.edit(Edit::Change { deal: deal.id.clone(), field: Field::Pause(Some(pause)) });
                done = true;
            }
            if button(ui, None, cx.text.shell.cancel).clicked()
                || ui.input(|input| input.key_pressed(Key::Escape))
            {
                done = true;
            }
        });
    });
    done
}

/// Moves the next date away from the ladder's, or back to it.
pub fn move_next(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) -> bool {
    let words = &cx.text.deal;
    let mut done = false;
    ui.add_space(tokens::S);
    card(ui, |ui| {
        ui.set_max_width(ui.available_width().min(tokens::LIST));
        if let Some(date) = date_field(ui, cx, words.move_next, next_of(cx, deal).day()) {
            out.edit(moved_next(deal.id.clone(), date));
        }
        ui.add_space(tokens::S);
        ui.horizontal(|ui| {
            done |= primary(ui, None, cx.text.shell.done).clicked();
            if deal.next.is_some() && button(ui, None, words.by_the_ladder).clicked() {
                out.edit(moved_next(deal.id.clone(), None));
                done = true;
            }
            done |= ui.input(|input| input.key_pressed(Key::Escape));
        });
    });
    done
}
