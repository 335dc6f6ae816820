//! The days off that a plan keeps to and whose they are, stored with the plan so that it never moves silently.

use std::collections::BTreeSet;

use chrono::{NaiveDate, WeekdaySet};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{read_weekend, write_weekend};
use crate::domain::country::Country;
use crate::domain::extra::Extra;
use crate::domain::names::Word;
use crate::named;

named! {
    pub enum Whose {
        Buyer = "buyer",
        Seller = "seller",
        /// A day counts only where both sides work.
        Both = "both",
    }
}

/// The days on which somebody of these countries does not work, as they were known when the terms were made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observed {
    pub whose: Word<Whose>,
    #[serde(default)]
    pub of: Vec<Country>,
    /// The days of the week that are free for one of them; they replace the terms' own weekend.
    #[serde(with = "weekend")]
    pub weekend: WeekdaySet,
    /// Free days outside of that weekend.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub closed: BTreeSet<NaiveDate>,
    /// Days of that weekend on which all of them work.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub worked: BTreeSet<NaiveDate>,
    #[serde(flatten)]
    pub extra: Extra,
}

mod weekend {
    //! A weekend as the terms write it: `sat,sun`.

    use chrono::WeekdaySet;
    use serde::{Deserialize as _, Deserializer, Serializer, de};

    pub fn serialize<S: Serializer>(weekend: &WeekdaySet, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&super::write_weekend(*weekend))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<WeekdaySet, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.as_str() {
            "" => Ok(WeekdaySet::EMPTY),
            some => super::read_weekend(some).ok_or_else(|| {
                de::Error::custom(format_args!("weekend: {some:?}: not weekdays such as sat,sun"))
            }),
        }
    }
}
