//! One table a kind: what people type is read alike in fields, messages, imports and on the command line.
#![cfg(test)]

use chrono::NaiveDate;
use icebreak::domain::deal::Agreed;
use icebreak::domain::import::reading::TableReading;
use icebreak::domain::import::{DealColumn, ParsedRow};
use icebreak::domain::message::{FieldId, FieldValue, Unfit, Work, read_typed};
use icebreak::domain::money::AmountProblem::{Ambiguous, Negative, NotAPercentage, NotAnAmount};
use icebreak::domain::money::{AmountProblem, Currency, Money};
use icebreak::domain::names::Named as _;
use icebreak::domain::typed::Understood;
use icebreak::domain::typed::Understood::{One, Problem, Several};
use icebreak::domain::typed::count::{CountUnit, NotACount, understand_count};
use icebreak::domain::typed::currency::{NotACurrency, currency_at_start, understand_currency};
use icebreak::domain::typed::date::{
    ColumnOrder, DateOrder, DateReading, DayOrder, NotADate, WithoutYear, order_told, understand_date,
};
use icebreak::domain::typed::percent::{is_percent, understand_percent};
use icebreak::domain::typed::signs::{folded, has_hidden_signs, plain};
use icebreak::exchange::deals_in::reading::{guess, read};
use icebreak::exchange::open::read_table;
use icebreak::exchange::read_deals_from;
use icebreak::text::Language::{Chinese, English};
use icebreak::text::dates::read_date;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

fn typed(id: FieldId, text: &str) -> Result<FieldValue, Unfit> {
    let agreed = Agreed { amount: Some("30000".parse().unwrap()), ..in_euros() };
    read_typed(id, text, &agreed, &Work::default())
}

fn in_euros() -> Agreed {
    Agreed { currency: Some(Currency::EUR), ..Agreed::default() }
}

/// The row of a table with one column beside the buyer, as the command line reads it.
fn imported(header: &str, cell: &str) -> Option<ParsedRow> {
    let table = format!("buyer,{header}\nAcme,\"{cell}\"\n");
    read_deals_from(table.as_bytes()).unwrap().rows.remove(0).ok()
}

/// The same as the window reads it, where nothing was asked yet.
fn shown(header: &str, cell: &str) -> Option<ParsedRow> {
    let table = read_table(format!("buyer,{header}\nAcme,\"{cell}\"\n").as_bytes()).unwrap();
    let reading: TableReading = guess(&table);
    assert!(reading.position(DealColumn::Buyer).is_some());
    read(&table, &reading, day("2026-11-22")).rows.remove(0).ok()
}

/// With a year, and in one reading only.
const DATES: &[&str] = &[
    "2026-11-30",
    "2026/11/30",
    "2026.11.30",
    "20261130",
    "２０２６－１１－３０",
    "2026年11月30日",
    "2026年11月30日 星期一",
    "2026年11月30日（周一）",
    "二〇二六年十一月三十日",
    "30 Nov 2026",
    "30-Nov-2026",
    "Nov 30, 2026",
    "Mon 30 Nov 2026",
    "Monday, 30 November 2026",
    "30th of November 2026",
    "30. November 2026",
    "Montag, 30. November 2026",
    "Mo, 30. Nov. 2026",
    "lundi 30 novembre 2026",
    "lunes, 30 de noviembre de 2026",
    "segunda-feira, 30 de novembro de 2026",
    "lunedì 30 novembre 2026",
    "30 ноября 2026 г.",
    "понедельник, 30 ноября 2026 г.",
    "ноябрь 30, 2026",
    "30 листопада 2026 р.",
    "понеділок, 30 листопада 2026 р.",
    "poniedziałek, 30 listopada 2026",
    "30 Kasım 2026 Pazartesi",
    "Thứ Hai, ngày 30 tháng 11 năm 2026",
];

#[test]
fn a_date_is_read_alike_everywhere() {
    let on = day("2026-11-30");
    for text in DATES {
        for language in [English, Chinese] {
            assert_eq!(read_date(text, day("2026-06-01"), language), One(on), "{text}");
        }
        assert_eq!(typed(FieldId::ShipBy, text), Ok(FieldValue::Date(on)), "{text}");
        assert_eq!(imported("ship_by", text).and_then(|row| row.ship_by), Some(on), "{text}");
        assert_eq!(shown("ship_by", text).and_then(|row| row.ship_by), Some(on), "{text}");
    }
    let october = imported("ship_by", "30. Oktober 2026").and_then(|row| row.ship_by);
    assert_eq!(october, Some(day("2026-10-30")));
}

#[test]
fn what_is_no_date_says_why_everywhere() {
    for (text, why) in [
        ("soon", NotADate::Unreadable),
        ("2026-11", NotADate::Unreadable),
        ("30 Nov Dec 2026", NotADate::Unreadable),
        ("2026-11-30 maybe", NotADate::Unreadable),
        ("-2026-11-30", NotADate::Unreadable),
        ("USD 2026-11-30", NotADate::Unreadable),
        ("2026-02-30", NotADate::NoSuchDay),
        ("31 Nov 2026", NotADate::NoSuchDay),
        ("1026-11-30", NotADate::NoSuchDay),
    ] {
        assert_eq!(read_date(text, day("2026-06-01"), English), Problem(why), "{text}");
        assert_eq!(typed(FieldId::ShipBy, text), Err(Unfit::Date(why)), "{text}");
        for row in [imported("ship_by", text), shown("ship_by", text)] {
            let row = row.unwrap();
            assert_eq!((row.ship_by, &*row.kept[0].text), (None, text), "{text}");
        }
    }
    // A field takes the nearest day of that name; elsewhere the year has to be there.
    assert_eq!(read_date("30 Nov", day("2026-06-01"), English), One(day("2026-11-30")));
    assert_eq!(typed(FieldId::ShipBy, "30 Nov"), Err(Unfit::Date(NotADate::NoYear)));
    assert_eq!(imported("ship_by", "30 Nov").and_then(|row| row.ship_by), None);
    assert_eq!(shown("ship_by", "30 Nov").and_then(|row| row.ship_by), Some(day("2026-11-30")));
}

#[test]
fn two_days_are_asked_and_the_column_may_answer() {
    let both = Several(vec![day("2026-11-03"), day("2026-03-11")]);
    assert_eq!(read_date("03/11/2026", day("2026-06-01"), English), both);
    assert_eq!(typed(FieldId::ShipBy, "03/11/2026"), Err(Unfit::Date(NotADate::Ambiguous)));
    let column = |whole| DateOrder::Column(ColumnOrder { whole, without_year: None });
    let by =
        |text: &str, order| understand_date(text, DateReading { order, without_year: WithoutYear::Refused });
    assert_eq!(by("03/11/2026", column(None)), both);
    assert_eq!(by("03/11/2026", column(Some(DayOrder::DayFirst))), One(day("2026-11-03")));
    assert_eq!(by("03/11/26", column(Some(DayOrder::MonthFirst))), One(day("2026-03-11")));
    assert_eq!(by("26/11/03", column(Some(DayOrder::DayFirst))), Problem(NotADate::Ambiguous));
    assert_eq!(by("25/12/2026", DateOrder::YearFirst), Problem(NotADate::Ambiguous));
    assert_eq!(by("05/05/2026", column(None)), One(day("2026-05-05")));
    assert_eq!(order_told("25/12/2026"), Some(DayOrder::DayFirst));
    assert_eq!(order_told("12.25.2026"), Some(DayOrder::MonthFirst));
    for text in ["03/11/2026", "2026-11-30", "25/12/26", "31/02/2026", "30 Nov 2026"] {
        assert_eq!(order_told(text), None, "{text}");
    }
}

#[test]
fn a_percentage_is_read_alike_everywhere() {
    let percent = |text: &str| understand_percent(text).one().map(|percent| percent.to_string());
    for text in ["12.5%", "12,5%", "12.5 %", "12,5 %", "％12.5", "%12,5", "１２．５％", "12.50%", " 12.5% "]
    {
        assert_eq!(percent(text).as_deref(), Some("12.5%"), "{text}");
        assert!(is_percent(text), "{text}");
        let share = FieldValue::Share("12.5".parse().unwrap());
        assert_eq!(typed(FieldId::DepositShare, text), Ok(share), "{text}");
        let deposit = FieldValue::Money(Money::from_minor(375_000, Currency::EUR));
        assert_eq!(typed(FieldId::DepositAmount, text), Ok(deposit), "{text}");
    }
    assert_eq!(percent("１２％").as_deref(), Some("12%"));
    assert_eq!(percent("12,5").as_deref(), Some("12.5%"));
    assert!(!is_percent("12,5"));
    for (text, why) in [
        ("0%", NotAPercentage),
        ("100.1%", NotAPercentage),
        ("-5%", Negative),
        ("30%%", NotAnAmount),
        ("%", NotAnAmount),
        ("1_0%", NotAnAmount),
        ("1e1%", NotAnAmount),
        ("thirty", NotAnAmount),
        ("12,345%", Ambiguous),
    ] {
        let refused: Understood<_, AmountProblem> = understand_percent(text);
        assert_eq!(refused, Problem(why), "{text}");
        assert_eq!(typed(FieldId::DepositShare, text), Err(Unfit::Unreadable), "{text}");
    }
}

#[test]
fn a_share_needs_a_total() {
    let share = |agreed: &Agreed, work: &Work| read_typed(FieldId::DepositAmount, "30%", agreed, work);
    assert_eq!(share(&in_euros(), &Work::default()), Err(Unfit::NoTotal));
    let mut work = Work::default();
    work.fields.insert(FieldId::Amount.name().into(), "1,000.01".into());
    let third = FieldValue::Money(Money::from_minor(30_000, Currency::EUR));
    assert_eq!(share(&in_euros(), &work), Ok(third));
    // The total itself is no share of itself.
    assert_eq!(read_typed(FieldId::Amount, "30%", &in_euros(), &work), Err(Unfit::Unreadable));
}

#[test]
fn an_amount_in_a_message_is_asked_for_where_it_can_be_two() {
    let euros = |minor| Ok(FieldValue::Money(Money::from_minor(minor, Currency::EUR)));
    for text in ["9000", "9,000.00", "9.000,00 €", "EUR 9k", "９０００", "9000 欧元"] {
        assert_eq!(typed(FieldId::Balance, text), euros(900_000), "{text}");
    }
    assert_eq!(typed(FieldId::Balance, "9.000"), Err(Unfit::Ambiguous));
    assert_eq!(typed(FieldId::Balance, "-5"), Err(Unfit::Unreadable));
    assert_eq!(typed(FieldId::Balance, "\u{200e} \u{ad}"), Err(Unfit::Empty));
}

#[test]
fn a_currency_is_named_alike_everywhere() {
    for (text, code) in [
        ("USD", "USD"),
        ("usd", "USD"),
        ("ＵＳＤ", "USD"),
        ("US$", "USD"),
        ("美金", "USD"),
        ("€", "EUR"),
        ("Euro", "EUR"),
        ("瑞士法郎", "CHF"),
        ("澳元", "AUD"),
        ("A$", "AUD"),
        ("港币", "HKD"),
        ("HK$", "HKD"),
        ("人民币", "CNY"),
        ("RMB", "CNY"),
        ("元", "CNY"),
        ("新台币", "TWD"),
        ("円", "JPY"),
        ("₹", "INR"),
        (" zł ", "PLN"),
        ("руб.", "RUB"),
    ] {
        assert_eq!(understand_currency(text), One(currency(code)), "{text}");
        let row = imported("currency", text).and_then(|row| row.currency);
        assert_eq!(row, Some(currency(code)), "{text}");
        let written = format!("9 {text}");
        let value = FieldValue::Money(Money::from_decimal("9".parse().unwrap(), currency(code)).unwrap());
        let read = read_typed(FieldId::Balance, &written, &Agreed::default(), &Work::default());
        assert_eq!(read, Ok(value), "{written}");
    }
    assert!(matches!(understand_currency("¥"), Several(both) if both.len() == 2));
    assert!(matches!(understand_currency("$"), Several(_)));
    for text in ["", "QQQ", "XAU", "000 m", "K"] {
        assert_eq!(understand_currency(text), Problem(NotACurrency), "{text:?}");
    }
    assert_eq!(
        imported("currency", "$").map(|row| (row.currency, row.open_currency)),
        Some((None, "$".to_owned()))
    );
}

#[test]
fn running_text_names_currencies_by_signs_and_codes() {
    let at = |text: &'static str| currency_at_start(text).map(|(sign, users)| (sign, users.len()));
    assert_eq!(at("HK$5"), Some(("HK$", 1)));
    assert_eq!(at("美元。"), Some(("美元", 1)));
    assert_eq!(at("元人民币"), Some(("元人民币", 1)));
    assert_eq!(at("￥5"), Some(("￥", 2)));
    assert_eq!(at("EUR 5"), Some(("EUR", 1)));
    assert!(at("$5").is_some_and(|(sign, users)| sign == "$" && users > 10));
    for text in ["kr 5", "eur", "EURO", "R 5", "M", "5", "", "QQQ"] {
        assert_eq!(at(text), None, "{text:?}");
    }
}

#[test]
fn a_count_is_read_alike_everywhere() {
    for text in ["35", "３５", " 35 ", "35 days", "35 Days", "35天", "35日"] {
        assert_eq!(understand_count(text, CountUnit::Days, 0..=99), One(35), "{text}");
        assert_eq!(typed(FieldId::LeadTime, text), Ok(FieldValue::Days(35)), "{text}");
    }
    assert_eq!(typed(FieldId::WarrantyYears, "5 年"), Ok(FieldValue::Years(5)));
    for text in ["7", "７", " 7 "] {
        assert_eq!(imported("unanswered", text).and_then(|row| row.unanswered), Some(7), "{text}");
    }
    for text in ["", "days", "-1", "+1", "2.5", "1,000", "many", "35 d a y s"] {
        assert_eq!(understand_count(text, CountUnit::Days, 0..=99), Problem(NotACount::Unreadable), "{text}");
    }
    for text in ["100", "99999999999999999999"] {
        assert_eq!(understand_count(text, CountUnit::Bare, 0..=99), Problem(NotACount::OutOfRange), "{text}");
    }
    assert_eq!(understand_count("35 days", CountUnit::Bare, 0..=99), Problem(NotACount::Unreadable));
    assert_eq!(typed(FieldId::LeadTime, "0"), Err(Unfit::Unreadable));
}

#[test]
fn signs_that_are_not_seen_do_not_count() {
    assert_eq!(plain(" \u{200e}３０\u{2019}000\u{2212}￥\u{feff}"), "30'000-¥");
    assert_eq!(folded("  Ａcme\u{3000} GmbH "), "acme gmbh");
    assert!(has_hidden_signs("a\u{202e}b") && has_hidden_signs("a\u{ad}b") && !has_hidden_signs("Ａ b"));
    // What turns or hides text goes out of a line; what spells Persian and joins emoji stays.
    let line = |text| typed(FieldId::Product, text);
    assert_eq!(line("a\u{202e}b\u{2066}\u{ad}\u{3164}"), Ok(FieldValue::Text("ab".into())));
    assert_eq!(line("می\u{200c}خواهم"), Ok(FieldValue::Text("می\u{200c}خواهم".into())));
}

/// The commands read dates and currencies as the window does.
#[test]
fn the_command_line_reads_the_same_tables() {
    let folder = tempfile::tempdir().unwrap();
    let (source, into) = (folder.path().join("deals.csv"), folder.path().join("deals.icebreak"));
    let rows = DATES.iter().enumerate().map(|(number, date)| format!("B{number},\"{date}\",瑞士法郎\n"));
    std::fs::write(&source, format!("buyer,ship_by,currency\n{}", rows.collect::<String>())).unwrap();
    let icebreak = |arguments: &[&str]| {
        std::process::Command::new(env!("CARGO_BIN_EXE_icebreak")).args(arguments).output().unwrap()
    };
    let (source, into) = (source.to_str().unwrap(), into.to_str().unwrap());
    let output = icebreak(&["import", source, "--into", into, "--json"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&answer["added"], &answer["skipped"]), (&DATES.len().into(), &serde_json::json!([])));
    for date in DATES {
        let set = format!("ship_by={date}");
        let output = icebreak(&["draft", into, "--deal", "B0", "--set", &set, "--json"]);
        assert!(output.status.success(), "{date}: {}", String::from_utf8_lossy(&output.stderr));
    }
    // Flags of their own have one spelling.
    let output = icebreak(&["today", into, "--on", "30 Nov 2026"]);
    assert_eq!(output.status.code(), Some(1));
}
