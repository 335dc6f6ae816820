//! Changes to existing deals: each field now, and after the import.

use egui::{FontFamily, Label, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::domain::import::preview::{ImportChange, ImportPreview};
use crate::domain::versions::fields::{FieldDifference, Keep};
use crate::text::visible::in_one_line;
use crate::text::window::files::compare;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{elided, gap_below, note, paint_line, section, wide_card};

/// The number of fields visible without scrolling.
const IN_SIGHT: f32 = 6.0;
const LONGEST: usize = 240;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, preview: &ImportPreview) {
    let words = &cx.text.import;
    let fields: Vec<(&ImportChange, &FieldDifference)> = preview
        .changes
        .iter()
        .flat_map(|change| change.fields.iter().map(move |field| (change, field)))
        .collect();
    if fields.is_empty() {
        return;
    }
    wide_card(ui, |ui| {
        gap_below(ui, tokens::XS);
        section(ui, &(words.changes)(preview.changes.len().saturating_add(preview.more_changes)));
        ui.add(Label::new(cx.text.import.before_and_after).wrap());
        ui.scope(|ui| {
            gap_below(ui, 0.0);
            let most = tokens::ROW * IN_SIGHT.min(fields.len() as f32);
            let area = ScrollArea::vertical().id_salt("changes").max_height(most).min_scrolled_height(most);
            area.show_rows(ui, tokens::ROW, fields.len(), |ui, range| {
                for (change, field) in fields.get(range).unwrap_or_default() {
                    one(ui, cx, change, field);
                }
            });
        });
        if preview.more_changes > 0 {
            note(ui, &(cx.text.backups.and_more)(preview.more_changes));
        }
    });
}

/// The deal and field, below them the old and the new value; the full text as a tooltip.
fn one(ui: &mut Ui, cx: &Cx<'_>, change: &ImportChange, field: &FieldDifference) {
    let label = compare::label(&field.field, cx.text);
    let buyer = in_one_line(&change.deal, 80);
    let buyer = if buyer.is_empty() { cx.text.deal.untitled.to_owned() } else { buyer };
    let whose = format!("{label} · {buyer}");
    let side = |side| {
        let said = compare::side(field, side, cx.text).join("; ");
        if said.is_empty() { cx.text.merge.empty.to_owned() } else { in_one_line(&said, LONGEST) }
    };
    let values = format!("{} → {}", side(Keep::Ours), side(Keep::Theirs));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens::ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{whose}: {values}")));
    let proportional = FontFamily::Proportional;
    let above = elided(ui, &whose, tokens::SMALL, proportional.clone(), cx.palette.weak_text, rect.width());
    let below = elided(ui, &values, tokens::BODY, proportional, cx.palette.text, rect.width());
    let is_cut = above.elided || below.elided;
    paint_line(ui, above, pos2(rect.left(), rect.top() + 19.0), egui::Align2::LEFT_CENTER);
    paint_line(ui, below, pos2(rect.left(), rect.top() + 38.0), egui::Align2::LEFT_CENTER);
    if is_cut {
        response.on_hover_text(format!("{whose}\n{values}"));
    }
}
