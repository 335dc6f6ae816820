//! Reads and checks the lines of many deals in pieces, on all processors, with little in memory at a time.
//!
//! Only the text of a document in exactly the encoder's form and without errors is read this way. Any other text is
//! left to the reader of the whole text, which reports what is wrong, and where.

use std::fmt;
use std::sync::Arc;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::threads::in_runs;
use crate::domain::deal::{Deal, DealId};
use crate::domain::files::sealed::strict;

/// What comes before the first deal's line,
const BEFORE: &str = ",\n\"deals\":{\n";
/// between two of them,
const BETWEEN: &str = ",\n";
/// and after the last one.
const AFTER: &str = "\n}}\n";
/// Shorter lines are read with the whole document.
const WORTH_CUTTING: usize = 1 << 18;
const PIECE: usize = 1 << 17;
/// The number of deals that are checked at a time.
const PROVEN_AT_ONCE: usize = 256;

/// The document without its deals, and the lines of the deals; none where they are few or the text has another shape.
pub(super) fn split(text: &str) -> Option<(String, &str)> {
    let (before, after) = text.split_once(BEFORE)?;
    let lines = after.strip_suffix(AFTER).filter(|lines| lines.len() >= WORTH_CUTTING)?;
    Some((format!("{before},\"deals\":{{}}}}"), lines))
}

/// The deals in the order of their lines; none where anything at all is wrong with one of them.
pub(super) fn read_lines(lines: &str) -> Option<Vec<Arc<Deal>>> {
    let read = |run: &[&str]| run.iter().map(|piece| read_piece(piece)).collect();
    let runs: Option<Vec<Vec<Vec<Arc<Deal>>>>> = in_runs(&cut(lines), read).into_iter().collect();
    let deals: Vec<Arc<Deal>> = runs?.into_iter().flatten().flatten().collect();
    // Ids in ascending order are unique.
    deals.is_sorted_by(|one, other| one.id < other.id).then_some(deals)
}

/// The line of each deal, without the comma after it; None where one, read back, would not be the same deal.
pub(super) fn proven_lines(deals: &[(&DealId, &Arc<Deal>)]) -> Option<Vec<Box<str>>> {
    let pieces: Vec<&[(&DealId, &Arc<Deal>)]> = deals.chunks(PROVEN_AT_ONCE).collect();
    let prove = |run: &[&[(&DealId, &Arc<Deal>)]]| run.iter().map(|piece| prove(piece)).collect();
    let runs: Option<Vec<Vec<Vec<Box<str>>>>> = in_runs(&pieces, prove).into_iter().collect();
    Some(runs?.into_iter().flatten().flatten().collect())
}

fn prove(deals: &[(&DealId, &Arc<Deal>)]) -> Option<Vec<Box<str>>> {
    // It grows to the longest line; a line itself takes no more than it needs.
    let mut buffer = Vec::new();
    let lines: Vec<Box<str>> =
        deals.iter().map(|(id, deal)| line(id, deal, &mut buffer)).collect::<Option<_>>()?;
    let again = read_piece(&lines.join(BETWEEN))?;
    let ours = deals.iter().map(|(id, deal)| (*id, *deal));
    again.iter().map(|deal| (&deal.id, deal)).eq(ours).then_some(lines)
}

fn line(id: &DealId, deal: &Deal, buffer: &mut Vec<u8>) -> Option<Box<str>> {
    buffer.clear();
    serde_json::to_writer(&mut *buffer, id).ok()?;
    buffer.push(b':');
    serde_json::to_writer(&mut *buffer, deal).ok()?;
    str::from_utf8(buffer).ok().map(Box::from)
}

/// Cut at ends of lines: no text in a document holds a line break.
fn cut(lines: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = lines;
    while let Some((piece, after)) = line_end(rest).and_then(|end| rest.split_at_checked(end)) {
        pieces.push(piece);
        rest = after.strip_prefix(BETWEEN).unwrap_or(after);
    }
    pieces.push(rest);
    pieces
}

/// The end, before the comma, of the first line that reaches beyond the length of a piece.
fn line_end(text: &str) -> Option<usize> {
    let far = text.as_bytes().get(PIECE..)?;
    let end = far.windows(BETWEEN.len()).position(|window| window == BETWEEN.as_bytes())?;
    PIECE.checked_add(end)
}

/// The deals of these lines, which may hold nothing else.
fn read_piece(lines: &str) -> Option<Vec<Arc<Deal>>> {
    // Nested as deep as in the document, because the depth of values is limited.
    let text = format!("{{\"deals\":{{{lines}}}}}");
    strict::check(&text).ok()?;
    serde_json::from_str::<Piece>(&text).ok().map(|piece| piece.deals.0)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    deals: Deals,
}

struct Deals(Vec<Arc<Deal>>);

impl<'de> Deserialize<'de> for Deals {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LineVisitor;

        impl<'de> Visitor<'de> for LineVisitor {
            type Value = Deals;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("deals by id")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut lines: A) -> Result<Deals, A::Error> {
                let mut deals = Vec::new();
                while let Some((id, deal)) = lines.next_entry::<DealId, Deal>()? {
                    if id != deal.id {
                        return Err(A::Error::custom("another deal's id"));
                    }
                    deals.push(Arc::new(deal));
                }
                Ok(Deals(deals))
            }
        }

        deserializer.deserialize_map(LineVisitor)
    }
}
