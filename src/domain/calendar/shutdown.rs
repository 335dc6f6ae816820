//! When a factory is closed beyond the holidays of its country.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::extra::Extra;

/// The factory is closed from the first to the last day, both included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shutdown {
    pub from: NaiveDate,
    pub to: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Shutdown {
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.to
    }
}
