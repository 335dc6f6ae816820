//! The names of a message's strategies and fields.

use crate::domain::message::{FieldId, Strategy, StrategyGroup};
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
        FieldId::Answer1 => ("your answer", "您的答复"),
        FieldId::Answer2 => ("your answer to point 2", "您对第 2 点的答复"),
        FieldId::Answer3 => ("your answer to point 3", "您对第 3 点的答复"),
        FieldId::Answer4 => ("your answer to point 4", "您对第 4 点的答复"),
        FieldId::Answer5 => ("your answer to point 5", "您对第 5 点的答复"),
        FieldId::Progress => ("how the order stands", "订单进度"),
        FieldId::NextMilestone => ("what comes next, and when", "下一步和日期"),
        FieldId::Incentive => ("the extra you offer", "额外优惠"),
        FieldId::IncentiveCondition => ("condition of the extra", "优惠条件"),
        FieldId::IncentiveUntil => ("last day of the extra", "优惠截止日"),
        FieldId::TrialQuantity => ("trial quantity", "试单数量"),
        FieldId::ApprovalDay => ("the day they decide", "客户决定的日期"),
        FieldId::Benefit => ("what the deposit secures", "预付款的好处"),
        FieldId::OurPromise => ("what you will send", "您要发送的内容"),
        FieldId::OurPromiseDay => ("by which day you send it", "最迟发送日期"),
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
        Strategy::Answer => ("Answer their question", "答复客户的问题"),
        Strategy::Agreed => ("After the yes", "客户答应后，落实细节"),
        Strategy::Promise => ("Ask about their promise", "跟进客户答应的日期"),
        Strategy::Payment => ("Follow the payments", "跟进付款"),
        Strategy::Progress => ("Tell them how the order stands", "告知订单进度"),
        Strategy::NewChannel => ("Reach them another way", "换个方式联系"),
        Strategy::Expiring => ("Say that the quotation ends soon", "报价即将到期"),
        Strategy::Recap => ("Break the ice with a recap", "重提要点，打破沉默"),
        Strategy::Approval => ("Help them get it approved", "帮客户通过内部审批"),
        Strategy::Alternatives => ("Offer alternatives", "提供替代方案"),
        Strategy::TimeFrame => ("Respectful time frame", "礼貌地给个期限"),
        Strategy::Value => ("Show the value with a success story", "用案例说明价值"),
        Strategy::Data => ("Share a figure", "用数据说话"),
        Strategy::Reference => ("Offer a reference", "介绍一位老客户"),
        Strategy::Proof => ("Show that we keep our promises", "证明我们说到做到"),
        Strategy::Incentive => ("Offer something extra", "给个优惠"),
        Strategy::TrialOrder => ("Offer a trial order", "建议先下试单"),
        Strategy::ExplainDeposit => ("Explain the deposit", "说明预付款"),
        Strategy::DepositWorries => ("Answer a worry about the deposit", "打消预付款顾虑"),
        Strategy::Benefits => ("Say what the deposit gives them", "说明预付款的好处"),
        Strategy::OfferInstalments => ("Offer instalments", "提议分期付款"),
        Strategy::Pause => ("Pause politely", "礼貌地暂停"),
    };
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

/// What the strategy does, in one short sentence.
pub(crate) fn strategy_aim(strategy: Strategy, language: Language) -> &'static str {
    let (english, chinese) = match strategy {
        Strategy::Answer => ("Quotes what they asked, with your answer.", "引用客户的问题，附上您的答复。"),
        Strategy::Agreed => {
            ("Five short points that keep an agreed order moving.", "用五个要点把已答应的订单落实下去。")
        }
        Strategy::Promise => ("Asks kindly about the day they named.", "客气地问起客户说过的日期。"),
        Strategy::Payment => {
            ("Thanks for what came and names what is due next.", "感谢已到的款项，说明下一笔。")
        }
        Strategy::Progress => {
            ("Says where the order stands and what comes next.", "说明订单做到哪一步、接下来是什么。")
        }
        Strategy::NewChannel => {
            ("Tries another channel or another person.", "换一个渠道，或联系另一位同事。")
        }
        Strategy::Expiring => ("Names the last day of the quotation.", "说明报价的最后一天。"),
        Strategy::Recap => (
            "Sums up what was agreed and asks one easy question.",
            "回顾已谈好的内容，问一个容易回答的问题。",
        ),
        Strategy::Approval => {
            ("Gives them what their decision-maker needs to see.", "备好决策人需要看到的内容。")
        }
        Strategy::Alternatives => {
            ("Other ways for the point that may be in the way.", "针对可能的顾虑，另给几种选择。")
        }
        Strategy::TimeFrame => {
            ("Names the last day that keeps the shipment, and why.", "说明赶得上船期的最后日期和理由。")
        }
        Strategy::Value => ("What another buyer had from it.", "讲一个其他客户的实际收获。"),
        Strategy::Data => ("One figure of yours, with its source.", "给出一个有出处的数字。"),
        Strategy::Reference => ("Somebody they can ask about you.", "介绍一位可以打听的老客户。"),
        Strategy::Proof => ("What you commit to, and how you keep it.", "说明您承诺什么、如何做到。"),
        Strategy::Incentive => {
            ("One extra, with its condition and its last day.", "一项优惠，写明条件和截止日。")
        }
        Strategy::TrialOrder => ("A small quantity to begin with.", "先从小批量开始。"),
        Strategy::ExplainDeposit => {
            ("What the deposit is for, and how it is used.", "说明预付款的用途和使用方式。")
        }
        Strategy::DepositWorries => ("Answers one worry, in your own words.", "用您自己的话打消一个顾虑。"),
        Strategy::Benefits => ("What the deposit secures for them.", "说明预付款为客户保证了什么。"),
        Strategy::OfferInstalments => {
            ("The deposit in parts, with amounts and days.", "把预付款分成几笔，写明金额和日期。")
        }
        Strategy::Pause => ("Stops writing for now and leaves the door open.", "暂时不再联系，但留有余地。"),
    };
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

pub(crate) fn strategy_group(group: StrategyGroup, language: Language) -> &'static str {
    let (english, chinese) = match group {
        StrategyGroup::Standing => ("The deal's next step", "订单的下一步"),
        StrategyGroup::FollowUp => ("Follow up", "跟进"),
        StrategyGroup::Proof => ("Give them a reason", "给客户一个理由"),
        StrategyGroup::Offer => ("Offer something", "提出方案"),
        StrategyGroup::Money => ("Deposit and payments", "预付款与付款"),
    };
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}
