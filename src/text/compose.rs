//! Words of the page on which a message is written and copied.

use crate::domain::message::{MessageChannel, Step, Tone};

pub struct Compose {
    pub strategy: &'static str,
    pub suggested: fn(&str) -> String,
    pub step: &'static str,
    pub step_name: fn(Step) -> &'static str,
    pub tone: &'static str,
    pub tone_name: fn(Tone) -> &'static str,
    pub channel: &'static str,
    pub channel_name: fn(MessageChannel) -> &'static str,
    pub language: &'static str,
    pub english: &'static str,
    pub chinese: &'static str,
    pub subject: &'static str,
    pub copy_subject: &'static str,
    pub body: &'static str,
    pub reading: &'static str,
    pub to_fill: &'static str,
    pub fields_to_fill: fn(usize, &str) -> String,
    pub edited: &'static str,
    pub write_anew: &'static str,
    pub blocked: fn(&str) -> String,
    pub try_channel: fn(&str) -> String,
    pub more: &'static str,
    pub save_eml: &'static str,
    pub save_txt: &'static str,
    pub not_written: &'static str,
    pub kept_for_all: &'static str,
    /// Why a strategy that asks for the deposit is not to be had.
    pub money_moves: &'static str,
}

pub const ENGLISH: Compose = Compose {
    strategy: "Strategy",
    suggested: |name| format!("{name} (suggested)"),
    step: "Step",
    step_name: |step| match step {
        Step::First => "First reminder",
        Step::Second => "Second, with something new",
        Step::Third => "Third, a direct question",
        Step::Fourth => "Last, then pause",
    },
    tone: "Tone",
    tone_name: |tone| match tone {
        Tone::Warm => "Warm",
        Tone::Plain => "Plain",
        Tone::Firm => "Firm",
    },
    channel: "Channel",
    channel_name: |channel| match channel {
        MessageChannel::Email => "E-mail",
        MessageChannel::Chat => "Chat",
        MessageChannel::Call => "Call",
    },
    language: "Language of the message",
    english: "English",
    chinese: "Chinese",
    subject: "Subject",
    copy_subject: "Copy the subject",
    body: "Message",
    reading: "Reading view (English)",
    to_fill: "To fill in",
    fields_to_fill: |count, names| {
        if count == 1 {
            format!("1 field to fill: {names}")
        } else {
            format!("{count} fields to fill: {names}")
        }
    },
    edited: "Edited by you",
    write_anew: "Write it anew",
    blocked: |why| format!("Not copied yet. {why}"),
    try_channel: |name| format!("Two messages are unanswered: try {name}"),
    more: "More",
    save_eml: "Save as .eml…",
    save_txt: "Save as .txt…",
    not_written: "This message could not be written. Choose another strategy.",
    kept_for_all: "Kept for all deals",
    money_moves: "Money has come or is on its way: follow the payments instead.",
};

pub const CHINESE: Compose = Compose {
    strategy: "策略",
    suggested: |name| format!("{name}（建议）"),
    step: "第几次",
    step_name: |step| match step {
        Step::First => "第一次提醒",
        Step::Second => "第二次，带新内容",
        Step::Third => "第三次，直接询问",
        Step::Fourth => "最后一次，然后暂停",
    },
    tone: "语气",
    tone_name: |tone| match tone {
        Tone::Warm => "亲切",
        Tone::Plain => "平实",
        Tone::Firm => "坚定",
    },
    channel: "渠道",
    channel_name: |channel| match channel {
        MessageChannel::Email => "邮件",
        MessageChannel::Chat => "聊天",
        MessageChannel::Call => "电话",
    },
    language: "消息语言",
    english: "英语",
    chinese: "中文",
    subject: "主题",
    copy_subject: "复制主题",
    body: "正文",
    reading: "阅读视图（中文）",
    to_fill: "待填写",
    fields_to_fill: |count, names| format!("还有 {count} 处待填写：{names}"),
    edited: "已由您修改",
    write_anew: "重新生成",
    blocked: |why| format!("暂未复制。{why}"),
    try_channel: |name| format!("已有两条未回复，建议改用{name}"),
    more: "更多",
    save_eml: "保存为 .eml…",
    save_txt: "保存为 .txt…",
    not_written: "无法生成此消息，请换一种策略。",
    kept_for_all: "对所有订单有效",
    money_moves: "款项已到账或在途，请改用“跟进付款”。",
};
