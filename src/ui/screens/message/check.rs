//! Check this text: any text held against the deal, marked in place, with the deal's values a click away.

use std::ops::Range;
use std::rc::Rc;

use chrono::NaiveDate;
use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Margin, TextBuffer, TextEdit, Ui};

use crate::domain::deal::Deal;
use crate::domain::message::proofread::{TextFinding, TextGroup};
use crate::text::Language;
use crate::text::buyer::proofread::brief::{BriefNames, brief};
use crate::text::buyer::proofread::{Proofread, ProofreadAs, known_facts, proofread};
use crate::text::window::deal::proofread::{CheckWords, check_words, group, reason};
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::tokens::Palette;
use crate::ui::widgets::{
    Emphasis, bottom_bar, button, button_with, changing, gap_below, heading, link, note, rule,
    scrolled_content, shortened, tick, warning, weak, with_own_undo, wrapped,
};
use crate::ui::{icons, theme, tokens};

/// The text that is being checked.
#[derive(Debug, Default)]
pub(super) struct CheckedText {
    text: String,
    /// Whether the brief names people and companies.
    names: bool,
    checked: Option<(CheckKey, Rc<Proofread>)>,
}

/// What a check was made of: the document's revision, the day, the text.
type CheckKey = (u64, NaiveDate, String);

/// What the panel asks of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CheckWish {
    Close,
    /// Copy this text and log it.
    Copy(String),
}

pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    state: &mut CheckedText,
    out: &mut Actions,
) -> Option<CheckWish> {
    let words = check_words(cx.language());
    let mut wish = None;
    let checked = state.checked(cx, deal);
    let is_empty = state.text.trim().is_empty();
    let pressed = bottom_bar(ui, "check", |ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let free = !is_empty && !checked.blocks();
            let name = cx.text.commands.copy_and_log;
            let copy = |ui: &mut Ui| {
                let copy = |ui: &mut Ui| button_with(ui, Emphasis::Primary, Some(icons::COPY), name, None);
                ui.add_enabled_ui(free, copy).inner
            };
            let pressed = changing(ui, copy).clicked();
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                summary(ui, words, &checked, is_empty)
            });
            pressed
        })
        .inner
    });
    if pressed {
        wish = Some(CheckWish::Copy(state.text.clone()));
    }
    scrolled_content(ui, "check", |ui| {
        ui.set_max_width(ui.available_width().min(tokens::MEASURE));
        ui.horizontal(|ui| {
            heading(ui, words.title);
            if link(ui, Some(icons::ARROW_LEFT), words.back).clicked() {
                wish = Some(CheckWish::Close);
            }
        });
        brief_line(ui, cx, deal, state, words, out);
        gap_below(ui, tokens::S);
        text_field(ui, cx, state, &checked, words);
        findings(ui, cx, deal, state, &checked, words);
    });
    wish
}

impl CheckedText {
    /// Checked again only when the text or the deal has changed.
    fn checked(&mut self, cx: &Cx<'_>, deal: &Deal) -> Rc<Proofread> {
        if let Some(((revision, day, text), checked)) = &self.checked
            && (*revision, *day, text) == (cx.revision, cx.now.date, &self.text)
        {
            return checked.clone();
        }
        let checked = Rc::new(proofread(&self.text, deal, cx.document, cx.now.date, ProofreadAs::default()));
        self.checked = Some(((cx.revision, cx.now.date, self.text.clone()), checked.clone()));
        checked
    }
}

fn summary(ui: &mut Ui, words: &CheckWords, checked: &Proofread, is_empty: bool) {
    if is_empty {
        return;
    }
    match checked.findings.len() {
        0 => {
            weak(ui, &(words.all_right)(checked.known.len()));
        }
        count => {
            warning(ui, &(words.to_look_at)(count));
        }
    }
}

/// The facts for an assistant, on the clipboard.
fn brief_line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    state: &mut CheckedText,
    words: &CheckWords,
    out: &mut Actions,
) {
    ui.horizontal(|ui| {
        if button(ui, Some(icons::COPY), words.brief).on_hover_text(words.brief_hint).clicked() {
            let facts = known_facts(deal, cx.document, cx.now.date);
            let names = if state.names { BriefNames::Named } else { BriefNames::Left };
            out.push(Action::CopyText(brief(deal, cx.document, &facts, names, cx.language())));
        }
        if tick(ui, state.names, words.with_names).clicked() {
            state.names = !state.names;
        }
    });
}

fn text_field(ui: &mut Ui, cx: &Cx<'_>, state: &mut CheckedText, checked: &Proofread, words: &CheckWords) {
    let id = ui.make_persistent_id("checked text");
    let before = state.text.clone();
    let palette = cx.palette;
    let marks = marks(checked);
    let mut layout = |ui: &Ui, buffer: &dyn TextBuffer, width: f32| {
        let shown: &[Mark] = if buffer.as_str() == before { &marks } else { &[] };
        ui.fonts_mut(|fonts| fonts.layout_job(marked(buffer.as_str(), shown, palette, width)))
    };
    let mut galley = None;
    let response = with_own_undo(ui, id, &mut state.text, |ui, writing| {
        let edit = TextEdit::multiline(writing)
            .id(id)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(f32::INFINITY)
            .desired_rows(8)
            .hint_text(words.paste_here)
            .layouter(&mut layout);
        let shown = edit.show(ui);
        galley = Some((shown.galley, shown.galley_pos));
        shown.response.response
    });
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::MultilineTextInput, true, words.field);
        info.current_text_value = Some(before.clone());
        info
    });
    if let Some((galley, at)) = galley
        && let Some(pointer) = response.hover_pos()
    {
        let index: usize = galley.cursor_from_pos(pointer - at).index.into();
        let place = before.char_indices().nth(index).map_or(before.len(), |(place, _)| place);
        let under = checked.findings.iter().find(|finding| finding.at.contains(&place));
        if let Some(finding) = under {
            response.on_hover_text_at_pointer(reason(finding, cx.language()));
        }
    }
}

/// The same findings in words, each with the deal's value where a click can put it in.
fn findings(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    state: &mut CheckedText,
    checked: &Proofread,
    words: &CheckWords,
) {
    if state.text.trim().is_empty() || checked.findings.is_empty() {
        return;
    }
    rule(ui);
    let mut mended = None;
    for finding in &checked.findings {
        let quote = state.text.get(finding.at.clone()).unwrap_or_default();
        line(ui, cx.language(), finding, quote);
        if let Some(text) = checked.mended(&state.text, finding, deal.buyer.country)
            && let Some(name) = put_in(checked, &state.text, finding, deal, words)
            && link(ui, Some(icons::CHECK), &name).clicked()
        {
            mended = Some(text);
        }
        gap_below(ui, tokens::S);
    }
    if let Some(text) = mended {
        state.text = text;
    }
}

fn put_in(
    checked: &Proofread,
    text: &str,
    finding: &TextFinding,
    deal: &Deal,
    words: &CheckWords,
) -> Option<String> {
    Some((words.put_in)(&checked.value(text, finding, deal.buyer.country)?))
}

fn line(ui: &mut Ui, language: Language, finding: &TextFinding, quote: &str) {
    let whole = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = shortened(&whole);
    let said = if shown.is_empty() {
        group(finding.code.group(), language).to_owned()
    } else {
        format!("{}: {}", group(finding.code.group(), language), shown)
    };
    wrapped(ui, egui::RichText::new(said).strong());
    note(ui, &reason(finding, language));
}

#[derive(Clone, Debug)]
struct Mark {
    at: Range<usize>,
    /// None where the words are right.
    group: Option<TextGroup>,
}

/// What is wrong comes first; right words are marked where nothing is wrong.
fn marks(checked: &Proofread) -> Vec<Mark> {
    let wrong = checked.findings.iter().filter(|finding| !finding.at.is_empty());
    let mut all: Vec<Mark> =
        wrong.map(|finding| Mark { at: finding.at.clone(), group: Some(finding.code.group()) }).collect();
    let right = checked.known.iter().map(|known| Mark { at: known.at.clone(), group: None });
    all.extend(right);
    let mut kept: Vec<Mark> = Vec::new();
    for mark in all {
        let meets = kept.iter().any(|known| known.at.start < mark.at.end && mark.at.start < known.at.end);
        if !meets && !mark.at.is_empty() {
            kept.push(mark);
        }
    }
    kept.sort_by_key(|mark| mark.at.start);
    kept
}

/// Right words are underlined; others stand on a tint as well.
fn marked(text: &str, marks: &[Mark], palette: &Palette, width: f32) -> LayoutJob {
    let plain = TextFormat {
        font_id: theme::font(tokens::BODY),
        color: palette.text,
        line_height: Some(tokens::LEADING),
        ..TextFormat::default()
    };
    let of = |group: Option<TextGroup>| {
        let tint = match group {
            None => None,
            Some(TextGroup::Different) => Some(palette.frozen),
            Some(TextGroup::Unsupported) => Some(palette.warm),
            Some(TextGroup::Wording) => Some(palette.cooling),
        };
        let line = tint.map_or(palette.weak_text, |tint| tint.ink);
        let background = tint.map_or(plain.background, |tint| tint.tint);
        TextFormat { underline: egui::Stroke::new(tokens::LINE, line), background, ..plain.clone() }
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut done = 0;
    for mark in marks {
        let (Some(before), Some(inside)) = (text.get(done..mark.at.start), text.get(mark.at.clone())) else {
            continue;
        };
        job.append(before, 0.0, plain.clone());
        job.append(inside, 0.0, of(mark.group));
        done = mark.at.end;
    }
    job.append(text.get(done..).unwrap_or_default(), 0.0, plain);
    job
}
