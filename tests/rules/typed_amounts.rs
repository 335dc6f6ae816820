//! Amounts as people type them: understood exactly, asked where they could mean two things, never guessed.
#![cfg(test)]

use icebreak::domain::money::AmountProblem::{
    self, Negative, NotAnAmount, OtherCurrency, TooLarge, TooManyDigits,
};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::typed::amount::{
    ExpectedCurrency, TypedAmount, UnderstoodAmount, parse_amount, understand_amount, understand_price,
};
use icebreak::domain::typed::currency::chinese_name;
use icebreak::text::Language;
use icebreak::text::format;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

/// `EUR` takes another currency that is named, `EUR!` does not, nothing knows none.
fn expected(code: &str) -> ExpectedCurrency {
    match code.strip_suffix('!') {
        Some(only) => ExpectedCurrency::Only(currency(only)),
        None if code.is_empty() => ExpectedCurrency::Any,
        None => ExpectedCurrency::Usually(currency(code)),
    }
}

fn said(amount: &TypedAmount) -> String {
    let code = amount.currency.map_or("", Currency::code);
    format!("{code} {}", amount.number).trim().to_owned()
}

/// The readings, joined by `or`.
fn check(text: &str, code: &str, meanings: &str) {
    let understood = match understand_amount(text, expected(code)) {
        UnderstoodAmount::One(amount) => said(&amount),
        UnderstoodAmount::Several(amounts) => amounts.iter().map(said).collect::<Vec<_>>().join(" or "),
        UnderstoodAmount::Problem(problem) => format!("{problem:?}"),
    };
    assert_eq!(understood, meanings, "{text:?} in {code:?}");
}

fn check_refused(text: &str, code: &str, problem: AmountProblem) {
    assert_eq!(
        understand_amount(text, expected(code)),
        UnderstoodAmount::Problem(problem),
        "{text:?} in {code:?}"
    );
}

#[test]
fn one_reading_is_taken() {
    for text in [
        "30000",
        "30,000",
        "30 000",
        "30'000",
        "30’000",
        "30\u{a0}000",
        "30\u{202f}000,00",
        "30,000.00",
        "30.000,00",
        "30 000,00",
        "30'000.00",
        "30000.00",
        "30000,00",
        "30,000.-",
        "30.000,-",
        "30.000,--",
        "30000.-",
        "30'000.–",
        "30k",
        "30K",
        "30 k",
        "30.0k",
        "30,0k",
        "0.03m",
        "0,03 M",
        "0.03 million",
        "30 thousand",
        "30 Tsd",
        "3万",
        "3 万",
        "3萬",
        "30千",
        "3.0万",
        "0.0003亿",
        "３０，０００",
        "３０，０００．００",
        "３万",
        "€30k",
        "30k€",
        "30 k €",
        "30k EUR",
        "EUR 30k",
        "EUR 30,000.00",
        "30,000 eur",
        "30.000,00 €",
        "3万欧元",
        "欧元3万",
        "  30k  ",
    ] {
        check(text, "EUR", "EUR 30000");
        check(text, "EUR!", "EUR 30000");
    }
    check("1.5m", "USD", "USD 1500000");
    check("1,5M", "USD", "USD 1500000");
    check("1.5mm", "USD", "USD 1500000");
    check("2 mio", "USD", "USD 2000000");
    check("2 mln USD", "EUR", "USD 2000000");
    check("1.2亿", "CNY", "CNY 120000000");
    check("¥30万", "CNY", "CNY 300000");
    check("￥30万", "CNY", "CNY 300000");
    check("¥30万", "JPY", "JPY 300000");
    check("30万円", "USD", "JPY 300000");
    check("30万元", "USD", "CNY 300000");
    check("人民币30万元", "USD", "CNY 300000");
    check("3千", "USD", "USD 3000");
    check("3千美元", "CNY", "USD 3000");
    check("5百万", "USD", "USD 5000000");
    check("2千万", "USD", "USD 20000000");
    check("1.234万", "USD", "USD 12340");
    check("1,234万", "USD", "USD 12340000");
    check("12,34,567.89", "INR", "INR 1234567.89");
    check("1,00,000", "INR", "INR 100000");
    check("Rs. 1,00,000/-", "USD", "INR 100000");
    check("1,00,000/- only".trim_end_matches(" only"), "INR", "INR 100000");
    check("30 000:-", "SEK", "SEK 30000");
    check("5 lakh", "INR", "INR 500000");
    check("1.5 crore", "INR", "INR 15000000");
    check("30w", "CNY", "CNY 300000");
    check("30W USD", "CNY", "USD 300000");
    check("1,5 Mio. EUR", "USD", "EUR 1500000");
    check("30 Tsd. €", "USD", "EUR 30000");
    check("30 000 руб.", "USD", "RUB 30000");
    check("30000 Euro", "USD", "EUR 30000");
    check("30.000,\u{2014} EUR", "USD", "EUR 30000");
    check("30´000 CHF", "USD", "CHF 30000");
    check("\u{200e}30,000\u{200f}", "USD", "USD 30000");
    check("30\u{2009}000", "USD", "USD 30000");
    check("US$30,000", "EUR", "USD 30000");
    check("$30,000", "USD", "USD 30000");
    check("$30,000", "CAD", "CAD 30000");
    check("usd 30k", "", "USD 30000");
    check("30,000", "", "30000");
    check("12.5", "KWD", "KWD 12.5");
    check("1,234.567", "KWD", "KWD 1234.567");
    check("1.234,567", "KWD", "KWD 1234.567");
    check("1.234.567", "EUR", "EUR 1234567");
    check("0.500", "EUR", "EUR 0.5");
    check("30000.000", "EUR", "EUR 30000");
    // Euros have no third decimal, so this can only be a thousand.
    check("12.345", "EUR", "EUR 12345");
    check("30 kr", "SEK", "SEK 30");
    check("1.5k", "JPY", "JPY 1500");
    check("0", "USD", "USD 0");
}

#[test]
fn several_readings_are_asked() {
    check("30.000", "EUR", "EUR 30000 or EUR 30");
    check("30.000", "USD!", "USD 30000 or USD 30");
    check("€ 30.000", "USD", "EUR 30000 or EUR 30");
    check("30.000", "JPY", "JPY 30000 or JPY 30");
    check("30.000", "", "30000 or 30");
    check("1.234", "KWD", "KWD 1234 or KWD 1.234");
    check("1,234", "KWD", "KWD 1234 or KWD 1.234");
    check("¥3000", "USD", "CNY 3000 or JPY 3000");
    check("¥30万", "EUR", "CNY 300000 or JPY 300000");
    check("¥30.000", "EUR", "CNY 30000 or JPY 30000 or CNY 30 or JPY 30");
    check("¥12.50", "EUR", "CNY 12.5");
    check("30m", "USD", "USD 30000000 or USD 30000");
    check("30 M", "USD", "USD 30000000 or USD 30000");
    check("1.234k", "EUR", "EUR 1234000 or EUR 1234");
    check("1,234k", "EUR", "EUR 1234000 or EUR 1234");
}

#[test]
fn what_is_no_amount_is_refused() {
    for text in [
        "",
        " ",
        "abc",
        "12½",
        "½",
        "12,5,0",
        "1,000,00",
        "1.2.3",
        "12..5",
        "12,",
        "1_000",
        "1e3",
        "30 00",
        "0x10",
        "5 pcs",
        "1/2",
        "10%",
        "30kg",
        "30 km",
        "30k2",
        "30,000.30k",
        "k",
        "万",
        "30kk",
        "30万k",
        "3万5",
        "30k-",
        "30.5.-",
        "k30",
        "1,23,45",
        "12,345,67.00",
        "USD",
        "30 dollars and",
        "30,000 USD (approx.)",
        "30kw",
        "30 W h",
        "30/-5",
        "٣٠",
    ] {
        let refused = understand_amount(text, expected("USD"));
        assert!(
            matches!(refused, UnderstoodAmount::Problem(NotAnAmount | Negative)),
            "{text:?}: {refused:?}"
        );
    }
    for text in ["-5", "−5k", "(5)", "$-5", "-¥30万", "5-", "\u{2010}5", "USD (5)", "5 USD-"] {
        check_refused(text, "USD", Negative);
    }
    check_refused("12.3456", "USD", TooManyDigits);
    check_refused("1.2345k", "JPY", TooManyDigits);
    check_refused("12.5", "JPY", TooManyDigits);
    check_refused("99999999999亿", "USD", TooLarge);
    check_refused("99999999999999999999", "USD", TooLarge);
    check_refused("USD 30k", "EUR!", OtherCurrency);
    check_refused("$30k", "EUR!", OtherCurrency);
    check_refused("¥30k", "EUR!", OtherCurrency);
    check_refused("US$ 30 EUR", "EUR", OtherCurrency);
    // Two dozen currencies are dollars.
    check_refused("$30k", "EUR", OtherCurrency);
}

#[test]
fn a_price_may_be_finer_than_its_currency() {
    let usd = expected("USD");
    let one = |number: &str| {
        UnderstoodAmount::One(TypedAmount {
            number: number.parse().unwrap(),
            currency: Some(currency("USD")),
        })
    };
    assert_eq!(understand_price("0.0355", usd), one("0.0355"));
    assert_eq!(understand_price("1,500", usd), one("1500"));
    let both = understand_price("12.345", usd);
    assert!(matches!(&both, UnderstoodAmount::Several(two) if two.len() == 2), "{both:?}");
}

/// What the window writes can be pasted back.
#[test]
fn chinese_names_of_currencies_are_read_as_they_are_written() {
    let named: Vec<Currency> = Currency::all().filter(|currency| chinese_name(*currency).is_some()).collect();
    assert!(named.len() >= 16);
    for currency in named {
        let money = Money::from_minor(3_000_000, currency);
        let written = format::money(money, Language::Chinese);
        let read = TypedAmount { number: money.decimal().normalize(), currency: Some(currency) };
        assert_eq!(
            understand_amount(&written, ExpectedCurrency::Any),
            UnderstoodAmount::One(read),
            "{written}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Nothing that people paste ends the program.
    #[test]
    fn any_text_is_understood_or_refused(text in "[0-9.,' k万M$€¥()-]{0,14}|.{0,20}") {
        for code in ["", "USD", "KWD!", "JPY"] {
            if let UnderstoodAmount::Several(meanings) = understand_amount(&text, expected(code)) {
                prop_assert!(meanings.len() > 1);
            }
        }
    }

    /// What other parts of the program take without asking means the same here, or is asked.
    #[test]
    fn plain_amounts_mean_what_they_mean_elsewhere(
        text in "[0-9]{1,3}([., '][0-9]{3}){0,2}([.,][0-9]{1,3})?", code in prop::sample::select(vec!["USD", "JPY", "KWD"])
    ) {
        let Ok(strict) = parse_amount(&text, Some(currency(code))) else { return Ok(()) };
        match understand_amount(&text, expected(code)) {
            UnderstoodAmount::One(amount) => prop_assert_eq!(amount.number, strict),
            UnderstoodAmount::Several(all) => prop_assert!(all.iter().any(|amount| amount.number == strict)),
            UnderstoodAmount::Problem(problem) => prop_assert!(false, "{}: {}", text, problem),
        }
    }

    /// k, 万 and m are zeros, exactly.
    #[test]
    fn scales_are_exact(hundredths in 1_i64..10_000_000) {
        let number = Decimal::new(hundredths, 2);
        for (unit, factor) in [("k", 1_000), ("万", 10_000), ("mio", 1_000_000)] {
            let UnderstoodAmount::One(amount) = understand_amount(&format!("{number}{unit}"), expected("USD")) else {
                return Err(TestCaseError::fail(format!("{number}{unit}")));
            };
            prop_assert_eq!(amount.number, number * Decimal::from(factor));
        }
    }
}
