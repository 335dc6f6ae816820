//! What is wrong with many rows, one line for each kind.

use crate::domain::import::preview::FlawKind;
use crate::domain::import::problem::Flaw;
use crate::text::Language::{self, Chinese, English};
use crate::text::window::import::column_name;

pub(super) fn noticed_english(kind: &FlawKind) -> String {
    let kept = if kind.flaw.keeps_the_cell() { ", kept in the notes" } else { "" };
    format!("{}{kept}. {}", begun(kind, English), rows(kind, English))
}

pub(super) fn noticed_chinese(kind: &FlawKind) -> String {
    let kept = if kind.flaw.keeps_the_cell() { "，原文已保留在备注中" } else { "" };
    format!("{}{kept}。{}", begun(kind, Chinese), rows(kind, Chinese))
}

pub(super) fn left_out_english(kind: &FlawKind) -> String {
    format!("{}. {}", begun(kind, English), rows(kind, English))
}

pub(super) fn left_out_chinese(kind: &FlawKind) -> String {
    format!("{}。{}", begun(kind, Chinese), rows(kind, Chinese))
}

/// `Countries not read: 3 (N/A, Mỹ …)`.
fn begun(kind: &FlawKind, language: Language) -> String {
    let column = kind.flaw.column().map_or("", |column| column_name(column, language));
    let (said, count) = (named(&kind.flaw, column, language), kind.count);
    let more = if count > kind.examples.len() { " …" } else { "" };
    match (language, kind.examples.is_empty()) {
        (English, true) => format!("{said}: {count}"),
        (English, false) => format!("{said}: {count} ({}{more})", kind.examples.join(", ")),
        (Chinese, true) => format!("{said}：{count} 处"),
        (Chinese, false) => format!("{said}：{count} 处（{}{more}）", kind.examples.join("、")),
    }
}

fn rows(kind: &FlawKind, language: Language) -> String {
    let numbers: Vec<String> = kind.rows.iter().map(u32::to_string).collect();
    let more = if kind.count > kind.rows.len() { " …" } else { "" };
    match (language, kind.rows.len()) {
        (English, 1) => format!("Row {}{more}", numbers.join(", ")),
        (English, _) => format!("Rows {}{more}", numbers.join(", ")),
        (Chinese, _) => format!("第 {}{more} 行", numbers.join("、")),
    }
}

fn named(flaw: &Flaw, column: &str, language: Language) -> String {
    let (english, chinese) = words(flaw);
    match language {
        English => english.replace("{}", column),
        Chinese => chinese.replace("{}", column),
    }
}

/// `{}` stands for the column.
fn words(flaw: &Flaw) -> (&'static str, &'static str) {
    match flaw {
        Flaw::Ragged { .. } => ("More cells than columns", "单元格多于列数"),
        Flaw::NoBuyer => ("No buyer", "缺少客户"),
        Flaw::NotADeal(_) => ("Totals, remarks and repeated headers", "合计、说明或重复的表头"),
        Flaw::Amount(_) => ("Amounts not read", "金额无法识别"),
        Flaw::AmountAmbiguous { .. } => ("Amounts that can be read in two ways", "金额有两种读法"),
        Flaw::AmountTooFine { .. } => ("Amounts with too many decimals", "金额小数位过多"),
        Flaw::AmountNegative(_) => ("Negative amounts", "金额为负数"),
        Flaw::AmountAbout(_) => ("Amounts that are not exact", "金额不是准确数字"),
        Flaw::Currency(_) => ("Currencies not read", "币种无法识别"),
        Flaw::CurrencyWithdrawn { .. } => ("Currencies that were withdrawn", "币种已停用"),
        Flaw::CurrencyOpen(_) => ("Signs that several currencies have", "货币符号不明确，未读取币种"),
        Flaw::CurrencyDiffers { .. } => ("Two currencies in one row", "同一行有两种货币"),
        Flaw::Date { .. } => ("Dates not read ({})", "日期无法识别（{}）"),
        Flaw::DateAmbiguous { .. } => ("Dates that may be two days ({})", "日期可能指两天（{}）"),
        Flaw::DateRelative { .. } => ("Dates counted from today ({})", "日期从今天推算（{}）"),
        Flaw::Stage(_) => ("Statuses not known", "状态不认识"),
        Flaw::StageGuessed { .. } => ("Stages read by their meaning", "阶段按词义读取"),
        Flaw::Country(_) => ("Countries not read", "国家无法识别"),
        Flaw::CountryShared { .. } => ("Names that two countries have", "国名不明确"),
        Flaw::Language(_) => ("Languages not read", "语言无法识别"),
        Flaw::Email(_) => ("E-mail cells not read whole", "邮箱未能完整识别"),
        Flaw::Unanswered(_) => ("Counts of unanswered messages not read", "客户未回复次数无法识别"),
        Flaw::CellError { .. } => ("Cells with an error ({})", "单元格出错（{}）"),
        Flaw::Unsaved { .. } => ("Formulas without a result ({})", "公式没有结果（{}）"),
        Flaw::DigitsLost { .. } => ("Cells that have lost digits ({})", "单元格丢失了数字（{}）"),
        Flaw::BecameDate { .. } => ("Cells that have become dates ({})", "单元格被变成日期（{}）"),
        Flaw::SeveralDeals { .. } => ("Several deals fit", "符合的订单不止一个"),
        Flaw::OtherBuyer { .. } => ("PI numbers of another buyer", "PI 编号属于另一位客户"),
        Flaw::OtherCurrency { .. } => ("One PI number in two currencies", "同一 PI 编号有两种货币"),
    }
}
