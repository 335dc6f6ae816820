//! What each column of the file is read as, which the user can change.

use egui::Ui;

use super::{ShownTable, statuses};
use crate::domain::import::DealColumn;
use crate::domain::import::preview::ImportPreview;
use crate::domain::import::reading::{DayFact, SignFact, TableReading, Use};
use crate::domain::names::Named as _;
use crate::text::visible::in_one_line;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{cell_of, choice, gap_below, note, row, section, warning, wide_card};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, preview: &ImportPreview) {
    let words = &cx.text.import;
    wide_card(ui, |ui| {
        gap_below(ui, tokens::S);
        section(ui, words.columns);
        if shown.reading.position(DealColumn::Buyer).is_none() {
            warning(ui, words.no_buyer);
        } else {
            note(ui, words.columns_note);
        }
        let known_before = |position: &usize| !shown.table.unknown.contains(position);
        let positions: Vec<usize> = (0..shown.reading.columns.len()).filter(known_before).collect();
        grid(ui, cx, shown, &positions);
        statuses::recalled(ui, cx, shown, preview);
        known(ui, cx, preview);
    });
}

/// Some of the columns, each with its use.
pub fn grid(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, positions: &[usize]) {
    let mut changed = None;
    let across = if ui.available_width() > tokens::MEASURE { 4.0 } else { 3.0 };
    row(ui, |ui| {
        for position in positions.iter().copied() {
            let Some(used) = shown.reading.columns.get(position).copied() else { continue };
            let picked =
                cell_of(ui, across, |ui| ui.push_id(position, |ui| one(ui, cx, shown, position, used)).inner);
            changed = picked.map(|picked| (position, picked)).or(changed);
        }
    });
    if let Some((position, used)) = changed {
        shown.reading = std::mem::take(&mut shown.reading).with(position, used);
    }
}

fn one(ui: &mut Ui, cx: &Cx<'_>, shown: &ShownTable, position: usize, used: Use) -> Option<Use> {
    gap_below(ui, tokens::XXS);
    let name = in_one_line(&shown.table.name(position, cx), 22);
    let picked = choice(ui, &name, used, &uses(cx, shown, position, used));
    let sample = shown.table.samples.get(position).map_or("", String::as_str);
    let weak = cx.palette.weak_text;
    let proportional = egui::FontFamily::Proportional;
    let line =
        crate::ui::widgets::elided(ui, sample, tokens::SMALL, proportional, weak, ui.available_width());
    ui.label(line);
    picked
}

/// Every use, with the column that has it now.
fn uses(cx: &Cx<'_>, shown: &ShownTable, position: usize, used: Use) -> Vec<(Use, String)> {
    let words = &cx.text.import;
    let open = (used == Use::WhoWrote).then(|| (Use::WhoWrote, words.not_answered.to_owned()));
    let kept = (Use::Kept, cx.text.preview.keep_in_notes.to_owned());
    let left_out = (Use::LeftOut, words.leave_out.to_owned());
    let columns = DealColumn::members().map(|column| (Use::As(column), name(cx, shown, position, column)));
    open.into_iter().chain([kept, left_out]).chain(columns).collect()
}

fn name(cx: &Cx<'_>, shown: &ShownTable, position: usize, column: DealColumn) -> String {
    let words = &cx.text.import;
    match taken_by(&shown.reading, position, column) {
        Some(place) => (words.taken)(column, &in_one_line(&shown.table.name(place, cx), 22)),
        None => (words.column)(column).to_owned(),
    }
}

/// The other column that has this meaning.
pub fn taken_by(reading: &TableReading, position: usize, column: DealColumn) -> Option<usize> {
    reading.position(column).filter(|place| *place != position)
}

/// What was concluded from the values themselves.
fn known(ui: &mut Ui, cx: &Cx<'_>, preview: &ImportPreview) {
    let words = &cx.text.import;
    for dates in &preview.evidence.dates {
        if let DayFact::Known(order) = dates.fact {
            let example = in_one_line(&dates.example, 30);
            note(ui, &(words.days_known)((words.column)(dates.column), order, &example));
        }
    }
    for amounts in &preview.evidence.amounts {
        if let SignFact::Known { decimals } = amounts.fact {
            note(ui, &(words.sign_known)(decimals, &in_one_line(&amounts.example, 30)));
        }
    }
}
