//! The reading view: the same message in another language, each block beside its own.

use std::ops::Range;

use egui::Ui;

use super::{BlockTop, LetterStyle, WiderGap};
use crate::domain::message::MessageChannel;
use crate::text::buyer::drafts::{DraftBlock, MessageDraft};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{gap_below, note};

/// Each block no higher than its own in the draft; one below the other where there are no such places.
pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    reading: &MessageDraft,
    channel: MessageChannel,
    is_before: bool,
    tops: &[BlockTop],
) {
    gap_below(ui, 0.0);
    note(ui, (cx.text.compose.reading)(reading.language));
    if is_before {
        note(ui, cx.text.compose.reading_before);
    }
    ui.add_space(tokens::S);
    let style = LetterStyle::of_reading(cx.palette, channel);
    for (place, part) in reading.blocks.iter().enumerate() {
        let beside = tops.iter().find(|own| own.block == part.block).map(|own| own.top);
        let between = if place > 0 { super::BETWEEN } else { 0.0 };
        let missing = beside.map_or(between, |top| (top - ui.cursor().top()).max(0.0));
        ui.add_space(missing);
        let (text, marks) = cut(reading, part);
        let width = ui.available_width();
        ui.label(style.set(text, &marks, &[], width));
    }
}

/// The gaps of the draft that must be wider, so that the next block begins beside its own.
pub fn wider_gaps(
    ui: &Ui,
    cx: &Cx<'_>,
    draft: &MessageDraft,
    reading: &MessageDraft,
    channel: MessageChannel,
    left: f32,
    right: f32,
) -> Vec<WiderGap> {
    let height = |style: LetterStyle, of: &MessageDraft, part: &DraftBlock, width: f32| {
        let (text, marks) = cut(of, part);
        ui.fonts_mut(|fonts| fonts.layout_job(style.set(text, &marks, &[], width)).size().y)
    };
    let own_style = LetterStyle::of_draft(cx.palette, channel);
    let read_style = LetterStyle::of_reading(cx.palette, channel);
    let wider = draft.blocks.iter().filter_map(|own| {
        let read = reading.blocks.iter().find(|read| read.block == own.block)?;
        let by = height(read_style, reading, read, right) - height(own_style, draft, own, left);
        (by > 0.0).then_some(WiderGap { at: own.range.end, by })
    });
    wider.collect()
}

/// The text of a block, and its open fields in it.
fn cut<'a>(draft: &'a MessageDraft, part: &DraftBlock) -> (&'a str, Vec<Range<usize>>) {
    let range = &part.range;
    let inside = draft.unfilled.iter().filter(|mark| mark.start >= range.start && mark.end <= range.end);
    let marks = inside.map(|mark| mark.start - range.start..mark.end - range.start).collect();
    (draft.body.get(range.clone()).unwrap_or_default(), marks)
}
