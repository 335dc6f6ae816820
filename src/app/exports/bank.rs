//! The account on what leaves the window; details other than those given before are always asked about.

use crate::app::Shell;
use crate::domain::deal::DealId;
use crate::domain::library::other_bank::BankOfPaper;
use crate::domain::money::Currency;
use crate::ui::action::{BankExport, BankOnPaper};
use crate::ui::screens::bank_warning;

impl Shell {
    /// The account for this currency, unless it is to be left out or the library has none.
    pub(crate) fn bank_to_print(
        &self,
        bank: BankOnPaper,
        deal: Option<&DealId>,
        currency: Currency,
    ) -> Option<BankOfPaper<'_>> {
        let document = self.history.current();
        let deal = deal.and_then(|id| document.deal(id)).map(AsRef::as_ref);
        match bank {
            BankOnPaper::Ask | BankOnPaper::Confirmed => {
                BankOfPaper::new(document, deal, currency, self.now.date)
            }
            BankOnPaper::Without => None,
        }
    }

    /// True where the seller is asked first, because the buyer was given another account before.
    pub(crate) fn asks_about_bank(
        &mut self,
        bank: BankOnPaper,
        deal: Option<&DealId>,
        currency: Currency,
        export: BankExport,
    ) -> bool {
        let other = self.bank_to_print(bank, deal, currency).and_then(|bank| bank.other);
        let deal = deal.and_then(|id| self.history.current().deal(id));
        match other.filter(|_| bank == BankOnPaper::Ask).zip(deal) {
            Some((other, deal)) => {
                let buyer = deal.buyer.company.clone();
                self.state.bank_warning = Some(bank_warning::State { other, buyer, export });
                true
            }
            None => false,
        }
    }
}
