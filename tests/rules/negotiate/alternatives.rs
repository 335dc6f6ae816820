//! Other plans made from a plan: they are what their name says, add up to the contract and keep what is paid.

use icebreak::domain::deposit::{
    Alternative, DepositShare, DepositTerms, Label, Milestone, Payment, Plan, PlanPosition, Preset, Receipts,
    Terms, TermsLine, TermsRows, Variation, first_share, read_count,
};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::names::Named as _;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn usd(amount: &str) -> Money {
    Money::parse_plain(amount, Currency::USD).unwrap()
}

fn plan(total: &str, rows: TermsRows) -> Plan {
    let mut plan = Plan::new(Terms::new(usd(total), "2027-01-31".parse().unwrap(), rows));
    plan.production_share = first_share(&plan.terms.rows);
    plan
}

fn deposit(share: &str, parts: &str) -> TermsRows {
    let mut rows = DepositTerms::new(DepositShare::read(share, Currency::USD).unwrap());
    rows.parts = read_count(parts).unwrap();
    TermsRows::Deposit(rows)
}

/// `deposit 30%@+0d`, or without a label a plain line.
fn lines(written: &[&str]) -> TermsRows {
    let read = |written: &&str| match written.split_once(' ') {
        Some((label, line)) => TermsLine { label: Label::from_name(label).unwrap(), ..read_line(line) },
        None => read_line(written),
    };
    TermsRows::Lines(written.iter().map(read).collect())
}

fn read_line(line: &str) -> TermsLine {
    TermsLine::read(line, Currency::USD).unwrap()
}

/// The rows, and with what production starts.
fn said(plan: &Plan) -> String {
    let schedule = plan.schedule().unwrap();
    let rows: Vec<String> =
        schedule.rows().iter().map(|row| format!("{} {}", row.label.name(), row.amount)).collect();
    let share = plan.production_share.map_or_else(|| "-".to_owned(), |share| share.to_string());
    format!("{} | {share}", rows.join(", "))
}

#[test]
fn half_the_deposit() {
    let check = |plan: &Plan, expected: &str| {
        let varied = plan.varied(Variation::SmallerDeposit);
        assert_eq!(
            varied.as_ref().map_or_else(|| "none".to_owned(), said),
            expected,
            "{:?}",
            plan.terms.rows
        );
    };
    check(&plan("1000", deposit("30%", "1")), "deposit 150.00, balance 850.00 | 15%");
    check(
        &plan("1000", deposit("30%", "3")),
        "deposit 50.00, deposit 50.00, deposit 50.00, balance 850.00 | 15%",
    );
    check(&plan("1000.01", deposit("30%", "1")), "deposit 150.00, balance 850.01 | 15%");
    check(&plan("1000", deposit("100.01", "1")), "deposit 50.00, balance 950.00 | -");
    // Every preset with a deposit and something after it.
    let of = |preset: Preset| plan("1000", preset.rows());
    check(&of(Preset::BalanceBeforeShipment), "deposit 150.00, balance 850.00 | 15%");
    check(&of(Preset::BalanceAgainstBl), "deposit 150.00, balance 850.00 | 15%");
    check(&of(Preset::HalfHalf), "deposit 250.00, balance 750.00 | 25%");
    check(&of(Preset::ReducedDeposit), "deposit 50.00, balance 950.00 | 5%");
    check(&of(Preset::TenFortyFifty), "deposit 50.00, deposit 200.00, balance 750.00 | 5%");
    check(&of(Preset::DepositInSix), &format!("{}balance 850.00 | 15%", "deposit 25.00, ".repeat(6)));
    for preset in [
        Preset::Advance,
        Preset::EndOfMonth,
        Preset::AfterBl,
        Preset::NoDeposit,
        Preset::LetterOfCredit,
        Preset::AgainstDocuments,
    ] {
        check(&of(preset), "none");
    }
    // Lines of the seller's own: those called deposit; else the first. Whatever is last takes the rest.
    check(
        &plan("1000", lines(&["deposit 20%@+0d", "30%@+10d", "deposit 10%@+20d", "rest@+30d"])),
        "deposit 100.00, line 300.00, deposit 50.00, line 550.00 | 10%",
    );
    check(&plan("1000", lines(&["30%@+0d", "balance rest@+30d"])), "line 150.00, balance 850.00 | -");
    check(
        &plan("1000", lines(&["deposit 300@+0d", "balance 700@+30d"])),
        "deposit 150.00, balance 850.00 | -",
    );
    check(
        &plan("1000", lines(&["deposit 300.01@+0d", "balance 100%left@+30d"])),
        "deposit 150.00, balance 850.00 | -",
    );
    check(&plan("1000", lines(&["deposit 50%left@+0d", "balance 50%left@+30d"])), "none");
    check(&plan("1000", lines(&["30%@+0d", "deposit 70%@+30d"])), "none");
    // Too little to halve.
    check(&plan("0.02", lines(&["deposit 0.01@+0d", "rest@+30d"])), "none");
}

#[test]
fn production_starts_with_the_same_row() {
    let check = |rows: TermsRows, share: &str, expected: &str| {
        let mut plan = plan("1000.01", rows);
        plan.production_share = share.parse().ok();
        let varied = plan.varied(Variation::SmallerDeposit).unwrap();
        assert_eq!(varied.start(Receipts::AsPlanned), plan.start(Receipts::AsPlanned));
        assert_eq!(varied.production_share.unwrap().to_string(), expected, "{share}");
    };
    check(deposit("30%", "1"), "30%", "15%");
    check(deposit("30%", "1"), "20%", "15%");
    check(deposit("30%", "1"), "10%", "10%");
    check(deposit("30%", "3"), "10%", "5%");
    check(deposit("30%", "1"), "50%", "50%");
    check(lines(&["deposit 30%@+0d", "rest@+30d"]), "30%", "15%");
    check(lines(&["deposit 10%@+0d", "deposit 40%@+10d", "balance rest@+30d"]), "50%", "25%");
    check(lines(&["deposit 33.33%@+0d", "rest@+30d"]), "33.33%", "16.665%");
}

#[test]
fn what_is_paid_is_kept_or_there_is_no_such_plan() {
    let check = |rows: TermsRows, paid: &str, variation: Variation, expected: &str| {
        let mut plan = plan("1000", rows);
        plan.payments.push(Payment::new("2027-02-01".parse().unwrap(), usd(paid)));
        let on = "2027-02-02".parse().unwrap();
        let taken =
            plan.varied(variation).map(|varied| plan.replaced_by(&Alternative::new("", &varied).plan, on));
        let said = taken.as_ref().map_or_else(|| "none".to_owned(), said);
        assert_eq!(said.split(" | ").next(), Some(expected), "{variation:?}");
    };
    check(
        deposit("30%", "3"),
        "100",
        Variation::SmallerDeposit,
        "deposit 100.00, deposit 50.00, balance 850.00",
    );
    check(deposit("30%", "1"), "300", Variation::SmallerDeposit, "none");
    check(deposit("30%", "1"), "300", Variation::InParts, "none");
    check(deposit("30%", "1"), "300", Variation::LaterBalance, "deposit 300.00, balance 700.00");
    check(deposit("30%", "1"), "1000", Variation::LaterBalance, "none");
    check(lines(&["deposit 30%@+0d", "rest@+30d"]), "1", Variation::SmallerDeposit, "none");
    check(deposit("100%", "1"), "1", Variation::LaterBalance, "none");
}

fn any_rows() -> impl Strategy<Value = TermsRows> {
    let deposit =
        (1_u32..=100, 1_u32..=4).prop_map(|(share, parts)| deposit(&format!("{share}%"), &parts.to_string()));
    let written = prop::sample::select(Preset::members().collect::<Vec<_>>()).prop_map(Preset::rows);
    let free = prop::sample::select(vec![
        vec!["deposit 20%@+0d", "deposit 10%@+9d", "balance rest@bl-copy+7d"],
        vec!["17%@+0d", "33%@+10d", "rest@+40d"],
        vec!["deposit 12.34@+0d", "60%left@+10d", "40%left@+40d"],
    ]);
    prop_oneof![deposit, written, free.prop_map(|written| lines(&written))]
}

#[test]
fn another_plan_takes_over_what_is_known_of_the_deal() {
    let on = "2027-02-02".parse().unwrap();
    let mut own = plan("30000", deposit("30%", "1"));
    let other = Alternative::new("", &plan("30000", lines(&["30%@+0d", "rest@ready"]))).plan;
    own.payments.push(Payment::new(on, usd("8985")));
    own.tolerance = Some(usd("15"));
    own.paper.language = "de".to_owned();
    own.terms.milestones.insert(Milestone::GoodsReady, "2027-03-03".parse().unwrap());
    let taken = own.replaced_by(&other, on);
    let rows = taken.status(on).unwrap();
    let said: Vec<String> = rows.iter().map(|row| format!("{:?} {}", row.row.due, row.open())).collect();
    assert_eq!(said, ["Some(2027-01-31) 0.00", "Some(2027-03-03) 21000.00"]);
    assert_eq!(taken.paper, own.paper);
    assert_eq!(taken.terms.rows, other.terms.rows);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is paid: in the place of the plan each alternative adds up, keeps the payments and the closed rows,
    /// and is what its name says.
    #[test]
    fn every_alternative_adds_up_and_keeps_what_is_paid(
        rows in any_rows(),
        minor in 2_000_i64..5_000_000,
        step in prop::sample::select(vec![None, Some(Decimal::TEN), Some(Decimal::ONE_HUNDRED)]),
        paid in prop::collection::vec(1_u32..=100, 0..3),
    ) {
        let total = Money::from_minor(minor, Currency::USD);
        let mut own = plan(&total.to_string(), rows);
        own.terms.round = step;
        let Ok(schedule) = own.schedule() else { return Ok(()) };
        let on = "2027-02-02".parse().unwrap();
        for (row, percent) in schedule.rows().iter().zip(&paid) {
            let part = (row.amount.minor() * i64::from(*percent) / 100).max(1);
            own.payments.push(Payment::new(on, Money::from_minor(part, Currency::USD)));
        }
        let closed = own.closed_rows(on);
        let as_lines = Terms { rows: TermsRows::Lines(own.terms.as_lines().unwrap()), ..own.terms.clone() };
        let sums = |terms: &Terms| -> Vec<_> {
            terms.schedule().unwrap().rows().iter().map(|row| (row.label, row.due, row.amount)).collect()
        };
        prop_assert_eq!(sums(&as_lines), sums(&own.terms), "as lines");
        for variation in Variation::members() {
            let Some(varied) = own.varied(variation) else { continue };
            let taken = own.replaced_by(&Alternative::new("", &varied).plan, on);
            let after = taken.schedule().unwrap();
            let sum: i64 = after.rows().iter().map(|row| row.amount.minor()).sum();
            prop_assert_eq!(sum, minor, "{:?}", variation);
            prop_assert!(after.rows().iter().all(|row| row.amount.is_positive()));
            prop_assert_eq!(&taken.payments, &own.payments);
            prop_assert_eq!(&taken.kept, &closed);
            prop_assert!(taken.status(on).is_ok());
            let fresh = varied.terms.schedule().unwrap();
            let before = own.terms.schedule().unwrap();
            let last = |schedule: &icebreak::domain::deposit::Schedule| schedule.rows().iter().filter_map(|row| row.due).max();
            match variation {
                Variation::Same => prop_assert_eq!(&fresh, &before),
                Variation::InParts => {
                    prop_assert_eq!(fresh.deposit(), before.deposit());
                    prop_assert!(fresh.rows().len() != before.rows().len());
                }
                Variation::SmallerDeposit => if let (Some(small), Some(large)) = (fresh.deposit(), before.deposit()) {
                    let deposits = before.rows().iter().filter(|row| row.label == Label::Deposit).count() as i64;
                    let step = step.map_or(1, |step| Money::from_decimal(step, Currency::USD).unwrap().minor());
                    prop_assert!((small.minor() * 2 - large.minor()).abs() <= 2 * deposits * step, "{small} of {large}");
                },
                Variation::LaterBalance => {
                    prop_assert_eq!(fresh.deposit(), before.deposit());
                    prop_assert!(last(&fresh) > last(&before) || fresh.rows().iter().any(|row| row.due.is_none()));
                }
            }
        }
    }
}

#[test]
fn the_deposit_of_lines_comes_in_parts_while_it_may_change() {
    let check = |total: &str, rows: &[&str], expected: Option<&[&str]>| {
        let varied = plan(total, lines(rows)).varied(Variation::InParts);
        let varied = varied.map(|varied| super::written(&varied.terms.rows));
        assert_eq!(
            varied.as_deref(),
            expected.map(|rows| rows.iter().map(ToString::to_string).collect::<Vec<_>>()).as_deref(),
            "{rows:?}"
        );
    };
    check(
        "30000",
        &["deposit 30%@+0d", "balance 70%@ready"],
        Some(&["10%@+0d deposit", "10%@+30d deposit", "10%@+60d deposit", "70%@ready balance"]),
    );
    // A third of 20% has no end, and a third of this one no whole cents.
    check(
        "10000.01",
        &["deposit 20%@2026-12-01", "balance 80%@bl-copy"],
        Some(&[
            "666.66@2026-12-01 deposit",
            "666.67@2026-12-31 deposit",
            "666.67@2027-01-30 deposit",
            "rest@bl-copy balance",
        ]),
    );
    // No deposit, two of them, nothing else, or parts that would come after the balance.
    check("30000", &["30%@+0d", "70%@ready"], None);
    check("30000", &["deposit 10%@+0d", "deposit 20%@+1m", "balance rest@ready"], None);
    check("30000", &["deposit 100%@+0d"], None);
    check("30000", &["deposit 30%@+0d", "balance 70%@+30d"], None);

    let mut paid = plan("30000", lines(&["deposit 30%@+0d", "balance 70%@ready"]));
    paid.payments = vec![Payment::new("2027-01-31".parse().unwrap(), usd("1"))];
    assert_eq!(paid.varied(Variation::InParts), None);
    let mut locked = plan("30000", lines(&["deposit 30%@+0d", "balance 70%@ready"]));
    if let TermsRows::Lines(lines) = &mut locked.terms.rows {
        lines[0].locked = true;
    }
    assert_eq!(locked.varied(Variation::InParts), None);
}

#[test]
fn whichever_plan_is_used_all_stay_where_they_stood() {
    let plan = plan("100", deposit("30%", "1"));
    let mut in_use = Alternative::new("A", &plan);
    let mut others = vec![Alternative::new("B", &plan), Alternative::new("C", &plan)];
    // The one that is used, and how the plans then stand, that one in brackets.
    for (used, expected) in [
        ("B", "A [B] C"),
        ("C", "A B [C]"),
        ("A", "[A] B C"),
        ("C", "A B [C]"),
        ("B", "A [B] C"),
        ("A", "[A] B C"),
    ] {
        let index = others.iter().position(|other| other.name == used).unwrap();
        in_use = Alternative::exchange(&mut others, index, in_use).unwrap();
        let named = |placed: PlanPosition| match placed {
            PlanPosition::InUse => format!("[{}]", in_use.name),
            PlanPosition::Other(index) => others[index].name.clone(),
        };
        let stand: Vec<String> = Alternative::side_by_side(&others).into_iter().map(named).collect();
        assert_eq!(stand.join(" "), expected);
    }
    assert_eq!(Alternative::exchange(&mut others, 2, in_use), None);
}
