//! Words of the window about papers: what can be made, what is wrong with bank details or a logo, and the warning.

use crate::domain::library::bank::BankDoubt;
use crate::domain::library::logo::{LogoProblem, MOST_BYTES, MOST_PIXELS};

pub struct PapersText {
    pub schedule_pdf: &'static str,
    pub policy_pdf: &'static str,
    pub picture: &'static str,
    /// The number of pages, of which the picture shows only the first.
    pub picture_of: fn(u32) -> String,
    pub failed: fn(&str) -> String,
    /// The language by its own name.
    pub nothing_written: fn(&str) -> String,
    pub no_limit: &'static str,
    /// Characters that no font has.
    pub replaced: fn(&str) -> String,
    pub more_pages: fn(u32) -> String,
    pub logo_problem: fn(LogoProblem) -> String,
    pub other_bank: &'static str,
    /// The buyer.
    pub other_bank_why: fn(&str) -> String,
    /// The date on which they were given.
    pub before: fn(&str) -> String,
    pub now: &'static str,
    pub call_buyer: &'static str,
    pub give_now: &'static str,
    pub without_bank: &'static str,
    pub registration: &'static str,
    pub registration_hint: &'static str,
    pub logo: &'static str,
    pub logo_about: &'static str,
    /// Its width and height.
    pub logo_size: fn(u32, u32) -> String,
    pub choose_logo: &'static str,
    pub remove_logo: &'static str,
    pub banks: &'static str,
    pub banks_about: &'static str,
    pub bank_label: &'static str,
    pub bank_label_hint: &'static str,
    pub beneficiary: &'static str,
    pub bank: &'static str,
    pub bank_address: &'static str,
    pub account: &'static str,
    pub swift: &'static str,
    pub currency: &'static str,
    pub any_currency: &'static str,
    pub remarks: &'static str,
    pub add_bank: &'static str,
    pub remove_bank: fn(&str) -> String,
    /// An account without a name, by its number.
    pub numbered_bank: fn(usize) -> String,
    pub doubt: fn(BankDoubt) -> &'static str,
    pub policy: &'static str,
    pub policy_about: &'static str,
    /// Names of the topics that are only in the policy.
    pub policy_topic: fn(&str) -> &'static str,
    pub policy_hint: fn(&str) -> &'static str,
    pub other_language: &'static str,
    pub bank_given: &'static str,
}

pub const ENGLISH: PapersText = PapersText {
    schedule_pdf: "Payment schedule (.pdf)",
    policy_pdf: "Deposit policy (.pdf)",
    picture: "Copy as a picture",
    picture_of: |pages| {
        format!("Copied page 1 of {pages}: a picture shows one page only. Send the PDF for all of it.")
    },
    failed: |why| format!("The PDF could not be made: {why}"),
    nothing_written: |language| {
        format!(
            "The deposit policy says only what you have written, and nothing is written in {language} yet. Write your answers in Library, Deposit answers."
        )
    },
    no_limit: "An answer names {limit}, but Settings has no rule for small first orders. Set the rule or change the answer.",
    replaced: |signs| {
        format!(
            "No font here has these characters, so \u{fffd} stands for them: {signs}. Write the name in Latin letters."
        )
    },
    more_pages: |pages| format!("The policy takes {pages} pages. Shorten your answers to fit one."),
    logo_problem: |problem| match problem {
        LogoProblem::TooLarge { bytes } => {
            format!(
                "The picture is {} KB; the limit is {} KB. Save it smaller.",
                bytes.div_ceil(1024),
                MOST_BYTES / 1024
            )
        }
        LogoProblem::NoPicture => "This is neither a PNG nor a JPEG picture.".to_owned(),
        LogoProblem::TooManyPixels { width, height } => {
            format!(
                "The picture is {width} × {height} pixels; the limit is {MOST_PIXELS} each way. Save it smaller."
            )
        }
        LogoProblem::Broken => "The picture is damaged and cannot be drawn.".to_owned(),
    },
    other_bank: "Other bank details than before",
    other_bank_why: |buyer| {
        format!(
            "{buyer} was given a different account last time. Changed bank details are how fraud looks, and a careful buyer will stop paying."
        )
    },
    before: |date| format!("Given on {date}"),
    now: "In this document",
    call_buyer: "Call your buyer on a number you know and announce the new account before you send it.",
    give_now: "Export with the new account",
    without_bank: "Export without bank details",
    registration: "Registration or tax number",
    registration_hint: "VAT DE 123456789",
    logo: "Logo",
    logo_about: "At the top of every document. PNG or JPEG, at most 256 KB.",
    logo_size: |width, height| format!("{width} × {height} pixels"),
    choose_logo: "Choose a logo…",
    remove_logo: "Remove the logo",
    banks: "Bank accounts",
    banks_about: "Documents show the account in the currency of the contract, else the one for any currency.",
    bank_label: "Name for yourself",
    bank_label_hint: "EUR account",
    beneficiary: "Beneficiary",
    bank: "Bank",
    bank_address: "Bank address",
    account: "Account no. or IBAN",
    swift: "SWIFT / BIC",
    currency: "For currency",
    any_currency: "Any",
    remarks: "Remarks on documents",
    add_bank: "Add a bank account",
    remove_bank: |name| format!("Remove {name}"),
    numbered_bank: |number| format!("Account {number}"),
    doubt: |doubt| match doubt {
        BankDoubt::Iban => "The check digits of this IBAN do not fit. Compare it with your bank's letter.",
        BankDoubt::Swift => "A SWIFT code has 8 or 11 characters, such as ABCDCN2X. Please check it.",
        BankDoubt::Countries => "IBAN and SWIFT code name different countries. Please check both.",
    },
    policy: "For the deposit policy",
    policy_about: "These stand only in the one-page deposit policy (PDF), together with the answers above. {limit} becomes the amount of your rule for small first orders.",
    policy_topic: |topic| match topic {
        "why" => "Why we ask for a deposit",
        "refund" => "If the order changes or is cancelled",
        _terms => "Our usual terms",
    },
    policy_hint: |topic| match topic {
        "why" => "We make to order, and start with the material",
        "refund" => "What is paid back, and when",
        _terms => "30% with the order, the balance before shipment",
    },
    other_language: "Also write in",
    bank_given: "Bank details given",
};

pub const CHINESE: PapersText = PapersText {
    schedule_pdf: "付款计划（.pdf）",
    policy_pdf: "预付款政策（.pdf）",
    picture: "复制为图片",
    picture_of: |pages| format!("已复制第 1 页，共 {pages} 页：图片只含一页，完整内容请发送 PDF。"),
    failed: |why| format!("PDF 无法生成：{why}"),
    nothing_written: |language| {
        format!(
            "预付款政策只采用您自己写的内容，目前还没有{language}版本。请在“素材库”的“预付款问答”中填写。"
        )
    },
    no_limit: "有一条回答用了 {limit}，但设置中没有小额首单规则。请先设置规则，或修改该回答。",
    replaced: |signs| {
        format!("本机没有可显示以下字符的字体，已用 \u{fffd} 代替：{signs}。请改用拉丁字母书写名称。")
    },
    more_pages: |pages| format!("政策占了 {pages} 页。请精简回答，使其不超过一页。"),
    logo_problem: |problem| match problem {
        LogoProblem::TooLarge { bytes } => {
            format!("图片有 {} KB，最多可用 {} KB。请缩小后再选。", bytes.div_ceil(1024), MOST_BYTES / 1024)
        }
        LogoProblem::NoPicture => "这不是 PNG 或 JPEG 图片。".to_owned(),
        LogoProblem::TooManyPixels { width, height } => {
            format!("图片有 {width} × {height} 像素，每边最多 {MOST_PIXELS}。请缩小后再选。")
        }
        LogoProblem::Broken => "图片已损坏，无法显示。".to_owned(),
    },
    other_bank: "收款账户与上次不同",
    other_bank_why: |buyer| {
        format!("{buyer} 上次收到的是另一个账户。变更账户正是诈骗的典型手法，谨慎的客户会因此停止付款。")
    },
    before: |date| format!("{date} 提供的账户"),
    now: "本文件中的账户",
    call_buyer: "发送前，请拨打您已有的客户电话，告知新账户。",
    give_now: "使用新账户导出",
    without_bank: "导出时不含银行信息",
    registration: "注册号或税号",
    registration_hint: "统一社会信用代码 91330206…",
    logo: "公司标志",
    logo_about: "显示在每份文件的顶部。PNG 或 JPEG，最多 256 KB。",
    logo_size: |width, height| format!("{width} × {height} 像素"),
    choose_logo: "选择标志…",
    remove_logo: "移除标志",
    banks: "银行账户",
    banks_about: "文件显示与合同币种相同的账户；没有时显示不限币种的账户。",
    bank_label: "自用名称",
    bank_label_hint: "欧元账户",
    beneficiary: "收款人",
    bank: "开户银行",
    bank_address: "银行地址",
    account: "账号或 IBAN",
    swift: "SWIFT / BIC",
    currency: "适用币种",
    any_currency: "不限",
    remarks: "文件上的备注",
    add_bank: "添加银行账户",
    remove_bank: |name| format!("删除{name}"),
    numbered_bank: |number| format!("账户 {number}"),
    doubt: |doubt| match doubt {
        BankDoubt::Iban => "该 IBAN 的校验位不符，请与银行文件核对。",
        BankDoubt::Swift => "SWIFT 代码应为 8 或 11 位，如 ABCDCN2X，请核对。",
        BankDoubt::Countries => "IBAN 与 SWIFT 代码不属于同一国家，请核对。",
    },
    policy: "用于预付款政策",
    policy_about: "以下内容只出现在一页的预付款政策（PDF）中，与上面的回答一起使用。{limit} 会换成小额首单规则的金额。",
    policy_topic: |topic| match topic {
        "why" => "我们为什么要预付款",
        "refund" => "订单变更或取消时",
        _terms => "我们通常的付款条件",
    },
    policy_hint: |topic| match topic {
        "why" => "产品按订单生产，先要备料",
        "refund" => "退还什么，何时退还",
        _terms => "下单付 30%，发货前付清尾款",
    },
    other_language: "另写一种语言",
    bank_given: "已提供的银行信息",
};
