//! The seller's logo: a PNG or a JPEG inside the document, recognised by its header and not by its name.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// More would make every save of the document slow, and no letterhead needs it.
pub const MOST_BYTES: usize = 256 * 1024;
/// The most of width and of height, in pixels.
pub(crate) const MOST_PIXELS: u32 = 6_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub kind: LogoKind,
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoKind {
    Png,
    Jpeg,
}

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoProblem {
    #[error("the logo has {bytes} bytes; at most {MOST_BYTES} are kept")]
    TooLarge { bytes: usize },
    #[error("the logo is neither a PNG nor a JPEG")]
    NoPicture,
    #[error("the logo has {width} × {height} pixels; at most {MOST_PIXELS} in each direction are drawn")]
    TooManyPixels { width: u32, height: u32 },
    #[error("the picture cannot be drawn")]
    Broken,
}

impl Logo {
    pub fn read(bytes: Vec<u8>) -> Result<Self, LogoProblem> {
        if bytes.len() > MOST_BYTES {
            return Err(LogoProblem::TooLarge { bytes: bytes.len() });
        }
        let png = png_size(&bytes).map(|size| (LogoKind::Png, size));
        let found = png.or_else(|| jpeg_size(&bytes).map(|size| (LogoKind::Jpeg, size)));
        let (kind, (width, height)) = found.ok_or(LogoProblem::NoPicture)?;
        if width == 0 || height == 0 {
            return Err(LogoProblem::Broken);
        }
        if width > MOST_PIXELS || height > MOST_PIXELS {
            return Err(LogoProblem::TooManyPixels { width, height });
        }
        Ok(Self { kind, width, height, bytes })
    }

    /// From the base64 in a document.
    pub fn from_text(text: &str) -> Result<Self, LogoProblem> {
        let bytes = BASE64_STANDARD.decode(text.trim()).map_err(|_not_base64| LogoProblem::NoPicture)?;
        Self::read(bytes)
    }

    /// As base64 for a document.
    pub fn to_text(&self) -> String {
        BASE64_STANDARD.encode(&self.bytes)
    }
}

const PNG: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// The first chunk of a PNG is its header, and begins with width and height.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(&PNG)?.get(4..)?.strip_prefix(b"IHDR")?;
    let number = |from: &[u8]| from.first_chunk().map(|bytes: &[u8; 4]| u32::from_be_bytes(*bytes));
    Some((number(rest)?, number(rest.get(4..)?)?))
}

/// A JPEG is a row of segments; the one that starts the frame has the size.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let (marker, after) = match rest {
            [0xff, 0xff, ..] => {
                rest = rest.get(1..)?;
                continue;
            }
            [0xff, marker, after @ ..] => (*marker, after),
            _ => return None,
        };
        let length = usize::from(u16::from_be_bytes(*after.first_chunk()?));
        if matches!(marker, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf) {
            let side = |from: usize| after.get(from..)?.first_chunk().map(|two| u16::from_be_bytes(*two));
            return Some((u32::from(side(5)?), u32::from(side(3)?)));
        }
        rest = after.get(length..)?;
    }
}
