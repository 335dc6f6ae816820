//! Whether any text about a deal says what the deal says: what is known, and how each statement is judged.
//!
//! A statement arrives here with all the ways in which it can be read: if one is right, the statement is right.

mod days;
mod facts;
mod finding;
mod judge;
mod known;
mod said;
mod sums;

pub use self::facts::{DealFacts, Told};
pub use self::finding::{Expected, KnownStatement, KnownTopic, TextCode, TextFinding, TextGroup, Verdict};
pub use self::known::KnownFacts;
pub use self::said::{AmountSaid, DateSaid, DateUse, DaysSaid, DaysUse, MoneyRole, QuantitySaid, ShareSaid};
