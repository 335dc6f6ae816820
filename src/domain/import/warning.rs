//! Rows that may duplicate a deal: nothing is changed because of them, but a person should know before the import.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization as _;

use super::{DealColumn, Fate, Met, MetAs, ParsedRow};
use crate::domain::document::Document;
use crate::domain::typed::signs::has_hidden_signs;
use crate::domain::typed::signs::{folded, half_width};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A new deal although the same buyer has others already; `known` is the first of them by product or PI number.
    Beside { row: u32, buyer: String, product: String, deals: usize, known: String },
    /// A row that refers to the same deal as an earlier row of the file.
    SameDeal { row: u32, earlier: u32, buyer: String },
    /// A further line of an order; the deal's amount is the sum of the lines so far.
    Line { row: u32, earlier: u32, buyer: String, pi: String, sum: Decimal },
    /// The same buyer and goods as in an earlier row, without a PI number, for another amount: taken as another order.
    TwoOrders { row: u32, earlier: u32, buyer: String },
    /// A name that differs from another one only in case, punctuation, umlauts or legal form.
    Alike { row: u32, buyer: String, other: String },
    /// An e-mail address with invisible characters.
    HiddenSigns { row: u32, buyer: String },
}

impl Warning {
    pub fn row(&self) -> u32 {
        match self {
            Self::Beside { row, .. }
            | Self::SameDeal { row, .. }
            | Self::Line { row, .. }
            | Self::TwoOrders { row, .. }
            | Self::Alike { row, .. }
            | Self::HiddenSigns { row, .. } => *row,
        }
    }

    /// The column to look at.
    pub fn column(&self) -> DealColumn {
        match self {
            Self::Beside { .. } | Self::Alike { .. } => DealColumn::Buyer,
            Self::SameDeal { .. } => DealColumn::Product,
            Self::Line { .. } | Self::TwoOrders { .. } => DealColumn::Pi,
            Self::HiddenSigns { .. } => DealColumn::Email,
        }
    }

    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Beside { .. } => "beside",
            Self::SameDeal { .. } => "same-deal",
            Self::Line { .. } => "line",
            Self::TwoOrders { .. } => "two-orders",
            Self::Alike { .. } => "alike",
            Self::HiddenSigns { .. } => "hidden-signs",
        }
    }
}

/// The names of buyers, as written and reduced to what is left without case, punctuation and legal form.
pub(super) struct BuyerNames {
    /// How many deals a buyer has in the document, and what the first is about.
    deals: HashMap<String, (usize, String)>,
    /// The names seen, by their reduced form.
    alike: HashMap<String, Vec<String>>,
    seen: HashSet<String>,
}

impl BuyerNames {
    pub(super) fn of(document: &Document) -> Self {
        let mut names = Self { deals: HashMap::new(), alike: HashMap::new(), seen: HashSet::new() };
        for deal in document.deals.values() {
            let (count, known) = names.deals.entry(folded(&deal.buyer.company)).or_default();
            *count = count.saturating_add(1);
            if known.is_empty() {
                let about = [deal.product.trim(), deal.agreed.pi.trim()];
                known.push_str(about.into_iter().find(|about| !about.is_empty()).unwrap_or_default());
            }
            names.learn(&deal.buyer.company);
        }
        names
    }

    /// Notes what a person should know about a row that was taken.
    pub(super) fn note(&mut self, row: &ParsedRow, fate: Fate, met: Option<&Met>, found: &mut Vec<Warning>) {
        if row.hidden_signs || has_hidden_signs(&row.email) {
            found.push(Warning::HiddenSigns { row: row.row, buyer: row.buyer.clone() });
        }
        if fate == Fate::Added {
            found.extend(self.beside(row));
            found.extend(self.alike(row));
        }
        found.extend(met.map(|met| met.warning(row)));
    }

    fn learn(&mut self, name: &str) -> Vec<String> {
        if !self.seen.insert(folded(name)) {
            return Vec::new();
        }
        let others = self.alike.entry(bare(name)).or_default();
        let before = others.clone();
        // Of a hundred spellings only the first few are shown.
        if others.len() < 4 {
            others.push(name.trim().to_owned());
        }
        before
    }

    fn beside(&self, row: &ParsedRow) -> Option<Warning> {
        let (deals, known) = self.deals.get(&folded(&row.buyer))?.clone();
        let (buyer, product) = (row.buyer.clone(), row.product.clone());
        Some(Warning::Beside { row: row.row, buyer, product, deals, known })
    }

    /// Once for each spelling.
    fn alike(&mut self, row: &ParsedRow) -> Option<Warning> {
        let other = self.learn(&row.buyer).into_iter().next()?;
        Some(Warning::Alike { row: row.row, buyer: row.buyer.clone(), other })
    }
}

impl Met {
    fn warning(&self, row: &ParsedRow) -> Warning {
        let (row_number, earlier, buyer) = (row.row, self.earlier, row.buyer.clone());
        match self.how {
            MetAs::Lines(sum) => Warning::Line { row: row_number, earlier, buyer, pi: row.pi.clone(), sum },
            MetAs::OneDeal => Warning::SameDeal { row: row_number, earlier, buyer },
            MetAs::TwoOrders => Warning::TwoOrders { row: row_number, earlier, buyer },
        }
    }
}

/// Legal forms, and the words that join them to a name.
const FORMS: &[&str] = &[
    "gmbh",
    "co",
    "kg",
    "kgaa",
    "ag",
    "ohg",
    "ug",
    "mbh",
    "ek",
    "ltd",
    "limited",
    "llc",
    "llp",
    "lp",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "company",
    "plc",
    "sa",
    "sas",
    "sarl",
    "sl",
    "slu",
    "srl",
    "spa",
    "ltda",
    "cv",
    "sapi",
    "nv",
    "bv",
    "ab",
    "as",
    "asa",
    "oy",
    "oyj",
    "aps",
    "pte",
    "pty",
    "pvt",
    "private",
    "sdn",
    "bhd",
    "jsc",
    "fzco",
    "fze",
    "fzc",
    "wll",
    "est",
    "kk",
    "zoo",
    "sp",
    "sro",
    "doo",
    "kft",
    "and",
    "und",
    "et",
    "y",
    "e",
    "de",
    "the",
    "ооо",
    "оао",
    "зао",
    "пао",
    "ао",
    "ип",
];

/// Legal forms that are written without a space.
const ENDINGS: &[&str] =
    &["股份有限公司", "有限责任公司", "有限公司", "集团公司", "公司", "株式会社", "有限会社", "주식회사"];

/// What is left of a company's name without case, umlauts, punctuation and legal form; the whole where nothing is.
pub(super) fn bare(name: &str) -> String {
    let plain =
        if name.is_ascii() { name.replace(['.', '\''], "").to_ascii_lowercase() } else { unaccented(name) };
    // Mueller is another spelling of Müller.
    let plain = plain.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    let plain = ENDINGS.iter().fold(plain, |plain, ending| plain.replace(ending, " "));
    let words = || plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words().filter(|word| !FORMS.contains(word)).collect();
    if name.is_empty() { words().collect() } else { name }
}

/// In lower case and normal width, without accents and marks.
fn unaccented(name: &str) -> String {
    let apart: String = name
        .nfkd()
        .map(half_width)
        .flat_map(char::to_lowercase)
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c) && !matches!(c, '.' | '\'' | '’'))
        .collect();
    // Puts decomposed Korean letters together again.
    let plain: String = apart.nfc().collect();
    plain.replace('ß', "ss").replace('ø', "o").replace('ł', "l").replace('æ', "ae").replace('đ', "d")
}
