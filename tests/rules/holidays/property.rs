//! Any plan by any calendars against a second way of counting.

use super::*;

fn a_date() -> impl Strategy<Value = NaiveDate> {
    (0..1400_i64).prop_map(|days| day("2025-01-01") + chrono::Duration::days(days))
}

/// Independent of the program's own merging: asks each side in turn.
fn all_work(of: &[&str], shutdowns: &[Shutdown], closed: &BTreeSet<NaiveDate>, date: NaiveDate) -> bool {
    let known = |code: &&str| {
        let week: &WorkWeek = calendars().of(Some(country(code)));
        let holiday = calendars().holidays.get(&country(code)).and_then(|known| known.on(date)).is_some();
        let worked = calendars()
            .holidays
            .get(&country(code))
            .is_some_and(|known| known.all_worked().any(|worked| worked == date));
        !holiday && (worked || !week.weekend.contains(date.weekday()))
    };
    of.iter().all(known)
        && !shutdowns.iter().any(|shutdown| (shutdown.from..=shutdown.to).contains(&date))
        && !closed.contains(&date)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_shifted_date_is_the_nearest_day_on_which_all_work(
        start in a_date(),
        parts in 1_u32..8,
        buyer in prop::sample::select(vec!["DE", "SA", "CN", "US", "AE", "IL", "JP", "EG", "UA", "RO"]),
        whose in prop::sample::select(vec![Whose::Buyer, Whose::Seller, Whose::Both]),
        shift in prop::sample::select(vec![Shift::Next, Shift::Previous, Shift::Modified]),
        still in prop::collection::vec((a_date(), 0_i64..60), 0..3),
        closed in prop::collection::btree_set(a_date(), 0..4),
    ) {
        let shutdowns = still.into_iter().map(|(from, days)| {
            Shutdown { from, to: from + chrono::Duration::days(days), name: String::new(), extra: Extra::new() }
        });
        let settings = Settings { shutdowns: shutdowns.collect(), ..Settings::default() };
        let total = Money::parse_plain("30000", Currency::USD).unwrap();
        let mut deposit = DepositTerms::new(DepositShare::read("30%", Currency::USD).unwrap());
        deposit.parts = parts.try_into().unwrap();
        let mut plan = Terms::new(total, start, TermsRows::Deposit(deposit));
        plan.shift = shift;
        plan.week.closed = closed.clone();
        let plan = plan.observing(Some(whose), &sides(&settings, buyer));

        let (of, shutdowns): (Vec<&str>, &[Shutdown]) = match whose {
            Whose::Buyer => (vec![buyer], &[]),
            Whose::Seller => (vec!["CN"], &settings.shutdowns),
            Whose::Both => (vec![buyer, "CN"], &settings.shutdowns),
        };
        let works = |date: NaiveDate| all_work(&of, shutdowns, &closed, date);
        for row in plan.schedule().unwrap().rows() {
            let due = row.due.unwrap();
            prop_assert!(works(due), "{:?} is no working day", row);
            let planned = row.moved_from.unwrap_or(due);
            let between = |from: NaiveDate, to: NaiveDate| from.iter_days().take_while(move |date| *date < to);
            if due > planned {
                prop_assert!(!between(planned, due).any(works), "{:?}: an earlier day would do", row);
            } else {
                prop_assert!(!between(due.succ_opt().unwrap(), planned.succ_opt().unwrap()).any(works)
                    || due == planned, "{:?}: a later day would do", row);
            }
            if shift == Shift::Modified && due < planned {
                let next = planned.iter_days().find(|date| works(*date)).unwrap();
                prop_assert!((next.year(), next.month()) != (planned.year(), planned.month()));
            }
            for skipped in plan.skipped(row, calendars(), &settings.shutdowns) {
                prop_assert!(!skipped.because.is_empty());
                prop_assert!(!skipped.because.contains(&icebreak::domain::deposit::Free::Kept), "{:?}", skipped);
            }
        }
        // What is saved is read back identical, and means the same.
        let text = serde_json::to_string(&plan).unwrap();
        let read: Terms = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&read, &plan);
        prop_assert_eq!(read.clone().observing_anew(&sides(&settings, buyer)), plan);
    }
}
