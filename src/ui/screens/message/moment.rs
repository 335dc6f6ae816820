//! The buyer's clock beside the main action: what time it is there, and when a message would be read.

use egui::{FontFamily, Ui};

use crate::domain::deal::Deal;
use crate::text::office;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::elided;

/// Nothing where the buyer's time zone is not known.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal) {
    let line = office::moment(deal, cx.calendars, cx.now, cx.language());
    if line.is_empty() {
        return;
    }
    let (ink, room) = (cx.palette.weak_text, ui.available_width());
    let shown = elided(ui, &line, tokens::SMALL, FontFamily::Proportional, ink, room);
    let cut = shown.elided;
    let response = ui.label(shown);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &line));
    if cut {
        response.on_hover_text(line);
    }
}
