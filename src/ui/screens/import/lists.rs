//! The skipped rows, each with its reason, and values that look like mistakes.

use egui::{FontFamily, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::Wish;
use crate::domain::import::preview::ImportPreview;
use crate::text::visible::in_one_line;
use crate::ui::cx::Cx;
use crate::ui::widgets::{elided, gap_below, link, links, paint_line, section, wide_card};
use crate::ui::{icons, tokens};

/// The number of lines visible without scrolling.
const IN_SIGHT: f32 = 6.0;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, preview: &ImportPreview) -> Option<Wish> {
    let words = &cx.text.import;
    // Cells that were not read come first, then deals that may be there twice.
    let (cells, deals) = (&preview.warned, &preview.warnings);
    let count = cells.len().saturating_add(deals.len());
    let warned = |index: usize| match index.checked_sub(cells.len()) {
        None => cells.get(index).map(cx.text.problems.warned).unwrap_or_default(),
        Some(index) => deals.get(index).map(words.warning).unwrap_or_default(),
    };
    let title = (words.duplicates)(count);
    let warnings = list(ui, cx, "warnings", &title, words.copy_duplicates, count, &warned);
    let skipped = &preview.plan.skipped;
    let told = |index: usize| skipped.get(index).map(cx.text.problems.skipped).unwrap_or_default();
    let title = (words.skipped)(skipped.len());
    list(ui, cx, "skipped", &title, words.copy_skipped, skipped.len(), &told).or(warnings)
}

/// A list of lines: only the visible ones are built; all of them can be copied.
fn list(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: &str,
    title: &str,
    copy: &str,
    count: usize,
    line: &dyn Fn(usize) -> String,
) -> Option<Wish> {
    if count == 0 {
        return None;
    }
    wide_card(ui, |ui| {
        gap_below(ui, tokens::XS);
        section(ui, title);
        ui.scope(|ui| {
            gap_below(ui, 0.0);
            let area = ScrollArea::vertical().id_salt(id).max_height(tokens::XL * IN_SIGHT);
            let area = area.min_scrolled_height(tokens::XL * IN_SIGHT);
            area.show_rows(ui, tokens::XL, count, |ui, range| {
                for index in range {
                    one(ui, cx, &in_one_line(&line(index), 400));
                }
            });
        });
        links(ui, |ui| {
            let lines = || (0..count).map(line).collect::<Vec<_>>().join("\n");
            link(ui, Some(icons::COPY), copy).clicked().then(|| Wish::CopyText(lines()))
        })
    })
}

fn one(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens::XL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
    let galley = elided(ui, text, tokens::BODY, FontFamily::Proportional, cx.palette.text, rect.width());
    let cut = galley.elided;
    paint_line(ui, galley, rect.left_center(), egui::Align2::LEFT_CENTER);
    if cut {
        response.on_hover_text(text);
    }
}
