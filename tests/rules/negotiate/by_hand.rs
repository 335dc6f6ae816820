//! Rows changed by hand: who takes up the difference, what stays, and why some changes are refused.

use chrono::NaiveDate;
use icebreak::domain::deposit::{
    ByHand, Hold, NotByHand, OddUnit, Payment, Plan, PlanChange, Preset, Spread, TermsRows,
};
use icebreak::domain::money::Percent;

use super::{eur, on, terms, written};

const DAY: &str = "2026-12-01";

/// EUR 30,000: three monthly parts of 3,000 from 30 November, and 21,000.
fn in_three() -> Plan {
    Plan::new(Preset::DepositInThree.applied(&terms(&[])))
}

fn paid(plan: &Plan, amounts: &[&str]) -> Plan {
    amounts
        .iter()
        .fold(plan.clone(), |plan, amount| plan.with_payment(Payment::new(on("2026-11-29"), eur(amount))))
}

fn amount(text: &str) -> ByHand {
    ByHand::Amount(eur(text))
}

fn share(text: &str) -> ByHand {
    ByHand::Share(text.parse::<Percent>().unwrap())
}

fn date(text: &str) -> ByHand {
    ByHand::When(text.parse().unwrap())
}

fn changed(plan: &Plan, n: u32, change: &ByHand, spread: Spread) -> Result<Plan, NotByHand> {
    let day: NaiveDate = on(DAY);
    let terms = plan.by_hand(day, n, change, spread)?.terms;
    Ok(plan.changed(&PlanChange::ByHand(terms), day))
}

/// The rows as `3000.00 2026-11-30`.
fn rows(plan: &Plan) -> Vec<String> {
    plan.schedule()
        .unwrap()
        .rows()
        .iter()
        .map(|row| format!("{} {}", row.amount, row.due.map_or("-".to_owned(), |due| due.to_string())))
        .collect()
}

fn check(plan: &Plan, n: u32, change: &ByHand, spread: Spread, expected: &[&str]) -> Plan {
    let after = changed(plan, n, change, spread).unwrap_or_else(|why| panic!("{n} {change:?}: {why}"));
    assert_eq!(written(&after.terms.rows), expected, "{n} {change:?}");
    after
}

#[test]
fn the_rows_after_take_up_the_difference_in_proportion() {
    let plan = in_three();
    let after = check(
        &plan,
        1,
        &amount("3900"),
        Spread::After,
        &["3900.00@+0d deposit", "9.66667%@+1m deposit", "9.66667%@+2m deposit", "rest@+3m balance"],
    );
    assert_eq!(
        rows(&after),
        ["3900.00 2026-11-30", "2900.00 2026-12-30", "2900.00 2027-01-30", "20300.00 2027-02-28"]
    );
    check(
        &plan,
        1,
        &share("20%"),
        Spread::LastOpen,
        &["20%@+0d deposit", "10%@+1m deposit", "10%@+2m deposit", "rest@+3m balance"],
    );
    check(
        &plan,
        3,
        &share("25%"),
        Spread::After,
        &["10%@+0d deposit", "10%@+1m deposit", "25%@+2m deposit", "rest@+3m balance"],
    );
}

#[test]
fn the_rows_before_do_where_none_is_after() {
    let after = check(
        &in_three(),
        4,
        &share("76%"),
        Spread::After,
        &["8%@+0d deposit", "8%@+1m deposit", "8%@+2m deposit", "76%@+3m balance"],
    );
    assert_eq!(rows(&after)[3], "22800.00 2027-02-28");
    check(
        &Plan::new(terms(&["30%@+0d", "rest@ready"])),
        2,
        &amount("20000"),
        Spread::After,
        &["10000.00@+0d", "20000.00@ready"],
    );
    // Uneven: 7,000.01 in three parts of the same size; the odd cents are in the last.
    let after = changed(&in_three(), 4, &amount("22999.99"), Spread::After).unwrap();
    let amounts: Vec<String> = rows(&after).iter().map(|row| row[..7].to_owned()).collect();
    assert_eq!(amounts, ["2333.33", "2333.34", "2333.34", "22999.9"]);
}

#[test]
fn shares_follow_a_later_total_and_sums_do_not() {
    let mut after = changed(&in_three(), 1, &share("20%"), Spread::LastOpen).unwrap();
    after.terms.total = eur("60000");
    assert_eq!(rows(&after)[0], "12000.00 2026-11-30");
    let mut after = changed(&in_three(), 1, &amount("6000"), Spread::LastOpen).unwrap();
    after.terms.total = eur("60000");
    let amounts: Vec<String> = rows(&after);
    assert_eq!(amounts[0], "6000.00 2026-11-30");
    assert_eq!(amounts[1], "6000.00 2026-12-30");
    assert_eq!(amounts[3], "42000.00 2027-02-28");
}

#[test]
fn a_date_moves_alone() {
    let after = check(
        &in_three(),
        2,
        &date("2026-12-20"),
        Spread::After,
        &["10%@+0d deposit", "10%@2026-12-20 deposit", "10%@+2m deposit", "rest@+3m balance"],
    );
    check(
        &after,
        4,
        &date("bl-copy+7d"),
        Spread::After,
        &["10%@+0d deposit", "10%@2026-12-20 deposit", "10%@+2m deposit", "rest@bl-copy+7d balance"],
    );
}

#[test]
fn locked_rows_stay_and_say_so() {
    let plan = changed(&in_three(), 2, &ByHand::Locked(true), Spread::After).unwrap();
    assert_eq!(plan.holds(on(DAY)).unwrap(), [Hold::Open, Hold::Locked, Hold::Open, Hold::Open]);
    check(
        &plan,
        1,
        &amount("5400"),
        Spread::After,
        &["5400.00@+0d deposit", "10%@+1m deposit locked", "9%@+2m deposit", "rest@+3m balance"],
    );
    assert_eq!(changed(&plan, 2, &amount("1"), Spread::After), Err(NotByHand::Locked { n: 2 }));
    assert_eq!(changed(&plan, 2, &date("2027-01-01"), Spread::After), Err(NotByHand::Locked { n: 2 }));
    let open = changed(&plan, 2, &ByHand::Locked(false), Spread::After).unwrap();
    assert_eq!(open.holds(on(DAY)).unwrap()[1], Hold::Open);
}

#[test]
fn a_locked_last_row_keeps_its_amount() {
    let plan = changed(&in_three(), 4, &ByHand::Locked(true), Spread::After).unwrap();
    let after = changed(&plan, 2, &amount("2000"), Spread::LastOpen).unwrap();
    let amounts = rows(&after);
    assert_eq!(amounts[2], "4000.00 2027-01-30");
    assert_eq!(amounts[3], "21000.00 2027-02-28");
}

#[test]
fn paid_rows_stay_as_they_are() {
    let plan = paid(&in_three(), &["3000", "1000"]);
    assert_eq!(plan.holds(on(DAY)).unwrap(), [Hold::Paid, Hold::PartPaid, Hold::Open, Hold::Open]);
    for change in [amount("3100"), share("12%"), date("2026-12-24"), ByHand::Locked(true)] {
        assert_eq!(changed(&plan, 1, &change, Spread::After), Err(NotByHand::Paid { n: 1 }), "{change:?}");
    }
    let short = NotByHand::BelowPaid { n: 2, paid: eur("1000") };
    assert_eq!(changed(&plan, 2, &amount("999.99"), Spread::After), Err(short));
    // What has some money does not take up a difference.
    let after = changed(&plan, 3, &amount("27000"), Spread::After);
    assert_eq!(after, Err(NotByHand::Emptied { n: 4 }));
    let after = changed(&plan, 4, &amount("20000"), Spread::After).unwrap();
    let amounts: Vec<String> = rows(&after);
    assert_eq!(
        amounts,
        ["3000.00 2026-11-30", "3000.00 2026-12-30", "4000.00 2027-01-30", "20000.00 2027-02-28"]
    );
    // Changed again, and before the paid row's date: it stays the paid one.
    let after = changed(&after, 3, &date("2026-11-20"), Spread::After).unwrap();
    let amounts: Vec<String> = rows(&after);
    assert_eq!(
        amounts,
        ["3000.00 2026-11-30", "3000.00 2026-12-30", "4000.00 2026-11-20", "20000.00 2027-02-28"]
    );
    assert_eq!(after.holds(on(DAY)).unwrap()[0], Hold::Paid);
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let plan = in_three();
    let check = |plan: &Plan, n: u32, change: ByHand, why: NotByHand| {
        assert_eq!(changed(plan, n, &change, Spread::After), Err(why), "{n} {change:?}");
    };
    check(&plan, 0, amount("1"), NotByHand::NoSuchRow { n: 0 });
    check(&plan, 5, amount("1"), NotByHand::NoSuchRow { n: 5 });
    check(&plan, 1, amount("0"), NotByHand::NotPositive { n: 1 });
    check(&plan, 1, amount("30000"), NotByHand::Emptied { n: 2 });
    check(&plan, 1, share("100%"), NotByHand::Emptied { n: 2 });
    check(&plan, 1, amount("99999"), NotByHand::Emptied { n: 2 });
    let mut locked = plan.clone();
    for n in [2, 3, 4] {
        locked = changed(&locked, n, &ByHand::Locked(true), Spread::After).unwrap();
    }
    check(&locked, 1, amount("2750"), NotByHand::NobodyLeft { left: eur("250") });
    let single = Plan::new(Preset::Advance.applied(&plan.terms));
    check(&single, 1, amount("29000"), NotByHand::NobodyLeft { left: eur("1000") });
    let mut broken = Plan::new(terms(&["30%@+0d"]));
    assert!(matches!(changed(&broken, 1, &amount("1"), Spread::After), Err(NotByHand::Plan(_))));
    broken.terms.rows = TermsRows::Lines(Vec::new());
    assert!(matches!(changed(&broken, 1, &amount("1"), Spread::After), Err(NotByHand::Plan(_))));
}

#[test]
fn who_takes_the_odd_cent_is_known_and_is_neither_typed_nor_locked() {
    // Four rows of 7,500, some of them locked; the first is changed, and the others come to this.
    let check = |locked: &[usize], change: &ByHand, spread: Spread, amounts: &str, odd: Option<OddUnit>| {
        let mut plan = Plan::new(terms(&["7500@+0d", "7500@+1m", "7500@+2m", "rest@+3m"]));
        if let TermsRows::Lines(lines) = &mut plan.terms.rows {
            for place in locked {
                lines[*place - 1].locked = true;
            }
        }
        let changed = plan.by_hand(on(DAY), 1, change, spread).unwrap();
        let schedule = changed.terms.schedule().unwrap();
        let others: Vec<String> = schedule.rows()[1..].iter().map(|row| row.amount.to_string()).collect();
        assert_eq!((&*others.join(" "), changed.odd), (amounts, odd), "{change:?}, {locked:?} locked");
    };
    let after = Spread::After;
    check(&[], &amount("7200"), after, "7600.00 7600.00 7600.00", None);
    check(&[], &amount("7499.99"), after, "7500.00 7500.00 7500.01", Some(OddUnit::More(vec![4])));
    check(&[], &amount("7499.98"), after, "7500.00 7500.01 7500.01", Some(OddUnit::Less(vec![2])));
    check(&[4], &amount("7499.99"), after, "7500.00 7500.01 7500.00", Some(OddUnit::More(vec![3])));
    check(&[], &share("24.9999%"), after, "7500.01 7500.01 7500.01", None);
    check(&[], &amount("7499.99"), Spread::LastOpen, "7500.00 7500.00 7500.01", None);
    check(&[2, 4], &amount("7499.99"), after, "7500.00 7500.01 7500.00", None);
}
