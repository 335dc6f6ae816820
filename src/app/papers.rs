//! Papers leaving the window: as files or as a picture, never with other bank details than before without a question.

use std::path::Path;

use super::Shell;
use crate::domain::bank::{BankAccount, account_for, other_bank};
use crate::domain::edit::{Edit, Field};
use crate::domain::logo::Logo;
use crate::exchange::pdf::policy::{PolicyOf, policy_pdf};
use crate::exchange::pdf::schedule::{ScheduleOf, schedule_pdf, schedule_picture};
use crate::exchange::pdf::{Painted, Paper, PdfProblem, head};
use crate::exchange::{table, write};
use crate::text::deposit;
use crate::text::plan_paper::{About, Voice};
use crate::ui::action::{BankOnPaper, Gives, PaperExport, PaperKind, Pick};
use crate::ui::prompt::Prompt;
use crate::ui::screens::bank_warning;
use crate::ui::toast::Toast;

impl Shell {
    /// What is made now holds what was on the screen.
    pub(super) fn export_paper(&mut self, export: PaperExport) {
        match export.kind {
            PaperKind::Policy => {
                let made = self.policy(&export);
                let pages = made.as_ref().map_or(1, |(paper, _name)| paper.pages);
                self.hand_on(made, None);
                if pages > 1 {
                    self.toast(Toast::new((self.text().papers.more_pages)(pages)));
                }
            }
            PaperKind::Schedule | PaperKind::Picture => self.export_schedule(export),
        }
    }

    fn export_schedule(&mut self, export: PaperExport) {
        let document = self.history.current();
        let company = &document.library.company;
        let account = match export.bank {
            BankOnPaper::Ask | BankOnPaper::Confirmed => {
                account_for(&company.banks, export.plan.terms.total.currency()).cloned()
            }
            BankOnPaper::Without => None,
        };
        let deal = export.deal.as_ref().and_then(|id| document.deal(id));
        let given = account.as_ref().map(|account| account.given(self.now.date));
        if export.bank == BankOnPaper::Ask
            && let Some((deal, given)) = deal.zip(given.as_ref())
            && let Some(other) = other_bank(document, deal, given)
        {
            let buyer = deal.buyer.company.clone();
            self.state.bank_warning = Some(bank_warning::State { other, buyer, export });
            return;
        }
        let gives = export.deal.clone().zip(given).map(|(deal, given)| Gives { deal, given });
        if export.kind == PaperKind::Picture {
            let made = self.schedule(&export, account.as_ref(), schedule_picture);
            self.copy_picture(made, gives);
        } else {
            let made = self.schedule(&export, account.as_ref(), schedule_pdf);
            self.hand_on(made, gives);
        }
    }

    fn schedule<Made>(
        &self,
        export: &PaperExport,
        bank: Option<&BankAccount>,
        make: impl FnOnce(&ScheduleOf<'_>) -> Made,
    ) -> Made {
        let document = self.history.current();
        let company = &document.library.company;
        let deal = export.deal.as_ref().and_then(|id| document.deal(id)).map(AsRef::as_ref);
        let about = About::new(&export.plan, deal, document, self.now.date);
        make(&ScheduleOf { about, company, bank, window: self.keeper.language() })
    }

    fn policy(&self, export: &PaperExport) -> Result<(Paper, String), PdfProblem> {
        let document = self.history.current();
        let deal = export.deal.as_ref().and_then(|id| document.deal(id)).map(AsRef::as_ref);
        policy_pdf(&PolicyOf {
            library: &document.library,
            small_first_order: document.settings.small_first_order,
            deal,
            voice: Voice::of_plan(&export.plan, deal, self.keeper.language()),
            on: self.now.date,
        })
    }

    /// Asks where the file goes, or says why there is none.
    fn hand_on(&mut self, made: Result<(Paper, String), PdfProblem>, gives: Option<Gives>) {
        match made {
            Ok((paper, name)) => {
                self.say_what_is_replaced(&paper.replaced);
                let bytes = paper.bytes;
                self.state.prompt = Some(Prompt::new(Pick::WritePaper { name, bytes, gives }));
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
        self.toast(Toast::new(copied));
        self.say_what_is_replaced(&replaced);
        self.remember(gives);
    }

    pub(super) fn write_paper(&mut self, path: &Path, bytes: &[u8], over: bool, gives: Option<Gives>) {
        let words = self.text();
        let written = if over { write::write_over(path, bytes) } else { write::write_new(path, bytes) };
        match written {
            Ok(()) => {
                self.toast(Toast::new((words.shell.written)(&path.display().to_string())));
                self.remember(gives);
            }
            Err(problem) => {
                let said = (words.problems.write)(&problem, &path.display().to_string());
                self.toast(Toast::new(said));
            }
        }
    }

    /// A read-only document remembers nothing, and that is no reason to speak of it.
    fn remember(&mut self, gives: Option<Gives>) {
        if let Some(Gives { deal, given }) = gives.filter(|_| self.keeper.may_change()) {
            self.history.seal();
            self.edit(Edit::Change { deal, field: Field::GaveBank(given) });
            self.history.seal();
        }
    }

    pub(super) fn read_logo(&mut self, path: &Path) {
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
                self.history.seal();
                self.edit(Edit::Library(Box::new(library)));
                self.history.seal();
            }
            Err(problem) => self.toast(Toast::new((words.papers.logo_problem)(problem))),
        }
    }

    /// Nothing is replaced in silence.
    fn say_what_is_replaced(&mut self, replaced: &[char]) {
        if !replaced.is_empty() {
            let signs: Vec<String> = replaced.iter().map(char::to_string).collect();
            self.toast(Toast::new((self.text().papers.replaced)(&signs.join(" "))));
        }
    }

    fn say_why_no_paper(&mut self, problem: &PdfProblem) {
        let words = self.text();
        let said = match problem {
            PdfProblem::Refused(why) => deposit::refused(why, words.language),
            PdfProblem::Logo(problem) => (words.papers.logo_problem)(*problem),
            PdfProblem::NothingWritten { language } => (words.papers.nothing_written)(language),
            PdfProblem::NoLimit => words.papers.no_limit.to_owned(),
            PdfProblem::Writing(why) => (words.papers.failed)(why),
        };
        self.toast(Toast::new(said));
    }
}
