//! Amounts as people type them: what was understood is said, what could be several is asked.

use egui::Key;
use icebreak::domain::deal::Deal;
use icebreak::domain::deposit::DepositShare;
use icebreak::domain::document::Document;
use icebreak::domain::message::{FieldId, Strategy};
use icebreak::domain::money::{Currency, Money};
use icebreak::text::buyer::drafts::labels;
use icebreak::text::format;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages, sample};

const BUYER: &str = "Müller & Söhne GmbH";

fn total(app: &App) -> Option<Money> {
    app.deal(BUYER).plan.as_ref().map(|plan| plan.terms.total)
}

fn euros(minor: i64) -> Option<Money> {
    Some(Money::from_minor(minor, Currency::EUR))
}

/// The plan of the deal that the pictures show.
fn at_the_plan(language: icebreak::text::Language) -> App {
    let mut app = App::open_sample(language);
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowDeposit);
    app
}

#[test]
fn short_forms_are_understood_and_said() {
    in_both_languages(|language| {
        let mut app = at_the_plan(language);
        let label = app.words().deposit.total;
        let before = app.place_of(app.words().deposit.more);
        for typed in ["45k", "4.5万", "€45.000,-", "45 000,00"] {
            app.type_into(label, typed);
            app.must_see("= EUR 45,000.00");
            assert_eq!(total(&app), euros(4_500_000), "{typed}");
            assert_eq!(app.place_of(app.words().deposit.more), before, "the page moved below {typed}");
        }
        app.press(Key::Tab);
        app.must_not_see("= EUR 45,000.00");
        assert_eq!(app.value_of(label), "EUR 45,000.00");
        app.type_into(label, "30000");
        app.must_not_see("= EUR");
        assert_eq!(total(&app), euros(3_000_000));
    });
}

#[test]
fn an_amount_that_could_be_two_is_asked() {
    in_both_languages(|language| {
        let mut app = at_the_plan(language);
        let label = app.words().deposit.total;
        let before = (total(&app), app.place_of(app.words().deposit.more));
        app.type_into(label, "31.000");
        app.must_see(app.words().shell.which_amount);
        let after = (total(&app), app.place_of(app.words().deposit.more));
        assert_eq!(after, before, "nothing is guessed, and nothing moves");
        // The question waits for its answer.
        app.press(Key::Tab);
        app.must_see(app.words().shell.which_amount);
        app.must_see(&format!("{label}: EUR 31.00"));
        app.click(&format!("{label}: EUR 31,000.00"));
        assert_eq!(total(&app), euros(3_100_000));
        assert_eq!(app.value_of(label), "EUR 31,000.00");
        app.must_not_see(app.words().shell.which_amount);
        // Yen or yuan.
        app.type_into(label, "¥30万");
        app.click(&format!("{label}: CNY 300,000.00"));
        assert_eq!(total(&app), Some(Money::from_minor(30_000_000, Currency::CNY)));
        // What is typed on answers, too.
        app.type_into(label, "€31.000");
        app.must_see(app.words().shell.which_amount);
        app.type_into(label, "€31.000,50");
        app.must_not_see(app.words().shell.which_amount);
        app.must_see("= EUR 31,000.50");
    });
}

#[test]
fn the_first_total_is_never_what_was_typed_on_the_way() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        app.choose(Global::QuickPlan);
        let label = app.words().deposit.total;
        app.type_into(label, "USD 30.00");
        app.type_into(label, "USD 30.000");
        app.press(Key::Tab);
        app.must_see(app.words().deposit.quick_intro);
        app.click(&format!("{label}: USD 30,000.00"));
        app.must_not_see(app.words().deposit.quick_intro);
        assert_eq!(app.value_of(label), "USD 30,000.00");
    });
}

#[test]
fn every_amount_field_takes_them() {
    in_both_languages(|language| {
        let mut app = at_the_plan(language);
        let words = app.words();
        app.type_into(words.deposit.deposit, "6k");
        app.must_see("= EUR 6,000.00");
        let Some(plan) = &app.deal(BUYER).plan else { panic!("no plan") };
        let icebreak::domain::deposit::TermsRows::Deposit(rows) = &plan.terms.rows else {
            panic!("free lines")
        };
        assert!(matches!(rows.deposit, DepositShare::Fixed(amount) if amount == 6_000.into()));
        app.press_shortcut(DealCommand::ShowDetails);
        let facts = |deal: &Deal| (deal.agreed.amount.unwrap().to_string(), deal.agreed.currency.unwrap());
        app.type_into(words.deal.amount, "2.8万");
        app.must_see("= EUR 28,000.00");
        assert_eq!(facts(app.deal(BUYER)), ("28000".to_owned(), Currency::EUR));
        // Prices have more decimals than amounts, so this could be either.
        app.type_into(words.deal.unit_price, "12.345");
        app.click(&format!("{}: EUR 12.345", words.deal.unit_price));
        assert_eq!(app.deal(BUYER).agreed.unit_price.unwrap().to_string(), "12.345");
        // Where no currency was agreed, the amount may name it.
        app.type_into(words.deal.currency, "");
        app.type_into(words.deal.amount, "US$30k");
        assert_eq!(facts(app.deal(BUYER)), ("30000".to_owned(), Currency::USD));
    });
}

#[test]
fn a_day_that_could_be_two_is_asked() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowDetails);
        let label = app.words().deal.ship_by;
        let before = app.deal(BUYER).agreed.ship_by;
        app.type_into(label, "03/02/2027");
        app.must_see(app.words().shell.which_day);
        assert_eq!(app.deal(BUYER).agreed.ship_by, before, "nothing is guessed");
        let february = "2027-02-03".parse().unwrap();
        app.click(&format!("{label}: {}", format::date_compact(february, language)));
        assert_eq!(app.deal(BUYER).agreed.ship_by, Some(february));
        app.must_not_see(app.words().shell.which_day);
        app.type_into(label, "30. Oktober 2027");
        assert_eq!(app.deal(BUYER).agreed.ship_by, "2027-10-30".parse().ok());
    });
}

/// The deal that the pictures show before anything was planned, with a message about its deposit.
fn about_the_deposit() -> Document {
    let mut document = sample();
    let (id, mut deal) = document
        .deals
        .iter()
        .find(|(_, deal)| deal.buyer.company == BUYER)
        .map(|(id, deal)| (id.clone(), Deal::clone(deal)))
        .unwrap();
    deal.plan = None;
    // Terms without a share, so that the amount is to be filled in.
    deal.agreed.payment_terms = "T/T".into();
    deal.message.strategy = Some(Strategy::ExplainDeposit.into());
    document.deals.insert(id, deal.into());
    document
}

#[test]
fn a_field_of_a_message_says_what_it_took_and_why_it_takes_nothing() {
    in_both_languages(|language| {
        let mut app = App::open_document(language, &about_the_deposit());
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowMessage);
        let label = labels::field(FieldId::DepositAmount, language);
        let took = format!("= {}", format::money(Money::from_minor(900_000, Currency::EUR), language));
        app.type_into(label, "30%");
        app.must_see(&took);
        assert!(app.value_of(app.words().compose.body).contains("EUR 9,000.00"));
        app.type_into(label, "9.000");
        app.must_not_see(&took);
        app.must_see(app.words().compose.two_amounts);
        app.type_into(label, "most of it");
        app.must_see(app.words().deal.bad_amount);
        app.type_into(label, "9,000.00");
        app.must_not_see(app.words().deal.bad_amount);
    });
}
