//! Reads amounts as people write them.

use rust_decimal::Decimal;

use crate::domain::money::Currency;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountProblem {
    NotAnAmount,
    /// `30,000` is thirty or thirty thousand dinars.
    Ambiguous,
    /// More digits than the currency has.
    TooManyDigits,
    Negative,
}

/// Reads `30000.00`, `30,000.00`, `30.000,00`, `30 000,00`, `30'000`, `12,50`.
pub fn parse_amount(text: &str, currency: Option<Currency>) -> Result<Decimal, AmountProblem> {
    let plain: String = text.trim().chars().map(crate::domain::find::half_width).collect();
    if plain.starts_with(['-', '−']) || (plain.starts_with('(') && plain.ends_with(')')) {
        return Err(AmountProblem::Negative);
    }
    let plain: String = plain.chars().map(|c| if is_space(c) { ' ' } else { c }).collect();
    let digits = separated(&plain, currency)?;
    let amount = Decimal::from_str_exact(&digits).map_err(|_| AmountProblem::NotAnAmount)?.normalize();
    if currency.is_some_and(|currency| amount.scale() > currency.digits()) {
        return Err(AmountProblem::TooManyDigits);
    }
    Ok(amount)
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’')
}

/// The number with a point for the decimal sign and nothing else between its digits.
fn separated(text: &str, currency: Option<Currency>) -> Result<String, AmountProblem> {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let decimal = match (commas, points) {
        (0, 0) => None,
        (0, 1) => single('.', text, currency)?,
        (1, 0) => single(',', text, currency)?,
        (_, 0) | (0, _) => None,
        (_, _) => text.chars().rev().find(|c| matches!(c, ',' | '.')),
    };
    let (whole, fraction) = match decimal {
        Some(sign) => text.split_once(sign).ok_or(AmountProblem::NotAnAmount)?,
        None => (text, ""),
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = ungrouped(whole).ok_or(AmountProblem::NotAnAmount)?;
    if !all_digits(fraction) || (decimal.is_some() && fraction.is_empty()) {
        return Err(AmountProblem::NotAnAmount);
    }
    Ok(if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") })
}

/// Whether the only separator is the decimal sign.
fn single(sign: char, text: &str, currency: Option<Currency>) -> Result<Option<char>, AmountProblem> {
    let (whole, fraction) = text.split_once(sign).ok_or(AmountProblem::NotAnAmount)?;
    let may_group = fraction.len() == 3 && matches!(whole.len(), 1..=3) && !whole.starts_with('0');
    let three_digits = currency.is_some_and(|currency| currency.digits() == 3);
    match (may_group, three_digits, sign) {
        (false, _, _) => Ok(Some(sign)),
        // A point is what programs write.
        (true, true, '.') => Ok(Some(sign)),
        (true, true, _) => Err(AmountProblem::Ambiguous),
        (true, false, ',') => Ok(None),
        // 30.000 in a currency with two digits can only be grouping; without a currency nothing is guessed.
        (true, false, _) if currency.is_some() => Ok(None),
        (true, false, _) => Err(AmountProblem::Ambiguous),
    }
}

/// The digits of a whole number whose groups, if any, are threes behind one kind of separator.
fn ungrouped(whole: &str) -> Option<String> {
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    let Some(separator) = separator else { return Some(whole.to_owned()).filter(|whole| !whole.is_empty()) };
    let mut groups = whole.split(separator);
    let first = groups.next()?;
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = matches!(separator, ',' | '.' | ' ')
        && matches!(first.len(), 1..=3)
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group));
    fits.then(|| whole.chars().filter(char::is_ascii_digit).collect())
}
