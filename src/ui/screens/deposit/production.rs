//! When production starts and the goods ship, as a sentence with two blanks.

use egui::{Margin, RichText, TextEdit, Ui, WidgetInfo};

use super::form::read_percent;
use super::{Outcome, Wish, timeline};
use crate::domain::deal::Deal;
use crate::domain::deposit::{Late, Plan, Shipping, read_count};
use crate::text::deposit as words;
use crate::ui::action::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{forget_text, keep_text, kept_text, warning, weak};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: Option<&Deal>, outcome: &Outcome) -> Option<Wish> {
    let wish = sentence(ui, cx, plan, outcome);
    let shipping = shipping(cx, deal);
    let late = late(cx, plan, deal, outcome);
    if let Some(late) = &late {
        warning(ui, &words::late(late, cx.language()));
    }
    let open = outcome.production.and_then(|production| production.open_after_shipment(plan, &outcome.rows));
    if let Some(open) = open {
        let share = open.share_of(outcome.schedule.total());
        weak(ui, &words::open_after_shipment(open, share, cx.language()));
    }
    timeline::show(ui, cx, shipping, outcome, late.is_some());
    wish
}

/// What the deal says of shipping.
pub fn shipping<'a>(cx: &Cx<'a>, deal: Option<&Deal>) -> Shipping<'a> {
    deal.map(|deal| Shipping::of(&deal.agreed, &cx.document.settings.shutdowns)).unwrap_or_default()
}

/// By how much the plan misses the agreed ship date.
pub fn late(cx: &Cx<'_>, plan: &Plan, deal: Option<&Deal>, outcome: &Outcome) -> Option<Late> {
    outcome.production?.late(plan, &outcome.schedule, shipping(cx, deal), cx.now.date)
}

fn sentence(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, outcome: &Outcome) -> Option<Wish> {
    let words = &cx.text.deposit;
    let production = outcome.production;
    let starts = production.map(|production| words::production_start(production.start, cx.language()));
    let ships = production.and_then(|production| words::ships(&production, cx.language()));
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = tokens::XS;
        let weak = |ui: &mut Ui, text: &str| ui.label(RichText::new(text).color(cx.palette.weak_text));
        let [before, share_name] = words.production;
        weak(ui, before);
        let share = plan.production_share.map_or_else(String::new, |share| share.decimal().to_string());
        if let Some(share) = blank(ui, cx, share_name, &share, &|text| read_percent(text)) {
            wish = Some(Wish::Plan(Plan { production_share: share, ..plan.clone() }));
        }
        weak(ui, &(words.production_then)(starts.as_deref()));
        let days = plan.ships_days_after.map_or_else(String::new, |days| days.to_string());
        let read = |text: &str| match text.trim() {
            "0" => Some(0),
            days => read_count(days).map(std::num::NonZeroU32::get).filter(|days| *days < 10_000),
        };
        if let Some(days) = blank(ui, cx, words.production_days, &days, &read) {
            wish = Some(Wish::Plan(Plan { ships_days_after: days, ..plan.clone() }));
        }
        weak(ui, &(words.production_ships)(ships.as_deref()));
    });
    wish
}

/// A blank in a sentence: the new value; `Some(None)` where it was emptied. What makes no sense turns red.
fn blank<T>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    shown: &str,
    read: &dyn Fn(&str) -> Option<T>,
) -> Option<Option<T>> {
    let id = ui.make_persistent_id(name);
    let mut text = kept_text(ui, id).unwrap_or_else(|| shown.to_owned());
    let value = match text.trim() {
        "" => Some(None),
        some => read(some).map(Some),
    };
    let ink = if value.is_some() { cx.palette.text } else { cx.palette.danger.ink };
    let mut writing = crate::ui::widgets::writing(ui, &mut text);
    let edit = TextEdit::singleline(&mut writing)
        .id(id)
        .text_color(ink)
        .desired_width(tokens::CONTROL)
        .align(egui::Align2::CENTER_CENTER)
        .margin(Margin::symmetric(4, 2));
    let response = ui.add(edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::TextInput, true, name);
        info.current_text_value = Some(text.clone());
        info
    });
    let response = response.on_hover_text(name);
    if response.changed() && crate::ui::widgets::may_change(ui) {
        keep_text(ui, id, text.clone());
        return match text.trim() {
            "" => Some(None),
            some => read(some).map(Some),
        };
    }
    if !response.has_focus() && value.is_some() {
        forget_text(ui, id);
    }
    None
}
