//! The draft for a deal as it stands: its plan, its diagnosis and its turn put together.

use chrono::NaiveDate;

use super::{Choice, Draft, NotWritten, choice_of, draft, generate, language_of};
use crate::assets;
use crate::domain::calendar::Calendars;
use crate::domain::deal::Deal;
use crate::domain::deposit::{Label, Shipping, last_true_day};
use crate::domain::diagnosis::evidence;
use crate::domain::diagnosis::{Group, Inference};
use crate::domain::library::Library;
use crate::domain::message::{
    DiagnosisFacts, Facts, MessageChannel, PlanFacts, PlanRow, RowKind, Situation, Strategy, suggest,
    suggest_channel,
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
    let plan = plan_facts(deal);
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

/// What the plan says; none where it is refused, or where there is none.
fn plan_facts(deal: &Deal) -> Option<PlanFacts> {
    let last_true_day = last_true_day(Shipping::from(&deal.agreed)).map(|last| last.date);
    let Some(plan) = &deal.plan else {
        // Without a plan there may still be a ground for a date.
        let total = deal.agreed.money()?;
        let nothing = PlanFacts {
            rows: Vec::new(),
            total,
            deposit_total: None,
            deposit_share: None,
            last_true_day,
            paid: false,
        };
        return last_true_day.map(|_ground| nothing);
    };
    let schedule = plan.schedule().ok()?;
    let rows = schedule.rows().iter().map(|row| PlanRow {
        kind: kind_of(row.label),
        due: row.due,
        amount: row.amount,
    });
    Some(PlanFacts {
        rows: rows.collect(),
        total: schedule.total(),
        deposit_total: schedule.deposit(),
        deposit_share: schedule.deposit().and_then(|deposit| deposit.share_of(schedule.total())),
        last_true_day,
        paid: !plan.payments.is_empty(),
    })
}

fn kind_of(label: Label) -> RowKind {
    match label {
        Label::Deposit => RowKind::Deposit,
        Label::Balance => RowKind::Balance,
        Label::Line => RowKind::Line,
    }
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
