//! Deposits: terms, the schedule they make, payments against it, and the last true day.

use serde::{Deserialize, Serialize};

use super::document::Extra;

/// Terms and payments kept with a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    #[serde(flatten)]
    pub extra: Extra,
}
