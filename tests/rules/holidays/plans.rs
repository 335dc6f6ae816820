//! Plans: whose days off move a date, why it was moved, and that nothing moves silently.

use super::*;

#[test]
fn dates_leave_the_spring_festival_in_every_direction() {
    let check = |shift: Shift, planned: &str, expected: &str| {
        let settings = Settings::default();
        let observed = terms(shift, &[planned]).observing(Some(Whose::Seller), &sides(&settings, ""));
        assert_eq!(due(&observed), [expected], "{shift:?} {planned}");
    };
    check(Shift::None, "2026-02-17", "2026-02-17");
    check(Shift::Next, "2026-02-15", "2026-02-24");
    check(Shift::Previous, "2026-02-23", "2026-02-14");
    check(Shift::Modified, "2026-02-17", "2026-02-24");
    // A Sunday, but worked in exchange.
    check(Shift::Next, "2026-09-20", "2026-09-20");
    check(Shift::Modified, "2026-10-31", "2026-10-30");
    check(Shift::Next, "2026-10-01", "2026-10-08");
}

#[test]
fn dates_fall_where_banks_and_offices_are_open() {
    let check = |code: &str, planned: &str, expected: &str| {
        let settings = Settings::default();
        let observed = terms(Shift::Next, &[planned]).observing(Some(Whose::Buyer), &sides(&settings, code));
        assert_eq!(due(&observed), [expected], "{code} {planned}");
    };
    for (code, planned, expected) in [
        // Made up by law while nothing is announced.
        ("CN", "2027-02-06", "2027-02-11"),
        ("CN", "2027-05-01", "2027-05-05"),
        ("CN", "2027-10-02", "2027-10-06"),
        ("CN", "2028-01-01", "2028-01-04"),
        ("CN", "2028-05-28", "2028-05-30"),
        ("CN", "2028-10-01", "2028-10-05"),
        // The banks' own days.
        ("IE", "2026-12-26", "2026-12-29"),
        ("IE", "2027-12-25", "2027-12-29"),
        ("IE", "2028-01-01", "2028-01-04"),
        ("NO", "2026-12-24", "2026-12-28"),
        ("DE", "2026-12-24", "2026-12-28"),
        ("DE", "2026-12-31", "2027-01-04"),
        ("MY", "2027-01-01", "2027-01-04"),
        ("MY", "2027-10-28", "2027-10-29"),
        ("MY", "2026-11-09", "2026-11-10"),
        ("KE", "2027-05-15", "2027-05-18"),
        ("EG", "2027-03-08", "2027-03-14"),
        ("IL", "2027-03-23", "2027-03-24"),
        ("IL", "2027-08-12", "2027-08-15"),
        ("IL", "2027-10-10", "2027-10-12"),
        ("PT", "2027-02-09", "2027-02-10"),
        // Only offices of the government are closed.
        ("US", "2027-06-18", "2027-06-18"),
        ("US", "2027-12-24", "2027-12-24"),
        ("US", "2028-11-10", "2028-11-10"),
        ("RU", "2028-11-06", "2028-11-07"),
    ] {
        check(code, planned, expected);
    }
}

#[test]
fn a_partial_calendar_says_so() {
    let said = |of: &[&str], language| {
        let of: Vec<Country> = of.iter().map(|code| country(code)).collect();
        let mut plan = terms(Shift::Next, &["2027-03-01"]);
        plan.observed = Some(Observed::resolve(Whose::Both, of, calendars(), &[], &plan));
        words::partial(&plan.partial_calendars(calendars()), language)
    };
    assert_eq!(
        said(&["AU", "CN"], English).as_deref(),
        Some(
            "Australia: Only the holidays that all states share are in; the King's Birthday and Labour Day differ by \
             state."
        )
    );
    assert_eq!(
        said(&["MY"], Chinese).as_deref(),
        Some(
            "马来西亚：按吉隆坡（支付清算地）的假日和周末；各州另有不同，吉兰丹、登嘉楼和吉打三州周五、周六休息。"
        )
    );
    assert_eq!(said(&["CN", "FR"], English), None);
    for (code, known) in holidays::all() {
        assert!(
            known.note.as_ref().is_none_or(|note| !note.english.is_empty() && !note.chinese.is_empty()),
            "{code:?}"
        );
    }
}

#[test]
fn a_day_counts_where_all_that_were_chosen_work() {
    let settings = Settings::default();
    let check = |whose: Option<Whose>, buyer: &str, planned: &str, expected: &str| {
        let observed = terms(Shift::Next, &[planned]).observing(whose, &sides(&settings, buyer));
        assert_eq!(due(&observed), [expected], "{whose:?} {buyer} {planned}");
    };
    check(None, "DE", "2026-12-25", "2026-12-25");
    check(Some(Whose::Buyer), "DE", "2026-12-25", "2026-12-28");
    check(Some(Whose::Seller), "DE", "2026-12-25", "2026-12-25");
    check(Some(Whose::Both), "DE", "2026-12-25", "2026-12-28");
    check(Some(Whose::Both), "DE", "2026-10-01", "2026-10-08");
    // The Saturday is worked in China, but not in Germany; on Sunday nobody works in Saudi Arabia or China.
    check(Some(Whose::Seller), "DE", "2026-10-10", "2026-10-10");
    check(Some(Whose::Both), "DE", "2026-10-10", "2026-10-12");
    check(Some(Whose::Both), "SA", "2026-11-06", "2026-11-09");
    check(Some(Whose::Buyer), "SA", "2026-11-06", "2026-11-08");
    check(Some(Whose::Both), "CN", "2026-10-10", "2026-10-10");
    // A country that is not known rests on Saturday and Sunday.
    check(Some(Whose::Buyer), "", "2026-11-07", "2026-11-09");
}

#[test]
fn typed_days_and_shutdowns_add_to_the_calendar() {
    let mut settings = Settings::default();
    let mut typed = terms(Shift::Next, &["2026-12-25"]);
    typed.week.closed = [day("2026-12-28")].into();
    assert_eq!(due(&typed.clone().observing(Some(Whose::Buyer), &sides(&settings, "DE"))), ["2026-12-29"]);
    settings.shutdowns = vec![shutdown("2026-12-29", "2027-04-30", "Rebuilding")];
    assert_eq!(due(&typed.clone().observing(Some(Whose::Buyer), &sides(&settings, "DE"))), ["2026-12-29"]);
    // Longer than any holiday; after it come Labour Day, its Sunday and the two days made up in China.
    assert_eq!(due(&typed.observing(Some(Whose::Both), &sides(&settings, "DE"))), ["2027-05-05"]);
}

fn why(terms: &Terms, settings: &Settings, language: Language) -> String {
    let schedule = terms.schedule().unwrap();
    let row = &schedule.rows()[0];
    let skipped = terms.skipped(row, calendars(), &settings.shutdowns);
    words::moved(row.moved_from.unwrap(), &skipped, language)
}

#[test]
fn a_moved_date_says_what_moved_it() {
    let shutdowns = vec![shutdown("2027-02-01", "2027-02-21", "Spring break")];
    let settings = Settings { shutdowns, ..Settings::default() };
    let check = |whose: Option<Whose>, buyer: &str, planned: &str, english: &str, chinese: &str| {
        let mut plan = terms(Shift::Next, &[planned]);
        plan.week.closed = [day("2026-11-20")].into();
        let plan = plan.observing(whose, &sides(&settings, buyer));
        assert_eq!(why(&plan, &settings, English), english);
        assert_eq!(why(&plan, &settings, Chinese), chinese);
    };
    check(
        None,
        "",
        "2026-11-14",
        "Moved from Sat 14 Nov 2026: weekend.",
        "原定2026年11月14日（周六）：周末。",
    );
    check(
        None,
        "",
        "2026-11-20",
        "Moved from Fri 20 Nov 2026.\nFri 20 Nov: a closed day you entered\nSat 21 Nov – Sun 22 Nov: weekend",
        "原定2026年11月20日（周五）。\n11月20日 周五：您填写的休假日\n11月21日 周六 – 11月22日 周日：周末",
    );
    check(
        Some(Whose::Buyer),
        "DE",
        "2026-12-25",
        "Moved from Fri 25 Dec 2026.\nFri 25 Dec: Christmas Day (Germany)\n\
         Sat 26 Dec: Second Day of Christmas (Germany)\nSun 27 Dec: weekend (Germany)",
        "原定2026年12月25日（周五）。\n12月25日 周五：圣诞节（德国）\n12月26日 周六：圣诞节次日（德国）\n\
         12月27日 周日：周末（德国）",
    );
    check(
        Some(Whose::Buyer),
        "AE",
        "2027-03-09",
        "Moved from Tue 9 Mar 2027.\n\
         Tue 9 Mar: Eid al-Fitr (United Arab Emirates, expected, ±1 day)\n\
         Wed 10 Mar – Thu 11 Mar: Eid al-Fitr Holiday (United Arab Emirates, expected, ±1 day)",
        "原定2027年3月9日（周二）。\n3月9日 周二：开斋节（阿联酋，预计，±1 天）\n\
         3月10日 周三 – 3月11日 周四：开斋节假期（阿联酋，预计，±1 天）",
    );
    check(
        Some(Whose::Seller),
        "",
        "2027-02-11",
        "Moved from Thu 11 Feb 2027: Spring break (your factory).",
        "原定2027年2月11日（周四）：Spring break（本厂）。",
    );
}

#[test]
fn a_date_that_was_moved_back_lists_the_days_backwards_passed() {
    let settings = Settings::default();
    let plan = terms(Shift::Previous, &["2026-02-17"]).observing(Some(Whose::Seller), &sides(&settings, ""));
    assert_eq!(due(&plan), ["2026-02-14"]);
    assert_eq!(why(&plan, &settings, English), "Moved from Tue 17 Feb 2026: Spring Festival (China).");
    let schedule = plan.schedule().unwrap();
    let skipped = plan.skipped(&schedule.rows()[0], calendars(), &[]);
    let dates: Vec<String> = skipped.iter().map(|day| day.date.to_string()).collect();
    assert_eq!(dates, ["2026-02-17", "2026-02-16", "2026-02-15"]);
}

/// The same data with one more German day off.
fn newer(date: &str) -> Calendars {
    let mut newer = calendars().clone();
    newer.by_country.get_mut(&country("DE")).unwrap().closed.insert(day(date));
    newer
}

#[test]
fn a_saved_plan_moves_only_when_it_is_asked_to() {
    let settings = Settings::default();
    let before = sides(&settings, "DE");
    let kept = terms(Shift::Next, &["2027-05-03", "2027-06-07"]).observing(Some(Whose::Buyer), &before);
    let plan = Plan::new(kept);
    let on = day("2026-11-22");
    assert_eq!(plan.drift(&before, on), None);
    let text = serde_json::to_string(&plan).unwrap();
    let read: Plan = serde_json::from_str(&text).unwrap();
    assert_eq!(read, plan);
    assert_eq!(serde_json::to_string(&read).unwrap(), text);

    let changed = newer("2027-06-07");
    let today = Sides { calendars: &changed, ..before };
    assert_eq!(due(&read.terms), ["2027-05-03", "2027-06-07"], "by the days it keeps");
    let drift = read.drift(&today, on).unwrap();
    assert_eq!((drift.moves, drift.years.clone()), (1, BTreeSet::from([2027])));
    assert_eq!(due(&drift.terms), ["2027-05-03", "2027-06-08"]);
    assert_eq!(
        words::drifted(drift.years.into_iter(), drift.moves, English),
        "The calendar of 2027 has changed since: 1 date would move."
    );
    // Once it is used, nothing is left to ask.
    assert_eq!(Plan::new(drift.terms).drift(&today, on), None);
    // A day that no row falls on is no news.
    let elsewhere = newer("2027-06-09");
    assert_eq!(read.drift(&Sides { calendars: &elsewhere, ..before }, on), None);
}

#[test]
fn what_a_plan_keeps_reads_like_words() {
    let settings = Settings::default();
    let mut plan = terms(Shift::Next, &["2026-09-18", "2026-10-01"]);
    plan = plan.observing(Some(Whose::Seller), &sides(&settings, "DE"));
    let written = serde_json::to_value(&plan).unwrap();
    let expected = serde_json::json!({
        "whose": "seller", "of": ["CN"], "weekend": "sat,sun",
        "closed": ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
        "worked": ["2026-09-20"],
    });
    assert_eq!(written["holidays"], expected);
    // A choice that a newer program made keeps its days, and what it wrote.
    let foreign =
        serde_json::json!({"whose": "bank", "weekend": "sun", "closed": ["2026-10-01"], "more": [1]});
    let mut newer = written.clone();
    newer["holidays"] = foreign;
    let read: Terms = serde_json::from_value(newer.clone()).unwrap();
    assert_eq!(due(&read), ["2026-09-18", "2026-10-02"]);
    assert_eq!(due(&read.clone().observing_anew(&sides(&settings, "DE"))), ["2026-09-18", "2026-10-02"]);
    newer["holidays"]["of"] = serde_json::json!([]);
    assert_eq!(serde_json::to_value(&read).unwrap(), newer);
    for bad in
        [serde_json::json!({"whose": "buyer", "weekend": "noon"}), serde_json::json!({"whose": "buyer"})]
    {
        let mut broken = written.clone();
        broken["holidays"] = bad;
        assert!(serde_json::from_value::<Terms>(broken).is_err());
    }
}

#[test]
fn unsure_years_are_said() {
    let settings = Settings::default();
    let plan = |buyer: &str| {
        terms(Shift::Next, &["2026-12-01", "2027-01-05"])
            .observing(Some(Whose::Both), &sides(&settings, buyer))
    };
    let said = |buyer: &str, language| words::unsure(&plan(buyer).unsure_years(calendars()), language);
    assert_eq!(
        said("LK", English).unwrap(),
        "Holidays not known, only the weekend counts: Sri Lanka 2027. \
         Holidays expected, not yet announced: China 2027."
    );
    assert_eq!(said("RU", Chinese).unwrap(), "节假日为预计，尚未公布：中国 2027。");
    let russian = plan("RU").observing(Some(Whose::Buyer), &sides(&settings, "RU"));
    assert_eq!(words::unsure(&russian.unsure_years(calendars()), English), None);
}

#[test]
fn countries_can_be_combined_freely() {
    let of = ["CN", "DE", "SA"].map(country).to_vec();
    let mut plan = terms(Shift::Next, &["2026-12-23", "2026-12-30"]);
    plan.observed = Some(Observed::resolve(Whose::Both, of, calendars(), &[], &plan));
    let weekend = plan.observed.as_ref().unwrap().weekend;
    assert_eq!(weekend, [Weekday::Fri, Weekday::Sat, Weekday::Sun].into_iter().collect());
    assert_eq!(due(&plan), ["2026-12-23", "2026-12-30"]);
}
