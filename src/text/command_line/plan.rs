//! What `icebreak plan` says: why a flag is refused, and the words around the rows.

use std::fmt::Display;

use super::names;
use crate::domain::calendar::Certainty;
use crate::domain::country::Country;
use crate::domain::money::Money;
use crate::domain::names::Named;

pub const NO_CURRENCY: &str = "not a currency with minor units; write it like USD or EUR";
pub const NO_COUNTRIES: &str = "not ISO 3166 codes of countries; write them like CN,DE";
pub const WEEKEND_AND_CALENDAR: &str =
    "not together with --calendar, which knows the weekends; leave one out";
pub const NO_WEEKEND: &str = "not days of the week; write them like sat,sun";
pub const NO_PARTS: &str = "not a whole number of parts above zero";
pub const DEPOSIT_AND_LINES: &str = "not together with --line; leave one of the two out";
pub const NO_MILESTONE: &str = "not NAME=DATE; write it like bl-copy=2027-01-30";
pub const NO_PAYMENT: &str = "not DATE=AMOUNT; write it like 2026-11-30=3000";

pub const COLUMNS: [&str; 7] = ["n", "label", "due", "amount", "share", "paid", "status"];

pub fn refused(flag: &str, text: &str, why: impl Display) -> String {
    format!("{flag} {text:?}: {why}")
}

pub fn no_holidays(country: Country) -> String {
    format!("the holidays of {} are not known; use --weekend and --closed", country.code())
}

pub fn not_one_of<T: Named>() -> String {
    format!("not one of {}", names::<T>().join(", "))
}

/// `USD 40001.00, deposit 10000.00`.
pub fn heading(total: Money, deposit: Option<Money>) -> String {
    let code = total.currency().code();
    match deposit {
        Some(deposit) => format!("{code} {total}, deposit {deposit}"),
        None => format!("{code} {total}"),
    }
}

/// A year of which not all holidays are known.
pub fn unsure_year(country: Country, year: i32, certainty: Option<Certainty>) -> String {
    match certainty {
        Some(_) => format!("{} {year}: holidays expected, not announced yet", country.code()),
        None => format!("{} {year}: holidays not known, only the weekend counts", country.code()),
    }
}
