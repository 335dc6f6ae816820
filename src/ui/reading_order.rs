//! Puts words that are read from right to left in their order: egui shapes each of them, but sets all from the left.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{Glyph, Row};
use egui::layers::ShapeIdx;
use egui::{LayerId, Shape, Ui};
use unicode_bidi::ParagraphBidiInfo;

/// Has the direction of Hebrew and Arabic letters.
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// Mends every text that was painted in this pass.
pub(crate) fn put_in_order(ui: &mut Ui) {
    let mut layers: HashSet<LayerId> = ui.memory(|memory| memory.layer_ids().collect());
    layers.insert(LayerId::background());
    ui.ctx().graphics_mut(|graphics| {
        for layer in layers {
            let Some(painted) = graphics.get_mut(layer) else { continue };
            for index in 0..painted.next_idx().0 {
                painted.mutate_shape(ShapeIdx(index), |clipped| mend(&mut clipped.shape));
            }
        }
    });
}

fn mend(shape: &mut Shape) {
    match shape {
        Shape::Text(text) if is_mixed(text.galley.text()) => {
            let galley = Arc::make_mut(&mut text.galley);
            for placed in &mut galley.rows {
                put_row_in_order(Arc::make_mut(&mut placed.row), galley.pixels_per_point);
            }
        }
        Shape::Vec(shapes) => shapes.iter_mut().for_each(mend),
        _without_text => {}
    }
}

fn is_mixed(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_from_right)
}

/// Hebrew and Arabic, with the scripts between them.
fn is_from_right(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Moves the words of a row; the letters within one are in order already.
fn put_row_in_order(row: &mut Row, pixels_per_point: f32) {
    let words = words(&row.glyphs);
    let signs: String = words.iter().map(|word| sign_of(&row.glyphs, word)).collect();
    let levels = ParagraphBidiInfo::new(&signs, None).reordered_levels_per_char(0..signs.len());
    let Some(first) = row.glyphs.first() else { return };
    let left = |word: &Range<usize>| row.glyphs.get(word.start).map_or(row.size.x, |glyph| glyph.pos.x);
    let ends = words.iter().skip(1).map(left).chain([row.size.x]);
    let places: Vec<(f32, f32)> = words.iter().map(left).zip(ends).collect();
    let mut x = first.pos.x;
    for index in ParagraphBidiInfo::reorder_visual(&levels) {
        let (Some(word), Some((start, end))) = (words.get(index), places.get(index)) else { continue };
        let shift = ((x - start) * pixels_per_point).round() / pixels_per_point;
        let mirrored = levels.get(index).is_some_and(unicode_bidi::Level::is_rtl)
            && signs.chars().nth(index).is_some_and(has_sides);
        move_glyphs(row, word.clone(), shift, mirrored);
        x += end - start;
    }
    row.visuals.mesh_bounds = row.visuals.mesh.calc_bounds();
}

/// Consecutive letters read from the right are one; every other glyph is one of its own.
fn words(glyphs: &[Glyph]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut inside = false;
    for (index, glyph) in glyphs.iter().enumerate() {
        let from_right = is_from_right(glyph.chr);
        match words.last_mut() {
            Some(word) if inside && from_right => word.end = index + 1,
            Some(_) | None => words.push(index..index + 1),
        }
        inside = from_right;
    }
    words
}

/// One character that has the direction of the word.
fn sign_of(glyphs: &[Glyph], word: &Range<usize>) -> char {
    match glyphs.get(word.start).map(|glyph| glyph.chr) {
        Some(letter) if is_from_right(letter) => RIGHT_TO_LEFT_MARK,
        Some('\n') | None => ' ',
        Some(other) => other,
    }
}

/// Brackets, which are drawn the other way around from the right.
fn has_sides(sign: char) -> bool {
    matches!(sign, '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '«' | '»' | '‹' | '›')
}

fn move_glyphs(row: &mut Row, word: Range<usize>, shift: f32, mirrored: bool) {
    for glyph in row.glyphs.get_mut(word).into_iter().flatten() {
        glyph.pos.x += shift;
        // Invisible glyphs have no corners in the mesh.
        if glyph.uv_rect.is_nothing() {
            continue;
        }
        let first = glyph.first_vertex as usize;
        let Some(corners) = row.visuals.mesh.vertices.get_mut(first..first + 4) else { continue };
        corners.iter_mut().for_each(|corner| corner.pos.x += shift);
        if let ([left_top, right_top, left_bottom, right_bottom], true) = (corners, mirrored) {
            std::mem::swap(&mut left_top.uv, &mut right_top.uv);
            std::mem::swap(&mut left_bottom.uv, &mut right_bottom.uv);
        }
    }
}
