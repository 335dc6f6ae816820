//! What each format says of a plan's rows, read with other libraries and held against the table for programs.

use std::io::Cursor;

use chrono::NaiveDate;
use icebreak::domain::deposit::{Plan, Status};
use icebreak::domain::library::Company;
use icebreak::domain::names::Named as _;
use icebreak::exchange::papers::pdf::schedule::{ScheduleOf, schedule_pdf};
use icebreak::text::Language;
use icebreak::text::buyer::schedule::Voice;

use super::super::workbook::open;
use super::super::*;

/// One row as a format has it; amounts in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub due: Option<NaiveDate>,
    pub amount: i64,
    pub paid: i64,
    pub fees: i64,
    pub open: i64,
}

pub struct Told {
    pub rows: Vec<(Said, Status)>,
    pub shares: Vec<String>,
    pub by: String,
    /// What came beyond the total.
    pub over: i64,
}

fn minor(text: &str, code: &str) -> i64 {
    money(text, code).minor()
}

/// The figures of an amount, however they are grouped.
pub fn figures(text: &str) -> i64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("{text:?} has no figures"))
}

pub fn table_for_programs(bytes: &[u8], code: &str) -> Told {
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let row = |record: &csv::StringRecord| {
        let said = Said {
            due: Some(&record[2]).filter(|due| !due.is_empty()).map(|due| due.parse().unwrap()),
            amount: minor(&record[3], code),
            paid: minor(&record[6], code),
            fees: minor(&record[11], code),
            open: minor(&record[12], code),
        };
        (said, Status::from_name(&record[7]).unwrap())
    };
    Told {
        rows: records.iter().map(row).collect(),
        shares: records.iter().map(|record| record[5].to_owned()).collect(),
        by: records[0][13].to_owned(),
        over: records.iter().map(|record| minor(&record[14], code)).sum(),
    }
}

pub fn check_workbook(
    bytes: &[u8],
    told: &Told,
    digits: u32,
    words: &icebreak::text::buyer::words::PaperText,
) {
    let (sheet, _workbook) = open(bytes);
    let header = (1..20)
        .find(|row| sheet.cells.get(&format!("A{row}")).is_some_and(|cell| *cell == words.columns.number))
        .unwrap();
    let number = |at: String| -> i64 {
        let value = sheet.cells.get(&at).unwrap_or_else(|| panic!("nothing in {at}"));
        (value.to_string().parse::<f64>().unwrap() * 10_f64.powi(digits as i32)).round() as i64
    };
    let has_fees = told.rows.iter().any(|(row, _)| row.fees > 0);
    let open = if has_fees { 'H' } else { 'G' };
    for (at, (row, status)) in (header + 1..).zip(&told.rows) {
        let due = match &sheet.cells[&format!("C{at}")] {
            calamine::Data::DateTime(moment) => {
                Some(on("1899-12-30") + chrono::Days::new(moment.as_f64() as u64))
            }
            _text => None,
        };
        let fees = if has_fees { number(format!("G{at}")) } else { 0 };
        let said = Said {
            due,
            amount: number(format!("E{at}")),
            paid: number(format!("F{at}")),
            fees,
            open: number(format!("{open}{at}")),
        };
        assert_eq!(&said, row);
        assert_eq!(said.open == 0, *status == Status::Paid);
    }
    let sums = header + 1 + told.rows.len();
    let of = |what: fn(&Said) -> i64| told.rows.iter().map(|(row, _)| what(row)).sum::<i64>();
    assert_eq!(number(format!("E{sums}")), of(|row| row.amount));
    assert_eq!(number(format!("F{sums}")), of(|row| row.paid));
    assert_eq!(number(format!("{open}{sums}")), of(|row| row.open));
    let below = format!("B{}", sums + 1);
    let says_over = sheet.cells.get(&below).is_some_and(|cell| *cell == words.totals.over);
    assert_eq!(says_over, told.over > 0);
    assert!(!says_over || number(format!("F{}", sums + 1)) == told.over);
}

pub fn check_text_with_a_table(text: &str, told: &Told, voice: &Voice) {
    let words = voice.words();
    let lines: Vec<&str> = text.lines().collect();
    let header = lines.iter().position(|line| line.starts_with("| ")).unwrap();
    for ((row, status), line) in told.rows.iter().zip(&lines[header + 2..]) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(
            (figures(cells[4]), figures(cells[5]), figures(cells[6])),
            (row.amount, row.paid, row.open)
        );
        assert_eq!(cells[7].trim_end_matches(" |"), words.statuses.of(*status));
        match row.due {
            Some(due) => assert_eq!(cells[2], voice.day(due)),
            None => assert!(!cells[2].is_empty()),
        }
    }
    let fees: i64 = told.rows.iter().map(|(row, _)| row.fees).sum();
    let label = words.totals.bank_fees;
    let said = lines.iter().find(|line| line.starts_with(label)).map(|line| figures(line));
    assert_eq!(said.unwrap_or(0), fees);
    let over = lines.iter().find(|line| line.starts_with(words.totals.over)).map(|line| figures(line));
    assert_eq!(over.unwrap_or(0), told.over);
}

pub fn check_chat(text: &str, told: &Told, voice: &Voice) {
    let words = voice.words();
    let first = text.lines().position(|line| line.starts_with("1) ")).unwrap();
    let lines: Vec<&str> = text.lines().skip(first).collect();
    for ((row, status), line) in told.rows.iter().zip(&lines) {
        let parts: Vec<i64> = line
            .split([' ', '\u{ff0c}'])
            .filter(|part| part.contains(voice_code(told)))
            .map(figures)
            .collect();
        assert_eq!(parts[0], row.amount, "{line}");
        let is_paid = line.ends_with(&format!("– {}", words.statuses.paid));
        assert_eq!(is_paid, *status == Status::Paid, "{line}");
        let part_paid = parts.get(1).copied().unwrap_or(0);
        assert_eq!(part_paid, if is_paid { 0 } else { row.paid }, "{line}");
        assert!(row.due.is_none_or(|due| line.contains(&voice.day(due))), "{line}");
    }
    let sum = |what: fn(&Said) -> i64| told.rows.iter().map(|(row, _)| what(row)).sum::<i64>();
    let sums: Vec<i64> = lines[told.rows.len()..].iter().map(|line| figures(line)).collect();
    let (paid, fees, open) = (sum(|row| row.paid), sum(|row| row.fees), sum(|row| row.open));
    let expected = [Some(paid + told.over), positive(told.over), positive(fees), Some(open)];
    let expected: Vec<i64> = expected.into_iter().flatten().filter(|_| paid > 0).collect();
    assert_eq!(sums, expected);
}

fn positive(amount: i64) -> Option<i64> {
    Some(amount).filter(|amount| *amount > 0)
}

/// Amounts stand with their code in every text.
fn voice_code(told: &Told) -> &str {
    told.by.split(' ').next_back().unwrap()
}

/// The dates and the amounts that a calendar reminds of, then its last true day.
pub fn entries(bytes: &[u8]) -> (Vec<(NaiveDate, String)>, Option<NaiveDate>) {
    let calendar = ical::IcalParser::new(Cursor::new(bytes.to_vec())).next().unwrap().unwrap();
    let mut last = None;
    let mut rows = Vec::new();
    for event in calendar.events {
        let value = |name: &str| {
            let found = event.properties.iter().find(|property| property.name == name);
            found.and_then(|property| property.value.clone()).unwrap_or_default()
        };
        let day = NaiveDate::parse_from_str(&value("DTSTART"), "%Y%m%d").unwrap();
        if value("STATUS") == "CANCELLED" {
            continue;
        }
        if value("UID").contains("last-true-day") {
            last = Some(day);
        } else {
            rows.push((day, value("SUMMARY").replace('\\', "")));
        }
    }
    (rows, last)
}

pub fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// The whole text of the letter, without spaces.
pub fn letter(plan: &Plan, deal: &Deal, on: NaiveDate) -> String {
    let company = Company { name: SELLER.to_owned(), ..Company::default() };
    let about = DocumentSubject { on, ..about(plan, Some(deal)) };
    let of = ScheduleOf { about, company: &company, bank: None, window: Language::English };
    let (paper, _name) = schedule_pdf(&of).unwrap();
    let document = lopdf::Document::load_mem(&paper.bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    squeezed(&document.extract_text(&pages).unwrap())
}

pub fn check_letter(letter: &str, told: &Told, of: &dyn Fn(i64) -> String, voice: &Voice, shares: &[String]) {
    let words = voice.words();
    let sum = |what: fn(&Said) -> i64| told.rows.iter().map(|(row, _)| what(row)).sum::<i64>();
    let (total, paid, fees, open) =
        (sum(|row| row.amount), sum(|row| row.paid), sum(|row| row.fees), sum(|row| row.open));
    let mut rest = letter;
    let mut left = total;
    for ((row, _), share) in told.rows.iter().zip(shares) {
        left -= row.amount;
        let last = if paid > 0 { row.paid } else { left };
        let figures = squeezed(&format!("{share}{}{}", of(row.amount), of(last)));
        let shorter = squeezed(&format!("{share}{}", of(row.amount)));
        let found = rest.find(&figures).map(|at| at + figures.len());
        let found = found.or_else(|| rest.find(&shorter).filter(|_| paid == 0).map(|at| at + shorter.len()));
        let due = row.due.map(|due| squeezed(&voice.reader().date_short(due))).unwrap_or_default();
        let at = found.unwrap_or_else(|| panic!("no {figures:?} in {rest:?}"));
        assert!(rest[..at].contains(&due), "no {due:?} in {rest:?}");
        rest = &rest[at..];
    }
    let mut sums = format!("{}{}{}", words.totals.total, voice.percent(100.into()), of(total));
    if paid > 0 {
        sums.push_str(&of(paid));
        if told.over > 0 {
            sums.push_str(&format!("{}{}", words.totals.over, of(told.over)));
        }
        if fees > 0 {
            let label = words.totals.bank_fees;
            sums.push_str(&format!("{label}{}", of(fees)));
        }
        sums.push_str(&format!("{}{}", words.totals.open, of(open)));
    }
    assert!(rest.starts_with(&squeezed(&sums)), "no {sums:?} at the beginning of {rest:?}");
}
