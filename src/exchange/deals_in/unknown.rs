//! The columns of a list that nobody knows, and the header by which the list is known again.

use super::columns::{guess, is_our_own, is_reason};
use super::rows::cell_text;
use super::table::{SheetCell, SheetTable};
use crate::domain::import::reading::Use;

/// The columns whose meaning must be asked, by position: not known, and neither empty nor a count of the rows.
pub fn unknown_columns(table: &SheetTable) -> Vec<usize> {
    if is_our_own(&table.header) {
        return Vec::new();
    }
    let uses = guess(&table.header).into_iter().enumerate();
    let unknown = uses.filter(|(position, used)| {
        let name = table.header.get(*position).map_or("", String::as_str);
        *used == Use::LeftOut && !is_reason(name) && says_anything(table, *position)
    });
    unknown.map(|(position, _)| position).collect()
}

/// The names by which a list is known: without the reasons that this program adds to rows that were left out.
pub fn list_header(header: &[String]) -> Vec<String> {
    let own = match header {
        [own @ .., last] if is_reason(last) => own,
        whole => whole,
    };
    own.iter().map(|name| name.trim().to_owned()).collect()
}

/// A column that only counts the rows says nothing; a total or a remark below it may begin with a word.
fn says_anything(table: &SheetTable, position: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(position));
    let (mut next, mut others) = (1_usize, 0_usize);
    for cell in cells.filter(|cell| **cell != SheetCell::Empty) {
        match cell_text(cell).trim().parse::<usize>() {
            Ok(number) if number == next => next = next.saturating_add(1),
            Ok(_) => return true,
            Err(_) if next == 1 => return true,
            Err(_) => others = others.saturating_add(1),
        }
    }
    others >= next
}
