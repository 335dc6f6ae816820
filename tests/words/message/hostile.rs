//! Values are text and nothing else, however they look.

use icebreak::domain::message::{DraftFinding, FieldId, FieldKind, Strategy};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::generate;
use proptest::prelude::*;

use crate::message::deals::{choice, combinations, early, rich};

#[test]
fn a_value_that_looks_like_a_template_stays_as_typed() {
    for value in
        ["{{ 7*7 }}", "{% for x in range(9) %}x{% endfor %}", "{# gone #}", "{{ amount }}", "{% raw %}"]
    {
        let mut world = rich();
        world.deal.product = value.into();
        world.deal.agreed.pi = value.into();
        world.deal.message.fields.insert("quantity".into(), value.into());
        world.library.company.sender = value.into();
        for choice in combinations().step_by(5) {
            let draft = world.draft(&choice);
            assert!(draft.body.contains(value), "{value}:\n{}", draft.body);
            assert!(!draft.body.contains("49") && !draft.body.contains("xxx"));
        }
        let subject = world.draft(&choice(Strategy::Recap, Language::English)).subject;
        assert_eq!(subject, format!("{value} {value}"));
    }
}

#[test]
fn line_breaks_and_brackets_cannot_forge_the_message() {
    let mut world = rich();
    world.deal.product = "LED\r\n\r\nBcc: x@y.example\u{202e}⟨product⟩\u{0}".into();
    let draft = world.draft(&choice(Strategy::Recap, Language::English));
    assert_eq!(draft.subject, "PI-2607 LED Bcc: x@y.example‹product›");
    assert!(draft.body.contains("(LED Bcc: x@y.example‹product›)"));
    assert_eq!(draft.missing, []);
}

#[test]
fn a_pasted_book_is_cut_and_blocks() {
    let mut world = early();
    world.deal.message.fields.insert("product".into(), "x".repeat(100_000));
    world.deal.message.fields.insert("alternatives".into(), "y y\n".repeat(30_000));
    let draft = world.draft(&choice(Strategy::Alternatives, Language::English));
    assert!(draft.body.len() < 20_000, "{}", draft.body.len());
    assert!(draft.findings.contains(&DraftFinding::TooLong(FieldId::Product)));
    assert!(draft.findings.contains(&DraftFinding::TooLong(FieldId::Alternatives)));
    assert!(!draft.may_be_copied());
}

#[test]
fn typed_values_are_read_by_kind_and_written_by_language() {
    let check = |field: &str, typed: &str, strategy, language, expected: &str| {
        let mut world = early();
        world.deal.agreed.currency = icebreak::domain::money::Currency::from_code("USD");
        world.deal.message.fields.insert(field.into(), typed.into());
        let body = world.draft(&choice(strategy, language)).body;
        assert!(body.contains(expected), "{expected} is not in\n{body}");
    };
    let (en, zh) = (Language::English, Language::Chinese);
    check("deposit_amount", "9000", Strategy::ExplainDeposit, en, "The deposit is USD 9,000.00.");
    check("deposit_amount", "EUR 9,000.5", Strategy::ExplainDeposit, zh, "预付款为 9,000.50 欧元");
    check("unit_price", "22.963", Strategy::Recap, en, "USD 22.963");
    check("lead_time", "35 天", Strategy::Recap, en, "Lead time: 35 days\n");
    check("ship_by", "2026/12/24", Strategy::Recap, en, "Shipment by: 24 December\n");
    check("ship_by", "2026-12-24", Strategy::Recap, en, "Shipment by: 24 December\n");
    check("ship_by", "2027-01-05", Strategy::Recap, zh, "最迟装运日：2027年1月5日");
    check("lead_time", "1", Strategy::Recap, en, "Lead time: 1 day\n");
    check("lead_time", "35 days", Strategy::Recap, zh, "交期：35 天");
    check("warranty_years", "5", Strategy::Recap, en, "Warranty: 5 years\n");
    check("quantity", "500 pcs.", Strategy::Recap, en, "Quantity: 500 pcs.\n");
    check("alternatives", "one\ntwo", Strategy::Alternatives, en, "1) one\n2) two\n");
    check(
        "plan_rows",
        "USD 5 now\nUSD 5 later",
        Strategy::OfferInstalments,
        en,
        "1) USD 5 now\n2) USD 5 later\n",
    );
    check("product", "  ", Strategy::Recap, en, "cotton fabric");
}

#[test]
fn a_typed_value_that_cannot_be_read_stays_open_and_blocks() {
    let check = |field: FieldId, typed: &str, strategy| {
        let mut world = rich();
        if field == FieldId::LeadTime {
            // Named only where no ship date says more.
            world.deal.agreed.ship_by = None;
        }
        world.deal.message.fields.insert(field.name().into(), typed.into());
        let draft = world.draft(&choice(strategy, Language::English));
        assert_eq!(draft.missing, [field], "{typed}: {}", draft.body);
        assert!(draft.body.contains('⟨') && !draft.body.contains(&format!(" {typed}")), "{}", draft.body);
        assert!(draft.findings.contains(&DraftFinding::MissingField(field)));
        assert!(!draft.may_be_copied());
    };
    for typed in ["about nine", "-5", "9,5,0", "0", "30.000", "USD 1e3", "1_000"] {
        check(FieldId::DepositAmount, typed, Strategy::ExplainDeposit);
    }
    for typed in ["2026-02-30", "soon", "30-11-2026", "26-11-30", "20261-01-01"] {
        check(FieldId::LastTrueDay, typed, Strategy::TimeFrame);
    }
    for typed in ["-5", "0 days", "35 weeks", "4000", "9.5"] {
        check(FieldId::LeadTime, typed, Strategy::Recap);
    }
    check(FieldId::UnitPrice, "abc", Strategy::Recap);
    check(FieldId::WarrantyYears, "-1", Strategy::Recap);
    check(FieldId::DepositShare, "200%", Strategy::ExplainDeposit);
}

/// Whether any text will do.
fn is_free_text(field: FieldId) -> bool {
    match field.kind() {
        FieldKind::Name | FieldKind::Text | FieldKind::Sentences | FieldKind::Rows => true,
        FieldKind::Money
        | FieldKind::Price
        | FieldKind::Date
        | FieldKind::Days
        | FieldKind::Years
        | FieldKind::Share => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// No value is expanded, breaks a line, or opens a blank: its braces stand in the body as often as it does.
    #[test]
    fn any_text_in_any_field_is_harmless(
        value in "[a-z{}%#⟨⟩ \\n\\t\"'<&\\\\|*7定金🙂\u{202e}\u{e000}]{0,40}",
        index in 0_usize..50,
        which in 0_usize..1_584,
    ) {
        let field = FieldId::members().nth(index).unwrap();
        let choice = combinations().nth(which).unwrap();
        let mut world = rich();
        let is_blank = value.chars().all(|sign| sign.is_whitespace() || matches!(sign, '\u{202e}' | '\u{e000}'));
        if is_blank {
            // Nothing typed is nothing known.
            world.deal.message.fields.remove(field.name());
        }
        let before = world.draft(&choice);
        world.deal.message.fields.insert(field.name().into(), value.clone());
        let draft = generate(&world.facts(), &choice).unwrap();
        if !is_free_text(field) {
            // What can be read is written our way; anything else leaves at most this one blank.
            prop_assert!(draft.missing.iter().all(|missing| *missing == field));
            return Ok(());
        }
        prop_assert_eq!(&draft.missing, &before.missing);
        let forged = draft.body.contains(['⟨', '\u{202e}', '\u{e000}']);
        prop_assert!(!forged);
        if !matches!(field, FieldId::Alternatives | FieldId::PlanRows | FieldId::Story) {
            prop_assert!(draft.body.lines().count() <= before.body.lines().count() + 2);
        }
        let braces = |text: &str| text.matches('{').count();
        if draft.body != before.body && choice.language == Language::English && braces(&value) > 0 {
            prop_assert!(braces(&draft.body).is_multiple_of(braces(&value)));
        }
    }
}
