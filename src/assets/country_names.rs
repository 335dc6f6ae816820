//! The countries of ISO 3166-1 in the languages of documents that are not languages of the window.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::country::Country;

/// One field for each language of documents but English and Simplified Chinese, by its tag.
macro_rules! names_in_languages {
    ($($language:ident = $tag:literal),* $(,)?) => {
        /// The names of one country.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct CountryNames {
            #[serde(rename = "code")]
            country: Country,
            $(#[serde(rename = $tag)] pub $language: String,)*
        }

        impl CountryNames {
            pub(super) fn all(&self) -> impl Iterator<Item = &str> {
                [$(self.$language.as_str()),*].into_iter()
            }
        }
    };
}

names_in_languages! {
    german = "de",
    french = "fr",
    spanish = "es",
    portuguese = "pt",
    italian = "it",
    russian = "ru",
    ukrainian = "uk",
    polish = "pl",
    turkish = "tr",
    vietnamese = "vi",
    korean = "ko",
    traditional_chinese = "zh-Hant",
}

/// None for a code that is not in the table.
pub fn names(country: Country) -> Option<&'static CountryNames> {
    NAMES.get(&country)
}

static NAMES: LazyLock<BTreeMap<Country, CountryNames>> = LazyLock::new(|| {
    let names: Vec<CountryNames> = super::parsed(include_str!("../../assets/country_names.json"));
    names.into_iter().map(|names| (names.country, names)).collect()
});
