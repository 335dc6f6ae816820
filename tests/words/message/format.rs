//! How dates, amounts and counts are written.

use icebreak::domain::money::{Currency, Money};
use icebreak::text::Language::{self, Chinese, English};
use icebreak::text::format;

use crate::message::deals::day;

#[test]
fn money_in_both_languages() {
    let check = |minor, code: &str, expected: [&str; 4]| {
        let money = Money::from_minor(minor, Currency::from_code(code).unwrap());
        let written = [
            format::money(money, English),
            format::money(money, Chinese),
            format::money_with_code(money),
            format::money_short(money),
        ];
        assert_eq!(written, expected);
    };
    check(3_000_000, "EUR", ["EUR 30,000.00", "30,000.00 欧元", "EUR 30,000.00", "€30,000"]);
    check(413_334, "USD", ["USD 4,133.34", "4,133.34 美元", "USD 4,133.34", "$4,133.34"]);
    check(1_250_000, "JPY", ["JPY 1,250,000", "1,250,000 日元", "JPY 1,250,000", "JPY 1,250,000"]);
    check(24_100_000, "CNY", ["CNY 241,000.00", "241,000.00 元人民币", "CNY 241,000.00", "CNY 241,000"]);
    check(999_500, "KWD", ["KWD 999.500", "KWD 999.500", "KWD 999.500", "KWD 999.500"]);
    check(-100_005, "USD", ["USD -1,000.05", "-1,000.05 美元", "USD -1,000.05", "-$1,000.05"]);
    check(0, "EUR", ["EUR 0.00", "0.00 欧元", "EUR 0.00", "€0"]);
}

#[test]
fn dates_in_both_languages() {
    let check = |language: Language, expected: [&str; 6]| {
        let date = day("2026-11-30");
        let written = [
            format::date_long(date, language),
            format::date_with_weekday(date, language),
            format::date_compact(date, language),
            format::date_short(date, language),
            format::date_near(date, day("2026-01-01"), language),
            format::date_near(date, day("2027-01-01"), language),
        ];
        assert_eq!(written, expected);
    };
    check(
        English,
        [
            "30 November 2026",
            "Monday, 30 November 2026",
            "Mon 30 Nov 2026",
            "Mon 30 Nov",
            "30 November",
            "30 November 2026",
        ],
    );
    check(
        Chinese,
        [
            "2026年11月30日",
            "2026年11月30日（周一）",
            "2026年11月30日（周一）",
            "11月30日 周一",
            "11月30日",
            "2026年11月30日",
        ],
    );
}

#[test]
fn counts_and_shares() {
    assert_eq!(format::days(1, English), "1 day");
    assert_eq!(format::days(0, English), "0 days");
    assert_eq!(format::days(12, Chinese), "12 天");
    assert_eq!(format::years(5, English), "5 years");
    assert_eq!(format::share("30.00".parse().unwrap()), "30%");
    assert_eq!(format::share("33.33".parse().unwrap()), "33.33%");
}
