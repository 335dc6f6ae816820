//! The deposit plan as messages need it: what was agreed, and the state of its ledger on the day.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::gate::agreement::says_the_same;
use super::plan_row::{PlanRow, RowKind};
use crate::domain::deal::Deal;
use crate::domain::deposit::last_true_day;
use crate::domain::deposit::{
    Deadline, DepositWord, Label, Plan, RowStatus, Schedule, ScheduleRow, Shipping, Status,
};
use crate::domain::money::Money;
use crate::domain::settings::Shutdown;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFacts {
    /// All rows, in order.
    pub rows: Vec<PlanRow>,
    /// The rows that are still open, in the order in which payments fill them.
    pub open: Vec<PlanRow>,
    /// What arrived up to the day, the oldest first.
    pub received: Vec<(NaiveDate, Money)>,
    pub total: Money,
    /// None where the plan consists of free lines.
    pub deposit_total: Option<Money>,
    /// Percent of the total.
    pub deposit_share: Option<Decimal>,
    pub deadline: Option<Deadline>,
    /// Whether the deal's terms in words say what the rows say.
    pub is_as_worded: bool,
    /// What the plan's documents call the deposit.
    pub deposit_word: DepositWord,
}

impl PlanFacts {
    /// The deal's own plan on a day; none where it has none, or one that is refused.
    pub fn of(deal: &Deal, shutdowns: &[Shutdown], on: NaiveDate) -> Option<Self> {
        let plan = deal.plan.as_ref()?;
        let schedule = plan.schedule().ok()?;
        let standing = plan.status(on).ok()?;
        let total = schedule.total();
        let last = last_true_day(Shipping::of(Some(plan), Some(&deal.agreed), shutdowns));
        Some(Self {
            rows: Self::rows_of(&schedule),
            open: open_rows(&schedule, &standing),
            received: received(plan, on),
            total,
            deposit_total: schedule.deposit(),
            deposit_share: schedule.deposit().and_then(|deposit| deposit.share_of(total)),
            deadline: last.and_then(|last| last.deadline(&standing, on)),
            is_as_worded: says_the_same(&deal.agreed.payment_terms, plan, &schedule),
            deposit_word: plan.paper.deposit_word(),
        })
    }

    pub(crate) fn rows_of(schedule: &Schedule) -> Vec<PlanRow> {
        schedule.rows().iter().map(|row| plan_row(schedule, row, row.amount)).collect()
    }

    /// The total less the deposit, where there is a deposit and something is left.
    pub fn balance(&self) -> Option<Money> {
        let deposit = self.deposit_total?;
        let left = self.total.minor().checked_sub(deposit.minor())?;
        (left > 0 && deposit.currency() == self.total.currency())
            .then(|| Money::from_minor(left, self.total.currency()))
    }

    /// Whether the rows offer to pay step by step: a deposit in parts, or free lines.
    pub(crate) fn is_in_parts(&self) -> bool {
        let of = |kind| self.rows.iter().filter(|row| row.kind == kind).count();
        of(RowKind::Deposit) > 1 || of(RowKind::Line) > 1
    }

    /// What is open and due by the day, the oldest first.
    pub fn due(&self, on: NaiveDate) -> impl Iterator<Item = &PlanRow> {
        self.open.iter().filter(move |row| row.due.is_some_and(|due| due <= on))
    }

    /// The parts in which the deposit is paid; where there is none, the free lines.
    pub fn parts(&self) -> Vec<Money> {
        let of = |kind| self.rows.iter().filter(|row| row.kind == kind).map(|row| row.amount).collect();
        let deposit: Vec<Money> = of(RowKind::Deposit);
        if deposit.is_empty() { of(RowKind::Line) } else { deposit }
    }
}

fn plan_row(schedule: &Schedule, row: &ScheduleRow, amount: Money) -> PlanRow {
    let (part, parts) = schedule.place(row);
    PlanRow {
        kind: row.label.into(),
        part,
        parts,
        due: row.due,
        when: row.when.clone(),
        amount,
        is_rest: amount != row.amount,
    }
}

fn open_rows(schedule: &Schedule, standing: &[RowStatus]) -> Vec<PlanRow> {
    let mut open: Vec<&RowStatus> = standing.iter().filter(|row| row.status != Status::Paid).collect();
    open.sort_by_key(|row| (row.row.due.is_none(), row.row.due, row.row.n));
    open.into_iter().map(|row| plan_row(schedule, &row.row, row.open())).collect()
}

fn received(plan: &Plan, on: NaiveDate) -> Vec<(NaiveDate, Money)> {
    let came = plan.payments.iter().filter(|payment| payment.on <= on);
    let mut received: Vec<(NaiveDate, Money)> = came.map(|payment| (payment.on, payment.money)).collect();
    received.sort_by_key(|(came_on, _)| *came_on);
    received
}

impl From<Label> for RowKind {
    fn from(label: Label) -> Self {
        match label {
            Label::Deposit => Self::Deposit,
            Label::Balance => Self::Balance,
            Label::Line => Self::Line,
        }
    }
}

impl From<RowKind> for Label {
    fn from(kind: RowKind) -> Self {
        match kind {
            RowKind::Deposit => Self::Deposit,
            RowKind::Balance => Self::Balance,
            RowKind::Line => Self::Line,
        }
    }
}
