//! The languages of documents, and which word Chinese ones use for the deposit.

pub(crate) mod chinese;
pub(crate) mod chinese_traditional;
pub(crate) mod english;
pub(crate) mod french;
pub(crate) mod german;
pub(crate) mod italian;
pub(crate) mod korean;
pub(crate) mod polish;
pub(crate) mod portuguese;
pub(crate) mod russian;
pub(crate) mod spanish;
pub(crate) mod turkish;
pub(crate) mod ukrainian;
pub(crate) mod vietnamese;

use super::phrases::PaperText;
use super::regions::{
    is_latin_american, is_mexico, spells_like_america, writes_like_hong_kong, writes_like_portugal,
};
use crate::domain::country::Country;
pub use crate::domain::deposit::DepositWord;
use crate::named;

named! {
    /// A language that documents can be written in, by its BCP 47 tag.
    pub enum PaperLanguage {
        English = "en",
        Chinese = "zh",
        TraditionalChinese = "zh-Hant",
        German = "de",
        French = "fr",
        Spanish = "es",
        Portuguese = "pt",
        Italian = "it",
        Russian = "ru",
        Ukrainian = "uk",
        Polish = "pl",
        Turkish = "tr",
        Vietnamese = "vi",
        Korean = "ko",
    }
}

impl PaperLanguage {
    /// The language for a buyer's BCP 47 tag: `de-AT` is German, `zh-TW` Traditional Chinese; English for languages
    /// that we do not write.
    pub fn for_tag(tag: &str) -> Self {
        let lower = tag.trim().to_ascii_lowercase();
        let mut parts = lower.split(['-', '_']);
        let language = parts.next().unwrap_or("");
        let rest: Vec<&str> = parts.collect();
        match language {
            "zh" | "cmn" | "yue" => {
                let says = |any: &[&str]| rest.iter().any(|part| any.contains(part));
                let traditional = says(&["hant"]) || (says(&["tw", "hk", "mo"]) && !says(&["hans"]));
                if traditional { Self::TraditionalChinese } else { Self::Chinese }
            }
            "de" => Self::German,
            "fr" => Self::French,
            "es" => Self::Spanish,
            "pt" => Self::Portuguese,
            "it" => Self::Italian,
            "ru" => Self::Russian,
            "uk" => Self::Ukrainian,
            "pl" => Self::Polish,
            "tr" => Self::Turkish,
            "vi" => Self::Vietnamese,
            "ko" => Self::Korean,
            _unwritten => Self::English,
        }
    }

    /// All words of a document, as they are where no country has its own. `deposit` matters only in Chinese.
    pub fn text(self, deposit: DepositWord) -> &'static PaperText {
        self.text_in(None, deposit)
    }

    /// All words of a document for a reader in this country.
    pub fn text_in(self, country: Option<Country>, deposit: DepositWord) -> &'static PaperText {
        match (self, deposit) {
            (Self::Chinese, DepositWord::Prepayment) => &chinese::PREPAYMENT,
            (Self::Chinese, DepositWord::Earnest) => &chinese::EARNEST,
            (Self::TraditionalChinese, DepositWord::Prepayment) if writes_like_hong_kong(country) => {
                &chinese_traditional::HONG_KONG_PREPAYMENT
            }
            (Self::TraditionalChinese, DepositWord::Earnest) if writes_like_hong_kong(country) => {
                &chinese_traditional::HONG_KONG_EARNEST
            }
            (Self::TraditionalChinese, DepositWord::Prepayment) => &chinese_traditional::TAIWAN_PREPAYMENT,
            (Self::TraditionalChinese, DepositWord::Earnest) => &chinese_traditional::TAIWAN_EARNEST,
            (Self::English, _) if spells_like_america(country) => &english::AMERICAN,
            (Self::English, _) => &english::BRITISH,
            (Self::German, _) => &german::TEXT,
            (Self::French, _) => &french::TEXT,
            (Self::Spanish, _) if is_mexico(country) => &spanish::MEXICO,
            (Self::Spanish, _) if is_latin_american(country) => &spanish::AMERICA,
            (Self::Spanish, _) => &spanish::SPAIN,
            (Self::Portuguese, _) if writes_like_portugal(country) => &portuguese::PORTUGAL,
            (Self::Portuguese, _) => &portuguese::BRAZIL,
            (Self::Italian, _) => &italian::TEXT,
            (Self::Russian, _) => &russian::TEXT,
            (Self::Ukrainian, _) => &ukrainian::TEXT,
            (Self::Polish, _) => &polish::TEXT,
            (Self::Turkish, _) => &turkish::TEXT,
            (Self::Vietnamese, _) => &vietnamese::TEXT,
            (Self::Korean, _) => &korean::TEXT,
        }
    }

    /// The words of every country, for reading a document back: `text` first.
    pub fn texts(self) -> impl Iterator<Item = &'static PaperText> {
        let elsewhere: &[&str] = match self {
            Self::English => &["US"],
            Self::TraditionalChinese => &["HK"],
            Self::Spanish => &["MX", "AR"],
            Self::Portuguese => &["PT"],
            Self::Chinese
            | Self::German
            | Self::French
            | Self::Italian
            | Self::Russian
            | Self::Ukrainian
            | Self::Polish
            | Self::Turkish
            | Self::Vietnamese
            | Self::Korean => &[],
        };
        let countries = elsewhere.iter().map(|code| Country::from_code(code));
        std::iter::once(None)
            .chain(countries)
            .map(move |country| self.text_in(country, DepositWord::Prepayment))
    }

    /// Its name in the language itself: `Deutsch`.
    pub fn own_name(self) -> &'static str {
        self.text(DepositWord::Prepayment).own_name
    }

    /// Whether a native speaker has checked these words; if not, the window says so.
    pub(crate) fn checked_by_native(self) -> bool {
        match self {
            Self::English | Self::Chinese => true,
            Self::TraditionalChinese
            | Self::German
            | Self::French
            | Self::Spanish
            | Self::Portuguese
            | Self::Italian
            | Self::Russian
            | Self::Ukrainian
            | Self::Polish
            | Self::Turkish
            | Self::Vietnamese
            | Self::Korean => false,
        }
    }

    pub fn is_chinese(self) -> bool {
        matches!(self, Self::Chinese | Self::TraditionalChinese)
    }
}
