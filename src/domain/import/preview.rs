//! What an import would do, before it is done: the first rows, counts, open questions, likely duplicates.

use std::mem::discriminant;

use super::lines::OrderOfLines;
use super::problem::{Flaw, SkippedRow, WarnedRow};
use super::reading::{Evidence, TableReading};
use super::warning::Warning;
use super::{Fate, ImportPlan, ParsedRow, PlannedRows, plan_rows};
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::files::backup::name_of;
use crate::domain::versions::fields::{FieldDifference, differences};

/// A table read one way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadTable {
    pub rows: Vec<Result<ParsedRow, SkippedRow>>,
    /// The first of them with whatever could be read, and everything that is wrong with each.
    pub first: Vec<(ParsedRow, Vec<Flaw>)>,
    /// What is to know about rows that come in.
    pub warned: Vec<WarnedRow>,
    pub evidence: Evidence,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPreview {
    /// Its skipped rows are those that no answer can bring in.
    pub plan: ImportPlan,
    pub lines: Vec<PreviewLine>,
    /// Rows that an open question keeps out.
    pub waiting: Vec<SkippedRow>,
    pub warnings: Vec<Warning>,
    /// What is to know about single cells of rows that come in; [`Flaw::code`] tells the kinds apart.
    pub warned: Vec<WarnedRow>,
    pub noticed_kinds: Vec<FlawKind>,
    pub skipped_kinds: Vec<FlawKind>,
    pub evidence: Evidence,
    /// Several rows of the file that name one PI number and buyer, in the order of their first row.
    pub orders: Vec<OrderOfLines>,
    /// What the first of the deals that are here already would become.
    pub changes: Vec<ImportChange>,
    /// How many further deals would change.
    pub more_changes: usize,
}

/// Flaws of one kind: the first of them, and a few of their texts and rows to name.
#[derive(Clone, Debug, PartialEq)]
pub struct FlawKind {
    pub flaw: Flaw,
    pub count: usize,
    pub examples: Vec<String>,
    pub rows: Vec<u32>,
}

/// A deal that an import would change.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportChange {
    /// The buyer, and the PI number or the product.
    pub deal: String,
    /// As it is here, and as it would be.
    pub fields: Vec<FieldDifference>,
}

/// One row as it is read, and its outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewLine {
    pub row: ParsedRow,
    pub flaws: Vec<Flaw>,
    pub fate: Fate,
}

/// Plans the import of a table that was read under `reading`.
pub fn preview(
    document: &Document,
    read: ReadTable,
    reading: &TableReading,
    new_id: impl FnMut() -> DealId,
) -> ImportPreview {
    let PlannedRows { mut plan, fates, orders } =
        plan_rows(document, read.rows.iter(), reading.lines, new_id);
    let warnings = std::mem::take(&mut plan.warnings);
    let (waiting, skipped) = std::mem::take(&mut plan.skipped)
        .into_iter()
        .partition(|skipped| waits(&skipped.flaw, &read.evidence, reading));
    plan.skipped = skipped;
    let lines = read
        .first
        .into_iter()
        .zip(fates)
        .map(|((row, flaws), fate)| {
            let waits = gravest(&flaws, &read.evidence, reading)
                .is_some_and(|flaw| waits(flaw, &read.evidence, reading));
            PreviewLine { row, flaws, fate: if waits { Fate::Waiting } else { fate } }
        })
        .collect();
    let (changes, more_changes) = changes(document, &plan);
    let (evidence, warned) = (read.evidence, read.warned);
    let noticed_kinds = FlawKind::all(warned.iter().map(|WarnedRow { row, flaw }| (*row, flaw)));
    let skipped_kinds = FlawKind::all(plan.skipped.iter().map(|SkippedRow { row, flaw }| (*row, flaw)));
    ImportPreview {
        plan,
        lines,
        waiting,
        warnings,
        warned,
        noticed_kinds,
        skipped_kinds,
        evidence,
        orders,
        changes,
        more_changes,
    }
}

impl FlawKind {
    /// How many texts and how many rows are named.
    const NAMED: (usize, usize) = (3, 8);

    /// The kinds, in the order of their first row.
    fn all<'a>(flaws: impl Iterator<Item = (u32, &'a Flaw)>) -> Vec<Self> {
        let mut kinds: Vec<Self> = Vec::new();
        for (row, flaw) in flaws {
            let is_same = |kind: &&mut Self| {
                discriminant(&kind.flaw) == discriminant(flaw) && kind.flaw.column() == flaw.column()
            };
            match kinds.iter_mut().find(is_same) {
                Some(kind) => kind.note(row, flaw),
                None => {
                    let mut kind =
                        Self { flaw: flaw.clone(), count: 0, examples: Vec::new(), rows: Vec::new() };
                    kind.note(row, flaw);
                    kinds.push(kind);
                }
            }
        }
        kinds
    }

    fn note(&mut self, row: u32, flaw: &Flaw) {
        let (texts, rows) = Self::NAMED;
        self.count = self.count.saturating_add(1);
        if self.rows.len() < rows {
            self.rows.push(row);
        }
        let text = flaw.text().trim();
        if self.examples.len() < texts && !text.is_empty() && self.examples.iter().all(|known| known != text)
        {
            self.examples.push(text.to_owned());
        }
    }
}

/// The flaw that keeps a row out: one that costs the row, else one that waits for an answer.
pub fn gravest<'a>(flaws: &'a [Flaw], evidence: &Evidence, reading: &TableReading) -> Option<&'a Flaw> {
    Flaw::gravest(flaws).or_else(|| flaws.iter().find(|flaw| waits(flaw, evidence, reading)))
}

/// Comparing field by field takes time, so only as many deals as a person looks at.
fn changes(document: &Document, plan: &ImportPlan) -> (Vec<ImportChange>, usize) {
    const COMPARED: usize = 200;
    let here = |deal: &Deal| document.deal(&deal.id).cloned();
    let changed: Vec<ImportChange> = plan
        .deals
        .iter()
        .filter_map(|deal| {
            here(deal)
                .map(|before| ImportChange { deal: name_of(deal), fields: differences(None, &*before, deal) })
        })
        .take(COMPARED)
        .collect();
    let all = plan.deals.iter().filter(|deal| document.deals.contains_key(&deal.id)).count();
    let more = all.saturating_sub(changed.len());
    (changed, more)
}

/// Whether an answer that has not been given yet could still bring the row in.
fn waits(flaw: &Flaw, evidence: &Evidence, reading: &TableReading) -> bool {
    match flaw {
        Flaw::DateAmbiguous { column, .. } => {
            reading.day_order.is_none() && evidence.open_dates().any(|dates| dates.column == *column)
        }
        Flaw::AmountAmbiguous { sign, .. } => sign.is_some_and(|sign| {
            reading.signs.of(sign).is_none() && evidence.open_signs().any(|amounts| amounts.sign == sign)
        }),
        Flaw::Ragged { .. }
        | Flaw::NoBuyer
        | Flaw::NotADeal(_)
        | Flaw::Amount(_)
        | Flaw::AmountTooFine { .. }
        | Flaw::AmountNegative(_)
        | Flaw::AmountAbout(_)
        | Flaw::Currency(_)
        | Flaw::CurrencyWithdrawn { .. }
        | Flaw::CurrencyOpen(_)
        | Flaw::CurrencyDiffers { .. }
        | Flaw::Date { .. }
        | Flaw::DateRelative { .. }
        | Flaw::Stage(_)
        | Flaw::StageGuessed { .. }
        | Flaw::Country(_)
        | Flaw::CountryShared { .. }
        | Flaw::Language(_)
        | Flaw::Email(_)
        | Flaw::Unanswered(_)
        | Flaw::CellError { .. }
        | Flaw::Unsaved { .. }
        | Flaw::DigitsLost { .. }
        | Flaw::BecameDate { .. }
        | Flaw::SeveralDeals { .. }
        | Flaw::OtherBuyer { .. }
        | Flaw::OtherCurrency { .. } => false,
    }
}
