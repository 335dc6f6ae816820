//! Words for exporting a plan, and for reading one back.

use crate::domain::files::export_problem::PlanReadProblem;
use crate::domain::money::Money;
use crate::text::Language::{Chinese, English};
use crate::text::window::deposit;
use crate::text::{Language, format};

pub struct PlanExportText {
    /// The documents' language by its own name, and whether it is the buyer's by default.
    pub documents_in: fn(&str, bool) -> String,
    pub change_language: &'static str,
    pub buyers_language: &'static str,
    pub deposit_word: &'static str,
    pub send: &'static str,
    pub chat: &'static str,
    pub tables: &'static str,
    pub xlsx: &'static str,
    pub csv: &'static str,
    pub markdown: &'static str,
    pub calendar: &'static str,
    pub ics_seller: &'static str,
    pub ics_buyer: &'static str,
    /// The number of open payments without a date, which no calendar can show.
    pub undated: fn(usize) -> String,
    pub read: &'static str,
    /// A plan was read; the number of payments, and its total.
    pub read_done: fn(usize, &str) -> String,
    pub not_read: fn(&PlanReadProblem) -> String,
    pub no_dates: &'static str,
    pub all_paid: &'static str,
    pub too_large: fn(Money) -> String,
    pub all_payments: &'static str,
    pub no_payments: &'static str,
}

pub const ENGLISH: PlanExportText = PlanExportText {
    documents_in: |name, buyers| {
        if buyers {
            format!("Documents in {name}, the buyer's language")
        } else {
            format!("Documents in {name}")
        }
    },
    change_language: "Change language",
    buyers_language: "The buyer's language",
    deposit_word: "Word for the deposit",
    send: "Send to the buyer",
    chat: "Copy as text for a chat",
    tables: "Tables",
    xlsx: "Excel workbook (.xlsx)",
    csv: "Table for programs (.csv)",
    markdown: "Text with a table (.md)",
    calendar: "Calendar",
    ics_seller: "For my calendar (.ics)",
    ics_buyer: "For the buyer's calendar (.ics)",
    undated: |count| match count {
        1 => "1 payment has no date yet and is left out.".to_owned(),
        _ => format!("{count} payments have no date yet and are left out."),
    },
    read: "Read a plan from .xlsx…",
    read_done: |payments, total| match payments {
        1 => format!("Plan read: 1 payment, {total}."),
        _ => format!("Plan read: {payments} payments, {total}."),
    },
    not_read: |problem| not_read(problem, English),
    no_dates: "No open payment has a date yet, so there is nothing to put into a calendar.",
    all_paid: "Everything is paid, so there is nothing to put into a calendar.",
    too_large: |total| {
        format!(
            "{} has more digits than Excel keeps. Export it as .csv instead.",
            format::money(total, English)
        )
    },
    all_payments: "All payments",
    no_payments: "No deal has an open payment with a date.",
};

pub const CHINESE: PlanExportText = PlanExportText {
    documents_in: |name, buyers| {
        if buyers {
            format!("文件语言：{name}（客户的语言）")
        } else {
            format!("文件语言：{name}")
        }
    },
    change_language: "更改语言",
    buyers_language: "客户的语言",
    deposit_word: "预付款的用词",
    send: "发给客户",
    chat: "复制为聊天文本",
    tables: "表格",
    xlsx: "Excel 工作簿（.xlsx）",
    csv: "供程序读取的表格（.csv）",
    markdown: "带表格的文本（.md）",
    calendar: "日历",
    ics_seller: "导入我的日历（.ics）",
    ics_buyer: "发给客户的日历（.ics）",
    undated: |count| format!("有 {count} 期尚无日期，不会列入日历。"),
    read: "从 .xlsx 读取计划…",
    read_done: |payments, total| format!("已读取计划：{payments} 期，共 {total}。"),
    not_read: |problem| not_read(problem, Chinese),
    no_dates: "未付款项都还没有日期，没有内容可放入日历。",
    all_paid: "款项已全部付清，没有内容可放入日历。",
    too_large: |total| format!("{} 的位数超出 Excel 的精度，请导出 .csv。", format::money(total, Chinese)),
    all_payments: "全部付款",
    no_payments: "所有订单都没有已定日期的未付款项。",
};

fn not_read(problem: &PlanReadProblem, language: Language) -> String {
    let money = |money: &Money| format::money(*money, language);
    match (problem, language) {
        (PlanReadProblem::File(problem), _) => (language.text().problems.import)(problem),
        (PlanReadProblem::NoSchedule, English) => {
            "The workbook has no payment schedule. Choose one that was exported here.".to_owned()
        }
        (PlanReadProblem::NoSchedule, Chinese) => {
            "工作簿中没有付款计划，请选择由本程序导出的文件。".to_owned()
        }
        (PlanReadProblem::Amount { row, text }, English) => {
            format!("Row {row}: “{text}” is not an amount. The plan stays as it was.")
        }
        (PlanReadProblem::Amount { row, text }, Chinese) => {
            format!("第 {row} 行：“{text}”不是金额。计划未改动。")
        }
        (PlanReadProblem::Date { row, text }, English) => {
            format!("Row {row}: “{text}” is not a date. The plan stays as it was.")
        }
        (PlanReadProblem::Date { row, text }, Chinese) => {
            format!("第 {row} 行：“{text}”不是日期。计划未改动。")
        }
        (PlanReadProblem::Share { row }, English) => {
            format!(
                "Row {row}: the share was typed over and differs from the amount. Change the amount instead."
            )
        }
        (PlanReadProblem::Share { row }, Chinese) => {
            format!("第 {row} 行：占比被改写，与金额不符。请改金额。")
        }
        (PlanReadProblem::Differs { total, rows }, English) => format!(
            "The payments come to {}, the contract total is {}. Change one of them in the workbook.",
            money(rows),
            money(total)
        ),
        (PlanReadProblem::Differs { total, rows }, Chinese) => {
            format!("各期合计 {}，合同总额 {}，两者不符。请在工作簿中修改。", money(rows), money(total))
        }
        (PlanReadProblem::Refused(why), _) => deposit::refused(why, language),
    }
}
