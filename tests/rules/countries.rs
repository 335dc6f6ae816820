//! The table of countries, and the hours of offices around the world.
#![allow(clippy::expect_used)]

use chrono::{Weekday, WeekdaySet};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use icebreak::assets::countries::{all, calendars, clock, facts, find, search_words, time_zone};
use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::country::Country;
use icebreak::domain::deal::Buyer;
use icebreak::text::local_time::{Office, local_time, zone_named};

#[test]
fn every_country_is_complete_and_found_by_all_its_names() {
    assert_eq!(all().len(), 250, "ISO 3166-1 and Kosovo");
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
        ("DE", "DE"),
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

/// (what a cell says, the country; none where it names no country)
const CELLS: &[(&str, Option<&str>)] = &[
    // Codes only in capitals, and bare.
    ("NA", Some("NA")),
    ("N/A", None),
    ("n/a", None),
    ("n.a.", None),
    ("#N/A", None),
    ("NO", Some("NO")),
    ("No", None),
    ("no", None),
    ("de", None),
    ("EL", Some("GR")),
    ("UK", Some("GB")),
    ("uk", Some("GB")),
    ("uae", Some("AE")),
    ("XK", Some("XK")),
    ("DEU", Some("DE")),
    ("and", None),
    ("c/o", None),
    ("S.A.", None),
    ("S/A", None),
    ("Ma.", None),
    // Accents are part of a name, and may be left out of a long one.
    ("Mỹ", Some("US")),
    ("My", None),
    ("Áo", Some("AT")),
    ("Ao", None),
    ("Bỉ", Some("BE")),
    ("Nga", Some("RU")),
    ("Là", None),
    ("ça", None),
    ("Mexico", Some("MX")),
    ("MÉXICO", Some("MX")),
    ("Cote d'Ivoire", Some("CI")),
    ("Turkiye", Some("TR")),
    ("Ｊａｐａｎ", Some("JP")),
    // Other languages.
    ("Alemania", Some("DE")),
    ("Estados Unidos", Some("US")),
    ("Royaume-Uni", Some("GB")),
    ("США", Some("US")),
    ("Németország", None),
    ("Stany Zjednoczone", Some("US")),
    ("Almanya", Some("DE")),
    ("也門", Some("YE")),
    ("肯尼亞", Some("KE")),
    ("尼日利亞", Some("NG")),
    ("卡塔爾", Some("QA")),
    ("坦桑尼亞", Some("TZ")),
    // China and its parts.
    ("中国香港", Some("HK")),
    ("中國澳門", Some("MO")),
    ("中国台湾", Some("TW")),
    ("台湾省", Some("TW")),
    ("Hong Kong, China", Some("HK")),
    ("China (Hong Kong)", Some("HK")),
    ("Taiwan, China", Some("TW")),
    ("Republic of China", Some("TW")),
    ("People's Republic of China", Some("CN")),
    // Forms of the state, and bracketed or turned ones.
    ("Republic of Turkey", Some("TR")),
    ("The Republic of Poland", Some("PL")),
    ("Federal Republic of Nigeria", Some("NG")),
    ("Kingdom of Saudi Arabia", Some("SA")),
    ("Islamic Republic of Pakistan", Some("PK")),
    ("Kyrgyz Republic", Some("KG")),
    ("Czech Rep.", Some("CZ")),
    ("The Gambia", Some("GM")),
    ("The United States", Some("US")),
    ("Korea, South", Some("KR")),
    ("Korea (Republic of)", Some("KR")),
    ("S. Korea", Some("KR")),
    ("Democratic Republic of Korea", Some("KP")),
    ("Netherlands, The", Some("NL")),
    ("Egypt, Arab Rep.", Some("EG")),
    ("Kosovo", Some("XK")),
    ("科索沃", Some("XK")),
    ("威尔士", Some("GB")),
    ("巴勒斯坦", Some("PS")),
    // Several names in one cell.
    ("Germany/德国", Some("DE")),
    ("USA 美国", Some("US")),
    ("美国(USA)", Some("US")),
    ("DE - Germany", Some("DE")),
    ("United States (USA)", Some("US")),
    ("Dubai, UAE", Some("AE")),
    ("Sharjah", Some("AE")),
    ("Germany/France", None),
    ("US/CA", None),
    // Two countries have that name.
    ("Congo", None),
    ("Kongo", None),
    ("刚果", None),
    ("Congo (Kinshasa)", Some("CD")),
    ("DR Congo", Some("CD")),
    ("Democratic Republic of the Congo", Some("CD")),
    ("民主刚果", Some("CD")),
    ("Republic of Congo", Some("CG")),
    ("刚果（布）", Some("CG")),
];

#[test]
fn a_cell_names_a_country_or_none() {
    for (cell, expected) in CELLS {
        assert_eq!(find(cell).map(|facts| facts.country.code()), *expected, "{cell:?}");
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

/// (country, city, zone; none where it is only assumed)
const CITIES: &[(&str, &str, Option<&str>)] = &[
    ("US", "Los Angeles, CA", Some("America/Los_Angeles")),
    ("US", "City of Industry, CA", Some("America/Los_Angeles")),
    ("US", "Houston, TX", Some("America/Chicago")),
    ("US", "Houston, TX 77002, USA", Some("America/Chicago")),
    ("US", "Dallas TX", Some("America/Chicago")),
    ("US", "Dallas Texas", Some("America/Chicago")),
    ("US", "Smallville, tx", Some("America/Chicago")),
    ("US", "El Paso, TX", Some("America/Denver")),
    ("US", "CA", Some("America/Los_Angeles")),
    ("US", "LA", Some("America/Los_Angeles")),
    ("US", "New Orleans, LA", Some("America/Chicago")),
    ("US", "Portland", Some("America/Los_Angeles")),
    ("US", "Portland, ME", Some("America/New_York")),
    ("US", "Richmond, CA", Some("America/Los_Angeles")),
    ("US", "Ontario", Some("America/Los_Angeles")),
    ("US", "Raleigh North Carolina", Some("America/New_York")),
    ("US", "Santa Ana", Some("America/Los_Angeles")),
    ("US", "Plano", Some("America/Chicago")),
    ("US", "尔湾", Some("America/Los_Angeles")),
    ("US", "得州", Some("America/Chicago")),
    ("US", "加州洛杉矶", Some("America/Los_Angeles")),
    ("US", "加州某市", Some("America/Los_Angeles")),
    ("US", "Springfield", None),
    ("US", "Come to me", None),
    ("US", "", None),
    ("CA", "Kelowna", Some("America/Vancouver")),
    ("CA", "Prince George, BC", Some("America/Vancouver")),
    ("CA", "Ontario", Some("America/Toronto")),
    ("AU", "QLD", Some("Australia/Brisbane")),
    ("AU", "Albany WA", Some("Australia/Perth")),
    ("BR", "Mato Grosso", Some("America/Cuiaba")),
    ("BR", "Sao Paulo - SP", Some("America/Sao_Paulo")),
    ("BR", "São Paulo", Some("America/Sao_Paulo")),
    ("MX", "Nuevo Laredo", Some("America/Matamoros")),
    ("MX", "Reynosa, Tamps.", Some("America/Matamoros")),
    ("MX", "Baja California", Some("America/Tijuana")),
    ("RU", "Saratov", Some("Europe/Saratov")),
    ("RU", "Улан-Удэ", Some("Asia/Irkutsk")),
    ("RU", "乌法", Some("Asia/Yekaterinburg")),
    ("RU", "乌苏里斯克", Some("Asia/Vladivostok")),
    ("ID", "Samarinda", Some("Asia/Makassar")),
    ("ID", "Lombok", Some("Asia/Makassar")),
];

#[test]
fn a_city_has_its_clock_or_one_is_assumed() {
    for (code, city, expected) in CITIES {
        let country = Country::from_code(code);
        let buyer = Buyer { country, city: (*city).to_owned(), ..Buyer::default() };
        let found = clock(&buyer).expect("a country");
        assert_eq!(found.assumed.is_none().then_some(found.zone), *expected, "{code} {city}");
    }
    // One clock in the whole country: nothing is assumed.
    let hamburg = Buyer { country: Country::from_code("DE"), city: "Kiel".to_owned(), ..Buyer::default() };
    assert_eq!(clock(&hamburg).and_then(|clock| clock.assumed), None);
}

#[test]
fn a_zone_is_named_by_its_city_or_its_name() {
    let check = |code: &str, text: &str, expected: Option<&str>| {
        assert_eq!(zone_named(text, Country::from_code(code)).as_deref(), expected, "{text}");
    };
    check("US", "Houston, TX", Some("America/Chicago"));
    check("US", "America/Chicago", Some("America/Chicago"));
    check("US", "america/new york", Some("America/New_York"));
    check("", "Asia/Shanghai", Some("Asia/Shanghai"));
    check("US", "Atlantis", None);
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
    // Cuba stays four hours behind UTC, also in winter (time zone database 2026f).
    check_office("CU", "America/Havana", "2027-02-03T12:30:00Z", "Wed 08:30", "opens Wed 03 21:00");
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
