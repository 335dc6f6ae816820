//! Writes a payment plan as Markdown: a heading, whose it is, and a table.

use crate::text::buyer::schedule::{PaperRow, PlanPaper};

/// Numbers and dates are in the format of the document's reader.
pub fn plan_markdown(paper: &PlanPaper, heading: &str) -> String {
    let (voice, words) = (&paper.voice, paper.voice.words());
    let columns = &words.columns;
    let amount = voice.in_brackets(columns.amount, paper.total.currency().code());
    let titles = [columns.number, columns.description, columns.due, columns.share, &amount, columns.paid];
    let mut lines = vec![format!("# {}", escaped(heading)), String::new()];
    for (label, value) in &paper.facts {
        lines.push(format!("- {}", escaped(&words.labelled(label, value))));
    }
    lines.push(format!("- {}", words.labelled(words.contract_total, &voice.money(paper.total))));
    lines.push(String::new());
    lines.push(line([titles.as_slice(), &[words.totals.open, columns.status]].concat()));
    lines.push("|---:|---|---|---:|---:|---:|---:|---|".to_owned());
    lines.extend(paper.rows.iter().map(|row| row_line(row, paper)));
    let bold = |text: &str| format!("**{text}**");
    let hundred = voice.percent(rust_decimal::Decimal::ONE_HUNDRED);
    let sums = [paper.total, paper.paid, paper.open].map(|money| bold(&voice.amount(money)));
    let [total, received, open] = sums.each_ref().map(String::as_str);
    lines.push(line(["", &bold(words.totals.total), "", &hundred, total, received, open, ""]));
    let fees = Some(paper.fees).filter(|fees| fees.is_positive());
    for (label, below) in [(words.totals.bank_fees, fees), (words.totals.over, paper.over)] {
        let said = below.map(|money| words.labelled(label, &voice.money(money)));
        lines.extend(said.into_iter().flat_map(|said| [String::new(), said]));
    }
    lines.join("\n") + "\n"
}

fn row_line(row: &PaperRow, paper: &PlanPaper) -> String {
    let voice = &paper.voice;
    let rule = || row.rule.as_deref().map_or_else(String::new, |text| voice.beginning(text));
    let (name, due) = match row.due {
        Some(due) => (row.described(voice), voice.day(due)),
        None => (row.name.clone(), rule()),
    };
    line([
        row.n.to_string(),
        name,
        due,
        voice.percent(row.share),
        voice.amount(row.amount),
        voice.amount(row.paid),
        voice.amount(row.open),
        voice.status(row.status).to_owned(),
    ])
}

fn line<S: AsRef<str>>(cells: impl AsRef<[S]>) -> String {
    let cells: Vec<&str> = cells.as_ref().iter().map(AsRef::as_ref).collect();
    format!("| {} |", cells.join(" | "))
}

/// Escapes user text, so that no character of it is taken for markup.
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
