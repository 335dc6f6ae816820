//! Full-width, typographic and invisible characters, and how texts are compared regardless of them.

use unicode_normalization::UnicodeNormalization as _;

/// Whether a text holds invisible or direction-changing characters, or control characters: they make an address look
/// like another one, or text run backwards.
pub fn has_hidden_signs(text: &str) -> bool {
    text.chars().any(is_hidden)
}

/// Whether a character is invisible, or changes the direction of what follows.
pub(crate) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Invisible characters that the spelling of words needs, as in Persian, and that join emoji.
pub(crate) fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// The ordinary form of a full-width character, as a Chinese or Japanese input method writes it.
pub fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(character).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(character)
        }
        '\u{ffe5}' => '¥',
        '\u{ffe1}' => '£',
        '\u{ffe6}' => '₩',
        other => other,
    }
}

/// Half-width, with plain spaces, dashes and apostrophes, without invisible characters, trimmed.
pub fn plain(text: &str) -> String {
    let visible = text.trim().chars().filter(|sign| !is_hidden(*sign));
    let plain: String = visible
        .map(|sign| match half_width(sign) {
            '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{b4}' | '`' => '\'',
            '\u{2212}' | '\u{2010}'..='\u{2015}' => '-',
            space if space.is_whitespace() => ' ',
            other => other,
        })
        .collect();
    let trimmed = plain.trim();
    // Usually nothing is left to trim, and a second copy would be the costlier one.
    if trimmed.len() == plain.len() { plain } else { trimmed.to_owned() }
}

/// The form in which names and numbers are compared: spaces, case, invisible characters, full-width and decomposed
/// forms and the kind of dash do not count.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = folded.len();
        if !folded.is_empty() {
            folded.push(' ');
        }
        let start = folded.len();
        if word.is_ascii() {
            folded.push_str(word);
        } else {
            let visible = word.chars().filter(|sign| !is_hidden(*sign));
            folded.extend(visible.nfkc().map(plain_dash).flat_map(char::to_lowercase));
        }
        // A word of invisible characters is none.
        if folded.len() == start {
            folded.truncate(before);
        }
    }
    folded.make_ascii_lowercase();
    folded
}

fn plain_dash(sign: char) -> char {
    match sign {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' => '-',
        other => other,
    }
}
