//! The fields of one deal that differ: ours and theirs side by side, each a button.

use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, Galley, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use std::sync::Arc;

use super::list::names;
use crate::domain::versions::fields::{FieldDifference, Keep};
use crate::domain::versions::three_way::{Conflict, ConflictChoice};
use crate::text::window::files::compare;
use crate::ui::cx::Cx;
use crate::ui::widgets::{chip, gap_below, gap_beside, section, weak};
use crate::ui::{theme, tokens};

/// At most this many entries of a list are shown.
const MOST_LINES: usize = 8;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, conflict: &Conflict, choice: &mut ConflictChoice, in_file: &str) {
    ui.set_max_width(ui.available_width().min(tokens::CONTENT));
    let (name, about) = names(cx, conflict);
    section(ui, &name);
    if !about.is_empty() {
        weak(ui, &about);
    }
    ui.add_space(tokens::S);
    quick(ui, cx, conflict, choice);
    ui.add_space(tokens::M);
    match conflict {
        Conflict::Deal { ours: Some(_), theirs: None, .. } => gone(ui, cx, in_file),
        Conflict::Deal { ours: None, theirs: Some(_), .. } => gone(ui, cx, cx.text.merge.here),
        Conflict::Deal { .. } | Conflict::Settings(_) | Conflict::Library(_) => {
            let fields = conflict.fields();
            let mut payments = 0;
            for (place, (difference, _)) in fields.iter().enumerate() {
                payments += usize::from(difference.field.is_payment());
                let label = match difference.field.is_payment() {
                    true => (cx.text.merge.payment)(payments),
                    false => compare::label(&difference.field, cx.text),
                };
                let clicked = field(ui, cx, difference, &label, kept(choice, place), in_file);
                if let Some(side) = clicked {
                    pick(choice, fields.len(), place, side);
                }
            }
        }
    }
}

/// Buttons that choose one side for all fields.
fn quick(ui: &mut Ui, cx: &Cx<'_>, conflict: &Conflict, choice: &mut ConflictChoice) {
    let words = &cx.text.merge;
    let is_field_by_field = matches!(choice, ConflictChoice::Fields(_));
    let two_deals = matches!(conflict, Conflict::Deal { ours: Some(_), theirs: Some(_), .. });
    ui.horizontal_wrapped(|ui| {
        if chip(ui, words.ours, *choice == ConflictChoice::Ours).clicked() {
            *choice = ConflictChoice::Ours;
        }
        if chip(ui, words.theirs, *choice == ConflictChoice::Theirs).clicked() {
            *choice = ConflictChoice::Theirs;
        }
        if !conflict.fields().is_empty() && chip(ui, words.by_field, is_field_by_field).clicked() {
            *choice = conflict.suggested();
        }
        if two_deals && chip(ui, words.both, *choice == ConflictChoice::Both).clicked() {
            *choice = ConflictChoice::Both;
        }
    });
}

fn gone(ui: &mut Ui, cx: &Cx<'_>, side: &str) {
    weak(ui, &(cx.text.backups.line)(side, cx.text.merge.removed));
}

fn kept(choice: &ConflictChoice, place: usize) -> Option<Keep> {
    match choice {
        ConflictChoice::Ours => Some(Keep::Ours),
        ConflictChoice::Theirs => Some(Keep::Theirs),
        ConflictChoice::Fields(picks) => picks.get(place).copied(),
        ConflictChoice::Both => None,
    }
}

/// One field; returns the side that was clicked.
fn field(
    ui: &mut Ui,
    cx: &Cx<'_>,
    difference: &FieldDifference,
    label: &str,
    kept: Option<Keep>,
    in_file: &str,
) -> Option<Keep> {
    section(ui, label);
    let narrow = ui.available_width() < tokens::STRIP;
    let width =
        if narrow { ui.available_width() } else { ((ui.available_width() - tokens::S) / 2.0).floor() };
    let sides = [(Keep::Ours, cx.text.merge.here), (Keep::Theirs, in_file)];
    let laid = sides.map(|(side, name)| (side, name, lay_out(ui, cx, difference, side, name, width)));
    let tallest = laid.iter().map(|(_, _, galley)| galley.size().y).fold(0.0, f32::max);
    let mut clicked = None;
    ui.horizontal_wrapped(|ui| {
        gap_beside(ui, tokens::S);
        gap_below(ui, tokens::S);
        for (side, name, galley) in laid {
            let height = if narrow { galley.size().y } else { tallest };
            let chosen = kept.is_some_and(|kept| kept == side || kept == Keep::Both);
            let size = vec2(width, height + tokens::both(tokens::S));
            if value(ui, cx, galley, size, chosen, &format!("{label}: {name}")).clicked() {
                clicked = Some(side);
            }
        }
    });
    let words = &cx.text.merge;
    let both = if difference.field.is_payment() { words.two_payments } else { words.both_lists };
    if difference.can_unite() && chip(ui, both, kept == Some(Keep::Both)).clicked() {
        clicked = Some(Keep::Both);
    }
    ui.add_space(tokens::M);
    clicked
}

/// Chooses a side for one field; the other fields keep the side chosen for all.
fn pick(choice: &mut ConflictChoice, fields: usize, place: usize, side: Keep) {
    let mut picks = match choice {
        ConflictChoice::Fields(picks) => std::mem::take(picks),
        ConflictChoice::Theirs => vec![Keep::Theirs; fields],
        ConflictChoice::Ours | ConflictChoice::Both => vec![Keep::Ours; fields],
    };
    if let Some(picked) = picks.get_mut(place) {
        *picked = side;
    }
    *choice = ConflictChoice::Fields(picks);
}

/// The name of the side and its value: of a list, only the entries that the other side lacks.
fn lay_out(
    ui: &Ui,
    cx: &Cx<'_>,
    difference: &FieldDifference,
    side: Keep,
    name: &str,
    width: f32,
) -> Arc<Galley> {
    let words = &cx.text.merge;
    let mut lines = compare::side(difference, side, cx.text);
    let hidden = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    lines.extend((hidden > 0).then(|| (words.more)(hidden)));
    let (text, ink) = match lines.is_empty() {
        true if difference.field.is_payment() => (words.no_payment.to_owned(), cx.palette.weak_text),
        true => (words.empty.to_owned(), cx.palette.weak_text),
        false => (lines.join("\n"), cx.palette.text),
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width - tokens::both(tokens::M);
    let format = |size, color| TextFormat {
        font_id: theme::font(size),
        color,
        line_height: Some(tokens::LEADING),
        ..TextFormat::default()
    };
    let small = format(tokens::SMALL, cx.palette.weak_text);
    job.append(&format!("{name}\n"), 0.0, small);
    job.append(&text, 0.0, format(tokens::BODY, ink));
    ui.painter().layout_job(job)
}

/// One side's value as a button.
fn value(
    ui: &mut Ui,
    cx: &Cx<'_>,
    galley: Arc<Galley>,
    size: egui::Vec2,
    chosen: bool,
    name: &str,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(Role::RadioButton, true, chosen, name);
        info.current_text_value = Some(galley.text().to_owned());
        info
    });
    let pointed = response.hovered() || response.has_focus();
    let (fill, line) = match (chosen, pointed) {
        (true, _) => (cx.palette.selection, Stroke::new(tokens::MARK, cx.palette.accent)),
        (false, true) => (cx.palette.sunken, Stroke::new(tokens::LINE, cx.palette.hairline)),
        (false, false) => (cx.palette.surface, Stroke::new(tokens::LINE, cx.palette.hairline)),
    };
    ui.painter().rect(rect, CornerRadius::same(tokens::RADIUS), fill, line, StrokeKind::Inside);
    let at = rect.left_top() + vec2(tokens::M, tokens::S);
    ui.painter().galley(at, galley, cx.palette.text);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
