//! What is in a window or comes into it: what can be worked, what was painted wrongly, files that are dropped.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use egui::Shape;
use egui::accesskit::Role;
use egui_kittest::Harness;
use icebreak::app::Shell;
use icebreak::assets::fonts;
use icebreak::ui::theme;

pub fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::Link
            | Role::TextInput
            | Role::MultilineTextInput
            | Role::ComboBox
            | Role::CheckBox
            | Role::RadioButton
            | Role::MenuItem
            | Role::Tab
            | Role::Slider
            | Role::SpinButton
    )
}

/// Widgets that share an id (egui paints a warning over them), characters that no font has, and bold text of which some
/// letters have no bold face.
pub fn painted_wrong(harness: &Harness<'_, Shell>) -> Vec<String> {
    let mut wrong = Vec::new();
    for clipped in &harness.output().shapes {
        let Shape::Text(text) = &clipped.shape else { continue };
        let job = &text.galley.job;
        if job.text.starts_with('🔥') {
            wrong.push(job.text.clone());
            continue;
        }
        for section in &job.sections {
            let part: String = job.text[section.byte_range.start.0..section.byte_range.end.0]
                .chars()
                .filter(|c| !c.is_control())
                .collect();
            let font = &section.format.font_id;
            if !harness.ctx.fonts_mut(|fonts| fonts.has_glyphs(font, &part)) {
                wrong.push(format!("not all of “{part}” is in {:?}", font.family));
            }
            if font.family == theme::bold() && !fonts::is_bold(&part) {
                wrong.push(format!("“{part}” is of two weights"));
            }
        }
    }
    wrong
}

/// The families in which texts that contain this one were painted.
pub fn families_of(harness: &Harness<'_, Shell>, name: &str) -> BTreeSet<egui::FontFamily> {
    let mut families = BTreeSet::new();
    for clipped in &harness.output().shapes {
        let Shape::Text(text) = &clipped.shape else { continue };
        if text.galley.job.text.contains(name) {
            families.extend(text.galley.job.sections.iter().map(|part| part.format.font_id.family.clone()));
        }
    }
    families
}

/// A file that is dropped on the window.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
