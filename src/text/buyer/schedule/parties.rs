//! Both sides of a document as its readers read them: names and goods in their script, where that is known.

use chrono::NaiveDate;

use super::{DocumentSubject, paper_tag};
use crate::domain::deal::Deal;
use crate::domain::deposit::Plan;
use crate::domain::document::Document;
use crate::domain::library::Company;
use crate::domain::names::Named as _;
use crate::text::Language;
use crate::text::buyer::words::PaperLanguage;

/// The deal, if there is one, and the seller's company.
#[derive(Clone, Debug)]
pub struct PaperParties {
    pub deal: Option<Deal>,
    pub company: Company,
}

impl PaperParties {
    /// For the language of the plan's documents.
    pub fn of(plan: &Plan, deal: Option<&Deal>, document: &Document, window: Language) -> Self {
        let language = PaperLanguage::for_tag(&paper_tag(plan, deal, window)).name();
        let company = document.library.company.spelled_in(language);
        Self { deal: deal.map(|deal| deal.spelled_in(language)), company }
    }

    pub fn subject<'a>(
        &'a self,
        plan: &'a Plan,
        document: &'a Document,
        on: NaiveDate,
    ) -> DocumentSubject<'a> {
        let about = DocumentSubject::new(plan, self.deal.as_ref(), document, on);
        DocumentSubject { seller: &self.company.name, ..about }
    }
}
