//! Sets text in lines: cleaned, broken where its script allows, shaped run by run.

use std::collections::BTreeSet;

use harfrust::Direction;
use krilla::text::KrillaGlyph;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use super::faces;
use super::faces::{Face, FontWeight, REPLACEMENT};
use super::order::{DirectedPart, parts_from_left};
use super::ties::tied_words;
use crate::exchange::papers::pdf::look::Style;
use crate::text::visible::can_be_joined;

/// Sets text for one paper, and collects the characters that could not be drawn.
#[derive(Default)]
pub struct Setter {
    /// Whether quotes and dashes are set in the Chinese face.
    pub chinese: bool,
    pub replaced: BTreeSet<char>,
}

/// One line of one style.
#[derive(Clone)]
pub struct TextLine {
    /// In the order in which they are read, as screen readers and copied text have them.
    pub runs: Vec<GlyphRun>,
    pub width: f32,
    pub style: Style,
}

/// Consecutive characters in one face.
#[derive(Clone)]
pub struct GlyphRun {
    pub face: &'static Face,
    pub text: String,
    /// From left to right.
    pub glyphs: Vec<KrillaGlyph>,
    /// From the left of the line, in points.
    pub x: f32,
    pub width: f32,
}

impl Setter {
    /// Sets text on one line, however long.
    pub fn line(&mut self, text: &str, style: Style) -> TextLine {
        let clean = self.clean(text).replace('\n', " ");
        self.shaped(clean.trim(), style)
    }

    /// Sets text in lines no wider than `width` points; line breaks in the text are kept.
    pub fn wrap(&mut self, text: &str, style: Style, width: f32) -> Vec<TextLine> {
        let clean = self.clean(text);
        clean.lines().flat_map(|line| self.wrap_line(line.trim(), style, width)).collect()
    }

    /// Sets text in as few lines as `wrap` needs, of about equal length: for names, which look broken with one word
    /// left over.
    pub(crate) fn wrap_evenly(&mut self, text: &str, style: Style, width: f32) -> Vec<TextLine> {
        let widest = self.wrap(text, style, width);
        let (mut too_narrow, mut fits) = (width / (widest.len().max(1) as f32) * 0.9, width);
        let mut best = widest;
        for _halving in 0..6 {
            let middle = (too_narrow + fits) / 2.0;
            let tried = self.wrap(text, style, middle);
            if tried.len() == best.len() {
                (fits, best) = (middle, tried);
            } else {
                too_narrow = middle;
            }
        }
        best
    }

    fn wrap_line(&self, text: &str, style: Style, width: f32) -> Vec<TextLine> {
        let whole = self.shaped(text, style);
        if whole.width <= width {
            return vec![whole];
        }
        let mut lines = Vec::new();
        let mut current = String::new();
        for word in self.words(text, style, width) {
            let longer = format!("{current}{word}");
            if current.is_empty() || self.shaped(longer.trim_end(), style).width <= width {
                current = longer;
            } else {
                lines.push(self.shaped(current.trim_end(), style));
                current = word.trim_start().to_owned();
            }
        }
        lines.push(self.shaped(current.trim_end(), style));
        lines
    }

    /// The parts between which a line may break; one wider than a line is split, if necessary into letters.
    fn words(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        let mut words = Vec::new();
        for tied in tied_words(text) {
            if self.shaped(tied.concat().trim_end(), style).width <= width {
                words.push(tied.concat());
                continue;
            }
            for word in tied {
                if self.shaped(word.trim_end(), style).width <= width {
                    words.push(word.to_owned());
                } else {
                    words.extend(word.graphemes(true).map(str::to_owned));
                }
            }
        }
        words
    }

    fn shaped(&self, text: &str, style: Style) -> TextLine {
        let weight = self.weight(text, style.weight);
        let mut runs: Vec<(usize, GlyphRun)> = Vec::new();
        let mut width = 0.0;
        for part in parts_from_left(text) {
            for (start, mut run) in self.runs(&part, weight, style.size) {
                run.x = width;
                width += run.width;
                runs.push((start, run));
            }
        }
        runs.sort_by_key(|(start, _)| *start);
        let runs = runs.into_iter().map(|(_, run)| run).collect();
        TextLine { runs, width, style }
    }

    /// The weight of a line: a name of which some letters are in no bold face is not set in two weights.
    fn weight(&self, text: &str, wished: FontWeight) -> FontWeight {
        let is_bold = |letter: &str| faces::has_weight(letter, wished);
        if text.graphemes(true).all(is_bold) { wished } else { FontWeight::Regular }
    }

    /// From left to right, each with where it begins in the line.
    fn runs(&self, part: &DirectedPart<'_>, weight: FontWeight, size: f32) -> Vec<(usize, GlyphRun)> {
        let mut start = part.start;
        let mut runs = Vec::new();
        for (face, text) in self.split(part.text, weight) {
            let shaped = face.shape(&text, part.direction);
            let length = text.len();
            let run = GlyphRun { face, text, glyphs: shaped.glyphs, x: 0.0, width: shaped.width * size };
            runs.push((start, run));
            start = start.saturating_add(length);
        }
        if part.direction == Direction::RightToLeft {
            runs.reverse();
        }
        runs
    }

    /// Splits text into runs of the same face.
    fn split(&self, text: &str, weight: FontWeight) -> Vec<(&'static Face, String)> {
        let mut runs: Vec<(&'static Face, String)> = Vec::new();
        let mut push = |face: &'static Face, part: &str| match runs.last_mut() {
            Some((last, run)) if std::ptr::eq(*last, face) => run.push_str(part),
            Some(_) | None => runs.push((face, part.to_owned())),
        };
        for cluster in text.graphemes(true) {
            if let Some(face) = self.face(cluster, weight) {
                push(face, cluster);
                continue;
            }
            // No face has the letter with all of its marks.
            for (start, character) in cluster.char_indices() {
                let part = cluster.get(start..start.saturating_add(character.len_utf8())).unwrap_or_default();
                if let Some(face) = self.face(part, weight) {
                    push(face, part);
                }
            }
        }
        runs
    }

    fn face(&self, cluster: &str, weight: FontWeight) -> Option<&'static Face> {
        faces::face_for(cluster, weight, self.chinese)
    }

    /// Composed text without control characters, and with replacements for what no face has.
    fn clean(&mut self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        for character in text.nfc() {
            match character {
                // Within a word of such a script they say how its letters join.
                '\u{200c}' | '\u{200d}' if clean.chars().next_back().is_some_and(can_be_joined) => {
                    clean.push(character);
                }
                // Radicals, as text copied from another PDF has them in place of the characters that look the same.
                '\u{2f00}'..='\u{2fd5}' => clean.extend(character.nfkc()),
                '\r' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe0e}' | '\u{fe0f}' => {}
                '\n' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
                control if control.is_control() => clean.push(' '),
                drawn if faces::is_drawn(drawn) => clean.push(drawn),
                // A digit group separator that the fonts lack: use another no-break space.
                '\u{202f}' => clean.push('\u{a0}'),
                '\u{2011}' => clean.push('-'),
                other if other.nfkc().all(|plain| plain != other && faces::is_drawn(plain)) => {
                    clean.extend(other.nfkc());
                }
                other => {
                    self.replaced.insert(other);
                    clean.push(REPLACEMENT);
                }
            }
        }
        clean
    }
}
