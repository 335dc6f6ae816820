//! What can go wrong when something is written for other people, as facts that `text` can say.

use crate::domain::deposit::PlanRefused;
use crate::domain::import::DealColumn;
use crate::domain::import::problem::ImportProblem;
use crate::domain::money::Money;
use crate::domain::names::Named as _;
use crate::domain::typed::phone::PhoneProblem;

/// Why a file for somebody else could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteProblem {
    #[error("already there; choose another name")]
    Exists,
    #[error("its folder is not there; make it, or choose another")]
    NoFolder,
    #[error("not allowed to write there; choose another folder")]
    Denied,
    #[error("cannot be written ({0})")]
    Failed(String),
}

/// Why deals could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportProblem {
    #[error("a text of {buyer} holds a NUL character, which no table can hold; retype {}", column.name())]
    Nul { buyer: String, column: DealColumn },
    #[error("{} of {buyer} has more than 32,767 characters, the most a cell of Excel holds; export .csv", column.name())]
    TooLongForExcel { buyer: String, column: DealColumn },
    #[error("the table cannot be made ({0})")]
    Format(String),
}

/// Why a plan could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    #[error("the plan has no rows: {0}")]
    Refused(#[from] PlanRefused),
    #[error("Excel keeps 15 digits, and {} {total} has more; export .csv", .total.currency().code())]
    TooLargeForExcel { total: Money },
    #[error(
        "no payment that is open has a date yet, so a calendar has nothing to show; enter the dates first"
    )]
    NoDates,
    #[error("everything is paid, so a calendar has nothing to show")]
    AllPaid,
    #[error("the table cannot be made ({0})")]
    Format(String),
}

/// Why a workbook holds no plan that can be taken. Rows are counted as the sheet shows them.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlanReadProblem {
    #[error(transparent)]
    File(#[from] ImportProblem),
    #[error("no sheet of it has a payment schedule; take a file that was exported here")]
    NoSchedule,
    #[error("row {row}: {text:?} is not an amount")]
    Amount { row: u32, text: String },
    #[error("row {row}: {text:?} is not a date, and nothing that a payment waits for")]
    Date { row: u32, text: String },
    /// The share was typed over, and says something else than the amount.
    #[error("row {row}: the share differs from the amount; change the amount")]
    Share { row: u32 },
    #[error("the rows come to {rows}, the contract total is {total}; change one of them")]
    Differs { total: Money, rows: Money },
    #[error("the rows make no plan: {0}")]
    Refused(#[from] PlanRefused),
}

/// Why a message could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmlProblem {
    /// A line end in an address or subject would let it add headers of its own.
    #[error("{0:?} holds a line end or a control character, which no header may")]
    UnsafeHeader(String),
    #[error("{0:?} is not an e-mail address")]
    Address(String),
    #[error("the message cannot be made ({0})")]
    Format(String),
}

/// Why a message does not go into a link to another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkProblem {
    #[error("the link would have {length} characters, of which {most} arrive; copy the message instead")]
    TooLong { length: usize, most: usize },
    #[error(transparent)]
    Phone(#[from] PhoneProblem),
}
