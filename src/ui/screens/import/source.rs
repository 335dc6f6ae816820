//! Where in the file the list is: its sheet, its encoding, the row of its header. Each can be changed.

use egui::Ui;

use super::{ShownTable, Wish};
use crate::domain::files::source::{ENCODINGS, EncodingSample, SourceChoice, TableSource};
use crate::domain::import::problem::ImportProblem;
use crate::text::visible::in_one_line;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{Offer, cell, choice, choice_by_example, gap_below, note, row, section, wide_card};

/// A header is offered to be this far below the one that was found.
const FURTHER_ROWS: u32 = 20;
/// In characters.
const LONGEST_SAMPLE: usize = 80;

/// What was chosen about a text, and what it would be under each encoding.
pub struct TextOf<'a> {
    pub choice: &'a SourceChoice,
    pub readings: &'a [EncodingSample],
}

/// Nothing is shown of a list that can only be in one place.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, shown: &ShownTable) -> Option<Wish> {
    let words = &cx.text.preview;
    let source = &shown.table.source;
    let picked = wide_card(ui, |ui| {
        gap_below(ui, tokens::S);
        section(ui, words.source);
        let picked = row(ui, |ui| {
            let sheet = source.sheet.as_ref().and_then(|sheet| sheets(ui, cx, source, sheet, &shown.choice));
            let encoding = source.encoding.as_deref();
            let from = TextOf { choice: &shown.choice, readings: &shown.table.readings };
            let encoding = encoding.and_then(|encoding| encodings(ui, cx, Some(encoding), &from));
            sheet.or(encoding).or(header_rows(ui, cx, source.header_row, &shown.choice))
        });
        if !source.sheets_left.is_empty() {
            let names: Vec<String> = source.sheets_left.iter().map(|name| in_one_line(name, 40)).collect();
            note(ui, &(words.sheets_left)(&names));
        }
        let above = source.header_row.saturating_sub(1);
        if above > 0 {
            note(ui, &(words.above)(above));
        }
        if source.encoding.as_deref().is_some_and(|encoding| encoding != "utf-8") {
            note(ui, &(words.reads)(&in_one_line(&telling_line(shown), 120)));
        }
        picked
    });
    picked.map(Wish::ReadFrom)
}

/// The header, or the first line by which the encoding can be judged.
fn telling_line(shown: &ShownTable) -> String {
    let header = shown.table.header.join(", ");
    let is_read = |sample: &&EncodingSample| Some(sample.encoding) == shown.table.source.encoding.as_deref();
    let sample = shown.table.readings.iter().find(is_read).filter(|_| header.is_ascii());
    sample.map_or(header, |sample| sample.line.clone())
}

/// What may be changed about a file that was refused, so that it can be read after all.
pub fn show_refused(ui: &mut Ui, cx: &Cx<'_>, problem: &ImportProblem, from: &TextOf<'_>) -> Option<Wish> {
    let choice = from.choice;
    let picked = match problem {
        ImportProblem::Encoding
        | ImportProblem::EncodingInDoubt { .. }
        | ImportProblem::OtherEncoding(_)
        | ImportProblem::UnknownEncoding(_) => encodings(ui, cx, choice.encoding.as_deref(), from),
        ImportProblem::NoHeaderThere { row } => header_rows(ui, cx, *row, choice),
        ImportProblem::Unreadable(_)
        | ImportProblem::NotAFile
        | ImportProblem::UnknownKind
        | ImportProblem::Foreign(_)
        | ImportProblem::Empty
        | ImportProblem::NoBuyerColumn(_)
        | ImportProblem::DuplicateColumn { .. }
        | ImportProblem::TooLarge { .. }
        | ImportProblem::NotText
        | ImportProblem::NoSuchSheet { .. }
        | ImportProblem::NothingToChoose { .. }
        | ImportProblem::UnclosedQuote { .. }
        | ImportProblem::OldWorkbook
        | ImportProblem::EncryptedWorkbook
        | ImportProblem::DamagedWorkbook(_)
        | ImportProblem::Pack(_) => None,
    };
    picked.map(Wish::ReadFrom)
}

/// Another sheet has a header of its own.
fn sheets(
    ui: &mut Ui,
    cx: &Cx<'_>,
    source: &TableSource,
    sheet: &str,
    choice: &SourceChoice,
) -> Option<SourceChoice> {
    if source.sheets_left.is_empty() {
        return None;
    }
    let names: Vec<&str> =
        std::iter::once(sheet).chain(source.sheets_left.iter().map(String::as_str)).collect();
    let name = pick(ui, cx.text.preview.sheet, Some(sheet), &names, |name| in_one_line(name, 40))?;
    Some(SourceChoice { sheet: Some(name.to_owned()), header: None, ..choice.clone() })
}

/// Each with a line as it reads it, so that the right one is found by eye.
fn encodings(ui: &mut Ui, cx: &Cx<'_>, read: Option<&str>, from: &TextOf<'_>) -> Option<SourceChoice> {
    let words = &cx.text.preview;
    let unlisted = read.filter(|name| !ENCODINGS.contains(name));
    let example = |name: &str| {
        let reading = from.readings.iter().find(|sample| sample.encoding == name);
        reading.map(|sample| in_one_line(&sample.line, LONGEST_SAMPLE)).unwrap_or_default()
    };
    let offers = unlisted.into_iter().chain(ENCODINGS).map(|name| Offer {
        value: Some(name),
        name: (words.encoding_name)(name),
        example: example(name),
    });
    let offers: Vec<Offer<Option<&str>>> = offers.collect();
    let name = cell(ui, |ui| choice_by_example(ui, words.encoding, read, &offers)).flatten()?;
    Some(SourceChoice { encoding: Some(name.to_owned()), ..from.choice.clone() })
}

fn header_rows(ui: &mut Ui, cx: &Cx<'_>, row: u32, choice: &SourceChoice) -> Option<SourceChoice> {
    let words = &cx.text.preview;
    let rows: Vec<u32> = (1..=row.saturating_add(FURTHER_ROWS)).collect();
    let header = pick(ui, words.header_row, Some(row), &rows, |row| (words.row)(row))?;
    Some(SourceChoice { header: Some(header), ..choice.clone() })
}

fn pick<T: Copy + PartialEq>(
    ui: &mut Ui,
    label: &str,
    chosen: Option<T>,
    all: &[T],
    name: impl Fn(T) -> String,
) -> Option<T> {
    let all: Vec<(Option<T>, String)> = all.iter().map(|value| (Some(*value), name(*value))).collect();
    cell(ui, |ui| choice(ui, label, chosen, &all)).flatten()
}
