//! Words of the library: who signs, which statements are true, and what is still missing.

use crate::domain::library::{EntryKind, Lack};

pub struct LibraryText {
    pub title: &'static str,
    /// What the library is for, stated once.
    pub guard: &'static str,
    pub company_part: &'static str,
    pub part: fn(EntryKind) -> &'static str,
    /// What belongs here, in one sentence.
    pub about_company: &'static str,
    pub about: fn(EntryKind) -> &'static str,
    pub empty: fn(EntryKind) -> &'static str,
    pub add: fn(EntryKind) -> &'static str,
    /// One entry of the kind, for screen readers: `Fact 2`.
    pub numbered: fn(EntryKind, usize) -> String,
    pub sender: &'static str,
    pub sender_role: &'static str,
    pub company: &'static str,
    pub email: &'static str,
    pub phone: &'static str,
    pub website: &'static str,
    pub address: &'static str,
    pub no_sender: &'static str,
    /// The label of a wording in a language.
    pub wording_in: fn(&str) -> String,
    pub source: &'static str,
    pub source_hint: fn(EntryKind) -> &'static str,
    pub permission: &'static str,
    pub topic: &'static str,
    pub topic_name: fn(&str) -> Option<&'static str>,
    pub any_topic: &'static str,
    pub products: &'static str,
    pub products_hint: &'static str,
    pub markets: &'static str,
    pub markets_hint: &'static str,
    pub no_country: fn(&str) -> String,
    /// Where an entry is used: goods and countries, each of which may be empty.
    pub fits: fn(&str, &str) -> String,
    pub question: fn(&str) -> Option<&'static str>,
    pub answer_hint: &'static str,
    pub ready: &'static str,
    pub not_ready: fn(&str) -> String,
    pub lack: fn(Lack) -> &'static str,
    pub not_in: fn(&str) -> String,
    pub and: &'static str,
    pub untitled: &'static str,
    pub edit: &'static str,
    pub delete: &'static str,
    pub deleted: &'static str,
}

/// Topics of alternatives; these are the names of causes in the diagnosis.
pub const TOPICS: [&str; 8] =
    ["price", "moq", "lead-time", "terms", "delivery", "quality", "warranty", "deposit-safety"];

pub const ENGLISH: LibraryText = LibraryText {
    title: "Library",
    guard: "Messages promise nothing of their own. About your company they say only what stands here; what is missing here is left out.",
    company_part: "Company",
    part: |kind| match kind {
        EntryKind::DepositAnswer => "Deposit answers",
        EntryKind::Alternative => "Alternatives",
        EntryKind::Fact => "Facts",
        EntryKind::Reference => "References",
        EntryKind::Story => "Success stories",
    },
    about_company: "Messages are signed with this, and documents are headed with it.",
    about: |kind| match kind {
        EntryKind::DepositAnswer => {
            "Five questions buyers ask before they pay. Give your own true answers; an unanswered one is left out."
        }
        EntryKind::Alternative => "What else you can really offer, by what the buyer worries about.",
        EntryKind::Fact => "Figures you can prove. Each needs its source.",
        EntryKind::Reference => {
            "Customers who may be named or asked. Each needs a source and their permission."
        }
        EntryKind::Story => "How it went for another buyer. Each needs a source and that buyer's permission.",
    },
    empty: |kind| match kind {
        EntryKind::DepositAnswer => "No answers yet.",
        EntryKind::Alternative => "No alternatives yet, so messages offer none.",
        EntryKind::Fact => "No facts yet, so messages state none.",
        EntryKind::Reference => "No references yet, so messages name nobody.",
        EntryKind::Story => "No success stories yet, so messages tell none.",
    },
    add: |kind| match kind {
        EntryKind::DepositAnswer => "Add an answer",
        EntryKind::Alternative => "Add an alternative",
        EntryKind::Fact => "Add a fact",
        EntryKind::Reference => "Add a reference",
        EntryKind::Story => "Add a story",
    },
    numbered: |kind, number| match kind {
        EntryKind::DepositAnswer => format!("Answer {number}"),
        EntryKind::Alternative => format!("Alternative {number}"),
        EntryKind::Fact => format!("Fact {number}"),
        EntryKind::Reference => format!("Reference {number}"),
        EntryKind::Story => format!("Story {number}"),
    },
    sender: "Your name",
    sender_role: "Your role",
    company: "Company",
    email: "E-mail",
    phone: "Phone",
    website: "Website",
    address: "Address",
    no_sender: "Without your name and company no message can be copied.",
    wording_in: |tag| format!("In {}", language_english(tag)),
    source: "Source",
    source_hint: |kind| match kind {
        EntryKind::Fact => "Where the figure comes from",
        EntryKind::Reference | EntryKind::Story => "Who told you, and when",
        EntryKind::Alternative | EntryKind::DepositAnswer => "Who decided it (optional)",
    },
    permission: "Whoever is named here has agreed to it",
    topic: "For a buyer who worries about",
    topic_name: |topic| match topic {
        "price" => Some("Price"),
        "moq" => Some("Minimum order"),
        "lead-time" => Some("Lead time"),
        "terms" => Some("Payment terms"),
        "delivery" => Some("Delivery on time"),
        "quality" => Some("Quality"),
        "warranty" => Some("Warranty and spare parts"),
        "deposit-safety" => Some("Safety of the deposit"),
        _other => None,
    },
    any_topic: "Anything",
    products: "Only for these products or tags",
    products_hint: "LED, light (empty: all)",
    markets: "Only for these countries",
    markets_hint: "Germany, France (empty: all)",
    no_country: |name| format!("“{name}” is no country. Write it like Germany or DE."),
    fits: |products, markets| match (products, markets) {
        ("", "") => "Fits all deals.".to_owned(),
        ("", markets) => format!("Only for buyers in: {markets}."),
        (products, "") => format!("Only for deals about: {products}."),
        (products, markets) => format!("Only for deals about: {products}; and buyers in: {markets}."),
    },
    question: |topic| match topic {
        "purpose" => Some("What is the deposit used for?"),
        "safety" => Some("Is my deposit safe?"),
        "quality" => Some("What if the goods are not right?"),
        "instalments" => Some("Can I pay the deposit in parts?"),
        "first-order" => Some("Is a deposit needed on a first order?"),
        _other => None,
    },
    answer_hint: "Your own answer",
    ready: "Ready to use",
    not_ready: |why| format!("Not used yet: {why}."),
    lack: |lack| match lack {
        Lack::Kind => "a newer version wrote it",
        Lack::Wording => "no wording",
        Lack::Source => "no source",
        Lack::Permission => "no permission",
    },
    not_in: |tag| format!("Left out of {} messages: no wording.", language_english(tag)),
    and: ", ",
    untitled: "(no wording yet)",
    edit: "Edit",
    delete: "Delete",
    deleted: "Deleted.",
};

pub const CHINESE: LibraryText = LibraryText {
    title: "素材库",
    guard: "消息不会替您许下任何承诺。关于贵公司，消息只说这里写明的内容；这里没有的，一律不写。",
    company_part: "公司",
    part: |kind| match kind {
        EntryKind::DepositAnswer => "预付款问答",
        EntryKind::Alternative => "替代方案",
        EntryKind::Fact => "事实数据",
        EntryKind::Reference => "推荐客户",
        EntryKind::Story => "成功案例",
    },
    about_company: "消息以此署名，文件以此为抬头。",
    about: |kind| match kind {
        EntryKind::DepositAnswer => {
            "客户付款前常问的五个问题。请如实写下自己的回答，没有回答的不会出现在消息里。"
        }
        EntryKind::Alternative => "您确实能提供的其他方案，按客户的顾虑分类。",
        EntryKind::Fact => "您能证明的数据。每条都要注明来源。",
        EntryKind::Reference => "可以提到或可供联系的客户。每条都要有来源，并征得对方同意。",
        EntryKind::Story => "其他客户的合作经过。每条都要有来源，并征得该客户同意。",
    },
    empty: |kind| match kind {
        EntryKind::DepositAnswer => "还没有回答。",
        EntryKind::Alternative => "还没有替代方案，消息里不会提出。",
        EntryKind::Fact => "还没有事实数据，消息里不会引用。",
        EntryKind::Reference => "还没有推荐客户，消息里不会提到任何人。",
        EntryKind::Story => "还没有成功案例，消息里不会讲述。",
    },
    add: |kind| match kind {
        EntryKind::DepositAnswer => "添加回答",
        EntryKind::Alternative => "添加替代方案",
        EntryKind::Fact => "添加事实数据",
        EntryKind::Reference => "添加推荐客户",
        EntryKind::Story => "添加成功案例",
    },
    numbered: |kind, number| match kind {
        EntryKind::DepositAnswer => format!("回答 {number}"),
        EntryKind::Alternative => format!("替代方案 {number}"),
        EntryKind::Fact => format!("事实数据 {number}"),
        EntryKind::Reference => format!("推荐客户 {number}"),
        EntryKind::Story => format!("成功案例 {number}"),
    },
    sender: "您的姓名",
    sender_role: "您的职务",
    company: "公司名称",
    email: "电子邮箱",
    phone: "电话",
    website: "网站",
    address: "地址",
    no_sender: "没有您的姓名和公司名称，消息无法复制。",
    wording_in: |tag| format!("{}表述", language_chinese(tag)),
    source: "来源",
    source_hint: |kind| match kind {
        EntryKind::Fact => "数据从何而来",
        EntryKind::Reference | EntryKind::Story => "谁在何时告诉您的",
        EntryKind::Alternative | EntryKind::DepositAnswer => "由谁决定（选填）",
    },
    permission: "这里提到的人或公司已同意",
    topic: "适用于客户的哪种顾虑",
    topic_name: |topic| match topic {
        "price" => Some("价格"),
        "moq" => Some("起订量"),
        "lead-time" => Some("交货周期"),
        "terms" => Some("付款条件"),
        "delivery" => Some("准时交货"),
        "quality" => Some("质量"),
        "warranty" => Some("质保与备件"),
        "deposit-safety" => Some("预付款安全"),
        _other => None,
    },
    any_topic: "不限",
    products: "仅用于这些产品或标签",
    products_hint: "LED、灯具（留空表示全部）",
    markets: "仅用于这些国家",
    markets_hint: "德国、法国（留空表示全部）",
    no_country: |name| format!("没有叫“{name}”的国家。请写成“德国”或“DE”。"),
    fits: |products, markets| match (products, markets) {
        ("", "") => "适用于所有订单。".to_owned(),
        ("", markets) => format!("仅用于这些国家的客户：{markets}。"),
        (products, "") => format!("仅用于这些产品的订单：{products}。"),
        (products, markets) => format!("仅用于这些产品的订单：{products}；且客户在：{markets}。"),
    },
    question: |topic| match topic {
        "purpose" => Some("预付款用来做什么？"),
        "safety" => Some("我的预付款安全吗？"),
        "quality" => Some("货不对板怎么办？"),
        "instalments" => Some("预付款可以分期付吗？"),
        "first-order" => Some("首单也要预付款吗？"),
        _other => None,
    },
    answer_hint: "您自己的回答",
    ready: "可以使用",
    not_ready: |why| format!("暂不使用：{why}。"),
    lack: |lack| match lack {
        Lack::Kind => "由更新版本写入",
        Lack::Wording => "没有表述",
        Lack::Source => "没有来源",
        Lack::Permission => "未征得同意",
    },
    not_in: |tag| format!("{}消息中略去：没有{}表述。", language_chinese(tag), language_chinese(tag)),
    and: "、",
    untitled: "（还没有表述）",
    edit: "编辑",
    delete: "删除",
    deleted: "已删除。",
};

fn language_english(tag: &str) -> &str {
    name_of(tag, crate::text::Language::English)
}

fn language_chinese(tag: &str) -> &str {
    name_of(tag, crate::text::Language::Chinese)
}

fn name_of(tag: &str, language: crate::text::Language) -> &str {
    if tag.is_empty() {
        tag
    } else {
        crate::text::buyer::words::window::language_name(tag, language).unwrap_or(tag)
    }
}
