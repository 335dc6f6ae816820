//! When a row is due: a date, a span from the start, or one from a milestone; rules for the end and days of months.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::domain::calendar;
use crate::domain::calendar::WorkWeek;
use crate::domain::names::Named as _;
use crate::named;

/// A text that is not a span, an interval or a due rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DueProblem {
    #[error("not an interval above zero; write it like 30d, 2w or 1m")]
    Interval,
    #[error(
        "not a due date; write it like 2026-11-30, +30d, eom+1m, bl-copy+7d or +30d/eom, /15, /5,10, /next-10"
    )]
    When,
}

named! {
    pub enum PeriodUnit {
        Days = "d",
        Weeks = "w",
        Months = "m",
    }
}

/// Whole days, weeks or months; zero is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub count: u32,
    pub unit: PeriodUnit,
}

/// The time between two rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub count: NonZeroU32,
    pub unit: PeriodUnit,
}

named! {
    /// From where a span is counted.
    pub enum Anchor {
        Start = "",
        /// The end of the start's month.
        EndOfMonth = "eom",
        /// The end of the month after the start's.
        EndOfNextMonth = "eonm",
    }
}

named! {
    /// What a payment may wait for. Its date is not known when the terms are agreed, and is entered when it is.
    pub enum Milestone {
        OrderConfirmed = "order",
        ProductionStart = "production",
        GoodsReady = "ready",
        Inspected = "inspection",
        Shipment = "shipment",
        BlCopy = "bl-copy",
        Documents = "documents",
        Arrival = "arrival",
        Delivery = "delivery",
        Acceptance = "acceptance",
    }
}

/// The milestones that have happened, or for which a day is agreed.
pub type MilestoneDays = BTreeMap<Milestone, NaiveDate>;

/// To which day of a month a due date moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayRule {
    EndOfMonth,
    /// The next of these days, from the date itself on.
    NextOf(Box<[DayOfMonth]>),
    /// This day of the following month.
    NextMonth(DayOfMonth),
}

/// 1 to 31; past the end of a month it means the month's last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayOfMonth(u8);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    On(NaiveDate),
    After {
        anchor: Anchor,
        span: Span,
        rule: Option<DayRule>,
    },
    /// A span after a milestone; zero days: on the milestone's day.
    Upon {
        milestone: Milestone,
        span: Span,
        rule: Option<DayRule>,
    },
}

/// When a row is due, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planned {
    On(NaiveDate),
    /// The milestone has no date yet.
    Open(Milestone),
}

named! {
    /// What happens to a due date on a day off.
    pub enum Shift {
        None = "none",
        Next = "next",
        Previous = "previous",
        /// The next working day, unless that leaves the month: then the previous.
        Modified = "modified",
    }
}

impl Span {
    pub const ZERO: Self = Self { count: 0, unit: PeriodUnit::Days };

    /// None past the end of the calendar.
    pub fn after(self, date: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            PeriodUnit::Days => date.checked_add_days(Days::new(u64::from(self.count))),
            PeriodUnit::Weeks => date.checked_add_days(Days::new(u64::from(self.count).checked_mul(7)?)),
            PeriodUnit::Months => date.checked_add_months(Months::new(self.count)),
        }
    }
}

impl Interval {
    /// `times` intervals after `start`, counted from there at once, so that short months do not drift.
    pub fn after(self, start: NaiveDate, times: u32) -> Option<NaiveDate> {
        Span { count: self.count.get().checked_mul(times)?, unit: self.unit }.after(start)
    }
}

impl DayOfMonth {
    pub fn new(day: u8) -> Option<Self> {
        (1..=31).contains(&day).then_some(Self(day))
    }

    pub fn get(self) -> u8 {
        self.0
    }

    fn in_month_of(self, date: NaiveDate) -> NaiveDate {
        calendar::day_of_month(date, u32::from(self.0))
    }
}

impl When {
    /// The date before any shift; none past the end of the calendar.
    pub fn due(&self, start: NaiveDate, milestones: &MilestoneDays) -> Option<Planned> {
        let (from, span, rule) = match self {
            Self::On(date) => return Some(Planned::On(*date)),
            Self::After { anchor, span, rule } => {
                let from = match anchor {
                    Anchor::Start => start,
                    Anchor::EndOfMonth => calendar::end_of_month(start),
                    Anchor::EndOfNextMonth => calendar::end_of_month(calendar::add_months(start, 1)?),
                };
                (from, span, rule)
            }
            Self::Upon { milestone, span, rule } => match milestones.get(milestone) {
                Some(date) => (*date, span, rule),
                None => return Some(Planned::Open(*milestone)),
            },
        };
        let reached = span.after(from)?;
        rule.as_ref().map_or(Some(reached), |rule| rule.apply(reached)).map(Planned::On)
    }

    /// What the row waits for, whether or not it has happened.
    pub fn milestone(&self) -> Option<Milestone> {
        match self {
            Self::Upon { milestone, .. } => Some(*milestone),
            Self::On(_) | Self::After { .. } => None,
        }
    }
}

impl DayRule {
    fn apply(&self, reached: NaiveDate) -> Option<NaiveDate> {
        let next_month = || calendar::add_months(reached.with_day(1)?, 1);
        match self {
            Self::EndOfMonth => Some(calendar::end_of_month(reached)),
            Self::NextMonth(day) => Some(day.in_month_of(next_month()?)),
            Self::NextOf(days) => {
                let here = days.iter().map(|day| day.in_month_of(reached)).filter(|day| *day >= reached);
                match here.min() {
                    Some(day) => Some(day),
                    None => {
                        let month = next_month()?;
                        days.iter().map(|day| day.in_month_of(month)).min()
                    }
                }
            }
        }
    }
}

impl Shift {
    /// The date moved to a working day; none where there is none.
    pub fn apply(self, date: NaiveDate, week: &WorkWeek) -> Option<NaiveDate> {
        match self {
            Self::None => Some(date),
            Self::Next => week.first_from(date),
            Self::Previous => week.last_until(date),
            Self::Modified => {
                let month = |date: NaiveDate| (date.year(), date.month());
                match week.first_from(date) {
                    Some(next) if month(next) == month(date) => Some(next),
                    Some(_) | None => week.last_until(date),
                }
            }
        }
    }
}

impl FromStr for Span {
    type Err = DueProblem;

    fn from_str(text: &str) -> Result<Self, DueProblem> {
        PeriodUnit::members()
            .find_map(|unit| Some(Self { count: read_count(text.strip_suffix(unit.name())?)?, unit }))
            .ok_or(DueProblem::When)
    }
}

impl FromStr for Interval {
    type Err = DueProblem;

    fn from_str(text: &str) -> Result<Self, DueProblem> {
        let span: Span = text.parse().map_err(|_when| DueProblem::Interval)?;
        let count = NonZeroU32::new(span.count).ok_or(DueProblem::Interval)?;
        Ok(Self { count, unit: span.unit })
    }
}

impl FromStr for When {
    type Err = DueProblem;

    fn from_str(text: &str) -> Result<Self, DueProblem> {
        if let Some(date) = calendar::parse_date(text) {
            return Ok(Self::On(date));
        }
        if let Some(milestone) = Milestone::from_name(text) {
            return Ok(Self::Upon { milestone, span: Span::ZERO, rule: None });
        }
        let (from, counted) = text.split_once('+').ok_or(DueProblem::When)?;
        let (span, rule) = match counted.split_once('/') {
            Some((span, rule)) => (span.parse()?, Some(rule.parse()?)),
            None => (counted.parse()?, None),
        };
        if let Some(milestone) = Milestone::from_name(from) {
            return Ok(Self::Upon { milestone, span, rule });
        }
        let anchor = Anchor::from_name(from).ok_or(DueProblem::When)?;
        Ok(Self::After { anchor, span, rule })
    }
}

impl FromStr for DayRule {
    type Err = DueProblem;

    fn from_str(text: &str) -> Result<Self, DueProblem> {
        if text == "eom" {
            return Ok(Self::EndOfMonth);
        }
        if let Some(day) = text.strip_prefix("next-") {
            return day.parse().map(Self::NextMonth);
        }
        text.split(',').map(str::parse).collect::<Result<_, _>>().map(Self::NextOf)
    }
}

impl FromStr for DayOfMonth {
    type Err = DueProblem;

    fn from_str(text: &str) -> Result<Self, DueProblem> {
        read_count(text).and_then(|day| Self::new(u8::try_from(day).ok()?)).ok_or(DueProblem::When)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.count, self.unit.name())
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.count, self.unit.name())
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => date.fmt(f),
            Self::Upon { milestone, span: Span::ZERO, rule: None } => f.write_str(milestone.name()),
            Self::After { anchor, span, rule } => counted(f, anchor.name(), *span, rule.as_ref()),
            Self::Upon { milestone, span, rule } => counted(f, milestone.name(), *span, rule.as_ref()),
        }
    }
}

impl fmt::Display for DayRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EndOfMonth => f.write_str("eom"),
            Self::NextMonth(day) => write!(f, "next-{}", day.0),
            Self::NextOf(days) => {
                let days: Vec<String> = days.iter().map(|day| day.0.to_string()).collect();
                f.write_str(&days.join(","))
            }
        }
    }
}

fn counted(f: &mut fmt::Formatter<'_>, from: &str, span: Span, rule: Option<&DayRule>) -> fmt::Result {
    write!(f, "{from}+{span}")?;
    rule.map_or(Ok(()), |rule| write!(f, "/{rule}"))
}

/// Digits alone; the standard parser would also take a sign.
pub(crate) fn read_count(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
