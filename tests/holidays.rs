//! Working days: the holiday files, whose days off move a plan, why, and what is said about it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate, Weekday};
use icebreak::assets::countries::calendars;
use icebreak::assets::holidays;
use icebreak::domain::calendar::{Calendars, Certainty, WorkWeek};
use icebreak::domain::country::Country;
use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::deposit::{
    Counted, DepositTerms, Line, Observed, Outlook, Plan, Rows, Share, Shift, Shipping, Sides, Terms, Whose,
    last_true_day,
};
use icebreak::domain::document::{Document, Extra};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::settings::{Settings, Shutdown};
use icebreak::domain::today::today;
use icebreak::domain::touch::Summary;
use icebreak::text::Language::{self, Chinese, English};
use icebreak::text::deposit as words;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn country(code: &str) -> Country {
    Country::from_code(code).unwrap()
}

fn works(code: &str, date: &str) -> bool {
    calendars().of(Some(country(code))).works_on(day(date))
}

fn name(code: &str, date: &str) -> Option<(&'static str, Certainty, u32)> {
    let known = calendars().holidays.get(&country(code))?.on(day(date));
    known.map(|(holiday, certainty)| (&*holiday.english, certainty, holiday.about_days))
}

fn shutdown(from: &str, to: &str, name: &str) -> Shutdown {
    Shutdown { from: day(from), to: day(to), name: name.to_owned(), extra: Extra::new() }
}

/// One payment on each of these days.
fn terms(shift: Shift, dates: &[&str]) -> Terms {
    let total = Money::parse_plain("90000", Currency::EUR).unwrap();
    let last = dates.len() - 1;
    let lines = dates.iter().enumerate().map(|(index, date)| {
        let amount = if index == last { "rest" } else { "1000" };
        Line::read(&format!("{amount}@{date}"), Currency::EUR).unwrap()
    });
    let mut terms = Terms::new(total, day(dates[0]), Rows::Lines(lines.collect()));
    terms.shift = shift;
    terms
}

fn sides<'a>(settings: &'a Settings, buyer: &str) -> Sides<'a> {
    Sides::new(calendars(), settings, Country::from_code(buyer))
}

fn due(terms: &Terms) -> Vec<String> {
    terms.schedule().unwrap().rows().iter().map(|row| row.due.to_string()).collect()
}

#[test]
fn every_file_is_read_and_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/holidays");
    let mut read = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let (of, known) = holidays::read(&code, &fs::read_to_string(&path).unwrap()).unwrap();
            assert_eq!(holidays::all().get(&of), Some(&known), "{code} is not compiled in");
            assert_eq!(known.certainty(2026), Some(Certainty::Published), "{code}");
            let weekend = &calendars().of(Some(of)).weekend;
            for worked in known.all_worked() {
                assert!(
                    weekend.contains(&worked.weekday()),
                    "{code} {worked}: work on a day that is no weekend"
                );
            }
            read += 1;
        }
    }
    assert_eq!((read, holidays::all().len()), (54, 54));
}

#[test]
fn a_slip_in_a_file_is_named() {
    let check = |days: &str, expected: &str| {
        let file =
            format!(r#"{{"country":"XX","years":{{"2026":{{"status":"published","days":[{days}]}}}}}}"#);
        let problem = holidays::read("XX", &file).unwrap_err();
        assert!(problem.contains(expected), "{problem}");
    };
    check(r#"{"date":"2027-01-01","en":"a","zh":"b"}"#, "2027-01-01 is not in 2026");
    check(r#"{"date":"2026-01-02","en":"a","zh":"b"},{"date":"2026-01-02","en":"a","zh":"b"}"#, "2026-01-02");
    check(r#"{"date":"2026-01-01","en":"a","zh":" "}"#, "lacks a name");
    check(r#"{"date":"2026-02-30","en":"a","zh":"b"}"#, "XX");
    check(r#"{"date":"2026-01-01","en":"a","zh":"b","worked":true}"#, "unknown field");
    let other = r#"{"country":"DE","years":{}}"#;
    assert!(holidays::read("FR", other).unwrap_err().contains("DE"));
    let status = r#"{"country":"DE","years":{"2026":{"status":"sure","days":[]}}}"#;
    assert!(holidays::read("DE", status).unwrap_err().contains("sure"));
}

#[test]
fn days_off_around_the_world() {
    let off = |code: &str, date: &str, expected: &str| {
        assert!(!works(code, date), "{code} {date}");
        assert_eq!(name(code, date).map(|(name, ..)| name), Some(expected), "{code} {date}");
    };
    off("CN", "2026-02-16", "Spring Festival");
    off("CN", "2026-02-23", "Spring Festival");
    off("CN", "2026-10-07", "National Day");
    off("US", "2026-11-26", "Thanksgiving Day");
    off("US", "2027-11-25", "Thanksgiving Day");
    off("JP", "2026-05-06", "Substitute Holiday");
    off("JP", "2026-12-31", "Bank holiday (turn of the year)");
    off("KR", "2026-09-25", "Chuseok");
    off("DE", "2026-12-25", "Christmas Day");
    off("GB", "2026-12-28", "Boxing Day (observed)");
    off("GB", "2027-03-29", "Easter Monday");
    off("BR", "2027-02-09", "Carnival");
    off("SA", "2026-03-23", "Eid al-Fitr Holiday (observed)");
    off("RU", "2027-01-08", "New Year Holidays");
    off("ID", "2027-03-12", "Eid al-Fitr Joint Holiday");
    for date in ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"] {
        assert!(works("CN", date), "{date} is worked in exchange");
        assert!(!works("DE", date), "{date}");
    }
    for (code, date) in
        [("CN", "2026-02-13"), ("CN", "2026-02-24"), ("DE", "2026-11-26"), ("FR", "2026-12-26")]
    {
        assert_eq!(works(code, date), code != "FR", "{code} {date}");
    }
    // Under martial law.
    assert!(works("UA", "2026-08-24"));
}

#[test]
fn how_sure_a_day_is() {
    let check = |code: &str, date: &str, certainty: Certainty, about: u32| {
        let (_, known, around) = name(code, date).unwrap();
        assert_eq!((known, around), (certainty, about), "{code} {date}");
    };
    check("CN", "2026-10-01", Certainty::Published, 0);
    check("CN", "2027-10-01", Certainty::Expected, 0);
    check("SA", "2026-03-20", Certainty::Published, 0);
    check("SA", "2027-03-10", Certainty::Expected, 1);
    check("AE", "2027-03-09", Certainty::Expected, 1);
    check("MY", "2027-03-10", Certainty::Published, 1);
    check("TR", "2027-03-09", Certainty::Expected, 0);
    // No shifted days are made up before they are announced, and what is not known is not there.
    let china = &calendars().holidays[&country("CN")];
    assert!(china.all_worked().all(|date| date.year() <= 2026));
    assert!(works("CN", "2027-02-09"));
    assert_eq!(calendars().holidays[&country("LK")].certainty(2027), None);
    assert!(!calendars().holidays.contains_key(&country("RO")));
}

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
    // Longer than any holiday; after it come the weekend, Labour Day and its Sunday in China.
    assert_eq!(due(&typed.observing(Some(Whose::Both), &sides(&settings, "DE"))), ["2027-05-03"]);
}

fn why(terms: &Terms, settings: &Settings, language: Language) -> String {
    let schedule = terms.schedule().unwrap();
    let row = &schedule.rows()[0];
    let skipped = terms.skipped(row, calendars(), &settings.shutdowns);
    words::moved(row.moved_from.unwrap(), &skipped, language)
}

#[test]
fn a_moved_date_says_what_moved_it() {
    let mut settings = Settings::default();
    settings.shutdowns = vec![shutdown("2027-02-01", "2027-02-21", "Spring break")];
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
        "2027-02-10",
        "Moved from Wed 10 Feb 2027: Spring break (your factory).",
        "原定2027年2月10日（周三）：Spring break（本厂）。",
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

fn shipping<'a>(ship_by: &str, shutdowns: &'a [Shutdown]) -> Shipping<'a> {
    Shipping {
        ship_by: Some(day(ship_by)),
        lead_time_days: Some(25),
        shutdown_days: None,
        cut_off_days: Some(5),
        shutdowns,
    }
}

#[test]
fn the_last_true_day_counts_each_day_of_shutdown_once() {
    let check = |ship_by: &str, shutdowns: &[(&str, &str)], last: &str, days: u32| {
        let shutdowns: Vec<Shutdown> = shutdowns.iter().map(|(from, to)| shutdown(from, to, "")).collect();
        let found = last_true_day(shipping(ship_by, &shutdowns)).unwrap();
        assert_eq!((found.date.to_string().as_str(), found.parts.shutdown_days), (last, days), "{ship_by}");
        assert_eq!(found.parts.counted, Counted::Shutdowns);
        let whole = 25 + 5 + i64::from(days);
        assert_eq!((day(ship_by) - found.date).num_days(), whole, "the arithmetic adds up");
    };
    let break_2027 = ("2027-02-01", "2027-02-21");
    check("2027-03-10", &[break_2027], "2027-01-18", 21);
    // The same days twice, and in two pieces.
    check("2027-03-10", &[break_2027, ("2027-02-10", "2027-02-21")], "2027-01-18", 21);
    check("2027-03-10", &[("2027-02-01", "2027-02-10"), ("2027-02-11", "2027-02-21")], "2027-01-18", 21);
    // Ready before it, or begun after it.
    check("2027-02-05", &[break_2027], "2027-01-06", 0);
    check("2027-04-10", &[break_2027], "2027-03-11", 0);
    // The last days lie at the port: they are the cut-off's already.
    check("2027-02-08", &[break_2027], "2027-01-06", 3);
    // Making fills all that is left after the break: a deposit on its last day is in time.
    check("2027-03-23", &[break_2027], "2027-02-21", 0);
    check("2027-03-22", &[break_2027], "2027-01-30", 21);
}

#[test]
fn without_a_shutdown_for_the_year_nothing_is_claimed() {
    let of_2026 = [shutdown("2026-02-10", "2026-02-28", "")];
    assert_eq!(last_true_day(shipping("2027-03-10", &of_2026)), None);
    assert_eq!(last_true_day(shipping("2027-03-10", &[])), None);
    let turned = [shutdown("2027-02-21", "2027-02-01", "")];
    assert_eq!(last_true_day(shipping("2027-03-10", &turned)), None);
    // What the deal says goes before.
    let typed = Shipping { shutdown_days: Some(14), ..shipping("2027-03-10", &of_2026) };
    let last = last_true_day(typed).unwrap();
    assert_eq!((last.date, last.parts.counted), (day("2027-01-25"), Counted::Typed));
    assert!(!shipping("2027-03-10", &of_2026).knows_shutdown() && typed.knows_shutdown());
    let endless = [shutdown("0001-01-01", "9999-12-31", "")];
    assert_eq!(last_true_day(shipping("2027-03-10", &endless)), None);
}

#[test]
fn a_late_deposit_waits_for_the_shutdown_too() {
    let shutdowns = [shutdown("2027-02-01", "2027-02-21", "")];
    let last = last_true_day(shipping("2027-03-10", &shutdowns)).unwrap();
    let check = |on: &str, expected: Outlook| assert_eq!(last.outlook(day(on)), Some(expected), "{on}");
    check("2027-01-18", Outlook::Open { last: day("2027-01-18") });
    check("2027-01-19", Outlook::Passed { earliest_ship: day("2027-03-11") });
    // In the middle of the shutdown: the 25 days begin after it.
    check("2027-02-10", Outlook::Passed { earliest_ship: day("2027-03-23") });
    check("2027-03-01", Outlook::Passed { earliest_ship: day("2027-03-31") });
    let (_, long) = words::arithmetic(&last.parts, day("2027-01-10"), English);
    assert_eq!(
        long,
        "Ship by 10 Mar − lead time 25 days − your factory's shutdown (settings) 21 days − vessel cut-off 5 days"
    );
}

#[test]
fn settings_write_a_shutdown_in_words() {
    let mut settings = Settings::default();
    let plain = serde_json::to_value(&settings).unwrap();
    assert!(plain.get("shutdowns").is_none() && plain.get("seller_country").is_none());
    settings.seller_country = country("VN");
    settings.shutdowns = vec![shutdown("2027-02-01", "2027-02-21", "Tết")];
    let written = serde_json::to_value(&settings).unwrap();
    assert_eq!(written["seller_country"], "VN");
    assert_eq!(
        written["shutdowns"],
        serde_json::json!([{"from": "2027-02-01", "to": "2027-02-21", "name": "Tết"}])
    );
    assert_eq!(serde_json::from_value::<Settings>(written).unwrap(), settings);
    assert_eq!(serde_json::from_value::<Settings>(plain).unwrap(), Settings::default());
}

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
        !holiday && (worked || !week.weekend.contains(&date.weekday()))
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
        let mut settings = Settings::default();
        settings.shutdowns = still.into_iter().map(|(from, days)| {
            Shutdown { from, to: from + chrono::Duration::days(days), name: String::new(), extra: Extra::new() }
        }).collect();
        let total = Money::parse_plain("30000", Currency::USD).unwrap();
        let mut deposit = DepositTerms::new(Share::read("30%", Currency::USD).unwrap());
        deposit.parts = parts.try_into().unwrap();
        let mut plan = Terms::new(total, start, Rows::Deposit(deposit));
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
            prop_assert!(works(row.due), "{:?} is no working day", row);
            let planned = row.moved_from.unwrap_or(row.due);
            let between = |from: NaiveDate, to: NaiveDate| from.iter_days().take_while(move |date| *date < to);
            if row.due > planned {
                prop_assert!(!between(planned, row.due).any(works), "{:?}: an earlier day would do", row);
            } else {
                prop_assert!(!between(row.due.succ_opt().unwrap(), planned.succ_opt().unwrap()).any(works)
                    || row.due == planned, "{:?}: a later day would do", row);
            }
            if shift == Shift::Modified && row.due < planned {
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

#[test]
fn countries_can_be_combined_freely() {
    let of = ["CN", "DE", "SA"].map(country).to_vec();
    let mut plan = terms(Shift::Next, &["2026-12-24", "2026-12-31"]);
    plan.observed = Some(Observed::resolve(Whose::Both, of, calendars(), &[], &plan));
    let weekend = &plan.observed.as_ref().unwrap().weekend;
    assert_eq!(*weekend, [Weekday::Fri, Weekday::Sat, Weekday::Sun]);
    assert_eq!(due(&plan), ["2026-12-24", "2026-12-31"]);
}

#[test]
fn a_ladder_step_is_moved_off_holidays() {
    let check = |code: &str, since: &str, expected: &str| {
        let mut deal = Deal::new(DealId::new("d"), "Buyer");
        deal.stage = Stage::Quoted.into();
        deal.buyer.country = Some(country(code));
        deal.summary = Summary {
            last_outbound: Some(day(since)),
            waiting_since: Some(day(since)),
            unanswered: Some(1),
            ..Summary::default()
        };
        let deals = [(deal.id.clone(), Arc::new(deal))].into_iter().collect();
        let document = Document { deals, ..Document::default() };
        let items = today(&document, calendars(), day(expected));
        assert_eq!(items[0].due, Some(day(expected)), "{code} {since}");
    };
    // Three days later is Christmas Day, a Friday.
    check("DE", "2026-12-22", "2026-12-28");
    check("SA", "2026-12-21", "2026-12-24");
    check("GB", "2026-12-22", "2026-12-29");
    check("JP", "2026-04-30", "2026-05-07");
    check("CN", "2026-02-14", "2026-02-24");
    check("CN", "2026-10-07", "2026-10-10");
}
