//! The draft: subject and body as separate fields, freely editable, with unfilled fields marked.

use std::ops::Range;
use std::sync::Arc;

use egui::text::CCursor;
use egui::{Frame, Galley, Margin, Pos2, TextBuffer, TextEdit, Ui};

use super::letter::{BlockTop, LetterStyle, WiderGap};
use super::{change, choose, set_aside};
use crate::domain::deal::Deal;
use crate::domain::message::{Edited, identity};
use crate::text::buyer::drafts::{MessageDraft, Prepared};
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    changing, gap_below, gap_beside, icon_button, link, may_change, note, with_own_undo,
};
use crate::ui::{icons, tokens};

/// Returns where its blocks stand. `gaps`: where the text beside it needs more room.
pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    gaps: &[WiderGap],
    out: &mut Actions,
) -> Vec<BlockTop> {
    let draft = &prepared.draft;
    gap_below(ui, tokens::S);
    set_aside::show(ui, cx, deal, draft, out);
    if !draft.subject.is_empty() || draft.edited {
        subject(ui, cx, deal, draft, out);
    }
    let style = LetterStyle::of_draft(cx.palette, prepared.choice.channel);
    let tops = body(ui, cx, deal, draft, style, gaps, out);
    if draft.edited {
        ui.horizontal(|ui| {
            note(ui, cx.text.compose.edited);
            if changing(ui, |ui| link(ui, Some(icons::ARROW_COUNTER_CLOCKWISE), cx.text.compose.write_anew))
                .clicked()
            {
                choose(cx, deal, out, |_work| {});
            }
        });
    }
    tops
}

fn subject(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, draft: &MessageDraft, out: &mut Actions) {
    ui.horizontal(|ui| {
        gap_beside(ui, tokens::S);
        let mut text = draft.subject.clone();
        let width = ui.available_width() - tokens::CONTROL - tokens::S;
        let id = ui.make_persistent_id("subject");
        let response = with_own_undo(ui, id, &mut text, |ui, writing| {
            let edit = TextEdit::singleline(writing)
                .id(id)
                .frame(Frame::NONE)
                .margin(Margin::ZERO)
                .text_color(cx.palette.weak_text)
                .min_size(egui::vec2(0.0, tokens::CONTROL))
                .align(egui::Align2::LEFT_CENTER)
                .desired_width(width);
            ui.add(edit)
        });
        named(&response, cx.text.compose.subject, &draft.subject);
        if response.changed() && may_change(ui) {
            keep(deal, draft, text, draft.body.clone(), out);
        }
        if icon_button(ui, icons::COPY, cx.text.compose.copy_subject).clicked() {
            out.push(Action::CopyText(draft.subject.clone()));
        }
    });
}

fn body(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    draft: &MessageDraft,
    style: LetterStyle,
    gaps: &[WiderGap],
    out: &mut Actions,
) -> Vec<BlockTop> {
    let mut text = draft.body.clone();
    let mut layout = |ui: &Ui, buffer: &dyn TextBuffer, width: f32| -> Arc<Galley> {
        let unchanged = buffer.as_str() == draft.body;
        let marks: &[Range<usize>] = if unchanged { &draft.unfilled } else { &[] };
        let gaps = if unchanged { gaps } else { &[] };
        ui.fonts_mut(|fonts| fonts.layout_job(style.set(buffer.as_str(), marks, gaps, width)))
    };
    let id = ui.make_persistent_id("body");
    let mut tops = Vec::new();
    let response = with_own_undo(ui, id, &mut text, |ui, writing| {
        let edit = TextEdit::multiline(writing)
            .id(id)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(f32::INFINITY)
            .desired_rows(4)
            .layouter(&mut layout);
        let shown = edit.show(ui);
        tops = tops_of(draft, &shown.galley, shown.galley_pos);
        shown.response.response
    });
    named(&response, cx.text.compose.body, &draft.body);
    if response.changed() && may_change(ui) {
        keep(deal, draft, draft.subject.clone(), text, out);
    }
    tops
}

fn tops_of(draft: &MessageDraft, galley: &Galley, at: Pos2) -> Vec<BlockTop> {
    let top = |start: usize| {
        let before = draft.body.get(..start).unwrap_or_default().chars().count();
        at.y + galley.pos_from_cursor(CCursor::new(before)).top()
    };
    draft.blocks.iter().map(|part| BlockTop { block: part.block, top: top(part.range.start) }).collect()
}

fn named(response: &egui::Response, name: &'static str, value: &str) {
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
        info.current_text_value = Some(value.to_owned());
        info
    });
}

/// Saves the seller's own text with the deal, along with the text it was made from; an unchanged draft is not saved.
fn keep(deal: &Deal, draft: &MessageDraft, subject: String, body: String, out: &mut Actions) {
    if identity(&subject, &body) == draft.generated {
        change(deal, out, |work| work.edited = None);
        return;
    }
    let of = deal
        .message
        .edited
        .as_ref()
        .filter(|_| draft.edited)
        .map_or_else(|| draft.generated.clone(), |edited| edited.of.clone());
    change(deal, out, |work| work.edited = Some(Edited::new(subject, body, of)));
}
