//! When a row is due, in the words of documents: “7 days after receipt of the copy of B/L”.

use crate::domain::country::Country;
use crate::domain::deposit::{Anchor, DayOfMonth, DayRule, Milestone, ScheduleRow, Span, When};
use crate::text::Language::{Chinese, English};
use crate::text::buyer::words::phrases::one_of;
use crate::text::buyer::words::{
    DepositWord, PaperLanguage, PaperText, english_ordinal, then, waits_in_words,
};
use crate::text::{Language, format};

/// The due rule, worded the same in the window, in messages and on papers.
pub fn when(when: &When, language: Language) -> String {
    let words = papers(language, DepositWord::Prepayment);
    match when {
        When::On(day) => format::date_long(*day, language),
        When::After { anchor: Anchor::Start, span: Span { count: 0, .. }, rule: Some(rule) } => {
            from_start(rule, language)
        }
        When::After { anchor, span, rule } => {
            let (at, after) = of_anchor(*anchor, language);
            let from = match span.count {
                0 => at.to_owned(),
                count => (words.due.after)(&(words.due.span)(count, span.unit), after),
            };
            then(from, rule.as_ref(), &words.due)
        }
        When::Upon { .. } => waits_in_words(when, words).unwrap_or_default(),
    }
}

/// A rule that counts from the plan's start needs no mention of it: "on the next 15th".
fn from_start(rule: &DayRule, language: Language) -> String {
    match (rule, language) {
        (DayRule::EndOfMonth, English) => "at the end of the month".to_owned(),
        (DayRule::EndOfMonth, Chinese) => "当月月底".to_owned(),
        (DayRule::NextMonth(day), English) => {
            format!("on the {} of the month after the start date", english_ordinal(day.get()))
        }
        (DayRule::NextMonth(day), Chinese) => format!("起算日次月 {} 日", day.get()),
        (DayRule::NextOf(days), English) => {
            format!("on the next {}", one_of(&listed(days), english_ordinal, ", ", " or "))
        }
        (DayRule::NextOf(days), Chinese) => {
            format!("下一个 {}", one_of(&listed(days), |day| format!("{day} 日"), "、", "或 "))
        }
    }
}

fn listed(days: &[DayOfMonth]) -> Vec<u8> {
    days.iter().map(|day| day.get()).collect()
}

/// At the anchor, and after it.
fn of_anchor(anchor: Anchor, language: Language) -> (&'static str, &'static str) {
    match (anchor, language) {
        (Anchor::Start, English) => ("on the start date", "after the start date"),
        (Anchor::Start, Chinese) => ("起算日当日", "起算日后"),
        (Anchor::EndOfMonth, English) => ("at the end of the month", "after the end of the month"),
        (Anchor::EndOfMonth, Chinese) => ("当月月底", "当月月底后"),
        (Anchor::EndOfNextMonth, English) => {
            ("at the end of the following month", "after the end of the following month")
        }
        (Anchor::EndOfNextMonth, Chinese) => ("次月月底", "次月月底后"),
    }
}

/// The row's date, or what it waits for if it has none yet.
pub fn due(row: &ScheduleRow, language: Language) -> String {
    match (row.due, &row.when) {
        (Some(due), _) => format::date_compact(due, language),
        (None, Some(rule)) => when(rule, language),
        (None, None) => String::new(),
    }
}

/// The event a row waits for: `goods ready`, `copy of B/L`.
pub fn milestone(milestone: Milestone, language: Language) -> &'static str {
    match (milestone, language) {
        (Milestone::OrderConfirmed, English) => "order confirmation",
        (Milestone::OrderConfirmed, Chinese) => "订单确认",
        (Milestone::ProductionStart, English) => "start of production",
        (Milestone::ProductionStart, Chinese) => "开始生产",
        (Milestone::GoodsReady, English) => "goods ready",
        (Milestone::GoodsReady, Chinese) => "货物备妥",
        (Milestone::Inspected, English) => "inspection passed",
        (Milestone::Inspected, Chinese) => "验货合格",
        (Milestone::Shipment, English) => "shipment",
        (Milestone::Shipment, Chinese) => "装运",
        (Milestone::BlCopy, English) => "copy of B/L",
        (Milestone::BlCopy, Chinese) => "提单副本",
        (Milestone::Documents, English) => "original documents",
        (Milestone::Documents, Chinese) => "正本单据",
        (Milestone::Arrival, English) => "arrival at port",
        (Milestone::Arrival, Chinese) => "货到目的港",
        (Milestone::Delivery, English) => "delivery",
        (Milestone::Delivery, Chinese) => "交货",
        (Milestone::Acceptance, English) => "acceptance",
        (Milestone::Acceptance, Chinese) => "验收",
    }
}

/// The words of documents in the language of the window.
pub(crate) fn papers(language: Language, word: DepositWord) -> &'static PaperText {
    papers_for(None, language, word)
}

/// The same as a reader in this country has them.
pub(crate) fn papers_for(
    country: Option<Country>,
    language: Language,
    word: DepositWord,
) -> &'static PaperText {
    match language {
        English => PaperLanguage::English.text_in(country, word),
        Chinese => PaperLanguage::Chinese.text_in(country, word),
    }
}
