//! Plans as files: workbooks, calendars, tables and chat texts, read back with other libraries, in every language.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agree;
mod calendars;
mod command;
mod tables;
mod workbook;
mod workbook_back;

use chrono::{DateTime, NaiveDate, Utc};
use icebreak::domain::country::Country;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::deposit::{
    Label, Milestone, Payment, Plan, PlanFormat, PlanReader, Terms, TermsLine, TermsRows,
};
use icebreak::domain::files::export_problem::PlanProblem;
use icebreak::domain::money::{Currency, Money};
use icebreak::exchange::plans::{PlanFile, WrittenFile, plan_file};
use icebreak::text::Language;
use icebreak::text::buyer::schedule::DocumentSubject;

const SELLER: &str = "Ningbo Bright Lighting Co., Ltd.";
/// 60 characters.
const LONG: &str = "Norddeutsche Beleuchtungs- und Messtechnikgesellschaft mbHKG";
/// Each begins like a formula, ends a line, a cell or a property, or is drawn by several characters.
const HOSTILE: [&str; 8] = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(1)",
    "-2\r\nBEGIN:VALARM",
    "a;b,c\\n\"d\"|e",
    "\u{1f469}\u{200d}\u{1f4bb} \u{202e}gnp.exe",
    "<script>*x*</script>",
    "\tx\u{0}y\u{1b}[31m",
];

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn made() -> DateTime<Utc> {
    "2026-12-01T08:00:00Z".parse().unwrap()
}

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

fn money(text: &str, code: &str) -> Money {
    Money::parse_plain(text, currency(code)).unwrap()
}

/// A deposit in two parts, a balance that waits for something that has a date, and one that has none.
fn plan(total: &str, code: &str) -> Plan {
    let of = |text: &str, label| {
        let line = TermsLine::read(text, currency(code)).unwrap();
        TermsLine { label, ..line }
    };
    let lines = vec![
        of("10%@2026-11-30", Label::Deposit),
        of("20%@+1m", Label::Deposit),
        of("40%left@bl-copy+3d", Label::Balance),
        of("rest@acceptance", Label::Balance),
    ];
    let mut terms = Terms::new(money(total, code), on("2026-11-30"), TermsRows::Lines(lines));
    terms.milestones.insert(Milestone::BlCopy, on("2027-02-10"));
    Plan::new(terms)
}

/// The first row is paid, but for a fee that is accepted.
fn part_paid() -> Plan {
    let mut plan = plan("30000.00", "EUR");
    plan.tolerance = Some(money("50.00", "EUR"));
    plan.with_payment(Payment::new(on("2026-11-28"), money("2999.80", "EUR")))
}

fn deal(company: &str, language: &str, country: &str) -> Deal {
    let mut deal = Deal::new(DealId::new("d-1"), company);
    deal.buyer.language = language.to_owned();
    deal.buyer.country = Country::from_code(country);
    deal.agreed.pi = "PI-2607".to_owned();
    deal.product = "LED panels".to_owned();
    deal.agreed.ship_by = Some(on("2027-02-28"));
    deal.agreed.lead_time_days = Some(30);
    deal.agreed.shutdown_days = Some(14);
    deal.agreed.cut_off_days = Some(5);
    deal
}

fn about<'a>(plan: &'a Plan, deal: Option<&'a Deal>) -> DocumentSubject<'a> {
    DocumentSubject { plan, deal, seller: SELLER, shutdowns: &[], on: on("2026-12-01") }
}

fn written_for(
    reader: PlanReader,
    plan: &Plan,
    deal: Option<&Deal>,
    format: PlanFormat,
) -> Result<WrittenFile, PlanProblem> {
    let file = PlanFile { about: about(plan, deal), language: Language::English, made: made() };
    plan_file(&file, format, reader)
}

fn written(plan: &Plan, deal: Option<&Deal>, format: PlanFormat) -> Vec<u8> {
    written_for(PlanReader::Buyer, plan, deal, format).unwrap().bytes
}
