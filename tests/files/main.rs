//! Our own file and other people's formats; one program, to link once.
#![cfg(test)]

mod exchange;
mod outside;
mod pdf;
mod plan_files;
mod store;
