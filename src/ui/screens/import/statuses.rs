//! The statuses of the list that no dictionary knows: the stage of each is asked once and remembered.

use egui::Ui;

use super::{ShownTable, sentence};
use crate::domain::deal::Stage;
use crate::domain::import::preview::ImportPreview;
use crate::domain::import::reading::{UnknownStatus, word_of_status};
use crate::domain::names::Named as _;
use crate::text::visible::in_one_line;
use crate::ui::cx::Cx;
use crate::ui::widgets::{cell, choice, row};

/// In a column that holds no statuses, each cell would be one.
const MOST_STATUSES: usize = 24;

pub fn are_asked(shown: &ShownTable, preview: &ImportPreview) -> bool {
    preview.evidence.statuses.iter().any(|status| !is_recalled(shown, status))
}

pub fn asked(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, preview: &ImportPreview) {
    let statuses = preview.evidence.statuses.iter().filter(|status| !is_recalled(shown, status));
    let statuses: Vec<UnknownStatus> = statuses.take(MOST_STATUSES).cloned().collect();
    which_stages(ui, cx, shown, &statuses);
}

/// Those that were answered when such a list was imported before, to be changed where that was wrong.
pub fn recalled(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, preview: &ImportPreview) {
    let statuses = preview.evidence.statuses.iter().filter(|status| is_recalled(shown, status));
    let statuses: Vec<UnknownStatus> = statuses.take(MOST_STATUSES).cloned().collect();
    which_stages(ui, cx, shown, &statuses);
}

fn is_recalled(shown: &ShownTable, status: &UnknownStatus) -> bool {
    shown.suggested.stages.contains_key(&word_of_status(&status.text))
}

fn which_stages(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable, statuses: &[UnknownStatus]) {
    let words = &cx.text.preview;
    if statuses.is_empty() {
        return;
    }
    sentence(ui, cx, words.statuses);
    row(ui, |ui| {
        for status in statuses {
            let word = word_of_status(&status.text);
            let answer = shown.reading.stages.get(&word).copied();
            let name = (words.status)(&in_one_line(&status.text, 40), status.rows);
            if let Some(Some(stage)) = cell(ui, |ui| choice(ui, &name, answer, &stages(cx, answer))) {
                shown.reading.stages.insert(word, stage);
            }
        }
    });
}

/// What a status can mean; an answer cannot be taken back, only changed.
fn stages(cx: &Cx<'_>, answer: Option<Option<Stage>>) -> Vec<(Option<Option<Stage>>, String)> {
    let open = answer.is_none().then(|| (None, cx.text.import.not_answered.to_owned()));
    let kept = (Some(None), cx.text.preview.keep_in_notes.to_owned());
    let stages =
        Stage::members().map(|stage| (Some(Some(stage)), (cx.text.list.stage_name)(stage).to_owned()));
    open.into_iter().chain(stages).chain([kept]).collect()
}
