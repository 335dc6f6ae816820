//! Lines in the command line's notation, each read as it is typed.

use egui::{Ui, vec2};

use crate::domain::deposit::TermsLine;
use crate::domain::money::Currency;
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::fields::across;
use crate::ui::widgets::{
    Typed, below_caption, cell_of, changing, gap_beside, icon_button, parsed_field, row,
};
use crate::ui::{icons, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, currency: Currency, lines: &[TermsLine]) -> Option<Vec<TermsLine>> {
    let mut changed = None;
    let across = across(ui.available_width()).min(3.0);
    row(ui, |ui| {
        for (index, line) in lines.iter().enumerate() {
            let replaced = cell_of(ui, across, |ui| {
                // Half-typed text belongs to its line and is dropped when lines are added or removed.
                ui.push_id((lines.len(), index), |ui| one_line(ui, cx, currency, lines, index, line)).inner
            });
            changed = replaced.or(changed.take());
        }
    });
    changed
}

fn one_line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    currency: Currency,
    lines: &[TermsLine],
    index: usize,
    line: &TermsLine,
) -> Option<Vec<TermsLine>> {
    let words_here = &cx.text.deposit;
    let number = index + 1;
    let mut changed = None;
    ui.horizontal_top(|ui| {
        gap_beside(ui, 0.0);
        let width = ui.available_width() - tokens::CONTROL;
        ui.allocate_ui(vec2(width, tokens::CONTROL), |ui| {
            ui.set_width(width);
            let typed = Typed {
                label: &(words_here.line)(number),
                shown: line.to_string(),
                hint: "30%@+0d",
                read: &|text: &str| {
                    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                    TermsLine::read(&text, currency)
                        .map_err(|problem| words::line_problem(problem, cx.language()))
                },
                right_aligned: false,
            };
            if let Some(read) = parsed_field(ui, &typed) {
                let mut all = lines.to_vec();
                if let Some(place) = all.get_mut(index) {
                    *place = TermsLine { amount: read.amount, when: read.when, ..place.clone() };
                }
                changed = Some(all);
            }
        });
        ui.vertical(|ui| {
            below_caption(ui);
            if changing(ui, |ui| icon_button(ui, icons::TRASH, &(words_here.remove_line)(number))).clicked() {
                let mut fewer = lines.to_vec();
                fewer.remove(index);
                changed = Some(fewer);
            }
        });
    });
    changed
}
