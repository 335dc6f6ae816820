//! Deposits: terms, the schedule they make, payments against it, and the last true day.

mod allocation;
mod alternative;
mod amount;
mod comparison;
mod cost;
mod days_off;
mod due;
mod exposure;
mod kept;
mod label;
mod last_true_day;
mod ledger;
mod moved;
mod next_row;
mod observed;
mod paper;
mod plan;
mod plan_change;
mod preset;
mod production;
mod rebalance;
mod refused;
mod said;
mod schedule;
mod shipping;
mod standing;
mod suggest;
mod terms;
mod written;

pub use self::allocation::Allocation;
pub use self::alternative::{Alternative, MOST_ALTERNATIVES, Placed, Variation};
pub use self::amount::{LineAmount, Share};
pub use self::comparison::{By, Compared, Difference, Fact, Side, Value};
pub use self::cost::{Cost, CostAmount, CostEvent, CostProblem, CostWhen, CostsRefused, cost_amounts};
pub use self::days_off::{Observed, Whose};
pub use self::due::{
    Anchor, DayOfMonth, DayRule, DueProblem, Interval, Milestone, Milestones, Planned, Shift, Span, Unit,
    When,
};
pub use self::exposure::{Exposure, ExposureRefused, Financing, Gap, Step};
pub use self::kept::KeptRow;
pub use self::label::Label;
pub use self::last_true_day::{Deadline, LastTrueDay, Outlook, Parts, last_true_day};
pub use self::ledger::{Payment, Receipt, RowStatus, Settled, Status};
pub use self::moved::{Free, Skipped};
pub use self::next_row::{NextRow, RowDue, RowWaits};
pub use self::observed::{Drift, Sides};
pub use self::paper::{DepositWord, Paper};
pub use self::plan::{Plan, PlanFormat, PlanReader};
pub use self::plan_change::PlanChange;
pub use self::preset::Preset;
pub use self::production::{Help, Production, Receipts, Remedy, Start};
pub use self::rebalance::{ByHand, Changed, Hold, NotByHand, OddUnit, Spread};
pub use self::refused::PlanRefused;
pub use self::said::Said;
pub use self::schedule::{Basis, Row, Schedule};
pub use self::shipping::{Counted, Late, Shipping, Ships};
pub use self::standing::{PlanStanding, Progress};
pub use self::suggest::{first_share, suggested_plan, usual_terms};
pub use self::terms::read_count;
pub use self::terms::{DepositTerms, Line, LineProblem, MOST_PARTS, Means, Rows, Terms};
