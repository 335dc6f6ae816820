//! The facts of a deal for an assistant that writes a message: what it may say, and what it may not promise.

use crate::domain::deal::Deal;
use crate::domain::document::Document;
use crate::domain::message::proofread::KnownFacts;
use crate::text::{Language, format};

/// Whether people and companies are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefNames {
    Left,
    Named,
}

/// Facts one a line, then what must not be said. Never bank details.
pub fn brief(
    deal: &Deal,
    document: &Document,
    facts: &KnownFacts<'_>,
    names: BriefNames,
    language: Language,
) -> String {
    let say = |english: &'static str, chinese: &'static str| match language {
        Language::English => english,
        Language::Chinese => chinese,
    };
    let agreed = &deal.agreed;
    let money =
        |money: Option<crate::domain::money::Money>| money.map(|money| format::money(money, language));
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| format::date_long(day, language));
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let number = |days: Option<u32>| days.map(|days| days.to_string());
    let named = names == BriefNames::Named;
    let contact = deal.contact().filter(|_| named).and_then(|contact| text(&contact.name));
    let price = agreed.unit_price.zip(facts.currency);
    let lines = [
        (say("Language of the message", "消息语言"), text(&deal.buyer.language)),
        (say("Buyer", "客户"), text(&deal.buyer.company).filter(|_| named)),
        (say("Contact", "联系人"), contact),
        (say("Contact's role", "联系人职务"), deal.contact().and_then(|contact| text(&contact.role))),
        (say("From", "发件人"), text(&document.library.company.sender).filter(|_| named)),
        (say("PI number", "形式发票号"), text(&agreed.pi)),
        (say("PI date", "形式发票日期"), day(agreed.pi_date)),
        (say("Quotation valid until", "报价有效期至"), day(agreed.valid_until)),
        (say("Product", "产品"), text(&deal.product)),
        (say("Quantity", "数量"), text(&agreed.quantity)),
        (
            say("Unit price", "单价"),
            price.map(|(price, currency)| format!("{} {}", currency.code(), price.normalize())),
        ),
        (say("Total", "总额"), money(facts.total)),
        (say("Deposit", "预付款"), money(facts.deposit)),
        (say("Balance", "尾款"), money(facts.balance)),
        (say("Received so far", "已收款"), money(facts.received_in_all())),
        (say("Payment terms", "付款条件"), text(&agreed.payment_terms)),
        (say("Terms of delivery", "贸易术语"), text(&agreed.incoterm)),
        (say("Lead time in days", "交期（天）"), number(agreed.lead_time_days)),
        (say("Ship by", "最迟装运日"), day(agreed.ship_by)),
        (say("Last day for the deposit", "预付款最晚到账日"), day(facts.last_true_day)),
        (say("Open questions", "待答问题"), text(&agreed.open_questions)),
    ];
    let mut written: Vec<String> = lines
        .into_iter()
        .filter_map(|(label, value)| Some(format!("{label}{}{}", say(": ", "："), value?)))
        .collect();
    written.insert(0, say(HEAD.0, HEAD.1).to_owned());
    written.push(String::new());
    written.push(say(RULES.0, RULES.1).to_owned());
    written.join("\n")
}

const HEAD: (&str, &str) = (
    "Write a short message to a buyer with these facts and no others:",
    "请用以下事实（不得添加其他内容）给客户写一条简短的消息：",
);

const RULES: (&str, &str) = (
    "Use every amount, date and name exactly as above. One question at the end, nothing else asked.\n\
     Promise nothing: no discount, guarantee, refund, free goods or earlier delivery.\n\
     No figures or customers of ours, no calls or meetings that are not above, no pressure, no markdown.",
    "金额、日期和名称必须与上文完全一致。结尾只提一个问题，不要提其他要求。\n\
     不得作任何承诺：不打折、不保证、不退款、不赠送、不提前交货。\n\
     不要写我司的数据或其他客户，不要编造电话或会面，不要施压，不要使用 Markdown 格式。",
);
