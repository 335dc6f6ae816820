//! Words for packed deals: exporting one, and what importing one did.

use super::causes::{pack_chinese, pack_english};
use super::problems::{flaw_chinese, flaw_english};
use crate::domain::import::pack::Part;
use crate::domain::import::problem::{Flaw, PackProblem};

pub struct PackText {
    /// A packed deal was imported; the buyer.
    pub added: fn(&str) -> String,
    /// The buyer, and which parts of the existing deal were updated.
    pub updated: fn(&str, &[Part]) -> String,
    pub unchanged: fn(&str) -> String,
    /// The pack was not imported; the buyer, and why.
    pub not_taken: fn(&str, &Flaw) -> String,
    /// The deal could not be packed; the buyer, and why.
    pub not_packed: fn(&str, &PackProblem) -> String,
}

pub const ENGLISH: PackText = PackText {
    added: |buyer| format!("Imported: {}.", named(buyer, "a deal without a buyer")),
    updated: |buyer, parts| {
        let parts: Vec<&str> = parts.iter().map(|part| part_english(*part)).collect();
        format!("Updated: {} ({}).", named(buyer, "a deal without a buyer"), parts.join(", "))
    },
    unchanged: |buyer| format!("{} is here already, with the same details.", named(buyer, "The deal")),
    not_taken: |buyer, flaw| {
        let why = flaw_english(flaw);
        format!("Nothing was imported. {}: {why}.", named(buyer, "A deal without a buyer"))
    },
    not_packed: |buyer, problem| {
        format!("{} was not exported: {}.", named(buyer, "The deal"), pack_english(problem))
    },
};

pub const CHINESE: PackText = PackText {
    added: |buyer| format!("已导入：{}。", named(buyer, "未填客户的订单")),
    updated: |buyer, parts| {
        let parts: Vec<&str> = parts.iter().map(|part| part_chinese(*part)).collect();
        format!("已更新：{}（{}）。", named(buyer, "未填客户的订单"), parts.join("、"))
    },
    unchanged: |buyer| format!("{} 已经存在，内容相同。", named(buyer, "此订单")),
    not_taken: |buyer, flaw| {
        format!("没有导入任何内容。{}：{}。", named(buyer, "未填客户的订单"), flaw_chinese(flaw))
    },
    not_packed: |buyer, problem| format!("{} 未能导出：{}。", named(buyer, "此订单"), pack_chinese(problem)),
};

fn named<'a>(buyer: &'a str, otherwise: &'a str) -> &'a str {
    if buyer.trim().is_empty() { otherwise } else { buyer }
}

fn part_english(part: Part) -> &'static str {
    match part {
        Part::Buyer => "buyer",
        Part::Contacts => "contacts",
        Part::Product => "product",
        Part::Stage => "stage",
        Part::Agreed => "what we agreed",
        Part::Story => "story",
        Part::Promises => "promises",
        Part::Plan => "payment plan",
        Part::BankGiven => "bank details given",
        Part::Message => "message",
        Part::Notes => "notes",
        Part::Tags => "tags",
        Part::Other => "other details",
    }
}

fn part_chinese(part: Part) -> &'static str {
    match part {
        Part::Buyer => "客户资料",
        Part::Contacts => "联系人",
        Part::Product => "产品",
        Part::Stage => "阶段",
        Part::Agreed => "已谈定的条件",
        Part::Story => "往来",
        Part::Promises => "承诺",
        Part::Plan => "付款计划",
        Part::BankGiven => "已提供的银行信息",
        Part::Message => "消息",
        Part::Notes => "备注",
        Part::Tags => "标签",
        Part::Other => "其他内容",
    }
}
