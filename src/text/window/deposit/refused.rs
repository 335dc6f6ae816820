//! Why terms make no plan, and why a line cannot be read, in words that say what to do.

use crate::domain::deposit::{LineProblem, PlanRefused};
use crate::domain::money::{AmountProblem, Money};
use crate::text::Language::{Chinese, English};
use crate::text::{Language, format};

pub fn refused(why: &PlanRefused, language: Language) -> String {
    match language {
        English => in_english(why),
        Chinese => in_chinese(why),
    }
}

pub(crate) fn line_problem(problem: LineProblem, language: Language) -> String {
    let (english, chinese) = match problem {
        LineProblem::NoAt => ("Put an @ between amount and date: 30%@+0d.", "金额与时间之间写 @：30%@+0d。"),
        LineProblem::Amount(problem) => amount_problem(problem),
        LineProblem::Due(_unreadable) => (
            "After the @ write a date, or a time such as +30d, eom+1m or +30d/15.",
            "@ 之后写日期，或 +30d、eom+1m、+30d/15 这样的时间。",
        ),
    };
    match language {
        English => english.to_owned(),
        Chinese => chinese.to_owned(),
    }
}

fn amount_problem(problem: AmountProblem) -> (&'static str, &'static str) {
    match problem {
        AmountProblem::NotAnAmount
        | AmountProblem::NotAPercentage
        | AmountProblem::Ambiguous
        | AmountProblem::OtherCurrency => (
            "Before the @ write 30%, an amount such as 2500, 50%left, or rest.",
            "@ 之前写 30%、金额（如 2500）、50%left 或 rest。",
        ),
        AmountProblem::TooManyDigits => {
            ("This amount has more digits than the currency.", "金额的小数位超过该币种。")
        }
        AmountProblem::Negative => ("An amount must be above zero.", "金额必须大于零。"),
        AmountProblem::TooLarge => ("This amount is too large.", "金额过大。"),
    }
}

fn in_english(why: &PlanRefused) -> String {
    let say = |amount: &Money| format::money(*amount, English);
    match why {
        PlanRefused::TotalNotPositive => "The total must be above zero.".to_owned(),
        PlanRefused::NotInCurrency { amount, currency } => {
            format!("{amount} has more digits than {} has, or is too large.", currency.code())
        }
        PlanRefused::StepNotPositive => "Round to a step above zero.".to_owned(),
        PlanRefused::DepositNotPositive => "The deposit must be above zero.".to_owned(),
        PlanRefused::DepositRoundsToZero { step } => format!(
            "Rounded to {}, the deposit becomes zero. Take a smaller step or a larger deposit.",
            say(step)
        ),
        PlanRefused::DepositAboveTotal { deposit, total } => {
            format!("The deposit of {} is more than the total of {}.", say(deposit), say(total))
        }
        PlanRefused::TooManyParts { parts, most } => {
            format!("{parts} parts are too many. Take at most {most}.")
        }
        PlanRefused::PartsTooSmall { amount, parts } => {
            format!("{} cannot be split in {parts} parts above zero. Take fewer parts.", say(amount))
        }
        PlanRefused::NothingLeft { balance_parts } => format!(
            "The deposit is the whole total: nothing is left for {balance_parts} balance parts. Take one."
        ),
        PlanRefused::NoLines => "There is no line yet. Add one.".to_owned(),
        PlanRefused::RestNotLast { n } => {
            format!("Line {n} is the rest, but lines follow it. Put the rest last, once.")
        }
        PlanRefused::RowNotPositive { n, amount } => {
            format!("Row {n} would be {}. Every row must be above zero.", say(amount))
        }
        PlanRefused::BeyondTotal { sum, total } => {
            format!("The lines add up to {}, more than the total of {}.", say(sum), say(total))
        }
        PlanRefused::SumDiffers { off, total } => {
            let size = format::price(off.abs(), total.currency(), English);
            let how = if off.is_sign_negative() { "short of" } else { "over" };
            format!("The lines are {size} {how} the total of {}. Change one, or end with rest.", say(total))
        }
        PlanRefused::TooPrecise => "A percentage has too many digits for this total.".to_owned(),
        PlanRefused::NoWorkday => {
            "Every day of the week is a weekend. Leave at least one working day.".to_owned()
        }
        PlanRefused::DateOutOfRange { n } => format!("Row {n} falls outside the calendar."),
        PlanRefused::PaymentNotPositive { on, amount } => format!(
            "The payment of {} is {}. A payment must be above zero.",
            format::date_compact(*on, English),
            say(amount)
        ),
        PlanRefused::PaymentInOtherCurrency { on, payment, plan } => format!(
            "The payment of {} is in {}, the plan in {}. Change the total back, or remove the payment.",
            format::date_compact(*on, English),
            payment.code(),
            plan.code()
        ),
        PlanRefused::PaidLater { payment, on } => format!(
            "The payment of {} is after {}. Only what has been received counts.",
            format::date_compact(*payment, English),
            format::date_compact(*on, English)
        ),
        PlanRefused::OverPaid { total } => {
            format!("More has been paid than the total of {}. Check the payments.", say(total))
        }
    }
}

fn in_chinese(why: &PlanRefused) -> String {
    let say = |amount: &Money| format::money(*amount, Chinese);
    match why {
        PlanRefused::TotalNotPositive => "合同总额必须大于零。".to_owned(),
        PlanRefused::NotInCurrency { amount, currency } => {
            format!("{amount} 的小数位超过 {}，或金额过大。", currency.code())
        }
        PlanRefused::StepNotPositive => "取整步长必须大于零。".to_owned(),
        PlanRefused::DepositNotPositive => "预付款必须大于零。".to_owned(),
        PlanRefused::DepositRoundsToZero { step } => {
            format!("取整到 {} 后预付款为零。请减小步长或提高预付款。", say(step))
        }
        PlanRefused::DepositAboveTotal { deposit, total } => {
            format!("预付款 {} 超过合同总额 {}。", say(deposit), say(total))
        }
        PlanRefused::TooManyParts { parts, most } => format!("{parts} 期太多，最多 {most} 期。"),
        PlanRefused::PartsTooSmall { amount, parts } => {
            format!("{} 无法分成 {parts} 期，每期都须大于零。请减少期数。", say(amount))
        }
        PlanRefused::NothingLeft { balance_parts } => {
            format!("预付款已是全部总额，没有余额可分 {balance_parts} 期。尾款请填 1 期。")
        }
        PlanRefused::NoLines => "还没有任何一行，请添加。".to_owned(),
        PlanRefused::RestNotLast { n } => format!("第 {n} 行是 rest，但后面还有行。rest 只能放在最后一行。"),
        PlanRefused::RowNotPositive { n, amount } => {
            format!("第 {n} 期为 {}，每期都须大于零。", say(amount))
        }
        PlanRefused::BeyondTotal { sum, total } => {
            format!("各行合计 {}，超过合同总额 {}。", say(sum), say(total))
        }
        PlanRefused::SumDiffers { off, total } => {
            let size = format::price(off.abs(), total.currency(), Chinese);
            let how = if off.is_sign_negative() { "少" } else { "多" };
            format!("各行合计比总额 {} {how} {size}。请修改，或以 rest 结尾。", say(total))
        }
        PlanRefused::TooPrecise => "百分比的小数位过多。".to_owned(),
        PlanRefused::NoWorkday => "一周七天都是周末，请至少留一个工作日。".to_owned(),
        PlanRefused::DateOutOfRange { n } => format!("第 {n} 期的日期超出日历范围。"),
        PlanRefused::PaymentNotPositive { on, amount } => {
            format!("{}的收款为 {}，收款必须大于零。", format::date_compact(*on, Chinese), say(amount))
        }
        PlanRefused::PaymentInOtherCurrency { on, payment, plan } => format!(
            "{}的收款是 {}，计划是 {}。请改回总额的币种，或删除该收款。",
            format::date_compact(*on, Chinese),
            payment.code(),
            plan.code()
        ),
        PlanRefused::PaidLater { payment, on } => format!(
            "{}的收款晚于{}，只计已到账的款项。",
            format::date_compact(*payment, Chinese),
            format::date_compact(*on, Chinese)
        ),
        PlanRefused::OverPaid { total } => {
            format!("收款已超过合同总额 {}，请核对收款。", say(total))
        }
    }
}
