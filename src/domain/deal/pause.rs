//! Beginning a pause: never without a reason, nor without an end that is still to come.

use chrono::NaiveDate;

use super::Pause;
use crate::domain::document::Extra;

/// A pause that a seller may begin. Deals of older documents may hold others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPause {
    reason: String,
    until: NaiveDate,
}

/// What a pause lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseLacks {
    ReasonAndEnd,
    Reason,
    End,
    /// The end has come already.
    EndToCome,
}

impl NewPause {
    /// `until`: the first day on which the deal counts again.
    pub fn new(reason: &str, until: Option<NaiveDate>, today: NaiveDate) -> Result<Self, PauseLacks> {
        match (reason.trim(), until) {
            ("", None) => Err(PauseLacks::ReasonAndEnd),
            ("", Some(_)) => Err(PauseLacks::Reason),
            (_, None) => Err(PauseLacks::End),
            (_, Some(until)) if until <= today => Err(PauseLacks::EndToCome),
            (reason, Some(until)) => Ok(Self { reason: reason.to_owned(), until }),
        }
    }

    /// The pause for the deal; unknown fields of an earlier pause are kept.
    pub(crate) fn after(&self, earlier: Option<Pause>) -> Pause {
        let extra = earlier.map_or_else(Extra::new, |pause| pause.extra);
        Pause { reason: self.reason.clone(), until: Some(self.until), extra }
    }
}

impl Pause {
    /// What to ask about a pause that an older program began.
    pub fn lacks(&self) -> Option<PauseLacks> {
        match (self.reason.trim().is_empty(), self.until) {
            (true, None) => Some(PauseLacks::ReasonAndEnd),
            (true, Some(_)) => Some(PauseLacks::Reason),
            (false, None) => Some(PauseLacks::End),
            (false, Some(_)) => None,
        }
    }
}
