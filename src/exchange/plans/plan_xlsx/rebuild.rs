//! Makes a plan from what a sheet shows: the original terms if unchanged, else free lines with the same result.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::seen::{SeenDue, SeenRow, SeenSchedule};
use crate::domain::deposit::{
    LineAmount, Plan, Planned, ScheduleRow, Shift, Span, Terms, TermsLine, TermsRows, When,
};
use crate::domain::files::export_problem::PlanReadProblem;

pub(crate) fn rebuilt(seen: &SeenSchedule, original: Option<&Plan>) -> Result<Plan, PlanReadProblem> {
    let known = original.and_then(|plan| Some((plan, plan.schedule().ok()?.rows().to_vec())));
    let Some((plan, rows)) = known else {
        let lines = seen.rows.iter().map(plain_line).collect();
        return checked(Plan::new(Terms::new(seen.total, start(seen), TermsRows::Lines(lines))), seen);
    };
    if plan.terms.total == seen.total && as_before(seen, &rows) {
        return Ok(plan.clone());
    }
    let made = plan.terms.as_lines().unwrap_or_default();
    let mut used = BTreeSet::new();
    let lines: Vec<(TermsLine, &SeenRow)> = seen
        .rows
        .iter()
        .map(|row| {
            let before = row.n.filter(|n| used.insert(*n));
            let before = before.and_then(|n| rows.iter().find(|row| row.n == n));
            (line(row, before, &made, plan), row)
        })
        .collect();
    let edited = |shift: Shift, lines: Vec<TermsLine>| {
        let terms = Terms {
            total: seen.total,
            rows: TermsRows::Lines(lines),
            round: None,
            shift,
            ..plan.terms.clone()
        };
        Plan { terms, kept: Vec::new(), ..plan.clone() }
    };
    let by_rules = edited(plan.terms.shift, lines.iter().map(|(line, _)| line.clone()).collect());
    if shows(&by_rules, seen) {
        return Ok(by_rules);
    }
    // A typed date is kept, even if it is a day off.
    let by_dates = lines.into_iter().map(|(line, row)| match row.due {
        SeenDue::On(date) if !falls_on(&line, date, &plan.terms) => {
            TermsLine { when: When::On(date), ..line }
        }
        SeenDue::On(_) | SeenDue::Upon(_) => line,
    });
    checked(edited(Shift::None, by_dates.collect()), seen)
}

/// Whether the rule gives this date without being moved off a day off.
fn falls_on(line: &TermsLine, date: NaiveDate, terms: &Terms) -> bool {
    line.when.due(terms.start, &terms.milestones) == Some(Planned::On(date))
}

fn checked(plan: Plan, seen: &SeenSchedule) -> Result<Plan, PlanReadProblem> {
    plan.schedule()?;
    if shows(&plan, seen) { Ok(plan) } else { Err(PlanReadProblem::NoSchedule) }
}

/// Whether the plan has exactly these amounts and dates.
fn shows(plan: &Plan, seen: &SeenSchedule) -> bool {
    plan.schedule().is_ok_and(|schedule| {
        let rows = schedule.rows();
        rows.len() == seen.rows.len()
            && rows
                .iter()
                .zip(&seen.rows)
                .all(|(row, seen)| row.amount == seen.amount && is_due(row, &seen.due))
    })
}

/// Whether nothing was changed, moved, added or removed.
fn as_before(seen: &SeenSchedule, rows: &[ScheduleRow]) -> bool {
    rows.len() == seen.rows.len()
        && rows.iter().zip(&seen.rows).all(|(row, seen)| {
            seen.n.is_none_or(|n| n == row.n) && row.amount == seen.amount && is_due(row, &seen.due)
        })
}

fn is_due(row: &ScheduleRow, seen: &SeenDue) -> bool {
    match seen {
        SeenDue::On(date) => row.due == Some(*date),
        SeenDue::Upon(when) => row.due.is_none() && row.when.as_ref().map(plain_span).as_ref() == Some(when),
    }
}

/// Zero days and zero weeks are the same, as their wording does not differ.
fn plain_span(when: &When) -> When {
    match when.clone() {
        When::Upon { milestone, span: Span { count: 0, .. }, rule } => {
            When::Upon { milestone, span: Span::ZERO, rule }
        }
        other @ (When::On(_) | When::After { .. } | When::Upon { .. }) => other,
    }
}

/// A line with the amount in the sheet; everything else as before, as far as it still fits.
fn line(seen: &SeenRow, before: Option<&ScheduleRow>, made: &[TermsLine], plan: &Plan) -> TermsLine {
    let Some(before) = before else { return plain_line(seen) };
    let old = old_line(before, made, plan);
    let when = old.filter(|_| is_due(before, &seen.due)).map(|line| line.when.clone());
    TermsLine {
        amount: LineAmount::Fixed(seen.amount.decimal()),
        when: when.unwrap_or_else(|| plain_when(&seen.due)),
        label: before.label,
        locked: old.is_some_and(|line| line.locked),
        extra: old.map(|line| line.extra.clone()).unwrap_or_default(),
    }
}

fn plain_line(seen: &SeenRow) -> TermsLine {
    TermsLine::new(LineAmount::Fixed(seen.amount.decimal()), plain_when(&seen.due))
}

fn plain_when(due: &SeenDue) -> When {
    match due {
        SeenDue::On(date) => When::On(*date),
        SeenDue::Upon(when) => when.clone(),
    }
}

/// The line that made a row. Rows kept from earlier terms come before those of the current terms, which may have lost
/// rows to them, so in that case a line is only recognised by what the row waits for.
fn old_line<'a>(row: &ScheduleRow, made: &'a [TermsLine], plan: &Plan) -> Option<&'a TermsLine> {
    if plan.kept.is_empty() {
        return made.get(usize::try_from(row.n).ok()?.checked_sub(1)?);
    }
    made.iter().find(|line| !row.kept && line.when.milestone().is_some_and(|m| row.upon() == Some(m)))
}

/// The first date in the sheet; it only anchors rules, which these rows do not have.
fn start(seen: &SeenSchedule) -> NaiveDate {
    let dates = seen.rows.iter().filter_map(|row| match row.due {
        SeenDue::On(date) => Some(date),
        SeenDue::Upon(_) => None,
    });
    dates.min().unwrap_or(NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default())
}
