//! Words of one deal: its header, its details, and the reasons that Today gives.

use chrono::NaiveDate;

use super::Language::{self, Chinese, English};
use super::format;
use crate::domain::ladder::{NextDate, NextWhy};
use crate::domain::today::{Item, Reason, RowDue};
use crate::domain::touch::PromiseKind;
use crate::domain::turn::{Ball, Standing};

pub struct DealText {
    pub untitled: &'static str,
    pub next: fn(&str) -> String,
    pub no_next: &'static str,
    pub move_next: &'static str,
    pub by_the_ladder: &'static str,
    pub paused: &'static str,
    pub resume: &'static str,
    pub resume_on: fn(&str) -> String,
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
    pub bad_date: &'static str,
    pub bad_amount: &'static str,
    pub bad_days: &'static str,
    pub bad_currency: &'static str,
    pub bad_country: &'static str,
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
    resume_on: |date| format!("until {date}"),
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
    bad_date: "Write the date as 2026-11-30.",
    bad_amount: "Write an amount such as 30,000.00.",
    bad_days: "Write a number of days, or leave it empty.",
    bad_currency: "Write a currency code such as USD, EUR or CNY.",
    bad_country: "Write a country, or its code such as DE.",
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
    resume_on: |date| format!("至 {date}"),
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
    bad_date: "请按 2026-11-30 的格式填写日期。",
    bad_amount: "请填写金额，例如 30,000.00。",
    bad_days: "请填写天数，或留空。",
    bad_currency: "请填写币种代码，例如 USD、EUR、CNY。",
    bad_country: "请填写国家名称或代码，例如 德国、DE。",
    select_one: "请在左侧选择一个订单，或新建一个。",
    gone: "文档中已没有这个订单。",
};

/// "waiting 12 days for an answer · wrote twice · last heard 23 days ago".
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
        parts.push(match language {
            English => format!("last heard {}", ago(heard)),
            Chinese => format!("最近来信：{}", ago(heard)),
        });
    }
    parts.join(" · ")
}

/// `today`, `yesterday`, `12 days ago`, `in 3 days`.
pub fn ago(date: NaiveDate, on: NaiveDate, language: Language) -> String {
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

/// The second line of a row: why the deal stands where it stands.
pub fn reason(item: &Item, on: NaiveDate, language: Language) -> String {
    let near = |date: NaiveDate| format::date_short(date, language);
    match (&item.reason, language) {
        (Reason::TheyWrote { on: wrote }, English) => format!("they wrote {}", ago(*wrote, on, language)),
        (Reason::TheyWrote { on: wrote }, Chinese) => format!("对方来信：{}", ago(*wrote, on, language)),
        (Reason::InTransit { .. }, English) => "says paid, not arrived: ask for the SWIFT copy".to_owned(),
        (Reason::InTransit { .. }, Chinese) => "称已付款但未到账：请索要水单".to_owned(),
        (Reason::PromiseDue { kind, by }, _language) => promise_due(*kind, &near(*by), language),
        (Reason::RowDue(row), _language) => row_due(row, on, language),
        (Reason::Bounced { .. }, English) => "the e-mail address does not work".to_owned(),
        (Reason::Bounced { .. }, Chinese) => "邮箱地址已失效".to_owned(),
        (Reason::Expires { on: end }, English) => format!("quotation ends {}", ago(*end, on, language)),
        (Reason::Expires { on: end }, Chinese) => format!("报价到期：{}", ago(*end, on, language)),
        (Reason::NextIsDue(next), _language) => next_reason(next, &item.standing, language),
        (Reason::Waits(Some(next)), English) => format!("next: {}", near(next.date)),
        (Reason::Waits(Some(next)), Chinese) => format!("下次：{}", near(next.date)),
        (Reason::Waits(None), English) => "nothing is planned".to_owned(),
        (Reason::Waits(None), Chinese) => "没有安排".to_owned(),
        (Reason::Stopped, English) => "asked us to stop writing".to_owned(),
        (Reason::Stopped, Chinese) => "对方要求不再联系".to_owned(),
    }
}

fn promise_due(kind: PromiseKind, by: &str, language: Language) -> String {
    match (kind, language) {
        (PromiseKind::Payment, English) => format!("promised to pay by {by}"),
        (PromiseKind::Payment, Chinese) => format!("承诺 {by} 前付款"),
        (PromiseKind::Decision, English) => format!("promised a decision by {by}"),
        (PromiseKind::Decision, Chinese) => format!("承诺 {by} 前决定"),
        (PromiseKind::Other, English) => format!("promised an answer by {by}"),
        (PromiseKind::Other, Chinese) => format!("承诺 {by} 前答复"),
    }
}

fn row_due(row: &RowDue, on: NaiveDate, language: Language) -> String {
    let late = u32::try_from(crate::domain::calendar::days_between(row.due, on)).unwrap_or(0);
    let what = super::deposit::part_name(row.label, row.part, row.parts, row.word, language);
    match (row.overdue, language) {
        (true, English) => format!("{what} is {} overdue", format::days(late, language)),
        (true, Chinese) => format!("{what}已逾期 {late} 天"),
        (false, English) => format!("{what} is due today"),
        (false, Chinese) => format!("{what}今天到期"),
    }
}

fn next_reason(next: &NextDate, standing: &Standing, language: Language) -> String {
    match (next.why, language) {
        (NextWhy::Progress, English) => "tell them how the order is going".to_owned(),
        (NextWhy::Progress, Chinese) => "请通报订单进度".to_owned(),
        (NextWhy::Moved, English) => "the date you chose".to_owned(),
        (NextWhy::Moved, Chinese) => "您选定的日期".to_owned(),
        (NextWhy::Promise { kind, by }, _language) => {
            promise_due(kind, &format::date_short(by, language), language)
        }
        (NextWhy::Ladder { step } | NextWhy::PutOff { step }, English) if step >= 3 => {
            format!("{}: try the phone", times_written(standing.unanswered.max(1), language))
        }
        (NextWhy::Ladder { step } | NextWhy::PutOff { step }, Chinese) if step >= 3 => {
            format!("{}：请改打电话", times_written(standing.unanswered.max(1), language))
        }
        (NextWhy::Ladder { .. } | NextWhy::PutOff { .. }, _language) => {
            times_written(standing.unanswered.max(1), language)
        }
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
