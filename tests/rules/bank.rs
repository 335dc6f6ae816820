//! Bank details: what looks wrong with them, which account is shown, and the warning before others go to a buyer.
#![cfg(test)]

use std::sync::Arc;

use chrono::NaiveDate;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::edit::{Edit, Field, apply};
use icebreak::domain::library::bank::{BankAccount, BankDoubt, account_for};
use icebreak::domain::library::logo::{Logo, LogoKind, LogoProblem, MOST_BYTES};
use icebreak::domain::library::other_bank::other_bank;
use icebreak::domain::money::Currency;

#[test]
fn slips_in_bank_details_are_found() {
    let check = |account: &str, swift: &str, expected: &[BankDoubt]| {
        let bank = BankAccount { account: account.into(), swift: swift.into(), ..BankAccount::default() };
        assert_eq!(bank.doubts(), expected, "{account:?} {swift:?}");
    };
    check("", "", &[]);
    // Examples that banks publish with ISO 13616.
    check("DE89 3704 0044 0532 0130 00", "COBADEFF", &[]);
    check("de89370400440532013000", "cobadeffxxx", &[]);
    check("GB29 NWBK 6016 1331 9268 19", "NWBKGB2L", &[]);
    check("FR14 2004 1010 0505 0001 3M02 606", "", &[]);
    check("\u{ff24}\u{ff25}89 3704 0044 0532 0130 00", "", &[]);
    // Two digits changed places.
    check("DE89 3704 0044 0532 0103 00", "COBADEFF", &[BankDoubt::Iban]);
    check("DE98 3704 0044 0532 0130 00", "", &[BankDoubt::Iban]);
    check("DE89 3704 0044 0532 0130 00 1234 5678 9012 345", "", &[BankDoubt::Iban]);
    // A Chinese account number is no IBAN, whatever its length.
    check("3901 2200 0920 0123 456", "ICBKCNBJNBO", &[]);
    check("3901220009200123456", "ICBKCNBJNB", &[BankDoubt::Swift]);
    check("", "1CBKCNBJ", &[BankDoubt::Swift]);
    check("", "ICBKC1BJ", &[BankDoubt::Swift]);
    check("DE89 3704 0044 0532 0130 00", "NWBKGB2L", &[BankDoubt::Countries]);
    check("DE88 3704 0044 0532 0130 00", "NWBK", &[BankDoubt::Iban, BankDoubt::Swift]);
}

#[test]
fn an_iban_is_written_in_fours_and_nothing_else_is_touched() {
    let check = |account: &str, expected: &str| {
        let bank = BankAccount { account: account.into(), ..BankAccount::default() };
        assert_eq!(bank.written_account(), expected);
    };
    check("de89370400440532013000", "DE89 3704 0044 0532 0130 00");
    check(" 3901-2200-0920 ", "3901-2200-0920");
    check("DE00 1", "DE00 1");
}

#[test]
fn the_account_of_the_currency_comes_first() {
    let account = |number: &str, currency: Option<Currency>| BankAccount {
        account: number.into(),
        currency,
        ..BankAccount::default()
    };
    let any = account("1", None);
    let eur = account("2", Some(Currency::EUR));
    let empty = account(" ", Some(Currency::USD));
    let check = |accounts: &[BankAccount], currency, expected: Option<&str>| {
        assert_eq!(account_for(accounts, currency).map(|found| &*found.account), expected);
    };
    check(&[any.clone(), eur.clone()], Currency::EUR, Some("2"));
    check(&[any.clone(), eur.clone()], Currency::USD, Some("1"));
    // An account in another currency is not offered.
    check(std::slice::from_ref(&eur), Currency::USD, None);
    check(&[empty, any], Currency::USD, Some("1"));
    check(&[], Currency::USD, None);
}

const HERE: &str = "DE89 3704 0044 0532 0130 00";
const THERE: &str = "GB29 NWBK 6016 1331 9268 19";

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn bank(account: &str, swift: &str) -> BankAccount {
    BankAccount { account: account.into(), swift: swift.into(), ..BankAccount::default() }
}

/// Deals by id and buyer, each with what its buyer was given: day, account, SWIFT.
type Given<'a> = (&'a str, &'a str, &'a [(u32, &'a str, &'a str)]);

fn document(deals: &[Given<'_>]) -> Document {
    let mut document = Document::default();
    for (id, buyer, given) in deals {
        let mut deal = Deal::new(DealId::new(*id), *buyer);
        deal.bank_given =
            given.iter().map(|(on, account, swift)| bank(account, swift).given(day(*on))).collect();
        document.deals.insert(deal.id.clone(), Arc::new(deal));
    }
    document
}

#[test]
fn other_details_than_this_buyer_received_last_are_warned_of() {
    // Expected: the day and the deal of those before.
    let check = |deals: &[Given<'_>], of: &str, now: (&str, &str), expected: Option<(u32, &str)>| {
        let document = document(deals);
        let deal = document.deal(&DealId::new(of)).unwrap();
        let now = bank(now.0, now.1).given(day(28));
        let warned = other_bank(&document, deal, &now);
        assert_eq!(
            warned.as_ref().map(|warned| (warned.before.on, warned.deal.as_str())),
            expected.map(|(on, deal)| (day(on), deal)),
            "{deals:?}"
        );
        if let Some(warned) = warned {
            assert_eq!(warned.now, now);
        }
    };
    let here = (HERE, "COBADEFF");
    check(&[("a", "Müller", &[])], "a", here, None);
    check(&[("a", "Müller", &[(1, HERE, "COBADEFF")])], "a", here, None);
    check(&[("a", "Müller", &[(1, "de89370400440532013000", "")])], "a", here, None);
    check(&[("a", "Müller", &[(1, HERE, "COBADEFFXXX")])], "a", here, None);
    check(&[("a", "Müller", &[(1, THERE, "NWBKGB2L")])], "a", here, Some((1, "a")));
    check(&[("a", "Müller", &[(1, HERE, "DEUTDEFF")])], "a", here, Some((1, "a")));
    // The last ones count, not any that were given once.
    check(&[("a", "Müller", &[(1, HERE, ""), (5, THERE, "")])], "a", here, Some((5, "a")));
    check(&[("a", "Müller", &[(1, THERE, ""), (5, HERE, "")])], "a", here, None);
    // Another deal of the same buyer counts as well, another buyer's does not.
    check(&[("a", "Müller", &[]), ("b", " müller ", &[(3, THERE, "")])], "a", here, Some((3, "b")));
    check(&[("a", "Müller", &[]), ("b", "Meier", &[(3, THERE, "")])], "a", here, None);
    check(&[("a", "Müller", &[(4, HERE, "")]), ("b", "Müller", &[(3, THERE, "")])], "a", here, None);
    check(&[("a", "Müller", &[(3, HERE, "")]), ("b", "Müller", &[(3, THERE, "")])], "a", here, None);
    // Deals without a name are not of one buyer.
    check(&[("a", "", &[]), ("b", "", &[(3, THERE, "")])], "a", here, None);
}

#[test]
fn what_a_buyer_was_given_is_remembered_once() {
    let before = document(&[("a", "Müller", &[])]);
    let gave = |document: &Document, account: &str, on: u32| {
        let field = Field::GaveBank(bank(account, "").given(day(on)));
        apply(document, &Edit::Change { deal: DealId::new("a"), field }).unwrap()
    };
    let after = gave(&gave(&gave(&before, HERE, 1), THERE, 2), HERE, 3);
    let deal = after.deal(&DealId::new("a")).unwrap();
    let remembered: Vec<(NaiveDate, &str)> =
        deal.bank_given.iter().map(|given| (given.on, &*given.account)).collect();
    assert_eq!(remembered, [(day(2), THERE), (day(3), HERE)]);
    let saved = serde_json::to_string(&after).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&saved).unwrap(), after);
}

#[test]
fn a_logo_is_known_by_its_header() {
    let check = |bytes: &[u8], expected: Result<(LogoKind, u32, u32), LogoProblem>| {
        let read = Logo::read(bytes.to_vec()).map(|logo| (logo.kind, logo.width, logo.height));
        assert_eq!(read, expected);
    };
    let png = include_bytes!("../../assets/icons/icebreak-64.png");
    check(png, Ok((LogoKind::Png, 64, 64)));
    let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc2\0\x11\x08\0\x20\x01\x40\x03";
    check(jpeg, Ok((LogoKind::Jpeg, 320, 32)));
    check(b"", Err(LogoProblem::NoPicture));
    check(b"GIF89a\x01\0\x01\0", Err(LogoProblem::NoPicture));
    check(b"<svg/>", Err(LogoProblem::NoPicture));
    check(&png[..20], Err(LogoProblem::NoPicture));
    check(b"\xff\xd8\xff\xe0\0\0\0\0", Err(LogoProblem::NoPicture));
    check(b"\xff\xd8\xff", Err(LogoProblem::NoPicture));
    check(&vec![0; MOST_BYTES + 1], Err(LogoProblem::TooLarge { bytes: MOST_BYTES + 1 }));
    let mut huge = png.to_vec();
    huge[16..20].copy_from_slice(&100_000_u32.to_be_bytes());
    check(&huge, Err(LogoProblem::TooManyPixels { width: 100_000, height: 64 }));
    huge[16..20].copy_from_slice(&[0; 4]);
    check(&huge, Err(LogoProblem::Broken));
    let logo = Logo::read(png.to_vec()).unwrap();
    assert_eq!(Logo::from_text(&logo.to_text()).unwrap(), logo);
    assert_eq!(Logo::from_text("not base64!"), Err(LogoProblem::NoPicture));
}
