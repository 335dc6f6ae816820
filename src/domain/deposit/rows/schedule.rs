//! The rows that terms result in: amounts that add up to the total, and dates.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate, WeekdaySet};
use rust_decimal::Decimal;

use crate::domain::deposit::label::Label;
use crate::domain::deposit::terms::due::{Milestone, Planned, When};
use crate::domain::deposit::terms::refused::PlanRefused;
use crate::domain::deposit::terms::{DepositTerms, MOST_PARTS, Terms, TermsLine, TermsRows};
use crate::domain::deposit::{DepositShare, LineAmount};
use crate::domain::money::{Money, Percent};

/// One expected payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleRow {
    /// Counted from 1, in the order of the terms.
    pub n: u32,
    pub label: Label,
    /// After any shift; None while its milestone has no date.
    pub due: Option<NaiveDate>,
    /// The date rule of the line it comes from.
    pub when: Option<When>,
    /// The date before the shift.
    pub moved_from: Option<NaiveDate>,
    /// Above zero.
    pub amount: Money,
    /// Percent of the total, two digits, half up.
    pub share: Decimal,
    /// Closed before the terms changed, and left as it was.
    pub kept: bool,
}

/// Rows that add up to the total exactly; made from terms only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    pub(crate) total: Money,
    pub(crate) rows: Vec<ScheduleRow>,
    /// For each row: its number among the rows of its label, and how many there are.
    places: Vec<(u32, u32)>,
}

impl ScheduleRow {
    /// The milestone of the row, whether or not it has a date.
    pub fn upon(&self) -> Option<Milestone> {
        self.when.as_ref().and_then(When::milestone)
    }
}

impl Schedule {
    /// Numbers the rows in this order.
    pub(crate) fn new(total: Money, mut rows: Vec<ScheduleRow>) -> Self {
        let mut counts: BTreeMap<Label, u32> = BTreeMap::new();
        let mut parts = Vec::with_capacity(rows.len());
        for (n, row) in (1_u32..).zip(&mut rows) {
            row.n = n;
            let part = counts.entry(row.label).or_default();
            *part = part.saturating_add(1);
            parts.push((*part, row.label));
        }
        let of = |label| counts.get(&label).copied().unwrap_or_default();
        let places = parts.into_iter().map(|(part, label)| (part, of(label))).collect();
        Self { total, rows, places }
    }

    pub fn total(&self) -> Money {
        self.total
    }

    /// The sum of the rows that are called deposit; none where no row is.
    pub fn deposit(&self) -> Option<Money> {
        let deposit = self.rows.iter().filter(|row| row.label == Label::Deposit);
        deposit.map(|row| Some(row.amount)).reduce(|sum, amount| sum?.checked_add(amount?)).flatten()
    }

    /// By number.
    pub fn rows(&self) -> &[ScheduleRow] {
        &self.rows
    }

    /// The share of each row in percent, so rounded that they add up: of three thirds the last is 33.34.
    pub fn shares(&self) -> Vec<Decimal> {
        let whole = i128::from(self.total.minor());
        let exact = |row: &ScheduleRow| i128::from(row.amount.minor()).saturating_mul(10_000);
        let parts = self.rows.iter().map(exact);
        let mut hundredths: Vec<i128> =
            parts.clone().map(|part| part.checked_div(whole).unwrap_or_default()).collect();
        let mut rest: Vec<(i128, usize)> = parts
            .zip(0_usize..)
            .map(|(part, row)| (part.checked_rem(whole).unwrap_or_default(), row))
            .collect();
        rest.sort_unstable_by_key(|cut_off| std::cmp::Reverse(*cut_off));
        let missing = hundredths.iter().fold(10_000_i128, |left, part| left.saturating_sub(*part));
        for (_, row) in rest.iter().take(usize::try_from(missing).unwrap_or_default()) {
            if let Some(part) = hundredths.get_mut(*row) {
                *part = part.saturating_add(1);
            }
        }
        hundredths.into_iter().filter_map(|part| Decimal::try_from_i128_with_scale(part, 2).ok()).collect()
    }

    /// The order in which payments fill them: kept rows, then by due date (those without one last), then by number.
    pub(crate) fn rows_by_due(&self) -> Vec<&ScheduleRow> {
        let mut rows: Vec<&ScheduleRow> = self.rows.iter().collect();
        rows.sort_by_key(|row| (!row.kept, row.due.is_none(), row.due, row.n));
        rows
    }

    /// The nearest row above that has a date, if that date is later: rows are read from top to bottom.
    pub fn later_above(&self, row: &ScheduleRow) -> Option<&ScheduleRow> {
        let above = self.rows.iter().rfind(|other| other.n < row.n && other.due.is_some())?;
        (above.due > row.due && row.due.is_some()).then_some(above)
    }

    /// Its number among the rows of its label, counted from 1, and how many there are.
    pub fn place(&self, row: &ScheduleRow) -> (u32, u32) {
        let index = usize::try_from(row.n).ok().and_then(|n| n.checked_sub(1));
        index.and_then(|index| self.places.get(index)).copied().unwrap_or((1, 1))
    }
}

impl Terms {
    pub fn schedule(&self) -> Result<Schedule, PlanRefused> {
        if self.observed.is_some() {
            return Self { week: self.working_week(), observed: None, ..self.clone() }.schedule();
        }
        if !self.total.is_positive() {
            return Err(PlanRefused::TotalNotPositive);
        }
        if self.week.weekend == WeekdaySet::ALL {
            return Err(PlanRefused::NoWorkday);
        }
        let step = match self.round {
            None => self.total.unit(),
            Some(step) => self.in_currency(step)?,
        };
        if !step.is_positive() {
            return Err(PlanRefused::StepNotPositive);
        }
        match &self.rows {
            TermsRows::Deposit(deposit) => self.deposit_schedule(deposit, step),
            TermsRows::Lines(lines) => self.line_schedule(lines, step),
        }
    }

    fn deposit_schedule(&self, terms: &DepositTerms, step: Money) -> Result<Schedule, PlanRefused> {
        let deposit = self.deposit_amount(terms.deposit, step)?;
        let balance = self.total.checked_sub(deposit).ok_or(PlanRefused::TooPrecise)?;
        let (parts, balance_parts) = (terms.parts.get(), terms.balance_parts.get());
        let mut amounts: Vec<(Label, Money)> = Vec::new();
        amounts.extend(split(deposit, parts, terms)?.map(|amount| (Label::Deposit, amount)));
        if balance.is_positive() {
            amounts.extend(split(balance, balance_parts, terms)?.map(|amount| (Label::Balance, amount)));
        } else if balance_parts > 1 {
            return Err(PlanRefused::NothingLeft { balance_parts });
        }
        let rows = (0_u32..)
            .zip(amounts)
            .map(|(intervals, (label, amount))| {
                let n = intervals.saturating_add(1);
                let due = terms.every.after(self.start, intervals).map(Planned::On);
                self.row(n, label, due, amount)
            })
            .collect::<Result<_, _>>()?;
        Ok(Schedule::new(self.total, rows))
    }

    fn deposit_amount(&self, share: DepositShare, step: Money) -> Result<Money, PlanRefused> {
        let (total, too_precise) = (self.total, PlanRefused::TooPrecise);
        let within_total = |deposit: Money| {
            if deposit.minor() > total.minor() {
                Err(PlanRefused::DepositAboveTotal { deposit, total })
            } else {
                Ok(deposit)
            }
        };
        let rounded = match share {
            DepositShare::Percent(percent) => total.percent(percent, step).ok_or(too_precise)?,
            DepositShare::Fixed(amount) => {
                let asked = within_total(self.in_currency(amount)?)?;
                if !asked.is_positive() {
                    return Err(PlanRefused::DepositNotPositive);
                }
                asked.rounded_to(step).ok_or(too_precise)?
            }
        };
        if rounded.is_positive() {
            within_total(rounded)
        } else {
            Err(PlanRefused::DepositRoundsToZero { step })
        }
    }

    fn line_schedule(&self, lines: &[TermsLine], step: Money) -> Result<Schedule, PlanRefused> {
        let fixed = self.fixed_sum(lines)?;
        let left = self
            .total
            .checked_sub(fixed)
            .filter(|left| left.minor() >= 0)
            .ok_or(PlanRefused::BeyondTotal { sum: fixed, total: self.total })?;
        self.check_sum(lines, left)?;
        let last = lines.len();
        let mut sum = Money::zero(self.total.currency());
        let mut rows = Vec::with_capacity(last);
        for (n, line) in (1_u32..).zip(lines) {
            let amount = if usize::try_from(n).is_ok_and(|n| n == last) {
                if sum.minor() > self.total.minor() {
                    return Err(PlanRefused::BeyondTotal { sum, total: self.total });
                }
                self.total.checked_sub(sum)
            } else {
                match line.amount {
                    LineAmount::Fixed(amount) => Some(self.in_currency(amount)?),
                    LineAmount::Percent(percent) => self.total.percent(percent, step),
                    LineAmount::PercentLeft(percent) => left.percent(percent, step),
                    LineAmount::Rest => return Err(PlanRefused::RestNotLast { n }),
                }
            };
            let amount = amount.ok_or(PlanRefused::TooPrecise)?;
            sum = sum.checked_add(amount).ok_or(PlanRefused::TooPrecise)?;
            rows.push(self.line_row(n, line, amount)?);
        }
        Ok(Schedule::new(self.total, rows))
    }

    /// The sum of the fixed lines, each of which must be above zero.
    fn fixed_sum(&self, lines: &[TermsLine]) -> Result<Money, PlanRefused> {
        let mut sum = Money::zero(self.total.currency());
        for (n, line) in (1_u32..).zip(lines) {
            if let LineAmount::Fixed(amount) = line.amount {
                let amount = self.in_currency(amount)?;
                if !amount.is_positive() {
                    return Err(PlanRefused::RowNotPositive { n, amount });
                }
                sum = sum.checked_add(amount).ok_or(PlanRefused::TooPrecise)?;
            }
        }
        Ok(sum)
    }

    /// Without a rest at the end the unrounded lines must make the total exactly.
    fn check_sum(&self, lines: &[TermsLine], left: Money) -> Result<(), PlanRefused> {
        let last = lines.last().ok_or(PlanRefused::NoLines)?;
        if last.amount == LineAmount::Rest {
            return Ok(());
        }
        if let Some((n, _)) = (1_u32..).zip(lines).find(|(_, line)| line.amount == LineAmount::Rest) {
            return Err(PlanRefused::RestNotLast { n });
        }
        let (off, scale) = self.sum_off(lines, left).ok_or(PlanRefused::TooPrecise)?;
        if off == 0 {
            return Ok(());
        }
        let off = shortened(off, scale).ok_or(PlanRefused::TooPrecise)?;
        Err(PlanRefused::SumDiffers { off, total: self.total })
    }

    /// The difference between the unrounded percentages and what the fixed lines leave: number and decimal places.
    fn sum_off(&self, lines: &[TermsLine], left: Money) -> Option<(i128, u32)> {
        let shares = || {
            lines.iter().filter_map(|line| match line.amount {
                LineAmount::Percent(percent) => Some((percent, self.total)),
                LineAmount::PercentLeft(percent) => Some((percent, left)),
                LineAmount::Fixed(_) | LineAmount::Rest => None,
            })
        };
        let places = shares().map(|(percent, _)| percent.decimal().scale()).max().unwrap_or(0);
        let scale = places.checked_add(2)?;
        let wanted = i128::from(left.minor()).checked_mul(10_i128.checked_pow(scale)?)?;
        let mut sum: i128 = 0;
        for (percent, of) in shares() {
            let (numerator, _) = percent.fraction()?;
            let lift = 10_i128.checked_pow(places.checked_sub(percent.decimal().scale())?)?;
            let share = numerator.checked_mul(lift)?.checked_mul(i128::from(of.minor()))?;
            sum = sum.checked_add(share)?;
        }
        Some((sum.checked_sub(wanted)?, scale.checked_add(self.total.currency().digits())?))
    }

    fn line_row(&self, n: u32, line: &TermsLine, amount: Money) -> Result<ScheduleRow, PlanRefused> {
        if !amount.is_positive() {
            return Err(PlanRefused::RowNotPositive { n, amount });
        }
        let row = self.row(n, line.label, line.when.due(self.start, &self.milestones), amount)?;
        Ok(ScheduleRow { when: Some(line.when.clone()), ..row })
    }

    fn row(
        &self,
        n: u32,
        label: Label,
        due: Option<Planned>,
        amount: Money,
    ) -> Result<ScheduleRow, PlanRefused> {
        let out_of_range = PlanRefused::DateOutOfRange { n };
        let planned = match due.ok_or_else(|| out_of_range.clone())? {
            Planned::On(date) => Some(date),
            Planned::Open(_milestone) => None,
        };
        let due = planned
            .map(|planned| {
                let due = self.shift.apply(planned, &self.week);
                due.filter(|due| (0..=9999).contains(&due.year())).ok_or(out_of_range)
            })
            .transpose()?;
        let moved_from = planned.filter(|_| planned != due);
        let share = amount.share_of(self.total).ok_or(PlanRefused::TooPrecise)?;
        Ok(ScheduleRow { n, label, due, when: None, moved_from, amount, share, kept: false })
    }

    fn in_currency(&self, amount: Decimal) -> Result<Money, PlanRefused> {
        let currency = self.total.currency();
        Money::from_decimal(amount, currency).ok_or(PlanRefused::NotInCurrency { amount, currency })
    }
}

/// The item whose amount completes this share of the total. Rounded as rows are: a deposit of 30% is 30% whatever its
/// last cent or its round sum, and so are 10% and 20%; and what is shown as 6.67% of the total is 6.67% of it.
pub(crate) fn reaching<T>(
    share: Percent,
    terms: &Terms,
    amounts: impl IntoIterator<Item = (T, Money)>,
) -> Option<T> {
    let total = terms.total;
    let wanted = total.percent(share, total.unit())?.minor().min(terms.share(share)?.minor());
    let mut reached: i64 = 0;
    for (rounding, (what, amount)) in (0_i64..).zip(amounts) {
        reached = reached.checked_add(amount.minor())?;
        let shown = Money::from_minor(reached, total.currency()).share_of(total);
        if wanted <= reached.checked_add(rounding)? || shown == Some(share.decimal()) {
            return Some(what);
        }
    }
    None
}

fn split(
    amount: Money,
    parts: u32,
    terms: &DepositTerms,
) -> Result<impl Iterator<Item = Money>, PlanRefused> {
    if parts > MOST_PARTS {
        return Err(PlanRefused::TooManyParts { parts, most: MOST_PARTS });
    }
    amount.split(parts, terms.odd).ok_or(PlanRefused::PartsTooSmall { amount, parts })
}

/// The number as a decimal, with fewer places where it would not fit.
fn shortened(number: i128, scale: u32) -> Option<Decimal> {
    let fits = Decimal::try_from_i128_with_scale(number, scale).map(|decimal| decimal.normalize());
    fits.ok().or_else(|| shortened(number.checked_div(10)?, scale.checked_sub(1)?))
}
