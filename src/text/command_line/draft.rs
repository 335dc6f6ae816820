//! What `icebreak draft` says.

use std::fmt::Display;

use super::names;
use crate::domain::message::{FieldId, FieldKind, LadderStep, MessageChannel, Strategy, Tone, Unfit};
use crate::domain::names::Named as _;
use crate::text::Language;
use crate::text::buyer::drafts::labels;

pub const NOTHING_NAMED: &str = "name the document and --deal WHO, or use --list";

pub fn not_written(why: impl Display) -> String {
    format!("the message could not be written: {why}")
}

pub fn unknown(flag: &str, name: &str, known: &[&str]) -> String {
    format!("{flag}: {name:?} is unknown; use one of: {}", known.join(", "))
}

pub fn no_field(setting: &str) -> String {
    format!("--set: write {setting:?} as FIELD=VALUE")
}

pub fn given_twice(field: FieldId) -> String {
    format!("--set: {} is given twice; give it once", field.name())
}

/// Why the value cannot fill the field, and what can.
pub fn unfit(field: FieldId, value: &str, why: Unfit) -> String {
    let name = field.name();
    match why {
        Unfit::Empty => format!("--set: {name} has no value; give one, or leave it out"),
        Unfit::NoTotal => format!(
            "--set: {name}: {value:?} is a share of the total, and the deal has none; write the amount"
        ),
        Unfit::Unreadable | Unfit::Ambiguous | Unfit::Date(_) => {
            format!("--set: {name}: {value:?} is not {}", expected(field.kind()))
        }
    }
}

fn expected(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Money | FieldKind::Price => {
            "an amount above zero; write it like 9000.00, or like USD 9000.00 where the deal has no currency"
        }
        FieldKind::Date => "a date; write it as YYYY-MM-DD, for example 2026-11-30",
        FieldKind::Days => "a number of days above zero; write it like 35",
        FieldKind::Years => "a number of years above zero; write it like 5",
        FieldKind::Share => "a share above 0% and up to 100%; write it like 30%",
        FieldKind::Name | FieldKind::Text | FieldKind::Sentences | FieldKind::Rows => "a text",
    }
}

/// Everything that the flags take by name.
pub fn list() -> String {
    let strategies = Strategy::members()
        .map(|strategy| line(strategy.name(), labels::strategy(strategy, Language::English)));
    let fields = FieldId::members().map(|field| line(field.name(), labels::field(field, Language::English)));
    format!(
        "strategies\n{}\n\nlanguages  {}\nchannels   {}\ntones      {}\nsteps      {}\n\nfields\n{}",
        strategies.collect::<Vec<_>>().join("\n"),
        names::<Language>().join(" "),
        names::<MessageChannel>().join(" "),
        names::<Tone>().join(" "),
        names::<LadderStep>().join(" "),
        fields.collect::<Vec<_>>().join("\n")
    )
}

fn line(name: &str, label: &str) -> String {
    format!("  {name:<19} {label}")
}
