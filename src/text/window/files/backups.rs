//! Words of the backups: the list, what has changed since each, restoring; and of moving to another computer.

use super::causes::because;
use crate::domain::files::backup::{ChangeKind, KeptKind, Since};
use crate::domain::files::problem::SaveProblem;
use crate::text::Language;
use crate::text::Language::{Chinese, English};
use crate::text::format::deals;

pub struct BackupsText {
    pub title: &'static str,
    pub about: &'static str,
    pub back_up_now: &'static str,
    pub show_folder: &'static str,
    pub backed_up: &'static str,
    pub not_backed_up: fn(&SaveProblem) -> String,
    pub none_yet: &'static str,
    /// `since then: 3 new, 1 deleted, 2 changed`.
    pub since: fn(&Since) -> String,
    /// How the backup differs from the present state: `3 deals fewer, 2 differ`.
    pub beside: fn(&Since) -> String,
    pub what_changed: &'static str,
    pub hide: &'static str,
    pub same: &'static str,
    pub kind: fn(ChangeKind) -> &'static str,
    /// The deal, and what happened to it.
    pub line: fn(&str, &str) -> String,
    pub settings_changed: &'static str,
    pub and_more: fn(usize) -> String,
    pub then_and_now: &'static str,
    pub restored: fn(&str) -> String,
    pub not_restored: fn(&SaveProblem) -> String,
    pub restoring_is_safe: &'static str,
    pub size: fn(u64) -> String,
    /// The elapsed time, in seconds.
    pub ago: fn(i64) -> String,
    /// Moving to another computer.
    pub moving: &'static str,
    pub moving_how: &'static str,
    pub copied: fn(&str, usize) -> String,
    pub brought: fn(usize) -> String,
    pub not_brought: fn(&str) -> String,
    pub portable: fn(&str) -> String,
    pub next_date: &'static str,
    /// Files that were kept when another file replaced them.
    pub kept: &'static str,
    pub kept_about: &'static str,
    pub kept_kind: fn(KeptKind) -> &'static str,
}

pub const ENGLISH: BackupsText = BackupsText {
    title: "Backups",
    about: "Icebreak backs up by itself: before the first change each time you open the document, then every hour. The backups are in a folder beside the document.",
    back_up_now: "Back up now",
    show_folder: "Show folder",
    backed_up: "Backed up.",
    not_backed_up: |problem| format!("No backup was made: {}.", reason(problem, English)),
    none_yet: "No backup yet. The first is made before the next change.",
    since: |since| since_english(since),
    beside: |since| beside_english(since),
    what_changed: "What changed",
    hide: "Hide",
    same: "The same as now",
    kind: |kind| match kind {
        ChangeKind::Added => "new since then",
        ChangeKind::Removed => "deleted since then",
        ChangeKind::Changed => "changed since then",
    },
    line: |deal, what| format!("{deal}: {what}"),
    settings_changed: "Settings or library were changed, too.",
    and_more: |count| format!("and {count} more"),
    then_and_now: "Then → now",
    restored: |when| format!("Restored the backup of {when}. What was here before is backed up, too."),
    not_restored: |problem| {
        format!(
            "Not restored, because what is here now could not be backed up first: {}.",
            reason(problem, English)
        )
    },
    restoring_is_safe: "What is here now is backed up before a restore, and you can undo the restore.",
    size: |bytes| size(bytes),
    ago: |seconds| ago(seconds, English),
    moving: "Moving to another computer",
    moving_how: "On this computer: copy everything (deals, library and settings) to a file. On the new one: bring everything in from that file.",
    copied: |path, count| {
        format!("Copied and checked: {}, library and settings, in {path}", deals(count, English))
    },
    brought: |count| format!("Everything is here: {}, library and settings.", deals(count, English)),
    not_brought: |why| format!("Nothing was brought in. {why}"),
    portable: |folder| {
        format!("Portable: the document and the preferences are beside the program, in {folder}")
    },
    next_date: "Next date",
    kept: "Also kept",
    kept_about: "What another version took the place of. Nothing here is deleted by itself.",
    kept_kind: |kind| match kind {
        KeptKind::Replaced => "was in the document's file before it was restored or saved over",
        KeptKind::Merged => "a conflict copy that was merged",
    },
};

pub const CHINESE: BackupsText = BackupsText {
    title: "备份",
    about: "Icebreak 会自动备份：每次打开文档后首次修改之前备份一次，此后每小时一次。备份文件夹与文档在同一位置。",
    back_up_now: "立即备份",
    show_folder: "打开文件夹",
    backed_up: "已备份。",
    not_backed_up: |problem| format!("未能备份：{}。", reason(problem, Chinese)),
    none_yet: "还没有备份。下次修改之前会自动备份。",
    since: |since| since_chinese(since),
    beside: |since| beside_chinese(since),
    what_changed: "查看变化",
    hide: "收起",
    same: "与现在相同",
    kind: |kind| match kind {
        ChangeKind::Added => "此后新增",
        ChangeKind::Removed => "此后删除",
        ChangeKind::Changed => "此后修改",
    },
    line: |deal, what| format!("{deal}\u{ff1a}{what}"),
    settings_changed: "设置或素材库也有改动。",
    and_more: |count| format!("另有 {count} 个"),
    then_and_now: "备份时 → 现在",
    restored: |when| format!("已恢复到 {when} 的备份。恢复前的内容也已备份。"),
    not_restored: |problem| format!("未恢复，因为当前内容无法备份：{}。", reason(problem, Chinese)),
    restoring_is_safe: "恢复之前会先备份当前内容，恢复后也可以撤销。",
    size: |bytes| size(bytes),
    ago: |seconds| ago(seconds, Chinese),
    moving: "换电脑",
    moving_how: "在这台电脑上：把全部内容（订单、素材库和设置）导出到一个文件。在新电脑上：从该文件导入全部内容。",
    copied: |path, deals| format!("已导出并核对：{deals} 个订单、素材库和设置，保存在 {path}"),
    brought: |deals| format!("全部内容已导入：{deals} 个订单、素材库和设置。"),
    not_brought: |why| format!("没有导入任何内容。{why}"),
    portable: |folder| format!("便携模式：文档和偏好设置保存在程序所在位置的 {folder}"),
    next_date: "下次日期",
    kept: "另外保留的文件",
    kept_about: "被其他版本取代的内容都保留在这里，不会自动删除。",
    kept_kind: |kind| match kind {
        KeptKind::Replaced => "恢复或覆盖之前文档文件中的内容",
        KeptKind::Merged => "已合并的冲突副本",
    },
};

/// Only the reason for a refusal, to be used within another sentence.
fn reason(problem: &SaveProblem, language: Language) -> String {
    match problem {
        SaveProblem::System(cause) => because(cause, language),
        SaveProblem::ChangedOutside
        | SaveProblem::Exists
        | SaveProblem::Locked(_)
        | SaveProblem::NotReproducible
        | SaveProblem::KeptBeside(_)
        | SaveProblem::TakesLong
        | SaveProblem::Stopped => {
            let said = super::problems::save(problem, language);
            said.trim_end_matches(['.', '。']).to_owned()
        }
    }
}

fn since_english(since: &Since) -> String {
    if since.is_empty() {
        return ENGLISH.same.to_owned();
    }
    let changes = since.changes;
    let counted = [(changes.added, "new"), (changes.removed, "deleted"), (changes.changed, "changed")];
    let mut parts: Vec<String> = counted
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    parts.extend(changes.settings.then(|| "settings or library changed".to_owned()));
    format!("since then: {}", parts.join(", "))
}

fn since_chinese(since: &Since) -> String {
    if since.is_empty() {
        return CHINESE.same.to_owned();
    }
    let changes = since.changes;
    let counted = [("新增", changes.added), ("删除", changes.removed), ("修改", changes.changed)];
    let mut parts: Vec<String> = counted
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| format!("{what} {count}"))
        .collect();
    parts.extend(changes.settings.then(|| "设置或素材库有改动".to_owned()));
    format!("此后：{}", parts.join("、"))
}

fn beside_english(since: &Since) -> String {
    let changes = since.changes;
    let deals = |count| deals(count, English);
    let mut parts = Vec::new();
    parts.extend((changes.added > 0).then(|| format!("{} fewer", deals(changes.added))));
    parts.extend((changes.removed > 0).then(|| format!("{} more", deals(changes.removed))));
    parts.extend(
        (changes.changed > 0).then(|| {
            format!("{} {}", changes.changed, if changes.changed == 1 { "differs" } else { "differ" })
        }),
    );
    parts.extend(changes.settings.then(|| "settings or library differ".to_owned()));
    parts.join(", ")
}

fn beside_chinese(since: &Since) -> String {
    let changes = since.changes;
    let mut parts = Vec::new();
    parts.extend((changes.added > 0).then(|| format!("少 {} 个订单", changes.added)));
    parts.extend((changes.removed > 0).then(|| format!("多 {} 个订单", changes.removed)));
    parts.extend((changes.changed > 0).then(|| format!("{} 个不同", changes.changed)));
    parts.extend(changes.settings.then(|| "设置或素材库不同".to_owned()));
    parts.join("、")
}

fn size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    match bytes {
        0..KIB => format!("{bytes} B"),
        KIB..1_048_576 => format!("{} KB", bytes.div_ceil(KIB)),
        _larger => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

fn ago(seconds: i64, language: Language) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3_600, seconds / 86_400);
    let counted = |count: i64, one: &str, many: &str, chinese: &str| match language {
        English => format!("{count} {} ago", if count == 1 { one } else { many }),
        Chinese => format!("{count} {chinese}前"),
    };
    match (seconds, language) {
        // Negative: a clock was wrong, then or now.
        (..0, _language) => String::new(),
        (0..60, English) => "just now".to_owned(),
        (0..60, Chinese) => "刚刚".to_owned(),
        (60..3_600, _language) => counted(minutes, "minute", "minutes", "分钟"),
        (3_600..86_400, _language) => counted(hours, "hour", "hours", "小时"),
        (86_400.., _language) => counted(days, "day", "days", "天"),
    }
}
