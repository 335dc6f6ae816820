//! The table of countries: names, time zones, weekends, languages, calling codes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Weekday, WeekdaySet};
use serde::Deserialize;

use crate::domain::country::Country;

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
    /// States and provinces.
    #[serde(default)]
    pub(super) regions: Vec<Region>,
    /// Whose clock `time_zone` is, where the country has several.
    #[serde(default)]
    pub(super) several: Option<ClockCity>,
}

/// A state or province.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Region {
    /// Its codes and names.
    pub(super) names: Vec<String>,
    /// The zone of most of it first.
    pub(super) zones: Vec<String>,
}

/// The city whose clock is assumed where a country has several.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockCity {
    #[serde(rename = "en")]
    pub english: String,
    #[serde(rename = "zh")]
    pub chinese: String,
}

impl CountryFacts {
    /// Cities, states and provinces with a zone of their own.
    pub fn city_zones(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cities.iter().map(|(city, zone)| (city.as_str(), zone.as_str()))
    }
}

/// All countries, by code: those of ISO 3166-1, and Kosovo.
pub fn all() -> &'static [CountryFacts] {
    &ALL
}

/// What is known of a country; None for a code that is not in the table.
pub fn facts(country: Country) -> Option<&'static CountryFacts> {
    ALL.binary_search_by_key(&country, |facts| facts.country).ok().and_then(|position| ALL.get(position))
}

static ALL: LazyLock<Vec<CountryFacts>> = LazyLock::new(|| {
    let mut facts: Vec<CountryFacts> = super::parsed(include_str!("../../assets/countries.json"));
    facts.sort_by_key(|facts| facts.country);
    facts
});

fn weekdays<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<WeekdaySet, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    let day = |name: &String| {
        name.parse::<Weekday>().map_err(|_| serde::de::Error::custom(format!("{name:?} is not a weekday")))
    };
    names.iter().map(day).collect()
}
