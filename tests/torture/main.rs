//! The battery: every way to lose a document that we could think of, tried on both roads to the disk.
//!
//! The roads are `icebreak import … --into FILE` and the window's own store, which runs in a process of its own: [`child`].
//! Each row of the table in `tests/torture.sh` is one test. `cargo test` runs a few rounds of each;
//! with `ICEBREAK_TORTURE=full` a row runs its whole count and prints a line for the table.

// Only functions marked as tests are exempt by clippy.toml; their helpers are tests, too.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![cfg(all(test, unix))]

mod child;
mod clock;
mod crash;
mod deeds;
mod encoder;
mod errors;
mod errors_opening;
mod future;

mod json_suite;
mod kill_calls;
mod kill_deeds;
mod kill_random;
mod ladder;
mod large;
mod mutations;
mod naughty;
mod odd_places;
mod outside;
mod outside_window;
mod place;
mod roads;
mod row;
mod space;
mod trace;
mod two;
