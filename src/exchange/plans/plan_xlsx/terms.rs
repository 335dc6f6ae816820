//! The terms of a plan as lines of a hidden sheet, in the notation of the command line: what the rows cannot show.
//!
//! The seller's internal data is left out: payments, the bank reference, accepted fees.

use rust_xlsxwriter::{Worksheet, XlsxError};
use serde_json::{Map, Value};

use super::TERMS_SHEET;
use crate::domain::deposit::{KeptRow, Plan, Terms, TermsRows};
use crate::domain::document::Extra;

/// The first line of the sheet, with the version of the format; other versions are not read.
const VERSION: (&str, &str) = ("icebreak-plan", "1");
/// Follows the name of a list, whose items are on lines of their own.
const LIST: &str = "[]";

pub(crate) fn write(sheet: &mut Worksheet, plan: &Plan) -> Result<(), XlsxError> {
    sheet.set_name(TERMS_SHEET)?.set_hidden(true);
    for (at, (key, value)) in (0_u32..).zip(lines(plan)) {
        sheet.write_string(at, 0, key)?;
        sheet.write_string(at, 1, value)?;
    }
    Ok(())
}

/// The plan without its payments; none if the lines are not in our format.
pub(crate) fn read(lines: &[(String, String)]) -> Option<Plan> {
    let (first, rest) = lines.split_first()?;
    if (first.0.as_str(), first.1.as_str()) != VERSION {
        return None;
    }
    let mut plan = Map::new();
    for (key, text) in rest {
        let value: Value = serde_json::from_str(text).ok()?;
        match key.strip_suffix(LIST) {
            Some(list) => {
                let items = plan.entry(list.to_owned()).or_insert_with(|| Value::Array(Vec::new()));
                items.as_array_mut()?.push(value);
            }
            None => {
                plan.insert(key.clone(), value);
            }
        }
    }
    let kept = plan.remove("kept");
    let production_share = plan.remove("production_share");
    let ships_days_after = plan.remove("ships_days_after");
    let terms: Terms = serde_json::from_value(Value::Object(plan)).ok()?;
    let mut plan = Plan::new(terms);
    plan.kept = kept.map(serde_json::from_value).transpose().ok()?.unwrap_or_default();
    plan.production_share = production_share.map(serde_json::from_value).transpose().ok()?;
    plan.ships_days_after = ships_days_after.map(serde_json::from_value).transpose().ok()?;
    Some(plan)
}

fn lines(plan: &Plan) -> Vec<(String, String)> {
    let mut lines = vec![(VERSION.0.to_owned(), VERSION.1.to_owned())];
    let mut add = |key: &str, value: Value| match value {
        Value::Array(items) => {
            lines.extend(items.into_iter().map(|item| (format!("{key}{LIST}"), item.to_string())));
        }
        Value::Null => {}
        other => lines.push((key.to_owned(), other.to_string())),
    };
    let own = Terms { rows: own_rows(&plan.terms.rows), extra: Extra::new(), ..plan.terms.clone() };
    // Terms always serialise to an object.
    if let Ok(Value::Object(fields)) = serde_json::to_value(&own) {
        for (key, value) in fields {
            add(&key, value);
        }
    }
    let kept: Vec<KeptRow> =
        plan.kept.iter().map(|row| KeptRow { extra: Extra::new(), ..row.clone() }).collect();
    for (key, value) in [
        ("kept", serde_json::to_value(kept)),
        ("production_share", serde_json::to_value(plan.production_share)),
        ("ships_days_after", serde_json::to_value(plan.ships_days_after)),
    ] {
        add(key, value.unwrap_or(Value::Null));
    }
    lines
}

/// Without fields from a newer program: their content is unknown, and this goes to somebody else.
fn own_rows(rows: &TermsRows) -> TermsRows {
    match rows {
        TermsRows::Deposit(deposit) => TermsRows::Deposit(deposit.clone()),
        TermsRows::Lines(lines) => {
            let mut lines = lines.clone();
            for line in &mut lines {
                line.extra = Extra::new();
                // Which rows the seller locked is not for the buyer to know.
                line.locked = false;
            }
            TermsRows::Lines(lines)
        }
    }
}
