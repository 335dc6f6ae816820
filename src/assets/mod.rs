//! What is compiled in: parsed once, typed.

mod city_zones;
pub mod countries;
mod country_facts;
mod country_lookup;
pub(crate) mod country_names;
pub(crate) mod diagnosis;
pub mod fonts;
pub mod holidays;
pub mod messages;
pub(crate) mod proofread;
mod sample;

pub use self::diagnosis::diagnosis_model;
pub(crate) use self::diagnosis::diagnosis_words_en;
pub use self::sample::sample;

use serde::de::DeserializeOwned;

/// Parses what the first screen needs, so that it need not wait.
pub fn prepare() {
    countries::calendars();
    diagnosis_model();
}

fn parsed<T: DeserializeOwned>(asset: &str) -> T {
    sound(serde_json::from_str(asset))
}

/// The only place that may panic: tests read everything that is compiled in.
#[expect(clippy::expect_used, reason = "every asset is read by a test")]
fn sound<T, E: std::fmt::Debug>(read: Result<T, E>) -> T {
    read.expect("an asset is well formed")
}
