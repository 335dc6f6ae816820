//! The words of documents for the buyer, in the buyer's language, whatever the language of the window.

mod country;
mod due;
mod languages;
mod plural;

pub mod window;

pub(crate) mod phrases;
pub(crate) mod regions;

pub use self::country::country_line;
pub(crate) use self::due::then;
pub use self::due::{sentence_case, waits_in_words};
pub(crate) use self::languages::english::ordinal as english_ordinal;
pub use self::languages::{DepositWord, PaperLanguage};
pub use self::phrases::PaperText;
