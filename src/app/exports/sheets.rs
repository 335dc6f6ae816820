//! The account card and the approval sheet, as PDF or as text on the clipboard.

use crate::app::Shell;
use crate::domain::deal::Deal;
use crate::domain::message::DraftFinding;
use crate::domain::money::Currency;
use crate::exchange::papers::pdf::PdfProblem;
use crate::exchange::papers::pdf::sheet::sheet_pdf;
use crate::text::buyer::drafts::findings;
use crate::text::buyer::schedule::Voice;
use crate::text::buyer::sheets::{Approval, Sheet, account_card, approval_sheet};
use crate::ui::action::{BankExport, Gives, SheetExport, SheetForm, SheetKind};
use crate::ui::frame::toast::Toast;

impl Shell {
    pub(crate) fn export_sheet(&mut self, export: SheetExport) {
        match export.kind {
            SheetKind::AccountCard => self.export_account_card(export),
            SheetKind::ApprovalSheet => self.export_approval_sheet(&export),
        }
    }

    /// Not where its two totals would contradict each other.
    fn export_approval_sheet(&mut self, export: &SheetExport) {
        let (document, window) = (self.history.current(), self.keeper.language());
        let Some(deal) = document.deal(&export.deal) else { return };
        let total = deal.plan.as_ref().map(|plan| plan.terms.total);
        if let Some(differs) = total.and_then(|total| DraftFinding::of_totals(total, deal)) {
            return self.toast(Toast::new(findings::say(&differs, window)));
        }
        let of = Approval { deal, document, on: self.now.date, window };
        let sheet = approval_sheet(&of).map_err(PdfProblem::Refused);
        self.give_sheet(export, sheet, None);
    }

    fn export_account_card(&mut self, export: SheetExport) {
        let Some(deal) = self.history.current().deal(&export.deal) else { return };
        let Some(currency) = currency_of(deal) else {
            return self.toast(Toast::new(self.text().outgoing.no_currency));
        };
        let waiting = BankExport::Sheet(export.clone());
        if self.asks_about_bank(export.bank, Some(&export.deal), currency, waiting) {
            return;
        }
        let Some(deal) = self.history.current().deal(&export.deal) else { return };
        let bank = self.bank_to_print(export.bank, Some(&export.deal), currency);
        let no_account = || PdfProblem::NoAccount { currency: currency.code().to_owned() };
        let voice = Voice::of_deal(deal, self.keeper.language());
        let sheet = bank.as_ref().map(|bank| account_card(bank.account, deal, voice, self.now.date));
        let gives = bank.map(|bank| Gives { deal: export.deal.clone(), given: bank.given });
        self.give_sheet(&export, sheet.ok_or_else(no_account), gives);
    }

    fn give_sheet(&mut self, export: &SheetExport, sheet: Result<Sheet, PdfProblem>, gives: Option<Gives>) {
        let document = self.history.current();
        let Some(deal) = document.deal(&export.deal) else { return };
        match (sheet, export.form) {
            (Err(problem), _) => self.toast(Toast::new(self.why_no_paper(&problem))),
            (Ok(sheet), SheetForm::Pdf) => {
                let made = sheet_pdf(&sheet, deal, &document.library.company);
                let pages = made.as_ref().map_or(1, |(paper, _name)| paper.pages);
                let remark = (pages > 1).then(|| (self.text().outgoing.more_pages)(pages));
                self.hand_on(made, gives, remark);
            }
            (Ok(sheet), SheetForm::Text) => {
                let words = &self.text().shell;
                let arrived = self.services.clipboard.put(&sheet.as_text());
                self.toast(Toast::new(if arrived { words.copied } else { words.clipboard_refused }));
                self.remember(gives.filter(|_| arrived));
            }
        }
    }
}

/// The currency in which the buyer pays.
fn currency_of(deal: &Deal) -> Option<Currency> {
    let of_plan = deal.plan.as_ref().map(|plan| plan.terms.total.currency());
    of_plan.or(deal.agreed.currency)
}
