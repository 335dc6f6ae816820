//! Exporting plans as files, and reading one back.

use std::path::Path;

use crate::app::Shell;
use crate::domain::deal::DealId;
use crate::domain::deposit::{Plan, PlanReader};
use crate::domain::edit::{Edit, Field};
use crate::domain::files::export_problem::{ExportProblem, PlanProblem, PlanReadProblem};
use crate::domain::history::UndoStep;
use crate::exchange::deals_in::table;
use crate::exchange::plans::{PlanFile, WrittenFile, calendar_of_all, plan_file, plan_xlsx};
use crate::text::buyer::schedule::{DocumentSubject, PaperParties};
use crate::text::format;
use crate::text::window::deposit;
use crate::ui::action::{Pick, PlanExport, ReadyFile};
use crate::ui::frame::toast::Toast;

impl Shell {
    /// The bytes are made now, so that the file holds what is on the screen.
    pub(crate) fn export_plan(&mut self, export: &PlanExport) {
        let document = self.history.current();
        let deal = export.deal.as_ref().and_then(|id| document.deal(id)).map(AsRef::as_ref);
        let parties = PaperParties::of(&export.plan, deal, document, self.keeper.language());
        let about = match export.reader {
            PlanReader::Buyer => parties.subject(&export.plan, document, self.now.date),
            PlanReader::Seller => DocumentSubject::new(&export.plan, deal, document, self.now.date),
        };
        let file = PlanFile { about, language: self.keeper.language(), made: self.services.utc() };
        let written = plan_file(&file, export.format, export.reader);
        self.offer(written, self.text().plan_export.no_dates);
    }

    /// What every buyer still has to pay, for the seller's own calendar; lost deals are left out.
    pub(crate) fn export_calendar(&mut self) {
        use crate::domain::deal::Stage;
        let words = self.text();
        let document = self.history.current();
        let plans = document.deals.values().filter(|deal| !deal.stage.is(Stage::Lost)).filter_map(|deal| {
            Some(DocumentSubject::new(deal.plan.as_ref()?, Some(deal.as_ref()), document, self.now.date))
        });
        let name = words.plan_export.all_payments;
        let written = calendar_of_all(plans, name, words.language, self.services.utc());
        self.offer(written, words.plan_export.no_payments);
    }

    /// Asks where to save it, or says why there is nothing to save.
    fn offer(&mut self, written: Result<WrittenFile, PlanProblem>, no_dates: &str) {
        let words = self.text();
        match written {
            Ok(WrittenFile { bytes, name, .. }) => {
                self.ask_for_path(Pick::Write(ReadyFile::new(name, bytes)));
            }
            Err(problem) => {
                let said = match problem {
                    PlanProblem::Refused(why) => deposit::refused(&why, words.language),
                    PlanProblem::TooLargeForExcel { total } => (words.plan_export.too_large)(total),
                    PlanProblem::NoDates => no_dates.to_owned(),
                    PlanProblem::AllPaid => words.plan_export.all_paid.to_owned(),
                    PlanProblem::Format(why) => {
                        (words.problems.table)(&ExportProblem::Format(why), words.deposit.heading)
                    }
                };
                self.toast(Toast::new(said));
            }
        }
    }

    /// Replaces the plan's terms with those of a workbook as one undo step; payments are kept.
    pub(crate) fn read_plan(&mut self, path: &Path, deal: Option<DealId>) {
        let words = self.text();
        let read = table::read_bytes(path)
            .map_err(PlanReadProblem::File)
            .and_then(|bytes| plan_xlsx::read_plan(&bytes))
            .and_then(|read| self.with_history_of(read, deal.as_ref()));
        let plan = match read {
            Ok(plan) => plan,
            Err(problem) => {
                self.toast(Toast::new((words.plan_export.not_read)(&problem)));
                return;
            }
        };
        let rows = plan.schedule().map_or(0, |schedule| schedule.rows().len());
        let said = (words.plan_export.read_done)(rows, &format::money(plan.terms.total, words.language));
        let Some(deal) = deal else {
            self.replace_quick_plan(plan);
            self.toast(Toast::new(said));
            return;
        };
        let field = Field::Plan(Some(Box::new(plan)));
        if self.commit(Edit::Change { deal, field }, UndoStep::Own) {
            self.toast(Toast::new(said).with_undo());
        }
    }

    /// Keeps the payments received so far.
    fn with_history_of(&self, read: Plan, deal: Option<&DealId>) -> Result<Plan, PlanReadProblem> {
        let before = match deal {
            Some(id) => self.history.current().deal(id).and_then(|deal| deal.plan.as_ref()),
            None => self.quick_plan(),
        };
        Ok(match before {
            Some(before) => before.replaced_by_workbook(read, self.now.date)?,
            None => read,
        })
    }
}
