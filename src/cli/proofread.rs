//! `icebreak proofread`: holds any text against a deal before it is copied.

use std::ffi::OsString;
use std::io::Read as _;

use serde_json::{Value, json};

use super::{CommandAnswer, Refusal, files, one_deal, path, today_or};
use crate::domain::message::MessageChannel;
use crate::domain::message::proofread::{KnownStatement, TextFinding};
use crate::domain::names::Named as _;
use crate::text::buyer::proofread::{Proofread, ProofreadAs, proofread};
use crate::text::command_line::{draft, names, proofread as words};

#[derive(clap::Args)]
pub struct Arguments {
    /// The document.
    pub file: OsString,
    /// The deal: its id, PI number or buyer.
    #[arg(long, value_name = "WHO", allow_hyphen_values = true)]
    pub deal: String,
    /// The text; - reads it from standard input.
    #[arg(long, allow_hyphen_values = true)]
    pub text: String,
    /// The text's language; without it the text tells.
    #[arg(long, allow_hyphen_values = true)]
    pub lang: Option<String>,
    /// email, chat or call; without it that of the last message.
    #[arg(long, allow_hyphen_values = true)]
    pub channel: Option<String>,
    /// Instead of today.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    let on = today_or(arguments.on.as_deref())?;
    let channel = arguments.channel.as_deref().map(channel).transpose()?;
    let language = arguments.lang.as_deref().map(language).transpose()?;
    let text = text(&arguments.text)?;
    let document = files::open_document(path(&arguments.file, "FILE")?)?;
    let deal = one_deal(&document, &arguments.deal)?;
    let read_as = ProofreadAs { language: language.as_deref(), channel };
    Ok(answer(&text, &proofread(&text, deal, &document, on, read_as)))
}

fn text(given: &str) -> Result<String, Refusal> {
    let mut text = String::new();
    if given == "-" {
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|cause| Refusal::new(words::unreadable(&cause)))?;
    } else {
        given.clone_into(&mut text);
    }
    if text.trim().is_empty() { Err(Refusal::new(words::EMPTY)) } else { Ok(text) }
}

fn channel(name: &str) -> Result<MessageChannel, Refusal> {
    MessageChannel::from_name(name)
        .ok_or_else(|| Refusal::new(draft::unknown("--channel", name, &names::<MessageChannel>())))
}

/// The first part of a tag such as `pt-BR`.
fn language(tag: &str) -> Result<String, Refusal> {
    let first = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let is_tag = matches!(first.len(), 2 | 3) && first.bytes().all(|letter| letter.is_ascii_lowercase());
    if is_tag { Ok(first) } else { Err(Refusal::new(words::no_language(tag))) }
}

fn answer(text: &str, checked: &Proofread) -> CommandAnswer {
    let findings: Vec<Value> = checked.findings.iter().map(|finding| finding_json(text, finding)).collect();
    let known: Vec<Value> = checked.known.iter().map(|known| known_json(text, known)).collect();
    let lines: Vec<String> =
        checked.findings.iter().map(|finding| words::finding(quote(text, finding), finding)).collect();
    CommandAnswer {
        json: json!({
            "language": checked.language,
            "blocks": checked.blocks(),
            "findings": findings,
            "known": known,
        })
        .to_string(),
        text: if lines.is_empty() { words::nothing_found(checked.known.len()) } else { lines.join("\n") },
    }
}

fn finding_json(text: &str, finding: &TextFinding) -> Value {
    json!({
        "code": finding.code.name(),
        "quote": quote(text, finding),
        "expected": finding.expected.as_ref().map(words::expected),
    })
}

fn known_json(text: &str, known: &KnownStatement) -> Value {
    json!({
        "quote": text.get(known.at.clone()).unwrap_or_default(),
        "field": known.field.name(),
    })
}

fn quote<'a>(text: &'a str, finding: &TextFinding) -> &'a str {
    text.get(finding.at.clone()).unwrap_or_default()
}
