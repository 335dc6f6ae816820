//! Makes file names that every system accepts and that cannot mislead a reader.

use crate::domain::typed::signs::is_hidden;

/// Longer names fail on some systems once the path of a folder is added.
const MOST_BYTES: usize = 150;
const RESERVED: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// `stem.extension` without forbidden or misleading characters; the extension is ours and is not changed.
pub fn file_name(stem: &str, extension: &str) -> String {
    // Direction-changing characters could show `gpj.exe` as `exe.jpg`; the others are invisible.
    let seen = stem.chars().filter(|c| c.is_control() || !is_hidden(*c));
    let cleaned: String = seen.map(allowed).collect();
    let words: Vec<&str> = cleaned.split_whitespace().collect();
    let joined = words.join(" ");
    let mut name = joined.trim_matches(['.', ' ']);
    if name.len() > MOST_BYTES {
        let end = name.char_indices().map(|(at, _)| at).take_while(|at| *at <= MOST_BYTES).last();
        name = end.and_then(|end| name.get(..end)).unwrap_or(name).trim_end_matches(['.', ' ']);
    }
    let guard = if name.is_empty() {
        "icebreak"
    } else if is_reserved(name) || name.starts_with('-') {
        "_"
    } else {
        ""
    };
    format!("{guard}{name}.{extension}")
}

/// `first rest.extension`, shortening only the first part: a long company name must not displace what the file is
/// about.
pub(crate) fn file_name_of(first: &str, rest: &str, extension: &str) -> String {
    let room = MOST_BYTES.saturating_sub(rest.len().saturating_add(1));
    let end = first
        .char_indices()
        .map(|(at, letter)| at.saturating_add(letter.len_utf8()))
        .take_while(|end| *end <= room);
    let shortened = end.last().and_then(|end| first.get(..end)).unwrap_or_default();
    file_name(&format!("{shortened} {rest}"), extension)
}

fn allowed(character: char) -> char {
    match character {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '-',
        control if control.is_control() => ' ',
        other => other,
    }
}

/// Windows reserves these with any extension.
fn is_reserved(name: &str) -> bool {
    let base = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    let numbered = base.strip_prefix("COM").or_else(|| base.strip_prefix("LPT")).is_some_and(|number| {
        let mut characters = number.chars();
        matches!(characters.next(), Some('0'..='9' | '¹' | '²' | '³')) && characters.next().is_none()
    });
    numbered || RESERVED.contains(&base.as_str())
}
