//! The factory's own shutdowns, and the last true day that follows from them.

use super::*;

fn shipping<'a>(ship_by: &str, shutdowns: &'a [Shutdown]) -> Shipping<'a> {
    Shipping {
        ship_by: Some(day(ship_by)),
        lead_time_days: Some(25),
        shutdown_days: None,
        cut_off_days: Some(5),
        shutdowns,
    }
}

#[test]
fn the_last_true_day_counts_each_day_of_shutdown_once() {
    let check = |ship_by: &str, shutdowns: &[(&str, &str)], last: &str, days: u32| {
        let shutdowns: Vec<Shutdown> = shutdowns.iter().map(|(from, to)| shutdown(from, to, "")).collect();
        let found = last_true_day(shipping(ship_by, &shutdowns)).unwrap();
        assert_eq!((found.date.to_string().as_str(), found.parts.shutdown_days), (last, days), "{ship_by}");
        assert_eq!(found.parts.counted, ShutdownSource::Shutdowns);
        let whole = 25 + 5 + i64::from(days);
        assert_eq!((day(ship_by) - found.date).num_days(), whole, "the arithmetic adds up");
    };
    let break_2027 = ("2027-02-01", "2027-02-21");
    check("2027-03-10", &[break_2027], "2027-01-18", 21);
    // The same days twice, and in two pieces.
    check("2027-03-10", &[break_2027, ("2027-02-10", "2027-02-21")], "2027-01-18", 21);
    check("2027-03-10", &[("2027-02-01", "2027-02-10"), ("2027-02-11", "2027-02-21")], "2027-01-18", 21);
    // Ready before it, or begun after it.
    check("2027-02-05", &[break_2027], "2027-01-06", 0);
    check("2027-04-10", &[break_2027], "2027-03-11", 0);
    // The last days lie at the port: they are the cut-off's already.
    check("2027-02-08", &[break_2027], "2027-01-06", 3);
    // Making fills all that is left after the break: a deposit on its last day is in time.
    check("2027-03-23", &[break_2027], "2027-02-21", 0);
    check("2027-03-22", &[break_2027], "2027-01-30", 21);
}

#[test]
fn without_a_shutdown_for_the_year_nothing_is_claimed() {
    let of_2026 = [shutdown("2026-02-10", "2026-02-28", "")];
    assert_eq!(last_true_day(shipping("2027-03-10", &of_2026)), None);
    assert_eq!(last_true_day(shipping("2027-03-10", &[])), None);
    let turned = [shutdown("2027-02-21", "2027-02-01", "")];
    assert_eq!(last_true_day(shipping("2027-03-10", &turned)), None);
    // What the deal says goes before.
    let typed = Shipping { shutdown_days: Some(14), ..shipping("2027-03-10", &of_2026) };
    let last = last_true_day(typed).unwrap();
    assert_eq!((last.date, last.parts.counted), (day("2027-01-25"), ShutdownSource::Typed));
    assert!(!shipping("2027-03-10", &of_2026).knows_shutdown() && typed.knows_shutdown());
    let endless = [shutdown("0001-01-01", "9999-12-31", "")];
    assert_eq!(last_true_day(shipping("2027-03-10", &endless)), None);
}

#[test]
fn a_late_deposit_waits_for_the_shutdown_too() {
    let shutdowns = [shutdown("2027-02-01", "2027-02-21", "")];
    let last = last_true_day(shipping("2027-03-10", &shutdowns)).unwrap();
    let check = |on: &str, expected: Outlook| assert_eq!(last.outlook(day(on)), Some(expected), "{on}");
    check("2027-01-18", Outlook::Open { last: day("2027-01-18") });
    check("2027-01-19", Outlook::Passed { earliest_ship: day("2027-03-11") });
    // In the middle of the shutdown: the 25 days begin after it.
    check("2027-02-10", Outlook::Passed { earliest_ship: day("2027-03-23") });
    check("2027-03-01", Outlook::Passed { earliest_ship: day("2027-03-31") });
    let (_, long) = words::arithmetic(&last.parts, day("2027-01-10"), English);
    assert_eq!(
        long,
        "Ship by 10 Mar − lead time 25 days − your factory's shutdown (settings) 21 days − vessel cut-off 5 days"
    );
}

#[test]
fn settings_write_a_shutdown_in_words() {
    let mut settings = Settings::default();
    let plain = serde_json::to_value(&settings).unwrap();
    assert!(plain.get("shutdowns").is_none() && plain.get("seller_country").is_none());
    settings.seller_country = country("VN");
    settings.shutdowns = vec![shutdown("2027-02-01", "2027-02-21", "Tết")];
    let written = serde_json::to_value(&settings).unwrap();
    assert_eq!(written["seller_country"], "VN");
    assert_eq!(
        written["shutdowns"],
        serde_json::json!([{"from": "2027-02-01", "to": "2027-02-21", "name": "Tết"}])
    );
    assert_eq!(serde_json::from_value::<Settings>(written).unwrap(), settings);
    assert_eq!(serde_json::from_value::<Settings>(plain).unwrap(), Settings::default());
}
