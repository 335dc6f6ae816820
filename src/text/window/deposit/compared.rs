//! Compared plans in words: their terms in a line, their key figures, who pre-finances how much and when.

use chrono::{Datelike as _, NaiveDate};

use super::{deposit_word, refused, when};
use crate::domain::deposit::{
    By, CostEvent, CostsRefused, DepositShare, DepositWord, ExposureRefused, Fact, FigureDifference,
    FigureValue, Financing, Gap, Interval, PeriodUnit, Schedule, Terms, TermsRows, When,
};
use crate::domain::money::Money;
use crate::text::Language::{Chinese, English};
use crate::text::{Language, format};

/// The most shares listed in a line.
const MOST_SHARES: usize = 4;

/// `30% deposit in 3 parts, every month; balance 70%`, `30% + 70%`.
pub fn terms_line(
    terms: &Terms,
    schedule: Option<&Schedule>,
    word: DepositWord,
    language: Language,
) -> String {
    let called = deposit_word(word, language);
    match &terms.rows {
        TermsRows::Deposit(rows) => {
            let deposit = match rows.deposit {
                DepositShare::Percent(percent) => format::share(percent.decimal()),
                DepositShare::Fixed(amount) => format::price(amount, terms.total.currency(), language),
            };
            let (parts, balance) = (rows.parts.get(), rows.balance_parts.get());
            let every = every(rows.every, language);
            match (language, parts, balance) {
                (English, 1, 1) => format!("{deposit} {called}, balance {} later", span(rows.every)),
                (English, _, 1) => {
                    format!("{deposit} {called} in {parts} parts, then the balance, every {every}")
                }
                (English, 1, _) => format!("{deposit} {called}, balance in {balance} parts, every {every}"),
                (English, _, _) => {
                    format!("{deposit} {called} in {parts} parts, balance in {balance}, every {every}")
                }
                (Chinese, 1, 1) => format!("{called} {deposit}，尾款于{every}后支付"),
                (Chinese, _, 1) => format!("{called} {deposit} 分 {parts} 期，尾款一次付清，间隔{every}"),
                (Chinese, 1, _) => format!("{called} {deposit}，尾款分 {balance} 期，间隔{every}"),
                (Chinese, _, _) => {
                    format!("{called} {deposit} 分 {parts} 期，尾款分 {balance} 期，间隔{every}")
                }
            }
        }
        TermsRows::Lines(_) => {
            let rows = schedule.map_or(&[][..], Schedule::rows);
            let mut shares: Vec<String> =
                rows.iter().take(MOST_SHARES).map(|row| format::share(row.share)).collect();
            if rows.len() > MOST_SHARES {
                shares.push("…".to_owned());
            }
            shares.join(" + ")
        }
    }
}

/// A value for a column: amounts without their currency, which is above the column.
pub fn value(value: FigureValue, on: NaiveDate, language: Language) -> String {
    match value {
        FigureValue::Money(money) => format::amount(money),
        FigureValue::Portion(money, share) => format!("{} · {}", format::amount(money), format::share(share)),
        FigureValue::Payment(money, Some(date)) => {
            format!("{} · {}", format::amount(money), day(date, on, language))
        }
        FigureValue::Payment(money, None) => format::amount(money),
        FigureValue::Count(count) => count.to_string(),
        FigureValue::Days(days) => days_of(days, language),
        FigureValue::Endless => match language {
            English => "not recovered".to_owned(),
            Chinese => "未能收回".to_owned(),
        },
        FigureValue::Date(date) => day(date, on, language),
        FigureValue::Late(date, late) => match language {
            English => format!("{}, {} late", day(date, on, language), format::days(late.days, language)),
            Chinese => format!("{}，晚 {} 天", day(date, on, language), late.days),
        },
        FigureValue::Waits(milestone, span) => when(&When::Upon { milestone, span, rule: None }, language),
    }
}

/// `first payment USD 2,000.00 less; last payment 30 days later`; empty where nothing differs.
pub fn differences(differences: &[FigureDifference], language: Language) -> String {
    let said: Vec<String> =
        differences.iter().filter_map(|difference| one_difference(*difference, language)).collect();
    match language {
        English => said.join("; "),
        Chinese => said.join("；"),
    }
}

/// What both sides have in common is stated once.
fn one_difference(difference: FigureDifference, language: Language) -> Option<String> {
    let (size, more) = match difference.by {
        By::Money(money) => {
            let size = Money::from_minor(money.minor().saturating_abs(), money.currency());
            (format::money(size, language), money.is_positive())
        }
        By::Count(count) => (count.saturating_abs().to_string(), count > 0),
        By::Days(days) => (days_of(days.saturating_abs(), language), days > 0),
    };
    match language {
        English => in_english(difference.fact, &size, more),
        Chinese => in_chinese(difference.fact, &size, more),
    }
}

fn in_english(fact: Fact, size: &str, more: bool) -> Option<String> {
    let more_or_less = if more { "more" } else { "less" };
    let longer_or_shorter = if more { "longer" } else { "shorter" };
    Some(match fact {
        Fact::ReceivedByShipment | Fact::LastReceived => return None,
        Fact::ProductionStarts => {
            format!("production starts {size} {}", if more { "later" } else { "earlier" })
        }
        Fact::Ships => format!("ships {size} {}", if more { "later" } else { "earlier" }),
        Fact::ReceivedByProduction => format!("{size} {more_or_less} received by production"),
        Fact::WorstExposure => format!("{size} {more_or_less} to pre-finance"),
        Fact::DaysPreFinanced => format!("pre-financed {size} {longer_or_shorter}"),
        Fact::FirstOutlay => format!("first payment {size} {more_or_less}"),
        Fact::Transfers if size == "1" => format!("1 payment {}", if more { "more" } else { "fewer" }),
        Fact::Transfers => format!("{size} payments {}", if more { "more" } else { "fewer" }),
        Fact::LongestGap => format!("longest time between payments {size} {longer_or_shorter}"),
        Fact::PaidByShipment => format!("{size} {more_or_less} paid by shipment"),
        Fact::LastPaid => format!("last payment {size} {}", if more { "later" } else { "earlier" }),
        Fact::Fees => format!("{size} {more_or_less} in bank fees"),
    })
}

fn in_chinese(fact: Fact, size: &str, more: bool) -> Option<String> {
    let more_or_less = if more { "多" } else { "少" };
    Some(match fact {
        Fact::ReceivedByShipment | Fact::LastReceived => return None,
        Fact::ProductionStarts => format!("开始生产{} {size}", if more { "推迟" } else { "提前" }),
        Fact::Ships => format!("发货{} {size}", if more { "推迟" } else { "提前" }),
        Fact::ReceivedByProduction => format!("开始生产前{more_or_less}收 {size}"),
        Fact::WorstExposure => format!("{more_or_less}垫资 {size}"),
        Fact::DaysPreFinanced => format!("垫资时间{} {size}", if more { "延长" } else { "缩短" }),
        Fact::FirstOutlay => format!("首笔付款{more_or_less} {size}"),
        Fact::Transfers => format!("{more_or_less}付 {size} 次"),
        Fact::LongestGap => format!("最长付款间隔{} {size}", if more { "延长" } else { "缩短" }),
        Fact::PaidByShipment => format!("发货前{more_or_less}付 {size}"),
        Fact::LastPaid => format!("最后付款日{} {size}", if more { "推迟" } else { "提前" }),
        Fact::Fees => format!("手续费{more_or_less} {size}"),
    })
}

/// `Plan A: covered.`, `Plan B: you pre-finance EUR 4,200.00 from 12 Jan to 3 Feb.`
pub fn financing(plan: &str, financing: &Financing, on: NaiveDate, language: Language) -> String {
    let gaps = financing.gaps();
    let Some(worst) = financing.worst() else {
        return match language {
            English => format!("{plan}: covered."),
            Chinese => format!("{plan}：货款可覆盖成本，无需垫资。"),
        };
    };
    let each: Vec<String> = gaps.iter().map(|gap| one_gap(gap, on, language)).collect();
    // With several gaps the dates are enough.
    let peak = (gaps.len() == 1 && worst.worst_on != worst.from).then(|| day(worst.worst_on, on, language));
    match (language, peak) {
        (English, None) => format!("{plan}: you pre-finance {}.", each.join(", and ")),
        (English, Some(peak)) => format!("{plan}: you pre-finance {}; most on {peak}.", each.join(", and ")),
        (Chinese, None) => format!("{plan}：您需垫资{}。", each.join("，以及")),
        (Chinese, Some(peak)) => format!("{plan}：您最多需垫资{}，{peak}达到最高。", each.join("，以及")),
    }
}

fn one_gap(gap: &Gap, on: NaiveDate, language: Language) -> String {
    let most = format::money(gap.worst, language);
    let from = day(gap.from, on, language);
    let until = gap.until.map(|until| day(until, on, language));
    let up_to = match (language, gap.worst_on == gap.from) {
        (English, true) => "",
        (English, false) => "up to ",
        (Chinese, _) => " ",
    };
    match (language, until) {
        (English, Some(until)) => format!("{up_to}{most} from {from} to {until}"),
        (English, None) => format!("{up_to}{most} from {from}, and no payment covers it"),
        (Chinese, Some(until)) => format!("{up_to}{most}（{from}至{until}）"),
        (Chinese, None) => format!("{up_to}{most}（自{from}起，没有款项可以覆盖）"),
    }
}

/// Rows that count as not received.
pub fn not_received(plan: &str, count: usize, language: Language) -> String {
    match (language, count) {
        (English, 1) => format!("{plan}: 1 payment has no date yet and counts as not received."),
        (English, _) => format!("{plan}: {count} payments have no date yet and count as not received."),
        (Chinese, _) => format!("{plan}：{count} 笔款项尚无日期，按未收到计算。"),
    }
}

/// Costs that count as not spent, and why.
pub fn not_spent(plan: &str, event: CostEvent, count: usize, language: Language) -> String {
    match (language, event) {
        (English, event) => {
            let what = match event {
                CostEvent::ProductionStart => "when production starts",
                CostEvent::Shipment => "when the goods ship",
            };
            let costs = if count == 1 { "1 cost is".to_owned() } else { format!("{count} costs are") };
            format!("{plan} does not say {what}: {costs} not counted.")
        }
        (Chinese, CostEvent::ProductionStart) => {
            format!("{plan}：未写明何时开始生产：有 {count} 项成本未计入。")
        }
        (Chinese, CostEvent::Shipment) => format!("{plan}：未写明何时发货：有 {count} 项成本未计入。"),
    }
}

/// Why a plan cannot be compared.
pub fn not_compared(why: &ExposureRefused, language: Language) -> String {
    match (why, language) {
        (ExposureRefused::Plan(why), _) => refused(why, language),
        (ExposureRefused::Costs(CostsRefused::OtherCurrency { n, cost, plan }), English) => format!(
            "Cost {n} is in {}, the plan in {}. Write it as a share, or in {}.",
            cost.code(),
            plan.code(),
            plan.code()
        ),
        (ExposureRefused::Costs(CostsRefused::OtherCurrency { n, cost, plan }), Chinese) => format!(
            "成本 {n} 的币种是 {}，方案是 {}。请改为比例，或用 {} 填写。",
            cost.code(),
            plan.code(),
            plan.code()
        ),
        (ExposureRefused::Costs(CostsRefused::TooPrecise), English) => {
            "The costs are too large or have too many digits.".to_owned()
        }
        (ExposureRefused::Costs(CostsRefused::TooPrecise), Chinese) => "成本过大或小数位过多。".to_owned(),
    }
}

/// `12 Jan`, `1月12日`; with the year unless it is that of `on` or the date is within half a year of `on`.
pub fn day(date: NaiveDate, on: NaiveDate, language: Language) -> String {
    let far = date.year() != on.year() && crate::domain::calendar::days_between(on, date).abs() > 183;
    match (far, language) {
        (true, English) => date.format("%-d %b %Y").to_string(),
        (false, English) => date.format("%-d %b").to_string(),
        (true, Chinese) => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        (false, Chinese) => format!("{}月{}日", date.month(), date.day()),
    }
}

fn days_of(days: i64, language: Language) -> String {
    match (days, language) {
        (1, English) => "1 day".to_owned(),
        (_, English) => format!("{days} days"),
        (_, Chinese) => format!("{days} 天"),
    }
}

/// `1 month`, `10 days`.
fn span(interval: Interval) -> String {
    let every = every(interval, English);
    if interval.count.get() == 1 { format!("1 {every}") } else { every }
}

fn every(interval: Interval, language: Language) -> String {
    let count = interval.count.get();
    match (interval.unit, count, language) {
        (PeriodUnit::Months, 1, English) => "month".to_owned(),
        (PeriodUnit::Weeks, 1, English) => "week".to_owned(),
        (PeriodUnit::Days, 1, English) => "day".to_owned(),
        (PeriodUnit::Months, _, English) => format!("{count} months"),
        (PeriodUnit::Weeks, _, English) => format!("{count} weeks"),
        (PeriodUnit::Days, _, English) => format!("{count} days"),
        (PeriodUnit::Months, _, Chinese) => format!(" {count} 个月"),
        (PeriodUnit::Weeks, _, Chinese) => format!(" {count} 周"),
        (PeriodUnit::Days, _, Chinese) => format!(" {count} 天"),
    }
}
