//! Other plans for the same deal: kept beside its own, varied from it, and taken in its place.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::super::document::Extra;
use super::super::money::{Money, Percent};
use super::amount::{LineAmount, Share};
use super::due::{Span, Unit, When};
use super::plan::Plan;
use super::schedule::{Label, Row, reaching};
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
    /// The other plan in the place of this one. What was paid stays, and so do the rows it closed by `on`, the fees that
    /// were accepted, the known days of what rows wait for, and how the documents are written.
    pub fn replaced_by(&self, other: &Self, on: NaiveDate) -> Self {
        let mut terms = other.terms.clone();
        terms.milestones.extend(&self.terms.milestones);
        // Rows that this plan keeps are paid, whatever comes in their place; a plan in another currency keeps none.
        let same_currency = self.terms.total.currency() == terms.total.currency();
        let (kept, tolerance) = if same_currency {
            (self.closed_rows(on), self.tolerance)
        } else {
            (Vec::new(), other.tolerance)
        };
        let (payments, paper) = (self.payments.clone(), self.paper.clone());
        Self { terms, kept, payments, tolerance, paper, ..other.clone() }
    }

    /// The plan varied; none where it cannot be varied so, or where what was paid leaves nothing of it to vary.
    pub fn varied(&self, variation: Variation) -> Option<Self> {
        let varied = match variation {
            Variation::Same => return self.schedule().ok().map(|_fits| self.clone()),
            Variation::InParts => self.with_rows(in_parts(&self.terms.rows)?),
            Variation::SmallerDeposit => self.with_smaller_deposit()?,
            Variation::LaterBalance => self.with_rows(later_balance(&self.terms)?),
        };
        let on = self.payments.iter().map(|payment| payment.on).max().unwrap_or(self.terms.start);
        let taken = self.replaced_by(&Alternative::new("", &varied).plan, on);
        taken.status(on).ok()?;
        let deposits = |plan: &Self| {
            let rows = plan.schedule().ok()?.rows;
            Some(rows.iter().filter(|row| row.label == Label::Deposit).count())
        };
        let differs = match variation {
            Variation::InParts => deposits(&taken)? > deposits(self)?,
            Variation::Same | Variation::SmallerDeposit | Variation::LaterBalance => {
                asked(&taken)? != asked(self)?
            }
        };
        (varied.terms.schedule().is_ok() && differs).then_some(varied)
    }

    fn with_rows(&self, rows: Rows) -> Self {
        Self { terms: Terms { rows, ..self.terms.clone() }, ..self.clone() }
    }

    /// Half the deposit; the balance takes the other half. Production starts with the same row as before.
    fn with_smaller_deposit(&self) -> Option<Self> {
        let total = self.terms.total;
        let rows = match &self.terms.rows {
            Rows::Deposit(terms) => {
                Rows::Deposit(DepositTerms { deposit: halved(terms.deposit, total)?, ..terms.clone() })
            }
            // What is paid cannot become less.
            Rows::Lines(_) if !self.kept.is_empty() || !self.payments.is_empty() => return None,
            Rows::Lines(lines) => Rows::Lines(with_half_the_deposit(lines, total)?),
        };
        let varied = self.with_rows(rows);
        let deposit = varied.terms.schedule().ok()?.deposit();
        let paid = self.payments.iter().map(|payment| payment.money.minor()).fold(0, i64::saturating_add);
        if deposit.is_some_and(|deposit| paid > deposit.minor()) {
            return None;
        }
        let production_share = self.production_share.and_then(|share| self.share_at_same_row(share, &varied));
        Some(Self { production_share, ..varied })
    }

    /// What production waits for where amounts became smaller: no more than has come with the row it started with.
    fn share_at_same_row(&self, share: Percent, smaller: &Self) -> Option<Percent> {
        let (schedule, total) = (self.terms.schedule().ok()?, self.terms.total);
        let amounts = schedule.rows_by_due().into_iter().map(|row| row.amount);
        let place = reaching(share, &self.terms, amounts.enumerate())?;
        let halves = smaller.terms.schedule().ok()?;
        let amounts = || halves.rows_by_due().into_iter().map(|row| row.amount);
        let is_enough = |share: &Percent| {
            reaching(*share, &smaller.terms, amounts().enumerate()).is_some_and(|reached| reached <= place)
        };
        if is_enough(&share) {
            return Some(share);
        }
        let after = amounts()
            .take(place.checked_add(1)?)
            .try_fold(Money::zero(total.currency()), Money::checked_add)?;
        let half = Percent::new(share.decimal().checked_div(Decimal::TWO)?);
        let is_half = |share: &Percent| total.percent(*share, total.unit()) == Some(after);
        half.filter(is_half).or_else(|| Percent::new(after.share_of(total)?))
    }
}

/// A payment as the buyer sees it.
type Asked = (Label, Option<NaiveDate>, Option<When>, Money);

/// When how much is asked for, in the order in which it is paid.
fn asked(plan: &Plan) -> Option<Vec<Asked>> {
    let schedule = plan.schedule().ok()?;
    let rows = schedule.rows_by_due().into_iter();
    // A rule counts only while it has no date: the same day under another rule is the same.
    let rule = |row: &Row| row.when.clone().filter(|_| row.due.is_none());
    Some(rows.map(|row| (row.label, row.due, rule(row), row.amount)).collect())
}

/// The lines called deposit, where none is the first, at half; the last line takes what that leaves.
fn with_half_the_deposit(lines: &[Line], total: Money) -> Option<Vec<Line>> {
    let named = lines.iter().any(|line| line.label == Label::Deposit);
    let is_deposit = |n: usize, line: &Line| if named { line.label == Label::Deposit } else { n == 0 };
    let (_, last) = lines.iter().enumerate().next_back().filter(|(n, last)| !is_deposit(*n, last))?;
    let half = |(n, line): (usize, &Line)| {
        let amount = if is_deposit(n, line) { half_of(line.amount, total)? } else { line.amount };
        Some(Line { amount, ..line.clone() })
    };
    let mut halves: Vec<Line> = lines.iter().enumerate().map(half).collect::<Option<_>>()?;
    // Where all of it is percentages the last line stays one.
    let more = percent_of(last.amount).zip(freed(lines, &halves));
    let more = more.and_then(|(left, freed)| Percent::new(left.decimal().checked_add(freed)?));
    halves.last_mut()?.amount = more.map_or(LineAmount::Rest, LineAmount::Percent);
    Some(halves)
}

/// How much less these lines became, in percent of the total; none where one of them is a fixed amount.
fn freed(lines: &[Line], halves: &[Line]) -> Option<Decimal> {
    let less = |(line, half): (&Line, &Line)| {
        percent_of(line.amount)?.decimal().checked_sub(percent_of(half.amount)?.decimal())
    };
    let changed = lines.iter().zip(halves).filter(|(line, half)| line.amount != half.amount);
    changed.map(less).try_fold(Decimal::ZERO, |sum, less| sum.checked_add(less?))
}

fn percent_of(amount: LineAmount) -> Option<Percent> {
    match amount {
        LineAmount::Percent(percent) => Some(percent),
        LineAmount::Fixed(_) | LineAmount::PercentLeft(_) | LineAmount::Rest => None,
    }
}

/// None for what is only a part of what is left.
fn half_of(amount: LineAmount, total: Money) -> Option<LineAmount> {
    match amount {
        LineAmount::Percent(percent) => halved(Share::Percent(percent), total),
        LineAmount::Fixed(amount) => halved(Share::Fixed(amount), total),
        LineAmount::PercentLeft(_) | LineAmount::Rest => None,
    }
    .map(LineAmount::from)
}

fn halved(share: Share, total: Money) -> Option<Share> {
    let half = |amount: Decimal| amount.checked_div(Decimal::TWO);
    Some(match share {
        Share::Percent(percent) => Share::Percent(Percent::new(half(percent.decimal())?)?),
        Share::Fixed(amount) => Share::Fixed(half(amount)?.round_dp(total.currency().digits())),
    })
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
    let mut lines = terms.as_lines()?;
    let has_balance = lines.iter().any(|line| line.label == Label::Balance);
    let last = lines.len().checked_sub(1)?;
    // A deposit alone has no balance that could be later.
    if lines.get(last).is_some_and(|line| line.label == Label::Deposit) && !has_balance {
        return None;
    }
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
