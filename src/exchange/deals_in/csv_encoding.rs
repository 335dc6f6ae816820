//! Detects the encoding of a text file: BOM, UTF-8, then GB18030 where it is plausible.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

use crate::domain::import::problem::ImportProblem;

/// The text in a file. Refused where the encoding is unknown, rather than read as gibberish.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportProblem> {
    let marked = Encoding::for_bom(bytes);
    let encoding = match marked {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => GB18030,
    };
    if marked.is_none() && bytes.contains(&0) {
        return Err(ImportProblem::NotText);
    }
    if encoding == GB18030 && !looks_chinese(bytes) {
        return Err(ImportProblem::Encoding);
    }
    let (text, _, had_errors) = encoding.decode(bytes);
    if had_errors {
        return Err(ImportProblem::Encoding);
    }
    if text.contains('\0') {
        return Err(ImportProblem::NotText);
    }
    // Programs that add a BOM to a file with one leave two.
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => Cow::Owned(rest.trim_start_matches('\u{feff}').to_owned()),
        None => text,
    })
}

/// Almost any bytes decode as GB18030, including text in Western and Cyrillic code pages. Chinese text has pairs of
/// high bytes, most of them in the rows of common characters; `Müller` in Windows-1252 has one high byte between
/// letters.
fn looks_chinese(bytes: &[u8]) -> bool {
    let (mut common, mut rare, mut single) = (0_usize, 0_usize, 0_usize);
    let mut rest = bytes;
    loop {
        let (count, length) = match rest {
            [] => break,
            [0..=0x7f, ..] => {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            // Four-byte letters of other scripts, which only GB18030 has.
            [_, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, ..] => (&mut common, 4),
            // Signs and letters, and the 3,755 most common characters.
            [0xa1..=0xa9 | 0xb0..=0xd7, 0xa1..=0xfe, ..] => (&mut common, 2),
            [_, 0x80..=0xff, ..] => (&mut rare, 2),
            [_, ..] => (&mut single, 1),
        };
        *count = count.saturating_add(1);
        rest = rest.get(length..).unwrap_or_default();
    }
    common >= rare.saturating_add(single)
}
