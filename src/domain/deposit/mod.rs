//! Deposits: terms, the schedule they make, payments against it, and the last true day.

mod amount;
mod due;
mod last_true_day;
mod ledger;
mod paper;
mod plan;
mod refused;
mod schedule;
mod suggest;
mod terms;
mod written;

pub use self::amount::{LineAmount, Share};
pub use self::due::{
    Anchor, DayOfMonth, DayRule, DueProblem, Interval, Milestone, Milestones, Planned, Shift, Span, Unit,
    When,
};
pub use self::last_true_day::{LastTrueDay, Outlook, Parts, Shipping, last_true_day};
pub use self::ledger::{Payment, RowStatus, Status};
pub use self::paper::{DepositWord, Paper};
pub use self::plan::{KeptRow, Plan, PlanFormat, PlanReader};
pub use self::refused::PlanRefused;
pub use self::schedule::{Basis, Label, Row, Schedule};
pub use self::suggest::{suggested_plan, usual_terms};
pub use self::terms::{DepositTerms, Line, LineProblem, MOST_PARTS, Rows, Terms};
pub use self::terms::{read_count, read_weekend, write_weekend};
