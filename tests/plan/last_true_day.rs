//! The last true day: claimed only when every input is known, and never once it has passed; the forecast is the same
//! rule forwards.

use chrono::{Days, NaiveDate};
use icebreak::domain::deal::Agreed;
use icebreak::domain::deposit::last_true_day;
use icebreak::domain::deposit::{Outlook, Plan, Shipping, Ships, Terms, TermsLine, TermsRows};
use icebreak::domain::money::Currency;
use icebreak::domain::settings::Shutdown;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{date, usd};

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
    assert_eq!(last.outlook(NaiveDate::MAX), None);
}

#[test]
fn a_plans_own_days_go_before_the_lead_time() {
    let lines = vec![TermsLine::read("100%@+0d", Currency::USD).unwrap()];
    let mut plan = Plan::new(Terms::new(usd("100"), date("2027-01-01"), TermsRows::Lines(lines)));
    let agreed = Agreed { lead_time_days: Some(25), ship_by: Some(date("2027-03-10")), ..Agreed::default() };
    let days = |plan: Option<&Plan>, agreed| Shipping::of(plan, agreed, &[]).lead_time_days;
    assert_eq!(days(Some(&plan), Some(&agreed)), Some(25));
    assert_eq!(days(Some(&plan), None), None);
    plan.ships_days_after = Some(30);
    assert_eq!(days(Some(&plan), Some(&agreed)), Some(30));
    assert_eq!(days(None, Some(&agreed)), Some(25));
    // Forwards and backwards.
    let shipping = Shipping { cut_off_days: Some(5), ..Shipping::of(Some(&plan), Some(&agreed), &[]) };
    assert_eq!(shipping.start_by(), Some(date("2027-02-03")));
    let ships = Ships::Made { on: date("2027-03-10"), shutdown_days: 0, cut_off_days: 5 };
    assert_eq!(shipping.ships(date("2027-02-03")), Some(ships));
}

fn a_shutdown() -> impl Strategy<Value = Shutdown> {
    (0_u64..500, 0_u64..40).prop_map(|(from, days)| {
        let from = date("2026-09-01") + Days::new(from);
        Shutdown { from, to: from + Days::new(days), name: String::new(), extra: Default::default() }
    })
}

/// The days that lie between, walked one by one: working days, idle days, days at the port.
fn ships_naively(shipping: &Shipping<'_>, start: NaiveDate) -> NaiveDate {
    let mut day = start;
    let mut left = shipping.lead_time_days.unwrap() + shipping.shutdown_days.unwrap_or(0);
    while left > 0 {
        day = day.succ_opt().unwrap();
        let idle = shipping.shutdown_days.is_none()
            && shipping.shutdowns.iter().any(|shutdown| shutdown.from <= day && day <= shutdown.to);
        left -= u32::from(!idle);
    }
    day + Days::new(shipping.cut_off_days.unwrap().into())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn started_on_the_last_true_day_the_goods_ship_in_time_and_a_day_later_too_late(
        ship_by in 0_u64..400,
        lead_time in 0_u32..90,
        typed in proptest::option::of(0_u32..40),
        cut_off in 0_u32..15,
        mut shutdowns in vec(a_shutdown(), 0..4),
        off in 0_u64..120,
    ) {
        // Shutdowns are known until the ship date.
        let after = date("2030-02-01");
        shutdowns.push(Shutdown { from: after, to: after, name: String::new(), extra: Default::default() });
        let shipping = Shipping {
            ship_by: Some(date("2026-12-01") + Days::new(ship_by)),
            lead_time_days: Some(lead_time),
            shutdown_days: typed,
            cut_off_days: Some(cut_off),
            shutdowns: &shutdowns,
        };
        let last = last_true_day(shipping).unwrap();
        let late = |start: NaiveDate| shipping.late(shipping.ships(start).unwrap().day());
        prop_assert_eq!(late(last.date), None);
        prop_assert!(late(last.date.succ_opt().unwrap()).is_some());
        prop_assert_eq!(Some(last.date), shipping.start_by());
        let ready_by = last.parts.ship_by - Days::new(cut_off.into());
        let is_idle = typed.is_none() && shutdowns.iter().any(|shutdown| shutdown.covers(ready_by));
        let on_the_day = shipping.ships(last.date).unwrap().day() == last.parts.ship_by;
        prop_assert!(on_the_day || is_idle, "only a day on which nothing is made is not used");

        // Any start, against a walk through the days; and what is said about a deposit of today.
        for start in [last.date - Days::new(off), last.date + Days::new(off)] {
            let ships = shipping.ships(start).unwrap();
            prop_assert_eq!(ships.day(), ships_naively(&shipping, start));
            prop_assert_eq!(late(start).is_some(), start > last.date);
            let expected = if start > last.date {
                Outlook::Passed { earliest_ship: ships.day() }
            } else {
                Outlook::Open { last: last.date }
            };
            prop_assert_eq!(last.outlook(start), Some(expected));
        }
        if typed.is_some() {
            let days = late(last.date + Days::new(off)).map_or(0, |late| u64::from(late.days));
            prop_assert_eq!(days, off, "so many days later, so many days late");
        }
    }
}
