//! Payment terms in words, read where they leave no doubt.

use icebreak::domain::deposit::{Means, Preset, WordedTerms};

use super::{terms, written};

fn check(text: &str, expected: &[&str]) {
    let read = WordedTerms::read(text).unwrap_or_else(|| panic!("{text} is not read"));
    assert_eq!(written(&read.rows), expected, "{text}");
}

fn is(text: &str, preset: Preset) {
    let read = WordedTerms::read(text).unwrap_or_else(|| panic!("{text} is not read"));
    assert_eq!(Preset::of(&read.applied(&terms(&["rest@+0d"]))), Some(preset), "{text}");
}

#[test]
fn shares_with_their_moments_are_read() {
    is("30% deposit, 70% against copy of B/L", Preset::BalanceAgainstBl);
    is("30 % T/T deposit and 70 % against B/L copy", Preset::BalanceAgainstBl);
    is("30% down payment; balance against copy of B/L", Preset::BalanceAgainstBl);
    is("30%定金，70%见提单副本", Preset::BalanceAgainstBl);
    is("30%预付款，余款见提单副本", Preset::BalanceAgainstBl);
    is("30％预付，70％发货前付清", Preset::BalanceBeforeShipment);
    is("T/T, 30% in advance, 70% before shipment", Preset::BalanceBeforeShipment);
    is("30% deposit with order, 70% balance, prior to shipment", Preset::BalanceBeforeShipment);
    is("50% deposit, 50% before shipment", Preset::HalfHalf);
    is("10% deposit, 40% before production, 50% before shipment", Preset::TenFortyFifty);
    is("10/40/50", Preset::TenFortyFifty);
    is("T/T 10%/40%/50%", Preset::TenFortyFifty);
    is("100% T/T in advance", Preset::Advance);
    is("100%预付", Preset::Advance);
    is("L/C at sight", Preset::LetterOfCredit);
    is("100% irrevocable LC at sight", Preset::LetterOfCredit);
    is("即期信用证", Preset::LetterOfCredit);
    is("CAD", Preset::AgainstDocuments);
    is("D/P at sight", Preset::AgainstDocuments);
    is("OA 60 days", Preset::AfterBl);
    is("O/A 60 days after B/L date", Preset::AfterBl);
    is("open account, 30 days end of month", Preset::EndOfMonth);
    is("月结30天", Preset::EndOfMonth);
    check("OA 45 days", &["100%@shipment+45d"]);
    check("20 % deposit, 80 % L/C", &["20%@+0d deposit", "80%@documents balance"]);
    check(
        "12.5% deposit, 37.5% after inspection, 50% 30 days after arrival",
        &["12.5%@+0d deposit", "37.5%@inspection", "50%@arrival+30d balance"],
    );
    check("30%定金，60%发货前，余款验收后", &["30%@+0d deposit", "60%@ready", "rest@acceptance balance"]);
    check("30% deposit, 70% 提单日后30天", &["30%@+0d deposit", "70%@shipment+30d balance"]);
}

#[test]
fn what_is_open_is_not_read() {
    for text in [
        "",
        "   ",
        "30/70 T/T",
        "T/T 40/60",
        "30 % deposit, 70 % T/T",
        "30% deposit",
        "30% deposit, 60% before shipment",
        "30% deposit, 80% before shipment",
        "30% or 40% deposit, 70% before shipment",
        "30% deposit in three parts, 70% before shipment",
        "30%定金分期，70%发货前",
        "30% deposit within 7 days, 70% before shipment",
        "30% deposit against documents, 70% before shipment",
        "deposit, balance before shipment",
        "100% T/T",
        "net 60 days",
        "30% deposit, 70% 10 days before shipment",
        "30% deposit, 70% prior to shipment, 10 days",
        "30%定金，70%发货前7天",
        "30% deposit, 70% thirty days after shipment",
        "30% deposit, 70% one month after shipment",
        "30% deposit, 70% two weeks after arrival",
        "30%定金，70%验货后一周",
        "30% deposit, 70% 30 days after shipment, end of month",
        "full payment 7 days before shipment",
        "100% before shipment within one week",
        "O/A 60 days after invoice date",
        "O/A 60 days from arrival",
        "赊销，收货后60天",
        "L/C 90 days",
        "OA",
        "30/30/40",
        "as usual",
        "30% deposit, 70% before shipment, 5% discount",
        "%, %",
        "70% before shipment, 30% deposit, rest, rest",
        "０％定金，100%见提单副本",
    ] {
        assert_eq!(WordedTerms::read(text), None, "{text}");
    }
}

#[test]
fn only_a_letter_of_credit_is_one() {
    assert_eq!(WordedTerms::read("L/C at sight").unwrap().by, Means::LetterOfCredit);
    assert_eq!(WordedTerms::read("CAD").unwrap().by, Means::Collection);
    assert_eq!(WordedTerms::read("20% deposit, 80% L/C").unwrap().by, Means::Transfer);
}
