//! When a line is due: chosen in words, with one number or one date.

use chrono::NaiveDate;
use egui::Ui;

use crate::domain::deposit::{Anchor, DayOfMonth, DayRule, Milestone, PeriodUnit, Plan, Planned, Span, When};
use crate::domain::names::Named as _;
use crate::domain::typed::count::{CountUnit, understand_count};
use crate::text::Language;
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::date_field;
use crate::ui::widgets::{Typed, cell_of_width, choice, parsed_field};

const NUMBER: f32 = 88.0;
/// The initial values of the number fields: 30 days, the 15th.
const USUAL_DAYS: u32 = 30;
const USUAL_DAY: u8 = 15;

#[derive(Clone, Copy, PartialEq, Eq)]
enum MomentKind {
    After(PeriodUnit),
    EndOfMonth,
    DayOfNextMonth,
    NextDay,
    Date,
    Upon(Milestone),
    /// A rule that is written as text only.
    Other,
}

pub fn cells(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, number: usize, when: &When) -> Option<When> {
    let label = (cx.text.plan_rows.when)(number);
    let chosen = kind(when);
    let room = ui.max_rect().width();
    // In a strip the number is next to the choice, which takes the remaining width.
    let wide = kind_width(cx).min(room - NUMBER - tokens::M);
    let picked = cell_of_width(ui, wide, |ui| choice(ui, &label, chosen, &kinds(cx, chosen, when)));
    let due = match when.due(plan.terms.start, &plan.terms.milestones) {
        Some(Planned::On(date)) => date,
        Some(Planned::Open(_)) | None => plan.terms.start,
    };
    let changed = picked.and_then(|kind| usual(kind, due));
    let typed = match when {
        When::On(date) => {
            let name = (cx.text.plan_rows.date)(number);
            cell_of_width(ui, date_width(cx), |ui| date_field(ui, cx, &name, Some(*date)))
                .flatten()
                .map(When::On)
        }
        When::After { rule: None, span, .. } | When::Upon { rule: None, span, .. } => {
            let count = cell_of_width(ui, NUMBER, |ui| count(ui, cx, number, span.count));
            count.map(|count| with_count(when, count))
        }
        When::After { rule: Some(rule), span: Span { count: 0, .. }, anchor: Anchor::Start } => {
            single_day(rule).and_then(|day| {
                let typed = cell_of_width(ui, NUMBER, |ui| day_field(ui, cx, number, day));
                typed.map(|day| ruled(rule, day))
            })
        }
        When::After { rule: Some(_), .. } | When::Upon { rule: Some(_), .. } => None,
    };
    typed.or(changed)
}

/// Width of the choice: choices are longer in English, dates in Chinese, and one of them fits in the row.
fn kind_width(cx: &Cx<'_>) -> f32 {
    match cx.language() {
        Language::English => 192.0,
        Language::Chinese => 152.0,
    }
}

/// Width for a date with its weekday, and the calendar button.
fn date_width(cx: &Cx<'_>) -> f32 {
    match cx.language() {
        Language::English => 204.0,
        Language::Chinese => 236.0,
    }
}

fn kind(when: &When) -> MomentKind {
    match when {
        When::On(_) => MomentKind::Date,
        When::After { anchor: Anchor::Start, span, rule: None } => MomentKind::After(span.unit),
        When::After { anchor: Anchor::EndOfMonth, span: Span { unit: PeriodUnit::Days, .. }, rule: None } => {
            MomentKind::EndOfMonth
        }
        When::After { anchor: Anchor::Start, span: Span { count: 0, .. }, rule: Some(rule) } => {
            match (rule, single_day(rule)) {
                (DayRule::NextMonth(_), _) => MomentKind::DayOfNextMonth,
                (DayRule::NextOf(_), Some(_)) => MomentKind::NextDay,
                (DayRule::NextOf(_) | DayRule::EndOfMonth, _) => MomentKind::Other,
            }
        }
        When::Upon { milestone, span: Span { unit: PeriodUnit::Days, .. }, rule: None } => {
            MomentKind::Upon(*milestone)
        }
        When::After { .. } | When::Upon { .. } => MomentKind::Other,
    }
}

fn kinds(cx: &Cx<'_>, chosen: MomentKind, when: &When) -> Vec<(MomentKind, String)> {
    let text = &cx.text.plan_rows;
    let mut all: Vec<(MomentKind, String)> = [
        (MomentKind::After(PeriodUnit::Days), text.days_after),
        (MomentKind::After(PeriodUnit::Weeks), text.weeks_after),
        (MomentKind::After(PeriodUnit::Months), text.months_after),
        (MomentKind::EndOfMonth, text.end_of_month),
        (MomentKind::DayOfNextMonth, text.day_of_next_month),
        (MomentKind::NextDay, text.next_day),
        (MomentKind::Date, text.fixed_date),
    ]
    .map(|(kind, name)| (kind, name.to_owned()))
    .to_vec();
    all.extend(
        Milestone::members()
            .map(|each| (MomentKind::Upon(each), words::milestone(each, cx.language()).to_owned())),
    );
    if chosen == MomentKind::Other {
        all.push((MomentKind::Other, words::when(when, cx.language())));
    }
    all
}

/// The initial moment for a choice.
fn usual(kind: MomentKind, due: NaiveDate) -> Option<When> {
    let days = |count| Span { count, unit: PeriodUnit::Days };
    let after = |anchor, span, rule| When::After { anchor, span, rule };
    let day = DayOfMonth::new(USUAL_DAY)?;
    Some(match kind {
        MomentKind::After(unit) => {
            let count = if unit == PeriodUnit::Days { USUAL_DAYS } else { 1 };
            after(Anchor::Start, Span { count, unit }, None)
        }
        MomentKind::EndOfMonth => after(Anchor::EndOfMonth, days(USUAL_DAYS), None),
        MomentKind::DayOfNextMonth => after(Anchor::Start, Span::ZERO, Some(DayRule::NextMonth(day))),
        MomentKind::NextDay => after(Anchor::Start, Span::ZERO, Some(DayRule::NextOf([day].into()))),
        MomentKind::Date => When::On(due),
        MomentKind::Upon(milestone) => When::Upon { milestone, span: Span::ZERO, rule: None },
        MomentKind::Other => return None,
    })
}

fn with_count(when: &When, count: u32) -> When {
    match when.clone() {
        When::After { anchor, span, rule } => When::After { anchor, span: Span { count, ..span }, rule },
        When::Upon { milestone, span, rule } => When::Upon { milestone, span: Span { count, ..span }, rule },
        on @ When::On(_) => on,
    }
}

fn single_day(rule: &DayRule) -> Option<DayOfMonth> {
    match rule {
        DayRule::NextMonth(day) => Some(*day),
        DayRule::NextOf(days) => match days.as_ref() {
            [day] => Some(*day),
            _several => None,
        },
        DayRule::EndOfMonth => None,
    }
}

fn ruled(rule: &DayRule, day: DayOfMonth) -> When {
    let rule = match rule {
        DayRule::NextMonth(_) => DayRule::NextMonth(day),
        DayRule::NextOf(_) | DayRule::EndOfMonth => DayRule::NextOf([day].into()),
    };
    When::After { anchor: Anchor::Start, span: Span::ZERO, rule: Some(rule) }
}

fn count(ui: &mut Ui, cx: &Cx<'_>, number: usize, count: u32) -> Option<u32> {
    let read = |text: &str| {
        let count = understand_count(text, CountUnit::Bare, 0..=9_999).one();
        count.ok_or_else(|| cx.text.deposit.bad_parts.to_owned())
    };
    let label = (cx.text.plan_rows.number)(number);
    let typed =
        Typed { label: &label, shown: count.to_string(), hint: "0", read: &read, right_aligned: false };
    parsed_field(ui, &typed)
}

fn day_field(ui: &mut Ui, cx: &Cx<'_>, number: usize, day: DayOfMonth) -> Option<DayOfMonth> {
    let read = |text: &str| {
        let day = understand_count(text, CountUnit::Bare, 1..=31).one();
        let day = day.and_then(|day| u8::try_from(day).ok()).and_then(DayOfMonth::new);
        day.ok_or_else(|| cx.text.plan_rows.bad_day.to_owned())
    };
    let label = (cx.text.plan_rows.number)(number);
    let typed =
        Typed { label: &label, shown: day.get().to_string(), hint: "15", read: &read, right_aligned: false };
    parsed_field(ui, &typed)
}
