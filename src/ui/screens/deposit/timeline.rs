//! The plan as a timeline: payments as dots, above them today, production, shipment and the last true day.

use chrono::NaiveDate;
use egui::{Align2, Color32, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::PlanOutcome;
use super::forecast::Forecast;
use crate::domain::calendar::days_between;
use crate::domain::deposit::last_true_day;
use crate::domain::deposit::{Ships, Start, Status};
use crate::text::format;
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;
use crate::ui::{icons, theme, tokens};

/// Room for a mark, and for the words next to it.
const MARK: f32 = 18.0;
const DOT: f32 = 6.0;
/// Above the line the marks, below it the words of the payments.
const ABOVE: f32 = 22.0;
const BELOW: f32 = 22.0;

/// Something that happens on a day.
struct TimelineEvent {
    on: NaiveDate,
    icon: char,
    ink: Color32,
    name: String,
    /// Which labels are dropped first where there is no room for all.
    rank: u8,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, forecast: &Forecast<'_>, outcome: &PlanOutcome) {
    let events = events(cx, forecast, outcome);
    let due = || outcome.rows.iter().filter_map(|row| row.row.due);
    let dates = || due().chain(events.iter().map(|event| event.on));
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else { return };
    if due().next().is_none() && events.len() < 2 {
        return;
    }
    let size = vec2(ui.available_width(), ABOVE + 2.0 * DOT + BELOW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, cx.text.deposit.timeline));
    let centre = rect.top() + ABOVE + DOT;
    let line =
        TimeAxis { first, last, from: rect.left() + tokens::S, to: rect.right() - tokens::S, y: centre };
    let track =
        Rect::from_min_max(pos2(line.from, centre - tokens::MARK), pos2(line.to, centre + tokens::MARK));
    ui.painter().rect_filled(track, tokens::MARK, cx.palette.hairline);
    let elapsed = track.with_max_x(line.at(cx.now.date));
    if elapsed.width() > 0.0 {
        ui.painter().rect_filled(elapsed, tokens::MARK, cx.palette.cooling.ink);
    }
    marks(ui, cx, &line, rect, &events);
    payments(ui, cx, &line, rect, outcome);
}

fn events(cx: &Cx<'_>, forecast: &Forecast<'_>, outcome: &PlanOutcome) -> Vec<TimelineEvent> {
    let (text, palette) = (&cx.text.plan_rows, cx.palette);
    let starts = forecast.production.start.map(Start::day);
    let ships = forecast.production.ships.map(Ships::day);
    let last = last_true_day(forecast.shipping).map(|last| last.date);
    let ship_ink = if forecast.late.is_some() { palette.warm.ink } else { palette.text };
    let today = Some(cx.now.date).filter(|today| {
        outcome.rows.iter().filter_map(|row| row.row.due).max().is_some_and(|end| *today <= end)
    });
    [
        (last, icons::ANCHOR, palette.accent, text.last_day, 0),
        (ships, icons::TRUCK, ship_ink, cx.text.deposit.ships, 1),
        (forecast.shipping.ship_by, icons::FLAG, palette.text, text.ship_by, 2),
        (starts, icons::FACTORY, palette.text, text.starts, 3),
        (today, icons::MAP_PIN, palette.weak_text, cx.text.deposit.today, 4),
    ]
    .into_iter()
    .filter_map(|(on, icon, ink, name, rank)| {
        Some(TimelineEvent { on: on?, icon, ink, name: name.to_owned(), rank })
    })
    .collect()
}

/// The marks side by side, each as close to its date as its neighbours allow; labels where there is room.
fn marks(ui: &mut Ui, cx: &Cx<'_>, line: &TimeAxis, room: Rect, events: &[TimelineEvent]) {
    let mut order: Vec<&TimelineEvent> = events.iter().collect();
    order.sort_by_key(|event| (event.on, event.rank));
    let wanted: Vec<f32> = order.iter().map(|event| line.at(event.on)).collect();
    let places = apart(&wanted, MARK, room.left() + MARK / 2.0, room.right() - MARK / 2.0);
    let middle = room.top() + MARK / 2.0;
    let mut taken: Vec<Rect> =
        places.iter().map(|x| Rect::from_center_size(pos2(*x, middle), Vec2::splat(MARK))).collect();
    for (event, at) in order.iter().zip(taken.clone()) {
        let font = theme::font(tokens::HEADING);
        ui.painter().text(at.center(), Align2::CENTER_CENTER, event.icon, font, event.ink);
        let stem = line.at(event.on);
        let hair = egui::Stroke::new(tokens::LINE, event.ink);
        ui.painter().line_segment([pos2(stem, line.y - DOT), pos2(stem, line.y + DOT)], hair);
        let said = format!("{} · {}", event.name, format::date_compact(event.on, cx.language()));
        let response = ui.interact(at, ui.scope_id().with(("mark", event.rank)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        response.on_hover_text(said);
    }
    let mut ranked: Vec<(&&TimelineEvent, f32)> = order.iter().zip(places).collect();
    ranked.sort_by_key(|(event, _)| event.rank);
    for (event, x) in ranked {
        let words = format!("{} {}", event.name, format::date_short(event.on, cx.language()));
        let galley = ui.painter().layout_no_wrap(words, theme::font(tokens::SMALL), event.ink);
        if let Some(place) = beside(pos2(x, middle), galley.size(), room, &taken) {
            ui.painter().galley(place.min, galley, event.ink);
            taken.push(place);
        }
    }
}

/// Free space for a label of this size next to a mark: on its right, else on its left.
fn beside(mark: Pos2, size: Vec2, room: Rect, taken: &[Rect]) -> Option<Rect> {
    let away = MARK / 2.0 + tokens::MARK;
    let top = mark.y - size.y / 2.0;
    [mark.x + away, mark.x - away - size.x]
        .into_iter()
        .map(|left| Rect::from_min_size(pos2(left, top), size))
        .filter(|place| place.left() >= room.left() && place.right() <= room.right())
        .find(|place| {
            let near = place.expand2(vec2(tokens::XS, 0.0));
            !taken.iter().any(|other| !other.contains(mark) && other.intersects(near))
        })
}

/// A dot for each payment with a date, its amount below where there is room, and a tooltip with the rest.
fn payments(ui: &mut Ui, cx: &Cx<'_>, line: &TimeAxis, room: Rect, outcome: &PlanOutcome) {
    let mut dated: Vec<_> =
        outcome.rows.iter().filter_map(|row| Some((line.at(row.row.due?), row))).collect();
    dated.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let distance = 2.0 * DOT + tokens::MARK;
    let room_for = (line.to - line.from) / distance;
    if dated.len() as f32 > room_for {
        // A dot that would hide the one before it is left out: the table has every row.
        dated.dedup_by(|(next, _), (last, _)| *next - *last < DOT);
    }
    let wanted: Vec<f32> = dated.iter().map(|(x, _)| *x).collect();
    let places = apart(&wanted, distance, line.from, line.to);
    let mut free_from = room.left();
    for ((_, status), x) in dated.into_iter().zip(places) {
        let at = pos2(x, line.y);
        ui.painter().circle(at, DOT, ink(cx, status.status), (tokens::MARK, cx.palette.surface));
        let row = &status.row;
        let font = theme::font(tokens::SMALL);
        let galley = ui.painter().layout_no_wrap(format::amount(row.amount), font, cx.palette.weak_text);
        let half = galley.size().x / 2.0;
        let left = (x - half).clamp(room.left(), (room.right() - 2.0 * half).max(room.left()));
        if left >= free_from {
            ui.painter().galley(pos2(left, line.y + DOT + tokens::XS), galley, cx.palette.weak_text);
            free_from = left + 2.0 * half + tokens::S;
        }
        let what = outcome.name(row.n, cx.language());
        let date = words::due(row, cx.language());
        let said = format!("{what} · {date} · {}", format::money(row.amount, cx.language()));
        let area = Rect::from_center_size(at, Vec2::splat(2.0 * DOT));
        let response = ui.interact(area, ui.scope_id().with(("dot", row.n)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        response.on_hover_text(said);
    }
}

fn ink(cx: &Cx<'_>, status: Status) -> Color32 {
    match status {
        Status::Paid => cx.palette.cooling.ink,
        Status::Overdue => cx.palette.danger.ink,
        Status::Due | Status::PartPaid => cx.palette.warm.ink,
        Status::Upcoming => cx.palette.accent,
    }
}

/// Positions in rising order, at least `distance` apart where there is room for all of them.
fn apart(wanted: &[f32], distance: f32, from: f32, to: f32) -> Vec<f32> {
    let needed = distance * wanted.len().saturating_sub(1) as f32;
    if needed > to - from {
        return wanted.to_vec();
    }
    let mut places: Vec<f32> = Vec::with_capacity(wanted.len());
    let mut least = from;
    for want in wanted {
        let place = want.max(least);
        places.push(place);
        least = place + distance;
    }
    let mut most = to;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - distance;
    }
    places
}

struct TimeAxis {
    first: NaiveDate,
    last: NaiveDate,
    from: f32,
    to: f32,
    y: f32,
}

impl TimeAxis {
    fn at(&self, date: NaiveDate) -> f32 {
        let whole = days_between(self.first, self.last).max(1) as f32;
        let share = (days_between(self.first, date) as f32 / whole).clamp(0.0, 1.0);
        self.from + share * (self.to - self.from)
    }
}
