//! Importing deals: what a row says, which deal it means, and what changes.

mod index;
pub mod pack;
pub(crate) mod pack_into_deal;
mod pack_version;
pub mod preview;
pub mod problem;
pub mod reading;
pub(crate) mod row_into_deal;
pub(crate) mod take;
pub mod warning;

use std::borrow::Borrow;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::country::Country;
use super::deal::{Deal, DealId, Stage};
use super::document::Document;
use super::money::Currency;
use crate::named;
use index::{Found, Index};
use problem::{Flaw, SkippedRow};

named! {
    /// The columns of a table of deals, in the order in which we write them.
    pub enum DealColumn {
        Buyer = "buyer",
        Contact = "contact",
        Email = "email",
        Phone = "phone",
        Country = "country",
        City = "city",
        Language = "language",
        Product = "product",
        Quantity = "quantity",
        Currency = "currency",
        Amount = "amount",
        Pi = "pi",
        Stage = "stage",
        LastInbound = "last_inbound",
        LastOutbound = "last_outbound",
        WaitingSince = "waiting_since",
        Unanswered = "unanswered",
        ValidUntil = "valid_until",
        ShipBy = "ship_by",
        Incoterm = "incoterm",
        PaymentTerms = "payment_terms",
        Notes = "notes",
        Tags = "tags",
    }
}

/// One row, read. Empty means: the row says nothing about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParsedRow {
    /// Its number in the sheet; the header is row 1.
    pub row: u32,
    pub buyer: String,
    pub contact: String,
    pub email: String,
    pub phone: String,
    pub country: Option<Country>,
    pub city: String,
    pub language: String,
    pub product: String,
    pub quantity: String,
    pub currency: Option<Currency>,
    pub amount: Option<Decimal>,
    pub pi: String,
    pub stage: Option<Stage>,
    pub last_inbound: Option<NaiveDate>,
    pub last_outbound: Option<NaiveDate>,
    pub waiting_since: Option<NaiveDate>,
    pub unanswered: Option<u32>,
    pub valid_until: Option<NaiveDate>,
    pub ship_by: Option<NaiveDate>,
    pub incoterm: String,
    pub payment_terms: String,
    pub notes: String,
    pub tags: Vec<String>,
}

/// What an import would do; every row read is counted once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPlan {
    /// New and changed deals, in the order of their first row.
    pub deals: Vec<Arc<Deal>>,
    pub read: usize,
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub skipped: Vec<SkippedRow>,
}

/// Finds the deal each row means and merges the row into it.
///
/// A row is the same deal when its PI number matches. Else, when buyer, product and currency match a deal without a
/// PI number, or, for a row without one, any deal. A deal with another PI number is another deal. Where several deals
/// fit and none already says what the row says, the row is skipped: a guess would put money on the wrong deal.
pub fn plan_import(
    document: &Document,
    rows: Vec<Result<ParsedRow, SkippedRow>>,
    new_id: impl FnMut() -> DealId,
) -> ImportPlan {
    // Each row reserves room for its deal.
    plan_rows(document, rows.into_iter(), new_id).0
}

/// The outcome of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    Added,
    Updated,
    Unchanged,
    Skipped,
    /// It waits for the answer to a question.
    Waiting,
}

/// A row that refers to the same deal as an earlier one of the same file.
struct Twice {
    row: u32,
    earlier: u32,
    buyer: String,
}

fn plan_rows(
    document: &Document,
    rows: impl ExactSizeIterator<Item = impl Borrow<Result<ParsedRow, SkippedRow>>>,
    mut new_id: impl FnMut() -> DealId,
) -> (ImportPlan, Vec<Fate>, Vec<Twice>) {
    let mut index = Index::of(document);
    let mut plan = ImportPlan { read: rows.len(), ..ImportPlan::default() };
    let mut fates = Vec::with_capacity(rows.len());
    let mut twice = Vec::new();
    for row in rows {
        let taken = match row.borrow() {
            Ok(row) => take_row(&mut index, row, &mut new_id)
                .map_err(|flaw| SkippedRow { row: row.row, flaw })
                .map(|(fate, earlier)| {
                    let again = |earlier| Twice { row: row.row, earlier, buyer: row.buyer.clone() };
                    twice.extend(earlier.map(again));
                    fate
                }),
            Err(skipped) => Err(skipped.clone()),
        };
        let fate = taken.unwrap_or_else(|skipped| {
            plan.skipped.push(skipped);
            Fate::Skipped
        });
        match fate {
            Fate::Added => plan.added = plan.added.saturating_add(1),
            Fate::Updated => plan.updated = plan.updated.saturating_add(1),
            Fate::Unchanged => plan.unchanged = plan.unchanged.saturating_add(1),
            Fate::Skipped | Fate::Waiting => {}
        }
        fates.push(fate);
    }
    plan.deals = index.into_changed();
    (plan, fates, twice)
}

/// The outcome of the row, and the earlier row that referred to the same deal.
fn take_row(
    index: &mut Index,
    row: &ParsedRow,
    new_id: &mut impl FnMut() -> DealId,
) -> Result<(Fate, Option<u32>), Flaw> {
    match index.find(row, |deal| row_into_deal::says_the_same(deal, row)) {
        Found::One(place) => {
            let Some(deal) = index.deal(place) else { return Ok((Fate::Unchanged, None)) };
            let merged = row_into_deal::merged(deal.clone(), row)?;
            let fate = if merged == *deal { Fate::Unchanged } else { Fate::Updated };
            let earlier = index.touch(place, row.row);
            if fate == Fate::Updated {
                index.replace(place, merged);
            }
            Ok((fate, earlier))
        }
        Found::None => {
            let new = Deal::new(new_id(), &*row.buyer);
            index.add(row_into_deal::merged(new, row)?, row.row);
            Ok((Fate::Added, None))
        }
        Found::Several(deals) => Err(Flaw::SeveralDeals { deals }),
    }
}
