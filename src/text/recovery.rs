//! Words for when something is in the way: a document that cannot be opened or changed, a save that fails, closing.

use super::Language::{self, Chinese, English};
use super::format::deals;
use super::problems::because;
use crate::domain::problem::{Cause, Damage, OpenProblem};

pub struct RecoveryText {
    pub missing: &'static str,
    pub start_empty: &'static str,
    pub later_work: &'static str,
    /// In whose deal the damage is.
    pub in_deal: fn(&str) -> String,
    pub your_edit: &'static str,
    /// How many deals a file with a wrong checksum holds.
    pub still_readable: fn(usize) -> String,
    pub accept: &'static str,
    pub look: &'static str,
    pub copy_damaged: &'static str,
    pub open_another: &'static str,
    pub looking: &'static str,
    pub unlisted: fn(&Cause) -> String,
    pub bad_backup: fn(&OpenProblem) -> String,
    /// Where the damaged file is, after a restore.
    pub kept_as: fn(&str) -> String,
    pub changed_meanwhile: &'static str,
    pub newer: fn(usize) -> String,
    /// When the backup that is looked at was made.
    pub looking_at: fn(&str) -> String,
    pub back_to_document: &'static str,
    pub held_advice: &'static str,
    pub save_copy: &'static str,
    pub saved_at: fn(&str) -> String,
    pub nothing_to_save: &'static str,
    pub rescued: &'static str,
    pub show_difference: &'static str,
    pub use_it: &'static str,
    pub closing: &'static str,
}

pub const ENGLISH: RecoveryText = RecoveryText {
    missing: "This document is missing: it was deleted or moved. Its backups are still here.",
    start_empty: "Start empty here",
    later_work: "Work done after the time of a backup is not in it.",
    in_deal: |buyer| format!("It is in the deal of {buyer}."),
    your_edit: "Did you change the file yourself?",
    still_readable: |count| {
        format!("It can still be read and holds {}. If the change is yours, keep it.", deals(count, English))
    },
    accept: "Accept my change",
    look: "Look at it",
    copy_damaged: "Save a copy of this file…",
    open_another: "Open another document…",
    looking: "Reading the backups…",
    unlisted: |cause| format!("The backups cannot be listed: {}.", because(cause, English)),
    bad_backup: |problem| format!("Cannot be used: {}", wrong(problem, English)),
    kept_as: |path| format!("Restored. The damaged file is kept as {path}"),
    changed_meanwhile: "The file was changed again meanwhile. Look at it once more.",
    newer: |left_out| {
        let rest = match left_out {
            0 => String::new(),
            1 => " 1 deal cannot be shown.".to_owned(),
            some => format!(" {some} deals cannot be shown."),
        };
        format!(
            "A newer Icebreak wrote this document, so it can only be read here.{rest} Update Icebreak to change it."
        )
    },
    looking_at: |when| format!("You are looking at the backup of {when}. Nothing is changed."),
    back_to_document: "Back to the document",
    held_advice: "Close it there, then try again.",
    save_copy: "Save a copy…",
    saved_at: |time| format!("Saved at {time}"),
    nothing_to_save: "Nothing was changed since it was opened",
    rescued: "A save was interrupted last time; its newer state is kept.",
    show_difference: "Show difference",
    use_it: "Use it",
    closing: "Saving before closing…",
};

pub const CHINESE: RecoveryText = RecoveryText {
    missing: "文档不见了：可能被删除或移走。它的备份还在。",
    start_empty: "在此处新建空白文档",
    later_work: "备份中不包含备份时间之后的改动。",
    in_deal: |buyer| format!("位置在 {buyer} 的订单中。"),
    your_edit: "文件是您自己改的吗？",
    still_readable: |deals| format!("内容仍可读取，共 {deals} 个订单。如果是您改的，可以保留。"),
    accept: "接受我的修改",
    look: "查看",
    copy_damaged: "把此文件另存一份…",
    open_another: "打开其他文档…",
    looking: "正在读取备份…",
    unlisted: |cause| format!("无法列出备份：{}。", because(cause, Chinese)),
    bad_backup: |problem| format!("不可用：{}", wrong(problem, Chinese)),
    kept_as: |path| format!("已恢复。损坏的文件保留为 {path}"),
    changed_meanwhile: "文件刚才又被改动，请重新查看。",
    newer: |left_out| {
        let rest =
            if left_out == 0 { String::new() } else { format!("有 {left_out} 个订单无法显示。") };
        format!("此文档由更新版本的 Icebreak 写成，这里只能查看。{rest}要修改请先升级。")
    },
    looking_at: |when| format!("正在查看 {when} 的备份，不会改动任何内容。"),
    back_to_document: "返回文档",
    held_advice: "请先在那边关闭，再重试。",
    save_copy: "另存副本…",
    saved_at: |time| format!("保存于 {time}"),
    nothing_to_save: "打开后没有修改",
    rescued: "上次保存被中断，较新的内容已保留。",
    show_difference: "查看差异",
    use_it: "使用它",
    closing: "正在保存，随后关闭…",
};

/// What is wrong with a document, in one or two sentences.
pub fn wrong(problem: &OpenProblem, language: Language) -> String {
    match (problem, language) {
        (OpenProblem::NotThere, English) => "The file is not there. Check the path.".to_owned(),
        (OpenProblem::NotThere, Chinese) => "文件不存在，请检查路径。".to_owned(),
        (OpenProblem::Unreadable(cause), English) => {
            format!("The file cannot be read: {}.", because(cause, English))
        }
        (OpenProblem::Unreadable(cause), Chinese) => format!("文件无法读取：{}。", because(cause, Chinese)),
        (OpenProblem::Damaged { damage, .. }, English) => damaged(damage),
        (OpenProblem::Damaged { damage, .. }, Chinese) => damaged_chinese(damage),
        (OpenProblem::Foreign, English) => {
            "This is not an Icebreak document. Deals in a table can be imported from .csv or .xlsx."
                .to_owned()
        }
        (OpenProblem::Foreign, Chinese) => {
            "这不是 Icebreak 文档。表格中的订单可以用 .csv 或 .xlsx 导入。".to_owned()
        }
        (OpenProblem::Newer { .. }, English) => {
            "A newer Icebreak wrote it. Update Icebreak to open it.".to_owned()
        }
        (OpenProblem::Newer { .. }, Chinese) => "它由更新版本的 Icebreak 写成，请升级后再打开。".to_owned(),
    }
}

fn damaged(damage: &Damage) -> String {
    match damage {
        Damage::Empty => "The file is empty.".to_owned(),
        Damage::CutOff { line } => {
            format!("The end is missing: the file breaks off in line {line}. Copying or a full disk may have cut it.")
        }
        Damage::NotText(_) => {
            "Part of the file is not text: it was overwritten, or another program saved it differently.".to_owned()
        }
        Damage::NotJson { line, .. } => {
            format!("Something in line {line} does not belong there, such as a missing quotation mark or comma.")
        }
        Damage::DoubleField { line, .. } => {
            format!("In line {line} the same thing is said twice, so it is unclear which is right.")
        }
        Damage::NoVersion => "Its beginning was changed: the version of the format is missing.".to_owned(),
        Damage::NoChecksum | Damage::Checksum => {
            "The file was changed after Icebreak saved it: by hand, by another program, or by a fault of the disk."
                .to_owned()
        }
        Damage::Field { line, .. } => {
            format!("In line {line} something stands that cannot be right, such as a date that does not exist.")
        }
        Damage::DealId(_) => "A deal was copied or renamed within the file, so it is there under two names.".to_owned(),
    }
}

pub(super) fn damaged_chinese(damage: &Damage) -> String {
    match damage {
        Damage::Empty => "文件是空的。".to_owned(),
        Damage::CutOff { line } => {
            format!("文件不完整，在第 {line} 行中断。可能是复制中断或磁盘已满造成的。")
        }
        Damage::NotText(_) => "文件中有一部分不是文本：可能被覆盖，或被其他程序以别的方式保存。".to_owned(),
        Damage::NotJson { line, .. } => format!("第 {line} 行有多余或缺少的符号，例如引号或逗号。"),
        Damage::DoubleField { line, .. } => format!("第 {line} 行有内容重复，无法判断哪个正确。"),
        Damage::NoVersion => "文件开头被改动：缺少格式版本。".to_owned(),
        Damage::NoChecksum | Damage::Checksum => {
            "文件在 Icebreak 保存之后被改动过：可能是手动修改、其他程序所为，或磁盘出错。".to_owned()
        }
        Damage::Field { line, .. } => format!("第 {line} 行有不可能的内容，例如不存在的日期。"),
        Damage::DealId(_) => "文件中有订单被复制或改名，出现了两个不同的编号。".to_owned(),
    }
}

/// What a person can do where saving failed.
pub fn advice(cause: &Cause, language: Language) -> &'static str {
    match (cause, language) {
        (Cause::NoSpace, English) => "Free some space and try again.",
        (Cause::NoSpace, Chinese) => "请腾出空间后重试。",
        (Cause::Denied | Cause::ReadOnly, English) => "Allow writing there, or save a copy elsewhere.",
        (Cause::Denied | Cause::ReadOnly, Chinese) => "请允许写入，或把副本存到别处。",
        (Cause::Gone, English) => "Connect the drive or bring the folder back, then try again.",
        (Cause::Gone, Chinese) => "请接好磁盘或恢复文件夹，然后重试。",
        (Cause::NotAFile, English) => {
            "Something else has its name. Move that away, or save a copy elsewhere."
        }
        (Cause::NotAFile, Chinese) => "有别的东西占用了这个名称。请移开它，或把副本存到别处。",
        (Cause::InUse, English) => "Close that program and try again.",
        (Cause::InUse, Chinese) => "请关闭那个程序后重试。",
        (Cause::Name, English) => "Choose a shorter and simpler name.",
        (Cause::Name, Chinese) => "请换一个较短、较简单的名称。",
        (Cause::TooLarge | Cause::Other(_), English) => "Try again, or save a copy elsewhere.",
        (Cause::TooLarge | Cause::Other(_), Chinese) => "请重试，或把副本存到别处。",
    }
}
