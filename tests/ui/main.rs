//! Works the window as a person does, by the names that a screen reader reads; one program, to link once.
#![cfg(test)]

mod amounts;
mod app;
mod closing;
mod comparing;
mod contrast;
mod crash;
mod cursor;
mod day;
mod editing;
mod exporting;
mod files;
mod forget;
mod glyphs;
mod hostile;
mod importing;
mod leaving;
mod ledger;
mod merge;
mod message_loop;
mod negotiating;
mod packs;
mod painted;
mod papers;
mod quick;
mod read_only;
mod rescue;
mod safety;
mod shortcuts;
mod snapshots;
mod today;
mod waiting;
mod whole_plan;
mod working_days;
mod world;
