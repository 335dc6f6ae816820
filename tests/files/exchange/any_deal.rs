//! Deals of every shape, with unknown fields at every level; small pools, so that two of them often meet. Every struct is
//! built field by field: one that gets another field does not compile here before the field is generated.

use std::fmt::Debug;

use chrono::{NaiveDate, Weekday, WeekdaySet};
use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::contact::Contact;
use icebreak::domain::deal::touch::{Promise, Summary, Touch};
use icebreak::domain::deal::{Agreed, Buyer, Deal, DealId, Pause, RareParts};
use icebreak::domain::deposit::{
    Alternative, Cost, DepositShare, DepositTerms, DocumentStyle, Interval, KeptRow, Label, Means, Milestone,
    Observed, Payment, PeriodUnit, Plan, Shift, Terms, TermsLine, TermsRows,
};
use icebreak::domain::diagnosis::{Diagnosis, Given};
use icebreak::domain::document::Extra;
use icebreak::domain::library::bank::GivenBank;
use icebreak::domain::message::{Edited, SetAside, Work};
use icebreak::domain::money::{Currency, Money, Odd};
use icebreak::domain::names::Named;
use icebreak::domain::script::forms::{Forms, WrittenForm};
use proptest::collection::{btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The name of the fields that only a newer program knows.
pub const NEWER: &str = "from a newer program";

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

prop_compose! {
    /// A whole deal, as a program may have written it.
    pub fn a_deal()(
        id in select(&["d-1", "d-2", "破 冰\"", "00000000000000000000000000000001"]),
        buyer in buyer().boxed(),
        contacts in vec(contact().boxed(), 0..4),
        product in a_text(),
        stage in some(&["quoted", "terms", "a newer stage"]),
        tags in vec(a_text(), 0..4),
        notes in prop_oneof![a_text(), any::<String>().boxed()],
        agreed in agreed().boxed(),
        summary in summary().boxed(),
        mut story in vec(touch().boxed(), 0..6),
        promises in vec(promise().boxed(), 0..3),
        next in of(a_date()),
        pause in of(pause().boxed()),
        diagnosis in diagnosis().boxed(),
        plan in of(plan().boxed()),
        plan_name in a_text(),
        alternatives in vec(alternative().boxed(), 0..3),
        costs in vec(cost().boxed(), 0..3),
        transfer_fee in of(some(&["USD 25.00", "EUR 12.50"])),
        bank_given in bank_given().boxed(),
        (message, forms) in (message().boxed(), forms().boxed()),
        extra in extra(),
    ) -> Deal {
        story.sort_by_key(|touch: &Touch| touch.on);
        Deal {
            id: DealId::new(id),
            buyer,
            contacts,
            product,
            stage,
            tags,
            notes,
            agreed,
            summary,
            story,
            next,
            rare: RareParts {
                promises,
                pause,
                diagnosis,
                plan,
                plan_name,
                alternatives,
                costs,
                transfer_fee,
                bank_given,
                message,
                forms,
            }
            .into(),
            extra,
        }
    }
}

prop_compose! {
    fn buyer()(
        company in a_text(),
        country in of(some(&["DE", "JP"])),
        city in select(&["", "Ham\u{301}burg"]),
        time_zone in select(&["", "Europe/Berlin"]),
        language in select(&["", "de", "zh"]),
        extra in extra(),
    ) -> Buyer {
        Buyer { company, country, city: city.into(), time_zone: time_zone.into(), language: language.into(), extra }
    }
}

prop_compose! {
    fn contact()(
        name in select(&["", "Ms Schmidt", "Li Wei", "ms schmidt"]),
        role in a_text(),
        greeting in a_text(),
        email in select(&["", "s@example.com", "S@EXAMPLE.COM", "b@example.com"]),
        phone in select(&["", "+49 40 1", "2"]),
        bounced in any::<bool>(),
        stopped in any::<bool>(),
        forms in forms().boxed(),
        extra in extra(),
    ) -> Contact {
        Contact { name: name.into(), role, greeting, email: email.into(), phone: phone.into(), bounced, stopped, forms, extra }
    }
}

prop_compose! {
    /// Each text has one form for each of its readers.
    pub fn forms()(
        readers in subsequence(vec!["Latn", "Hans", "en"], 0..3),
        text in "[a-z阮]{1,6}",
        extra in extra(),
    ) -> Forms {
        let mut forms = Forms::default();
        for readers in readers {
            forms.set(WrittenForm { of: "阮".into(), readers: readers.into(), text: text.clone(), extra: extra.clone() });
        }
        forms
    }
}

prop_compose! {
    fn agreed()(
        pi in select(&["", "PI-1", "PI-2", " pi-1 "]),
        pi_date in of(a_date()),
        valid_until in of(a_date()),
        quantity in a_text(),
        currency in of(some(&["USD", "JPY", "KWD"])),
        unit_price in of(some(&["0.0355"])),
        amount in of(some(&["30000.10", "0", "12.345"])),
        incoterm in select(&["", "FOB Ningbo"]),
        lead_time_days in of(select(&[25, u32::MAX])),
        shutdown_days in of(select(&[0, 14])),
        cut_off_days in of(select(&[3])),
        ship_by in of(a_date()),
        payment_terms in a_text(),
        open_questions in a_text(),
        extra in extra(),
    ) -> Agreed {
        Agreed {
            pi: pi.into(),
            pi_date,
            valid_until,
            quantity,
            currency,
            unit_price,
            amount,
            incoterm: incoterm.into(),
            lead_time_days,
            shutdown_days,
            cut_off_days,
            ship_by,
            payment_terms,
            open_questions,
            extra,
        }
    }
}

prop_compose! {
    fn summary()(
        last_inbound in of(a_date()),
        last_outbound in of(a_date()),
        waiting_since in of(a_date()),
        unanswered in of(select(&[0, 2])),
        extra in extra(),
    ) -> Summary {
        Summary { last_inbound, last_outbound, waiting_since, unanswered, extra }
    }
}

prop_compose! {
    fn touch()(
        on in a_date(),
        at in of(some(&["09:30:00"])),
        kind in some(&["replied", "copied", "wrote", "a newer kind"]),
        channel in of(some(&["email", "pigeon"])),
        note in a_text(),
        (subject, text, to) in (a_text(), a_text(), a_text()),
        strategy in of(some(&["recap", "a newer strategy"])),
        step in of(some(&["2"])),
        until in of(a_date()),
        money in of(some(&["USD 4133.34"])),
        in_summary in any::<bool>(),
        extra in extra(),
    ) -> Touch {
        Touch { on, at, kind, channel, note, subject, text, to, strategy, step, until, money, in_summary, extra }
    }
}

prop_compose! {
    fn promise()(
        kind in some(&["payment", "decision"]),
        by in a_date(),
        made in a_date(),
        state in some(&["open", "kept", "dropped"]),
        note in a_text(),
        ours in any::<bool>(),
        extra in extra(),
    ) -> Promise {
        Promise { kind, by, made, state, note, ours, extra }
    }
}

prop_compose! {
    fn pause()(reason in a_text(), until in of(a_date()), extra in extra()) -> Pause {
        Pause { reason, until, extra }
    }
}

prop_compose! {
    fn diagnosis()(
        // One answer a question.
        questions in subsequence(&["q1", "q2"], 0..=2),
        chosen in vec(select(&["yes", "unknown"]), 2),
        newer in vec(extra(), 2),
        concluded in of(a_date()),
        confirmed in of(select(&["internal"])),
        extra in extra(),
    ) -> Diagnosis {
        let answers = questions.into_iter().zip(chosen).zip(newer);
        let given = |((question, answer), extra): ((&str, &str), Extra)| {
            Given { question: question.into(), answer: answer.into(), extra }
        };
        Diagnosis { answers: answers.map(given).collect(), concluded, confirmed: confirmed.map(Into::into), extra }
    }
}

prop_compose! {
    fn plan()(
        terms in terms().boxed(),
        kept in vec(kept_row().boxed(), 0..2),
        payments in vec(payment().boxed(), 0..4),
        production_share in of(some(&["20%"])),
        ships_days_after in of(select(&[25])),
        tolerance in of(some(&["USD 30.00"])),
        paper in paper().boxed(),
        proposed in any::<bool>(),
        extra in extra(),
    ) -> Plan {
        Plan { terms, kept, payments, production_share, ships_days_after, tolerance, paper, proposed, extra }
    }
}

prop_compose! {
    fn terms()(
        total in some::<Money>(&["USD 41333.40", "USD 100.00"]),
        start in select(&["2026-10-18", "2026-01-31"]),
        rows in rows().boxed(),
        round in of(some(&["1", "0.5"])),
        shift in member::<Shift>(),
        week in week().boxed(),
        milestones in proptest::collection::btree_map(member::<Milestone>(), a_date(), 0..3),
        observed in of(observed().boxed()),
        by in member::<Means>(),
        extra in extra(),
    ) -> Terms {
        Terms { total, start: start.parse().unwrap(), rows, round, shift, week, milestones, observed, by, extra }
    }
}

fn rows() -> impl Strategy<Value = TermsRows> {
    prop_oneof![
        deposit_terms().prop_map(TermsRows::Deposit),
        vec(line().boxed(), 1..4).prop_map(TermsRows::Lines)
    ]
}

prop_compose! {
    fn deposit_terms()(
        deposit in select(&["30%", "12000"]),
        parts in 1_u32..4,
        balance_parts in 1_u32..4,
        count in 1_u32..40,
        unit in member::<PeriodUnit>(),
        odd in member::<Odd>(),
    ) -> DepositTerms {
        DepositTerms {
            deposit: DepositShare::read(deposit, Currency::USD).unwrap(),
            parts: parts.try_into().unwrap(),
            balance_parts: balance_parts.try_into().unwrap(),
            every: Interval { count: count.try_into().unwrap(), unit },
            odd,
        }
    }
}

prop_compose! {
    fn line()(
        written in select(&["50%@+2d", "rest@+4d", "33%left@eom+1m", "1200@bl-copy+7d/15", "10%@2026-12-24"]),
        label in member::<Label>(),
        locked in any::<bool>(),
        extra in extra(),
    ) -> TermsLine {
        let TermsLine { amount, when, label: _, locked: _, extra: _ } = TermsLine::read(written, Currency::USD).unwrap();
        TermsLine { amount, when, label, locked, extra }
    }
}

prop_compose! {
    fn week()(
        weekend in weekend().boxed(),
        closed in btree_set(a_date(), 0..3),
        worked in btree_set(a_date(), 0..2),
    ) -> WorkWeek {
        WorkWeek { weekend, closed, worked }
    }
}

fn weekend() -> impl Strategy<Value = WeekdaySet> {
    select(vec![
        WeekdaySet::EMPTY,
        WeekdaySet::from_array([Weekday::Sat, Weekday::Sun]),
        WeekdaySet::from_array([Weekday::Fri]),
    ])
}

prop_compose! {
    fn observed()(
        whose in some(&["buyer", "both", "a newer side"]),
        of in vec(some(&["DE", "CN"]), 0..3),
        weekend in weekend().boxed(),
        closed in btree_set(a_date(), 0..3),
        worked in btree_set(a_date(), 0..2),
        extra in extra(),
    ) -> Observed {
        Observed { whose, of, weekend, closed, worked, extra }
    }
}

prop_compose! {
    fn kept_row()(
        label in member::<Label>(),
        due in a_date(),
        money in some(&["USD 5.00"]),
        extra in extra(),
    ) -> KeptRow {
        KeptRow { label, due, money, extra }
    }
}

prop_compose! {
    fn payment()(
        on in a_date(),
        money in some(&["USD 1.00", "USD 2.00"]),
        reference in a_text(),
        extra in extra(),
    ) -> Payment {
        Payment { on, money, reference, extra }
    }
}

prop_compose! {
    fn paper()(
        language in select(&["", "de", "zh"]),
        deposit_word in of(some(&["earnest", "a newer word"])),
        extra in extra(),
    ) -> DocumentStyle {
        DocumentStyle { language: language.into(), deposit_word, extra }
    }
}

prop_compose! {
    fn alternative()(name in a_text(), plan in plan().boxed(), before in any::<bool>(), extra in extra()) -> Alternative {
        Alternative { name, plan, before, extra }
    }
}

prop_compose! {
    fn cost()(
        what in a_text(),
        when in some(&["production+0d", "shipment-3d", "2026-12-24"]),
        amount in some(&["40%", "USD 1200.00"]),
        extra in extra(),
    ) -> Cost {
        Cost { what, when, amount, extra }
    }
}

prop_compose! {
    fn bank_given()(
        // The same details stand there once.
        accounts in subsequence(&[("DE02", "DEUTDEFF"), ("DE02", ""), ("4711", "BKCHCNBJ")], 0..=3),
        days in vec(a_date(), 3),
        newer in vec(extra(), 3),
    ) -> Vec<GivenBank> {
        let given = accounts.into_iter().zip(days).zip(newer);
        let mut given: Vec<GivenBank> = given
            .map(|(((account, swift), on), extra)| GivenBank { on, account: account.into(), swift: swift.into(), extra })
            .collect();
        given.sort_by_key(|given| given.on);
        given
    }
}

prop_compose! {
    fn message()(
        strategy in of(some(&["value", "a newer strategy"])),
        step in of(some(&["1", "4"])),
        language in select(&["", "de", "zh"]),
        channel in of(some(&["email", "pigeon"])),
        tone in of(some(&["warm", "a newer tone"])),
        fields in select(vec![json!({}), json!({"bank": "x"}), json!({"bank": "y", "a newer field": "\u{0}"})]),
        edited in of(edited().boxed()),
        set_aside in set_aside().boxed(),
        one_letter in any::<bool>(),
        extra in extra(),
    ) -> Work {
        let (language, fields) = (language.into(), serde_json::from_value(fields).unwrap());
        Work { strategy, step, language, channel, tone, fields, edited, set_aside, one_letter, extra }
    }
}

prop_compose! {
    // Each text once.
    fn set_aside()(
        texts in subsequence(&["one", "two"], 0..=2),
        at in of(select(&["2026-11-20T14:02:00"])),
        strategy in of(some(&["value", "a newer strategy"])),
        step in of(some(&["1"])),
        language in select(&["", "de"]),
        channel in of(some(&["pigeon"])),
        tone in of(some(&["firm"])),
        extra in extra(),
    ) -> Vec<SetAside> {
        let at = at.map(|at| at.parse().unwrap());
        let aside = |body: &str| SetAside {
            at,
            strategy: strategy.clone(),
            step: step.clone(),
            language: language.into(),
            channel: channel.clone(),
            tone: tone.clone(),
            text: Edited { body: body.into(), ..Edited::default() },
            extra: extra.clone(),
        };
        texts.into_iter().map(aside).collect()
    }
}

prop_compose! {
    fn edited()(subject in a_text(), body in select(&["b\r\n", ""]), of in select(&["0"]), extra in extra()) -> Edited {
        Edited { subject, body: body.into(), of: of.into(), extra }
    }
}

pub fn a_text() -> BoxedStrategy<String> {
    prop_oneof![3 => select(TEXTS).prop_map(str::to_owned), 1 => "\\PC{0,12}"].boxed()
}

pub fn a_date() -> BoxedStrategy<NaiveDate> {
    some(&["2026-11-20", "2026-11-21", "2024-02-29", "9999-12-31"])
}

/// Values by how they stand in a file.
pub fn some<T: DeserializeOwned + Clone + Debug + 'static>(
    written: &'static [&'static str],
) -> BoxedStrategy<T> {
    select(written).prop_map(|text| serde_json::from_value(Value::from(text)).unwrap()).boxed()
}

pub fn member<T: Named + Debug>() -> BoxedStrategy<T> {
    select(T::members().collect::<Vec<_>>()).boxed()
}

/// Sometimes a field that only a newer program knows.
pub fn extra() -> BoxedStrategy<Extra> {
    let number = |written: &str| serde_json::from_str::<Value>(written).unwrap();
    let values = vec![
        json!({"a": [1, 2.50, -0.0, number("123456789012345678901234567890.10"), null, "破"]}),
        json!("text"),
        json!([[], {}]),
        number("1e400"),
    ];
    of(select(values))
        .prop_map(|value| {
            let fields: serde_json::Map<_, _> =
                value.map(|value| (NEWER.to_owned(), value)).into_iter().collect();
            fields.into()
        })
        .boxed()
}
