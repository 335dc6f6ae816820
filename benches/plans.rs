//! How long a plan takes, of a few rows and of a thousand: `cargo bench --bench plans`.
#![allow(clippy::expect_used, reason = "what cannot be set up cannot be measured")]

use std::num::NonZeroU32;

use chrono::{Days, NaiveDate};
use divan::Bencher;
use icebreak::domain::deposit::{DepositShare, DepositTerms, Payment, Plan, Terms, TermsRows};
use icebreak::domain::library::Company;
use icebreak::domain::money::{Currency, Money};
use icebreak::exchange::papers::pdf::schedule::{ScheduleOf, schedule_pdf};
use icebreak::text::Language;
use icebreak::text::buyer::schedule::DocumentSubject;

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
    let mut terms = DepositTerms::new(DepositShare::read("30%", Currency::EUR).expect("a share"));
    terms.parts = NonZeroU32::new(rows - 1).expect("parts");
    terms.every = "1d".parse().expect("an interval");
    let mut plan = Plan::new(Terms::new(total, start(), TermsRows::Deposit(terms)));
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

/// The letter with the rows as PDF: one page for six of them.
#[divan::bench(args = ROWS, sample_count = 20, sample_size = 1)]
fn paper(bencher: Bencher, rows: u32) {
    let plan = plan(rows);
    let company =
        Company { name: "Ningbo Lumen Lighting Technology Co., Ltd.".to_owned(), ..Company::default() };
    let about =
        DocumentSubject { plan: &plan, deal: None, seller: &company.name, shutdowns: &[], on: start() };
    let letter = ScheduleOf { about, company: &company, bank: None, window: Language::English };
    bencher.bench(|| schedule_pdf(&letter).expect("a paper"));
}

#[divan::bench(args = ROWS)]
fn rows_and_payments(bencher: Bencher, rows: u32) {
    let plan = plan(rows);
    let later = start().checked_add_days(Days::new(2_000)).expect("a date");
    bencher.bench(|| plan.settled(later).expect("a ledger"));
}
