//! When production starts and the goods ship, as a sentence with two blanks.

use chrono::NaiveDate;
use egui::{Margin, RichText, TextEdit, Ui, WidgetInfo};

use super::form::read_percent;
use super::{Outcome, Wish, timeline};
use crate::domain::deal::Deal;
use crate::domain::deposit::{Plan, read_count};
use crate::text::format;
use crate::ui::action::Cx;
use crate::ui::tokens;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: Option<&Deal>, outcome: &Outcome) -> Option<Wish> {
    let wish = sentence(ui, cx, plan, outcome);
    timeline::show(ui, cx, plan, deal, outcome);
    wish
}

fn sentence(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, outcome: &Outcome) -> Option<Wish> {
    let words = &cx.text.deposit;
    let near = |date: NaiveDate| format::date_short(date, cx.language());
    let starts = plan.production_share.and_then(|share| outcome.schedule.production_start(share)).map(near);
    let ships = plan.ships().map(near);
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
    let kept: Option<String> = ui.data(|data| data.get_temp(id));
    let mut text = kept.unwrap_or_else(|| shown.to_owned());
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
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
        return match text.trim() {
            "" => Some(None),
            some => read(some).map(Some),
        };
    }
    if !response.has_focus() && value.is_some() {
        ui.data_mut(|data| data.remove_temp::<String>(id));
    }
    None
}
