//! The table of countries, and the hours of offices around the world.
#![allow(clippy::expect_used)]

use chrono::{Weekday, WeekdaySet};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use icebreak::assets::countries::{all, calendars, facts, find, search_words, time_zone};
use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::country::Country;
use icebreak::domain::deal::Buyer;
use icebreak::text::local_time::{Office, local_time};

#[test]
fn every_country_is_complete_and_found_by_all_its_names() {
    assert_eq!(all().len(), 249, "ISO 3166-1");
    for country in all() {
        let code = country.country.code();
        assert_eq!(facts(country.country).map(|facts| facts.country), Some(country.country), "{code}");
        assert!(TimeZone::get(&country.time_zone).is_ok(), "{code}: {}", country.time_zone);
        assert!((1..=2).contains(&country.weekend.len()), "{code}: {:?}", country.weekend);
        assert!(country.calling_code.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
        assert!(!country.language.is_empty(), "{code}");
        let names = [code, &country.english, &country.chinese];
        for name in names.into_iter().chain(country.synonyms.iter().map(String::as_str)) {
            let found = find(name).map(|facts| facts.country);
            assert_eq!(found, Some(country.country), "{name:?} of {code}");
        }
    }
}

#[test]
fn people_name_countries_in_many_ways() {
    let check = |name: &str, expected: &str| {
        assert_eq!(find(name).map(|facts| facts.country.code()), Some(expected), "{name}");
    };
    for (name, code) in [
        ("de", "DE"),
        (" germany ", "DE"),
        ("Deutschland", "DE"),
        ("德国", "DE"),
        ("USA", "US"),
        ("u.s.a.", "US"),
        ("United States of America", "US"),
        ("美国", "US"),
        ("UK", "GB"),
        ("England", "GB"),
        ("英国", "GB"),
        ("UAE", "AE"),
        ("阿联酋", "AE"),
        ("Türkiye", "TR"),
        ("turkey", "TR"),
        ("Vietnam", "VN"),
        ("Việt Nam", "VN"),
        ("Côte d’Ivoire", "CI"),
        ("South Korea", "KR"),
        ("韩国", "KR"),
        ("México", "MX"),
        ("Brasil", "BR"),
        ("Россия", "RU"),
        ("日本", "JP"),
        ("Czech Republic", "CZ"),
        ("Hong Kong", "HK"),
        ("台湾", "TW"),
        ("沙特", "SA"),
    ] {
        check(name, code);
    }
    for unknown in ["", "  ", "Atlantis", "XX", "Eur", "中"] {
        assert!(find(unknown).is_none(), "{unknown:?}");
    }
}

#[test]
fn weekends_differ() {
    use Weekday::*;
    let check = |code: &str, weekend: &[Weekday]| {
        let week = calendars().of(Country::from_code(code));
        assert_eq!(week.weekend, weekend.iter().copied().collect(), "{code}");
    };
    check("DE", &[Sat, Sun]);
    check("AE", &[Sat, Sun]);
    check("SA", &[Fri, Sat]);
    check("EG", &[Fri, Sat]);
    check("IL", &[Fri, Sat]);
    check("IR", &[Thu, Fri]);
    check("XX", &[Sat, Sun]);
    assert_eq!(calendars().of(None), &WorkWeek::default());
}

#[test]
fn the_city_decides_where_a_country_has_several_zones() {
    let check = |code: &str, city: &str, entered: &str, expected: Option<&str>| {
        let buyer = Buyer {
            country: Country::from_code(code),
            city: city.to_owned(),
            time_zone: entered.to_owned(),
            ..Buyer::default()
        };
        assert_eq!(time_zone(&buyer), expected, "{code} {city} {entered}");
    };
    check("US", "", "", Some("America/New_York"));
    check("US", "chicago", "", Some("America/Chicago"));
    check("US", "洛杉矶", "", Some("America/Los_Angeles"));
    check("US", "Springfield", "", Some("America/New_York"));
    check("BR", "Manaus", "", Some("America/Manaus"));
    check("CA", "Vancouver", "", Some("America/Vancouver"));
    check("AU", "Perth", "", Some("Australia/Perth"));
    check("RU", "Екатеринбург", "", Some("Asia/Yekaterinburg"));
    check("DE", "Hamburg", "", Some("Europe/Berlin"));
    check("DE", "Hamburg", "Asia/Tokyo", Some("Asia/Tokyo"));
    check("", "Hamburg", "", None);
    check("XX", "Hamburg", "", None);
}

#[test]
fn every_city_has_a_zone_that_exists() {
    let zones: Vec<_> = all().iter().flat_map(|country| country.city_zones()).collect();
    assert!(zones.len() > 100);
    for (city, zone) in zones {
        assert!(TimeZone::get(zone).is_ok(), "{city}: {zone}");
    }
}

#[test]
fn both_names_can_be_searched() {
    let words = search_words(Country::from_code("DE").expect("a code"));
    assert!(words.contains("Germany") && words.contains("德国"), "{words}");
    assert_eq!(search_words(Country::from_code("XX").expect("two letters")), "");
}

/// At `now` (UTC), the office and the wall clock at the buyer's, told to a seller in Shanghai.
fn check_office(code: &str, zone: &str, now: &str, clock: &str, office: &str) {
    let now: Timestamp = now.parse().expect("a moment");
    let shanghai = TimeZone::get("Asia/Shanghai").expect("a zone");
    let week = calendars().of(Country::from_code(code));
    let found = local_time(zone, week, now, &shanghai).expect("a zone");
    let told = match &found.office {
        Office::Open { closes } => format!("closes {}", closes.strftime("%a %d %H:%M")),
        Office::Closed { opens } => format!("opens {}", opens.strftime("%a %d %H:%M")),
        Office::Away => "away".to_owned(),
    };
    let wall = found.now.strftime("%a %H:%M").to_string();
    assert_eq!((wall.as_str(), told.as_str()), (clock, office), "{zone} at {now}");
}

#[test]
fn offices_open_in_the_sellers_own_time() {
    let berlin =
        |now: &str, clock: &str, office: &str| check_office("DE", "Europe/Berlin", now, clock, office);
    berlin("2026-11-20T07:12:00Z", "Fri 08:12", "opens Fri 20 16:00");
    berlin("2026-11-20T08:00:00Z", "Fri 09:00", "closes Sat 21 01:00");
    berlin("2026-11-20T16:59:59Z", "Fri 17:59", "closes Sat 21 01:00");
    berlin("2026-11-20T17:00:00Z", "Fri 18:00", "opens Mon 23 16:00");
    berlin("2026-11-21T10:00:00Z", "Sat 11:00", "opens Mon 23 16:00");
    // Summer time: an hour earlier for the seller, also across the change of clocks.
    berlin("2026-07-01T06:00:00Z", "Wed 08:00", "opens Wed 01 15:00");
    berlin("2026-10-24T10:00:00Z", "Sat 12:00", "opens Mon 26 16:00");
    let riyadh = |now: &str, clock: &str, office: &str| check_office("SA", "Asia/Riyadh", now, clock, office);
    riyadh("2026-11-20T07:00:00Z", "Fri 10:00", "opens Sun 22 14:00");
    riyadh("2026-11-22T07:00:00Z", "Sun 10:00", "closes Sun 22 23:00");
    // Already tomorrow there.
    check_office("NZ", "Pacific/Auckland", "2026-11-22T21:30:00Z", "Mon 10:30", "closes Mon 23 13:00");
    check_office("US", "America/Los_Angeles", "2026-11-23T02:00:00Z", "Sun 18:00", "opens Tue 24 01:00");
}

#[test]
fn a_zone_nobody_knows_and_a_week_without_work() {
    let now: Timestamp = "2026-11-20T07:12:00Z".parse().expect("a moment");
    assert_eq!(local_time("Mars/Olympus", &WorkWeek::default(), now, &TimeZone::UTC), None);
    let week = WorkWeek { weekend: WeekdaySet::ALL, ..WorkWeek::default() };
    let away = local_time("Europe/Berlin", &week, now, &TimeZone::UTC).expect("a zone");
    assert_eq!(away.office, Office::Away);
}

#[test]
fn open_offices_come_first() {
    let now: Timestamp = "2026-11-20T01:30:00Z".parse().expect("a moment");
    let rank = |zone: &str| {
        local_time(zone, &WorkWeek::default(), now, &TimeZone::UTC).expect("a zone").office.rank()
    };
    let mut zones = ["America/New_York", "Europe/Berlin", "Asia/Tokyo", "Asia/Kolkata"];
    zones.sort_by_key(|zone| rank(zone));
    assert_eq!(zones, ["Asia/Tokyo", "Asia/Kolkata", "Europe/Berlin", "America/New_York"]);
}
