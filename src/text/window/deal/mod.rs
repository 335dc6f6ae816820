//! Words of one deal: its header and its details.

pub(crate) mod after_yes;
pub mod outgoing;
pub mod proofread;
mod reason;

use chrono::NaiveDate;

pub(crate) use self::reason::reason_in_full;
pub use self::reason::{next_day, next_line, reason, we_owe};

use crate::domain::deal::Deal;
use crate::domain::deal::pause::PauseLacks;
use crate::domain::today::turn::{Ball, Standing};
use crate::domain::typed::date::NotADate;
use crate::text::Language::{Chinese, English};
use crate::text::visible::in_one_line;
use crate::text::{Language, format};

pub struct DealText {
    pub untitled: &'static str,
    pub next: fn(&str) -> String,
    pub no_next: &'static str,
    pub move_next: &'static str,
    pub by_the_ladder: &'static str,
    pub paused: &'static str,
    pub resume: &'static str,
    pub complete_pause: &'static str,
    pub pause_reasons: [&'static str; 3],
    pub pause_weeks: fn(u32) -> String,
    pub pause_lacks: fn(PauseLacks) -> &'static str,
    pub pause_reason: &'static str,
    pub pause_reason_hint: &'static str,
    pub pause_until: &'static str,
    pub pause: &'static str,
    pub details: &'static str,
    pub buyer: &'static str,
    pub company: &'static str,
    pub country: &'static str,
    pub city: &'static str,
    pub language: &'static str,
    pub contacts: &'static str,
    pub name: &'static str,
    pub role: &'static str,
    pub greeting: &'static str,
    pub greeting_hint: &'static str,
    pub email: &'static str,
    pub phone: &'static str,
    pub add_contact: &'static str,
    pub remove_contact: &'static str,
    pub bounced: &'static str,
    pub hidden_signs: &'static str,
    pub stopped: &'static str,
    pub works_again: &'static str,
    pub agreed: &'static str,
    pub product: &'static str,
    pub stage: &'static str,
    pub tags: &'static str,
    pub tags_hint: &'static str,
    pub notes: &'static str,
    pub pi: &'static str,
    pub pi_date: &'static str,
    pub valid_until: &'static str,
    pub quantity: &'static str,
    pub currency: &'static str,
    pub no_currency: &'static str,
    pub unit_price: &'static str,
    pub amount: &'static str,
    pub incoterm: &'static str,
    pub incoterm_hint: &'static str,
    pub lead_time: &'static str,
    pub shutdown: &'static str,
    pub cut_off: &'static str,
    pub ship_by: &'static str,
    pub payment_terms: &'static str,
    pub open_questions: &'static str,
    pub date_hint: &'static str,
    pub bad_date: fn(NotADate) -> &'static str,
    pub bad_amount: &'static str,
    pub bad_days: &'static str,
    pub bad_currency: &'static str,
    /// A currency that was withdrawn, and the one in its place.
    pub withdrawn: fn(&str, &str) -> String,
    pub bad_country: &'static str,
    pub time_zone: &'static str,
    pub bad_time_zone: &'static str,
    pub select_one: &'static str,
    pub gone: &'static str,
}

pub const ENGLISH: DealText = DealText {
    untitled: "New deal",
    next: |date| format!("next: {date}"),
    no_next: "no next date",
    move_next: "Move the next date",
    by_the_ladder: "Back to the planned date",
    paused: "Paused",
    resume: "Resume",
    complete_pause: "Complete the pause…",
    pause_reasons: ["Their holiday", "Their trade fair", "Project postponed"],
    pause_weeks: |weeks| if weeks == 1 { "1 week".to_owned() } else { format!("{weeks} weeks") },
    pause_lacks: |lacks| match lacks {
        PauseLacks::ReasonAndEnd => "Write why it pauses, and until which day.",
        PauseLacks::Reason => "Write why it pauses.",
        PauseLacks::End => "Choose the day on which it comes back.",
        PauseLacks::EndToCome => "Choose a day after today.",
    },
    pause_reason: "Why",
    pause_reason_hint: "Their holiday",
    pause_until: "Until",
    pause: "Pause",
    details: "Details",
    buyer: "Buyer",
    company: "Company",
    country: "Country",
    city: "City",
    language: "Language of messages",
    contacts: "Contacts",
    name: "Name",
    role: "Role",
    greeting: "Greeting",
    greeting_hint: "Dear Ms Schmidt",
    email: "E-mail",
    phone: "Phone",
    add_contact: "Add a contact",
    remove_contact: "Remove this contact",
    bounced: "A message to this address came back.",
    hidden_signs: "This address contains characters that cannot be seen. Type it again.",
    stopped: "Asked us to stop writing.",
    works_again: "It works again",
    agreed: "What we agreed",
    product: "Product",
    stage: "Stage",
    tags: "Tags",
    tags_hint: "separated by commas",
    notes: "Notes",
    pi: "PI number",
    pi_date: "PI date",
    valid_until: "Quotation valid until",
    quantity: "Quantity",
    currency: "Currency",
    no_currency: "Not known",
    unit_price: "Unit price",
    amount: "Amount",
    incoterm: "Incoterm and place",
    incoterm_hint: "FOB Ningbo",
    lead_time: "Lead time in days",
    shutdown: "Factory shutdown in days",
    cut_off: "Vessel cut-off in days",
    ship_by: "Ship by",
    payment_terms: "Payment terms",
    open_questions: "Open questions",
    date_hint: "2026-11-30",
    bad_date: |why| match why {
        NotADate::Unreadable => "Write the date as 2026-11-30.",
        NotADate::Ambiguous => "This can be two days. Write the date as 2026-11-30.",
        NotADate::NoSuchDay => "There is no such day. Write the date as 2026-11-30.",
        NotADate::NoYear => "The year is missing. Write the date as 2026-11-30.",
    },
    bad_amount: "Write an amount such as 30,000.00.",
    bad_days: "Write a number of days, or leave it empty.",
    bad_currency: "Write a currency code such as USD, EUR or CNY.",
    withdrawn: |old, new| format!("{old} was withdrawn: {new} has taken its place."),
    bad_country: "Write one country, such as Germany, or its code in capitals, such as DE.",
    time_zone: "Time zone",
    bad_time_zone: "Write a large city nearby, a state, or a zone such as America/Chicago.",
    select_one: "Select a deal on the left, or start a new one.",
    gone: "This deal is not in the document any more.",
};

pub const CHINESE: DealText = DealText {
    untitled: "新订单",
    next: |date| format!("下次：{date}"),
    no_next: "没有下次日期",
    move_next: "调整下次日期",
    by_the_ladder: "恢复计划日期",
    paused: "已暂停",
    resume: "恢复",
    complete_pause: "补全暂停信息…",
    pause_reasons: ["对方休假", "对方参展", "项目延期"],
    pause_weeks: |weeks| format!("{weeks} 周"),
    pause_lacks: |lacks| match lacks {
        PauseLacks::ReasonAndEnd => "请填写暂停的原因和恢复的日期。",
        PauseLacks::Reason => "请填写暂停的原因。",
        PauseLacks::End => "请选择恢复的日期。",
        PauseLacks::EndToCome => "请选择今天以后的日期。",
    },
    pause_reason: "原因",
    pause_reason_hint: "对方休假",
    pause_until: "直到",
    pause: "暂停",
    details: "资料",
    buyer: "客户",
    company: "公司",
    country: "国家",
    city: "城市",
    language: "消息语言",
    contacts: "联系人",
    name: "姓名",
    role: "职务",
    greeting: "称呼",
    greeting_hint: "Dear Ms Schmidt",
    email: "邮箱",
    phone: "电话",
    add_contact: "添加联系人",
    remove_contact: "移除此联系人",
    bounced: "发往此地址的邮件被退回。",
    hidden_signs: "邮箱地址含有看不见的字符，请重新输入。",
    stopped: "对方要求不再联系。",
    works_again: "已恢复可用",
    agreed: "已谈定的条件",
    product: "产品",
    stage: "阶段",
    tags: "标签",
    tags_hint: "用逗号分隔",
    notes: "备注",
    pi: "PI 编号",
    pi_date: "PI 日期",
    valid_until: "报价有效期至",
    quantity: "数量",
    currency: "币种",
    no_currency: "未知",
    unit_price: "单价",
    amount: "金额",
    incoterm: "贸易术语及地点",
    incoterm_hint: "FOB Ningbo",
    lead_time: "交期（天）",
    shutdown: "工厂停工（天）",
    cut_off: "截关提前（天）",
    ship_by: "最迟装运日",
    payment_terms: "付款条件",
    open_questions: "待定问题",
    date_hint: "2026-11-30",
    bad_date: |why| match why {
        NotADate::Unreadable => "请按 2026-11-30 的格式填写日期。",
        NotADate::Ambiguous => "可能是两个不同的日期，请按 2026-11-30 的格式填写。",
        NotADate::NoSuchDay => "没有这一天，请按 2026-11-30 的格式填写日期。",
        NotADate::NoYear => "缺少年份，请按 2026-11-30 的格式填写日期。",
    },
    bad_amount: "请填写金额，例如 30,000.00。",
    bad_days: "请填写天数，或留空。",
    bad_currency: "请填写币种代码，例如 USD、EUR、CNY。",
    withdrawn: |old, new| format!("{old} 已停用，由 {new} 取代。"),
    bad_country: "请填写一个国家的名称，例如 德国，或大写代码，例如 DE。",
    time_zone: "时区",
    bad_time_zone: "请填写附近的大城市、州或时区，例如 America/Chicago。",
    select_one: "请在左侧选择一个订单，或新建一个。",
    gone: "文档中已没有这个订单。",
};

/// What a deal is called in a sentence: the buyer and the product.
pub(crate) fn name_of(deal: &Deal, language: Language) -> String {
    let parts = [&deal.buyer.company, &deal.product].map(|part| in_one_line(part, 80));
    let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if known.is_empty() { language.text().deal.untitled.to_owned() } else { known.join(" · ") }
}

/// `waiting 12 days for an answer · wrote twice · last heard 23 days ago`.
pub fn standing_line(standing: &Standing, waiting_days: u32, on: NaiveDate, language: Language) -> String {
    let ago = |date: NaiveDate| ago(date, on, language);
    let mut parts = Vec::new();
    match (standing.ball, standing.waiting_since) {
        (Ball::Ours, _since) => {
            parts.push(pick(language, "they wrote last: we owe a reply", "对方最后来信，待我回复"))
        }
        (Ball::Buyers, Some(_)) if waiting_days == 0 => {
            parts.push(pick(language, "asked today, no answer yet", "今天刚联系，等待答复"));
        }
        (Ball::Buyers, Some(_)) => parts.push(match language {
            English => format!("waiting {} for an answer", format::days(waiting_days, language)),
            Chinese => format!("已等待答复 {}", format::days(waiting_days, language)),
        }),
        (Ball::Buyers, None) => parts.push(pick(language, "they gave their word", "对方已作承诺")),
        (Ball::Nobody, _since) => {
            parts.push(pick(language, "nobody waits for an answer", "目前无人等待答复"))
        }
    }
    if standing.unanswered > 0 {
        parts.push(times_written(standing.unanswered, language));
    }
    if let Some(heard) = standing.last_heard() {
        let heard = ago(heard);
        parts.push(match (standing.heard_by_payment(), language) {
            (false, English) => format!("last heard {heard}"),
            (false, Chinese) => format!("最近来信：{heard}"),
            (true, English) => format!("last heard {heard} (payment)"),
            (true, Chinese) => format!("最近到账：{heard}"),
        });
    }
    parts.join(" · ")
}

/// The buyer's name; a deal that has none yet is called new.
pub fn buyer(deal: &Deal, language: Language) -> &str {
    let name = deal.buyer.company.trim();
    if name.is_empty() { language.text().deal.untitled } else { name }
}

/// `today`, `yesterday`, `12 days ago`, `in 3 days`.
pub(crate) fn ago(date: NaiveDate, on: NaiveDate, language: Language) -> String {
    let days = crate::domain::calendar::days_between(date, on);
    let count = u32::try_from(days.unsigned_abs()).unwrap_or(u32::MAX);
    match (days, language) {
        (0, English) => "today".to_owned(),
        (0, Chinese) => "今天".to_owned(),
        (1, English) => "yesterday".to_owned(),
        (1, Chinese) => "昨天".to_owned(),
        (-1, English) => "tomorrow".to_owned(),
        (-1, Chinese) => "明天".to_owned(),
        (2.., English) => format!("{} ago", format::days(count, language)),
        (2.., Chinese) => format!("{count} 天前"),
        (..=-2, English) => format!("in {}", format::days(count, language)),
        (..=-2, Chinese) => format!("{count} 天后"),
    }
}

fn times_written(count: u32, language: Language) -> String {
    match (count, language) {
        (1, English) => "wrote once".to_owned(),
        (2, English) => "wrote twice".to_owned(),
        (more, English) => format!("wrote {more} times"),
        (count, Chinese) => format!("已联系 {count} 次"),
    }
}

fn pick(language: Language, english: &str, chinese: &str) -> String {
    match language {
        English => english.to_owned(),
        Chinese => chinese.to_owned(),
    }
}
