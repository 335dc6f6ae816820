//! The source of an answer in the deal, in words.

use chrono::NaiveDate;

use crate::domain::deal::touch::Channel;
use crate::domain::diagnosis::ShownBy;
use crate::text::{Language, Text, format};

/// "a note of 12 November: “the committee meets on Thursday”".
pub fn shown(shown: &ShownBy, on: NaiveDate, text: &Text) -> String {
    match text.language {
        Language::English => english(shown, on, text),
        Language::Chinese => chinese(shown, on, text),
    }
}

fn english(shown: &ShownBy, today: NaiveDate, text: &Text) -> String {
    let date = |date: NaiveDate| format::date_near(date, today, Language::English);
    match shown {
        ShownBy::Stage(stage) => format!("the stage: {}", (text.list.stage_name)(*stage)),
        ShownBy::AutoReply { on, until } => {
            format!("their auto-reply of {}: away until {}", date(*on), date(*until))
        }
        ShownBy::Pause { reason, until: Some(until) } => {
            format!("your pause until {}: {reason}", date(*until))
        }
        ShownBy::Pause { reason, until: None } => format!("your pause: {reason}"),
        ShownBy::Bounced { on: Some(on) } => format!("the message that came back on {}", date(*on)),
        ShownBy::Bounced { on: None } => "a message that came back".to_owned(),
        ShownBy::Tried { touches: 1, channels } => format!("one try ({})", names(channels, text)),
        ShownBy::Tried { touches, channels } => format!("{touches} tries ({})", names(channels, text)),
        ShownBy::SaysPaid { on } => format!("their word of {} that they paid", date(*on)),
        ShownBy::Promise { kind, made, by } => {
            let what = (text.story.promise_kind)(*kind).to_lowercase();
            format!("their promise of {}: {what} by {}", date(*made), date(*by))
        }
        ShownBy::Role { name, role } => format!("the contact: {}", joined(name, role)),
        ShownBy::Amount(money) => format!("the amount: {}", format::money_with_code(*money)),
        ShownBy::Note { on: Some(on), snippet } => format!("a note of {}: “{snippet}”", date(*on)),
        ShownBy::Note { on: None, snippet } => format!("your notes: “{snippet}”"),
    }
}

fn chinese(shown: &ShownBy, today: NaiveDate, text: &Text) -> String {
    let date = |date: NaiveDate| format::date_near(date, today, Language::Chinese);
    match shown {
        ShownBy::Stage(stage) => format!("订单阶段：{}", (text.list.stage_name)(*stage)),
        ShownBy::AutoReply { on, until } => {
            format!("{}的自动回复：{}前不在", date(*on), date(*until))
        }
        ShownBy::Pause { reason, until: Some(until) } => format!("暂停至{}：{reason}", date(*until)),
        ShownBy::Pause { reason, until: None } => format!("暂停原因：{reason}"),
        ShownBy::Bounced { on: Some(on) } => format!("{}的退信", date(*on)),
        ShownBy::Bounced { on: None } => "退信".to_owned(),
        ShownBy::Tried { touches, channels } => format!("已联系 {touches} 次（{}）", names(channels, text)),
        ShownBy::SaysPaid { on } => format!("{}对方称已付款", date(*on)),
        ShownBy::Promise { kind, made, by } => {
            format!("{}的承诺：{}前{}", date(*made), date(*by), (text.story.promise_kind)(*kind))
        }
        ShownBy::Role { name, role } => format!("联系人：{}", joined(name, role)),
        ShownBy::Amount(money) => format!("金额：{}", format::money_with_code(*money)),
        ShownBy::Note { on: Some(on), snippet } => format!("{}的备注：“{snippet}”", date(*on)),
        ShownBy::Note { on: None, snippet } => format!("备注：“{snippet}”"),
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
