//! Writes a payment plan as Markdown: a heading and a table.

use crate::domain::deposit::{RowStatus, Schedule};
use crate::domain::money::Money;
use crate::text::deposit::{due, row_name};
use crate::text::{Language, format};

pub fn plan_markdown(schedule: &Schedule, rows: &[RowStatus], heading: &str, language: Language) -> String {
    let words = &language.text().deposit;
    let total = schedule.total();
    let amount = (words.amount)(total.currency().code());
    let titles = [words.due, words.what, words.share, &amount, words.paid, words.status];
    let mut lines = vec![
        format!("# {}", escaped(heading)),
        String::new(),
        line(titles.map(str::to_owned)),
        "|---|---|---:|---:|---:|---|".to_owned(),
    ];
    let mut received = Money::zero(total.currency());
    for status in rows {
        let row = &status.row;
        let (part, parts) = schedule.place(row);
        received = received.checked_add(status.paid).unwrap_or(received);
        lines.push(line([
            due(row, language),
            row_name(row.label, part, parts, language),
            format!("{}%", row.share),
            format::amount(row.amount),
            format::amount(status.paid),
            (words.status_name)(status.status).to_owned(),
        ]));
    }
    let bold = |text: &str| format!("**{text}**");
    lines.push(line([
        String::new(),
        bold(words.sum),
        "100.00%".to_owned(),
        bold(&format::amount(total)),
        format::amount(received),
        String::new(),
    ]));
    lines.join("\n") + "\n"
}

fn line(cells: [String; 6]) -> String {
    format!("| {} |", cells.join(" | "))
}

/// Text of the seller's or the buyer's, so that no character of it is taken for a mark.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            safe.push(' ');
            continue;
        }
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}
