//! Detects the encoding of a text file: BOM, UTF-8, else what its letters look like.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::book::script::detected;
use crate::domain::files::source::{ENCODINGS, EncodingSample};
use crate::domain::import::problem::ImportProblem;

/// The text in a file, and its encoding by name. Refused where the encoding is in doubt, rather than read as gibberish.
pub(crate) fn decode<'a>(
    bytes: &'a [u8],
    chosen: Option<&str>,
) -> Result<(Cow<'a, str>, String), ImportProblem> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = match (chosen, marked) {
        (Some(name), _) => Encoding::for_label(name.as_bytes())
            .ok_or_else(|| ImportProblem::UnknownEncoding(name.to_owned()))?,
        (None, Some(marked)) => marked,
        (None, None) if bytes.contains(&0) => return Err(ImportProblem::NotText),
        (None, None) if std::str::from_utf8(bytes).is_ok() => UTF_8,
        (None, None) => detected(bytes)?,
    };
    let name = encoding.name().to_ascii_lowercase();
    let (text, _, had_errors) = encoding.decode(bytes);
    if had_errors {
        return Err(match chosen {
            Some(_) => ImportProblem::OtherEncoding(name),
            None => ImportProblem::Encoding,
        });
    }
    if text.contains('\0') {
        return Err(ImportProblem::NotText);
    }
    // Programs that add a BOM to a file with one leave two.
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => Cow::Owned(rest.trim_start_matches('\u{feff}').to_owned()),
        None => text,
    };
    Ok((text, name))
}

/// So much of a line is enough to recognize its language, in bytes.
const SAMPLE: usize = 240;
/// So many characters may stand before the first letter that encodings read differently.
const BEFORE: usize = 12;

/// The first line that encodings read differently, as each of them reads it.
pub(crate) fn samples(bytes: &[u8]) -> Vec<EncodingSample> {
    let line = bytes.split(|byte| *byte == b'\n').find(|line| !line.is_ascii()).unwrap_or_default();
    let every = ENCODINGS.into_iter().filter_map(|name| Some((name, Encoding::for_label(name.as_bytes())?)));
    let samples = every.filter_map(|(encoding, reads)| {
        // The two bytes of its letters do not end where a line of the others does.
        let is_wide = reads == UTF_16LE || reads == UTF_16BE;
        let line = sample(if is_wide { bytes } else { line }, reads)?;
        Some(EncodingSample { encoding, line })
    });
    samples.collect()
}

fn sample(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let begun = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (text, _) = encoding.decode_with_bom_removal(begun);
    // The last letter may be cut.
    let text = if begun.len() < bytes.len() { text.trim_end_matches('\u{fffd}') } else { &text };
    let line = text.lines().find(|line| !line.is_ascii())?;
    let before = line.chars().take_while(char::is_ascii).count();
    Some(match before.saturating_sub(BEFORE) {
        0 => line.to_owned(),
        cut => format!("…{}", line.chars().skip(cut).collect::<String>()),
    })
}
