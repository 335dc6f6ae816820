//! Changing one row of a plan by hand: other rows take up the difference, and the sum stays the total.

mod entries;
mod spread;

use std::cmp::Ordering;

use chrono::NaiveDate;

use self::entries::{RowEntry, entries};
pub(crate) use self::spread::in_proportion;
use crate::domain::deposit::plan::Plan;
use crate::domain::deposit::terms::amount::LineAmount;
use crate::domain::deposit::terms::due::When;
use crate::domain::deposit::terms::refused::PlanRefused;
use crate::domain::deposit::terms::{Terms, TermsLine, TermsRows};
use crate::domain::money::{Money, Percent};
use crate::named;

/// The change of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ByHand {
    Amount(Money),
    Share(Percent),
    When(When),
    Locked(bool),
}

named! {
    /// Which rows take up the difference. Locked rows and rows with payments never do.
    pub enum Spread {
        /// The rows after it, in proportion to their amounts; where there are none, those before it.
        After = "after",
        /// The last row that may change.
        LastOpen = "last",
    }
}

/// The terms after a change by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    pub terms: Terms,
    pub odd: Option<OddUnit>,
}

/// Rows, by number, that take one smallest unit more or less than their rounded share: otherwise the sum would not be
/// the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OddUnit {
    More(Vec<u32>),
    Less(Vec<u32>),
}

/// Whether a row may change, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// It may change.
    Open,
    Locked,
    /// Part of it is paid: it takes up no differences, and cannot become less than that.
    PartPaid,
    Paid,
}

/// Why a row cannot be changed in this way.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotByHand {
    #[error("there is no row {n}")]
    NoSuchRow { n: u32 },
    #[error("row {n} is paid")]
    Paid { n: u32 },
    #[error("row {n} is locked")]
    Locked { n: u32 },
    #[error("row {n} would be zero or less")]
    NotPositive { n: u32 },
    #[error("{paid} has arrived for row {n}")]
    BelowPaid { n: u32, paid: Money },
    /// No other row may change. `left` would be in no row; below zero it is too much.
    #[error("no other row may take up {left}")]
    NobodyLeft { left: Money },
    #[error("row {n} cannot take up the difference and stay above zero")]
    Emptied { n: u32 },
    #[error(transparent)]
    Plan(#[from] PlanRefused),
}

impl Plan {
    /// Whether each row may change, by number, on a day.
    pub fn holds(&self, on: NaiveDate) -> Result<Vec<Hold>, PlanRefused> {
        Ok(entries(self, on)?.iter().map(RowEntry::hold).collect())
    }

    /// The terms after row `n` of the plan was changed by hand on a day. What the change does not affect
    /// keeps its name, date rule and share of the total.
    pub fn by_hand(
        &self,
        on: NaiveDate,
        n: u32,
        change: &ByHand,
        spread: Spread,
    ) -> Result<Changed, NotByHand> {
        let mut odd = None;
        let mut rows = entries(self, on)?;
        let place = place(&rows, n)?;
        let row = rows.get_mut(place).ok_or(NotByHand::NoSuchRow { n })?;
        match change {
            ByHand::Locked(locked) => {
                if row.hold() == Hold::Paid {
                    return Err(NotByHand::Paid { n });
                }
                row.line.locked = *locked;
            }
            ByHand::When(when) => {
                row.may_change(n)?;
                row.line.when = when.clone();
            }
            ByHand::Amount(amount) => {
                let typed = LineAmount::Fixed(amount.decimal());
                row.take(n, *amount, typed)?;
                odd = rebalance(&mut rows, place, spread, self.terms.total)?;
            }
            ByHand::Share(percent) => {
                let amount = self.terms.share(*percent).ok_or(PlanRefused::TooPrecise)?;
                row.take(n, amount, LineAmount::Percent(*percent))?;
                odd = rebalance(&mut rows, place, spread, self.terms.total)?;
            }
        }
        Ok(Changed { terms: self.terms.with_rows(&rows)?, odd })
    }
}

fn place(rows: &[RowEntry], n: u32) -> Result<usize, NotByHand> {
    let place = usize::try_from(n).ok().and_then(|n| n.checked_sub(1));
    place.filter(|place| *place < rows.len()).ok_or(NotByHand::NoSuchRow { n })
}

/// Gives the difference that the changed row makes to the rows that may take it.
fn rebalance(
    rows: &mut [RowEntry],
    changed: usize,
    spread: Spread,
    total: Money,
) -> Result<Option<OddUnit>, NotByHand> {
    let sum: i128 = rows.iter().map(|row| i128::from(row.amount.minor())).sum();
    let left = i128::from(total.minor()).checked_sub(sum).ok_or(PlanRefused::TooPrecise)?;
    if left == 0 {
        return Ok(None);
    }
    let open =
        |place: &usize| *place != changed && rows.get(*place).is_some_and(|row| row.hold() == Hold::Open);
    let mut places = 0..rows.len();
    let after: Vec<usize> = places.clone().filter(open).filter(|place| *place > changed).collect();
    let takers = match spread {
        Spread::After if !after.is_empty() => after,
        Spread::After => places.filter(open).collect(),
        Spread::LastOpen => places.rfind(open).into_iter().collect(),
    };
    if takers.is_empty() {
        let left = i64::try_from(left).map_err(|_range| PlanRefused::TooPrecise)?;
        return Err(NotByHand::NobodyLeft { left: Money::from_minor(left, total.currency()) });
    }
    let sizes: Vec<i64> =
        takers.iter().filter_map(|place| rows.get(*place)).map(|row| row.amount.minor()).collect();
    let new = in_proportion(&sizes, left).ok_or(PlanRefused::TooPrecise)?;
    let (mut more, mut less) = (Vec::new(), Vec::new());
    for (place, (minor, against_share)) in takers.into_iter().zip(new) {
        let n = u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1);
        let row = rows.get_mut(place).ok_or(NotByHand::NoSuchRow { n })?;
        if minor <= 0 {
            return Err(NotByHand::Emptied { n });
        }
        row.amount = Money::from_minor(minor, total.currency());
        match against_share {
            Ordering::Greater => more.push(n),
            Ordering::Less => less.push(n),
            Ordering::Equal => {}
        }
    }
    // The rows with the largest remainders are raised, so never both.
    let odd = if more.is_empty() { OddUnit::Less(less) } else { OddUnit::More(more) };
    Ok(Some(odd).filter(|odd| *odd != OddUnit::Less(Vec::new())))
}

/// How the amounts of rows are written as lines; the first way that gives exactly these amounts is used.
#[derive(Clone, Copy)]
enum Way {
    /// Shares stay shares, and the last row is the rest unless it was typed.
    Shares,
    /// Rows that are not affected stay as they were; those that took up the difference become sums.
    Sums,
    /// Only the row that was typed stays as it was typed.
    AllSumsButTyped,
    AllSums,
}

impl Terms {
    /// The amount of a row of this percentage.
    pub(crate) fn share(&self, percent: Percent) -> Option<Money> {
        let unit = self.total.unit();
        let step = self.round.map_or(Some(unit), |step| Money::from_decimal(step, self.total.currency()))?;
        self.total.percent(percent, step)
    }

    fn with_rows(&self, rows: &[RowEntry]) -> Result<Self, PlanRefused> {
        let wanted = || rows.iter().map(|row| row.amount);
        let mut refused = PlanRefused::TooPrecise;
        for way in [Way::Shares, Way::Sums, Way::AllSumsButTyped, Way::AllSums] {
            let last = rows.len().saturating_sub(1);
            let lines: Vec<TermsLine> =
                (0_usize..).zip(rows).map(|(place, row)| row.as_line(way, place == last, self)).collect();
            let terms = Self { rows: TermsRows::Lines(lines), ..self.clone() };
            match terms.schedule() {
                Ok(schedule) if schedule.rows().iter().map(|row| row.amount).eq(wanted()) => {
                    return Ok(terms);
                }
                Ok(_rounded_otherwise) => {}
                Err(why) => refused = why,
            }
        }
        Err(refused)
    }
}
