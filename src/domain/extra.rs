//! What a newer program wrote in a file.

use std::sync::LazyLock;

use super::lean::{Empty, Lean};

/// Fields by name, in the order in which they were read.
type ExtraFields = serde_json::Map<String, serde_json::Value>;

/// Fields that a newer program wrote: saved unchanged.
pub type Extra = Lean<ExtraFields>;

impl Empty for ExtraFields {
    fn empty() -> &'static Self {
        static EMPTY: LazyLock<ExtraFields> = LazyLock::new(ExtraFields::new);
        &EMPTY
    }
}
