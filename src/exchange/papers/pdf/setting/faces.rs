//! The bundled fonts as papers use them: which face draws a character, and the shapes of a run.

use std::sync::{Arc, LazyLock};

use harfrust::{ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::{FontRef, MetadataProvider as _};
use vello_cpu::peniko::{Blob, FontData};

use crate::assets::fonts;

/// Drawn in place of a character that no bundled font has; the caller is told which.
pub(crate) const REPLACEMENT: char = '\u{fffd}';

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontWeight {
    Regular,
    Bold,
}

/// One font file, ready to shape, to embed and to paint.
pub struct Face {
    pub font: Font,
    pub painted: FontData,
    file: FontRef<'static>,
    shaping: ShaperData,
    units_per_em: f32,
}

/// Shaped glyphs in the face's own order; lengths are relative to the font size.
pub struct Shaped {
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
}

/// The faces of a weight, in fallback order.
pub fn faces(weight: FontWeight) -> &'static [Face] {
    match weight {
        FontWeight::Regular => &REGULAR,
        FontWeight::Bold => &BOLD,
    }
}

/// The first face that has every character; with `chinese`, punctuation comes from the Chinese face, because it shares
/// code points with narrow Western signs.
pub(crate) fn face_for(cluster: &str, weight: FontWeight, chinese: bool) -> Option<&'static Face> {
    let faces = faces(weight);
    if chinese && cluster.chars().all(is_wide_in_chinese) {
        return faces.iter().rev().find(|face| face.has(cluster));
    }
    faces.iter().find(|face| face.has(cluster))
}

/// Whether any bundled font has it.
pub fn is_drawn(character: char) -> bool {
    let mut buffer = [0; 4];
    face_for(character.encode_utf8(&mut buffer), FontWeight::Regular, false).is_some()
}

static REGULAR: LazyLock<Vec<Face>> = LazyLock::new(|| read(fonts::REGULAR));
static BOLD: LazyLock<Vec<Face>> = LazyLock::new(|| read(fonts::BOLD));

/// Right-to-left text is not supported here, so Arabic is replaced and reported rather than drawn in the wrong
/// direction.
const LEFT_OUT: &str = "Noto Sans Arabic";

/// Cannot fail: the files are compiled in, and a test uses each of them.
fn read(files: &'static [(&str, &[u8])]) -> Vec<Face> {
    files.iter().filter(|(name, _)| *name != LEFT_OUT).filter_map(|(_, bytes)| Face::read(bytes)).collect()
}

fn is_wide_in_chinese(character: char) -> bool {
    matches!(character, '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' | '\u{2026}' | '\u{2014}')
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let file = FontRef::new(bytes).ok()?;
        let font = Font::new(bytes.into(), 0)?;
        let units_per_em = font.units_per_em();
        let painted = FontData::new(Blob::new(Arc::new(bytes)), 0);
        Some(Self { font, painted, shaping: ShaperData::new(&file), file, units_per_em })
    }

    fn has(&self, cluster: &str) -> bool {
        let charmap = self.file.charmap();
        cluster.chars().all(|character| charmap.map(character).is_some())
    }

    pub fn shape(&self, text: &str) -> Shaped {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = self.shaping.shaper(&self.file).build().shape(buffer, ShapeOptions::new());
        let em = |units: i32| units as f32 / self.units_per_em;
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let mut width = 0.0;
        let mut glyphs = Vec::with_capacity(starts.len());
        for ((info, position), start) in
            shaped.glyph_infos().iter().zip(shaped.glyph_positions()).zip(starts.iter().copied())
        {
            let end = starts.iter().copied().filter(|next| *next > start).min().unwrap_or(text.len());
            width += em(position.x_advance);
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                em(position.x_advance),
                em(position.x_offset),
                em(position.y_offset),
                em(position.y_advance),
                start..end,
                None,
            ));
        }
        Shaped { glyphs, width }
    }
}
