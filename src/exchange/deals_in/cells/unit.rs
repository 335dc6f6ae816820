//! What a header says about its column beside its name: `金额(万元)`, `Amount USD`, `Total (k€)`.

use super::header::column_named;
use crate::domain::import::DealColumn;
use crate::domain::money::Currency;
use crate::domain::typed::currency::understand_currency;
use crate::domain::typed::signs::plain;

/// The unit of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeaderUnit {
    /// The number of zeros that the header takes off its numbers: 4 of `万元`.
    pub zeros: u32,
    pub currency: Option<Currency>,
    /// Pieces or metres, so no money.
    pub counts: bool,
}

/// The column that a header names together with its unit.
pub fn with_unit(header: &str) -> Option<(DealColumn, HeaderUnit)> {
    let text = plain(header);
    let found = parts(&text).into_iter().find_map(|(name, unit)| {
        Some((column_named(name)?, unit_of(unit)?)).filter(|(column, _)| has_unit(*column))
    });
    let (column, unit) = found.or_else(|| Some((column_named(header)?, HeaderUnit::default())))?;
    let column = if unit.counts && column == DealColumn::Amount { DealColumn::Quantity } else { column };
    Some((column, unit))
}

fn has_unit(column: DealColumn) -> bool {
    matches!(column, DealColumn::Amount | DealColumn::Quantity)
}

/// The ways to take a name and a unit apart.
fn parts(text: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    if let Some((name, rest)) = text.split_once(['(', '[', '【', '（']) {
        parts.push((name, rest.trim_end_matches([')', ']', '】', '）'])));
    }
    for separator in [' ', '_', '/', '-', ':', ',', '，'] {
        parts.extend(text.split_once(separator));
        parts.extend(text.rsplit_once(separator));
        parts.extend(text.split_once(separator).map(|(unit, name)| (name, unit)));
        parts.extend(text.rsplit_once(separator).map(|(unit, name)| (name, unit)));
    }
    let inside = text.char_indices().skip(1).filter(|_| !text.is_ascii());
    parts.extend(inside.filter_map(|(at, _)| text.split_at_checked(at)));
    parts
}

/// Whether a text is a unit and nothing else, as below a header.
pub(crate) fn is_unit(text: &str) -> bool {
    unit_of(text).is_some()
}

/// `万元`, `k USD`, `USD '000`, `thousands of euros`, `pcs`.
fn unit_of(text: &str) -> Option<HeaderUnit> {
    let lower = plain(text).to_lowercase();
    let mut text = lower.trim_matches(|sign: char| "()[]【】".contains(sign) || sign.is_whitespace());
    for lead in ["单位", "unit", "in "] {
        text = text.strip_prefix(lead).unwrap_or(text).trim_matches([' ', ':', '：', ',', '.']);
    }
    if COUNTED.contains(&text) {
        return Some(HeaderUnit { counts: true, ..HeaderUnit::default() });
    }
    if let Some(currency) = understand_currency(text).one() {
        return Some(HeaderUnit { currency: Some(currency), ..HeaderUnit::default() });
    }
    SCALES.iter().find_map(|(scale, zeros)| {
        let rest = text.strip_prefix(scale).or_else(|| text.strip_suffix(scale))?;
        let rest = rest.trim_matches([' ', '.', ',', '/', '\'']).trim_start_matches("of ");
        let currency = match rest {
            "" => None,
            name => Some(understand_currency(name).one()?),
        };
        Some(HeaderUnit { zeros: *zeros, currency, counts: false })
    })
}

/// Longer ones come before those they hold.
const SCALES: &[(&str, u32)] = &[
    ("thousands", 3),
    ("thousand", 3),
    ("millions", 6),
    ("million", 6),
    ("'000s", 3),
    ("'000", 3),
    ("000s", 3),
    ("000", 3),
    ("百万", 6),
    ("千万", 7),
    ("十万", 5),
    ("tsd", 3),
    ("mio", 6),
    ("mln", 6),
    ("万", 4),
    ("萬", 4),
    ("千", 3),
    ("亿", 8),
    ("億", 8),
    ("lakhs", 5),
    ("lakh", 5),
    ("crore", 7),
    ("k", 3),
    ("w", 4),
];

const COUNTED: &[&str] = &[
    "pcs",
    "pc",
    "pieces",
    "piece",
    "pce",
    "units",
    "sets",
    "set",
    "pairs",
    "rolls",
    "m",
    "m2",
    "m²",
    "m3",
    "sqm",
    "meters",
    "metres",
    "kg",
    "kgs",
    "tons",
    "ton",
    "t",
    "mt",
    "cbm",
    "ctns",
    "cartons",
    "containers",
    "qty",
    "个",
    "件",
    "台",
    "套",
    "只",
    "双",
    "米",
    "吨",
    "公斤",
    "箱",
    "柜",
    "张",
    "支",
    "片",
    "卷",
    "平方米",
    "数量",
];
