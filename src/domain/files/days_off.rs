//! Why no days off could be read from a file.

use crate::domain::import::problem::ImportProblem;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DaysOffProblem {
    #[error("{0}")]
    File(ImportProblem),
    #[error("this is no calendar; choose an .ics file, or a .json file of days off")]
    Foreign,
    #[error("the file is damaged: {0}")]
    Damaged(String),
    #[error("the calendar has no whole days from today on")]
    NoDays,
}
