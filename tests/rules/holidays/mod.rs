//! Working days: the holiday files, whose days off move a plan, why, and what is said about it.
#![cfg(test)]

mod data;
mod own_days;
mod plans;
mod property;
mod shutdowns;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate, Weekday};
use icebreak::assets::countries::calendars;
use icebreak::assets::holidays;
use icebreak::domain::calendar::{Calendars, Certainty, WorkWeek};
use icebreak::domain::country::Country;
use icebreak::domain::deal::touch::Summary;
use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::deposit::last_true_day;
use icebreak::domain::deposit::{
    DepositShare, DepositTerms, Observed, Outlook, Plan, Shift, Shipping, ShutdownSource, Sides, Terms,
    TermsLine, TermsRows, Whose,
};
use icebreak::domain::document::{Document, Extra};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::settings::{OwnDayKind, OwnDays, OwnYear, Settings, Shutdown};
use icebreak::domain::today::today;
use icebreak::text::Language;
use icebreak::text::Language::{Chinese, English};
use icebreak::text::window::deposit as words;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn country(code: &str) -> Country {
    Country::from_code(code).unwrap()
}

fn shutdown(from: &str, to: &str, name: &str) -> Shutdown {
    Shutdown { from: day(from), to: day(to), name: name.to_owned(), extra: Extra::new() }
}

/// One payment on each of these days.
fn terms(shift: Shift, dates: &[&str]) -> Terms {
    let total = Money::parse_plain("90000", Currency::EUR).unwrap();
    let last = dates.len() - 1;
    let lines = dates.iter().enumerate().map(|(index, date)| {
        let amount = if index == last { "rest" } else { "1000" };
        TermsLine::read(&format!("{amount}@{date}"), Currency::EUR).unwrap()
    });
    let mut terms = Terms::new(total, day(dates[0]), TermsRows::Lines(lines.collect()));
    terms.shift = shift;
    terms
}

fn sides<'a>(settings: &'a Settings, buyer: &str) -> Sides<'a> {
    Sides::new(calendars(), settings, Country::from_code(buyer))
}

fn due(terms: &Terms) -> Vec<String> {
    terms.schedule().unwrap().rows().iter().map(|row| row.due.unwrap().to_string()).collect()
}
