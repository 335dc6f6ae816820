//! The key figures as a quiet table; the better value is bold and ticked.

use egui::{Align, Label, Layout, Rect, RichText, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{ComparePage, CompareWish, State};
use crate::domain::deposit::{Fact, FigureSide, FigureValue};
use crate::domain::money::Money;
use crate::domain::names::Named as _;
use crate::domain::typed::amount::{ExpectedCurrency, TypedAmount, understand_amount};
use crate::text::format;
use crate::text::window::deposit as words;
use crate::ui::widgets::{
    Typed, cell_of_width, gap_below, gap_beside, parsed_field, row, text_lines, tick, warning, wrapped,
};
use crate::ui::{icons, theme, tokens};

const LINE: f32 = 28.0;
/// Width for the caption of the fee in either language.
const FEE: f32 = 200.0;

/// Where the columns are.
pub struct Grid {
    pub label: f32,
    pub column: f32,
}

impl Grid {
    pub fn of(width: f32, plans: usize) -> Self {
        let label = (width * 0.21).max(160.0);
        let room = width - label - tokens::M * plans.saturating_sub(1) as f32;
        // One plan alone does not become as wide as the page.
        let column = (room / plans.max(1) as f32).min(tokens::LIST);
        Self { label, column: column.floor() }
    }

    pub fn left_of(&self, index: usize) -> f32 {
        self.label + index as f32 * (self.column + tokens::M)
    }
}

/// All plans, under the columns of the grid.
pub fn table(ui: &mut Ui, page: &ComparePage<'_>, grid: &Grid) {
    gap_below(ui, 0.0);
    for side in FigureSide::members() {
        heading(ui, page, side);
        for fact in facts(page, side) {
            let values = values(page, fact);
            let best = best(page, fact, &values);
            let rect = line(ui, page);
            left(ui, rect, (0.0, grid.label), |ui| label(ui, page, fact));
            for (index, (value, best)) in values.into_iter().zip(best).enumerate() {
                let from = grid.left_of(index);
                ui.push_id((fact, index), |ui| {
                    right(ui, rect, (from, from + grid.column), |ui| figure(ui, page, value, best));
                });
            }
        }
    }
}

/// The figures of one plan, where plans stand one below the other.
pub fn of_one(ui: &mut Ui, page: &ComparePage<'_>, index: usize) {
    gap_below(ui, 0.0);
    for side in FigureSide::members() {
        heading(ui, page, side);
        for fact in facts(page, side) {
            let values = values(page, fact);
            let best = best(page, fact, &values).get(index).copied().unwrap_or(false);
            let rect = line(ui, page);
            let (from, until) = (rect.width() * 0.42, rect.width() * 0.56);
            left(ui, rect, (0.0, until), |ui| label(ui, page, fact));
            let value = values.get(index).copied().flatten();
            right(ui, rect, (from, rect.width()), |ui| figure(ui, page, value, best));
        }
    }
}

/// How the others differ from the plan in use, the fee, and how payments count.
pub fn below(ui: &mut Ui, page: &ComparePage<'_>, state: &mut State) -> Option<CompareWish> {
    let words_here = &page.cx.text.compare;
    ui.scope(|ui| late(ui, page));
    let in_use = page.in_use();
    if let Some((place, Ok(own))) = in_use.map(|(place, shown)| (place, &shown.compared)) {
        for (index, other) in page.compared().filter(|(index, _)| *index != place) {
            let said = words::differences(&other.differences(own), page.cx.language());
            if !said.is_empty() {
                let line = (words_here.against)(&page.name(index), ComparePage::letter(place), &said);
                wrapped(ui, RichText::new(line).color(page.cx.palette.weak_text));
            }
        }
    }
    let mut wish = None;
    row(ui, |ui| {
        let width = FEE.min(ui.max_rect().width());
        if let Some(fee) = cell_of_width(ui, width, |ui| fee(ui, page)).flatten() {
            wish = Some(CompareWish::Fee(fee));
        }
    });
    let paid = in_use.is_some_and(|(_, shown)| !shown.plan.payments.is_empty());
    if paid && tick(ui, !state.as_planned, words_here.as_paid).changed() {
        state.as_planned = !state.as_planned;
    }
    wish
}

/// Which plans ship after the agreed day.
fn late(ui: &mut Ui, page: &ComparePage<'_>) {
    gap_below(ui, tokens::XS);
    text_lines(ui);
    for (index, compared) in page.compared() {
        if let Some(late) = &compared.late {
            warning(ui, &words::ships_late(late, Some(&page.name(index)), page.cx.language()));
        }
    }
}

fn fee(ui: &mut Ui, page: &ComparePage<'_>) -> Option<Option<Option<Money>>> {
    let words = &page.cx.text.compare;
    let currency = page.total()?.currency();
    let fee = page.deal.transfer_fee.filter(|fee| fee.currency() == currency);
    let typed = Typed {
        label: words.fee,
        shown: fee.map_or_else(String::new, format::amount),
        hint: words.fee_hint,
        read: &|text: &str| match text.trim() {
            "" => Ok(None),
            amount => understand_amount(amount, ExpectedCurrency::Only(currency))
                .one()
                .and_then(TypedAmount::money)
                .map(|fee| Some(fee).filter(|fee| fee.is_positive()))
                .ok_or_else(|| page.cx.text.deposit.bad_amount.to_owned()),
        },
        right_aligned: false,
    };
    Some(parsed_field(ui, &typed))
}

/// The facts that at least one plan has.
fn facts(page: &ComparePage<'_>, side: FigureSide) -> Vec<Fact> {
    Fact::members()
        .filter(|fact| fact.side() == side)
        .filter(|fact| values(page, *fact).iter().any(Option::is_some))
        .collect()
}

fn values(page: &ComparePage<'_>, fact: Fact) -> Vec<Option<FigureValue>> {
    page.plans.iter().map(|shown| shown.compared.as_ref().ok()?.value(fact)).collect()
}

/// Which values are the best; a refused plan is left out.
fn best(page: &ComparePage<'_>, fact: Fact, values: &[Option<FigureValue>]) -> Vec<bool> {
    let sound: Vec<bool> = page.plans.iter().map(|shown| shown.compared.is_ok()).collect();
    let taking_part: Vec<Option<FigureValue>> =
        values.iter().zip(&sound).filter(|(_, sound)| **sound).map(|(value, _)| *value).collect();
    let mut best = fact.best(&taking_part).into_iter();
    sound.into_iter().map(|sound| sound && best.next().unwrap_or(false)).collect()
}

fn heading(ui: &mut Ui, page: &ComparePage<'_>, side: FigureSide) {
    let rect = line(ui, page);
    let name = (page.cx.text.compare.side)(side);
    let name = RichText::new(name).family(theme::bold()).color(page.cx.palette.text);
    left(ui, rect, (0.0, rect.width()), |ui| {
        ui.add(Label::new(name).truncate());
    });
}

fn label(ui: &mut Ui, page: &ComparePage<'_>, fact: Fact) {
    let name = (page.cx.text.compare.fact)(fact);
    ui.add(Label::new(RichText::new(name).color(page.cx.palette.weak_text)).truncate());
}

fn figure(ui: &mut Ui, page: &ComparePage<'_>, value: Option<FigureValue>, best: bool) {
    let cx = page.cx;
    let said = value.map_or_else(|| "–".to_owned(), |value| words::value(value, cx.now.date, cx.language()));
    let text = RichText::new(&said).color(cx.palette.text);
    if let Some(FigureValue::Late(..)) = value {
        ui.add(Label::new(text.color(cx.palette.warm.ink)).truncate());
        ui.label(RichText::new(icons::WARNING).color(cx.palette.warm.ink));
        return;
    }
    if !best {
        ui.add(Label::new(text).truncate());
        return;
    }
    let better = cx.text.compare.better;
    let shown = ui.add(Label::new(text.family(theme::bold())).truncate().sense(Sense::hover()));
    shown.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{said} ({better})")));
    shown.on_hover_text(better);
    ui.label(RichText::new(icons::CHECK).color(cx.palette.cooling.ink));
}

/// The area of one line, with a hairline below.
fn line(ui: &mut Ui, page: &ComparePage<'_>) -> Rect {
    let (rect, _response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let hairline = egui::Stroke::new(tokens::LINE, page.cx.palette.hairline);
    ui.painter().hline(rect.x_range(), rect.bottom(), hairline);
    rect
}

fn left(ui: &mut Ui, line: Rect, column: (f32, f32), add: impl FnOnce(&mut Ui)) {
    inside(ui, line, column, Layout::left_to_right(Align::Center), add);
}

fn right(ui: &mut Ui, line: Rect, column: (f32, f32), add: impl FnOnce(&mut Ui)) {
    inside(ui, line, column, Layout::right_to_left(Align::Center), add);
}

fn inside(ui: &mut Ui, line: Rect, (from, to): (f32, f32), layout: Layout, add: impl FnOnce(&mut Ui)) {
    let rect =
        Rect::from_min_max(pos2(line.left() + from, line.top()), pos2(line.left() + to, line.bottom()));
    let mut cell = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    gap_beside(&mut cell, tokens::XS);
    add(&mut cell);
}
