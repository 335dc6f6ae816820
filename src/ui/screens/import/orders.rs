//! PI numbers that stand on several rows: whether those rows are one deal is asked once for the list.

use egui::{Align2, FontFamily, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use rust_decimal::Decimal;

use super::{ShownTable, chips, sentence};
use crate::domain::import::lines::{OrderLine, OrderOfLines};
use crate::domain::import::reading::LinesOfOneDeal;
use crate::domain::money::{Currency, Money};
use crate::text::format;
use crate::text::visible::in_one_line;
use crate::ui::cx::Cx;
use crate::ui::widgets::{chip, elided, gap_below, note, paint_line};
use crate::ui::{theme, tokens};

/// At most so many orders are shown: they are there to recognize the kind of list.
const MOST_ORDERS: usize = 20;
/// The number of lines visible without scrolling.
const IN_SIGHT: f32 = 6.0;

pub fn asked(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, orders: &[OrderOfLines]) {
    let words = &cx.text.preview;
    if orders.is_empty() {
        return;
    }
    sentence(ui, cx, &(words.same_pi)(orders.len()));
    ui.scope(|ui| {
        gap_below(ui, 0.0);
        let lines: Vec<Line> = orders.iter().take(MOST_ORDERS).flat_map(|order| lines(cx, order)).collect();
        let most = tokens::XL * IN_SIGHT.min(lines.len() as f32);
        let area = ScrollArea::vertical().id_salt("orders").max_height(most).min_scrolled_height(most);
        area.show_rows(ui, tokens::XL, lines.len(), |ui, range| {
            lines.get(range).unwrap_or_default().iter().for_each(|line| draw(ui, cx, line));
        });
    });
    let more = orders.len().saturating_sub(MOST_ORDERS);
    if more > 0 {
        note(ui, &(cx.text.backups.and_more)(more));
    }
    chips(ui, |ui| {
        for (lines, name) in
            [(LinesOfOneDeal::Summed, words.one_deal), (LinesOfOneDeal::Separate, words.separate_deals)]
        {
            if chip(ui, name, shown.reading.lines == lines).clicked() {
                shown.reading.lines = lines;
            }
        }
    });
}

/// One line of the list: the order with its sum, or one of its rows.
struct Line {
    text: String,
    amount: String,
    is_order: bool,
}

fn lines(cx: &Cx<'_>, order: &OrderOfLines) -> Vec<Line> {
    let whole = Line {
        text: joined(&[&order.pi, &order.buyer]),
        amount: (cx.text.preview.together)(&amount(order.sum, order.currency)),
        is_order: true,
    };
    let one = |line: &OrderLine| Line {
        text: joined(&[&(cx.text.preview.row)(line.row), &line.product, &line.quantity]),
        amount: amount(line.amount, order.currency),
        is_order: false,
    };
    std::iter::once(whole).chain(order.lines.iter().map(one)).collect()
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| in_one_line(part, 60)).collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn amount(amount: Decimal, currency: Option<Currency>) -> String {
    let money = currency.and_then(|currency| Money::from_decimal(amount, currency));
    money.map_or_else(|| format::decimal(amount, 2), format::money_with_code)
}

fn draw(ui: &mut Ui, cx: &Cx<'_>, line: &Line) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens::XL), Sense::hover());
    let said = format!("{}: {}", line.text, line.amount);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
    let family = if line.is_order { theme::bold() } else { FontFamily::Proportional };
    let ink = cx.palette.text;
    let amount = elided(ui, &line.amount, tokens::BODY, family.clone(), ink, rect.width() / 2.0);
    let room = rect.width() - amount.size().x - tokens::M;
    let text = elided(ui, &line.text, tokens::BODY, family, ink, room);
    let is_cut = text.elided || amount.elided;
    paint_line(ui, amount, rect.right_center(), Align2::RIGHT_CENTER);
    paint_line(ui, text, rect.left_center(), Align2::LEFT_CENTER);
    if is_cut {
        response.on_hover_text(said);
    }
}
