//! Days off from a calendar file, or from a file like those that are compiled in.

use std::fs;
use std::path::{Path, PathBuf};

use icebreak::domain::country::Country;
use icebreak::domain::files::days_off::DaysOffProblem;
use icebreak::exchange::days_off::{DaysOffRead, read_days_off};
use icebreak::text::Language;

use super::day;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/calendars").join(name)
}

fn read(path: &Path) -> Result<DaysOffRead, DaysOffProblem> {
    read_days_off(path, Country::CHINA, day("2026-11-22"), Language::English)
}

/// The country, the days and the years, each in one line.
fn told(read: &DaysOffRead) -> Vec<String> {
    let days = read.days.iter().map(|days| {
        format!("{} {}..{} {} {}", days.country.code(), days.from, days.to, days.kind.as_str(), days.name)
    });
    days.chain(read.years.iter().map(|year| format!("{} {}", year.country.code(), year.year))).collect()
}

#[test]
fn a_calendar_gives_its_days_off_and_worked_days() {
    let read = read(&fixture("china-2027.ics")).unwrap();
    // Not what has passed, was cancelled, or is no day off in a calendar that marks these.
    assert_eq!(
        told(&read),
        ["CN 2027-02-04..2027-02-12 off 春节（休）", "CN 2027-02-14..2027-02-14 worked 春节（班）"]
    );
}

#[test]
fn a_file_of_our_own_kind_replaces_the_years_it_announces() {
    let read = read(&fixture("CN.json")).unwrap();
    assert_eq!(
        told(&read),
        [
            "CN 2026-10-01..2026-10-02 off National Day",
            "CN 2027-02-04..2027-02-06 off Spring Festival",
            "CN 2027-02-14..2027-02-14 worked ",
            "CN 2028-01-26..2028-01-26 off Spring Festival",
            "CN 2026",
            "CN 2027",
        ]
    );
}

fn read_text(text: &str) -> Result<DaysOffRead, DaysOffProblem> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("any.ics");
    fs::write(&path, text).unwrap();
    read(&path)
}

#[test]
fn whole_days_alone_are_read() {
    let event = |lines: &str| format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n");
    let told = |lines: &str| read_text(&event(lines)).map(|read| told(&read));
    let one = |text: &str| Ok(vec![text.to_owned()]);
    assert_eq!(
        told("DTSTART;VALUE=DATE:20270501\nSUMMARY:Labour Day"),
        one("CN 2027-05-01..2027-05-01 off Labour Day")
    );
    assert_eq!(
        told("DTSTART:20270501\nDTEND:20270504\nSUMMARY:五一放假"),
        one("CN 2027-05-01..2027-05-03 off 五一放假")
    );
    assert_eq!(
        told("DTSTART;VALUE=DATE:20270509\nSUMMARY:劳动节补班"),
        one("CN 2027-05-09..2027-05-09 worked 劳动节补班")
    );
    assert_eq!(
        told("DTSTART;VALUE=DATE:20270501\nSUMMARY:A name that is \n folded\\, twice"),
        one("CN 2027-05-01..2027-05-01 off A name that is folded, twice")
    );
    assert_eq!(told("DTSTART:20270501T090000Z\nSUMMARY:A meeting"), Err(DaysOffProblem::NoDays));
    assert_eq!(told("DTSTART;VALUE=DATE:20260501\nSUMMARY:Passed"), Err(DaysOffProblem::NoDays));
    // Begun, but not over.
    assert_eq!(
        told("DTSTART;VALUE=DATE:20261120\nDTEND;VALUE=DATE:20261124\nSUMMARY:Now"),
        one("CN 2026-11-20..2026-11-23 off Now")
    );
}

#[test]
fn what_is_no_calendar_is_refused() {
    assert_eq!(read_text("buyer,country\nA,CN\n"), Err(DaysOffProblem::Foreign));
    assert_eq!(read_text(""), Err(DaysOffProblem::Foreign));
    assert_eq!(read_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n"), Err(DaysOffProblem::NoDays));
    assert!(matches!(read_text("{\"country\":\"CN\"}"), Err(DaysOffProblem::Damaged(_))));
    assert!(matches!(read_text("{"), Err(DaysOffProblem::Damaged(_))));
    let deep = "BEGIN:VCALENDAR\n".repeat(40);
    assert!(matches!(read_text(&deep), Err(DaysOffProblem::Damaged(_))));
    assert!(matches!(read(&fixture("missing.ics")), Err(DaysOffProblem::File(_))));
}
