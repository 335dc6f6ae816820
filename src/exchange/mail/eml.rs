//! Writes a message as an .eml file that opens as an unsent draft in the mail program.

pub use crate::domain::files::export_problem::EmlProblem;
use chrono::{DateTime, Utc};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::raw::Raw;

/// A message for the seller's mail program to send.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmlDraft {
    pub subject: String,
    pub body: String,
    /// The same message as a page of HTML; empty: only as text.
    pub html: String,
    pub attachments: Vec<Attachment>,
    /// None: the mail program fills it in.
    pub from: Option<Mailbox>,
    pub to: Vec<Mailbox>,
    pub cc: Vec<Mailbox>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mailbox {
    pub name: String,
    pub address: String,
}

/// A file that goes with a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    /// Its media type: `application/pdf`.
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// The message in bytes. `message_id` has no angle brackets: `uuid@host`.
pub fn message_eml(draft: &EmlDraft, message_id: &str, date: DateTime<Utc>) -> Result<Vec<u8>, EmlProblem> {
    let subject = safe(&draft.subject)?;
    let mut message = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .message_id(safe_id(message_id)?)
        .date(date.timestamp());
    message = if subject.is_ascii() && subject.contains("=?") {
        message.header("Subject", Raw::new(encoded_words(subject)))
    } else {
        message.subject(subject)
    };
    if let Some(from) = &draft.from {
        message = message.from(address(from)?);
    }
    if !draft.to.is_empty() {
        message = message.to(addresses(&draft.to)?);
    }
    if !draft.cc.is_empty() {
        message = message.cc(addresses(&draft.cc)?);
    }
    message = message.text_body(with_line_ends(&draft.body));
    if !draft.html.is_empty() {
        message = message.html_body(with_line_ends(&draft.html));
    }
    for Attachment { name, kind, bytes } in &draft.attachments {
        message = message.attachment(*kind, safe(name)?, bytes.as_slice());
    }
    message.write_to_vec().map_err(|error| EmlProblem::Format(error.to_string()))
}

fn safe(text: &str) -> Result<&str, EmlProblem> {
    // Some programs treat U+0085, U+2028 and U+2029 as line ends.
    let ends_a_line = |c: char| c.is_control() && c != '\t' || matches!(c, '\u{2028}' | '\u{2029}');
    if text.contains(ends_a_line) { Err(EmlProblem::UnsafeHeader(text.to_owned())) } else { Ok(text) }
}

/// Text that looks like an encoded word would be decoded by the reader, so each of its letters is encoded.
fn encoded_words(ascii: &str) -> String {
    const LETTERS: usize = 20;
    let letters = |part: &[u8]| part.iter().map(|byte| format!("={byte:02X}")).collect::<String>();
    let words = ascii.as_bytes().chunks(LETTERS).map(|part| format!("=?utf-8?Q?{}?=", letters(part)));
    words.collect::<Vec<_>>().join(" ")
}

fn safe_id(id: &str) -> Result<&str, EmlProblem> {
    let fits = id.split_once('@').is_some_and(|(left, right)| !left.is_empty() && !right.is_empty())
        && id.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>'));
    if fits { Ok(id) } else { Err(EmlProblem::UnsafeHeader(id.to_owned())) }
}

fn addresses(mailboxes: &[Mailbox]) -> Result<Address<'_>, EmlProblem> {
    mailboxes.iter().map(address).collect::<Result<_, _>>().map(Address::new_list)
}

fn address(mailbox: &Mailbox) -> Result<Address<'_>, EmlProblem> {
    let address = safe(mailbox.address.trim())?;
    let unfit = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')');
    let fits = address
        .split_once('@')
        .is_some_and(|(local, host)| !local.is_empty() && !host.is_empty() && !host.contains('@'))
        && !address.contains(unfit);
    if !fits {
        return Err(EmlProblem::Address(address.to_owned()));
    }
    let name = safe(mailbox.name.trim())?;
    // Some readers decode what looks like an encoded word even in quotes, and would show another name.
    if name.is_ascii() && name.contains("=?") {
        return Err(EmlProblem::UnsafeHeader(name.to_owned()));
    }
    let name = Some(name).filter(|name| !name.is_empty());
    Ok(Address::new_address(name, address))
}

fn with_line_ends(body: &str) -> String {
    body.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}
