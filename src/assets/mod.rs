//! What is compiled in: parsed once, typed.

pub mod countries;
pub mod diagnosis;
pub mod fonts;
pub mod messages;
mod sample;

pub use self::diagnosis::{diagnosis_model, diagnosis_words_en, diagnosis_words_zh};
pub use self::sample::sample;

use std::fmt::Debug;

use serde::de::DeserializeOwned;

fn parsed<T: DeserializeOwned>(asset: &str) -> T {
    sound(serde_json::from_str(asset))
}

/// The one place that may fail at once: every asset is read by a test.
#[expect(clippy::expect_used, reason = "what is compiled in is read by tests")]
fn sound<T, E: Debug>(read: Result<T, E>) -> T {
    read.expect("what is compiled in is well formed")
}
