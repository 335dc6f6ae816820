//! A plan in the words of the window: its rows and its dates.

use chrono::{Datelike as _, NaiveDate};

use super::when::papers;
use crate::domain::deposit::{
    DepositWord, Interval, Label, LastDayParts, PeriodUnit, Shipping, ShutdownSource,
};
use crate::text::Language::{Chinese, English};
use crate::text::buyer::words::phrases::RowWords;
use crate::text::{Language, format};

/// `Deposit 1 of 3`, `Balance`, `Instalment 2` as on papers, so that nobody has to match two names.
pub fn row_name(label: Label, part: u32, parts: u32, word: DepositWord, language: Language) -> String {
    papers(language, word).rows.name(label, part, parts)
}

/// The name of a row within a sentence: `deposit instalment 2 of 3`, `the balance`, `第 2 期预付款（共 3 期）`.
pub fn part_name(label: Label, part: u32, parts: u32, word: DepositWord, language: Language) -> String {
    part_in(&papers(language, word).rows, label, part, parts, language)
}

/// The same in the words of one reader: an American's `installment 2 of 3`.
pub(crate) fn part_in(rows: &RowWords, label: Label, part: u32, parts: u32, language: Language) -> String {
    let what = match label {
        Label::Deposit => rows.deposit,
        Label::Balance => rows.balance,
        Label::Line => rows.payment,
    };
    match (label, parts, language) {
        (_label, 0..=1, English) => format!("the {}", what.to_lowercase()),
        (Label::Line, _, English) => format!("{} of {parts}", (rows.instalment)(part).to_lowercase()),
        (_label, _, English) => format!("{} {} of {parts}", what, (rows.instalment)(part)).to_lowercase(),
        (_label, 0..=1, Chinese) => what.to_owned(),
        (_label, _, Chinese) => format!("第 {part} 期{what}（共 {parts} 期）"),
    }
}

/// 预付款 or 定金, as chosen for the plan's papers; for use within a sentence.
pub fn deposit_word(word: DepositWord, language: Language) -> String {
    papers(language, word).rows.deposit.to_lowercase()
}

/// `month`, `2 weeks`, `10 days`: follows "every".
pub fn interval(interval: Interval, language: Language) -> String {
    let count = interval.count.get();
    match (interval.unit, count, language) {
        (PeriodUnit::Months, 1, English) => "month".to_owned(),
        (PeriodUnit::Weeks, 1, English) => "week".to_owned(),
        (PeriodUnit::Days, 1, English) => "day".to_owned(),
        (PeriodUnit::Months, _, English) => format!("{count} months"),
        (PeriodUnit::Weeks, _, English) => format!("{count} weeks"),
        (PeriodUnit::Days, _, English) => format!("{count} days"),
        (PeriodUnit::Months, 1, Chinese) => "每月".to_owned(),
        (PeriodUnit::Weeks, 1, Chinese) => "每周".to_owned(),
        (PeriodUnit::Days, 1, Chinese) => "每天".to_owned(),
        (PeriodUnit::Months, _, Chinese) => format!("每 {count} 个月"),
        (PeriodUnit::Weeks, _, Chinese) => format!("每 {count} 周"),
        (PeriodUnit::Days, _, Chinese) => format!("每 {count} 天"),
    }
}

/// The remark on a row that is due before one above it; `name` is that row's name if it is not the next one above.
pub fn later_above(name: Option<&str>, language: Language) -> String {
    match (name, language) {
        (None, English) => "Due before the row above".to_owned(),
        (Some(name), English) => format!("Due before “{name}” above"),
        (None, Chinese) => "到期日早于上一期".to_owned(),
        (Some(name), Chinese) => format!("到期日早于上方的“{name}”"),
    }
}

/// `ship 22 Jan − 25 − 20 days`; and the same with every number explained.
pub fn arithmetic(parts: &LastDayParts, on: NaiveDate, language: Language) -> (String, String) {
    let names = match (parts.counted, language) {
        (ShutdownSource::Typed, English) => ["lead time", "shutdown", "vessel cut-off"],
        (ShutdownSource::Shutdowns, English) => {
            ["lead time", "your factory's shutdown (settings)", "vessel cut-off"]
        }
        (ShutdownSource::Typed, Chinese) => ["交期", "工厂停工", "截关"],
        (ShutdownSource::Shutdowns, Chinese) => ["交期", "本厂停工（按设置）", "截关"],
    };
    let counts = [parts.lead_time_days, parts.shutdown_days, parts.cut_off_days];
    let ship = day_near(parts.ship_by, on, language);
    let (mut short, mut long) = match language {
        English => (format!("ship {ship}"), format!("Ship by {ship}")),
        Chinese => (format!("装运日{ship}"), format!("最迟装运日{ship}")),
    };
    for (name, count) in names.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
        short.push_str(&format!(" − {count}"));
        long.push_str(&match language {
            English => format!(" − {name} {}", format::days(count, language)),
            Chinese => format!(" − {name} {count} 天"),
        });
    }
    if counts.iter().any(|count| *count > 0) {
        short.push_str(match language {
            English => " days",
            Chinese => " 天",
        });
    }
    (short, long)
}

/// The unknown inputs of the last true day; none if all are known.
pub fn missing(shipping: &Shipping<'_>, language: Language) -> Option<String> {
    let names = match language {
        English => ["ship by", "lead time", "factory shutdown", "vessel cut-off"],
        Chinese => ["最迟装运日", "交期", "工厂停工天数", "截关天数"],
    };
    let known = [
        shipping.ship_by.is_some(),
        shipping.lead_time_days.is_some(),
        shipping.knows_shutdown(),
        shipping.cut_off_days.is_some(),
    ];
    let gaps: Vec<&str> =
        names.into_iter().zip(known).filter(|(_, known)| !known).map(|(name, _)| name).collect();
    (!gaps.is_empty()).then(|| match language {
        English => format!("For a last true day, enter {}", gaps.join(", ")),
        Chinese => format!("填写{}，即可算出最迟到账日", gaps.join("、")),
    })
}

/// `22 Jan`, `1月22日`; with the year if it is more than a year away.
fn day_near(date: NaiveDate, on: NaiveDate, language: Language) -> String {
    let far = date.years_since(on).is_some_and(|years| years > 0) || date < on;
    match (far && date.year() != on.year(), language) {
        (true, English) => date.format("%-d %b %Y").to_string(),
        (false, English) => date.format("%-d %b").to_string(),
        (true, Chinese) => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        (false, Chinese) => format!("{}月{}日", date.month(), date.day()),
    }
}
