//! Whether a field takes typing: in a document that is only read it shows its text, to be selected and copied.

use std::any::TypeId;
use std::ops::Range;

use egui::text::CharIndex;
use egui::{Frame, Margin, TextBuffer, TextEdit, Ui, UiBuilder, UiStackInfo};

use crate::ui::theme::palette;
use crate::ui::tokens;

/// Marks the part of the window in which nothing can be changed.
const READ_ONLY: &str = "read-only";

/// Shows what belongs to a document that is only read.
pub fn read_only<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let marked = UiStackInfo::default().with_tag(READ_ONLY);
    ui.scope_builder(UiBuilder::new().ui_stack_info(marked), add).inner
}

pub fn may_change(ui: &Ui) -> bool {
    !ui.stack().iter().any(|around| around.tags().contains(READ_ONLY))
}

/// What a field edits, or only shows.
pub fn writing<'a>(ui: &Ui, text: &'a mut String) -> Writing<'a> {
    Writing { text, may_change: may_change(ui) }
}

/// A field that takes no typing stands on its ground without a border, as what is only told.
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
