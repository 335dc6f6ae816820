//! When each follow-up is due, and the slower rhythms that can be switched on.

use egui::{RichText, Ui};

use super::{MOST_DAYS, change, read_days};
use crate::domain::history::UndoStep;
use crate::domain::settings::{LadderPreset, Settings};
use crate::text::country;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{cell_of, changing, note, row, section, text_field_hinted, tick, wrapped};

/// How many follow-ups a ladder without any starts with.
const USUAL: usize = 4;

/// The numbers are kept as typed until all of them are valid together.
pub fn follow_ups(ui: &mut Ui, cx: &Cx<'_>, drafts: &mut Option<Vec<String>>, out: &mut Actions) {
    let words = &cx.text.settings;
    section(ui, words.ladder);
    note(ui, words.about_ladder);
    let saved = &cx.document.settings.ladder;
    let mut texts = drafts.clone().unwrap_or_else(|| as_texts(saved));
    let (mut changed, mut focused) = (false, false);
    row(ui, |ui| {
        for (index, text) in texts.iter_mut().enumerate() {
            cell_of(ui, 4.0, |ui| {
                let label = (words.follow_up)(index + 1);
                let (response, typed) = text_field_hinted(ui, &label, text, "");
                focused |= response.has_focus();
                if let Some(typed) = typed {
                    changed = true;
                    *text = typed;
                }
            });
        }
    });
    let read = read(&texts);
    if changed {
        if let Ok(days) = &read {
            change(cx, out, UndoStep::Continues, |settings| settings.ladder.clone_from(days));
        }
        *drafts = Some(texts);
    } else if !focused && read.is_ok() {
        *drafts = None;
    }
    if let Err(problem) = read {
        let why = match problem {
            Problem::NotDays => words.bad_days.to_owned(),
            Problem::NotLater(number) => (words.not_later)(number),
        };
        let line = format!("{why} {}", words.not_saved);
        wrapped(ui, RichText::new(line).size(tokens::SMALL).color(cx.palette.danger.ink));
    }
}

enum Problem {
    NotDays,
    /// The follow-up of this number, counted from 1.
    NotLater(usize),
}

fn as_texts(ladder: &[u32]) -> Vec<String> {
    if ladder.is_empty() {
        return vec![String::new(); USUAL];
    }
    ladder.iter().map(u32::to_string).collect()
}

fn read(texts: &[String]) -> Result<Vec<u32>, Problem> {
    let mut ladder: Vec<u32> = Vec::new();
    for text in texts {
        let days = read_days(text).filter(|days| (1..=MOST_DAYS).contains(days)).ok_or(Problem::NotDays)?;
        if ladder.last().is_some_and(|before| *before >= days) {
            return Err(Problem::NotLater(ladder.len() + 1));
        }
        ladder.push(days);
    }
    Ok(ladder)
}

/// The suggested rhythms, and the document's own.
pub fn presets(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.settings;
    section(ui, words.presets);
    note(ui, words.about_presets);
    let chosen = &cx.document.settings.ladder_presets;
    let suggested = Settings::suggested_presets();
    let own = chosen.iter().filter(|preset| !suggested.iter().any(|other| same(other, preset)));
    for preset in suggested.iter().chain(own) {
        let active = chosen.iter().find(|other| same(other, preset));
        let on = active.is_some();
        let label = (words.preset)(&for_whom(cx, preset), &active.unwrap_or(preset).days);
        if changing(ui, |ui| tick(ui, on, &label)).changed() {
            change(cx, out, UndoStep::Own, |settings| {
                settings.ladder_presets.retain(|other| !same(other, preset));
                if !on {
                    settings.ladder_presets.push(preset.clone());
                }
            });
        }
    }
}

fn same(one: &LadderPreset, other: &LadderPreset) -> bool {
    one.country == other.country && one.stage == other.stage
}

fn for_whom(cx: &Cx<'_>, preset: &LadderPreset) -> String {
    let stage = preset.stage.as_ref().map(|stage| {
        let name = stage.known().map_or_else(|| stage.as_str(), cx.text.list.stage_name);
        (cx.text.settings.preset_stage)(name)
    });
    let country = preset.country.map(|code| country::name(code, cx.language()).to_owned());
    let parts: Vec<String> = [country, stage].into_iter().flatten().collect();
    parts.join(" · ")
}
