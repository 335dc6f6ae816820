//! Other people's formats: tables of deals in and out, messages, file names.
//!
//! A helper that cannot go on fails its test.
#![allow(clippy::panic, clippy::unwrap_used)]

mod any_deal;
mod any_document;
mod cells;
pub mod command;
mod days_off;
mod deals_in;
mod deals_out;
pub mod hostile;
mod merging;
mod message_html;
mod message_links;
mod messages;
mod messy;
mod naughty;
mod outside;
mod pack;
mod pack_command;
mod reading;
mod shapes;
mod siblings;
mod versions;
mod workbooks;

use chrono::NaiveDate;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::import::problem::ImportProblem;
use icebreak::domain::import::{ImportPlan, plan_import};
use icebreak::exchange::read_deals_from;
use std::sync::Arc;

const EN: &[u8] = include_bytes!("../../fixtures/deals-en.csv");
const ZH: &[u8] = include_bytes!("../../fixtures/deals-zh-gb18030.csv");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Plans the import of a file into a document, with ids that count up.
fn plan(document: &Document, bytes: &[u8]) -> Result<ImportPlan, ImportProblem> {
    let mut next = document.deals.len();
    let rows = read_deals_from(bytes)?.rows;
    Ok(plan_import(document, rows, || {
        next += 1;
        DealId::new(format!("{next:06}"))
    }))
}

fn with(document: &Document, plan: &ImportPlan) -> Document {
    let mut document = document.clone();
    for deal in &plan.deals {
        document.deals.insert(deal.id.clone(), Arc::clone(deal));
    }
    document
}

/// Imports a file into an empty document.
fn imported(bytes: &[u8]) -> Document {
    with(&Document::default(), &plan(&Document::default(), bytes).unwrap())
}

fn deals(document: &Document) -> Vec<&Deal> {
    document.deals.values().map(|deal| &**deal).collect()
}

/// Added, updated, unchanged, skipped.
fn counts(plan: &ImportPlan) -> (usize, usize, usize, usize) {
    assert_eq!(plan.read, plan.added + plan.updated + plan.unchanged + plan.skipped.len());
    (plan.added, plan.updated, plan.unchanged, plan.skipped.len())
}

/// The code of each skipped row with its number.
fn skipped(plan: &ImportPlan) -> Vec<(u32, &'static str)> {
    plan.skipped.iter().map(|skipped| (skipped.row, skipped.flaw.code())).collect()
}
