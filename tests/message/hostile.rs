//! Values are text and nothing else, however they look.

use icebreak::domain::message::{FieldId, Finding, Strategy};
use icebreak::domain::word::Named as _;
use icebreak::text::Language;
use icebreak::text::message::generate;
use proptest::prelude::*;

use crate::deals::{choice, combinations, early, rich};

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
        assert_eq!(subject, format!("Re: {value} {value}"));
    }
}

#[test]
fn line_breaks_and_brackets_cannot_forge_the_message() {
    let mut world = rich();
    world.deal.product = "LED\r\n\r\nBcc: x@y.example\u{202e}⟨product⟩\u{0}".into();
    let draft = world.draft(&choice(Strategy::Recap, Language::English));
    assert_eq!(draft.subject, "Re: PI-2607 LED Bcc: x@y.example‹product›");
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
    assert!(draft.findings.contains(&Finding::TooLong(FieldId::Product)));
    assert!(draft.findings.contains(&Finding::TooLong(FieldId::Alternatives)));
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
    check("deposit_amount", "EUR 9,000.5", Strategy::ExplainDeposit, zh, "预付款为 9,000.50 欧元。");
    check("deposit_amount", "about nine", Strategy::ExplainDeposit, en, "The deposit is about nine.");
    check("ship_by", "2026-12-24", Strategy::Recap, en, "shipment by 24 December.");
    check("ship_by", "2027-01-05", Strategy::Recap, zh, "最迟2027年1月5日装运");
    check("lead_time", "1", Strategy::Recap, en, "lead time 1 day.");
    check("lead_time", "35 days", Strategy::Recap, zh, "交期 35 天");
    check("warranty_years", "5", Strategy::Recap, en, "warranty 5 years.");
    check("quantity", "500 pcs.", Strategy::Recap, en, "so far: 500 pcs.\n");
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// No value is expanded, breaks a line, or opens a blank: its braces stand in the body as often as it does.
    #[test]
    fn any_text_in_any_field_is_harmless(
        value in "[a-z{}%#⟨⟩ \\n\\t\"'<&\\\\|*7定金🙂\u{202e}\u{e000}]{0,40}",
        index in 0_usize..35,
        which in 0_usize..432,
    ) {
        let field = FieldId::members().nth(index).unwrap();
        let choice = combinations().nth(which).unwrap();
        let mut world = rich();
        let before = world.draft(&choice);
        world.deal.message.fields.insert(field.name().into(), value.clone());
        let draft = generate(&world.facts(), &choice).unwrap();
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
