//! Above the draft: the seller's own texts that were not sent, each to be brought back by a click.

use egui::Ui;

use super::changed;
use crate::domain::deal::Deal;
use crate::domain::message::SetAside;
use crate::text::buyer::drafts::MessageDraft;
use crate::text::format;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::widgets::{changing, link, links_in_text, note, shortened, text_lines};
use crate::ui::{icons, tokens};

/// The newest of them; the others follow as these are brought back.
const MOST_SHOWN: usize = 3;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, draft: &MessageDraft, out: &mut Actions) {
    let texts = deal.message.set_aside.iter().enumerate().rev();
    let others = texts.filter(|(_, aside)| aside.text.body != draft.body);
    for (index, aside) in others.take(MOST_SHOWN) {
        ui.push_id(("set aside", index), |ui| {
            text_lines(ui);
            ui.horizontal_wrapped(|ui| {
                links_in_text(ui);
                note(ui, &name(cx, aside)).on_hover_text(shortened(&aside.text.body));
                ui.add_space(tokens::XS);
                let back =
                    |ui: &mut Ui| link(ui, Some(icons::ARROW_COUNTER_CLOCKWISE), cx.text.compose.bring_back);
                if changing(ui, back).clicked() {
                    out.edit_alone(changed(deal, |work| work.bring_back(index, cx.now.local())));
                }
            });
        });
    }
}

/// By its time; by its day where that is another.
fn name(cx: &Cx<'_>, aside: &SetAside) -> String {
    let words = &cx.text.compose;
    match aside.at {
        Some(at) if at.date() == cx.now.date => (words.your_text)(&at.format("%H:%M").to_string()),
        Some(at) => (words.your_text)(&format::date_compact(at.date(), cx.language())),
        None => words.other_text.to_owned(),
    }
}
