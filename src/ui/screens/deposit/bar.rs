//! The bar below the plan: the last true day with its arithmetic, export, and the page's one primary action.

use egui::{Align, CornerRadius, Frame, Layout, Margin, RichText, Ui, vec2};

use super::export::{Export, ExportContent, ExportMenu};
use super::forecast::Forecast;
use super::{PlanWish, export, forecast};
use crate::domain::deal::Deal;
use crate::domain::deposit::last_true_day;
use crate::domain::deposit::{Outlook, Plan};
use crate::domain::edit::{Edit, Field};
use crate::domain::message::{PlanFacts, RowKind, Strategy};
use crate::text::format;
use crate::text::window::deposit as words;
use crate::ui::action::{Action, Actions, Tab};
use crate::ui::cx::Cx;
use crate::ui::tokens::Tint;
use crate::ui::widgets::{button, changing, gap_below, gap_beside, of_document, primary, text_width};
use crate::ui::{icons, theme, tokens};

/// Narrower than this, the badge is above the buttons.
const ONE_LINE_FROM: f32 = 560.0;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, shown: &ExportContent<'_>, menu: &mut ExportMenu) -> Option<PlanWish> {
    let mut wish = None;
    let deal = shown.deal;
    let narrow = ui.available_width() < ONE_LINE_FROM;
    if let Some(deal) = deal.filter(|_| narrow) {
        ui.vertical(|ui| {
            gap_below(ui, tokens::XS);
            last_day(ui, cx, deal, shown);
        });
    }
    let size = vec2(ui.available_width(), tokens::BAR);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        wish = buttons(ui, cx, shown, menu);
        // The remaining width is for the last true day; its arithmetic is dropped first.
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if let Some(deal) = deal.filter(|_| !narrow) {
                last_day(ui, cx, deal, shown);
            }
        });
    });
    wish
}

/// From right to left: the primary action is at the right.
fn buttons(ui: &mut Ui, cx: &Cx<'_>, shown: &ExportContent<'_>, menu: &mut ExportMenu) -> Option<PlanWish> {
    let words = &cx.text.deposit;
    let (sound, alone) = (shown.outcome.is_some(), shown.deal.is_none());
    let mut wish = None;
    gap_beside(ui, tokens::M);
    ui.add_enabled_ui(sound, |ui| {
        let finish = if alone { words.make_deal } else { words.into_message };
        let finish = |ui: &mut Ui| changing(ui, |ui| primary(ui, None, finish));
        if of_document(ui, cx, finish).clicked() {
            wish = Some(PlanWish::Finish);
        }
    });
    let asked = export::menu(ui, cx, shown, menu);
    wish = asked.or(wish);
    ui.add_enabled_ui(sound, |ui| {
        if alone && button(ui, Some(icons::COPY), words.copy_text).clicked() {
            wish = Some(PlanWish::Export(Export::Chat));
        }
    });
    wish
}

/// Shows no deadline that the deal does not support. Says in short that the plan misses the ship date, too, as the
/// whole sentence may be below the fold.
fn last_day(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, shown: &ExportContent<'_>) {
    let shipping = forecast::shipping(cx, shown.plan, deal);
    let forecast = shown.outcome.map(|outcome| Forecast::of(cx, shown.plan, deal, outcome));
    let language = cx.language();
    let day = |date| format::date_short(date, language);
    let Some(last) = last_true_day(shipping) else {
        if let Some(missing) = words::missing(&shipping, language) {
            explained(ui, cx, &missing, &missing);
        }
        return;
    };
    let (short, long) = words::arithmetic(&last.parts, cx.now.date, language);
    let text = &cx.text.deposit;
    match last.outlook(cx.now.date) {
        Some(Outlook::Open { last }) => {
            let tint = Tint { ink: cx.palette.accent, tint: cx.palette.selection };
            badge(ui, tint, &(text.last_day)(&day(last)), text.last_day_hover);
            stands(ui, cx, forecast.as_ref(), (&short, &long));
        }
        // Production has begun: what a deposit paid today would do no longer matters.
        Some(Outlook::Passed { .. }) if forecast.as_ref().is_some_and(Forecast::has_begun) => {
            let tint = Tint { ink: cx.palette.weak_text, tint: cx.palette.sunken };
            badge(ui, tint, &(text.passed)(&day(last.date)), &long);
            stands(ui, cx, forecast.as_ref(), (&short, &long));
        }
        Some(Outlook::Passed { earliest_ship }) => {
            badge(ui, cx.palette.warm, &(text.passed)(&day(last.date)), &long);
            let next = (text.earliest)(&day(earliest_ship));
            explained(ui, cx, &next, &long);
        }
        None => explained(ui, cx, &short, &long),
    }
}

/// By how much the plan misses the ship date, followed by the arithmetic of the last day where most of it fits.
fn stands(ui: &mut Ui, cx: &Cx<'_>, forecast: Option<&Forecast<'_>>, (short, long): (&str, &str)) {
    let language = cx.language();
    let late = forecast.and_then(|forecast| forecast.late.zip(forecast.said(language)));
    let Some((late, said)) = late else { return explained(ui, cx, short, long) };
    ui.horizontal(|ui| {
        gap_beside(ui, tokens::S);
        let in_short = RichText::new(words::late_short(&late, language)).color(cx.palette.warm.ink);
        ui.label(in_short).on_hover_text(format!("{said}\n{long}"));
        if text_width(ui, short) / 2.0 <= ui.available_width() {
            explained(ui, cx, short, long);
        }
    });
}

fn badge(ui: &mut Ui, tint: Tint, text: &str, hover: &str) {
    let shown = Frame::new()
        .fill(tint.tint)
        .corner_radius(CornerRadius::same(tokens::RADIUS))
        .inner_margin(Margin::symmetric(12, 4))
        .show(ui, |ui| {
            gap_beside(ui, tokens::XS);
            ui.horizontal(|ui| {
                ui.set_height(20.0);
                ui.label(RichText::new(icons::ANCHOR).color(tint.ink));
                ui.label(RichText::new(text).color(tint.ink).family(theme::bold()));
            });
        });
    shown.response.on_hover_text(hover);
}

fn explained(ui: &mut Ui, cx: &Cx<'_>, short: &str, long: &str) {
    let line = RichText::new(short).color(cx.palette.weak_text);
    let shown = ui.add(egui::Label::new(line).truncate().show_tooltip_when_elided(false));
    shown.on_hover_text(long);
}

/// Keeps the plan, chooses the message that carries it, and shows that message.
pub fn into_message(cx: &Cx<'_>, plan: &Plan, deal: &Deal, out: &mut Actions) {
    let message = Box::new(deal.message.carrying_the_plan(carrying(plan), cx.now.local()));
    let field = Field::PlanIntoMessage { plan: Box::new(plan.clone()), message };
    out.edit(Edit::Change { deal: deal.id.clone(), field });
    out.push(Action::Show(Tab::Message));
}

/// The strategy whose message includes the plan. Once money has arrived or is on its way, the message adapts by itself.
fn carrying(plan: &Plan) -> Strategy {
    let rows = plan.schedule().map(|schedule| PlanFacts::rows_of(&schedule)).unwrap_or_default();
    let of = |kind| rows.iter().filter(|row| row.kind == kind).count();
    match (of(RowKind::Deposit), of(RowKind::Line)) {
        (0, 0 | 1) => Strategy::Payment,
        (1, 0 | 1) => Strategy::ExplainDeposit,
        (_more, _or_lines) => Strategy::OfferInstalments,
    }
}
