//! Plans in a document: readable, exact, with what a newer program wrote kept.

use icebreak::domain::deposit::{DepositShare, DepositTerms, Payment, Plan, Terms, TermsRows};
use icebreak::domain::money::Currency;
use serde_json::json;

use super::{date, usd};

#[test]
fn a_plan_reads_like_the_command_line() {
    let mut terms = DepositTerms::new(DepositShare::read("30%", Currency::USD).unwrap());
    terms.parts = 3.try_into().unwrap();
    let mut plan = Plan::new(Terms::new(usd("30000"), date("2026-01-31"), TermsRows::Deposit(terms)));
    plan.payments = vec![Payment::new(date("2026-02-01"), usd("3000"))];
    plan.production_share = Some("20%".parse().unwrap());
    let expected = json!({
        "terms": {
            "total": "USD 30000.00", "start": "2026-01-31", "deposit": "30%", "parts": 3, "balance_parts": 1,
            "every": "1m", "odd": "last", "shift": "none", "weekend": "sat,sun"
        },
        "payments": [{"on": "2026-02-01", "money": "USD 3000.00"}],
        "production_share": "20%"
    });
    assert_eq!(serde_json::to_value(&plan).unwrap(), expected);
}

#[test]
fn foreign_fields_survive() {
    let text = r#"{"terms":{"total":"USD 100.00","start":"2026-01-31","lines":["50%@+2d/5,10",{"line":"20@bl-copy+7d","label":"deposit","locked":true,"mood":[1.50]},"rest@eom+1m/next-31"],"round":"0.05","shift":"modified","weekend":"fri,sat","closed":["2026-02-17"],"milestones":{"bl-copy":"2027-01-30"},"colour":1.50},"kept":[{"label":"deposit","due":"2026-01-01","money":"USD 5.00","why":[1]}],"payments":[{"on":"2026-02-01","money":"USD 5.00","swift":{"a":1234567890123.4567890123}}],"tolerance":"USD 25.00","mood":9.10}"#;
    let plan: Plan = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&plan).unwrap(), text);
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::from_value::<Plan>(value).unwrap(), plan);
}

#[test]
fn what_is_left_out_has_its_usual_value() {
    let text = r#"{"terms":{"total":"USD 100.00","start":"2026-01-31","deposit":"30.00"}}"#;
    let plan: Plan = serde_json::from_str(text).unwrap();
    let share = DepositShare::read("30", Currency::USD).unwrap();
    let usual = Terms::new(usd("100"), date("2026-01-31"), TermsRows::Deposit(DepositTerms::new(share)));
    assert_eq!(plan.terms, usual);
}

#[test]
fn a_slip_of_the_hand_is_an_error() {
    let good = json!({"total": "USD 100.00", "start": "2026-01-31", "deposit": "30%"});
    assert!(serde_json::from_value::<Terms>(good.clone()).is_ok());
    let bad = [
        ("deposit", json!("30%%")),
        ("deposit", json!(null)),
        ("deposit", json!("0.001")),
        ("lines", json!(["rest@+0d"])),
        ("every", json!("0d")),
        ("parts", json!(0)),
        ("parts", json!(-1)),
        ("odd", json!("middle")),
        ("round", json!("1_000")),
        ("shift", json!("up")),
        ("weekend", json!("sat,")),
        ("closed", json!(["2026-02-30"])),
        ("start", json!("soon")),
        ("milestones", json!({"soon": "2026-01-01"})),
        ("total", json!("QQQ 5")),
        ("total", json!("USD 1_000")),
    ];
    for (field, value) in bad {
        let mut terms = good.clone();
        terms[field] = value.clone();
        assert!(serde_json::from_value::<Terms>(terms).is_err(), "{field}: {value}");
    }
    let lines = json!({"total": "USD 100.00", "start": "2026-01-31", "lines": ["50%@+-2d"]});
    let error = serde_json::from_value::<Terms>(lines).unwrap_err().to_string();
    assert!(error.contains("50%@+-2d"), "{error}");
}
