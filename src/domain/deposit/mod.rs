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

pub use self::compared::alternative::{Alternative, MOST_ALTERNATIVES, PlanPosition, Variation};
pub use self::compared::cost::{
    Cost, CostAmount, CostEvent, CostProblem, CostWhen, CostsRefused, cost_amounts,
};
pub use self::compared::exposure::{Exposure, ExposureDay, ExposureRefused, Financing, Gap};
pub use self::compared::{By, Compared, Fact, FigureDifference, FigureSide, FigureValue};
pub use self::days_off::{Observed, Whose};
pub use self::label::Label;
pub use self::ledger::next_row::{NextRow, RowDue, RowWaits};
pub use self::ledger::progress::{PlanProgress, Progress};
pub use self::ledger::{Payment, Receipt, RowStatus, SettledRows, Status};
pub use self::plan::{Plan, PlanFormat, PlanReader};
pub use self::plan_change::PlanChange;
pub use self::rows::allocation::Allocation;
pub use self::rows::by_hand::{ByHand, Changed, Hold, NotByHand, OddUnit, Spread};
pub use self::rows::closed_rows::KeptRow;
pub use self::rows::moved::{Free, SkippedDay};
pub use self::rows::schedule::{Basis, Schedule, ScheduleRow};
pub use self::shipping::last_true_day::{Deadline, LastDayParts, LastTrueDay, Outlook, last_true_day};
pub use self::shipping::production::{Help, LateRemedy, Production, Receipts, Start};
pub use self::shipping::{Late, Shipping, Ships, ShutdownSource};
pub use self::terms::amount::{DepositShare, LineAmount};
pub use self::terms::document_style::{DepositWord, DocumentStyle};
pub use self::terms::due::{
    Anchor, DayOfMonth, DayRule, DueProblem, Interval, Milestone, MilestoneDays, PeriodUnit, Planned, Shift,
    Span, When,
};
pub use self::terms::preset::Preset;
pub use self::terms::refused::PlanRefused;
pub use self::terms::suggest::{first_share, suggested_plan, usual_terms};
pub use self::terms::worded_terms::WordedTerms;
pub use self::terms::{
    DepositTerms, LineProblem, MOST_PARTS, Means, Terms, TermsLine, TermsRows, read_count,
};
pub use self::working_days::{Drift, Sides};
