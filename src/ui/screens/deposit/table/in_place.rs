//! The parts of a table row that can be clicked: its amount, its date, its lock.

use chrono::NaiveDate;
use egui::{
    CornerRadius, CursorIcon, Key, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Ui, WidgetInfo,
    vec2,
};

use crate::domain::deposit::{ByHand, Hold, Milestone, Plan, ScheduleRow, Terms, When};
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::PlanWish;
use crate::ui::screens::deposit::fields::typed;
use crate::ui::widgets::{DateQuestion, changing};
use crate::ui::{icons, theme, tokens};

/// Width for a month of the calendar.
const DATE: f32 = 240.0;

/// A clickable area of the table, with a pointing hand over it.
pub fn button(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, name: &str) -> Response {
    let rect = rect.expand2(vec2(tokens::XS, -tokens::XXS));
    let response = changing(ui, |ui| ui.interact(rect, ui.scope_id().with(name), Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, response.enabled(), name));
    let radius = CornerRadius::same(4);
    if response.hovered() {
        ui.painter().rect_filled(rect, radius, cx.palette.sunken);
    }
    if response.has_focus() {
        let ring = egui::Stroke::new(tokens::LINE, cx.palette.accent);
        ui.painter().rect_stroke(rect, radius, ring, egui::StrokeKind::Inside);
    }
    response.on_hover_cursor(CursorIcon::Text)
}

/// A date being typed in the table.
#[derive(Debug)]
pub struct Dating {
    pub row: u32,
    question: DateQuestion,
}

/// Asks for the row's date, or for the date of the event it waits for; returned once confirmed, or when the question is
/// left.
pub fn due(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    rect: Rect,
    row: &ScheduleRow,
    dating: &mut Option<Dating>,
) -> Option<PlanWish> {
    let name = (cx.text.plan_rows.change_due)(row.n);
    let opened = button(ui, cx, rect, &name);
    let (label, known) = match row.upon() {
        Some(milestone) => {
            let known = plan.terms.milestones.get(&milestone).copied();
            (words::milestone_date(milestone, cx.language()), known)
        }
        None => {
            let number = usize::try_from(row.n).unwrap_or_default();
            ((cx.text.plan_rows.date)(number), row.due)
        }
    };
    let mut given = false;
    let popup = Popup::menu(&opened).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let shown = popup.show(|ui| {
        ui.set_width(DATE);
        // A date typed for another row is taken first.
        let asked = dating.get_or_insert_with(|| Dating { row: row.n, question: DateQuestion::default() });
        if asked.row == row.n {
            given = asked.question.show(ui, cx, (&label, cx.text.deposit.date_keys), known);
        }
        if given {
            ui.close();
        }
    });
    let over = shown.is_none_or(|shown| shown.response.should_close());
    let asked = dating.take_if(|asked| over && asked.row == row.n)?;
    let left = !given && ui.input(|input| input.key_pressed(Key::Escape));
    asked.question.answer().filter(|_| !left).and_then(|answer| dated(plan, row, known, answer))
}

fn dated(
    plan: &Plan,
    row: &ScheduleRow,
    known: Option<NaiveDate>,
    answer: Option<NaiveDate>,
) -> Option<PlanWish> {
    if answer == known {
        return None;
    }
    match (row.upon(), answer) {
        (Some(milestone), answer) => Some(typed(happened(plan, milestone, answer))),
        (None, Some(date)) => Some(PlanWish::ByHand(row.n, ByHand::When(When::On(date)))),
        (None, None) => None,
    }
}

/// The terms with the date of a milestone.
fn happened(plan: &Plan, milestone: Milestone, date: Option<NaiveDate>) -> Terms {
    let mut terms = plan.terms.clone();
    match date {
        Some(date) => terms.milestones.insert(milestone, date),
        None => terms.milestones.remove(&milestone),
    };
    terms
}

/// Locks a row, so that changes of other rows leave it alone; visible where it is locked or pointed at.
pub fn lock(
    ui: &mut Ui,
    cx: &Cx<'_>,
    line: Rect,
    rect: Rect,
    row: u32,
    hold: Option<Hold>,
) -> Option<PlanWish> {
    let words = &cx.text.plan_rows;
    let (name, icon, always) = match hold? {
        Hold::Open | Hold::PartPaid => ((words.lock)(row), icons::LOCK_SIMPLE_OPEN, false),
        Hold::Locked => ((words.unlock)(row), icons::LOCK_SIMPLE, true),
        Hold::Paid => ((words.paid)(row), icons::LOCK_SIMPLE, true),
    };
    let paid = hold == Some(Hold::Paid);
    let (sense, role) = if paid { (Sense::hover(), Role::Label) } else { (Sense::click(), Role::Button) };
    let area = |ui: &mut Ui| ui.interact(rect, ui.scope_id().with("lock"), sense);
    let response = if paid { area(ui) } else { changing(ui, area) };
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(role, enabled, &name));
    if always || response.has_focus() || (enabled && ui.rect_contains_pointer(line)) {
        let strong = response.hovered() && !paid;
        let ink = if strong || hold == Some(Hold::Locked) { cx.palette.text } else { cx.palette.weak_text };
        let font = theme::font(tokens::HEADING);
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, icon, font, ink);
    }
    let clicked = response.clicked();
    let held = hold == Some(Hold::Locked);
    response.on_hover_text(if held { format!("{name}\n{}", words.locked_hint) } else { name });
    clicked.then(|| PlanWish::ByHand(row, ByHand::Locked(hold != Some(Hold::Locked))))
}
