//! Currencies as people name them: by code, sign or name, in one table for every reader.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::Understood;
use super::signs::{half_width, plain};
use crate::domain::money::Currency;

/// The text names no currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACurrency;

/// Reads `USD`, `us$`, `€`, `瑞士法郎`, `人民币`; what several currencies share, such as `¥`, is asked.
pub fn understand_currency(text: &str) -> Understood<Currency, NotACurrency> {
    let text = plain(text);
    if let Some(currency) = Currency::from_code(&text) {
        return Understood::One(currency);
    }
    let named: Vec<Currency> = users_of(&text).collect();
    Understood::of(if named.is_empty() { Err(NotACurrency) } else { Ok(named) })
}

/// Whether a text is a notation of some currency: its code, sign or name.
pub(crate) fn is_notation(text: &str) -> bool {
    users_of(text).next().is_some()
}

/// The currencies that a text is a notation of.
pub(crate) fn users_of(text: &str) -> impl Iterator<Item = Currency> {
    // By their notations in small letters, so that not every currency is compared.
    static USERS: LazyLock<HashMap<String, Vec<Currency>>> = LazyLock::new(|| {
        let mut users: HashMap<String, Vec<Currency>> = HashMap::new();
        for currency in Currency::all() {
            let sign = own_sign(currency);
            let dollar = sign.as_ref().filter(|sign| sign.contains('$')).map(|_| "$".to_owned());
            let others = names(currency).chain([currency.code()]).map(str::to_owned);
            for notation in others.chain(sign).chain(dollar) {
                let known = users.entry(notation.to_ascii_lowercase()).or_default();
                if !known.contains(&currency) {
                    known.push(currency);
                }
            }
        }
        users
    });
    let found = USERS.get(&text.to_ascii_lowercase()).into_iter().flatten().copied();
    found.filter(|currency| !text.is_empty() && is_notation_of(text, *currency))
}

/// Whether a text is a notation of this currency.
pub(crate) fn is_notation_of(text: &str, currency: Currency) -> bool {
    let sign = own_sign(currency);
    text.eq_ignore_ascii_case(currency.code())
        || sign.as_deref() == Some(text)
        || (text == "$" && sign.is_some_and(|sign| sign.contains('$')))
        || names(currency).any(|name| name.eq_ignore_ascii_case(text))
}

/// The name by which Chinese texts write amounts of it: `30,000.00 欧元`.
pub fn chinese_name(currency: Currency) -> Option<&'static str> {
    NAMES.iter().find(|(code, ..)| *code == currency.code()).and_then(|(_, chinese, _)| *chinese)
}

/// The sign, Chinese name or code in capitals at the start of a running text, and each currency that it can be. Letters
/// that may be part of a word, such as `kr`, are not recognised.
pub fn currency_at_start(text: &str) -> Option<(&str, Vec<Currency>)> {
    let found = IN_TEXT.iter().find_map(|(notation, currencies)| {
        let mut characters = text.chars();
        let same = notation.chars().all(|sign| characters.next().map(half_width) == Some(sign));
        same.then(|| (text.len().saturating_sub(characters.as_str().len()), currencies.clone()))
    });
    let (length, currencies) = found.or_else(|| {
        let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, _) = text.split_at_checked(length)?;
        let is_code = length == 3 && word.bytes().all(|letter| letter.is_ascii_uppercase());
        Some((length, vec![Currency::from_code(word).filter(|_| is_code)?]))
    })?;
    Some((text.split_at_checked(length)?.0, currencies))
}

/// The currency's own sign, unless it is a unit beside a number: K, M, MT and L are thousands, millions, tons and
/// litres. The rand's R stays.
fn own_sign(currency: Currency) -> Option<String> {
    let is_unit = |sign: &str| sign == "MT" || (sign.len() == 1 && sign != "R" && sign.is_ascii());
    currency.sign().filter(|sign| sign == "$" || !is_unit(sign))
}

/// The names of a currency beyond its code and its sign.
fn names(currency: Currency) -> impl Iterator<Item = &'static str> {
    let row = NAMES.iter().find(|(code, ..)| *code == currency.code());
    row.into_iter().flat_map(|(_, chinese, others)| chinese.iter().chain(others.iter()).copied())
}

/// By code: the Chinese name that is written beside an amount, and other signs and names.
type CurrencyNames = (&'static str, Option<&'static str>, &'static [&'static str]);

const NAMES: &[CurrencyNames] = &[
    (
        "USD",
        Some("美元"),
        &["美金", "US$", "USD$", "$US", "美刀", "US dollar", "US dollars", "U.S. dollar", "U.S. dollars"],
    ),
    ("EUR", Some("欧元"), &["euro", "euros"]),
    (
        "CNY",
        Some("元人民币"),
        &["人民币", "人民币元", "元", "RMB", "CNH", "CN¥", "RMB¥", "yuan", "renminbi", "Chinese yuan"],
    ),
    ("GBP", Some("英镑"), &["pound sterling", "pounds sterling", "British pound", "British pounds"]),
    ("JPY", Some("日元"), &["円", "JP¥", "日圆", "yen", "Japanese yen"]),
    ("HKD", Some("港元"), &["港币", "Hong Kong dollar", "Hong Kong dollars"]),
    ("AUD", Some("澳元"), &["A$", "AU$", "澳币", "Australian dollar", "Australian dollars"]),
    ("CAD", Some("加元"), &["C$", "CA$", "加币", "Canadian dollar", "Canadian dollars"]),
    ("NZD", Some("新西兰元"), &["NZ$"]),
    ("SGD", Some("新加坡元"), &["新币", "Singapore dollar", "Singapore dollars"]),
    ("CHF", Some("瑞士法郎"), &["瑞郎", "Swiss franc", "Swiss francs"]),
    ("KRW", Some("韩元"), &["韩币", "Korean won"]),
    ("THB", Some("泰铢"), &[]),
    ("RUB", Some("卢布"), &["руб", "руб."]),
    ("TWD", Some("元新台币"), &["新台币"]),
    ("SEK", Some("瑞典克朗"), &[]),
    ("INR", None, &["Rs", "Rs."]),
];

/// What names currencies in running text, the longest first.
static IN_TEXT: LazyLock<Vec<(String, Vec<Currency>)>> = LazyLock::new(|| {
    let notations = Currency::all().flat_map(|any| names(any).map(str::to_owned).chain(own_sign(any)));
    let notations: BTreeSet<String> = notations.filter(|notation| notation.contains(is_of_money)).collect();
    let with_users = |notation: String| {
        let users = Currency::all().filter(|currency| is_notation_of(&notation, *currency)).collect();
        (notation, users)
    };
    let mut all: Vec<(String, Vec<Currency>)> = notations.into_iter().map(with_users).collect();
    all.sort_by_key(|(notation, _)| Reverse(notation.len()));
    all
});

/// A sign of money, or a character of a Chinese or Japanese name.
fn is_of_money(character: char) -> bool {
    matches!(character, '$' | '£' | '¥' | '฿' | '\u{20a0}'..='\u{20cf}' | '\u{4e00}'..='\u{9fff}')
}
