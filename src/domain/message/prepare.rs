//! The facts for a deal's next message and the reasons for its strategy: decided here, written in `text`.

use chrono::NaiveDate;

use super::choose::Situation;
use super::facts::{DiagnosisFacts, Inside, MessageFacts};
use super::plan_facts::PlanFacts;
use super::strategy::Strategy;
use crate::domain::calendar::{Calendars, WorkWeek};
use crate::domain::deal::Deal;
use crate::domain::deposit::last_true_day;
use crate::domain::deposit::{Deadline, DepositWord, Shipping};
use crate::domain::diagnosis::{Case, Inference, concern};
use crate::domain::document::Document;
use crate::domain::library::Library;
use crate::domain::names::Named as _;
use crate::domain::settings::Shutdown;
use crate::domain::today::turn::{Ball, Standing};

/// Everything that is decided about a message before it is written.
#[derive(Clone, Debug)]
pub struct Preparation<'a> {
    pub deal: &'a Deal,
    library: &'a Library,
    plan: Option<PlanFacts>,
    diagnosis: DiagnosisFacts,
    week: &'a WorkWeek,
    on: NaiveDate,
    /// The strategy that the diagnosis' best remedy leads to.
    top_strategy: Option<Strategy>,
    unanswered: u32,
}

impl<'a> Preparation<'a> {
    /// The preparation of the deal's message on the day of its case.
    pub fn new(case: &Case, deal: &'a Deal, document: &'a Document, calendars: &'a Calendars) -> Self {
        let standing = Standing::of(deal);
        // They wrote last, so they are not silent and no diagnosis is needed.
        let (top_strategy, diagnosis) = if standing.ball == Ball::Ours {
            (Some(Strategy::Recap), DiagnosisFacts::default())
        } else {
            advised(&case.inference())
        };
        Self {
            deal,
            library: &document.library,
            plan: plan_facts(deal, &document.settings.shutdowns, case.on),
            diagnosis,
            week: calendars.of(deal.buyer.country),
            on: case.on,
            top_strategy,
            unanswered: standing.unanswered,
        }
    }

    pub fn facts(&self) -> MessageFacts<'_> {
        let Self { deal, library, plan, diagnosis, week, on, top_strategy: _, unanswered: _ } = self;
        MessageFacts { deal, library, plan: plan.as_ref(), diagnosis, week, on: *on }
    }

    /// The state of the deal for a message in this language.
    pub fn situation(&self, language: &str) -> Situation {
        Situation::of(&self.facts(), language, self.unanswered, self.top_strategy)
    }

    /// The strategies that cannot be chosen: they ask for a deposit while money is on its way or has arrived.
    pub fn closed(&self) -> Vec<Strategy> {
        let facts = self.facts();
        Strategy::members().filter(|strategy| facts.fitting(*strategy) != *strategy).collect()
    }
}

/// What the plan says. Without a plan the deal alone may still give a last day for the deposit.
fn plan_facts(deal: &Deal, shutdowns: &[Shutdown], on: NaiveDate) -> Option<PlanFacts> {
    PlanFacts::of(deal, shutdowns, on).or_else(|| {
        let last = last_true_day(Shipping::of(deal.plan.as_ref(), Some(&deal.agreed), shutdowns))?;
        Some(PlanFacts {
            rows: Vec::new(),
            open: Vec::new(),
            received: Vec::new(),
            total: deal.agreed.money()?,
            deposit_total: None,
            deposit_share: None,
            deadline: (on <= last.date).then_some(Deadline::Kept(last.date)),
            is_as_worded: true,
            deposit_word: DepositWord::Prepayment,
        })
    })
}

/// The strategy of the best remedy, and the likeliest worry; None while no question is answered.
fn advised(inference: &Inference<'_>) -> (Option<Strategy>, DiagnosisFacts) {
    let anything_known = inference.model().questions().iter().any(|question| inference.is_answered(question));
    if !anything_known {
        return (None, DiagnosisFacts::default());
    }
    let strategy = inference.advised().and_then(|advised| Strategy::from_name(advised.strategy));
    let likeliest = inference.likeliest().first().map(|(cause, _)| *cause);
    let inside = likeliest.and_then(|cause| Inside::from_name(&cause.id));
    (strategy, DiagnosisFacts { concern: concern(inference).map(Into::into), inside })
}
