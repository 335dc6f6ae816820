//! Read-only documents: fields show text to select and copy, and controls that would change it are disabled.

use std::any::TypeId;
use std::ops::Range;

use egui::text::CharIndex;
use egui::{Frame, Margin, Response, TextBuffer, TextEdit, Ui, UiBuilder, UiStackInfo};

use crate::ui::command::Command;
use crate::ui::cx::Cx;
use crate::ui::theme::palette;
use crate::ui::tokens;

/// The tag of the part of the window in which nothing can be changed; its value is the reason.
const READ_ONLY: &str = "read-only";

/// Why something cannot be changed.
type LockedReason = &'static str;

/// Shows content of the document: if that is read-only, nothing in it can be changed.
pub fn of_document<R>(ui: &mut Ui, cx: &Cx<'_>, add: impl FnOnce(&mut Ui) -> R) -> R {
    let why = cx.file.read_only.as_ref().map(|_| cx.text.shell.not_in_read_only);
    marked(ui, why, add)
}

/// Adds a control that changes the document; if that is read-only, it is disabled and says why.
pub fn changing(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> Response) -> Response {
    match why_not(ui) {
        // Not in a scope: inside one a control that does not fit would not move to the next line.
        Some(why) => ui.add_enabled(false, |ui: &mut Ui| add(ui)).on_disabled_hover_text(why),
        None => add(ui),
    }
}

/// Adds a control that runs the command: grey where that would change a document that is only read.
pub fn running(
    ui: &mut Ui,
    cx: &Cx<'_>,
    command: Command,
    add: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    if command.changes_document() { of_document(ui, cx, |ui| changing(ui, add)) } else { add(ui) }
}

pub fn may_change(ui: &Ui) -> bool {
    why_not(ui).is_none()
}

/// Floating areas do not inherit the tag of the part that opened them, so it is set again.
pub(crate) fn marked<R>(ui: &mut Ui, why: Option<LockedReason>, add: impl FnOnce(&mut Ui) -> R) -> R {
    let Some(why) = why else { return add(ui) };
    let mark = UiStackInfo::default().with_tag_value(READ_ONLY, why);
    ui.scope_builder(UiBuilder::new().ui_stack_info(mark), add).inner
}

pub(crate) fn why_not(ui: &Ui) -> Option<LockedReason> {
    ui.stack().iter().find_map(|around| around.tags().get_downcast::<LockedReason>(READ_ONLY).copied())
}

/// The text of a field, to edit or only to show.
pub fn writing<'a>(ui: &Ui, text: &'a mut String) -> Writing<'a> {
    Writing { text, may_change: may_change(ui) }
}

/// A read-only field has a recessed background and no border.
pub fn framed<'t>(ui: &Ui, edit: TextEdit<'t>, margin: Margin) -> TextEdit<'t> {
    if may_change(ui) {
        return edit.margin(margin);
    }
    let frame = Frame::new().fill(palette(ui.ctx()).sunken).corner_radius(tokens::RADIUS);
    edit.frame(frame.inner_margin(margin))
}

pub struct Writing<'a> {
    text: &'a mut String,
    may_change: bool,
}

impl TextBuffer for Writing<'_> {
    fn is_mutable(&self) -> bool {
        self.may_change
    }

    fn as_str(&self) -> &str {
        self.text
    }

    fn insert_text(&mut self, text: &str, at: CharIndex) -> usize {
        if self.may_change { self.text.insert_text(text, at) } else { 0 }
    }

    fn delete_char_range(&mut self, range: Range<CharIndex>) {
        if self.may_change {
            self.text.delete_char_range(range);
        }
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<Writing<'static>>()
    }
}
