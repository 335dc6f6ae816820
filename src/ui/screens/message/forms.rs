//! Names and goods that the reader of the message cannot read, each asked for once, above the draft.

use egui::Ui;

use super::{State, change};
use crate::domain::deal::Deal;
use crate::domain::message::NeededForm;
use crate::domain::script::forms::FormState;
use crate::text::buyer::drafts::Prepared;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::screens::spelled;
use crate::ui::tokens;
use crate::ui::widgets::{cell, changing, link, note, row, rule};

pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) {
    let draft = &prepared.draft;
    let forms = spelled::open_forms(&draft.forms, &mut state.open_forms);
    if forms.is_empty() {
        return;
    }
    note(ui, cx.text.compose.forms);
    row(ui, |ui| {
        for form in forms {
            cell(ui, |ui| {
                let (response, edit) = spelled::field(ui, cx, &deal.id, form);
                if let Some(edit) = edit {
                    out.edit(edit);
                }
                if form.state == FormState::Missing && std::mem::take(&mut state.focus_missing) {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
                if draft.edited {
                    put_in(ui, cx, deal, form, out);
                }
            });
        }
    });
    ui.add_space(tokens::S);
    rule(ui);
}

/// Puts a given form in place of the text in a draft that was edited by hand.
fn put_in(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, form: &NeededForm, out: &mut Actions) {
    let is_given = form.text != form.of;
    if form.state != FormState::Missing || !is_given {
        return;
    }
    if changing(ui, |ui| link(ui, None, cx.text.compose.put_form_in)).clicked() {
        change(deal, out, |work| {
            if let Some(edited) = &mut work.edited {
                edited.subject = edited.subject.replace(&form.of, &form.text);
                edited.body = edited.body.replace(&form.of, &form.text);
            }
        });
    }
}
