//! Money in against money out: tables, and a second calculation that walks through every day.

use chrono::{Days, NaiveDate};
use icebreak::domain::deposit::{
    Compared, Cost, CostAmount, CostEvent, CostProblem, CostWhen, CostsRefused, Exposure, ExposureRefused,
    Fact, FigureValue, Financing, Gap, Payment, Plan, Production, Receipts, Shipping, Terms, TermsLine,
    TermsRows, cost_amounts,
};
use icebreak::domain::money::{Currency, Money, Percent};
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::{date, usd};

/// `Materials 40% production+0d`, one a line.
pub fn costs(lines: &[&str]) -> Vec<Cost> {
    let read = |line: &&str| {
        let (amount, when) = line.rsplit_once(' ').unwrap();
        Cost::new("", when.parse().unwrap(), amount.parse().unwrap())
    };
    lines.iter().map(read).collect()
}

/// Lines from 1 January 2027; production starts with `share` and takes ten days.
pub fn plan(total: &str, lines: &[&str], share: &str) -> Plan {
    let lines = lines.iter().map(|line| TermsLine::read(line, Currency::USD).unwrap()).collect();
    let mut plan = Plan::new(Terms::new(usd(total), date("2027-01-01"), TermsRows::Lines(lines)));
    plan.production_share = share.parse().ok();
    plan.ships_days_after = Some(10);
    plan
}

/// A plan without a deal: its own days are all that is known.
pub fn own_days(plan: &Plan) -> Shipping<'static> {
    Shipping::of(Some(plan), None, &[])
}

fn exposure_of(plan: &Plan, costs: &[Cost], receipts: Receipts) -> Result<Exposure, ExposureRefused> {
    Exposure::of(plan, costs, own_days(plan), receipts)
}

/// `2027-01-05..2027-01-20 10.00 on 2027-01-05`; the end is open without a day.
fn gaps(financing: &Financing) -> Vec<String> {
    let gap = |gap: &Gap| {
        let until = gap.until.map_or_else(String::new, |until| until.to_string());
        format!("{}..{until} {} on {}", gap.from, gap.worst, gap.worst_on)
    };
    financing.gaps().iter().map(gap).collect()
}

#[test]
fn the_buyers_money_covers_the_costs_or_not() {
    let check = |lines: &[&str], spent: &[&str], expected: &[&str]| {
        let exposure = exposure_of(&plan("100", lines, "30%"), &costs(spent), Receipts::AsPlanned).unwrap();
        assert_eq!(gaps(&exposure.financing()), expected, "{lines:?} {spent:?}");
    };
    check(&["30%@+0d", "rest@+30d"], &[], &[]);
    check(&["30%@+0d", "rest@+30d"], &["30% production+0d"], &[]);
    // What comes in on a day covers what goes out on it; a day earlier nothing covers it.
    check(&["30%@+0d", "rest@+30d"], &["30% production-1d"], &["2026-12-31..2027-01-01 30.00 on 2026-12-31"]);
    check(
        &["30%@+0d", "rest@+30d"],
        &["40% production+0d", "20% production+5d", "5% shipment-2d"],
        &["2027-01-01..2027-01-31 35.00 on 2027-01-09"],
    );
    // Two gaps; the second is the larger one. The last cent decides.
    check(
        &["30%@+0d", "30%@+10d", "rest@+20d"],
        &["USD 30.01 production+2d", "USD 50.00 production+12d"],
        &["2027-01-03..2027-01-11 0.01 on 2027-01-03", "2027-01-13..2027-01-21 20.01 on 2027-01-13"],
    );
    check(
        &["30%@+0d", "rest@+5d"],
        &["100% production+5d", "1% shipment+7d"],
        &["2027-01-18.. 1.00 on 2027-01-18"],
    );
    check(&["rest@+0d"], &["100% 2027-01-01"], &[]);
}

#[test]
fn days_and_the_worst_gap() {
    let spent = costs(&["USD 30.01 production+2d", "USD 50.00 production+12d"]);
    let plan_of = |lines: &[&str]| plan("100", lines, "30%");
    let exposure =
        exposure_of(&plan_of(&["30%@+0d", "30%@+10d", "rest@+20d"]), &spent, Receipts::AsPlanned).unwrap();
    let financing = exposure.financing();
    assert_eq!((financing.days(), financing.worst().unwrap().worst), (Some(16), usd("20.01")));
    assert_eq!(exposure.at(date("2026-12-31")), usd("0"));
    assert_eq!(exposure.at(date("2027-01-02")), usd("30"));
    assert_eq!(exposure.at(date("2027-01-12")), usd("29.99"));
    assert_eq!(Financing::Covered.days(), Some(0));
    let endless = exposure_of(
        &plan_of(&["rest@+0d"]),
        &costs(&["100% 2027-01-05", "1% 2027-01-06"]),
        Receipts::AsPlanned,
    );
    assert_eq!(endless.unwrap().financing().days(), None);
}

#[test]
fn what_has_no_day_is_left_out_and_named() {
    let waits = plan("100", &["30%@+0d", "rest@bl-copy+7d"], "30%");
    let exposure = exposure_of(&waits, &costs(&["50% shipment+0d"]), Receipts::AsPlanned).unwrap();
    assert_eq!(exposure.not_received, [2]);
    assert_eq!(gaps(&exposure.financing()), ["2027-01-11.. 20.00 on 2027-01-11"]);

    // The balance starts production, and has no date: neither has production, nor the shipment.
    let mut late = waits.clone();
    late.production_share = "40%".parse().ok();
    let exposure = exposure_of(
        &late,
        &costs(&["1% 2027-01-01", "2% production+0d", "3% shipment-3d"]),
        Receipts::AsPlanned,
    )
    .unwrap();
    assert_eq!(exposure.not_spent, [(2, CostEvent::ProductionStart), (3, CostEvent::Shipment)]);
    assert_eq!(exposure.financing(), Financing::Covered);

    // A day that the seller knows counts.
    late.terms.milestones.insert(icebreak::domain::deposit::Milestone::ProductionStart, date("2026-12-20"));
    let exposure =
        exposure_of(&late, &costs(&["2% production+0d", "3% shipment-3d"]), Receipts::AsPlanned).unwrap();
    assert_eq!(exposure.not_spent, []);
    assert_eq!(exposure.steps()[0].on, date("2026-12-20"));
    assert_eq!(exposure.steps()[1].on, date("2026-12-27"));
}

#[test]
fn payments_count_on_the_day_they_came() {
    let planned = plan("100", &["30%@+0d", "rest@+30d"], "30%");
    let spent = costs(&["40% production+0d"]);
    let of = |paid: &[(&str, &str)], on: &str| {
        let mut plan = planned.clone();
        plan.tolerance = Some(usd("0.50"));
        plan.payments = paid.iter().map(|(day, amount)| Payment::new(date(day), usd(amount))).collect();
        exposure_of(&plan, &spent, Receipts::AsPaid { on: date(on) }).map(|exposure| {
            let step = |step: &icebreak::domain::deposit::ExposureDay| {
                format!("{} +{} -{} = {}", step.on, step.received, step.spent, step.position)
            };
            exposure.steps().iter().map(step).collect::<Vec<_>>()
        })
    };
    let check = |paid: &[(&str, &str)], on: &str, expected: &[&str]| {
        assert_eq!(of(paid, on).unwrap(), expected, "{paid:?} on {on}");
    };
    // Before anything is due nothing differs from the plan.
    let whole = ["2027-01-01 +30.00 -40.00 = -10.00", "2027-01-31 +70.00 -0.00 = 60.00"];
    check(&[], "2026-12-01", &whole);
    // What is overdue comes today at the earliest; so does production.
    check(&[], "2027-01-08", &["2027-01-08 +30.00 -40.00 = -10.00", "2027-01-31 +70.00 -0.00 = 60.00"]);
    // Paid early: production starts early.
    check(
        &[("2026-12-20", "30")],
        "2027-01-08",
        &["2026-12-20 +30.00 -40.00 = -10.00", "2027-01-31 +70.00 -0.00 = 60.00"],
    );
    // Short within the tolerance: the row is closed, and the fees never come.
    check(
        &[("2027-01-02", "29.60")],
        "2027-01-08",
        &["2027-01-02 +29.60 -40.00 = -10.40", "2027-01-31 +70.00 -0.00 = 59.60"],
    );
    // In part: what is open comes today.
    check(
        &[("2027-01-02", "10")],
        "2027-01-08",
        &[
            "2027-01-02 +10.00 -0.00 = 10.00",
            "2027-01-08 +20.00 -40.00 = -10.00",
            "2027-01-31 +70.00 -0.00 = 60.00",
        ],
    );
    // A payment after the day has not happened.
    check(&[("2027-01-20", "30")], "2026-12-01", &whole);
    // More than the total is in the hand all the same.
    check(&[("2027-01-01", "101")], "2027-01-08", &["2027-01-01 +101.00 -40.00 = 61.00"]);
}

#[test]
fn a_part_of_a_row_counts_on_the_day_it_came() {
    // Production waits for a tenth; the first row is three of them, and a little short is accepted.
    let check = |share: &str, paid: &[(&str, &str)], on: &str, production: &str, expected: &[&str]| {
        let mut plan = plan("100", &["30%@+0d", "rest@+30d"], share);
        plan.tolerance = Some(usd("0.50"));
        plan.payments = paid.iter().map(|(day, amount)| Payment::new(date(day), usd(amount))).collect();
        let receipts = Receipts::AsPaid { on: date(on) };
        let spent = costs(&["40% production+0d"]);
        let compared = Compared::of(&plan, &spent, None, own_days(&plan), receipts).unwrap();
        assert_eq!(compared.starts(), Some(date(production)), "{paid:?} on {on}");
        assert_eq!(gaps(compared.financing.as_ref().unwrap()), expected, "{paid:?} on {on}");
        compared.value(Fact::ReceivedByProduction)
    };
    let some = |money: &str, share: &str| Some(FigureValue::Portion(usd(money), share.parse().unwrap()));
    // Ten came: production starts that day, and what it costs is spent from then on.
    let on_the_second = ["2027-01-02..2027-01-31 30.00 on 2027-01-02"];
    let received = check("10%", &[("2027-01-02", "10")], "2027-01-08", "2027-01-02", &on_the_second);
    assert_eq!(received, some("10.00", "10.00"));
    // Less than a tenth does not; two that make one do, with the second.
    let today = ["2027-01-08..2027-01-31 10.00 on 2027-01-08"];
    let received = check("10%", &[("2027-01-02", "9")], "2027-01-08", "2027-01-08", &today);
    assert_eq!(received, some("30.00", "30.00"));
    let on_the_fourth = ["2027-01-04..2027-01-31 30.00 on 2027-01-04"];
    check("10%", &[("2027-01-02", "9"), ("2027-01-04", "1")], "2027-01-08", "2027-01-04", &on_the_fourth);
    // Half of the second row, long before it is due.
    let early = [("2027-01-01", "30"), ("2027-01-03", "20")];
    check("50%", &early, "2027-01-08", "2027-01-03", &[]);
    check("51%", &early, "2027-01-08", "2027-01-31", &[]);
    // A row that was closed short is all there.
    let short = ["2027-01-02..2027-01-31 10.40 on 2027-01-02"];
    check("30%", &[("2027-01-02", "29.60")], "2027-01-08", "2027-01-02", &short);
    // A payment after the day has not happened.
    let none_yet = ["2027-01-01..2027-01-31 10.00 on 2027-01-01"];
    check("10%", &[("2027-01-02", "10")], "2026-12-31", "2027-01-01", &none_yet);
}

#[test]
fn shares_are_rounded_together() {
    let check = |total: &str, spent: &[&str], expected: &[&str]| {
        let amounts = cost_amounts(&costs(spent), usd(total)).unwrap();
        let amounts: Vec<String> = amounts.iter().map(ToString::to_string).collect();
        assert_eq!(amounts, expected, "{spent:?} of {total}");
    };
    let on = "2027-01-01";
    let third = format!("33.333% {on}");
    // 99.999 % of 0.10 is 0.10: the first third gets the odd cent.
    check("0.10", &[&third, &third, &third], &["0.04", "0.03", "0.03"]);
    // 50.5 + 50.5 of 0.01: the sum is 0.01, not 0.02.
    check("0.01", &[&format!("50.5% {on}"), &format!("50.5% {on}")], &["0.01", "0.00"]);
    check(
        "100",
        &[&format!("40% {on}"), &format!("USD 7.77 {on}"), &format!("80% {on}")],
        &["40.00", "7.77", "80.00"],
    );
    check("100", &[], &[]);

    let euros = costs(&["10% 2027-01-01", "EUR 5.00 2027-01-01"]);
    assert_eq!(
        cost_amounts(&euros, usd("100")),
        Err(CostsRefused::OtherCurrency { n: 2, cost: Currency::EUR, plan: Currency::USD })
    );
    let fine = Percent::new(Decimal::new(1, 18)).unwrap();
    let fine = Cost::new("", CostWhen::On(date(on)), CostAmount::Share(fine));
    let large = Money::from_minor(i64::MAX, Currency::USD);
    assert!(cost_amounts(std::slice::from_ref(&fine), large).is_ok());
    let much = Cost::new("", CostWhen::On(date(on)), CostAmount::Share("100%".parse().unwrap()));
    assert_eq!(cost_amounts(&[fine, much], large), Err(CostsRefused::TooPrecise));
}

#[test]
fn costs_are_saved_as_people_write_them() {
    let check = |when: &str, amount: &str| {
        let json = format!(r#"{{"what":"a","when":"{when}","amount":"{amount}","newer":[1.50]}}"#);
        let cost: Cost = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&cost).unwrap(), json);
    };
    check("2027-01-05", "40%");
    check("production+0d", "USD 1200.00");
    check("shipment-3d", "0.5%");
    for when in [
        "",
        "production",
        "production+3",
        "production+-3d",
        "delivery+3d",
        "2027-1-5",
        "shipment-4294967296d",
    ] {
        assert_eq!(when.parse::<CostWhen>(), Err(CostProblem::When), "{when}");
    }
    for amount in ["", "40", "0%", "-5%", "USD 0.00", "USD -1.00", "XYZ 1.00", "USD1.00"] {
        assert_eq!(amount.parse::<CostAmount>(), Err(CostProblem::Amount), "{amount}");
    }
}

fn a_cost() -> impl Strategy<Value = Cost> {
    let when = prop_oneof![
        (0_u64..90).prop_map(|days| CostWhen::On(date("2026-12-01") + Days::new(days))),
        (0_u32..40).prop_map(|days| CostWhen::Before(CostEvent::ProductionStart, days)),
        (0_u32..40).prop_map(|days| CostWhen::After(CostEvent::ProductionStart, days)),
        (0_u32..40).prop_map(|days| CostWhen::Before(CostEvent::Shipment, days)),
    ];
    let amount = prop_oneof![
        (1_i64..4_000).prop_map(|share| CostAmount::Share(Percent::new(Decimal::new(share, 2)).unwrap())),
        (1_i64..30_000).prop_map(|minor| CostAmount::Fixed(Money::from_minor(minor, Currency::USD))),
    ];
    (when, amount).prop_map(|(when, amount)| Cost::new("", when, amount))
}

fn a_plan() -> impl Strategy<Value = Plan> {
    (1_i64..100_000, vec((1_u32..30, 0_u32..60), 0..4), 0_u32..60, 1_u32..=100, 0_u32..40).prop_map(
        |(minor, parts, last, share, ships)| {
            let mut lines: Vec<String> =
                parts.iter().map(|(percent, days)| format!("{percent}%@+{days}d")).collect();
            lines.push(format!("rest@+{last}d"));
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let total = Money::from_minor(minor, Currency::USD).to_string();
            let mut plan = plan(&total, &lines, &format!("{share}%"));
            plan.ships_days_after = Some(ships);
            plan
        },
    )
}

/// Every day by itself, from the rows and costs as they are: the position in minor units.
fn day_by_day(plan: &Plan, costs: &[Cost]) -> Vec<(NaiveDate, i64)> {
    let schedule = plan.schedule().unwrap();
    let amounts = cost_amounts(costs, schedule.total()).unwrap();
    let production = schedule.row_reaching(plan.production_share.unwrap(), &plan.terms).unwrap().due.unwrap();
    let ships = production + Days::new(plan.ships_days_after.unwrap().into());
    let day_of = |when: CostWhen| match when {
        CostWhen::On(date) => date,
        CostWhen::Before(CostEvent::ProductionStart, days) => production - Days::new(days.into()),
        CostWhen::After(CostEvent::ProductionStart, days) => production + Days::new(days.into()),
        CostWhen::Before(CostEvent::Shipment, days) => ships - Days::new(days.into()),
        CostWhen::After(CostEvent::Shipment, days) => ships + Days::new(days.into()),
    };
    let first = date("2026-10-01");
    first
        .iter_days()
        .take(400)
        .map(|day| {
            let received: i64 = schedule
                .rows()
                .iter()
                .filter(|row| row.due.unwrap() <= day)
                .map(|row| row.amount.minor())
                .sum();
            let spent: i64 = costs
                .iter()
                .zip(&amounts)
                .filter(|(cost, _)| day_of(cost.when) <= day)
                .map(|(_, amount)| amount.minor())
                .sum();
            (day, received - spent)
        })
        .collect()
}

/// The runs of days below zero: first day, first day after, the worst, its day.
fn naive_gaps(days: &[(NaiveDate, i64)]) -> Vec<(NaiveDate, Option<NaiveDate>, i64, NaiveDate)> {
    let mut gaps = Vec::new();
    let mut left = days;
    while let Some(start) = left.iter().position(|(_, position)| *position < 0) {
        let run: Vec<_> = left[start..].iter().take_while(|(_, position)| *position < 0).collect();
        let worst = run.iter().map(|(_, position)| *position).min().unwrap();
        let worst_on = run.iter().find(|(_, position)| *position == worst).unwrap().0;
        let after = left.get(start + run.len()).map(|(day, _)| *day);
        gaps.push((run[0].0, after, -worst, worst_on));
        left = &left[start + run.len()..];
    }
    gaps
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_walk_through_all_days_finds_the_same_gaps(plan in a_plan(), costs in vec(a_cost(), 0..6)) {
        prop_assume!(plan.schedule().is_ok());
        let days = day_by_day(&plan, &costs);
        let exposure = exposure_of(&plan, &costs, Receipts::AsPlanned).unwrap();
        for (day, position) in &days {
            prop_assert_eq!(exposure.at(*day).minor(), *position, "on {}", day);
        }
        let found: Vec<_> = exposure
            .financing()
            .gaps()
            .iter()
            .map(|gap| (gap.from, gap.until, gap.worst.minor(), gap.worst_on))
            .collect();
        prop_assert_eq!(found, naive_gaps(&days));
        let below = days.iter().filter(|(_, position)| *position < 0).count();
        if let Some(counted) = exposure.financing().days() {
            prop_assert_eq!(counted, i64::try_from(below).unwrap());
        } else {
            prop_assert!(days.last().unwrap().1 < 0);
        }
    }

    #[test]
    fn without_payments_and_before_anything_is_due_both_ways_agree(plan in a_plan(), costs in vec(a_cost(), 0..4)) {
        prop_assume!(plan.schedule().is_ok());
        let as_paid = Receipts::AsPaid { on: date("2026-09-01") };
        prop_assert_eq!(
            exposure_of(&plan, &costs, as_paid).unwrap(),
            exposure_of(&plan, &costs, Receipts::AsPlanned).unwrap()
        );
        let (paid, planned) = (production(&plan, as_paid), production(&plan, Receipts::AsPlanned));
        prop_assert_eq!((paid, paid.start.is_some()), (planned, true));
    }

    #[test]
    fn rounded_shares_add_up(minor in 1_i64..1_000_000, shares in vec(1_i64..=100_000, 0..8)) {
        let total = Money::from_minor(minor, Currency::USD);
        let costs: Vec<Cost> = shares
            .iter()
            .map(|share| {
                let share = Percent::new(Decimal::new(*share, 3)).unwrap();
                Cost::new("", CostWhen::On(date("2027-01-01")), CostAmount::Share(share))
            })
            .collect();
        let amounts = cost_amounts(&costs, total).unwrap();
        let thousandths: i64 = shares.iter().sum();
        let exact = i128::from(thousandths) * i128::from(minor);
        let sum: i128 = amounts.iter().map(|amount| i128::from(amount.minor())).sum();
        prop_assert_eq!(sum, (exact + 50_000) / 100_000);
        for (amount, share) in amounts.iter().zip(&shares) {
            let exact = i128::from(*share) * i128::from(minor);
            let off = i128::from(amount.minor()) * 100_000 - exact;
            prop_assert!(off.abs() < 100_000, "each differs by less than one unit");
        }
    }
}

fn production(plan: &Plan, receipts: Receipts) -> Production {
    plan.production(own_days(plan), receipts)
}
