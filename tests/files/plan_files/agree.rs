//! All formats of one plan say the same: sums, dates, states and terms, read back from each and held against each other.

mod formats;

use chrono::NaiveDate;
use icebreak::domain::deposit::{
    Alternative, Means, Payment, Plan, PlanFormat, PlanReader, Status, Terms, TermsLine, TermsRows,
};
use icebreak::domain::money::Money;
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::buyer::schedule::{PlanPaper, Voice, chat_text};
use icebreak::text::buyer::words::{DepositWord, PaperLanguage};
use proptest::prelude::*;

use self::formats::{
    check_chat, check_letter, check_text_with_a_table, check_workbook, entries, figures, letter, squeezed,
    table_for_programs,
};
use super::workbook::open;
use super::*;

/// Terms as deals word them, with the shares and the means they come to.
const WORDED: [(&str, &[&str], &[&str], Means); 4] = [
    (
        "30% deposit, 70% against copy of B/L",
        &["30%@+0d", "70%@bl-copy"],
        &["30.00", "70.00"],
        Means::Transfer,
    ),
    (
        "30% deposit, 70% within 7 days of copy of B/L",
        &["30%@+0d", "70%@bl-copy+7d"],
        &["30.00", "70.00"],
        Means::Transfer,
    ),
    ("L/C at sight", &["100%@documents"], &["100.00"], Means::LetterOfCredit),
    ("CAD", &["100%@documents"], &["100.00"], Means::Collection),
];

/// Rows that are nobody's words.
const OTHERS: [&[&str]; 4] = [
    &["20%@2026-11-30", "10%@2026-12-30", "rest@arrival+30d"],
    &["33.333%@+0d", "33.333%left@eom+1m", "rest@acceptance"],
    &["30%@2026-12-20", "rest@shipment+2w/15"],
    &["1%@+0d", "1%@+1w", "40%left@ready", "rest@eom+2m/eom"],
];

#[derive(Clone, Debug)]
struct Case {
    plan: Plan,
    deal: Deal,
    worded: usize,
    language: PaperLanguage,
    on: NaiveDate,
}

fn case() -> impl Strategy<Value = Case> {
    let payments =
        proptest::collection::vec((0_u64..120, prop::sample::select(vec![1_u32, 20, 30, 33, 70])), 0..4);
    (
        (0_usize..WORDED.len(), proptest::option::of(0_usize..OTHERS.len())),
        prop::sample::select(vec!["EUR", "USD", "JPY", "KWD"]),
        100_000_i64..9_999_999_999,
        (payments, 0_i64..2_000, proptest::option::of(1_u32..100)),
        prop::sample::select(PaperLanguage::members().collect::<Vec<_>>()),
        (0_u64..120, proptest::option::of(prop::sample::select(Means::members().collect::<Vec<_>>()))),
        proptest::option::of(2_u32..500),
    )
        .prop_map(|(rows, code, total, ledger, language, (days, by), round)| {
            let (words, lines, _, means) = WORDED[rows.0];
            let lines = rows.1.map_or(lines, |other| OTHERS[other]);
            let total = Money::from_minor(total, currency(code));
            let read = |(n, text): (usize, &&str)| {
                let label = if n == 0 { Label::Deposit } else { Label::Balance };
                TermsLine { label, ..TermsLine::read(text, currency(code)).unwrap() }
            };
            let lines: Vec<TermsLine> = lines.iter().enumerate().map(read).collect();
            let mut terms = Terms::new(total, on("2026-11-30"), TermsRows::Lines(lines));
            terms.by = by.unwrap_or(means);
            terms.round = round.map(Into::into);
            let mut plan = Plan::new(terms);
            let (payments, tolerance, share) = ledger;
            plan.tolerance = Some(Money::from_minor(tolerance, currency(code)));
            plan.production_share =
                share.map(|share| icebreak::domain::money::Percent::new(share.into()).unwrap());
            for (days, percent) in payments {
                let paid = Money::from_minor(total.minor() * i64::from(percent) / 100 - 1, currency(code));
                plan = plan.with_payment(Payment::new(on("2026-11-20") + chrono::Days::new(days), paid));
            }
            let mut deal = deal("Buyer & Sons", language.name(), "");
            deal.agreed.payment_terms = words.to_owned();
            Case { plan, deal, worded: rows.0, language, on: on("2026-11-20") + chrono::Days::new(days) }
        })
        .prop_filter("the terms make a plan", |case| case.plan.status(case.on).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_format_of_a_plan_says_the_same(case in case()) {
        let Case { plan, deal, worded, language, on } = &case;
        let code = plan.terms.total.currency().code();
        let voice = || Voice::new(language.name(), None, DepositWord::Prepayment);
        let words = voice().words();
        let file = |format, reader| {
            let about = DocumentSubject { on: *on, ..about(plan, Some(deal)) };
            let file = PlanFile { about, language: Language::English, made: made() };
            plan_file(&file, format, reader)
        };
        let bytes = |format| file(format, PlanReader::Buyer).unwrap().bytes;
        let mut told = table_for_programs(&bytes(PlanFormat::Csv), code);
        // What is paid, what fees took and what is open make the amount, and the amounts the total.
        for (row, status) in &told.rows {
            prop_assert_eq!(row.paid + row.fees + row.open, row.amount);
            prop_assert_eq!(row.open == 0, *status == Status::Paid);
        }
        let total: i64 = told.rows.iter().map(|(row, _)| row.amount).sum();
        prop_assert_eq!(total, plan.terms.total.minor());
        // What is paid in the rows and what is beyond the total is all that came.
        let came = plan.payments.iter().filter(|payment| payment.on <= *on);
        let came: i64 = came.map(|payment| payment.money.minor()).sum();
        prop_assert_eq!(told.rows.iter().map(|(row, _)| row.paid).sum::<i64>() + told.over, came);
        prop_assert_eq!(&told.by, plan.terms.by.name());
        told.by = format!("{} {code}", told.by);

        check_workbook(&bytes(PlanFormat::Xlsx), &told, plan.terms.total.currency().digits(), words);
        let markdown = String::from_utf8(bytes(PlanFormat::Markdown)).unwrap();
        check_text_with_a_table(&markdown, &told, &voice());
        let paper = PlanPaper::new(&DocumentSubject { on: *on, ..about(plan, Some(deal)) }, voice()).unwrap();
        let chat = chat_text(&paper);
        check_chat(&chat, &told, &voice());
        let of = |minor: i64| voice().amount(Money::from_minor(minor, plan.terms.total.currency()));
        let letter = letter(plan, deal, *on);
        let exact = plan.schedule().unwrap().shares();
        prop_assert_eq!(exact.iter().sum::<rust_decimal::Decimal>(), 100.into());
        let shares: Vec<String> = exact.iter().map(|share| voice().percent(*share)).collect();
        check_letter(&letter, &told, &of, &voice(), &shares);

        // Calendars remind of what is open and has a day, and of the same last true day as the letter.
        let waits = told.rows.iter().filter(|(_, status)| *status != Status::Paid);
        let expected: Vec<(NaiveDate, i64)> = waits.filter_map(|(row, _)| Some((row.due?, row.open))).collect();
        for reader in [PlanReader::Buyer, PlanReader::Seller] {
            let (rows, last) = match file(PlanFormat::Ics, reader) {
                Ok(written) => entries(&written.bytes),
                Err(refused) => {
                    let all_paid = told.rows.iter().all(|(_, status)| *status == Status::Paid);
                    let why = if all_paid { PlanProblem::AllPaid } else { PlanProblem::NoDates };
                    prop_assert_eq!(refused, why);
                    (Vec::new(), None)
                }
            };
            prop_assert_eq!(rows.len(), expected.len());
            for ((day, summary), (due, open)) in rows.iter().zip(&expected) {
                let said: Vec<i64> =
                    summary.split(' ').filter(|part| part.contains(code)).map(figures).collect();
                prop_assert_eq!((*day, said), (*due, vec![*open]));
            }
            let said = squeezed(&words.labelled(words.shipping.last_true_day, ""));
            let dated = last.map(|day| format!("{said}{}", squeezed(&voice().reader().date_long(day))));
            prop_assert_eq!(letter.contains(&said), dated.is_some());
            prop_assert!(letter.contains(&dated.unwrap_or_default()));
        }

        // A letter of credit and cash against documents are named wherever people read; a transfer nowhere.
        for (means, name) in [
            (Means::LetterOfCredit, words.methods.letter_of_credit_at_sight),
            (Means::Collection, words.methods.cash_against_documents),
        ] {
            let is_named = plan.terms.by == means;
            let (sheet, _workbook) = open(&bytes(PlanFormat::Xlsx));
            prop_assert_eq!(markdown.contains(name), is_named);
            prop_assert_eq!(chat.contains(name), is_named);
            prop_assert_eq!(sheet.cells.values().any(|cell| *cell == name), is_named);
            prop_assert_eq!(letter.contains(&squeezed(name)), is_named);
        }
        // The deal's own words only beside rows that say the same.
        let (text, _, shares, means) = WORDED[*worded];
        let quoted = squeezed(&words.labelled(words.payment_terms, text));
        if letter.contains(&quoted) {
            prop_assert_eq!(&told.shares, shares);
            prop_assert_eq!(plan.terms.by, means);
        }
        prop_assert!(!text.contains('%') || !chat.contains(text) && !markdown.contains(text));
    }
}

#[test]
fn worded_terms_stand_beside_rows_that_say_the_same() {
    for (text, lines, _, by) in WORDED {
        let lines: Vec<TermsLine> =
            lines.iter().map(|line| TermsLine::read(line, currency("EUR")).unwrap()).collect();
        let said = icebreak::domain::deposit::WordedTerms::read(text).unwrap();
        let mut plan = Plan::new(said.applied(&Terms::new(
            money("30000.00", "EUR"),
            on("2026-11-30"),
            TermsRows::Lines(lines),
        )));
        let mut deal = deal("Buyer", "en", "GB");
        deal.agreed.payment_terms = text.to_owned();
        let is_quoted = |plan: &Plan| {
            letter(plan, &deal, on("2026-12-01")).contains(&squeezed(&format!("Payment terms: {text}")))
        };
        assert!(is_quoted(&plan) && plan.terms.by == by, "{text}");
        // A lock is no other offer; other means are.
        if let TermsRows::Lines(lines) = &mut plan.terms.rows {
            lines[0].locked = true;
        }
        assert!(is_quoted(&plan), "{text}");
        plan.terms.by = if by == Means::Transfer { Means::LetterOfCredit } else { Means::Transfer };
        assert!(!is_quoted(&plan), "{text}");
    }
}

#[test]
fn what_the_seller_calls_a_plan_never_leaves() {
    let plan = part_paid();
    let mut deal = deal("Buyer", "zh", "CN");
    deal.plan_name = "Deposit in more parts".to_owned();
    deal.alternatives = vec![Alternative::new("Former plan", &plan)];
    let mut said = vec![letter(&plan, &deal, on("2026-12-01"))];
    said.push(squeezed(&chat_text(
        &PlanPaper::new(&about(&plan, Some(&deal)), Voice::of_plan(&plan, Some(&deal), Language::English))
            .unwrap(),
    )));
    for format in PlanFormat::members() {
        let written = written_for(PlanReader::Buyer, &plan, Some(&deal), format).unwrap();
        said.push(squeezed(&written.name));
        let text = match format {
            PlanFormat::Xlsx => {
                let (sheet, _workbook) = open(&written.bytes);
                sheet.cells.values().map(ToString::to_string).collect()
            }
            PlanFormat::Csv | PlanFormat::Markdown | PlanFormat::Ics => {
                String::from_utf8(written.bytes).unwrap()
            }
        };
        said.push(squeezed(&text));
    }
    for text in said {
        assert!(!text.contains("moreparts") && !text.contains("Formerplan"), "{text}");
    }
}
