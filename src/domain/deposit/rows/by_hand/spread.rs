//! Sharing a difference in proportion: exact to the minor unit, by the largest remainder.

use std::cmp::Ordering;

/// The sizes after `more` was added (or, negative, taken away) in proportion, each with how it compares with its
/// rounded share; None for sizes whose sum is not above zero. A size may come out at zero or less.
pub fn in_proportion(sizes: &[i64], more: i128) -> Option<Vec<(i64, Ordering)>> {
    let old: i128 = sizes.iter().map(|size| i128::from(*size)).sum();
    let new = old.checked_add(more)?;
    let mut shares = Vec::with_capacity(sizes.len());
    let mut given: i128 = 0;
    for size in sizes {
        let exact = i128::from(*size).checked_mul(new)?;
        let whole = exact.checked_div_euclid(old)?;
        given = given.checked_add(whole)?;
        shares.push((whole, exact.checked_rem_euclid(old)?));
    }
    let units = usize::try_from(new.checked_sub(given)?).ok()?;
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    // Of equal remainders the later one is raised, as the last of equal parts carries the odd units.
    order.sort_by_key(|place| {
        std::cmp::Reverse((shares.get(*place).map(|(_, remainder)| *remainder), *place))
    });
    let raised: std::collections::BTreeSet<usize> = order.into_iter().take(units).collect();
    (0..)
        .zip(shares)
        .map(|(place, (whole, remainder))| {
            let raised = raised.contains(&place);
            let above_half = remainder.checked_mul(2)? > old;
            let size = i64::try_from(whole.checked_add(i128::from(raised))?).ok()?;
            Some((size, raised.cmp(&above_half)))
        })
        .collect()
}
