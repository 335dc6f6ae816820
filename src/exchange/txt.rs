//! Writes a message as plain text, UTF-8 with the line ends that every editor shows.

/// Subject, an empty line, body; with line ends as Windows wants them, which the others take as well.
pub fn message_txt(subject: &str, body: &str) -> Vec<u8> {
    let text = if subject.trim().is_empty() { body.to_owned() } else { format!("{subject}\n\n{body}") };
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    // Older editors take a text without the mark for one in their own code page.
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}
