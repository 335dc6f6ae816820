//! Makes text from outside safe to show on one line: no invisible, direction-changing or stacked characters.

use unicode_normalization::char::is_combining_mark;

use crate::domain::typed::signs::{is_hidden, is_joiner};

/// The most combining marks kept on a letter; more would only cover the lines above.
const MARKS: usize = 4;

/// At most `most` characters of a text, on one line, without invisible characters; ends in … if it was cut.
pub fn in_one_line(text: &str, most: usize) -> String {
    let mut shown = String::new();
    let mut marks = 0_usize;
    let mut count = 0_usize;
    // Limits the work on invisible characters, too.
    for character in text.trim().chars().take(most.saturating_mul(8)) {
        let character = if character.is_whitespace() { ' ' } else { character };
        let is_spelling = is_joiner(character) && shown.chars().next_back().is_some_and(can_be_joined);
        if is_hidden(character) && !is_spelling {
            continue;
        }
        marks = if is_combining_mark(character) { marks.saturating_add(1) } else { 0 };
        if marks > MARKS {
            continue;
        }
        if count == most {
            shown.push('…');
            return shown;
        }
        shown.push(character);
        count = count.saturating_add(1);
    }
    shown
}

/// Whether a joiner after this letter is part of the spelling: in Arabic, and the scripts of India, it decides how the
/// neighbours of the letter are written.
pub(crate) fn can_be_joined(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// None if the text is short enough to show as it is; otherwise its beginning, and how long it is.
pub fn beginning(text: &str, most: usize) -> Option<String> {
    // The length in bytes is known at once; characters are counted only if it matters.
    let (end, _) = text.char_indices().nth(most).filter(|_| text.len() > most)?;
    let begun = text.split_at_checked(end).map_or("", |(begun, _)| begun);
    Some(format!("{begun}… ({})", text.chars().count()))
}
