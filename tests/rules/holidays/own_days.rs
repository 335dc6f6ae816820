//! Days off and worked days that the seller knows: they go before the built-in calendars, and a plan says so.

use super::*;

fn own(code: &str, from: &str, to: &str, kind: OwnDayKind, name: &str) -> OwnDays {
    OwnDays {
        country: country(code),
        from: day(from),
        to: day(to),
        kind: kind.into(),
        name: name.to_owned(),
        extra: Extra::new(),
    }
}

fn year(code: &str, year: i32) -> OwnYear {
    OwnYear { country: country(code), year, extra: Extra::new() }
}

fn settings(own_days: Vec<OwnDays>, own_years: Vec<OwnYear>) -> Settings {
    Settings { own_days, own_years, ..Settings::default() }
}

fn moved(settings: &Settings, code: &str, planned: &str) -> (String, Option<String>) {
    let calendars = settings.calendars(calendars());
    let sides = Sides::new(&calendars, settings, Country::from_code(code));
    let plan = terms(Shift::Next, &[planned]).observing(Some(Whose::Buyer), &sides);
    let schedule = plan.schedule().unwrap();
    let row = &schedule.rows()[0];
    let skipped = plan.skipped(row, &calendars, &[]);
    let why = row.moved_from.map(|from| words::moved(from, &skipped, English));
    (row.due.unwrap().to_string(), why)
}

#[test]
fn own_days_go_before_the_built_in_calendar() {
    use OwnDayKind::{Off, Worked};
    let none = settings(Vec::new(), Vec::new());
    assert_eq!(moved(&none, "CN", "2027-02-06").0, "2027-02-11");
    let announced = settings(
        vec![
            own("CN", "2027-02-04", "2027-02-12", Off, "Spring Festival"),
            own("CN", "2027-02-14", "2027-02-14", Worked, ""),
        ],
        Vec::new(),
    );
    let (due, why) = moved(&announced, "CN", "2027-02-12");
    assert_eq!(due, "2027-02-14", "a Sunday that is worked");
    assert_eq!(
        why.as_deref(),
        Some(
            "Moved from Fri 12 Feb 2027.\nFri 12 Feb: Spring Festival (China, your own calendar)\n\
             Sat 13 Feb: weekend (China)"
        )
    );
    // A built-in holiday that is worked after all, and a day off without a name in a country without a calendar.
    let worked = settings(vec![own("CN", "2027-02-10", "2027-02-10", Worked, "")], Vec::new());
    assert_eq!(moved(&worked, "CN", "2027-02-10"), ("2027-02-10".to_owned(), None));
    let unknown = settings(vec![own("RO", "2027-06-01", "2027-06-01", Off, " ")], Vec::new());
    let (due, why) = moved(&unknown, "RO", "2027-06-01");
    assert_eq!(due, "2027-06-02");
    assert_eq!(why.as_deref(), Some("Moved from Tue 1 Jun 2027: day off (Romania, your own calendar)."));
    assert_eq!(moved(&unknown, "CN", "2027-06-01").0, "2027-06-01", "of that country alone");
    // Days the wrong way round are none.
    let turned = settings(vec![own("RO", "2027-06-02", "2027-06-01", Off, "")], Vec::new());
    assert_eq!(moved(&turned, "RO", "2027-06-01").0, "2027-06-01");
}

#[test]
fn a_whole_year_replaces_what_was_built_in() {
    let whole = settings(
        vec![own("CN", "2027-02-05", "2027-02-08", OwnDayKind::Off, "春节")],
        vec![year("CN", 2027)],
    );
    assert_eq!(moved(&whole, "CN", "2027-02-06").0, "2027-02-09");
    assert_eq!(moved(&whole, "CN", "2027-05-03").0, "2027-05-03");
    assert_eq!(moved(&whole, "CN", "2026-10-01").0, "2026-10-08", "the other years stay");
    let calendars = whole.calendars(calendars());
    assert_eq!(calendars.holidays[&country("CN")].certainty(2027), Some(Certainty::Published));
}

#[test]
fn a_year_that_is_whole_is_not_said_to_be_partial() {
    let noted = |own_days: Vec<OwnDays>, own_years: Vec<OwnYear>, planned: &[&str]| {
        let settings = settings(own_days, own_years);
        let calendars = settings.calendars(calendars());
        let sides = Sides::new(&calendars, &settings, Country::from_code("AU"));
        let plan = terms(Shift::Next, planned).observing(Some(Whose::Buyer), &sides);
        words::partial(&plan.partial_calendars(&calendars), English).is_some()
    };
    let victoria = || vec![own("AU", "2027-03-08", "2027-03-08", OwnDayKind::Off, "Labour Day")];
    assert!(noted(Vec::new(), Vec::new(), &["2027-03-08"]));
    assert!(noted(victoria(), Vec::new(), &["2027-03-08"]), "beside the built-in calendar");
    assert!(!noted(victoria(), vec![year("AU", 2027)], &["2027-03-08"]));
    assert!(
        noted(victoria(), vec![year("AU", 2027)], &["2027-03-08", "2028-03-08"]),
        "of 2028 it is partial"
    );
}

#[test]
fn the_seller_says_that_a_year_is_whole() {
    let day = |code| own(code, "2027-02-05", "2027-02-08", OwnDayKind::Off, "春节");
    let mut settings = settings(vec![day("CN"), day("CN"), day("VN")], vec![year("VN", 2027)]);
    assert_eq!(settings.years_beside().into_iter().collect::<Vec<_>>(), [(country("CN"), 2027)]);
    settings.keep_own_year(country("CN"), 2027);
    assert!(settings.years_beside().is_empty());
    assert_eq!(moved(&settings, "CN", "2027-10-01").0, "2027-10-01", "the built-in holiday is gone");
}

#[test]
fn days_are_added_once_and_a_year_is_replaced_whole() {
    let one = || own("CN", "2027-02-05", "2027-02-08", OwnDayKind::Off, "春节");
    let other = || own("VN", "2027-02-05", "2027-02-08", OwnDayKind::Off, "Tet");
    let mut settings = settings(vec![one(), other()], Vec::new());
    settings.add_own(vec![one()], Vec::new());
    assert_eq!(settings.own_days, [one(), other()]);
    let newer = || own("CN", "2027-02-04", "2027-02-10", OwnDayKind::Off, "春节");
    settings.add_own(vec![newer()], vec![year("CN", 2027)]);
    assert_eq!((settings.own_days.clone(), settings.own_years.len()), (vec![other(), newer()], 1));
    settings.forget_own_year(0);
    assert_eq!((settings.own_days.clone(), settings.own_years.len()), (vec![other()], 0));
}

#[test]
fn own_days_are_written_and_read_again() {
    let mut kept =
        settings(vec![own("CN", "2027-02-14", "2027-02-14", OwnDayKind::Worked, "")], vec![year("CN", 2027)]);
    kept.own_days[0].extra.insert("more".to_owned(), serde_json::json!([1.50]));
    let written = serde_json::to_value(&kept).unwrap();
    assert_eq!(
        written["own_days"],
        serde_json::json!([{"country": "CN", "from": "2027-02-14", "to": "2027-02-14", "kind": "worked", "more": [1.5]}])
    );
    assert_eq!(written["own_years"], serde_json::json!([{"country": "CN", "year": 2027}]));
    assert_eq!(serde_json::from_value::<Settings>(written).unwrap(), kept);
    // A kind that only a newer program knows changes nothing, and is kept.
    let newer =
        serde_json::json!([{"country": "CN", "from": "2027-02-14", "to": "2027-02-14", "kind": "half"}]);
    let read: Settings = serde_json::from_value(serde_json::json!({"own_days": newer.clone()})).unwrap();
    assert_eq!(moved(&read, "CN", "2027-02-14").0, "2027-02-15");
    assert_eq!(serde_json::to_value(&read).unwrap()["own_days"], newer);
    assert!(serde_json::to_value(Settings::default()).unwrap().get("own_days").is_none());
}
