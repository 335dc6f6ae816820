//! The field for the buyer's time zone, in the details of a deal.

use egui::Ui;

use crate::assets::countries;
use crate::domain::deal::Deal;
use crate::domain::edit::{Edit, Field};
use crate::text::{local_time, office};
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::widgets::{Typed, below_caption, cell, cell_of, note, parsed_field, row};

/// Shown where the clock is only assumed, or was chosen.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    let (buyer, words) = (&deal.buyer, &cx.text.deal);
    let Some(clock) = countries::clock(buyer) else { return };
    let chosen = buyer.time_zone.trim();
    if clock.assumed.is_none() && chosen.is_empty() {
        return;
    }
    let typed = Typed {
        label: words.time_zone,
        shown: chosen.to_owned(),
        hint: clock.zone,
        read: &|text: &str| match text.trim() {
            "" => Ok(String::new()),
            place => {
                local_time::zone_named(place, buyer.country).ok_or_else(|| words.bad_time_zone.to_owned())
            }
        },
        right_aligned: false,
    };
    row(ui, |ui| {
        cell(ui, |ui| {
            if let Some(zone) = parsed_field(ui, &typed) {
                out.edit(Edit::Change { deal: deal.id.clone(), field: Field::TimeZone(zone) });
            }
        });
        if let Some(city) = clock.assumed {
            cell_of(ui, 2.0, |ui| {
                below_caption(ui);
                note(ui, &office::assumed(city, cx.language()));
            });
        }
    });
}
