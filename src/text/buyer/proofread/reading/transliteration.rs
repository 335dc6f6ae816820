//! Whether a name in another script can be the one that the deal writes in Latin letters, by its sounds.

use pinyin::ToPinyin as _;

use super::plain::{is_han, unmarked};

/// Whether a name in Chinese characters, Arabic or Cyrillic sounds like the Latin one. Other scripts are not judged.
pub(in crate::text::buyer::proofread) fn sounds_like(written: &str, latin: &str) -> bool {
    let latin: Vec<char> = latin.chars().flat_map(char::to_lowercase).map(unmarked).collect();
    if written.chars().any(is_han) {
        let sounds: String = written
            .chars()
            .filter_map(|sign| sign.to_pinyin())
            .flat_map(|sound| sound.plain().chars().chain([' ']))
            .collect();
        return alike(&chinese(&sounds), &consonants(&latin));
    }
    if written.chars().any(|sign| matches!(sign, '\u{600}'..='\u{6ff}')) {
        let signs: Vec<char> = written
            .chars()
            .map(unmarked)
            .filter(|sign| !matches!(sign, '\u{640}' | '\u{64b}'..='\u{652}'))
            .collect();
        return arabic(&signs, &latin);
    }
    if written.chars().any(is_cyrillic) {
        let letters: Vec<char> = cyrillic(written).chars().collect();
        return consonants(&letters) == consonants(&latin);
    }
    true
}

pub(in crate::text::buyer::proofread) fn is_cyrillic(sign: char) -> bool {
    matches!(sign, '\u{400}'..='\u{4ff}')
}

/// Russian in Latin letters, one of the usual ways.
pub(in crate::text::buyer::proofread) fn cyrillic(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|sign| match sign {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'е' | 'ё' | 'э' => "e",
            'ж' => "zh",
            'з' => "z",
            'и' | 'й' | 'і' => "i",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' => "kh",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "sch",
            'ы' => "y",
            'ю' => "yu",
            'я' => "ya",
            _ => "",
        })
        .collect()
}

/// The kinds of consonants in order, as far as scripts agree on them.
fn consonants(letters: &[char]) -> Vec<char> {
    let mut kinds: Vec<char> = Vec::new();
    for (place, letter) in letters.iter().enumerate() {
        let soft = letters.get(place + 1).is_some_and(|next| matches!(next, 'e' | 'i'));
        let kind = match letter {
            'b' | 'p' => 'P',
            'd' | 't' => 'T',
            'c' if soft => 'S',
            'g' | 'k' | 'c' | 'q' => 'K',
            's' | 'z' | 'j' | 'x' => 'S',
            'm' => 'M',
            'n' => 'N',
            'l' | 'r' => 'L',
            'f' | 'v' | 'w' => 'F',
            _ => continue,
        };
        if kinds.last() != Some(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

fn chinese(sounds: &str) -> Vec<char> {
    let mut kinds: Vec<char> = Vec::new();
    for syllable in sounds.split_whitespace() {
        if syllable == "er" {
            kinds.push('L');
            continue;
        }
        let first = match syllable.chars().next() {
            Some('b' | 'p') => Some('P'),
            Some('d' | 't') => Some('T'),
            Some('g' | 'k') => Some('K'),
            Some('j' | 'q' | 'x' | 'z' | 'c' | 's') => Some('S'),
            Some('m') => Some('M'),
            Some('n') => Some('N'),
            Some('l' | 'r') => Some('L'),
            Some('f' | 'w') => Some('F'),
            _ => None,
        };
        let nasal = (syllable.len() > 1 && syllable.ends_with(['n', 'g'])).then_some('N');
        for kind in first.into_iter().chain(nasal) {
            if kinds.last() != Some(&kind) {
                kinds.push(kind);
            }
        }
    }
    kinds
}

/// Both begin alike, and most of the shorter one is in the longer one, in order.
fn alike(one: &[char], other: &[char]) -> bool {
    let mut before = vec![0_usize; other.len() + 1];
    for kind in one {
        let mut row = vec![0_usize];
        for (place, known) in other.iter().enumerate() {
            let diagonal = before.get(place).copied().unwrap_or(0);
            let above = before.get(place + 1).copied().unwrap_or(0);
            let left = row.last().copied().unwrap_or(0);
            row.push(if kind == known { diagonal + 1 } else { above.max(left) });
        }
        before = row;
    }
    let common = before.last().copied().unwrap_or(0);
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    let comparable = shorter > 1 || longer <= 2;
    one.first() == other.first() && comparable && common * 10 >= shorter * 7
}

/// Short vowels are not written, long ones may be.
fn arabic(written: &[char], latin: &[char]) -> bool {
    let Some((letter, rest)) = latin.split_first() else { return written.is_empty() };
    let skip = |signs: &[char]| -> bool {
        written.split_first().is_some_and(|(first, left)| signs.contains(first) && arabic(left, rest))
    };
    match letter {
        'a' => arabic(written, rest) || skip(&['ا', 'ع', 'ه', 'ي']),
        'e' | 'i' | 'y' => arabic(written, rest) || skip(&['ي', 'ا', 'ع']),
        'o' | 'u' => arabic(written, rest) || skip(&['و', 'ع', 'ا']),
        'h' => arabic(written, rest) || skip(&['ه', 'ح', 'خ']),
        _ => {
            let doubled = rest.first() == Some(letter);
            let signs: &[char] = match letter {
                'b' | 'p' => &['ب'],
                't' => &['ت', 'ط', 'ث'],
                'd' => &['د', 'ض', 'ذ'],
                'j' | 'g' => &['ج', 'غ', 'ق'],
                'k' | 'q' | 'c' => &['ك', 'ق', 'س'],
                's' | 'z' | 'x' => &['س', 'ص', 'ش', 'ز', 'ظ'],
                'r' => &['ر'],
                'l' => &['ل'],
                'm' => &['م'],
                'n' => &['ن'],
                'f' | 'v' => &['ف'],
                'w' => &['و'],
                _ => return arabic(written, rest),
            };
            skip(signs) || (doubled && arabic(written, rest))
        }
    }
}
