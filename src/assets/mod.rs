//! What is compiled in: parsed once, typed.

pub mod diagnosis;

pub use self::diagnosis::{diagnosis_model, diagnosis_words_en, diagnosis_words_zh};
