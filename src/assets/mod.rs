//! What is compiled in: parsed once, typed.

pub mod countries;
pub mod diagnosis;
pub mod fonts;
pub mod messages;
mod sample;

pub use self::diagnosis::{diagnosis_model, diagnosis_words_en, diagnosis_words_zh};
pub use self::sample::sample;

use serde::de::DeserializeOwned;

/// The one place that may fail at once: every asset is parsed by a test.
#[expect(clippy::expect_used, reason = "what is compiled in is parsed by tests")]
fn parsed<T: DeserializeOwned>(asset: &str) -> T {
    serde_json::from_str(asset).expect("an asset is well formed")
}
