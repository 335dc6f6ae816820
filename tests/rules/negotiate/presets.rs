//! Every preset makes a plan of any total, is recognised again, and keeps what is not about rows.

use icebreak::domain::deposit::{
    DepositShare, DepositTerms, Label, LineAmount, Means, Milestone, Preset, Terms, TermsRows,
};
use icebreak::domain::money::{Currency, Money, Odd};
use icebreak::domain::names::Named as _;
use proptest::prelude::*;

use super::{eur, on, terms, written};

#[test]
fn presets_are_these_rows() {
    let check =
        |preset: Preset, expected: &[&str]| assert_eq!(written(&preset.rows()), expected, "{preset:?}");
    check(Preset::BalanceBeforeShipment, &["30%@+0d deposit", "70%@ready balance"]);
    check(Preset::BalanceAgainstBl, &["30%@+0d deposit", "70%@bl-copy balance"]);
    check(Preset::DepositInThree, &["30% in 3 every 1m"]);
    check(Preset::DepositInSix, &["30% in 6 every 1m"]);
    check(Preset::TenFortyFifty, &["10%@+0d deposit", "40%@production deposit", "50%@ready balance"]);
    check(Preset::HalfHalf, &["50%@+0d deposit", "50%@ready balance"]);
    check(Preset::Advance, &["100%@+0d deposit"]);
    check(Preset::EndOfMonth, &["100%@eom+30d"]);
    check(Preset::AfterBl, &["100%@shipment+60d"]);
    check(Preset::ReducedDeposit, &["10%@+0d deposit", "90%@ready balance"]);
    check(Preset::NoDeposit, &["100%@ready"]);
    check(Preset::LetterOfCredit, &["100%@documents"]);
    check(Preset::AgainstDocuments, &["100%@documents"]);
}

#[test]
fn a_preset_is_recognised_until_its_rows_change() {
    for preset in Preset::members() {
        let mut chosen = preset.applied(&terms(&["rest@+0d"]));
        assert_eq!(Preset::of(&chosen), Some(preset));
        let saved = serde_json::to_string(&chosen).unwrap();
        assert_eq!(Preset::of(&serde_json::from_str::<Terms>(&saved).unwrap()), Some(preset), "{saved}");
        match &mut chosen.rows {
            TermsRows::Lines(lines) => {
                lines[0].locked = true;
                assert_eq!(Preset::of(&chosen), Some(preset), "a lock changes no terms");
                let TermsRows::Lines(lines) = &mut chosen.rows else { unreachable!() };
                lines[0].amount = LineAmount::read("29%", Currency::EUR).unwrap();
            }
            TermsRows::Deposit(deposit) => {
                deposit.odd = Odd::First;
                assert_eq!(Preset::of(&chosen), Some(preset), "nor does the place of a cent");
                let TermsRows::Deposit(deposit) = &mut chosen.rows else { unreachable!() };
                *deposit = DepositTerms::new(DepositShare::read("29%", Currency::EUR).unwrap());
            }
        }
        assert_eq!(Preset::of(&chosen), None, "{preset:?}");
    }
}

#[test]
fn a_rest_and_the_share_that_is_left_are_the_same_terms() {
    let mut typed = terms(&["30%@+0d", "rest@bl-copy"]);
    let TermsRows::Lines(lines) = &mut typed.rows else { unreachable!() };
    lines[0].label = Label::Deposit;
    lines[1].label = Label::Balance;
    assert_eq!(Preset::of(&typed), Some(Preset::BalanceAgainstBl));
    typed.by = Means::LetterOfCredit;
    assert_eq!(Preset::of(&typed), None);
}

#[test]
fn a_letter_of_credit_claims_no_deposit() {
    for preset in [Preset::LetterOfCredit, Preset::AgainstDocuments, Preset::EndOfMonth, Preset::NoDeposit] {
        assert_eq!(preset.applied(&terms(&["rest@+0d"])).schedule().unwrap().deposit(), None, "{preset:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_total_makes_a_plan(minor in 100_i64..10_000_000_000, which in 0..Preset::members().count()) {
        let preset = Preset::members().nth(which).unwrap();
        let total = Money::from_minor(minor, Currency::USD);
        let mut before = Terms::new(total, on("2026-01-31"), TermsRows::Lines(Vec::new()));
        before.milestones.insert(Milestone::BlCopy, on("2026-05-01"));
        before.round = None;
        let chosen = preset.applied(&before);
        prop_assert_eq!((&chosen.total, &chosen.start, &chosen.milestones), (&before.total, &before.start, &before.milestones));
        let schedule = chosen.schedule().unwrap();
        prop_assert_eq!(schedule.rows().iter().map(|row| row.amount.minor()).sum::<i64>(), minor);
        prop_assert!(schedule.rows().iter().all(|row| row.amount.is_positive()));
    }
}

#[test]
fn what_small_first_orders_may_have_is_marked() {
    let marked: Vec<Preset> = Preset::members().filter(|preset| preset.for_small_first_orders()).collect();
    assert_eq!(marked, [Preset::ReducedDeposit, Preset::NoDeposit]);
    assert!(eur("1").is_positive());
}
