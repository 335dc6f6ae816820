//! The terms most often varied: how much before production, in how many parts, from when.

use egui::Ui;

use crate::domain::deposit::{DepositTerms, Plan, PlanChange, Terms, TermsRows};
use crate::domain::money::Percent;
use crate::domain::typed::percent::understand_percent;
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::fields::{count_field, deposit_field, interval_field};
use crate::ui::tokens;
use crate::ui::widgets::date_field;
use crate::ui::widgets::{Typed, gap_below, parsed_field};

/// Returns a change of the plan; what production waits for stays the same.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) -> Option<PlanChange> {
    let TermsRows::Deposit(rows) = &plan.terms.rows else { return None };
    let words = &cx.text.deposit;
    let with_rows = |rows: DepositTerms| {
        PlanChange::ByHand(Terms { rows: TermsRows::Deposit(rows), ..plan.terms.clone() })
    };
    let mut changed = None;
    gap_below(ui, tokens::S);
    if let Some(deposit) = deposit_field(ui, cx, plan.terms.total, rows.deposit, None) {
        changed = Some(with_rows(DepositTerms { deposit, ..rows.clone() }));
    }
    if let Some(parts) = count_field(ui, words.parts, words.bad_parts, rows.parts) {
        changed = Some(with_rows(DepositTerms { parts, ..rows.clone() }));
    }
    if let Some(every) = interval_field(ui, cx, rows.every) {
        changed = Some(with_rows(DepositTerms { every, ..rows.clone() }));
    }
    if let Some(Some(start)) = date_field(ui, cx, words.first_part, Some(plan.terms.start)) {
        changed = Some(PlanChange::ByHand(Terms { start, ..plan.terms.clone() }));
    }
    if let Some(production_share) = starts_at(ui, cx, plan.production_share) {
        changed = Some(PlanChange::ProductionShare(production_share));
    }
    changed
}

fn starts_at(ui: &mut Ui, cx: &Cx<'_>, share: Option<Percent>) -> Option<Option<Percent>> {
    let typed = Typed {
        label: cx.text.compare.starts_at,
        shown: share.map_or_else(String::new, |share| share.decimal().to_string()),
        hint: "30",
        read: &|text: &str| match text.trim() {
            "" => Ok(None),
            share => understand_percent(share)
                .one()
                .map(Some)
                .ok_or_else(|| cx.text.deposit.bad_deposit.to_owned()),
        },
        right_aligned: false,
    };
    parsed_field(ui, &typed)
}
