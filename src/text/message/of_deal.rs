//! The draft for a deal as it stands: its plan, its diagnosis and its turn put together.

use chrono::NaiveDate;

use super::{Choice, Draft, NotWritten, choice_of, draft, language_of, reading};
use crate::assets;
use crate::domain::calendar::Calendars;
use crate::domain::deal::Deal;
use crate::domain::deposit::{Deadline, DepositWord, Shipping, last_true_day};
use crate::domain::diagnosis::{Inference, advice, evidence};
use crate::domain::library::Library;
use crate::domain::message::{
    DiagnosisFacts, Facts, Inside, MessageChannel, PlanFacts, Situation, Strategy, suggest, suggest_channel,
};
use crate::domain::settings::Shutdown;
use crate::domain::turn::{Ball, Standing};
use crate::domain::word::Named as _;
use crate::text::Language;

/// A draft, what it was chosen by, and what else is proposed.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub choice: Choice,
    pub draft: Draft,
    /// The same draft in the seller's language, where that is another.
    pub reading: Option<Draft>,
    pub suggested: Strategy,
    /// Strategies that ask for a deposit of which some is on its way or has come: they are not to be had.
    pub closed: Vec<Strategy>,
    pub suggested_channel: MessageChannel,
}

/// Writes the message that a deal needs now; `inference` is what its answers say, by whatever shares were learnt.
pub fn prepare(
    deal: &Deal,
    library: &Library,
    calendars: &Calendars,
    shutdowns: &[Shutdown],
    inference: &Inference<'_>,
    seller: Language,
    on: NaiveDate,
) -> Result<Prepared, NotWritten> {
    let standing = Standing::of(deal);
    let plan = plan_facts(deal, shutdowns, on);
    // Who wrote last is not silent: an answer needs no diagnosis.
    let (top_strategy, diagnosis) = if standing.ball == Ball::Ours {
        (Some(Strategy::Recap), DiagnosisFacts::default())
    } else {
        advised(inference)
    };
    let week = calendars.of(deal.buyer.country);
    let facts = Facts { deal, library, plan: plan.as_ref(), diagnosis: &diagnosis, week, on };
    let situation = Situation::of(&facts, language_of(deal).0.name(), standing.unanswered, top_strategy);
    let choice = choice_of(deal, &situation).fitting(&facts);
    let reading = (choice.language != seller).then(|| reading(&facts, &choice, seller)).transpose()?;
    Ok(Prepared {
        choice,
        draft: draft(&facts, &choice)?,
        reading,
        suggested: facts.fitting(suggest(&situation)),
        closed: Strategy::members().filter(|strategy| facts.fitting(*strategy) != *strategy).collect(),
        suggested_channel: suggest_channel(&situation),
    })
}

/// What the plan says. Without a plan there may still be a ground for a date.
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

/// The strategy of the best remedy, and the likeliest worry; nothing while nothing is known.
fn advised(inference: &Inference<'_>) -> (Option<Strategy>, DiagnosisFacts) {
    let anything_known = inference.model().questions().iter().any(|question| inference.is_answered(question));
    if !anything_known {
        return (None, DiagnosisFacts::default());
    }
    let strategy = inference.advised().and_then(|advised| Strategy::from_name(advised.strategy));
    let likeliest = inference.likeliest().first().map(|(cause, _)| *cause);
    let inside = likeliest.and_then(|cause| Inside::from_name(&cause.id));
    (strategy, DiagnosisFacts { concern: advice::concern(inference).map(Into::into), inside })
}

/// What the deal's own answers say by the built-in shares.
pub fn built_in_inference(deal: &Deal, on: NaiveDate) -> Inference<'static> {
    advice::infer(assets::diagnosis_model(), &evidence::answers(&advice::as_silent(deal), on))
}
