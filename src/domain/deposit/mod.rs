//! Deposits: terms, the schedule they make, payments against it, and the last true day.

pub(crate) mod compared;
mod days_off;
mod label;
mod ledger;
mod plan;
mod plan_change;
pub(crate) mod rows;
mod shipping;
mod terms;
pub(crate) mod working_days;

pub(crate) use self::compared::alternative::MOST_ALTERNATIVES;
pub use self::compared::alternative::{Alternative, PlanPosition, Variation};
pub use self::compared::cost::{
    Cost, CostAmount, CostEvent, CostProblem, CostWhen, CostsRefused, cost_amounts,
};
pub use self::compared::exposure::{Exposure, ExposureDay, ExposureRefused, Financing, Gap};
pub(crate) use self::compared::{By, FigureDifference, FigureSide};
pub use self::compared::{Compared, Fact, FigureValue};
pub use self::days_off::{Observed, Whose};
pub use self::label::Label;
pub(crate) use self::ledger::next_row::RowWaits;
pub use self::ledger::next_row::{NextRow, RowDue};
pub use self::ledger::progress::{PlanProgress, Progress};
pub use self::ledger::{Payment, RowStatus, Status};
pub(crate) use self::ledger::{Receipt, SettledRows};
pub use self::plan::{Plan, PlanFormat, PlanReader};
pub use self::plan_change::PlanChange;
pub use self::rows::by_hand::{ByHand, Changed, Hold, NotByHand, OddUnit, Spread};
pub use self::rows::closed_rows::KeptRow;
pub use self::rows::moved::Free;
pub(crate) use self::rows::moved::SkippedDay;
pub use self::rows::schedule::{Schedule, ScheduleRow};
pub(crate) use self::shipping::last_true_day::LastDayParts;
pub use self::shipping::last_true_day::{Deadline, LastTrueDay, Outlook, last_true_day};
pub use self::shipping::production::{Help, LateRemedy, Production, Receipts, Start};
pub use self::shipping::{Late, Shipping, Ships, ShutdownSource};
pub(crate) use self::terms::LineProblem;
pub use self::terms::amount::{DepositShare, LineAmount};
pub use self::terms::document_style::{DepositWord, DocumentStyle};
pub(crate) use self::terms::due::Planned;
pub use self::terms::due::{Anchor, DayOfMonth, DayRule, Interval, Milestone, PeriodUnit, Shift, Span, When};
pub use self::terms::preset::Preset;
pub use self::terms::refused::PlanRefused;
pub(crate) use self::terms::suggest::usual_terms;
pub use self::terms::suggest::{first_share, suggested_plan};
pub use self::terms::worded_terms::WordedTerms;
pub use self::terms::{DepositTerms, Means, Terms, TermsLine, TermsRows, read_count};
pub(crate) use self::working_days::Drift;
pub use self::working_days::Sides;
