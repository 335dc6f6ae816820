//! When production starts and the goods ship, as a sentence with two blanks.

use egui::{Margin, RichText, TextEdit, Ui, WidgetInfo};

use crate::domain::deal::Deal;
use crate::domain::deposit::{Plan, PlanChange, Production};
use crate::domain::typed::count::{CountUnit, understand_count};
use crate::domain::typed::percent::understand_percent;
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::forecast::Forecast;
use crate::ui::screens::deposit::{PlanOutcome, PlanWish, timeline};
use crate::ui::tokens;
use crate::ui::widgets::{forget_text, gap_beside, keep_text, kept_text, warning, weak, with_own_undo};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: &Deal, outcome: &PlanOutcome) -> Option<PlanWish> {
    let forecast = Forecast::of(cx, plan, deal, outcome);
    let wish = sentence(ui, cx, plan, deal, &forecast.production);
    if let Some(late) = forecast.said(cx.language()) {
        warning(ui, &late);
    }
    let lead_time = deal.agreed.lead_time_days;
    if let Some((own, other)) = plan.ships_days_after.zip(lead_time).filter(|(own, other)| own != other) {
        weak(ui, &words::other_lead_time(own, other, cx.language()));
    }
    if let Some(open) = forecast.production.open_after_shipment(plan, &outcome.rows) {
        let share = open.share_of(outcome.schedule.total());
        weak(ui, &words::open_after_shipment(open, share, cx.language()));
    }
    timeline::show(ui, cx, &forecast, outcome);
    wish
}

fn sentence(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: &Deal, production: &Production) -> Option<PlanWish> {
    let words = &cx.text.deposit;
    let starts = production.start.map(|start| words::production_start(start, cx.language()));
    let lead_time = deal.agreed.lead_time_days;
    let hint = lead_time.map_or_else(String::new, |days| days.to_string());
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        gap_beside(ui, tokens::XS);
        let weak = |ui: &mut Ui, text: &str| ui.label(RichText::new(text).color(cx.palette.weak_text));
        let [before, share_name] = words.production;
        weak(ui, before);
        let share = plan.production_share.map_or_else(String::new, |share| share.decimal().to_string());
        if let Some(share) = blank(ui, cx, share_name, (&share, ""), &|text| understand_percent(text).one()) {
            wish = Some(PlanWish::Change(PlanChange::ProductionShare(share)));
        }
        weak(ui, &(words.production_then)(starts.as_deref()));
        let days = plan.ships_days_after.map_or_else(String::new, |days| days.to_string());
        let read = |text: &str| understand_count(text, CountUnit::Days, 0..=9_999).one();
        if let Some(days) = blank(ui, cx, words.production_days, (&days, &hint), &read) {
            wish = Some(PlanWish::Change(PlanChange::ShipsDaysAfter(days)));
        }
        weak(ui, &words::ships(production, cx.language()));
    });
    wish
}

/// A field within a sentence, with the value that applies while it is empty. Returns the new value; `Some(None)` where
/// it was emptied. Text that cannot be read turns red.
fn blank<T>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    (shown, hint): (&str, &str),
    read: &dyn Fn(&str) -> Option<T>,
) -> Option<Option<T>> {
    let id = ui.make_persistent_id(name);
    let mut text = kept_text(ui, id).unwrap_or_else(|| shown.to_owned());
    let value = match text.trim() {
        "" => Some(None),
        some => read(some).map(Some),
    };
    let ink = if value.is_some() { cx.palette.text } else { cx.palette.danger.ink };
    let response = with_own_undo(ui, id, &mut text, |ui, writing| {
        let edit = TextEdit::singleline(writing)
            .id(id)
            .hint_text(hint)
            .text_color(ink)
            .desired_width(tokens::CONTROL)
            .align(egui::Align2::CENTER_CENTER)
            .margin(Margin::symmetric(4, 2));
        ui.add(edit)
    });
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::TextInput, true, name);
        info.current_text_value = Some(text.clone());
        info
    });
    let response = response.on_hover_text(name);
    if response.changed() && crate::ui::widgets::may_change(ui) {
        keep_text(ui, id, text.clone());
        return match text.trim() {
            "" => Some(None),
            some => read(some).map(Some),
        };
    }
    if !response.has_focus() && value.is_some() {
        forget_text(ui, id);
    }
    None
}
