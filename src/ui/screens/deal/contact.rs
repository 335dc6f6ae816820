//! The person we write to, below the buyer: name, address and phone, each copied by a click.

use std::sync::Arc;

use egui::{Align, CursorIcon, FontFamily, Galley, Label, Layout, Role, Sense, Ui, WidgetInfo};

use crate::domain::contact::Contact;
use crate::text::visible::in_one_line;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{elided, gap_beside};

/// The longest value that is shown; a longer one is copied whole all the same.
const LONGEST: usize = 200;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, contact: &Contact, out: &mut Actions) {
    let values = [&contact.name, &contact.email, &contact.phone].map(|value| value.trim());
    let values: Vec<&str> = values.into_iter().filter(|value| !value.is_empty()).collect();
    if values.is_empty() {
        return;
    }
    let room = (ui.available_width() - tokens::M * values.len() as f32).max(0.0);
    let whole: Vec<Arc<Galley>> = values.iter().map(|value| laid_out(ui, cx, value, room)).collect();
    let widths = shared(&whole.iter().map(|value| value.size().x).collect::<Vec<_>>(), room);
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), tokens::XL),
        Layout::left_to_right(Align::Center),
        |ui| {
            gap_beside(ui, tokens::M);
            for (value, width) in values.iter().zip(widths) {
                if copied(ui, cx, value, width) {
                    out.push(Action::CopyText((*value).to_owned()));
                }
            }
        },
    );
}

fn laid_out(ui: &Ui, cx: &Cx<'_>, value: &str, width: f32) -> Arc<Galley> {
    elided(ui, value, tokens::BODY, FontFamily::Proportional, cx.palette.weak_text, width)
}

/// True when it was clicked.
fn copied(ui: &mut Ui, cx: &Cx<'_>, value: &str, width: f32) -> bool {
    let shown = in_one_line(value, LONGEST);
    let name = (cx.text.outgoing.copy_value)(&shown);
    let line = laid_out(ui, cx, value, width);
    let response = ui.add(Label::new(line).selectable(false).sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name).clicked()
}

/// The width of each value: what it needs, where all fit; else the widest get less, all of them equally.
fn shared(needed: &[f32], room: f32) -> Vec<f32> {
    let mut ascending = needed.to_vec();
    ascending.sort_by(f32::total_cmp);
    let mut left = room;
    let mut most = f32::INFINITY;
    for (place, width) in ascending.iter().enumerate() {
        let share = left / (ascending.len() - place) as f32;
        if *width > share {
            most = share;
            break;
        }
        left -= width;
    }
    needed.iter().map(|width| width.min(most)).collect()
}
