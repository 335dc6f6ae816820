//! Which deal a row means, and what it changes.

use super::*;
use icebreak::domain::deal::touch::{Summary, Touch, TouchKind};
use icebreak::domain::import::ParsedRow;
use icebreak::domain::search::find::{WhoProblem, who};
use icebreak::domain::today::turn::summary_of;

const HEADER: &str = "buyer,product,currency,pi,amount,contact,email,notes,last_outbound,unanswered\n";

fn rows(rows: &str) -> Vec<u8> {
    format!("{HEADER}{rows}").into_bytes()
}

/// Imports one file over another into an empty document.
fn over(first: &str, second: &str) -> (Document, ImportPlan) {
    let document = imported(&rows(first));
    let plan = plan(&document, &rows(second)).unwrap();
    (with(&document, &plan), plan)
}

#[test]
fn the_pi_number_names_the_deal_else_buyer_product_and_currency() {
    let check = |first: &str, second: &str, expected: (usize, usize, usize, usize)| {
        assert_eq!(counts(&over(first, second).1), expected, "{first} | {second}");
    };
    check("Acme,Tiles,USD,P1", "Acme,Tiles,USD,P1", (0, 0, 1, 0));
    check("Acme,Tiles,USD,P1", "Acme,Tiles,USD, p1 ,500", (0, 1, 0, 0));
    check("Acme,Tiles,USD,P1", "Acme,Tiles,USD,P2", (1, 0, 0, 0));
    check("Acme,Tiles,USD,P1", "Acme Ltd,Bricks,EUR,P1", (0, 1, 0, 0));
    check("Acme,Tiles,USD,", "Acme,Tiles,USD,P1", (0, 1, 0, 0));
    check("Acme,Tiles,USD,P1", "Acme,Tiles,USD,", (0, 0, 1, 0));
    check("Acme,Tiles,USD,", " ACME , tiles,usd,", (0, 1, 0, 0));
    check("Acme,Tiles,USD,", "Acme,Bricks,USD,", (1, 0, 0, 0));
    check("Acme,Tiles,USD,", "Acme,Tiles,EUR,", (1, 0, 0, 0));
    check("Acme,,,", "Acme,,,", (0, 0, 1, 0));
    check("Acme,Tiles,,", "Acme,,,", (1, 0, 0, 0));
    // Within one file as well.
    check("", "Acme,Tiles,USD,P1\nAcme,Tiles,USD,P1,500\nAcme,Tiles,USD,P2", (2, 1, 0, 0));
    // Two deals fit: nothing is guessed, unless one already says the same.
    check("Acme,Tiles,USD,P1\nAcme,Tiles,USD,P2", "Acme,Tiles,USD,,500", (0, 0, 0, 1));
    check("Acme,Tiles,USD,P1,500\nAcme,Tiles,USD,P2,600", "Acme,Tiles,USD,,600", (0, 0, 1, 0));
}

#[test]
fn a_changed_deal_is_found_by_what_it_says_now() {
    let (document, plan) = over("Acme,Tiles,USD,P1", "Acme,Bricks,USD,P1\nAcme,Tiles,USD,\nAcme,Bricks,USD,");
    assert_eq!(counts(&plan), (1, 1, 1, 0));
    assert_eq!(document.deals.len(), 2);
}

#[test]
fn empty_cells_never_erase() {
    let (document, plan) =
        over("Acme,Tiles,USD,P1,500,Ann,ann@x.example,first note,2026-11-01,2", "Acme,,,P1,,,,,,");
    assert_eq!((counts(&plan), plan.deals.len()), ((0, 0, 1, 0), 0));
    let deal = deals(&document)[0];
    assert_eq!((&*deal.product, &*deal.notes, deal.summary.unanswered), ("Tiles", "first note", Some(2)));
}

#[test]
fn other_values_update() {
    let (document, plan) = over(
        "Acme,Tiles,USD,P1,500,Ann,ann@x.example,first note,2026-11-01,2",
        "Acme,Tiles,USD,P1,650.50,Ann,new@x.example,second note,2026-11-05,3",
    );
    assert_eq!(counts(&plan), (0, 1, 0, 0));
    let deal = deals(&document)[0];
    assert_eq!(deal.agreed.money().unwrap().to_string(), "650.50");
    assert_eq!((deal.contacts.len(), &*deal.contacts[0].email), (1, "new@x.example"));
    assert_eq!((&*deal.notes, deal.summary.unanswered), ("second note", Some(3)));
    assert_eq!(deal.summary.last_outbound, Some(day("2026-11-05")));
}

#[test]
fn another_person_comes_first_and_nobody_is_lost() {
    let (document, _) = over("Acme,,,P1,,Ann,ann@x.example", "Acme,,,P1,,Bob,bob@x.example");
    let names: Vec<&str> = deals(&document)[0].contacts.iter().map(|contact| &*contact.name).collect();
    assert_eq!(names, ["Bob", "Ann"]);
    let (document, _) = over("Acme,,,P1,,Ann,ann@x.example", "Acme,,,P1,,Ann Smith,ANN@x.example");
    let names: Vec<&str> = deals(&document)[0].contacts.iter().map(|contact| &*contact.name).collect();
    assert_eq!(names, ["Ann Smith"]);
}

#[test]
fn a_new_address_no_longer_bounces() {
    let mut document = imported(&rows("Acme,,,P1,,Ann,ann@x.example"));
    let mut deal = deals(&document)[0].clone();
    deal.contacts[0].bounced = true;
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    let same = plan(&document, &rows("Acme,,,P1,,Ann,ann@x.example")).unwrap();
    assert_eq!(counts(&same), (0, 0, 1, 0));
    let other = plan(&document, &rows("Acme,,,P1,,Ann,ann2@x.example")).unwrap();
    assert!(!other.deals[0].contacts[0].bounced);
}

#[test]
fn an_amount_must_fit_the_currency_that_the_deal_has() {
    let (_, plan) = over("Acme,Tiles,JPY,P1,500", "Acme,,,P1,500.55");
    assert_eq!(skipped(&plan), [(2, "amount")]);
}

fn with_story() -> Document {
    let mut deal = Deal::new(DealId::new("one"), "Acme");
    deal.agreed.pi = "P1".into();
    deal.summary = Summary { last_inbound: Some(day("2026-10-01")), ..Summary::default() };
    deal.story = ["2026-11-01", "2026-11-10"].map(|on| Touch::new(day(on), TouchKind::Wrote)).to_vec();
    let mut document = Document::default();
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    document
}

fn told(last_outbound: &str, unanswered: u32) -> ImportPlan {
    let row = ParsedRow {
        row: 2,
        buyer: "Acme".into(),
        pi: "P1".into(),
        last_outbound: Some(day(last_outbound)),
        unanswered: Some(unanswered),
        ..ParsedRow::default()
    };
    plan_import(&with_story(), vec![Ok(row)], || DealId::new("new"))
}

#[test]
fn what_the_story_says_already_is_unchanged() {
    assert_eq!(counts(&told("2026-11-10", 2)), (0, 0, 1, 0));
}

#[test]
fn a_newer_account_stands_for_the_story_up_to_its_date() {
    let plan = told("2026-11-12", 3);
    assert_eq!(counts(&plan), (0, 1, 0, 0));
    let deal = &plan.deals[0];
    assert_eq!(deal.story.iter().map(|touch| touch.in_summary).collect::<Vec<_>>(), [true, true]);
    assert_eq!(
        (summary_of(deal).unanswered, summary_of(deal).last_outbound),
        (Some(3), Some(day("2026-11-12")))
    );
    assert_eq!(summary_of(deal).last_inbound, Some(day("2026-10-01")));
}

#[test]
fn what_happened_after_the_account_still_counts() {
    let plan = told("2026-11-05", 4);
    let deal = &plan.deals[0];
    assert_eq!(deal.story.iter().map(|touch| touch.in_summary).collect::<Vec<_>>(), [true, false]);
    assert_eq!(
        (summary_of(deal).unanswered, summary_of(deal).last_outbound),
        (Some(5), Some(day("2026-11-10")))
    );
}

#[test]
fn who_means_an_id_a_pi_number_or_one_buyer() {
    let document = imported(EN);
    let check = |name: &str, expected: Result<&str, WhoProblem>| {
        let found = who(&document, name).map(|id| document.deals[&id].agreed.pi.clone());
        assert_eq!(found, expected.map(str::to_owned), "{name}");
    };
    check("PI-2607", Ok("PI-2607"));
    check("pi-2611", Ok("PI-2611"));
    check("000001", Ok("PI-2607"));
    check("Nordic Home AB", Ok(""));
    check("東京商事株式会社", Ok("PI-2598"));
    check("ＣＯＭＥＲＣＩＡＬ　andina S.A.", Ok("PI-2611"));
    check("andina", Err(WhoProblem::None));
    check("Al Noor Trading LLC", Err(WhoProblem::Several(2)));
    check("nobody", Err(WhoProblem::None));
    check("", Err(WhoProblem::None));
}
