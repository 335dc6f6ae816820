//! Every interface word and the formatting of dates and amounts, in English and Simplified Chinese.

pub mod format;
pub mod message;

use crate::named;

named! {
    /// The languages of the interface.
    pub enum Language {
        English = "en",
        Chinese = "zh",
    }
}
