//! One row of the list: who, how much, why now, and when.

use egui::{Align2, CornerRadius, FontFamily, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::rows::{Fold, ListRow};
use crate::domain::deal::{Deal, DealId};
use crate::domain::today::{Item, TodayGroup, TodayReason};
use crate::text::format;
use crate::text::visible::in_one_line;
use crate::text::window::{day, deal};
use crate::ui::cx::Cx;
use crate::ui::tokens::Tint;
use crate::ui::widgets::{elided, paint_line, temperature_icon};
use crate::ui::{icons, theme, tokens};

/// The part of a row that was clicked.
pub enum Clicked {
    Nothing,
    Deal(DealId),
    Fold(Fold),
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, row: &ListRow, selected: Option<&DealId>) -> Clicked {
    match row {
        ListRow::Group(group, count) => {
            let name = (cx.text.list.group)(*group);
            heading(ui, cx, rect, name);
            let label = ui.interact(rect, ui.scope_id().with(("group", *group)), Sense::hover());
            label.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, format!("{name} {count}")));
            Clicked::Nothing
        }
        ListRow::Folded { fold, count, open } => folded(ui, cx, rect, *fold, *count, *open),
        ListRow::Deal(deal, item) => {
            let response = deal_row(ui, cx, rect, deal, item.as_deref(), selected == Some(&deal.id));
            if response.clicked() { Clicked::Deal(deal.id.clone()) } else { Clicked::Nothing }
        }
    }
}

fn heading(ui: &Ui, cx: &Cx<'_>, rect: Rect, name: &str) {
    let width = rect.width() - tokens::both(tokens::L);
    let galley = elided(ui, name, tokens::SMALL, FontFamily::Proportional, cx.palette.weak_text, width);
    paint_line(ui, galley, pos2(rect.left() + tokens::L, rect.bottom() - tokens::L), Align2::LEFT_CENTER);
}

fn folded(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, fold: Fold, count: usize, open: bool) -> Clicked {
    let response = ui.interact(rect, ui.scope_id().with(("fold", fold)), Sense::click());
    let name = match fold {
        Fold::Waiting => (cx.text.list.group)(TodayGroup::Waiting),
        Fold::Handled => cx.text.list.handled,
    };
    let more = (cx.text.list.more)(count);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, open, format!("{name}, {more}")));
    heading(ui, cx, rect, name);
    let caret = if open { icons::CARET_UP } else { icons::CARET_DOWN };
    let ink = if response.hovered() || response.has_focus() { cx.palette.text } else { cx.palette.weak_text };
    let words = format!("{more} {caret}");
    let galley = elided(ui, &words, tokens::SMALL, FontFamily::Proportional, ink, rect.width() / 2.0);
    paint_line(ui, galley, pos2(rect.right() - tokens::L, rect.bottom() - tokens::L), Align2::RIGHT_CENTER);
    if response.clicked() { Clicked::Fold(fold) } else { Clicked::Nothing }
}

fn deal_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    rect: Rect,
    deal: &Deal,
    item: Option<&Item>,
    selected: bool,
) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(&deal.id), Sense::click());
    let money = deal.agreed.money().map_or_else(String::new, format::money_short);
    let (why, when) = (in_one_line(&second_line(cx, deal, item), 200), when(cx, deal, item));
    let who = &*in_one_line(deal::buyer(deal, cx.language()), 200);
    let name = [who, money.as_str(), why.as_str(), when.0.as_str()];
    let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, selected, &name));
    background(ui, cx, rect, &response, selected);

    let (icon, tint) = mark(cx, item);
    let glyph = elided(ui, &icon.to_string(), tokens::TITLE, theme::filled(), tint.ink, tokens::XXL);
    paint_line(ui, glyph, pos2(rect.left() + 26.0, rect.center().y), Align2::CENTER_CENTER);

    let (left, right) = (rect.left() + 48.0, rect.right() - tokens::L);
    let (upper, lower) = (rect.top() + 19.0, rect.top() + 39.0);
    let amount =
        elided(ui, &money, tokens::BODY, FontFamily::Proportional, cx.palette.text, rect.width() / 2.0);
    let amount = paint_line(ui, amount, pos2(right, upper), Align2::RIGHT_CENTER);
    let ink = if when.1 { cx.palette.danger.ink } else { cx.palette.weak_text };
    let date = elided(ui, &when.0, tokens::SMALL, FontFamily::Proportional, ink, rect.width() / 2.0);
    let date = paint_line(ui, date, pos2(right, lower), Align2::RIGHT_CENTER);
    let upper_width = amount.left() - left - tokens::S;
    let lower_width = date.left() - left - tokens::S;
    let title = elided(ui, who, tokens::BODY, theme::bold_name(who), cx.palette.text, upper_width);
    let reason = elided(ui, &why, tokens::SMALL, FontFamily::Proportional, cx.palette.weak_text, lower_width);
    let cut = title.elided || reason.elided;
    paint_line(ui, title, pos2(left, upper), Align2::LEFT_CENTER);
    paint_line(ui, reason, pos2(left, lower), Align2::LEFT_CENTER);
    if cut { response.on_hover_text(format!("{who}\n{why}")) } else { response }
}

fn background(ui: &Ui, cx: &Cx<'_>, rect: Rect, response: &Response, selected: bool) {
    if selected {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.palette.selection);
        let edge = Rect::from_min_size(rect.min, vec2(tokens::MARK + tokens::LINE, rect.height()));
        ui.painter().rect_filled(edge, CornerRadius::ZERO, cx.palette.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.palette.sunken);
    }
    if response.has_focus() {
        let ring = Stroke::new(tokens::MARK, cx.palette.accent);
        ui.painter().rect_stroke(
            rect.shrink(tokens::MARK),
            CornerRadius::same(tokens::RADIUS),
            ring,
            egui::StrokeKind::Inside,
        );
    }
}

/// The buyer's last words where we owe a reply, else the reason.
fn second_line(cx: &Cx<'_>, deal: &Deal, item: Option<&Item>) -> String {
    let Some(item) = item else {
        let pause = deal.pause.as_ref().filter(|_| deal.is_paused(cx.now.date));
        return pause.map_or_else(
            || (cx.text.list.stage_name)(deal.stage()).to_owned(),
            |pause| match pause.lacks() {
                Some(_) => day::paused(Some(pause), cx.language()),
                None => pause.reason.clone(),
            },
        );
    };
    let owes_answer = matches!(item.reason, TodayReason::TheyWrote { .. });
    let quotes = owes_answer || item.group == TodayGroup::FollowUp;
    match crate::domain::today::turn::last_words(deal).filter(|_| quotes) {
        Some(words) => format!("“{words}”"),
        None => deal::reason(item, cx.now.date, cx.language()),
    }
}

/// When, and whether it is overdue money.
fn when(cx: &Cx<'_>, deal: &Deal, item: Option<&Item>) -> (String, bool) {
    let Some(item) = item else {
        let until = deal.pause.as_ref().and_then(|pause| pause.until);
        let until = until.filter(|_| deal.is_paused(cx.now.date));
        return (until.map_or_else(String::new, |date| format::date_short(date, cx.language())), false);
    };
    match &item.reason {
        TodayReason::RowDue(row) if row.overdue => (cx.text.list.overdue.to_owned(), true),
        TodayReason::InTransit { .. } => (cx.text.list.in_transit.to_owned(), false),
        TodayReason::NextIsDue(_) if item.group == TodayGroup::FollowUp => {
            (crate::text::office::short(deal, cx.calendars, cx.now, cx.language()), false)
        }
        TodayReason::Waits(_) | TodayReason::Stopped => (String::new(), false),
        TodayReason::Expires { on } => (format::date_short(*on, cx.language()), false),
        TodayReason::TheyWrote { .. }
        | TodayReason::OurPromiseDue { .. }
        | TodayReason::PromiseDue { .. }
        | TodayReason::RowDue(_)
        | TodayReason::Bounced { .. }
        | TodayReason::NextIsDue(_) => {
            (item.due.map_or_else(String::new, |due| deal::ago(due, cx.now.date, cx.language())), false)
        }
    }
}

/// The icon for the kind of row; follow-ups show how cold the deal is.
fn mark(cx: &Cx<'_>, item: Option<&Item>) -> (char, Tint) {
    let Some(item) = item else {
        return (icons::PAUSE, Tint { ink: cx.palette.weak_text, tint: cx.palette.sunken });
    };
    match (item.group, &item.reason) {
        (TodayGroup::Reply, _) => (icons::CHAT_CIRCLE_DOTS, cx.palette.warm),
        (TodayGroup::Money, TodayReason::InTransit { .. }) => (icons::HOURGLASS_MEDIUM, cx.palette.warm),
        (TodayGroup::Money, TodayReason::RowDue(row)) if row.overdue => (icons::COINS, cx.palette.danger),
        (TodayGroup::Money, _) => (icons::COINS, cx.palette.warm),
        (TodayGroup::Unreachable, _) => (icons::LINK_BREAK, cx.palette.warm),
        (TodayGroup::Expiring, _) => (icons::CALENDAR_BLANK, cx.palette.warm),
        (TodayGroup::Progress, _) => (icons::PACKAGE, cx.palette.cooling),
        (TodayGroup::FollowUp | TodayGroup::Waiting, _) => {
            (temperature_icon(item.temperature), cx.palette.temperature(item.temperature))
        }
    }
}
