//! The files: every one is sound, and says what is true of days that people know.

use super::*;

fn works(code: &str, date: &str) -> bool {
    calendars().of(Some(country(code))).works_on(day(date))
}

fn name(code: &str, date: &str) -> Option<(&'static str, Certainty, u32)> {
    let known = calendars().holidays.get(&country(code))?.on(day(date));
    known.map(|(holiday, certainty)| (&*holiday.english, certainty, holiday.about_days))
}

#[test]
fn every_file_is_read_and_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/holidays");
    let mut read = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let (of, known) = holidays::read(&code, &fs::read_to_string(&path).unwrap()).unwrap();
            assert_eq!(holidays::all().get(&of), Some(&known), "{code} is not compiled in");
            assert_eq!(known.certainty(2026), Some(Certainty::Published), "{code}");
            let weekend = calendars().of(Some(of)).weekend;
            for worked in known.all_worked() {
                assert!(
                    weekend.contains(worked.weekday()),
                    "{code} {worked}: work on a day that is no weekend"
                );
            }
            read += 1;
        }
    }
    assert_eq!((read, holidays::all().len()), (54, 54));
}

#[test]
fn a_slip_in_a_file_is_named() {
    let check = |days: &str, expected: &str| {
        let file =
            format!(r#"{{"country":"XX","years":{{"2026":{{"status":"published","days":[{days}]}}}}}}"#);
        let problem = holidays::read("XX", &file).unwrap_err();
        assert!(problem.contains(expected), "{problem}");
    };
    check(r#"{"date":"2027-01-01","en":"a","zh":"b"}"#, "2027-01-01 is not in 2026");
    check(r#"{"date":"2026-01-02","en":"a","zh":"b"},{"date":"2026-01-02","en":"a","zh":"b"}"#, "2026-01-02");
    check(r#"{"date":"2026-01-01","en":"a","zh":" "}"#, "lacks a name");
    check(r#"{"date":"2026-02-30","en":"a","zh":"b"}"#, "XX");
    check(r#"{"date":"2026-01-01","en":"a","zh":"b","worked":true}"#, "unknown field");
    let other = r#"{"country":"DE","years":{}}"#;
    assert!(holidays::read("FR", other).unwrap_err().contains("DE"));
    let status = r#"{"country":"DE","years":{"2026":{"status":"sure","days":[]}}}"#;
    assert!(holidays::read("DE", status).unwrap_err().contains("sure"));
}

#[test]
fn days_off_around_the_world() {
    let off = |code: &str, date: &str, expected: &str| {
        assert!(!works(code, date), "{code} {date}");
        assert_eq!(name(code, date).map(|(name, ..)| name), Some(expected), "{code} {date}");
    };
    off("CN", "2026-02-16", "Spring Festival");
    off("CN", "2026-02-23", "Spring Festival");
    off("CN", "2026-10-07", "National Day");
    off("US", "2026-11-26", "Thanksgiving Day");
    off("US", "2027-11-25", "Thanksgiving Day");
    off("JP", "2026-05-06", "Substitute Holiday");
    off("JP", "2026-12-31", "Bank holiday (turn of the year)");
    off("KR", "2026-09-25", "Chuseok");
    off("DE", "2026-12-25", "Christmas Day");
    off("GB", "2026-12-28", "Boxing Day (observed)");
    off("GB", "2027-03-29", "Easter Monday");
    // In lieu of a weekend, in every state.
    off("AU", "2026-12-28", "Boxing Day (observed)");
    off("AU", "2027-12-27", "Christmas Day (observed)");
    // The banks' own.
    off("DK", "2027-05-07", "Friday after Ascension Day");
    off("MX", "2027-03-25", "Maundy Thursday");
    off("MX", "2026-11-02", "All Souls' Day");
    off("BR", "2027-02-09", "Carnival");
    off("SA", "2026-03-23", "Eid al-Fitr Holiday (observed)");
    off("RU", "2027-01-08", "New Year Holidays");
    off("ID", "2027-03-12", "Eid al-Fitr Joint Holiday");
    for date in ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"] {
        assert!(works("CN", date), "{date} is worked in exchange");
        assert!(!works("DE", date), "{date}");
    }
    for (code, date) in
        [("RU", "2025-11-01"), ("RU", "2027-02-20"), ("TW", "2025-02-08"), ("VN", "2026-08-22")]
    {
        assert!(works(code, date), "{code} {date} is worked in exchange");
    }
    // Mid-Autumn is a day after the day in lieu of National Day.
    assert!(works("HK", "2028-10-03"));
    for (code, date) in
        [("CN", "2026-02-13"), ("CN", "2026-02-24"), ("DE", "2026-11-26"), ("FR", "2026-12-26")]
    {
        assert_eq!(works(code, date), code != "FR", "{code} {date}");
    }
    // Under martial law.
    assert!(works("UA", "2026-08-24"));
}

/// Easter Sunday of the western churches (Meeus, Jones and Butcher).
fn easter(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let day = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (day / 31) as u32, (day % 31 + 1) as u32).unwrap()
}

#[test]
fn feasts_move_with_easter() {
    let feasts = [
        ("Maundy Thursday", -3),
        ("Good Friday", -2),
        ("Easter Sunday", 0),
        ("Easter Monday", 1),
        ("Family Day", 1),
        ("Ascension Day", 39),
        ("Friday after Ascension Day", 40),
        ("Pentecost", 49),
        ("Pentecost Monday", 50),
        ("Corpus Christi", 60),
    ];
    let mut seen = 0;
    for (code, known) in holidays::all() {
        for (year, days) in &known.years {
            for (date, holiday) in &days.off {
                let names = holiday.english.split(" / ");
                for (name, offset) in names.filter_map(|name| feasts.iter().find(|(feast, _)| *feast == name))
                {
                    assert_eq!((*date - easter(*year)).num_days(), *offset, "{} {date} {name}", code.code());
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 400, "{seen}");
}

#[test]
fn how_sure_a_day_is() {
    let check = |code: &str, date: &str, certainty: Certainty, about: u32| {
        let (_, known, around) = name(code, date).unwrap();
        assert_eq!((known, around), (certainty, about), "{code} {date}");
    };
    check("CN", "2026-10-01", Certainty::Published, 0);
    check("CN", "2027-10-01", Certainty::Expected, 0);
    check("SA", "2026-03-20", Certainty::Published, 0);
    check("SA", "2027-03-10", Certainty::Expected, 1);
    check("AE", "2027-03-09", Certainty::Expected, 1);
    check("MY", "2027-03-10", Certainty::Published, 1);
    check("TR", "2027-03-09", Certainty::Expected, 0);
    check("SG", "2027-03-10", Certainty::Published, 0);
    check("SG", "2028-02-28", Certainty::Expected, 1);
    // No shifted days are made up before they are announced, and what is not known is not there.
    let china = &calendars().holidays[&country("CN")];
    assert!(china.all_worked().all(|date| date.year() <= 2026));
    // Nor a working day taken away, but for those that the law makes up (article 6).
    assert_eq!(name("CN", "2027-02-09").map(|(name, ..)| name), Some("Spring Festival (observed)"));
    assert!(works("CN", "2027-02-11"));
    assert_eq!(calendars().holidays[&country("LK")].certainty(2027), None);
    assert!(!calendars().holidays.contains_key(&country("RO")));
}

#[test]
fn a_ladder_step_is_moved_off_holidays() {
    let check = |code: &str, since: &str, expected: &str| {
        let mut deal = Deal::new(DealId::new("d"), "Buyer");
        deal.stage = Stage::Quoted.into();
        deal.buyer.country = Some(country(code));
        deal.summary = Summary {
            last_outbound: Some(day(since)),
            waiting_since: Some(day(since)),
            unanswered: Some(1),
            ..Summary::default()
        };
        let deals = [(deal.id.clone(), Arc::new(deal))].into_iter().collect();
        let document = Document { deals, ..Document::default() };
        let items = today(&document, calendars(), day(expected));
        assert_eq!(items[0].due, Some(day(expected)), "{code} {since}");
    };
    // Three days later is Christmas Day, a Friday.
    check("DE", "2026-12-22", "2026-12-28");
    check("SA", "2026-12-21", "2026-12-24");
    check("GB", "2026-12-22", "2026-12-29");
    check("JP", "2026-04-30", "2026-05-07");
    check("CN", "2026-02-14", "2026-02-24");
    check("CN", "2026-10-07", "2026-10-10");
}
