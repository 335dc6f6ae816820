//! Tables of deals that other programs made, read.

pub mod columns;
pub mod csv;
pub(crate) mod csv_encoding;
pub mod dates;
pub mod reading;
pub mod rows;
pub mod synonyms;
pub mod table;
pub mod xlsx;
pub(crate) mod xlsx_guard;
