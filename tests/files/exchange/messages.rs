//! Messages as .eml, parsed back by another library.

use chrono::{TimeZone as _, Utc};
use icebreak::exchange::mail::eml::{Attachment, EmlDraft, EmlProblem, Mailbox, message_eml};
use icebreak::exchange::mail::html::message_page;
use icebreak::exchange::mail::txt::message_txt;
use mail_parser::{MessageParser, MimeHeaders as _};

const ID: &str = "0f8fad5b@icebreak.example";

fn mailbox(name: &str, address: &str) -> Mailbox {
    Mailbox { name: name.into(), address: address.into() }
}

fn draft() -> EmlDraft {
    EmlDraft {
        subject: "关于形式发票 PI-2607 的下一步：定金与交货期安排".into(),
        body: "尊敬的 Müller 先生：\n\n您好。\n=1+1\n.\nFrom here on\n".into(),
        html: String::new(),
        attachments: vec![],
        from: Some(mailbox("李 雷", "lei@seller.example")),
        to: vec![mailbox("Schmidt, Anna \"A.\"", "a.schmidt@mueller.example")],
        cc: vec![mailbox("", "boss@seller.example")],
    }
}

fn written(draft: &EmlDraft) -> Result<Vec<u8>, EmlProblem> {
    message_eml(draft, ID, Utc.with_ymd_and_hms(2026, 11, 21, 8, 30, 0).unwrap())
}

#[test]
fn comes_back_as_it_was_written() {
    let bytes = written(&draft()).unwrap();
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(message.subject(), Some(&*draft().subject));
    assert_eq!(message.message_id(), Some(ID));
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(message.date().unwrap().to_rfc3339(), "2026-11-21T08:30:00Z");
    let from = message.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("李 雷"), Some("lei@seller.example")));
    let to = message.to().unwrap().first().unwrap();
    assert_eq!((to.name(), to.address()), (Some("Schmidt, Anna \"A.\""), Some("a.schmidt@mueller.example")));
    let cc = message.cc().unwrap().first().unwrap();
    assert_eq!((cc.name(), cc.address()), (None, Some("boss@seller.example")));
    let body = message.body_text(0).unwrap();
    assert_eq!(body.replace("\r\n", "\n").trim_end(), draft().body.trim_end());
}

#[test]
fn every_line_ends_with_crlf_and_headers_are_ascii() {
    let bytes = written(&draft()).unwrap();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' => assert_eq!(bytes[at - 1], b'\r'),
            b'\r' => assert_eq!(bytes[at + 1], b'\n'),
            _ => {}
        }
    }
    let text = String::from_utf8(bytes).unwrap();
    let (head, _) = text.split_once("\r\n\r\n").unwrap();
    assert!(head.is_ascii());
}

#[test]
fn headers_cannot_be_injected() {
    for bad in ["a\r\nBcc: x@x.example", "a\nb", "a\rb", "a\0b", "a\u{85}b", "a\u{2028}b"] {
        assert_eq!(
            written(&EmlDraft { subject: bad.into(), ..draft() }),
            Err(EmlProblem::UnsafeHeader(bad.into()))
        );
        assert!(written(&EmlDraft { to: vec![mailbox(bad, "a@x.example")], ..draft() }).is_err(), "{bad:?}");
        assert!(written(&EmlDraft { from: Some(mailbox("a", bad)), ..draft() }).is_err(), "{bad:?}");
        assert!(message_eml(&draft(), &format!("{bad}@x"), Utc::now()).is_err(), "{bad:?}");
    }
    for bad in ["", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b>", "a@b,c@d", "a@b;c"] {
        let problem = written(&EmlDraft { to: vec![mailbox("", bad)], ..draft() });
        assert_eq!(problem, Err(EmlProblem::Address(bad.into())));
    }
}

#[test]
fn a_draft_may_have_no_sender_and_no_receiver() {
    let bytes = written(&EmlDraft { from: None, to: vec![], cc: vec![], ..draft() }).unwrap();
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert!(message.from().is_none() && message.to().is_none());
}

#[test]
fn plain_text_has_a_mark_and_windows_line_ends() {
    assert_eq!(message_txt("主题", "a\nb\r\nc"), "\u{feff}主题\r\n\r\na\r\nb\r\nc\r\n".as_bytes());
    assert_eq!(message_txt("", "a"), "\u{feff}a\r\n".as_bytes());
}

/// Text, the same as HTML, and a file: each part comes back as it went in.
#[test]
fn text_html_and_file_come_back_together() {
    let name = "Müller & Söhne GmbH PI-2607 付款计划 السعر.pdf";
    let pdf: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let draft = EmlDraft {
        html: message_page(&draft().body, &[]),
        attachments: vec![Attachment { name: name.into(), kind: "application/pdf", bytes: pdf.clone() }],
        ..draft()
    };
    let bytes = written(&draft).unwrap();
    assert!(bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 998), "a line is too long");
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!((message.text_body_count(), message.html_body_count(), message.attachment_count()), (1, 1, 1));
    let same = |read: &str, written: &str| assert_eq!(read.replace("\r\n", "\n").trim(), written.trim());
    same(&message.body_text(0).unwrap(), &draft.body);
    same(&message.body_html(0).unwrap(), &draft.html);
    let attachment = message.attachment(0).unwrap();
    assert_eq!(attachment.attachment_name(), Some(name));
    assert_eq!(attachment.content_type().unwrap().subtype(), Some("pdf"));
    assert_eq!(attachment.contents(), pdf);
    assert!(message.content_type().unwrap().subtype() == Some("mixed"));
}

#[test]
fn names_and_subjects_of_every_script_come_back() {
    for text in [
        "李 雷",
        "Søren Ålesund-Größe",
        "محمد العربي",
        "Иван Петров",
        "山田 太郎 & 鈴木",
        "👩‍💼 Anna",
        "=?utf-8?q?x?= é",
    ] {
        let to = vec![mailbox(text, "a@x.example")];
        let bytes = written(&EmlDraft { subject: text.into(), to, ..draft() }).unwrap();
        let message = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(message.subject(), Some(text));
        assert_eq!(message.to().unwrap().first().unwrap().name(), Some(text));
    }
}

#[test]
fn a_file_cannot_bring_headers_of_its_own() {
    let name = "x.pdf\r\nBcc: spy@y.example".to_owned();
    let attachments = vec![Attachment { name: name.clone(), kind: "application/pdf", bytes: vec![1] }];
    assert_eq!(written(&EmlDraft { attachments, ..draft() }), Err(EmlProblem::UnsafeHeader(name)));
}

#[test]
#[ignore = "writes a draft for other readers"]
fn sample() {
    let folder = std::env::var_os("MAIL_SAMPLES").expect("MAIL_SAMPLES is a folder");
    let name = "Müller & Söhne GmbH PI-2607 付款计划 السعر.pdf".to_owned();
    let attachments = vec![Attachment { name, kind: "application/pdf", bytes: b"%PDF-1.7 ".repeat(9_000) }];
    let bytes =
        written(&EmlDraft { html: message_page(&draft().body, &[]), attachments, ..draft() }).unwrap();
    std::fs::write(std::path::PathBuf::from(folder).join("draft.eml"), bytes).unwrap();
}
