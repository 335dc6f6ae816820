//! `icebreak check`.

use super::{Answer, Refusal};

#[derive(clap::Args)]
pub struct Arguments {
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(_arguments: &Arguments) -> Result<Answer, Refusal> {
    Err(Refusal::new("not built yet"))
}
