//! The skipped rows, each with its reason, and values that look like mistakes.

use egui::{FontFamily, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::Wish;
use crate::domain::import::preview::ImportPreview;
use crate::text::visible::in_one_line;
use crate::ui::cx::Cx;
use crate::ui::widgets::{elided, gap_below, link, links, paint_line, section, weak, wide_card};
use crate::ui::{icons, tokens};

/// The number of lines visible without scrolling.
const IN_SIGHT: f32 = 6.0;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, preview: &ImportPreview) -> Option<Wish> {
    let words = &cx.text.import;
    let warnings = &preview.warnings;
    let lines = Lines {
        id: "warnings",
        title: (words.duplicates)(warnings.len()),
        kinds: Vec::new(),
        count: warnings.len(),
        line: &|index| warnings.get(index).map(words.warning).unwrap_or_default(),
    };
    let duplicates = lines.show(ui, cx, words.copy_duplicates, None);
    let noticed = &preview.warned;
    let lines = Lines {
        id: "noticed",
        title: (cx.text.preview.noticed)(noticed.len()),
        kinds: preview.noticed_kinds.iter().map(cx.text.preview.noticed_kind).collect(),
        count: noticed.len(),
        line: &|index| noticed.get(index).map(cx.text.problems.warned).unwrap_or_default(),
    };
    let noticed = lines.show(ui, cx, cx.text.preview.copy_noticed, None);
    let skipped = &preview.plan.skipped;
    let lines = Lines {
        id: "skipped",
        title: (words.skipped)(skipped.len()),
        kinds: preview.skipped_kinds.iter().map(cx.text.preview.left_out_kind).collect(),
        count: skipped.len(),
        line: &|index| skipped.get(index).map(cx.text.problems.skipped).unwrap_or_default(),
    };
    let skipped = lines.show(ui, cx, words.copy_skipped, Some(cx.text.preview.save_left_out));
    duplicates.or(noticed).or(skipped)
}

/// One line for each kind, then every line; only the visible ones are built.
struct Lines<'a> {
    id: &'a str,
    title: String,
    kinds: Vec<String>,
    count: usize,
    line: &'a dyn Fn(usize) -> String,
}

impl Lines<'_> {
    /// All of them can be copied; `save` names the way to write their rows into a file.
    fn show(&self, ui: &mut Ui, cx: &Cx<'_>, copy: &str, save: Option<&str>) -> Option<Wish> {
        if self.count == 0 {
            return None;
        }
        wide_card(ui, |ui| {
            gap_below(ui, tokens::XS);
            section(ui, &self.title);
            for kind in &self.kinds {
                weak(ui, &in_one_line(kind, 400));
            }
            ui.scope(|ui| {
                gap_below(ui, 0.0);
                let area = ScrollArea::vertical().id_salt(self.id).max_height(tokens::XL * IN_SIGHT);
                let area = area.min_scrolled_height(tokens::XL * IN_SIGHT);
                area.show_rows(ui, tokens::XL, self.count, |ui, range| {
                    for index in range {
                        one(ui, cx, &in_one_line(&(self.line)(index), 400));
                    }
                });
            });
            links(ui, |ui| {
                let lines = || (0..self.count).map(self.line).collect::<Vec<_>>().join("\n");
                let copied = link(ui, Some(icons::COPY), copy).clicked().then(|| Wish::CopyText(lines()));
                let saves = save.is_some_and(|save| link(ui, Some(icons::DOWNLOAD_SIMPLE), save).clicked());
                copied.or(saves.then_some(Wish::SaveSkipped))
            })
        })
    }
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
