//! Writes a message as plain text: UTF-8 with line ends that every editor shows.

/// Subject, an empty line, body; with Windows line ends, which other systems accept as well.
pub fn message_txt(subject: &str, body: &str) -> Vec<u8> {
    let text = if subject.trim().is_empty() { body.to_owned() } else { format!("{subject}\n\n{body}") };
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    // Older editors assume their own code page for a text without a BOM.
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}
