//! A plan in the words of the window: its rows and its dates.

use chrono::{Datelike as _, NaiveDate};

use super::super::Language::{self, Chinese, English};
use super::super::format;
use crate::domain::deposit::{Counted, Interval, Label, Milestone, Parts, Row, Shipping, Unit};

/// `Deposit 1 of 3`, `Balance`, `Part 2 of 4`.
pub fn row_name(label: Label, part: u32, parts: u32, language: Language) -> String {
    let what = match (label, language) {
        (Label::Line, English) if parts == 1 => return "Payment".to_owned(),
        (Label::Line, Chinese) if parts == 1 => return "货款".to_owned(),
        (Label::Deposit, English) => "Deposit",
        (Label::Balance, English) => "Balance",
        (Label::Line, English) => "Part",
        (Label::Deposit, Chinese) => "预付款",
        (Label::Balance, Chinese) => "尾款",
        (Label::Line, Chinese) => return format!("第 {part}/{parts} 期"),
    };
    match (label, parts, language) {
        (Label::Deposit | Label::Balance, 1, _language) => what.to_owned(),
        (_label, _parts, English) => format!("{what} {part} of {parts}"),
        (_label, _parts, Chinese) => format!("{what} {part}/{parts}"),
    }
}

/// The row in the middle of a sentence: `deposit part 2 of 3`, `the balance`, `第 2/3 期预付款`.
pub fn part_name(label: Label, part: u32, parts: u32, language: Language) -> String {
    match (label, parts, language) {
        (Label::Line, 1, English) => "the payment".to_owned(),
        (Label::Line, 1, Chinese) => "货款".to_owned(),
        (Label::Deposit, 1, English) => "the deposit".to_owned(),
        (Label::Balance, 1, English) => "the balance".to_owned(),
        (Label::Deposit, _, English) => format!("deposit part {part} of {parts}"),
        (Label::Balance, _, English) => format!("balance part {part} of {parts}"),
        (Label::Line, _, English) => format!("part {part} of {parts}"),
        (Label::Deposit, 1, Chinese) => "预付款".to_owned(),
        (Label::Balance, 1, Chinese) => "尾款".to_owned(),
        (Label::Deposit, _, Chinese) => format!("第 {part}/{parts} 期预付款"),
        (Label::Balance, _, Chinese) => format!("第 {part}/{parts} 期尾款"),
        (Label::Line, _, Chinese) => format!("第 {part}/{parts} 期"),
    }
}

/// `month`, `2 weeks`, `10 days`: what stands behind "every".
pub fn interval(interval: Interval, language: Language) -> String {
    let count = interval.count.get();
    match (interval.unit, count, language) {
        (Unit::Months, 1, English) => "month".to_owned(),
        (Unit::Weeks, 1, English) => "week".to_owned(),
        (Unit::Days, 1, English) => "day".to_owned(),
        (Unit::Months, _, English) => format!("{count} months"),
        (Unit::Weeks, _, English) => format!("{count} weeks"),
        (Unit::Days, _, English) => format!("{count} days"),
        (Unit::Months, 1, Chinese) => "每月".to_owned(),
        (Unit::Weeks, 1, Chinese) => "每周".to_owned(),
        (Unit::Days, 1, Chinese) => "每天".to_owned(),
        (Unit::Months, _, Chinese) => format!("每 {count} 个月"),
        (Unit::Weeks, _, Chinese) => format!("每 {count} 周"),
        (Unit::Days, _, Chinese) => format!("每 {count} 天"),
    }
}

/// The row's date; until it has one, what it waits for.
pub fn due(row: &Row, language: Language) -> String {
    match (row.due, row.upon()) {
        (Some(due), _) => format::date_compact(due, language),
        (None, Some(milestone)) => against(milestone, language).to_owned(),
        (None, None) => String::new(),
    }
}

/// The remark on a row that is due before one above it; that one's name where it is not the next.
pub fn later_above(name: Option<&str>, language: Language) -> String {
    match (name, language) {
        (None, English) => "Due before the row above".to_owned(),
        (Some(name), English) => format!("Due before “{name}” above"),
        (None, Chinese) => "到期日早于上一期".to_owned(),
        (Some(name), Chinese) => format!("到期日早于上方的“{name}”"),
    }
}

/// What a payment waits for, as traders say it: `against copy of B/L`.
pub fn against(milestone: Milestone, language: Language) -> &'static str {
    let (english, chinese) = match milestone {
        Milestone::OrderConfirmed => ("upon order confirmation", "确认订单时"),
        Milestone::ProductionStart => ("upon start of production", "开始生产时"),
        Milestone::GoodsReady => ("when the goods are ready", "货物备妥时"),
        Milestone::Inspected => ("after inspection", "验货合格后"),
        Milestone::Shipment => ("upon shipment", "发货时"),
        Milestone::BlCopy => ("against copy of B/L", "见提单副本"),
        Milestone::Documents => ("against documents", "凭单据"),
        Milestone::Arrival => ("upon arrival", "货到港时"),
        Milestone::Delivery => ("upon delivery", "交货时"),
        Milestone::Acceptance => ("after acceptance", "验收合格后"),
    };
    match language {
        English => english,
        Chinese => chinese,
    }
}

/// `ship 22 Jan − 25 − 20 days`; and the same with the name of every number.
pub fn arithmetic(parts: &Parts, on: NaiveDate, language: Language) -> (String, String) {
    let names = match (parts.counted, language) {
        (Counted::Typed, English) => ["lead time", "shutdown", "vessel cut-off"],
        (Counted::Shutdowns, English) => {
            ["lead time", "your factory's shutdown (settings)", "vessel cut-off"]
        }
        (Counted::Typed, Chinese) => ["交期", "工厂停工", "截关"],
        (Counted::Shutdowns, Chinese) => ["交期", "本厂停工（按设置）", "截关"],
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

/// Which inputs of the last true day are not known; none where all are.
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

/// `22 Jan`, `1月22日`; with the year where it is more than a year off.
fn day_near(date: NaiveDate, on: NaiveDate, language: Language) -> String {
    let far = date.years_since(on).is_some_and(|years| years > 0) || date < on;
    match (far && date.year() != on.year(), language) {
        (true, English) => date.format("%-d %b %Y").to_string(),
        (false, English) => date.format("%-d %b").to_string(),
        (true, Chinese) => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        (false, Chinese) => format!("{}月{}日", date.month(), date.day()),
    }
}
