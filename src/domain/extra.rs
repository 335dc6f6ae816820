//! What a newer program wrote in a file.

/// Fields that a newer program wrote: saved unchanged.
pub type Extra = serde_json::Map<String, serde_json::Value>;
