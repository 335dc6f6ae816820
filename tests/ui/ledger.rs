//! Recording payments on the deposit page: word of a payment, one that falls short, one that is too much.

use icebreak::domain::deal::touch::TouchKind;
use icebreak::domain::deposit::DepositWord;
use icebreak::domain::money::{Currency, Money};
use icebreak::text::window::deposit as words;
use icebreak::text::{Language, format};
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages};

const BUYER: &str = "Müller & Söhne GmbH";

fn open(language: Language) -> App {
    let mut app = App::open_sample(language);
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowDeposit);
    app
}

fn record(app: &mut App, amount: &str, arrived: bool) {
    let words = &app.words().deposit;
    app.click(words.record);
    app.click(if arrived { words.arrived } else { words.says_paid });
    app.type_into(if arrived { words.payment_amount } else { words.said_amount }, amount);
    app.click(words.record_now);
}

#[test]
fn a_short_payment_is_explained_and_closes_its_row_when_the_fees_are_accepted() {
    in_both_languages(|language| {
        let mut app = open(language);
        record(&mut app, "2,975.00", true);
        let deposit = &app.words().deposit;
        let plan = app.deal(BUYER).plan.clone().unwrap();
        let short = format::money(plan.terms.total.unit(), language).replace("0.01", "25.00");
        app.must_see(&(deposit.likely_fees)(&short));
        app.bring_into_view(deposit.accept_fees);
        app.click(deposit.accept_fees);
        let plan = app.deal(BUYER).plan.clone().unwrap();
        assert_eq!(plan.tolerance.map(|fees| fees.to_string()).as_deref(), Some("25.00"));
        let today = plan.payments[0].on;
        let settled = plan.settled(today).unwrap();
        let row = &settled.rows[0].row;
        let schedule = plan.schedule().unwrap();
        let (part, parts) = schedule.place(row);
        let name = words::row_name(row.label, part, parts, DepositWord::Prepayment, language);
        app.must_see(&words::receipt(&settled.receipts[0], &|_n| name.clone(), language));
        app.press_shortcut(Global::Undo);
        app.must_see(&(deposit.likely_fees)(&short));
    });
}

#[test]
fn word_of_a_payment_is_in_transit_until_it_arrives() {
    in_both_languages(|language| {
        let mut app = open(language);
        record(&mut app, "3,000.00", false);
        app.must_see(app.words().deposit.in_transit);
        assert!(app.deal(BUYER).plan.as_ref().is_none_or(|plan| plan.payments.is_empty()));
        assert!(app.deal(BUYER).story.last().unwrap().kind.is(TouchKind::SaysPaid));
        record(&mut app, "3,000.00", true);
        assert_eq!(app.deal(BUYER).plan.as_ref().unwrap().payments.len(), 1);
        app.must_not_see(app.words().deposit.in_transit);
    });
}

#[test]
fn too_much_is_taken_and_explained_and_can_be_taken_back() {
    in_both_languages(|language| {
        let mut app = open(language);
        record(&mut app, "30,010.00", true);
        let deposit = &app.words().deposit;
        let plan = app.deal(BUYER).plan.clone().unwrap();
        let over = format::money(plan.settled(plan.payments[0].on).unwrap().over().unwrap(), language);
        app.must_see(&(deposit.over)(&over));
        let told = app.deal(BUYER).story.len();
        let payment = &plan.payments[0];
        let date = format::date_compact(payment.on, language);
        let which = format!("{}, {date}", format::money(payment.money, language));
        let remove = (deposit.remove_payment)(&which);
        app.bring_into_view(&remove);
        app.click(&remove);
        assert!(app.deal(BUYER).plan.as_ref().unwrap().payments.is_empty());
        assert_eq!(app.deal(BUYER).story.len(), told - 1);
    });
}

#[test]
fn what_a_payment_will_do_is_never_hidden() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().deposit;
        app.click(words.record);
        app.type_into(words.payment_amount, "31k");
        let over = Money::parse_plain("1000", Currency::EUR);
        let warned = app.place_of_words(&(words.over)(&format::money(over.unwrap(), language)));
        let foretold = app.place_of_words("→ ");
        let said = app.place_of_words("= EUR 31,000.00");
        assert!(app.place_of(words.payment_amount).contains_rect(said), "said in the field");
        for place in [warned, foretold, app.place_of(words.record_now)] {
            assert!(!place.intersects(said), "{said:?} hides {place:?}");
        }
    });
}

#[test]
fn production_starts_on_the_day_the_money_came() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().deposit;
        app.must_see(match language {
            Language::English => "% is received (Mon 1 Feb), ships",
            Language::Chinese => "% 后开始生产（2月1日 周一），",
        });
        app.click(words.record);
        app.type_into(words.payment_date, "2026-11-19");
        app.type_into(words.payment_amount, "9,000.00");
        app.click(words.record_now);
        app.must_see(match language {
            Language::English => "% is received (arrived Thu 19 Nov), ships",
            Language::Chinese => "% 后开始生产（11月19日 周四 已收到），",
        });
        app.must_see(match language {
            Language::English => "days later, plus 13 of shutdown and 7 of vessel cut-off (Sun 3 Jan)",
            Language::Chinese => "天（另加停工 13 天、截关 7 天）后发货（1月3日 周日）",
        });
    });
}

#[test]
fn a_last_day_that_passed_asks_nobody_for_a_deposit_that_has_come() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2579");
        app.press_shortcut(DealCommand::ShowDeposit);
        let words = &app.words().deposit;
        let day = |date: &str| format::date_short(date.parse().unwrap(), language);
        app.must_see(&(words.passed)(&day("2026-10-09")));
        app.must_not_see(&(words.earliest)(&day("2026-12-28")));
    });
}

#[test]
fn after_a_payment_the_next_one_is_next_everywhere() {
    in_both_languages(|language| {
        let company = "Casa Verde S.A.S.";
        let mut app = App::open_sample(language);
        app.find("PI-2596");
        app.press_shortcut(DealCommand::ShowDeposit);
        app.type_into(app.words().list.filter, "casa verde");
        // Part 2 of 3 was due; the plan's third part is 30 days later.
        record(&mut app, "4,133.34", true);
        let [head, list] = match language {
            Language::English => [
                "Thu 17 Dec · deposit instalment 3 of 3 is due",
                "deposit instalment 3 of 3 is due on Thu 17 Dec",
            ],
            Language::Chinese => {
                ["12月17日 周四 · 第 3 期预付款（共 3 期）到期", "第 3 期预付款（共 3 期）12月17日 周四 到期"]
            }
        };
        app.must_see(&(app.words().deal.next)(head));
        app.must_see(&(app.words().story.next_is)(head));
        app.must_see(match language {
            Language::English => "last heard today (payment)",
            Language::Chinese => "最近到账\u{ff1a}今天",
        });
        let in_list =
            |app: &App| app.rows().into_iter().find(|row| row.starts_with(company)).unwrap_or_default();
        assert!(in_list(&app).contains(list), "{:?}", in_list(&app));
        // What is left of the part is next while it is short.
        app.press_shortcut(Global::Undo);
        record(&mut app, "4,000.00", true);
        assert!(!in_list(&app).contains(list), "{:?}", in_list(&app));
        app.must_not_see(&(app.words().deal.next)(head));
        // And nothing is, once everything is paid.
        app.press_shortcut(Global::Undo);
        record(&mut app, "37,200.06", true);
        app.must_see(app.words().deal.no_next);
    });
}

#[test]
fn what_could_not_be_read_is_gone_when_the_sheet_is_opened_again() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().deposit;
        app.click(words.record);
        let next = app.value_of(words.payment_amount);
        app.type_into(words.payment_amount, "lots");
        app.must_see(words.bad_amount);
        app.click(app.words().shell.cancel);
        app.must_not_see(words.bad_amount);
        app.click(words.record);
        app.must_not_see(words.bad_amount);
        assert_eq!(app.value_of(words.payment_amount), next);
        // The same for another page of the deal.
        app.type_into(words.payment_amount, "lots");
        app.press_shortcut(DealCommand::ShowMessage);
        app.press_shortcut(DealCommand::ShowDeposit);
        app.must_not_see(words.bad_amount);
    });
}
