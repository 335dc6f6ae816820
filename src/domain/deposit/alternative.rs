//! Other plans for the same deal: kept beside its own, varied from it, and taken in its place.

use std::num::NonZeroU32;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::super::document::Extra;
use super::super::money::{Money, Percent};
use super::amount::{LineAmount, Share};
use super::due::{Anchor, Span, Unit, When};
use super::plan::Plan;
use super::schedule::{Label, Schedule};
use super::terms::{DepositTerms, Line, Rows, Terms, read_count};
use crate::named;

/// How many plans stand beside the deal's own.
pub const MOST_ALTERNATIVES: usize = 2;

const USUAL_PARTS: &str = "3";
const MORE_PARTS: &str = "6";
const DAYS_LATER: u32 = 30;

/// A plan that could be agreed instead. What was paid belongs to the deal's own plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// What the seller calls it; never shown to the buyer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub plan: Plan,
    #[serde(flatten)]
    pub extra: Extra,
}

named! {
    /// How an alternative departs from the plan it is made from.
    pub enum Variation {
        Same = "same",
        InParts = "in-parts",
        SmallerDeposit = "smaller-deposit",
        LaterBalance = "later-balance",
    }
}

impl Alternative {
    pub fn new(name: impl Into<String>, plan: &Plan) -> Self {
        let plan = Plan { kept: Vec::new(), payments: Vec::new(), ..plan.clone() };
        Self { name: name.into(), plan, extra: Extra::new() }
    }
}

impl Plan {
    /// The other plan in the place of this one: what was paid stays, and so do the rows it closed by `on`.
    pub fn replaced_by(&self, other: &Self, on: NaiveDate) -> Self {
        // Rows that this plan keeps are paid, whatever comes in their place; a plan in another currency keeps none.
        let same_currency = self.terms.total.currency() == other.terms.total.currency();
        let kept = if same_currency { self.closed_rows(on) } else { Vec::new() };
        Self { kept, payments: self.payments.clone(), ..other.clone() }
    }

    /// The plan varied; none where it cannot be varied so.
    pub fn varied(&self, variation: Variation) -> Option<Self> {
        let rows = match variation {
            Variation::Same => self.terms.rows.clone(),
            Variation::InParts => in_parts(&self.terms.rows)?,
            Variation::SmallerDeposit => return self.with_smaller_deposit(),
            Variation::LaterBalance => later_balance(&self.terms)?,
        };
        let varied = Self { terms: Terms { rows, ..self.terms.clone() }, ..self.clone() };
        varied.terms.schedule().ok().map(|_fits| varied)
    }

    /// Half the deposit. Production that waited for the whole deposit waits for the smaller one.
    fn with_smaller_deposit(&self) -> Option<Self> {
        let total = self.terms.total;
        let mut varied = self.clone();
        match &mut varied.terms.rows {
            Rows::Deposit(terms) => {
                let (before, after) = halved(terms.deposit, total)?;
                terms.deposit = after;
                let waited = self.production_share.filter(|share| Share::Percent(*share) == before);
                if let (Some(_), Share::Percent(smaller)) = (waited, after) {
                    varied.production_share = Some(smaller);
                }
            }
            Rows::Lines(lines) => {
                // What is paid cannot become less.
                let ends_in_rest = lines.last().is_some_and(|last| last.amount == LineAmount::Rest);
                if !ends_in_rest || !self.kept.is_empty() || !self.payments.is_empty() {
                    return None;
                }
                let named = lines.iter().any(|line| line.label == Label::Deposit);
                let deposit =
                    |n: usize, line: &Line| if named { line.label == Label::Deposit } else { n == 0 };
                for (n, line) in lines.iter_mut().enumerate() {
                    if deposit(n, line) {
                        halve(line, total)?;
                    }
                }
            }
        }
        let schedule = varied.terms.schedule().ok()?;
        if let (Rows::Lines(_), Some(deposit)) = (&varied.terms.rows, schedule.deposit()) {
            let before = self.terms.schedule().ok()?.deposit()?.share_of(total);
            let waits = self
                .production_share
                .filter(|share| Some(share.decimal()) == before.map(|share| share.normalize()));
            if waits.is_some() {
                varied.production_share = deposit.share_of(total).and_then(Percent::new);
            }
        }
        Some(varied)
    }
}

fn halve(line: &mut Line, total: Money) -> Option<()> {
    let share = match line.amount {
        LineAmount::Percent(percent) => Share::Percent(percent),
        LineAmount::Fixed(amount) => Share::Fixed(amount),
        LineAmount::PercentLeft(_) | LineAmount::Rest => return None,
    };
    line.amount = match halved(share, total)?.1 {
        Share::Percent(percent) => LineAmount::Percent(percent),
        Share::Fixed(amount) => LineAmount::Fixed(amount),
    };
    Some(())
}

fn halved(share: Share, total: Money) -> Option<(Share, Share)> {
    let half = |amount: Decimal| amount.checked_div(Decimal::TWO);
    let after = match share {
        Share::Percent(percent) => Share::Percent(Percent::new(half(percent.decimal())?)?),
        Share::Fixed(amount) => Share::Fixed(half(amount)?.round_dp(total.currency().digits())),
    };
    Some((share, after))
}

/// The same deposit in three parts; in six where it has three.
fn in_parts(rows: &Rows) -> Option<Rows> {
    match rows {
        Rows::Deposit(terms) => {
            let usual = read_count(USUAL_PARTS)?;
            let parts = if terms.parts == usual { read_count(MORE_PARTS)? } else { usual };
            Some(Rows::Deposit(DepositTerms { parts, ..terms.clone() }))
        }
        Rows::Lines(_) => None,
    }
}

/// The last rows about a month later: the balance of a deposit, or the last line.
fn later_balance(terms: &Terms) -> Option<Rows> {
    let mut lines = match &terms.rows {
        Rows::Lines(lines) => lines.clone(),
        Rows::Deposit(deposit) => as_lines(terms, deposit, &terms.schedule().ok()?)?,
    };
    let has_balance = lines.iter().any(|line| line.label == Label::Balance);
    let last = lines.len().checked_sub(1)?;
    for (index, line) in lines.iter_mut().enumerate() {
        let is_late = if has_balance { line.label == Label::Balance } else { index == last };
        if is_late {
            line.when = later(&line.when)?;
        }
    }
    Some(Rows::Lines(lines))
}

fn later(when: &When) -> Option<When> {
    let longer = |span: Span| {
        let more = match span.unit {
            Unit::Days => DAYS_LATER,
            Unit::Weeks => DAYS_LATER.checked_div(7)?,
            Unit::Months => 1,
        };
        Some(Span { count: span.count.checked_add(more)?, ..span })
    };
    Some(match when.clone() {
        When::On(date) => When::On(date.checked_add_days(Days::new(DAYS_LATER.into()))?),
        When::After { anchor, span, rule } => When::After { anchor, span: longer(span)?, rule },
        When::Upon { milestone, span, rule } => When::Upon { milestone, span: longer(span)?, rule },
    })
}

/// The rows of a deposit as lines that come to the same.
fn as_lines(terms: &Terms, deposit: &DepositTerms, schedule: &Schedule) -> Option<Vec<Line>> {
    let last = schedule.rows().len().checked_sub(1)?;
    let unit = terms.total.unit();
    let every: NonZeroU32 = deposit.every.count;
    let mut lines = Vec::new();
    for (index, row) in schedule.rows().iter().enumerate() {
        let exact = Percent::new(row.share)
            .filter(|share| terms.round.is_none() && terms.total.percent(*share, unit) == Some(row.amount));
        let amount = match exact {
            _ if index == last => LineAmount::Rest,
            Some(percent) => LineAmount::Percent(percent),
            None => LineAmount::Fixed(row.amount.decimal()),
        };
        let count = every.get().checked_mul(u32::try_from(index).ok()?)?;
        let span = Span { count, unit: deposit.every.unit };
        let when = When::After { anchor: Anchor::Start, span, rule: None };
        lines.push(Line { label: row.label, ..Line::new(amount, when) });
    }
    Some(lines)
}
