//! Calendars, read by another library.

use std::collections::BTreeSet;
use std::io::Cursor;

use ical::parser::ical::component::IcalCalendar;
use icebreak::domain::deal::DealId;
use icebreak::domain::deposit::{Milestone, Payment, PlanFormat, PlanReader, Terms, TermsLine, TermsRows};
use icebreak::domain::files::export_problem::PlanProblem;
use icebreak::domain::money::Currency;
use icebreak::domain::names::Named as _;
use icebreak::exchange::plans::{PlanFile, WrittenFile, calendar_of_all, plan_file};
use icebreak::text::Language;
use icebreak::text::buyer::schedule::DocumentSubject;
use icebreak::text::buyer::words::PaperLanguage;

use super::{HOSTILE, LONG, SELLER, about, deal, made, money, on, part_paid, plan, written_for};

fn parse(bytes: &[u8]) -> IcalCalendar {
    // No line is longer than 75 octets, and every one ends as the standard wants it.
    let text = std::str::from_utf8(bytes).unwrap();
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\n', '\r']), "{line:?}");
    }
    let mut calendars: Vec<IcalCalendar> =
        ical::IcalParser::new(Cursor::new(bytes.to_vec())).map(Result::unwrap).collect();
    assert_eq!(calendars.len(), 1);
    calendars.remove(0)
}

type Properties = Vec<ical::property::Property>;

fn value(properties: &Properties, name: &str) -> String {
    let found: Vec<_> = properties.iter().filter(|property| property.name == name).collect();
    assert!(found.len() <= 1, "{name} stands twice");
    found.first().and_then(|property| property.value.clone()).unwrap_or_default()
}

/// The text as a calendar shows it.
fn shown(properties: &Properties, name: &str) -> String {
    let raw = value(properties, name);
    let mut text = String::new();
    let mut letters = raw.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => panic!("a lone backslash in {raw:?}"),
            },
            ',' | ';' => panic!("{letter:?} is not escaped in {raw:?}"),
            plain => text.push(plain),
        }
    }
    text
}

fn uids(calendar: &IcalCalendar) -> Vec<String> {
    calendar.events.iter().map(|event| value(&event.properties, "UID")).collect()
}

#[test]
fn the_seller_gets_who_pays_what_and_is_reminded() {
    let buyer = deal(LONG, "de", "DE");
    let written = written_for(PlanReader::Seller, &part_paid(), Some(&buyer), PlanFormat::Ics).unwrap();
    let calendar = parse(&written.bytes);
    assert_eq!(value(&calendar.properties, "VERSION"), "2.0");
    assert_eq!(written.undated, 1);
    let event = &calendar.events[0].properties;
    assert_eq!(shown(event, "SUMMARY"), format!("{LONG}: deposit 2 of 2, EUR\u{a0}6,000.00 due"));
    assert_eq!(
        shown(event, "DESCRIPTION"),
        "Payment of EUR\u{a0}6,000.00\nPI-2607 LED panels\nContract total EUR\u{a0}30,000.00\n\
         Without a date yet: balance 2 of 2, EUR\u{a0}9,000.00, on acceptance"
    );
    for (name, expected) in [
        ("DTSTART", "20261230"),
        ("DTEND", "20261231"),
        ("DTSTAMP", "20261201T080000Z"),
        ("LAST-MODIFIED", "20261201T080000Z"),
        ("TRANSP", "TRANSPARENT"),
        ("CATEGORIES", "Payment plan"),
        ("UID", "d-1-deposit-2-seller@icebreak.invalid"),
    ] {
        assert_eq!(value(event, name), expected);
    }
    let start = event.iter().find(|property| property.name == "DTSTART").unwrap();
    assert_eq!(start.params, Some(vec![("VALUE".to_owned(), vec!["DATE".to_owned()])]));
    let alarms = &calendar.events[0].alarms;
    let triggers: Vec<String> = alarms.iter().map(|alarm| value(&alarm.properties, "TRIGGER")).collect();
    // Before the start of the day, as Outlook wants it.
    assert_eq!(triggers, ["-P2DT15H", "-PT15H"]);
    for alarm in alarms {
        assert_eq!(value(&alarm.properties, "ACTION"), "DISPLAY");
        assert_eq!(shown(&alarm.properties, "DESCRIPTION"), shown(event, "SUMMARY"));
        assert_eq!(value(&alarm.properties, "DTSTAMP"), "");
    }
    // The row without a date is not in it; the last true day is, and what is paid as cancelled.
    let keys = ["deposit-2", "balance-1", "last-true-day", "deposit-1"];
    assert_eq!(uids(&calendar), keys.map(|key| format!("d-1-{key}-seller@icebreak.invalid")));
    assert_eq!(value(&calendar.events[2].properties, "DTSTART"), "20270110");
    assert!(shown(&calendar.events[2].properties, "DESCRIPTION").starts_with("Ship by 28 Feb"));
}

#[test]
fn the_buyer_gets_their_language_and_nothing_of_the_sellers_own() {
    for language in PaperLanguage::members() {
        let buyer = deal(LONG, language.name(), "");
        let written = written_for(PlanReader::Buyer, &part_paid(), Some(&buyer), PlanFormat::Ics).unwrap();
        let calendar = parse(&written.bytes);
        let words = language.text(icebreak::domain::deposit::DepositWord::Prepayment);
        let event = &calendar.events[0].properties;
        let summary = shown(event, "SUMMARY");
        assert!(summary.starts_with(SELLER) && summary.contains(&(words.rows.deposit_of)(2, 2)), "{summary}");
        let all = String::from_utf8(written.bytes.clone()).unwrap().replace("\r\n ", "");
        assert!(all.contains(words.shipping.last_true_day.split(',').next().unwrap()), "{all}");
        // Shutdown, lead time and accepted fees are the seller's.
        for secret in ["shutdown", "lead time", "0.20", "0,20", "50.00"] {
            assert!(!all.contains(secret), "{secret}: {all}");
        }
    }
}

#[test]
fn entries_keep_their_names_when_dates_and_amounts_change() {
    let buyer = deal("Buyer", "en", "GB");
    let calendar =
        |plan| parse(&written_for(PlanReader::Buyer, plan, Some(&buyer), PlanFormat::Ics).unwrap().bytes);
    let before = plan("30000.00", "EUR");
    let mut terms =
        Terms { total: money("45000.00", "EUR"), start: on("2026-11-30"), ..before.terms.clone() };
    terms.milestones.insert(Milestone::BlCopy, on("2027-03-01"));
    let after = icebreak::domain::deposit::Plan::new(terms);
    assert_eq!(uids(&calendar(&before)), uids(&calendar(&after)));
    let sellers = written_for(PlanReader::Seller, &before, Some(&buyer), PlanFormat::Ics).unwrap();
    let both: BTreeSet<String> =
        uids(&calendar(&before)).into_iter().chain(uids(&parse(&sellers.bytes))).collect();
    assert_eq!(
        both.len(),
        8,
        "in one calendar the seller's and the buyer's entries do not replace each other"
    );
}

#[test]
fn a_later_calendar_is_a_newer_version_and_the_same_one_the_same_bytes() {
    let plan = part_paid();
    let buyer = deal("Buyer", "en", "GB");
    let at = |time: &str| {
        calendar_of_all([about(&plan, Some(&buyer))], "All", Language::English, time.parse().unwrap())
            .unwrap()
    };
    let sequence = |time: &str| -> u32 {
        value(&parse(&at(time).bytes).events[0].properties, "SEQUENCE").parse().unwrap()
    };
    assert!(sequence("2026-12-01T08:00:00Z") < sequence("2026-12-01T08:01:00Z"));
    assert_eq!(at("2026-12-01T08:00:00Z"), at("2026-12-01T08:00:00Z"));
}

#[test]
fn hostile_texts_stay_texts() {
    for name in HOSTILE {
        let mut buyer = deal(name, "en", "GB");
        buyer.id = DealId::new(name);
        buyer.product = name.to_owned();
        for reader in [PlanReader::Seller, PlanReader::Buyer] {
            let written = written_for(reader, &part_paid(), Some(&buyer), PlanFormat::Ics).unwrap();
            let calendar = parse(&written.bytes);
            assert_eq!(calendar.events.len(), 4, "{name:?}");
            let alarms: Vec<usize> = calendar.events.iter().map(|event| event.alarms.len()).collect();
            assert_eq!(alarms, [2, 2, 2, 0], "{name:?}");
            assert!(uids(&calendar).iter().all(|uid| uid.is_ascii() && !uid.contains(char::is_whitespace)));
            let described = shown(&calendar.events[0].properties, "DESCRIPTION");
            let plain = icebreak::text::buyer::schedule::clean(name);
            assert!(described.contains(&plain), "{described:?} {plain:?}");
        }
    }
}

#[test]
fn all_payments_of_all_deals_are_one_calendar() {
    let (one, other) = (deal("One", "en", "GB"), {
        let mut other = deal("Other", "de", "DE");
        other.id = DealId::new("d-2");
        other
    });
    let plan = plan("30000.00", "EUR");
    let plans = [about(&plan, Some(&one)), about(&plan, Some(&other))];
    let calendar = parse(&calendar_of_all(plans, "全部付款", Language::Chinese, made()).unwrap().bytes);
    assert_eq!(shown(&calendar.properties, "X-WR-CALNAME"), "全部付款");
    let uids: BTreeSet<String> = uids(&calendar).into_iter().collect();
    assert_eq!(uids.len(), 8);
    let summary = shown(&calendar.events[0].properties, "SUMMARY");
    assert_eq!(summary, "One：第 1 期预付款（共 2 期），EUR\u{a0}3,000.00 到期");
    // The one that was exported alone is the same entry.
    let alone = written_for(PlanReader::Seller, &plan, Some(&other), PlanFormat::Ics).unwrap();
    assert!(parse(&alone.bytes).events.iter().all(|event| uids.contains(&value(&event.properties, "UID"))));
}

/// The file for the buyer, as calendars see it: what is cancelled, and each entry's version.
fn states(written: &WrittenFile) -> Vec<(String, bool, u64)> {
    let state = |event: &ical::parser::ical::component::IcalEvent| {
        let of = |name| value(&event.properties, name);
        (of("UID"), of("STATUS") == "CANCELLED", of("SEQUENCE").parse().unwrap())
    };
    parse(&written.bytes).events.iter().map(state).collect()
}

#[test]
fn a_calendar_that_has_a_payment_is_told_when_it_is_paid() {
    let buyer = deal("Buyer", "en", "GB");
    let before = plan("30000.00", "EUR");
    let paid = before.clone().with_payment(Payment::new(on("2026-11-28"), money("3000.00", "EUR")));
    let all_paid = paid.clone().with_payment(Payment::new(on("2026-11-29"), money("27000.00", "EUR")));
    for reader in [PlanReader::Seller, PlanReader::Buyer] {
        let export = |plan, minute: i64| {
            let made = made() + chrono::Duration::minutes(minute);
            let file = PlanFile { about: about(plan, Some(&buyer)), language: Language::English, made };
            states(&plan_file(&file, PlanFormat::Ics, reader).unwrap())
        };
        let first = export(&before, 0);
        assert!(first.iter().all(|(_, cancelled, _)| !cancelled), "{first:?}");
        let second = export(&paid, 1);
        assert_eq!(second.iter().filter(|(_, cancelled, _)| *cancelled).count(), 1, "{second:?}");
        let third = export(&all_paid, 2);
        assert!(third.iter().all(|(_, cancelled, _)| *cancelled), "{third:?}");
        // Nothing that a calendar may have is left standing in it.
        for (earlier, later) in [(&first, &second), (&second, &third)] {
            for (uid, _, version) in earlier {
                let newer = later.iter().find(|(same, _, _)| same == uid);
                assert!(newer.is_some_and(|(_, _, newer)| newer > version), "{uid} {later:?}");
            }
        }
    }
}

#[test]
fn a_plan_that_never_had_a_date_has_no_calendar() {
    let mut undated = plan("30000.00", "EUR");
    undated.terms.rows = TermsRows::Lines(vec![
        TermsLine::read("30%@bl-copy", Currency::EUR).unwrap(),
        TermsLine::read("rest@acceptance", Currency::EUR).unwrap(),
    ]);
    undated.terms.milestones.clear();
    let mut buyer = deal("Buyer", "en", "GB");
    buyer.agreed.ship_by = None;
    let refused = written_for(PlanReader::Buyer, &undated, Some(&buyer), PlanFormat::Ics);
    assert_eq!(refused, Err(PlanProblem::NoDates));
    let settled = undated.with_payment(Payment::new(on("2026-11-28"), money("30000.00", "EUR")));
    let refused = written_for(PlanReader::Buyer, &settled, Some(&buyer), PlanFormat::Ics);
    assert_eq!(refused, Err(PlanProblem::AllPaid));
    let none: [DocumentSubject<'_>; 0] = [];
    assert_eq!(calendar_of_all(none, "All", Language::English, made()), Err(PlanProblem::NoDates));
}
