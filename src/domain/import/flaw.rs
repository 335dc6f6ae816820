//! What can be wrong with one row of a table, and what that means for the row.

use super::DealColumn;
use crate::domain::country::Country;
use crate::domain::deal::Stage;
use crate::domain::typed::amount::DigitSign;

/// A row that was not taken, by its number in the sheet (the header is row 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkippedRow {
    pub row: u32,
    pub flaw: Flaw,
}

/// Something to know about a row that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarnedRow {
    pub row: u32,
    pub flaw: Flaw,
}

/// What is wrong with one row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error(
        "the row has {cells} cells, the header {columns}; put texts with a separator into quotation marks"
    )]
    Ragged { cells: usize, columns: usize },
    #[error("the buyer is missing")]
    NoBuyer,
    /// A total, a signature, a repeated header.
    #[error("{0:?} begins a row that is no deal, such as a total, a remark or a repeated header")]
    NotADeal(String),
    #[error("{0:?} is not an amount")]
    Amount(String),
    #[error("{text:?} may be a thousand times more or less in {currency}; write it without separators")]
    AmountAmbiguous { text: String, currency: &'static str, sign: Option<DigitSign> },
    #[error("{text:?} has more decimals than {currency} allows")]
    AmountTooFine { text: String, currency: &'static str },
    #[error("{0:?} is negative; an amount is zero or more")]
    AmountNegative(String),
    #[error("{0:?} is not exact; it was read as the amount")]
    AmountAbout(String),
    #[error("{0:?} is not a currency; write its code, for example USD")]
    Currency(String),
    /// `ANG`: the code is no longer one, and `new` has taken its place.
    #[error("{text} was withdrawn: {new} has taken its place; correct currency and amount")]
    CurrencyWithdrawn { text: String, new: &'static str },
    /// `$` or `¥`: the amount is taken without a currency.
    #[error("{0:?} may be several currencies, so none was read; write its code, for example USD")]
    CurrencyOpen(String),
    #[error("{text:?} names another currency than {other}; make them the same")]
    CurrencyDiffers { text: String, other: &'static str },
    #[error("{text:?} is not a date for {}; write YYYY-MM-DD", crate::domain::names::Named::name(*column))]
    Date { column: DealColumn, text: String },
    #[error(
        "{text:?} for {} may name two different days; write YYYY-MM-DD",
        crate::domain::names::Named::name(*column)
    )]
    DateAmbiguous { column: DealColumn, text: String },
    /// `上周四`: counted from today, which need not be the day on which it was written.
    #[error("{text:?} was counted from today and read as {date}; check it")]
    DateRelative { column: DealColumn, text: String, date: chrono::NaiveDate },
    #[error(
        "{0:?} is not a stage; write inquiry, quoted, sample, negotiation, terms, deposit, production, shipped, won or lost"
    )]
    Stage(String),
    #[error("{text:?} was read as the stage {}; check it", crate::domain::names::Named::name(*stage))]
    StageGuessed { text: String, stage: Stage },
    #[error("{0:?} is not a country; write its name or code, for example DE")]
    Country(String),
    /// `Congo`: two countries have that name; the first was read where that is usually meant.
    #[error("{}", shared_name(text, countries, *first_read))]
    CountryShared { text: String, countries: [Country; 2], first_read: bool },
    #[error("{0:?} is not a language; write its name or code, for example de")]
    Language(String),
    #[error("{0:?} is not an e-mail address")]
    Email(String),
    #[error("{0:?} is not a count of unanswered messages; write 0, 1, 2 …")]
    Unanswered(String),
    #[error("the cell for {} holds the error {text}; correct it", crate::domain::names::Named::name(*column))]
    CellError { column: DealColumn, text: String },
    /// The program that wrote the file does not calculate.
    #[error(
        "the cell for {} is a formula without a stored result; open the file in Excel or LibreOffice and save it",
        crate::domain::names::Named::name(*column)
    )]
    Unsaved { column: DealColumn },
    /// A spreadsheet has written a long number in powers of ten, or cut it.
    #[error(
        "{text:?} for {} has lost digits; format the column as text in the spreadsheet and enter it again",
        crate::domain::names::Named::name(*column)
    )]
    DigitsLost { column: DealColumn, text: String },
    #[error(
        "{text:?} for {} has become a date; format the column as text in the spreadsheet and enter it again",
        crate::domain::names::Named::name(*column)
    )]
    BecameDate { column: DealColumn, text: String },
    #[error("{deals} deals fit this row; add the PI number")]
    SeveralDeals { deals: usize },
    #[error("row {row} has the PI number {pi:?} for another buyer; correct one of them")]
    OtherBuyer { row: u32, pi: String },
    #[error("row {row} has the PI number {pi:?} in another currency; correct one of them")]
    OtherCurrency { row: u32, pi: String },
}

impl Flaw {
    /// Whether the row is left out because of it. Otherwise the deal comes in, and this is said about it.
    pub fn costs_the_row(&self) -> bool {
        self.consequence() == Consequence::RowLeftOut
    }

    /// Whether the cell is kept word for word in the notes, because what it says is not in the deal.
    pub fn keeps_the_cell(&self) -> bool {
        self.consequence() == Consequence::CellKept
    }

    fn consequence(&self) -> Consequence {
        match self {
            Self::Ragged { .. }
            | Self::NoBuyer
            | Self::NotADeal(_)
            | Self::Amount(_)
            | Self::AmountAmbiguous { .. }
            | Self::AmountTooFine { .. }
            | Self::AmountNegative(_)
            | Self::Currency(_)
            | Self::CurrencyWithdrawn { .. }
            | Self::CurrencyDiffers { .. }
            | Self::SeveralDeals { .. }
            | Self::OtherBuyer { .. }
            | Self::OtherCurrency { .. } => Consequence::RowLeftOut,
            Self::CellError { column, .. }
            | Self::Unsaved { column }
            | Self::DigitsLost { column, .. }
            | Self::BecameDate { column, .. }
                if names_the_deal(*column) =>
            {
                Consequence::RowLeftOut
            }
            Self::CellError { .. } | Self::Unsaved { .. } => Consequence::OnlySaid,
            Self::AmountAbout(_)
            | Self::CurrencyOpen(_)
            | Self::Date { .. }
            | Self::DateAmbiguous { .. }
            | Self::DateRelative { .. }
            | Self::Stage(_)
            | Self::StageGuessed { .. }
            | Self::Country(_)
            | Self::CountryShared { .. }
            | Self::Language(_)
            | Self::Email(_)
            | Self::Unanswered(_)
            | Self::DigitsLost { .. }
            | Self::BecameDate { .. } => Consequence::CellKept,
        }
    }

    /// The flaw that keeps a row out, if there is one: first those that no answer to a question would mend.
    pub(crate) fn gravest(flaws: &[Self]) -> Option<&Self> {
        let mut costly = flaws.iter().filter(|flaw| flaw.costs_the_row());
        costly.clone().find(|flaw| !flaw.is_doubt()).or_else(|| costly.next())
    }

    /// Whether the cell has several possible meanings.
    pub(crate) fn is_doubt(&self) -> bool {
        matches!(self, Self::DateAmbiguous { .. } | Self::AmountAmbiguous { .. })
    }

    /// The column with the flaw; None for the whole row.
    pub fn column(&self) -> Option<DealColumn> {
        match self {
            Self::Ragged { .. } | Self::SeveralDeals { .. } | Self::NotADeal(_) => None,
            Self::NoBuyer => Some(DealColumn::Buyer),
            Self::Amount(_)
            | Self::AmountAmbiguous { .. }
            | Self::AmountTooFine { .. }
            | Self::AmountNegative(_)
            | Self::AmountAbout(_) => Some(DealColumn::Amount),
            Self::Currency(_)
            | Self::CurrencyWithdrawn { .. }
            | Self::CurrencyOpen(_)
            | Self::CurrencyDiffers { .. }
            | Self::OtherCurrency { .. } => Some(DealColumn::Currency),
            Self::Date { column, .. }
            | Self::DateAmbiguous { column, .. }
            | Self::DateRelative { column, .. }
            | Self::DigitsLost { column, .. }
            | Self::BecameDate { column, .. }
            | Self::Unsaved { column }
            | Self::CellError { column, .. } => Some(*column),
            Self::OtherBuyer { .. } => Some(DealColumn::Pi),
            Self::Stage(_) | Self::StageGuessed { .. } => Some(DealColumn::Stage),
            Self::Country(_) | Self::CountryShared { .. } => Some(DealColumn::Country),
            Self::Language(_) => Some(DealColumn::Language),
            Self::Email(_) => Some(DealColumn::Email),
            Self::Unanswered(_) => Some(DealColumn::Unanswered),
        }
    }

    /// The text of the cell; empty where the cell is not what is wrong.
    pub fn text(&self) -> &str {
        match self {
            Self::Amount(text)
            | Self::AmountAmbiguous { text, .. }
            | Self::AmountTooFine { text, .. }
            | Self::AmountNegative(text)
            | Self::AmountAbout(text)
            | Self::Currency(text)
            | Self::CurrencyWithdrawn { text, .. }
            | Self::CurrencyOpen(text)
            | Self::CurrencyDiffers { text, .. }
            | Self::Date { text, .. }
            | Self::DateAmbiguous { text, .. }
            | Self::DateRelative { text, .. }
            | Self::CellError { text, .. }
            | Self::DigitsLost { text, .. }
            | Self::BecameDate { text, .. }
            | Self::Stage(text)
            | Self::StageGuessed { text, .. }
            | Self::Country(text)
            | Self::CountryShared { text, .. }
            | Self::Language(text)
            | Self::Email(text)
            | Self::Unanswered(text)
            | Self::NotADeal(text) => text,
            Self::OtherBuyer { pi, .. } | Self::OtherCurrency { pi, .. } => pi,
            Self::Ragged { .. } | Self::NoBuyer | Self::Unsaved { .. } | Self::SeveralDeals { .. } => "",
        }
    }

    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Ragged { .. } => "ragged",
            Self::NoBuyer => "buyer",
            Self::NotADeal(_) => "no-deal",
            Self::Amount(_)
            | Self::AmountAmbiguous { .. }
            | Self::AmountTooFine { .. }
            | Self::AmountNegative(_) => "amount",
            Self::AmountAbout(_) => "about",
            Self::Currency(_)
            | Self::CurrencyWithdrawn { .. }
            | Self::CurrencyOpen(_)
            | Self::CurrencyDiffers { .. } => "currency",
            Self::Date { .. } | Self::DateAmbiguous { .. } | Self::DateRelative { .. } => "date",
            Self::Stage(_) | Self::StageGuessed { .. } => "stage",
            Self::Country(_) | Self::CountryShared { .. } => "country",
            Self::Language(_) => "language",
            Self::Email(_) => "email",
            Self::Unanswered(_) => "unanswered",
            Self::CellError { .. } => "cell",
            Self::Unsaved { .. } => "formula",
            Self::DigitsLost { .. } => "digits",
            Self::BecameDate { .. } => "became-date",
            Self::SeveralDeals { .. } => "several",
            Self::OtherBuyer { .. } => "other-buyer",
            Self::OtherCurrency { .. } => "other-currency",
        }
    }
}

fn shared_name(text: &str, countries: &[Country; 2], first_read: bool) -> String {
    let [one, other] = countries;
    let (one, other) = (one.code(), other.code());
    if first_read {
        format!("{text:?} was read as {one}, but may be {other}; check it")
    } else {
        format!("{text:?} may be {one} or {other}; write one of these codes")
    }
}

/// What becomes of a row with a flaw.
#[derive(PartialEq, Eq)]
enum Consequence {
    RowLeftOut,
    /// The cell goes into the notes, because what it says is not in the deal.
    CellKept,
    /// The cell says nothing that could be kept.
    OnlySaid,
}

/// Whether a damaged cell of the column would put the deal under another identity, or money under a wrong value.
fn names_the_deal(column: DealColumn) -> bool {
    matches!(column, DealColumn::Buyer | DealColumn::Pi | DealColumn::Amount | DealColumn::Currency)
}
