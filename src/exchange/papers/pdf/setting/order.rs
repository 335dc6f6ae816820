//! The order in which the parts of a line are drawn, where some are read from right to left.

use harfrust::Direction;
use unicode_bidi::{Level, ParagraphBidiInfo};

/// A part of a line that is read in one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectedPart<'a> {
    /// Where it begins in the line, in bytes.
    pub start: usize,
    pub text: &'a str,
    pub direction: Direction,
}

/// The parts of a line as they follow each other on paper from left to right.
pub fn parts_from_left(line: &str) -> Vec<DirectedPart<'_>> {
    let order = ParagraphBidiInfo::new(line, None);
    if !order.has_rtl() {
        return vec![DirectedPart { start: 0, text: line, direction: Direction::LeftToRight }];
    }
    let (levels, parts) = order.visual_runs(0..line.len());
    let directed = |part: std::ops::Range<usize>| {
        let from_right = levels.get(part.start).is_some_and(Level::is_rtl);
        let direction = if from_right { Direction::RightToLeft } else { Direction::LeftToRight };
        Some(DirectedPart { start: part.start, text: line.get(part)?, direction })
    };
    parts.into_iter().filter_map(directed).collect()
}
