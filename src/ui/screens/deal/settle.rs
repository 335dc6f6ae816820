//! In the head of a deal: what one click settles, a promise of ours that is due and a plan that is only proposed.

use egui::{RichText, Ui};

use crate::domain::deal::Deal;
use crate::domain::deal::touch::PromiseState;
use crate::domain::deposit::PlanChange;
use crate::domain::edit::{Edit, Field};
use crate::domain::today::ladder::{OurPromise, our_promise};
use crate::text::window::deal as words;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::widgets::{changing, link};

/// What we owe, once its day comes; also where a question of theirs is why the deal is listed.
pub fn promise_due(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    let due = our_promise(deal, cx.calendars.of(deal.buyer.country));
    let Some(OurPromise { index, .. }) = due.filter(|due| due.from <= cx.now.date) else { return };
    let Some(promise) = deal.promises.get(index) else { return };
    ui.label(RichText::new(icons::HANDSHAKE).color(cx.palette.warm.ink));
    ui.label(RichText::new(words::we_owe(promise, cx.language())).color(cx.palette.warm.ink));
    let text = &cx.text.story;
    for (name, state) in [(text.we_kept, PromiseState::Kept), (text.dropped, PromiseState::Dropped)] {
        if changing(ui, |ui| link(ui, None, name)).clicked() {
            out.edit_alone(Edit::SettlePromise { deal: deal.id.clone(), index, state });
        }
    }
}

/// A plan that nobody has agreed to yet: nothing in it is due.
pub fn proposed_plan(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    if !deal.plan_is_proposed() {
        return;
    }
    let text = &cx.text.deposit;
    let proposed = RichText::new(text.plan_proposed).color(cx.palette.weak_text);
    ui.label(proposed).on_hover_text(text.only_proposed);
    if changing(ui, |ui| link(ui, None, text.plan_agreed)).clicked() {
        out.edit_alone(agreed(cx, deal));
    }
}

fn agreed(cx: &Cx<'_>, deal: &Deal) -> Edit {
    let change = Box::new(PlanChange::Agreed);
    Edit::Change {
        deal: deal.id.clone(),
        field: Field::ChangePlan { change, on: cx.now.date, suggested: None },
    }
}
