//! Leaving a document to close the window or to open another one: unsaved changes are saved first, or asked about.

use std::path::PathBuf;

use crate::app::Shell;
use crate::domain::files::problem::SaveProblem;
use crate::ui::action::Pick;
use crate::ui::cx::Saving;
use crate::ui::frame::leaving::Wish;
use crate::ui::safety::{Leaving, LeavingStep, Towards};

/// Seconds that leaving waits for the last save before it asks.
const PATIENCE: f64 = 5.0;

impl Shell {
    /// Opens another document, once this one is saved.
    pub(crate) fn leave_for(&mut self, path: PathBuf, ctx: &egui::Context) {
        // Includes changes made in this frame.
        self.refresh();
        if self.may_leave(Towards::Document(path.clone()), ctx) {
            self.hear_the_last();
            self.open_document(&path);
        }
    }

    /// Closing waits for the save, and asks where it takes long or fails.
    pub(crate) fn close_in_order(&mut self, ctx: &egui::Context) {
        if ctx.input(|input| input.viewport().close_requested()) {
            if self.may_leave(Towards::Outside, ctx) {
                return;
            }
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        }
        self.follow_leaving(ctx);
    }

    pub(crate) fn perform_leaving(&mut self, wish: Wish, ctx: &egui::Context) {
        match wish {
            Wish::Stay => self.state.leaving = None,
            Wish::LookAtBoth => self.look_at_both(),
            Wish::SaveAgain => self.try_to_leave_again(ctx),
            Wish::SaveCopy => self.ask_for_path(Pick::CopyDocument),
            Wish::LeaveUnsaved => self.leave_unsaved(ctx),
        }
    }

    fn try_to_leave_again(&mut self, ctx: &egui::Context) {
        if let Some(leaving) = self.state.leaving.take() {
            self.wait_for_the_save(leaving.towards, ctx);
        }
    }

    /// Leaves without saving, as the user chose.
    fn leave_unsaved(&mut self, ctx: &egui::Context) {
        let Some(leaving) = self.state.leaving.take() else { return };
        // Saved as a backup at least.
        self.keeper.back_up();
        self.keeper.give_up();
        self.go(leaving.towards, ctx);
    }

    /// True where nothing is left to save; otherwise a save has been started, or the user is asked.
    fn may_leave(&mut self, towards: Towards, ctx: &egui::Context) -> bool {
        match self.keeper.may_close() {
            Ok(()) => {
                self.keeper.back_up_at_the_end();
                return true;
            }
            Err(SaveProblem::TakesLong) => self.wait_for_the_save(towards, ctx),
            Err(problem) => self.ask_before_leaving(towards, problem),
        }
        false
    }

    fn wait_for_the_save(&mut self, towards: Towards, ctx: &egui::Context) {
        let until = ctx.input(|input| input.time) + PATIENCE;
        self.under_way.leaving = self.keeper.begin_to_leave().map(|flushing| (flushing, until));
        self.state.leaving = Some(Leaving { step: LeavingStep::Saves, towards });
        ctx.request_repaint_after_secs(PATIENCE as f32);
    }

    fn follow_leaving(&mut self, ctx: &egui::Context) {
        let Some(Leaving { step, towards }) = self.state.leaving.clone() else { return };
        match step {
            // Saved after all while the question was open: do what was wanted.
            LeavingStep::Asks if *self.keeper.saving() == Saving::Saved => {
                self.wait_for_the_save(towards.clone(), ctx)
            }
            LeavingStep::Asks => return,
            LeavingStep::Saves => {}
        }
        let outcome = match &self.under_way.leaving {
            None => Some(Ok(())),
            Some((flushing, until)) => flushing.outcome().or_else(|| {
                let is_over = ctx.input(|input| input.time) >= *until;
                is_over.then_some(Err(SaveProblem::TakesLong))
            }),
        };
        match outcome {
            Some(Ok(())) => {
                self.under_way.leaving = None;
                self.state.leaving = None;
                self.go(towards, ctx);
            }
            Some(Err(problem)) => self.ask_before_leaving(towards, problem),
            // The store wakes the window when it is done.
            None => ctx.request_repaint_after_secs(PATIENCE as f32),
        }
    }

    /// Checks again whether all is saved: shortcuts work during the wait, so something may have changed.
    fn go(&mut self, towards: Towards, ctx: &egui::Context) {
        match towards {
            Towards::Outside => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Towards::Document(path) => self.leave_for(path, ctx),
        }
    }

    fn ask_before_leaving(&mut self, towards: Towards, problem: SaveProblem) {
        self.under_way.leaving = None;
        self.keeper.not_saved(problem);
        self.state.leaving = Some(Leaving { step: LeavingStep::Asks, towards });
    }

    /// Shows the store's last reports on the document, although that one is closed.
    fn hear_the_last(&mut self) {
        let _of_a_file_that_is_left = self.keeper.hear();
        self.hear_what_was_forgotten();
    }
}
