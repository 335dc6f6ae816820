//! The payment schedule and the deposit policy as PDF, read back with another library.
#![cfg(test)]

mod command;
mod made;
mod names;
mod picture;
mod policy;
mod schedule;
mod sheets;
