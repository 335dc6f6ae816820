//! When production starts and the goods ship, as a sentence with two blanks, and the plan as a line of time.

use chrono::NaiveDate;
use egui::{Margin, Pos2, Rect, RichText, Sense, TextEdit, Ui, Vec2, WidgetInfo, vec2};

use super::form::read_percent;
use super::{Outcome, Wish};
use crate::domain::calendar::days_between;
use crate::domain::deposit::{Plan, Status, read_count};
use crate::text::{deposit as words, format};
use crate::ui::action::Cx;
use crate::ui::{icons, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, outcome: &Outcome) -> Option<Wish> {
    let wish = sentence(ui, cx, plan, outcome);
    timeline(ui, cx, plan, outcome);
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
    let edit = TextEdit::singleline(&mut text)
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
    if response.changed() {
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

/// The rows as dots between the first and the last date, and the ship date as a lorry.
fn timeline(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, outcome: &Outcome) {
    let ships = plan.ships();
    let dates = || outcome.rows.iter().filter_map(|row| row.row.due).chain(ships);
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else { return };
    let size = vec2(ui.available_width(), tokens::XL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, cx.text.deposit.timeline));
    let line = Line { first, last, rect: rect.shrink2(vec2(tokens::S, 0.0)) };
    let track = Rect::from_center_size(line.rect.center(), vec2(line.rect.width(), tokens::XS));
    let painter = ui.painter();
    painter.rect_filled(track, tokens::MARK, cx.palette.hairline);
    let elapsed = track.with_max_x(line.at(cx.now.date).x);
    if elapsed.width() > 0.0 {
        painter.rect_filled(elapsed, tokens::MARK, cx.palette.cooling.ink);
    }
    if let Some(ships) = ships {
        let at = line.at(ships) - vec2(0.0, tokens::MARK);
        let halo = Rect::from_center_size(at, Vec2::splat(tokens::XL));
        painter.rect_filled(halo, tokens::S, cx.palette.surface);
        let font = egui::FontId::proportional(tokens::TITLE);
        painter.text(at, egui::Align2::CENTER_CENTER, icons::TRUCK, font, cx.palette.text);
    }
    for row in &outcome.rows {
        if let Some(due) = row.row.due {
            painter.circle_filled(line.at(due), tokens::XS + tokens::MARK, ink(cx, row.status));
        }
    }
    if let Some(pointer) = response.hover_pos() {
        let said = nearest(cx, outcome, &line, pointer, ships);
        response.on_hover_text(said);
    }
}

fn ink(cx: &Cx<'_>, status: Status) -> egui::Color32 {
    match status {
        Status::Paid => cx.palette.cooling.ink,
        Status::Overdue => cx.palette.danger.ink,
        Status::Due | Status::PartPaid => cx.palette.warm.ink,
        Status::Upcoming => cx.palette.accent,
    }
}

/// What the dot under the pointer stands for.
fn nearest(cx: &Cx<'_>, outcome: &Outcome, line: &Line, pointer: Pos2, ships: Option<NaiveDate>) -> String {
    let language = cx.language();
    let away = |date: NaiveDate| (line.at(date).x - pointer.x).abs();
    let dated = outcome.rows.iter().filter_map(|row| Some((row.row.due?, row)));
    let closest = dated.min_by(|(one, _), (other, _)| away(*one).total_cmp(&away(*other)));
    match (closest, ships) {
        (Some((due, _)), Some(ships)) if away(ships) < away(due) => {
            format!("{} · {}", cx.text.deposit.ships, format::date_compact(ships, language))
        }
        (Some((_, row)), _) => {
            let (part, parts) = outcome.schedule.place(&row.row);
            let what = words::row_name(row.row.label, part, parts, language);
            let date = words::due(&row.row, language);
            format!("{what} · {date} · {}", format::money(row.row.amount, language))
        }
        (None, _) => String::new(),
    }
}

struct Line {
    first: NaiveDate,
    last: NaiveDate,
    rect: Rect,
}

impl Line {
    fn at(&self, date: NaiveDate) -> Pos2 {
        let whole = days_between(self.first, self.last).max(1) as f32;
        let share = (days_between(self.first, date) as f32 / whole).clamp(0.0, 1.0);
        Pos2::new(self.rect.left() + share * self.rect.width(), self.rect.center().y)
    }
}
