//! Paints the first page as a picture, with the same layout as the PDF.

use std::sync::Arc;

use image::imageops::{self, FilterType};
use image::{ImageFormat, RgbaImage};
use vello_cpu::color::{AlphaColor, PremulRgba8, Srgb};
use vello_cpu::kurbo::{Affine, Rect};
use vello_cpu::peniko::{ImageQuality, ImageSampler};
use vello_cpu::{Glyph, Image, ImageSource, Pixmap, RenderContext, Resources};

use super::look;
use super::look::Ink;
use super::page::{Drawn, PageMark, Pages};
use super::setting::lines::TextLine;
use crate::domain::library::logo::{Logo, LogoKind, LogoProblem};
use crate::exchange::papers::picture::Picture;

/// Pixels per point: sharp on a phone.
const SCALE: f32 = 2.0;
/// White margin around the content, in pixels.
const EDGE: usize = 48;

/// The first page, cropped to its content.
pub fn paint(pages: &Pages, logo: Option<&Logo>) -> Result<Picture, LogoProblem> {
    let (width, height) = (pixels(look::PAGE.0), pixels(look::PAGE.1));
    let mut painter = Painter { context: RenderContext::new(width, height), resources: Resources::new() };
    painter.paper(width, height);
    for mark in pages.sheets.iter().take(1).flat_map(|sheet| &sheet.marks) {
        painter.mark(mark, logo)?;
    }
    let page = painter.painted(width, height);
    Ok(page.cropped(EDGE).unwrap_or(page))
}

/// The pixels of a logo, or why it cannot be drawn.
pub fn read(logo: &Logo) -> Result<RgbaImage, LogoProblem> {
    let format = match logo.kind {
        LogoKind::Png => ImageFormat::Png,
        LogoKind::Jpeg => ImageFormat::Jpeg,
    };
    let read = image::load_from_memory_with_format(&logo.bytes, format);
    read.map(|image| image.into_rgba8()).map_err(|_why| LogoProblem::Broken)
}

/// A length in points as whole pixels; page sizes always fit.
fn pixels(points: f32) -> u16 {
    (points * SCALE).round() as u16
}

struct Painter {
    context: RenderContext,
    resources: Resources,
}

impl Painter {
    fn paper(&mut self, width: u16, height: u16) {
        self.context.set_paint(AlphaColor::<Srgb>::WHITE);
        self.context.fill_rect(&Rect::new(0.0, 0.0, width.into(), height.into()));
    }

    fn mark(&mut self, mark: &PageMark, logo: Option<&Logo>) -> Result<(), LogoProblem> {
        self.context.set_transform(Affine::scale(SCALE.into()));
        match (&mark.drawn, logo) {
            (Drawn::Line(line), _) => self.line(mark.x, mark.y, line),
            (Drawn::Block { width, height, ink }, _) => {
                let (x, y) = (f64::from(mark.x), f64::from(mark.y));
                self.ink(*ink);
                self.context.fill_rect(&Rect::new(x, y, x + f64::from(*width), y + f64::from(*height)));
            }
            (Drawn::Logo { width, height }, Some(logo)) => {
                let fitted = fitted(read(logo)?, pixels(*width).max(1), pixels(*height).max(1));
                self.logo(pixels(mark.x), pixels(mark.y), fitted);
            }
            (Drawn::Logo { .. }, None) => {}
        }
        Ok(())
    }

    fn line(&mut self, x: f32, baseline: f32, line: &TextLine) {
        self.ink(line.style.ink);
        let size = line.style.size;
        for run in &line.runs {
            let mut glyphs = Vec::with_capacity(run.glyphs.len());
            let (mut x, mut y) = (x + run.x, baseline);
            for glyph in &run.glyphs {
                let place = (x + glyph.x_offset * size, y - glyph.y_offset * size);
                glyphs.push(Glyph { id: glyph.glyph_id.to_u32(), x: place.0, y: place.1 });
                (x, y) = (x + glyph.x_advance * size, y - glyph.y_advance * size);
            }
            let set = self.context.glyph_run(&mut self.resources, &run.face.painted);
            set.font_size(size).hint(false).fill_glyphs(glyphs.into_iter());
        }
    }

    fn ink(&mut self, ink: Ink) {
        let (red, green, blue) = ink.rgb();
        self.context.set_paint(AlphaColor::<Srgb>::from_rgb8(red, green, blue));
    }

    /// Draws a logo aligned to whole pixels, without scaling.
    fn logo(&mut self, x: u16, y: u16, pixels: Pixmap) {
        let size = Rect::new(0.0, 0.0, pixels.width().into(), pixels.height().into());
        let sampler = ImageSampler::new().with_quality(ImageQuality::Low);
        self.context.set_transform(Affine::translate((f64::from(x), f64::from(y))));
        self.context.set_paint(Image { image: ImageSource::Pixmap(Arc::new(pixels)), sampler });
        self.context.fill_rect(&size);
    }

    fn painted(mut self, width: u16, height: u16) -> Picture {
        let mut page = Pixmap::new(width, height);
        self.context.flush();
        self.context.render(&mut page, &mut self.resources);
        let rgba = page.data_as_u8_slice().to_vec();
        Picture { width: width.into(), height: height.into(), rgba }
    }
}

/// Scales a logo to its painted size; transparent pixels have no weight when pixels are averaged.
fn fitted(mut logo: RgbaImage, width: u16, height: u16) -> Pixmap {
    for pixel in logo.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        pixel.0 =
            AlphaColor::<Srgb>::from_rgba8(red, green, blue, alpha).premultiply().to_rgba8().to_u8_array();
    }
    let fitted = imageops::resize(&logo, width.into(), height.into(), FilterType::Triangle);
    let pixel = |pixel: &image::Rgba<u8>| PremulRgba8::from_u8_array(pixel.0);
    Pixmap::from_parts(fitted.pixels().map(pixel).collect(), width, height)
}
