//! Countries for the rest of the program: found by what people write, with their clocks and working weeks.

use std::collections::BTreeMap;
use std::sync::LazyLock;

pub use super::city_zones::{BuyerClock, city_zone, clock};
pub use super::country_facts::{ClockCity, CountryFacts, all, facts};
pub use super::country_lookup::SharedName;
use super::{country_lookup, holidays};
use crate::domain::calendar::{Calendars, WorkWeek};
use crate::domain::country::Country;
use crate::domain::deal::Buyer;

/// A country by its code in capitals, or by its name in one of many languages.
pub fn find(text: &str) -> Option<&'static CountryFacts> {
    facts(country_lookup::find(text)?)
}

/// The two countries whose name a text is, `Congo`.
pub fn shared(text: &str) -> Option<SharedName> {
    country_lookup::shared(text)
}

/// The buyer's IANA time zone: as entered, else by city, else the country's main one.
pub fn time_zone(buyer: &Buyer) -> Option<&str> {
    Some(clock(buyer)?.zone)
}

/// The working weeks of all countries, with the holidays that are known.
pub fn calendars() -> &'static Calendars {
    &CALENDARS
}

/// Both names of a country, for the search.
pub fn search_words(country: Country) -> String {
    facts(country).map_or_else(String::new, |facts| format!("{} {}", facts.english, facts.chinese))
}

static CALENDARS: LazyLock<Calendars> = LazyLock::new(|| {
    let weeks = all().iter().map(|facts| (facts.country, working_week(facts)));
    let by_country: BTreeMap<Country, WorkWeek> = weeks.collect();
    Calendars { elsewhere: WorkWeek::default(), by_country, holidays: holidays::all().clone() }
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
