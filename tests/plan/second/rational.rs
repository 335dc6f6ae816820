//! Amounts and shares as plain fractions, rounded where the contract says so and nowhere else.

use num_bigint::BigInt;
use num_rational::BigRational;

pub type Fraction = BigRational;

pub fn whole(number: i64) -> Fraction {
    Fraction::from_integer(BigInt::from(number))
}

pub fn sum<'a>(of: impl IntoIterator<Item = &'a Fraction>) -> Fraction {
    of.into_iter().fold(whole(0), |sum, next| sum + next)
}

/// The smallest unit with so many digits behind the point.
pub fn unit(digits: usize) -> Fraction {
    whole(1) / Fraction::from_integer(BigInt::from(10).pow(digits as u32))
}

pub fn half_up(value: &Fraction, step: &Fraction) -> Fraction {
    (value / step + whole(1) / whole(2)).floor() * step
}

/// Reads `12` or `12.345` with at most so many digits behind the point.
pub fn read(text: &str, digits: usize) -> Option<Fraction> {
    let (before, behind) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let ok = is_number(before) && (is_number(behind) || !text.contains('.')) && behind.len() <= digits;
    let all: BigInt = format!("{before}{behind}").parse().ok()?;
    ok.then(|| Fraction::from_integer(all) * unit(behind.len()))
}

/// Writes a multiple of the smallest unit with all its digits.
pub fn text(value: &Fraction, digits: usize) -> String {
    let units = value / unit(digits);
    assert!(units.is_integer(), "{value} has more than {digits} digits");
    let all = format!("{:0>width$}", units.to_integer().to_string(), width = digits + 1);
    let (before, behind) = all.split_at(all.len() - digits);
    if digits == 0 { before.to_owned() } else { format!("{before}.{behind}") }
}
