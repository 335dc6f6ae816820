//! Lists in the order in which things happened.

use chrono::NaiveDate;

/// Inserts an entry after all others of the same or an earlier day.
pub(crate) fn insert<T>(list: &mut Vec<T>, one: T, day: impl Fn(&T) -> NaiveDate) {
    let of_it = day(&one);
    let earlier = list.iter().rposition(|known| day(known) <= of_it);
    list.insert(earlier.map_or(0, |last| last.saturating_add(1)), one);
}
