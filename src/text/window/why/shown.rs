//! The source of an answer in the deal, in words.

use chrono::NaiveDate;

use crate::domain::deal::touch::Channel;
use crate::domain::diagnosis::Shown;
use crate::text::{Language, Text, format};

/// "a note of 12 November: “the committee meets on Thursday”".
pub fn shown(shown: &Shown, on: NaiveDate, text: &Text) -> String {
    match text.language {
        Language::English => english(shown, on, text),
        Language::Chinese => chinese(shown, on, text),
    }
}

fn english(shown: &Shown, today: NaiveDate, text: &Text) -> String {
    let date = |date: NaiveDate| format::date_near(date, today, Language::English);
    match shown {
        Shown::Stage(stage) => format!("the stage: {}", (text.list.stage_name)(*stage)),
        Shown::AutoReply { on, until } => {
            format!("their auto-reply of {}: away until {}", date(*on), date(*until))
        }
        Shown::Pause { reason, until: Some(until) } => format!("your pause until {}: {reason}", date(*until)),
        Shown::Pause { reason, until: None } => format!("your pause: {reason}"),
        Shown::Bounced { on: Some(on) } => format!("the message that came back on {}", date(*on)),
        Shown::Bounced { on: None } => "a message that came back".to_owned(),
        Shown::Tried { touches: 1, channels } => format!("one try ({})", names(channels, text)),
        Shown::Tried { touches, channels } => format!("{touches} tries ({})", names(channels, text)),
        Shown::SaysPaid { on } => format!("their word of {} that they paid", date(*on)),
        Shown::Promise { kind, made, by } => {
            let what = (text.story.promise_kind)(*kind).to_lowercase();
            format!("their promise of {}: {what} by {}", date(*made), date(*by))
        }
        Shown::Role { name, role } => format!("the contact: {}", joined(name, role)),
        Shown::Amount(money) => format!("the amount: {}", format::money_with_code(*money)),
        Shown::Note { on: Some(on), snippet } => format!("a note of {}: “{snippet}”", date(*on)),
        Shown::Note { on: None, snippet } => format!("your notes: “{snippet}”"),
    }
}

fn chinese(shown: &Shown, today: NaiveDate, text: &Text) -> String {
    let date = |date: NaiveDate| format::date_near(date, today, Language::Chinese);
    match shown {
        Shown::Stage(stage) => format!("订单阶段：{}", (text.list.stage_name)(*stage)),
        Shown::AutoReply { on, until } => {
            format!("{}的自动回复：{}前不在", date(*on), date(*until))
        }
        Shown::Pause { reason, until: Some(until) } => format!("暂停至{}：{reason}", date(*until)),
        Shown::Pause { reason, until: None } => format!("暂停原因：{reason}"),
        Shown::Bounced { on: Some(on) } => format!("{}的退信", date(*on)),
        Shown::Bounced { on: None } => "退信".to_owned(),
        Shown::Tried { touches, channels } => format!("已联系 {touches} 次（{}）", names(channels, text)),
        Shown::SaysPaid { on } => format!("{}对方称已付款", date(*on)),
        Shown::Promise { kind, made, by } => {
            format!("{}的承诺：{}前{}", date(*made), date(*by), (text.story.promise_kind)(*kind))
        }
        Shown::Role { name, role } => format!("联系人：{}", joined(name, role)),
        Shown::Amount(money) => format!("金额：{}", format::money_with_code(*money)),
        Shown::Note { on: Some(on), snippet } => format!("{}的备注：“{snippet}”", date(*on)),
        Shown::Note { on: None, snippet } => format!("备注：“{snippet}”"),
    }
}

fn names(channels: &[Channel], text: &Text) -> String {
    let comma = match text.language {
        Language::English => ", ",
        Language::Chinese => "、",
    };
    let names: Vec<&str> = channels.iter().map(|channel| (text.story.channel_name)(*channel)).collect();
    names.join(comma)
}

fn joined(name: &str, role: &str) -> String {
    [name.trim(), role.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
