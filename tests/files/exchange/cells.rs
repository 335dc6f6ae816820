//! How single cells are read: dates, amounts, currencies, e-mail, counts, tags.

use super::*;
use icebreak::domain::money::{AmountProblem, Currency};
use icebreak::domain::typed::Understood;
use icebreak::domain::typed::amount::parse_amount;
use icebreak::domain::typed::date::{DateOrder, NotADate};
use icebreak::exchange::deals_in::dates::read_date;
use icebreak::exchange::deals_in::table::DateSystem;

/// As the command line reads a cell, which asks nobody.
fn parse_date(text: &str, system: DateSystem) -> Result<NaiveDate, DateProblem> {
    match read_date(text, system, DateOrder::YearFirst) {
        Understood::One(date) => Ok(date),
        Understood::Several(_) | Understood::Problem(NotADate::Ambiguous) => Err(DateProblem::Ambiguous),
        Understood::Problem(NotADate::Unreadable | NotADate::NoSuchDay | NotADate::NoYear) => {
            Err(DateProblem::NotADate)
        }
    }
}

#[derive(Debug, PartialEq)]
enum DateProblem {
    NotADate,
    Ambiguous,
}

#[test]
fn reads_dates_that_name_one_day() {
    let check = |text: &str, expected: &str| {
        assert_eq!(parse_date(text, DateSystem::From1900), Ok(day(expected)), "{text}");
    };
    for text in [
        "2026-11-03",
        "2026-11-3",
        "2026/11/3",
        "2026/11/03",
        "2026.11.3",
        "2026年11月3日",
        "20261103",
        " 2026-11-03 ",
        "2026-11-03 14:05",
        "2026-11-03T14:05:00Z",
        "2026-11-03T14:05:00.000+08:00",
        "2026/11/3 下午 2:05",
        "2026年11月3日 14:05",
        "２０２６－１１－０３",
        "46329",
        "46329.5",
        "46329.0",
        "3 Nov 2026",
        "Nov 3, 2026",
        "03-Nov-2026",
        "3 November 2026",
    ] {
        check(text, "2026-11-03");
    }
    check("2028-02-29", "2028-02-29");
    check("2031-01-01", "2031-01-01");
    assert_eq!(parse_date("44867", DateSystem::From1904), Ok(day("2026-11-03")));
}

#[test]
fn refuses_dates_that_are_none_or_two() {
    let check = |text: &str, expected: DateProblem| {
        assert_eq!(parse_date(text, DateSystem::From1900), Err(expected), "{text}");
    };
    for text in [
        "2026-02-30",
        "2026-13-01",
        "2027-02-29",
        "2026-11-00",
        "0000-00-00",
        "soon",
        "2026",
        "12",
        "1",
        "2026-11",
        "2026-11-03 maybe",
        "99991231999",
        "1899-12-31",
        "20260230",
        "2026-11-03-04",
        "-2026-11-03",
        "2026年",
        "0.5",
    ] {
        check(text, DateProblem::NotADate);
    }
    for text in ["03/11/2026", "3.11.2026", "11-03-2026", "3/11/26", "25.12.2026"] {
        check(text, DateProblem::Ambiguous);
    }
}

#[test]
fn reads_amounts() {
    let check = |text: &str, currency: Option<&str>, expected: Result<&str, AmountProblem>| {
        let currency = currency.map(|code| Currency::from_code(code).unwrap());
        let expected = expected.map(|amount| amount.parse().unwrap());
        assert_eq!(parse_amount(text, currency), expected, "{text} {currency:?}");
    };
    check("30,000.00", Some("EUR"), Ok("30000"));
    check("30000.1", Some("USD"), Ok("30000.1"));
    check("30,000", Some("USD"), Ok("30000"));
    check("30,000", Some("JPY"), Ok("30000"));
    check("30,000", None, Ok("30000"));
    check("30,000", Some("KWD"), Err(AmountProblem::Ambiguous));
    check("12.345", Some("KWD"), Ok("12.345"));
    check("30.000,00", Some("EUR"), Ok("30000"));
    check("1.234.567", Some("EUR"), Ok("1234567"));
    check("12,50", Some("EUR"), Ok("12.5"));
    check("1 234,50", Some("EUR"), Ok("1234.5"));
    check("１２３．５", Some("USD"), Ok("123.5"));
    check("0", Some("USD"), Ok("0"));
    check("1250000", Some("JPY"), Ok("1250000"));
    check("12.345", None, Err(AmountProblem::Ambiguous));
    check("10.55", Some("JPY"), Err(AmountProblem::TooManyDigits));
    check("10.555,5", Some("USD"), Ok("10555.5"));
    check("-5", Some("USD"), Err(AmountProblem::Negative));
    check("(5)", Some("USD"), Err(AmountProblem::Negative));
    for text in [
        "12,5,0",
        "",
        "abc",
        "1,00,000",
        "1,,000",
        ".",
        "1.",
        "1_000",
        "1e5",
        "12,34.5",
        "30,000,00",
        "0x10",
        "1.2.3,4.5",
    ] {
        check(text, Some("USD"), Err(AmountProblem::NotAnAmount));
    }
}

#[test]
fn a_bad_amount_or_currency_skips_its_row_alone() {
    let check = |header: &str, cell: &str, code: &str| {
        let file = format!("buyer,{header}\nGood,\nBad,\"{cell}\"\n");
        let plan = plan(&Document::default(), file.as_bytes()).unwrap();
        assert_eq!((plan.added, skipped(&plan)), (1, vec![(3, code)]), "{header} {cell}");
    };
    check("currency", "QQQ", "currency");
    check("currency", "XAU", "currency");
    check("currency", "000 m", "currency");
    check("amount", "-1", "amount");
    check("amount", "12,5,0", "amount");
}

#[test]
fn another_bad_cell_is_said_and_kept_and_costs_no_row() {
    let check = |header: &str, cell: &str, code: &str| {
        let file = format!("buyer,{header}\nGood,\nBad,\"{cell}\"\n");
        let warned = read_deals_from(file.as_bytes()).unwrap().warned;
        let said: Vec<_> = warned.iter().map(|warned| (warned.row, warned.flaw.code())).collect();
        let document = imported(file.as_bytes());
        let notes = deals(&document)[1].notes.clone();
        assert_eq!((document.deals.len(), said), (2, vec![(3, code)]), "{header} {cell}");
        assert_eq!(notes, format!("{header}: {cell}"));
        let again = plan(&document, file.as_bytes()).unwrap();
        assert_eq!(counts(&again), (0, 0, 2, 0), "{header} {cell}");
    };
    check("stage", "nowhere", "stage");
    check("country", "Atlantis", "country");
    check("language", "gibberish words", "language");
    for email in ["nobody", "a b@x.example", "@x.example", "a@", "a@@b", "a@b\u{7}"] {
        check("email", email, "email");
    }
    for count in ["-1", "2.5", "many", "99999"] {
        check("unanswered", count, "unanswered");
    }
    check("ship_by", "03/11/2026", "date");
    check("valid_until", "2026-02-30", "date");
}

#[test]
fn an_amount_needs_no_currency() {
    let document = imported(b"buyer,amount\nAcme,500\n");
    let deal = deals(&document)[0];
    assert_eq!((deal.agreed.amount, deal.agreed.currency), (Some("500".parse().unwrap()), None));
    assert_eq!(deal.agreed.money(), None);
}

#[test]
fn tags_are_split_at_every_separator() {
    let document = imported("buyer,tags\nAcme,\"a;b, c、d，e；a; ;\"\n".as_bytes());
    assert_eq!(deals(&document)[0].tags, ["a", "b", "c", "d", "e"]);
}
