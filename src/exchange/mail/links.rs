//! Links that open a message in the mail program or in WhatsApp.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub use crate::domain::files::export_problem::LinkProblem;
use crate::domain::typed::phone::international;

/// Windows cuts longer links off, and with them the message.
pub const LONGEST_LINK: usize = 2_000;

/// Everything but what RFC 3986 never asks to encode.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Opens the mail program with the message; without an address, the seller chooses one there.
pub fn mail_link(to: &str, subject: &str, body: &str) -> Result<String, LinkProblem> {
    // The sign between name and host stays itself; RFC 6068 has lines end with CR LF.
    let to = encoded(to.trim()).replace("%40", "@");
    let lines: Vec<&str> = body.lines().collect();
    let body = encoded(&lines.join("\r\n"));
    short_enough(format!("mailto:{to}?subject={}&body={body}", encoded(subject.trim())))
}

/// Opens a chat with this number, with the message in its field.
pub fn whatsapp_link(phone: &str, body: &str) -> Result<String, LinkProblem> {
    let number = international(phone)?;
    short_enough(format!("https://wa.me/{number}?text={}", encoded(body)))
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

fn short_enough(link: String) -> Result<String, LinkProblem> {
    match link.len() {
        length if length > LONGEST_LINK => Err(LinkProblem::TooLong { length, most: LONGEST_LINK }),
        _short => Ok(link),
    }
}
