//! A customer list as exporters really keep it: sixty deals, whatever each cell is written like.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use super::*;
use icebreak::domain::files::source::SourceChoice;
use icebreak::domain::import::preview::{ImportPreview, preview};
use icebreak::domain::import::problem::WarnedRow;
use icebreak::domain::import::reading::TableReading;
use icebreak::exchange::deals_in::reading::{guess, read};
use icebreak::exchange::open::read_table;
use icebreak::exchange::read_deals_as;

const LIST: &[u8] = include_bytes!("../../fixtures/outside/messy-list-60.xlsx");

/// The list below its title, with the merged countries filled in.
fn list() -> Vec<u8> {
    let mut workbook = Xlsx::new(Cursor::new(LIST)).unwrap();
    let sheet = workbook.worksheet_range("客户跟进").unwrap();
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut country = String::new();
    for row in sheet.rows().skip(2) {
        let mut cells: Vec<String> = row
            .iter()
            .map(|cell| match cell {
                Data::DateTime(moment) => {
                    let days = chrono::Days::new(moment.as_f64() as u64);
                    (day("1899-12-30") + days).to_string()
                }
                other => other.to_string(),
            })
            .collect();
        if cells[0].parse::<u32>().is_ok() {
            if cells[1].is_empty() {
                cells[1].clone_from(&country);
            } else {
                country.clone_from(&cells[1]);
            }
        }
        writer.write_record(cells).unwrap();
    }
    writer.into_inner().unwrap()
}

fn taken() -> (ImportPlan, Vec<WarnedRow>) {
    let read = read_deals_as(&list(), &SourceChoice::default(), Some(day("2026-11-30"))).unwrap();
    let mut next = 0;
    let plan = plan_import(&Document::default(), read.rows, || {
        next += 1;
        DealId::new(format!("{next:06}"))
    });
    (plan, read.warned)
}

fn deal<'a>(plan: &'a ImportPlan, buyer: &str) -> &'a Deal {
    plan.deals.iter().find(|deal| deal.buyer.company == buyer).unwrap()
}

#[test]
fn all_sixty_come_in_and_again_unchanged() {
    let (plan, _) = taken();
    let left_out: Vec<_> = plan.skipped.iter().map(|row| (row.flaw.code(), row.flaw.text())).collect();
    assert_eq!(left_out, [("no-deal", "合计"), ("no-deal", "备注：红色为重点客户")]);
    assert_eq!((plan.added, plan.deals.len()), (60, 60));
    assert!(plan.deals.iter().all(|deal| deal.buyer.country.is_some() && !deal.contacts.is_empty()));
    let document = with(&Document::default(), &plan);
    let read = read_deals_as(&list(), &SourceChoice::default(), Some(day("2026-11-30"))).unwrap();
    let again = plan_import(&document, read.rows, || unreachable!());
    assert_eq!((counts(&again), again.deals.len()), ((0, 0, 60, 2), 0));
}

#[test]
fn every_cell_is_read_or_kept() {
    let (plan, warned) = taken();
    let money = |buyer: &str| {
        let agreed = &deal(&plan, buyer).agreed;
        (
            agreed.amount.map(|amount| amount.normalize().to_string()).unwrap_or_default(),
            agreed.currency.map(|currency| currency.code()).unwrap_or_default(),
        )
    };
    for (buyer, number, currency) in [
        ("Hai Phong Trading A Co.", "12500", "USD"),
        ("Hai Phong Trading B Co.", "12000", ""),
        ("Hai Phong Trading C Co.", "8400.5", ""),
        ("Hai Phong Trading D Co.", "15800", "USD"),
        ("Hai Phong Trading E Co.", "30000", "EUR"),
        ("Hai Phong Trading F Co.", "158000", ""),
        ("Sever Tekhnika A Co.", "9600", "USD"),
        ("Sever Tekhnika B Co.", "35000", "USD"),
        ("Sever Tekhnika C Co.", "20000", ""),
        ("Sever Tekhnika D Co.", "12500.5", ""),
        ("Sever Tekhnika E Co.", "7200", "USD"),
        ("Casa Verde A Co.", "12500", "USD"),
        ("Casa Verde B Co.", "45600", ""),
        ("Casa Verde D Co.", "", ""),
    ] {
        assert_eq!(money(buyer), (number.to_owned(), currency), "{buyer}");
    }
    let wrote = |buyer: &str| deal(&plan, buyer).summary.last_outbound.unwrap().to_string();
    for (buyer, date) in [
        ("Hai Phong Trading B Co.", "2026-11-22"),
        ("Hai Phong Trading C Co.", "2026-11-02"),
        ("Hai Phong Trading E Co.", "2026-10-19"),
        ("Hai Phong Trading F Co.", "2026-11-12"),
        ("Sever Tekhnika A Co.", "2026-11-26"),
        ("Sever Tekhnika B Co.", "2026-11-23"),
        ("Casa Verde D Co.", "2026-10-07"),
        ("Verde Campo C Co.", "2026-10-25"),
        ("Lakeshore Outfitters A Co.", "2026-11-10"),
        ("Lakeshore Outfitters H Co.", "2026-10-24"),
        ("Anadolu Ticaret D Co.", "2026-10-09"),
    ] {
        assert_eq!(wrote(buyer), date, "{buyer}");
    }
    assert!(plan.deals.iter().all(|deal| deal.summary.last_outbound.is_some()));
    let ships = deal(&plan, "Hai Phong Trading B Co.");
    assert_eq!(ships.agreed.ship_by, Some(day("2027-01-31")));
    assert_eq!(ships.stage.as_str(), "production");
    assert_eq!(deal(&plan, "Sever Tekhnika E Co.").stage.as_str(), "lost");
    let notes = &deal(&plan, "Hai Phong Trading C Co.").notes;
    assert_eq!(notes, "展会客户，担心质保\n交期: 现货\n金额: $8,400.50");
    assert_eq!(deal(&plan, "Hai Phong Trading A Co.").notes, "交期: 30天\n客户状态: 跟单");
    let codes: std::collections::BTreeSet<&str> = warned.iter().map(|warned| warned.flaw.code()).collect();
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), ["about", "currency", "date", "stage"]);
}

#[test]
fn the_window_asks_once_for_what_the_list_does_not_say() {
    let table = read_table(&list()).unwrap();
    let mut reading = guess(&table);
    let shown = |reading: &TableReading| {
        let mut next = 0;
        preview(&Document::default(), read(&table, reading, day("2026-11-30")), reading, || {
            next += 1;
            DealId::new(format!("{next}"))
        })
    };
    let first = shown(&reading);
    assert_eq!((first.plan.added, first.waiting.len()), (60, 0));
    let asked: Vec<&str> = first.evidence.statuses.iter().map(|status| &*status.text).collect();
    assert_eq!(asked, ["跟单", "等回复"]);
    let word = icebreak::domain::import::reading::word_of_status;
    reading.stages.insert(word("跟单"), icebreak::domain::deal::Stage::Production.into());
    reading.stages.insert(word("等回复"), icebreak::domain::deal::Stage::Quoted.into());
    let answered = shown(&reading);
    // They stay in sight, so that an answer can be changed.
    assert_eq!(answered.evidence.statuses, first.evidence.statuses);
    let told =
        |preview: &ImportPreview| preview.warned.iter().filter(|row| row.flaw.code() == "stage").count();
    assert_eq!((told(&first), told(&answered)), (10, 0));
    assert_eq!(deal(&answered.plan, "Hai Phong Trading A Co.").stage.as_str(), "production");
}
