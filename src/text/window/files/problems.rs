//! What can go wrong with files and imports, in words that say what to do.

use super::causes::{advice, because, wrong};
use crate::domain::files::export_problem::{EmlProblem, ExportProblem, WriteProblem};
use crate::domain::files::problem::{FileWarning, Holder, OpenProblem, SaveProblem};
use crate::domain::import::DealColumn;
use crate::domain::import::problem::{
    ChoiceIn, Chosen, ForeignKind, ImportProblem, MEGABYTE, Measure, SkippedRow, WarnedRow,
};
use crate::text::Language::{Chinese, English};
use crate::text::window::flaws;
use crate::text::window::import::column_name;
use crate::text::{Language, format};

pub struct Problems {
    pub open: fn(&OpenProblem) -> String,
    pub save: fn(&SaveProblem) -> String,
    pub warning: fn(&FileWarning) -> String,
    pub held: fn(Option<&Holder>) -> String,
    pub import: fn(&ImportProblem) -> String,
    pub skipped: fn(&SkippedRow) -> String,
    /// What is to know about a row that comes in.
    pub warned: fn(&WarnedRow) -> String,
    /// An exported file could not be written; the reason and the file's name.
    pub write: fn(&WriteProblem, &str) -> String,
    pub table: fn(&ExportProblem, &str) -> String,
    pub mail: fn(&EmlProblem, &str) -> String,
    pub not_opened: &'static str,
    pub backups: &'static str,
    pub no_backups: &'static str,
    pub deals: fn(usize) -> String,
    pub restore: &'static str,
    pub restore_keeps: &'static str,
    pub start_elsewhere: &'static str,
    pub export_format: &'static str,
}

pub const ENGLISH: Problems = Problems {
    open: |problem| wrong(problem, English),
    save: |problem| save(problem, English),
    warning: |warning| file_warning(warning, English),
    held: |holder| held(holder, English),
    import: |problem| import(problem, English),
    skipped: |SkippedRow { row, flaw }| flaws::of_row(*row, flaw, English),
    warned: |WarnedRow { row, flaw }| flaws::of_warned_row(*row, flaw, English),
    write: |why, name| not_written(why, name),
    table: |why, name| not_written(&table_english(why), name),
    mail: |why, name| not_written(why, name),
    not_opened: "This document could not be opened. Icebreak has not touched it.",
    backups: "Backups",
    no_backups: "There is no backup of this document.",
    deals: |count| format::deals(count, English),
    restore: "Restore",
    restore_keeps: "When you restore, the present file is kept in the same folder under another name.",
    start_elsewhere: "Start a new document elsewhere…",
    export_format: "Choose a name that ends in .csv or .xlsx.",
};

pub const CHINESE: Problems = Problems {
    open: |problem| wrong(problem, Chinese),
    save: |problem| save(problem, Chinese),
    warning: |warning| file_warning(warning, Chinese),
    held: |holder| held(holder, Chinese),
    import: |problem| import(problem, Chinese),
    skipped: |SkippedRow { row, flaw }| flaws::of_row(*row, flaw, Chinese),
    warned: |WarnedRow { row, flaw }| flaws::of_warned_row(*row, flaw, Chinese),
    write: |why, name| not_written_chinese(&write_chinese(why), name),
    table: |why, name| not_written_chinese(&table_chinese(why), name),
    mail: |why, name| not_written_chinese(&mail_chinese(why), name),
    not_opened: "无法打开此文档。Icebreak 没有改动它。",
    backups: "备份",
    no_backups: "此文档没有备份。",
    deals: |count| format::deals(count, Chinese),
    restore: "恢复",
    restore_keeps: "恢复时，现有的文件会改名保留在同一文件夹中。",
    start_elsewhere: "在其他位置新建文档…",
    export_format: "请使用以 .csv 或 .xlsx 结尾的文件名。",
};

/// Why a document could not be saved, and what to do.
pub fn save(problem: &SaveProblem, language: Language) -> String {
    match (problem, language) {
        (SaveProblem::System(cause), English) => {
            format!("Not saved: {}. {}", because(cause, English), advice(cause, English))
        }
        (SaveProblem::System(cause), Chinese) => {
            format!("未能保存：{}。{}", because(cause, Chinese), advice(cause, Chinese))
        }
        (SaveProblem::ChangedOutside, English) => {
            "Another program changed the file, so it was not overwritten. Save under another name.".to_owned()
        }
        (SaveProblem::ChangedOutside, Chinese) => {
            "其他程序修改了文件，因此没有覆盖。请另存为其他名称。".to_owned()
        }
        (SaveProblem::Exists, English) => {
            "A file with this name is there already. Choose another name.".to_owned()
        }
        (SaveProblem::Exists, Chinese) => "已有同名文件，请换一个名称。".to_owned(),
        (SaveProblem::Locked(holder), _language) => held(holder.as_ref(), language),
        (SaveProblem::NotReproducible, English) => {
            "Not saved: what was written could not be read back, so the file was left as it was. Save under another name, and report this.".to_owned()
        }
        (SaveProblem::NotReproducible, Chinese) => {
            "未能保存：写出的内容无法正确读回，因此原文件未作改动。请另存为其他名称，并反馈此问题。".to_owned()
        }
        (SaveProblem::KeptBeside(path), English) => {
            format!("The file could not be replaced; everything is saved as {}.", path.display())
        }
        (SaveProblem::KeptBeside(path), Chinese) => {
            format!("无法替换原文件，内容已完整保存为 {}。", path.display())
        }
        (SaveProblem::TakesLong, English) => {
            "Saving is taking a long time. Wait, or save under another name.".to_owned()
        }
        (SaveProblem::TakesLong, Chinese) => "保存耗时较长。请稍候，或另存为其他名称。".to_owned(),
        (SaveProblem::Stopped, English) => "Saving has stopped. Save under another name.".to_owned(),
        (SaveProblem::Stopped, Chinese) => "保存已停止，请另存为其他名称。".to_owned(),
    }
}

fn file_warning(warning: &FileWarning, language: Language) -> String {
    match (warning, language) {
        (FileWarning::NotLocked(_), English) => {
            "In this folder Icebreak cannot tell whether the document is open elsewhere: do not open it in two windows.".to_owned()
        }
        (FileWarning::NotLocked(_), Chinese) => {
            "在此文件夹中无法检测文档是否已在别处打开，请勿在两个窗口中同时打开。".to_owned()
        }
        (FileWarning::FolderNotSynced(_), English) => {
            "Saved, but a power cut could bring the old file back.".to_owned()
        }
        (FileWarning::FolderNotSynced(_), Chinese) => "已保存，但若此时断电，可能恢复为旧文件。".to_owned(),
        (FileWarning::NoBackup(cause), English) => {
            format!("Saved, but no backup could be made: {}.", because(cause, English))
        }
        (FileWarning::NoBackup(cause), Chinese) => {
            format!("已保存，但未能备份：{}。", because(cause, Chinese))
        }
        (FileWarning::Rescued(path), English) => {
            format!("Saving was interrupted last time; the newer version is kept as {}.", path.display())
        }
        (FileWarning::Rescued(path), Chinese) => {
            format!("上次保存被中断，较新的版本已保存为 {}。", path.display())
        }
        (FileWarning::KeptAside(path), English) => {
            format!("A settings file could not be read and was kept as {}.", path.display())
        }
        (FileWarning::KeptAside(path), Chinese) => format!("设置文件无法读取，已改名保留为 {}。", path.display()),
    }
}

fn held(holder: Option<&Holder>, language: Language) -> String {
    let whose = holder.map(|holder| holder.host.as_str()).filter(|host| !host.is_empty());
    match (whose, language) {
        (Some(host), English) => format!("Open in another window on {host}: here it can only be read."),
        (Some(host), Chinese) => format!("已在电脑 {host} 的另一个窗口中打开，这里只能查看。"),
        (None, English) => "Open in another window: here it can only be read.".to_owned(),
        (None, Chinese) => "已在另一个窗口中打开，这里只能查看。".to_owned(),
    }
}

fn import(problem: &ImportProblem, language: Language) -> String {
    match (problem, language) {
        (ImportProblem::Pack(problem), English) => {
            format!("Nothing was imported: {}.", super::causes::pack_english(problem))
        }
        (ImportProblem::EncodingInDoubt { encoding, sample }, English) => {
            format!(
                "Nothing was imported: the encoding of the text is not certain. In {encoding} it begins “{sample}”. Save it as CSV UTF-8 or as .xlsx."
            )
        }
        (problem, English) => format!("Nothing was imported: {problem}."),
        (problem, Chinese) => format!("没有导入任何内容：{}。", import_chinese(problem)),
    }
}

fn import_chinese(problem: &ImportProblem) -> String {
    match problem {
        ImportProblem::Unreadable(why) => {
            format!("文件无法读取（{why}），请检查它是否存在、是否被其他程序占用")
        }
        ImportProblem::NotAFile => "这不是文件，请选择 .csv 或 .xlsx 文件".to_owned(),
        ImportProblem::UnknownKind => "无法识别这种文件，请另存为 .csv 或 .xlsx".to_owned(),
        ImportProblem::Foreign(kind) => foreign_chinese(*kind).to_owned(),
        ImportProblem::Empty => "文件中没有表格；数据上方须有一行列名，其中一列是“客户”".to_owned(),
        ImportProblem::NoBuyerColumn(_) => {
            "表头中没有“客户”列（也可写作 buyer、Company、客户公司…），请补上".to_owned()
        }
        ImportProblem::DuplicateColumn { first, second, .. } => {
            format!("“{first}”和“{second}”两列意思相同，请删去一列")
        }
        ImportProblem::TooLarge { what, limit } => {
            format!("文件过大（超过 {}），请拆分", measure(*what, *limit))
        }
        ImportProblem::NotText => "这不是文本文件，请另存为“CSV UTF-8”或 .xlsx".to_owned(),
        ImportProblem::Encoding => "无法识别文件中的文字，请在 Excel 中另存为“CSV UTF-8”或 .xlsx".to_owned(),
        ImportProblem::EncodingInDoubt { encoding, sample } => {
            format!("文件的编码无法确定，按 {encoding} 读取的开头为“{sample}”；请另存为“CSV UTF-8”或 .xlsx")
        }
        ImportProblem::OtherEncoding(encoding) => format!("文件的文字不是 {encoding} 编码，请选择其他编码"),
        ImportProblem::UnknownEncoding(name) => format!("没有名为“{name}”的编码，请选择其他编码"),
        ImportProblem::NoSuchSheet { sheet, sheets } => {
            format!("没有名为“{sheet}”的工作表，现有：{}", sheets.join("、"))
        }
        ImportProblem::NothingToChoose { file, chosen } => {
            let file = match file {
                ChoiceIn::Workbook => "工作簿",
                ChoiceIn::Text => "文本文件",
                ChoiceIn::Pack => "订单包",
            };
            let chosen = match chosen {
                Chosen::Sheet => "工作表",
                Chosen::Encoding => "编码",
                Chosen::Header => "表头行",
            };
            format!("{file}没有可选的{chosen}，请不要指定")
        }
        ImportProblem::NoHeaderThere { row } => format!("第 {row} 行没有内容，请指定列名所在的行"),
        ImportProblem::UnclosedQuote { row } => format!("第 {row} 行的引号没有闭合，请补上"),
        ImportProblem::OldWorkbook => "这是很旧的或其他 Office 格式，请打开后另存为 .xlsx".to_owned(),
        ImportProblem::EncryptedWorkbook => "工作簿有密码保护，请另存一份不带密码的副本".to_owned(),
        ImportProblem::DamagedWorkbook(_) => "工作簿已损坏，请在 Excel 中打开后重新保存".to_owned(),
        ImportProblem::Pack(problem) => super::causes::pack_chinese(problem),
    }
}

fn foreign_chinese(kind: ForeignKind) -> &'static str {
    match kind {
        ForeignKind::Numbers => "这是 Apple Numbers 文件，请在 Numbers 中导出为 Excel（.xlsx）",
        ForeignKind::Pdf => "这是 PDF，请把其中的表格复制到电子表格并另存为 .xlsx",
        ForeignKind::Document => "这是文档或演示文稿，请把其中的表格复制到电子表格并另存为 .xlsx",
        ForeignKind::Picture => "这是图片，请把其中的表格录入电子表格并另存为 .xlsx",
        ForeignKind::WebPage => "这是网页，不是列表，请在 Excel 中打开并另存为 .xlsx",
        ForeignKind::Xml => "这是 XML 文件，请在 Excel 中打开并另存为 .xlsx",
    }
}

fn measure(what: Measure, limit: u64) -> String {
    match what {
        Measure::Bytes => format!("{} MB", limit / MEGABYTE),
        Measure::InflatedBytes => format!("解压后 {} MB", limit / MEGABYTE),
        Measure::Entries => format!("{limit} 个部件"),
        Measure::Sheets => format!("{limit} 个工作表"),
        Measure::Strings => format!("{limit} 段文字"),
        Measure::Rows => format!("{limit} 行"),
        Measure::Columns => format!("{limit} 列"),
        Measure::Cells => format!("{limit} 个单元格"),
        Measure::CellBytes => format!("单个单元格 {} MB", limit / MEGABYTE),
    }
}

fn not_written(why: &impl std::fmt::Display, name: &str) -> String {
    format!("{name} was not written: {why}.")
}

fn not_written_chinese(why: &str, name: &str) -> String {
    format!("{name} 未能写入：{why}。")
}

fn write_chinese(problem: &WriteProblem) -> String {
    match problem {
        WriteProblem::Exists => "已有同名文件，请换一个名称".to_owned(),
        WriteProblem::NoFolder => "文件夹不存在，请先建立或另选".to_owned(),
        WriteProblem::Denied => "没有写入权限，请另选文件夹".to_owned(),
        WriteProblem::Failed(why) => why.clone(),
    }
}

fn table_english(problem: &ExportProblem) -> String {
    let named = |column: &DealColumn| column_name(*column, English);
    match problem {
        ExportProblem::Nul { buyer, column } => {
            format!("{} of {buyer} contains a character that no table can hold; type it again", named(column))
        }
        ExportProblem::TooLongForExcel { buyer, column } => {
            format!(
                "{} of {buyer} has more than 32,767 characters, the most a cell of Excel holds; export .csv",
                named(column)
            )
        }
        ExportProblem::Format(_) => problem.to_string(),
    }
}

fn table_chinese(problem: &ExportProblem) -> String {
    match problem {
        ExportProblem::Nul { buyer, column } => {
            format!("{buyer} 的{}含有表格不能存放的字符，请重新输入", column_name(*column, Chinese))
        }
        ExportProblem::TooLongForExcel { buyer, column } => {
            let column = column_name(*column, Chinese);
            format!("{buyer} 的{column}超过 32,767 个字符，Excel 放不下，请导出 .csv")
        }
        ExportProblem::Format(why) => why.clone(),
    }
}

fn mail_chinese(problem: &EmlProblem) -> String {
    match problem {
        EmlProblem::UnsafeHeader(text) => format!("“{text}”含有换行或控制字符，请删去"),
        EmlProblem::Address(text) => format!("“{text}”不是邮箱地址"),
        EmlProblem::Format(why) => why.clone(),
    }
}
