//! The findings of the copy check, as sentences.

use super::labels::field;
use crate::domain::message::{DraftFinding, FieldId};
use crate::domain::today::RowDue;
use crate::domain::today::turn::InTransit;
use crate::text::window::deposit::part_name;
use crate::text::{Language, format};

/// What is wrong, and what to do about it.
pub fn say(finding: &DraftFinding, language: Language) -> String {
    match language {
        Language::English => english(finding),
        Language::Chinese => chinese(finding),
    }
}

fn english(finding: &DraftFinding) -> String {
    let name = |id| field(id, Language::English);
    match finding {
        DraftFinding::MissingField(id) => format!("Fill in or remove: {}.", name(*id)),
        DraftFinding::OpenBlank(text) => format!("Fill in or remove: {text}."),
        DraftFinding::MixedLanguage => "The message mixes two languages.".to_owned(),
        DraftFinding::ForeignScript(id) => {
            format!(
                "In a script or language they may not read: {}. Write it for them, or keep it.",
                name(*id)
            )
        }
        DraftFinding::TooLong(id) => format!("Too long, only the beginning is used: {}.", name(*id)),
        DraftFinding::MoreThanOneAsk => "More than one question: one is answered more often.".to_owned(),
        DraftFinding::AmountDiffers(amount) => {
            format!("{amount} is neither in the deal nor in its plan.")
        }
        DraftFinding::DateDiffers(date) => format!("{date} is neither in the deal nor in its plan."),
        DraftFinding::ContactStopped => "This contact asked us to stop writing.".to_owned(),
        DraftFinding::ContactBounced => "Mail to this address came back; use another channel.".to_owned(),
        DraftFinding::DeadlineWithoutGround => {
            "No last day can be shown: enter ship by, lead time and cut-off, and plan the deposit.".to_owned()
        }
        DraftFinding::DatePassed(FieldId::ValidUntil) => {
            "The quotation has expired: renew it, or say that it still stands.".to_owned()
        }
        DraftFinding::DatePassed(id) => format!("Already past: {}.", name(*id)),
        DraftFinding::LeftOut(id) => {
            format!("Left out, because the library has no sentence for it: {}.", name(*id))
        }
        DraftFinding::CallFirst => "Nobody has called yet; call before you stop writing.".to_owned(),
        DraftFinding::MoneyArrived => "Money has arrived; this message no longer fits.".to_owned(),
        DraftFinding::MoneyInTransit(transit) => {
            format!(
                "They say they have paid{}, and nothing has arrived: this message does not ask for the SWIFT copy.",
                paid(transit, Language::English)
            )
        }
        DraftFinding::RowDue(row) => row_due(row, Language::English),
        DraftFinding::ProgressDue => {
            "The order is running and they wait for a progress update: say how it stands.".to_owned()
        }
        DraftFinding::NotBooked(money) => {
            let money =
                money.map_or_else(|| "Money".to_owned(), |money| format::money(money, Language::English));
            format!("{money} arrived and does not stand in the plan: record it there first.")
        }
        DraftFinding::TotalDiffers { plan, deal } => format!(
            "The plan is for {}, the deal for {}: make them the same on the deposit page.",
            format::money(*plan, Language::English),
            format::money(*deal, Language::English)
        ),
        DraftFinding::PlanMissesLastDay(last) => format!(
            "The plan asks for some of the deposit after the last true day, {}: move its dates first.",
            format::date_long(*last, Language::English)
        ),
        DraftFinding::EditedFromOlder => "The deal has changed since you edited this text.".to_owned(),
        DraftFinding::LanguageNotYet(tag) => {
            format!("Icebreak cannot write {} yet: this is English.", named(tag, Language::English))
        }
    }
}

fn chinese(finding: &DraftFinding) -> String {
    let name = |id| field(id, Language::Chinese);
    match finding {
        DraftFinding::MissingField(id) => format!("请填写或删除：{}。", name(*id)),
        DraftFinding::OpenBlank(text) => format!("请填写或删除：{text}。"),
        DraftFinding::MixedLanguage => "消息里混用了两种语言。".to_owned(),
        DraftFinding::ForeignScript(id) => {
            format!("{}用的文字对方可能看不懂：请写出对方能读的写法，或选择保留原样。", name(*id))
        }
        DraftFinding::TooLong(id) => format!("内容过长，只用了开头：{}。", name(*id)),
        DraftFinding::MoreThanOneAsk => "问题不止一个；只问一个更容易得到答复。".to_owned(),
        DraftFinding::AmountDiffers(amount) => format!("{amount} 与订单和付款计划都不一致。"),
        DraftFinding::DateDiffers(date) => format!("{date} 与订单和付款计划都不一致。"),
        DraftFinding::ContactStopped => "此联系人要求不再收到消息。".to_owned(),
        DraftFinding::ContactBounced => "此邮箱退信，请换一种联系方式。".to_owned(),
        DraftFinding::DeadlineWithoutGround => {
            "无法给出最后日期：请填写最迟装运日、交期和截关天数，并制定预付款计划。".to_owned()
        }
        DraftFinding::DatePassed(FieldId::ValidUntil) => {
            "报价已过有效期：请更新报价，或说明仍然有效。".to_owned()
        }
        DraftFinding::DatePassed(id) => format!("日期已过：{}。", name(*id)),
        DraftFinding::LeftOut(id) => format!("素材库里没有对应的句子，已省略：{}。", name(*id)),
        DraftFinding::CallFirst => "还没有打过电话；停止联系之前请先打一次。".to_owned(),
        DraftFinding::MoneyArrived => "款项已到账，这条消息不再适用。".to_owned(),
        DraftFinding::MoneyInTransit(transit) => {
            format!(
                "客户称已付款{}，款项尚未到账：这条消息没有索要 SWIFT 水单。",
                paid(transit, Language::Chinese)
            )
        }
        DraftFinding::RowDue(row) => row_due(row, Language::Chinese),
        DraftFinding::ProgressDue => "订单正在执行，客户在等进度通报：请写明目前的进展。".to_owned(),
        DraftFinding::NotBooked(money) => {
            let money = money
                .map_or_else(String::new, |money| format!("（{}）", format::money(money, Language::Chinese)));
            format!("有款项{money}已到账，但未登记在付款计划中：请先登记。")
        }
        DraftFinding::TotalDiffers { plan, deal } => format!(
            "付款计划的总额是 {}，订单金额是 {}：请先在预付款页面改为一致。",
            format::money(*plan, Language::Chinese),
            format::money(*deal, Language::Chinese)
        ),
        DraftFinding::PlanMissesLastDay(last) => format!(
            "计划中有预付款晚于最迟到账日（{}）：请先调整日期。",
            format::date_long(*last, Language::Chinese)
        ),
        DraftFinding::EditedFromOlder => "您修改之后，订单内容有变化。".to_owned(),
        DraftFinding::LanguageNotYet(tag) => {
            format!("暂时还不能用{}写，这是英文。", named(tag, Language::Chinese))
        }
    }
}

/// How much they say they have paid, and when they said it.
fn paid(transit: &InTransit, language: Language) -> String {
    let since = format::date_long(transit.since, language);
    let money = transit.money.map(|money| format::money(money, language));
    match (language, money) {
        (Language::English, Some(money)) => format!(" ({money}, {since})"),
        (Language::English, None) => format!(" ({since})"),
        (Language::Chinese, Some(money)) => format!("（{money}，{since}）"),
        (Language::Chinese, None) => format!("（{since}）"),
    }
}

fn row_due(row: &RowDue, language: Language) -> String {
    let part = part_name(row.label, row.part, row.parts, row.word, language);
    let (open, due) = (format::money(row.amount, language), format::date_long(row.due, language));
    match (language, row.overdue) {
        (Language::English, true) => format!("Overdue since {due}: {part}, {open}. Name it in the message."),
        (Language::English, false) => format!("Due today, {due}: {part}, {open}. Name it in the message."),
        (Language::Chinese, true) => format!("自{due}起逾期：{part}，{open}。请在消息中写明。"),
        (Language::Chinese, false) => format!("今天（{due}）到期：{part}，{open}。请在消息中写明。"),
    }
}

/// The language's name, or its tag if we have no name for it.
fn named(tag: &str, language: Language) -> String {
    crate::text::buyer::words::window::language_name(tag, language).unwrap_or(tag).to_owned()
}
