//! What is wrong with a row of an imported table, or is to know about it, in the words of the window.

use crate::domain::deal::Stage;
use crate::domain::import::DealColumn;
use crate::domain::import::problem::Flaw;
use crate::domain::names::Named as _;
use crate::text::Language::{Chinese, English};
use crate::text::window::import::column_name;
use crate::text::{Language, country, format};

/// The flaw with its row.
pub fn of_row(row: u32, flaw: &Flaw, language: Language) -> String {
    match language {
        English => format!("Row {row}: {}", flaw_english(flaw)),
        Chinese => format!("第 {row} 行：{}", flaw_chinese(flaw)),
    }
}

/// The same of a row that comes in, with what became of the cell.
pub fn of_warned_row(row: u32, flaw: &Flaw, language: Language) -> String {
    let said = of_row(row, flaw, language);
    match (language, flaw.keeps_the_cell()) {
        (English, true) => format!("{said}. The cell is kept in the notes."),
        (Chinese, true) => format!("{said}。原文已保留在备注中。"),
        (English | Chinese, false) => said,
    }
}

/// The domain's own sentence, but with column names that users know.
pub(crate) fn flaw_english(flaw: &Flaw) -> String {
    let name = |column: &DealColumn| column_name(*column, English);
    match flaw {
        Flaw::Date { column, text } => {
            format!("“{text}” is not a date ({}); write it like 2026-11-30", name(column))
        }
        Flaw::DateAmbiguous { column, text } => {
            format!("“{text}” may be two different days ({}); write it like 2026-11-30", name(column))
        }
        Flaw::DateRelative { column, text, date } => {
            let day = format::date_long(*date, English);
            format!("“{text}” was counted from today as {day} ({}); check it", name(column))
        }
        Flaw::CellError { column, text } => {
            format!("the cell holds an error ({}): {text}; correct it", name(column))
        }
        Flaw::AmountAmbiguous { text, currency, .. } => {
            format!(
                "“{text}” may be a thousand times more or less in {currency}; write it without separators"
            )
        }
        Flaw::AmountTooFine { text, currency } => {
            format!("“{text}” has more decimals than {currency} allows")
        }
        Flaw::Amount(text) => format!("“{text}” is not an amount"),
        Flaw::AmountNegative(text) => format!("“{text}” is negative; an amount is zero or more"),
        Flaw::AmountAbout(text) => format!("“{text}” is not exact; its number was read"),
        Flaw::Currency(text) => format!("“{text}” is not a currency; write its code, for example USD"),
        Flaw::CurrencyWithdrawn { text, new } => (English.text().deal.withdrawn)(text, new),
        Flaw::CurrencyOpen(text) => format!("“{text}” may be several currencies, so none was read"),
        Flaw::CurrencyDiffers { text, other } => {
            format!("“{text}” names another currency than {other}; make them the same")
        }
        Flaw::Country(text) => format!("“{text}” is not a country; write its name or code, for example DE"),
        Flaw::CountryShared { text, countries, first_read } => {
            let [one, other] = countries.map(|country| country::name(country, English));
            if *first_read {
                format!("“{text}” was read as {one}, but may also be {other}; check it")
            } else {
                format!("“{text}” may be {one} or {other}; write which")
            }
        }
        Flaw::Language(text) => format!("“{text}” is not a language; write its name or code, for example de"),
        Flaw::Email(text) => format!("“{text}” is not an e-mail address, or more than that"),
        Flaw::Unanswered(text) => {
            format!("“{text}” is not a number of unanswered messages; write 0, 1, 2…")
        }
        Flaw::Stage(text) => format!("“{text}” is not a stage; write {}", stages(English)),
        Flaw::StageGuessed { text, stage } => {
            format!("“{text}” was read as “{}”; check it", (English.text().list.stage_name)(*stage))
        }
        Flaw::NotADeal(text) => format!("“{text}” is a total, a remark or a header, and no deal"),
        Flaw::Unsaved { column } => {
            format!(
                "the cell is a formula without a stored result ({}); open the file in Excel and save it",
                name(column)
            )
        }
        Flaw::DigitsLost { column, text } => {
            format!(
                "“{text}” has lost digits ({}); format the column as text and enter it again",
                name(column)
            )
        }
        Flaw::BecameDate { column, text } => {
            format!(
                "“{text}” has become a date ({}); format the column as text and enter it again",
                name(column)
            )
        }
        Flaw::OtherBuyer { row, pi } => {
            format!("row {row} has {pi} for another buyer; correct one of them")
        }
        Flaw::OtherCurrency { row, pi } => {
            format!("row {row} has {pi} in another currency; correct one of them")
        }
        Flaw::Ragged { .. } | Flaw::NoBuyer | Flaw::SeveralDeals { .. } => flaw.to_string(),
    }
}

/// All stage names of the interface; tables may use these, too.
fn stages(language: Language) -> String {
    let text = language.text();
    let names: Vec<&str> = Stage::members().map(|stage| (text.list.stage_name)(stage)).collect();
    let (last, others) = names.split_last().map_or(("", &[][..]), |(last, others)| (*last, others));
    match language {
        English => format!("{} or {last}", others.join(", ")),
        Chinese => format!("{}或{last}", others.join("、")),
    }
}

pub(crate) fn flaw_chinese(flaw: &Flaw) -> String {
    let name = |column: &DealColumn| column_name(*column, Chinese);
    match flaw {
        Flaw::Ragged { cells, columns } => {
            format!("有 {cells} 个单元格，而表头有 {columns} 列；含分隔符的文字请加引号")
        }
        Flaw::NoBuyer => "缺少客户".to_owned(),
        Flaw::NotADeal(text) => format!("“{text}”是合计、说明或表头，不是订单"),
        Flaw::Amount(text) => format!("“{text}”不是金额"),
        Flaw::AmountAmbiguous { text, currency, .. } => {
            format!("“{text}”在 {currency} 中有两种读法，请去掉分隔符")
        }
        Flaw::AmountTooFine { text, currency } => format!("“{text}”的小数位超过 {currency} 允许的位数"),
        Flaw::AmountNegative(text) => format!("“{text}”是负数，金额应为零或以上"),
        Flaw::AmountAbout(text) => format!("“{text}”不是准确金额，已按其中的数字读取"),
        Flaw::Currency(text) => format!("“{text}”不是有效币种，请填写币种代码，例如 USD"),
        Flaw::CurrencyWithdrawn { text, new } => (Chinese.text().deal.withdrawn)(text, new),
        Flaw::CurrencyOpen(text) => format!("“{text}”可能是多种货币，因此未读取币种"),
        Flaw::CurrencyDiffers { text, other } => format!("“{text}”的币种与 {other} 不一致，请改为一致"),
        Flaw::Date { column, text } => format!("“{text}”不是日期（{}），请写成 2026-11-30", name(column)),
        Flaw::DateAmbiguous { column, text } => {
            format!("“{text}”可能指两个不同的日期（{}），请写成 2026-11-30", name(column))
        }
        Flaw::DateRelative { column, text, date } => {
            let day = format::date_long(*date, Chinese);
            format!("“{text}”（{}）是从今天推算的，读作 {day}，请核对", name(column))
        }
        Flaw::Stage(text) => format!("“{text}”不是阶段，请填写{}", stages(Chinese)),
        Flaw::StageGuessed { text, stage } => {
            format!("“{text}”已读作“{}”，请核对", (Chinese.text().list.stage_name)(*stage))
        }
        Flaw::Country(text) => format!("“{text}”不是国家，请填写国家名称或代码，例如 DE"),
        Flaw::CountryShared { text, countries, first_read } => {
            let [one, other] = countries.map(|country| country::name(country, Chinese));
            if *first_read {
                format!("“{text}”已读作{one}，但也可能是{other}，请核对")
            } else {
                format!("“{text}”可能是{one}或{other}，请写明是哪一个")
            }
        }
        Flaw::Language(text) => format!("“{text}”不是语言，请填写语言名称或代码，例如 de"),
        Flaw::Email(text) => format!("“{text}”不是邮箱地址，或含有其他内容"),
        Flaw::Unanswered(text) => format!("“{text}”不是客户未回复次数，请填写 0、1、2…"),
        Flaw::CellError { column, text } => format!("单元格出错（{}）：{text}，请更正", name(column)),
        Flaw::Unsaved { column } => {
            format!("单元格是公式，文件中没有存下结果（{}），请用 Excel 打开并保存一次", name(column))
        }
        Flaw::DigitsLost { column, text } => {
            format!("“{text}”（{}）丢失了数字，请将该列设为文本格式后重新填写", name(column))
        }
        Flaw::BecameDate { column, text } => {
            format!("“{text}”（{}）已被表格变成日期，请将该列设为文本格式后重新填写", name(column))
        }
        Flaw::SeveralDeals { deals } => format!("有 {deals} 个订单符合此行，请补上 PI 编号"),
        Flaw::OtherBuyer { row, pi } => format!("第 {row} 行的 {pi} 属于另一位客户，请更正其中一个"),
        Flaw::OtherCurrency { row, pi } => format!("第 {row} 行的 {pi} 是另一种货币，请更正其中一个"),
    }
}
