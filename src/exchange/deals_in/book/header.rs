//! Finds the header of a table: below titles and letterheads, in one row or two.

use std::collections::BTreeSet;

use super::merged::{MergedRange, fill, move_titles, value_of};
use crate::domain::import::DealColumn;
use crate::domain::import::problem::ImportProblem;
use crate::domain::names::Named as _;
use crate::domain::typed::currency::is_notation;
use crate::domain::typed::placeholder::is_placeholder;
use crate::domain::typed::signs::plain;
use crate::exchange::deals_in::cells::unit::is_unit;
use crate::exchange::deals_in::columns::{column_named, names_no_writer, with_unit};
use crate::exchange::deals_in::table::{SheetCell, SheetRow};

/// A header is looked for in so many rows; blank ones do not count.
pub(crate) const HEAD_ROWS: usize = 20;

/// A table under its header.
pub(crate) struct HeadedRows {
    pub header: Vec<String>,
    /// The number of the header's first row.
    pub row: u32,
    pub rows: Vec<SheetRow>,
}

/// Cuts off the header and everything above it. Without a row that names a buyer, the likeliest is taken.
pub(crate) fn cut(
    mut rows: Vec<SheetRow>,
    merged: &[MergedRange],
    wanted: Option<u32>,
) -> Result<HeadedRows, ImportProblem> {
    let found = match wanted {
        Some(row) => at(&rows, merged, row).ok_or(ImportProblem::NoHeaderThere { row })?,
        None => {
            let heads = heads(&rows, 0, merged);
            find(&heads).or_else(|| likeliest(&heads)).ok_or(ImportProblem::Empty)?
        }
    };
    fill(&mut rows, merged, &found.names)?;
    rows.drain(..found.place.saturating_add(found.length).min(rows.len()));
    move_titles(&mut rows, merged, found.names.len());
    Ok(HeadedRows { header: found.names, row: found.number, rows })
}

/// Whether a header that names the buyer is among the first rows.
pub(crate) fn names_a_buyer(rows: &[SheetRow], merged: &[MergedRange]) -> bool {
    find(&heads(rows, 0, merged)).is_some()
}

/// The header with a nameless column for each further cell of the rows, so that none is out of sight.
pub(crate) fn widened(mut header: Vec<String>, rows: &[SheetRow]) -> Vec<String> {
    let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    if header.len() < widest {
        header.resize(widest, String::new());
    }
    header
}

/// Names a column of currencies that has no name, or only that of the amounts beside it: `金额` above `USD` and `1200`.
pub(crate) fn name_currencies(header: &mut [String], rows: &[SheetRow]) {
    let column = |name: &String| with_unit(name).map(|(column, _)| column);
    if header.iter().any(|name| column(name) == Some(DealColumn::Currency)) {
        return;
    }
    let is_nameless = |place: usize| header.get(place).is_some_and(|name| name.trim().is_empty());
    let is_for_two = |place: usize| {
        header.get(place).and_then(column) == Some(DealColumn::Amount) && is_nameless(place.saturating_add(1))
    };
    let found = (0..header.len())
        .find(|place| (is_nameless(*place) || is_for_two(*place)) && holds_currencies(rows, *place));
    let Some(place) = found else { return };
    let Some(name) = header.get_mut(place) else { return };
    let amounts = std::mem::replace(name, DealColumn::Currency.name().to_owned());
    if let Some(next) = header.get_mut(place.saturating_add(1)).filter(|next| next.trim().is_empty()) {
        *next = amounts;
    }
}

fn holds_currencies(rows: &[SheetRow], place: usize) -> bool {
    // No list is in more.
    const MOST: usize = 64;
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for cell in rows.iter().filter_map(|row| row.cells.get(place)) {
        match cell {
            SheetCell::Empty => {}
            SheetCell::Text(name) if names.len() < MOST => {
                names.insert(name);
            }
            SheetCell::Text(_)
            | SheetCell::Number(_)
            | SheetCell::Money { .. }
            | SheetCell::Date(_)
            | SheetCell::Flag(_)
            | SheetCell::Error(_)
            | SheetCell::Lost(_) => return false,
        }
    }
    !names.is_empty() && names.iter().all(|name| is_notation(&plain(name)))
}

/// A header, and its place among the rows.
struct FoundHeader {
    place: usize,
    length: usize,
    number: u32,
    names: Vec<String>,
}

/// A row that may be a header.
struct HeadRow {
    place: usize,
    number: u32,
    names: Vec<String>,
    /// Every cell is a text with letters.
    textual: bool,
    /// Every cell is a text.
    texts_only: bool,
}

fn heads(rows: &[SheetRow], start: usize, merged: &[MergedRange]) -> Vec<HeadRow> {
    rows.iter()
        .enumerate()
        .skip(start)
        .take(HEAD_ROWS)
        .map(|(place, row)| head(rows, place, row, merged))
        .collect()
}

fn head(rows: &[SheetRow], place: usize, row: &SheetRow, merged: &[MergedRange]) -> HeadRow {
    let mut names: Vec<String> = row.cells.iter().map(name_in).collect();
    for range in merged.iter().filter(|range| range.goes_on_in(row.number)) {
        if let Some(value) = value_of(rows, range) {
            if names.len() <= range.column {
                names.resize(range.column.saturating_add(1), String::new());
            }
            if let Some(name) = names.get_mut(range.column).filter(|name| name.is_empty()) {
                *name = name_in(&value);
            }
        }
    }
    let textual = row.cells.iter().all(|cell| match cell {
        SheetCell::Empty => true,
        SheetCell::Text(text) => text.chars().any(char::is_alphabetic),
        SheetCell::Number(_)
        | SheetCell::Money { .. }
        | SheetCell::Date(_)
        | SheetCell::Flag(_)
        | SheetCell::Error(_)
        | SheetCell::Lost(_) => false,
    });
    let texts_only = row.cells.iter().all(|cell| matches!(cell, SheetCell::Empty | SheetCell::Text(_)));
    HeadRow { place, number: row.number, names, textual, texts_only }
}

fn name_in(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Text(text) => text.trim().to_owned(),
        SheetCell::Number(number) => number.to_string(),
        SheetCell::Empty
        | SheetCell::Money { .. }
        | SheetCell::Date(_)
        | SheetCell::Flag(_)
        | SheetCell::Error(_)
        | SheetCell::Lost(_) => String::new(),
    }
}

/// The first header that names a buyer and another column; else the first that names a buyer. A letterhead, too, may
/// say "Company: …" in a row of its own.
fn find(heads: &[HeadRow]) -> Option<FoundHeader> {
    let next = |place: usize| heads.get(place.saturating_add(1));
    [2, 1].into_iter().find_map(|least| {
        heads.iter().enumerate().find_map(|(place, head)| header_at(head, next(place), least))
    })
}

fn header_at(head: &HeadRow, below: Option<&HeadRow>, least: usize) -> Option<FoundHeader> {
    if let Some(names) = below.and_then(|below| with_units(head, below)) {
        return (names_buyer(&names) && known(&names) >= least).then(|| found(head, 2, names));
    }
    let names = match below.filter(|below| continues(head, below)) {
        Some(below) => {
            let both = joined(&head.names, &below.names);
            // Where the lower row says all of it, it is the header, and gets its turn.
            if meanings(&both) == meanings(&below.names) {
                return None;
            }
            return (names_buyer(&both) && known(&both) >= least).then(|| found(head, 2, both));
        }
        None => head.names.clone(),
    };
    (names_buyer(&names) && known(&names) >= least).then(|| found(head, 1, names))
}

/// The header in a row that a person named.
fn at(rows: &[SheetRow], merged: &[MergedRange], number: u32) -> Option<FoundHeader> {
    let place = rows.iter().position(|row| row.number == number)?;
    let heads = heads(rows, place, merged);
    let head = heads.first()?;
    if let Some(names) = heads.get(1).and_then(|below| with_units(head, below)) {
        return Some(found(head, 2, names));
    }
    let below = heads.get(1).filter(|below| continues(head, below));
    let both = below.map(|below| (joined(&head.names, &below.names), meanings(&below.names)));
    match both.filter(|(both, below)| meanings(both) != *below) {
        Some((both, _)) => Some(found(head, 2, both)),
        None => Some(found(head, 1, head.names.clone())),
    }
}

/// Where no row names a buyer: the row with the most known columns, else the first that is not much narrower than the
/// others.
fn likeliest(heads: &[HeadRow]) -> Option<FoundHeader> {
    let filled = |head: &HeadRow| head.names.iter().filter(|name| !name.is_empty()).count();
    let widest = heads.iter().map(filled).max().unwrap_or(0);
    let most = heads.iter().map(|head| known(&head.names)).max().unwrap_or(0);
    let by_names = heads.iter().find(|head| most >= 2 && known(&head.names) == most);
    let by_width = || heads.iter().find(|head| filled(head).saturating_mul(2) >= widest);
    let head = by_names.or_else(by_width)?;
    Some(found(head, 1, head.names.clone()))
}

fn found(head: &HeadRow, length: usize, names: Vec<String>) -> FoundHeader {
    FoundHeader { place: head.place, length, number: head.number, names }
}

/// Whether the next row belongs to the header: it names two columns that the upper row does not name there.
fn continues(above: &HeadRow, below: &HeadRow) -> bool {
    let follows = below.number == above.number.saturating_add(1);
    if !(follows && above.textual && below.textual) {
        return false;
    }
    let upper = meanings(&above.names);
    let lower = meanings(&below.names);
    let both = meanings(&joined(&above.names, &below.names));
    let is_named = |place: usize| {
        let (upper, both) = (upper.get(place).copied().flatten(), both.get(place).copied().flatten());
        lower.get(place).copied().flatten().is_some() || (both.is_some() && both != upper)
    };
    (0..both.len()).filter(|place| is_named(*place)).count() >= 2
}

/// The names with the units that stand below them, `USD` and `pcs`, in a row of their own.
fn with_units(head: &HeadRow, below: &HeadRow) -> Option<Vec<String>> {
    let at = |row: &HeadRow, place: usize| {
        row.names.get(place).filter(|name| !is_placeholder(name)).cloned().unwrap_or_default()
    };
    let units = below.names.iter().enumerate().filter(|(_, unit)| !is_placeholder(unit));
    let mut named = units.map(|(place, unit)| column_named(&at(head, place)).filter(|_| is_unit(unit)));
    let follows = below.number == head.number.saturating_add(1) && below.texts_only;
    let measured =
        |column: Option<DealColumn>| matches!(column, Some(DealColumn::Amount | DealColumn::Quantity));
    if !follows || !named.clone().any(measured) || named.any(|column| column.is_none()) {
        return None;
    }
    let joined = (0..head.names.len()).map(|place| match (at(head, place), at(below, place)) {
        (name, unit) if unit.is_empty() => name,
        (name, unit) => format!("{name} ({})", unit.trim_matches(|sign| "()（）[]【】".contains(sign))),
    });
    Some(joined.collect())
}

/// The names of two rows together. A group, such as "Contract", stands above its first column only.
fn joined(above: &[String], below: &[String]) -> Vec<String> {
    let at = |row: &[String], place: usize| row.get(place).cloned().unwrap_or_default();
    let width = above.len().max(below.len());
    let mut names: Vec<String> = Vec::with_capacity(width);
    let mut group = String::new();
    for place in 0..width {
        let (own, lower) = (at(above, place), at(below, place));
        if !own.is_empty() || lower.is_empty() {
            group.clone_from(&own);
        }
        let next = place.saturating_add(1);
        let is_group = own.is_empty() || (at(above, next).is_empty() && !at(below, next).is_empty());
        names.push(name_of(&group, &lower, is_group, &names));
    }
    names
}

/// One name for a column below a group, or in two languages.
fn name_of(upper: &str, lower: &str, is_group: bool, taken: &[String]) -> String {
    if lower.is_empty() || upper.is_empty() || upper == lower {
        return if lower.is_empty() { upper } else { lower }.to_owned();
    }
    let both = format!("{upper} {lower}");
    let is_free = |name: &str| {
        column_named(name)
            .is_some_and(|meaning| !taken.iter().any(|other| column_named(other) == Some(meaning)))
    };
    if is_free(&both) && column_named(upper) != column_named(lower) {
        both
    } else if is_free(lower) || names_no_writer(lower) {
        lower.to_owned()
    } else if !is_group && is_free(upper) {
        upper.to_owned()
    } else {
        both
    }
}

/// The meaning of each name, up to the last that has one.
fn meanings(names: &[String]) -> Vec<Option<DealColumn>> {
    let mut meanings: Vec<_> = names.iter().map(|name| column_named(name)).collect();
    while meanings.last().is_some_and(Option::is_none) {
        meanings.pop();
    }
    meanings
}

fn known(names: &[String]) -> usize {
    names.iter().filter(|name| column_named(name).is_some() || names_no_writer(name)).count()
}

fn names_buyer(names: &[String]) -> bool {
    names.iter().any(|name| column_named(name) == Some(DealColumn::Buyer))
}
