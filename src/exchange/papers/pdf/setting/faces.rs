//! The faces of papers: which one draws a character, and the shapes of a run.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use harfrust::{BufferClusterLevel, Direction, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::{FontRef, MetadataProvider as _};
use vello_cpu::peniko::{Blob, FontData};

use super::system;
use crate::assets::fonts;
use crate::assets::fonts::PackedFont;

/// Drawn in place of a character that no font has; the caller is told which.
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

/// Shaped glyphs in the face's own order, from left to right; lengths are relative to the font size.
pub struct Shaped {
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
}

/// The first face that has every character: a bundled one, else one of this computer. With `chinese`, punctuation comes
/// from the Chinese face, because it shares code points with narrow Western signs.
pub(crate) fn face_for(cluster: &str, weight: FontWeight, chinese: bool) -> Option<&'static Face> {
    let mut faces = faces(weight).iter().chain(&*REGULAR);
    if chinese && cluster.chars().all(is_wide_in_chinese) {
        return self::faces(weight).iter().rev().find(|face| face.has(cluster));
    }
    faces
        .find(|face| face.has(cluster))
        .or_else(|| packed(cluster).filter(|face| face.has(cluster)))
        .or_else(|| of_system(cluster))
}

/// Whether a face of this weight has it.
pub(crate) fn has_weight(cluster: &str, weight: FontWeight) -> bool {
    weight == FontWeight::Regular || faces(weight).iter().any(|face| face.has(cluster))
}

/// Whether any font has it.
pub fn is_drawn(character: char) -> bool {
    let mut buffer = [0; 4];
    face_for(character.encode_utf8(&mut buffer), FontWeight::Regular, false).is_some()
}

/// The bundled faces of every text, in fallback order.
fn faces(weight: FontWeight) -> &'static [Face] {
    match weight {
        FontWeight::Regular => &REGULAR,
        FontWeight::Bold => &BOLD,
    }
}

static REGULAR: LazyLock<Vec<Face>> = LazyLock::new(|| read(fonts::REGULAR));
static BOLD: LazyLock<Vec<Face>> = LazyLock::new(|| read(fonts::BOLD));

/// Cannot fail: the files are compiled in, and a test uses each of them.
fn read(files: &'static [(&str, &[u8])]) -> Vec<Face> {
    files.iter().filter_map(|(_, bytes)| Face::read(bytes, 0)).collect()
}

/// The face of the first character's script; it is read once.
fn packed(cluster: &str) -> Option<&'static Face> {
    static READ: Mutex<BTreeMap<&str, Option<&'static Face>>> = Mutex::new(BTreeMap::new());
    let font = PackedFont::of(cluster.chars().next()?)?;
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    *read.entry(font.name).or_insert_with(|| Face::read(font.bytes(), 0).map(Face::kept))
}

/// A face of this computer; each is read once.
fn of_system(cluster: &str) -> Option<&'static Face> {
    static READ: Mutex<Vec<&'static Face>> = Mutex::new(Vec::new());
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(face) = read.iter().find(|face| face.has(cluster)) {
        return Some(face);
    }
    let (bytes, index) = system::file_for(cluster)?;
    let face = Face::read(bytes, index)?.kept();
    read.push(face);
    Some(face)
}

fn is_wide_in_chinese(character: char) -> bool {
    matches!(character, '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' | '\u{2026}' | '\u{2014}')
}

impl Face {
    /// `index`: which face of a collection.
    fn read(bytes: &'static [u8], index: u32) -> Option<Self> {
        let file = FontRef::from_index(bytes, index).ok()?;
        let font = Font::new(bytes.into(), index)?;
        let units_per_em = font.units_per_em();
        let painted = FontData::new(Blob::new(Arc::new(bytes)), index);
        Some(Self { font, painted, shaping: ShaperData::new(&file), file, units_per_em })
    }

    /// Kept for as long as the program runs, as the other bundled faces are.
    fn kept(self) -> &'static Self {
        Box::leak(Box::new(self))
    }

    fn has(&self, cluster: &str) -> bool {
        let charmap = self.file.charmap();
        cluster.chars().all(|character| charmap.map(character).is_some())
    }

    pub fn shape(&self, text: &str, direction: Direction) -> Shaped {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        // Marks are glyphs with a text of their own, which a reader of the file gives back as it is.
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        buffer.guess_segment_properties();
        buffer.set_direction(direction);
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
