//! Cards, headings, notes and other layout helpers.

use egui::{CornerRadius, Frame, Label, Margin, Response, RichText, Stroke, Ui};

use super::button::primary;
use super::fields::writing::changing;
use crate::text::visible::beginning;
use crate::ui::theme::palette;
use crate::ui::{theme, tokens};

/// A surface with a hairline around it.
pub fn card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    surface(ui).inner_margin(Margin::same(card_margin(ui))).show(ui, add).inner
}

/// A card with narrow margins, as wide as there is room: what is below it stays visible.
pub fn well<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = surface(ui).inner_margin(Margin::same(12));
    frame.show(ui, |ui| filling(ui, add)).inner
}

/// The same without margins, for rows that reach from border to border.
pub fn sheet<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    surface(ui).show(ui, |ui| filling(ui, add)).inner
}

fn surface(ui: &Ui) -> Frame {
    let palette = palette(ui.ctx());
    Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(tokens::LINE, palette.hairline))
        .corner_radius(CornerRadius::same(tokens::RADIUS))
}

fn filling<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.set_width(ui.available_width());
    add(ui)
}

/// A card as wide as there is room, however little it holds.
pub fn wide_card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    card(ui, |ui| filling(ui, add))
}

/// A line between two parts.
pub fn rule(ui: &mut Ui) {
    ui.separator();
}

/// The space inside a card: less in a window that is only a strip.
fn card_margin(ui: &Ui) -> i8 {
    if ui.ctx().content_rect().width() < tokens::STRIP_BELOW { 12 } else { 24 }
}

/// What the margins and borders of a card take of its width or height.
pub fn around_card(ui: &Ui) -> f32 {
    tokens::both(f32::from(card_margin(ui)) + tokens::LINE)
}

/// A column at most `widest` points wide, to stay comfortable to read in a wide window.
pub fn column<R>(ui: &mut Ui, widest: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.set_max_width(ui.available_width().min(widest));
        add(ui)
    })
    .inner
}

/// A page that may be taller than the window; its scroll bar is in the margin, next to the content.
pub fn scrolled<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().scroll.bar_outer_margin = -(tokens::S + tokens::LINE);
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, add).inner
    })
    .inner
}

/// The same for a page with a `bottom_bar`: at most as wide as content gets.
pub fn scrolled_content<R>(ui: &mut Ui, id: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let width = ui.available_width().min(tokens::CONTENT);
    let room = ui.available_rect_before_wrap();
    let with_margin = room.with_max_x(room.right() + tokens::M);
    let mut beside = ui.new_child(egui::UiBuilder::new().max_rect(with_margin));
    let area = egui::ScrollArea::vertical().id_salt(id).auto_shrink(false);
    area.show(&mut beside, |ui| column(ui, width, add)).inner
}

/// What stays visible below a page: its primary action and what it is about.
pub fn bottom_bar<R>(ui: &mut Ui, id: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().inner_margin(Margin { top: 12, ..Margin::ZERO });
    egui::Panel::bottom(egui::Id::unique(id))
        .frame(frame)
        .show_separator_line(false)
        .resizable(false)
        .show(ui, add)
        .inner
}

/// The title of a page.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(bold(ui, text).size(tokens::TITLE)).wrap())
}

/// The title of a part of a page.
pub fn section(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(bold(ui, text)).wrap())
}

/// A title may be a name.
fn bold(ui: &Ui, text: &str) -> RichText {
    RichText::new(text).family(theme::bold_name(text)).color(palette(ui.ctx()).text)
}

/// Weak running text.
pub fn weak(ui: &mut Ui, text: &str) -> Response {
    wrapped(ui, RichText::new(shortened(text)).color(palette(ui.ctx()).weak_text))
}

/// Weak small print.
pub fn note(ui: &mut Ui, text: &str) -> Response {
    wrapped(ui, RichText::new(shortened(text)).size(tokens::SMALL).color(palette(ui.ctx()).weak_text))
}

/// Cuts long user text: more than this is not laid out for display.
pub fn shortened(text: &str) -> std::borrow::Cow<'_, str> {
    beginning(text, 4_000).map_or(text.into(), Into::into)
}

/// Running text at a comfortable line height.
pub fn wrapped(ui: &mut Ui, text: RichText) -> Response {
    ui.add(Label::new(text).wrap())
}

/// One sentence about what belongs here, and the one button that starts it; true when that was clicked.
pub fn empty_state(ui: &mut Ui, icon: char, sentence: &str, start: Option<&str>) -> bool {
    let mut started = false;
    ui.vertical_centered(|ui| {
        ui.add_space(tokens::EMPTY_ABOVE);
        ui.label(RichText::new(icon).size(tokens::XXL).color(palette(ui.ctx()).weak_text));
        ui.add_space(tokens::S);
        ui.set_max_width(tokens::MEASURE.min(ui.available_width()));
        weak(ui, sentence);
        if let Some(start) = start {
            ui.add_space(tokens::M);
            started = changing(ui, |ui| primary(ui, None, start)).clicked();
        }
    });
    started
}

/// Cells side by side, three where there is room, else one below the other.
pub fn row<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(tokens::M, tokens::S);
        // From the top: a cell with a sentence below its field must not push its neighbours down.
        let layout = egui::Layout::left_to_right(egui::Align::Min).with_main_wrap(true);
        ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), 0.0), layout, |ui| {
            ui.set_row_height(0.0);
            add(ui)
        })
        .inner
    })
    .inner
}

/// Links side by side, aligned with the text above and below them.
pub fn links<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = 0.0;
        ui.spacing_mut().item_spacing = egui::vec2(tokens::L, 0.0);
        ui.horizontal_wrapped(add).inner
    })
    .inner
}

/// A check box; the response is marked as changed when it was clicked.
pub fn tick(ui: &mut Ui, ticked: bool, label: &str) -> Response {
    let palette = palette(ui.ctx());
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            // Makes an empty box visible.
            state.bg_stroke = Stroke::new(tokens::LINE, palette.weak_text);
            state.fg_stroke = Stroke::new(tokens::MARK, palette.accent);
        }
        let mut state = ticked;
        ui.checkbox(&mut state, RichText::new(label).color(palette.text))
    })
    .inner
}

/// One cell of a `row`, with its content from the top.
pub fn cell<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    cell_of(ui, 3.0, add)
}

/// One cell of a `row` that holds `across` of them where there is room.
pub fn cell_of<R>(ui: &mut Ui, across: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.max_rect().width();
    let across = if room < 480.0 { 1.0 } else { across };
    cell_of_width(ui, ((room - (across - 1.0) * tokens::M) / across).floor(), add)
}

/// One cell of a `row` with this width in points.
pub fn cell_of_width<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui_with_layout(
        egui::vec2(width, tokens::CONTROL),
        egui::Layout::top_down(egui::Align::LEFT),
        |ui| {
            ui.set_width(width);
            add(ui)
        },
    )
    .inner
}

/// A window so low that what is worked on needs every line.
pub fn is_low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < tokens::LOW_BELOW
}

/// A strip beside the mail: one thing below the other.
pub fn is_strip(ui: &Ui) -> bool {
    ui.max_rect().width() < tokens::STRIP
}
