//! The texts of messages: files of sections that people write in a text editor, one file a strategy and language.

use std::sync::LazyLock;

use super::sound;
use crate::domain::message::TextPlace;

/// A file of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageTexts {
    pub language: &'static str,
    /// A strategy's name, or `common`.
    pub name: &'static str,
    pub sections: Vec<MessageSection<'static>>,
}

/// One text of a file; a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageSection<'a> {
    pub place: TextPlace,
    pub text: &'a str,
}

/// Why a file of texts cannot be read, and in which line, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionProblem {
    pub line: usize,
    pub kind: SectionProblemKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionProblemKind {
    /// The brackets name no block, step or tone.
    UnknownHeader,
    /// The same header stands above.
    Repeated,
    /// Text before the first header that is no remark.
    BeforeTheFirst,
}

/// Every file of every language.
pub fn message_files() -> &'static [MessageTexts] {
    &FILES
}

/// Reads `[block step tone]` headers and the texts below them. Lines with # before the first are remarks.
pub fn sections(source: &str) -> Result<Vec<MessageSection<'_>>, SectionProblem> {
    let headers = headers(source);
    check_remarks(source, headers.first().map_or(source.len(), |header| header.start))?;
    let ends = headers.iter().skip(1).map(|header| header.start).chain([source.len()]);
    let mut found: Vec<MessageSection<'_>> = Vec::new();
    for (header, end) in headers.iter().zip(ends) {
        let problem = |kind| SectionProblem { line: header.line, kind };
        let place = TextPlace::read(header.words).ok_or(problem(SectionProblemKind::UnknownHeader))?;
        if found.iter().any(|section| section.place == place) {
            return Err(problem(SectionProblemKind::Repeated));
        }
        let text = source.get(header.end..end).unwrap_or_default().trim_matches(['\r', '\n', ' ']);
        found.push(MessageSection { place, text });
    }
    Ok(found)
}

struct HeaderLine<'a> {
    line: usize,
    start: usize,
    end: usize,
    words: &'a str,
}

fn headers(source: &str) -> Vec<HeaderLine<'_>> {
    let mut start = 0_usize;
    let mut found = Vec::new();
    for (number, line) in source.split_inclusive('\n').enumerate() {
        let end = start.saturating_add(line.len());
        let inside = line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        found.extend(inside.map(|words| HeaderLine { line: number.saturating_add(1), start, end, words }));
        start = end;
    }
    found
}

fn check_remarks(source: &str, end: usize) -> Result<(), SectionProblem> {
    let before = source.get(..end).unwrap_or_default();
    let stray = before.lines().position(|line| !line.trim().is_empty() && !line.starts_with('#'));
    match stray {
        None => Ok(()),
        Some(at) => {
            Err(SectionProblem { line: at.saturating_add(1), kind: SectionProblemKind::BeforeTheFirst })
        }
    }
}

static FILES: LazyLock<Vec<MessageTexts>> = LazyLock::new(|| {
    let sources = SOURCES.iter().flatten();
    sources
        .map(|(language, name, source)| MessageTexts { language, name, sections: sound(sections(source)) })
        .collect()
});

/// The files of a language, each as language, name and text.
macro_rules! files {
    ($language:literal) => { files!($language:
        "common" "recap" "alternatives" "time-frame" "explain-deposit" "offer-instalments" "pause"
        "payment" "payment-transit" "payment-paid" "approval" "value" "data" "reference" "incentive"
        "deposit-worries" "benefits" "trial-order" "proof" "answer" "promise" "expiring" "new-channel"
        "progress" "agreed"
    ) };
    ($language:literal: $($name:literal)+) => {
        [$((
            $language,
            $name,
            include_str!(concat!("../../assets/messages/", $language, "/", $name, ".txt")),
        )),+]
    };
}

const SOURCES: &[[(&str, &str, &str); 25]] = &[files!("en"), files!("zh")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message::{LadderStep, MessageBlock, Tone};

    #[test]
    fn sections_are_read_with_step_and_tone() {
        let read =
            sections("# For translators.\n\n[opening 1 warm]\nThank you.\n\n[ask]\nIs it?\nYes?\n[facts]\n");
        let place = |block, step, tone| TextPlace { block, step, tone };
        let found: Vec<(TextPlace, &str)> =
            read.unwrap().iter().map(|section| (section.place, section.text)).collect();
        assert_eq!(
            found,
            [
                (place(MessageBlock::Opening, Some(LadderStep::First), Some(Tone::Warm)), "Thank you."),
                (place(MessageBlock::Ask, None, None), "Is it?\nYes?"),
                (place(MessageBlock::Facts, None, None), ""),
            ]
        );
    }

    #[test]
    fn a_file_that_cannot_be_read_names_the_line() {
        let check = |source, line, kind| assert_eq!(sections(source), Err(SectionProblem { line, kind }));
        check("[ask]\nx\n[aks 2]\ny", 3, SectionProblemKind::UnknownHeader);
        check("[ask 5]\n", 1, SectionProblemKind::UnknownHeader);
        check("[ask warm 2]\n", 1, SectionProblemKind::UnknownHeader);
        check("[ask 1]\nx\n\n[ask  1 ]\ny", 4, SectionProblemKind::Repeated);
        check("# remark\n\nHello\n[ask]\n", 3, SectionProblemKind::BeforeTheFirst);
    }

    #[test]
    fn every_file_is_read() {
        assert!(message_files().iter().all(|file| !file.sections.is_empty()));
    }
}
