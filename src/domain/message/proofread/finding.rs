//! What a check of a text finds, as facts.

use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::money::{Currency, Money};
use crate::named;

named! {
    /// What is wrong with a place in a text.
    pub enum TextCode {
        Amount = "amount",
        Currency = "currency",
        Price = "price",
        Percent = "percent",
        Quantity = "quantity",
        Date = "date",
        Weekday = "weekday",
        Deadline = "deadline",
        LeadTime = "lead-time",
        Terms = "terms",
        Incoterm = "incoterm",
        Pi = "pi",
        Name = "name",
        Account = "account",
        ContactData = "contact-data",
        Promise = "promise",
        Figure = "figure",
        Pressure = "pressure",
        Phrase = "phrase",
        Invented = "invented",
        Paid = "paid",
        Asks = "asks",
        NoAsk = "no-ask",
        MixedLanguage = "mixed-language",
        Placeholder = "placeholder",
        Markdown = "markdown",
        TooLong = "too-long",
        Stopped = "stopped",
    }
}

/// How a finding is shown: beside the deal's own value, as something nothing carries, or as something to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextGroup {
    /// The deal says something else.
    Different,
    /// Nothing in the deal or the library carries it.
    Unsupported,
    /// The way it is said.
    Wording,
}

impl TextCode {
    pub fn group(self) -> TextGroup {
        match self {
            Self::Amount
            | Self::Currency
            | Self::Price
            | Self::Percent
            | Self::Quantity
            | Self::Date
            | Self::Weekday
            | Self::Deadline
            | Self::LeadTime
            | Self::Terms
            | Self::Incoterm
            | Self::Pi
            | Self::Name
            | Self::Account
            | Self::ContactData
            | Self::Paid => TextGroup::Different,
            Self::Promise | Self::Figure | Self::Invented => TextGroup::Unsupported,
            Self::Pressure
            | Self::Phrase
            | Self::Asks
            | Self::NoAsk
            | Self::MixedLanguage
            | Self::Placeholder
            | Self::Markdown
            | Self::TooLong
            | Self::Stopped => TextGroup::Wording,
        }
    }

    /// Whether the text must not be copied as it is; the others are only shown.
    pub fn blocks(self) -> bool {
        match self {
            Self::Phrase | Self::Asks | Self::NoAsk | Self::TooLong | Self::Markdown => false,
            Self::Amount
            | Self::Currency
            | Self::Price
            | Self::Percent
            | Self::Quantity
            | Self::Date
            | Self::Weekday
            | Self::Deadline
            | Self::LeadTime
            | Self::Terms
            | Self::Incoterm
            | Self::Pi
            | Self::Name
            | Self::Account
            | Self::ContactData
            | Self::Promise
            | Self::Figure
            | Self::Pressure
            | Self::Invented
            | Self::Paid
            | Self::MixedLanguage
            | Self::Placeholder
            | Self::Stopped => true,
        }
    }
}

/// What the deal says instead.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    Money(Money),
    /// A price for one piece may have more digits than its currency.
    Price(Decimal, Currency),
    Percent(Decimal),
    Number(Decimal),
    Date(NaiveDate),
    Days(u32),
    Text(String),
}

/// For programs: `EUR 30000.00`, `2026-12-08`.
impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(money) => write!(f, "{} {money}", money.currency().code()),
            Self::Price(price, currency) => write!(f, "{} {}", currency.code(), price.normalize()),
            Self::Percent(share) => write!(f, "{} %", share.normalize()),
            Self::Number(number) => write!(f, "{}", number.normalize()),
            Self::Date(day) => write!(f, "{day}"),
            Self::Days(days) => write!(f, "{days}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// Something wrong in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextFinding {
    pub code: TextCode,
    /// In bytes of the text; empty where the whole text is meant.
    pub at: Range<usize>,
    pub expected: Option<Expected>,
}

impl TextFinding {
    pub fn new(code: TextCode, at: Range<usize>) -> Self {
        Self { code, at, expected: None }
    }

    /// Whether both are about some of the same words.
    pub fn meets(&self, at: &Range<usize>) -> bool {
        self.at.start < at.end && at.start < self.at.end
    }
}

named! {
    /// What a right statement is about.
    pub enum KnownTopic {
        Amount = "amount",
        Price = "price",
        Percent = "percent",
        Quantity = "quantity",
        Date = "date",
        Days = "days",
        Terms = "terms",
        Incoterm = "incoterm",
        Pi = "pi",
        Name = "name",
        Account = "account",
        ContactData = "contact-data",
        Library = "library",
    }
}

/// Something in a text that stands in the deal, or follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownStatement {
    pub at: Range<usize>,
    pub field: KnownTopic,
}

/// What comes of one statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    Right(KnownTopic),
    Wrong(TextCode, Option<Expected>),
    /// Nothing is known of such statements.
    Open,
}
