//! How names and goods are written for readers of another script: given once, and kept.

use serde::{Deserialize, Serialize};

use super::{has_foreign_letters, is_foreign, script_name, without_country};
use crate::domain::extra::Extra;

/// One text as it is written for other readers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WrittenForm {
    /// The text itself: once that is changed, the form is not used any more.
    pub of: String,
    /// For whom: the script of a name (`Latn`, `Hans`), the language of other texts (`en`, `zh`).
    #[serde(rename = "for")]
    pub readers: String,
    /// How it is written for them; equal to `of` where it is wanted as it is.
    pub text: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The forms of the texts of one deal, contact or company.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Forms(Vec<WrittenForm>);

/// With what a form is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormHome {
    Contact,
    Deal,
    /// The seller's company.
    Company,
}

/// What a text is, which decides for whom a form of it is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpelledKind {
    /// One form for all languages of a script.
    Name,
    /// A form for each language.
    Words,
}

/// A text as it is written for the readers of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled {
    pub text: String,
    pub form: FormState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormState {
    /// They can read it as it is.
    NotNeeded,
    Given,
    /// The text is in another script and wanted like that.
    Kept,
    Missing,
}

impl Forms {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &WrittenForm> {
        self.0.iter()
    }

    /// The text for the readers of the language with this tag.
    pub fn spelled(&self, text: &str, kind: SpelledKind, language: &str) -> Spelled {
        let text = one_spaced(text);
        let form = self.get(&text, &kind.readers(language));
        let written = form.map_or_else(|| text.clone(), |form| form.text.clone());
        let form = match form {
            Some(form) if form.text == text && kind.is_foreign(&text, language) => FormState::Kept,
            Some(form) if form.text == text => FormState::NotNeeded,
            Some(_) | None if kind.is_foreign(&written, language) => FormState::Missing,
            Some(_) => FormState::Given,
            None => FormState::NotNeeded,
        };
        Spelled { text: written, form }
    }

    /// Keeps a form; an empty text takes it away again.
    pub fn set(&mut self, form: WrittenForm) {
        let form = WrittenForm { of: one_spaced(&form.of), ..form };
        match self.0.iter_mut().find(|known| known.is_about(&form)) {
            Some(known) => known.text = form.text,
            None => self.0.push(form),
        }
        self.0.retain(|known| !known.text.trim().is_empty());
    }

    /// Takes over the forms of another version, whose texts count where both have one.
    pub fn unite(&mut self, theirs: &Self) {
        for form in &theirs.0 {
            match self.0.iter_mut().find(|known| known.is_about(form)) {
                Some(known) => known.clone_from(form),
                None => self.0.push(form.clone()),
            }
        }
    }

    fn get(&self, of: &str, readers: &str) -> Option<&WrittenForm> {
        self.0.iter().find(|form| form.of == of && form.readers == readers)
    }
}

impl WrittenForm {
    pub fn new(of: &str, kind: SpelledKind, language: &str, text: impl Into<String>) -> Self {
        Self { of: one_spaced(of), readers: kind.readers(language), text: text.into(), extra: Extra::new() }
    }

    pub(crate) fn is_about(&self, other: &Self) -> bool {
        let Self { of, readers, text: _, extra: _ } = other;
        (&self.of, &self.readers) == (of, readers)
    }
}

impl SpelledKind {
    /// Whether readers of the language need another form of the text.
    pub fn is_foreign(self, text: &str, language: &str) -> bool {
        match self {
            Self::Name => has_foreign_letters(text, language),
            Self::Words => is_foreign(text, language),
        }
    }

    fn readers(self, language: &str) -> String {
        match self {
            Self::Name => script_name(language).to_owned(),
            Self::Words => without_country(language),
        }
    }
}

/// Blanks and line breaks do not make another text.
pub(crate) fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
