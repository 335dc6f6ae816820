//! Numbers in Chinese characters, as Chinese and Japanese write them: 三万, 两万一千, 十二, １.５万.

use rust_decimal::Decimal;

use super::plain::PlainText;

/// The number that begins here, and its end.
pub(in crate::text::buyer::proofread) fn at(text: &PlainText, start: usize) -> Option<(usize, Decimal)> {
    let mut whole: u64 = 0;
    let mut section: u64 = 0;
    let mut digit: Option<u64> = None;
    let mut place = start;
    let mut seen = 0;
    while let Some(sign) = text.small_at(place) {
        if let Some(value) = digit_of(sign) {
            // 二〇二六: digits one after another.
            digit = Some(match digit {
                Some(before) => before.checked_mul(10)?.checked_add(value)?,
                None => value,
            });
        } else if let Some(power) = small_unit(sign) {
            section = section.checked_add(digit.unwrap_or(1).checked_mul(power)?)?;
            digit = None;
        } else if let Some(power) = large_unit(sign).filter(|_| seen > 0) {
            section = section.checked_add(digit.unwrap_or(0))?;
            whole = whole.checked_add(section.max(1).checked_mul(power)?)?;
            (section, digit) = (0, None);
        } else {
            break;
        }
        seen += 1;
        place += 1;
    }
    let value = whole.checked_add(section)?.checked_add(digit.unwrap_or(0))?;
    (seen > 0).then(|| (place, Decimal::from(value)))
}

/// What multiplies the digits before it.
pub(in crate::text::buyer::proofread) fn scale(sign: char) -> Option<Decimal> {
    small_unit(sign).or_else(|| large_unit(sign)).filter(|power| *power > 10).map(Decimal::from)
}

/// What follows a scaled number and is smaller: the 4千 of 1万4千.
pub(in crate::text::buyer::proofread) fn rest_after(
    text: &PlainText,
    start: usize,
    scale: Decimal,
) -> Option<(usize, Decimal)> {
    let mut digits = String::new();
    let mut place = start;
    while let Some(sign) = text.small_at(place).filter(char::is_ascii_digit) {
        digits.push(sign);
        place += 1;
    }
    let power =
        text.small_at(place).and_then(small_unit).map(Decimal::from).filter(|power| *power < scale)?;
    let value: Decimal = digits.parse().ok()?;
    Some((place + 1, value.checked_mul(power)?))
}

fn digit_of(sign: char) -> Option<u64> {
    let digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match sign {
        '零' => Some(0),
        '两' | '兩' => Some(2),
        _ => digits.iter().position(|digit| *digit == sign).and_then(|value| u64::try_from(value).ok()),
    }
}

fn small_unit(sign: char) -> Option<u64> {
    match sign {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        _ => None,
    }
}

fn large_unit(sign: char) -> Option<u64> {
    match sign {
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        _ => None,
    }
}
