//! Check this text: reads any text about a deal and holds what it says against the deal.

mod asks;
pub mod brief;
mod codes;
mod language;
mod marks;
mod names;
mod paid;
mod reading;
mod replacement;
mod statements;
mod told;
mod wording;

use std::cell::OnceCell;
use std::ops::Range;

use chrono::NaiveDate;

pub use self::reading::lexicon::lexicon_problems;

use self::reading::plain::PlainText;
use self::reading::{TextReading, meet};
use crate::domain::deal::Deal;
use crate::domain::document::Document;
use crate::domain::message::MessageChannel;
use crate::domain::message::proofread::{
    KnownFacts, KnownStatement, KnownTopic, TextCode, TextFinding, Told, Verdict,
};

/// What a check of a text says.
#[derive(Clone, Debug, PartialEq)]
pub struct Proofread {
    /// The language of the text, as a tag.
    pub language: String,
    /// In the order of the text; what is about the whole text comes last.
    pub findings: Vec<TextFinding>,
    pub known: Vec<KnownStatement>,
}

impl Proofread {
    pub fn blocks(&self) -> bool {
        self.findings.iter().any(|finding| finding.code.blocks())
    }
}

/// How a text is to be read, where that is not seen from the text and the deal.
#[derive(Clone, Copy, Debug, Default)]
pub struct ProofreadAs<'a> {
    pub language: Option<&'a str>,
    pub channel: Option<MessageChannel>,
}

/// Holds a text against a deal on a day.
pub fn proofread(
    text: &str,
    deal: &Deal,
    document: &Document,
    on: NaiveDate,
    read_as: ProofreadAs<'_>,
) -> Proofread {
    let plain = PlainText::new(text);
    let language = read_as.language.map_or_else(|| language::of_text(&plain), str::to_owned);
    let reading = TextReading::new(plain, reading::lexicon::lexicon(&language));
    let told = told::told(&reading, deal);
    let facts = KnownFacts::new(deal, document, on, told);
    let mut check = TextCheck {
        reading: &reading,
        deal,
        document,
        facts: &facts,
        language: &language,
        findings: Vec::new(),
        known: Vec::new(),
        taken: Vec::new(),
        library: OnceCell::new(),
    };
    check.marks();
    check.codes();
    check.names();
    check.wording();
    check.statements();
    check.paid();
    check.asks();
    check.language();
    check.whole_text(read_as.channel);
    check.done()
}

/// What is known of a deal on a day, apart from any text.
pub fn known_facts<'a>(deal: &'a Deal, document: &Document, on: NaiveDate) -> KnownFacts<'a> {
    let nothing = TextReading::new(PlainText::default(), None);
    KnownFacts::new(deal, document, on, told::told(&nothing, deal))
}

/// A check at work. Places are counted in characters of the plain text until the end.
struct TextCheck<'a> {
    reading: &'a TextReading,
    deal: &'a Deal,
    document: &'a Document,
    facts: &'a KnownFacts<'a>,
    language: &'a str,
    findings: Vec<TextFinding>,
    known: Vec<KnownStatement>,
    /// What has been read and is nothing else.
    taken: Vec<Range<usize>>,
    /// What the library names, read once it is asked for.
    library: OnceCell<Told>,
}

impl TextCheck<'_> {
    fn find(&mut self, code: TextCode, at: Range<usize>) {
        self.findings.push(TextFinding::new(code, at));
    }

    fn note(&mut self, at: &Range<usize>, verdict: Verdict) {
        match verdict {
            Verdict::Right(field) => self.right(at.clone(), field),
            Verdict::Wrong(code, expected) => {
                self.findings.push(TextFinding { code, at: at.clone(), expected });
            }
            Verdict::Open => {}
        }
    }

    fn right(&mut self, at: Range<usize>, field: KnownTopic) {
        self.known.push(KnownStatement { at, field });
    }

    fn is_found(&self, code: TextCode, at: &Range<usize>) -> bool {
        self.findings.iter().any(|finding| finding.code == code && meet(&finding.at, at))
    }

    /// Turns places into bytes of the original, in the order of the text.
    fn done(mut self) -> Proofread {
        let text = &self.reading.text;
        for finding in &mut self.findings {
            finding.at = text.bytes(&finding.at);
        }
        for known in &mut self.known {
            known.at = text.bytes(&known.at);
        }
        self.findings.sort_by_key(|finding| (finding.at.is_empty(), finding.at.start, finding.at.end));
        self.findings.dedup_by(|one, other| one.code == other.code && one.at == other.at);
        self.known.sort_by_key(|known| (known.at.start, known.at.end));
        self.known.dedup();
        Proofread { language: self.language.to_owned(), findings: self.findings, known: self.known }
    }
}
