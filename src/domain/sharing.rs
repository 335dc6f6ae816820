//! What can go wrong when something is written for other people, as facts that `text` can say.

use super::import::Column;
use super::word::Named as _;

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
    Nul { buyer: String, column: Column },
    #[error("{} of {buyer} has more than 32,767 characters, the most a cell of Excel holds; export .csv", column.name())]
    TooLongForExcel { buyer: String, column: Column },
    #[error("the table cannot be made ({0})")]
    Format(String),
}

/// Why a message could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmlProblem {
    /// A line end here would begin a header of a stranger's choosing.
    #[error("{0:?} holds a line end or a control character, which no header may")]
    UnsafeHeader(String),
    #[error("{0:?} is not an e-mail address")]
    Address(String),
    #[error("the message cannot be made ({0})")]
    Format(String),
}
