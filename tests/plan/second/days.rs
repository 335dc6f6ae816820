//! Dates as counted days, without a calendar library: day 1 is Monday, 1 January of the year 1.

const BEFORE_MONTH: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

pub fn number(year: i64, month: i64, day: i64) -> i64 {
    let past = year - 1;
    let leap_day = i64::from(month > 2 && is_leap(year));
    past * 365 + past / 4 - past / 100 + past / 400 + BEFORE_MONTH[month as usize - 1] + leap_day + day
}

pub fn civil(number_of_day: i64) -> (i64, i64, i64) {
    let mut year = number_of_day / 366 + 1;
    while number(year + 1, 1, 1) <= number_of_day {
        year += 1;
    }
    let month = (1..=12).rev().find(|&month| number(year, month, 1) <= number_of_day).unwrap();
    (year, month, number_of_day - number(year, month, 1) + 1)
}

/// 0 is Monday, 6 is Sunday.
pub fn weekday(day: i64) -> i64 {
    (day - 1) % 7
}

/// The day of that month so many months later; past its end, its last day.
pub fn in_month(of: i64, months_later: i64, day: i64) -> i64 {
    let (year, month, _) = civil(of);
    let months = year * 12 + (month - 1) + months_later;
    let (year, month) = (months / 12, months % 12 + 1);
    number(year, month, day.min(length(year, month)))
}

pub fn months_after(day: i64, months: i64) -> i64 {
    in_month(day, months, civil(day).2)
}

pub fn end_of_month(day: i64) -> i64 {
    in_month(day, 0, 31)
}

pub fn read(text: &str) -> Option<i64> {
    let mut parts = text.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let exists = text.len() == 10 && (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
    exists.then(|| number(year, month, day))
}

pub fn text(day: i64) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

fn length(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[test]
fn days_are_those_of_the_calendar() {
    assert_eq!(number(1970, 1, 1), 719_163);
    assert_eq!(weekday(number(2026, 11, 30)), 0);
    assert_eq!(text(number(2024, 2, 29) + 1), "2024-03-01");
    assert_eq!(text(months_after(number(2026, 1, 31), 1)), "2026-02-28");
    assert_eq!(read("1900-02-29"), None);
    for day in 1..1_200_000 {
        let (year, month, of_month) = civil(day);
        assert_eq!(number(year, month, of_month), day);
        assert!(of_month >= 1 && of_month <= length(year, month));
    }
}
