//! Words of the import preview about the list itself: where it was found, what it leaves open, what stays out.

mod kinds;

use self::kinds::{left_out_chinese, left_out_english, noticed_chinese, noticed_english};
use crate::domain::import::preview::FlawKind;

pub struct PreviewText {
    pub source: &'static str,
    pub sheet: &'static str,
    /// The sheets that are not read.
    pub sheets_left: fn(&[String]) -> String,
    pub encoding: &'static str,
    /// An encoding by its name, as people know it.
    pub encoding_name: fn(&str) -> String,
    /// How the header reads in the encoding.
    pub reads: fn(&str) -> String,
    pub header_row: &'static str,
    pub row: fn(u32) -> String,
    /// The number of rows above the header.
    pub above: fn(u32) -> String,
    pub unknown_columns: &'static str,
    pub unknown_columns_note: &'static str,
    pub keep_in_notes: &'static str,
    pub statuses: &'static str,
    /// A status, and the number of rows that have it.
    pub status: fn(&str, usize) -> String,
    pub remembered: &'static str,
    /// The number of PI numbers that are on several rows.
    pub same_pi: fn(usize) -> String,
    /// The sum of those rows.
    pub together: fn(&str) -> String,
    pub one_deal: &'static str,
    pub separate_deals: &'static str,
    /// The number of things to know about rows that come in.
    pub noticed: fn(usize) -> String,
    pub copy_noticed: &'static str,
    pub noticed_kind: fn(&FlawKind) -> String,
    pub left_out_kind: fn(&FlawKind) -> String,
    pub save_left_out: &'static str,
    pub leave_out: &'static str,
    /// After the import: the number of rows that were left out, and the file.
    pub left_out: fn(usize, &str) -> String,
    /// The header of the reasons in the saved table.
    pub why_left_out: &'static str,
    /// What the file of the rows is called, from the name of the list.
    pub left_out_file: fn(&str) -> String,
    /// Where two versions are compared.
    pub answers: &'static str,
}

pub const ENGLISH: PreviewText = PreviewText {
    source: "Where the list is",
    sheet: "Sheet",
    sheets_left: |sheets| format!("Not read: {}.", sheets.join(", ")),
    encoding: "Characters",
    encoding_name: |name| {
        known_encoding(name)
            .map_or_else(|| name.to_owned(), |(shown, english, _)| format!("{english} ({shown})"))
    },
    reads: |header| format!("Reads: {header}"),
    header_row: "Column names",
    row: |row| format!("Row {row}"),
    above: |rows| {
        if rows == 1 {
            "The row above is skipped.".to_owned()
        } else {
            format!("The {rows} rows above are skipped.")
        }
    },
    unknown_columns: "Columns that are not known",
    unknown_columns_note: "What are they? What you keep stands in the deal’s notes, with the name of its column.",
    keep_in_notes: "Keep in the notes",
    statuses: "Which stage do these statuses mean?",
    status: |word, rows| if rows == 1 { format!("{word} (1 row)") } else { format!("{word} ({rows} rows)") },
    remembered: "Your answers are remembered for the next list with the same columns.",
    same_pi: |orders| match orders {
        1 => "One PI number is on several rows. Is that one deal?".to_owned(),
        several => format!("{several} PI numbers are on several rows each. Is each one deal?"),
    },
    together: |sum| format!("together {sum}"),
    one_deal: "One deal, the amounts added up",
    separate_deals: "A deal for each row",
    noticed: |count| {
        if count == 1 { "1 cell to check".to_owned() } else { format!("{count} cells to check") }
    },
    copy_noticed: "Copy the cells to check",
    noticed_kind: noticed_english,
    left_out_kind: left_out_english,
    save_left_out: "Save what was left out",
    leave_out: "Leave them out",
    left_out: |rows, file| {
        let rows = if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
        format!(
            "{rows} of “{file}” did not come in. Save them with the reasons, mend them, and import that file."
        )
    },
    why_left_out: "Why it was left out",
    left_out_file: |list| format!("{list} left out"),
    answers: "Answers about lists",
};

pub const CHINESE: PreviewText = PreviewText {
    source: "表格位置",
    sheet: "工作表",
    sheets_left: |sheets| format!("未读取：{}。", sheets.join("、")),
    encoding: "文字编码",
    encoding_name: |name| {
        known_encoding(name)
            .map_or_else(|| name.to_owned(), |(shown, _, chinese)| format!("{chinese}（{shown}）"))
    },
    reads: |header| format!("读出来是：{header}"),
    header_row: "表头所在行",
    row: |row| format!("第 {row} 行"),
    above: |rows| format!("上方 {rows} 行已略过。"),
    unknown_columns: "不认识的列",
    unknown_columns_note: "这些列是什么？保留的内容会连同列名写入订单备注。",
    keep_in_notes: "保留在备注中",
    statuses: "这些状态各属于哪个阶段？",
    status: |word, rows| format!("{word}（{rows} 行）"),
    remembered: "您的回答会被记住，下次导入相同列名的表格时不再询问。",
    same_pi: |orders| match orders {
        1 => "有一个 PI 编号出现在多行，是同一个订单吗？".to_owned(),
        several => format!("有 {several} 个 PI 编号各出现在多行，各自是同一个订单吗？"),
    },
    together: |sum| format!("合计 {sum}"),
    one_deal: "是一个订单，金额相加",
    separate_deals: "每行是一个订单",
    noticed: |count| format!("{count} 个单元格请核对"),
    copy_noticed: "复制需核对的内容",
    noticed_kind: noticed_chinese,
    left_out_kind: left_out_chinese,
    save_left_out: "保存未导入的行",
    leave_out: "不需要",
    left_out: |rows, file| format!("“{file}”中有 {rows} 行未导入。可将这些行连同原因保存，改好后再导入。"),
    why_left_out: "未导入的原因",
    left_out_file: |list| format!("{list} 未导入的行"),
    answers: "关于导入表格的回答",
};

/// The usual spelling of an encoding, and whose letters it has, in English and Chinese.
fn known_encoding(name: &str) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match name {
        "utf-8" => ("UTF-8", "All languages", "所有语言"),
        "utf-16le" => ("UTF-16", "All languages", "所有语言"),
        "utf-16be" => ("UTF-16BE", "All languages", "所有语言"),
        "gb18030" | "gbk" => ("GB18030", "Simplified Chinese", "简体中文"),
        "big5" => ("Big5", "Traditional Chinese", "繁体中文"),
        "euc-kr" => ("EUC-KR", "Korean", "韩文"),
        "shift_jis" => ("Shift_JIS", "Japanese", "日文"),
        "euc-jp" => ("EUC-JP", "Japanese", "日文"),
        "windows-1250" => ("Windows-1250", "Central European", "中欧语言"),
        "windows-1251" => ("Windows-1251", "Cyrillic", "俄文等西里尔文"),
        "windows-1252" => ("Windows-1252", "Western European", "西欧语言"),
        "windows-1253" => ("Windows-1253", "Greek", "希腊文"),
        "windows-1254" => ("Windows-1254", "Turkish", "土耳其文"),
        "windows-1255" => ("Windows-1255", "Hebrew", "希伯来文"),
        "windows-1256" => ("Windows-1256", "Arabic", "阿拉伯文"),
        "windows-1257" => ("Windows-1257", "Baltic", "波罗的海语言"),
        "windows-1258" => ("Windows-1258", "Vietnamese", "越南文"),
        "windows-874" => ("Windows-874", "Thai", "泰文"),
        _unlisted => return None,
    })
}
