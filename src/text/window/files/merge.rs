//! Words for merging two versions of one document: what happened, which is which, and what becomes of them.

use std::path::Path;

use crate::text::Language::English;
use crate::text::format;

pub struct MergeText {
    pub title: &'static str,
    pub changed_outside: &'static str,
    pub by_hand: &'static str,
    pub unreadable: fn(&str) -> String,
    pub copy: fn(&str) -> String,
    pub brought: fn(&str) -> String,
    /// A colleague's version of this buyer's deal.
    pub packed: fn(&str) -> String,
    /// The numbers of changes taken from theirs and kept of ours without asking.
    pub settled: fn(usize, usize) -> String,
    pub nothing_differs: &'static str,
    pub choose: fn(usize) -> String,
    pub here: &'static str,
    pub in_the_file: &'static str,
    pub in_the_copy: &'static str,
    pub in_the_pack: &'static str,
    pub ours: &'static str,
    pub theirs: &'static str,
    pub by_field: &'static str,
    pub both: &'static str,
    pub both_lists: &'static str,
    pub removed: &'static str,
    pub payment: fn(usize) -> String,
    /// One side does not have the payment.
    pub no_payment: &'static str,
    /// Ours and theirs are not the same payment.
    pub two_payments: &'static str,
    pub empty: &'static str,
    pub more: fn(usize) -> String,
    pub settings: &'static str,
    pub library: &'static str,
    pub merge: &'static str,
    pub write_mine: &'static str,
    pub not_now: &'static str,
    /// The tag given to the second deal if both were kept.
    pub copy_tag: &'static str,
    pub done: fn(usize) -> String,
    pub written_again: &'static str,
    pub kept_aside: fn(&Path) -> String,
    pub retired: fn(&Path) -> String,
    pub not_retired: &'static str,
    pub copy_found: fn(&str) -> String,
    pub compare: &'static str,
    /// Another program's version waits: the number of deals that differ, and whether settings or library do.
    pub waits: fn(usize, bool) -> String,
    pub waits_by_hand: fn(usize, bool) -> String,
    pub waits_unreadable: &'static str,
    pub look_at_them: &'static str,
    pub look_at_both: &'static str,
    pub put_away: &'static str,
    /// A field of the buyer that no page shows.
    pub time_zone: &'static str,
}

pub const ENGLISH: MergeText = MergeText {
    title: "Two versions of this document",
    changed_outside: "Another program or computer changed the file.",
    by_hand: "Somebody edited the file with another program, such as a text editor. Check the changes before you take them over.",
    unreadable: |why| {
        format!(
            "Another program replaced the file with something Icebreak cannot read. {why} Your deals are complete in this window. Save them again: what is in the file now is kept in the same folder under another name."
        )
    },
    copy: |name| {
        format!("“{name}” is in the same folder: another computer changed the document at the same time.")
    },
    packed: |buyer| {
        format!(
            "The packed deal of {buyer} says something else than yours in some fields, and it may be older. What it adds is taken over."
        )
    },
    brought: |name| format!("“{name}” is brought in and combined with the deals that are here."),
    settled: |taken, kept| match (taken, kept) {
        (0, 0) => String::new(),
        (taken, 0) => format!("{} only there and will be taken over.", changed(taken)),
        (0, kept) => format!("{} only here and will stay.", changed(kept)),
        (taken, kept) => {
            format!(
                "{} only there and will be taken over, {} only here and will stay.",
                changed(taken),
                changed(kept)
            )
        }
    },
    nothing_differs: "There is nothing to choose.",
    choose: |count| match count {
        1 => "1 item differs: choose what to keep.".to_owned(),
        count => format!("{count} items differ: choose what to keep."),
    },
    here: "In this window",
    in_the_file: "In the file",
    in_the_copy: "In the copy",
    in_the_pack: "In the packed deal",
    ours: "Keep mine",
    theirs: "Take the other",
    by_field: "Field by field",
    both: "Keep both deals",
    both_lists: "Entries from both",
    removed: "Not there",
    payment: |number| format!("Payment {number}"),
    no_payment: "Not recorded",
    two_payments: "These are two payments",
    empty: "Empty",
    more: |count| format!("and {count} more"),
    settings: "Settings",
    library: "Library",
    merge: "Merge",
    write_mine: "Save mine again",
    not_now: "Not now",
    copy_tag: "other version",
    done: |taken| match taken {
        0 => "The two versions are merged.".to_owned(),
        taken => format!("The two versions are merged: {} taken over.", deals(taken)),
    },
    written_again: "The file had been deleted or moved. It is being saved again.",
    kept_aside: |path| format!("What was in the file is kept as {}.", path.display()),
    retired: |path| format!("The copy that was merged is kept as {}.", path.display()),
    not_retired: "Something has changed in the meantime, so the other copy stays where it is. Compare it again.",
    copy_found: |name| {
        format!(
            "There is another version of this document in its folder: “{name}”. Two computers changed it at the same time."
        )
    },
    compare: "Compare and merge",
    waits: |deals, others| {
        format!(
            "Changed by another program: {}. Your changes are kept until you have looked at them.",
            differing(deals, others)
        )
    },
    waits_by_hand: |deals, others| {
        format!(
            "The file was edited with another program, such as a text editor: {}. Your changes are kept until you have looked at them.",
            differing(deals, others)
        )
    },
    waits_unreadable: "Another program replaced the file with something Icebreak cannot read. Your deals are complete in this window.",
    look_at_them: "Look at them…",
    look_at_both: "Look at both",
    put_away: "Not now",
    time_zone: "Time zone",
};

pub const CHINESE: MergeText = MergeText {
    title: "此文档有两个版本",
    changed_outside: "其他程序或电脑修改了此文件。",
    by_hand: "有人用其他程序（例如记事本）修改了文件。请先核对修改内容，再决定是否采用。",
    unreadable: |why| {
        format!(
            "其他程序把文件换成了 Icebreak 无法读取的内容。{why}此窗口中的订单是完整的，重新保存即可；文件中现有的内容会改名保留在同一文件夹中。"
        )
    },
    copy: |name| format!("同一文件夹中有冲突副本“{name}”：另一台电脑同时修改了此文档。"),
    packed: |buyer| format!("打包的 {buyer} 订单有些内容与您的不同，也可能较旧。新增的内容会直接采用。"),
    brought: |name| format!("“{name}”的内容将与这里已有的订单合并。"),
    settled: |taken, kept| match (taken, kept) {
        (0, 0) => String::new(),
        (taken, 0) => format!("{taken} 个订单只在另一版本中修改过，将直接采用。"),
        (0, kept) => format!("{kept} 个订单只在这里修改过，将保留。"),
        (taken, kept) => {
            format!("{taken} 个订单只在另一版本中修改过，将直接采用；{kept} 个订单只在这里修改过，将保留。")
        }
    },
    nothing_differs: "没有需要选择的内容。",
    choose: |count| format!("有 {count} 处不同，请选择以哪一边为准。"),
    here: "此窗口中",
    in_the_file: "文件中",
    in_the_copy: "副本中",
    in_the_pack: "打包的订单中",
    ours: "保留我的",
    theirs: "采用另一版本",
    by_field: "逐项选择",
    both: "两个订单都保留",
    both_lists: "两边的记录都保留",
    removed: "没有此订单",
    payment: |number| format!("收款 {number}"),
    no_payment: "没有这笔收款",
    two_payments: "这是两笔收款",
    empty: "空",
    more: |count| format!("另有 {count} 条"),
    settings: "设置",
    library: "素材库",
    merge: "合并",
    write_mine: "重新保存我的版本",
    not_now: "暂不处理",
    copy_tag: "另一版本",
    done: |taken| match taken {
        0 => "两个版本已合并。".to_owned(),
        taken => format!("两个版本已合并：采用了另一版本的 {taken} 个订单。"),
    },
    written_again: "文件曾被删除或移走，正在重新保存。",
    kept_aside: |path| format!("文件中原有的内容已另存为 {}。", path.display()),
    retired: |path| format!("已合并的副本已移到 {}。", path.display()),
    not_retired: "期间又有修改，另一个副本保持原样，请重新比较。",
    copy_found: |name| format!("同一文件夹中有此文档的冲突副本“{name}”：两台电脑同时修改了文档。"),
    compare: "比较并合并",
    waits: |deals, others| {
        format!(
            "其他程序修改了此文档：{}。在您核对之前，您的修改都会保留。",
            differing_chinese(deals, others)
        )
    },
    waits_by_hand: |deals, others| {
        format!(
            "有人用其他程序（例如记事本）修改了文件：{}。在您核对之前，您的修改都会保留。",
            differing_chinese(deals, others)
        )
    },
    waits_unreadable: "其他程序把文件换成了 Icebreak 无法读取的内容。此窗口中的订单是完整的。",
    look_at_them: "查看差异…",
    look_at_both: "查看两个版本",
    put_away: "暂不处理",
    time_zone: "时区",
};

/// `3 deals and the settings or the library differ`.
fn differing(count: usize, others: bool) -> String {
    match (count, others) {
        (0, false) => "nothing differs".to_owned(),
        (0, true) => "the settings or the library differ".to_owned(),
        (1, false) => "1 deal differs".to_owned(),
        (count, false) => format!("{} differ", deals(count)),
        (count, true) => format!("{} and the settings or the library differ", deals(count)),
    }
}

fn differing_chinese(count: usize, others: bool) -> String {
    match (count, others) {
        (0, false) => "内容没有不同".to_owned(),
        (0, true) => "设置或素材库不同".to_owned(),
        (count, false) => format!("{count} 个订单不同"),
        (count, true) => format!("{count} 个订单、设置或素材库不同"),
    }
}

/// `1 deal was changed`.
fn changed(count: usize) -> String {
    format!("{} {} changed", deals(count), if count == 1 { "was" } else { "were" })
}

fn deals(count: usize) -> String {
    format::deals(count, English)
}
