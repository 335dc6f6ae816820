//! Naughty strings in every text field through every exporter and back: byte for byte, or refused.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use icebreak::assets;
use icebreak::domain::contact::Contact;
use icebreak::domain::deal::{Deal, DealId, Pause};
use icebreak::domain::deposit::{PlanFormat, PlanReader};
use icebreak::domain::document::Document;
use icebreak::domain::import::pack::plan_pack;
use icebreak::domain::import::plan_import;
use icebreak::domain::message::Edited;
use icebreak::exchange::deals_out::deals_csv::deals_csv;
use icebreak::exchange::deals_out::deals_xlsx::deals_xlsx;
use icebreak::exchange::mail::eml::{EmlDraft, Mailbox, message_eml};
use icebreak::exchange::mail::txt::message_txt;
use icebreak::exchange::pack::{pack, unpack};
use icebreak::exchange::plans::{PlanFile, plan_file};
use icebreak::exchange::read_deals_from;
use icebreak::store::disk::format;
use icebreak::store::{Encoder, Trust};
use icebreak::text::Language;
use icebreak::text::buyer::schedule::{DocumentSubject, clean};
use mail_parser::MessageParser;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::row::{Row, count, ensure};

const LIST: &str = include_str!("../fixtures/torture/naughty-strings.json");

/// Harmless strings of the Big List of Naughty Strings, and what it lacks.
fn strings() -> Vec<String> {
    let mut strings: Vec<String> = serde_json::from_str(LIST).unwrap();
    strings.extend(single_signs());
    let own = [
        "a\0b",
        "\0",
        "\u{202e}gnp.exe",
        "\u{2066}iso\u{2069}",
        "\u{200e}\u{200f}\u{61c}",
        "\u{feff}mark",
        "\u{fffe}",
        "\u{ffff}",
        "a\rb",
        "a\r\nb\r\n",
        "\n",
        "\r",
        "\t=1+1",
        "＝1+1",
        "\u{1}\u{1f}\u{7f}\u{85}\u{9f}",
        "\u{2028}\u{2029}",
        "_x000D_",
        "_x005F_x0000_",
        "sep=;",
        "=?utf-8?B?YQ==?=",
        "é =?utf-8?B?YQ==?= a quite long subject that has to be folded somewhere, =?utf-8?Q?=41?=",
        "a quite long subject that has to be folded somewhere, =?utf-8?Q?=41?= and goes on",
        "boundary=--x",
        ".\r\n.",
        "From here on",
        "\u{10ffff}",
        "\u{e000}",
        "\u{f8ff}",
        "'=1",
        "''",
        "\\u0000",
        "$serde_json::private::Number",
        "{\"$serde_json::private::Number\":\"1\"}",
    ];
    strings.extend(own.map(str::to_owned));
    strings.push("破冰 note\n".repeat(100_000).chars().take(1 << 20).collect());
    strings.push(format!("a{}", "\u{301}".repeat(100)));
    strings.push("x".repeat(32_767));
    strings.push("x".repeat(32_768));
    strings
}

/// Each control sign, white space, mark of direction and sign of a syntax, inside a word.
fn single_signs() -> impl Iterator<Item = String> {
    let controls = ('\0'..=' ').chain('\u{7f}'..='\u{a0}');
    let syntax = ('!'..='/').chain(':'..='@').chain('['..='`').chain('{'..='~');
    let spaces = ('\u{2000}'..='\u{2029}').chain(['\u{1680}', '\u{202f}', '\u{205f}', '\u{3000}']);
    let directions = ('\u{202a}'..='\u{202e}').chain('\u{2060}'..='\u{206f}');
    let variants = ('\u{fe00}'..='\u{fe0f}').chain('\u{fff0}'..='\u{ffff}');
    let wide_and_combining = ('\u{ff01}'..='\u{ff20}').chain('\u{300}'..='\u{34f}');
    let signs =
        controls.chain(syntax).chain(spaces).chain(directions).chain(variants).chain(wide_and_combining);
    signs.map(|sign| format!("a{sign}b"))
}

#[test]
fn naughty_strings() {
    let mut row = Row::new(
        "naughty strings, every field and exporter",
        "document, pack, csv, xlsx, eml, txt, md: byte-equal (line ends and outer space of names aside) or refused",
    );
    let step = count(1, 9);
    let strings = strings();
    assert!(strings.len() > 500);
    for (number, text) in strings.iter().enumerate().step_by(step) {
        let shown: String = text.chars().take(30).collect();
        let outcome = document(text)
            .and_then(|()| packed(text))
            .and_then(|()| table("csv", text, |deal| deals_csv(&[deal]).ok()))
            .and_then(|()| table("xlsx", text, |deal| deals_xlsx(&[deal]).ok()))
            .and_then(|()| mail(text))
            .and_then(|()| plain(text))
            .and_then(|()| markdown(text));
        row.tried(format_args!("{number} {shown:?}"), outcome);
    }
    row.finish();
}

/// Every text of the sample document, which has records of every kind, becomes this one.
fn document(text: &str) -> Result<(), String> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let mut sample = assets::sample(day);
    // A megabyte in each of a thousand fields proves no more than in a few.
    let few = if text.len() > 10_000 { 1 } else { 4 };
    sample.deals = sample.deals.iter().take(few).map(|(id, deal)| (id.clone(), Arc::clone(deal))).collect();
    let naughty: Document = replaced(&sample, text)?;
    let Ok(saved) = Encoder::default().encode(&naughty) else { return Err("document: refused".to_owned()) };
    let (back, _) =
        format::decode(saved.as_bytes(), Trust::Checksum).map_err(|problem| problem.to_string())?;
    ensure(back == naughty, || "document: another text came back".to_owned())
}

/// Every text of a deal, down to its drafts and to fields of a newer program, through a pack into an empty document.
fn packed(text: &str) -> Result<(), String> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let few = if text.len() > 10_000 { 1 } else { 3 };
    for deal in assets::sample(day).deals.values().take(few) {
        let mut deal = Deal::clone(deal);
        deal.message.fields.insert("bank".to_owned(), String::new());
        deal.message.edited = Some(Edited::new("", "", "0".into()));
        deal.pause = Some(Pause::default());
        let mut deal: Deal = replaced(&deal, text)?;
        deal.message.fields =
            deal.message.fields.keys().map(|name| (name.clone(), text.to_owned())).collect();
        for extra in [&mut deal.extra, &mut deal.buyer.extra, &mut deal.agreed.extra] {
            extra.insert(format!("newer {text}"), Value::from(text));
        }
        // Refused.
        let Ok(bytes) = pack(&deal) else { continue };
        let back = unpack(&bytes).map_err(|problem| format!("pack: {problem}"))?;
        ensure(back == deal, || "pack: another deal came back".to_owned())?;
        let plan = plan_pack(&Document::default(), back, || DealId::new("one"));
        ensure(plan.deals == [deal.clone().into()], || "pack: another deal was imported".to_owned())?;
        let mut document = Document::default();
        document.deals.insert(deal.id.clone(), Arc::new(deal));
        let saved = Encoder::default().encode(&document).map_err(|problem| format!("pack: {problem}"))?;
        let (again, _) =
            format::decode(saved.as_bytes(), Trust::Checksum).map_err(|problem| problem.to_string())?;
        ensure(again == document, || "pack: another document came back".to_owned())?;
    }
    Ok(())
}

/// The same with this text in each field that takes any.
fn replaced<T: Serialize + DeserializeOwned>(of: &T, text: &str) -> Result<T, String> {
    let mut value = serde_json::to_value(of).unwrap();
    let mut replaced = 0;
    replace(&mut value, text, "", &mut replaced);
    assert!(replaced > 10, "only {replaced} fields");
    serde_json::from_value(value).map_err(|error| format!("document: {error}"))
}

/// Names of deals, dates, codes and amounts are no free texts: they stay.
fn replace(value: &mut Value, text: &str, name: &str, replaced: &mut usize) {
    const FREE: [&str; 28] = [
        "company",
        "city",
        "product",
        "notes",
        "tags",
        "name",
        "role",
        "greeting",
        "email",
        "phone",
        "pi",
        "quantity",
        "incoterm",
        "payment_terms",
        "open_questions",
        "reason",
        "note",
        "text",
        "source",
        "topic",
        "sender",
        "address",
        "website",
        "time_zone",
        "language",
        "reference",
        "subject",
        "body",
    ];
    match value {
        Value::String(old) => {
            if FREE.contains(&name) {
                text.clone_into(old);
                *replaced += 1;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, text, name, replaced)),
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(name, value)| replace(value, text, name, replaced))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn table(name: &str, text: &str, write: impl Fn(&Deal) -> Option<Vec<u8>>) -> Result<(), String> {
    let mut deal = Deal::new(DealId::new("one"), format!("x{text}x"));
    let field = || format!("x{text}x");
    deal.contacts = vec![Contact { name: field(), phone: field(), ..Contact::default() }];
    deal.buyer.city = field();
    deal.product = field();
    deal.agreed.quantity = field();
    deal.agreed.pi = field();
    deal.agreed.incoterm = field();
    deal.agreed.payment_terms = field();
    // Where nothing shields it from the ends of the cell.
    deal.notes = text.to_owned();
    // Refused.
    let Some(bytes) = write(&deal) else { return Ok(()) };
    let rows = read_deals_from(&bytes).map_err(|problem| format!("{name}: {problem}"))?.rows;
    let plan = plan_import(&Document::default(), rows, || DealId::new("one"));
    let skipped = format!("{name}: written, but skipped when read: {:?}", plan.skipped.first());
    let mut back = plan.deals.into_iter().next().map(Arc::unwrap_or_clone).ok_or(skipped)?;
    // A cell of nothing but white space says nothing.
    if deal.notes.trim().is_empty() && back.notes.is_empty() {
        back.notes.clone_from(&deal.notes);
    }
    ensure(back == deal, || {
        let (back, deal) = (format!("{back:?}"), format!("{deal:?}"));
        let at = back.chars().zip(deal.chars()).take_while(|(one, other)| one == other).count();
        let near = |text: &str| text.chars().skip(at.saturating_sub(20)).take(60).collect::<String>();
        format!("{name}: …{} came back as …{}", near(&deal), near(&back))
    })
}

fn mail(text: &str) -> Result<(), String> {
    let to = Mailbox { name: text.to_owned(), address: "a@example.com".to_owned() };
    let whole =
        EmlDraft { subject: text.to_owned(), body: text.to_owned(), to: vec![to], ..EmlDraft::default() };
    // What no header can hold may still stand in the body.
    let body = EmlDraft { body: text.to_owned(), ..EmlDraft::default() };
    for (draft, has_headers) in [(whole, true), (body, false)] {
        let Ok(bytes) = message_eml(&draft, "1@example.com", DateTime::UNIX_EPOCH) else { continue };
        let back = MessageParser::default().parse(&bytes).ok_or("eml: does not parse")?;
        let found = back.body_text(0).unwrap_or_default();
        ensure(lines(&found) == lines(text), || {
            format!("eml body: {:?}", found.chars().take(80).collect::<String>())
        })?;
        if has_headers {
            let subject = back.subject().unwrap_or_default();
            ensure(subject.trim() == text.trim(), || format!("eml subject: {subject:?}"))?;
            let name = back.to().and_then(|to| to.first()).and_then(|first| first.name()).unwrap_or_default();
            ensure(name.trim() == text.trim(), || format!("eml name: {name:?}"))?;
        }
    }
    Ok(())
}

fn plain(text: &str) -> Result<(), String> {
    let bytes = message_txt("", text);
    let back = std::str::from_utf8(&bytes).map_err(|error| error.to_string())?;
    let back = back.strip_prefix('\u{feff}').ok_or("txt: no mark")?;
    ensure(lines(back) == lines(text), || format!("txt: {:?}", back.chars().take(80).collect::<String>()))
}

/// The buyer in the heading of a plan: no character of it is taken for a mark, and it stays one line.
fn markdown(text: &str) -> Result<(), String> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let sample = assets::sample(day);
    let plan = sample.deals.values().find_map(|deal| deal.plan.as_ref()).unwrap();
    let deal = Deal::new(DealId::new("naughty"), text);
    let about = DocumentSubject { plan, deal: Some(&deal), seller: text, shutdowns: &[], on: day };
    let file = PlanFile { about, language: Language::English, made: DateTime::UNIX_EPOCH };
    for format in [PlanFormat::Csv, PlanFormat::Xlsx] {
        plan_file(&file, format, PlanReader::Buyer).map_err(|problem| problem.to_string())?;
    }
    let bytes = plan_file(&file, PlanFormat::Markdown, PlanReader::Buyer).unwrap().bytes;
    let written = String::from_utf8(bytes).unwrap();
    let heading =
        written.split('\n').next().and_then(|line| line.strip_prefix("# ")).ok_or("md: no heading")?;
    let mut back = String::new();
    let mut letters = heading.chars();
    while let Some(letter) = letters.next() {
        let is_mark = matches!(letter, '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&');
        ensure(!is_mark, || format!("md: {letter:?} is a mark"))?;
        back.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    let expected = format!("Payment schedule {}", clean(text));
    ensure(back == expected.trim(), || format!("md: {:?}", back.chars().take(80).collect::<String>()))
}

/// Line ends are the format's; a message ends where its last line does.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.strip_suffix('\n').unwrap_or(&text).to_owned()
}
