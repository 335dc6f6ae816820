//! When production starts and the goods ship, in words; and the risks: a missed ship date, unpaid goods.

use crate::text::Language::{Chinese, English};
use crate::text::{Language, format};
use rust_decimal::Decimal;

use crate::domain::deposit::{Help, Late, LateRemedy, Production, Ships, Start};
use crate::domain::money::Money;

/// The bracket after "is received": `Mon 30 Nov`, `arrived Mon 23 Nov`.
pub(crate) fn production_start(start: Start, language: Language) -> String {
    let day = |date| format::date_short(date, language);
    match (start, language) {
        (Start::Due(date), _) => day(date),
        (Start::Entered(date), English) => format!("start entered: {}", day(date)),
        (Start::Entered(date), Chinese) => format!("已填开工日 {}", day(date)),
        (Start::Received(date), English) => format!("arrived {}", day(date)),
        (Start::Received(date), Chinese) => format!("{} 已收到", day(date)),
        (Start::Overdue { due, .. }, English) => format!("due {}, still open", day(due)),
        (Start::Overdue { due, .. }, Chinese) => format!("{} 到期，尚未收到", day(due)),
    }
}

/// The text after "ships 25": `days later, plus 13 of shutdown and 7 of vessel cut-off (Fri 12 Feb)`.
pub fn ships(production: &Production, language: Language) -> String {
    let later = match (language, production.ships) {
        (English, Some(ships)) => format!("days later{}", plus(ships, language)),
        (English, None) => "days later".to_owned(),
        (Chinese, Some(ships)) => format!("天{}后发货", plus(ships, language)),
        (Chinese, None) => "天后发货".to_owned(),
    };
    let Some(ships) = production.ships else { return later };
    let day = format::date_short(ships.day(), language);
    let is_earliest = matches!((production.start, ships), (Some(Start::Overdue { .. }), Ships::Made { .. }));
    match (language, is_earliest) {
        (English, false) => format!("{later} ({day})"),
        (English, true) => format!("{later} ({day} at the earliest)"),
        (Chinese, false) => format!("{later}（{day}）"),
        (Chinese, true) => format!("{later}（最早 {day}）"),
    }
}

/// The days counted in addition to production.
fn plus(ships: Ships, language: Language) -> String {
    let (shutdown, cut_off) = match ships {
        Ships::Entered(_) => (0, 0),
        Ships::Made { shutdown_days, cut_off_days, .. } => (shutdown_days, cut_off_days),
    };
    match (shutdown, cut_off, language) {
        (0, 0, _) => String::new(),
        (0, _, English) => format!(", plus {cut_off} of vessel cut-off"),
        (_, 0, English) => format!(", plus {shutdown} of shutdown"),
        (_, _, English) => format!(", plus {shutdown} of shutdown and {cut_off} of vessel cut-off"),
        (0, _, Chinese) => format!("（另加截关 {cut_off} 天）"),
        (_, 0, Chinese) => format!("（另加停工 {shutdown} 天）"),
        (_, _, Chinese) => format!("（另加停工 {shutdown} 天、截关 {cut_off} 天）"),
    }
}

/// Says that the deal and the plan differ, and which one is used.
pub fn other_lead_time(plan: u32, deal: u32, language: Language) -> String {
    match language {
        English => format!(
            "The deal says a lead time of {}; here {} count, also for the last true day.",
            format::days(deal, language),
            format::days(plan, language)
        ),
        Chinese => format!("订单中的交期是 {deal} 天，此处按 {plan} 天计算，最迟到账日亦同。"),
    }
}

/// `Ships 17 days after the agreed ship-by date, Fri 22 Jan.`, `Plan C ships …`.
pub fn ships_late(late: &Late, plan: Option<&str>, language: Language) -> String {
    let (days, ship_by) = (late.days, format::date_short(late.ship_by, language));
    match (language, plan) {
        (English, plan) => {
            let ships = plan.map_or_else(|| "Ships".to_owned(), |plan| format!("{plan} ships"));
            format!("{ships} {} after the agreed ship-by date, {ship_by}.", format::days(days, language))
        }
        (Chinese, plan) => {
            let plan = plan.map(|plan| format!("{plan}：")).unwrap_or_default();
            format!("{plan}发货比约定船期（{ship_by}）晚 {days} 天。")
        }
    }
}

/// By how much the goods ship late, and what would help.
pub fn late(late: &Late, remedy: Option<&LateRemedy>, language: Language) -> String {
    let ships = ships_late(late, None, language);
    let Some(remedy) = remedy else { return ships };
    match (remedy, language) {
        (LateRemedy::Payments { start_by, help }, English) => format!(
            "{ships} To be in time, production has to start by {}: {} would help.",
            format::date_short(*start_by, language),
            helps(help, language)
        ),
        (LateRemedy::Payments { start_by, help }, Chinese) => format!(
            "{ships}最迟须在 {} 开始生产，可以{}。",
            format::date_short(*start_by, language),
            helps(help, language)
        ),
        (LateRemedy::Other { start_by }, English) => format!(
            "{ships} Production had to start by {}, so no change of payments makes up for it: shorten \
             production, or agree on a later date.",
            format::date_short(*start_by, language)
        ),
        (LateRemedy::Other { start_by }, Chinese) => format!(
            "{ships}最迟须在 {} 开始生产，调整付款已来不及：请缩短生产时间，或与客户另议船期。",
            format::date_short(*start_by, language)
        ),
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
pub(crate) fn late_short(late: &Late, language: Language) -> String {
    match language {
        English => format!("ships {} late", format::days(late.days, language)),
        Chinese => format!("发货晚 {} 天", late.days),
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
