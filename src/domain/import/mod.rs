//! Importing deals: what a row says, which deal it means, and what changes.

mod flaw;
mod index;
pub mod lines;
pub mod pack;
pub(crate) mod pack_into_deal;
pub mod preview;
pub mod problem;
pub mod reading;
pub(crate) mod row_into_deal;
pub(crate) mod take;
pub mod warning;

use std::borrow::Borrow;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::contact::Contact;
use super::country::Country;
use super::deal::{Deal, DealId, Stage};
use super::document::Document;
use super::money::Currency;
use crate::named;
use index::{Found, Index, Touched};
use lines::{Meeting, OrderOfLines};
use problem::{Flaw, SkippedRow};
use reading::LinesOfOneDeal;
use warning::{BuyerNames, Warning};

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
    /// What `contact` is at the buyer's.
    pub role: String,
    /// The other people and addresses of the row.
    pub further: Vec<Contact>,
    /// The sign beside an amount whose currency it leaves open: `$`.
    pub open_currency: String,
    /// Whether the e-mail address had invisible characters.
    pub hidden_signs: bool,
    /// Cells that go into the deal's notes word for word.
    pub kept: Vec<KeptCell>,
}

/// A cell whose text is kept, with the header of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCell {
    pub header: String,
    pub text: String,
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
    /// What a person should look at, in the order of the rows.
    pub warnings: Vec<Warning>,
}

/// Finds the deal each row means and merges the row into it.
///
/// A row is the same deal when its PI number matches. Else, when buyer, product and currency match a deal without a
/// PI number, or, for a row without one, any deal. A deal with another PI number is another deal. Where several deals
/// fit and none already says what the row says, the row is skipped: a guess would put money on the wrong deal.
///
/// Several rows of one file with the same PI number and buyer are the lines of one order; another buyer's row never
/// comes into it.
pub fn plan_import(
    document: &Document,
    rows: Vec<Result<ParsedRow, SkippedRow>>,
    new_id: impl FnMut() -> DealId,
) -> ImportPlan {
    // Each row reserves room for its deal.
    plan_rows(document, rows.into_iter(), LinesOfOneDeal::Summed, new_id).plan
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

/// What the rows of a file would do.
struct PlannedRows {
    plan: ImportPlan,
    /// The outcome of each row.
    fates: Vec<Fate>,
    orders: Vec<OrderOfLines>,
}

fn plan_rows(
    document: &Document,
    rows: impl ExactSizeIterator<Item = impl Borrow<Result<ParsedRow, SkippedRow>>>,
    lines: LinesOfOneDeal,
    mut new_id: impl FnMut() -> DealId,
) -> PlannedRows {
    let mut planning = Planning { index: Index::of(document), lines, joined: HashMap::new() };
    let mut plan = ImportPlan { read: rows.len(), ..ImportPlan::default() };
    let mut names = BuyerNames::of(document);
    let mut fates = Vec::with_capacity(rows.len());
    for row in rows {
        let taken = match row.borrow() {
            Ok(row) => planning
                .take_row(row, fates.len(), &mut new_id)
                .map_err(|flaw| SkippedRow { row: row.row, flaw })
                .inspect(|(fate, met)| names.note(row, *fate, met.as_ref(), &mut plan.warnings))
                .map(|(fate, _met)| fate),
            Err(skipped) => Err(skipped.clone()),
        };
        fates.push(taken.unwrap_or_else(|skipped| {
            plan.skipped.push(skipped);
            Fate::Skipped
        }));
    }
    let orders = planning.settle_lines(document, &mut fates);
    for fate in &fates {
        match fate {
            Fate::Added => plan.added = plan.added.saturating_add(1),
            Fate::Updated => plan.updated = plan.updated.saturating_add(1),
            Fate::Unchanged => plan.unchanged = plan.unchanged.saturating_add(1),
            Fate::Skipped | Fate::Waiting => {}
        }
    }
    plan.deals = planning.index.into_changed();
    PlannedRows { plan, fates, orders }
}

/// The deals while rows are merged into them.
struct Planning {
    index: Index,
    lines: LinesOfOneDeal,
    /// By the place of the deal of their first line.
    joined: HashMap<usize, Joined>,
}

/// The lines of one order.
struct Joined {
    order: OrderOfLines,
    /// The places of their rows among those of the file.
    rows: Vec<usize>,
}

/// The earlier row of the file that a row met, and what the two are to each other.
struct Met {
    earlier: u32,
    how: MetAs,
}

enum MetAs {
    OneDeal,
    /// The amount of the lines so far.
    Lines(Decimal),
    TwoOrders,
}

impl Touched {
    fn met(&self, how: MetAs) -> Met {
        Met { earlier: self.row, how }
    }
}

impl Planning {
    /// The outcome of the row at a place, and the earlier row that it met.
    fn take_row(
        &mut self,
        row: &ParsedRow,
        at: usize,
        new_id: &mut impl FnMut() -> DealId,
    ) -> Result<(Fate, Option<Met>), Flaw> {
        match self.index.find(row, |deal| row_into_deal::says_the_same(deal, row)) {
            Found::One(place) => self.merge(place, row, at, new_id),
            Found::None => {
                self.add(row, at, new_id)?;
                Ok((Fate::Added, None))
            }
            // Its lines are deals of their own, which all have its PI number.
            Found::Several { touched: Some(place), .. } if self.joined.contains_key(&place) => {
                self.merge(place, row, at, new_id)
            }
            Found::Several { deals, .. } => Err(Flaw::SeveralDeals { deals }),
        }
    }

    fn add(&mut self, row: &ParsedRow, at: usize, new_id: &mut impl FnMut() -> DealId) -> Result<(), Flaw> {
        let new = Deal::new(new_id(), &*row.buyer);
        self.index.add(row_into_deal::merged(new, row)?, Touched::by(row, at));
        Ok(())
    }

    fn merge(
        &mut self,
        place: usize,
        row: &ParsedRow,
        at: usize,
        new_id: &mut impl FnMut() -> DealId,
    ) -> Result<(Fate, Option<Met>), Flaw> {
        let Some(deal) = self.index.deal(place) else { return Ok((Fate::Unchanged, None)) };
        let Some(earlier) = self.index.touched(place) else {
            let merged = row_into_deal::merged(deal.clone(), row)?;
            let fate = if merged == *deal { Fate::Unchanged } else { Fate::Updated };
            self.index.touch(place, Touched::by(row, at));
            if fate == Fate::Updated {
                self.index.replace(place, merged);
            }
            return Ok((fate, None));
        };
        match lines::meet(deal, &earlier, row)? {
            Meeting::Repeat => Ok((Fate::Unchanged, Some(earlier.met(MetAs::OneDeal)))),
            Meeting::AnotherOrder => {
                self.add(row, at, new_id)?;
                Ok((Fate::Added, Some(earlier.met(MetAs::TwoOrders))))
            }
            Meeting::Replaced(merged) => {
                self.index.touch(place, Touched::by(row, at));
                self.index.replace(place, *merged);
                Ok((Fate::Updated, Some(earlier.met(MetAs::OneDeal))))
            }
            Meeting::Line { deal: joined, sum } => {
                self.note_line(place, earlier, row, at, sum);
                match self.lines {
                    LinesOfOneDeal::Summed => {
                        self.index.replace(place, *joined);
                        Ok((Fate::Updated, Some(earlier.met(MetAs::Lines(sum)))))
                    }
                    LinesOfOneDeal::Separate => {
                        self.add(row, at, new_id)?;
                        Ok((Fate::Added, None))
                    }
                }
            }
        }
    }

    fn note_line(&mut self, place: usize, earlier: Touched, row: &ParsedRow, at: usize, sum: Decimal) {
        if let Some(first) = self.index.deal(place) {
            let begun = || Joined { order: OrderOfLines::begun(first, &earlier), rows: vec![earlier.at] };
            let joined = self.joined.entry(place).or_insert_with(begun);
            joined.order.add(row, sum);
            joined.rows.push(at);
        }
        self.index.touch(place, Touched { amount: Some(sum), ..earlier });
    }

    /// The orders of several lines. Lines whose deal is in the end as it was before have changed nothing.
    fn settle_lines(&mut self, document: &Document, fates: &mut [Fate]) -> Vec<OrderOfLines> {
        let mut orders = Vec::new();
        for (place, Joined { order, rows }) in std::mem::take(&mut self.joined) {
            if self.lines == LinesOfOneDeal::Summed && self.index.forget_change(place, document) {
                for at in rows {
                    if let Some(fate) = fates.get_mut(at) {
                        *fate = Fate::Unchanged;
                    }
                }
            } else {
                orders.push(order);
            }
        }
        orders.sort_by_key(|order| order.lines.first().map(|line| line.row));
        orders
    }
}
