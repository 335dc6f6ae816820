//! Plans side by side: make one, change it, compare, use it; the one that was stays, and all of it can be undone.

use std::sync::Arc;

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::deal::Deal;
use icebreak::domain::deposit::{
    Alternative, Compared, Cost, DepositShare, Fact, Payment, Plan, Receipts, Shipping, TermsRows, Variation,
    suggested_plan,
};
use icebreak::domain::document::Document;
use icebreak::domain::money::{Currency, Money};
use icebreak::text::window::deposit::{financing, ships_late, value};
use icebreak::text::{Language, format};
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages, sample};

const COMPANY: &str = "Müller & Söhne GmbH";

fn open(language: Language) -> App {
    let mut app = App::open_sample(language);
    show(&mut app);
    app
}

/// The page of the mock-ups' deal.
pub fn show(app: &mut App) {
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowDeposit);
    press(app, app.words().compare.open);
}

fn add(app: &mut App, variation: Variation) {
    press(app, app.words().compare.add);
    app.click((app.words().compare.variation)(variation));
}

/// Clicks what may have been scrolled out of sight.
fn press(app: &mut App, name: &str) {
    app.bring_into_view(name);
    app.click(name);
}

fn fill_in(app: &mut App, label: &str, text: &str) {
    app.bring_into_view(label);
    app.type_into(label, text);
}

#[test]
fn make_change_compare_use_and_undo() {
    in_both_languages(|language| {
        let mut app = open(language);
        let start = app.document().clone();
        let (words, form) = (&app.words().compare, &app.words().deposit);

        // Another plan, and what the goods cost.
        add(&mut app, Variation::SmallerDeposit);
        press(&mut app, words.fill);
        let own = app.deal(COMPANY).plan.clone().expect("what is compared with is kept");
        app.must_see(&sentence(&app, 0, "A"));
        let half = sentence(&app, 1, &format!("B · {}", (words.variation)(Variation::SmallerDeposit)));
        app.must_see(&half);

        // Changed: the figures follow.
        press(&mut app, &(words.change)("B"));
        fill_in(&mut app, form.deposit, "50%");
        fill_in(&mut app, form.parts, "1");
        fill_in(&mut app, words.starts_at, "50");
        fill_in(&mut app, &(words.name)("B"), "Half now");
        app.must_not_see(&half);
        app.must_see(&sentence(&app, 1, "B · Half now"));
        let first = compared(&app, 1).value(Fact::FirstOutlay).unwrap();
        app.must_see(&value(first, today(&app), language));
        let other = app.deal(COMPANY).alternatives[0].clone();
        assert!(matches!(&other.plan.terms.rows, TermsRows::Deposit(rows)
            if rows.deposit == DepositShare::Percent("50%".parse().unwrap()) && rows.parts.get() == 1));
        assert_eq!(app.deal(COMPANY).plan.as_ref(), Some(&own), "the deal's own plan is not touched");

        // Used: it stays where it stands, and cannot be chosen again; the other one can.
        let (a, b) = (app.place_of(&(words.name)("A")), app.place_of(&(words.name)("B")));
        press(&mut app, &(words.use_it)("B"));
        app.must_see(words.chosen);
        assert_eq!((app.place_of(&(words.name)("A")), app.place_of(&(words.name)("B"))), (a, b));
        assert_eq!(app.value_of(&(words.name)("B")), "Half now");
        assert!(app.place_of_words(words.in_use).left() > b.left());
        assert!(is_disabled(&mut app, &(words.use_it)("B")) && !is_disabled(&mut app, &(words.use_it)("A")));
        let deal = app.deal(COMPANY);
        let used = Plan { proposed: own.proposed, ..other.plan.clone() };
        assert_eq!((deal.plan.as_ref(), &*deal.plan_name), (Some(&used), "Half now"));
        assert_eq!(deal.alternatives, [Alternative { before: true, ..Alternative::new("", &own) }]);

        // All of it goes back, a step at a time.
        app.press_shortcut(Global::Undo);
        assert_eq!(app.deal(COMPANY).plan.as_ref(), Some(&own));
        assert_eq!(app.deal(COMPANY).alternatives, [other]);
        app.press_shortcut(Global::Undo);
        assert_eq!(app.deal(COMPANY).alternatives[0].name, (words.variation)(Variation::SmallerDeposit));
        for _ in 0..12 {
            app.press_shortcut(Global::Undo);
        }
        assert_eq!(*app.document(), start);

        // It is there after a restart.
        add(&mut app, Variation::LaterBalance);
        let end = app.document().clone();
        assert_eq!(*app.reopen().document(), end);
    });
}

#[test]
fn two_beside_the_own_one_and_no_more() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().compare;
        add(&mut app, Variation::Same);
        add(&mut app, Variation::InParts);
        assert_eq!(app.deal(COMPANY).alternatives.len(), 2);
        app.must_see(&(words.use_it)("C"));
        let node = app.place_of(words.add);
        assert!(node.is_positive());
        // Each of the two is a step of its own.
        app.press_shortcut(Global::Undo);
        assert_eq!(app.deal(COMPANY).alternatives.len(), 1);
        add(&mut app, Variation::LaterBalance);
        press(&mut app, &(words.remove)("B"));
        let left: Vec<&str> =
            app.deal(COMPANY).alternatives.iter().map(|other| other.name.as_str()).collect();
        assert_eq!(left, [(words.variation)(Variation::LaterBalance)]);
        // Lines are edited on the deposit page, as the deal's plan.
        press(&mut app, &(words.use_and_edit)("B"));
        app.must_not_see(words.back);
        assert!(matches!(app.deal(COMPANY).plan.as_ref().unwrap().terms.rows, TermsRows::Lines(_)));
    });
}

#[test]
fn names_that_the_program_gave_follow_the_language() {
    in_both_languages(|language| {
        let mut app = open(language);
        add(&mut app, Variation::SmallerDeposit);
        let name = |app: &App| app.value_of(&(app.words().compare.name)("B"));
        let given = |app: &App| (app.words().compare.variation)(Variation::SmallerDeposit).to_owned();
        assert_eq!(name(&app), given(&app));
        app.choose(Global::SwitchLanguage);
        assert_ne!(app.words().language, language);
        assert_eq!(name(&app), given(&app));
    });
}

#[test]
fn a_plan_that_ships_too_late_says_so() {
    in_both_languages(|language| {
        let mut document = document();
        let mut deal = the_deal(&document);
        deal.agreed.ship_by = Some("2027-01-10".parse().unwrap());
        document.deals.insert(deal.id.clone(), Arc::new(deal.clone()));
        let mut app = App::open_document(language, &document);
        show(&mut app);
        let text = &app.words().compare;
        app.must_see((text.fact)(Fact::ProductionStarts));
        app.must_see((text.fact)(Fact::Ships));
        let receipts = Receipts::AsPaid { on: today(&app) };
        let plan = deal.plan.as_ref().unwrap();
        let shipping = Shipping::of(Some(plan), Some(&deal.agreed), &[]);
        let own = Compared::of(plan, &deal.costs, None, shipping, receipts).unwrap();
        let late = own.late.expect("three months of parts are late");
        let name = format!("{} · {}", (text.plan)("A"), deal.plan_name);
        app.must_see(&ships_late(&late, Some(&name), language));
        app.must_see(&value(own.value(Fact::Ships).unwrap(), today(&app), language));
    });
}

#[test]
fn costs_are_typed_and_the_fee_counts() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().compare;
        press(&mut app, words.add_cost);
        fill_in(&mut app, &(words.cost_what)(1), "Aluminium");
        fill_in(&mut app, &(words.cost_amount)(1), "EUR 12,345.67");
        fill_in(&mut app, &(words.cost_days)(1), "7");
        let cost = |app: &App, index: usize| {
            let cost: &Cost = &app.deal(COMPANY).costs[index];
            format!("{} {} {}", cost.what, cost.amount, cost.when)
        };
        assert_eq!(cost(&app, 0), "Aluminium EUR 12345.67 production+7d");
        app.bring_into_view(&(words.cost_from)(1));
        app.pick(&(words.cost_from)(1), words.on_date);
        fill_in(&mut app, &(words.cost_date)(1), "2026-12-24");
        assert_eq!(cost(&app, 0), "Aluminium EUR 12345.67 2026-12-24");
        fill_in(&mut app, &(words.cost_amount)(1), "nothing");
        app.must_see(words.bad_cost);
        assert_eq!(cost(&app, 0), "Aluminium EUR 12345.67 2026-12-24");
        app.must_see(&sentence(&app, 0, "A"));

        app.must_not_see((words.fact)(Fact::Fees));
        fill_in(&mut app, words.fee, "25");
        app.must_see((words.fact)(Fact::Fees));
        app.must_see("100.00");
        press(&mut app, &(words.remove_cost)(1));
        assert_eq!(app.deal(COMPANY).costs, []);
        app.must_see(words.no_costs);
    });
}

#[test]
fn escape_leaves_a_field_first_and_then_the_page() {
    let mut app = open(Language::English);
    let words = &app.words().compare;
    fill_in(&mut app, &(words.name)("A"), "Agreed by phone");
    app.press(Key::Escape);
    app.must_see(words.back);
    app.press(Key::Escape);
    app.must_not_see(words.back);
    assert_eq!(app.deal(COMPANY).plan_name, "Agreed by phone");
    press(&mut app, words.open);
    press(&mut app, words.back);
    app.must_not_see(words.back);
    press(&mut app, words.open);
    press(&mut app, &(words.edit)("A"));
    app.must_not_see(words.back);
}

#[test]
fn a_plan_that_is_refused_says_why_and_cannot_be_used() {
    in_both_languages(|language| {
        let mut document = document();
        let mut deal = the_deal(&document);
        let mut other = deal.alternatives[0].plan.clone();
        other.terms.total = Money::parse_plain("1.00", Currency::USD).unwrap();
        other.terms.start = "2026-12-01".parse().unwrap();
        let plan = deal.plan.as_mut().unwrap();
        plan.payments = vec![Payment::new("2026-11-20".parse().unwrap(), plan.terms.total.unit())];
        deal.alternatives = vec![Alternative::new("", &other)];
        document.deals.insert(deal.id.clone(), Arc::new(deal));
        let mut app = App::open_document(language, &document);
        show(&mut app);
        let total = format::money(other.terms.total, language);
        app.must_see(&(app.words().compare.other_total)(&total));
        let own = app.deal(LONG_COMPANY).plan.clone();
        let words = &app.words().compare;
        let disabled = (words.use_it)("B");
        assert!(is_disabled(&mut app, &disabled));
        // Given the deal's total, it can.
        press(&mut app, &(words.take_total)("B"));
        press(&mut app, &(words.use_it)("B"));
        assert_ne!(app.deal(LONG_COMPANY).plan, own);
        assert_eq!(app.deal(LONG_COMPANY).plan.as_ref().unwrap().payments.len(), 1);
    });
}

const LONG_COMPANY: &str =
    "Norddeutsche Landmaschinen- und Beleuchtungstechnik Beteiligungsgesellschaft mbH & Co. KG";

/// Three plans with long names, costs and a fee.
pub fn document() -> Document {
    let mut document = sample();
    let on = "2026-11-21".parse().unwrap();
    let mut deal = the_deal(&document);
    LONG_COMPANY.clone_into(&mut deal.buyer.company);
    let plan: Plan = suggested_plan(&deal.agreed, on, WorkWeek::default().weekend).unwrap();
    let varied = |variation| plan.varied(variation).unwrap();
    let mut larger = varied(Variation::SmallerDeposit);
    if let TermsRows::Deposit(rows) = &mut larger.terms.rows {
        rows.deposit = DepositShare::Percent("45%".parse().unwrap());
        rows.parts = std::num::NonZeroU32::MIN;
    }
    larger.production_share = "45%".parse().ok();
    deal.plan_name = "Anzahlungsvereinbarung gemäß Rahmenvertrag".to_owned();
    deal.alternatives = vec![
        Alternative::new("一次性预付款，与董事会讨论后的最终报价方案", &larger),
        Alternative::new("", &varied(Variation::LaterBalance)),
    ];
    let cost = |what: &str, amount: &str, when: &str| {
        Cost::new(what, when.parse().unwrap(), amount.parse().unwrap())
    };
    deal.costs = vec![
        cost("Aluminiumstrangpressprofile", "38.5%", "production+0d"),
        cost("人工与组装", "EUR 4200.00", "production+12d"),
        cost("Packing", "5%", "shipment-2d"),
    ];
    deal.transfer_fee = Some(Money::parse_plain("28.50", plan.terms.total.currency()).unwrap());
    deal.plan = Some(plan);
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    document
}

fn is_disabled(app: &mut App, name: &str) -> bool {
    app.harness().get_by_label(name).accesskit_node().is_disabled()
}

fn the_deal(document: &Document) -> Deal {
    let mut deals = document.deals.values();
    deals.find(|deal| deal.agreed.pi == "PI-2607").unwrap().as_ref().clone()
}

fn today(app: &App) -> chrono::NaiveDate {
    let _shown = app.words();
    "2026-11-21".parse().unwrap()
}

fn compared(app: &App, index: usize) -> Compared {
    let deal = app.deal(COMPANY);
    let week = icebreak::assets::countries::calendars().of(deal.buyer.country).weekend;
    let own = deal.plan.clone().or_else(|| suggested_plan(&deal.agreed, today(app), week)).unwrap();
    let plan = match index.checked_sub(1) {
        None => own,
        Some(other) => own.replaced_by(&deal.alternatives[other].plan, today(app)),
    };
    let receipts = Receipts::AsPaid { on: today(app) };
    let shipping = Shipping::of(Some(&plan), Some(&deal.agreed), &[]);
    Compared::of(&plan, &deal.costs, deal.transfer_fee, shipping, receipts).unwrap()
}

/// What the page says about who pre-finances.
fn sentence(app: &App, index: usize, name: &str) -> String {
    let (letter, rest) = name.split_at(1);
    let name = format!("{}{rest}", (app.words().compare.plan)(letter));
    let language = app.words().language;
    financing(&name, compared(app, index).financing.as_ref().unwrap(), today(app), language)
}
