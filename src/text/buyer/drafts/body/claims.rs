//! Finds the amounts and dates in a body, in English and Chinese, with every way to read them.

use chrono::Weekday;
use rust_decimal::Decimal;

use crate::domain::message::{AmountClaim, DateClaim};
use crate::domain::money::Currency;
use crate::domain::typed::Understood;
use crate::domain::typed::amount::{ExpectedCurrency, understand_price};
use crate::domain::typed::currency::currency_at_start;
use crate::domain::typed::date::english_month;

/// The dates, and the text without them.
pub fn dates(text: &str) -> (Vec<DateClaim>, String) {
    let mut claims = Vec::new();
    let mut rest_of_text = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let starts_word = !rest_of_text.chars().next_back().is_some_and(|before| joins(before, character));
        match date_at(rest).filter(|_| starts_word) {
            Some((length, readings)) => {
                let (written, after) = rest.split_at(length);
                claims.push(DateClaim {
                    written: written.to_owned(),
                    readings,
                    weekday: weekday_before(&rest_of_text).or_else(|| weekday_after(after)),
                });
                rest_of_text.push('\u{fffc}');
                rest = after;
            }
            None => {
                rest_of_text.push(character);
                rest = rest.split_at(character.len_utf8()).1;
            }
        }
    }
    (claims, rest_of_text)
}

/// The numbers next to a currency.
pub fn amounts(text: &str) -> Vec<AmountClaim> {
    let mut claims = Vec::new();
    let mut position = 0;
    while let Some((before, rest)) = text.split_at_checked(position) {
        let Some(character) = rest.chars().next() else { break };
        let Some((sign, currencies, leads)) = currency_at(before, rest) else {
            position += character.len_utf8();
            continue;
        };
        let after = rest.split_at(sign.len()).1;
        let following = number_after(after);
        let preceding = number_before(before);
        let touches = after.starts_with(|next: char| next.is_ascii_digit());
        let prefix = following.is_some() && (touches || preceding.is_none() || leads);
        if let Some((written, readings)) = if prefix { following } else { preceding } {
            let written = if prefix { format!("{sign} {written}") } else { format!("{written} {sign}") };
            claims.push(AmountClaim { written, readings, currencies });
        }
        position += sign.len();
    }
    claims
}

type ClaimedDate = (Option<i32>, u32, u32);

fn date_at(rest: &str) -> Option<(usize, Vec<ClaimedDate>)> {
    let parsers = [iso_date, chinese_date, day_month, month_day, numeric_date];
    parsers.iter().find_map(|parse| {
        let (readings, after) = parse(rest)?;
        let plausible: Vec<ClaimedDate> = readings
            .into_iter()
            .filter(|(_, month, day)| (1..=12).contains(month) && (1..=31).contains(day))
            .collect();
        (!plausible.is_empty()).then(|| (rest.len() - after.len(), plausible))
    })
}

fn iso_date(rest: &str) -> Option<(Vec<ClaimedDate>, &str)> {
    let (year, rest) = digits(rest, 4..=4)?;
    let rest = rest.strip_prefix(['-', '/', '.'])?;
    let (month, rest) = digits(rest, 1..=2)?;
    let rest = rest.strip_prefix(['-', '/', '.'])?;
    let (day, rest) = digits(rest, 1..=2)?;
    Some((vec![(i32::try_from(year).ok(), month, day)], rest))
}

fn chinese_date(rest: &str) -> Option<(Vec<ClaimedDate>, &str)> {
    let (year, rest) =
        match digits(rest, 4..=4).and_then(|(year, after)| Some((year, spaced(after).strip_prefix('年')?))) {
            Some((year, after)) => (i32::try_from(year).ok(), spaced(after)),
            None => (None, rest),
        };
    let (month, rest) = digits(rest, 1..=2)?;
    let (day, rest) = digits(spaced(spaced(rest).strip_prefix('月')?), 1..=2)?;
    let rest = spaced(rest).strip_prefix(['日', '号'])?;
    Some((vec![(year, month, day)], rest))
}

fn day_month(rest: &str) -> Option<(Vec<ClaimedDate>, &str)> {
    let (day, rest) = digits(rest, 1..=2)?;
    let rest = ["st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
    let rest = spaced(rest);
    let (month, rest) = month_name(rest.strip_prefix("of ").unwrap_or(rest))?;
    let (year, rest) = year_after(rest);
    Some((vec![(year, month, day)], rest))
}

fn month_day(rest: &str) -> Option<(Vec<ClaimedDate>, &str)> {
    let (month, rest) = month_name(rest)?;
    let (day, rest) = digits(spaced(rest.strip_prefix('.').unwrap_or(rest)), 1..=2)?;
    let rest = ["st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
    let (year, rest) = year_after(rest);
    Some((vec![(year, month, day)], rest))
}

fn numeric_date(rest: &str) -> Option<(Vec<ClaimedDate>, &str)> {
    let (first, rest) = digits(rest, 1..=2)?;
    let rest = rest.strip_prefix(['/', '.', '-'])?;
    let (second, rest) = digits(rest, 1..=2)?;
    let rest = rest.strip_prefix(['/', '.', '-'])?;
    let (year, rest) = digits(rest, 4..=4)?;
    let year = i32::try_from(year).ok();
    // Day first, as most of the world writes, or month first, as Americans do.
    Some((vec![(year, second, first), (year, first, second)], rest))
}

fn year_after(rest: &str) -> (Option<i32>, &str) {
    let after_comma = spaced(rest.strip_prefix(',').unwrap_or(rest));
    digits(after_comma, 4..=4)
        .and_then(|(year, after)| Some((Some(i32::try_from(year).ok()?), after)))
        .unwrap_or((None, rest))
}

/// A number with `count` digits, and the rest of the text; not part of a longer number.
fn digits(rest: &str, count: std::ops::RangeInclusive<usize>) -> Option<(u32, &str)> {
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = rest.split_at_checked(length)?;
    count.contains(&length).then(|| number.parse().ok().map(|number| (number, after)))?
}

fn month_name(rest: &str) -> Option<(u32, &str)> {
    let (word, after) = first_word(rest);
    // "5 may be enough": the one month that is also an everyday word.
    if word == "may" {
        return None;
    }
    Some((english_month(&word.to_ascii_lowercase())?, after))
}

fn first_word(rest: &str) -> (&str, &str) {
    rest.split_at(rest.bytes().take_while(u8::is_ascii_alphabetic).count())
}

fn weekday_before(text: &str) -> Option<Weekday> {
    let text = text.trim_end_matches([' ', ',', '.']);
    let start = text.len() - text.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let word = text.split_at(start).1;
    // chrono reads "Mon", "monday" and nothing between.
    (word.len() >= 3).then(|| word.parse().ok())?
}

fn weekday_after(rest: &str) -> Option<Weekday> {
    let rest = rest.trim_start_matches([' ', '（', '(', '，']);
    let rest = ["星期", "礼拜", "周"].iter().find_map(|word| rest.strip_prefix(word))?;
    Some(match rest.chars().next()? {
        '一' => Weekday::Mon,
        '二' => Weekday::Tue,
        '三' => Weekday::Wed,
        '四' => Weekday::Thu,
        '五' => Weekday::Fri,
        '六' => Weekday::Sat,
        '日' | '天' => Weekday::Sun,
        _ => return None,
    })
}

/// The currency at the start of `rest`, and whether it belongs to the number after it where there is one on both sides.
fn currency_at<'a>(before: &str, rest: &'a str) -> Option<(&'a str, Vec<Currency>, bool)> {
    let begins_with_letter = rest.starts_with(|letter: char| letter.is_ascii_alphabetic());
    if begins_with_letter && before.ends_with(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    let (sign, currencies) = currency_at_start(rest)?;
    let leads = sign == "人民币" || sign.bytes().all(|letter| letter.is_ascii_alphabetic());
    Some((sign, currencies, leads))
}

type Number = (String, Vec<Decimal>);

fn number_after(after: &str) -> Option<Number> {
    let after = after.strip_prefix([' ', '\u{a0}', '\u{202f}']).unwrap_or(after);
    if !after.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let end = after.find(|character: char| !is_of_number(character)).unwrap_or(after.len());
    // A comma or a full stop before a blank ends the number: "EUR 700.00, 7 days later".
    let ends = [", ", ". "].iter().filter_map(|ending| after.find(ending));
    let end = ends.fold(end, usize::min);
    let (number, rest) = after.split_at(end);
    let number = number.trim_end_matches(|last: char| !last.is_ascii_digit());
    let first = number.split([' ', '\u{a0}', '\u{202f}']).next().unwrap_or(number);
    Some(number_from(number, first, scale(rest)))
}

fn number_before(before: &str) -> Option<Number> {
    let trimmed = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let (trimmed, scale) = match trimmed.strip_suffix(['万', 'k', 'K']) {
        Some(number) => (number.trim_end(), trimmed.split_at(number.len()).1),
        None => (trimmed, ""),
    };
    if !trimmed.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let start = trimmed
        .rfind(|character: char| !is_of_number(character))
        .map_or(0, |at| at + trimmed.split_at(at).1.chars().next().map_or(0, char::len_utf8));
    let number = trimmed.split_at(start).1.trim_start_matches(|first: char| !first.is_ascii_digit());
    let last = number.rsplit([' ', '\u{a0}', '\u{202f}']).next().unwrap_or(number);
    Some(number_from(number, last, scale))
}

/// `part`: what is the number where a blank before or after it only separates it from another one.
fn number_from(text: &str, part: &str, scale: &str) -> Number {
    let read = |number: &str| match understand_price(&format!("{number}{scale}"), ExpectedCurrency::Any) {
        Understood::One(amount) => vec![amount.number],
        Understood::Several(amounts) => amounts.into_iter().map(|amount| amount.number).collect(),
        // An unreadable amount still counts as a statement: it matches no fact.
        Understood::Problem(_) => Vec::new(),
    };
    (text.to_owned(), [read(text), read(part)].concat())
}

/// What multiplies the number before it.
fn scale(rest: &str) -> &'static str {
    let mut characters = rest.trim_start().chars();
    match (characters.next(), characters.next()) {
        (Some('万'), _) => "万",
        (Some('k' | 'K'), next) if next.is_none_or(|next| !next.is_alphanumeric()) => "k",
        (Some(_) | None, _) => "",
    }
}

fn is_of_number(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')
}

fn spaced(rest: &str) -> &str {
    rest.trim_start_matches(' ')
}

fn joins(before: char, after: char) -> bool {
    let latin = |character: char| character.is_ascii_alphanumeric();
    latin(before) && latin(after)
        || (before.is_ascii_digit() || matches!(before, '.' | ',' | '-' | '/'))
            && after.is_ascii_digit()
            && before != ','
}
