//! Signs that cannot be seen: they make an address look like another one, and text run backwards.

/// Whether a text holds invisible or direction-changing signs, or control characters.
pub fn has_hidden_signs(text: &str) -> bool {
    text.chars().any(is_hidden)
}

/// Whether nothing is drawn for a character, or it turns what follows.
pub fn is_hidden(character: char) -> bool {
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
