//! What cells about people hold beside their names and numbers: addresses among them, several people.

use crate::domain::contact::Contact;
use crate::domain::import::ParsedRow;
use crate::domain::typed::email::{MailText, NamedAddress, is_plain_address, read_mail_text};
use crate::domain::typed::signs::folded;

/// What an e-mail cell says; this program writes single addresses, which need not be in use.
pub(crate) fn read_mail(text: &str, ours: bool) -> MailText {
    let one = || MailText {
        addresses: vec![NamedAddress { name: String::new(), address: text.to_owned() }],
        says_more: false,
    };
    if is_plain_address(text) || (ours && is_ours(text)) { one() } else { read_mail_text(text) }
}

/// A cell without the e-mail addresses in it: `Li <li@x.example>`, `+1 555 0100, a@b.example`.
pub(crate) fn apart_from_addresses(text: &str) -> (String, Vec<NamedAddress>) {
    let mut addresses = Vec::new();
    let mut rest = String::new();
    for word in text.split_inclusive(|sign: char| sign.is_whitespace() || ",;，；、<>()（）|".contains(sign))
    {
        let MailText { addresses: found, says_more } =
            read_mail_text(word.trim_matches(['<', '>', '(', ')', '（', '）']));
        if !word.contains('@') || says_more || found.is_empty() {
            rest.push_str(word);
            continue;
        }
        addresses.extend(found);
        // What closed a bracket around the address closes nothing any more.
        rest = rest.trim_end_matches(['<', '(', '（', ' ']).to_owned();
        rest.push(' ');
    }
    let rest = rest.trim_matches(|sign: char| sign.is_whitespace() || ",;，；、<>|".contains(sign));
    (rest.to_owned(), addresses)
}

/// Adds addresses to a row: the first where it has none, the rest as further people.
pub(crate) fn add_addresses(row: &mut ParsedRow, addresses: Vec<NamedAddress>) {
    for NamedAddress { name, address } in addresses {
        let known = |email: &str| folded(email) == folded(&address);
        if known(&row.email) || row.further.iter().any(|contact| known(&contact.email)) {
            continue;
        }
        if row.email.is_empty() {
            row.email = address;
            if row.contact.is_empty() {
                row.contact = name;
            }
        } else {
            row.further.push(Contact { name, email: address, ..Contact::default() });
        }
    }
}

/// Whether this program may have written the address.
fn is_ours(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'))
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || ",;<>\"".contains(c))
}
