//! One backup in a list: when it was made, how long ago, what it holds, how it differs, and what can be done.

use egui::{Align, Label, Layout, RichText, Ui};

use crate::domain::files::backup::{ChangeKind, DealChange, Examined, Since};
use crate::ui::cx::Cx;
use crate::ui::safety::{ago, made};
use crate::ui::widgets::{column, gap_below, link, links, note};
use crate::ui::{theme, tokens};

/// What is shown of a backup.
pub struct BackupRow<'a> {
    pub examined: &'a Examined,
    /// Whether its differences are shown.
    pub is_open: bool,
    /// Words for the differences.
    pub says: fn(&Since) -> String,
}

/// True when the user asked to show or hide its differences.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, row: &BackupRow<'_>, ways: impl FnOnce(&mut Ui)) -> bool {
    let width = ui.available_width();
    if width < tokens::STRIP {
        let toggled = column(ui, width, |ui| words(ui, cx, row));
        ui.horizontal_wrapped(ways);
        return toggled;
    }
    ui.horizontal_top(|ui| {
        let toggled = column(ui, (width * 0.6).floor(), |ui| words(ui, cx, row));
        // From the right: the most used action is at the edge.
        ui.with_layout(Layout::right_to_left(Align::Min), ways);
        toggled
    })
    .inner
}

fn words(ui: &mut Ui, cx: &Cx<'_>, row: &BackupRow<'_>) -> bool {
    gap_below(ui, tokens::XXS);
    let backup = &row.examined.backup;
    let good = row.examined.is_good();
    let ink = if good { cx.palette.text } else { cx.palette.weak_text };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(made(cx, backup.taken)).family(theme::bold()).color(ink));
        ui.label(RichText::new(ago(cx, backup.taken)).color(cx.palette.weak_text));
    });
    let contents = match &row.examined.held {
        Ok(contents) => contents,
        Err(problem) => {
            note(ui, &(cx.text.recovery.bad_backup)(problem));
            return false;
        }
    };
    let deals = (cx.text.problems.deals)(contents.deals);
    let size = (cx.text.backups.size)(row.examined.size);
    let said = contents.since.as_ref().map(row.says).filter(|said| !said.is_empty());
    let facts: Vec<String> = [Some(deals), said, Some(size)].into_iter().flatten().collect();
    let facts = note(ui, &facts.join(" · "));
    let Some(since) = contents.since.as_ref().filter(|since| !since.first.is_empty()) else { return false };
    facts.on_hover_text(names(cx, since));
    let open = if row.is_open { cx.text.backups.hide } else { cx.text.backups.what_changed };
    links(ui, |ui| link(ui, None, open).clicked())
}

/// The first few deals that differ, one a line.
pub fn names(cx: &Cx<'_>, since: &Since) -> String {
    let mut lines: Vec<String> = since.first.iter().map(|change| line(cx, change)).collect();
    let more = since.deals().saturating_sub(since.first.len());
    if more > 0 {
        lines.push((cx.text.backups.and_more)(more));
    }
    lines.join("\n")
}

/// Those names, one below the other.
pub fn named(ui: &mut Ui, cx: &Cx<'_>, since: &Since) {
    for name in names(cx, since).lines() {
        ui.add(Label::new(RichText::new(name).size(tokens::SMALL).color(cx.palette.text)).wrap());
    }
}

fn line(cx: &Cx<'_>, change: &DealChange) -> String {
    (cx.text.backups.line)(name(cx, change), kind(cx, change.kind))
}

/// The buyer, or that there is none yet.
pub fn name<'a>(cx: &Cx<'_>, change: &'a DealChange) -> &'a str {
    let untitled = cx.text.deal.untitled;
    if change.name.is_empty() { untitled } else { &change.name }
}

pub fn kind(cx: &Cx<'_>, kind: ChangeKind) -> &'static str {
    (cx.text.backups.kind)(kind)
}
