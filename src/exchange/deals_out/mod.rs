//! Tables of deals for other programs, written.

pub mod deals;
pub mod deals_csv;
pub mod deals_xlsx;
pub mod left_out_xlsx;
