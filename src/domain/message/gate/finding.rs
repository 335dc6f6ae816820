//! What to know before a draft is copied, and what its body says, as facts.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::deal::Deal;
use crate::domain::message::field::FieldId;
use crate::domain::message::gate::needed_form::NeededForm;
use crate::domain::money::{Currency, Money};
use crate::domain::today::RowDue;
use crate::domain::today::turn::InTransit;

/// Something to know before a draft is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftFinding {
    MissingField(FieldId),
    /// A blank in the seller's own text that names no field.
    OpenBlank(String),
    /// A sentence in another language than the message's.
    MixedLanguage,
    /// A text of the deal is in a script or language of other readers, and how these read it is not known.
    ForeignScript(FieldId),
    /// Only the beginning of the field is used.
    TooLong(FieldId),
    MoreThanOneAsk,
    /// An amount, as written, that the deal and its plan do not know.
    AmountDiffers(String),
    /// A date, as written, that the deal and its plan do not know.
    DateDiffers(String),
    ContactStopped,
    ContactBounced,
    /// A last day without the ship date, lead time and cut-off it would follow from.
    DeadlineWithoutGround,
    /// The date in this field is in the past.
    DatePassed(FieldId),
    /// The library has no sentence for this field, so the message leaves it out.
    LeftOut(FieldId),
    /// Pausing before anybody called.
    CallFirst,
    /// Money has arrived: the strategy no longer fits.
    MoneyArrived,
    /// They say they have paid and nothing has arrived: this message does not ask for the bank's copy.
    MoneyInTransit(InTransit),
    /// A row of the plan is due, and the message does not name it.
    RowDue(RowDue),
    /// The order is running: they expect a progress update, which no strategy writes yet.
    ProgressDue,
    /// Money in the story that is not in the plan, so what the plan calls open may be paid.
    NotBooked(Option<Money>),
    /// The plan is for another amount than the deal's.
    TotalDiffers {
        plan: Money,
        deal: Money,
    },
    /// The plan asks for some of the deposit after its last true day.
    PlanMissesLastDay(NaiveDate),
    /// The seller's text was written from an older draft.
    EditedFromOlder,
    /// Icebreak cannot write this language yet.
    LanguageNotYet(String),
}

impl DraftFinding {
    /// Where papers and messages about the plan would contradict the deal.
    pub(crate) fn of_totals(plan: Money, deal: &Deal) -> Option<Self> {
        let deal = deal.agreed.money().filter(|deal| *deal != plan)?;
        Some(Self::TotalDiffers { plan, deal })
    }

    /// Its name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingField(_) => "missing",
            Self::OpenBlank(_) => "blank",
            Self::MixedLanguage => "mixed-language",
            Self::ForeignScript(_) => "script",
            Self::TooLong(_) => "too-long",
            Self::MoreThanOneAsk => "asks",
            Self::AmountDiffers(_) => "amount",
            Self::DateDiffers(_) => "date",
            Self::ContactStopped => "stopped",
            Self::ContactBounced => "bounced",
            Self::DeadlineWithoutGround => "deadline",
            Self::DatePassed(FieldId::ValidUntil) => "expired",
            Self::DatePassed(_) => "passed",
            Self::LeftOut(_) => "left-out",
            Self::CallFirst => "call-first",
            Self::MoneyArrived => "money-arrived",
            Self::MoneyInTransit(_) => "money-in-transit",
            Self::RowDue(_) => "row-due",
            Self::NotBooked(_) => "not-booked",
            Self::TotalDiffers { .. } => "total",
            Self::PlanMissesLastDay(_) => "plan-late",
            Self::ProgressDue => "progress-due",
            Self::EditedFromOlder => "edited",
            Self::LanguageNotYet(_) => "language",
        }
    }

    /// Whether the draft must not be copied as it is; otherwise the finding is only shown.
    pub fn blocks(&self) -> bool {
        match self {
            Self::MissingField(_)
            | Self::OpenBlank(_)
            | Self::TooLong(_)
            | Self::ForeignScript(_)
            | Self::AmountDiffers(_)
            | Self::ContactStopped
            | Self::NotBooked(_)
            | Self::TotalDiffers { .. }
            | Self::PlanMissesLastDay(_)
            | Self::DeadlineWithoutGround
            | Self::DatePassed(FieldId::LastTrueDay) => true,
            Self::MixedLanguage
            | Self::MoreThanOneAsk
            | Self::DateDiffers(_)
            | Self::ContactBounced
            | Self::DatePassed(_)
            | Self::LeftOut(_)
            | Self::CallFirst
            | Self::MoneyArrived
            | Self::MoneyInTransit(_)
            | Self::RowDue(_)
            | Self::ProgressDue
            | Self::EditedFromOlder
            | Self::LanguageNotYet(_) => false,
        }
    }
}

/// What a body says, as far as the gate checks it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyFacts {
    /// The unfilled fields in it, in order.
    pub missing: Vec<FieldId>,
    pub open_blanks: Vec<String>,
    pub amounts: Vec<AmountClaim>,
    pub dates: Vec<DateClaim>,
    pub questions: usize,
    pub mixed_language: bool,
    /// The forms that are not given, or not used.
    pub foreign: Vec<NeededForm>,
}

/// An amount in a body and every way to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountClaim {
    pub written: String,
    /// `30.000` is thirty thousand or thirty.
    pub readings: Vec<Decimal>,
    /// All that fit: a sign such as `$` fits several.
    pub currencies: Vec<Currency>,
}

/// A date in a body and every way to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateClaim {
    pub written: String,
    /// The year where it is written, the month, the day.
    pub readings: Vec<(Option<i32>, u32, u32)>,
    pub weekday: Option<chrono::Weekday>,
}
