//! The look of papers: all lengths, sizes and colours. Lengths are in points.

use super::setting::faces::FontWeight;

/// A4, in points.
pub const PAGE: (f32, f32) = (595.28, 841.89);
/// Left and right.
pub(crate) const MARGIN: f32 = 68.0;
pub(crate) const TOP: f32 = 50.0;
/// The bottom margin: text ends above it, the footer is in it.
pub(crate) const BOTTOM: f32 = 66.0;
pub(crate) const FOOT: f32 = 36.0;
/// The width of the text.
pub const MEASURE: f32 = PAGE.0 - 2.0 * MARGIN;

pub(crate) const GAP: f32 = 4.0;
pub(crate) const COLUMN_GAP: f32 = 14.0;
pub(crate) const PARAGRAPH_GAP: f32 = 7.0;
pub(crate) const SECTION_GAP: f32 = 17.0;
pub(crate) const ROW_PADDING: f32 = 5.5;
pub(crate) const BOX_PADDING: f32 = 12.0;
pub(crate) const HAIRLINE: f32 = 0.5;
pub(crate) const RULE: f32 = 1.0;
pub const LOGO: (f32, f32) = (150.0, 46.0);
/// The height to sign in above the line.
pub(crate) const SIGNATURE: f32 = 34.0;

/// Factors for the usual gaps and sizes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SizeFactors {
    pub gaps: f32,
    pub text: f32,
}

impl SizeFactors {
    pub const ROOMY: Self = Self { gaps: 1.0, text: 1.0 };
    /// Tried in order where a paper overflows its only page; anything tighter would be hard to read.
    pub const TIGHTER: [Self; 3] =
        [Self { gaps: 0.75, text: 1.0 }, Self { gaps: 0.6, text: 0.96 }, Self { gaps: 0.5, text: 0.9 }];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Text,
    Weak,
    Accent,
    Hairline,
    /// Behind the bank details.
    Tint,
}

impl Ink {
    pub(crate) fn rgb(self) -> (u8, u8, u8) {
        match self {
            Self::Text => (0x1b, 0x23, 0x29),
            Self::Weak => (0x5b, 0x68, 0x72),
            Self::Accent => (0x1f, 0x6f, 0x9f),
            Self::Hairline => (0xc9, 0xd1, 0xd7),
            Self::Tint => (0xf4, 0xf6, 0xf8),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    pub size: f32,
    pub weight: FontWeight,
    pub ink: Ink,
    /// From baseline to baseline.
    pub leading: f32,
}

const fn style(size: f32, weight: FontWeight, ink: Ink, leading: f32) -> Style {
    Style { size, weight, ink, leading }
}

pub const BODY: Style = style(10.0, FontWeight::Regular, Ink::Text, 14.5);
pub(crate) const STRONG: Style = style(10.0, FontWeight::Bold, Ink::Text, 14.5);
pub const COMPANY: Style = style(12.0, FontWeight::Bold, Ink::Text, 16.0);
pub const SMALL: Style = style(8.5, FontWeight::Regular, Ink::Weak, 12.0);
pub(crate) const TITLE: Style = style(19.0, FontWeight::Bold, Ink::Text, 25.0);
pub(crate) const SUBTITLE: Style = style(10.0, FontWeight::Regular, Ink::Weak, 14.5);
pub(crate) const HEADING: Style = style(10.5, FontWeight::Bold, Ink::Accent, 15.0);
pub(crate) const LABEL: Style = style(9.0, FontWeight::Regular, Ink::Weak, 13.5);
pub(crate) const VALUE: Style = style(9.0, FontWeight::Regular, Ink::Text, 13.5);
pub(crate) const COLUMN_HEAD: Style = style(8.5, FontWeight::Bold, Ink::Weak, 12.0);
pub(crate) const CELL: Style = style(9.5, FontWeight::Regular, Ink::Text, 13.0);
pub(crate) const CELL_WEAK: Style = style(9.5, FontWeight::Regular, Ink::Weak, 13.0);
pub(crate) const CELL_STRONG: Style = style(9.5, FontWeight::Bold, Ink::Text, 13.0);

impl Style {
    /// The same style, smaller or larger.
    pub(crate) fn scaled(self, by: f32) -> Self {
        Self { size: self.size * by, leading: self.leading * by, ..self }
    }

    /// From the top of a line to its baseline, with the letters vertically centred.
    pub(crate) fn rise(self) -> f32 {
        self.leading * 0.5 + self.size * 0.36
    }
}
