//! Other plans for the same deal: kept beside its own, varied from it, and taken in its place.

use std::num::NonZeroU32;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::super::document::Extra;
use super::super::money::{Money, Odd, Percent};
use super::amount::{LineAmount, Share};
use super::due::{Anchor, Span, Unit, When};
use super::plan::Plan;
use super::schedule::{Label, Row, Schedule, reaching};
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
    /// It stands to the left of the deal's own plan.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before: bool,
    #[serde(flatten)]
    pub extra: Extra,
}

/// One of the plans that stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// The deal's own plan.
    InUse,
    /// One of its alternatives.
    Other(usize),
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
        Self { name: name.into(), plan, before: false, extra: Extra::new() }
    }

    /// The deal's own plan and these, from left to right.
    pub fn side_by_side(others: &[Self]) -> Vec<Placed> {
        let those = |before: bool| {
            let placed = others.iter().take(MOST_ALTERNATIVES).enumerate();
            placed.filter(move |(_, other)| other.before == before).map(|(index, _)| Placed::Other(index))
        };
        those(true).chain([Placed::InUse]).chain(those(false)).collect()
    }

    /// Takes one out to be used; what was used comes among the others, and all stay where they stood.
    pub fn exchange(others: &mut Vec<Self>, index: usize, used: Self) -> Option<Self> {
        if index >= others.len() {
            return None;
        }
        let mut chosen = others.remove(index);
        let to_the_left = others.iter().filter(|other| other.before).count();
        for (place, other) in others.iter_mut().enumerate() {
            other.before =
                if chosen.before { other.before && place < index } else { other.before || place < index };
        }
        let extra = std::mem::take(&mut chosen.extra);
        others.insert(to_the_left, Self { before: !chosen.before, extra, ..used });
        Some(chosen)
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

    /// The plan varied; none where it cannot be varied so, or where what was paid leaves nothing of it to vary.
    pub fn varied(&self, variation: Variation) -> Option<Self> {
        let varied = match variation {
            Variation::Same => return self.schedule().ok().map(|_fits| self.clone()),
            Variation::InParts => self.with_rows(self.in_parts()?),
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

    /// The same deposit in three parts; in six where it has three.
    fn in_parts(&self) -> Option<Rows> {
        match &self.terms.rows {
            Rows::Deposit(terms) => {
                let usual = read_count(USUAL_PARTS)?;
                let parts = if terms.parts == usual { read_count(MORE_PARTS)? } else { usual };
                Some(Rows::Deposit(DepositTerms { parts, ..terms.clone() }))
            }
            Rows::Lines(lines) => self.line_in_parts(lines).map(Rows::Lines),
        }
    }

    /// The one line that is the deposit, while it may change, in three parts; the other rows stay as they are, and no
    /// part comes after one of them.
    fn line_in_parts(&self, lines: &[Line]) -> Option<Vec<Line>> {
        let mut deposits = lines.iter().enumerate().filter(|(_, line)| line.label == Label::Deposit);
        let (place, deposit) = deposits.next().filter(|_| deposits.next().is_none())?;
        let begun = !self.kept.is_empty() || !self.payments.is_empty();
        let followed = place.checked_add(1)? < lines.len();
        if begun || deposit.locked || !followed {
            return None;
        }
        let schedule = self.terms.schedule().ok()?;
        let parts = read_count(USUAL_PARTS)?.get();
        let sums = schedule.rows.get(place)?.amount.split(parts, Odd::Last)?;
        let sums: Vec<LineAmount> = sums.map(|part| LineAmount::Fixed(part.decimal())).collect();
        let third = match deposit.amount {
            LineAmount::Percent(percent) => {
                percent.decimal().checked_div(parts.into()).and_then(Percent::new).map(LineAmount::Percent)
            }
            LineAmount::Fixed(_) => None,
            LineAmount::PercentLeft(_) | LineAmount::Rest => return None,
        };
        let shares = third.map(|third| vec![third; sums.len()]);
        let others = |schedule: &Schedule| -> Vec<Money> {
            let rows = schedule.rows.iter().filter(|row| row.label != Label::Deposit);
            rows.map(|row| row.amount).collect()
        };
        let out_of_order = |schedule: &Schedule| {
            schedule.rows.iter().filter(|row| schedule.later_above(row).is_some()).count()
        };
        let fits = |lines: &Vec<Line>| {
            let varied = Terms { rows: Rows::Lines(lines.clone()), ..self.terms.clone() }.schedule();
            varied.is_ok_and(|varied| {
                others(&varied) == others(&schedule) && out_of_order(&varied) <= out_of_order(&schedule)
            })
        };
        let ways = shares.into_iter().chain([sums]);
        ways.filter_map(|amounts| with_parts(lines, place, &amounts)).find(fits)
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
        let place = reaching(share, total, amounts.enumerate())?;
        let smaller = smaller.terms.schedule().ok()?;
        let amounts = || smaller.rows_by_due().into_iter().map(|row| row.amount);
        let is_enough = |share: &Percent| {
            reaching(*share, total, amounts().enumerate()).is_some_and(|reached| reached <= place)
        };
        if is_enough(&share) {
            return Some(share);
        }
        let after = amounts()
            .take(place.checked_add(1)?)
            .try_fold(Money::zero(total.currency()), Money::checked_add)?;
        let half = Percent::new(share.decimal().checked_div(Decimal::TWO)?);
        let is_half = |share: &Percent| total.percent(*share, total.unit()) == Some(after);
        // Two digits are read, cut where rounding would ask for more than has come.
        let read = Percent::new(after.share_of(total)?).filter(is_enough);
        let cut = || Percent::new(after.share_within(total)?);
        half.filter(is_half).or(read).or_else(cut)
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
    let (last_index, last) =
        lines.iter().enumerate().next_back().filter(|(n, last)| !is_deposit(*n, last))?;
    let mut halves = Vec::with_capacity(lines.len());
    let mut freed = Some(Decimal::ZERO);
    for (n, line) in lines.iter().enumerate() {
        if !is_deposit(n, line) {
            halves.push(line.clone());
            continue;
        }
        let share = match line.amount {
            LineAmount::Percent(percent) => Share::Percent(percent),
            LineAmount::Fixed(amount) => Share::Fixed(amount),
            LineAmount::PercentLeft(_) | LineAmount::Rest => return None,
        };
        let (amount, left) = match halved(share, total)? {
            Share::Percent(percent) => (LineAmount::Percent(percent), Some(percent.decimal())),
            Share::Fixed(amount) => (LineAmount::Fixed(amount), None),
        };
        freed = freed.zip(left).and_then(|(freed, left)| freed.checked_add(left));
        halves.push(Line { amount, ..line.clone() });
    }
    let more = match (last.amount, freed) {
        (LineAmount::Percent(percent), Some(freed)) => Percent::new(percent.decimal().checked_add(freed)?),
        (
            LineAmount::Percent(_) | LineAmount::Fixed(_) | LineAmount::PercentLeft(_) | LineAmount::Rest,
            _,
        ) => None,
    };
    let balance = halves.get_mut(last_index)?;
    balance.amount = more.map_or(LineAmount::Rest, LineAmount::Percent);
    Some(halves)
}

fn halved(share: Share, total: Money) -> Option<Share> {
    let half = |amount: Decimal| amount.checked_div(Decimal::TWO);
    Some(match share {
        Share::Percent(percent) => Share::Percent(Percent::new(half(percent.decimal())?)?),
        Share::Fixed(amount) => Share::Fixed(half(amount)?.round_dp(total.currency().digits())),
    })
}

/// Lines with the one at this place in parts of these amounts, each about a month after the other.
fn with_parts(lines: &[Line], place: usize, amounts: &[LineAmount]) -> Option<Vec<Line>> {
    let mut parts: Vec<Line> = Vec::with_capacity(amounts.len());
    let whole = lines.get(place)?;
    for amount in amounts {
        let when = match parts.last() {
            Some(before) => later(&before.when)?,
            None => whole.when.clone(),
        };
        parts.push(Line { amount: *amount, when, ..whole.clone() });
    }
    let mut all = lines.to_vec();
    // Sums beside percentages come to the total with a rest only.
    if let (Some(last), Some(LineAmount::Fixed(_))) = (all.last_mut(), amounts.first()) {
        last.amount = LineAmount::Rest;
    }
    all.splice(place..=place, parts);
    Some(all)
}

/// The last rows about a month later: the balance of a deposit, or the last line.
fn later_balance(terms: &Terms) -> Option<Rows> {
    let mut lines = match &terms.rows {
        Rows::Lines(lines) => lines.clone(),
        Rows::Deposit(deposit) => as_lines(terms, deposit, &terms.schedule().ok()?)?,
    };
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
