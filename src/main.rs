//! Hands the arguments to the command line or the window.

use std::process::ExitCode;

use icebreak::cli::{self, Invocation};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match cli::invoke(std::env::args_os()) {
        Invocation::Done(code) => code,
        Invocation::Window(file) => icebreak::app::run(file),
    }
}
