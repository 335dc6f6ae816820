//! A plan's payments as drafts write them, so that the lines of a message can be shown as a table.

use super::values::when_due;
use crate::domain::deposit::DepositWord;
use crate::domain::message::{PlanFacts, PlanRow};
use crate::domain::names::Named as _;
use crate::text::buyer::words::{PaperLanguage, PaperText};
use crate::text::{Language, format};

/// The payments in one language, with the headings of their table.
pub struct PaymentWords {
    words: &'static PaperText,
    payments: Vec<PaymentInWords>,
}

struct PaymentInWords {
    /// `EUR 3,000.00`.
    amount: String,
    /// `by Mon 30 Nov 2026`.
    due: String,
}

/// A line of a message that names a payment, taken apart; together the parts are the whole line.
pub struct SplitPayment<'a> {
    /// `1`; empty where the line has no number.
    number: &'a str,
    amount: &'a str,
    due: &'a str,
    /// What else the line says: `deposit`.
    pub name: String,
}

/// Every payment of the plan, and what is open of it, in every language that messages are written in.
pub fn payments_in_words(plan: &PlanFacts) -> Vec<PaymentWords> {
    let rows = || plan.rows.iter().chain(&plan.open);
    let in_words = |language: Language| PaymentWords {
        words: PaperLanguage::for_tag(language.name()).text(DepositWord::Prepayment),
        payments: rows().map(|row| PaymentInWords::of(row, language)).collect(),
    };
    Language::members().map(in_words).collect()
}

impl PaymentWords {
    /// Takes a line apart that names one of the payments, whatever stands around its amount and date. None where the line
    /// says another amount or date, such as one that was changed by hand.
    pub fn split<'a>(&self, line: &'a str) -> Option<SplitPayment<'a>> {
        let (number, said) = without_number(line.trim());
        let found = self.payments.iter().find_map(|payment| {
            let amount = whole(said, &payment.amount)?;
            let due = whole(said, &payment.due)?;
            (amount.end <= due.start || due.end <= amount.start).then_some((amount, due))
        });
        let (amount, due) = found?;
        let (first, second) = if amount.start < due.start { (&amount, &due) } else { (&due, &amount) };
        let around = [said.get(..first.start), said.get(first.end..second.start), said.get(second.end..)];
        let around = around.into_iter().flatten().map(bare).filter(|part| !part.is_empty());
        Some(SplitPayment {
            number,
            amount: said.get(amount)?,
            due: said.get(due)?,
            name: around.collect::<Vec<_>>().join(" "),
        })
    }

    /// The headings of the table.
    pub fn headings(&self, named: bool) -> Vec<&'static str> {
        let columns = &self.words.columns;
        let headings = [columns.number, columns.amount, columns.due];
        headings.into_iter().chain(named.then_some(columns.description)).collect()
    }
}

impl PaymentInWords {
    fn of(row: &PlanRow, language: Language) -> Self {
        Self { amount: format::money(row.amount, language), due: when_due(row, language) }
    }
}

impl SplitPayment<'_> {
    /// In the order of the headings.
    pub fn cells(&self, named: bool) -> Vec<&str> {
        [self.number, self.amount, self.due].into_iter().chain(named.then_some(&*self.name)).collect()
    }
}

/// The number before a line, `1) …` or `1. …`, and the rest of the line.
fn without_number(line: &str) -> (&str, &str) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at_checked(digits).unwrap_or(("", line));
    match rest.strip_prefix([')', '.', '）', '、']) {
        Some(said) if !number.is_empty() => (number, said.trim_start()),
        Some(_) | None => ("", line),
    }
}

/// Where a value stands that is not part of a longer number: `3,000.00` is not in `13,000.00`.
fn whole(said: &str, value: &str) -> Option<std::ops::Range<usize>> {
    let is_number = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
    let begins = value.chars().next()?.is_ascii_digit();
    let ends = value.chars().next_back()?.is_ascii_digit();
    said.match_indices(value).map(|(at, found)| at..at + found.len()).find(|range| {
        let before = said.get(..range.start).and_then(|before| before.chars().next_back());
        let after = said.get(range.end..).and_then(|after| after.chars().next());
        !(begins && before.is_some_and(is_number) || ends && after.is_some_and(|sign| sign.is_ascii_digit()))
    })
}

/// What stands around a payment, without the signs that separate it.
fn bare(part: &str) -> &str {
    let is_sign =
        |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '\u{ff0c}' | '\u{ff1b}' | '\u{3001}');
    let part = part.trim_matches(is_sign);
    let inside = |open, close| part.strip_prefix(open).and_then(|part| part.strip_suffix(close));
    inside('(', ')').or_else(|| inside('\u{ff08}', '\u{ff09}')).unwrap_or(part)
}
