//! Sets egui's style and fonts from the tokens.
#![allow(clippy::disallowed_methods, reason = "fonts are made here and nowhere else")]

use std::sync::Arc;

use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily};
use egui::style::{ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, Style, TextStyle, Theme,
    Vec2,
};

use super::reading_order;
use super::tokens::{self, DARK, LIGHT, Palette};
use crate::assets::fonts;
use crate::assets::fonts::PackedFont;

/// Fonts and both themes; called once, before the first frame.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(font_definitions());
    ctx.add_font_provider(Arc::new(PackedFonts));
    ctx.on_end_pass("reading order", Arc::new(reading_order::put_in_order));
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_style_of(Theme::Light, style(&LIGHT));
    ctx.set_style_of(Theme::Dark, style(&DARK));
}

/// The palette of the theme that is shown.
pub fn palette(ctx: &egui::Context) -> &'static Palette {
    match ctx.theme() {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

/// Regular text of this size.
pub fn font(size: f32) -> FontId {
    FontId::proportional(size)
}

/// Bold text of this size.
pub(crate) fn bold_font(size: f32) -> FontId {
    FontId::new(size, bold())
}

/// The family of bold text.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// The family of a name in bold; regular where a letter has no bold face, so that the name is of one weight.
pub(crate) fn bold_name(name: &str) -> FontFamily {
    if fonts::is_bold(name) { bold() } else { FontFamily::Proportional }
}

/// The family of filled icons.
pub fn filled() -> FontFamily {
    FontFamily::Name("filled".into())
}

/// The compressed fonts, each unpacked for the first name that needs it.
struct PackedFonts;

impl FontProvider for PackedFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let font = PackedFont::of(request.cluster.chars().next()?)?;
        let family = InsertFontFamily { family: request.family.clone(), priority: FontPriority::Lowest };
        Some(FontInsert::new(font.name, FontData::from_static(font.bytes()), vec![family]))
    }
}

fn font_definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let icons = [fonts::ICONS, fonts::FILLED_ICONS];
    for (name, bytes) in fonts::REGULAR.iter().chain(fonts::BOLD).chain(&icons) {
        definitions.font_data.insert((*name).to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let names =
        |fonts: &[(&str, &[u8])]| fonts.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>();
    let regular = [names(fonts::REGULAR), names(&[fonts::ICONS])].concat();
    let bold_first = [names(fonts::BOLD), regular.clone()].concat();
    let filled_first = [names(&[fonts::FILLED_ICONS]), regular.clone()].concat();
    definitions.families.insert(FontFamily::Proportional, regular.clone());
    definitions.families.insert(FontFamily::Monospace, regular);
    definitions.families.insert(bold(), bold_first);
    definitions.families.insert(filled(), filled_first);
    definitions
}

fn style(palette: &Palette) -> Style {
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, font(tokens::SMALL)),
            (TextStyle::Body, font(tokens::BODY)),
            (TextStyle::Button, font(tokens::BODY)),
            (TextStyle::Monospace, font(tokens::BODY)),
            (TextStyle::Heading, bold_font(tokens::HEADING)),
        ]
        .into(),
        animation_time: tokens::MOTION,
        ..Style::default()
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(tokens::S);
    spacing.button_padding = Vec2::new(tokens::M, tokens::XS);
    spacing.interact_size = Vec2::new(tokens::CONTROL, tokens::CONTROL);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(8);
    spacing.icon_width = tokens::L;
    spacing.icon_width_inner = tokens::S;
    spacing.combo_width = 0.0;
    spacing.tooltip_width = tokens::MEASURE;
    spacing.scroll = ScrollStyle { bar_width: tokens::S, ..ScrollStyle::floating() };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.visuals = visuals(palette);
    style
}

fn visuals(palette: &Palette) -> egui::Visuals {
    let mut visuals = if palette.dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    let radius = CornerRadius::same(tokens::RADIUS);
    visuals.widgets = widgets(palette);
    visuals.selection =
        Selection { bg_fill: palette.selection, stroke: Stroke::new(tokens::LINE, palette.accent) };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(palette.weak_text);
    visuals.hyperlink_color = palette.accent;
    visuals.faint_bg_color = palette.sunken;
    visuals.extreme_bg_color = palette.surface;
    visuals.text_edit_bg_color = Some(palette.surface);
    visuals.code_bg_color = palette.sunken;
    visuals.warn_fg_color = palette.warm.ink;
    visuals.error_fg_color = palette.danger.ink;
    visuals.window_corner_radius = radius;
    visuals.window_shadow = tokens::SHADOW;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(tokens::LINE, palette.hairline);
    visuals.menu_corner_radius = radius;
    visuals.panel_fill = palette.ground;
    visuals.popup_shadow = tokens::SHADOW;
    visuals.text_cursor.stroke = Stroke::new(tokens::MARK, palette.accent);
    // A blinking cursor would repaint an idle window twice a second.
    visuals.text_cursor.blink = false;
    visuals.striped = false;
    visuals
}

fn widgets(palette: &Palette) -> Widgets {
    let state = |fill, line, ink| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(tokens::LINE, line),
        corner_radius: CornerRadius::same(tokens::RADIUS),
        fg_stroke: Stroke::new(tokens::LINE, ink),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(palette.surface, palette.hairline, palette.text),
        inactive: state(palette.surface, palette.hairline, palette.text),
        hovered: state(palette.sunken, palette.hairline, palette.text),
        active: state(palette.selection, palette.accent, palette.text),
        open: state(palette.sunken, palette.hairline, palette.text),
    }
}
