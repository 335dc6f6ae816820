//! The CLDR locale for a language and a country.

use icu_locale_core::Locale;

use super::PaperLanguage;
use crate::domain::country::Country;
use crate::domain::names::Named as _;
use crate::text::buyer::words::regions::{is_latin_american, writes_like_hong_kong};

/// Countries whose own English locale is used. Elsewhere English is the language of trade, in its international form:
/// `30,000.00`, `30 November 2026`, even for a reader who writes `30.000,00` at home.
const OWN_ENGLISH: [&str; 18] = [
    "AU", "CA", "GB", "GH", "HK", "IE", "IN", "KE", "MT", "MY", "NG", "NZ", "PH", "PK", "PR", "SG", "US",
    "ZA",
];

/// The locale for digits and grouping of amounts. Where CLDR groups money unlike other numbers (Austria, French and
/// Italian Switzerland), the money format is used, as numbers on paper are amounts.
pub(crate) fn of_amounts(language: PaperLanguage, country: Option<Country>) -> Locale {
    let code = country.as_ref().map_or("", Country::code);
    match (language, code) {
        (PaperLanguage::German | PaperLanguage::French | PaperLanguage::Italian, "CH" | "LI") => {
            parsed("de-CH")
        }
        (PaperLanguage::German, "AT") => parsed("de"),
        (_, _) => of(language, code),
    }
}

/// The locale for month names and the order of dates.
pub(crate) fn of_dates(language: PaperLanguage, country: Option<Country>) -> Locale {
    match language {
        // Portugal's own data puts the weekday before a date in figures.
        PaperLanguage::Portuguese => parsed("pt"),
        PaperLanguage::English
        | PaperLanguage::Chinese
        | PaperLanguage::TraditionalChinese
        | PaperLanguage::German
        | PaperLanguage::French
        | PaperLanguage::Spanish
        | PaperLanguage::Italian
        | PaperLanguage::Russian
        | PaperLanguage::Ukrainian
        | PaperLanguage::Polish
        | PaperLanguage::Turkish
        | PaperLanguage::Korean
        | PaperLanguage::Vietnamese => of(language, country.as_ref().map_or("", Country::code)),
    }
}

/// The locale for dates in columns. The data of some countries has only figures there, in either order, although its
/// readers know the form with letters from their neighbours.
pub(crate) fn of_short_dates(language: PaperLanguage, country: Option<Country>) -> Locale {
    match (language, country.as_ref().map_or("", Country::code)) {
        (PaperLanguage::Spanish, _) if is_latin_american(country) => parsed("es-419"),
        (PaperLanguage::Spanish, _) => parsed("es"),
        (PaperLanguage::English, code) if !MONTH_FIRST.contains(&code) => parsed("en-001"),
        (_, _) => of_dates(language, country),
    }
}

/// Countries that write `Nov 1, 2026`.
const MONTH_FIRST: [&str; 4] = ["CA", "PH", "PR", "US"];

fn of(language: PaperLanguage, country: &str) -> Locale {
    let region = match language {
        PaperLanguage::English if OWN_ENGLISH.contains(&country) => country,
        PaperLanguage::English => "001",
        // The script alone is enough, except for Hong Kong and Macau.
        PaperLanguage::Chinese => "",
        PaperLanguage::TraditionalChinese if !writes_like_hong_kong(Country::from_code(country)) => "",
        PaperLanguage::TraditionalChinese
        | PaperLanguage::German
        | PaperLanguage::French
        | PaperLanguage::Spanish
        | PaperLanguage::Portuguese
        | PaperLanguage::Italian
        | PaperLanguage::Russian
        | PaperLanguage::Ukrainian
        | PaperLanguage::Polish
        | PaperLanguage::Turkish
        | PaperLanguage::Korean
        | PaperLanguage::Vietnamese => country,
    };
    let language = language.name();
    if region.is_empty() { parsed(language) } else { parsed(&format!("{language}-{region}")) }
}

/// Cannot fail: the languages are ours, and two letters are always a valid region.
fn parsed(tag: &str) -> Locale {
    Locale::try_from_str(tag).unwrap_or(Locale::UNKNOWN)
}

/// The country that a tag such as `pt-BR` or `zh_Hant_HK` names.
pub(crate) fn country_in(tag: &str) -> Option<Country> {
    tag.split(['-', '_']).skip(1).find_map(Country::from_code)
}
