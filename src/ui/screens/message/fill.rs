//! The fields that the draft still needs, shown right above it.

use egui::{Response, RichText, Ui};

use super::{State, change};
use crate::domain::deal::Deal;
use crate::domain::edit::Edit;
use crate::domain::library::{Company, Library};
use crate::domain::message::{AskedOffer, FieldId, FieldKind, FieldValue, Unfit, read_typed};
use crate::domain::names::Named as _;
use crate::domain::typed::percent::is_percent;
use crate::text::buyer::drafts::{Prepared, labels};
use crate::text::format;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::theme::palette;
use crate::ui::tokens;
use crate::ui::widgets::{
    cell, changing, growing_field, link, links_in_text, note, row, rule, text_field_hinted, text_lines,
};

/// The fields that are open; once all are filled and left, one line that names them.
pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) {
    // In a draft edited by hand the brackets are replaced in the text itself.
    let fields = fields_shown(prepared, state);
    if fields.is_empty() || prepared.draft.edited {
        return;
    }
    if state.folds(prepared) {
        folded(ui, cx, &fields, state);
    } else {
        let answers = |field: &FieldId| FieldId::ANSWERS.contains(field);
        let (points, others): (Vec<FieldId>, Vec<FieldId>) = fields.into_iter().partition(answers);
        let mut used = answer_fields(ui, cx, deal, &points, prepared, state, out);
        if !others.is_empty() {
            note(ui, cx.text.compose.to_fill);
            row(ui, |ui| {
                for field in others {
                    used |= cell(ui, |ui| one(ui, cx, deal, field, prepared, state, out));
                }
            });
        }
        state.unfolded &= used || !state.in_use;
        state.in_use = used;
    }
    ui.add_space(tokens::S);
    rule(ui);
}

/// What this strategy has needed so far, the answers in their order.
fn fields_shown(prepared: &Prepared, state: &State) -> Vec<FieldId> {
    let promised = [FieldId::OurPromise, FieldId::OurPromiseDay];
    let known = prepared.filled.iter().filter(|field| !promised.contains(*field));
    let mut fields: Vec<FieldId> = known.chain(&state.open_fields).copied().collect();
    fields.retain(|field| offered(*field));
    fields.sort();
    fields.dedup();
    fields
}

fn folded(ui: &mut Ui, cx: &Cx<'_>, fields: &[FieldId], state: &mut State) {
    let names: Vec<&str> = fields.iter().map(|field| labels::field(*field, cx.language())).collect();
    text_lines(ui);
    ui.horizontal_wrapped(|ui| {
        links_in_text(ui);
        note(ui, &(cx.text.compose.filled)(&names));
        state.unfolded = changing(ui, |ui| link(ui, None, cx.text.compose.change)).clicked();
    });
}

/// Each of their points with the field for its answer; below them the offer for what they asked.
fn answer_fields(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    points: &[FieldId],
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) -> bool {
    let mut used = false;
    if points.is_empty() {
        return used;
    }
    for field in points {
        used |= one(ui, cx, deal, *field, prepared, state, out);
    }
    if let Some(asked) = &prepared.asked {
        note(ui, &worked_out(cx, deal, asked));
    }
    used
}

/// `For what they asked: 180 pcs × SEK 1,205.00 = SEK 216,900.00 · Deposit: SEK 65,070.00`.
fn worked_out(cx: &Cx<'_>, deal: &Deal, asked: &AskedOffer) -> String {
    let (words, language) = (&cx.text.compose, cx.language());
    let quantity = asked.quantity.as_deref().unwrap_or(&deal.agreed.quantity);
    let price = asked.price.or(deal.agreed.unit_price);
    let price = price.map(|price| format::price(price, asked.total.currency(), language));
    let total = format::money(asked.total, language);
    let sum = price.map_or_else(|| total.clone(), |price| format!("{quantity} × {price} = {total}"));
    let deposit = asked.deposit.map(|deposit| (words.deposit)(&format::money(deposit, language)));
    [Some((words.worked_out)(&sum)), deposit].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Whether the field is in use.
fn one(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    field: FieldId,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) -> bool {
    let company = &cx.document.library.company;
    let value = match of_company(company, field) {
        Some(text) => text.to_owned(),
        None => deal.message.fields.get(field.name()).cloned().unwrap_or_default(),
    };
    let (response, typed) = typed_into(ui, cx, field, &value, prepared);
    if prepared.draft.missing.contains(&field) && std::mem::take(&mut state.focus_missing) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if let Some(text) = typed {
        if of_company(company, field).is_some() {
            out.edit(Edit::Library(Box::new(with_company(&cx.document.library, field, text))));
        } else {
            change(deal, out, |work| work.fill(field, text));
        }
    }
    match read_typed(field, &value, &deal.agreed, &deal.message) {
        Ok(FieldValue::Money(money)) if is_percent(&value) => {
            note(ui, &format!("= {}", format::money(money, cx.language())));
        }
        Ok(_as_typed) => {}
        Err(why) => wrong(ui, unfit(cx, field.kind(), why)),
    }
    response.has_focus()
}

/// An answer stands below the point that it answers.
fn typed_into(
    ui: &mut Ui,
    cx: &Cx<'_>,
    field: FieldId,
    value: &str,
    prepared: &Prepared,
) -> (Response, Option<String>) {
    let label = labels::field(field, cx.language());
    if let Some(point) = FieldId::ANSWERS.iter().position(|answer| *answer == field) {
        let question = prepared.points.get(point).map_or(label, String::as_str);
        return growing_field(ui, field.name(), question, value, label);
    }
    let company = matches!(field, FieldId::Sender | FieldId::SenderRole | FieldId::Company);
    text_field_hinted(ui, label, value, if company { cx.text.compose.kept_for_all } else { "" })
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
