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
    pub parts: Vec<SheetPart>,
    /// Whether the buyer signs it.
    pub signed: bool,
}

pub enum SheetPart {
    /// Labels and values, with sentences below them.
    Facts { heading: &'static str, facts: Vec<(String, String)>, remarks: Vec<String> },
    /// Sentences, one paragraph each.
    Said { heading: &'static str, paragraphs: Vec<String> },
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
        let parts = self.parts.iter().map(|part| part.as_text(self.words()));
        std::iter::once(head).chain(parts).collect::<Vec<_>>().join("\n")
    }
}

impl SheetPart {
    fn as_text(&self, words: &PaperText) -> String {
        let (heading, lines) = match self {
            Self::Facts { heading, facts, remarks } => {
                let facts = facts.iter().map(|(label, value)| words.labelled(label, value));
                (heading, facts.chain(remarks.iter().cloned()).collect::<Vec<_>>())
            }
            Self::Said { heading, paragraphs } => (heading, paragraphs.clone()),
        };
        format!("{heading}\n{}\n", lines.join("\n"))
    }
}

/// The labels that have a value, with that value.
pub(crate) fn labelled<'a>(facts: impl IntoIterator<Item = (&'a str, String)>) -> Vec<(String, String)> {
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(label, value)| (label.to_owned(), value)).collect()
}
