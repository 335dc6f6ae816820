//! Shown instead of the draft where nothing needs to be written: why, and a button to write anyway.

use egui::{RichText, Ui};

use crate::domain::deal::Deal;
use crate::domain::today::day::SettledReason;
use crate::text::window::{day, deal as words};
use crate::ui::cx::Cx;
use crate::ui::widgets::{button, weak};
use crate::ui::{icons, tokens};

/// True when the seller wants to write anyway.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, why: SettledReason) -> bool {
    let icon = match why {
        SettledReason::Said(_) | SettledReason::Won => icons::CHECK_CIRCLE,
        SettledReason::Paused => icons::PAUSE,
        SettledReason::Lost => icons::X_CIRCLE,
    };
    let sentence = day::settled(why, words::buyer(deal, cx.language()), deal.pause.as_ref(), cx.language());
    ui.vertical_centered(|ui| {
        ui.add_space(tokens::EMPTY_ABOVE);
        ui.label(RichText::new(icon).size(tokens::XXL).color(cx.palette.weak_text));
        ui.add_space(tokens::S);
        ui.set_max_width(tokens::MEASURE.min(ui.available_width()));
        weak(ui, &sentence);
        ui.add_space(tokens::M);
        button(ui, None, cx.text.day.all_the_same).clicked()
    })
    .inner
}
