//! Remarks below a row: it is out of date order, or a payment fell a little short.

use egui::{Frame, Margin, RichText, Ui};

use crate::domain::deposit::{PlanChange, RowStatus, Status};
use crate::text::format;
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::{PlanOutcome, PlanWish};
use crate::ui::widgets::{changing, gap_beside, link, links_in_text, note, text_lines};
use crate::ui::{icons, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, outcome: &PlanOutcome, status: &RowStatus) -> Option<PlanWish> {
    let (order, fees) = (out_of_order(cx, outcome, status), status.likely_fees());
    if order.is_none() && fees.is_none() {
        return None;
    }
    let mut wish = None;
    Frame::new().inner_margin(Margin { left: 12, right: 12, top: 0, bottom: 4 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        // Must be set before a line begins: egui makes it at least this high.
        text_lines(ui);
        if let Some(order) = order {
            remark(ui, cx, &order, |_ui| {});
        }
        if let Some(fees) = fees {
            let short = (cx.text.deposit.likely_fees)(&format::money(fees, cx.language()));
            remark(ui, cx, &short, |ui| {
                if changing(ui, |ui| link(ui, None, cx.text.deposit.accept_fees)).clicked() {
                    wish = Some(PlanWish::Change(PlanChange::AcceptFees(fees)));
                }
            });
        }
    });
    wish
}

/// Only for unpaid rows: the order of paid ones no longer matters.
fn out_of_order(cx: &Cx<'_>, outcome: &PlanOutcome, status: &RowStatus) -> Option<String> {
    let row = Some(&status.row).filter(|_| status.status != Status::Paid)?;
    let above = outcome.schedule.later_above(row)?;
    let next = above.n.saturating_add(1) == row.n;
    let name = (!next).then(|| outcome.name(above.n, cx.language()));
    Some(words::later_above(name.as_deref(), cx.language()))
}

fn remark(ui: &mut Ui, cx: &Cx<'_>, said: &str, ways: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        gap_beside(ui, tokens::XS);
        links_in_text(ui);
        ui.label(RichText::new(icons::INFO).size(tokens::SMALL).color(cx.palette.weak_text));
        note(ui, said);
        ui.add_space(tokens::S);
        ways(ui);
    });
}
