//! What a message may draw on besides the deal itself: the plan, the diagnosis, the library, the day.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::calendar::WorkWeek;
use crate::domain::deal::Deal;
use crate::domain::deposit::{Label, Milestone, Outlook, Schedule, Shipping, last_true_day};
use crate::domain::library::Library;
use crate::domain::money::Money;
use crate::domain::settings::Shutdown;
use crate::domain::touch::{Channel, TouchKind};
use crate::named;

/// Everything a message is made from, on one day.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub deal: &'a Deal,
    pub library: &'a Library,
    pub plan: Option<&'a PlanFacts>,
    pub diagnosis: &'a DiagnosisFacts,
    /// The buyer's working days.
    pub week: &'a WorkWeek,
    pub on: NaiveDate,
}

/// The deposit plan as messages need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFacts {
    /// All rows, in order.
    pub rows: Vec<PlanRow>,
    pub total: Money,
    /// None where the plan is free lines.
    pub deposit_total: Option<Money>,
    /// Percent of the total.
    pub deposit_share: Option<Decimal>,
    pub last_true_day: Option<NaiveDate>,
    /// Money has arrived against the plan.
    pub paid: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub kind: RowKind,
    /// None while what it waits for has no date.
    pub due: Option<NaiveDate>,
    pub upon: Option<Milestone>,
    pub amount: Money,
}

named! {
    pub enum RowKind {
        Deposit = "deposit",
        Balance = "balance",
        Line = "line",
    }
}

impl PlanFacts {
    /// The deal's own plan on a day; none where it has none, or one that is refused.
    pub fn of(deal: &Deal, shutdowns: &[Shutdown], on: NaiveDate) -> Option<Self> {
        let plan = deal.plan.as_ref()?;
        let schedule = plan.schedule().ok()?;
        let total = schedule.total();
        let last = last_true_day(Shipping::of(&deal.agreed, shutdowns)).and_then(|last| last.outlook(on));
        Some(Self {
            rows: Self::rows_of(&schedule),
            total,
            deposit_total: schedule.deposit(),
            deposit_share: schedule.deposit().and_then(|deposit| deposit.share_of(total)),
            // A day that has passed is nobody's deadline any more.
            last_true_day: last.and_then(|outlook| match outlook {
                Outlook::Open { last } => Some(last),
                Outlook::Passed { .. } => None,
            }),
            paid: !plan.payments.is_empty(),
        })
    }

    pub fn rows_of(schedule: &Schedule) -> Vec<PlanRow> {
        schedule
            .rows()
            .iter()
            .map(|row| PlanRow {
                kind: match row.label {
                    Label::Deposit => RowKind::Deposit,
                    Label::Balance => RowKind::Balance,
                    Label::Line => RowKind::Line,
                },
                due: row.due,
                upon: row.upon(),
                amount: row.amount,
            })
            .collect()
    }

    /// The total less the deposit, where there is a deposit and something is left.
    pub fn balance(&self) -> Option<Money> {
        let deposit = self.deposit_total?;
        let left = self.total.minor().checked_sub(deposit.minor())?;
        (left > 0 && deposit.currency() == self.total.currency())
            .then(|| Money::from_minor(left, self.total.currency()))
    }

    /// Whether the rows offer to pay step by step: a deposit in parts, or free lines.
    pub fn is_in_parts(&self) -> bool {
        let of = |kind| self.rows.iter().filter(|row| row.kind == kind).count();
        of(RowKind::Deposit) > 1 || of(RowKind::Line) > 1
    }
}

/// What the diagnosis tells a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiagnosisFacts {
    /// The topic of the likeliest concern, as library entries name it: `delivery`, `warranty`, `price` ….
    pub concern: Option<Box<str>>,
    /// Whose decision is waited for, where that is the likeliest reason.
    pub inside: Option<Inside>,
}

named! {
    /// A decision inside the buyer's company, or at their customer's.
    pub enum Inside {
        Committee = "committee",
        Boss = "boss",
        EndCustomer = "end-customer",
        Budget = "budget",
    }
}

impl Facts<'_> {
    /// Somebody called or met them at least once.
    pub fn call_tried(&self) -> bool {
        self.deal.story.iter().any(|touch| {
            touch.kind.is(TouchKind::Called)
                || touch
                    .channel
                    .as_ref()
                    .is_some_and(|channel| channel.is(Channel::Call) || channel.is(Channel::Meeting))
        })
    }

    pub fn money_arrived(&self) -> bool {
        self.plan.is_some_and(|plan| plan.paid)
            || self.deal.story.iter().any(|touch| touch.kind.is(TouchKind::Arrived))
    }
}
