//! Links that hand a message to another program: nothing is lost on the way, and nothing is added.

use icebreak::exchange::mail::links::{LONGEST_LINK, LinkProblem, mail_link, whatsapp_link};
use percent_encoding::percent_decode_str;

fn decoded(part: &str) -> String {
    percent_decode_str(part).decode_utf8().unwrap().into_owned()
}

const NAUGHTY: [&str; 6] = [
    "a&body=other&cc=boss@x.example",
    "100% \"sure\" <b>bold</b>\r\n#anchor?question=1",
    "您好，Müller 先生：\n第一期 3,000.00 欧元",
    "مرحبا\u{202e}txt.exe",
    "👨‍👩‍👧‍👦 ünï",
    "+1 = one",
];

#[test]
fn the_mail_program_gets_every_sign_of_subject_and_text() {
    for text in NAUGHTY {
        let link =
            mail_link("a.schmidt+icebreak@mueller.example", &text.replace(['\r', '\n'], " "), text).unwrap();
        assert!(link.is_ascii() && !link.contains(char::is_whitespace), "{link}");
        let rest = link.strip_prefix("mailto:").unwrap();
        let (to, fields) = rest.split_once('?').unwrap();
        assert_eq!(decoded(to), "a.schmidt+icebreak@mueller.example");
        let fields: Vec<&str> = fields.split('&').collect();
        let [subject, body] = fields[..] else { panic!("{fields:?}") };
        assert_eq!(decoded(subject.strip_prefix("subject=").unwrap()), text.replace(['\r', '\n'], " "));
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines(&decoded(body.strip_prefix("body=").unwrap())), lines(text));
    }
}

#[test]
fn an_address_cannot_add_fields_to_the_link() {
    let link = mail_link("a@x.example?bcc=spy@y.example&x=", "s", "b").unwrap();
    assert_eq!(link.matches('?').count(), 1, "{link}");
    assert_eq!(link.matches('&').count(), 1, "{link}");
}

#[test]
fn lines_end_as_mail_programs_expect() {
    let link = mail_link("", "s", "one\ntwo\r\n\r\nfour").unwrap();
    assert!(link.ends_with("body=one%0D%0Atwo%0D%0A%0D%0Afour"), "{link}");
}

#[test]
fn a_chat_opens_with_the_number_and_the_text() {
    for text in NAUGHTY {
        let link = whatsapp_link("+49 (0)40 123456", text).unwrap();
        let (number, said) = link.strip_prefix("https://wa.me/").unwrap().split_once("?text=").unwrap();
        assert_eq!((number, decoded(said).as_str()), ("4940123456", text));
        assert!(!said.contains('&') && !said.contains('#'), "{link}");
    }
    assert!(matches!(whatsapp_link("040 123456", "hello"), Err(LinkProblem::Phone(_))));
}

#[test]
fn what_would_be_cut_off_is_refused() {
    let body = |letters: usize| "x".repeat(letters);
    let around = mail_link("a@x.example", "s", "").unwrap().len();
    let longest = mail_link("a@x.example", "s", &body(LONGEST_LINK - around)).unwrap();
    assert_eq!(longest.len(), LONGEST_LINK);
    assert_eq!(
        mail_link("a@x.example", "s", &body(LONGEST_LINK - around + 1)),
        Err(LinkProblem::TooLong { length: LONGEST_LINK + 1, most: LONGEST_LINK })
    );
    // Nine signs of the link for each letter of these.
    assert!(whatsapp_link("+86 138 0013 8000", &"字".repeat(300)).is_err());
}
