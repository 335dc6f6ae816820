//! The languages of the interface.

use crate::named;

named! {
    /// The languages of the interface.
    pub enum Language {
        English = "en",
        Chinese = "zh",
    }
}

impl Language {
    /// The other interface language.
    pub fn other(self) -> Self {
        match self {
            Self::English => Self::Chinese,
            Self::Chinese => Self::English,
        }
    }
}
