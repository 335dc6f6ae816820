//! Messages: strategies, fields, the gate; facts only, no sentences.

use serde::{Deserialize, Serialize};

use super::document::Extra;

/// What the seller chose and wrote for the deal's next message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    #[serde(flatten)]
    pub extra: Extra,
}

impl Work {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
