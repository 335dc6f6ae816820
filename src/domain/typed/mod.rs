//! What people type, paste and import: one reader for each kind, from a text to what it can mean.
//!
//! What programs write, in files and on the command line, has one spelling and is read beside its type:
//! `Money::parse_plain`, `Percent::from_str`, `calendar::parse_date`.

pub mod amount;
pub mod count;
pub mod currency;
pub mod date;
pub mod email;
pub mod people;
pub mod percent;
pub mod phone;
pub mod placeholder;
pub mod signs;

/// What a text can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Understood<T, P> {
    One(T),
    /// Two or more: only the person who typed knows which.
    Several(Vec<T>),
    Problem(P),
}

impl<T, P> Understood<T, P> {
    /// The meaning, where the text can mean nothing else.
    pub fn one(self) -> Option<T> {
        match self {
            Self::One(meaning) => Some(meaning),
            Self::Several(_) | Self::Problem(_) => None,
        }
    }

    /// At least one meaning, or the problem.
    fn of(meanings: Result<Vec<T>, P>) -> Self {
        match meanings.map(<[T; 1]>::try_from) {
            Ok(Ok([one])) => Self::One(one),
            Ok(Err(several)) => Self::Several(several),
            Err(problem) => Self::Problem(problem),
        }
    }
}
