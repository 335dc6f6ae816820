//! Any plan with any payments: what a message says is what the ledger says, and nothing paid is asked for.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, NaiveDate};
use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::deal::Deal;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::deposit::{
    DepositShare, DepositTerms, Payment, RowStatus, Status, TermsRows, read_count,
};
use icebreak::domain::message::{LadderStep, MessageChannel, Strategy};
use icebreak::domain::money::{Currency, Money};
use icebreak::text::buyer::drafts::{MessageDraft, generate};
use proptest::prelude::{ProptestConfig, Strategy as _, prop, prop_assert, prop_oneof, proptest};
use rust_decimal::Decimal;

use crate::message::deals::{combinations, day};
use crate::message::ledger::{deal, lines, usd, with_facts};

/// The numbers with two digits behind the point that are no percentage.
pub fn amounts_in(body: &str) -> Vec<Decimal> {
    let mut found = Vec::new();
    let mut rest = body;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = &rest[start..];
        let end = number.find(|c: char| !(c.is_ascii_digit() || ",.".contains(c))).unwrap_or(number.len());
        let text = number[..end].trim_end_matches([',', '.']);
        if text.contains('.') && !number[end..].starts_with('%') {
            found.push(text.replace(',', "").parse().unwrap());
        }
        rest = &number[end..];
    }
    found
}

/// `30 November`, `Mon 30 Nov 2026`, `2026年11月30日`, with the year of `on` where none is written.
pub fn dates_in(body: &str, on: NaiveDate) -> Vec<NaiveDate> {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let words: Vec<&str> =
        body.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate().skip(1) {
        // "May I ask" is no month; "22 May" at the end of a paragraph before "I" is one.
        let asks = *word == "May"
            && words.get(place + 1).is_some_and(|next| *next == "I")
            && !body.contains(&format!("{} May", words[place - 1]));
        let month = months.iter().position(|month| word.starts_with(month) && word.is_ascii() && !asks);
        if let (Some(month), Ok(day)) = (month, words[place - 1].parse::<u32>()) {
            let year = words.get(place + 1).and_then(|word| word.parse().ok()).filter(|year| *year > 1_999);
            found.push(NaiveDate::from_ymd_opt(year.unwrap_or(on.year()), month as u32 + 1, day).unwrap());
        }
    }
    for (at, _) in body.match_indices('月') {
        let before: Vec<&str> = body[..at].rsplit(|c: char| !c.is_ascii_digit()).take(2).collect();
        let day = body[at + '月'.len_utf8()..].split('日').next().and_then(|day| day.parse().ok());
        let has_year = body[..at - before[0].len()].ends_with('年');
        let year = if has_year { before[1].parse().unwrap_or(0) } else { on.year() };
        if let (Ok(month), Some(day)) = (before[0].parse(), day) {
            let year = if has_year && year == 0 {
                let left = &body[..at - before[0].len() - '年'.len_utf8()];
                left[left.len() - 4..].parse().unwrap()
            } else {
                year
            };
            found.push(NaiveDate::from_ymd_opt(year, month, day).unwrap());
        }
    }
    found
}

pub fn any_rows() -> impl proptest::strategy::Strategy<Value = TermsRows> {
    let deposit = (1_u32..=100, 1_u32..=4, 1_u32..=2).prop_map(|(percent, parts, balance)| {
        let mut rows = DepositTerms::new(DepositShare::read(&format!("{percent}%"), Currency::USD).unwrap());
        rows.parts = read_count(&parts.to_string()).unwrap();
        rows.balance_parts = read_count(&if percent == 100 { 1 } else { balance }.to_string()).unwrap();
        TermsRows::Deposit(rows)
    });
    let free = prop::sample::select(vec![
        vec!["30%@+0d", "rest@bl-copy+7d"],
        vec!["10%@+0d", "40%@+10d", "rest@shipment"],
        vec!["rest@documents"],
        vec!["50%@+5d", "50%@+40d"],
        vec!["20%@+30d", "20%@+0d", "rest@+60d"],
    ])
    .prop_map(|written| lines(&written));
    prop_oneof![deposit, free]
}

/// A plan from 20 October on, paid row after row after so many days by so many percent of each.
pub fn ledger_of(
    rows: TermsRows,
    total: i64,
    payments: &[(u64, u32)],
    announced: Option<(i64, NaiveDate)>,
) -> Option<Deal> {
    let mut deal = deal(rows, total, "2026-10-20", &[]);
    let schedule = deal.plan.as_ref()?.schedule().ok()?;
    for (place, (days, percent)) in payments.iter().enumerate() {
        let row = &schedule.rows()[place % schedule.rows().len()];
        let minor = (row.amount.minor() * i64::from(*percent) / 100).max(1);
        let came = day("2026-10-20") + Days::new(*days);
        deal.plan.as_mut()?.payments.push(Payment::new(came, usd(minor)));
    }
    if let Some((minor, on)) = announced {
        let mut touch = Touch::new(on, TouchKind::SaysPaid);
        touch.money = Some(usd(minor));
        deal.story.push(touch);
    }
    Some(deal)
}

/// With a ship date, if any, and all that is counted back from it.
pub fn shipped(mut deal: Deal, ship_by: Option<NaiveDate>) -> Deal {
    if ship_by.is_some() {
        deal.agreed.ship_by = ship_by;
        deal.agreed.lead_time_days = Some(20);
        deal.agreed.shutdown_days = Some(0);
        deal.agreed.cut_off_days = Some(5);
    }
    deal
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every amount and date of any draft is one of the open rows, of the receipts or of what is on its way; before
    /// any money moved, of the plan.
    #[test]
    fn any_draft_equals_the_ledger(
        rows in any_rows(),
        total in 1_000_i64..9_000_000,
        payments in prop::collection::vec((0_u64..80, 1_u32..=120), 0..4),
        announced in prop::option::of(1_i64..500_000),
        after in 0_u64..160,
        ship_in in prop::option::of(20_u64..200),
        first in 0_usize..29,
    ) {
        let on = day("2026-10-20") + Days::new(after);
        let Some(deal) = ledger_of(rows, total, &payments, announced.map(|minor| (minor, on))) else { return Ok(()) };
        let deal = shipped(deal, ship_in.map(|days| on + Days::new(days)));
        let plan = deal.plan.clone().unwrap();
        let (Ok(schedule), Ok(standing)) = (plan.schedule(), plan.status(on)) else { return Ok(()) };
        let came: Vec<&Payment> = plan.payments.iter().filter(|payment| payment.on <= on).collect();
        let sum: i64 = came.iter().map(|payment| payment.money.minor()).sum();
        let moved = !came.is_empty() || announced.is_some();

        let open = || standing.iter().filter(|row| row.status != Status::Paid);
        let mut amounts: BTreeSet<Decimal> = open().map(|row| row.open().decimal()).collect();
        amounts.extend(came.iter().map(|payment| payment.money.decimal()));
        amounts.extend([usd(sum).decimal()].into_iter().chain(announced.map(|minor| usd(minor).decimal())));
        if !moved {
            let deposit = schedule.deposit();
            let balance = deposit.and_then(|deposit| usd(total).checked_sub(deposit));
            amounts.extend(deposit.into_iter().chain(balance).map(Money::decimal));
        }
        let mut dates: BTreeSet<NaiveDate> = open().filter_map(|row| row.row.due).collect();
        dates.extend(came.iter().map(|payment| payment.on));
        dates.insert(on);
        dates.extend(deal.agreed.ship_by.into_iter().chain(deal.agreed.ship_by.map(|day| day - Days::new(25))));
        let proposed = WorkWeek::default().day_after(WorkWeek::default().day_after(on));
        dates.insert(proposed);

        for choice in combinations().skip(first).step_by(29) {
            let draft = with_facts(&deal, on, |facts| generate(facts, &choice).unwrap());
            let body = &draft.body;
            for amount in amounts_in(body) {
                prop_assert!(amounts.contains(&amount), "{amount} is not of the ledger: {choice:?}\n{body}");
            }
            for date in dates_in(body, on) {
                prop_assert!(dates.contains(&date), "{date} is not of the ledger: {choice:?}\n{body}");
            }
            let gate = draft.findings.iter().find(|finding| matches!(finding.code(), "amount" | "date" | "not-booked"));
            prop_assert!(gate.is_none(), "{gate:?} {choice:?}\n{body}");
            prop_assert!(!(moved && draft.strategy.opens_the_deposit()));
            if draft.strategy == Strategy::Payment && choice.channel == MessageChannel::Email && announced.is_none() {
                check_asks(&draft, &standing, &came, choice.step);
            }
        }
    }
}

/// The last receipt is thanked for, and what is open first is named.
fn check_asks(draft: &MessageDraft, standing: &[RowStatus], came: &[&Payment], step: LadderStep) {
    let written = amounts_in(&draft.body);
    if let Some(last) = came.iter().max_by_key(|payment| payment.on) {
        assert!(written.contains(&last.money.decimal()), "{step:?}\n{}", draft.body);
    }
    let mut open: Vec<_> = standing.iter().filter(|row| row.status != Status::Paid).collect();
    open.sort_by_key(|row| (row.row.due.is_none(), row.row.due, row.row.n));
    match open.first() {
        Some(next) => assert!(written.contains(&next.open().decimal()), "{step:?}\n{}", draft.body),
        None => assert!(
            draft.body.contains("paid in full")
                || draft.body.contains("All payments for")
                || draft.body.contains("付清"),
            "{}",
            draft.body
        ),
    }
}
