//! Payment terms: everything a plan is computed from.

pub(crate) mod amount;
pub(crate) mod document_style;
pub(crate) mod due;
mod payable;
pub(crate) mod preset;
pub(crate) mod refused;
pub(crate) mod suggest;
pub(crate) mod worded_terms;
pub(crate) mod written;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr as _;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use self::amount::{DepositShare, LineAmount};
use self::due::{DueProblem, Interval, MilestoneDays, PeriodUnit, Shift, When};
use super::days_off::Observed;
use super::label::Label;
use crate::domain::calendar::WorkWeek;
use crate::domain::extra::Extra;
use crate::domain::money::{AmountProblem, Currency, Money, Odd};
use crate::named;

/// More parts than this are a typing error.
pub const MOST_PARTS: u32 = 100_000;

named! {
    /// How the money is paid.
    pub enum Means {
        Transfer = "transfer",
        /// At sight: the bank pays against documents that comply.
        LetterOfCredit = "lc-at-sight",
        /// Documents against payment: the bank hands out the documents once the buyer has paid.
        Collection = "cad",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    pub total: Money,
    /// The date that all others are counted from; it is never shifted.
    pub start: NaiveDate,
    pub rows: TermsRows,
    /// Computed lines but the last, and the deposit, become multiples of this; None for the minor unit.
    pub round: Option<Decimal>,
    pub shift: Shift,
    /// The weekend and the closed days that were typed.
    pub week: WorkWeek,
    /// The known dates of the milestones that rows wait for.
    pub milestones: MilestoneDays,
    /// Whose working days count instead of the typed weekend; None where that weekend counts.
    pub observed: Option<Observed>,
    pub by: Means,
    /// Fields that a newer program wrote.
    pub extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermsRows {
    Deposit(DepositTerms),
    Lines(Vec<TermsLine>),
}

/// A deposit in equal parts, then the balance in equal parts, at equal intervals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepositTerms {
    pub deposit: DepositShare,
    pub parts: NonZeroU32,
    pub balance_parts: NonZeroU32,
    pub every: Interval,
    pub odd: Odd,
}

/// One free row: how much, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsLine {
    pub amount: LineAmount,
    pub when: When,
    /// The name of the row; rows of a deposit keep theirs when they are edited by hand.
    pub label: Label,
    /// Left as it is while the seller changes other rows.
    pub locked: bool,
    /// Fields that a newer program wrote.
    pub extra: Extra,
}

/// Why a text is not a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineProblem {
    #[error("not AMOUNT@WHEN; write it like 30%@+0d, 33%left@eom+1m or rest@2026-11-30")]
    NoAt,
    #[error(transparent)]
    Amount(#[from] AmountProblem),
    #[error(transparent)]
    Due(#[from] DueProblem),
}

impl Terms {
    pub fn new(total: Money, start: NaiveDate, rows: TermsRows) -> Self {
        Self {
            total,
            start,
            rows,
            round: None,
            shift: Shift::None,
            week: WorkWeek::default(),
            milestones: MilestoneDays::new(),
            observed: None,
            by: Means::Transfer,
            extra: Extra::new(),
        }
    }
}

impl DepositTerms {
    /// In one part, with one balance row a month later.
    pub fn new(deposit: DepositShare) -> Self {
        Self {
            deposit,
            parts: NonZeroU32::MIN,
            balance_parts: NonZeroU32::MIN,
            every: Interval { count: NonZeroU32::MIN, unit: PeriodUnit::Months },
            odd: Odd::Last,
        }
    }
}

impl TermsLine {
    /// A plain line that other rows may change.
    pub fn new(amount: LineAmount, when: When) -> Self {
        Self { amount, when, label: Label::Line, locked: false, extra: Extra::new() }
    }

    /// Reads `50%@+2d/eom`; a fixed amount is in `currency`.
    pub fn read(text: &str, currency: Currency) -> Result<Self, LineProblem> {
        let (amount, when) = text.split_once('@').ok_or(LineProblem::NoAt)?;
        Ok(Self::new(LineAmount::read(amount, currency)?, When::from_str(when)?))
    }
}

/// The amount and the date, as `read` takes them.
impl fmt::Display for TermsLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.amount, self.when)
    }
}

/// Reads a number of parts: digits alone, above zero.
pub fn read_count(text: &str) -> Option<NonZeroU32> {
    due::read_count(text).and_then(NonZeroU32::new)
}
