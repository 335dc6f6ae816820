//! Deposits: terms, the schedule they make, payments against it, and the last true day.

mod allocation;
mod amount;
mod due;
mod last_true_day;
mod ledger;
mod plan;
mod preset;
mod rebalance;
mod refused;
mod said;
mod schedule;
mod suggest;
mod terms;
mod written;

pub use self::allocation::Allocation;
pub use self::amount::{LineAmount, Share};
pub use self::due::{
    Anchor, DayOfMonth, DayRule, DueProblem, Interval, Milestone, Milestones, Planned, Shift, Span, Unit,
    When,
};
pub use self::last_true_day::{LastTrueDay, Outlook, Parts, Shipping, last_true_day};
pub use self::ledger::{Payment, RowStatus, Status};
pub use self::plan::{KeptRow, Plan, PlanFormat};
pub use self::preset::Preset;
pub use self::rebalance::{ByHand, Hold, NotByHand, Spread};
pub use self::refused::PlanRefused;
pub use self::said::Said;
pub use self::schedule::{Basis, Label, Row, Schedule};
pub use self::suggest::{first_share, suggested_plan, usual_terms};
pub use self::terms::{DepositTerms, Line, LineProblem, MOST_PARTS, Means, Rows, Terms};
pub use self::terms::{read_count, read_weekend, write_weekend};
