//! What messages and papers say; one program, to link once.
#![cfg(test)]

mod message;
mod paper;
mod proofread;
