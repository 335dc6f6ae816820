//! Words of the import preview: what the columns mean, what is asked, what will happen.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::import::warning::Warning;
use crate::domain::import::{DealColumn, Fate};
use crate::domain::typed::amount::{DigitSign, SignMeans};
use crate::domain::typed::date::DayOrder;
use crate::text::Language::{Chinese, English};
use crate::text::{Language, format};

pub struct ImportText {
    pub title: fn(&str) -> String,
    pub reading: fn(&str) -> String,
    pub refused: &'static str,
    pub another: &'static str,
    pub go_back: &'static str,
    pub questions: &'static str,
    pub who_wrote: fn(&str) -> String,
    pub they_wrote: &'static str,
    pub we_wrote: &'static str,
    /// Nobody in particular wrote: the column is kept in the notes.
    pub neither: &'static str,
    pub leave_out: &'static str,
    pub kept_until: &'static str,
    pub which_day: fn(&str, &str) -> String,
    pub day: fn(DayOrder, NaiveDate) -> String,
    pub days_known: fn(&str, DayOrder, &str) -> String,
    pub which_amount: fn(&str) -> String,
    pub reads_as: fn(SignMeans, DigitSign, Decimal) -> String,
    pub sign_known: fn(DigitSign, &str) -> String,
    pub rows_wait: &'static str,
    pub columns: &'static str,
    pub columns_note: &'static str,
    pub column: fn(DealColumn) -> &'static str,
    pub unnamed: fn(usize) -> String,
    pub taken: fn(DealColumn, &str) -> String,
    pub not_answered: &'static str,
    pub no_buyer: &'static str,
    pub first_rows: &'static str,
    pub row: &'static str,
    pub fate: fn(Fate) -> &'static str,
    pub counts: fn(&OutcomeCounts) -> String,
    pub more_rows: fn(usize) -> String,
    /// The number of existing deals that would change.
    pub changes: fn(usize) -> String,
    pub before_and_after: &'static str,
    pub skipped: fn(usize) -> String,
    pub copy_skipped: &'static str,
    pub duplicates: fn(usize) -> String,
    pub copy_duplicates: &'static str,
    pub warning: fn(&Warning) -> String,
    pub working: &'static str,
    pub import: fn(usize) -> String,
    pub nothing: &'static str,
}

/// The number of rows for each outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutcomeCounts {
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub skipped: usize,
    pub waiting: usize,
}

pub const ENGLISH: ImportText = ImportText {
    title: |file| format!("Import {file}"),
    reading: |file| format!("Reading {file}…"),
    refused: "This file cannot be imported",
    another: "Another file…",
    go_back: "Back",
    questions: "The file does not say",
    who_wrote: |header| format!("“{header}”: who wrote on that day?"),
    they_wrote: "They wrote",
    we_wrote: "We wrote",
    neither: "Neither: keep it in the notes",
    leave_out: "Leave it out",
    kept_until: "Until you answer, this column is only kept in the notes, and says nothing about whose turn it is.",
    which_day: |columns, example| format!("{columns}: which day is {example}?"),
    day: |order, date| {
        let first = match order {
            DayOrder::DayFirst => "day first",
            DayOrder::MonthFirst => "month first",
        };
        format!("{} ({first})", format::date_long(date, English))
    },
    days_known: |column, order, example| {
        let first = match order {
            DayOrder::DayFirst => "the day",
            DayOrder::MonthFirst => "the month",
        };
        format!("{column}: {first} comes first, as {example} shows.")
    },
    which_amount: |example| format!("Amount: how much is {example}?"),
    reads_as: |means, sign, amount| {
        let meaning = match (means, sign) {
            (SignMeans::Decimals, DigitSign::Point) => "decimal point",
            (SignMeans::Decimals, DigitSign::Comma) => "decimal comma",
            (SignMeans::Thousands, DigitSign::Point) => "the point separates thousands",
            (SignMeans::Thousands, DigitSign::Comma) => "the comma separates thousands",
        };
        format!("{} ({meaning})", format::decimal(amount, 2))
    },
    sign_known: |decimals, example| {
        let sign = match decimals {
            DigitSign::Point => "point",
            DigitSign::Comma => "comma",
        };
        format!("Amount: the {sign} is the decimal sign, as {example} shows.")
    },
    rows_wait: "Rows with such a value are not imported until you answer.",
    columns: "Columns",
    columns_note: "Check what each column of the file is read as, and change what is wrong.",
    column: |column| column_name(column, English),
    unnamed: |number| format!("Column {number}"),
    taken: |column, by| format!("{} (now “{by}”)", column_name(column, English)),
    not_answered: "Not answered yet",
    no_buyer: "Choose the column that names the buyer. Without it nothing can be imported.",
    first_rows: "First rows",
    row: "Row",
    fate: |fate| match fate {
        Fate::Added => "new",
        Fate::Updated => "updated",
        Fate::Unchanged => "unchanged",
        Fate::Skipped => "skipped",
        Fate::Waiting => "waiting",
    },
    counts: |counts| {
        let mut line = format!(
            "{} new, {} updated, {} unchanged, {} skipped",
            counts.added, counts.updated, counts.unchanged, counts.skipped
        );
        match counts.waiting {
            0 => {}
            1 => line.push_str(", 1 waits for your answer"),
            several => line.push_str(&format!(", {several} wait for your answer")),
        }
        line
    },
    changes: |count| {
        if count == 1 {
            "1 deal here would change".to_owned()
        } else {
            format!("{count} deals here would change")
        }
    },
    before_and_after: "Now → after the import",
    more_rows: |count| {
        if count == 1 { "and 1 more row".to_owned() } else { format!("and {count} more rows") }
    },
    skipped: |count| {
        if count == 1 { "1 row is skipped".to_owned() } else { format!("{count} rows are skipped") }
    },
    copy_skipped: "Copy the skipped rows",
    duplicates: |count| format!("To check before you import: {count}"),
    copy_duplicates: "Copy these lines",
    warning: |warning| warned(warning, English),
    working: "Working it out…",
    import: |count| if count == 1 { "Import 1 deal".to_owned() } else { format!("Import {count} deals") },
    nothing: "Nothing to import",
};

pub const CHINESE: ImportText = ImportText {
    title: |file| format!("导入 {file}"),
    reading: |file| format!("正在读取 {file}…"),
    refused: "无法导入此文件",
    another: "换一个文件…",
    go_back: "返回",
    questions: "文件中没有说明，请您确认",
    who_wrote: |header| format!("“{header}”是哪一方写信的日期？"),
    they_wrote: "客户来信",
    we_wrote: "我方去信",
    neither: "都不是，保留在备注中",
    leave_out: "不导入此列",
    kept_until: "在您回答之前，此列只保留在备注中，不会用来判断该谁回复。",
    which_day: |columns, example| format!("{columns}：{example} 是哪一天？"),
    day: |order, date| {
        let first = match order {
            DayOrder::DayFirst => "先日后月",
            DayOrder::MonthFirst => "先月后日",
        };
        format!("{}（{first}）", format::date_long(date, Chinese))
    },
    days_known: |column, order, example| {
        let first = match order {
            DayOrder::DayFirst => "先日后月",
            DayOrder::MonthFirst => "先月后日",
        };
        format!("{column}：由 {example} 可知，日期写法是{first}。")
    },
    which_amount: |example| format!("金额：{example} 是多少？"),
    reads_as: |means, sign, amount| {
        let meaning = match (means, sign) {
            (SignMeans::Decimals, DigitSign::Point) => "点是小数点",
            (SignMeans::Decimals, DigitSign::Comma) => "逗号是小数点",
            (SignMeans::Thousands, DigitSign::Point) => "点是千位分隔符",
            (SignMeans::Thousands, DigitSign::Comma) => "逗号是千位分隔符",
        };
        format!("{}（{meaning}）", format::decimal(amount, 2))
    },
    sign_known: |decimals, example| {
        let sign = match decimals {
            DigitSign::Point => "点",
            DigitSign::Comma => "逗号",
        };
        format!("金额：由 {example} 可知，{sign}后面是小数。")
    },
    rows_wait: "在您回答之前，含有此类值的行不会导入。",
    columns: "列的对应关系",
    columns_note: "请核对文件中每一列对应的内容，有误请更改。",
    column: |column| column_name(column, Chinese),
    unnamed: |number| format!("第 {number} 列"),
    taken: |column, by| format!("{}（现为“{by}”）", column_name(column, Chinese)),
    not_answered: "尚未回答",
    no_buyer: "请选择哪一列是客户；没有客户列就无法导入。",
    first_rows: "前几行",
    row: "行",
    fate: |fate| match fate {
        Fate::Added => "新增",
        Fate::Updated => "更新",
        Fate::Unchanged => "不变",
        Fate::Skipped => "跳过",
        Fate::Waiting => "待回答",
    },
    counts: |counts| {
        let mut line = format!(
            "新增 {}，更新 {}，不变 {}，跳过 {}",
            counts.added, counts.updated, counts.unchanged, counts.skipped
        );
        if counts.waiting > 0 {
            line.push_str(&format!("，{} 行待您回答", counts.waiting));
        }
        line
    },
    changes: |count| format!("{count} 个已有订单将被修改"),
    before_and_after: "现在 → 导入后",
    more_rows: |count| format!("还有 {count} 行"),
    skipped: |count| format!("跳过 {count} 行"),
    copy_skipped: "复制被跳过的行",
    duplicates: |count| format!("导入前请核对：{count} 处"),
    copy_duplicates: "复制这些内容",
    warning: |warning| warned(warning, Chinese),
    working: "正在计算…",
    import: |count| format!("导入 {count} 个订单"),
    nothing: "没有可导入的内容",
};

/// The columns of a table of deals, as people call them.
pub fn column_name(column: DealColumn, language: Language) -> &'static str {
    let (english, chinese) = match column {
        DealColumn::Buyer => ("Buyer", "客户"),
        DealColumn::Contact => ("Contact", "联系人"),
        DealColumn::Email => ("E-mail", "邮箱"),
        DealColumn::Phone => ("Phone", "电话"),
        DealColumn::Country => ("Country", "国家"),
        DealColumn::City => ("City", "城市"),
        DealColumn::Language => ("Language", "语言"),
        DealColumn::Product => ("Product", "产品"),
        DealColumn::Quantity => ("Quantity", "数量"),
        DealColumn::Currency => ("Currency", "币种"),
        DealColumn::Amount => ("Amount", "金额"),
        DealColumn::Pi => ("PI number", "PI 编号"),
        DealColumn::Stage => ("Stage", "阶段"),
        DealColumn::LastInbound => ("They last wrote", "客户最后来信"),
        DealColumn::LastOutbound => ("We last wrote", "我方最后去信"),
        DealColumn::WaitingSince => ("Waiting since", "等待起始日"),
        DealColumn::Unanswered => ("Unanswered messages", "客户未回复次数"),
        DealColumn::ValidUntil => ("Quotation valid until", "报价有效期至"),
        DealColumn::ShipBy => ("Ship by", "最迟装运日"),
        DealColumn::Incoterm => ("Incoterm and place", "贸易术语及地点"),
        DealColumn::PaymentTerms => ("Payment terms", "付款条件"),
        DealColumn::Notes => ("Notes", "备注"),
        DealColumn::Tags => ("Tags", "标签"),
    };
    match language {
        English => english,
        Chinese => chinese,
    }
}

fn warned(warning: &Warning, language: Language) -> String {
    match (warning, language) {
        (Warning::Beside { row, buyer, product, deals, known }, English) => {
            let product = if product.is_empty() { String::new() } else { format!(" ({product})") };
            let there = match (*deals, known.as_str()) {
                (1, "") => "there is a deal already".to_owned(),
                (1, known) => format!("there is a deal already ({known})"),
                (several, "") => format!("there are {several} deals already"),
                (several, known) => format!("there are {several} deals already ({known}, …)"),
            };
            format!("Row {row}: {buyer}{product}: {there}; this adds another one.")
        }
        (Warning::Beside { row, buyer, product, deals, known }, Chinese) => {
            // Chinese text needs a space next to a Latin name; a full-width bracket includes its own.
            let product = if product.is_empty() { " ".to_owned() } else { format!("（{product}）") };
            let known = match (*deals, known.as_str()) {
                (_, "") => String::new(),
                (1, known) => format!("（{known}）"),
                (_, known) => format!("（{known} 等）"),
            };
            format!("第 {row} 行：{buyer}{product}已有 {deals} 个订单{known}，将另外新增一个。")
        }
        (Warning::SameDeal { row, earlier, buyer }, English) => {
            format!("Row {row}: {buyer}: the same deal as row {earlier}; this row counts.")
        }
        (Warning::SameDeal { row, earlier, buyer }, Chinese) => {
            format!("第 {row} 行：{buyer} 与第 {earlier} 行是同一个订单，以本行为准。")
        }
        (Warning::Line { row, earlier, buyer, pi, sum }, English) => {
            let sum = format::decimal(*sum, 2);
            format!("Row {row}: {buyer}: a further line of {pi} beside row {earlier}; together {sum}.")
        }
        (Warning::Line { row, earlier, buyer, pi, sum }, Chinese) => {
            let sum = format::decimal(*sum, 2);
            format!("第 {row} 行：{buyer} 的 {pi} 在第 {earlier} 行已有一项，合为一个订单，合计 {sum}。")
        }
        (Warning::TwoOrders { row, earlier, buyer }, English) => {
            format!(
                "Row {row}: {buyer}: the same goods as row {earlier} for another amount; taken as another order."
            )
        }
        (Warning::TwoOrders { row, earlier, buyer }, Chinese) => {
            format!("第 {row} 行：{buyer} 与第 {earlier} 行产品相同、金额不同，已作为另一个订单。")
        }
        (Warning::Alike { row, buyer, other }, English) => {
            format!("Row {row}: “{buyer}” and “{other}” may be the same company.")
        }
        (Warning::Alike { row, buyer, other }, Chinese) => {
            format!("第 {row} 行：“{buyer}”与“{other}”可能是同一家公司。")
        }
        (Warning::WithdrawnCurrency { row, buyer, old, new }, English) => {
            let (old, new) = (old.code(), new.code());
            format!(
                "Row {row}: {old} of {buyer} was withdrawn; {new} has taken its place. Check currency and amount."
            )
        }
        (Warning::WithdrawnCurrency { row, buyer, old, new }, Chinese) => {
            let (old, new) = (old.code(), new.code());
            format!("第 {row} 行：{buyer} 的币种 {old} 已停用，由 {new} 取代。请核对币种和金额。")
        }
        (Warning::HiddenSigns { row, buyer }, English) => {
            format!(
                "Row {row}: {buyer}: the e-mail address contains characters that cannot be seen; check it before you write."
            )
        }
        (Warning::HiddenSigns { row, buyer }, Chinese) => {
            format!("第 {row} 行：{buyer} 的邮箱地址含有看不见的字符，写信前请核对。")
        }
    }
}
