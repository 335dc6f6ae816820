//! Whether a text asks for money that has arrived.

use std::ops::Range;

use super::TextCheck;
use super::reading::lexicon::WordKind;
use super::reading::meet;
use super::reading::sentences::clauses;
use crate::domain::message::proofread::TextCode;

impl TextCheck<'_> {
    pub(super) fn paid(&mut self) {
        if self.facts.received.is_empty() {
            return;
        }
        let mut found = Vec::new();
        for sentence in &self.reading.sentences {
            for clause in clauses(&self.reading.text, sentence) {
                let wants = self.reading.has(WordKind::Want, &clause);
                if wants && !self.is_settled(&clause) && self.is_about_paid_money(&clause, sentence) {
                    found.push(clause);
                }
            }
        }
        for clause in found {
            self.find(TextCode::Paid, clause);
        }
    }

    /// Whether the clause says that money has come, or that none is wanted.
    fn is_settled(&self, clause: &Range<usize>) -> bool {
        let wanted =
            |at: &Range<usize>| self.reading.inside(WordKind::Want, clause).any(|want| meet(&want.at, at));
        let mut denials = self.reading.inside(WordKind::Not, clause);
        let mut arrivals = self.reading.inside(WordKind::Arrived, clause);
        denials.any(|hit| !wanted(&hit.at)) || arrivals.any(|hit| !wanted(&hit.at))
    }

    fn is_about_paid_money(&self, clause: &Range<usize>, sentence: &Range<usize>) -> bool {
        let reading = self.reading;
        let part =
            reading.inside(WordKind::Part, clause).chain(reading.inside(WordKind::Part, sentence)).next();
        if let Some(part) = part.filter(|_| self.facts.deposit_rows() > 1) {
            return part.key.parse().is_ok_and(|number| self.facts.has_part(number));
        }
        if self.facts.has_all() {
            let money = [WordKind::Deposit, WordKind::Balance, WordKind::Money, WordKind::Currency];
            return money.iter().any(|kind| reading.has(*kind, clause));
        }
        let balance = reading.has(WordKind::Balance, clause);
        reading.has(WordKind::Deposit, clause) && !balance && self.facts.has_deposit()
    }
}
