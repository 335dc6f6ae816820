//! A plan for a chat: no table, because messengers do not align columns.

use super::{PaperRow, PlanPaper, Voice};
use crate::domain::deposit::Status;
use crate::text::buyer::words::PaperLanguage;

/// The plan as lines: `1) USD 3,000.00 by Mon 30 Nov 2026 (Deposit 1 of 3)`, then what is paid and open.
pub fn chat_text(paper: &PlanPaper) -> String {
    let (voice, words) = (&paper.voice, paper.voice.words());
    let total = words.labelled(words.contract_total, &voice.money(paper.total));
    let mut lines = vec![voice.in_brackets(paper.title, &total)];
    lines.extend(paper.means.map(|(label, means)| words.labelled(label, means)));
    lines.extend(paper.rows.iter().map(|row| line(row, voice)));
    if paper.received.is_positive() {
        lines.push(words.labelled(words.totals.paid, &voice.money(paper.received)));
        lines.extend(paper.over.map(|over| words.labelled(words.totals.over, &voice.money(over))));
        if paper.fees.is_positive() {
            lines.push(words.labelled(words.totals.bank_fees, &voice.money(paper.fees)));
        }
        lines.push(words.labelled(words.totals.open, &voice.money(paper.open)));
    }
    lines.join("\n") + "\n"
}

fn line(row: &PaperRow, voice: &Voice) -> String {
    let money = voice.money(row.amount);
    let day = row.due.map(|due| voice.day(due));
    let said = if voice.language().is_chinese() {
        // 某日前 leaves open whether the day itself is in time; 最迟 does not.
        let latest = if voice.language() == PaperLanguage::Chinese { "最迟" } else { "最遲" };
        let when = [row.rule.clone(), day.map(|day| format!("{latest}{day}"))];
        let what = format!("{}) {} {money}", row.n, row.name);
        [Some(what)].into_iter().chain(when).flatten().collect::<Vec<_>>().join("\u{ff0c}")
    } else {
        let by = match (&day, &row.rule, voice.language()) {
            (Some(day), None, PaperLanguage::English) => format!("{money} by {day}"),
            (_, _, _) => {
                let parts = [Some(money), row.rule.clone(), day];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
            }
        };
        format!("{}) {by} ({})", row.n, row.name)
    };
    match row.status {
        Status::Paid => format!("{said} – {}", voice.status(row.status)),
        Status::Overdue | Status::Due | Status::PartPaid | Status::Upcoming if row.paid.is_positive() => {
            let words = voice.words();
            format!("{said} – {}", words.labelled(words.columns.paid, &voice.money(row.paid)))
        }
        Status::Overdue | Status::Due | Status::PartPaid | Status::Upcoming => said,
    }
}
