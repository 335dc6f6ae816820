//! Deposits: terms, the schedule they make, payments against it, and the last true day.

pub(crate) mod compared;
mod days_off;
mod label;
mod ledger;
mod plan;
mod plan_change;
pub mod rows;
mod shipping;
mod terms;
pub(crate) mod working_days;

pub use self::compared::alternative::{Alternative, MOST_ALTERNATIVES, Placed, Variation};
pub use self::compared::cost::{
    Cost, CostAmount, CostEvent, CostProblem, CostWhen, CostsRefused, cost_amounts,
};
pub use self::compared::exposure::{Exposure, ExposureRefused, Financing, Gap, Step};
pub use self::compared::{By, Compared, Difference, Fact, Side, Value};
pub use self::days_off::{Observed, Whose};
pub use self::label::Label;
pub use self::ledger::next_row::{NextRow, RowDue, RowWaits};
pub use self::ledger::progress::{PlanStanding, Progress};
pub use self::ledger::{Payment, Receipt, RowStatus, Settled, Status};
pub use self::plan::{Plan, PlanFormat, PlanReader};
pub use self::plan_change::PlanChange;
pub use self::rows::allocation::Allocation;
pub use self::rows::by_hand::{ByHand, Changed, Hold, NotByHand, OddUnit, Spread};
pub use self::rows::closed_rows::KeptRow;
pub use self::rows::moved::{Free, Skipped};
pub use self::rows::schedule::{Basis, Row, Schedule};
pub use self::shipping::last_true_day::{Deadline, LastTrueDay, Outlook, Parts, last_true_day};
pub use self::shipping::production::{Help, Production, Receipts, Remedy, Start};
pub use self::shipping::{Counted, Late, Shipping, Ships};
pub use self::terms::amount::{LineAmount, Share};
pub use self::terms::document_style::{DepositWord, Paper};
pub use self::terms::due::{
    Anchor, DayOfMonth, DayRule, DueProblem, Interval, Milestone, Milestones, Planned, Shift, Span, Unit,
    When,
};
pub use self::terms::preset::Preset;
pub use self::terms::refused::PlanRefused;
pub use self::terms::suggest::{first_share, suggested_plan, usual_terms};
pub use self::terms::worded_terms::Said;
pub use self::terms::{DepositTerms, Line, LineProblem, MOST_PARTS, Means, Rows, Terms, read_count};
pub use self::working_days::{Drift, Sides};
