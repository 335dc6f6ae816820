//! The guess so far: the groups as bars with words, and what each answer says about the likeliest cause.

use egui::{Align, FontFamily, Label, Layout, Response, RichText, Sense, Ui, vec2};

use super::case::share_of_group;
use super::{Mode, State, WhyPage};
use crate::domain::diagnosis::{Cause, CauseGroup, Degree, EvidenceWeight, UNKNOWN};
use crate::text::window::why::shown;
use crate::ui::widgets::{
    elided, gap_below, gap_beside, icon_button, likelihood_bar, link, note, section, weak,
};
use crate::ui::{icons, theme, tokens};

/// Reasons shown before "all".
const FEW: usize = 5;

pub(super) fn show(ui: &mut Ui, page: &WhyPage<'_>, state: &mut State) {
    gap_below(ui, tokens::S);
    section(ui, page.text.so_far);
    let top = page.inference.likeliest().first().map(|(cause, _)| *cause);
    let mut groups = page.inference.group_posterior();
    groups.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    for (place, (group, probability)) in groups.into_iter().enumerate() {
        let holds_the_top = top.is_some_and(|cause| cause.group == Some(group));
        ui.scope(|ui| {
            gap_below(ui, 0.0);
            bar(ui, page, group, probability, place == 0);
            if place == 0 || holds_the_top {
                leaf(ui, page, group);
            }
        });
    }
    ui.add_space(tokens::M);
    if let Some(top) = top {
        because(ui, page, top, state);
    }
    ui.add_space(tokens::S);
    match page.case.cases {
        0 => note(ui, page.text.sources),
        cases => note(ui, &(page.text.sources_yours)(cases)),
    };
}

/// Name, bar, word; figures as a tooltip.
fn bar(ui: &mut Ui, page: &WhyPage<'_>, group: CauseGroup, probability: f64, first: bool) {
    const BAR: f32 = 64.0;
    const WORD: f32 = 80.0;
    let Some(words) = page.words.group(group) else { return };
    let palette = page.cx.palette;
    let degree = page.inference.group_degree(probability);
    let ink = if degree == Degree::MostLikely { palette.text } else { palette.weak_text };
    let row = ui.horizontal(|ui| {
        gap_beside(ui, tokens::M);
        ui.set_height(28.0);
        let name = (ui.available_width() - BAR - WORD - tokens::both(tokens::M)).max(tokens::XXL);
        let family = if first { theme::bold_name(&words.name) } else { FontFamily::Proportional };
        let line = elided(ui, &words.name, tokens::BODY, family, palette.text, name);
        ui.allocate_ui_with_layout(vec2(name, 28.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(name);
            ui.label(line);
        });
        #[expect(clippy::cast_possible_truncation, reason = "a share of a bar's width")]
        likelihood_bar(ui, probability as f32, BAR, first);
        ui.label(RichText::new((page.text.degree)(degree)).color(ink));
    });
    let share = share_of_group(page.case, group);
    hint(ui, &row.response, &format!("{}\n{}", words.meaning, (page.text.figures)(probability, &share)));
}

/// The likeliest cause of a group.
fn leaf(ui: &mut Ui, page: &WhyPage<'_>, group: CauseGroup) {
    let leaf = page.inference.likeliest().into_iter().find(|(cause, _)| cause.group == Some(group));
    let Some((cause, _)) = leaf else { return };
    let Some(words) = page.words.cause(&cause.id) else { return };
    let line = note(ui, &(page.text.above_all)(&words.name));
    hint(ui, &line, &words.meaning);
}

/// A tooltip for the whole area that was drawn.
fn hint(ui: &Ui, drawn: &Response, text: &str) {
    ui.interact(drawn.rect, drawn.id.with("hint"), Sense::hover()).on_hover_text(text);
}

/// One answer and what it says about the likeliest cause.
struct GuessReason<'a> {
    question: &'a str,
    weight: EvidenceWeight,
    strength: f64,
    line: String,
}

fn because(ui: &mut Ui, page: &WhyPage<'_>, top: &Cause, state: &mut State) {
    let reasons = reasons(page, top);
    section(ui, page.text.because);
    if reasons.is_empty() {
        weak(ui, page.text.no_reasons);
        return;
    }
    let count = if state.all_reasons { reasons.len() } else { FEW };
    ui.scope(|ui| {
        gap_below(ui, 0.0);
        for reason in reasons.iter().take(count) {
            ui.push_id(reason.question, |ui| line(ui, page, reason, state));
        }
    });
    if reasons.len() > count && link(ui, None, &(page.text.all_reasons)(reasons.len())).clicked() {
        state.all_reasons = true;
    }
}

/// Where a line of text begins beside a control.
const ABOVE_FIRST_LINE: f32 = (tokens::CONTROL - tokens::LEADING) / 2.0;

fn line(ui: &mut Ui, page: &WhyPage<'_>, reason: &GuessReason<'_>, state: &mut State) {
    let palette = page.cx.palette;
    ui.horizontal_top(|ui| {
        gap_beside(ui, tokens::XS);
        let room = ui.available_width() - tokens::CONTROL - tokens::XS;
        ui.vertical(|ui| {
            ui.set_width(room);
            // Aligns the first line with the pencil.
            ui.add_space(ABOVE_FIRST_LINE);
            let ink = match reason.weight {
                EvidenceWeight::StrongFor | EvidenceWeight::StrongAgainst | EvidenceWeight::RulesOut => {
                    palette.text
                }
                EvidenceWeight::WeakFor | EvidenceWeight::Little | EvidenceWeight::WeakAgainst => {
                    palette.weak_text
                }
            };
            let mut job = egui::text::LayoutJob::default();
            let font = theme::font(tokens::BODY);
            let format = |color| egui::TextFormat::simple(font.clone(), color);
            job.append((page.text.weight)(reason.weight), 0.0, format(ink));
            job.append(" · ", 0.0, format(palette.weak_text));
            job.append(&reason.line, 0.0, format(palette.weak_text));
            ui.add(Label::new(job).wrap());
        });
        let short = page.words.question(reason.question).map_or("", |words| words.short.as_str());
        if icon_button(ui, icons::PENCIL_SIMPLE, &(page.text.change)(short)).clicked() {
            state.mode = Mode::Ask(reason.question.into());
        }
    });
}

/// Every informative answer, the strongest first.
fn reasons<'a>(page: &WhyPage<'a>, top: &Cause) -> Vec<GuessReason<'a>> {
    let mut reasons: Vec<GuessReason<'a>> =
        page.case
            .given
            .iter()
            .filter(|given| &*given.answer != UNKNOWN)
            .filter_map(|given| {
                let said =
                    page.inference.because().iter().find(|because| {
                        because.question.id == given.question && because.cause.id == top.id
                    })?;
                let words = page.words.question(&given.question)?;
                let answer = words.answer(&given.answer)?;
                let own = page.diagnosis().answer(&given.question).is_some();
                let source = page.case.shown(&given.question).filter(|_| !own);
                let source = source.map(|known| shown(&known.shown, page.cx.now.date, page.cx.text));
                let said_so = (page.text.said)(&words.short, &answer.short);
                Some(GuessReason {
                    question: &given.question,
                    weight: EvidenceWeight::of(said.bits),
                    strength: said.bits.map_or(f64::INFINITY, f64::abs),
                    line: source.map_or(said_so.clone(), |source| (page.text.with_source)(&said_so, &source)),
                })
            })
            .collect();
    reasons.sort_by(|left, right| right.strength.total_cmp(&left.strength));
    reasons
}
