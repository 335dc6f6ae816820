//! What holds for all terms: exact sums, order, no empty row, anchored dates, faithful saving.

use std::num::NonZeroU32;

use chrono::{Days, Months, NaiveDate};
use icebreak::domain::deposit::{
    Anchor, DayOfMonth, DayRule, DepositShare, DepositTerms, Interval, Label, LineAmount, Payment,
    PeriodUnit, Plan, Schedule, Shift, Span, Status, Terms, TermsLine, TermsRows, When,
};
use icebreak::domain::money::{Currency, Money, Odd, Percent};
use icebreak::domain::names::Named;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn one_of<T: Named + std::fmt::Debug>() -> impl Strategy<Value = T> {
    proptest::sample::select(T::members().collect::<Vec<T>>())
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..80_000).prop_map(|days| {
        NaiveDate::from_ymd_opt(1900, 1, 1).unwrap().checked_add_days(Days::new(days)).unwrap()
    })
}

fn money() -> impl Strategy<Value = Money> {
    let currency = proptest::sample::select(Currency::all().collect::<Vec<Currency>>());
    (prop_oneof![1_i64..200, 1_i64..10_000_000_000], currency)
        .prop_map(|(minor, currency)| Money::from_minor(minor, currency))
}

fn percent() -> impl Strategy<Value = Percent> {
    prop_oneof![(1_i64..=100, Just(0)), (1_i64..=100_000, Just(3)), (1_i64..=100_000_000, Just(6))]
        .prop_map(|(number, scale)| Percent::new(Decimal::new(number, scale)).unwrap())
}

fn when() -> impl Strategy<Value = When> {
    let day_of_month = || (1_u8..=31).prop_map(|day| DayOfMonth::new(day).unwrap());
    let rule = prop_oneof![
        Just(DayRule::EndOfMonth),
        vec(day_of_month(), 1..4).prop_map(|days| DayRule::NextOf(days.into())),
        day_of_month().prop_map(DayRule::NextMonth),
    ];
    let span = (0_u32..100, one_of::<PeriodUnit>()).prop_map(|(count, unit)| Span { count, unit });
    prop_oneof![
        1 => day().prop_map(When::On),
        5 => (one_of::<Anchor>(), span, proptest::option::of(rule))
            .prop_map(|(anchor, span, rule)| When::After { anchor, span, rule }),
    ]
}

fn line(total: Money) -> impl Strategy<Value = TermsLine> {
    let scale = total.currency().digits();
    let amount = prop_oneof![
        percent().prop_map(LineAmount::Percent),
        percent().prop_map(LineAmount::PercentLeft),
        (1..=total.minor()).prop_map(move |minor| LineAmount::Fixed(Decimal::new(minor, scale))),
        Just(LineAmount::Rest),
    ];
    (amount, when()).prop_map(|(amount, when)| TermsLine::new(amount, when))
}

fn deposit(total: Money) -> impl Strategy<Value = DepositTerms> {
    let scale = total.currency().digits();
    let share = prop_oneof![
        percent().prop_map(DepositShare::Percent),
        (1..=total.minor()).prop_map(move |minor| DepositShare::Fixed(Decimal::new(minor, scale))),
    ];
    let count = || (1_u32..30).prop_map(|count| NonZeroU32::new(count).unwrap());
    (share, count(), count(), count(), one_of::<PeriodUnit>(), one_of::<Odd>()).prop_map(
        |(deposit, parts, balance_parts, count, unit, odd)| DepositTerms {
            deposit,
            parts,
            balance_parts,
            every: Interval { count, unit },
            odd,
        },
    )
}

fn terms_of(rows: impl Fn(Money) -> BoxedStrategy<TermsRows>) -> impl Strategy<Value = Terms> {
    let step = proptest::option::of(1_i64..100);
    (money(), day(), step, one_of::<Shift>(), btree_set(day(), 0..5)).prop_flat_map(
        move |(total, start, step, shift, closed)| {
            rows(total).prop_map(move |rows| {
                let mut terms = Terms::new(total, start, rows);
                terms.round = step.map(|step| Decimal::new(step, total.currency().digits()));
                terms.shift = shift;
                terms.week.closed = closed.clone();
                terms
            })
        },
    )
}

fn deposit_terms() -> impl Strategy<Value = Terms> {
    terms_of(|total| deposit(total).prop_map(TermsRows::Deposit).boxed())
}

/// Any lines; most of them are refused, so half of them are made to end with the rest.
fn line_terms() -> impl Strategy<Value = Terms> {
    terms_of(|total| {
        (vec(line(total), 1..5), any::<bool>())
            .prop_map(|(mut lines, rest)| {
                if rest {
                    lines.retain(|line| line.amount != LineAmount::Rest);
                    lines.push(TermsLine::new(LineAmount::Rest, When::On(NaiveDate::default())));
                }
                TermsRows::Lines(lines)
            })
            .boxed()
    })
}

fn holds(terms: &Terms, schedule: &Schedule) -> Result<(), TestCaseError> {
    let minor: Vec<i64> = schedule.rows().iter().map(|row| row.amount.minor()).collect();
    prop_assert_eq!(minor.iter().sum::<i64>(), terms.total.minor());
    prop_assert!(minor.iter().all(|minor| *minor > 0));
    for (n, row) in (1..).zip(schedule.rows()) {
        prop_assert_eq!(row.n, n);
        prop_assert_eq!(row.amount.currency(), terms.total.currency());
        prop_assert!(terms.shift == Shift::None || row.due.is_some_and(|due| terms.week.works_on(due)));
        let exact = row.amount.decimal() * Decimal::ONE_HUNDRED / terms.total.decimal();
        prop_assert!((row.share - exact).abs() <= Decimal::new(5, 3) + Decimal::new(1, 20));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn deposits_add_up_in_equal_parts_on_anchored_dates(terms in deposit_terms()) {
        let Ok(schedule) = terms.schedule() else { return Ok(()); };
        let TermsRows::Deposit(asked) = &terms.rows else { panic!("a deposit") };
        holds(&terms, &schedule)?;
        for (label, count) in [(Label::Deposit, asked.parts), (Label::Balance, asked.balance_parts)] {
            let part: Vec<i64> =
                schedule.rows().iter().filter(|row| row.label == label).map(|row| row.amount.minor()).collect();
            let whole = label == Label::Deposit || schedule.deposit() != Some(terms.total);
            prop_assert_eq!(part.len(), if whole { count.get() as usize } else { 0 });
            prop_assert!(part.iter().max().unwrap_or(&0) - part.iter().min().unwrap_or(&0) <= 1);
            let odd_at_its_end = match asked.odd {
                Odd::First => part.is_sorted_by(|left, right| left >= right),
                Odd::Last => part.is_sorted(),
            };
            prop_assert!(odd_at_its_end);
        }
        prop_assert!(schedule.rows().is_sorted_by_key(|row| row.due));
        if terms.shift == Shift::None {
            for (k, row) in (0_u32..).zip(schedule.rows()) {
                let count = asked.every.count.get() * k;
                let due = match asked.every.unit {
                    PeriodUnit::Days => terms.start + Days::new(count.into()),
                    PeriodUnit::Weeks => terms.start + Days::new(u64::from(count) * 7),
                    PeriodUnit::Months => terms.start + Months::new(count),
                };
                prop_assert_eq!(row.due, Some(due));
            }
        }
    }

    #[test]
    fn lines_add_up(terms in line_terms()) {
        if let Ok(schedule) = terms.schedule() {
            holds(&terms, &schedule)?;
        }
    }

    #[test]
    fn payments_are_never_lost(terms in deposit_terms(), shares in vec(1_i64..50, 0..6), on in day()) {
        let Ok(schedule) = terms.schedule() else { return Ok(()); };
        let payments: Vec<Payment> = shares
            .iter()
            .map(|share| Payment::new(on, Money::from_minor(terms.total.minor() * share / 100, terms.total.currency())))
            .filter(|payment| payment.money.is_positive())
            .collect();
        let sum: i64 = payments.iter().map(|payment| payment.money.minor()).sum();
        let Ok(rows) = schedule.status(on, &payments) else {
            prop_assert!(sum > terms.total.minor());
            return Ok(());
        };
        prop_assert_eq!(rows.iter().map(|row| row.paid.minor()).sum::<i64>(), sum);
        for row in &rows {
            prop_assert_eq!(row.status == Status::Paid, row.paid == row.row.amount);
            prop_assert!(row.paid.minor() <= row.row.amount.minor());
        }
        // No row has money while an earlier one lacks some.
        let started: Vec<bool> = rows.iter().map(|row| row.paid.minor() > 0).collect();
        prop_assert!(rows.iter().zip(started.iter().skip(1)).all(|(row, next)| !next || row.status == Status::Paid));
    }

    #[test]
    fn saving_is_faithful(terms in prop_oneof![deposit_terms().boxed(), line_terms().boxed()], share in percent()) {
        let mut plan = Plan::new(terms);
        plan.production_share = Some(share);
        plan.payments = vec![Payment::new(plan.terms.start, plan.terms.total)];
        let text = serde_json::to_string(&plan).unwrap();
        prop_assert_eq!(serde_json::from_str::<Plan>(&text).unwrap(), plan);
    }
}
