//! What an import would do, before it is done: the first rows, counts, open questions, likely duplicates.

use super::problem::{Flaw, SkippedRow, WarnedRow};
use super::reading::{Evidence, TableReading};
use super::warning::Warning;
use super::{Fate, ImportPlan, ParsedRow, plan_rows};
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
    pub waiting: usize,
    pub warnings: Vec<Warning>,
    /// What is to know about single cells of rows that come in; [`Flaw::code`] tells the kinds apart.
    pub warned: Vec<WarnedRow>,
    pub evidence: Evidence,
    /// What the first of the deals that are here already would become.
    pub changes: Vec<ImportChange>,
    /// How many further deals would change.
    pub more_changes: usize,
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
    let (mut plan, fates) = plan_rows(document, read.rows.iter(), reading.lines, new_id);
    let warnings = std::mem::take(&mut plan.warnings);
    let all = plan.skipped.len();
    plan.skipped.retain(|skipped| !waits(&skipped.flaw, &read.evidence, reading));
    let waiting = all.saturating_sub(plan.skipped.len());
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
    ImportPreview { plan, lines, waiting, warnings, warned, evidence, changes, more_changes }
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
        | Flaw::CurrencyOpen(_)
        | Flaw::CurrencyDiffers { .. }
        | Flaw::Date { .. }
        | Flaw::DateRelative { .. }
        | Flaw::Stage(_)
        | Flaw::StageGuessed { .. }
        | Flaw::Country(_)
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
