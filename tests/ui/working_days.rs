//! Whose working days a plan keeps to, why its dates moved, and the seller's own days in the settings.

use std::sync::Arc;

use icebreak::app::DialogAnswer;
use icebreak::assets::holidays;
use icebreak::domain::calendar::Calendars;
use icebreak::domain::country::Country;
use icebreak::domain::deal::Deal;
use icebreak::domain::deposit::{Plan, Sides, Whose, suggested_plan};
use icebreak::domain::document::Document;
use icebreak::text::window::deposit as words;
use icebreak::text::{Language, country};
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, fixture, in_both_languages, sample};

const DEAL: &str = "PI-2607";

fn plan_page(app: &mut App) {
    app.find(DEAL);
    app.press_shortcut(DealCommand::ShowDeposit);
}

fn plan(app: &App) -> Plan {
    app.deal("Müller & Söhne GmbH").plan.clone().unwrap()
}

fn first_due(app: &App) -> String {
    plan(app).schedule().unwrap().rows()[0].due.unwrap().to_string()
}

fn who(app: &App, name: &str, countries: &[&str]) -> String {
    let countries: Vec<Country> = countries.iter().map(|code| Country::from_code(code).unwrap()).collect();
    words::whose(name, &countries, app.shell().language())
}

#[test]
fn a_date_on_christmas_moves_and_says_why() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        plan_page(&mut app);
        let text = &app.words().deposit;
        app.type_into(text.first_part, "2026-12-25");
        // What is suggested keeps to the buyer's holidays.
        assert_eq!(first_due(&app), "2026-12-28");
        app.must_see(match language {
            Language::English => "Christmas Day (Germany)",
            Language::Chinese => "圣诞节（德国）",
        });

        app.click(text.more);
        let buyer = who(&app, text.buyers, &["DE"]);
        app.must_see(&buyer);
        let both = who(&app, text.both, &["DE", "CN"]);
        app.pick(text.working_days, &both);
        assert_eq!(first_due(&app), "2026-12-28");
        app.must_see(match language {
            Language::English => "Holidays expected, not yet announced: Germany 2027, China 2027.",
            Language::Chinese => "节假日为预计，尚未公布：德国 2027、中国 2027。",
        });
        // Changed terms are resolved anew: 1 to 5 October are days off of the seller alone.
        app.type_into(text.first_part, "2027-10-01");
        assert_eq!(first_due(&app), "2027-10-06");

        let seller = who(&app, text.sellers, &["CN"]);
        app.pick(text.working_days, &seller);
        app.type_into(text.first_part, "2026-12-25");
        assert_eq!(first_due(&app), "2026-12-25");
        app.pick(text.working_days, text.nobodys);
        assert_eq!(plan(&app).terms.observed, None);
        app.must_see(text.weekend);

        app.pick(text.working_days, &buyer);
        let kept = plan(&app);
        assert_eq!(
            app.saved().deals.values().find_map(|deal| deal.plan.clone().filter(|one| *one == kept)),
            Some(kept)
        );
    });
}

/// The sample, where the plan was made before Christmas was known to be a holiday.
fn made_with_older_data() -> Document {
    let mut document = sample();
    let (id, deal) = document.deals.iter().find(|(_, deal)| deal.agreed.pi == DEAL).unwrap();
    let (id, mut deal) = (id.clone(), Deal::clone(deal));
    let older = Calendars { by_country: Default::default(), ..Calendars::default() };
    let sides = Sides::new(&older, &document.settings, deal.buyer.country);
    let on = "2026-11-21".parse().unwrap();
    let mut plan = suggested_plan(&deal.agreed, on, older.elsewhere.weekend).unwrap();
    plan.terms.start = "2026-12-25".parse().unwrap();
    plan.terms = plan.terms.observing(Some(Whose::Buyer), &sides);
    deal.plan = Some(plan);
    document.deals.insert(id, Arc::new(deal));
    document
}

#[test]
fn a_saved_plan_moves_only_when_the_new_calendar_is_used() {
    assert!(holidays::all().len() > 50);
    in_both_languages(|language| {
        let mut app = App::open_document(language, &made_with_older_data());
        plan_page(&mut app);
        let text = &app.words().deposit;
        assert_eq!(first_due(&app), "2026-12-25", "by the days it keeps");
        app.must_see(&words::drifted([2026].into_iter(), 1, language));
        app.click(text.use_calendar);
        assert_eq!(first_due(&app), "2026-12-28");
        app.must_not_see(text.use_calendar);
        app.press_shortcut(Global::Undo);
        assert_eq!(first_due(&app), "2026-12-25");
        app.must_see(text.use_calendar);
    });
}

#[test]
fn a_factory_shutdown_is_entered_and_gives_the_last_true_day() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find(DEAL);
        app.press_shortcut(DealCommand::ShowDetails);
        app.bring_into_view(app.words().deal.cut_off);
        app.type_into(app.words().deal.shutdown, "");
        assert_eq!(app.deal("Müller & Söhne GmbH").agreed.shutdown_days, None);
        app.type_into(app.words().deal.ship_by, "2027-03-10");
        plan_page(&mut app);
        app.must_see(match language {
            Language::English => "enter factory shutdown",
            Language::Chinese => "填写工厂停工天数",
        });

        app.press_shortcut(Global::Settings);
        let text = &app.words().settings;
        let china = country::name(Country::CHINA, language);
        assert_eq!(app.value_of(text.seller_country), china);
        app.click(text.add_shutdown);
        app.type_into(&(text.shutdown_name)(1), "CNY");
        app.type_into(&(text.shutdown_from)(1), "2027-02-01");
        assert!(app.document().settings.shutdowns.is_empty(), "half of it does not count");
        app.must_see(text.incomplete);
        app.type_into(&(text.shutdown_to)(1), "2027-01-21");
        app.must_see(text.ends_before);
        app.type_into(&(text.shutdown_to)(1), "2027-02-21");
        let saved = &app.document().settings.shutdowns;
        let entered = saved.iter().map(|one| (one.from.to_string(), one.to.to_string(), one.name.clone()));
        let expected = ("2027-02-01".to_owned(), "2027-02-21".to_owned(), "CNY".to_owned());
        assert_eq!(entered.collect::<Vec<_>>(), [expected]);
        app.must_not_see(text.incomplete);

        plan_page(&mut app);
        // 10 March, less 7 days at the port, 25 of making and 21 without work.
        app.must_see(match language {
            Language::English => "ship 10 Mar − 25 − 21 − 7 days",
            Language::Chinese => "装运日3月10日 − 25 − 21 − 7 天",
        });
        app.press_shortcut(Global::Settings);
        app.type_into(text.seller_country, "Vietnam");
        assert_eq!(app.document().settings.seller_country.code(), "VN");
        app.click(&(text.remove_shutdown)(1));
        assert!(app.document().settings.shutdowns.is_empty());
        let mut app = app.reopen();
        assert_eq!(app.saved().settings.seller_country.code(), "VN");
    });
}

#[test]
fn own_days_are_entered_and_move_a_date() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.press_shortcut(Global::Settings);
        let text = &app.words().settings;
        app.bring_into_view(text.add_own_days);
        app.click(text.add_own_days);
        app.type_into(&(text.own_country)(1), "Germany");
        app.type_into(&(text.own_name)(1), "Bankfeiertag");
        assert!(app.document().settings.own_days.is_empty(), "without a day it does not count");
        app.type_into(&(text.own_from)(1), "2027-01-04");
        let own = &app.document().settings.own_days[0];
        let entered = (own.country.code(), own.from.to_string(), own.to.to_string(), own.name.as_str());
        assert_eq!(entered, ("DE", "2027-01-04".to_owned(), "2027-01-04".to_owned(), "Bankfeiertag"));

        plan_page(&mut app);
        app.type_into(app.words().deposit.first_part, "2027-01-04");
        assert_eq!(first_due(&app), "2027-01-05");
        app.must_see(match language {
            Language::English => "Bankfeiertag (Germany, your own calendar)",
            Language::Chinese => "Bankfeiertag（德国，您自己的日历）",
        });

        // Worked after all.
        app.press_shortcut(Global::Settings);
        app.pick(&(text.own_kind)(1), text.own_worked);
        plan_page(&mut app);
        app.click(app.words().deposit.use_calendar);
        assert_eq!(first_due(&app), "2027-01-04");
        app.press_shortcut(Global::Settings);
        app.bring_into_view(&(text.remove_own_days)(1));
        app.click(&(text.remove_own_days)(1));
        let mut app = app.reopen();
        assert!(app.saved().settings.own_days.is_empty());
    });
}

#[test]
fn a_calendar_file_is_read_into_the_settings() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let text = &app.words().settings;
        let read = |app: &mut App, file: &str| {
            app.press_shortcut(Global::Settings);
            app.bring_into_view(text.read_own_days);
            app.dialog_answers(DialogAnswer::Chosen(fixture(&format!("calendars/{file}"))));
            app.click(text.read_own_days);
        };
        read(&mut app, "china-2027.ics");
        let china = country::name(Country::CHINA, language);
        app.must_see(&(text.own_days_read)(2, china));
        assert_eq!(app.document().settings.own_days.len(), 2);
        // A calendar does not say whether it is the whole year; whoever reads it can.
        app.click(&(text.keep_own_year)(china, 2027));
        app.must_see(&(text.own_year)(china, 2027));
        assert_eq!(app.document().settings.own_years.len(), 1);
        app.must_not_see(&(text.keep_own_year)(china, 2027));
        app.press_shortcut(Global::Undo);
        app.must_see(&(text.keep_own_year)(china, 2027));
        app.press_shortcut(Global::Undo);
        assert!(app.document().settings.own_days.is_empty());

        read(&mut app, "CN.json");
        app.must_see(&(text.own_year)(china, 2027));
        assert_eq!(app.saved().settings.own_years.len(), 2);
        app.click(&(text.remove_own_year)(china, 2027));
        app.must_not_see(&(text.own_year)(china, 2027));
        let left = &app.document().settings.own_days;
        assert!(left.iter().all(|own| !own.from.to_string().starts_with("2027")), "{left:?}");
    });
}

#[test]
fn an_assumed_clock_is_said_and_another_can_be_chosen() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find(DEAL);
        app.press_shortcut(DealCommand::ShowDetails);
        let text = &app.words().deal;
        app.must_not_see(text.time_zone);
        app.type_into(text.country, "US");
        app.type_into(text.city, "Springfield");
        let assumed = match language {
            Language::English => "New York time assumed",
            Language::Chinese => "暂按纽约时间",
        };
        app.must_see(assumed);
        app.type_into(text.time_zone, "Atlantis");
        app.must_see(text.bad_time_zone);
        app.type_into(text.time_zone, "Illinois");
        assert_eq!(app.deal("Müller & Söhne GmbH").buyer.time_zone, "America/Chicago");
        app.must_not_see(assumed);
        app.type_into(text.time_zone, "");
        app.must_see(assumed);
        app.type_into(text.city, "Houston, TX");
        app.must_not_see(assumed);
    });
}
