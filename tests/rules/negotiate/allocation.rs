//! What is allocated and what is left, of plans and of unfinished lines.

use icebreak::domain::deposit::{PlanRefused, Preset};

use super::{eur, terms};

#[test]
fn the_facts_hold_for_unfinished_lines_too() {
    // Lines; allocated, its share, left, over; each row.
    let check = |lines: &[&str], expected: &str, rows: &str| {
        let facts = terms(lines).allocation().unwrap();
        let share = facts.share.map(|share| share.to_string()).unwrap_or_default();
        let said = format!("{} {share}% {} {}", facts.allocated, facts.left, facts.over);
        assert_eq!(said, expected, "{lines:?}");
        let amounts: Vec<String> = facts.rows.iter().map(ToString::to_string).collect();
        assert_eq!(amounts.join(" "), rows, "{lines:?}");
        assert_eq!(facts.refused, terms(lines).schedule().err(), "{lines:?}");
    };
    check(&["30%@+0d", "70%@ready"], "30000.00 100.00% 0.00 0.00", "9000.00 21000.00");
    check(&["30%@+0d", "62.5%@ready"], "27750.00 92.50% 2250.00 0.00", "9000.00 18750.00");
    check(&["30%@+0d", "80%@ready"], "33000.00 110.00% 0.00 3000.00", "9000.00 24000.00");
    check(&["250@+0d"], "250.00 0.83% 29750.00 0.00", "250.00");
    check(&["rest@+0d", "40%@ready"], "30000.00 100.00% 0.00 0.00", "18000.00 12000.00");
    check(&["6000@+0d", "50%left@+1m"], "18000.00 60.00% 12000.00 0.00", "6000.00 12000.00");
    check(&["40000@+0d", "50%left@+1m"], "40000.00 133.33% 0.00 10000.00", "40000.00 0.00");
    // No bar can show what no amount can say.
    let much = "90000000000000000@+0d";
    assert_eq!(terms(&[much, much]).allocation(), None);

    check(&[], "0.00 0.00% 30000.00 0.00", "");
}

#[test]
fn a_deposit_allocates_all_or_says_why_not() {
    let mut plan = Preset::DepositInThree.applied(&terms(&[]));
    let facts = plan.allocation().unwrap();
    assert_eq!((facts.allocated, facts.rows.len(), facts.refused), (eur("30000"), 4, None));
    plan.total = eur("0");
    let facts = plan.allocation().unwrap();
    assert_eq!((facts.share, facts.refused), (None, Some(PlanRefused::TotalNotPositive)));
}
