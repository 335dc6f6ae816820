//! How a table is to be read: what its columns mean, and the answers to what the table itself leaves open.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::DealColumn;
use crate::domain::deal::Stage;
use crate::domain::list_answers::ListAnswers;
use crate::domain::names::{Named as _, Word};
use crate::domain::typed::amount::{DigitSign, Signs};
use crate::domain::typed::date::DayOrder;
use crate::domain::typed::signs::half_width;

/// What a person decided about a table, or what its header says by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableReading {
    /// By position in the header.
    pub columns: Vec<Use>,
    /// For dates like `03/11/2026` where the column does not settle the order.
    pub day_order: Option<DayOrder>,
    /// For amounts like `30.000` where the column does not settle the signs.
    pub signs: Signs,
    /// What a status means that no dictionary knows, by [`word_of_status`]; none where it is kept in the notes.
    pub stages: BTreeMap<String, Option<Stage>>,
    /// What is done with several lines of one PI number.
    pub lines: LinesOfOneDeal,
}

/// What several rows of one file mean that name one PI number and buyer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LinesOfOneDeal {
    /// They are the lines of one order: the deal's amount is their sum.
    #[default]
    Summed,
    /// Each is a deal of its own.
    Separate,
}

/// What is done with one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    As(DealColumn),
    /// Its cells go into the deals' notes, with the name of the column.
    Kept,
    LeftOut,
    /// "Last contact", while nobody has answered whether they or we wrote on that day: kept in the notes until then.
    WhoWrote,
}

/// What the cells of a table settle, and what they leave open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub dates: Vec<DateEvidence>,
    /// At most one for each sign.
    pub amounts: Vec<AmountEvidence>,
    /// Statuses that no dictionary knows, answered or not, in the order of their first row.
    pub statuses: Vec<UnknownStatus>,
}

/// A status that is not understood; the deals come in with it in their notes until somebody says what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownStatus {
    /// As the first row writes it.
    pub text: String,
    pub rows: usize,
}

/// A status as it is remembered: case, spaces and punctuation do not count.
pub fn word_of_status(text: &str) -> String {
    text.chars().map(half_width).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What the dates of one column show. A column whose dates all name the year first has no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateEvidence {
    /// Its position in the header.
    pub position: usize,
    pub column: DealColumn,
    /// A cell that shows it.
    pub example: String,
    pub fact: DayFact,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayFact {
    /// A part above 12 tells the order.
    Known(DayOrder),
    /// The example could be either day.
    Open { day_first: NaiveDate, month_first: NaiveDate },
}

/// What the amounts of the table show about a sign that may start decimals or group thousands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountEvidence {
    pub sign: DigitSign,
    /// A cell that shows it.
    pub example: String,
    pub fact: SignFact,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignFact {
    /// Another amount of the column settles that this sign starts the decimals.
    Known { decimals: DigitSign },
    /// The example has two values that differ by a factor of a thousand.
    Open { decimals: Decimal, thousands: Decimal },
}

impl TableReading {
    /// The column at a position, where it is read.
    pub fn column(&self, position: usize) -> Option<DealColumn> {
        match self.columns.get(position) {
            Some(Use::As(column)) => Some(*column),
            Some(Use::Kept | Use::LeftOut | Use::WhoWrote) | None => None,
        }
    }

    /// The position of the column that is read as this.
    pub fn position(&self, column: DealColumn) -> Option<usize> {
        self.columns.iter().position(|used| *used == Use::As(column))
    }

    /// The reading with this use of a column; another column with the same use is left out.
    #[must_use]
    pub fn with(mut self, position: usize, used: Use) -> Self {
        for (place, other) in self.columns.iter_mut().enumerate() {
            if place == position {
                *other = used;
            } else if *other == used && matches!(used, Use::As(_)) {
                *other = Use::LeftOut;
            }
        }
        self
    }

    /// What a person said of a list with this header, to be remembered.
    pub fn answers(&self, header: Vec<String>) -> ListAnswers {
        let named = |stage: &Option<Stage>| stage.map(Word::from);
        ListAnswers {
            columns: self.columns.iter().take(header.len()).map(|used| used.name().to_owned()).collect(),
            statuses: self.stages.iter().map(|(word, stage)| (word.clone(), named(stage))).collect(),
            header,
            ..ListAnswers::default()
        }
    }

    /// The reading with what was said of such a list before; what only a newer program knows is asked again.
    #[must_use]
    pub fn recalled(mut self, answers: &ListAnswers) -> Self {
        for (position, name) in answers.columns.iter().enumerate() {
            if let Some(used) = Use::from_name(name) {
                self = self.with(position, used);
            }
        }
        let known = |stage: &Option<Word<Stage>>| match stage {
            Some(stage) => stage.known().map(Some),
            None => Some(None),
        };
        let stages = answers.statuses.iter().filter_map(|(word, stage)| Some((word.clone(), known(stage)?)));
        self.stages.extend(stages);
        self
    }
}

impl Use {
    fn name(self) -> &'static str {
        match self {
            Self::As(column) => column.name(),
            Self::Kept => "kept",
            Self::LeftOut => "left-out",
            Self::WhoWrote => "who-wrote",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        let others = [Self::Kept, Self::LeftOut, Self::WhoWrote].into_iter();
        let mut uses = DealColumn::members().map(Self::As).chain(others);
        uses.find(|used| used.name() == name)
    }
}

impl Evidence {
    /// The columns whose order of day and month must be asked.
    pub(crate) fn open_dates(&self) -> impl Iterator<Item = &DateEvidence> {
        self.dates.iter().filter(|dates| matches!(dates.fact, DayFact::Open { .. }))
    }
    /// The signs whose meaning must be asked.
    pub fn open_signs(&self) -> impl Iterator<Item = &AmountEvidence> {
        self.amounts.iter().filter(|amounts| matches!(amounts.fact, SignFact::Open { .. }))
    }
}
