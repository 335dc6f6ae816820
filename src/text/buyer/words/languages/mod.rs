//! The languages of documents, and which word Chinese ones use for the deposit.

pub(crate) mod chinese;
pub(crate) mod chinese_traditional;
pub(crate) mod english;
pub(crate) mod french;
pub(crate) mod german;
pub(crate) mod italian;
pub(crate) mod polish;
pub(crate) mod portuguese;
pub(crate) mod russian;
pub(crate) mod spanish;
pub(crate) mod turkish;
pub(crate) mod ukrainian;
pub(crate) mod vietnamese;
use super::phrases::PaperText;
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
            _unwritten => Self::English,
        }
    }

    /// All words of a document. `deposit` matters only in Chinese.
    pub fn text(self, deposit: DepositWord) -> &'static PaperText {
        match (self, deposit) {
            (Self::Chinese, DepositWord::Prepayment) => &chinese::PREPAYMENT,
            (Self::Chinese, DepositWord::Earnest) => &chinese::EARNEST,
            (Self::TraditionalChinese, DepositWord::Prepayment) => &chinese_traditional::PREPAYMENT,
            (Self::TraditionalChinese, DepositWord::Earnest) => &chinese_traditional::EARNEST,
            (Self::English, _) => &english::TEXT,
            (Self::German, _) => &german::TEXT,
            (Self::French, _) => &french::TEXT,
            (Self::Spanish, _) => &spanish::TEXT,
            (Self::Portuguese, _) => &portuguese::TEXT,
            (Self::Italian, _) => &italian::TEXT,
            (Self::Russian, _) => &russian::TEXT,
            (Self::Ukrainian, _) => &ukrainian::TEXT,
            (Self::Polish, _) => &polish::TEXT,
            (Self::Turkish, _) => &turkish::TEXT,
            (Self::Vietnamese, _) => &vietnamese::TEXT,
        }
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
            | Self::Vietnamese => false,
        }
    }

    pub fn is_chinese(self) -> bool {
        matches!(self, Self::Chinese | Self::TraditionalChinese)
    }
}
