//! Whole numbers as people write them: days, years, parts.

use std::ops::RangeInclusive;

use super::Understood;
use super::signs::plain;

/// What is counted: its name may follow the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountUnit {
    /// Nothing follows the number.
    Bare,
    Days,
    Years,
}

/// Why a text is not taken as a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotACount {
    /// Not digits, perhaps with its name.
    Unreadable,
    /// Larger or smaller than makes sense here.
    OutOfRange,
}

/// Reads `35`, `３５`, `35 days`, `35天`: digits without sign, groups or decimals.
pub fn understand_count(
    text: &str,
    counted: CountUnit,
    allowed: RangeInclusive<u32>,
) -> Understood<u32, NotACount> {
    read(&plain(text).to_lowercase(), counted, &allowed).map_or_else(Understood::Problem, Understood::One)
}

fn read(text: &str, counted: CountUnit, allowed: &RangeInclusive<u32>) -> Result<u32, NotACount> {
    let number = counted.names().iter().find_map(|name| text.strip_suffix(name)).unwrap_or(text).trim_end();
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotACount::Unreadable);
    }
    number.parse().ok().filter(|count| allowed.contains(count)).ok_or(NotACount::OutOfRange)
}

impl CountUnit {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Bare => &[],
            Self::Days => &["days", "day", "天", "日"],
            Self::Years => &["years", "year", "年"],
        }
    }
}
