//! The plan that a form starts from: what the deal agreed, and usual terms for the rest.

use chrono::{NaiveDate, WeekdaySet};
use rust_decimal::Decimal;

use super::amount::{DepositShare, LineAmount};
use super::due::Shift;
use super::preset::usual_deposit;
use super::worded_terms::{DEPOSIT, REST, WordedTerms, any, pieces, plain};
use super::{DepositTerms, Terms, TermsRows};
use crate::domain::calendar::{WorkWeek, add_days};
use crate::domain::deal::Agreed;
use crate::domain::deposit::label::Label;
use crate::domain::deposit::plan::Plan;
use crate::domain::money::{Money, Percent};

/// A buyer needs some days to have a payment approved.
const DAYS_TO_FIRST_PART: u32 = 7;

/// Terms for this total that are usual in the trade: 30 % in three monthly parts, the balance after them.
pub fn usual_terms(total: Money, on: NaiveDate, weekend: WeekdaySet) -> Terms {
    let week = WorkWeek { weekend, ..WorkWeek::default() };
    let start = week.next_on_or_after(add_days(on, DAYS_TO_FIRST_PART));
    let mut terms = Terms::new(total, start, TermsRows::Deposit(usual_deposit()));
    terms.shift = Shift::Next;
    terms.week = week;
    terms
}

/// The usual plan with what was agreed in it; None where the agreed amount is not known.
pub fn suggested_plan(agreed: &Agreed, on: NaiveDate, weekend: WeekdaySet) -> Option<Plan> {
    let mut terms = usual_terms(agreed.money()?, on, weekend);
    if let Some(said) = WordedTerms::read(&agreed.payment_terms) {
        terms = said.applied(&terms);
    } else if let (TermsRows::Deposit(deposit), Some(share)) =
        (&mut terms.rows, deposit_share_in(&agreed.payment_terms))
    {
        deposit.deposit = DepositShare::Percent(share);
    }
    let mut plan = Plan::new(terms);
    plan.production_share = first_share(&plan.terms.rows);
    plan.ships_days_after = agreed.lead_time_days;
    Some(plan)
}

/// What production waits for: the deposit.
pub fn first_share(rows: &TermsRows) -> Option<Percent> {
    match rows {
        TermsRows::Deposit(DepositTerms { deposit: DepositShare::Percent(share), .. }) => Some(*share),
        TermsRows::Deposit(_) => None,
        TermsRows::Lines(lines) => {
            let first = lines.first().filter(|line| line.label == Label::Deposit)?;
            match first.amount {
                LineAmount::Percent(share) => Some(share),
                LineAmount::Fixed(_) | LineAmount::PercentLeft(_) | LineAmount::Rest => None,
            }
        }
    }
}

/// The deposit in words such as `30 % deposit, 70 % at sight`, `余款70%，定金30%` and `30/70 T/T`: the share that is called
/// so, else the first that is not the balance's, else what a balance leaves. None where no share is named.
fn deposit_share_in(payment_terms: &str) -> Option<Percent> {
    let text = plain(payment_terms);
    if !text.contains('%') {
        return first_of_whole(&text);
    }
    let shares: Vec<(Decimal, String)> = pieces(&text).iter().flat_map(|piece| named_shares(piece)).collect();
    let called = |words: &[&str]| shares.iter().find(|(_, name)| any(name, words)).map(|(share, _)| *share);
    let first = shares.iter().find(|(_, name)| !any(name, REST)).map(|(share, _)| *share);
    let left = || called(REST).and_then(|balance| Decimal::ONE_HUNDRED.checked_sub(balance));
    let share = called(DEPOSIT).or(first).or_else(left)?;
    Percent::new(share).filter(|_| share < Decimal::ONE_HUNDRED)
}

/// Each share with the words that say what it is: those before it where such a word comes first, else those after it.
fn named_shares(piece: &str) -> Vec<(Decimal, String)> {
    let parts: Vec<(&str, &str)> = piece.split('%').map(without_number).collect();
    let is_named_before = parts.first().is_some_and(|(words, _)| any(words, DEPOSIT) || any(words, REST));
    let after = parts.iter().skip(1);
    let shares = parts.iter().zip(after).filter_map(|((before, number), (after, _))| {
        let name = if is_named_before { before } else { after };
        Some((number.parse().ok()?, (*name).to_owned()))
    });
    shares.collect()
}

/// The words before the number at the end, and the number.
fn without_number(part: &str) -> (&str, &str) {
    let words = part.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
    (words, part.strip_prefix(words).unwrap_or_default())
}

/// Of `30/70 T/T`, the first.
fn first_of_whole(text: &str) -> Option<Percent> {
    let start = text.find(|character: char| character.is_ascii_digit())?;
    let (_, from_digits) = text.split_at_checked(start)?;
    let end = from_digits.find(|character: char| !character.is_ascii_digit())?;
    let (digits, _) = from_digits.split_at_checked(end)?;
    let share = digits.parse::<u32>().ok().filter(|share| is_whole(from_digits) && *share < 100)?;
    Percent::new(share.into())
}

/// Whether a text begins with shares that make a whole: `30/70`, and not `2/10 net 30`.
fn is_whole(text: &str) -> bool {
    let shares =
        text.split(|character: char| !(character.is_ascii_digit() || matches!(character, '/' | ' '))).next();
    let mut sum = 0_u32;
    let mut count = 0_u32;
    for share in shares.unwrap_or_default().split('/') {
        let Ok(share) = share.trim().parse::<u32>() else { return false };
        sum = sum.saturating_add(share);
        count = count.saturating_add(1);
    }
    count > 1 && sum == 100
}
