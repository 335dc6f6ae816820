//! When production starts and the goods ship, in words; and what speaks against it: a missed ship date, unpaid goods.

use super::super::Language::{self, Chinese, English};
use super::super::format;
use rust_decimal::Decimal;

use crate::domain::deposit::{Help, Late, Missed, Production, Start};
use crate::domain::money::Money;

/// What stands in brackets behind "is received": `Mon 30 Nov`, `arrived Mon 23 Nov`.
pub fn production_start(start: Start, language: Language) -> String {
    let day = |date| format::date_short(date, language);
    match (start, language) {
        (Start::Entered(date) | Start::Due(date), _) => day(date),
        (Start::Received(date), English) => format!("arrived {}", day(date)),
        (Start::Received(date), Chinese) => format!("{} 已收到", day(date)),
        (Start::Overdue { due, .. }, English) => format!("due {}, still open", day(due)),
        (Start::Overdue { due, .. }, Chinese) => format!("{} 到期，尚未收到", day(due)),
    }
}

/// What stands in brackets behind "ships … days later".
pub fn ships(production: &Production, language: Language) -> Option<String> {
    let day = format::date_short(production.ships?, language);
    Some(match (production.start, language) {
        (Start::Entered(_) | Start::Received(_) | Start::Due(_), _) => day,
        (Start::Overdue { .. }, English) => format!("{day} at the earliest"),
        (Start::Overdue { .. }, Chinese) => format!("最早 {day}"),
    })
}

/// `Ships 17 days after the agreed ship-by date, Fri 22 Jan. …`
pub fn late(late: &Late, language: Language) -> String {
    let day = |date| format::date_short(date, language);
    let (ship_by, start_by) = (day(late.ship_by), day(late.start_by));
    let missed = match (late.missed, language) {
        (Missed::ShipDate { days }, English) => {
            format!("Ships {} after the agreed ship-by date, {ship_by}.", format::days(days, language))
        }
        (Missed::ShipDate { days }, Chinese) => format!("发货比约定船期（{ship_by}）晚 {days} 天。"),
        (Missed::LastTrueDay { days }, English) => format!(
            "Production starts {} after the last true day, {start_by}: the goods miss the ship-by date, {ship_by}.",
            format::days(days, language)
        ),
        (Missed::LastTrueDay { days }, Chinese) => {
            format!("开始生产比最迟到账日（{start_by}）晚 {days} 天，赶不上约定船期（{ship_by}）。")
        }
    };
    match (&late.help, language) {
        (Some(help), English) => {
            format!(
                "{missed} To be in time, production has to start by {start_by}: {} would help.",
                helps(help, language)
            )
        }
        (Some(help), Chinese) => {
            format!("{missed}最迟须在 {start_by} 开始生产，可以{}。", helps(help, language))
        }
        (None, English) => format!(
            "{missed} Production had to start by {start_by}, so no change of payments makes up for it: shorten production, \
             or agree on a later date."
        ),
        (None, Chinese) => {
            format!(
                "{missed}最迟须在 {start_by} 开始生产，调整付款已来不及：请缩短生产时间，或与客户另议船期。"
            )
        }
    }
}

/// `EUR 21,000.00 (70%) is due only after the goods have shipped.`
pub fn open_after_shipment(open: Money, share: Option<Decimal>, language: Language) -> String {
    let share = share.map(format::share);
    let money = format::money(open, language);
    match (language, share) {
        (English, Some(share)) => format!("{money} ({share}) is due only after the goods have shipped."),
        (English, None) => format!("{money} is due only after the goods have shipped."),
        (Chinese, Some(share)) => format!("发货之后才到期的款项：{money}（{share}）。"),
        (Chinese, None) => format!("发货之后才到期的款项：{money}。"),
    }
}

/// `ships 35 days late`.
pub fn late_short(late: &Late, language: Language) -> String {
    match (late.missed, language) {
        (Missed::ShipDate { days }, English) => format!("ships {} late", format::days(days, language)),
        (Missed::ShipDate { days }, Chinese) => format!("发货晚 {days} 天"),
        (Missed::LastTrueDay { days }, English) => format!("starts {} late", format::days(days, language)),
        (Missed::LastTrueDay { days }, Chinese) => format!("开工晚 {days} 天"),
    }
}

/// `an earlier start, a smaller share before production (10% is due by then) or fewer parts`.
fn helps(help: &Help, language: Language) -> String {
    let Help { earlier_start, smaller_share, fewer_parts } = help;
    let share = smaller_share.map(format::share);
    let ways = match language {
        English => [
            earlier_start.then(|| "an earlier start".to_owned()),
            share.map(|share| format!("a smaller share before production ({share} is due by then)")),
            fewer_parts.then(|| "fewer parts".to_owned()),
        ],
        Chinese => [
            earlier_start.then(|| "提前首期付款".to_owned()),
            share.map(|share| format!("降低开工前须收的比例（届时可收 {share}）")),
            fewer_parts.then(|| "减少期数".to_owned()),
        ],
    };
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    let (between, before_last) = match language {
        English => (", ", " or "),
        Chinese => ("、", "或"),
    };
    match ways.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{}{before_last}{last}", others.join(between)),
        None => String::new(),
    }
}
