//! A raster picture, for chats that show pictures but no files.

/// Red, green, blue and alpha of every pixel, row by row; all pixels are opaque.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub rgba: Vec<u8>,
}

const PIXEL: usize = 4;

impl Picture {
    /// Cropped to the content plus `edge` pixels of white; none if the picture is blank.
    pub(crate) fn cropped(&self, edge: usize) -> Option<Self> {
        let line = self.width.checked_mul(PIXEL).filter(|line| *line > 0)?;
        let is_inked = |pixel: &[u8]| pixel.iter().take(3).any(|light| *light < 250);
        let (mut left, mut right) = (self.width, 0_usize);
        let (mut top, mut bottom) = (self.height, 0_usize);
        for (y, pixels) in self.rgba.chunks_exact(line).enumerate() {
            for (x, _) in pixels.chunks_exact(PIXEL).enumerate().filter(|(_, pixel)| is_inked(pixel)) {
                (left, right) = (left.min(x), right.max(x));
                (top, bottom) = (top.min(y), bottom.max(y));
            }
        }
        if left > right {
            return None;
        }
        let from = |inked: usize| inked.saturating_sub(edge);
        let to = |inked: usize, end: usize| inked.saturating_add(edge).saturating_add(1).min(end);
        let (left, right) = (from(left), to(right, self.width));
        let (top, bottom) = (from(top), to(bottom, self.height));
        let mut rgba = Vec::new();
        for pixels in self.rgba.chunks_exact(line).take(bottom).skip(top) {
            rgba.extend(pixels.chunks_exact(PIXEL).take(right).skip(left).flatten());
        }
        Some(Self { width: right.checked_sub(left)?, height: bottom.checked_sub(top)?, rgba })
    }
}
