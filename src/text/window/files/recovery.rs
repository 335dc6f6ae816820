//! Words for problems with a document: it cannot be opened or changed, a save fails, closing.

use super::causes::{because, wrong};
use crate::domain::files::problem::{OpenProblem, SystemRefusal};
use crate::domain::files::salvage::{Lost, LostPart, Salvage};
use crate::text::Language::{Chinese, English};
use crate::text::format::deals;

pub struct RecoveryText {
    pub missing: &'static str,
    pub start_empty: &'static str,
    pub later_work: &'static str,
    /// The buyer whose deal is damaged.
    pub in_deal: fn(&str) -> String,
    pub your_edit: &'static str,
    /// The number of deals in a file with a wrong checksum.
    pub still_readable: fn(usize) -> String,
    pub accept: &'static str,
    pub look: &'static str,
    pub copy_damaged: &'static str,
    pub open_another: &'static str,
    pub looking: &'static str,
    pub unlisted: fn(&SystemRefusal) -> String,
    pub bad_backup: fn(&OpenProblem) -> String,
    /// The name of the damaged file after a restore.
    pub kept_as: fn(&str) -> String,
    pub changed_meanwhile: &'static str,
    pub newer: fn(usize) -> String,
    /// The time of the opened backup.
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
    /// Deals of a damaged document, read one by one.
    pub single_deals: &'static str,
    pub salvage: fn(&Salvage) -> String,
    pub lost: fn(&Lost) -> String,
    /// The number of readable deals, and of all deals if known.
    pub rescue: fn(usize, Option<usize>) -> String,
    pub rescue_keeps: &'static str,
    /// The number of deals, and the file they were written to.
    pub rescued_deals: fn(usize, &str) -> String,
}

pub const ENGLISH: RecoveryText = RecoveryText {
    missing: "This document is missing: it was deleted or moved. Its backups are still here.",
    start_empty: "Start empty here",
    later_work: "Work done after the time of a backup is not in it.",
    in_deal: |buyer| format!("The damage is in the deal of {buyer}."),
    your_edit: "Did you change the file yourself?",
    still_readable: |count| {
        format!("It can still be read and holds {}. If the change is yours, keep it.", deals(count, English))
    },
    accept: "Keep my change",
    look: "Look at it",
    copy_damaged: "Save a copy of this file…",
    open_another: "Open another document…",
    looking: "Reading the backups…",
    unlisted: |cause| format!("The backups cannot be listed: {}.", because(cause, English)),
    bad_backup: |problem| format!("Cannot be used. {}", wrong(problem, English)),
    kept_as: |path| format!("Restored. The damaged file is kept as {path}."),
    changed_meanwhile: "The file has changed again in the meantime. Check it once more.",
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
    rescued: "Saving was interrupted last time, but the newer version was kept.",
    show_difference: "Show difference",
    use_it: "Use the newer version",
    closing: "Saving before closing…",
    single_deals: "Rescue single deals",
    salvage: |salvage| {
        let whole = format!("{} can still be read one by one.", deals(salvage.deals, English));
        let end = if salvage.is_cut_off {
            " The end of the file is missing: what stood there is not counted."
        } else {
            ""
        };
        let lost = if salvage.lost.is_empty() { "" } else { " This could not be read:" };
        format!("{whole}{end}{lost}")
    },
    lost: |lost| {
        let what = match &lost.part {
            LostPart::Deal(Some(buyer)) => format!("the deal of {buyer}"),
            LostPart::Deal(None) => "a deal whose buyer cannot be read".to_owned(),
            LostPart::Settings => "the settings; the usual ones are used".to_owned(),
            LostPart::Library => "the library: your company and your sentences".to_owned(),
        };
        match lost.line {
            Some(line) => format!("Line {line}: {what}"),
            None => format!("Not found: {what}"),
        }
    },
    rescue: |count, all| match all {
        Some(all) => format!("Rescue {count} of {}", deals(all, English)),
        None => format!("Rescue {}", deals(count, English)),
    },
    rescue_keeps: "They go into a new document beside this one. The damaged file stays as it is. Compare amounts and dates with your papers: a figure that was changed by the damage cannot be told from a right one.",
    rescued_deals: |count, path| {
        format!("Rescued {} into {path}. The damaged file is as it was.", deals(count, English))
    },
};

pub const CHINESE: RecoveryText = RecoveryText {
    missing: "找不到此文档：可能已被删除或移走。备份仍在。",
    start_empty: "在此处新建空白文档",
    later_work: "备份中不包含备份之后所做的修改。",
    in_deal: |buyer| format!("损坏处在 {buyer} 的订单中。"),
    your_edit: "文件是您自己改的吗？",
    still_readable: |deals| format!("内容仍可读取，共 {deals} 个订单。如果是您改的，可以保留。"),
    accept: "保留我的修改",
    look: "查看",
    copy_damaged: "将此文件另存为副本…",
    open_another: "打开其他文档…",
    looking: "正在读取备份…",
    unlisted: |cause| format!("无法列出备份：{}。", because(cause, Chinese)),
    bad_backup: |problem| format!("无法使用：{}", wrong(problem, Chinese)),
    kept_as: |path| format!("已恢复。损坏的文件已改名保留为 {path}。"),
    changed_meanwhile: "文件刚才又被修改，请重新核对。",
    newer: |left_out| {
        let rest =
            if left_out == 0 { String::new() } else { format!("有 {left_out} 个订单无法显示。") };
        format!("此文档由更高版本的 Icebreak 保存，这里只能查看。{rest}如需修改，请先升级 Icebreak。")
    },
    looking_at: |when| format!("正在查看 {when} 的备份，不会改动任何内容。"),
    back_to_document: "返回文档",
    held_advice: "请先关闭那个窗口，然后重试。",
    save_copy: "另存为副本…",
    saved_at: |time| format!("保存于 {time}"),
    nothing_to_save: "打开后未作修改",
    rescued: "上次保存被中断，但较新的版本已保留。",
    show_difference: "查看差异",
    use_it: "使用较新的版本",
    closing: "正在保存，完成后关闭…",
    single_deals: "逐个抢救订单",
    salvage: |salvage| {
        let whole = format!("仍可逐个读取 {} 个订单。", salvage.deals);
        let end = if salvage.is_cut_off {
            "文件末尾缺失，缺失部分的订单数无法得知。"
        } else {
            ""
        };
        let lost = if salvage.lost.is_empty() { "" } else { "以下内容无法读取：" };
        format!("{whole}{end}{lost}")
    },
    lost: |lost| {
        let what = match &lost.part {
            LostPart::Deal(Some(buyer)) => format!("{buyer} 的订单"),
            LostPart::Deal(None) => "一个订单（客户无法辨认）".to_owned(),
            LostPart::Settings => "设置，将使用默认设置".to_owned(),
            LostPart::Library => "素材库，包括公司资料和常用语句".to_owned(),
        };
        match lost.line {
            Some(line) => format!("第 {line} 行：{what}"),
            None => format!("未找到：{what}"),
        }
    },
    rescue: |count, all| match all {
        Some(all) => format!("抢救 {count} / {all} 个订单"),
        None => format!("抢救 {count} 个订单"),
    },
    rescue_keeps: "这些订单会放入同一文件夹中的新文档，损坏的文件保持原样。请对照单据核对金额和日期：因损坏而改变的数字无法自动辨别。",
    rescued_deals: |count, path| format!("已抢救 {count} 个订单，保存在 {path}。损坏的文件保持原样。"),
};
