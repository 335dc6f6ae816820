//! When a row is due, in words: “10th of the following month”, “7 days after arrival”.

use chrono::Datelike as _;

use super::super::Language::{self, Chinese, English};
use super::plan::against;
use crate::domain::deposit::{Anchor, DayOfMonth, DayRule, Milestone, Span, Unit, When};

/// The moment as people say it.
pub fn when(when: &When, language: Language) -> String {
    match when {
        When::On(date) => match language {
            English => format!("on {}", date.format("%-d %b %Y")),
            Chinese => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        },
        When::After { anchor, span, rule } => match (from_anchor(*anchor, *span, language), rule) {
            (Some(reached), None) => reached,
            (None, None) => start(language).to_owned(),
            (reached, Some(rule)) => ruled(reached.as_deref(), rule, language),
        },
        When::Upon { milestone, span, rule } => {
            let reached = if span.count == 0 {
                against(*milestone, language).to_owned()
            } else {
                later(*span, happened(*milestone, language), language)
            };
            match rule {
                None => reached,
                Some(rule) => ruled(Some(&reached), rule, language),
            }
        }
    }
}

/// `30 days`, `1 month`, `2 周`.
pub fn span(span: Span, language: Language) -> String {
    let count = span.count;
    match (span.unit, language) {
        (Unit::Days, English) => format!("{count} {}", plural(count, "day", "days")),
        (Unit::Weeks, English) => format!("{count} {}", plural(count, "week", "weeks")),
        (Unit::Months, English) => format!("{count} {}", plural(count, "month", "months")),
        (Unit::Days, Chinese) => format!("{count} 天"),
        (Unit::Weeks, Chinese) => format!("{count} 周"),
        (Unit::Months, Chinese) => format!("{count} 个月"),
    }
}

/// What a milestone is, as a thing that happens: `arrival`, `copy of B/L`.
pub fn happened(milestone: Milestone, language: Language) -> &'static str {
    let (english, chinese) = match milestone {
        Milestone::OrderConfirmed => ("order confirmation", "确认订单"),
        Milestone::ProductionStart => ("start of production", "开始生产"),
        Milestone::GoodsReady => ("the goods are ready", "货物备妥"),
        Milestone::Inspected => ("inspection", "验货合格"),
        Milestone::Shipment => ("shipment", "发货"),
        Milestone::BlCopy => ("copy of B/L", "提单副本"),
        Milestone::Documents => ("documents", "交单"),
        Milestone::Arrival => ("arrival", "到港"),
        Milestone::Delivery => ("delivery", "交货"),
        Milestone::Acceptance => ("acceptance", "验收合格"),
    };
    match language {
        English => english,
        Chinese => chinese,
    }
}

/// None for the start itself.
fn from_anchor(anchor: Anchor, span: Span, language: Language) -> Option<String> {
    let none = span.count == 0;
    let text = match (anchor, language) {
        (Anchor::Start, _) if none => return None,
        (Anchor::Start, English) => later(span, "the start", language),
        (Anchor::Start, Chinese) => later(span, "起算日", language),
        (Anchor::EndOfMonth, English) if none => "at the end of the month".to_owned(),
        (Anchor::EndOfMonth, English) => format!("end of the month, {} later", self::span(span, language)),
        (Anchor::EndOfMonth, Chinese) if none => "当月月底".to_owned(),
        (Anchor::EndOfMonth, Chinese) => later(span, "当月月底", language),
        (Anchor::EndOfNextMonth, English) if none => "at the end of the next month".to_owned(),
        (Anchor::EndOfNextMonth, English) => {
            format!("end of the next month, {} later", self::span(span, language))
        }
        (Anchor::EndOfNextMonth, Chinese) if none => "次月月底".to_owned(),
        (Anchor::EndOfNextMonth, Chinese) => later(span, "次月月底", language),
    };
    Some(text)
}

fn start(language: Language) -> &'static str {
    match language {
        English => "at the start",
        Chinese => "起算日",
    }
}

fn later(count: Span, what: &str, language: Language) -> String {
    let count = span(count, language);
    match language {
        English => format!("{count} after {what}"),
        Chinese => format!("{what}后 {count}"),
    }
}

fn ruled(reached: Option<&str>, rule: &DayRule, language: Language) -> String {
    let then = match (rule, language) {
        (DayRule::EndOfMonth, English) => "at the end of the month".to_owned(),
        (DayRule::EndOfMonth, Chinese) => "当月月底".to_owned(),
        (DayRule::NextMonth(day), English) => format!("{} of the following month", ordinal(*day)),
        (DayRule::NextMonth(day), Chinese) => format!("次月 {} 日", day.get()),
        (DayRule::NextOf(days), English) => match days.as_ref() {
            [day] => format!("on the next {}", ordinal(*day)),
            days => {
                let named: Vec<String> = days.iter().map(|day| ordinal(*day)).collect();
                format!("on the {}, whichever comes next", named.join(" or "))
            }
        },
        (DayRule::NextOf(days), Chinese) => {
            let named: Vec<String> = days.iter().map(|day| format!("{} 日", day.get())).collect();
            format!("下一个 {}", named.join("或 "))
        }
    };
    match (reached, language) {
        (None, _) => then,
        (Some(reached), English) => format!("{reached}, then {then}"),
        (Some(reached), Chinese) => format!("{reached}\u{ff0c}顺延至{then}"),
    }
}

/// `1st`, `22nd`, `13th`.
fn ordinal(day: DayOfMonth) -> String {
    let day = day.get();
    let ending = match (day % 10, day) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        (_other_digit, _) => "th",
    };
    format!("{day}{ending}")
}

fn plural<'a>(count: u32, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}
