//! Exporting papers as files or as a picture; bank details other than those given before are always asked about.

use std::path::Path;

use crate::app::Shell;
use crate::domain::edit::{Edit, Field};
use crate::domain::history::{DocumentAccess, UndoStep};
use crate::domain::library::Library;
use crate::domain::library::bank::BankAccount;
use crate::domain::library::logo::Logo;
use crate::exchange::deals_in::table;
use crate::exchange::papers::pdf::policy::{PolicyOf, policy_pdf};
use crate::exchange::papers::pdf::schedule::{ScheduleOf, schedule_pdf, schedule_picture};
use crate::exchange::papers::pdf::{FinishedPaper, Painted, PdfProblem, head};
use crate::text::buyer::schedule::{PaperParties, Voice};
use crate::text::window::deposit;
use crate::ui::action::{BankExport, Gives, PaperExport, PaperKind, Pick, ReadyFile};
use crate::ui::frame::toast::Toast;

impl Shell {
    /// The paper is made now, so that it holds what is on the screen.
    pub(crate) fn export_paper(&mut self, export: PaperExport) {
        match export.kind {
            PaperKind::Policy => {
                let more_pages = |pages| (pages > 1).then(|| (self.text().papers.more_pages)(pages));
                let made = self.policy(&export);
                let remark = made.as_ref().ok().and_then(|(paper, _name)| more_pages(paper.pages));
                self.hand_on(made, None, remark);
            }
            PaperKind::Schedule | PaperKind::Picture => self.export_schedule(export),
        }
    }

    fn export_schedule(&mut self, export: PaperExport) {
        let currency = export.plan.terms.total.currency();
        let waiting = BankExport::Paper(export.clone());
        if self.asks_about_bank(export.bank, export.deal.as_ref(), currency, waiting) {
            return;
        }
        let bank = self.bank_to_print(export.bank, export.deal.as_ref(), currency);
        let account = bank.as_ref().map(|bank| bank.account);
        let gives = export.deal.clone().zip(bank).map(|(deal, bank)| Gives { deal, given: bank.given });
        if export.kind == PaperKind::Picture {
            let made = self.schedule(&export, account, schedule_picture);
            self.copy_picture(made, gives);
        } else {
            let made = self.schedule(&export, account, schedule_pdf);
            self.hand_on(made, gives, None);
        }
    }

    fn schedule<Made>(
        &self,
        export: &PaperExport,
        bank: Option<&BankAccount>,
        make: impl FnOnce(&ScheduleOf<'_>) -> Made,
    ) -> Made {
        let document = self.history.current();
        let deal = export.deal.as_ref().and_then(|id| document.deal(id)).map(AsRef::as_ref);
        let window = self.keeper.language();
        let parties = PaperParties::of(&export.plan, deal, document, window);
        let about = parties.subject(&export.plan, document, self.now.date);
        make(&ScheduleOf { about, company: &parties.company, bank, window })
    }

    fn policy(&self, export: &PaperExport) -> Result<(FinishedPaper, String), PdfProblem> {
        let document = self.history.current();
        let deal = export.deal.as_ref().and_then(|id| document.deal(id)).map(AsRef::as_ref);
        let parties = PaperParties::of(&export.plan, deal, document, self.keeper.language());
        policy_pdf(&PolicyOf {
            library: &Library { company: parties.company, ..(*document.library).clone() },
            small_first_order: document.settings.small_first_order,
            deal: parties.deal.as_ref(),
            voice: Voice::of_plan(&export.plan, deal, self.keeper.language()),
            on: self.now.date,
        })
    }

    /// Asks where the file goes, or says why there is none.
    pub(crate) fn hand_on(
        &mut self,
        made: Result<(FinishedPaper, String), PdfProblem>,
        gives: Option<Gives>,
        remark: Option<String>,
    ) {
        match made {
            Ok((paper, name)) => {
                let remarks: Vec<String> =
                    remark.into_iter().chain(self.what_is_replaced(&paper.replaced)).collect();
                let remark = Some(remarks.join("\n")).filter(|remark| !remark.is_empty());
                self.ask_for_path(Pick::Write(ReadyFile {
                    gives,
                    remark,
                    ..ReadyFile::new(name, paper.bytes)
                }));
            }
            Err(problem) => self.say_why_no_paper(&problem),
        }
    }

    fn copy_picture(&mut self, made: Result<Painted, PdfProblem>, gives: Option<Gives>) {
        let words = self.text();
        let Painted { picture, pages, replaced } = match made {
            Ok(painted) => painted,
            Err(problem) => return self.say_why_no_paper(&problem),
        };
        if !self.services.clipboard.put_picture(&picture) {
            return self.toast(Toast::new(words.shell.clipboard_refused));
        }
        let copied = match pages {
            1 => words.shell.copied.to_owned(),
            pages => (words.papers.picture_of)(pages),
        };
        let said: Vec<String> = std::iter::once(copied).chain(self.what_is_replaced(&replaced)).collect();
        self.toast(Toast::new(said.join("\n")));
        self.remember(gives);
    }

    /// Records which bank details the buyer was given; a read-only document cannot, which needs no message.
    pub(crate) fn remember(&mut self, gives: Option<Gives>) {
        if let Some(Gives { deal, given }) =
            gives.filter(|_| self.history.access() == DocumentAccess::Writable)
        {
            self.commit(Edit::Change { deal, field: Field::GaveBank(given) }, UndoStep::Own);
        }
    }

    pub(crate) fn read_logo(&mut self, path: &Path) {
        let words = self.text();
        let bytes = match table::read_bytes(path) {
            Ok(bytes) => bytes,
            Err(problem) => return self.toast(Toast::new((words.problems.import)(&problem))),
        };
        let logo = Logo::read(bytes).and_then(|logo| head::check_logo(&logo).map(|()| logo));
        match logo {
            Ok(logo) => {
                let mut library = (*self.history.current().library).clone();
                library.company.logo = logo.to_text().into();
                self.commit(Edit::Library(Box::new(library)), UndoStep::Own);
            }
            Err(problem) => self.toast(Toast::new((words.papers.logo_problem)(problem))),
        }
    }

    /// A sentence about characters that no font has and that were replaced.
    pub(crate) fn what_is_replaced(&self, replaced: &[char]) -> Option<String> {
        let signs: Vec<String> = replaced.iter().map(char::to_string).collect();
        (!signs.is_empty()).then(|| (self.text().papers.replaced)(&signs.join(" ")))
    }

    fn say_why_no_paper(&mut self, problem: &PdfProblem) {
        self.toast(Toast::new(self.why_no_paper(problem)));
    }

    pub(crate) fn why_no_paper(&self, problem: &PdfProblem) -> String {
        let words = self.text();
        match problem {
            PdfProblem::Refused(why) => deposit::refused(why, words.language),
            PdfProblem::Logo(problem) => (words.papers.logo_problem)(*problem),
            PdfProblem::NothingWritten { language } => (words.papers.nothing_written)(language),
            PdfProblem::NoLimit => words.papers.no_limit.to_owned(),
            PdfProblem::NoAccount { currency } => (words.outgoing.no_account)(currency),
            PdfProblem::Writing(why) => (words.papers.failed)(why),
        }
    }
}
