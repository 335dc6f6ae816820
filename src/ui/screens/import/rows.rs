//! The first rows as they will be read, and what will be done with each.

use egui::{Align2, CornerRadius, FontFamily, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::domain::import::preview::{ImportPreview, PreviewLine};
use crate::domain::import::problem::{Flaw, SkippedRow};
use crate::domain::import::{DealColumn, Fate};
use crate::domain::money::Money;
use crate::text::format;
use crate::text::visible::in_one_line;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{elided, gap_below, note, paint_line, section, wide_card};

/// The number of rows visible without scrolling.
const IN_SIGHT: f32 = 8.0;
/// Narrower than this, only the buyer and the amount are shown.
const ALL_FROM: f32 = 560.0;

/// The columns shown, each with its left and right edge as a share of the width; amounts are right-aligned.
const WIDE: [(DealColumn, f32, f32); 6] = [
    (DealColumn::Buyer, 0.06, 0.27),
    (DealColumn::Product, 0.275, 0.395),
    (DealColumn::Amount, 0.4, 0.575),
    (DealColumn::Stage, 0.59, 0.69),
    (DealColumn::LastInbound, 0.695, 0.79),
    (DealColumn::LastOutbound, 0.795, 0.89),
];
/// The amount is below the buyer, on a line of its own.
const SLIM: [(DealColumn, f32, f32); 2] = [(DealColumn::Buyer, 0.1, 0.7), (DealColumn::Amount, 0.1, 1.0)];

pub fn show(ui: &mut Ui, cx: &Cx<'_>, preview: &ImportPreview) {
    let words = &cx.text.import;
    if preview.lines.is_empty() {
        return;
    }
    wide_card(ui, |ui| {
        gap_below(ui, tokens::XS);
        section(ui, words.first_rows);
        header(ui, cx);
        let height = row_height(ui.available_width());
        gap_below(ui, 0.0);
        let area = ScrollArea::vertical().id_salt("first-rows").max_height(height * IN_SIGHT);
        let area = area.min_scrolled_height(height * IN_SIGHT);
        area.show_rows(ui, height, preview.lines.len(), |ui, range| {
            for line in preview.lines.get(range).unwrap_or_default() {
                row(ui, cx, line);
            }
        });
        let more = preview.plan.read.saturating_sub(preview.lines.len());
        if more > 0 {
            note(ui, &(words.more_rows)(more));
        }
    });
}

fn shown_columns(width: f32) -> &'static [(DealColumn, f32, f32)] {
    if is_slim(width) { &SLIM } else { &WIDE }
}

fn is_slim(width: f32) -> bool {
    width < ALL_FROM
}

fn row_height(width: f32) -> f32 {
    if is_slim(width) { tokens::ROW } else { tokens::CONTROL }
}

fn header(ui: &mut Ui, cx: &Cx<'_>) {
    let words = &cx.text.import;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tokens::XL), Sense::hover());
    let ink = cx.palette.weak_text;
    let small =
        |text: &str, width: f32| elided(ui, text, tokens::SMALL, FontFamily::Proportional, ink, width);
    let middle = rect.center().y;
    paint_line(ui, small(words.row, rect.width() / 8.0), pos2(rect.left(), middle), Align2::LEFT_CENTER);
    // In a narrow window the amount needs no heading.
    let named = |column: &DealColumn| *column != DealColumn::Amount || !is_slim(rect.width());
    for (column, from, to) in shown_columns(rect.width()).iter().filter(|(column, ..)| named(column)) {
        let name = match column {
            DealColumn::LastInbound => words.they_wrote,
            DealColumn::LastOutbound => words.we_wrote,
            column => (words.column)(*column),
        };
        let name = small(name, rect.width() * (to - from));
        let (at, anchor) = place(rect, *column, *from, *to);
        paint_line(ui, name, at, anchor);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(tokens::LINE, cx.palette.hairline));
}

fn row(ui: &mut Ui, cx: &Cx<'_>, line: &PreviewLine) {
    let size = vec2(ui.available_width(), row_height(ui.available_width()));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let columns = shown_columns(rect.width());
    let cells: Vec<String> =
        columns.iter().map(|(column, _, _)| in_one_line(&value(cx, line, *column), 120)).collect();
    let fate = (cx.text.import.fate)(line.fate);
    let said: Vec<&str> =
        cells.iter().map(String::as_str).chain([fate]).filter(|part| !part.is_empty()).collect();
    let said = format!("{} {}: {}", cx.text.import.row, line.row.row, said.join(", "));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
    let middle = first_line(rect);
    let draw = |text: &str, ink, width| elided(ui, text, tokens::BODY, FontFamily::Proportional, ink, width);
    let number = draw(&line.row.row.to_string(), cx.palette.weak_text, rect.width() * 0.1);
    paint_line(ui, number, pos2(rect.left(), middle), Align2::LEFT_CENTER);
    for ((column, from, to), text) in columns.iter().zip(&cells) {
        let bad = flaw_of(line, *column).is_some();
        let ink = if bad { cx.palette.warm.ink } else { cx.palette.text };
        let (at, anchor) = place(rect, *column, *from, *to);
        let galley = draw(text, ink, rect.width() * (to - from));
        if bad {
            let mark = anchor.anchor_size(at, vec2(galley.size().x.max(tokens::M), galley.size().y));
            let radius = CornerRadius::same(tokens::RADIUS_IN_LINE);
            ui.painter().rect_filled(mark.expand(tokens::XS), radius, cx.palette.warm.tint);
        }
        paint_line(ui, galley, at, anchor);
    }
    let room = if is_slim(rect.width()) { 0.28 } else { 0.12 };
    let galley = draw(fate, fate_ink(cx, line.fate), rect.width() * room);
    paint_line(ui, galley, pos2(rect.right(), middle), Align2::RIGHT_CENTER);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(tokens::LINE, cx.palette.hairline));
    if !line.flaws.is_empty() {
        let skipped = |flaw: &Flaw| SkippedRow { row: line.row.row, flaw: flaw.clone() };
        let why = line.flaws.iter().map(|flaw| in_one_line(&(cx.text.problems.skipped)(&skipped(flaw)), 200));
        response.on_hover_text(why.collect::<Vec<_>>().join("\n"));
    }
}

fn flaw_of(line: &PreviewLine, column: DealColumn) -> Option<&Flaw> {
    line.flaws.iter().find(|flaw| flaw.column() == Some(column))
}

fn place(rect: Rect, column: DealColumn, from: f32, to: f32) -> (egui::Pos2, Align2) {
    let slim = is_slim(rect.width()) && rect.height() > tokens::CONTROL;
    let middle = if slim && column == DealColumn::Amount { rect.top() + 38.0 } else { first_line(rect) };
    let at = |share: f32| pos2(rect.left() + rect.width() * share, middle);
    if column == DealColumn::Amount && !slim {
        (at(to), Align2::RIGHT_CENTER)
    } else {
        (at(from), Align2::LEFT_CENTER)
    }
}

/// The middle of a row, or of the first of its two lines.
fn first_line(rect: Rect) -> f32 {
    if rect.height() > tokens::CONTROL { rect.top() + 19.0 } else { rect.center().y }
}

fn fate_ink(cx: &Cx<'_>, fate: Fate) -> egui::Color32 {
    match fate {
        Fate::Added => cx.palette.accent,
        Fate::Updated => cx.palette.text,
        Fate::Unchanged => cx.palette.weak_text,
        Fate::Skipped | Fate::Waiting => cx.palette.warm.ink,
    }
}

/// The value that was read, or the text of the cell where it could not be read.
fn value(cx: &Cx<'_>, line: &PreviewLine, column: DealColumn) -> String {
    if let Some(flaw) = flaw_of(line, column) {
        let text = flaw.text();
        return if text.is_empty() { "?".to_owned() } else { text.to_owned() };
    }
    let row = &line.row;
    let date = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    match column {
        DealColumn::Buyer => row.buyer.clone(),
        DealColumn::Product => row.product.clone(),
        DealColumn::Amount => amount(line),
        DealColumn::Stage => {
            row.stage.map(|stage| (cx.text.list.stage_name)(stage).to_owned()).unwrap_or_default()
        }
        DealColumn::LastInbound => date(row.last_inbound),
        DealColumn::LastOutbound => date(row.last_outbound),
        DealColumn::Contact
        | DealColumn::Email
        | DealColumn::Phone
        | DealColumn::Country
        | DealColumn::City
        | DealColumn::Language
        | DealColumn::Quantity
        | DealColumn::Currency
        | DealColumn::Pi
        | DealColumn::WaitingSince
        | DealColumn::Unanswered
        | DealColumn::ValidUntil
        | DealColumn::ShipBy
        | DealColumn::Incoterm
        | DealColumn::PaymentTerms
        | DealColumn::Notes
        | DealColumn::Tags => String::new(),
    }
}

fn amount(line: &PreviewLine) -> String {
    let Some(amount) = line.row.amount else { return String::new() };
    match line.row.currency {
        Some(currency) => {
            Money::from_decimal(amount, currency).map_or_else(|| amount.to_string(), format::money_with_code)
        }
        None => format::decimal(amount, 0),
    }
}
