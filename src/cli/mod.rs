//! The command line: the same core without a window, one file for each command.

mod check;
mod diagnose;
mod draft;
mod export;
mod files;
mod import;
mod output;
pub mod plan;
mod proofread;
mod sample;
mod today;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{Local, NaiveDate};
use clap::error::{ContextKind, ErrorKind};
use clap::{Parser, Subcommand};

use crate::domain::calendar::parse_date;
use crate::domain::deal::Deal;
use crate::domain::document::Document;
use crate::domain::search::find;
use crate::store::backups::backup::folder_of;
use crate::text::command_line as words;

/// Works out why an overseas buyer went silent, plans the deposit, writes the next message.
#[derive(Parser)]
#[command(name = "icebreak", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// The document to open in the window; the default document without it.
    file: Option<OsString>,
    #[command(subcommand)]
    command: Option<CliCommand>,
}

#[derive(Subcommand)]
enum CliCommand {
    /// Write the sample document (refuses to overwrite).
    Sample(sample::Arguments),
    /// Plan a deposit or any payment terms.
    Plan(Box<plan::Arguments>),
    /// Why did the buyer go quiet?
    Diagnose(diagnose::Arguments),
    /// What to do today.
    Today(today::Arguments),
    /// Write a message.
    Draft(Box<draft::Arguments>),
    /// Hold any text against a deal before it is copied.
    Proofread(Box<proofread::Arguments>),
    /// Read .csv, .xlsx or an exported pack into a document, created if missing.
    Import(import::Arguments),
    /// Write deals or a deal's plan to a file.
    Export(export::Arguments),
    /// Verify a document.
    Check(check::Arguments),
}

/// What the arguments ask for.
pub enum Invocation {
    /// Open the window on this document, or on the default one.
    Window(Option<PathBuf>),
    /// A command ran; leave with this code.
    Done(ExitCode),
}

/// The answer of a command, as JSON for programs and as text for people; a long one has only the form that was asked
/// for.
pub struct CommandAnswer {
    pub json: String,
    pub text: String,
}

/// Why a command was refused and what to do, in one line; nothing was changed.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub String);

impl Refusal {
    pub fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}

/// Reads the arguments and runs the command among them, if there is one.
pub fn invoke(arguments: impl IntoIterator<Item = OsString>) -> Invocation {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(usage) if is_about_a_value(&usage) => {
            let text = usage.to_string();
            let why = text.lines().next().unwrap_or_default();
            return Invocation::Done(output::refuse(&words::wrong_value(why.trim_start_matches("error: "))));
        }
        Err(usage) => return Invocation::Done(output::usage(&usage)),
    };
    match (arguments.command, arguments.file) {
        (Some(command), _) => Invocation::Done(run(command)),
        (None, Some(file)) => window(&file),
        (None, None) => Invocation::Window(None),
    }
}

fn window(file: &OsStr) -> Invocation {
    match path(file, "FILE") {
        Err(refusal) => Invocation::Done(output::refuse(&refusal.0)),
        Ok(path) if crate::exchange::is_pack(path) => {
            Invocation::Done(output::refuse(&words::pack_instead_of_document(path)))
        }
        // A document is missing but its backups are there: the window offers them.
        Ok(path) if path.exists() || folder_of(path).is_dir() => Invocation::Window(Some(path.to_owned())),
        Ok(path) => {
            output::say(&words::neither_command_nor_file(path));
            Invocation::Done(ExitCode::from(2))
        }
    }
}

/// A flag given twice, a value where none belongs, a value that is not text: the flag itself is known, so this is a
/// refusal and not a wrong usage.
fn is_about_a_value(usage: &clap::Error) -> bool {
    let named = usage.get(ContextKind::InvalidArg).map(ToString::to_string).unwrap_or_default();
    match usage.kind() {
        ErrorKind::ArgumentConflict => named.starts_with("--"),
        ErrorKind::TooManyValues | ErrorKind::InvalidUtf8 => true,
        _ => false,
    }
}

fn run(command: CliCommand) -> ExitCode {
    let meanwhile = meanwhile(&command);
    let (json, answer) = match command {
        CliCommand::Sample(arguments) => (arguments.json, sample::run(&arguments)),
        CliCommand::Plan(arguments) => (arguments.json, plan::run(&arguments)),
        CliCommand::Diagnose(arguments) => (arguments.json, diagnose::run(&arguments)),
        CliCommand::Today(arguments) => (arguments.json, today::run(&arguments)),
        CliCommand::Draft(arguments) => (arguments.json, draft::run(&arguments)),
        CliCommand::Proofread(arguments) => (arguments.json, proofread::run(&arguments)),
        CliCommand::Import(arguments) => (arguments.json, import::run(&arguments)),
        CliCommand::Export(arguments) => (arguments.json, export::run(&arguments)),
        CliCommand::Check(arguments) => (arguments.json, check::run(&arguments)),
    };
    match answer {
        Ok(answer) => {
            let shown = if json { answer.json } else { answer.text.trim_end().to_owned() };
            output::answer(&shown, &meanwhile)
        }
        Err(refusal) => output::refuse(&refusal.0),
    }
}

/// What a successful command has written to disk, for the message that its answer could not be written.
fn meanwhile(command: &CliCommand) -> String {
    let written = match command {
        CliCommand::Sample(arguments) => Some(&arguments.file),
        CliCommand::Export(arguments) => Some(&arguments.to),
        CliCommand::Import(arguments) => Some(&arguments.into).filter(|_| !arguments.dry_run),
        CliCommand::Plan(_)
        | CliCommand::Diagnose(_)
        | CliCommand::Today(_)
        | CliCommand::Draft(_)
        | CliCommand::Proofread(_)
        | CliCommand::Check(_) => None,
    };
    written.map(|file| words::but_written(Path::new(file))).unwrap_or_default()
}

/// A path as it was given. Clap would call an empty one wrong usage; it is a value that makes no sense.
fn path<'a>(given: &'a OsStr, name: &str) -> Result<&'a Path, Refusal> {
    if given.is_empty() {
        return Err(Refusal::new(words::empty_path(name)));
    }
    Ok(Path::new(given))
}

/// `--on DATE`, else today.
fn today_or(on: Option<&str>) -> Result<NaiveDate, Refusal> {
    on.map_or_else(|| Ok(Local::now().date_naive()), |text| date(text, "--on"))
}

/// A date as the command line takes it: YYYY-MM-DD.
fn date(text: &str, flag: &str) -> Result<NaiveDate, Refusal> {
    parse_date(text).ok_or_else(|| Refusal::new(words::not_a_date(flag, text)))
}

/// The one deal that `--deal WHO` names.
fn one_deal<'a>(document: &'a Document, who: &str) -> Result<&'a Deal, Refusal> {
    let unknown = |why: &dyn std::fmt::Display| Refusal::new(words::no_deal(who, why));
    let id = find::who(document, who).map_err(|problem| unknown(&problem))?;
    document.deal(&id).map(|deal| &**deal).ok_or_else(|| unknown(&words::NO_LONGER_THERE))
}

/// `1 deal`, `3 deals`.
fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
