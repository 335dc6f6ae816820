//! What holds for every change by hand: the sum, the locks, rows above zero, and the way back.

use std::collections::BTreeSet;

use icebreak::domain::deposit::{
    ByHand, Hold, LineAmount, NotByHand, Payment, Plan, PlanChange, Spread, Terms, TermsLine, TermsRows, When,
};
use icebreak::domain::money::{Currency, Money, Percent};
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::on;

/// Rows of these sizes (a sum, or a share where the flag says so), some locked, the first ones paid.
#[derive(Debug)]
struct Case {
    plan: Plan,
    n: u32,
    change: ByHand,
    spread: Spread,
}

fn case() -> impl Strategy<Value = Case> {
    let row = (prop_oneof![1_i64..50, 1_i64..5_000_000], any::<bool>(), proptest::bool::weighted(0.2));
    let size = prop_oneof![1_i64..60, 1_i64..6_000_000];
    (vec(row, 1..7), any::<proptest::sample::Index>(), size, any::<[bool; 2]>(), 0_u32..4, 0_i64..200)
        .prop_map(|(sizes, at, size, [by_share, to_last], kind, paid)| {
            let total = Money::from_minor(sizes.iter().map(|(size, ..)| size).sum(), Currency::EUR);
            let lines: Vec<TermsLine> =
                sizes.iter().enumerate().map(|(place, row)| line(total, place, sizes.len(), *row)).collect();
            let mut plan = Plan::new(Terms::new(total, on("2026-11-30"), TermsRows::Lines(lines)));
            if kind == 0 && paid > 0 {
                let money = Money::from_minor((total.minor() * paid / 400).max(1), Currency::EUR);
                plan.payments = vec![Payment::new(on("2026-11-30"), money)];
            }
            let change = if by_share {
                ByHand::Share(Percent::new(Decimal::new(size % 10_000 + 1, 2)).unwrap())
            } else {
                ByHand::Amount(Money::from_minor(size, Currency::EUR))
            };
            let n = u32::try_from(at.index(sizes.len())).unwrap() + 1;
            Case { plan, n, change, spread: if to_last { Spread::LastOpen } else { Spread::After } }
        })
}

fn line(total: Money, place: usize, of: usize, (size, as_share, locked): (i64, bool, bool)) -> TermsLine {
    let amount = Money::from_minor(size, Currency::EUR);
    let share = Percent::new((amount.decimal() * Decimal::ONE_HUNDRED / total.decimal()).round_dp(6))
        .filter(|share| as_share && total.percent(*share, total.unit()) == Some(amount));
    let amount = match share {
        _ if place + 1 == of => LineAmount::Rest,
        Some(share) => LineAmount::Percent(share),
        None => LineAmount::Fixed(amount.decimal()),
    };
    let when: When = format!("+{}d", place * 10).parse().unwrap();
    TermsLine { locked, ..TermsLine::new(amount, when) }
}

fn minors(plan: &Plan) -> Vec<i64> {
    plan.schedule().unwrap().rows().iter().map(|row| row.amount.minor()).collect()
}

/// The row itself, or those that should take up the difference, could not be changed so.
fn is_reason(why: &NotByHand, plan: &Plan, holds: &[Hold], at: usize, by: &ByHand, spread: Spread) -> bool {
    let day = on("2026-12-01");
    let row = &plan.status(day).unwrap()[at];
    let wanted = wanted(plan, by);
    let others: Vec<usize> =
        (0..holds.len()).filter(|other| *other != at && holds[*other] == Hold::Open).collect();
    let after: Vec<usize> = others.iter().copied().filter(|other| *other > at).collect();
    let takers = match spread {
        Spread::After if after.is_empty() => others,
        Spread::After => after,
        Spread::LastOpen => others.last().copied().into_iter().collect(),
    };
    let sizes: Vec<i64> = takers.iter().map(|taker| minors(plan)[*taker]).collect();
    let room: i64 = sizes.iter().sum();
    let left = room - (wanted - row.row.amount.minor());
    // In proportion the smallest would get less than a unit.
    let is_emptied = |size: &i64| i128::from(*size) * i128::from(left) < i128::from(room);
    match why {
        NotByHand::Paid { .. } => holds[at] == Hold::Paid,
        NotByHand::Locked { .. } => holds[at] == Hold::Locked,
        NotByHand::NotPositive { .. } => wanted <= 0,
        NotByHand::BelowPaid { .. } => wanted < row.paid.minor(),
        NotByHand::NobodyLeft { .. } => takers.is_empty(),
        NotByHand::Emptied { .. } => sizes.iter().any(is_emptied),
        NotByHand::NoSuchRow { .. } | NotByHand::Plan(_) => false,
    }
}

fn wanted(plan: &Plan, by: &ByHand) -> i64 {
    match by {
        ByHand::Amount(amount) => amount.minor(),
        ByHand::Share(percent) => {
            plan.terms.total.percent(*percent, plan.terms.total.unit()).unwrap().minor()
        }
        ByHand::When(_) | ByHand::Locked(_) => unreachable!(),
    }
}

fn change(plan: &Plan, n: u32, change: &ByHand, spread: Spread) -> Option<Plan> {
    let day = on("2026-12-01");
    let terms = plan.by_hand(day, n, change, spread).ok()?.terms;
    Some(plan.changed(&PlanChange::ByHand(terms), day))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_change_by_hand_leaves_a_whole_plan(case in case()) {
        let Case { plan, n, change: by, spread } = case;
        let day = on("2026-12-01");
        let (before, holds) = (minors(&plan), plan.holds(day).unwrap());
        let changed_at = usize::try_from(n).unwrap() - 1;
        let Some(after) = change(&plan, n, &by, spread) else {
            let why = plan.by_hand(day, n, &by, spread).unwrap_err();
            prop_assert!(is_reason(&why, &plan, &holds, changed_at, &by, spread), "{why:?}");
            return Ok(());
        };
        let now = minors(&after);
        prop_assert_eq!(now.len(), before.len());
        prop_assert_eq!(now.iter().sum::<i64>(), plan.terms.total.minor());
        prop_assert!(now.iter().all(|minor| *minor > 0));
        prop_assert_eq!(now[changed_at], wanted(&plan, &by), "stays as typed");
        let touched: BTreeSet<usize> = (0..now.len()).filter(|at| now[*at] != before[*at]).collect();
        for at in &touched {
            prop_assert!(*at == changed_at || holds[*at] == Hold::Open, "row {at} was {:?}", holds[*at]);
        }
        match spread {
            Spread::LastOpen => prop_assert!(touched.len() <= 2),
            Spread::After => prop_assert!(
                touched.iter().all(|at| *at >= changed_at) || touched.iter().all(|at| *at <= changed_at)
            ),
        }
        let saved = serde_json::to_string(&after).unwrap();
        prop_assert_eq!(minors(&serde_json::from_str::<Plan>(&saved).unwrap()), now);
        // Again: nothing more happens, or the row was lowered to what is paid of it and is now closed.
        match change(&after, n, &by, spread) {
            Some(again) => prop_assert_eq!(&again.terms, &after.terms),
            None => prop_assert_eq!(after.holds(day).unwrap()[changed_at], Hold::Paid),
        }
    }

    #[test]
    fn less_and_back_again_is_as_before(sizes in vec(2_i64..5_000_000, 2..7), at in any::<proptest::sample::Index>(), less in 1_i64..5_000_000, to_last in any::<bool>()) {
        let total = Money::from_minor(sizes.iter().sum(), Currency::EUR);
        let of = sizes.len();
        let lines = sizes.iter().enumerate().map(|(place, size)| line(total, place, of, (*size, true, false))).collect();
        let plan = Plan::new(Terms::new(total, on("2026-11-30"), TermsRows::Lines(lines)));
        let at = at.index(of);
        let less = 1 + less % (sizes[at] - 1);
        let n = u32::try_from(at).unwrap() + 1;
        let spread = if to_last { Spread::LastOpen } else { Spread::After };
        let amount = |minor| ByHand::Amount(Money::from_minor(minor, Currency::EUR));
        let lower = change(&plan, n, &amount(sizes[at] - less), spread).unwrap();
        let back = change(&lower, n, &amount(sizes[at]), spread).unwrap();
        prop_assert_eq!(minors(&back), sizes);
    }
}
