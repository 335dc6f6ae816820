//! The slim bar that always shows how much of the total the rows cover, what is left, and why there is no plan.

use egui::{Label, Pos2, Rect, RichText, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::domain::money::Money;
use crate::text::format;
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::{PlanOutcome, WorkedPlan};
use crate::ui::tokens;
use crate::ui::widgets::gap_beside;

/// Narrower than this, the bar is below its words.
const ONE_LINE_FROM: f32 = 520.0;
const HEIGHT: f32 = 6.0;
const GAP: f32 = 1.0;

/// A row's amount, and how much of it has arrived.
struct AllocatedAmount {
    amount: Money,
    paid: Money,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, worked: &WorkedPlan) {
    match &worked.outcome {
        Ok(outcome) => {
            let total = outcome.schedule.total();
            let said = (cx.text.plan_rows.allocated)(&format::money_with_code(total), &format::amount(total));
            let parts = parts_of(outcome);
            line(ui, cx, &said, cx.palette.weak_text, &parts, total);
        }
        Err(_why) => {
            let Some(facts) = worked.plan.terms.allocation() else { return };
            let nothing = Money::zero(facts.total.currency());
            let parts: Vec<AllocatedAmount> =
                facts.rows.iter().map(|amount| AllocatedAmount { amount: *amount, paid: nothing }).collect();
            let words = &cx.text.plan_rows;
            let share = facts.share.map(format::share).unwrap_or_default();
            let said = if facts.over.is_positive() {
                (words.over)(&format::money(facts.over, cx.language()))
            } else if facts.left.is_positive() {
                (words.left)(&share, &format::money(facts.left, cx.language()))
            } else {
                (words.allocated)(&format::money_with_code(facts.allocated), &format::amount(facts.total))
            };
            line(ui, cx, &said, cx.palette.warm.ink, &parts, facts.total);
        }
    }
}

fn parts_of(outcome: &PlanOutcome) -> Vec<AllocatedAmount> {
    outcome.rows.iter().map(|row| AllocatedAmount { amount: row.row.amount, paid: row.paid }).collect()
}

fn line(ui: &mut Ui, cx: &Cx<'_>, said: &str, ink: egui::Color32, parts: &[AllocatedAmount], total: Money) {
    let said = RichText::new(said).size(tokens::SMALL).color(ink);
    if ui.available_width() < ONE_LINE_FROM {
        ui.add(Label::new(said).wrap());
        bar(ui, cx, parts, total);
        return;
    }
    ui.horizontal(|ui| {
        gap_beside(ui, tokens::M);
        ui.add(Label::new(said));
        bar(ui, cx, parts, total);
    });
}

fn bar(ui: &mut Ui, cx: &Cx<'_>, parts: &[AllocatedAmount], total: Money) {
    let size = vec2(ui.available_width(), tokens::L);
    let (room, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, cx.text.plan_rows.bar));
    let track = Rect::from_center_size(room.center(), vec2(room.width(), HEIGHT));
    ui.painter().rect_filled(track, tokens::MARK, cx.palette.sunken);
    // An excess makes the bar longer than the total.
    let sum: f32 = parts.iter().map(|part| share(part.amount, total)).sum();
    let whole = sum.max(1.0);
    let over = sum > 1.0 + f32::EPSILON * 16.0;
    let (arrived, to_come) = if over {
        (cx.palette.warm.ink, cx.palette.warm.ink.gamma_multiply(0.6))
    } else {
        (cx.palette.cooling.ink, cx.palette.accent.gamma_multiply(0.6))
    };
    let mut from = track.left();
    let mut pointed: Option<usize> = None;
    for (index, part) in parts.iter().enumerate() {
        let width = track.width() * share(part.amount, total) / whole;
        let to = from + width;
        let end = (to - GAP).max(from + GAP / 2.0);
        let paid = from + (end - from) * share(part.paid, part.amount);
        let piece =
            |from: f32, to: f32| Rect::from_min_max(pos2(from, track.top()), pos2(to, track.bottom()));
        ui.painter().rect_filled(piece(from, end), 1.0, to_come);
        if paid > from {
            ui.painter().rect_filled(piece(from, paid), 1.0, arrived);
        }
        let under = |pointer: Pos2| pointer.x >= from && pointer.x < to;
        if response.hover_pos().is_some_and(under) {
            pointed = Some(index);
        }
        from = to;
    }
    if let Some((index, part)) = pointed.and_then(|index| Some((index, parts.get(index)?))) {
        let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        let percent = part.amount.share_of(total).map(format::share).unwrap_or_default();
        let amount = format::money(part.amount, cx.language());
        response.on_hover_text((cx.text.plan_rows.bar_part)(number, &amount, &percent));
    }
}

/// A share as a float, for drawing only.
fn share(part: Money, whole: Money) -> f32 {
    let whole = whole.minor() as f32;
    if whole > 0.0 { (part.minor() as f32 / whole).max(0.0) } else { 0.0 }
}
