//! The names of a message's strategies and fields.

use crate::domain::message::{FieldId, Strategy};
use crate::domain::names::Named as _;
use crate::text::Language;

/// The field's name, shown in brackets while it is unfilled. Unique within a language.
pub fn field(id: FieldId, language: Language) -> &'static str {
    let (english, chinese) = match id {
        FieldId::Greeting => ("greeting", "称呼"),
        FieldId::Contact => ("contact name", "联系人姓名"),
        FieldId::Buyer => ("buyer", "客户公司"),
        FieldId::Product => ("product", "产品"),
        FieldId::Quantity => ("quantity", "数量"),
        FieldId::UnitPrice => ("unit price", "单价"),
        FieldId::Amount => ("amount", "总额"),
        FieldId::Pi => ("PI number", "PI 编号"),
        FieldId::PiDate => ("PI date", "PI 日期"),
        FieldId::ValidUntil => ("quotation valid until", "报价有效期"),
        FieldId::Incoterm => ("Incoterm", "贸易术语"),
        FieldId::ShipBy => ("ship by", "最迟装运日"),
        FieldId::LeadTime => ("lead time", "交期"),
        FieldId::PaymentTerms => ("payment terms", "付款条件"),
        FieldId::WarrantyYears => ("warranty years", "质保年限"),
        FieldId::OpenQuestions => ("open questions", "待确认事项"),
        FieldId::TheirLastPoint => ("their last point", "客户上次提到的内容"),
        FieldId::DepositAmount => ("deposit amount", "预付款金额"),
        FieldId::DepositShare => ("deposit share", "预付款比例"),
        FieldId::Balance => ("balance", "尾款"),
        FieldId::PlanRows => ("payment plan in parts", "分期付款计划"),
        FieldId::LastTrueDay => ("last true day", "最迟到账日"),
        FieldId::ProposedDay => ("proposed day", "建议日期"),
        FieldId::Alternatives => ("alternatives", "替代方案"),
        FieldId::Story => ("success story", "成功案例"),
        FieldId::Reference => ("reference", "推荐人"),
        FieldId::Fact => ("fact", "事实数据"),
        FieldId::DepositPurpose => ("what the deposit is for", "预付款用途"),
        FieldId::DepositSafety => ("why the deposit is safe", "预付款安全说明"),
        FieldId::DepositQuality => ("what protects the quality", "质量保障说明"),
        FieldId::DepositInstalments => ("deposit in parts, in your words", "分期说明"),
        FieldId::DepositFirstOrder => ("deposit on a first order", "首单预付款说明"),
        FieldId::Sender => ("your name", "您的姓名"),
        FieldId::SenderRole => ("your position", "您的职位"),
        FieldId::Company => ("your company", "您的公司"),
    };
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

/// The field that has this label.
pub fn field_from(label: &str, language: Language) -> Option<FieldId> {
    FieldId::members().find(|id| field(*id, language) == label.trim())
}

/// The strategy as people choose it.
pub fn strategy(strategy: Strategy, language: Language) -> &'static str {
    let (english, chinese) = match strategy {
        Strategy::Recap => ("Break the ice with a recap", "用要点回顾重新联系"),
        Strategy::Alternatives => ("Offer alternatives", "提供替代方案"),
        Strategy::TimeFrame => ("Respectful time frame", "礼貌地给出时间"),
        Strategy::ExplainDeposit => ("Explain the deposit", "说明预付款"),
        Strategy::OfferInstalments => ("Offer instalments", "提出分期"),
        Strategy::Pause => ("Pause politely", "礼貌地暂停"),
        Strategy::Payment => ("Follow the payments", "跟进付款"),
    };
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}
