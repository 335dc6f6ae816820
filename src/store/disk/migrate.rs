//! Earlier versions of the format: one pure function for each, and a golden file in tests/fixtures/documents.

use serde_json::Value;

/// The version that this program writes.
pub const CURRENT_VERSION: u64 = 1;

/// Converts a document of one version to the next.
type MigrationStep = fn(Value) -> Value;

/// The first leads from version 1 to 2, and so on: as many as there are versions before the current one.
const STEPS: [MigrationStep; CURRENT_VERSION as usize - 1] = [];

/// Converts a document of an earlier version to the current one.
pub fn to_current(document: Value, version: u64) -> Value {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    STEPS.iter().skip(done).fold(document, |document, step| step(document))
}
