//! Quotation marks inside quoted fields of CSV that were not doubled: `"Alfa "Best" Ltd"`.

use std::borrow::Cow;

/// The text with such marks doubled, so that a reader takes each field as it was meant. A sound text stays as it is: in
/// it a quoted field ends with the first mark that is not doubled, which a separator or the end of the line follows.
pub(crate) fn mended(text: &str, separator: u8) -> Cow<'_, str> {
    let mut mended: Option<String> = None;
    let (mut copied, mut at) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('"')) {
        let open = at.saturating_add(found);
        let inner = open.saturating_add(1);
        if !starts_field(text, open, separator) {
            at = inner;
            continue;
        }
        match end_of(text, inner, separator) {
            FieldEnd::Sound { after } => at = after,
            FieldEnd::Unclosed => break,
            FieldEnd::Stray { content, after } => {
                let mended = mended.get_or_insert_default();
                mended.push_str(text.get(copied..open).unwrap_or_default());
                mended.push('"');
                mended.push_str(&content.replace('"', "\"\""));
                mended.push('"');
                (copied, at) = (after, after);
            }
        }
    }
    match mended {
        None => Cow::Borrowed(text),
        Some(mut mended) => {
            mended.push_str(text.get(copied..).unwrap_or_default());
            Cow::Owned(mended)
        }
    }
}

/// How a quoted field ends.
enum FieldEnd {
    Sound {
        after: usize,
    },
    Unclosed,
    /// It has marks that are not doubled; what it says, and where it ends.
    Stray {
        content: String,
        after: usize,
    },
}

fn starts_field(text: &str, open: usize, separator: u8) -> bool {
    let before = open.checked_sub(1).and_then(|before| text.as_bytes().get(before));
    before.is_none_or(|before| *before == separator || matches!(before, b'\n' | b'\r'))
}

fn end_of(text: &str, inner: usize, separator: u8) -> FieldEnd {
    let mut at = inner;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('"')) {
        let mark = at.saturating_add(found);
        let next = mark.saturating_add(1);
        if text.as_bytes().get(next) == Some(&b'"') {
            at = next.saturating_add(1);
        } else if ends_field(text, next, separator) {
            return FieldEnd::Sound { after: next };
        } else {
            return stray(text, inner, mark, separator);
        }
    }
    FieldEnd::Unclosed
}

/// A field with a mark that is not doubled ends on the line of that mark: at the first mark before a separator, else
/// at the first separator, and then its first mark, too, is a part of it.
fn stray(text: &str, inner: usize, mark: usize, separator: u8) -> FieldEnd {
    let rest = text.get(mark..).unwrap_or_default();
    let line = rest.find(['\n', '\r']).map_or(text.len(), |end| mark.saturating_add(end));
    let said = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
    let marks = said(mark, line).match_indices('"').map(|(place, _)| mark.saturating_add(place));
    for close in marks {
        let after = close.saturating_add(1);
        if ends_field(text, after, separator) {
            return FieldEnd::Stray { content: said(inner, close).replace("\"\"", "\""), after };
        }
    }
    let end = said(mark, line).find(char::from(separator)).map_or(line, |end| mark.saturating_add(end));
    FieldEnd::Stray { content: said(inner.saturating_sub(1), end).to_owned(), after: end }
}

fn ends_field(text: &str, place: usize, separator: u8) -> bool {
    let rest = text.as_bytes().get(place..).unwrap_or_default();
    let next = rest.iter().find(|byte| **byte != b' ');
    next.is_none_or(|next| *next == separator || matches!(next, b'\n' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_taken_as_they_were_meant() {
        for (line, meant) in [
            ("\"Alfa \"Best\" Ltd\",lamps", &["Alfa \"Best\" Ltd", "lamps"][..]),
            ("\"\"24\" LED panel Co\",x", &["\"24\" LED panel Co", "x"]),
            ("Beta 24\" Ltd,x", &["Beta 24\" Ltd", "x"]),
            ("Gamma,\"24\"\" panel\",5", &["Gamma", "24\" panel", "5"]),
            ("\"He said \"hi\"\",x", &["He said \"hi\"", "x"]),
            ("\"x\"y,z", &["\"x\"y", "z"]),
            ("\"a\nb \"c\" d\",e", &["a\nb \"c\" d", "e"]),
            ("\"sound\" ,e", &["sound ", "e"]),
            ("\"\",e", &["", "e"]),
            ("\"\"\"\",e", &["\"", "e"]),
            ("\"a,\"\"b\"\",c\",e", &["a,\"b\",c", "e"]),
            ("\"客户 \"甲\" 公司\",e", &["客户 \"甲\" 公司", "e"]),
        ] {
            let text = mended(line, b',');
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            assert_eq!(record.iter().collect::<Vec<_>>(), meant, "{line}");
        }
    }

    #[test]
    fn sound_text_is_not_copied() {
        for text in ["", "\"", "a,b\n\"c\"\"d\",\"e\nf\"\n", "\"never closed, x\ny,z\n"] {
            assert!(matches!(mended(text, b','), Cow::Borrowed(_)), "{text}");
        }
    }
}
