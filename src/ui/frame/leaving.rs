//! The question whether to leave a document whose latest changes are not saved yet.

use egui::Ui;

use crate::domain::files::problem::SaveProblem;
use crate::ui::cx::{Cx, Saving};
use crate::ui::safety::{Leaving, LeavingStep, Towards};
use crate::ui::tokens;
use crate::ui::widgets::{button, dialog, heading, primary, weak};

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Stay,
    /// Show another program's version next to ours.
    LookAtBoth,
    /// Try to save again, and leave when that succeeds.
    SaveAgain,
    SaveCopy,
    /// Close the window, or open the other document, without the latest changes.
    LeaveUnsaved,
}

pub fn show(ctx: &egui::Context, cx: &Cx<'_>, leaving: &Leaving) -> Option<Wish> {
    let words = &cx.text.shell;
    let title = match (leaving.step, &leaving.towards) {
        (LeavingStep::Saves, Towards::Outside) => cx.text.recovery.closing,
        (LeavingStep::Saves, Towards::Document(_)) => words.saving,
        (LeavingStep::Asks, Towards::Outside | Towards::Document(_)) => words.close_unsaved,
    };
    let mut wish = None;
    dialog(ctx, "closing", 24, |ui| {
        heading(ui, title);
        if let Saving::Failed(problem) = cx.saving {
            weak(ui, &(cx.text.problems.save)(problem));
        }
        ui.add_space(tokens::M);
        ui.horizontal_wrapped(|ui| {
            if leaving.step == LeavingStep::Asks {
                wish = ways(ui, cx, &leaving.towards);
            }
            if button(ui, None, words.cancel).clicked() {
                wish = Some(Wish::Stay);
            }
        });
    });
    wish
}

fn ways(ui: &mut Ui, cx: &Cx<'_>, towards: &Towards) -> Option<Wish> {
    // Trying again would not help: the two versions have to be merged first.
    let (first, does) = if *cx.saving == Saving::Failed(SaveProblem::ChangedOutside) {
        (cx.text.merge.look_at_both, Wish::LookAtBoth)
    } else {
        (cx.text.shell.retry, Wish::SaveAgain)
    };
    let anyway = match towards {
        Towards::Outside => cx.text.shell.close_anyway,
        Towards::Document(_) => cx.text.shell.open_anyway,
    };
    let first = primary(ui, None, first).clicked().then_some(does);
    let copy = button(ui, None, cx.text.recovery.save_copy).clicked().then_some(Wish::SaveCopy);
    let anyway = button(ui, None, anyway).clicked().then_some(Wish::LeaveUnsaved);
    first.or(copy).or(anyway)
}
