//! One whole deal for a colleague: complete, united with what is there, and never trusted.

use icebreak::domain::contact::Contact;
use icebreak::domain::deal::Stage;
use icebreak::domain::deal::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use icebreak::domain::deposit::{DocumentStyle, Payment, Plan};
use icebreak::domain::files::problem::Damage;
use icebreak::domain::import::pack::{DealPart, differing_parts, payment_doubts, plan_pack};
use icebreak::domain::import::problem::PackProblem;
use icebreak::domain::library::bank::BankAccount;
use icebreak::domain::library::other_bank::other_bank;
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::versions::fields::Keep;
use icebreak::domain::versions::three_way::{ConflictChoice, merge};
use icebreak::exchange::pack::{pack, unpack};
use icebreak::store::Encoder;
use proptest::prelude::*;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::any_deal::a_deal;
use super::*;

/// The two deals as one document has them after the import.
fn united(ours: &Deal, theirs: &Deal) -> Deal {
    let document = document_of(&[ours]);
    let mut theirs = theirs.clone();
    theirs.id = ours.id.clone();
    let plan = plan_pack(&document, theirs, || unreachable!());
    assert_eq!(plan.read, 1);
    match (plan.updated, plan.unchanged, &*plan.deals) {
        (1, 0, [deal]) => Deal::clone(deal),
        (0, 1, []) => ours.clone(),
        other => panic!("{other:?} {:?}", plan.skipped),
    }
}

fn document_of(deals: &[&Deal]) -> Document {
    let mut document = Document::default();
    for deal in deals {
        document.deals.insert(deal.id.clone(), Arc::new((*deal).clone()));
    }
    document
}

fn text(deal: &Deal) -> String {
    String::from_utf8(pack(deal).unwrap()).unwrap()
}

/// The checksum, computed here anew and put into the text.
fn reseal(text: &str) -> String {
    let start = text.find("sha256:").unwrap() + "sha256:".len();
    let (before, after) = (&text[..start], &text[start + 64..]);
    let digits: String =
        Sha256::digest(format!("{before}{after}")).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{before}{digits}{after}")
}

fn sealed(version: &str, deal: &str) -> String {
    reseal(&format!(
        "{{\"icebreak\":\"deal-pack\",\"version\":{version},\"checksum\":\"sha256:{}\",\"deal\":{deal}}}",
        "0".repeat(64)
    ))
}

fn acme() -> Deal {
    let mut deal = Deal::new(DealId::new("a"), "Acme");
    deal.product = "LED panels".into();
    deal.agreed.currency = Some(Currency::USD);
    deal
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_pack_holds_the_whole_deal(deal in a_deal()) {
        let bytes = pack(&deal).unwrap();
        prop_assert_eq!(&unpack(&bytes).unwrap(), &deal);
        // Into an empty document, and from there again: the same deal.
        let plan = plan_pack(&Document::default(), unpack(&bytes).unwrap(), || unreachable!());
        prop_assert_eq!((plan.added, &*plan.deals[0]), (1, &deal));
        prop_assert!(Encoder::default().encode(&document_of(&[&deal])).is_ok());
    }

    #[test]
    fn the_same_values_change_nothing(deal in a_deal()) {
        let plan = plan_pack(&document_of(&[&deal]), deal.clone(), || unreachable!());
        prop_assert_eq!((plan.unchanged, plan.deals.len()), (1, 0));
    }

    #[test]
    fn uniting_loses_nothing_and_doubles_nothing(ours in a_deal(), theirs in a_deal()) {
        let theirs = Deal { id: ours.id.clone(), ..theirs };
        // An amount of one and a currency of the other may be refused.
        let plan = plan_pack(&document_of(&[&ours]), theirs.clone(), || unreachable!());
        prop_assume!(plan.skipped.is_empty());
        let both = united(&ours, &theirs);
        // One person who is there twice may be met in either order.
        let doubled = |deal: &Deal| {
            let mut rest = deal.contacts.iter();
            std::iter::from_fn(|| rest.next().map(|one| (one, rest.clone())))
                .any(|(one, mut others)| others.any(|other| one.same_person(other)))
        };
        if !doubled(&theirs) && !doubled(&both) {
            prop_assert_eq!(&united(&both, &theirs), &both, "twice is once");
        }
        prop_assert_eq!(&both.id, &ours.id);
        for (kept, all, sum) in [
            (ours.story.len().max(theirs.story.len()), both.story.len(), ours.story.len() + theirs.story.len()),
            (ours.contacts.len().max(theirs.contacts.len()), both.contacts.len(), ours.contacts.len() + theirs.contacts.len()),
            (ours.promises.len().max(theirs.promises.len()), both.promises.len(), ours.promises.len() + theirs.promises.len()),
        ] {
            prop_assert!((kept..=sum).contains(&all));
        }
        for tag in ours.tags.iter().chain(&theirs.tags) {
            prop_assert!(both.tags.contains(tag));
        }
        for touch in ours.story.iter().chain(&theirs.story) {
            prop_assert!(both.story.iter().any(|one| (one.on, &one.note) == (touch.on, &touch.note)));
        }
        let stopped = |deal: &Deal| deal.contacts.iter().filter(|contact| contact.stopped).count();
        prop_assert!(stopped(&both) >= stopped(&ours));
        let payments = |deal: &Deal| deal.plan.as_ref().map_or(0, |plan| plan.payments.len());
        prop_assert!(payments(&both) >= payments(&ours).max(payments(&theirs)));
        prop_assert!(both.story.is_sorted_by_key(|touch| touch.on));
        prop_assert!(both.extra.len() >= ours.extra.len());
        prop_assert!(Encoder::default().encode(&document_of(&[&both])).is_ok(), "it can be saved");
    }

    #[test]
    fn a_deal_without_anything_takes_all_that_a_pack_says(theirs in a_deal()) {
        let blank = Deal::new(theirs.id.clone(), "");
        prop_assert_eq!(said(&united(&blank, &theirs)), said(&theirs));
        if let Some(plan) = &theirs.plan {
            let mut planned = blank;
            planned.plan = Some(Plan { proposed: plan.proposed, ..Plan::new(plan.terms.clone()) });
            prop_assert_eq!(said(&united(&planned, &theirs)), said(&theirs));
        }
    }

    #[test]
    fn a_changed_byte_is_noticed(deal in a_deal(), place in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let mut bytes = pack(&deal).unwrap();
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        prop_assert!(unpack(&bytes).is_err(), "byte {} of {}", place, String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_sealed_lie_is_read_or_refused(deal in a_deal(), cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0x20_u8..0x7f), 1..6)) {
        let mut lie = text(&deal).into_bytes();
        for (place, byte) in cuts {
            let place = place.index(lie.len());
            lie[place] = byte;
        }
        let Ok(lie) = String::from_utf8(lie) else { return Ok(()) };
        if lie.find("sha256:").is_none_or(|at| !lie.is_char_boundary(at + 71)) { return Ok(()) }
        if let Ok(deal) = unpack(reseal(&lie).as_bytes()) {
            let plan = plan_pack(&Document::default(), deal, || DealId::new("new"));
            prop_assert!(Encoder::default().encode(&with(&Document::default(), &plan)).is_ok());
        }
    }

    #[test]
    fn any_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(unpack(&bytes).is_err());
        let _either = unpack(&[b"{\"icebreak\":\"deal-pack\",", &*bytes].concat());
    }
}

/// All that a deal says: a text of spaces says nothing, and a tag says the same twice.
fn said(deal: &Deal) -> Value {
    fn without_blanks(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|_, value| value.as_str().is_none_or(|text| !text.trim().is_empty()));
                fields.values_mut().for_each(without_blanks);
            }
            Value::Array(entries) => entries.iter_mut().for_each(without_blanks),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut deal = deal.clone();
    let mut tags = std::mem::take(&mut deal.tags);
    tags.sort();
    tags.dedup();
    deal.tags = tags;
    let mut said = serde_json::to_value(&deal).unwrap();
    without_blanks(&mut said);
    said
}

#[test]
fn a_pack_brings_the_bank_details_that_the_buyer_was_given_and_the_style_of_the_documents() {
    let account = |number: &str| BankAccount { account: number.into(), ..BankAccount::default() };
    let plan = |paper: DocumentStyle| {
        let terms = r#"{"total":"USD 100.00","start":"2026-01-31","lines":["50%@+2d","rest@+4d"]}"#;
        Some(Plan { paper, ..Plan::new(serde_json::from_str(terms).unwrap()) })
    };
    let german = DocumentStyle { language: "de".into(), ..DocumentStyle::default() };
    let (mut ours, mut theirs) = (acme(), acme());
    (ours.plan, theirs.plan) = (plan(DocumentStyle::default()), plan(german.clone()));
    ours.bank_given = vec![account("1111").given(day("2026-11-01"))];
    theirs.bank_given =
        vec![account("1111").given(day("2026-11-03")), account("2222").given(day("2026-11-02"))];

    let both = united(&ours, &theirs);
    assert_eq!(both.plan.as_ref().unwrap().paper, german);
    let given: Vec<_> = both.bank_given.iter().map(|given| (&*given.account, given.on)).collect();
    assert_eq!(
        given,
        [("2222", day("2026-11-02")), ("1111", day("2026-11-03"))],
        "each once, the oldest first"
    );
    assert_eq!(differing_parts(&ours, &both), [DealPart::Plan, DealPart::BankGiven]);

    // So that other details than the colleague gave raise the warning here.
    let now = account("2222").given(day("2026-11-20"));
    let warning = other_bank(&document_of(&[&both]), &both, &now).unwrap();
    assert_eq!(warning.before.account, "1111");
}

#[test]
fn a_person_can_read_a_pack() {
    let text = text(&acme());
    assert!(text.starts_with("{\"icebreak\":\"deal-pack\",\"version\":1,\"checksum\":\"sha256:"), "{text}");
    assert!(text.contains("\n  \"product\": \"LED panels\""), "{text}");
    assert_eq!(reseal(&text), text, "the checksum is the one of the documents");
}

#[test]
fn what_happened_is_united() {
    let touch = |on: &str, kind, note: &str| Touch { note: note.into(), ..Touch::new(day(on), kind) };
    let person =
        |name: &str, email: &str| Contact { name: name.into(), email: email.into(), ..Contact::default() };
    let promise = |state: PromiseState| Promise {
        kind: PromiseKind::Payment.into(),
        by: day("2026-12-03"),
        made: day("2026-11-20"),
        state: state.into(),
        note: String::new(),
        ours: false,
        extra: Default::default(),
    };
    let (mut ours, mut theirs) = (acme(), acme());
    ours.story = vec![
        touch("2026-11-01", TouchKind::Wrote, "mine"),
        touch("2026-11-03", TouchKind::Called, ""),
        touch("2026-11-03", TouchKind::Called, ""),
        touch("2026-11-05", TouchKind::Copied, "draft"),
    ];
    theirs.story = vec![
        touch("2026-11-02", TouchKind::Replied, "theirs"),
        touch("2026-11-03", TouchKind::Called, ""),
        touch("2026-11-05", TouchKind::Wrote, "draft"),
    ];
    ours.contacts = vec![person("Ms Schmidt", "S@example.com"), person("Old", "")];
    theirs.contacts = vec![
        Contact { role: "buyer".into(), stopped: true, ..person("", "s@example.com") },
        person("New", ""),
    ];
    ours.promises = vec![promise(PromiseState::Kept)];
    theirs.promises = vec![promise(PromiseState::Open)];
    ours.tags = vec!["fair".into(), "mine".into()];
    theirs.tags = vec!["theirs".into(), "fair".into()];
    ours.notes = "ours".into();
    theirs.stage = Stage::Terms.into();

    let both = united(&ours, &theirs);
    let told: Vec<_> = both.story.iter().map(|touch| (touch.on.to_string(), touch.kind.as_str())).collect();
    let told: Vec<_> = told.iter().map(|(on, kind)| (&on[8..], *kind)).collect();
    assert_eq!(
        told,
        [("01", "wrote"), ("02", "replied"), ("03", "called"), ("03", "called"), ("05", "wrote")]
    );
    let people: Vec<_> = both.contacts.iter().map(|one| (&*one.name, &*one.role, one.stopped)).collect();
    assert_eq!(people, [("Ms Schmidt", "buyer", true), ("Old", "", false), ("New", "", false)]);
    assert_eq!(both.promises, [promise(PromiseState::Kept)]);
    assert_eq!(both.tags, ["fair", "mine", "theirs"]);
    assert_eq!((&*both.notes, both.stage()), ("ours", Stage::Terms));
    assert_eq!(
        differing_parts(&ours, &both),
        [DealPart::Contacts, DealPart::Stage, DealPart::Story, DealPart::Tags]
    );
}

#[test]
fn payments_are_united() {
    let terms = r#"{"total":"USD 100.00","start":"2026-01-31","lines":["50%@+2d","rest@+4d"]}"#;
    let plan = |paid: &[(&str, i64)]| {
        let mut plan = Plan::new(serde_json::from_str(terms).unwrap());
        plan.payments = paid
            .iter()
            .map(|(on, minor)| Payment::new(day(on), Money::from_minor(*minor, Currency::USD)))
            .collect();
        Some(plan)
    };
    let (mut ours, mut theirs) = (acme(), acme());
    ours.plan = plan(&[("2026-02-01", 1000), ("2026-02-02", 500)]);
    theirs.plan = plan(&[("2026-02-02", 500), ("2026-02-03", 500)]);
    let both = united(&ours, &theirs).plan.clone().unwrap();
    let paid: Vec<i64> = both.payments.iter().map(|payment| payment.money.minor()).collect();
    assert_eq!(paid, [1000, 500, 500]);
    ours.plan = None;
    assert_eq!(united(&ours, &theirs).plan, theirs.plan);
    assert_eq!(united(&theirs, &acme()).plan, theirs.plan, "an empty plan takes nothing away");
}

/// A deal with these payments, each as `day amount reference`.
fn with_payments(payments: &[&str]) -> Deal {
    let terms = r#"{"total":"USD 100.00","start":"2026-01-31","lines":["50%@+2d","rest@+4d"]}"#;
    let mut plan = Plan::new(serde_json::from_str(terms).unwrap());
    for payment in payments {
        let mut parts = payment.split(' ');
        let on = day(&format!("2026-02-{}", parts.next().unwrap()));
        let money = Money::from_minor(parts.next().unwrap().parse().unwrap(), Currency::USD);
        let reference = parts.next().unwrap_or_default().to_owned();
        plan.payments.push(Payment { reference, ..Payment::new(on, money) });
    }
    let mut deal = acme();
    deal.plan = Some(plan);
    deal
}

/// The payments of a deal as they were written, by day.
fn payments_of(deal: &Deal) -> Vec<String> {
    let written = |payment: &Payment| {
        let line = format!("{} {} {}", payment.on.format("%d"), payment.money.minor(), payment.reference);
        line.trim().to_owned()
    };
    let mut payments: Vec<String> = deal.plan.iter().flat_map(|plan| &plan.payments).map(written).collect();
    payments.sort();
    payments
}

/// The payments that are left when every question is answered like this.
fn settled_payments(ours: &Deal, theirs: &Deal, answer: Keep) -> Vec<String> {
    let merged = merge(None, &document_of(&[ours]), &document_of(&[theirs])).by_payment();
    let Some(conflict) = merged.conflicts.first() else { return payments_of(ours) };
    let picks = conflict.fields().iter().map(|(difference, suggested)| match suggested {
        Keep::Theirs => Keep::Theirs,
        Keep::Ours | Keep::Both => {
            assert_eq!(difference.can_unite(), !difference.theirs.is_null());
            answer
        }
    });
    let choice = ConflictChoice::Fields(picks.collect());
    let document = merged.settled(&[choice], "", || unreachable!());
    payments_of(document.deal(&ours.id).unwrap())
}

#[test]
fn payments_are_compared_one_by_one() {
    /// Ours, theirs, the number of questions, and what is left after the answers ours, theirs, both.
    type Case = (&'static [&'static str], &'static [&'static str], usize, [&'static [&'static str]; 3]);
    let cases: [Case; 11] = [
        // Two that are truly equal stay two.
        (&["02 10", "02 10"], &["02 10", "02 10"], 0, [&["02 10", "02 10"]; 3]),
        // More is known of a payment on one side, whichever it is.
        (&["02 10"], &["02 10 S1"], 0, [&["02 10 S1"]; 3]),
        (&["02 10 S1"], &["02 10"], 0, [&["02 10 S1"]; 3]),
        // One that only they have comes in.
        (&["02 10"], &["02 10", "20 30"], 0, [&["02 10", "20 30"]; 3]),
        // Another day, another amount, another reference.
        (&["02 10"], &["05 10"], 1, [&["02 10"], &["05 10"], &["02 10", "05 10"]]),
        (&["02 10"], &["02 12"], 1, [&["02 10"], &["02 12"], &["02 10", "02 12"]]),
        (&["02 10 S1"], &["02 10 S2"], 1, [&["02 10 S1"], &["02 10 S2"], &["02 10 S1", "02 10 S2"]]),
        // What only we know of it stays.
        (&["02 10 S1"], &["05 10"], 1, [&["02 10 S1"], &["05 10 S1"], &["02 10 S1", "05 10"]]),
        // Only one of two equal payments was corrected.
        (
            &["02 10", "02 10"],
            &["02 10", "05 10"],
            1,
            [&["02 10", "02 10"], &["02 10", "05 10"], &["02 10", "02 10", "05 10"]],
        ),
        // They removed one; it cannot be there twice.
        (&["02 10", "20 30"], &["02 10"], 1, [&["02 10", "20 30"], &["02 10"], &["02 10", "20 30"]]),
        // Instalments are further apart than a corrected date: one is gone, the other is new.
        (&["02 10"], &["20 10"], 1, [&["02 10", "20 10"], &["20 10"], &["02 10", "20 10"]]),
    ];
    for (ours, theirs, questions, left) in cases {
        let (ours, theirs) = (with_payments(ours), with_payments(theirs));
        let about = format!("{:?} and {:?}", payments_of(&ours), payments_of(&theirs));
        assert_eq!(payment_doubts(&document_of(&[&ours]), &theirs).len(), questions, "{about}");
        for (answer, left) in [Keep::Ours, Keep::Theirs, Keep::Both].into_iter().zip(left) {
            assert_eq!(settled_payments(&ours, &theirs, answer), left, "{answer:?}: {about}");
        }
    }
}

#[test]
fn a_pack_is_the_deal_of_its_id_else_of_its_pi_else_of_its_wares() {
    let mine = acme();
    let mut pi = Deal { id: DealId::new("b"), ..acme() };
    pi.agreed.pi = "PI-2607".into();
    let mut other = Deal { id: DealId::new("c"), product: "Cables".into(), ..acme() };
    other.notes = "cables".into();
    let document = document_of(&[&mine, &pi, &other]);
    let meant = |change: &dyn Fn(&mut Deal)| {
        let mut theirs = Deal { id: DealId::new("elsewhere"), ..acme() };
        theirs.notes = "from a colleague".into();
        change(&mut theirs);
        let plan = plan_pack(&document, theirs, || DealId::new("new"));
        let id = plan.deals.first().map(|deal| deal.id.as_str().to_owned());
        (plan.added, plan.updated, plan.skipped.len(), id.unwrap_or_default())
    };
    assert_eq!(meant(&|deal| deal.id = DealId::new("c")), (0, 1, 0, "c".to_owned()));
    assert_eq!(meant(&|deal| deal.agreed.pi = " pi-2607".into()), (0, 1, 0, "b".to_owned()));
    assert_eq!(meant(&|_| {}), (0, 1, 0, "a".to_owned()));
    assert_eq!(meant(&|deal| deal.agreed.pi = "PI-9".into()), (0, 1, 0, "a".to_owned()), "it had no PI yet");
    assert_eq!(meant(&|deal| deal.product = "Lamps".into()), (1, 0, 0, "elsewhere".to_owned()));
    assert_eq!(meant(&|deal| deal.agreed.currency = Some(Currency::EUR)), (1, 0, 0, "elsewhere".to_owned()));
    assert_eq!(
        meant(&|deal| {
            deal.buyer.company.clear();
            deal.product.clear();
            deal.id = DealId::new(" ");
        }),
        (1, 0, 0, "new".to_owned())
    );

    let twin = Deal { id: DealId::new("d"), tags: vec!["twin".into()], ..acme() };
    let plan = plan_pack(
        &document_of(&[&mine, &twin]),
        Deal { id: DealId::new("e"), notes: "x".into(), ..acme() },
        || unreachable!(),
    );
    assert_eq!((skipped(&plan), plan.deals.len()), (vec![(1, "several")], 0));
}

#[test]
fn an_amount_that_would_not_fit_our_currency_is_refused() {
    let mut ours = acme();
    ours.agreed.currency = Currency::from_code("JPY");
    let mut theirs = acme();
    theirs.agreed.currency = None;
    theirs.agreed.amount = Some("1.5".parse().unwrap());
    let plan = plan_pack(&document_of(&[&ours]), theirs, || unreachable!());
    assert_eq!(skipped(&plan), [(1, "amount")]);
}

#[test]
fn hostile_packs_are_refused_in_words() {
    let deal = r#"{"id":"1","buyer":{"company":"A"},"stage":"quoted"}"#;
    unpack(sealed("1", deal).as_bytes()).unwrap();
    let deep = format!(
        r#"{{"id":"1","buyer":{{"company":"A"}},"stage":"quoted","x":{}{}}}"#,
        "[".repeat(122),
        "]".repeat(122)
    );
    let too_deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let check = |text: &str, expected: &str| {
        let problem = unpack(text.as_bytes()).unwrap_err();
        assert!(problem.to_string().contains(expected), "{problem}: {}", &text[..text.len().min(200)]);
        assert!(!problem.to_string().contains('\n'), "{problem}");
    };
    check(&sealed("2", deal), "a newer Icebreak packed it (format 2");
    check(&sealed("4000000000", deal), "newer");
    for version in ["0", "-1", "1.5", "\"1\"", "null", "[1]"] {
        check(&sealed(version, deal), "version number is missing");
    }
    check(&sealed("1", &deal.replace("\"A\"", "7")), "line 1");
    check(&sealed("1", &deal.replace("\"1\"", "{}")), "damaged");
    check(&sealed("1", "null"), "damaged");
    // What a hostile file says of itself is told in a line that can be read.
    let long = format!(
        "{{\"id\":\"1\",\"buyer\":{{\"company\":\"A\"}},\"stage\":\"quoted\",\"pause\":\"a\\n\u{202e}{}\"}}",
        "b".repeat(1 << 20)
    );
    let problem = unpack(sealed("1", &long).as_bytes()).unwrap_err().to_string();
    assert!(problem.len() < 500 && !problem.contains(['\n', '\u{202e}']), "{problem}");
    check(&sealed("1", &deal.replace("\"stage\"", "\"id\":\"2\",\"stage\"")), "twice");
    check(&sealed("1", &deal.replace("\"stage\"", "\"$serde_json::private::Number\":1,\"stage\"")), "twice");
    check(&sealed("1", &deep), "cannot be packed");
    check(&sealed("1", &too_deep), "damaged");
    check(&sealed("1", deal).replace("\"A\"", "\"B\""), "changed since Icebreak saved it;");
    check(&sealed("1", deal).replace("sha256", "md5"), "check value is missing");
    check(&sealed("1", deal).replace("deal-pack", "recipe"), "not a packed deal");
    check("{}", "not a packed deal");
    check("[]", "not a packed deal");
    check("", "empty");
    check("{\"icebreak\":\"deal-pack\"", "damaged");
    check(&Encoder::default().encode(&Document::default()).unwrap(), "whole Icebreak document");
    let large = format!("{{\"x\":\"{}\"}}", "a".repeat(65 << 20));
    assert_eq!(unpack(large.as_bytes()), Err(PackProblem::TooLarge { limit: 64 << 20 }));
    assert_eq!(unpack(b"{\"a\":\"\xff\"}"), Err(PackProblem::Damaged(Damage::NotText(6))));
}

#[test]
fn what_cannot_be_read_again_is_not_packed() {
    let mut deal = acme();
    let deep = (0..126).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    deal.extra.insert("x".into(), deep);
    assert_eq!(pack(&deal), Err(PackProblem::NotReproducible));
    let mut large = acme();
    large.notes = "\n".repeat(40 << 20);
    assert_eq!(pack(&large), Err(PackProblem::TooLarge { limit: 64 << 20 }));
}
