//! The position of currency and percent signs next to a number, by CLDR.

use super::PaperLanguage;
use crate::domain::country::Country;
use crate::text::buyer::words::regions::{is_latin_american, writes_like_portugal};

const NO_BREAK_SPACE: &str = "\u{a0}";
const NARROW_NO_BREAK_SPACE: &str = "\u{202f}";

/// A sign and the number that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SignPlace {
    Before,
    BeforeSpaced,
    After,
    AfterSpaced,
    AfterNarrow,
}

pub(crate) struct SignPlaces {
    pub sign: SignPlace,
    pub percent: SignPlace,
}

impl SignPlaces {
    pub(crate) fn of(language: PaperLanguage, country: Option<Country>) -> Self {
        let code = country.as_ref().map_or("", Country::code);
        Self { sign: currency(language, country), percent: percent(language, code) }
    }
}

impl SignPlace {
    /// A minus goes before both.
    pub(crate) fn around(self, number: &str, sign: &str) -> String {
        let (minus, number) = number.strip_prefix('-').map_or(("", number), |positive| ("-", positive));
        match self {
            Self::Before => format!("{minus}{sign}{number}"),
            Self::BeforeSpaced => format!("{minus}{sign}{NO_BREAK_SPACE}{number}"),
            Self::After => format!("{minus}{number}{sign}"),
            Self::AfterSpaced => format!("{minus}{number}{NO_BREAK_SPACE}{sign}"),
            Self::AfterNarrow => format!("{minus}{number}{NARROW_NO_BREAK_SPACE}{sign}"),
        }
    }
}

fn currency(language: PaperLanguage, country: Option<Country>) -> SignPlace {
    match (language, country.as_ref().map_or("", Country::code)) {
        (
            PaperLanguage::English
            | PaperLanguage::Chinese
            | PaperLanguage::TraditionalChinese
            | PaperLanguage::Korean,
            _,
        ) => SignPlace::Before,
        (PaperLanguage::German, "AT" | "CH" | "LI") => SignPlace::BeforeSpaced,
        // One order for all of Switzerland, whose French data has the sign behind.
        (PaperLanguage::French | PaperLanguage::Italian, "CH") => SignPlace::BeforeSpaced,
        (PaperLanguage::Portuguese, _) if !writes_like_portugal(country) => SignPlace::BeforeSpaced,
        (PaperLanguage::Spanish, "AR" | "CO" | "PE" | "PY" | "UY") => SignPlace::BeforeSpaced,
        (PaperLanguage::Spanish, _) if is_latin_american(country) => SignPlace::Before,
        (
            PaperLanguage::German
            | PaperLanguage::French
            | PaperLanguage::Spanish
            | PaperLanguage::Portuguese
            | PaperLanguage::Italian
            | PaperLanguage::Russian
            | PaperLanguage::Ukrainian
            | PaperLanguage::Polish
            // The data of Turkish has the sign in front; companies write it behind, as after a number in speech.
            | PaperLanguage::Turkish
            | PaperLanguage::Vietnamese,
            _,
        ) => SignPlace::AfterSpaced,
    }
}

fn percent(language: PaperLanguage, country: &str) -> SignPlace {
    match (language, country) {
        (PaperLanguage::German, "CH" | "LI") | (PaperLanguage::Spanish, "MX") => SignPlace::After,
        (PaperLanguage::French, "CA") => SignPlace::AfterSpaced,
        (PaperLanguage::German | PaperLanguage::Spanish | PaperLanguage::Russian, _) => {
            SignPlace::AfterSpaced
        }
        (PaperLanguage::French, _) => SignPlace::AfterNarrow,
        (PaperLanguage::Turkish, _) => SignPlace::Before,
        (
            PaperLanguage::English
            | PaperLanguage::Chinese
            | PaperLanguage::TraditionalChinese
            | PaperLanguage::Portuguese
            | PaperLanguage::Italian
            | PaperLanguage::Ukrainian
            | PaperLanguage::Polish
            | PaperLanguage::Korean
            | PaperLanguage::Vietnamese,
            _,
        ) => SignPlace::After,
    }
}
