//! Menus and drop-down choices.

use egui::style::StyleModifier;
use egui::{
    Align2, Atoms, Button, EventFilter, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, Role,
    Sense, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::elide::{elided, paint_line, text_width};
use super::fields::caption;
use super::fields::writing::{changing, marked, may_change, why_not};
use crate::ui::theme::palette;
use crate::ui::{icons, theme, tokens};

/// The least height of a menu, however little room there is.
const SHORTEST: f32 = 4.0 * tokens::CONTROL;

/// A button that opens a menu.
pub fn menu_button(
    ui: &mut Ui,
    icon: Option<char>,
    label: &str,
    framed: bool,
    add: impl FnOnce(&mut Ui),
) -> Response {
    let response = opener(ui, icon, label, framed);
    menu_under(ui, &response, add);
    response
}

/// The menu that this control opens.
pub fn menu_under(ui: &Ui, opener: &Response, add: impl FnOnce(&mut Ui)) {
    let why_not = why_not(ui);
    Popup::menu(opener).show(|ui| {
        ui.set_min_width(180.0);
        marked(ui, why_not, add);
    });
}

/// One of the values to choose from in a menu.
pub fn menu_item(ui: &mut Ui, chosen: bool, label: &str) -> Response {
    ui.selectable_label(chosen, label)
}

/// An entry of a menu that does something.
pub fn menu_command(ui: &mut Ui, label: &str) -> Response {
    ui.button(label)
}

/// What the entries below it are about.
pub fn menu_title(ui: &mut Ui, title: &str) {
    ui.label(caption(ui, title));
}

/// Moves through the entries of an open menu with the arrow keys, from the first one on.
pub(crate) fn walk_menu(ui: &Ui, entries: &[Response]) {
    let open: Vec<&Response> = entries.iter().filter(|entry| entry.enabled()).collect();
    let focused = open.iter().position(|entry| entry.has_focus());
    for entry in &open {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        // Without the lock egui would move the focus, too, and to what is nearest behind the menu.
        ui.memory_mut(|memory| memory.set_focus_lock_filter(entry.id, arrows));
        if entry.gained_focus() {
            entry.scroll_to_me(None);
        }
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
    let next = match focused {
        None => Some(0).filter(|_| down || up),
        Some(at) if down => at.checked_add(1),
        Some(at) if up => at.checked_sub(1),
        Some(_) => None,
    };
    if let Some(entry) = next.and_then(|at| open.get(at)) {
        entry.request_focus();
    }
}

/// A button that opens a menu with controls inside; it stays open until one of its commands closes it.
pub fn menu_of_choices(ui: &mut Ui, icon: Option<char>, label: &str, add: impl FnOnce(&mut Ui)) -> Response {
    let response = opener(ui, icon, label, true);
    let why_not = why_not(ui);
    let popup = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| marked(ui, why_not, add));
    response
}

fn opener(ui: &mut Ui, icon: Option<char>, label: &str, framed: bool) -> Response {
    let palette = palette(ui.ctx());
    let ink = if framed { palette.text } else { palette.weak_text };
    let mut atoms = Atoms::default();
    if let Some(icon) = icon {
        atoms.push_right(RichText::new(icon).color(ink).size(tokens::HEADING));
    }
    atoms.push_right(RichText::new(label).color(ink));
    atoms.push_right(RichText::new(icons::CARET_DOWN).color(ink).size(tokens::SMALL));
    let button = Button::new(atoms).gap(tokens::S).min_size(Vec2::new(0.0, tokens::CONTROL));
    let response = ui.add(if framed { button } else { button.frame_when_inactive(false) });
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    response
}

/// The maximum height of a menu that opens below or above a control of the usual height whose top is at `top`.
pub fn room_for_menu(ui: &Ui, top: f32) -> f32 {
    let screen = ui.ctx().content_rect();
    let above = top - screen.top();
    let below = screen.bottom() - top - tokens::CONTROL;
    (above.max(below) - tokens::both(tokens::S + tokens::LINE) - tokens::XS).max(SHORTEST)
}

/// Always shows the scroll bar, so that a menu shows at once that there is more.
pub fn with_visible_bar(style: &mut egui::Style) {
    let scroll = &mut style.spacing.scroll;
    scroll.floating_width = tokens::XS;
    scroll.floating_allocated_width = tokens::S;
    scroll.dormant_handle_opacity = 0.5;
    scroll.active_handle_opacity = 0.5;
}

/// One of a few values, with its label above; returns the newly chosen one.
pub fn choice<T: Copy + PartialEq>(ui: &mut Ui, label: &str, chosen: T, all: &[(T, String)]) -> Option<T> {
    let shown = all.iter().find(|(value, _)| *value == chosen).map_or("", |(_, name)| name.as_str());
    drop_down(ui, label, shown, |ui| {
        let mut picked = None;
        for (value, name) in all {
            if menu_item(ui, *value == chosen, name).clicked() && *value != chosen {
                picked = Some(*value);
            }
        }
        picked
    })
}

/// A value that can be chosen, with an example of what it gives.
pub(crate) struct Offer<T> {
    pub value: T,
    pub name: String,
    pub example: String,
}

/// The same, where the example tells more than the name.
pub(crate) fn choice_by_example<T: Copy + PartialEq>(
    ui: &mut Ui,
    label: &str,
    chosen: T,
    all: &[Offer<T>],
) -> Option<T> {
    let shown = all.iter().find(|offer| offer.value == chosen).map_or("", |offer| offer.name.as_str());
    drop_down(ui, label, shown, |ui| {
        let mut picked = None;
        for offer in all {
            let is_chosen = offer.value == chosen;
            let clicked = match offer.example.is_empty() {
                true => menu_item(ui, is_chosen, &offer.name).clicked(),
                false => item_with_example(ui, is_chosen, &offer.name, &offer.example).clicked(),
            };
            picked = (clicked && !is_chosen).then_some(offer.value).or(picked);
        }
        picked
    })
}

/// The name, and below it the example.
fn item_with_example(ui: &mut Ui, chosen: bool, name: &str, example: &str) -> Response {
    let palette = palette(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens::ROW), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(Role::Button, true, chosen, name);
        info.current_text_value = Some(example.to_owned());
        info
    });
    if chosen || response.hovered() || response.has_focus() {
        let fill = if chosen { palette.selection } else { palette.sunken };
        ui.painter().rect_filled(rect, tokens::RADIUS, fill);
    }
    let width = rect.width() - tokens::both(tokens::S);
    let at = |y: f32| pos2(rect.left() + tokens::S, rect.top() + y);
    let proportional = egui::FontFamily::Proportional;
    let example = drawable(ui, example);
    let title = elided(ui, name, tokens::BODY, proportional.clone(), palette.text, width);
    paint_line(ui, title, at(19.0), Align2::LEFT_CENTER);
    let below = elided(ui, &example, tokens::SMALL, proportional, palette.weak_text, width);
    paint_line(ui, below, at(38.0), Align2::LEFT_CENTER);
    response
}

/// What no font can draw becomes a question mark: a wrong reading may hold anything.
fn drawable(ui: &Ui, text: &str) -> String {
    let font = theme::font(tokens::SMALL);
    ui.fonts_mut(|fonts| {
        text.chars().map(|sign| if fonts.has_glyph(&font, sign) { sign } else { '?' }).collect()
    })
}

/// A control that shows a value, and opens a list of others below its label.
fn drop_down<T>(
    ui: &mut Ui,
    label: &str,
    shown: &str,
    items: impl FnOnce(&mut Ui) -> Option<T>,
) -> Option<T> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = tokens::XS;
        ui.label(caption(ui, label));
        let width = ui.available_width();
        let mut picked = None;
        let combo = egui::ComboBox::from_id_salt(label).selected_text(shown).width(width).truncate();
        let room = room_for_menu(ui, ui.cursor().top());
        let combo = combo.height(room).popup_style(StyleModifier::from(with_visible_bar)).icon(
            |ui, rect, visuals, _open| {
                let font = theme::font(tokens::SMALL);
                let ink = visuals.fg_stroke.color;
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, icons::CARET_DOWN, font, ink);
            },
        );
        let combo = |ui: &mut Ui| {
            let shown = combo.show_ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                picked = items(ui);
            });
            shown.response
        };
        let response = changing(ui, combo);
        let enabled = ui.is_enabled() && may_change(ui);
        if text_width(ui, shown) > width - tokens::both(tokens::M) - tokens::S - tokens::L {
            response.clone().on_hover_text(shown);
        }
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, enabled, label);
            info.current_text_value = Some(shown.to_owned());
            info
        });
        picked
    })
    .inner
}
