//! How the text of a draft is set: half a line between paragraphs, open fields marked, call lines by their purpose.

pub(super) mod promise;
pub(super) mod reading;

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};

use crate::domain::message::{MessageBlock, MessageChannel};
use crate::text::buyer::drafts::{CallLine, call_line};
use crate::ui::tokens::Palette;
use crate::ui::{theme, tokens};

/// The height of an empty line between two paragraphs.
const BETWEEN: f32 = tokens::M;

/// Where a block of the draft begins on the screen.
#[derive(Clone, Copy, Debug)]
pub struct BlockTop {
    pub block: MessageBlock,
    pub top: f32,
}

/// An empty line that is higher than usual, for the longer block beside the one above it.
#[derive(Clone, Copy, Debug)]
pub struct WiderGap {
    /// In bytes of the body.
    pub at: usize,
    pub by: f32,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub struct LetterStyle {
    palette: &'static Palette,
    size: f32,
    leading: f32,
    weak: bool,
    is_call: bool,
}

impl LetterStyle {
    pub fn of_draft(palette: &'static Palette, channel: MessageChannel) -> Self {
        let is_call = channel == MessageChannel::Call;
        Self { palette, size: tokens::BODY, leading: tokens::LEADING, weak: false, is_call }
    }

    /// Smaller and weaker: only to read.
    pub fn of_reading(palette: &'static Palette, channel: MessageChannel) -> Self {
        let draft = Self::of_draft(palette, channel);
        Self { size: tokens::SMALL, leading: tokens::LEADING - tokens::XXS, weak: true, ..draft }
    }

    pub fn set(self, text: &str, marks: &[Range<usize>], gaps: &[WiderGap], width: f32) -> LayoutJob {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        let mut at = 0;
        for (place, paragraph) in text.split("\n\n").enumerate() {
            if place > 0 {
                let wider = gaps.iter().find(|gap| gap.at == at).map_or(0.0, |gap| gap.by);
                job.append("\n", 0.0, self.plain());
                job.append("\n", 0.0, TextFormat { line_height: Some(BETWEEN + wider), ..self.plain() });
                at += 2;
            }
            for (place, line) in paragraph.split('\n').enumerate() {
                if place > 0 {
                    job.append("\n", 0.0, self.plain());
                    at += 1;
                }
                self.line(&mut job, line, at, marks);
                at += line.len();
            }
        }
        job
    }

    /// A line that begins at this byte of the text.
    fn line(self, job: &mut LayoutJob, line: &str, at: usize, marks: &[Range<usize>]) {
        let kind = if self.is_call { Some(call_line(line)) } else { None };
        match kind {
            None | Some(CallLine::ToDo) => self.run(job, line, at, marks, self.plain()),
            Some(CallLine::Heading) => self.run(job, line, at, marks, self.heading()),
            Some(CallLine::Said) => self.run(job, line, at, marks, self.said()),
            Some(CallLine::Reply(end)) => {
                let (theirs, to_do) = line.split_at_checked(end).unwrap_or((line, ""));
                self.run(job, theirs, at, marks, self.plain());
                self.run(job, to_do, at + theirs.len(), marks, self.weaker());
            }
        }
    }

    /// A part of a line in one format, but for its open fields.
    fn run(self, job: &mut LayoutJob, text: &str, at: usize, marks: &[Range<usize>], format: TextFormat) {
        let mut done = 0;
        for mark in marks.iter().filter(|mark| mark.start >= at) {
            let inside = mark.start - at..mark.end - at;
            let (Some(before), Some(open)) = (text.get(done..inside.start), text.get(inside.clone())) else {
                continue;
            };
            job.append(before, 0.0, format.clone());
            job.append(open, 0.0, self.open());
            done = inside.end;
        }
        job.append(text.get(done..).unwrap_or_default(), 0.0, format);
    }

    fn plain(self) -> TextFormat {
        let ink = if self.weak { self.palette.weak_text } else { self.palette.text };
        let line_height = Some(self.leading);
        TextFormat { font_id: theme::font(self.size), color: ink, line_height, ..TextFormat::default() }
    }

    fn weaker(self) -> TextFormat {
        TextFormat { color: self.palette.weak_text, ..self.plain() }
    }

    fn heading(self) -> TextFormat {
        TextFormat { font_id: theme::bold_font(tokens::SMALL), ..self.weaker() }
    }

    fn said(self) -> TextFormat {
        TextFormat { font_id: theme::bold_font(self.size), ..self.plain() }
    }

    /// A field that is not filled: amber on a tint.
    fn open(self) -> TextFormat {
        let tint = self.palette.warm;
        TextFormat { color: tint.ink, background: tint.tint, ..self.said() }
    }
}
