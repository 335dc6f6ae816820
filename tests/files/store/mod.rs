//! Our own file through the store's public face: format, saving, sessions, the saving thread, preferences.

// Only functions marked as tests are exempt by clippy.toml; their helpers are tests, too.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod backups;
mod copies;
mod forget;
mod format;
mod large;
mod numbers;
mod preferences;
mod salvage;
mod saving;
mod session;
mod support;
mod ways;
mod worker;
