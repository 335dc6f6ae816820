//! Buttons: primary, quiet, link, icon, chip and tab.

use std::sync::Arc;

use egui::{Atoms, Button, CornerRadius, Response, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::ui::theme::{self, palette};
use crate::ui::{icons, tokens};

/// How prominent a button is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Emphasis {
    /// The one action of the screen.
    Primary,
    Quiet,
    /// No frame until the pointer is on it.
    Bare,
}

/// The one primary action of a screen.
pub fn primary(ui: &mut Ui, icon: Option<char>, label: &str) -> Response {
    button_with(ui, Emphasis::Primary, icon, label, None)
}

/// A quiet button with a frame.
pub fn button(ui: &mut Ui, icon: Option<char>, label: &str) -> Response {
    button_with(ui, Emphasis::Quiet, icon, label, None)
}

/// A button that reads like a link.
pub fn link(ui: &mut Ui, icon: Option<char>, label: &str) -> Response {
    let colour = palette(ui.ctx()).accent;
    let mut atoms = Atoms::default();
    if let Some(icon) = icon {
        atoms.push_right(RichText::new(icon).color(colour));
    }
    atoms.push_right(RichText::new(label).color(colour));
    named(ui, Button::new(atoms).frame_when_inactive(false).gap(tokens::XS), label)
}

/// A document by name and folder; its full path is the accessible name.
pub fn path_link(ui: &mut Ui, path: &std::path::Path) -> Response {
    let palette = palette(ui.ctx());
    let whole = path.display().to_string();
    let name = path.file_name().map_or_else(|| whole.clone(), |name| name.display().to_string());
    let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    let mut atoms = Atoms::default();
    atoms.push_right(RichText::new(name).color(palette.accent));
    atoms.push_right(RichText::new(folder).color(palette.weak_text).size(tokens::SMALL));
    let button = Button::new(atoms).frame_when_inactive(false).gap(tokens::S).truncate();
    named(ui, button, &whole).on_hover_text(whole)
}

/// An icon without text, for universally known actions; the name is its tooltip, too.
pub fn icon_button(ui: &mut Ui, icon: char, name: &str) -> Response {
    let size = Vec2::splat(tokens::CONTROL);
    let glyph = RichText::new(icon).size(tokens::HEADING).color(palette(ui.ctx()).weak_text);
    let bare = Button::new(glyph).frame_when_inactive(false).min_size(size);
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::splat(tokens::XS);
        named(ui, bare, name)
    })
    .inner
    .on_hover_text(name)
}

/// The same for something that is shown or not.
pub(crate) fn icon_toggle(ui: &mut Ui, icon: char, name: &str, on: bool) -> Response {
    let palette = palette(ui.ctx());
    let ink = if on { palette.accent } else { palette.weak_text };
    let glyph = RichText::new(icon).size(tokens::HEADING).color(ink);
    let button = Button::new(glyph).min_size(Vec2::splat(tokens::CONTROL));
    let button = if on { button.fill(palette.selection) } else { button.frame_when_inactive(false) };
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::splat(tokens::XS);
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, name));
        response
    })
    .inner
    .on_hover_text(name)
}

/// A button that shows its shortcut after the text.
pub fn button_with(
    ui: &mut Ui,
    emphasis: Emphasis,
    icon: Option<char>,
    label: &str,
    shortcut: Option<&str>,
) -> Response {
    let palette = palette(ui.ctx());
    let (ink, weak) = match emphasis {
        Emphasis::Primary => (palette.on_accent, palette.on_accent),
        Emphasis::Quiet | Emphasis::Bare => (palette.text, palette.weak_text),
    };
    let mut atoms = Atoms::default();
    if let Some(icon) = icon {
        atoms.push_right(RichText::new(icon).color(ink).size(tokens::HEADING));
    }
    let words = RichText::new(label).color(ink);
    let words = if emphasis == Emphasis::Primary { words.family(theme::bold_name(label)) } else { words };
    atoms.push_right(words);
    if let Some(shortcut) = shortcut {
        atoms.push_right(RichText::new(shortcut).color(weak).size(tokens::SMALL));
    }
    let mut button = Button::new(atoms).gap(tokens::S).min_size(Vec2::new(0.0, tokens::CONTROL));
    // Not in a scope: inside one a button that does not fit would not move to the next line.
    let style = Arc::clone(ui.style());
    if emphasis == Emphasis::Primary {
        ui.spacing_mut().button_padding = Vec2::new(tokens::L, tokens::XS);
        let widgets = &mut ui.visuals_mut().widgets;
        for (state, fill) in [
            (&mut widgets.inactive, palette.accent),
            (&mut widgets.hovered, palette.accent_strong),
            (&mut widgets.active, palette.accent_strong),
            (&mut widgets.open, palette.accent_strong),
        ] {
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::NONE;
        }
    }
    if emphasis == Emphasis::Bare {
        button = button.frame_when_inactive(false);
    }
    let response = named(ui, button, label);
    ui.set_style(style);
    response
}

/// One of several answers, as a pill.
pub fn chip(ui: &mut Ui, label: &str, selected: bool) -> Response {
    let palette = palette(ui.ctx());
    let pill = Button::new(RichText::new(label).color(palette.text))
        .corner_radius(CornerRadius::same(14))
        .min_size(Vec2::new(0.0, 28.0))
        .fill(if selected { palette.selection } else { palette.surface })
        .stroke(Stroke::new(tokens::LINE, if selected { palette.accent } else { palette.hairline }));
    let response = ui.add(pill);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, label));
    response
}

/// A pill to tick off; `name` is its accessible name, to tell several of them apart.
pub(crate) fn tick_chip(ui: &mut Ui, label: &str, name: &str, ticked: bool) -> Response {
    let palette = palette(ui.ctx());
    let mut atoms = Atoms::default();
    if ticked {
        atoms.push_right(RichText::new(icons::CHECK).color(palette.accent));
    }
    atoms.push_right(RichText::new(label).color(if ticked { palette.text } else { palette.weak_text }));
    let pill = Button::new(atoms)
        .gap(tokens::XS)
        .corner_radius(CornerRadius::same(14))
        .min_size(Vec2::new(0.0, 28.0))
        .fill(if ticked { palette.selection } else { palette.surface })
        .stroke(Stroke::new(tokens::LINE, if ticked { palette.accent } else { palette.hairline }));
    let response = ui.add(pill);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), ticked, name));
    response
}

/// A clickable bold line, aligned with the text above and below it; ends in … where there is no room.
pub(crate) fn bare_line(ui: &mut Ui, text: &str) -> Response {
    let padding = std::mem::replace(&mut ui.spacing_mut().button_padding.x, 0.0);
    let line = RichText::new(text).family(theme::bold_name(text)).color(palette(ui.ctx()).text);
    let button = Button::new(line).frame_when_inactive(false).truncate();
    let response = named(ui, button, text).on_hover_cursor(egui::CursorIcon::PointingHand);
    ui.spacing_mut().button_padding.x = padding;
    response
}

/// A tab: bold and underlined where it is the open one.
pub fn tab(ui: &mut Ui, label: &str, open: bool) -> Response {
    let palette = palette(ui.ctx());
    let family = if open { theme::bold() } else { egui::FontFamily::Proportional };
    let colour = if open { palette.text } else { palette.weak_text };
    let font = egui::FontId::new(tokens::BODY, family);
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, colour);
    let size = Vec2::new(galley.size().x, tokens::CONTROL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), open, label));
    let ink = if response.hovered() || response.has_focus() { palette.text } else { colour };
    let at = rect.left_center() - Vec2::new(0.0, galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    if open || response.has_focus() {
        let line = Stroke::new(tokens::MARK, palette.accent);
        ui.painter().hline(rect.x_range(), rect.bottom() - tokens::LINE, line);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Adds a button under its accessible name, which leaves icons and shortcuts out.
fn named(ui: &mut Ui, button: Button<'_>, name: &str) -> Response {
    let response = ui.add(button);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response
}
