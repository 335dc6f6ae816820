//! The command line as scripts see it; one program, to link once.
#![cfg(test)]

mod command_line;
mod diagnose_command;
mod proofread;
mod sample;
