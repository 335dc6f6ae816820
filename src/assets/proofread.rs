//! The lexicons of the check of texts, one file a language.

/// Each language's tag, or `common` for what all share, and its file.
pub fn lexicons() -> impl Iterator<Item = (&'static str, &'static str)> {
    LEXICONS.iter().copied()
}

macro_rules! lexicons {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../assets/proofread/", $name, ".txt")))),+]
    };
}

const LEXICONS: &[(&str, &str)] =
    lexicons!["common", "en", "zh", "de", "es", "fr", "pt", "ru", "ja", "vi", "ar"];
