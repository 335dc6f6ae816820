//! Detects the encoding of a text file: BOM, UTF-8, else what its letters look like.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::book::script::detected;
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
