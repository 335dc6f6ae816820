//! The words of documents for the buyer, in the buyer's language, whatever the language of the window.

mod country;
mod due;
mod languages;
mod plural;

pub mod window;

pub(crate) mod phrases;

pub use self::country::country_line;
pub use self::due::{due_in_words, sentence_case};
pub use self::languages::{DepositWord, PaperLanguage};
pub use self::phrases::PaperText;
