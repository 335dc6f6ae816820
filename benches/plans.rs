//! How long a plan takes, of a few rows and of a thousand: `cargo bench --bench plans`.
#![allow(clippy::expect_used, reason = "what cannot be set up cannot be measured")]

use std::num::NonZeroU32;

use chrono::{Days, NaiveDate};
use divan::Bencher;
use icebreak::domain::deposit::{DepositTerms, Payment, Plan, Rows, Share, Terms};
use icebreak::domain::money::{Currency, Money};

/// Rows in all, the balance included.
const ROWS: [u32; 2] = [6, 1_000];

fn main() {
    divan::main();
}

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).expect("a date")
}

/// 30 % in equal parts every day, then the balance; every second row of the deposit is paid already.
fn plan(rows: u32) -> Plan {
    let total = Money::from_minor(3_000_000_000, Currency::EUR);
    let mut terms = DepositTerms::new(Share::read("30%", Currency::EUR).expect("a share"));
    terms.parts = NonZeroU32::new(rows - 1).expect("parts");
    terms.every = "1d".parse().expect("an interval");
    let mut plan = Plan::new(Terms::new(total, start(), Rows::Deposit(terms)));
    let schedule = plan.schedule().expect("a schedule");
    let paid = schedule.rows().iter().step_by(2).filter(|row| row.n < rows);
    plan.payments = paid.map(|row| Payment::new(row.due.expect("a date"), row.amount)).collect();
    plan
}

#[divan::bench(args = ROWS)]
fn schedule(bencher: Bencher, rows: u32) {
    let plan = plan(rows);
    bencher.bench(|| plan.schedule().expect("a schedule"));
}

#[divan::bench(args = ROWS)]
fn rows_and_payments(bencher: Bencher, rows: u32) {
    let plan = plan(rows);
    let later = start().checked_add_days(Days::new(2_000)).expect("a date");
    bencher.bench(|| plan.settled(later).expect("a ledger"));
}
