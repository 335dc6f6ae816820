//! A page of a PDF as a picture, for chats that show pictures and no files.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::peniko::ImageAlphaType;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// Red, green, blue and alpha of every pixel, line by line; nothing of it is transparent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub rgba: Vec<u8>,
}

/// Pixels for a point: sharp on a phone.
const SCALE: f32 = 2.0;
/// White around the content, in pixels.
const EDGE: usize = 48;
const PIXEL: usize = 4;

/// The first page, without the white around what stands on it; none where it cannot be drawn.
pub fn first_page(pdf: &[u8]) -> Option<Picture> {
    let pdf = Pdf::new(pdf.to_vec()).ok()?;
    let pages = pdf.pages();
    let page = pages.first()?;
    let look = PixmapSettings { x_scale: SCALE, y_scale: SCALE, bg_color: WHITE };
    let settings = (InterpreterSettings::default(), RenderSettings::default());
    let drawn = render(page, &RenderCache::new(), &settings.0, &settings.1, &look);
    let (width, height) = (usize::from(drawn.width()), usize::from(drawn.height()));
    cropped(&Picture { width, height, rgba: drawn.take_rgba8(ImageAlphaType::Alpha) })
}

fn cropped(page: &Picture) -> Option<Picture> {
    let line = page.width.checked_mul(PIXEL).filter(|line| *line > 0)?;
    let is_inked = |pixel: &[u8]| pixel.iter().take(3).any(|light| *light < 250);
    let (mut left, mut right) = (page.width, 0_usize);
    let (mut top, mut bottom) = (page.height, 0_usize);
    for (y, pixels) in page.rgba.chunks_exact(line).enumerate() {
        for (x, _) in pixels.chunks_exact(PIXEL).enumerate().filter(|(_, pixel)| is_inked(pixel)) {
            (left, right) = (left.min(x), right.max(x));
            (top, bottom) = (top.min(y), bottom.max(y));
        }
    }
    if left > right {
        return None;
    }
    let from = |edge: usize| edge.saturating_sub(EDGE);
    let to = |edge: usize, end: usize| edge.saturating_add(EDGE).min(end);
    let (left, right) = (from(left), to(right, page.width));
    let (top, bottom) = (from(top), to(bottom, page.height));
    let mut rgba = Vec::new();
    for pixels in page.rgba.chunks_exact(line).take(bottom).skip(top) {
        rgba.extend(pixels.chunks_exact(PIXEL).take(right).skip(left).flatten());
    }
    Some(Picture { width: right.checked_sub(left)?, height: bottom.checked_sub(top)?, rgba })
}
