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
use crate::domain::diagnosis::{Case, concern};
use crate::domain::document::Document;
use crate::domain::library::Library;
use crate::domain::names::Named as _;
use crate::domain::settings::Shutdown;
use crate::domain::today::turn::{Ball, Standing};
use crate::domain::today::{TodayReason, reason_of};

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
    /// Why Today lists the deal.
    reason: TodayReason,
}

impl<'a> Preparation<'a> {
    /// The preparation of the deal's message on the day of its case.
    pub fn new(case: &Case, deal: &'a Deal, document: &'a Document, calendars: &'a Calendars) -> Self {
        let week = calendars.of(deal.buyer.country);
        let standing = Standing::of(deal);
        // They wrote last, so they are not silent and no diagnosis is needed.
        let (top_strategy, diagnosis) =
            if standing.ball == Ball::Ours { Default::default() } else { advised(case) };
        Self {
            deal,
            library: &document.library,
            plan: plan_facts(deal, &document.settings.shutdowns, case.on),
            diagnosis,
            week,
            on: case.on,
            top_strategy,
            unanswered: standing.unanswered,
            reason: reason_of(deal, &document.settings, week, case.on),
        }
    }

    pub fn facts(&self) -> MessageFacts<'_> {
        let Self { deal, library, plan, diagnosis, week, on, top_strategy: _, unanswered: _, reason: _ } =
            self;
        MessageFacts { deal, library, plan: plan.as_ref(), diagnosis, week, on: *on }
    }

    /// The state of the deal for a message in this language.
    pub fn situation(&self, language: &str) -> Situation {
        Situation::of(&self.facts(), language, self.unanswered, self.top_strategy, self.reason)
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
fn advised(case: &Case) -> (Option<Strategy>, DiagnosisFacts) {
    let inference = case.inference();
    let anything_known = inference.model().questions().iter().any(|question| inference.is_answered(question));
    if !anything_known {
        return Default::default();
    }
    let strategy = inference.advised().and_then(|advised| Strategy::from_name(advised.strategy));
    let likeliest = inference.likeliest().first().map(|(cause, _)| *cause);
    let inside =
        likeliest.and_then(|cause| Inside::from_name(&cause.id)).filter(|inside| is_told(*inside, case));
    (strategy, DiagnosisFacts { concern: concern(&inference).map(Into::into), inside })
}

/// Whether somebody said so. A message that speaks of a committee that is only guessed makes a fool of its writer.
fn is_told(inside: Inside, case: &Case) -> bool {
    match inside {
        Inside::Committee | Inside::Boss => case.answer("who-decides") == Some(inside.name()),
        Inside::EndCustomer | Inside::Budget => true,
    }
}
