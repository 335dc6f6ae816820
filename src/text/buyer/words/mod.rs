//! The words of documents for the buyer, in the buyer's language, whatever the language of the window.

mod country;
mod due;
mod languages;
mod plural;
mod words;

pub mod window;

mod chinese;
mod chinese_traditional;
mod english;
mod french;
mod german;
mod italian;
mod polish;
mod portuguese;
mod russian;
mod spanish;
mod turkish;
mod ukrainian;
mod vietnamese;

pub use self::country::{country_line, country_name};
pub use self::due::{due_in_words, sentence_case};
pub use self::languages::{DepositWord, PaperLanguage};
pub use self::words::{
    BankWords, Columns, DueWords, Event, Methods, Milestones, PageWords, PaperText, PolicyHeadings, RowWords,
    ShippingWords, Statuses, Totals,
};
