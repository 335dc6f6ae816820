//! The blanks that a message may have, and the values that fill them.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::plan_row::PlanRow;
use crate::domain::money::{Currency, Money};
use crate::named;

named! {
    /// A blank in a message.
    pub enum FieldId {
        Greeting = "greeting",
        Contact = "contact",
        Buyer = "buyer",
        Product = "product",
        Quantity = "quantity",
        UnitPrice = "unit_price",
        Amount = "amount",
        Pi = "pi",
        PiDate = "pi_date",
        ValidUntil = "valid_until",
        Incoterm = "incoterm",
        ShipBy = "ship_by",
        LeadTime = "lead_time",
        PaymentTerms = "payment_terms",
        WarrantyYears = "warranty_years",
        OpenQuestions = "open_questions",
        TheirLastPoint = "their_last_point",
        DepositAmount = "deposit_amount",
        DepositShare = "deposit_share",
        Balance = "balance",
        PlanRows = "plan_rows",
        LastTrueDay = "last_true_day",
        ProposedDay = "proposed_day",
        Alternatives = "alternatives",
        Story = "story",
        Reference = "reference",
        Fact = "fact",
        DepositPurpose = "deposit_purpose",
        DepositSafety = "deposit_safety",
        DepositQuality = "deposit_quality",
        DepositInstalments = "deposit_instalments",
        DepositFirstOrder = "deposit_first_order",
        /// Our answers to what they asked, point by point.
        Answer1 = "answer_1",
        Answer2 = "answer_2",
        Answer3 = "answer_3",
        Answer4 = "answer_4",
        Answer5 = "answer_5",
        /// How the order stands.
        Progress = "progress",
        NextMilestone = "next_milestone",
        Incentive = "incentive",
        IncentiveCondition = "incentive_condition",
        IncentiveUntil = "incentive_until",
        TrialQuantity = "trial_quantity",
        /// The day on which they decide.
        ApprovalDay = "approval_day",
        /// What the deposit secures for them.
        Benefit = "benefit",
        /// What we will send.
        OurPromise = "our_promise",
        OurPromiseDay = "our_promise_day",
        Sender = "sender",
        SenderRole = "sender_role",
        Company = "company",
    }
}

/// The value of a field, typed, so that each language writes it in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// One line.
    Text(String),
    Money(Money),
    /// A unit price may have more digits than its currency.
    Price(Decimal, Currency),
    Date(NaiveDate),
    Days(u32),
    Years(u32),
    /// Percent.
    Share(Decimal),
    /// Whole sentences, one in each entry.
    Sentences(Vec<String>),
    Rows(Vec<PlanRow>),
}

impl FieldValue {
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Text(_)
            | Self::Money(_)
            | Self::Price(..)
            | Self::Days(_)
            | Self::Years(_)
            | Self::Share(_)
            | Self::Sentences(_)
            | Self::Rows(_) => None,
        }
    }

    pub fn amount(&self) -> Option<(Decimal, Currency)> {
        match self {
            Self::Money(money) => Some((money.decimal(), money.currency())),
            Self::Price(price, currency) => Some((*price, *currency)),
            Self::Text(_)
            | Self::Date(_)
            | Self::Days(_)
            | Self::Years(_)
            | Self::Share(_)
            | Self::Sentences(_)
            | Self::Rows(_) => None,
        }
    }
}

/// How a field is read when the seller types it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A person's or company's name, in whatever script it is written.
    Name,
    Text,
    Money,
    Price,
    Date,
    Days,
    Years,
    Share,
    Sentences,
    Rows,
}

impl FieldId {
    /// The answers to their points, in order.
    pub const ANSWERS: [Self; 5] =
        [Self::Answer1, Self::Answer2, Self::Answer3, Self::Answer4, Self::Answer5];

    /// The days that the seller chooses, so that none of them contradicts the deal.
    pub const OWN_DAYS: [Self; 4] =
        [Self::ProposedDay, Self::IncentiveUntil, Self::ApprovalDay, Self::OurPromiseDay];

    pub fn kind(self) -> FieldKind {
        match self {
            Self::Greeting | Self::Contact | Self::Buyer | Self::Sender | Self::Company => FieldKind::Name,
            Self::Product
            | Self::Quantity
            | Self::Pi
            | Self::Incoterm
            | Self::PaymentTerms
            | Self::OpenQuestions
            | Self::TheirLastPoint
            | Self::Answer1
            | Self::Answer2
            | Self::Answer3
            | Self::Answer4
            | Self::Answer5
            | Self::Progress
            | Self::NextMilestone
            | Self::Incentive
            | Self::IncentiveCondition
            | Self::TrialQuantity
            | Self::Benefit
            | Self::OurPromise
            | Self::SenderRole => FieldKind::Text,
            Self::Amount | Self::DepositAmount | Self::Balance => FieldKind::Money,
            Self::UnitPrice => FieldKind::Price,
            Self::PiDate
            | Self::ValidUntil
            | Self::ShipBy
            | Self::LastTrueDay
            | Self::ProposedDay
            | Self::IncentiveUntil
            | Self::ApprovalDay
            | Self::OurPromiseDay => FieldKind::Date,
            Self::LeadTime => FieldKind::Days,
            Self::WarrantyYears => FieldKind::Years,
            Self::DepositShare => FieldKind::Share,
            Self::Alternatives
            | Self::Story
            | Self::Reference
            | Self::Fact
            | Self::DepositPurpose
            | Self::DepositSafety
            | Self::DepositQuality
            | Self::DepositInstalments
            | Self::DepositFirstOrder => FieldKind::Sentences,
            Self::PlanRows => FieldKind::Rows,
        }
    }
}
