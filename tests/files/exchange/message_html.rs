//! A message as HTML, read back with another library: it says what the text says, and is never anything but text.

use html5gum::{Token, Tokenizer};
use icebreak::domain::deposit::{Plan, Terms, TermsLine, TermsRows};
use icebreak::domain::message::PlanFacts;
use icebreak::domain::money::{Currency, Money};
use icebreak::exchange::mail::html::{message_fragment, message_page};
use icebreak::text::buyer::drafts::payments::{PaymentWords, payments_in_words};
use proptest::prelude::*;

use super::day;

/// What the HTML is made of, as a browser reads it.
#[derive(Debug, Default, PartialEq)]
struct Read {
    /// Each paragraph, its lines separated by line ends.
    paragraphs: Vec<String>,
    /// Each table, its rows and cells.
    tables: Vec<Vec<Vec<String>>>,
    /// The paragraphs and tables that run from right to left.
    from_the_right: usize,
}

fn read(html: &str) -> Read {
    let mut read = Read::default();
    let mut place = "";
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8(tag.name.to_vec()).unwrap();
                let attributes: Vec<String> =
                    tag.attributes.keys().map(|name| String::from_utf8(name.to_vec()).unwrap()).collect();
                let allowed: &[&str] = match &*name {
                    "p" => &["dir"],
                    "table" => &["border", "cellpadding", "cellspacing", "style", "dir"],
                    "td" | "th" => &["align"],
                    "meta" => &["charset"],
                    "br" | "tr" | "html" | "head" | "body" => &[],
                    other => panic!("<{other}> in {html}"),
                };
                assert!(
                    attributes.iter().all(|name| allowed.contains(&name.as_str())),
                    "{attributes:?} in {html}"
                );
                read.from_the_right += usize::from(tag.attributes.contains_key(b"dir".as_slice()));
                match &*name {
                    "p" => {
                        place = "p";
                        read.paragraphs.push(String::new());
                    }
                    "br" => read.paragraphs.last_mut().unwrap().push('\n'),
                    "table" => read.tables.push(Vec::new()),
                    "tr" => read.tables.last_mut().unwrap().push(Vec::new()),
                    "td" | "th" => {
                        place = "cell";
                        read.tables.last_mut().unwrap().last_mut().unwrap().push(String::new());
                    }
                    _ => {}
                }
            }
            Token::EndTag(tag) => {
                if matches!(&**tag.name, b"p" | b"td" | b"th") {
                    place = "";
                }
            }
            Token::String(text) => {
                let text = String::from_utf8(text.to_vec()).unwrap();
                let into = match place {
                    "p" => read.paragraphs.last_mut().unwrap(),
                    "cell" => read.tables.last_mut().unwrap().last_mut().unwrap().last_mut().unwrap(),
                    _ => {
                        assert_eq!(text.trim(), "", "text outside of everything in {html}");
                        continue;
                    }
                };
                // The line end behind <br> is only for those who read the source.
                let text =
                    if into.ends_with('\n') { text.strip_prefix('\n').unwrap_or(&text) } else { &text };
                into.push_str(&text.replace('\u{a0}', " "));
            }
            Token::Doctype(_) => {}
            Token::Comment(_) | Token::Error(_) => panic!("{token:?} in {html}"),
        }
    }
    read
}

/// The paragraphs of a text as HTML can show them.
fn paragraphs(body: &str) -> Vec<String> {
    let shown = |line: &str| {
        let line = line.trim_end().replace(['\t', '\u{a0}'], " ");
        line.chars().filter(|sign| !sign.is_control() && *sign != '\u{ffff}').collect::<String>()
    };
    let lines: Vec<String> = body.lines().map(|line| line.trim_end().to_owned()).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| lines.iter().map(|line| shown(line)).collect::<Vec<_>>().join("\n")).collect()
}

const NAUGHTY: [&str; 12] = [
    "Dear <b>Ms</b> \"Schmidt\" & 'Sons' </p></body><script>alert(1)</script>",
    "&lt;already&gt; &amp; &#60;escaped&#62; &nosuch; &",
    "<!-- comment --> <![CDATA[x]]> <?php ?> <",
    "a  b   c\td     ends in spaces   \n  begins with two",
    "line\r\nline\rstill\n\n\n\nnext paragraph",
    "\u{0}\u{1}\u{7f}\u{85}nothing \u{b} to see",
    "السلام عليكم، العرض PI-2607",
    "שלום רב",
    "👨‍👩‍👧‍👦 emoji, 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 and e\u{301}\u{301}\u{301}",
    "\u{202e}desrever\u{202c} \u{2066}isolated\u{2069} \u{feff}\u{200b}",
    "javascript:alert(1) data:text/html,<x> onload=\"x\" style='y'",
    "\u{2028}line separator\u{2029}paragraph separator \u{fffd} \u{ffff}",
];

#[test]
fn every_text_comes_back_as_it_was() {
    let long = "word ".repeat(20_000);
    let wide = "x".repeat(100_000);
    for body in NAUGHTY.into_iter().chain([long.as_str(), wide.as_str(), "", "\n\n"]) {
        for html in [message_page(body, &[]), message_fragment(body, &[])] {
            let read = read(&html);
            assert_eq!(read.paragraphs, paragraphs(body));
            assert!(read.tables.is_empty());
        }
    }
}

proptest! {
    #[test]
    fn no_text_is_ever_markup(body in "(\\PC|[<>&\"'\\r\\n\\t ]){0,200}") {
        let read = read(&message_page(&body, &payments()));
        prop_assert_eq!(read.paragraphs, paragraphs(&body));
    }
}

#[test]
fn what_begins_from_the_right_runs_from_the_right() {
    assert_eq!(read(&message_page("السلام عليكم\n\nPI-2607\n\nשלום", &[])).from_the_right, 2);
    assert_eq!(read(&message_page("Hello السلام\n\n1,000 — ?", &[])).from_the_right, 0);
}

/// Three payments, of which the last waits for a document.
fn payments() -> Vec<PaymentWords> {
    let lines = ["3000@2026-11-30", "3000@2026-12-30", "rest@bl-copy+7d"];
    let lines = lines.iter().map(|line| TermsLine::read(line, Currency::EUR).unwrap()).collect();
    let total = Money::parse_plain("30000", Currency::EUR).unwrap();
    let plan = Plan::new(Terms::new(total, day("2026-11-22"), TermsRows::Lines(lines)));
    let mut deal = icebreak::domain::deal::Deal::new(icebreak::domain::deal::DealId::new("d1"), "Müller");
    deal.plan = Some(plan);
    payments_in_words(&PlanFacts::of(&deal, &[], day("2026-11-22")).unwrap())
}

#[test]
fn the_payments_of_the_plan_are_a_table() {
    let body = "This is how it could look:\n\n1) EUR 3,000.00 by Mon 30 Nov 2026\n2) EUR 3,000.00 by Wed 30 Dec 2026 (deposit)\n3) EUR 24,000.00 7 days after receipt of the copy of B/L\nDoes it work?\n\nKind regards";
    let read = read(&message_page(body, &payments()));
    assert_eq!(read.paragraphs, ["This is how it could look:", "Does it work?", "Kind regards"]);
    assert_eq!(
        read.tables,
        [[
            ["No.", "Amount", "Due date", "Description"],
            ["1", "EUR 3,000.00", "by Mon 30 Nov 2026", ""],
            ["2", "EUR 3,000.00", "by Wed 30 Dec 2026", "deposit"],
            ["3", "EUR 24,000.00", "7 days after receipt of the copy of B/L", ""],
        ]]
    );
}

#[test]
fn the_table_speaks_the_language_of_the_message() {
    let body =
        "1) 3,000.00 欧元，最迟2026年11月30日（周一）\n2) 尾款 3,000.00 欧元，最迟2026年12月30日（周三）";
    let read = read(&message_page(body, &payments()));
    assert_eq!(read.tables.len(), 1, "{read:?}");
    assert_eq!(read.tables[0][0], ["序号", "金额", "付款时间", "款项"]);
    assert_eq!(read.tables[0][2][3], "尾款");
}

/// A date or an amount that the seller changed by hand stays what the seller wrote.
#[test]
fn lines_that_say_something_else_stay_lines() {
    for body in [
        "1) EUR 3,000.00 by Mon 30 Nov 2026\n2) EUR 3,000.01 by Wed 30 Dec 2026",
        "1) EUR 3,000.00 by Mon 30 Nov 2026\n2) EUR 3,000.00 by Thu 31 Dec 2026",
        "1) EUR 3,000.00 by Mon 30 Nov 2026",
        "1) USD 3,000.00 by Mon 30 Nov 2026\n2) USD 3,000.00 by Wed 30 Dec 2026",
    ] {
        let read = read(&message_page(body, &payments()));
        assert_eq!((read.paragraphs, read.tables.len()), (vec![body.to_owned()], 0));
    }
}

#[test]
fn a_payment_is_not_found_inside_a_larger_one() {
    let body = "1) 13,000.00 欧元，最迟2026年11月30日（周一）\n2) 13,000.00 欧元，最迟2026年12月30日（周三）";
    assert!(read(&message_page(body, &payments())).tables.is_empty());
}

#[test]
fn a_table_is_text_as_well() {
    let body = "1) EUR 3,000.00 by Mon 30 Nov 2026 (<b>bold</b>)\n2) EUR 3,000.00 by Wed 30 Dec 2026 & more";
    let read = read(&message_page(body, &payments()));
    assert_eq!(read.tables[0][1][3], "<b>bold</b>");
    assert_eq!(read.tables[0][2][3], "& more");
}
