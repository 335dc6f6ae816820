//! The draft for a deal as it stands: its plan, its diagnosis and its turn put together.

use chrono::NaiveDate;

use super::{Choice, Draft, NotWritten, choice_of, draft, generate, language_of};
use crate::assets;
use crate::domain::calendar::Calendars;
use crate::domain::deal::Deal;
use crate::domain::deposit::{Shipping, last_true_day};
use crate::domain::diagnosis::evidence;
use crate::domain::diagnosis::{Group, Inference};
use crate::domain::library::Library;
use crate::domain::message::{
    DiagnosisFacts, Facts, MessageChannel, PlanFacts, Situation, Strategy, suggest, suggest_channel,
};
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
    pub suggested_channel: MessageChannel,
}

/// Writes the message that a deal needs now.
pub fn prepare(
    deal: &Deal,
    library: &Library,
    calendars: &Calendars,
    seller: Language,
    on: NaiveDate,
) -> Result<Prepared, NotWritten> {
    let standing = Standing::of(deal);
    let plan = plan_facts(deal, on);
    // Who wrote last is not silent: an answer needs no diagnosis.
    let (top_strategy, diagnosis) = if standing.ball == Ball::Ours {
        (Some(Strategy::Recap), DiagnosisFacts::default())
    } else {
        diagnosed(deal, on)
    };
    let week = calendars.of(deal.buyer.country);
    let facts = Facts { deal, library, plan: plan.as_ref(), diagnosis: &diagnosis, week, on };
    let situation = Situation::of(&facts, language_of(deal).0.name(), standing.unanswered, top_strategy);
    let choice = choice_of(deal, &situation);
    let reading = (choice.language != seller)
        .then(|| generate(&facts, &Choice { language: seller, ..choice }))
        .transpose()?;
    Ok(Prepared {
        choice,
        draft: draft(&facts, &choice)?,
        reading,
        suggested: suggest(&situation),
        suggested_channel: suggest_channel(&situation),
    })
}

/// What the plan says. Without a plan there may still be a ground for a date.
fn plan_facts(deal: &Deal, on: NaiveDate) -> Option<PlanFacts> {
    PlanFacts::of(deal, on).or_else(|| {
        let last = last_true_day(Shipping::from(&deal.agreed))?;
        Some(PlanFacts {
            rows: Vec::new(),
            total: deal.agreed.money()?,
            deposit_total: None,
            deposit_share: None,
            last_true_day: Some(last.date).filter(|date| *date >= on),
            paid: false,
        })
    })
}

/// The strategy of the best remedy, and the likeliest worry; nothing while nothing is known.
fn diagnosed(deal: &Deal, on: NaiveDate) -> (Option<Strategy>, DiagnosisFacts) {
    let model = assets::diagnosis_model();
    let answers = model.understood(&evidence::answers(deal, on));
    let inference = Inference::new(model, &answers).ok().filter(|_| !answers.is_empty());
    let Some(inference) = inference else { return (None, DiagnosisFacts::default()) };
    let strategy = inference
        .remedies()
        .first()
        .and_then(|best| best.remedy.strategy.as_deref())
        .and_then(Strategy::from_name);
    let worry = inference
        .likeliest()
        .first()
        .map(|(cause, _)| *cause)
        .filter(|cause| matches!(cause.group, Some(Group::Concern | Group::Offer)));
    (strategy, DiagnosisFacts { concern: worry.map(|cause| cause.id.clone()) })
}
