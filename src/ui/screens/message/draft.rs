//! The draft: subject and body as separate fields, freely editable, with unfilled fields marked.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Galley, Margin, TextBuffer, TextEdit, Ui};

use super::{change, choose, set_aside};
use crate::domain::deal::Deal;
use crate::domain::message::{Edited, identity};
use crate::text::buyer::drafts::{MessageDraft, Prepared};
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::tokens::Palette;
use crate::ui::widgets::{
    changing, gap_below, gap_beside, icon_button, link, may_change, note, with_own_undo,
};
use crate::ui::{icons, theme, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, prepared: &Prepared, out: &mut Actions) {
    let draft = &prepared.draft;
    gap_below(ui, tokens::S);
    set_aside::show(ui, cx, deal, draft, out);
    // A line of a letter is at most 75 characters long.
    ui.set_max_width(ui.available_width().min(tokens::MEASURE));
    if !draft.subject.is_empty() || draft.edited {
        subject(ui, cx, deal, draft, out);
    }
    body(ui, cx, deal, draft, out);
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

fn body(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, draft: &MessageDraft, out: &mut Actions) {
    let mut text = draft.body.clone();
    let palette = cx.palette;
    let mut layout = |ui: &Ui, buffer: &dyn TextBuffer, width: f32| -> Arc<Galley> {
        let unchanged = buffer.as_str() == draft.body;
        let marks: &[Range<usize>] = if unchanged { &draft.unfilled } else { &[] };
        ui.fonts_mut(|fonts| {
            fonts.layout_job(marked(buffer.as_str(), marks, palette, tokens::BODY, width, false))
        })
    };
    let id = ui.make_persistent_id("body");
    let response = with_own_undo(ui, id, &mut text, |ui, writing| {
        let edit = TextEdit::multiline(writing)
            .id(id)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(f32::INFINITY)
            .desired_rows(4)
            .layouter(&mut layout);
        ui.add(edit)
    });
    named(&response, cx.text.compose.body, &draft.body);
    if response.changed() && may_change(ui) {
        keep(deal, draft, draft.subject.clone(), text, out);
    }
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

/// The same message in the seller's own language; only to read.
pub fn reading(ui: &mut Ui, cx: &Cx<'_>, draft: &MessageDraft) {
    note(ui, cx.text.compose.reading);
    ui.add_space(tokens::S);
    let width = ui.available_width();
    let job = marked(&draft.body, &draft.unfilled, cx.palette, tokens::SMALL, width, true);
    ui.label(job);
}

/// Text with its unfilled fields in amber on a tint.
fn marked(
    text: &str,
    marks: &[Range<usize>],
    palette: &Palette,
    size: f32,
    width: f32,
    weak: bool,
) -> LayoutJob {
    let ink = if weak { palette.weak_text } else { palette.text };
    let line_height = Some(if weak { tokens::LEADING - 2.0 } else { tokens::LEADING });
    let plain = TextFormat { font_id: theme::font(size), color: ink, line_height, ..TextFormat::default() };
    let open = TextFormat {
        font_id: theme::bold_font(size),
        color: palette.warm.ink,
        background: palette.warm.tint,
        line_height,
        ..TextFormat::default()
    };
    let gap = TextFormat { line_height: Some(tokens::L - tokens::XS), ..plain.clone() };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    // Half a line between paragraphs: an empty line is lower than a written one.
    let paragraphs = |job: &mut LayoutJob, text: &str| {
        for (index, part) in text.split("\n\n").enumerate() {
            if index > 0 {
                job.append("\n", 0.0, plain.clone());
                job.append("\n", 0.0, gap.clone());
            }
            job.append(part, 0.0, plain.clone());
        }
    };
    let mut done = 0;
    for mark in marks {
        let (Some(before), Some(inside)) = (text.get(done..mark.start), text.get(mark.clone())) else {
            continue;
        };
        paragraphs(&mut job, before);
        job.append(inside, 0.0, open.clone());
        done = mark.end;
    }
    paragraphs(&mut job, text.get(done..).unwrap_or_default());
    job
}
