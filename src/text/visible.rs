//! Foreign text made fit for showing in one line: no signs that hide, turn or tower.

use unicode_normalization::char::is_combining_mark;

use crate::domain::typed::signs::is_hidden;

/// More marks than any script puts on one letter only climb over the lines above.
const MARKS: usize = 4;

/// At most `most` characters of a text, in one line, without signs that cannot be seen; … where it was cut.
pub fn in_one_line(text: &str, most: usize) -> String {
    let mut shown = String::new();
    let mut marks = 0_usize;
    let mut count = 0_usize;
    // What is hidden costs as well: a megabyte of it is no text.
    for character in text.trim().chars().take(most.saturating_mul(8)) {
        let character = if character.is_whitespace() { ' ' } else { character };
        if is_hidden(character) {
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

/// A text of many lines as it is; of one that no window can lay out in time, the beginning, and how long it is.
pub fn beginning(text: &str, most: usize) -> Option<String> {
    // Bytes are counted at once, characters only where they matter.
    let (end, _) = text.char_indices().nth(most).filter(|_| text.len() > most)?;
    let begun = text.split_at_checked(end).map_or("", |(begun, _)| begun);
    Some(format!("{begun}… ({})", text.chars().count()))
}
