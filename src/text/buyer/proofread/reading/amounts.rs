//! Amounts, shares, quantities and numbers of days in a text.

use std::ops::Range;

use rust_decimal::Decimal;

use super::lexicon::{WordHit, WordKind};
use super::numbers::{NumberForm, NumberSaid};
use super::{TextReading, meet};
use crate::domain::message::proofread::{AmountSaid, DaysSaid, DaysUse, MoneyRole, QuantitySaid, ShareSaid};
use crate::domain::money::Currency;

/// Statements about numbers; their places are counted in characters of the plain text.
#[derive(Debug, Default)]
pub(in crate::text::buyer::proofread) struct NumbersSaid {
    pub amounts: Vec<AmountSaid>,
    pub shares: Vec<ShareSaid>,
    pub quantities: Vec<QuantitySaid>,
    pub days: Vec<DaysSaid>,
    /// Numbers that stand beside nothing that says what they are.
    pub bare: Vec<NumberSaid>,
}

/// Sorts every number outside of `taken` by what stands beside it.
pub(in crate::text::buyer::proofread) fn numbers_said(
    reading: &TextReading,
    taken: &[Range<usize>],
) -> NumbersSaid {
    let mut said = NumbersSaid::default();
    for number in &reading.numbers {
        if taken.iter().any(|range| meet(range, &number.at)) || is_per_cent_word(reading, number) {
            continue;
        }
        if let Some(share) = share(reading, number) {
            said.shares.push(share);
        } else if let Some(amount) = amount(reading, number) {
            said.amounts.push(amount);
        } else if let Some(days) = days(reading, number) {
            said.days.push(days);
        } else if number.form == NumberForm::Code {
        } else if number.form != NumberForm::Words && unit_after(reading, number).is_some() {
            said.quantities.push(QuantitySaid { at: number.at.clone(), readings: number.readings.clone() });
        } else {
            said.bare.push(number.clone());
        }
    }
    said
}

/// The hundred of `per hundred` and of 百分之 is no amount of anything.
fn is_per_cent_word(reading: &TextReading, number: &NumberSaid) -> bool {
    reading.of(WordKind::Percent).any(|hit| meet(&hit.at, &number.at))
}

fn share(reading: &TextReading, number: &NumberSaid) -> Option<ShareSaid> {
    let tenths = after(reading, WordKind::Tenths, number.at.end, 0);
    let percent = after(reading, WordKind::Percent, number.at.end, 1)
        .or_else(|| before(reading, WordKind::Percent, number.at.start, 1));
    let pair = pair(reading, number);
    let (end, factor) = match (tenths, percent, pair) {
        (_, Some(hit), _) => (hit.at.end, Decimal::ONE),
        (Some(hit), None, _) => (hit.at.end, Decimal::TEN),
        (None, None, true) => (number.at.end, Decimal::ONE),
        (None, None, false) => return None,
    };
    let start = percent.map_or(number.at.start, |hit| hit.at.start.min(number.at.start));
    let readings: Vec<Decimal> =
        number.readings.iter().filter_map(|reading| reading.checked_mul(factor)).collect();
    if tenths.is_some() && percent.is_none() && readings.iter().any(|share| *share >= Decimal::ONE_HUNDRED) {
        return None;
    }
    let at = start..end.max(number.at.end);
    let role = if pair { None } else { nearest_role(reading, &at) };
    Some(ShareSaid { at, readings, role })
}

/// `30/70`
fn pair(reading: &TextReading, number: &NumberSaid) -> bool {
    let text = &reading.text;
    let sums = |other: Option<&NumberSaid>| {
        let parts = other.and_then(|other| other.readings.first()).zip(number.readings.first());
        parts.is_some_and(|(one, two)| one.checked_add(*two) == Some(Decimal::ONE_HUNDRED))
    };
    text.small_at(number.at.end) == Some('/') && sums(reading.number_at(number.at.end + 1))
        || text.before(number.at.start) == Some('/')
            && number.at.start.checked_sub(1).is_some_and(|slash| sums(reading.number_ending(slash)))
}

/// What a word right beside a share calls it: `30 % deposit`, `前払金：30%`.
fn nearest_role(reading: &TextReading, at: &Range<usize>) -> Option<MoneyRole> {
    let sentence = reading.sentence(at.start);
    let touches = |hit: &&WordHit| {
        let between = hit.at.end.min(at.end)..hit.at.start.max(at.start);
        let divided =
            reading.text.part(&between).iter().any(|sign| matches!(sign, ',' | ';' | ')' | '、' | '/'));
        gap(&hit.at, at) <= BESIDE_SHARE && !divided
    };
    let of = |kind, role| {
        let near = reading.inside(kind, &sentence).filter(touches).map(|hit| gap(&hit.at, at));
        near.min().map(|gap| (gap, role))
    };
    let found = [of(WordKind::Deposit, MoneyRole::Deposit), of(WordKind::Balance, MoneyRole::Balance)];
    found.into_iter().flatten().min_by_key(|(gap, _)| *gap).map(|(_, role)| role)
}

fn gap(one: &Range<usize>, other: &Range<usize>) -> usize {
    if one.end <= other.start { other.start - one.end } else { one.start.saturating_sub(other.end) }
}

fn amount(reading: &TextReading, number: &NumberSaid) -> Option<AmountSaid> {
    let (at, currencies) = match currency(reading, number) {
        Some(found) => found,
        None if number.form == NumberForm::Cents
            && number.readings.iter().any(|sum| *sum >= Decimal::TEN) =>
        {
            (number.at.clone(), Vec::new())
        }
        None => return None,
    };
    let is_per_piece = is_per_piece(reading, &at);
    let role = role_before(reading, &at);
    Some(AmountSaid { at, readings: number.readings.clone(), currencies, is_per_piece, role })
}

fn currency(reading: &TextReading, number: &NumberSaid) -> Option<(Range<usize>, Vec<Currency>)> {
    let after = after(reading, WordKind::Currency, number.at.end, 1);
    let before = before(reading, WordKind::Currency, number.at.start, 1);
    // `CNY 60` beside `CNY`: a code between two numbers belongs to the one it stands before.
    let after = after.filter(|hit| {
        let next = reading.text.skip_spaces(hit.at.end);
        before.is_none() && reading.number_at(next).is_none()
            || before.is_some_and(|before| before.key.contains(hit.key))
            || before.is_none()
    });
    let both = before.into_iter().chain(after);
    let start = both.clone().map(|hit| hit.at.start).min()?.min(number.at.start);
    let end = both.clone().map(|hit| hit.at.end).max()?.max(number.at.end);
    let first = before.or(after)?;
    Some((start..end, currencies(first)))
}

fn currencies(hit: &WordHit) -> Vec<Currency> {
    hit.key.split(' ').filter_map(Currency::from_code).collect()
}

/// In characters, on either side of a share.
const BESIDE_SHARE: usize = 4;
/// In characters, on either side of an amount.
const BESIDE: usize = 14;

fn is_per_piece(reading: &TextReading, at: &Range<usize>) -> bool {
    let sentence = reading.sentence(at.start);
    let number_between = |from: usize, to: usize| {
        reading.numbers.iter().any(|number| number.at.start >= from && number.at.end <= to)
    };
    reading.inside(WordKind::PerPiece, &sentence).any(|hit| {
        let counts = reading.numbers.iter().any(|number| {
            let inside = number.at.start >= hit.at.start && number.at.end <= hit.at.end;
            inside && number.readings.iter().any(|value| *value > Decimal::ONE)
        });
        let follows =
            hit.at.start >= at.end && hit.at.start - at.end <= 3 && !number_between(at.end, hit.at.start);
        let precedes = hit.at.end <= at.start
            && at.start - hit.at.end <= BESIDE
            && !number_between(hit.at.end, at.start)
            && hit.key != "after";
        !counts && (follows && hit.key != "before" || precedes)
    })
}

/// What the words right before an amount call it.
fn role_before(reading: &TextReading, at: &Range<usize>) -> Option<MoneyRole> {
    let clause = reading.clause(at.start);
    let of = |kind, role| {
        let last =
            reading.inside(kind, &clause).filter(|hit| hit.at.end <= at.start).max_by_key(|hit| hit.at.end);
        last.map(|hit| (hit.at.clone(), role))
    };
    let found = [
        of(WordKind::Deposit, MoneyRole::Deposit),
        of(WordKind::Balance, MoneyRole::Balance),
        of(WordKind::Total, MoneyRole::Total),
    ];
    let (word, role) = found.into_iter().flatten().max_by_key(|(word, _)| word.end)?;
    let near = at.start - word.end <= 8;
    // `a 30 % deposit of the EUR 30,000.00`
    let is_share = reading.of(WordKind::Percent).any(|hit| gap(&hit.at, &word) <= 3);
    (near && !is_share).then_some(role)
}

fn days(reading: &TextReading, number: &NumberSaid) -> Option<DaysSaid> {
    let unit = after(reading, WordKind::DayUnit, number.at.end, 1)?;
    let length: Decimal = unit.key.parse().ok()?;
    let at = number.at.start..unit.at.end;
    let clause = reading.clause(at.start);
    let is_making = reading.has(WordKind::Making, &clause) && !reading.has(WordKind::Terms, &clause);
    let about = if is_making { DaysUse::Making } else { DaysUse::Other };
    let readings = number.readings.iter().filter_map(|count| count.checked_mul(length)).collect();
    Some(DaysSaid { at, readings, about })
}

pub(in crate::text::buyer::proofread) fn unit_after<'a>(
    reading: &'a TextReading,
    number: &NumberSaid,
) -> Option<&'a WordHit> {
    after(reading, WordKind::Unit, number.at.end, 1)
}

/// The longest word of a kind at most so many spaces after a place.
fn after(reading: &TextReading, kind: WordKind, place: usize, spaces: usize) -> Option<&WordHit> {
    let next = reading.text.skip_spaces(place);
    let place = if next - place <= spaces { next } else { place };
    reading.starting(kind, place)
}

fn before(reading: &TextReading, kind: WordKind, place: usize, spaces: usize) -> Option<&WordHit> {
    let mut end = place;
    while place - end < spaces && reading.text.before(end) == Some(' ') {
        end -= 1;
    }
    reading.ending(kind, end)
}
