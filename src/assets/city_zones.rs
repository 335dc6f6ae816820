//! The clock of a buyer's city: by the city's name, by its state or province, or assumed.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::country_facts::{self, ClockCity, CountryFacts};
use super::country_lookup::unaccented;
use crate::domain::country::Country;
use crate::domain::deal::Buyer;

/// A time zone of a buyer, and whether it is only the likeliest one of the country's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BuyerClock<'a> {
    /// The IANA name.
    pub zone: &'a str,
    pub assumed: Option<&'static ClockCity>,
}

/// The buyer's clock: as entered, else by city, else the country's main one.
pub fn clock(buyer: &Buyer) -> Option<BuyerClock<'_>> {
    let entered = buyer.time_zone.trim();
    if !entered.is_empty() {
        return Some(BuyerClock { zone: entered, assumed: None });
    }
    let facts = country_facts::facts(buyer.country?)?;
    Some(match city_zone(facts.country, &buyer.city) {
        Some(zone) => BuyerClock { zone, assumed: None },
        None => BuyerClock { zone: &facts.time_zone, assumed: facts.several.as_ref() },
    })
}

/// The zone of a city, state or province: "Houston, TX", "Dallas TX 75201", "California", 加州洛杉矶.
pub fn city_zone(country: Country, text: &str) -> Option<&'static str> {
    let places = PLACES.get(&country)?;
    let main_zone = |region: &[&'static str]| region.first().copied();
    if let Some(zone) = places.city(text).or_else(|| main_zone(places.region(text)?)) {
        return Some(zone);
    }
    let pieces: Vec<&str> = text.split(SIGNS).map(without_number).filter(|piece| !piece.is_empty()).collect();
    let split = if let [only] = *pieces { places.split(only) } else { None };
    let pieces = split.map_or(pieces, Vec::from);
    let city = pieces.iter().find_map(|piece| places.city(piece));
    let region = pieces.iter().rev().find_map(|piece| places.region(piece));
    match (city, region) {
        // Portland is in Oregon, but "Portland, ME" is not.
        (Some(city), Some(region)) if !region.contains(&city) => main_zone(region),
        (Some(city), _) => Some(city),
        (None, region) => main_zone(region?),
    }
}

const SIGNS: [char; 8] = [',', '/', ';', '(', ')', '\u{ff0c}', '\u{ff08}', '\u{ff09}'];

#[derive(Default)]
struct CityPlaces {
    cities: HashMap<String, &'static str>,
    regions: HashMap<String, Vec<&'static str>>,
}

static PLACES: LazyLock<HashMap<Country, CityPlaces>> = LazyLock::new(|| {
    country_facts::all().iter().map(|facts| (facts.country, CityPlaces::of(facts))).collect()
});

impl CityPlaces {
    fn of(facts: &'static CountryFacts) -> Self {
        let mut places = Self::default();
        for (city, zone) in facts.city_zones() {
            places.cities.insert(unaccented(city), zone);
        }
        for region in &facts.regions {
            for name in &region.names {
                places.regions.insert(unaccented(name), region.zones.iter().map(String::as_str).collect());
            }
        }
        places
    }

    fn city(&self, text: &str) -> Option<&'static str> {
        self.cities.get(&unaccented(text)).copied()
    }

    fn region(&self, text: &str) -> Option<&[&'static str]> {
        self.regions.get(&unaccented(text)).map(Vec::as_slice)
    }

    /// A city and its region without a sign between them: "Dallas TX", 加州洛杉矶, 美国洛杉矶.
    fn split<'a>(&self, text: &'a str) -> Option<[&'a str; 2]> {
        let mut cuts = text.char_indices().map(|(at, _)| text.split_at(at));
        let cut = if text.is_ascii() {
            cuts.rfind(|(_, region)| region.starts_with(' ') && self.is_region(region.trim()))
        } else {
            cuts.find(|(region, city)| self.region(region).is_some() || self.city(city).is_some())
        };
        cut.map(<[&str; 2]>::from)
    }

    /// Short words are codes only in capitals.
    fn is_region(&self, word: &str) -> bool {
        let may_be = word.len() > 3 || word.bytes().all(|letter| letter.is_ascii_uppercase());
        may_be && self.region(word).is_some()
    }
}

/// Without the postal code behind it.
fn without_number(piece: &str) -> &str {
    piece.trim().trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-').trim()
}
