//! Dates as people type them: read exactly, and not at all where they have two readings.
#![cfg(test)]

use chrono::NaiveDate;
use icebreak::domain::names::Named as _;
use icebreak::domain::typed::Understood;
use icebreak::domain::typed::date::NotADate;
use icebreak::domain::typed::date::NotADate::{Ambiguous, NoSuchDay, Unreadable};
use icebreak::text::Language::{Chinese, English};
use icebreak::text::buyer::reader::ReaderFormat;
use icebreak::text::buyer::words::PaperLanguage;
use icebreak::text::{Language, dates, format};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What is asked counts as ambiguous.
fn read_date(text: &str, today: NaiveDate, language: Language) -> Result<NaiveDate, NotADate> {
    match dates::read_date(text, today, language) {
        Understood::One(date) => Ok(date),
        Understood::Several(_) => Err(Ambiguous),
        Understood::Problem(why) => Err(why),
    }
}

fn read(text: &str, language: Language) -> String {
    let date = read_date(text, day("2026-11-22"), language);
    date.map_or_else(|_why| "not read".to_owned(), |date| date.to_string())
}

#[test]
fn what_is_not_read_says_why() {
    let check = |text: &str, language: Language, why: NotADate| {
        assert_eq!(read_date(text, day("2026-11-22"), language), Err(why), "{text:?}");
    };
    for text in ["3/11", "02/01/2027", "3-11"] {
        check(text, English, Ambiguous);
    }
    check("02/01/2027", Chinese, Ambiguous);
    for text in ["2027-02-30", "29.02.2027", "31 Nov", "2027年2月29日", "2026-13-01"] {
        check(text, English, NoSuchDay);
    }
    for text in ["", "soon", "3.5.27", "2026", "2026-11", "next Friday"] {
        check(text, English, Unreadable);
    }
}

#[test]
fn one_reading_is_taken_in_both_languages() {
    let check = |text: &str, expected: &str| {
        for language in [English, Chinese] {
            assert_eq!(read(text, language), expected, "{text:?}");
        }
    };
    for text in [
        "2026-11-30",
        "2026/11/30",
        "2026.11.30",
        "2026. 11. 30.",
        "20261130",
        "30.11.2026",
        "30.11.2026.",
        "30/11/2026",
        "11/30/2026",
        "30-11-2026",
        "30.11.",
        "30.11",
        "11/30",
        "11-30",
        "30-11",
        "30 Nov",
        "Nov 30",
        "Nov. 30",
        "30th Nov",
        "30th of November 2026",
        "November 30, 2026",
        "Mon 30 Nov 2026",
        "Monday, 30 November 2026",
        "30-Nov-2026",
        "30nov2026",
        "30 NOV 2026",
        "2026 Nov 30",
        "2026年11月30日",
        "2026 年 11 月 30 日",
        "2026年11月30日 周一",
        "2026年11月30日星期一",
        "2026年11月30号",
        "11月30日",
        "11月30",
        "十一月三十日",
        "二〇二六年十一月三十日",
        "２０２６－１１－３０",
        "\u{200e}2026-11-30",
        "30 нояб.",
        "30 ноября 2026 г.",
        "30 листопада",
        "30. November 2026",
        "30 novembre 2026",
        "30 nov. 2026",
        "30 de noviembre de 2026",
        "30 listopada 2026",
        "30 Kasım 2026",
        "ngày 30 tháng 11 năm 2026",
    ] {
        check(text, "2026-11-30");
    }
    check("1er mars 2027", "2027-03-01");
    check("5 märz", "2027-03-05");
    check("28 févr. 2027", "2027-02-28");
    check("1º de janeiro de 2027", "2027-01-01");
    check("3.11.2026", "2026-11-03");
    check("03.11.", "2026-11-03");
    check("5/5", "2027-05-05");
    check("12/12/2026", "2026-12-12");
    check("十月十日", "2026-10-10");
    check("二十九日二月二〇二八年", "2028-02-29");
    // The nearest day of that name.
    check("5 Feb", "2027-02-05");
    check("20 Oct", "2026-10-20");
    check("29 Feb", "2028-02-29");
}

#[test]
fn two_readings_are_not_guessed() {
    for text in ["3/11", "3-11", "3.11", "03/11/2026", "11/03/2026", "03-11-2026"] {
        assert_eq!(read(text, English), "not read", "{text:?}");
    }
    // The month stands first in Chinese, but for dates that are no Chinese ones.
    assert_eq!(read("3/11", Chinese), "2027-03-11");
    assert_eq!(read("12-5", Chinese), "2026-12-05");
    assert_eq!(read("12.5", Chinese), "2026-12-05");
    assert_eq!(read("03/11/2026", Chinese), "not read");
    for text in [
        "",
        " ",
        "Nov",
        "30",
        "2026",
        "Nov 2026",
        "2026-11",
        "30.11.26",
        "26-11-30",
        "30-Nov-26",
        "31.11.2026",
        "2026-02-29",
        "13/13",
        "0/5",
        "2026-13-01",
        "30 Nox",
        "30 jui 2026",
        "30 ma",
        "30 Nov Dec",
        "11月30日12月",
        "soon",
        "20261301",
        "2026-11-30-1",
        "2026-11-30 14:05",
        "1 2 3 4",
        "2026 2027 11",
        "十三月一日",
        "12026-11-30",
        "周一",
        "30日",
    ] {
        for language in [English, Chinese] {
            assert_eq!(read(text, language), "not read", "{text:?}");
        }
    }
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    (0_i64..36_500).prop_map(|days| day("1990-01-01") + chrono::Days::new(days as u64))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// What a field shows can be typed into it, and what a paper says as well.
    #[test]
    fn what_is_written_is_read(date in dates()) {
        let written = [English, Chinese].into_iter().flat_map(|language| {
            [format::date_compact(date, language), format::date_with_weekday(date, language), date.to_string()]
        });
        let on_paper = PaperLanguage::members().map(|language| ReaderFormat::of(language, None).date_long(date));
        for text in written.chain(on_paper) {
            prop_assert_eq!(read_date(&text, date, English), Ok(date), "{}", text);
        }
    }

    /// Nothing that people paste ends the program, and without a year the date is near.
    #[test]
    fn any_text_is_read_or_not(text in "[0-9]{1,2}[-/. 月][0-9]{1,2}[.日]?|[0-9年月日周星期一十.,/ a-z-]{0,16}|.{0,20}", today in dates()) {
        for language in [English, Chinese] {
            let date = read_date(&text, today, language);
            if !text.chars().any(|c| c.is_numeric() || "〇一二三四五六七八九十零".contains(c)) {
                prop_assert!(date.is_err());
            }
        }
    }
}
