//! In which scripts a language is written, and which texts do not belong into it.

pub mod forms;

use unicode_script::{Script, UnicodeScript as _};

/// Whether a text has letters that readers of the language with this BCP 47 tag may not know. Latin letters are known
/// everywhere: companies, brands, codes and units are written in them.
pub fn has_foreign_letters(text: &str, language: &str) -> bool {
    foreign_runs(text, language).next().is_some() || is_of_another_han(text, language)
}

/// Whether a text cannot stand among the sentences of a language: by its letters, or as a sentence in Latin letters
/// where the language is not written in them. Two languages of one script cannot be told apart by their letters.
pub fn is_foreign(text: &str, language: &str) -> bool {
    has_foreign_letters(text, language) || (!is_latin(language) && has_latin_sentence(text))
}

/// The runs of letters in scripts that the language is not written in.
pub fn foreign_runs<'a>(text: &'a str, language: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let own = scripts_of(language);
    let is_foreign_letter = move |letter: char| {
        let script = letter.script();
        letter.is_alphabetic() && !is_shared(script) && !own.contains(&script)
    };
    text.split(move |letter| !is_foreign_letter(letter)).filter(|run| !run.is_empty() && !is_symbol(run))
}

/// The name of the script that a language is written in: `Latn`, `Hans`, `Cyrl`.
pub fn script_name(language: &str) -> &'static str {
    match scripts_of(language) {
        [Script::Han, Script::Bopomofo] if is_traditional(language) => "Hant",
        [Script::Han, Script::Bopomofo] => "Hans",
        [Script::Han, ..] => "Jpan",
        [Script::Hangul] => "Kore",
        [script, ..] => script.short_name(),
        [] => Script::Latin.short_name(),
    }
}

/// The language without its country: `pt-BR` is `pt`; traditional Chinese stays apart.
pub fn without_country(language: &str) -> String {
    let primary = primary(language);
    if primary == "zh" && is_traditional(language) { "zh-Hant".to_owned() } else { primary }
}

/// This many Latin words in a row are a sentence, not a name.
const SENTENCE: usize = 5;

fn scripts_of(language: &str) -> &'static [Script] {
    let named = language.split(['-', '_']).skip(1).find(|part| part.len() == 4);
    if named.is_some_and(|script| script.eq_ignore_ascii_case("Latn")) {
        return &[Script::Latin];
    }
    match primary(language).as_str() {
        "zh" | "yue" | "wuu" => &[Script::Han, Script::Bopomofo],
        "ja" => &[Script::Han, Script::Hiragana, Script::Katakana],
        "ko" => &[Script::Hangul],
        "ru" | "uk" | "be" | "bg" | "mk" | "sr" | "kk" | "ky" | "mn" | "tg" => &[Script::Cyrillic],
        "el" => &[Script::Greek],
        "ar" | "fa" | "ur" | "ps" | "ckb" => &[Script::Arabic],
        "he" => &[Script::Hebrew],
        "th" => &[Script::Thai],
        "hi" | "mr" | "ne" => &[Script::Devanagari],
        "bn" | "as" => &[Script::Bengali],
        "gu" => &[Script::Gujarati],
        "pa" => &[Script::Gurmukhi],
        "te" => &[Script::Telugu],
        "kn" => &[Script::Kannada],
        "ml" => &[Script::Malayalam],
        "ta" => &[Script::Tamil],
        "ka" => &[Script::Georgian],
        "hy" => &[Script::Armenian],
        "km" => &[Script::Khmer],
        "lo" => &[Script::Lao],
        "my" => &[Script::Myanmar],
        "si" => &[Script::Sinhala],
        "am" => &[Script::Ethiopic],
        _latin => &[Script::Latin],
    }
}

fn primary(language: &str) -> String {
    language.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

fn is_traditional(language: &str) -> bool {
    let mut parts = language.split(['-', '_']).skip(1);
    parts.any(|part| ["hant", "tw", "hk", "mo"].iter().any(|known| part.eq_ignore_ascii_case(known)))
}

fn is_latin(language: &str) -> bool {
    scripts_of(language) == [Script::Latin]
}

/// Signs that all scripts share, and Latin letters.
fn is_shared(script: Script) -> bool {
    matches!(script, Script::Common | Script::Inherited | Script::Unknown | Script::Latin)
}

/// A single Greek letter is a unit or a sign of mathematics: Ω, μm, Δt.
fn is_symbol(run: &str) -> bool {
    let mut letters = run.chars();
    letters.next().is_some_and(|letter| letter.script() == Script::Greek) && letters.next().is_none()
}

/// Chinese characters are one script, but Japan and the readers of traditional ones do not know all of them. The
/// character sets that were made for each tell them apart.
fn is_of_another_han(text: &str, language: &str) -> bool {
    let known = match script_name(language) {
        "Jpan" => encoding_rs::SHIFT_JIS,
        "Hant" => encoding_rs::BIG5,
        _other => return false,
    };
    let han: String = text.chars().filter(|letter| letter.script() == Script::Han).collect();
    known.encode(&han).2
}

fn has_latin_sentence(text: &str) -> bool {
    let mut run = 0_usize;
    text.split_whitespace().any(|word| {
        let bare = word.trim_matches(|mark: char| ",.;:'\"".contains(mark));
        let is_word = !bare.is_empty()
            && bare.chars().all(|letter| letter.is_alphabetic() && letter.script() == Script::Latin);
        run = if is_word { run.saturating_add(1) } else { 0 };
        run >= SENTENCE
    })
}
