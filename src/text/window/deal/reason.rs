//! Why a deal is listed where it is, and when it is next due: for the list, the header and the toast after logging.

use chrono::{Datelike as _, NaiveDate};

use super::{ago, times_written};
use crate::domain::deal::touch::{Promise, PromiseKind};
use crate::domain::money::Money;
use crate::domain::today::ladder::{Next, NextDate, NextWhy};
use crate::domain::today::turn::Standing;
use crate::domain::today::{Item, RowDue, RowWaits, TodayReason};
use crate::text::Language::{Chinese, English};
use crate::text::visible::in_one_line;
use crate::text::window::deposit;
use crate::text::{Language, format};

/// The second line of a row: why the deal is listed where it is, paused or not.
pub fn reason(item: &Item, on: NaiveDate, language: Language) -> String {
    let reason = reason_of_place(item, on, language);
    match (item.deal.is_paused(on), language) {
        (false, _language) => reason,
        (true, English) => format!("paused · {reason}"),
        (true, Chinese) => format!("已暂停 · {reason}"),
    }
}

fn reason_of_place(item: &Item, on: NaiveDate, language: Language) -> String {
    let near = |date: NaiveDate| format::date_short(date, language);
    match (&item.reason, language) {
        (TodayReason::TheyWrote { on: wrote }, English) => {
            format!("they wrote {}", ago(*wrote, on, language))
        }
        (TodayReason::TheyWrote { on: wrote }, Chinese) => format!("对方来信：{}", ago(*wrote, on, language)),
        (TodayReason::OurPromiseDue { index, .. }, _language) => {
            item.deal.promises.get(*index).map(|promise| we_owe(promise, language)).unwrap_or_default()
        }
        (TodayReason::InTransit { .. }, _language) => ask_for_proof(language).to_owned(),
        (TodayReason::PromiseDue { kind, by }, _language) => promise_due(*kind, &near(*by), language),
        (TodayReason::RowDue(row), _language) => row_due(row, on, language),
        (TodayReason::Bounced { .. }, English) => "the e-mail address does not work".to_owned(),
        (TodayReason::Bounced { .. }, Chinese) => "邮箱地址已失效".to_owned(),
        (TodayReason::Expires { on: end }, English) => format!("quotation ends {}", ago(*end, on, language)),
        (TodayReason::Expires { on: end }, Chinese) => format!("报价到期：{}", ago(*end, on, language)),
        (TodayReason::NextIsDue(next), _language) => next_reason(next, &item.standing, on, language),
        (TodayReason::Waits(Next::On(NextDate { why: NextWhy::Row(row), .. })), _language) => {
            row_due(row, on, language)
        }
        (TodayReason::Waits(Next::On(next)), English) => format!("next: {}", near(next.date)),
        (TodayReason::Waits(Next::On(next)), Chinese) => format!("下次：{}", near(next.date)),
        (TodayReason::Waits(Next::Upon(row)), _language) => row_waits(row, language),
        (TodayReason::Waits(Next::Nothing), English) => "nothing is planned".to_owned(),
        (TodayReason::Waits(Next::Nothing), Chinese) => "没有安排".to_owned(),
        (TodayReason::Stopped, English) => "asked us to stop writing".to_owned(),
        (TodayReason::Stopped, Chinese) => "对方要求不再联系".to_owned(),
    }
}

/// The reason with what the list shows in other columns: `no answer for 12 days · wrote twice · due yesterday`.
pub(crate) fn reason_in_full(item: &Item, on: NaiveDate, language: Language) -> String {
    let parts = [silence(item, language), Some(reason(item, on, language)), detail(item, on, language)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How long we have waited for an answer, if that is the reason.
fn silence(item: &Item, language: Language) -> Option<String> {
    let is_about_waiting = match item.reason {
        TodayReason::NextIsDue(next) | TodayReason::Waits(Next::On(next)) => match next.why {
            NextWhy::Moved | NextWhy::Ladder { .. } | NextWhy::PutOff { .. } => true,
            NextWhy::Promise { .. }
            | NextWhy::OurPromise { .. }
            | NextWhy::Progress
            | NextWhy::InTransit { .. }
            | NextWhy::Row(_) => false,
        },
        TodayReason::Waits(Next::Nothing) => true,
        TodayReason::TheyWrote { .. }
        | TodayReason::OurPromiseDue { .. }
        | TodayReason::InTransit { .. }
        | TodayReason::PromiseDue { .. }
        | TodayReason::RowDue(_)
        | TodayReason::Bounced { .. }
        | TodayReason::Expires { .. }
        | TodayReason::Waits(Next::Upon(_))
        | TodayReason::Stopped => false,
    };
    (is_about_waiting && item.waiting_days > 0).then(|| match language {
        English => format!("no answer for {}", format::days(item.waiting_days, language)),
        Chinese => format!("{} 天未回复", item.waiting_days),
    })
}

/// The amount, and since when or until when.
fn detail(item: &Item, on: NaiveDate, language: Language) -> Option<String> {
    let when = |date: NaiveDate| ago(date, on, language);
    let money = |amount: Money| format::money(amount, language);
    let due = |date: NaiveDate| match language {
        English => format!("due {}", when(date)),
        Chinese => format!("到期：{}", when(date)),
    };
    match item.reason {
        TodayReason::InTransit { since, money: Some(amount) } => {
            Some(format!("{} · {}", money(amount), when(since)))
        }
        TodayReason::InTransit { since, money: None } => Some(when(since)),
        TodayReason::RowDue(row) => Some(money(row.amount)),
        TodayReason::Waits(Next::Upon(row)) => Some(money(row.amount)),
        TodayReason::Bounced { on: Some(bounced) } => Some(when(bounced)),
        TodayReason::NextIsDue(next) | TodayReason::Waits(Next::On(next)) => match next.why {
            NextWhy::Row(row) => Some(money(row.amount)),
            NextWhy::InTransit { since } => Some(when(since)),
            NextWhy::Progress => item.standing.last_outbound.map(|wrote| match language {
                English => format!("last written to {}", when(wrote)),
                Chinese => format!("上次联系：{}", when(wrote)),
            }),
            NextWhy::Ladder { .. } | NextWhy::PutOff { .. } | NextWhy::Moved => {
                matches!(item.reason, TodayReason::NextIsDue(_)).then(|| due(next.date))
            }
            NextWhy::Promise { .. } | NextWhy::OurPromise { .. } => None,
        },
        TodayReason::Expires { on: end } => Some(day_to_come(end, on, language)),
        TodayReason::Bounced { on: None }
        | TodayReason::TheyWrote { .. }
        | TodayReason::OurPromiseDue { .. }
        | TodayReason::PromiseDue { .. }
        | TodayReason::Waits(Next::Nothing)
        | TodayReason::Stopped => None,
    }
}

/// What we promised, and until when: `we owe: sample photos, by Thu 3 Dec`.
pub fn we_owe(promise: &Promise, language: Language) -> String {
    let (what, by) = (in_one_line(&promise.note, 80), format::date_short(promise.by, language));
    match language {
        English => format!("we owe: {what}, by {by}"),
        Chinese => format!("我方承诺 {by} 前：{what}"),
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
    let what = deposit::part_name(row.label, row.part, row.parts, row.word, language);
    match (row.overdue, language) {
        (true, English) => format!("{what} is {} overdue", format::days(late, language)),
        (true, Chinese) => format!("{what}已逾期 {late} 天"),
        (false, English) if row.due == on => format!("{what} is due today"),
        (false, Chinese) if row.due == on => format!("{what}今天到期"),
        (false, English) => format!("{what} is due on {}", day_to_come(row.due, on, language)),
        (false, Chinese) => {
            // A full-width bracket includes its own space.
            let gap = if what.ends_with('）') { "" } else { " " };
            format!("{what}{gap}{} 到期", day_to_come(row.due, on, language))
        }
    }
}

/// `the balance waits for: copy of B/L`.
fn row_waits(row: &RowWaits, language: Language) -> String {
    let what = deposit::part_name(row.label, row.part, row.parts, row.word, language);
    let awaited = deposit::milestone(row.upon, language);
    match language {
        English => format!("{what} waits for: {awaited}"),
        Chinese => format!("{what}等待：{awaited}"),
    }
}

/// For the deal's header: `next: Wed 30 Dec`, and for money, which payment.
pub fn next_line(next: Next, on: NaiveDate, language: Language) -> String {
    let words = &language.text().deal;
    match next {
        Next::On(next) => (words.next)(&next_day(&next, on, language)),
        Next::Upon(row) => row_waits(&row, language),
        Next::Nothing => words.no_next.to_owned(),
    }
}

/// `Mon 23 Nov`; `Mon 4 Jan 2027 · the balance is due on Sat 2 Jan 2027`.
pub fn next_day(next: &NextDate, on: NaiveDate, language: Language) -> String {
    let day = day_to_come(next.date, on, language);
    match next.why {
        NextWhy::Row(row) if row.due == next.date && row.due > on => {
            let what = deposit::part_name(row.label, row.part, row.parts, row.word, language);
            match language {
                English => format!("{day} · {what} is due"),
                Chinese => format!("{day} · {what}到期"),
            }
        }
        NextWhy::Row(row) => format!("{day} · {}", row_due(&row, on, language)),
        NextWhy::InTransit { .. } => match language {
            English => format!("{day} · ask for the SWIFT copy"),
            Chinese => format!("{day} · 索要水单"),
        },
        NextWhy::OurPromise { by } => {
            let by = day_to_come(by, on, language);
            match language {
                English => format!("{day} · we promised something by {by}"),
                Chinese => format!("{day} · 我方承诺在 {by} 前兑现"),
            }
        }
        NextWhy::Promise { .. }
        | NextWhy::Moved
        | NextWhy::Ladder { .. }
        | NextWhy::PutOff { .. }
        | NextWhy::Progress => day,
    }
}

/// A short date; with the year if it is not the current one.
fn day_to_come(date: NaiveDate, on: NaiveDate, language: Language) -> String {
    if date.year() == on.year() {
        format::date_short(date, language)
    } else {
        format::date_compact(date, language)
    }
}

fn ask_for_proof(language: Language) -> &'static str {
    match language {
        English => "says paid, not arrived: ask for the SWIFT copy",
        Chinese => "称已付款但未到账：请索要水单",
    }
}

fn next_reason(next: &NextDate, standing: &Standing, on: NaiveDate, language: Language) -> String {
    match (next.why, language) {
        (NextWhy::Progress, English) => "tell them how the order is going".to_owned(),
        (NextWhy::Progress, Chinese) => "请通报订单进度".to_owned(),
        (NextWhy::Moved, English) => "the date you chose".to_owned(),
        (NextWhy::Moved, Chinese) => "您选定的日期".to_owned(),
        (NextWhy::OurPromise { by }, English) => {
            format!("we promised something by {}", format::date_short(by, language))
        }
        (NextWhy::OurPromise { by }, Chinese) => {
            format!("我方承诺在 {} 前兑现", format::date_short(by, language))
        }
        (NextWhy::Promise { kind, by }, _language) => {
            promise_due(kind, &format::date_short(by, language), language)
        }
        (NextWhy::InTransit { .. }, _language) => ask_for_proof(language).to_owned(),
        (NextWhy::Row(row), _language) => row_due(&row, on, language),
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
