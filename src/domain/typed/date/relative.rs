//! Days that a list names by their distance from the day on which it was kept: `上周四`, `昨天`, `3 days ago`.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

/// The day that a text names by its distance from `today`. In Chinese `上周四` is the Thursday of the week before; in
/// English `last Thursday` is the one before today.
pub fn understand_relative(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = super::plain(text).to_lowercase();
    let before = |days: u64| today.checked_sub_days(Days::new(days));
    match text.as_str() {
        "today" | "今天" | "今日" => return Some(today),
        "yesterday" | "昨天" | "昨日" => return before(1),
        "前天" | "day before yesterday" | "the day before yesterday" => return before(2),
        _ => {}
    }
    days_ago(&text)
        .and_then(before)
        .or_else(|| chinese_week(&text, today))
        .or_else(|| last_weekday(&text, today))
}

/// `3天前`, `3 days ago`, `2 weeks ago`, `两周前`.
fn days_ago(text: &str) -> Option<u64> {
    const UNITS: &[(&str, u64)] = &[
        ("days ago", 1),
        ("day ago", 1),
        ("weeks ago", 7),
        ("week ago", 7),
        ("天前", 1),
        ("日前", 1),
        ("周前", 7),
    ];
    UNITS.iter().find_map(|(unit, days)| {
        let count = match text.strip_suffix(unit)?.trim() {
            "两" | "二" => 2,
            "一" | "a" | "one" => 1,
            "三" => 3,
            number => number.parse::<u64>().ok().filter(|count| *count <= 60)?,
        };
        count.checked_mul(*days)
    })
}

fn chinese_week(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    const WEEKS: &[(&str, u64)] = &[
        ("上上周", 2),
        ("上周", 1),
        ("上星期", 1),
        ("上礼拜", 1),
        ("上週", 1),
        ("本周", 0),
        ("这周", 0),
        ("这星期", 0),
        ("本週", 0),
    ];
    const DAYS: &[(char, u64)] =
        &[('一', 0), ('二', 1), ('三', 2), ('四', 3), ('五', 4), ('六', 5), ('日', 6), ('天', 6)];
    let (weeks, rest) = WEEKS.iter().find_map(|(name, weeks)| Some((*weeks, text.strip_prefix(name)?)))?;
    let mut signs = rest.chars();
    let (first, none) = (signs.next()?, signs.next());
    let day = DAYS.iter().find(|(name, _)| *name == first && none.is_none())?.1;
    let monday = today.checked_sub_days(Days::new(u64::from(today.weekday().num_days_from_monday())))?;
    let date = monday.checked_sub_days(Days::new(weeks.checked_mul(7)?))?.checked_add_days(Days::new(day))?;
    Some(date).filter(|date| *date <= today)
}

fn last_weekday(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let wanted: Weekday = text.strip_prefix("last ")?.trim().parse().ok()?;
    today.iter_days().rev().skip(1).take(7).find(|date| date.weekday() == wanted)
}
