//! One backup compared with the present state: which deals are new, gone or changed, and their fields then and now.

use egui::{RichText, Ui};

use super::row::{kind, name};
use crate::domain::deal::DealId;
use crate::domain::document::Document;
use crate::domain::files::backup::{ChangeKind, DealChange, deal_changes};
use crate::domain::versions::fields::{FieldDifference, Keep, differences};
use crate::text::window::files::compare;
use crate::ui::cx::Cx;
use crate::ui::widgets::{flush_links, link, note, text_lines, wrapped};
use crate::ui::{theme, tokens};

/// More deals than this are counted, not listed.
const LISTED: usize = 100;

/// A backup that was read, and how it differs from what is open.
#[derive(Clone, Debug)]
pub struct BackupPreview {
    backup: Document,
    changes: Vec<DealChange>,
    /// The present state that it was compared with.
    compared_with: Option<u64>,
    /// The deal whose fields are shown.
    open: Option<(DealId, Vec<FieldDifference>)>,
}

impl BackupPreview {
    pub fn new(backup: Document) -> Self {
        Self { backup, changes: Vec::new(), compared_with: None, open: None }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        text_lines(ui);
        if self.compared_with != Some(cx.revision) {
            self.compared_with = Some(cx.revision);
            self.changes = deal_changes(&self.backup, cx.document).collect();
            self.open = None;
        }
        if self.backup.settings != cx.document.settings || self.backup.library != cx.document.library {
            note(ui, cx.text.backups.settings_changed);
        }
        let mut clicked = None;
        for change in self.changes.iter().take(LISTED) {
            let is_open = self.open.as_ref().is_some_and(|(id, _)| *id == change.id);
            if deal(ui, cx, change) {
                clicked = Some((change.id.clone(), is_open));
            }
            if let (true, Some((_, differences))) = (is_open, &self.open) {
                fields_of(ui, cx, differences);
            }
        }
        let more = self.changes.len().saturating_sub(LISTED);
        if more > 0 {
            note(ui, &(cx.text.backups.and_more)(more));
        }
        match clicked {
            Some((_, true)) => self.open = None,
            Some((id, false)) => self.open = self.compare(cx, id),
            None => {}
        }
    }

    fn compare(&self, cx: &Cx<'_>, id: DealId) -> Option<(DealId, Vec<FieldDifference>)> {
        let (then, now) = (self.backup.deal(&id)?, cx.document.deal(&id)?);
        let differences = differences(None, &**then, &**now);
        Some((id, differences))
    }
}

/// True when the user asked to show or hide its fields.
fn deal(ui: &mut Ui, cx: &Cx<'_>, change: &DealChange) -> bool {
    let mut clicked = false;
    ui.horizontal_wrapped(|ui| {
        flush_links(ui);
        match change.kind {
            ChangeKind::Changed => clicked = link(ui, None, name(cx, change)).clicked(),
            ChangeKind::Added | ChangeKind::Removed => {
                ui.label(name(cx, change));
            }
        }
        let weak = RichText::new(kind(cx, change.kind)).size(tokens::SMALL).color(cx.palette.weak_text);
        ui.label(weak);
    });
    clicked
}

fn fields_of(ui: &mut Ui, cx: &Cx<'_>, differences: &[FieldDifference]) {
    ui.indent("fields", |ui| {
        note(ui, cx.text.backups.then_and_now);
        for difference in differences {
            let side = |side| {
                let lines = compare::side(difference, side, cx.text);
                if lines.is_empty() { cx.text.merge.empty.to_owned() } else { lines.join("\n") }
            };
            let (then, now) = (side(Keep::Ours), side(Keep::Theirs));
            let label = RichText::new(compare::label(&difference.field, cx.text)).family(theme::bold());
            ui.horizontal_wrapped(|ui| {
                wrapped(ui, label.size(tokens::SMALL).color(cx.palette.text));
                let said = RichText::new([then, now].join(" → "));
                wrapped(ui, said.size(tokens::SMALL).color(cx.palette.text));
            });
        }
    });
}
