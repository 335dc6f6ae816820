//! The changes of a plan that a person can make, and what each leaves as it was.

use chrono::NaiveDate;

use super::plan::Plan;
use super::terms::Terms;
use super::terms::document_style::DocumentStyle;
use super::terms::refused::PlanRefused;
use super::terms::suggest::first_share;
use super::working_days::Sides;
use crate::domain::money::{Money, Percent};

#[derive(Clone, Debug, PartialEq)]
pub enum PlanChange {
    /// Terms while they are typed. If production waits for the deposit, it goes on waiting for it, as far as that has a
    /// share.
    Typed(Terms),
    /// Other terms as a whole. If production waits for the deposit, it waits for the new one.
    Chosen(Terms),
    /// The terms after a row was changed by hand; production still waits for the same share.
    ByHand(Terms),
    /// The latest change by hand, made in another way from the plan as it was before.
    ByHandAgain {
        before: Box<Plan>,
        terms: Terms,
    },
    /// Production starts when this share of the total is received.
    ProductionShare(Option<Percent>),
    ShipsDaysAfter(Option<u32>),
    Tolerance(Option<Money>),
    /// Accepts this much as bank fees for a row that is short of it.
    AcceptFees(Money),
    Paper(DocumentStyle),
    /// The buyer has agreed to the plan as it is.
    Agreed,
}

impl PlanChange {
    /// The change with terms that keep to the working days as they are known today.
    pub fn observing_anew(self, sides: &Sides<'_>) -> Self {
        match self {
            Self::Typed(terms) => Self::Typed(terms.observing_anew(sides)),
            Self::Chosen(terms) => Self::Chosen(terms.observing_anew(sides)),
            Self::ByHand(terms) => Self::ByHand(terms.observing_anew(sides)),
            Self::ByHandAgain { before, terms } => {
                Self::ByHandAgain { before, terms: terms.observing_anew(sides) }
            }
            Self::ProductionShare(_)
            | Self::ShipsDaysAfter(_)
            | Self::Tolerance(_)
            | Self::AcceptFees(_)
            | Self::Paper(_)
            | Self::Agreed => self,
        }
    }
}

impl Plan {
    /// The plan after the change. Other terms leave the rows that were closed by `on`; the result may be refused.
    pub fn changed(&self, change: &PlanChange, on: NaiveDate) -> Self {
        match change.clone() {
            PlanChange::Typed(terms) => {
                let share = first_share(&terms.rows).filter(|_| self.waits_for_deposit());
                self.under(terms, share.or(self.production_share), on)
            }
            PlanChange::Chosen(terms) => {
                let share =
                    if self.waits_for_deposit() { first_share(&terms.rows) } else { self.production_share };
                self.under(terms, share, on)
            }
            PlanChange::ByHand(terms) => self.under(terms, self.production_share, on),
            PlanChange::ByHandAgain { before, terms } => before.under(terms, before.production_share, on),
            PlanChange::ProductionShare(production_share) => Self { production_share, ..self.clone() },
            PlanChange::ShipsDaysAfter(ships_days_after) => Self { ships_days_after, ..self.clone() },
            PlanChange::Tolerance(tolerance) => Self { tolerance, ..self.clone() },
            PlanChange::AcceptFees(fees) => {
                let tolerance = self.tolerance.filter(|known| known.minor() > fees.minor()).or(Some(fees));
                Self { tolerance, ..self.clone() }
            }
            PlanChange::Paper(paper) => Self { paper, ..self.clone() },
            PlanChange::Agreed => Self { proposed: false, ..self.clone() },
        }
    }

    /// The plan of a workbook instead of this one. Payments, accepted fees, the rows that payments closed and fields of
    /// a newer program are not in a workbook: they stay.
    pub(crate) fn replaced_by_workbook(&self, read: Self, on: NaiveDate) -> Result<Self, PlanRefused> {
        let terms = Terms { extra: self.terms.extra.clone(), ..read.terms };
        let changed = Self {
            production_share: read.production_share.or(self.production_share),
            ships_days_after: read.ships_days_after.or(self.ships_days_after),
            ..self.clone()
        };
        if changed.payments.is_empty() {
            return Ok(Self { terms, kept: read.kept, ..changed });
        }
        changed.with_terms(terms, on)
    }

    fn under(&self, terms: Terms, production_share: Option<Percent>, on: NaiveDate) -> Self {
        Self { terms, kept: self.closed_rows(on), production_share, ..self.clone() }
    }

    fn waits_for_deposit(&self) -> bool {
        self.production_share.is_some() && self.production_share == first_share(&self.terms.rows)
    }
}
