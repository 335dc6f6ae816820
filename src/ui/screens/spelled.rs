//! How texts in another script are written for their readers: a field for each, and a way to keep it as it is.

use egui::{Response, Ui};

use crate::domain::deal::DealId;
use crate::domain::edit::Edit;
use crate::domain::message::NeededForm;
use crate::domain::script::forms::FormState;
use crate::text::buyer::drafts::labels;
use crate::text::buyer::words::window::language_name;
use crate::text::visible::in_one_line;
use crate::ui::cx::Cx;
use crate::ui::widgets::{changing, link, text_field_hinted};

/// A longer text is shown in part above its field, in characters.
const LONGEST: usize = 40;

/// The fields that are needed now, or were since `open` was emptied: a field stays while it is being filled.
pub fn open_forms<'a>(needed: &'a [NeededForm], open: &mut Vec<String>) -> Vec<&'a NeededForm> {
    for form in needed.iter().filter(|form| form.state == FormState::Missing) {
        if !open.contains(&form.of) {
            open.push(form.of.clone());
        }
    }
    needed.iter().filter(|form| open.contains(&form.of)).collect()
}

/// The field, and the change where something was typed or is to be kept.
pub fn field(ui: &mut Ui, cx: &Cx<'_>, deal: &DealId, form: &NeededForm) -> (Response, Option<Edit>) {
    let words = &cx.text.compose;
    let shown = in_one_line(&form.of, LONGEST);
    let language = language_name(&form.language, cx.language()).unwrap_or(&form.language);
    let label = (words.form_of)(labels::field(form.field, cx.language()), language, &shown);
    let value = match form.state {
        FormState::Missing if form.text == form.of => "",
        FormState::Missing | FormState::Given | FormState::Kept | FormState::NotNeeded => &form.text,
    };
    let (response, typed) = text_field_hinted(ui, &label, value, "");
    let keep = |ui: &mut Ui| link(ui, None, &(words.keep_form)(&shown));
    let kept = form.state == FormState::Missing && changing(ui, keep).clicked();
    let text = typed.or(kept.then(|| form.of.clone()));
    let edit = text.map(|text| Edit::KnowForm {
        deal: deal.clone(),
        home: form.home,
        form: Box::new(form.given(text)),
    });
    (response, edit)
}
