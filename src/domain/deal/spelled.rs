//! A deal as the readers of a language read it: its names and goods in the forms that are known for them.

use super::Deal;
use crate::domain::script::forms::SpelledKind;

impl Deal {
    /// For a document in the language with this tag; what has no form stays as it is.
    pub fn spelled_in(&self, language: &str) -> Self {
        let mut deal = self.clone();
        let forms = &self.forms;
        deal.buyer.company = forms.spelled(&self.buyer.company, SpelledKind::Name, language).text;
        for contact in &mut deal.contacts {
            contact.name = contact.forms.spelled(&contact.name, SpelledKind::Name, language).text;
        }
        let words = |text: &mut String| *text = forms.spelled(text, SpelledKind::Words, language).text;
        words(&mut deal.product);
        words(&mut deal.agreed.quantity);
        words(&mut deal.agreed.incoterm);
        words(&mut deal.agreed.payment_terms);
        deal
    }

    /// The names of the goods in every language in which they are known, and the deal's tags.
    pub(crate) fn goods(&self) -> impl Iterator<Item = &str> {
        let forms = self.forms.iter().filter(|form| form.of == self.product.trim());
        let tags = self.tags.iter().map(String::as_str);
        std::iter::once(self.product.as_str()).chain(forms.map(|form| form.text.as_str())).chain(tags)
    }
}
