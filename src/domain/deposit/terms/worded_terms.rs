//! Reads payment terms in words into rows, where the words leave no doubt about amounts and moments.

use super::amount::LineAmount;
use super::due::{Anchor, Milestone, PeriodUnit, Span, When};
use super::preset::{Preset, after, upon};
use super::{Means, Terms, TermsLine, TermsRows};
use crate::domain::deposit::label::Label;
use crate::domain::deposit::plan::Plan;
use crate::domain::deposit::rows::schedule::Schedule;
use crate::domain::money::Percent;

/// The rows that terms in words mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordedTerms {
    pub rows: TermsRows,
    pub by: Means,
}

impl WordedTerms {
    /// Reads `30% deposit, 70% against copy of B/L`, `10/40/50`, `L/C at sight`, `30%定金，70%见提单副本`. None where
    /// an amount or a moment is left open, as in `30/70 T/T`.
    pub fn read(payment_terms: &str) -> Option<Self> {
        if payment_terms.len() > LONGEST {
            return None;
        }
        let text = plain(payment_terms);
        if text.trim().is_empty() || any(&text, DOUBTFUL) {
            return None;
        }
        if bare(&text) == "10/40/50" {
            return Some(Self { rows: Preset::TenFortyFifty.rows(), by: Means::Transfer });
        }
        if !text.contains('%') && !any(&text, REST) {
            return whole(&text, text.as_str());
        }
        let clauses = clauses(&text)?;
        match clauses.as_slice() {
            [only] => {
                let (amount, rest) = amount(only)?;
                whole(&text, &rest).filter(|_| amount == LineAmount::Percent(Percent::HUNDRED))
            }
            several => rows_of(several),
        }
    }

    /// The terms with these rows.
    pub fn applied(&self, terms: &Terms) -> Terms {
        Terms { rows: self.rows.clone(), by: self.by, ..terms.clone() }
    }
}

impl Plan {
    /// Whether the words say what the rows say, with the same means of payment. Words do not know rounded amounts, and
    /// nothing of rows that earlier terms have left behind.
    pub(crate) fn is_as_said(&self, said: &WordedTerms) -> bool {
        let spoken = Terms { round: None, ..said.applied(&self.terms) };
        said.by == self.terms.by
            && spoken.schedule().ok().zip(self.schedule().ok()).is_some_and(|(spoken, table)| {
                spoken.rows().len() == table.rows().len() && have_the_same_rows(&spoken, &table)
            })
    }
}

fn have_the_same_rows(spoken: &Schedule, table: &Schedule) -> bool {
    spoken.rows().iter().zip(table.rows()).all(|(spoken, table)| {
        (spoken.label, spoken.amount, spoken.due, &spoken.when)
            == (table.label, table.amount, table.due, &table.when)
    })
}

/// In bytes; longer texts are never that clear, so they are not read.
const LONGEST: usize = 400;

/// Words that leave a choice, or divide something without saying how.
const DOUBTFUL: &[&str] = &[" or ", "/or", "或", "part", "instal", "分期", "分批", "usance"];
pub(super) const REST: &[&str] = &["balance", "rest", "remain", "余款", "尾款", "剩余", "余额"];
const CREDIT: &[&str] = &["l/c", "lc ", "letter of credit", "信用证"];
const COLLECTION: &[&str] = &["cad", "cash against", "d/p", "付款交单"];
const OPEN_ACCOUNT: &[&str] = &["oa ", "o/a", "open account", "赊销", "月结"];
const END_OF_MONTH: &[&str] = &["eom", "end of month", "end of the month", "月结", "月底"];
/// Days of open account that are counted from these are known to the buyer only.
const OTHER_BEGINNINGS: &[&str] = &[
    "invoice", "arriv", "deliver", "recei", "accept", "inspect", "document", "发票", "开票", "到港", "交货",
    "收", "验", "单据",
];
/// Lengths of time that are not in days.
const UNCOUNTED: &[&str] = &["week", "month", "year", "周", "星期", "月", "年"];
/// Days are counted after a moment, never before one.
const BACKWARDS: &[&str] = &["before", "prior", "前"];
/// Words that may stand by themselves and name no payment.
const ALONE: &[&str] = &["t/t", "tt", "by t/t", "电汇", "payment", "terms", "payment terms"];

/// The words for a moment; None for the order or deposit.
const MOMENTS: &[(Option<Milestone>, &[&str])] = &[
    (
        Some(Milestone::BlCopy),
        &[
            "copy of b/l",
            "b/l copy",
            "copy of bl",
            "bl copy",
            "copy b/l",
            "copy of bill",
            "提单副本",
            "提单复印件",
        ],
    ),
    (
        Some(Milestone::Documents),
        &[
            "against doc",
            "at sight",
            "见单",
            "凭单",
            "l/c",
            "lc ",
            "letter of credit",
            "信用证",
            "cad",
            "d/p",
            "付款交单",
        ],
    ),
    (
        Some(Milestone::GoodsReady),
        &[
            "before shipment",
            "prior to shipment",
            "before shipping",
            "before dispatch",
            "before loading",
            "发货前",
            "出货前",
            "装运前",
        ],
    ),
    (Some(Milestone::Inspected), &["after inspection", "验货后", "验货合格"]),
    (
        Some(Milestone::ProductionStart),
        &["before production", "start of production", "开始生产", "生产前", "投产"],
    ),
    (
        Some(Milestone::Shipment),
        &[
            "upon shipment",
            "on shipment",
            "after shipment",
            "发货时",
            "发货后",
            "b/l date",
            "after b/l",
            "提单日",
        ],
    ),
    (Some(Milestone::Arrival), &["upon arrival", "on arrival", "after arrival", "到港"]),
    (Some(Milestone::Delivery), &["upon delivery", "on delivery", "after delivery", "交货时", "交货后"]),
    (Some(Milestone::Acceptance), &["after acceptance", "upon acceptance", "验收"]),
    (None, DEPOSIT),
];

pub(super) const DEPOSIT: &[&str] = &[
    "deposit",
    "down payment",
    "advance",
    "with order",
    "upon order",
    "prepa",
    "定金",
    "订金",
    "预付",
    "首付",
];

pub(super) fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('％', "%").replace(" %", "%");
    // With a space at the end, so that a whole word differs from the beginning of another.
    format!("{} ", lower.split_whitespace().collect::<Vec<_>>().join(" "))
}

pub(super) fn any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The shares alone: `T/T 10/40/50` and `10%/40%/50%` are the same.
fn bare(text: &str) -> String {
    let mut left = text.to_owned();
    for word in ["t/t", "tt", "%", " "] {
        left = left.replace(word, "");
    }
    left
}

/// One payment of everything: by letter of credit, against documents, on open account, or in advance.
fn whole(text: &str, clause: &str) -> Option<WordedTerms> {
    let preset = |preset: Preset| Some(WordedTerms { rows: preset.rows(), by: preset.by() });
    if any(text, OPEN_ACCOUNT) {
        let (days, rest) = number_before(clause, &["day", "天", "日"])?;
        let when = if any(text, END_OF_MONTH) {
            When::After {
                anchor: Anchor::EndOfMonth,
                span: Span { count: days, unit: PeriodUnit::Days },
                rule: None,
            }
        } else if !any(&rest, OTHER_BEGINNINGS)
            && moments(&rest).iter().all(|moment| *moment == Some(Milestone::Shipment))
        {
            upon(Milestone::Shipment, days)
        } else {
            return None;
        };
        let line = TermsLine::new(LineAmount::Percent(Percent::HUNDRED), when);
        return Some(WordedTerms { rows: TermsRows::Lines(vec![line]), by: Means::Transfer });
    }
    if clause.contains(|c: char| c.is_ascii_digit()) || any(clause, UNCOUNTED) {
        return None;
    }
    match moments(clause).as_slice() {
        [Some(Milestone::Documents)] if any(text, CREDIT) => preset(Preset::LetterOfCredit),
        [Some(Milestone::Documents)] if any(text, COLLECTION) => preset(Preset::AgainstDocuments),
        [Some(Milestone::GoodsReady)] => preset(Preset::NoDeposit),
        [None] => preset(Preset::Advance).filter(|_| text.contains("100%")),
        _other_or_several => None,
    }
}

/// Each share with the words about it; none where some words belong to none.
fn clauses(text: &str) -> Option<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    for piece in pieces(text).iter().map(String::as_str) {
        let starts = piece.contains('%') || any(piece, REST);
        match found.last_mut() {
            _ if piece.is_empty() || ALONE.contains(&piece) => {}
            Some(before) if !starts => {
                before.push(' ');
                before.push_str(piece);
            }
            Some(before) if any(piece, REST) && !piece.contains('%') && !before.contains('%') => return None,
            _ if starts => found.push(piece.to_owned()),
            Some(_) | None => return None,
        }
    }
    (!found.is_empty()).then_some(found)
}

/// The text divided at its commas and the words that join two payments.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let divided = [" and ", " & ", " then ", " plus "]
        .iter()
        .fold(text.to_owned(), |text, word| text.replace(word, ","));
    divided.split([',', ';', '，', '；', '、', '+', '。']).map(|piece| piece.trim().to_owned()).collect()
}

fn rows_of(clauses: &[String]) -> Option<WordedTerms> {
    let count = clauses.len();
    let mut lines = Vec::with_capacity(count);
    for (place, clause) in (1_usize..).zip(clauses) {
        let (amount, words) = amount(clause)?;
        let (days, words) = days_in(words)?;
        let (when, first) = match moments(&words).as_slice() {
            [None] | [Some(Milestone::ProductionStart), None] if days == 0 => (after(0), true),
            [Some(milestone)] => (upon(*milestone, days), *milestone == Milestone::ProductionStart),
            _none_or_several => return None,
        };
        let label = match (first, place == count) {
            (true, _) => Label::Deposit,
            (false, true) => Label::Balance,
            (false, false) => Label::Line,
        };
        lines.push(TermsLine { label, ..TermsLine::new(amount, when) });
    }
    adds_up(&lines).then_some(WordedTerms { rows: TermsRows::Lines(lines), by: Means::Transfer })
}

/// How many days after its moment a clause is due, and its other words; None where time is given in another way.
fn days_in(words: String) -> Option<(u32, String)> {
    let units = ["day", "天"];
    let (days, words) = if any(&words, &units) { number_before(&words, &units)? } else { (0, words) };
    let open = words.contains(|c: char| c.is_ascii_digit()) || any(&words, UNCOUNTED) || any(&words, &units);
    let backwards = days > 0 && any(&words, BACKWARDS);
    (!open && !backwards).then_some((days, words))
}

/// A hundred percent, or less with the rest at the end.
fn adds_up(lines: &[TermsLine]) -> bool {
    let sum = lines.iter().try_fold(rust_decimal::Decimal::ZERO, |sum, line| match line.amount {
        LineAmount::Percent(percent) => sum.checked_add(percent.decimal()),
        LineAmount::Rest => Some(sum),
        LineAmount::Fixed(_) | LineAmount::PercentLeft(_) => None,
    });
    let rests = lines.iter().filter(|line| line.amount == LineAmount::Rest).count();
    let rest_last = lines.last().is_some_and(|line| line.amount == LineAmount::Rest);
    sum.is_some_and(|sum| match rests {
        0 => sum == rust_decimal::Decimal::ONE_HUNDRED,
        1 => rest_last && sum < rust_decimal::Decimal::ONE_HUNDRED,
        _several => false,
    })
}

/// The amount of a clause, and its other words.
fn amount(clause: &str) -> Option<(LineAmount, String)> {
    let Some((before, behind)) = clause.split_once('%') else {
        return any(clause, REST).then(|| (LineAmount::Rest, clause.to_owned()));
    };
    let start = before.rfind(|c: char| !(c.is_ascii_digit() || c == '.'));
    let (words, number) = match start.and_then(|at| before.char_indices().find(|(place, _)| *place == at)) {
        Some((at, character)) => before.split_at_checked(at.checked_add(character.len_utf8())?)?,
        None => ("", before),
    };
    let percent = Percent::new(number.parse().ok()?)?;
    (!behind.contains('%')).then(|| (LineAmount::Percent(percent), format!("{words} {behind} ")))
}

/// The number before one of these words, and the text without both.
fn number_before(text: &str, words: &[&str]) -> Option<(u32, String)> {
    let (at, word) = words.iter().find_map(|word| Some((text.find(word)?, *word)))?;
    let (before, behind) = text.split_at_checked(at)?;
    let before = before.trim_end();
    let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
    let (kept, number) = before.split_at_checked(before.len().checked_sub(digits)?)?;
    let behind = behind.strip_prefix(word).unwrap_or(behind);
    Some((number.parse().ok().filter(|days| *days < 1_000)?, format!("{kept}{behind}")))
}

/// The moments that the words name.
fn moments(words: &str) -> Vec<Option<Milestone>> {
    let padded = format!("{words} ");
    MOMENTS.iter().filter(|(_, names)| any(&padded, names)).map(|(moment, _)| *moment).collect()
}
