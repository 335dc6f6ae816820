//! The countries of ISO 3166-1 in the languages of documents that are not languages of the window.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::country::Country;

/// The names of one country in every language of documents but English and Simplified Chinese.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryNames {
    #[serde(rename = "code")]
    country: Country,
    #[serde(rename = "de")]
    pub german: String,
    #[serde(rename = "fr")]
    pub french: String,
    #[serde(rename = "es")]
    pub spanish: String,
    #[serde(rename = "pt")]
    pub portuguese: String,
    #[serde(rename = "it")]
    pub italian: String,
    #[serde(rename = "ru")]
    pub russian: String,
    #[serde(rename = "uk")]
    pub ukrainian: String,
    #[serde(rename = "pl")]
    pub polish: String,
    #[serde(rename = "tr")]
    pub turkish: String,
    #[serde(rename = "vi")]
    pub vietnamese: String,
    #[serde(rename = "ko")]
    pub korean: String,
    #[serde(rename = "zh-Hant")]
    pub traditional_chinese: String,
}

impl CountryNames {
    pub(super) fn all(&self) -> [&str; 12] {
        let Self {
            country: _,
            german,
            french,
            spanish,
            portuguese,
            italian,
            russian,
            ukrainian,
            polish,
            turkish,
            vietnamese,
            korean,
            traditional_chinese,
        } = self;
        [
            german,
            french,
            spanish,
            portuguese,
            italian,
            russian,
            ukrainian,
            polish,
            turkish,
            vietnamese,
            korean,
            traditional_chinese,
        ]
    }
}

/// None for a code that is not in the table.
pub fn names(country: Country) -> Option<&'static CountryNames> {
    NAMES.get(&country)
}

static NAMES: LazyLock<BTreeMap<Country, CountryNames>> = LazyLock::new(|| {
    let names: Vec<CountryNames> = super::parsed(include_str!("../../assets/country_names.json"));
    names.into_iter().map(|names| (names.country, names)).collect()
});
