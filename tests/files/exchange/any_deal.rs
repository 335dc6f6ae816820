//! Deals of every shape, with unknown fields at every level; small pools, so that two of them often meet.

use icebreak::domain::deal::Deal;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "b",
    "Müller & Söhne GmbH",
    "破冰",
    "=1+1",
    "\"quoted\"\\",
    "line\nbreak\ttab",
    "\0nul",
    "\u{202e}gnp.exe",
    "e\u{301}\u{301}\u{301}",
    "\u{feff}bom",
    "👩‍👩‍👧‍👦",
    "\u{2028}",
    "{\"icebreak\":\"document\"}",
    "sha256:",
    "<b>&amp;</b>",
];

/// A whole deal, as a program may have written it.
pub fn a_deal() -> impl Strategy<Value = Deal> {
    let head = record(&[
        ("product", a_text()),
        ("notes", prop_oneof![a_text(), any::<String>().prop_map(Value::from)].boxed()),
        ("next", a_date()),
        ("tags", list(a_text(), 4)),
        ("pause", record(&[("reason", a_text()), ("until", a_date())])),
        ("agreed", agreed()),
        (
            "summary",
            record(&[
                ("last_inbound", a_date()),
                ("waiting_since", a_date()),
                ("unanswered", words(&[json!(0), json!(2)])),
            ]),
        ),
        ("diagnosis", diagnosis()),
        ("message", message()),
        ("plan_name", a_text()),
        ("transfer_fee", words(&[json!("USD 25.00"), json!("EUR 12.50")])),
    ]);
    let others = (list(alternative(), 3), list(cost(), 3));
    let plans = (proptest::option::of(plan()), others);
    let lists = (list(contact(), 4), list(touch(), 6), list(promise(), 3), plans);
    let names = (
        select(&["d-1", "d-2", "破 冰\"", "00000000000000000000000000000001"]),
        a_text(),
        select(&["quoted", "terms", "a newer stage"]),
    );
    (head, lists, names).prop_map(
        |(mut deal, (contacts, mut story, promises, (plan, (alternatives, costs))), (id, company, stage))| {
            if let Some(story) = story.as_array_mut() {
                story.sort_by_key(|touch| touch["on"].to_string());
            }
            let buyer = json!({"company": company, "city": "Ham\u{301}burg", "newer": [1.50, {"x": null}]});
            for (name, value) in [
                ("id", json!(id)),
                ("buyer", buyer),
                ("stage", json!(stage)),
                ("contacts", contacts),
                ("story", story),
                ("promises", promises),
                ("alternatives", alternatives),
                ("costs", costs),
            ] {
                deal[name] = value;
            }
            if let Some(plan) = plan {
                deal["plan"] = plan;
            }
            serde_json::from_value(deal).unwrap()
        },
    )
}

fn agreed() -> BoxedStrategy<Value> {
    record(&[
        ("pi", words(&[json!("PI-1"), json!("PI-2"), json!(" pi-1 ")])),
        ("currency", words(&[json!("USD"), json!("JPY"), json!("KWD")])),
        ("amount", words(&[json!("30000.10"), json!("0"), json!("12.345")])),
        ("unit_price", words(&[json!("0.0355")])),
        ("ship_by", a_date()),
        ("lead_time_days", words(&[json!(25), json!(4294967295_u32)])),
        ("payment_terms", a_text()),
        ("open_questions", a_text()),
    ])
}

fn contact() -> BoxedStrategy<Value> {
    record(&[
        ("name", words(&[json!("Ms Schmidt"), json!("Li Wei"), json!("ms schmidt")])),
        ("email", words(&[json!("s@example.com"), json!("S@EXAMPLE.COM"), json!("b@example.com")])),
        ("phone", words(&[json!("+49 40 1"), json!("2")])),
        ("role", a_text()),
        ("bounced", words(&[json!(true), json!(false)])),
        ("stopped", words(&[json!(true)])),
    ])
}

fn touch() -> BoxedStrategy<Value> {
    let kind = words(&[json!("replied"), json!("copied"), json!("wrote"), json!("a newer kind")]);
    let rest = record(&[
        ("at", words(&[json!("09:30:00")])),
        ("channel", words(&[json!("email"), json!("pigeon")])),
        ("note", a_text()),
        ("money", words(&[json!("USD 4133.34")])),
        ("in_summary", words(&[json!(true)])),
    ]);
    with(rest, &[("on", a_date()), ("kind", kind)])
}

fn promise() -> BoxedStrategy<Value> {
    let rest = record(&[("note", a_text())]);
    let state = words(&[json!("open"), json!("kept"), json!("dropped")]);
    let kind = words(&[json!("payment"), json!("decision")]);
    with(rest, &[("by", a_date()), ("made", a_date()), ("state", state), ("kind", kind)])
}

fn plan() -> BoxedStrategy<Value> {
    let terms = words(&[
        json!({"total": "USD 41333.40", "start": "2026-10-18", "deposit": "30%", "parts": 3, "every": "30d", "newer": serde_json::from_str::<Value>("1e400").unwrap()}),
        json!({"total": "USD 100.00", "start": "2026-01-31", "lines": ["50%@+2d", "rest@+4d"], "weekend": ""}),
    ]);
    let payment = with(
        record(&[("reference", a_text())]),
        &[("on", a_date()), ("money", words(&[json!("USD 1.00"), json!("USD 2.00")]))],
    );
    let kept = words(&[json!([]), json!([{"label": "deposit", "due": "2026-01-02", "money": "USD 5.00"}])]);
    let rest =
        record(&[("production_share", words(&[json!("20%")])), ("ships_days_after", words(&[json!(25)]))]);
    with(rest, &[("terms", terms), ("payments", list(payment, 4)), ("kept", kept)])
}

fn alternative() -> BoxedStrategy<Value> {
    with(record(&[("name", a_text())]), &[("plan", plan())])
}

fn cost() -> BoxedStrategy<Value> {
    let when = words(&[json!("production+0d"), json!("shipment-3d"), json!("2026-12-24")]);
    let amount = words(&[json!("40%"), json!("USD 1200.00")]);
    with(record(&[("what", a_text())]), &[("when", when), ("amount", amount)])
}

fn diagnosis() -> BoxedStrategy<Value> {
    let answer = with(
        record(&[]),
        &[
            ("question", words(&[json!("q1"), json!("q2")])),
            ("answer", words(&[json!("yes"), json!("unknown")])),
        ],
    );
    // One answer a question.
    let answers =
        proptest::option::of(answer).prop_map(|answer| Value::Array(answer.into_iter().collect())).boxed();
    record(&[("answers", answers), ("concluded", a_date()), ("confirmed", words(&[json!("internal")]))])
}

fn message() -> BoxedStrategy<Value> {
    record(&[
        ("strategy", words(&[json!("value"), json!("a newer strategy")])),
        ("language", words(&[json!("de"), json!("zh")])),
        ("fields", words(&[json!({"bank": "x"}), json!({"bank": "y", "a newer field": "\u{0}"})])),
        ("edited", words(&[json!({"subject": "s", "body": "b\r\n", "of": "0"})])),
    ])
}

fn a_text() -> BoxedStrategy<Value> {
    prop_oneof![3 => select(TEXTS).prop_map(Value::from), 1 => "\\PC{0,12}".prop_map(Value::from)].boxed()
}

fn a_date() -> BoxedStrategy<Value> {
    words(&[json!("2026-11-20"), json!("2026-11-21"), json!("2024-02-29"), json!("9999-12-31")])
}

fn words(values: &[Value]) -> BoxedStrategy<Value> {
    select(values.to_vec()).boxed()
}

fn list(one: BoxedStrategy<Value>, most: usize) -> BoxedStrategy<Value> {
    vec(one, 0..most).prop_map(Value::Array).boxed()
}

/// Some of these fields, and sometimes one that only a newer program knows.
fn record(fields: &[(&'static str, BoxedStrategy<Value>)]) -> BoxedStrategy<Value> {
    let newer = words(&[
        json!({"a": [1, 2.50, -0.0, serde_json::from_str::<Value>("123456789012345678901234567890.10").unwrap(), null, "破"]}),
        json!("text"),
        json!([[], {}]),
    ]);
    let mut fields = fields.to_vec();
    fields.push(("from a newer program", newer));
    fields
        .into_iter()
        .map(|(name, value)| {
            proptest::option::of(value).prop_map(move |value| value.map(|value| (name.to_owned(), value)))
        })
        .collect::<Vec<_>>()
        .prop_map(|fields| Value::Object(fields.into_iter().flatten().collect::<Map<_, _>>()))
        .boxed()
}

/// The record with these fields in any case.
fn with(
    record: BoxedStrategy<Value>,
    fields: &[(&'static str, BoxedStrategy<Value>)],
) -> BoxedStrategy<Value> {
    let (names, values): (Vec<&'static str>, Vec<BoxedStrategy<Value>>) = fields.iter().cloned().unzip();
    (record, values)
        .prop_map(move |(mut record, values)| {
            for (name, value) in names.iter().zip(values) {
                record[*name] = value;
            }
            record
        })
        .boxed()
}
