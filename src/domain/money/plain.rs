//! Amounts as programs write them: digits, perhaps a point and more digits.

use rust_decimal::Decimal;

use super::Currency;

/// Why a text is not taken as an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountProblem {
    #[error("not an amount; write it like 30000 or 30000.50")]
    NotAnAmount,
    #[error("not a percentage above 0% and up to 100%; write it like 30%")]
    NotAPercentage,
    #[error("more digits than the currency has")]
    TooManyDigits,
    #[error("ambiguous: the sign may group thousands or start the decimals")]
    Ambiguous,
    #[error("negative")]
    Negative,
    #[error("too large")]
    TooLarge,
    /// The text names another currency than the one expected.
    #[error("in another currency")]
    OtherCurrency,
}

/// Reads a plain decimal: digits, perhaps a point and more digits, nothing else. With a currency it has no
/// more digits than that currency.
pub fn parse_plain(text: &str, currency: Option<Currency>) -> Result<Decimal, AmountProblem> {
    if text.starts_with('-') {
        return Err(AmountProblem::Negative);
    }
    let (whole, decimals) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !decimals.is_none_or(is_number) {
        return Err(AmountProblem::NotAnAmount);
    }
    let digits = u32::try_from(decimals.map_or(0, str::len)).unwrap_or(u32::MAX);
    if currency.is_some_and(|currency| digits > currency.digits()) {
        return Err(AmountProblem::TooManyDigits);
    }
    // Only now: by itself the library also reads `1_000`.
    Decimal::from_str_exact(text).map_err(|_too_long| AmountProblem::TooLarge)
}
