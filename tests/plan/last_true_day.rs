//! The last true day: claimed only when every input is known, and never once it has passed.

use icebreak::domain::deposit::{Outlook, Shipping, last_true_day};

use super::date;

fn shipping() -> Shipping<'static> {
    Shipping {
        ship_by: Some(date("2027-03-10")),
        lead_time_days: Some(25),
        shutdown_days: Some(14),
        cut_off_days: Some(5),
        shutdowns: &[],
    }
}

#[test]
fn the_arithmetic() {
    let last = last_true_day(shipping()).unwrap();
    assert_eq!(last.date, date("2027-01-25"));
    assert_eq!(last.parts.lead_time_days, 25);
}

#[test]
fn a_missing_input_claims_nothing() {
    assert_eq!(last_true_day(Shipping { ship_by: None, ..shipping() }), None);
    assert_eq!(last_true_day(Shipping { lead_time_days: None, ..shipping() }), None);
    assert_eq!(last_true_day(Shipping { shutdown_days: None, ..shipping() }), None);
    assert_eq!(last_true_day(Shipping { cut_off_days: None, ..shipping() }), None);
    assert_eq!(last_true_day(Shipping { lead_time_days: Some(u32::MAX), ..shipping() }), None);
}

#[test]
fn passed_names_the_next_real_date() {
    let last = last_true_day(shipping()).unwrap();
    assert_eq!(last.outlook(date("2027-01-25")), Some(Outlook::Open { last: date("2027-01-25") }));
    assert_eq!(last.outlook(date("2027-01-26")), Some(Outlook::Passed { earliest_ship: date("2027-03-11") }));
    assert_eq!(last.outlook(chrono::NaiveDate::MAX), None);
}
