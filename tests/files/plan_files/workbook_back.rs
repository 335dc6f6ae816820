//! A workbook comes back as the plan it was; what somebody changed in it wins, or is refused.

use calamine::Data;
use icebreak::domain::deposit::{
    DepositShare, DepositTerms, Label, LineAmount, Milestone, Plan, PlanFormat, ScheduleRow, Shift, Terms,
    TermsLine, TermsRows, When,
};
use icebreak::domain::files::export_problem::PlanReadProblem;
use icebreak::domain::import::problem::ImportProblem;
use icebreak::domain::money::{Currency, Money, Odd};
use icebreak::domain::names::Named as _;
use icebreak::exchange::plans::plan_xlsx::read_plan;
use icebreak::text::buyer::words::PaperLanguage;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::workbook::open;
use super::{deal, money, on, part_paid, plan, written};

/// The workbook of a plan as a person's program saves it after they changed cells of the sheet they see.
fn edited(plan: &Plan, language: &str, hidden: bool, change: impl Fn(&str) -> Option<Data>) -> Vec<u8> {
    let bytes = written(plan, Some(&deal("Buyer", language, "")), PlanFormat::Xlsx);
    let (sheet, mut workbook) = open(&bytes);
    let mut saved = Workbook::new();
    let visible = saved.add_worksheet();
    let mut all = sheet.cells.clone();
    for row in 1..120 {
        for column in 'A'..='H' {
            let at = format!("{column}{row}");
            if let Some(value) = change(&at) {
                all.insert(at, value);
            }
        }
    }
    let date = Format::new().set_num_format("dd.mm.yyyy");
    for (at, value) in &all {
        let column = u16::from(at.as_bytes()[0] - b'A');
        let row = at[1..].parse::<u32>().unwrap() - 1;
        let is_changed = change(at).is_some();
        match (sheet.formulas.get(at), value) {
            (Some(formula), _) if !is_changed => {
                let formula = rust_xlsxwriter::Formula::new(formula).set_result(value.to_string());
                visible.write_formula(row, column, formula).unwrap();
            }
            (_, Data::Float(number)) => drop(visible.write_number(row, column, *number).unwrap()),
            (_, Data::DateTime(moment)) => {
                let serial = moment.as_f64();
                let day = ExcelDateTime::from_serial_datetime(serial).unwrap();
                visible.write_datetime_with_format(row, column, &day, &date).unwrap();
            }
            (_, Data::Empty) => {}
            (_, other) => drop(visible.write_string(row, column, other.to_string()).unwrap()),
        }
    }
    if hidden {
        use calamine::Reader as _;
        let terms = workbook.worksheet_range("icebreak").unwrap();
        let sheet = saved.add_worksheet();
        sheet.set_name("icebreak").unwrap().set_hidden(true);
        for (row, cells) in (0_u32..).zip(terms.rows()) {
            for (column, cell) in (0_u16..).zip(cells) {
                sheet.write_string(row, column, cell.to_string()).unwrap();
            }
        }
    }
    saved.save_to_buffer().unwrap()
}

fn at(cell: &'static str, value: Data) -> impl Fn(&str) -> Option<Data> {
    move |at| (at == cell).then(|| value.clone())
}

fn unchanged(_at: &str) -> Option<Data> {
    None
}

/// What the buyer and the seller see of a row.
fn seen(plan: &Plan) -> Vec<(Label, Money, Option<chrono::NaiveDate>, Option<Milestone>)> {
    let shown = |row: &ScheduleRow| (row.label, row.amount, row.due, row.upon());
    plan.schedule().unwrap().rows().iter().map(shown).collect()
}

fn lines(plan: &Plan) -> Vec<(LineAmount, When, Label)> {
    let TermsRows::Lines(lines) = &plan.terms.rows else { panic!("lines") };
    lines.iter().map(|line| (line.amount, line.when.clone(), line.label)).collect()
}

#[test]
fn a_workbook_comes_back_as_the_plan_it_was_in_every_language() {
    for language in PaperLanguage::members() {
        for code in ["USD", "JPY", "KWD"] {
            let before = plan("3000001", code);
            let bytes = written(&before, Some(&deal("Buyer", language.name(), "")), PlanFormat::Xlsx);
            assert_eq!(read_plan(&bytes), Ok(before.clone()), "{language:?} {code}");
            // Also when another program has saved it, and when the hidden sheet was lost.
            let saved = edited(&before, language.name(), true, unchanged);
            assert_eq!(read_plan(&saved), Ok(before.clone()), "{language:?} {code}");
            let alone = read_plan(&edited(&before, language.name(), false, unchanged)).unwrap();
            let rows = |plan: &Plan| {
                let rows = seen(plan);
                let open = |(_, amount, due, upon): &(_, _, Option<_>, Option<_>)| {
                    (*amount, *due, upon.filter(|_| due.is_none()))
                };
                rows.iter().map(open).collect::<Vec<_>>()
            };
            assert_eq!(rows(&alone), rows(&before), "{language:?} {code}");
        }
    }
}

#[test]
fn what_a_row_waits_for_comes_back_from_words_alone() {
    let mut rules: Vec<String> = Vec::new();
    for milestone in Milestone::members().map(|milestone| milestone.name()) {
        for rule in ["", "+1d", "+7d", "+30d", "+2w", "+5m", "+0d/eom", "+30d/15", "+1m/next-10", "+0d/5,20"]
        {
            rules.push(format!("{milestone}{rule}"));
        }
    }
    let terms = |language: PaperLanguage| {
        let mut lines: Vec<String> = rules.iter().map(|rule| format!("100@{rule}")).collect();
        lines.push("rest@+0d".to_owned());
        let lines = lines.iter().map(|line| TermsLine::read(line, Currency::EUR).unwrap()).collect();
        let plan = Plan::new(Terms::new(money("30000.00", "EUR"), on("2026-11-30"), TermsRows::Lines(lines)));
        read_plan(&edited(&plan, language.name(), false, unchanged)).unwrap()
    };
    for language in PaperLanguage::members() {
        let back = terms(language);
        let whens: Vec<String> = lines(&back).iter().map(|(_, when, _)| when.to_string()).collect();
        assert_eq!(whens[..rules.len()], rules, "{language:?}");
    }
    // Somebody who types other days over the words changes the terms; the command line's words do as well.
    let before = plan("30000.00", "EUR");
    for (typed, when) in [
        ("10 Tage nach Abnahme", "acceptance+10d"),
        ("10 days after acceptance", "acceptance+10d"),
        ("delivery+2w", "delivery+2w"),
    ] {
        let after = read_plan(&edited(&before, "de", true, at("C11", Data::String(typed.into())))).unwrap();
        assert_eq!(lines(&after)[3].1.to_string(), when);
    }
}

#[test]
fn payments_and_what_is_the_sellers_own_stay_at_home() {
    let paid = part_paid();
    let mut firm = paid.clone();
    let TermsRows::Lines(lines) = &mut firm.terms.rows else { panic!("lines") };
    lines[1].locked = true;
    let back = read_plan(&written(&firm, Some(&deal("B", "de", "DE")), PlanFormat::Xlsx)).unwrap();
    assert_eq!(back, Plan { payments: Vec::new(), tolerance: None, ..paid });
}

#[test]
fn rows_that_were_closed_before_the_terms_changed_come_back() {
    let paid = part_paid();
    let other = Terms { total: money("36000.00", "EUR"), ..paid.terms.clone() };
    let changed = paid.with_terms(other, on("2026-12-01")).unwrap();
    assert_eq!(changed.kept.len(), 1);
    let back = read_plan(&written(&changed, None, PlanFormat::Xlsx)).unwrap();
    assert_eq!((&back.kept, seen(&back)), (&changed.kept, seen(&changed)));
}

#[test]
fn an_amount_that_was_typed_over_wins() {
    let before = plan("30000.00", "EUR");
    let change = |at: &str| match at {
        "E9" => Some(Data::Float(5000.0)),
        "E11" => Some(Data::Float(10_000.0)),
        _ => None,
    };
    let after = read_plan(&edited(&before, "ru", true, change)).unwrap();
    let amounts: Vec<String> = seen(&after).iter().map(|row| row.1.to_string()).collect();
    assert_eq!(amounts, ["3000.00", "5000.00", "12000.00", "10000.00"]);
    // Names and rules behind dates are as they were.
    let kept =
        |plan: &Plan| lines(plan).into_iter().map(|(_, when, label)| (when, label)).collect::<Vec<_>>();
    assert_eq!(kept(&after), kept(&before));
}

#[test]
fn amounts_that_no_longer_make_the_total_are_refused() {
    let before = plan("30000.00", "EUR");
    let refused = read_plan(&edited(&before, "en", true, at("E9", Data::Float(5000.0))));
    let [total, rows] = ["30000.00", "29000.00"].map(|text| money(text, "EUR"));
    assert_eq!(refused, Err(PlanReadProblem::Differs { total, rows }));
    // With the contract total typed over as well, they do again.
    let both = |at: &str| match at {
        "E9" => Some(Data::Float(5000.0)),
        "B6" => Some(Data::Float(29_000.0)),
        _ => None,
    };
    assert_eq!(read_plan(&edited(&before, "en", true, both)).unwrap().terms.total, rows);
}

#[test]
fn what_cannot_be_read_is_named_by_its_row() {
    let before = plan("30000.00", "EUR");
    let check = |cell: &'static str, value: Data, expected: PlanReadProblem| {
        assert_eq!(read_plan(&edited(&before, "en", true, at(cell, value))), Err(expected), "{cell}");
    };
    let text = |text: &str| Data::String(text.to_owned());
    check("E9", text("a lot"), PlanReadProblem::Amount { row: 9, text: "a lot".into() });
    check("E9", Data::Float(6000.005), PlanReadProblem::Amount { row: 9, text: "6000.005".into() });
    check("C9", text("soon"), PlanReadProblem::Date { row: 9, text: "soon".into() });
    check("C9", text("03/11/2026"), PlanReadProblem::Date { row: 9, text: "03/11/2026".into() });
    // A share that was typed over its formula would change nothing, so it is said.
    check("D9", Data::Float(0.25), PlanReadProblem::Share { row: 9 });
    assert_eq!(read_plan(&edited(&before, "en", true, at("D9", Data::Float(0.2)))), Ok(before.clone()));
}

#[test]
fn a_date_that_was_typed_over_wins_also_on_a_day_off() {
    let mut before = plan("30000.00", "EUR");
    before.terms.shift = Shift::Next;
    before.terms.milestones.insert(Milestone::BlCopy, on("2027-02-09"));
    // A Saturday, as a text and in words.
    let change = at("C9", Data::String("2 Jan 2027".into()));
    let after = read_plan(&edited(&before, "en", true, change)).unwrap();
    assert_eq!(seen(&after)[1].2, Some(on("2027-01-02")));
    assert_eq!(seen(&after)[2..], seen(&before)[2..]);
    // A milestone in the place of a date, in the reader's words or the command line's.
    for words in ["Vor Ort", "bei Lieferung", "delivery"] {
        let read = read_plan(&edited(&before, "de", true, at("C9", Data::String(words.into()))));
        match words {
            "Vor Ort" => assert!(matches!(read, Err(PlanReadProblem::Date { row: 9, .. }))),
            _ => assert_eq!(seen(&read.unwrap())[1].3, Some(Milestone::Delivery), "{words}"),
        }
    }
}

#[test]
fn what_is_no_schedule_is_refused() {
    let mut other = Workbook::new();
    other.add_worksheet().write_string(0, 0, "Buyer").unwrap();
    assert_eq!(read_plan(&other.save_to_buffer().unwrap()), Err(PlanReadProblem::NoSchedule));
    assert_eq!(read_plan(b"a,b\n1,2\n"), Err(PlanReadProblem::NoSchedule));
    let old = read_plan(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old");
    assert_eq!(old, Err(PlanReadProblem::File(ImportProblem::OldWorkbook)));
    let whole = written(&plan("300.00", "USD"), None, PlanFormat::Xlsx);
    assert!(matches!(read_plan(&whole[..whole.len() / 2]), Err(PlanReadProblem::File(_))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn deposits_come_back(
        minor in 100_000_i64..99_999_999_999,
        code in prop::sample::select(vec!["USD", "JPY", "KWD", "EUR", "CNY"]),
        share in 1_u32..100,
        parts in 1_u32..7,
        balance_parts in 1_u32..4,
        every in prop::sample::select(vec!["1m", "2w", "30d"]),
        shift in prop::sample::select(Shift::members().collect::<Vec<_>>()),
        odd in prop::sample::select(vec![Odd::First, Odd::Last]),
        language in prop::sample::select(PaperLanguage::members().collect::<Vec<_>>()),
    ) {
        let currency = Currency::from_code(code).unwrap();
        let mut terms = DepositTerms::new(DepositShare::read(&format!("{share}%"), currency).unwrap());
        terms.parts = parts.try_into().unwrap();
        terms.balance_parts = balance_parts.try_into().unwrap();
        terms.every = every.parse().unwrap();
        terms.odd = odd;
        let mut terms = Terms::new(Money::from_minor(minor, currency), on("2027-01-31"), TermsRows::Deposit(terms));
        terms.shift = shift;
        terms.week.closed.insert(on("2027-02-17"));
        let before = Plan::new(terms);
        prop_assume!(before.schedule().is_ok());
        let bytes = written(&before, Some(&deal("Buyer", language.name(), "")), PlanFormat::Xlsx);
        prop_assert_eq!(read_plan(&bytes).unwrap(), before.clone());
        // Without the hidden terms: the same amounts and days.
        let alone = read_plan(&edited(&before, language.name(), false, unchanged)).unwrap();
        let rows = |plan: &Plan| seen(plan).iter().map(|row| (row.1, row.2)).collect::<Vec<_>>();
        prop_assert_eq!(rows(&alone), rows(&before));
    }
}
