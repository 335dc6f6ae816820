//! The buyer's country as the last line of an address.

use super::PaperLanguage;
use crate::assets::country_names;
use crate::assets::country_names::CountryNames;
use crate::domain::country::Country;
use crate::text::{Language, country as of_window};

/// The name in the reader's language; empty for an unknown code.
pub fn country_name(country: Country, language: PaperLanguage) -> &'static str {
    let named = |of: fn(&CountryNames) -> &str| country_names::names(country).map_or("", of);
    match language {
        PaperLanguage::English => of_window::name(country, Language::English),
        PaperLanguage::Chinese => of_window::name(country, Language::Chinese),
        PaperLanguage::TraditionalChinese => named(|names| &names.traditional_chinese),
        PaperLanguage::German => named(|names| &names.german),
        PaperLanguage::French => named(|names| &names.french),
        PaperLanguage::Spanish => named(|names| &names.spanish),
        PaperLanguage::Portuguese => named(|names| &names.portuguese),
        PaperLanguage::Italian => named(|names| &names.italian),
        PaperLanguage::Russian => named(|names| &names.russian),
        PaperLanguage::Ukrainian => named(|names| &names.ukrainian),
        PaperLanguage::Polish => named(|names| &names.polish),
        PaperLanguage::Turkish => named(|names| &names.turkish),
        PaperLanguage::Vietnamese => named(|names| &names.vietnamese),
        PaperLanguage::Korean => named(|names| &names.korean),
    }
}

/// In capitals, as in the address of an international letter: `DEUTSCHLAND`; Turkish i becomes İ.
pub fn country_line(country: Country, language: PaperLanguage) -> String {
    let name = country_name(country, language);
    match language {
        PaperLanguage::Turkish => name.replace('i', "İ").to_uppercase(),
        PaperLanguage::English
        | PaperLanguage::Chinese
        | PaperLanguage::TraditionalChinese
        | PaperLanguage::German
        | PaperLanguage::French
        | PaperLanguage::Spanish
        | PaperLanguage::Portuguese
        | PaperLanguage::Italian
        | PaperLanguage::Russian
        | PaperLanguage::Ukrainian
        | PaperLanguage::Polish
        | PaperLanguage::Vietnamese
        | PaperLanguage::Korean => name.to_uppercase(),
    }
}
