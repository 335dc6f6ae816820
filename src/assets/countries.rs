//! The countries of ISO 3166-1: names in both languages, time zones, weekends, languages, calling codes.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use chrono::{Weekday, WeekdaySet};
use serde::Deserialize;

use super::holidays;
use crate::domain::calendar::{Calendars, WorkWeek};
use crate::domain::country::Country;
use crate::domain::deal::Buyer;
use crate::domain::search::fold;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryFacts {
    #[serde(rename = "code")]
    pub country: Country,
    #[serde(rename = "en")]
    pub english: String,
    #[serde(rename = "zh")]
    pub chinese: String,
    /// Other names: ISO alpha-3, short forms, the country's own.
    #[serde(rename = "also")]
    pub synonyms: Vec<String>,
    /// The IANA time zone of the capital or the main trading city.
    #[serde(rename = "zone")]
    pub time_zone: String,
    #[serde(deserialize_with = "weekdays")]
    pub weekend: WeekdaySet,
    /// The language in which we write first: a BCP 47 tag.
    pub language: String,
    /// Without the plus sign; empty where there is none.
    #[serde(rename = "calling")]
    pub calling_code: String,
    /// Cities and provinces whose time zone is not the country's main one, or that are named often.
    #[serde(default)]
    cities: BTreeMap<String, String>,
}

impl CountryFacts {
    /// Cities with a zone of their own.
    pub fn city_zones(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cities.iter().map(|(city, zone)| (city.as_str(), zone.as_str()))
    }
}

/// All countries, by code.
pub fn all() -> &'static [CountryFacts] {
    &WORLD.facts
}

/// What is known of a country; None for a code that ISO 3166-1 does not list.
pub fn facts(country: Country) -> Option<&'static CountryFacts> {
    WORLD
        .facts
        .binary_search_by_key(&country, |facts| facts.country)
        .ok()
        .and_then(|position| WORLD.facts.get(position))
}

/// A country by code, name or synonym, in English, Chinese or its own language; case and accents do not count.
pub fn find(text: &str) -> Option<&'static CountryFacts> {
    WORLD.by_name.get(&key(text)).and_then(|country| facts(*country))
}

/// The buyer's IANA time zone: as entered, else by city, else the country's main one.
pub fn time_zone(buyer: &Buyer) -> Option<&str> {
    let entered = buyer.time_zone.trim();
    if !entered.is_empty() {
        return Some(entered);
    }
    let facts = facts(buyer.country?)?;
    let city = key(&buyer.city);
    let by_city = WORLD.zone_by_city.get(&(facts.country, city)).map(String::as_str);
    Some(by_city.unwrap_or(&facts.time_zone))
}

/// The working weeks of all countries, with the holidays that are known.
pub fn calendars() -> &'static Calendars {
    &WORLD.calendars
}

/// Both names of a country, for the search.
pub fn search_words(country: Country) -> String {
    facts(country).map_or_else(String::new, |facts| format!("{} {}", facts.english, facts.chinese))
}

struct World {
    facts: Vec<CountryFacts>,
    by_name: HashMap<String, Country>,
    zone_by_city: HashMap<(Country, String), String>,
    calendars: Calendars,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let mut facts: Vec<CountryFacts> = super::parsed(include_str!("../../assets/countries.json"));
    facts.sort_by_key(|facts| facts.country);
    let mut by_name = HashMap::new();
    let mut zone_by_city = HashMap::new();
    let mut by_country = BTreeMap::new();
    for facts in &facts {
        let names = [facts.country.code(), &facts.english, &facts.chinese];
        for name in names.into_iter().chain(facts.synonyms.iter().map(String::as_str)) {
            by_name.insert(key(name), facts.country);
        }
        for (city, zone) in &facts.cities {
            zone_by_city.insert((facts.country, key(city)), zone.clone());
        }
        by_country.insert(facts.country, working_week(facts));
    }
    World {
        facts,
        by_name,
        zone_by_city,
        calendars: Calendars {
            elsewhere: WorkWeek::default(),
            by_country,
            holidays: holidays::all().clone(),
        },
    }
});

fn working_week(facts: &CountryFacts) -> WorkWeek {
    let weekend = facts.weekend;
    match holidays::all().get(&facts.country) {
        None => WorkWeek { weekend, ..WorkWeek::default() },
        Some(known) => {
            WorkWeek { weekend, closed: known.all_off().collect(), worked: known.all_worked().collect() }
        }
    }
}

/// Punctuation and spaces do not count either: "U.S.A." is "USA".
fn key(name: &str) -> String {
    fold(name).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn weekdays<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<WeekdaySet, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    let day = |name: &String| {
        name.parse::<Weekday>().map_err(|_| serde::de::Error::custom(format!("{name:?} is not a weekday")))
    };
    names.iter().map(day).collect()
}
