//! Words of the end of the day, and of deals to which nothing needs to be written.

use chrono::NaiveTime;

use crate::domain::deal::Pause;
use crate::domain::today::day::{DayCounts, SaidToday, SettledReason};
use crate::text::Language::{Chinese, English};
use crate::text::{Language, format};

pub struct DayText {
    pub nothing_written: &'static str,
    /// What the list of copied messages is for.
    pub tick_what_left: &'static str,
    pub still_to_do: fn(usize) -> String,
    pub go_on: &'static str,
    pub coming: &'static str,
    pub nothing_coming: &'static str,
    pub called: &'static str,
    pub sent_to: fn(&str) -> String,
    pub confirmed: fn(&str) -> String,
    pub nothing_open: &'static str,
    pub all_the_same: &'static str,
    pub second_copy: &'static str,
}

pub const ENGLISH: DayText = DayText {
    nothing_written: "Nothing is due today.",
    tick_what_left: "Copying is not sending: tick what has really left.",
    still_to_do: |count| match count {
        1 => "1 deal is still waiting for you today.".to_owned(),
        more => format!("{more} deals are still waiting for you today."),
    },
    go_on: "Go on",
    coming: "What comes next",
    nothing_coming: "No deal has a date to come.",
    called: "Called",
    sent_to: |buyer| format!("Sent to {buyer}"),
    confirmed: |buyer| format!("Confirmed as sent: {buyer}"),
    nothing_open: "No message is open. Select a deal to write to it.",
    all_the_same: "Write all the same",
    second_copy: "Copy a second message",
};

pub const CHINESE: DayText = DayText {
    nothing_written: "今天没有到期的事。",
    tick_what_left: "复制不等于发送：请勾选确实已发出的消息。",
    still_to_do: |count| format!("今天还有 {count} 个订单待处理。"),
    go_on: "继续",
    coming: "接下来",
    nothing_coming: "暂无后续日期。",
    called: "已致电",
    sent_to: |buyer| format!("已发送给 {buyer}"),
    confirmed: |buyer| format!("已确认发送：{buyer}"),
    nothing_open: "没有打开的消息。请先选择一个订单。",
    all_the_same: "仍要写",
    second_copy: "再复制一条",
};

/// `Done: 13 written, 11 not confirmed as sent`; with `so far` if something is left to do.
pub fn headline(counts: DayCounts, so_far: bool, language: Language) -> String {
    let DayCounts { written, called, unconfirmed } = counts;
    let mut parts = Vec::new();
    if written > 0 || called == 0 {
        parts.push(match language {
            English => format!("{written} written"),
            Chinese => format!("已写 {written} 条"),
        });
    }
    if called > 0 {
        parts.push(match language {
            English => format!("{called} called"),
            Chinese => format!("致电 {called} 次"),
        });
    }
    if written > 0 {
        parts.push(match (unconfirmed, language) {
            (0, English) if written == 1 => "confirmed as sent".to_owned(),
            (0, English) => "all confirmed as sent".to_owned(),
            (open, English) if open == written && written == 1 => "not confirmed as sent".to_owned(),
            (open, English) => format!("{open} not confirmed as sent"),
            (0, Chinese) if written == 1 => "已确认发送".to_owned(),
            (0, Chinese) => "均已确认发送".to_owned(),
            (open, Chinese) => format!("{open} 条未确认发送"),
        });
    }
    match (so_far, language) {
        (false, English) => format!("Done: {}", parts.join(", ")),
        (true, English) => format!("So far: {}", parts.join(", ")),
        (false, Chinese) => format!("今天已完成：{}", parts.join("，")),
        (true, Chinese) => format!("目前：{}", parts.join("，")),
    }
}

/// Why nothing needs to be written to this buyer.
pub fn settled(why: SettledReason, buyer: &str, pause: Option<&Pause>, language: Language) -> String {
    match (why, language) {
        (SettledReason::Said(said), _language) => said_today(said, buyer, language),
        (SettledReason::Paused, _language) => paused(pause, language),
        (SettledReason::Won, English) => "This deal is won: nothing needs to be written.".to_owned(),
        (SettledReason::Won, Chinese) => "这个订单已成交，不需要再写。".to_owned(),
        (SettledReason::Lost, English) => "This deal is lost: nothing needs to be written.".to_owned(),
        (SettledReason::Lost, Chinese) => "这个订单已丢单，不需要再写。".to_owned(),
    }
}

/// `You wrote to Müller today at 10:12.`
pub(crate) fn said_today(said: SaidToday, buyer: &str, language: Language) -> String {
    let at = |time: NaiveTime| time.format("%H:%M").to_string();
    match (said.called, said.at.map(at), language) {
        (false, Some(time), English) => format!("You wrote to {buyer} today at {time}."),
        (false, None, English) => format!("You wrote to {buyer} today."),
        (true, Some(time), English) => format!("You called {buyer} today at {time}."),
        (true, None, English) => format!("You called {buyer} today."),
        (false, Some(time), Chinese) => format!("今天 {time} 已写给 {buyer}。"),
        (false, None, Chinese) => format!("今天已写给 {buyer}。"),
        (true, Some(time), Chinese) => format!("今天 {time} 已致电 {buyer}。"),
        (true, None, Chinese) => format!("今天已致电 {buyer}。"),
    }
}

/// `You wrote to Müller today at 10:12. Copy a second message?`
pub fn ask_second_copy(said: SaidToday, buyer: &str, language: Language) -> String {
    let said = said_today(said, buyer, language);
    match language {
        English => format!("{said} Copy a second message?"),
        Chinese => format!("{said}要再复制一条吗？"),
    }
}

/// `Paused until Sat 5 Dec: their holiday`; states it if an older document gives no reason or no end.
pub fn paused(pause: Option<&Pause>, language: Language) -> String {
    let reason = pause.map(|pause| pause.reason.trim()).filter(|reason| !reason.is_empty());
    let until = pause.and_then(|pause| pause.until).map(|date| format::date_short(date, language));
    match (until, reason, language) {
        (Some(until), Some(reason), English) => format!("Paused until {until}: {reason}"),
        (Some(until), None, English) => format!("Paused until {until}, without a reason"),
        (None, Some(reason), English) => format!("Paused without an end: {reason}"),
        (None, None, English) => "Paused without a reason and without an end".to_owned(),
        (Some(until), Some(reason), Chinese) => format!("暂停至 {until}：{reason}"),
        (Some(until), None, Chinese) => format!("暂停至 {until}，未注明原因"),
        (None, Some(reason), Chinese) => format!("暂停，未定结束日期：{reason}"),
        (None, None, Chinese) => "暂停，未注明原因，也未定结束日期".to_owned(),
    }
}
