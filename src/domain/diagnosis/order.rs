//! Highest first, ties in the order given.

/// Sorts by a figure that is never negative. Figures that differ by rounding alone are a tie:
/// 0.3 ÷ 3 and 0.1 ÷ 1 are the same value, although their last bits differ.
pub(super) fn highest_first<T>(items: &mut [T], figure: impl Fn(&T) -> f64) {
    items.sort_by(|left, right| significant(figure(right)).total_cmp(&significant(figure(left))));
}

/// The figure to about twelve significant digits: forty bits of its fraction.
fn significant(figure: f64) -> f64 {
    const HALF: u64 = 0x800;
    const DROPPED: u64 = 0xFFF;
    if figure > 0.0 && figure.is_finite() {
        f64::from_bits(figure.to_bits().saturating_add(HALF) & !DROPPED)
    } else {
        0.0
    }
}
