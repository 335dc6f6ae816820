//! The sample document: its dates are days from today, such as `@-12`, and are resolved when it is made.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use crate::domain::document::Document;

/// The sample as it looks on `today`.
pub fn sample(today: NaiveDate) -> Document {
    let mut json: Value = super::parsed(include_str!("../../assets/sample/document.json"));
    resolve_dates(&mut json, today);
    super::sound(serde_json::from_value(json))
}

fn resolve_dates(value: &mut Value, today: NaiveDate) {
    match value {
        Value::String(text) => {
            if let Some(date) = text.strip_prefix('@').and_then(|days| days_from(today, days)) {
                *text = date.to_string();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|item| resolve_dates(item, today)),
        Value::Object(map) => map.values_mut().for_each(|item| resolve_dates(item, today)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn days_from(today: NaiveDate, days: &str) -> Option<NaiveDate> {
    let days: i64 = days.parse().ok()?;
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(distance) } else { today.checked_add_days(distance) }
}
