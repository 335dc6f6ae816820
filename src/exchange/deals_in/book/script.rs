//! Detects the code page of a text by its letters. Where so few letters could be those of another, that is doubt, and
//! doubt is asked: a wrong guess makes other names of all names.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, WINDOWS_874, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};

use super::header::HEAD_ROWS;
use crate::domain::import::problem::ImportProblem;
use crate::exchange::deals_in::columns::column_named;

/// Fewer characters of an East Asian script than this may be those of another one.
const SURE_CHARACTERS: usize = 6;
/// Fewer letters of another script than this may be anything.
const SURE_LETTERS: usize = 5;
/// Code pages that hardly any program writes today need more of them.
const SURE_RARE_LETTERS: usize = 12;
/// Fewer Latin letters than this that differ between the code pages of Europe leave them open.
const SURE_DIFFERENCES: usize = 3;

/// The encoding of bytes that are neither UTF-8 nor marked.
pub(crate) fn detected(bytes: &[u8]) -> Result<&'static Encoding, ImportProblem> {
    if let Some(encoding) = [GB18030, BIG5].into_iter().find(|encoding| names_a_column(bytes, encoding)) {
        return Ok(encoding);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let encoding = if guess == GBK { GB18030 } else { guess };
    let (text, _, had_errors) = encoding.decode(bytes);
    if had_errors {
        Err(ImportProblem::Encoding)
    } else if is_sure(bytes, encoding, &text) {
        Ok(encoding)
    } else {
        let encoding = encoding.name().to_ascii_lowercase();
        Err(ImportProblem::EncodingInDoubt { encoding, sample: sample(&text) })
    }
}

/// A column name of ours that is not ASCII shows the encoding for certain.
fn names_a_column(bytes: &[u8], encoding: &'static Encoding) -> bool {
    bytes.split(|byte| *byte == b'\n').take(HEAD_ROWS).any(|line| {
        let (text, _, had_errors) = encoding.decode(line);
        let mut names = text.split([',', ';', '\t', '|']).map(|name| name.trim_matches(['"', ' ', '\r']));
        !had_errors && names.any(|name| !name.is_ascii() && column_named(name).is_some())
    })
}

fn is_sure(bytes: &[u8], encoding: &'static Encoding, text: &str) -> bool {
    let letters = || text.chars().filter(|letter| !letter.is_ascii() && letter.is_alphabetic()).count();
    if encoding == GB18030 {
        return has_four_byte_letters(bytes) || (characters(text) >= SURE_CHARACTERS && looks_chinese(bytes));
    }
    if [BIG5, EUC_KR, EUC_JP, SHIFT_JIS].contains(&encoding) {
        return characters(text) >= SURE_CHARACTERS;
    }
    if [WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258].contains(&encoding) {
        let differences = differences(bytes);
        let is_told = differences == 0 || differences >= SURE_DIFFERENCES;
        return is_told && !may_be_pairs(bytes) && !has_long_runs(bytes);
    }
    let is_usual = [WINDOWS_874, WINDOWS_1251, WINDOWS_1253, WINDOWS_1255, WINDOWS_1256].contains(&encoding);
    letters() >= if is_usual { SURE_LETTERS } else { SURE_RARE_LETTERS }
}

fn characters(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_ascii()).count()
}

/// How many bytes of a Latin text are other letters in another code page of Europe: é and ü are the same in all.
fn differences(bytes: &[u8]) -> usize {
    let differs = |byte: u8| {
        let in_1252 = WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned();
        [WINDOWS_1250, WINDOWS_1254, WINDOWS_1257]
            .iter()
            .any(|other| other.decode_without_bom_handling(&[byte]).0 != in_1252)
    };
    let differing: Vec<u8> = (0x80..=0xff).filter(|byte| differs(*byte)).collect();
    bytes.iter().filter(|byte| differing.contains(byte)).count()
}

/// Whether all bytes beyond ASCII come in pairs that would be common Chinese characters.
fn may_be_pairs(bytes: &[u8]) -> bool {
    let mut runs = bytes.split(u8::is_ascii).filter(|run| !run.is_empty());
    runs.all(|run| run.len().is_multiple_of(2)) && looks_chinese(bytes)
}

/// Whether more than two letters beyond ASCII follow each other: hardly any word of Europe has that.
fn has_long_runs(bytes: &[u8]) -> bool {
    const MOST: usize = 2;
    bytes.split(u8::is_ascii).any(|run| run.len() > MOST)
}

/// Letters of other scripts take four bytes, which only GB18030 has.
fn has_four_byte_letters(bytes: &[u8]) -> bool {
    bytes.windows(4).any(|four| matches!(four, [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39]))
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

/// The first cell with letters in doubt.
fn sample(text: &str) -> String {
    const MOST: usize = 40;
    let cells = text.split([',', ';', '\t', '|', '\n', '\r']);
    let cell = cells.map(|cell| cell.trim_matches(['"', ' '])).find(|cell| !cell.is_ascii());
    cell.unwrap_or_default().chars().filter(|letter| !letter.is_control()).take(MOST).collect()
}
