//! How dates, amounts and counts are written, in every language of the interface.

use chrono::{Datelike as _, NaiveDate, Weekday};
use rust_decimal::Decimal;

use super::Language;
use crate::domain::money::{Currency, Money};
use crate::domain::typed::amount::TypedAmount;
use crate::domain::typed::currency::chinese_name;

/// With its currency: `EUR 30,000.00`, `30,000.00 欧元`.
pub fn money(money: Money, language: Language) -> String {
    price(money.decimal(), money.currency(), language)
}

/// An amount that may have more digits than its currency, never fewer: `USD 0.0355`.
pub fn price(amount: Decimal, currency: Currency, language: Language) -> String {
    let number = decimal(amount, currency.digits());
    match (language, chinese_name(currency)) {
        (Language::Chinese, Some(unit)) => format!("{number} {unit}"),
        (Language::English, _) | (Language::Chinese, None) => format!("{} {number}", currency.code()),
    }
}

/// Code first in every language, for columns and headings: `EUR 30,000.00`.
pub fn money_with_code(money: Money) -> String {
    format!("{} {}", money.currency().code(), amount(money))
}

/// A typed amount as understood: with its code if the currency is known, `EUR 30,000.00`.
pub fn typed(amount: TypedAmount) -> String {
    match amount.currency {
        Some(currency) => format!("{} {}", currency.code(), decimal(amount.number, currency.digits())),
        None => decimal(amount.number, 0),
    }
}

/// The number alone, grouped, with the currency's digits: `30,000.00`.
pub fn amount(money: Money) -> String {
    decimal(money.decimal(), money.currency().digits())
}

/// Short, for lists; ¥ would be both yen and yuan: `€30,000`, `$4,133.34`, `SEK 241,000`; without decimals if all are zero.
pub fn money_short(money: Money) -> String {
    let full = money.decimal();
    let number = if full.fract().is_zero() { decimal(full.trunc(), 0) } else { amount(money) };
    let unsigned = number.trim_start_matches('-');
    let sign = if unsigned.len() < number.len() { "-" } else { "" };
    match symbol(money.currency()) {
        Some(symbol) => format!("{sign}{symbol}{unsigned}"),
        None => format!("{sign}{} {unsigned}", money.currency().code()),
    }
}

/// `29 October 2026`, `2026年10月29日`.
pub fn date_long(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => format!("{} {} {}", date.day(), month(date), date.year()),
        Language::Chinese => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
    }
}

/// `29 October`, `10月29日`; with the year if it is not that of `on`.
pub fn date_near(date: NaiveDate, on: NaiveDate, language: Language) -> String {
    match language {
        _ if date.year() != on.year() => date_long(date, language),
        Language::English => format!("{} {}", date.day(), month(date)),
        Language::Chinese => format!("{}月{}日", date.month(), date.day()),
    }
}

/// `Monday, 30 November 2026`, `2026年11月30日（周一）`.
pub fn date_with_weekday(date: NaiveDate, language: Language) -> String {
    let day = date_long(date, language);
    match language {
        Language::English => format!("{}, {day}", weekday(date.weekday(), language)),
        Language::Chinese => format!("{day}（{}）", weekday(date.weekday(), language)),
    }
}

/// `Wednesday, 2 December`, `12月2日（周三）`; with the year if it is not that of `on`.
pub fn weekday_and_date_near(date: NaiveDate, on: NaiveDate, language: Language) -> String {
    let day = date_near(date, on, language);
    match language {
        Language::English => format!("{}, {day}", weekday(date.weekday(), language)),
        Language::Chinese => format!("{day}（{}）", weekday(date.weekday(), language)),
    }
}

/// `Mon 30 Nov 2026`, `2026年11月30日（周一）`.
pub fn date_compact(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => {
            format!("{} {} {} {}", date.format("%a"), date.day(), date.format("%b"), date.year())
        }
        Language::Chinese => date_with_weekday(date, language),
    }
}

/// Short, for lists: `Mon 30 Nov`, `11月30日 周一`.
pub fn date_short(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => format!("{} {} {}", date.format("%a"), date.day(), date.format("%b")),
        Language::Chinese => {
            format!("{}月{}日 {}", date.month(), date.day(), weekday(date.weekday(), language))
        }
    }
}

/// `Monday`, `周一`.
pub fn weekday(weekday: Weekday, language: Language) -> &'static str {
    let (english, chinese) = match weekday {
        Weekday::Mon => ("Monday", "周一"),
        Weekday::Tue => ("Tuesday", "周二"),
        Weekday::Wed => ("Wednesday", "周三"),
        Weekday::Thu => ("Thursday", "周四"),
        Weekday::Fri => ("Friday", "周五"),
        Weekday::Sat => ("Saturday", "周六"),
        Weekday::Sun => ("Sunday", "周日"),
    };
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

/// `1 deal`, `12 deals`, `12 个订单`.
pub fn deals(count: usize, language: Language) -> String {
    counted(count, "deal", "deals", "个订单", language)
}

/// `1 day`, `12 days`, `12 天`.
pub fn days(count: u32, language: Language) -> String {
    counted(count, "day", "days", "天", language)
}

/// `1 year`, `5 years`, `5 年`.
pub fn years(count: u32, language: Language) -> String {
    counted(count, "year", "years", "年", language)
}

/// `30%`, `33.33%`: the same in every language, to make it easy to search for.
pub fn share(percent: Decimal) -> String {
    format!("{}%", percent.normalize())
}

/// Grouped by thousands, with at least `digits` decimals.
pub fn decimal(number: Decimal, digits: u32) -> String {
    let mut exact = number.normalize();
    if exact.scale() < digits {
        exact.rescale(digits);
    }
    let text = exact.to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |positive| ("-", positive));
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    fraction.map_or_else(|| format!("{sign}{grouped}"), |fraction| format!("{sign}{grouped}.{fraction}"))
}

/// Only symbols that cannot be mistaken next to a deal's own currency code.
fn symbol(currency: Currency) -> Option<&'static str> {
    match currency.code() {
        "USD" => Some("$"),
        "EUR" => Some("€"),
        "GBP" => Some("£"),
        _ => None,
    }
}

fn counted<N: std::fmt::Display + PartialEq + From<u8>>(
    count: N,
    one: &str,
    many: &str,
    chinese: &str,
    language: Language,
) -> String {
    match language {
        Language::English => format!("{count} {}", if count == N::from(1) { one } else { many }),
        Language::Chinese => format!("{count} {chinese}"),
    }
}

fn month(date: NaiveDate) -> String {
    date.format("%B").to_string()
}
