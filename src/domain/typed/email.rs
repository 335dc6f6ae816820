//! E-mail addresses as people keep them in lists: dressed up, with a name, several in one cell.

use super::signs::{half_width, is_hidden};

/// What a text says about e-mail addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailText {
    pub addresses: Vec<NamedAddress>,
    /// Whether the text says more than its addresses and names.
    pub says_more: bool,
}

/// An address with the name in front of it: `Anna Schmidt <a.schmidt@x.example>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedAddress {
    pub name: String,
    pub address: String,
}

/// Whether a text is one address and nothing else; the usual case, found without a copy.
pub fn is_plain_address(text: &str) -> bool {
    text.is_ascii() && text.starts_with(|sign: char| sign.is_ascii_alphanumeric()) && is_address(text)
}

/// Reads `mailto:a@b.example`, `Anna <a@b.example>`, `a@b.example; c@d.example`, `邮箱a@b.example`.
pub fn read_mail_text(text: &str) -> MailText {
    let text: String = text.chars().filter(|sign| !is_hidden(*sign)).map(usual).collect();
    let mut read = MailText::default();
    for piece in text.split(|sign: char| SEPARATORS.contains(sign) || sign.is_control()) {
        read.take(piece);
    }
    read
}

const SEPARATORS: &str = ";,|、\\";

/// The sign that the character stands for in an address.
fn usual(sign: char) -> char {
    match half_width(sign) {
        '。' | '｡' => '.',
        '；' => ';',
        '，' => ',',
        other => other,
    }
}

impl MailText {
    fn take(&mut self, piece: &str) {
        if piece.trim().is_empty() {
            return;
        }
        if let Some((name, rest)) = piece.split_once('<')
            && let Some((inside, after)) = rest.split_once('>')
            && self.add(undressed(inside), name)
        {
            self.take(after);
            return;
        }
        let mut words: Vec<&str> = Vec::new();
        for word in piece.split(|sign: char| sign.is_whitespace() || sign == '/') {
            let found = word.contains('@').then(|| undressed(word)).filter(|address| is_address(address));
            match found {
                Some(address) => {
                    // One or two letters may as well be the first part of a broken address.
                    let name = words.join(" ");
                    let letters = name.chars().filter(|sign| sign.is_alphabetic()).count();
                    let broken = (1..=2).contains(&letters) && name.is_ascii() && !is_label(&name);
                    if broken || !self.add(address, &name) {
                        self.says_more = true;
                    }
                    self.says_more |= has_remark(word, address);
                    words.clear();
                }
                None => words.push(word),
            }
        }
        self.says_more |= words.iter().any(|word| word.chars().any(char::is_alphanumeric) && !is_label(word));
    }

    fn add(&mut self, address: &str, name: &str) -> bool {
        if !is_address(address) {
            return false;
        }
        let name = name.trim().trim_matches(['"', '\'', '(', ')', ':', '-', '.']).trim();
        let name = if is_label(name) { String::new() } else { name.to_owned() };
        if !self.addresses.iter().any(|known| known.address.eq_ignore_ascii_case(address)) {
            self.addresses.push(NamedAddress { name, address: address.to_owned() });
        }
        true
    }
}

/// The address without what programs and people put around it.
fn undressed(word: &str) -> &str {
    let word = word.trim();
    let start = word.find('@').unwrap_or(0);
    let (before, _) = word.split_at_checked(start).unwrap_or((word, ""));
    // What is written before the address without a space: `邮箱a@b.example`, `(a@b.example)`, `mailto:a@b.example`.
    let begins = before
        .char_indices()
        .rev()
        .take_while(|(_, sign)| is_of_local_part(*sign))
        .last()
        .map_or(start, |(place, _)| place);
    let dressed = before.split_at_checked(begins).map_or("", |(dress, _)| dress);
    if !is_dress(dressed) {
        return word;
    }
    let (_, address) = word.split_at_checked(begins).unwrap_or(("", word));
    let ends = address
        .char_indices()
        .find(|(_, sign)| !(is_of_local_part(*sign) || *sign == '@'))
        .map_or(address.len(), |(place, _)| place);
    let (address, _) = address.split_at_checked(ends).unwrap_or((address, ""));
    address.trim_matches('\'').trim_end_matches(['.', '-'])
}

/// A label, an opening bracket or a quotation mark; no part of another thing such as `tel:`.
fn is_dress(text: &str) -> bool {
    let words = text.trim_end_matches([':', '：', '(', '[', '{', '"', '\'', '“', '‘', '<', '（', '-', '.']);
    words.is_empty() || is_label(words)
}

/// `(work)` after an address.
fn has_remark(word: &str, address: &str) -> bool {
    word.rsplit_once(address)
        .is_some_and(|(_, after)| !after.starts_with('?') && after.chars().any(char::is_alphanumeric))
}

fn is_label(word: &str) -> bool {
    const LABELS: &[&str] = &[
        "mailto",
        "email",
        "e-mail",
        "mail",
        "e-mails",
        "emails",
        "email address",
        "邮箱",
        "邮件",
        "电邮",
        "电子邮箱",
        "电子邮件",
        "メール",
    ];
    let word = word.trim().trim_end_matches([':', '：']).trim();
    LABELS.iter().any(|label| label.eq_ignore_ascii_case(word))
}

fn is_of_local_part(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "!#$%&'*+-./=^_`{|}~".contains(sign) && sign != '/'
}

/// One `@`, and a domain of at least two labels. Addresses of other alphabets are addresses, too.
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let fits = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !part.contains("..")
            && !part
                .chars()
                .any(|sign| sign.is_whitespace() || sign.is_control() || "@,;:<>()[]\"\\?/|".contains(sign))
    };
    let is_label = |label: &str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    fits(local) && fits(domain) && domain.contains('.') && domain.split('.').all(is_label)
}
