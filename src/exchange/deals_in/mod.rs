//! Tables of deals that other programs made, read.

pub(crate) mod book;
pub mod cells;
pub mod columns;
pub(crate) mod csv;
pub(crate) mod csv_encoding;
pub mod dates;
pub mod reading;
pub(crate) mod rows;
pub mod synonyms;
pub mod table;
pub mod unknown;
pub(crate) mod xlsx;
pub(crate) mod xlsx_guard;
