//! Words for forgetting a buyer: what is removed, what stays, and what could not be cleaned.

use crate::text::Language::English;
use crate::text::format;

pub struct ForgetText {
    pub heading: fn(&str) -> String,
    pub nameless: &'static str,
    pub what_it_does: &'static str,
    pub deals: fn(usize) -> String,
    pub people: &'static str,
    pub everywhere: &'static str,
    /// A person, and another buyer whose contact they are, too.
    pub with: fn(&str, &str) -> String,
    pub still_named: &'static str,
    pub in_library: fn(&str) -> String,
    pub in_deal: fn(&str) -> String,
    pub not_reached: &'static str,
    pub confirm: &'static str,
    /// The buyer, the number of deals removed, and of copies cleaned.
    pub gone: fn(&str, usize, usize) -> String,
    pub not_yet: fn(&str) -> String,
    pub unread: fn(usize) -> String,
    /// The path of a copy that still holds the buyer, and why.
    pub failed: fn(&str, &str) -> String,
    pub delete: fn(&str) -> String,
    pub again: &'static str,
    pub leave: &'static str,
}

pub const ENGLISH: ForgetText = ForgetText {
    heading: |company| format!("Forget {company}?"),
    nameless: "this buyer without a name",
    what_it_does: "The buyer is deleted from this document and from every backup and copy beside it. This cannot be undone, and neither can anything done before it.",
    deals: |count| {
        if count == 1 {
            "1 deal is deleted, with its story".to_owned()
        } else {
            format!("{count} deals are deleted, with their stories")
        }
    },
    people: "These contacts are deleted, too",
    everywhere: "Also remove them where they are contacts of other buyers",
    with: |person, company| format!("{person}, at {company}"),
    still_named: "The buyer is still named here; these texts stay as they are",
    in_library: |text| format!("Library: {text}"),
    in_deal: |company| format!("Deal of {company}"),
    not_reached: "Files that you exported or sent, and copies on other computers, cannot be deleted from here.",
    confirm: "Forget this buyer",
    gone: |company, deals, copies| {
        let deals = format::deals(deals, English);
        let copies = if copies == 1 { "1 backup".to_owned() } else { format!("{copies} backups") };
        format!("{} is forgotten: {deals} deleted here, {copies} cleaned.", named(company, "The buyer"))
    },
    not_yet: |company| {
        format!(
            "{} is deleted from this window, but not yet from the file and its backups.",
            named(company, "The buyer")
        )
    },
    unread: |count| {
        if count == 1 {
            "1 file could not be read and may still name this buyer:".to_owned()
        } else {
            format!("{count} files could not be read and may still name this buyer:")
        }
    },
    failed: |path, why| format!("{path} still names this buyer. {why}"),
    delete: |name| format!("Delete {name}"),
    again: "Clean again",
    leave: "Leave it",
};

pub const CHINESE: ForgetText = ForgetText {
    heading: |company| format!("彻底删除 {company}？"),
    nameless: "这个未命名的客户",
    what_it_does: "将从本文档及其所有备份和副本中删除此客户。此操作无法撤销，之前的操作也将无法撤销。",
    deals: |count| format!("将删除 {count} 个订单及其往来记录"),
    people: "将一并删除这些联系人",
    everywhere: "如果他们也是其他客户的联系人，一并删除",
    with: |person, company| format!("{person}（{company}）"),
    still_named: "以下文字仍提到此客户，不会修改",
    in_library: |text| format!("素材库：{text}"),
    in_deal: |company| format!("{company} 的订单"),
    not_reached: "已导出或发出的文件，以及其他电脑上的内容，无法在这里删除。",
    confirm: "彻底删除",
    gone: |company, deals, copies| {
        format!(
            "已彻底删除 {}：本文档中 {deals} 个订单，并清理了 {copies} 份备份。",
            named(company, "此客户")
        )
    },
    not_yet: |company| format!("{} 已从窗口中删除，但文件和备份中尚未删除。", named(company, "此客户")),
    unread: |count| format!("有 {count} 个文件无法读取，可能仍含有此客户："),
    failed: |path, why| format!("{path} 中仍有此客户。{why}"),
    delete: |name| format!("删除 {name}"),
    again: "重新清理",
    leave: "保持现状",
};

fn named<'a>(company: &'a str, otherwise: &'a str) -> &'a str {
    if company.trim().is_empty() { otherwise } else { company }
}
