//! Words of two versions of one document: what happened, which is which, and what becomes of them.

use std::path::Path;

use super::Language::English;
use super::format;

pub struct MergeText {
    pub title: &'static str,
    pub changed_outside: &'static str,
    pub by_hand: &'static str,
    pub unreadable: fn(&str) -> String,
    pub copy: fn(&str) -> String,
    pub brought: fn(&str) -> String,
    /// Taken from them, and kept of ours, without asking.
    pub settled: fn(usize, usize) -> String,
    pub nothing_differs: &'static str,
    pub choose: fn(usize) -> String,
    pub here: &'static str,
    pub in_the_file: &'static str,
    pub in_the_copy: &'static str,
    pub ours: &'static str,
    pub theirs: &'static str,
    pub by_field: &'static str,
    pub both: &'static str,
    pub both_lists: &'static str,
    pub removed: &'static str,
    pub empty: &'static str,
    pub more: fn(usize) -> String,
    pub settings: &'static str,
    pub library: &'static str,
    pub merge: &'static str,
    pub write_mine: &'static str,
    pub not_now: &'static str,
    /// The tag of the second deal where both were kept.
    pub copy_tag: &'static str,
    pub done: fn(usize) -> String,
    pub written_again: &'static str,
    pub kept_aside: fn(&Path) -> String,
    pub retired: fn(&Path) -> String,
    pub not_retired: &'static str,
    pub copy_found: fn(&str) -> String,
    pub compare: &'static str,
}

pub const ENGLISH: MergeText = MergeText {
    title: "Two versions of this document",
    changed_outside: "Another program or computer wrote to the file.",
    by_hand: "Somebody edited the file with another program, such as a text editor. Check what it changes before it counts.",
    unreadable: |why| {
        format!(
            "Another program replaced the file with something Icebreak cannot read. {why} Your deals are complete in this window: write them again, and the other content is kept beside the document under another name."
        )
    },
    copy: |name| format!("“{name}” lies beside the document: another computer changed it at the same time."),
    brought: |name| format!("“{name}” is brought in beside the deals that are here."),
    settled: |taken, kept| match (taken, kept) {
        (0, 0) => String::new(),
        (taken, 0) => format!("{} taken over from there without a conflict.", deals(taken)),
        (0, kept) => format!("{} changed only here.", deals(kept)),
        (taken, kept) => {
            format!(
                "{} taken over from there without a conflict, {} changed only here.",
                deals(taken),
                deals(kept)
            )
        }
    },
    nothing_differs: "Nothing in them contradicts the other.",
    choose: |count| match count {
        1 => "One difference: choose what counts.".to_owned(),
        count => format!("{count} differences: choose what counts."),
    },
    here: "In this window",
    in_the_file: "In the file",
    in_the_copy: "In the copy",
    ours: "Keep mine",
    theirs: "Take theirs",
    by_field: "Field by field",
    both: "Keep both deals",
    both_lists: "Entries of both",
    removed: "Not there",
    empty: "Empty",
    more: |count| format!("and {count} more"),
    settings: "Settings",
    library: "Library",
    merge: "Make them one",
    write_mine: "Write mine again",
    not_now: "Not now",
    copy_tag: "other version",
    done: |taken| match taken {
        0 => "The two versions are one.".to_owned(),
        taken => format!("The two versions are one: {} taken over.", deals(taken)),
    },
    written_again: "The file had been deleted or moved. It is being written again.",
    kept_aside: |path| format!("What was in the file is kept as {}.", path.display()),
    retired: |path| format!("The copy that was merged is kept as {}.", path.display()),
    not_retired: "Something was changed meanwhile, so the other copy stays where it is. Compare it once more.",
    copy_found: |name| {
        format!(
            "Another version of this document lies beside it: “{name}”. Two computers changed it at the same time."
        )
    },
    compare: "Compare and merge",
};

pub const CHINESE: MergeText = MergeText {
    title: "此文档有两个版本",
    changed_outside: "其他程序或电脑写入了该文件。",
    by_hand: "有人用其他程序（例如文本编辑器）改动了文件。请先核对改动，再决定是否采用。",
    unreadable: |why| {
        format!(
            "其他程序把文件换成了 Icebreak 无法读取的内容。{why}您的订单在此窗口中是完整的：重新写入即可，对方的内容会改名保留在文档旁边。"
        )
    },
    copy: |name| format!("文档旁边有“{name}”：另一台电脑同时改动了它。"),
    brought: |name| format!("“{name}”的内容将并入这里已有的订单。"),
    settled: |taken, kept| match (taken, kept) {
        (0, 0) => String::new(),
        (taken, 0) => format!("已直接采用对方的 {taken} 个订单。"),
        (0, kept) => format!("{kept} 个订单只在这里改动过。"),
        (taken, kept) => format!("已直接采用对方的 {taken} 个订单，{kept} 个订单只在这里改动过。"),
    },
    nothing_differs: "两个版本没有互相矛盾的内容。",
    choose: |count| format!("有 {count} 处不同：请选择以哪个为准。"),
    here: "此窗口中",
    in_the_file: "文件中",
    in_the_copy: "副本中",
    ours: "保留我的",
    theirs: "采用对方的",
    by_field: "逐项选择",
    both: "两个订单都保留",
    both_lists: "两边的条目都要",
    removed: "没有此订单",
    empty: "空",
    more: |count| format!("另有 {count} 条"),
    settings: "设置",
    library: "资料库",
    merge: "合并",
    write_mine: "重新写入我的版本",
    not_now: "暂不处理",
    copy_tag: "另一版本",
    done: |taken| match taken {
        0 => "两个版本已合并。".to_owned(),
        taken => format!("两个版本已合并：采用了对方的 {taken} 个订单。"),
    },
    written_again: "文件被删除或移走了，正在重新写入。",
    kept_aside: |path| format!("文件中原有的内容保留为 {}。", path.display()),
    retired: |path| format!("已合并的副本保留为 {}。", path.display()),
    not_retired: "期间又有改动，另一个副本保持原样，请重新比较。",
    copy_found: |name| format!("文档旁边有另一个版本“{name}”：两台电脑同时改动了它。"),
    compare: "比较并合并",
};

fn deals(count: usize) -> String {
    format::deals(count, English)
}
