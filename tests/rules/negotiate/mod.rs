//! Terms as traders say them, rows changed by hand, and what is allocated while terms are unfinished.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod allocation;
mod alternatives;
mod by_hand;
mod changes;
mod presets;
mod said;
mod steady;
mod words;

use chrono::NaiveDate;
use icebreak::domain::deposit::{Label, Terms, TermsLine, TermsRows};
use icebreak::domain::money::{Currency, Money};

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn eur(amount: &str) -> Money {
    Money::parse_plain(amount, Currency::EUR).unwrap()
}

/// Terms of EUR 30,000 from 30 November 2026.
fn terms(lines: &[&str]) -> Terms {
    let lines = lines.iter().map(|line| TermsLine::read(line, Currency::EUR).unwrap()).collect();
    Terms::new(eur("30000"), on("2026-11-30"), TermsRows::Lines(lines))
}

/// Rows as `30%@+0d deposit`.
fn written(rows: &TermsRows) -> Vec<String> {
    match rows {
        TermsRows::Lines(lines) => lines
            .iter()
            .map(|line| {
                let label = match line.label {
                    Label::Deposit => " deposit",
                    Label::Balance => " balance",
                    Label::Line => "",
                };
                let locked = if line.locked { " locked" } else { "" };
                format!("{line}{label}{locked}")
            })
            .collect(),
        TermsRows::Deposit(deposit) => {
            vec![format!("{} in {} every {}", deposit.deposit, deposit.parts, deposit.every)]
        }
    }
}
