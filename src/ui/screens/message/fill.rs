//! The fields that the draft still needs, shown right above it.

use egui::{RichText, Ui};

use super::{State, change};
use crate::domain::deal::Deal;
use crate::domain::edit::Edit;
use crate::domain::library::{Company, Library};
use crate::domain::message::{FieldId, FieldKind, FieldValue, Unfit, read_typed};
use crate::domain::names::Named as _;
use crate::domain::typed::percent::is_percent;
use crate::text::buyer::drafts::{Prepared, labels};
use crate::text::format;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::theme::palette;
use crate::ui::tokens;
use crate::ui::widgets::{cell, note, row, rule, text_field_hinted};

pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) {
    // In a draft edited by hand the brackets are replaced in the text itself.
    let fields: Vec<FieldId> = state.open_fields.iter().copied().filter(|field| offered(*field)).collect();
    if fields.is_empty() || prepared.draft.edited {
        return;
    }
    note(ui, cx.text.compose.to_fill);
    row(ui, |ui| {
        for field in fields {
            cell(ui, |ui| one(ui, cx, deal, field, prepared, state, out));
        }
    });
    ui.add_space(tokens::S);
    rule(ui);
}

fn one(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    field: FieldId,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) {
    let label = labels::field(field, cx.language());
    let company = &cx.document.library.company;
    let value = match of_company(company, field) {
        Some(text) => text.to_owned(),
        None => deal.message.fields.get(field.name()).cloned().unwrap_or_default(),
    };
    let hint = if of_company(company, field).is_some() { cx.text.compose.kept_for_all } else { "" };
    let (response, typed) = text_field_hinted(ui, label, &value, hint);
    if prepared.draft.missing.contains(&field) && std::mem::take(&mut state.focus_missing) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if let Some(text) = typed {
        if of_company(company, field).is_some() {
            out.edit(Edit::Library(Box::new(with_company(&cx.document.library, field, text))));
        } else {
            change(deal, out, |work| {
                if text.trim().is_empty() {
                    work.fields.remove(field.name());
                } else {
                    work.fields.insert(field.name().to_owned(), text);
                }
            });
        }
    }
    match read_typed(field, &value, &deal.agreed, &deal.message) {
        Ok(FieldValue::Money(money)) if is_percent(&value) => {
            note(ui, &format!("= {}", format::money(money, cx.language())));
        }
        Ok(_as_typed) => {}
        Err(why) => wrong(ui, unfit(cx, field.kind(), why)),
    }
}

/// Why the typed text is not used in the message, or nothing.
fn unfit(cx: &Cx<'_>, kind: FieldKind, why: Unfit) -> &'static str {
    let words = &cx.text.compose;
    match (why, kind) {
        (Unfit::Empty, _) => "",
        (Unfit::Date(why), _) => (cx.text.deal.bad_date)(why),
        (Unfit::NoTotal, _) => words.no_total,
        (Unfit::Ambiguous, _) => words.two_amounts,
        (Unfit::Unreadable, FieldKind::Share) => cx.text.deposit.bad_share,
        (Unfit::Unreadable, FieldKind::Days | FieldKind::Years) => words.bad_count,
        (
            Unfit::Unreadable,
            FieldKind::Money
            | FieldKind::Price
            | FieldKind::Name
            | FieldKind::Text
            | FieldKind::Date
            | FieldKind::Sentences
            | FieldKind::Rows,
        ) => cx.text.deal.bad_amount,
    }
}

fn wrong(ui: &mut Ui, words: &str) {
    if !words.is_empty() {
        ui.label(RichText::new(words).size(tokens::SMALL).color(palette(ui.ctx()).danger.ink));
    }
}

/// Plans are made on the deposit page, not typed here.
fn offered(field: FieldId) -> bool {
    !matches!(field, FieldId::PlanRows)
}

/// The signing company's fields, which are typed once for all deals.
fn of_company(company: &Company, field: FieldId) -> Option<&str> {
    match field {
        FieldId::Sender => Some(&company.sender),
        FieldId::SenderRole => Some(&company.role),
        FieldId::Company => Some(&company.name),
        _other => None,
    }
}

fn with_company(library: &Library, field: FieldId, text: String) -> Library {
    let mut library = library.clone();
    match field {
        FieldId::Sender => library.company.sender = text,
        FieldId::SenderRole => library.company.role = text,
        _company => library.company.name = text,
    }
    library
}
