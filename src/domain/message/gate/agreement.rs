//! Whether the seller's words agree with the plan: where they do not, a message leaves them out.

use rust_decimal::Decimal;

use crate::domain::deposit::{Label, Plan, Schedule, WordedTerms};
use crate::domain::money::Money;
use crate::domain::typed::signs::half_width;

/// Whether terms in words agree with the rows of the plan; in doubt they do not.
pub(crate) fn says_the_same(payment_terms: &str, plan: &Plan, schedule: &Schedule) -> bool {
    if let Some(said) = WordedTerms::read(payment_terms) {
        return plan.is_as_said(&said);
    }
    let named = shares_in(payment_terms);
    let of = |label| {
        let amounts = schedule.rows().iter().filter(move |row| row.label == label).map(|row| row.amount);
        let sum = amounts.map(Some).reduce(|sum, amount| sum?.checked_add(amount?)).flatten();
        sum.and_then(|sum| Some(sum.share_of(schedule.total())?.normalize()))
    };
    let grouped: Option<Vec<Decimal>> = [of(Label::Deposit), of(Label::Balance)].into_iter().collect();
    let each: Vec<Decimal> = schedule.rows().iter().map(|row| row.share.normalize()).collect();
    let parts = |label| -> Vec<Money> {
        schedule.rows().iter().filter(|row| row.label == label).map(|row| row.amount).collect()
    };
    let agrees = !named.is_empty() && (grouped.as_ref() == Some(&named) || each == named);
    agrees && parts_agree(payment_terms, &parts(Label::Deposit))
}

/// Whether words agree with payments of these sizes: they name no other number of parts, and say "equal" only where
/// they are.
pub(crate) fn parts_agree(words: &str, parts: &[Money]) -> bool {
    let plain = words.to_lowercase();
    let is_equal = || {
        let minor = || parts.iter().map(|part| part.minor());
        let apart = minor().max().zip(minor().min()).and_then(|(most, least)| most.checked_sub(least));
        apart.is_none_or(|apart| apart <= 1)
    };
    let claims_equal = EQUAL.iter().any(|word| plain.contains(word));
    numbers_of_parts(&plain).iter().all(|number| *number == parts.len()) && (!claims_equal || is_equal())
}

const EQUAL: [&str; 8] = ["equal", "same amount", "same size", "等额", "相等", "均分", "平均", "均等"];
const PARTS: [&str; 10] =
    ["part", "instal", "payment", "tranche", "step", "transfer", "rate", "portion", "stage", "slice"];
const CHINESE_PARTS: [char; 6] = ['次', '期', '笔', '批', '份', '部'];
const ENGLISH_NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const CHINESE_NUMBERS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// `three equal parts`, `in 3 instalments`, `分三次`.
fn numbers_of_parts(plain: &str) -> Vec<usize> {
    let words: Vec<&str> =
        plain.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let english = words.iter().enumerate().filter_map(|(place, word)| {
        let number = ENGLISH_NUMBERS
            .iter()
            .position(|name| name == word)
            .and_then(|place| place.checked_add(1))
            .or_else(|| word.parse().ok())?;
        let next = words.iter().skip(place.checked_add(1)?).take(2);
        next.into_iter().any(|next| PARTS.iter().any(|part| next.starts_with(part))).then_some(number)
    });
    let mut found: Vec<usize> = english.collect();
    let characters: Vec<char> = plain.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    let before = std::iter::once(&' ').chain(&characters);
    for ((before, one), next) in before.zip(&characters).zip(characters.iter().skip(1)) {
        // These name one of the payments, not how many there are: 最后一笔, 第三期, 每一次.
        if matches!(before, '后' | '第' | '每' | '首' | '下' | '前' | '末') {
            continue;
        }
        let number = match one {
            '两' => Some(2),
            digit if digit.is_ascii_digit() => {
                digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok())
            }
            name => {
                CHINESE_NUMBERS.iter().position(|known| known == name).and_then(|place| place.checked_add(1))
            }
        };
        found.extend(number.filter(|_| CHINESE_PARTS.contains(next)));
    }
    found
}

/// The shares in words: `30/70 T/T` and `30 % deposit, 70 % before shipment` name 30 and 70.
pub(crate) fn shares_in(words: &str) -> Vec<Decimal> {
    let plain: Vec<char> = words.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    let mut shares = Vec::new();
    let mut number = String::new();
    let mut before = None;
    for character in plain.into_iter().chain([' ']) {
        if character.is_ascii_digit() || (character == '.' && !number.is_empty()) {
            number.push(character);
            continue;
        }
        if !number.is_empty() {
            let marked = character == '%' || character == '/' || before == Some('/');
            shares.extend(number.parse::<Decimal>().ok().filter(|_| marked).map(|share| share.normalize()));
            number.clear();
        }
        before = Some(character);
    }
    shares
}
