//! Papers of one page in the buyer's language, as content for the writers of each form: the account card and the
//! approval sheet.

mod account_card;
mod answers;
mod approval_sheet;
mod bank_facts;

use chrono::NaiveDate;

pub use self::account_card::account_card;
pub(crate) use self::answers::answers;
pub use self::approval_sheet::{Approval, approval_sheet};
pub(crate) use self::bank_facts::bank_facts;
use super::schedule::Voice;
use super::words::PaperText;

/// A paper in words.
pub struct Sheet {
    pub voice: Voice,
    pub title: &'static str,
    /// What it is about: the deal's reference and the buyer, for the foot and for the name of the file.
    pub reference: String,
    pub on: NaiveDate,
    /// Stands at the top, beside the addressee.
    pub beside: Option<HeadedFacts>,
    pub parts: Vec<SheetPart>,
    /// Whether the buyer signs it.
    pub signed: bool,
}

pub enum SheetPart {
    /// With sentences below.
    Facts(HeadedFacts, Vec<String>),
    /// Sentences, one paragraph each.
    Said { heading: &'static str, paragraphs: Vec<String> },
}

/// Labels and values under a heading.
pub struct HeadedFacts {
    pub heading: &'static str,
    pub facts: Vec<(String, String)>,
}

impl Sheet {
    pub fn words(&self) -> &'static PaperText {
        self.voice.words()
    }

    /// `Issued on 30 November 2026`.
    pub fn issued(&self) -> String {
        (self.words().issued_on)(&self.voice.reader().date_long(self.on))
    }

    /// The sheet as plain text, for a mail or a chat.
    pub fn as_text(&self) -> String {
        let head = format!("{}\n{}\n", self.title, self.issued());
        let beside = self.beside.iter().map(|facts| facts.as_text(self.words()) + "\n");
        let parts = self.parts.iter().map(|part| part.as_text(self.words()) + "\n");
        std::iter::once(head).chain(beside).chain(parts).collect::<Vec<_>>().join("\n")
    }
}

impl HeadedFacts {
    fn as_text(&self, words: &PaperText) -> String {
        let facts = self.facts.iter().map(|(label, value)| words.labelled(label, value));
        std::iter::once(self.heading.to_owned()).chain(facts).collect::<Vec<_>>().join("\n")
    }
}

impl SheetPart {
    fn as_text(&self, words: &PaperText) -> String {
        match self {
            Self::Facts(facts, remarks) => {
                let lines: Vec<String> =
                    std::iter::once(facts.as_text(words)).chain(remarks.iter().cloned()).collect();
                lines.join("\n")
            }
            Self::Said { heading, paragraphs } => format!("{heading}\n{}", paragraphs.join("\n")),
        }
    }
}

/// The labels that have a value, with that value.
pub(crate) fn labelled<'a>(facts: impl IntoIterator<Item = (&'a str, String)>) -> Vec<(String, String)> {
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(label, value)| (label.to_owned(), value)).collect()
}
