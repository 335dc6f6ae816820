//! The only place with colours, lengths and type sizes: about thirty tokens, named by role.
#![allow(clippy::disallowed_methods, reason = "colours are made here and nowhere else")]

use egui::Color32;

use crate::domain::today::turn::Temperature;

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    pub dark: bool,
    /// The window background.
    pub ground: Color32,
    /// Cards, bars, the list.
    pub surface: Color32,
    /// Recessed areas inside a surface: search, empty bars, hover.
    pub sunken: Color32,
    pub hairline: Color32,
    pub text: Color32,
    pub weak_text: Color32,
    /// The one primary action of a screen, and focus.
    pub accent: Color32,
    pub on_accent: Color32,
    /// Accent pressed or hovered.
    pub accent_strong: Color32,
    pub selection: Color32,
    pub warm: Tint,
    pub cooling: Tint,
    pub cold: Tint,
    pub frozen: Tint,
    /// Overdue money and lost data only.
    pub danger: Tint,
}

/// A text colour and its background tint.
#[derive(Clone, Copy, Debug)]
pub struct Tint {
    pub ink: Color32,
    pub tint: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn tint(ink: u32, tint: u32) -> Tint {
    Tint { ink: rgb(ink), tint: rgb(tint) }
}

pub const LIGHT: Palette = Palette {
    dark: false,
    ground: rgb(0xf6f7f8),
    surface: rgb(0xffffff),
    sunken: rgb(0xeef1f3),
    hairline: rgb(0xdfe4e8),
    text: rgb(0x1b2329),
    weak_text: rgb(0x5b6872),
    accent: rgb(0x1f6f9f),
    on_accent: rgb(0xffffff),
    accent_strong: rgb(0x185a82),
    selection: rgb(0xe3eff6),
    warm: tint(0x8f5c00, 0xfdf1d8),
    cooling: tint(0x0f766e, 0xdcf3ef),
    cold: tint(0x1f5fbf, 0xe0ebfb),
    frozen: tint(0x4a3fb0, 0xe8e6fa),
    danger: tint(0xb3261e, 0xfbe4e2),
};

pub const DARK: Palette = Palette {
    dark: true,
    ground: rgb(0x14191d),
    surface: rgb(0x1b2227),
    sunken: rgb(0x242c32),
    hairline: rgb(0x2f3940),
    text: rgb(0xe6ebee),
    weak_text: rgb(0x9aa8b2),
    accent: rgb(0x5fb0df),
    on_accent: rgb(0x0d1215),
    accent_strong: rgb(0x7cc0e6),
    selection: rgb(0x1d3442),
    warm: tint(0xe6b450, 0x3a2f17),
    cooling: tint(0x4fc7b8, 0x16362f),
    cold: tint(0x7fb0f5, 0x1b2c45),
    frozen: tint(0xa9a1f2, 0x2a2748),
    danger: tint(0xf28b82, 0x45211f),
};

impl Palette {
    /// Text on a dimmed window.
    pub(crate) fn on_dimmed(&self) -> Color32 {
        Color32::WHITE
    }

    pub fn temperature(&self, temperature: Temperature) -> Tint {
        match temperature {
            Temperature::Warm => self.warm,
            Temperature::Cooling => self.cooling,
            Temperature::Cold => self.cold,
            Temperature::Frozen => self.frozen,
        }
    }
}

/// Fully transparent.
pub(crate) const CLEAR: Color32 = Color32::TRANSPARENT;

/// Dims the window behind the palette.
pub(crate) fn dimmed(dark: bool) -> Color32 {
    Color32::from_black_alpha(if dark { 140 } else { 70 })
}

/// A faint shadow under floating areas.
pub(crate) const SHADOW: egui::Shadow =
    egui::Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(40) };

// The 4-point grid, and half a step of it between lines that belong together.
pub(crate) const XXS: f32 = 2.0;
pub(crate) const XS: f32 = 4.0;
pub(crate) const S: f32 = 8.0;
pub(crate) const M: f32 = 12.0;
pub(crate) const L: f32 = 16.0;
pub(crate) const XL: f32 = 24.0;
pub(crate) const XXL: f32 = 32.0;

/// What a padding takes on both sides together.
pub const fn both(padding: f32) -> f32 {
    2.0 * padding
}

/// Corner radius of everything that has corners.
pub(crate) const RADIUS: u8 = 6;
/// Corner radius of a mark inside a line of text.
pub(crate) const RADIUS_IN_LINE: u8 = 3;
/// Width of a hairline.
pub(crate) const LINE: f32 = 1.0;
/// Width of a focus ring and of the mark beside a selected row.
pub(crate) const MARK: f32 = 2.0;
/// Height of buttons, fields and table rows.
pub(crate) const CONTROL: f32 = 32.0;
/// Width of two icon buttons side by side.
pub(crate) const TWO_ICONS: f32 = 2.0 * CONTROL;
/// Height of an answer to a question.
pub(crate) const ANSWER: f32 = 40.0;
/// Height of a list row with two lines.
pub const ROW: f32 = 56.0;
/// Height of a group's heading in the list.
pub(crate) const GROUP: f32 = 40.0;
/// Height of a caption above a field, with the gap between the two.
pub(crate) const CAPTION: f32 = SMALL + S;
/// Height of the bar of actions below a page.
pub(crate) const BAR: f32 = CONTROL + XS;
/// The least height of a part that fills the room it has.
pub(crate) const LOWEST: f32 = 3.0 * CONTROL;
/// The greatest height of a menu that scrolls.
pub(crate) const MENU_TALLEST: f32 = 12.0 * CONTROL;
/// Space above and below a menu that may be as tall as the window.
pub(crate) const MENU_AROUND: f32 = 2.0 * TOP_BAR;
/// Space left and right of a dialog in a narrow window.
pub(crate) const DIALOG_AROUND: f32 = 2.0 * XXL;
/// Space above the one sentence of a page that has nothing to show yet.
pub(crate) const EMPTY_ABOVE: f32 = 2.0 * XXL;
/// Height of the bar at the top.
pub(crate) const TOP_BAR: f32 = 48.0;
/// Width of the deal list.
pub const LIST: f32 = 376.0;
/// Width of the deal list beside a narrow detail.
pub(crate) const LIST_NARROW: f32 = 304.0;
/// Below this width, the list and the deal are no longer side by side.
pub(crate) const STRIP_BELOW: f32 = 720.0;
/// Content narrower than this is a strip, with everything stacked.
pub const STRIP: f32 = 520.0;
/// Below this width the list is narrow.
pub(crate) const NARROW_BELOW: f32 = 1_160.0;
/// Below this height, margins are narrow.
pub(crate) const LOW_BELOW: f32 = 700.0;
/// Width of a menu in which something is chosen.
pub(crate) const MENU: f32 = 304.0;
/// Width of the search field in the top bar.
pub(crate) const SEARCH: f32 = 440.0;
/// Maximum width of running text: about 75 characters.
pub const MEASURE: f32 = 560.0;
/// Maximum width of the right side's content.
pub(crate) const CONTENT: f32 = 1_040.0;

// Type sizes.
pub const SMALL: f32 = 12.0;
pub const BODY: f32 = 14.0;
pub(crate) const HEADING: f32 = 16.0;
pub(crate) const TITLE: f32 = 20.0;
pub(crate) const DISPLAY: f32 = 28.0;
/// Line height of running text.
pub(crate) const LEADING: f32 = 22.0;

/// Seconds that a change of state takes to appear; 0 where the system asks for less motion.
pub(crate) const MOTION: f32 = 0.12;
/// Seconds of pause after which typing is a new undo step.
pub(crate) const TYPING_PAUSE: f64 = 2.0;
/// Seconds that a toast is shown.
pub(crate) const TOAST: f64 = 8.0;
