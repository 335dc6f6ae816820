//! Two rows of one file that name the same deal: lines of one order, one row twice, or two orders.

use rust_decimal::Decimal;

use super::index::Touched;
use super::problem::Flaw;
use super::warning::bare;
use super::{ParsedRow, row_into_deal};
use crate::domain::deal::Deal;
use crate::domain::money::Currency;
use crate::domain::typed::placeholder::is_placeholder;
use crate::domain::typed::signs::folded;

/// Several rows of one file that name one PI number and buyer.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderOfLines {
    pub buyer: String,
    pub pi: String,
    pub currency: Option<Currency>,
    pub lines: Vec<OrderLine>,
    pub sum: Decimal,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OrderLine {
    pub row: u32,
    pub product: String,
    pub quantity: String,
    pub amount: Decimal,
}

impl OrderOfLines {
    /// An order of which only the first line is known, which made or changed this deal.
    pub(super) fn begun(deal: &Deal, first: &Touched) -> Self {
        let line = OrderLine {
            row: first.row,
            product: deal.product.clone(),
            quantity: deal.agreed.quantity.clone(),
            amount: first.amount.unwrap_or_default(),
        };
        Self {
            buyer: deal.buyer.company.clone(),
            pi: deal.agreed.pi.clone(),
            currency: deal.agreed.currency,
            sum: line.amount,
            lines: vec![line],
        }
    }

    /// Adds a line; `sum` is that of all so far.
    pub(super) fn add(&mut self, row: &ParsedRow, sum: Decimal) {
        self.sum = sum;
        self.lines.push(OrderLine {
            row: row.row,
            product: row.product.clone(),
            quantity: row.quantity.clone(),
            amount: row.amount.unwrap_or_default(),
        });
    }
}

/// What a later row of a file is to the deal of an earlier one.
pub(super) enum Meeting {
    /// It says nothing new.
    Repeat,
    /// It tells more of the same deal, or corrects it.
    Replaced(Box<Deal>),
    /// A line of the same order; the sum of the lines so far.
    Line { deal: Box<Deal>, sum: Decimal },
    /// An order of the same goods without a PI number of its own.
    AnotherOrder,
}

/// What the row is to a deal that an earlier row of the same file has made or changed.
pub(super) fn meet(deal: &Deal, earlier: &Touched, row: &ParsedRow) -> Result<Meeting, Flaw> {
    let by_pi = !row.pi.trim().is_empty() && !is_placeholder(&row.pi);
    if by_pi && !same_buyer(&deal.buyer.company, &row.buyer) {
        return Err(Flaw::OtherBuyer { row: earlier.row, pi: row.pi.clone() });
    }
    let currencies = row.currency.zip(deal.agreed.currency);
    if by_pi && row.amount.is_some() && currencies.is_some_and(|(line, deal)| line != deal) {
        return Err(Flaw::OtherCurrency { row: earlier.row, pi: row.pi.clone() });
    }
    let merged = row_into_deal::merged(deal.clone(), row)?;
    if merged == *deal {
        return Ok(Meeting::Repeat);
    }
    match (earlier.amount, row.amount) {
        (Some(first), Some(second)) if by_pi && is_line(deal, row) => {
            let sum = first.checked_add(second).ok_or_else(|| Flaw::Amount(second.to_string()))?;
            Ok(Meeting::Line { deal: Box::new(with_line(deal, merged, row, sum)), sum })
        }
        (Some(first), Some(second)) if !by_pi && first != second => Ok(Meeting::AnotherOrder),
        (Some(_) | None, Some(_) | None) => Ok(Meeting::Replaced(Box::new(merged))),
    }
}

/// A row of the same goods, quantity and amount only tells more about the line that is there.
fn is_line(deal: &Deal, row: &ParsedRow) -> bool {
    let other = |known: &str, said: &str| !said.trim().is_empty() && folded(known) != folded(said);
    other(&deal.product, &row.product)
        || other(&deal.agreed.quantity, &row.quantity)
        || deal.agreed.amount != row.amount
}

/// The deal with one line more: goods and quantities one after the other.
fn with_line(deal: &Deal, merged: Deal, row: &ParsedRow, sum: Decimal) -> Deal {
    let mut joined = merged;
    joined.product = and(&deal.product, &row.product);
    joined.agreed.quantity = and(&deal.agreed.quantity, &row.quantity);
    joined.agreed.amount = Some(sum);
    joined
}

fn and(known: &str, said: &str) -> String {
    let (known, said) = (known.trim(), said.trim());
    if said.is_empty() || folded(known) == folded(said) {
        known.to_owned()
    } else if known.is_empty() {
        said.to_owned()
    } else {
        format!("{known} + {said}")
    }
}

fn same_buyer(known: &str, said: &str) -> bool {
    folded(known) == folded(said) || bare(known) == bare(said)
}
