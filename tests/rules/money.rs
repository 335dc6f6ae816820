//! Amounts: exact arithmetic, plain and human reading, faithful saving.
#![cfg(test)]

use icebreak::domain::money::AmountProblem::{
    self, Ambiguous, Negative, NotAPercentage, NotAnAmount, OtherCurrency, TooLarge, TooManyDigits,
};
use icebreak::domain::money::{Currency, Money, Odd, Percent, parse_plain, successor};
use icebreak::domain::typed::amount::{currency_in, parse_amount};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

fn check(text: &str, code: &str, expected: Result<&str, AmountProblem>) {
    let known = (!code.is_empty()).then(|| currency(code));
    let expected = expected.map(|number| number.parse::<Decimal>().unwrap());
    assert_eq!(parse_amount(text, known), expected, "{text:?} in {code}");
}

#[test]
fn people_group_in_many_ways() {
    for text in [
        "30000",
        "30000.00",
        "30,000.00",
        "30,000",
        "30 000",
        "30\u{a0}000",
        "30\u{202f}000",
        "30'000",
        "30’000",
        "30.000,00",
        "30 000,00",
        "30'000.00",
        "30000,00",
        "30,000.0",
        " 30000 ",
        "30000.000",
        "３００００",
        "３０，０００．００",
        "30000.0000",
    ] {
        check(text, "USD", Ok("30000"));
    }
    check("1,234,567.89", "USD", Ok("1234567.89"));
    check("1.234.567,89", "EUR", Ok("1234567.89"));
    check("1.234.567", "EUR", Ok("1234567"));
    check("12,50", "EUR", Ok("12.50"));
    check("12,5", "EUR", Ok("12.5"));
    check("12.5", "EUR", Ok("12.5"));
    check("0", "EUR", Ok("0"));
    check("1,000", "JPY", Ok("1000"));
    check("1000.00", "JPY", Ok("1000"));
    check("30.000", "KWD", Ok("30"));
    check("1234,567", "KWD", Ok("1234.567"));
    check("0,500", "KWD", Ok("0.5"));
    check("30,000.125", "KWD", Ok("30000.125"));
    check("30,000", "", Ok("30000"));
    check("30000.1234", "", Ok("30000.1234"));
}

#[test]
fn what_could_mean_two_things_is_refused() {
    check("30,000", "KWD", Err(Ambiguous));
    check("1,234", "CLF", Err(Ambiguous));
    check("30.000", "USD", Err(Ambiguous));
    check("30.000", "JPY", Err(Ambiguous));
    check("30.000", "", Err(Ambiguous));
    check("12.345", "USD", Err(Ambiguous));
}

#[test]
fn what_is_no_amount_is_refused() {
    for text in [
        "",
        " ",
        "abc",
        "12,5,0",
        "1,23,456",
        "1,000,00",
        "1.2.3",
        "1,2.3,4",
        "12..5",
        "12,",
        "12.",
        ".5",
        "1_000",
        "1e3",
        "30 00",
        "3000 000",
        "1'00",
        "1 000'000",
        "0x10",
        "12 5",
        "USD",
        "1,000.5.5",
        "twelve",
        "5 pcs",
        "٣٠",
        "1/2",
        "10%",
        "30K",
    ] {
        check(text, "USD", Err(NotAnAmount));
    }
    for text in ["-5", "−5", "(5)", "5-", "$-5", "-$5", "－５"] {
        check(text, "USD", Err(Negative));
    }
    check("12.3456", "USD", Err(TooManyDigits));
    check("1234.567", "USD", Err(TooManyDigits));
    check("1234,567", "USD", Err(TooManyDigits));
    check("12,5000", "USD", Err(TooManyDigits));
    check("12.5", "JPY", Err(TooManyDigits));
    check("12,50", "JPY", Err(TooManyDigits));
    check("0.12345", "", Err(TooManyDigits));
    check("99999999999999999999", "USD", Err(TooLarge));
    check("9999999999999999999999999999999999999999", "", Err(TooLarge));
}

#[test]
fn signs_and_codes_must_agree() {
    for (text, code) in [
        ("$30", "USD"),
        ("US$30", "USD"),
        ("USD 30", "USD"),
        ("30 usd", "USD"),
        ("US$ 30 USD", "USD"),
        ("＄30", "USD"),
        ("$30", "CAD"),
        ("C$30", "CAD"),
        ("HK$30", "HKD"),
        ("€30", "EUR"),
        ("30 €", "EUR"),
        ("30€", "EUR"),
        ("¥30", "CNY"),
        ("￥30", "CNY"),
        ("¥30", "JPY"),
        ("RMB 30", "CNY"),
        ("30元", "CNY"),
        ("人民币30元", "CNY"),
        ("£30", "GBP"),
        ("₹30", "INR"),
        ("30 kr", "SEK"),
        ("EUR30", "EUR"),
        ("$30", ""),
        ("EUR 30", ""),
    ] {
        check(text, code, Ok("30"));
    }
    for (text, code) in [
        ("€30", "USD"),
        ("30 EUR", "USD"),
        ("¥30", "USD"),
        ("US$30", "CAD"),
        ("$30", "EUR"),
        ("HK$30", "USD"),
    ] {
        check(text, code, Err(OtherCurrency));
    }
    check("QQQ 30", "USD", Err(NotAnAmount));
    for (text, code) in
        [("€30", "EUR"), ("30 usd", "USD"), ("US$30", "USD"), ("HK$ 30", "HKD"), ("30元", "CNY")]
    {
        assert_eq!(currency_in(text), Some(currency(code)), "{text}");
    }
    for text in ["$30", "¥30", "30", "", "30 pcs"] {
        assert_eq!(currency_in(text), None, "{text}");
    }
}

#[test]
fn plain_amounts_are_digits_and_a_point() {
    let read = |text, code| Money::parse_plain(text, currency(code)).map(Money::minor);
    assert_eq!(read("30000", "USD"), Ok(3_000_000));
    assert_eq!(read("0.5", "USD"), Ok(50));
    assert_eq!(read("007.50", "USD"), Ok(750));
    assert_eq!(read("92233720368547758.07", "USD"), Ok(i64::MAX));
    assert_eq!(read("92233720368547758.08", "USD"), Err(TooLarge));
    assert_eq!(read("1.000", "USD"), Err(TooManyDigits));
    assert_eq!(read("1.0", "JPY"), Err(TooManyDigits));
    assert_eq!(read("-1", "USD"), Err(Negative));
    for text in
        ["", "1_000", "1e3", "+1", "1,000", " 1", "1 ", "1.", ".1", "1.2.3", "１", "0x1", "inf", "NaN"]
    {
        assert_eq!(read(text, "USD"), Err(NotAnAmount), "{text:?}");
    }
    assert_eq!(parse_plain("1.123456789", None), Ok("1.123456789".parse().unwrap()));
}

#[test]
fn percentages_are_above_zero_and_up_to_a_hundred() {
    for (text, shown) in
        [("30%", "30%"), ("84.746%", "84.746%"), ("100%", "100%"), ("30.00%", "30%"), ("0.5%", "0.5%")]
    {
        assert_eq!(text.parse::<Percent>().unwrap().to_string(), shown);
    }
    for text in ["0%", "100.1%", "30", "", "0.0%"] {
        assert_eq!(text.parse::<Percent>(), Err(NotAPercentage), "{text}");
    }
    for text in ["%", "30%%", "3 0%", "1e1%", "1_0%"] {
        assert_eq!(text.parse::<Percent>(), Err(NotAnAmount), "{text}");
    }
    assert_eq!("-1%".parse::<Percent>(), Err(Negative));
}

#[test]
fn sums_stay_in_one_currency_and_in_range() {
    let money = |minor, code| Money::from_minor(minor, currency(code));
    assert_eq!(money(5, "USD").checked_add(money(6, "USD")), Some(money(11, "USD")));
    assert_eq!(money(5, "USD").checked_sub(money(6, "USD")), Some(money(-1, "USD")));
    assert_eq!(money(5, "USD").checked_add(money(6, "EUR")), None);
    assert_eq!(money(i64::MAX, "USD").checked_add(money(1, "USD")), None);
    assert_eq!(money(i64::MIN, "USD").checked_sub(money(1, "USD")), None);
    assert_eq!(money(-250, "USD").rounded_to(money(100, "USD")), Some(money(-300, "USD")));
    assert_eq!(money(249, "USD").rounded_to(money(100, "USD")), Some(money(200, "USD")));
    assert_eq!(money(250, "USD").rounded_to(money(0, "USD")), None);
    assert_eq!(money(250, "USD").rounded_to(money(1, "JPY")), None);
    assert!(money(10, "USD").split(0, Odd::Last).is_none());
    assert!(money(2, "USD").split(3, Odd::Last).is_none());
}

#[test]
fn saved_money_is_strict() {
    let read = |text: &str| serde_json::from_value::<Money>(text.into());
    assert_eq!(read("EUR 30000.00").unwrap(), Money::from_minor(3_000_000, Currency::EUR));
    assert_eq!(read("EUR -0.05").unwrap(), Money::from_minor(-5, Currency::EUR));
    for text in ["EUR 1_000", "EUR 1.005", "EUR", "EUR ", "QQQ 1", "1 EUR", "EUR --1", "EUR 1e3", "JPY 1.0"] {
        assert!(read(text).is_err(), "{text}");
    }
}

fn any_currency() -> impl Strategy<Value = Currency> {
    proptest::sample::select(Currency::all().collect::<Vec<Currency>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_amount_is_read_back(minor in any::<i64>(), currency in any_currency()) {
        let money = Money::from_minor(minor, currency);
        let saved = serde_json::to_string(&money).unwrap();
        prop_assert_eq!(serde_json::from_str::<Money>(&saved).unwrap(), money);
        if minor >= 0 {
            prop_assert_eq!(Money::parse_plain(&money.to_string(), currency), Ok(money));
            prop_assert_eq!(parse_amount(&money.to_string(), Some(currency)), Ok(money.decimal()));
        }
    }

    #[test]
    fn parts_add_up(minor in 1_i64.., parts in 1_u32..200) {
        let money = Money::from_minor(minor, Currency::USD);
        match money.split(parts, Odd::First) {
            None => prop_assert!(minor < i64::from(parts)),
            Some(split) => {
                let split: Vec<i64> = split.map(Money::minor).collect();
                prop_assert_eq!(split.len(), parts as usize);
                prop_assert_eq!(split.iter().sum::<i64>(), minor);
                prop_assert!(split[0] - split[split.len() - 1] <= 1);
                prop_assert!(split.is_sorted_by(|left, right| left >= right));
            }
        }
    }

    #[test]
    fn a_percentage_is_off_by_half_a_step_at_most(
        minor in 0_i64..1_000_000_000_000,
        thousandths in 1_i64..=100_000,
        step in 1_i64..1000,
    ) {
        let money = |minor| Money::from_minor(minor, Currency::USD);
        let percent = Percent::new(Decimal::new(thousandths, 3)).unwrap();
        let share = money(minor).percent(percent, money(step)).unwrap().minor();
        prop_assert_eq!(share % step, 0);
        // Twice the error, in hundred-thousandths: above minus a step, up to a step (a half goes up).
        let error = 2 * (i128::from(share) * 100_000 - i128::from(minor) * i128::from(thousandths));
        let whole = i128::from(step) * 100_000;
        prop_assert!(-whole < error && error <= whole);
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,12}|[-0-9., '$€元()]{0,14}", currency in any_currency()) {
        if let Ok(amount) = parse_amount(&text, Some(currency)) {
            prop_assert!(Money::from_decimal(amount, currency).is_some_and(|money| money.minor() >= 0));
        }
        let _currency = currency_in(&text);
        let _unknown = parse_amount(&text, None);
    }
}

#[test]
fn a_withdrawn_currency_names_its_successor() {
    for (old, new) in
        [("BGN", "EUR"), ("hrk", "EUR"), ("SLL", "SLE"), ("ZWL", "ZWG"), ("CUC", "CUP"), ("ANG", "XCG")]
    {
        assert_eq!(successor(old).map(Currency::code), Some(new), "{old}");
    }
    for current in ["EUR", "USD", "SLE", "ZWG", "CUP", "XCG"] {
        assert_eq!(Currency::from_code(current).expect("a currency").successor(), None, "{current}");
    }
}
