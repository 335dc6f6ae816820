//! A text made comparable: half-width, plain digits, marks and spaces, with the place of every character in the original.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

use crate::domain::typed::signs::{half_width, is_hidden};

/// Places are counted in characters of this form; `bytes` leads back to the original.
#[derive(Clone, Debug, Default)]
pub(in crate::text::buyer::proofread) struct PlainText {
    /// In small letters.
    pub small: Vec<char>,
    /// In the case in which it is written.
    pub cased: Vec<char>,
    from: Vec<usize>,
    to: Vec<usize>,
    /// The text goes on: only its beginning is read.
    pub is_cut: bool,
}

/// In characters; no message is that long.
const LONGEST: usize = 20_000;

impl PlainText {
    pub(in crate::text::buyer::proofread) fn new(text: &str) -> Self {
        let mut plain = Self::default();
        let mut signs = text.char_indices().peekable();
        while let Some((start, sign)) = signs.next() {
            if plain.len() >= LONGEST {
                plain.is_cut = true;
                break;
            }
            let mut end = start + sign.len_utf8();
            let mut whole = String::from(sign);
            while let Some((place, mark)) = signs.next_if(|(_, next)| canonical_combining_class(*next) != 0) {
                end = place + mark.len_utf8();
                whole.push(mark);
            }
            for sign in whole.nfc().filter(|sign| *sign == '\n' || !is_hidden(*sign)) {
                plain.push(ordinary(sign), start, end);
            }
        }
        plain
    }

    fn push(&mut self, sign: char, from: usize, to: usize) {
        let mut lower = sign.to_lowercase();
        self.small.push(lower.next().filter(|_| lower.next().is_none()).unwrap_or(sign));
        self.cased.push(sign);
        self.from.push(from);
        self.to.push(to);
    }

    pub(in crate::text::buyer::proofread) fn len(&self) -> usize {
        self.small.len()
    }

    pub(in crate::text::buyer::proofread) fn small_at(&self, place: usize) -> Option<char> {
        self.small.get(place).copied()
    }

    pub(in crate::text::buyer::proofread) fn before(&self, place: usize) -> Option<char> {
        self.small_at(place.checked_sub(1)?)
    }

    pub(in crate::text::buyer::proofread) fn cased_at(&self, place: usize) -> Option<char> {
        self.cased.get(place).copied()
    }

    /// Where the characters stand in the original.
    pub(in crate::text::buyer::proofread) fn bytes(&self, places: &Range<usize>) -> Range<usize> {
        let start = self.from.get(places.start).copied();
        let end = places.end.checked_sub(1).and_then(|last| self.to.get(last)).copied();
        match (start, end) {
            (Some(start), Some(end)) if start < end => start..end,
            _ => 0..0,
        }
    }

    pub(in crate::text::buyer::proofread) fn part(&self, places: &Range<usize>) -> &[char] {
        self.small.get(places.clone()).unwrap_or_default()
    }

    pub(in crate::text::buyer::proofread) fn cased_part(&self, places: &Range<usize>) -> String {
        self.cased.get(places.clone()).unwrap_or_default().iter().collect()
    }

    /// The first place from here on that is no space.
    pub(in crate::text::buyer::proofread) fn skip_spaces(&self, mut place: usize) -> usize {
        while self.small_at(place) == Some(' ') {
            place += 1;
        }
        place
    }

    /// The end of the word that begins or goes on here.
    pub(in crate::text::buyer::proofread) fn word_end(&self, mut place: usize) -> usize {
        while self.small_at(place).is_some_and(is_word) {
            place += 1;
        }
        place
    }

    /// Whether a word begins here: nothing of it stands before.
    pub(in crate::text::buyer::proofread) fn starts_word(&self, place: usize) -> bool {
        let here = self.small_at(place);
        let before = self.before(place);
        match (before, here) {
            (Some(before), Some(here)) => !are_one_word(before, here),
            _ => true,
        }
    }
}

/// Arabic and Persian digits and separators, typographic quotes, dashes and spaces as on a keyboard.
fn ordinary(sign: char) -> char {
    match half_width(sign) {
        digit @ '\u{660}'..='\u{669}' => shifted(digit, '\u{660}'),
        digit @ '\u{6f0}'..='\u{6f9}' => shifted(digit, '\u{6f0}'),
        '\u{66c}' => ',',
        '\u{66b}' => '.',
        '\u{66a}' => '%',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{b4}' | '`' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2212}' | '\u{2010}'..='\u{2015}' => '-',
        '\n' | '\r' => '\n',
        space if space.is_whitespace() => ' ',
        other => other,
    }
}

fn shifted(digit: char, zero: char) -> char {
    let value = u32::from(digit) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(digit)
}

/// A letter of a script whose words stand apart; Chinese and Japanese characters are no such letters.
pub(in crate::text::buyer::proofread) fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() && !is_east_asian(sign)
}

/// Letters go on with letters, digits with digits: `9000USD` is two words.
pub(in crate::text::buyer::proofread) fn are_one_word(before: char, after: char) -> bool {
    is_word(before) && is_word(after) && before.is_numeric() == after.is_numeric()
}

pub(in crate::text::buyer::proofread) fn is_east_asian(sign: char) -> bool {
    is_han(sign) || is_kana(sign)
}

pub(in crate::text::buyer::proofread) fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '〇' | '々')
}

pub(in crate::text::buyer::proofread) fn is_kana(sign: char) -> bool {
    matches!(sign, '\u{3041}'..='\u{30ff}')
}

/// The letter without its marks: `é` is `e`, `ё` is `е`, `أ` is `ا`.
pub(in crate::text::buyer::proofread) fn unmarked(sign: char) -> char {
    if sign.is_ascii() {
        return sign;
    }
    match sign {
        'đ' => 'd',
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'й' => 'й',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        _ => {
            let mut first = None;
            decompose_canonical(sign, |part| {
                first.get_or_insert(part);
            });
            first.unwrap_or(sign)
        }
    }
}
