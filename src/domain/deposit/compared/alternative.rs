//! Other plans for the same deal: stored beside its own, derived from it, and used instead of it.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::deposit::label::Label;
use crate::domain::deposit::plan::Plan;
use crate::domain::deposit::rows::schedule::{Schedule, ScheduleRow, reaching};
use crate::domain::deposit::terms::amount::{DepositShare, LineAmount};
use crate::domain::deposit::terms::due::{PeriodUnit, Span, When};
use crate::domain::deposit::terms::{DepositTerms, Terms, TermsLine, TermsRows, read_count};
use crate::domain::extra::Extra;
use crate::domain::money::{Money, Odd, Percent};
use crate::named;

/// How many alternatives a deal has at most.
pub const MOST_ALTERNATIVES: usize = 2;

const USUAL_PARTS: &str = "3";
const MORE_PARTS: &str = "6";
const DAYS_LATER: u32 = 30;

/// A plan that could be agreed instead. Payments belong to the deal's own plan only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// What the seller calls it; never shown to the buyer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub plan: Plan,
    /// Whether it is shown to the left of the deal's own plan.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before: bool,
    #[serde(flatten)]
    pub extra: Extra,
}

/// One of the plans that are shown side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPosition {
    /// The deal's own plan.
    InUse,
    /// One of its alternatives.
    Other(usize),
}

named! {
    /// How an alternative differs from the plan it is made from.
    pub enum Variation {
        Same = "same",
        InParts = "in-parts",
        SmallerDeposit = "smaller-deposit",
        LaterBalance = "later-balance",
    }
}

impl Alternative {
    pub fn new(name: impl Into<String>, plan: &Plan) -> Self {
        let plan = Plan { kept: Vec::new(), payments: Vec::new(), proposed: false, ..plan.clone() };
        Self { name: name.into(), plan, before: false, extra: Extra::new() }
    }

    /// The deal's own plan and these, from left to right.
    pub fn side_by_side(others: &[Self]) -> Vec<PlanPosition> {
        let those = |before: bool| {
            let placed = others.iter().take(MOST_ALTERNATIVES).enumerate();
            placed
                .filter(move |(_, other)| other.before == before)
                .map(|(index, _)| PlanPosition::Other(index))
        };
        those(true).chain([PlanPosition::InUse]).chain(those(false)).collect()
    }

    /// Takes an alternative out to be used and puts the plan that was used among the others; none changes its place.
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
    /// The other plan instead of this one. Payments stay, and so do the rows they closed by `on`, the accepted fees,
    /// the known dates of milestones, and how the documents are written.
    pub fn replaced_by(&self, other: &Self, on: NaiveDate) -> Self {
        let mut terms = other.terms.clone();
        terms.milestones.extend(&self.terms.milestones);
        // Closed rows are paid, whatever replaces them; a plan in another currency cannot keep them.
        let same_currency = self.terms.total.currency() == terms.total.currency();
        let (kept, tolerance) = if same_currency {
            (self.closed_rows(on), self.tolerance)
        } else {
            (Vec::new(), other.tolerance)
        };
        let (payments, paper) = (self.payments.clone(), self.paper.clone());
        let Self {
            production_share,
            ships_days_after,
            extra,
            terms: _,
            kept: _,
            payments: _,
            tolerance: _,
            paper: _,
            proposed: _,
        } = other.clone();
        let proposed = self.proposed;
        Self { terms, kept, payments, production_share, ships_days_after, tolerance, paper, proposed, extra }
    }

    /// The plan varied; None where it cannot be, or where payments leave nothing of it to vary.
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

    fn with_rows(&self, rows: TermsRows) -> Self {
        Self { terms: Terms { rows, ..self.terms.clone() }, ..self.clone() }
    }

    /// The same deposit in three parts; in six where it has three.
    fn in_parts(&self) -> Option<TermsRows> {
        match &self.terms.rows {
            TermsRows::Deposit(terms) => {
                let usual = read_count(USUAL_PARTS)?;
                let parts = if terms.parts == usual { read_count(MORE_PARTS)? } else { usual };
                Some(TermsRows::Deposit(DepositTerms { parts, ..terms.clone() }))
            }
            TermsRows::Lines(lines) => self.line_in_parts(lines).map(TermsRows::Lines),
        }
    }

    /// The lines with the one that is the deposit in three parts, where it may change; the other rows stay as they are,
    /// and no part comes after one of them.
    fn line_in_parts(&self, lines: &[TermsLine]) -> Option<Vec<TermsLine>> {
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
        let fits = |lines: &Vec<TermsLine>| {
            let varied = Terms { rows: TermsRows::Lines(lines.clone()), ..self.terms.clone() }.schedule();
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
            TermsRows::Deposit(terms) => {
                TermsRows::Deposit(DepositTerms { deposit: halved(terms.deposit, total)?, ..terms.clone() })
            }
            // What is paid already cannot become less.
            TermsRows::Lines(_) if !self.kept.is_empty() || !self.payments.is_empty() => return None,
            TermsRows::Lines(lines) => TermsRows::Lines(with_half_the_deposit(lines, total)?),
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

    /// What production waits for once amounts are smaller: no more than has arrived with the row that it started with.
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
        let after = Money::sum(amounts().take(place.checked_add(1)?), total.currency())?;
        let half = Percent::new(share.decimal().checked_div(Decimal::TWO)?);
        let is_half = |share: &Percent| total.percent(*share, total.unit()) == Some(after);
        half.filter(is_half).or_else(|| Percent::new(after.share_of(total)?))
    }
}

/// A payment as the buyer sees it.
type AskedPayment = (Label, Option<NaiveDate>, Option<When>, Money);

/// What is asked for and when, in the order in which it is paid.
fn asked(plan: &Plan) -> Option<Vec<AskedPayment>> {
    let schedule = plan.schedule().ok()?;
    let rows = schedule.rows_by_due().into_iter();
    // A rule counts only while it gives no date: the same day by another rule is the same.
    let rule = |row: &ScheduleRow| row.when.clone().filter(|_| row.due.is_none());
    Some(rows.map(|row| (row.label, row.due, rule(row), row.amount)).collect())
}

/// The lines with those called deposit, else the first one, at half; the last line takes what that leaves.
fn with_half_the_deposit(lines: &[TermsLine], total: Money) -> Option<Vec<TermsLine>> {
    let named = lines.iter().any(|line| line.label == Label::Deposit);
    let is_deposit = |n: usize, line: &TermsLine| if named { line.label == Label::Deposit } else { n == 0 };
    let (_, last) = lines.iter().enumerate().next_back().filter(|(n, last)| !is_deposit(*n, last))?;
    let half = |(n, line): (usize, &TermsLine)| {
        let amount = if is_deposit(n, line) { half_of(line.amount, total)? } else { line.amount };
        Some(TermsLine { amount, ..line.clone() })
    };
    let mut halves: Vec<TermsLine> = lines.iter().enumerate().map(half).collect::<Option<_>>()?;
    // Where all lines are percentages, the last one stays a percentage.
    let more = percent_of(last.amount).zip(freed(lines, &halves));
    let more = more.and_then(|(left, freed)| Percent::new(left.decimal().checked_add(freed)?));
    halves.last_mut()?.amount = more.map_or(LineAmount::Rest, LineAmount::Percent);
    Some(halves)
}

/// How much less these lines became, in percent of the total; none where one of them is a fixed amount.
fn freed(lines: &[TermsLine], halves: &[TermsLine]) -> Option<Decimal> {
    let less = |(line, half): (&TermsLine, &TermsLine)| {
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

/// None for a percentage of what fixed lines leave, and for a rest.
fn half_of(amount: LineAmount, total: Money) -> Option<LineAmount> {
    match amount {
        LineAmount::Percent(percent) => halved(DepositShare::Percent(percent), total),
        LineAmount::Fixed(amount) => halved(DepositShare::Fixed(amount), total),
        LineAmount::PercentLeft(_) | LineAmount::Rest => None,
    }
    .map(LineAmount::from)
}

fn halved(share: DepositShare, total: Money) -> Option<DepositShare> {
    let half = |amount: Decimal| amount.checked_div(Decimal::TWO);
    Some(match share {
        DepositShare::Percent(percent) => DepositShare::Percent(Percent::new(half(percent.decimal())?)?),
        DepositShare::Fixed(amount) => DepositShare::Fixed(half(amount)?.round_dp(total.currency().digits())),
    })
}

/// The lines with the one at this place split into these amounts, each about a month after the other.
fn with_parts(lines: &[TermsLine], place: usize, amounts: &[LineAmount]) -> Option<Vec<TermsLine>> {
    let mut parts: Vec<TermsLine> = Vec::with_capacity(amounts.len());
    let whole = lines.get(place)?;
    for amount in amounts {
        let when = match parts.last() {
            Some(before) => later(&before.when)?,
            None => whole.when.clone(),
        };
        parts.push(TermsLine { amount: *amount, when, ..whole.clone() });
    }
    let mut all = lines.to_vec();
    // Fixed sums beside percentages add up to the total only with a rest.
    if let (Some(last), Some(LineAmount::Fixed(_))) = (all.last_mut(), amounts.first()) {
        last.amount = LineAmount::Rest;
    }
    all.splice(place..=place, parts);
    Some(all)
}

/// The last rows about a month later: the balance of a deposit, or the last line.
fn later_balance(terms: &Terms) -> Option<TermsRows> {
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
    Some(TermsRows::Lines(lines))
}

fn later(when: &When) -> Option<When> {
    let longer = |span: Span| {
        let more = match span.unit {
            PeriodUnit::Days => DAYS_LATER,
            PeriodUnit::Weeks => DAYS_LATER.checked_div(7)?,
            PeriodUnit::Months => 1,
        };
        Some(Span { count: span.count.checked_add(more)?, ..span })
    };
    Some(match when.clone() {
        When::On(date) => When::On(date.checked_add_days(Days::new(DAYS_LATER.into()))?),
        When::After { anchor, span, rule } => When::After { anchor, span: longer(span)?, rule },
        When::Upon { milestone, span, rule } => When::Upon { milestone, span: longer(span)?, rule },
    })
}
