//! The sample document and the commands that write and read it.
#![allow(clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde_json::Value;

use icebreak::assets::{countries, sample};
use icebreak::domain::deal::Agreed;
use icebreak::domain::document::Document;
use icebreak::domain::names::Named as _;
use icebreak::domain::today::{TodayGroup, today};

fn a_day(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).expect("a Monday") + Days::new(days)
}

fn groups(sample: &Document, day: NaiveDate) -> BTreeMap<String, &'static str> {
    today(sample, countries::calendars(), day)
        .iter()
        .map(|item| (item.id().as_str().to_owned(), item.group.name()))
        .collect()
}

#[test]
fn every_group_is_filled_on_any_day_of_any_season() {
    let monday = groups(&sample(a_day(0)), a_day(0));
    for days in 0..400 {
        let day = a_day(days);
        let sample = sample(day);
        let mut groups = groups(&sample, day);
        let filled: BTreeSet<&str> = groups.values().copied().collect();
        assert_eq!(filled.len(), TodayGroup::ALL.len(), "{}: {groups:?}", day.format("%a %F"));
        // Only a follow-up waits, and only for a buyer who is on holiday.
        for (id, deal) in &sample.deals {
            let waits = groups.get_mut(id.as_str()).filter(|group| **group == "waiting");
            if let (Some(group), Some(&"follow-up")) = (waits, monday.get(id.as_str())) {
                let week = countries::calendars().of(deal.buyer.country);
                assert!(!week.works_on(day), "{}: {id:?}", day.format("%a %F"));
                *group = "follow-up";
            }
        }
        assert_eq!(groups, monday, "{}", day.format("%a %F"));
    }
}

#[test]
fn the_sample_is_sound() {
    let day = a_day(0);
    let document = sample(day);
    let text = serde_json::to_string(&document).expect("JSON");
    assert!(!text.contains("\"@"), "every date is resolved");
    let again: Document = serde_json::from_str(&text).expect("a document");
    assert_eq!(again, document);
    assert!(document.deals.len() >= 14);
    for (id, deal) in &document.deals {
        assert_eq!(id, &deal.id);
        assert!(deal.buyer.country.and_then(countries::facts).is_some(), "{id:?}");
        assert!(deal.stage.known().is_some(), "{id:?}");
        assert!(deal.story.iter().all(|touch| touch.kind.known().is_some()), "{id:?}");
        assert!(deal.story.is_sorted_by_key(|touch| touch.on), "{id:?}");
        assert!(deal.story.iter().all(|touch| touch.on <= day), "{id:?}");
        assert!(deal.contacts.iter().all(|contact| contact.email.ends_with(".example")), "{id:?}");
        assert!(deal.agreed.amount.is_none() || deal.agreed.money().is_some(), "{id:?}");
        // No field is lost to a typing error in the asset.
        assert!(
            deal.extra.is_empty() && deal.buyer.extra.is_empty() && deal.agreed.extra.is_empty(),
            "{id:?}"
        );
        assert!(deal.story.iter().all(|touch| touch.extra.is_empty()), "{id:?}");
        assert!(deal.contacts.iter().all(|contact| contact.extra.is_empty()), "{id:?}");
    }
    assert!(document.library.entries.iter().any(|entry| entry.may_be_used()));
    assert!(document.library.entries.iter().any(|entry| !entry.may_be_used()));
    assert!(
        document.library.entries.iter().all(|entry| entry.kind.known().is_some() && entry.extra.is_empty())
    );
    let languages: BTreeSet<&str> =
        document.deals.values().map(|deal| deal.buyer.language.as_str()).collect();
    assert!(languages.len() >= 8, "{languages:?}");
}

#[test]
fn quantity_times_price_is_the_amount() {
    let multiplied = sample(a_day(0)).deals.values().filter(|deal| multiplies_out(&deal.agreed)).count();
    assert!(multiplied >= 14, "{multiplied}");
}

fn multiplies_out(agreed: &Agreed) -> bool {
    let (Some(price), Some(amount)) = (agreed.unit_price, agreed.amount) else { return false };
    let numbers: String = agreed
        .quantity
        .chars()
        .filter(|sign| *sign != ',')
        .map(|sign| if sign.is_ascii_digit() { sign } else { ' ' })
        .collect();
    // "2 samples, then 1,200 pcs": the order is the last number.
    let Some(quantity) = numbers.split_whitespace().last().and_then(|last| last.parse::<Decimal>().ok())
    else {
        return false;
    };
    assert_eq!(quantity * price, amount, "{}", agreed.pi);
    true
}

fn icebreak(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_icebreak"))
        .args(arguments)
        .current_dir(folder)
        .env("XDG_DATA_HOME", folder)
        .env("HOME", folder)
        .output()
        .expect("it runs")
}

fn refused(output: &Output) -> String {
    let error = String::from_utf8(output.stderr.clone()).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(output.stdout.is_empty());
    assert_eq!(error.trim_end().lines().count(), 1, "{error}");
    error
}

#[test]
fn the_commands_write_the_sample_and_list_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let written = icebreak(&["sample", "s.json", "--json"], folder);
    assert_eq!(written.status.code(), Some(0), "{}", String::from_utf8_lossy(&written.stderr));
    let before = std::fs::read(folder.join("s.json")).expect("the sample");

    let listed = icebreak(&["today", "s.json", "--json"], folder);
    assert_eq!(listed.status.code(), Some(0), "{}", String::from_utf8_lossy(&listed.stderr));
    let json: Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    let deals = json["deals"].as_array().expect("a list");
    let mueller = deals.iter().find(|deal| deal["buyer"] == "Müller & Söhne GmbH").expect("Müller is listed");
    assert_eq!(mueller["group"], "follow-up");
    assert_eq!(mueller["waiting_days"], 12);
    assert_eq!(mueller["temperature"], "cold");
    assert_eq!(mueller["stale"], true);
    assert_eq!(mueller["unanswered"], 2);
    assert_eq!(mueller["amount"], "30000.00");
    assert_eq!(mueller["currency"], "EUR");
    let why = mueller["why"].as_str().expect("a reason");
    assert!(why.starts_with("no answer for 12 days · wrote twice · due "), "{why}");
    let keys: Vec<&str> = mueller.as_object().expect("an object").keys().map(String::as_str).collect();
    let contract =
        "id buyer group why due waiting_days last_heard stale temperature unanswered amount currency";
    assert_eq!(keys.join(" "), contract);

    let told = icebreak(&["today", "s.json"], folder);
    let told = String::from_utf8_lossy(&told.stdout);
    let line = format!("\n  Müller & Söhne GmbH · EUR 30,000.00 · cold: {why}\n");
    assert!(told.contains("\nFollow up\n") && told.contains(&line), "{told}");

    let again = refused(&icebreak(&["sample", "s.json"], folder));
    assert!(again.contains("already there"), "{again}");
    assert_eq!(std::fs::read(folder.join("s.json")).expect("the sample"), before);

    let dated = icebreak(&["sample", "dated.json", "--on", "2031-03-05"], folder);
    assert_eq!(dated.status.code(), Some(0), "{}", String::from_utf8_lossy(&dated.stderr));
    let listed = icebreak(&["today", "dated.json", "--on", "2031-03-05", "--json"], folder);
    let json: Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    let deals = json["deals"].as_array().expect("a list");
    let mueller = deals.iter().find(|deal| deal["buyer"] == "Müller & Söhne GmbH").expect("Müller is listed");
    assert_eq!(mueller["waiting_days"], 12);
    refused(&icebreak(&["sample", "never.json", "--on", "tomorrow"], folder));
    assert!(!folder.join("never.json").exists());
}

#[test]
fn today_refuses_in_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    std::fs::write(folder.join("broken.json"), "{\"deals\":").expect("a file");
    refused(&icebreak(&["today", "none.json", "--json"], folder));
    refused(&icebreak(&["today", "broken.json"], folder));
    refused(&icebreak(&["today", "--json"], folder));
    for date in ["2026-02-30", "tomorrow", "-1", "2026-1-1", ""] {
        refused(&icebreak(&["today", "broken.json", "--on", date], folder));
    }
    assert_eq!(icebreak(&["today", "--off"], folder).status.code(), Some(2));
    assert_eq!(icebreak(&["sample"], folder).status.code(), Some(2));
}

#[test]
fn the_default_document_is_in_the_data_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let none = refused(&icebreak(&["today"], folder));
    let path = none.trim_start_matches("icebreak: ").split(": ").next().expect("a path").to_owned();
    assert!(path.ends_with("deals.json"), "{none}");
    std::fs::create_dir_all(Path::new(&path).parent().expect("a folder")).expect("a folder");
    assert_eq!(icebreak(&["sample", &path], folder).status.code(), Some(0));
    assert_eq!(icebreak(&["today"], folder).status.code(), Some(0));
}

/// Reading what the contract's example says of its rows.
#[test]
fn today_counts_from_the_imported_dates() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = r#"{"deals":{
        "m":{"id":"m","buyer":{"company":"Müller & Söhne GmbH","country":"DE"},"stage":"terms",
             "agreed":{"amount":"30000","currency":"EUR","valid_until":"2026-12-15"},
             "summary":{"last_inbound":"2026-10-29","last_outbound":"2026-11-12","waiting_since":"2026-11-09","unanswered":2}},
        "t":{"id":"t","buyer":{"company":"東京商事株式会社","country":"JP"},"stage":"deposit",
             "agreed":{"amount":"1250000","currency":"JPY"},
             "summary":{"last_inbound":"2026-10-15","last_outbound":"2026-11-10","waiting_since":"2026-10-15","unanswered":3}},
        "a":{"id":"a","buyer":{"company":"Comercial Andina S.A."},"stage":"negotiation","agreed":{"amount":"5","valid_until":"2026-11-24"},
             "summary":{"last_inbound":"2026-11-02","last_outbound":"2026-11-05","unanswered":1}},
        "n":{"id":"n","buyer":{"company":"Nordic Home AB"},"stage":"quoted",
             "summary":{"last_inbound":"2026-11-20","last_outbound":"2026-11-19","unanswered":0}}}}"#;
    let document = serde_json::from_str(document).expect("a document");
    let text = icebreak::store::Encoder::default().encode(&document).expect("text");
    icebreak::store::create_new(&folder.path().join("d.json"), text.as_bytes()).expect("a file");
    let listed = icebreak(&["today", "d.json", "--on", "2026-11-21", "--json"], folder.path());
    let json: Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    assert_eq!(json["on"], "2026-11-21");
    let rows: Vec<String> = json["deals"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|deal| {
            let shown =
                ["id", "group", "due", "waiting_days", "last_heard", "temperature", "amount", "currency"]
                    .map(|key| deal[key].to_string().replace('"', ""));
            shown.join(" ")
        })
        .collect();
    assert_eq!(
        rows,
        [
            "n reply 2026-11-20 0 2026-11-20 warm null null",
            "a expiring 2026-11-24 16 2026-11-02 cold null null",
            "t follow-up 2026-10-29 37 2026-10-15 frozen 1250000 JPY",
            "m follow-up 2026-11-16 12 2026-10-29 cold 30000.00 EUR",
        ]
    );
}

/// A pause does not hide money that is due, and is named with it.
#[test]
fn today_lists_paused_deals_whose_money_is_due() {
    let folder = tempfile::tempdir().expect("a folder");
    let deal = |id: &str, pause: &str, rest: &str| {
        format!(
            r#""{id}":{{"id":"{id}","buyer":{{"company":"{id}"}},"stage":"deposit","pause":{pause},
                "summary":{{"last_inbound":"2026-10-29","last_outbound":"2026-11-01","unanswered":1}}{rest}}}"#
        )
    };
    let holiday = r#"{"reason":"their holiday","until":"2026-12-05"}"#;
    let plan = r#","plan":{"terms":{"total":"USD 1000.00","start":"2026-11-10","lines":[
        {"line":"10%@+0d","label":"deposit"},{"line":"rest@bl-copy","label":"balance"}]}}"#;
    let says_paid = r#","story":[{"on":"2026-11-18","kind":"says-paid"}]"#;
    let deals = [
        deal("a", holiday, plan),
        deal("b", holiday, ""),
        deal("c", r#"{"reason":""}"#, says_paid),
        deal("d", r#"{"reason":"their holiday","until":"2026-11-21"}"#, ""),
    ];
    let document =
        serde_json::from_str(&format!(r#"{{"deals":{{{}}}}}"#, deals.join(","))).expect("a document");
    let text = icebreak::store::Encoder::default().encode(&document).expect("text");
    icebreak::store::create_new(&folder.path().join("d.json"), text.as_bytes()).expect("a file");
    let today = ["today", "d.json", "--on", "2026-11-21"];
    let listed = icebreak(&[&today[..], &["--json"]].concat(), folder.path());
    let json: Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    let said =
        |deal: &Value| ["id", "group", "why"].map(|key| deal[key].as_str().unwrap_or_default()).join(" | ");
    let rows: Vec<String> = json["deals"].as_array().expect("a list").iter().map(said).collect();
    assert_eq!(
        rows,
        [
            "a | money | paused · the deposit is 11 days overdue · USD 100.00",
            "c | money | paused · says paid, not arrived: ask for the SWIFT copy · 3 days ago",
            "d | waiting | no answer for 20 days · next: Mon 23 Nov",
        ]
    );
    let told = String::from_utf8(icebreak(&today, folder.path()).stdout).expect("UTF-8");
    assert!(told.contains("paused · the deposit is 11 days overdue"), "{told}");
}

/// A deal with a payment plan says what is next, in the words and with the keys of the contract.
#[test]
fn today_names_the_next_payment() {
    let folder = tempfile::tempdir().expect("a folder");
    let deal = |id: &str, paid: &str| {
        format!(
            r#""{id}":{{"id":"{id}","buyer":{{"company":"{id}"}},"stage":"deposit",
                "agreed":{{"amount":"1000","currency":"USD"}},
                "summary":{{"last_inbound":"2026-10-29","last_outbound":"2026-11-01","unanswered":1}},
                "story":[{{"on":"2026-11-10","kind":"arrived","money":"USD {paid}"}}],
                "plan":{{"terms":{{"total":"USD 1000.00","start":"2026-11-10","lines":[
                    {{"line":"10%@+0d","label":"deposit"}},{{"line":"20%@2026-12-30","label":"deposit"}},
                    {{"line":"rest@bl-copy","label":"balance"}}]}},
                    "payments":[{{"on":"2026-11-10","money":"USD {paid}"}}]}}}}"#
        )
    };
    let deals =
        [deal("a", "99.00"), deal("b", "100.00"), deal("c", "300.00"), deal("d", "1000.00")].join(",");
    let document = serde_json::from_str(&format!(r#"{{"deals":{{{deals}}}}}"#)).expect("a document");
    let text = icebreak::store::Encoder::default().encode(&document).expect("text");
    icebreak::store::create_new(&folder.path().join("d.json"), text.as_bytes()).expect("a file");
    let listed = icebreak(&["today", "d.json", "--on", "2026-11-21", "--json"], folder.path());
    let json: Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    let said = |deal: &Value| {
        ["id", "group", "due", "last_heard", "why"]
            .map(|key| deal[key].to_string().replace('"', ""))
            .join(" | ")
    };
    let rows: Vec<String> = json["deals"].as_array().expect("a list").iter().map(said).collect();
    assert_eq!(
        rows,
        [
            "a | money | 2026-11-10 | 2026-11-10 | deposit instalment 1 of 2 is 11 days overdue · USD 1.00",
            "b | waiting | 2026-12-30 | 2026-11-10 | deposit instalment 2 of 2 is due on Wed 30 Dec · USD 200.00",
            "c | waiting | null | 2026-11-10 | the balance waits for: copy of B/L · USD 700.00",
            "d | waiting | null | 2026-11-10 | nothing is planned",
        ]
    );
}
