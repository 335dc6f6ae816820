//! Words for choosing terms and for changing rows by hand.

use super::{refused, when};
use crate::domain::deposit::{Milestone, NotByHand, OddUnit, Preset, Spread};
use crate::domain::money::Money;
use crate::text::Language::{Chinese, English};
use crate::text::{Language, format};

/// The kind of amount of a row, as the row editor offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowMuch {
    Share,
    Sum,
    ShareOfRest,
    Rest,
}

pub struct RowsText {
    pub terms: &'static str,
    pub preset: fn(Preset) -> &'static str,
    pub as_typed: &'static str,
    pub letter_of_credit: &'static str,
    pub collection: &'static str,
    pub said: fn(&str) -> String,
    pub edit_rows: &'static str,
    pub close_rows: &'static str,
    pub as_text: &'static str,
    pub in_words: &'static str,
    pub how_much: fn(usize) -> String,
    pub how_much_name: fn(HowMuch) -> &'static str,
    pub value: fn(usize) -> String,
    pub when: fn(usize) -> String,
    pub days_after: &'static str,
    pub weeks_after: &'static str,
    pub months_after: &'static str,
    pub end_of_month: &'static str,
    pub day_of_next_month: &'static str,
    pub next_day: &'static str,
    pub fixed_date: &'static str,
    pub other_rule: &'static str,
    pub number: fn(usize) -> String,
    pub date: fn(usize) -> String,
    pub bad_day: &'static str,
    pub move_up: fn(usize) -> String,
    pub move_down: fn(usize) -> String,
    pub no_date: &'static str,
    pub happened_on: fn(&str) -> String,
    pub change_amount: fn(u32) -> String,
    pub change_share: fn(u32) -> String,
    pub change_due: fn(u32) -> String,
    pub lock: fn(u32) -> String,
    pub unlock: fn(u32) -> String,
    /// What a lock keeps fixed, and what it does not.
    pub locked_hint: &'static str,
    pub paid: fn(u32) -> String,
    pub was: fn(&str) -> String,
    pub spread: fn(Spread) -> &'static str,
    pub spread_other: fn(Spread) -> &'static str,
    pub allocated: fn(&str, &str) -> String,
    pub left: fn(&str, &str) -> String,
    pub over: fn(&str) -> String,
    pub bar: &'static str,
    pub bar_part: fn(u32, &str, &str) -> String,
    pub starts: &'static str,
    pub ship_by: &'static str,
    pub last_day: &'static str,
}

pub const ENGLISH: RowsText = RowsText {
    terms: "Terms",
    preset: |preset| match preset {
        Preset::BalanceBeforeShipment => "30/70 T/T, balance before shipment",
        Preset::BalanceAgainstBl => "30/70 T/T, balance against copy of B/L",
        Preset::DepositInThree => "30% deposit in 3 monthly instalments",
        Preset::DepositInSix => "30% deposit in 6 monthly instalments",
        Preset::TenFortyFifty => "10/40/50: order, production, before shipment",
        Preset::HalfHalf => "50/50, balance before shipment",
        Preset::Advance => "100% in advance",
        Preset::EndOfMonth => "Open account, 30 days end of month",
        Preset::AfterBl => "Open account, 60 days after the B/L date",
        Preset::ReducedDeposit => "Small first order: 10% deposit",
        Preset::NoDeposit => "Small first order: no deposit, paid before shipment",
        Preset::LetterOfCredit => "L/C at sight",
        Preset::AgainstDocuments => "Cash against documents (CAD)",
    },
    as_typed: "As typed",
    letter_of_credit: "By letter of credit at sight: no deposit. The bank pays against complying documents; \
                       start only once the L/C has been checked.",
    collection: "Cash against documents: no deposit. The buyer's bank releases the documents against payment.",
    said: |terms| format!("The deal says “{terms}”."),
    edit_rows: "Edit the rows…",
    close_rows: "Close the rows",
    as_text: "As text",
    in_words: "In words",
    how_much: |number| format!("Row {number}"),
    how_much_name: |how| match how {
        HowMuch::Share => "% of total",
        HowMuch::Sum => "fixed",
        HowMuch::ShareOfRest => "% of rest",
        HowMuch::Rest => "the rest",
    },
    value: |number| format!("Row {number}: amount"),
    when: |number| format!("Row {number}: when"),
    days_after: "days after the start",
    weeks_after: "weeks after the start",
    months_after: "months after the start",
    end_of_month: "end of the month, then days",
    day_of_next_month: "day of the following month",
    next_day: "next day of the month",
    fixed_date: "fixed date",
    other_rule: "as text",
    number: |number| format!("Row {number}: number"),
    date: |number| format!("Row {number}: date"),
    bad_day: "Write a day from 1 to 31.",
    move_up: |number| format!("Move row {number} up"),
    move_down: |number| format!("Move row {number} down"),
    no_date: "no date yet",
    happened_on: |what| format!("Date of: {what}"),
    change_amount: |row| format!("Change the amount of row {row}"),
    change_share: |row| format!("Change the share of row {row}"),
    change_due: |row| format!("Change the date of row {row}"),
    lock: |row| format!("Lock row {row}"),
    unlock: |row| format!("Unlock row {row}"),
    locked_hint: "Changes of other rows leave it as it is. A percentage still follows the contract total, and a rule the first day.",
    paid: |row| format!("Row {row} is paid: it stays as it is"),
    was: |amount| format!("was {amount}"),
    spread: |spread| match spread {
        Spread::After => {
            "The difference goes to the open rows after it, in proportion; where there are none, to those before it."
        }
        Spread::LastOpen => "The difference goes to the last other row that is open.",
    },
    spread_other: |spread| match spread {
        Spread::After => "All to the last row instead",
        Spread::LastOpen => "In proportion instead",
    },
    allocated: |allocated, total| format!("Allocated {allocated} of {total}"),
    left: |share, left| format!("Allocated {share}: {left} left"),
    over: |over| format!("Allocated {over} too much"),
    bar: "Allocation",
    bar_part: |row, amount, share| format!("Row {row}: {amount} · {share}"),
    starts: "Production starts",
    ship_by: "Ship by",
    last_day: "Last true day",
};

pub const CHINESE: RowsText = RowsText {
    terms: "付款条件",
    preset: |preset| match preset {
        Preset::BalanceBeforeShipment => "30/70 T/T，发货前付尾款",
        Preset::BalanceAgainstBl => "30/70 T/T，见提单副本付尾款",
        Preset::DepositInThree => "预付 30%，按月分 3 期",
        Preset::DepositInSix => "预付 30%，按月分 6 期",
        Preset::TenFortyFifty => "10/40/50：下单、生产、发货前",
        Preset::HalfHalf => "50/50，发货前付尾款",
        Preset::Advance => "100% 预付",
        Preset::EndOfMonth => "赊销，月结 30 天",
        Preset::AfterBl => "赊销，提单日后 60 天",
        Preset::ReducedDeposit => "小额首单：预付 10%",
        Preset::NoDeposit => "小额首单：免预付，发货前付清",
        Preset::LetterOfCredit => "即期信用证",
        Preset::AgainstDocuments => "交单付现（CAD）",
    },
    as_typed: "自定义",
    letter_of_credit: "即期信用证：不收预付款。单证相符，银行即付款；审证无误后再开始生产。",
    collection: "交单付现：不收预付款。客户付款后，由其银行放单。",
    said: |terms| format!("订单中的付款条件是“{terms}”。"),
    edit_rows: "编辑各期…",
    close_rows: "收起各期",
    as_text: "以文本编辑",
    in_words: "以选项编辑",
    how_much: |number| format!("第 {number} 期"),
    how_much_name: |how| match how {
        HowMuch::Share => "占总额 %",
        HowMuch::Sum => "固定金额",
        HowMuch::ShareOfRest => "占余额 %",
        HowMuch::Rest => "全部余额",
    },
    value: |number| format!("第 {number} 期：金额"),
    when: |number| format!("第 {number} 期：时间"),
    days_after: "起算日后几天",
    weeks_after: "起算日后几周",
    months_after: "起算日后几个月",
    end_of_month: "月底后几天",
    day_of_next_month: "次月几日",
    next_day: "下一个几日",
    fixed_date: "固定日期",
    other_rule: "以文本填写",
    number: |number| format!("第 {number} 期：数字"),
    date: |number| format!("第 {number} 期：日期"),
    bad_day: "请填写 1 到 31 之间的日子。",
    move_up: |number| format!("上移第 {number} 期"),
    move_down: |number| format!("下移第 {number} 期"),
    no_date: "日期未定",
    happened_on: |what| format!("{what}的日期"),
    change_amount: |row| format!("修改第 {row} 期的金额"),
    change_share: |row| format!("修改第 {row} 期的占比"),
    change_due: |row| format!("修改第 {row} 期的日期"),
    lock: |row| format!("锁定第 {row} 期"),
    unlock: |row| format!("解锁第 {row} 期"),
    locked_hint: "修改其他各期时，本期保持不变；按比例的金额仍随合同总额变化，按规则的日期仍随首期日期变化。",
    paid: |row| format!("第 {row} 期已付清，不再变动"),
    was: |amount| format!("原为 {amount}"),
    spread: |spread| match spread {
        Spread::After => "差额按比例分摊到后面可调整的各期；后面没有的，分摊到前面各期。",
        Spread::LastOpen => "差额全部计入其余可调整各期中的最后一期。",
    },
    spread_other: |spread| match spread {
        Spread::After => "改为全部计入末期",
        Spread::LastOpen => "改为按比例分摊",
    },
    allocated: |allocated, total| format!("已分配 {allocated}，共 {total}"),
    left: |share, left| format!("已分配 {share}，还剩 {left}"),
    over: |over| format!("多分配了 {over}"),
    bar: "分配",
    bar_part: |row, amount, share| format!("第 {row} 期：{amount} · {share}"),
    starts: "开始生产",
    ship_by: "最迟装运",
    last_day: "最迟到账日",
};

/// The question for the date of a milestone: `Date of: copy of B/L`.
pub fn milestone_date(milestone: Milestone, language: Language) -> String {
    (language.text().plan_rows.happened_on)(when::milestone(milestone, language))
}

/// Which row takes the unit that is left over or missing after rounding the shares.
pub fn odd_unit(odd: &OddUnit, unit: Money, language: Language) -> String {
    let unit = format::money(unit, language);
    let (rows, more) = match odd {
        OddUnit::More(rows) => (rows, true),
        OddUnit::Less(rows) => (rows, false),
    };
    let numbers: Vec<String> = rows.iter().map(ToString::to_string).collect();
    match (numbers.as_slice(), language) {
        ([row], English) => {
            let much = if more { "more" } else { "less" };
            format!("Row {row} takes {unit} {much}, so that the sum stays the total.")
        }
        (several, English) => {
            let much = if more { "more" } else { "less" };
            format!("Rows {} take {unit} {much} each, so that the sum stays the total.", several.join(", "))
        }
        (rows, Chinese) => {
            let each = if rows.len() > 1 { "各" } else { "" };
            let much = if more { "多" } else { "少" };
            format!("为使合计等于总额，第 {} 期{each}{much} {unit}。", rows.join("、"))
        }
    }
}

/// Why a row cannot be changed this way, and what to do.
pub fn not_by_hand(why: &NotByHand, language: Language) -> String {
    let say = |amount: Money| format::money(amount, language);
    match (why, language) {
        (NotByHand::Plan(why), _) => refused(why, language),
        (NotByHand::NoSuchRow { n }, English) => format!("There is no row {n}."),
        (NotByHand::NoSuchRow { n }, Chinese) => format!("没有第 {n} 期。"),
        (NotByHand::Paid { n }, English) => format!("Row {n} is paid and stays as it is."),
        (NotByHand::Paid { n }, Chinese) => format!("第 {n} 期已付清，不能修改。"),
        (NotByHand::Locked { n }, English) => format!("Row {n} is locked. Unlock it first."),
        (NotByHand::Locked { n }, Chinese) => format!("第 {n} 期已锁定，请先解锁。"),
        (NotByHand::NotPositive { n }, English) => {
            format!("Row {n} must be above zero, in the currency of the plan.")
        }
        (NotByHand::NotPositive { n }, Chinese) => format!("第 {n} 期须大于零，并使用计划的币种。"),
        (NotByHand::BelowPaid { n, paid }, English) => {
            format!("{} has arrived for row {n}: it cannot be less.", say(*paid))
        }
        (NotByHand::BelowPaid { n, paid }, Chinese) => {
            format!("第 {n} 期已到账 {}，金额不能更少。", say(*paid))
        }
        (NotByHand::NobodyLeft { left }, English) => {
            let off = format::price(left.decimal().abs(), left.currency(), language);
            let how = if left.is_positive() { "left over" } else { "too much" };
            format!("{off} would be {how}: every other row is locked or has money. Unlock one.")
        }
        (NotByHand::NobodyLeft { left }, Chinese) => {
            let off = format::price(left.decimal().abs(), left.currency(), language);
            let how = if left.is_positive() { "会剩下" } else { "会多出" };
            format!("{how} {off}：其他各期已锁定或已有到账。请先解锁一期。")
        }
        (NotByHand::Emptied { n }, English) => {
            format!("Nothing would be left for row {n}. Take a smaller amount, or remove that row.")
        }
        (NotByHand::Emptied { n }, Chinese) => {
            format!("第 {n} 期将变为零或负数。请减小金额，或删除该期。")
        }
    }
}
