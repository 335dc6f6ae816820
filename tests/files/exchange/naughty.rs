//! Awkward texts in every text field, through each table format and back.

use super::deals_out::WRITERS;
use super::*;
use icebreak::domain::contact::Contact;

const NAUGHTY: &[&str] = &[
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "'",
    "''",
    "'=",
    "''=",
    "'''+x",
    "'plain",
    "=",
    "+",
    "-",
    "@",
    "-2+3+cmd|' /C calc'!D2",
    "\"",
    "\"\"",
    "a\"b",
    "\"quoted\"",
    "a,b",
    "a;b",
    "a|b",
    "sep=;",
    "NULL",
    "null",
    "undefined",
    "nil",
    "None",
    "NaN",
    "Infinity",
    "true",
    "FALSE",
    "0",
    "00123",
    "1e5",
    "1.50",
    "12345678901234567890",
    "2026-11-03",
    "1/2",
    "0x1F",
    "#REF!",
    "#N/A",
    "<b>x</b>",
    "&amp;",
    "]]>",
    "<!--",
    "_x000D_",
    "_x0041_",
    "_x005F_",
    "%00",
    "%s%n",
    "{{7*7}}",
    "${x}",
    "$(rm -rf /)",
    "`id`",
    "\\",
    "\\n",
    "a\\",
    "../..",
    "' OR 1=1 --",
    "Robert'); DROP TABLE deals;--",
    "é",
    "e\u{301}",
    "ﬁ",
    "ß",
    "İ",
    "Ω≈ç√",
    "田中さん",
    "표",
    "العربية",
    "עברית",
    "\u{202e}reversed",
    "zero\u{200b}width",
    "\u{feff}bom",
    "a\u{feff}b",
    "non\u{a0}breaking",
    "👩‍👩‍👧‍👦",
    "🇩🇪",
    "Z̤͔a̸l͈g̈o",
    "𝒜𝓈𝓉𝓇𝒶𝓁",
    "\u{10ffff}",
    "\u{e000}",
    "\u{fffd}",
    "\u{85}next",
    "line\u{2028}sep",
    "a\tb",
    "a\nb",
    "a\r\nb",
    "a\rb",
    "\u{1}ctl",
    "bell\u{7}",
    "esc\u{1b}[31m",
    "\u{7f}",
    "a\u{fffe}b",
];

/// A deal with the text in each field that takes any text.
fn deal_of(number: usize, text: &str) -> Deal {
    let mut deal = Deal::new(DealId::new(format!("{number:06}")), text);
    deal.contacts = vec![Contact { name: text.into(), phone: text.into(), ..Contact::default() }];
    deal.buyer.city = text.into();
    deal.product = text.into();
    deal.agreed.quantity = text.into();
    deal.agreed.pi = format!("{number}{text}");
    deal.agreed.incoterm = text.into();
    deal.agreed.payment_terms = text.into();
    deal.notes = text.into();
    deal
}

#[test]
fn come_back_byte_for_byte() {
    for (name, write) in ["csv", "xlsx"].into_iter().zip(WRITERS) {
        for (number, text) in NAUGHTY.iter().enumerate() {
            let deal = deal_of(number, text);
            let back = imported(&write(&[&deal]).unwrap());
            let mut back = deals(&back)[0].clone();
            back.id = deal.id.clone();
            // Outer white space of a name is no part of it.
            let mut expected = deal_of(number, text.trim());
            expected.agreed.pi = deal.agreed.pi.trim().into();
            expected.notes = deal.notes.clone();
            assert_eq!(back, expected, "{name} {text:?}");
        }
    }
}

#[test]
fn come_back_unchanged_all_in_one_file() {
    let mut document = Document::default();
    for (number, text) in NAUGHTY.iter().enumerate() {
        let deal = deal_of(number, text);
        document.deals.insert(deal.id.clone(), Arc::new(deal));
    }
    for write in WRITERS {
        let again = plan(&document, &write(&deals(&document)).unwrap()).unwrap();
        assert_eq!(counts(&again), (0, 0, NAUGHTY.len(), 0));
    }
}

#[test]
fn nul_is_refused() {
    for write in WRITERS {
        assert!(write(&[&deal_of(1, "a\0b")]).is_err());
    }
}
