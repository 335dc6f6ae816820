//! Words for packed deals: exporting one, and what importing one did.

use super::causes::{pack_chinese, pack_english};
use crate::domain::import::pack::DealPart;
use crate::domain::import::problem::{Flaw, PackProblem};
use crate::text::window::flaws::{flaw_chinese, flaw_english};

pub struct PackText {
    /// A packed deal was imported; the buyer.
    pub added: fn(&str) -> String,
    /// The buyer, and which parts of the existing deal were updated.
    pub updated: fn(&str, &[DealPart]) -> String,
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

fn part_english(part: DealPart) -> &'static str {
    match part {
        DealPart::Buyer => "buyer",
        DealPart::Contacts => "contacts",
        DealPart::Product => "product",
        DealPart::Stage => "stage",
        DealPart::Agreed => "what we agreed",
        DealPart::Story => "story",
        DealPart::Promises => "promises",
        DealPart::Plan => "payment plan",
        DealPart::BankGiven => "bank details given",
        DealPart::Message => "message",
        DealPart::Notes => "notes",
        DealPart::Tags => "tags",
        DealPart::Other => "other details",
    }
}

fn part_chinese(part: DealPart) -> &'static str {
    match part {
        DealPart::Buyer => "客户资料",
        DealPart::Contacts => "联系人",
        DealPart::Product => "产品",
        DealPart::Stage => "阶段",
        DealPart::Agreed => "已谈定的条件",
        DealPart::Story => "往来",
        DealPart::Promises => "承诺",
        DealPart::Plan => "付款计划",
        DealPart::BankGiven => "已提供的银行信息",
        DealPart::Message => "消息",
        DealPart::Notes => "备注",
        DealPart::Tags => "标签",
        DealPart::Other => "其他内容",
    }
}
