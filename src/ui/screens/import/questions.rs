//! What the file leaves open: asked once, in a sentence, never guessed.

use egui::Ui;

use super::{ShownTable, chips, columns, orders, sentence, statuses, writer};
use crate::domain::import::DealColumn;
use crate::domain::import::preview::ImportPreview;
use crate::domain::import::reading::{AmountEvidence, DateEvidence, DayFact, SignFact, Use};
use crate::domain::typed::amount::SignMeans;
use crate::domain::typed::date::DayOrder;
use crate::text::visible::in_one_line;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{chip, gap_below, note, section, wide_card};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, preview: &ImportPreview) {
    let words = &cx.text.import;
    let evidence = &preview.evidence;
    let open_dates: Vec<&DateEvidence> = evidence.open_dates().collect();
    let open_signs: Vec<&AmountEvidence> = evidence.open_signs().collect();
    let unknown = shown.table.unknown.clone();
    let asks_stages = statuses::are_asked(shown, preview);
    if shown.table.without_writer.is_empty()
        && open_dates.is_empty()
        && open_signs.is_empty()
        && unknown.is_empty()
        && preview.orders.is_empty()
        && !asks_stages
    {
        return;
    }
    wide_card(ui, |ui| {
        gap_below(ui, tokens::S);
        section(ui, words.questions);
        for position in shown.table.without_writer.clone() {
            ui.push_id(position, |ui| who_wrote(ui, cx, shown, position));
        }
        which_day(ui, cx, shown, &open_dates);
        for amounts in &open_signs {
            how_much(ui, cx, shown, amounts);
        }
        let unanswered = (!open_dates.is_empty() && shown.reading.day_order.is_none())
            || open_signs.iter().any(|amounts| shown.reading.signs.of(amounts.sign).is_none());
        if unanswered {
            note(ui, words.rows_wait);
        }
        orders::asked(ui, cx, shown, &preview.orders);
        statuses::asked(ui, cx, shown, preview);
        if !unknown.is_empty() {
            sentence(ui, cx, cx.text.preview.unknown_columns);
            note(ui, cx.text.preview.unknown_columns_note);
            columns::grid(ui, cx, shown, &unknown);
        }
        if asks_stages || !unknown.is_empty() {
            note(ui, cx.text.preview.remembered);
        }
    });
}

fn who_wrote(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, position: usize) {
    let words = &cx.text.import;
    let Some(used) = shown.reading.columns.get(position).copied() else { return };
    sentence(ui, cx, &(words.who_wrote)(&shown.table.name(position, cx)));
    let answers = [
        (Use::As(DealColumn::LastInbound), words.they_wrote),
        (Use::As(DealColumn::LastOutbound), words.we_wrote),
        (Use::Kept, words.neither),
        (Use::LeftOut, words.leave_out),
    ];
    let mut answered = None;
    chips(ui, |ui| {
        for (answer, name) in answers {
            let taken = match answer {
                Use::As(column) => columns::taken_by(&shown.reading, position, column),
                Use::Kept | Use::LeftOut | Use::WhoWrote => None,
            };
            let free = taken.is_none();
            let taken = taken.map(|place| shown.table.name(place, cx)).unwrap_or_default();
            let chosen = writer(used) == Some(answer);
            ui.add_enabled_ui(free, |ui| {
                let shown = chip(ui, name, chosen);
                // Another column says it already.
                if shown.on_disabled_hover_text(taken).clicked() {
                    answered = Some(answer);
                }
            });
        }
    });
    if used == Use::WhoWrote {
        note(ui, words.kept_until);
    }
    if let Some(answer) = answered {
        shown.reading = std::mem::take(&mut shown.reading).with(position, answer);
    }
}

/// One question for all columns whose order of day and month is unknown.
fn which_day(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, open: &[&DateEvidence]) {
    let words = &cx.text.import;
    let Some(first) = open.first() else { return };
    let DayFact::Open { day_first, month_first } = first.fact else { return };
    let names: Vec<&str> = open.iter().map(|dates| (words.column)(dates.column)).collect();
    let separator = if cx.language() == crate::text::Language::Chinese { "、" } else { ", " };
    sentence(ui, cx, &(words.which_day)(&names.join(separator), &in_one_line(&first.example, 30)));
    chips(ui, |ui| {
        for (order, date) in [(DayOrder::DayFirst, day_first), (DayOrder::MonthFirst, month_first)] {
            let chosen = shown.reading.day_order == Some(order);
            if chip(ui, &(words.day)(order, date), chosen).clicked() {
                shown.reading.day_order = Some(order);
            }
        }
    });
}

fn how_much(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, amounts: &AmountEvidence) {
    let words = &cx.text.import;
    let SignFact::Open { decimals, thousands } = amounts.fact else { return };
    let sign = amounts.sign;
    sentence(ui, cx, &(words.which_amount)(&in_one_line(&amounts.example, 30)));
    chips(ui, |ui| {
        for (means, amount) in [(SignMeans::Thousands, thousands), (SignMeans::Decimals, decimals)] {
            let chosen = shown.reading.signs.of(sign) == Some(means);
            if chip(ui, &(words.reads_as)(means, sign, amount), chosen).clicked() {
                shown.reading.signs = shown.reading.signs.with(sign, means);
            }
        }
    });
}
