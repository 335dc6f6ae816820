//! Payment plans, through the domain and through the binary.
#![cfg(test)]

mod calendar;
mod cases;
mod comparison;
mod exposure;
mod last_true_day;
mod ledger;
mod milestones;
mod payments;
mod properties;
mod published;
mod refusals;
mod saved;
mod second;

use std::cell::RefCell;
use std::process::{Command, Output};

use clap::{CommandFactory as _, FromArgMatches as _};
use icebreak::domain::calendar::parse_date;
use icebreak::domain::money::{Currency, Money};

fn icebreak(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_icebreak")).args(arguments).output().unwrap()
}

#[derive(clap::Parser)]
struct Words {
    #[command(flatten)]
    plan: icebreak::cli::plan::Arguments,
}

thread_local! {
    /// Describing the flags costs more than planning with them, so it is done once.
    static FLAGS: RefCell<clap::Command> = RefCell::new(Words::command());
}

/// The same command without a process: what it would print, or why it refuses.
fn in_process(arguments: &[&str]) -> Result<String, String> {
    let matches =
        FLAGS.with_borrow_mut(|flags| flags.try_get_matches_from_mut(["plan"].iter().chain(arguments)));
    let words =
        matches.and_then(|matches| Words::from_arg_matches(&matches)).map_err(|usage| usage.to_string())?;
    let answer = icebreak::cli::plan::run(&words.plan).map_err(|refusal| refusal.0)?;
    Ok(answer.json.to_string())
}

/// Runs `icebreak plan` with these flags; a flag's value must not contain a blank.
fn plan(flags: &str) -> Output {
    let mut arguments = vec!["plan", "--json"];
    arguments.extend(flags.split_whitespace());
    icebreak(&arguments)
}

fn json(flags: &str) -> serde_json::Value {
    let output = plan(flags);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{flags}: {errors}");
    assert_eq!(errors, "", "{flags}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The rows as `2026-01-31 10000.00, …`.
fn rows(answer: &serde_json::Value) -> String {
    let rows: Vec<String> = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {}", row["due"].as_str().unwrap(), row["amount"].as_str().unwrap()))
        .collect();
    rows.join(", ")
}

fn date(text: &str) -> chrono::NaiveDate {
    parse_date(text).unwrap()
}

fn usd(text: &str) -> Money {
    Money::parse_plain(text, Currency::USD).unwrap()
}
