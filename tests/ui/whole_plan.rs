//! A deposit from start to end: negotiate, compare, choose, record a short payment, plan anew, export.

use std::fs;

use icebreak::domain::deal::Deal;
use icebreak::domain::deal::touch::TouchKind;
use icebreak::domain::deposit::{Plan, Preset, Status, Variation};
use icebreak::exchange::plans::plan_xlsx::read_plan;
use icebreak::text::Language;
use icebreak::ui::command::DealCommand;

use crate::app::{App, in_both_languages};
use crate::negotiating::{choose, lock, type_amount};

const BUYER: &str = "Müller & Söhne GmbH";

fn press(app: &mut App, name: &str) {
    app.bring_into_view(name);
    app.click(name);
}

fn plan(app: &App) -> Plan {
    app.deal(BUYER).plan.clone().unwrap()
}

fn amounts(plan: &Plan) -> Vec<String> {
    plan.schedule().unwrap().rows().iter().map(|row| row.amount.to_string()).collect()
}

#[test]
fn from_the_first_offer_to_the_paper_that_is_sent() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowDeposit);

        // Negotiate: the buyer will pay 2,400 first, and the second part is not to move.
        choose(&mut app, Preset::BalanceBeforeShipment);
        choose(&mut app, Preset::DepositInThree);
        lock(&mut app, 2);
        type_amount(&mut app, 1, "2.4k");
        let offered = plan(&app);
        assert_eq!(amounts(&offered), ["2400.00", "3000.00", "3075.00", "21525.00"]);

        compare_and_choose(&mut app);
        let chosen = plan(&app);
        assert_eq!(chosen.schedule().unwrap().rows().len(), amounts(&chosen).len());
        assert!(app.deal(BUYER).alternatives.iter().any(|other| other.plan.terms == offered.terms));

        let kept = record_a_short_payment(&mut app);

        // Plan anew: the order grows, and what was paid stays as it was.
        app.bring_into_view(app.words().deposit.total);
        app.type_into(app.words().deposit.total, "EUR 36,000.00");
        let grown = plan(&app);
        let rows = grown.status(grown.payments[0].on).unwrap();
        assert_eq!((rows[0].status, rows[0].row.amount.to_string()), (Status::Paid, kept));
        let sum: i64 = rows.iter().map(|row| row.row.amount.minor()).sum();
        assert_eq!(sum, 3_600_000);

        export(&mut app, language, &grown);
        let saved = app.saved();
        assert_eq!(saved, *app.document());
    });
}

/// A smaller deposit beside the offer; it is used.
fn compare_and_choose(app: &mut App) {
    let words = &app.words().compare;
    press(app, words.open);
    press(app, words.add);
    app.click((words.variation)(Variation::SmallerDeposit));
    press(app, words.fill);
    let other = app.deal(BUYER).alternatives[0].plan.clone();
    press(app, &(words.use_it)("B"));
    assert_eq!(plan(app).terms, other.terms);
    press(app, words.back);
}

/// 25 are missing of the first row; they count as bank fees. Says what the row comes to.
fn record_a_short_payment(app: &mut App) -> String {
    let words = &app.words().deposit;
    let first = plan(app).schedule().unwrap().rows()[0].amount;
    let short = first.decimal() - rust_decimal::Decimal::from(25);
    press(app, words.record);
    app.type_into(words.payment_amount, &short.to_string());
    press(app, words.record_now);
    press(app, words.accept_fees);
    let paid = |deal: &Deal| deal.story.iter().any(|touch| touch.kind.is(TouchKind::Arrived));
    assert!(paid(app.deal(BUYER)));
    first.to_string()
}

/// As the workbook that can be read back, and as the PDF that is sent.
fn export(app: &mut App, language: Language, expected: &Plan) {
    for (name, file) in
        [(app.words().plan_export.xlsx, "plan.xlsx"), (app.words().papers.schedule_pdf, "plan.pdf")]
    {
        app.click(app.words().deposit.export);
        app.click(name);
        let path = app.folder().join(file);
        app.give_path(&path, app.words().shell.write);
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{file} in {language:?}: {error}"));
        if file.ends_with("xlsx") {
            assert_eq!(amounts(&read_plan(&bytes).unwrap()), amounts(expected));
        } else {
            assert!(bytes.starts_with(b"%PDF-"));
        }
    }
}
