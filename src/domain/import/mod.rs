//! Importing deals: what a row says, which deal it means, and what changes.

mod index;
mod merge;
pub mod pack;
pub mod problem;
mod unite;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::country::Country;
use super::deal::{Deal, DealId, Stage};
use super::document::Document;
use super::money::Currency;
use super::touch::Summary;
use crate::named;
use index::{Found, Index};
use problem::{Flaw, Skipped};

named! {
    /// The columns of a table of deals, in the order in which we write them.
    pub enum Column {
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
    pub deals: Vec<Deal>,
    pub read: usize,
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub skipped: Vec<Skipped>,
}

/// Finds the deal each row means and merges the row into it.
///
/// A row is the same deal when its PI number matches. Else, when buyer, product and currency match a deal without a
/// PI number, or, for a row without one, any deal. A deal with another PI number is another deal. Where several deals
/// fit and none already says what the row says, the row is skipped: a guess would put money on the wrong deal.
/// `summary_of` tells the correspondence of a deal with its story counted in.
pub fn plan_import(
    document: &Document,
    rows: Vec<Result<ParsedRow, Skipped>>,
    summary_of: impl Fn(&Deal) -> Summary,
    mut new_id: impl FnMut() -> DealId,
) -> ImportPlan {
    let mut index = Index::of(document);
    let mut plan = ImportPlan { read: rows.len(), ..ImportPlan::default() };
    for row in rows {
        let taken = row.and_then(|row| {
            let number = row.row;
            take_row(&mut index, &row, &summary_of, &mut new_id).map_err(|flaw| Skipped { row: number, flaw })
        });
        match taken {
            Ok(Outcome::Added) => plan.added = plan.added.saturating_add(1),
            Ok(Outcome::Updated) => plan.updated = plan.updated.saturating_add(1),
            Ok(Outcome::Unchanged) => plan.unchanged = plan.unchanged.saturating_add(1),
            Err(skipped) => plan.skipped.push(skipped),
        }
    }
    plan.deals = index.into_changed();
    plan
}

enum Outcome {
    Added,
    Updated,
    Unchanged,
}

fn take_row(
    index: &mut Index,
    row: &ParsedRow,
    summary_of: &impl Fn(&Deal) -> Summary,
    new_id: &mut impl FnMut() -> DealId,
) -> Result<Outcome, Flaw> {
    match index.find(row, |deal| merge::says_the_same(deal, row, summary_of)) {
        Found::One(place) => {
            let Some(deal) = index.deal(place) else { return Ok(Outcome::Unchanged) };
            let merged = merge::merged(deal, row, summary_of)?;
            if merged == *deal {
                index.touch(place);
                return Ok(Outcome::Unchanged);
            }
            index.replace(place, merged);
            Ok(Outcome::Updated)
        }
        Found::None => {
            index.add(merge::merged(&Deal::new(new_id(), &*row.buyer), row, &|deal| deal.summary.clone())?);
            Ok(Outcome::Added)
        }
        Found::Several(deals) => Err(Flaw::SeveralDeals { deals }),
    }
}
