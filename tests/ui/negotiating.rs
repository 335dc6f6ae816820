//! Negotiating a plan: terms by name, rows changed in the table, locks, refusals, milestones, rows in words.

use egui::Key;
use icebreak::domain::deposit::{LineAmount, Milestone, NotByHand, OddUnit, Plan, Preset, Spread, TermsRows};
use icebreak::domain::edit::PerformedEdit;
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::typed::date::NotADate;
use icebreak::text::window::deposit::{
    HowMuch, later_above, milestone_date, not_by_hand, odd_unit, other_lead_time,
};
use icebreak::text::{Language, format};
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages};

const COMPANY: &str = "Müller & Söhne GmbH";

pub fn choose(app: &mut App, preset: Preset) {
    let words = &app.words().plan_rows;
    app.pick(words.terms, (words.preset)(preset));
}

pub fn lock(app: &mut App, row: u32) {
    app.bring_into_view(&(app.words().plan_rows.lock)(row));
    app.click(&(app.words().plan_rows.lock)(row));
}

/// Types over an amount in the table, and confirms it.
pub fn type_amount(app: &mut App, row: u32, amount: &str) {
    let cell = (app.words().plan_rows.change_amount)(row);
    app.bring_into_view(&cell);
    app.click(&cell);
    app.type_into(&cell, amount);
    app.press(Key::Enter);
}

fn open(language: Language) -> App {
    let mut app = App::open_sample(language);
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowDeposit);
    app
}

fn plan(app: &App) -> Plan {
    app.deal(COMPANY).plan.clone().expect("the plan is kept")
}

fn amounts(app: &App) -> Vec<String> {
    let schedule = plan(app).schedule().expect("the terms make a plan");
    schedule.rows().iter().map(|row| row.amount.to_string()).collect()
}

#[test]
fn one_row_changed_by_hand_and_the_others_follow() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().plan_rows;
        choose(&mut app, Preset::BalanceBeforeShipment);
        choose(&mut app, Preset::DepositInThree);
        assert_eq!(Preset::of(&plan(&app).terms), Some(Preset::DepositInThree));
        assert_eq!(amounts(&app), ["3000.00", "3000.00", "3000.00", "21000.00"]);

        type_amount(&mut app, 1, "3,900");
        assert_eq!(amounts(&app), ["3900.00", "2900.00", "2900.00", "20300.00"]);
        app.must_see(&(words.was)("21,000.00"));
        app.must_see(words.as_typed);

        lock(&mut app, 2);
        app.must_see(&(words.unlock)(2));
        type_amount(&mut app, 1, "4,000.00");
        assert_eq!(amounts(&app)[..2], ["4000.00", "2900.00"]);

        // Undo takes back one change at a time.
        app.press_shortcut(Global::Undo);
        assert_eq!(amounts(&app), ["3900.00", "2900.00", "2900.00", "20300.00"]);
        app.must_see(&(words.unlock)(2));
        app.press_shortcut(Global::Undo);
        app.must_not_see(&(words.unlock)(2));
        app.press_shortcut(Global::Undo);
        assert_eq!(amounts(&app), ["3000.00", "3000.00", "3000.00", "21000.00"]);
        app.press_shortcut(Global::Redo);
        assert_eq!(amounts(&app)[0], "3900.00");
    });
}

#[test]
fn the_other_rule_gives_all_to_the_last_row() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().plan_rows;
        choose(&mut app, Preset::DepositInThree);
        let before = app.document().clone();
        type_amount(&mut app, 1, "3,000.00");
        assert_eq!(*app.document(), before, "nothing was changed");
        type_amount(&mut app, 2, "20%");
        assert_eq!(amounts(&app), ["3000.00", "6000.00", "2625.00", "18375.00"]);
        // The other rule does the same change again.
        app.click((words.spread_other)(Spread::After));
        app.must_see((words.spread)(Spread::LastOpen));
        assert_eq!(amounts(&app), ["3000.00", "6000.00", "3000.00", "18000.00"]);
        type_amount(&mut app, 2, "3000");
        assert_eq!(amounts(&app), ["3000.00", "3000.00", "3000.00", "21000.00"]);
    });
}

#[test]
fn who_takes_the_odd_cent_is_said() {
    in_both_languages(|language| {
        let mut app = open(language);
        choose(&mut app, Preset::DepositInThree);
        lock(&mut app, 4);
        type_amount(&mut app, 1, "2999.99");
        assert_eq!(amounts(&app), ["2999.99", "3000.00", "3000.01", "21000.00"]);
        let unit = plan(&app).terms.total.unit();
        let said = odd_unit(&OddUnit::More(vec![3]), unit, language);
        app.must_see(&said);
        // It was about that change.
        type_amount(&mut app, 1, "3000");
        app.must_not_see(&said);
    });
}

#[test]
fn a_row_that_is_due_before_the_one_above_says_so() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().plan_rows;
        choose(&mut app, Preset::DepositInThree);
        let said = later_above(None, language);
        app.must_not_see(&said);
        app.click(&(words.change_due)(2));
        app.type_on("2026-11-27");
        app.press(Key::Enter);
        let row = app.place_of(&(words.change_amount)(2));
        let remark = app.place_of_words(&said);
        let next = app.place_of(&(words.change_amount)(3));
        assert!(
            row.bottom() <= remark.top() + 8.0 && remark.bottom() <= next.top(),
            "{row:?} {remark:?} {next:?}"
        );
        assert_eq!(amounts(&app).len(), 4, "it is no refusal");
    });
}

#[test]
fn the_plan_goes_into_the_message_in_one_step_of_its_own_name() {
    in_both_languages(|language| {
        let mut app = open(language);
        let before = app.document().clone();
        app.click(app.words().deposit.into_message);
        assert_ne!(*app.document(), before);
        app.press_shortcut(Global::Undo);
        let commands = &app.words().commands;
        app.must_see(&(commands.undo_what)(&(commands.done)(PerformedEdit::PutPlanIntoMessage)));
        assert_eq!(*app.document(), before);
    });
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    in_both_languages(|language| {
        let mut app = open(language);
        choose(&mut app, Preset::DepositInThree);
        let before = app.document().clone();
        type_amount(&mut app, 1, "30000");
        app.must_see(&not_by_hand(&NotByHand::Emptied { n: 2 }, language));
        assert_eq!(*app.document(), before);
        type_amount(&mut app, 1, "lots");
        // The cursor stays where something has to be mended.
        app.must_see(app.words().deposit.bad_amount);
        let cell = (app.words().plan_rows.change_amount)(1);
        app.type_on("x");
        assert_eq!(app.value_of(&cell), "lotsx");
        app.press(Key::Escape);
        app.must_not_see(app.words().deposit.bad_amount);
        assert_eq!(*app.document(), before);
        for row in [2, 3, 4] {
            lock(&mut app, row);
        }
        type_amount(&mut app, 1, "2750");
        let left = Money::parse_plain("250", plan(&app).terms.total.currency());
        app.must_see(&not_by_hand(&NotByHand::NobodyLeft { left: left.unwrap() }, language));
        assert_eq!(amounts(&app)[0], "3000.00");
    });
}

#[test]
fn a_row_waits_for_its_milestone_until_that_has_a_date() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().plan_rows;
        choose(&mut app, Preset::BalanceAgainstBl);
        app.must_see(words.no_date);
        app.click(&(words.change_due)(2));
        app.type_into(&milestone_date(Milestone::BlCopy, language), "2027-02-01");
        app.press(Key::Enter);
        let due = plan(&app).schedule().unwrap().rows()[1].due;
        assert_eq!(due, Some("2027-02-01".parse().unwrap()));
        app.must_see(&format::date_compact(due.unwrap(), language));
        // A row with a date of its own gets another.
        app.click(&(words.change_due)(1));
        app.type_into(&(words.date)(1), "2026-12-02");
        app.press(Key::Enter);
        let TermsRows::Lines(lines) = plan(&app).terms.rows else { panic!("lines") };
        let written: Vec<String> = lines.iter().map(ToString::to_string).collect();
        assert_eq!(written, ["30%@2026-12-02", "rest@bl-copy"]);
    });
}

#[test]
fn rows_are_built_in_words_and_an_unfinished_set_says_what_is_left() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().plan_rows;
        choose(&mut app, Preset::BalanceAgainstBl);
        app.click(words.edit_rows);
        app.type_into(&(words.value)(2), "62.5%");
        let total = plan(&app).terms.total;
        let left = Money::from_minor(225_000, total.currency());
        app.must_see(&(words.left)("92.5%", &format::money(left, language)));
        app.must_see(app.words().deposit.refused);
        app.pick(&(words.how_much)(2), (words.how_much_name)(HowMuch::Rest));
        assert_eq!(amounts(&app), ["9000.00", "21000.00"]);
        app.click(app.words().deposit.add_line);
        app.pick(&(words.when)(2), words.day_of_next_month);
        app.type_into(&(words.number)(2), "10");
        app.click(&(words.move_up)(2));
        let TermsRows::Lines(lines) = plan(&app).terms.rows else { panic!("lines") };
        let written: Vec<String> = lines.iter().map(ToString::to_string).collect();
        assert_eq!(written, ["10%@+0d/next-10", "30%@+0d", "rest@bl-copy"]);
        assert_eq!(lines[2].amount, LineAmount::Rest);
        app.click(words.as_text);
        app.type_into(&(app.words().deposit.line)(1), "10%@eom+30d");
        app.click(words.in_words);
        let TermsRows::Lines(lines) = plan(&app).terms.rows else { panic!("lines") };
        assert_eq!(lines[0].to_string(), "10%@eom+30d");
        app.click(words.close_rows);
        app.must_not_see(&(words.value)(1));
    });
}

#[test]
fn a_cell_asks_what_could_be_two_amounts() {
    in_both_languages(|language| {
        let mut app = open(language);
        choose(&mut app, Preset::DepositInThree);
        let before = app.document().clone();
        let cell = (app.words().plan_rows.change_amount)(1);
        type_amount(&mut app, 1, "10.000");
        app.must_see(app.words().shell.which_amount);
        assert_eq!(*app.document(), before, "nothing is guessed");
        app.press(Key::Escape);
        app.must_not_see(app.words().shell.which_amount);
        assert_eq!(*app.document(), before);
        type_amount(&mut app, 1, "2.400");
        // The question waits for its answer.
        app.press(Key::Tab);
        app.must_see(&format!("{cell}: EUR 2.40"));
        app.click(&format!("{cell}: EUR 2,400.00"));
        assert_eq!(amounts(&app)[0], "2400.00");
        app.must_not_see(app.words().shell.which_amount);
        // Short forms are said while they are typed.
        app.click(&cell);
        app.type_into(&cell, "3.9k");
        app.must_see("= EUR 3,900.00");
        app.press(Key::Enter);
        assert_eq!(amounts(&app)[0], "3900.00");
    });
}

#[test]
fn a_date_in_the_table_is_typed_at_once() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().plan_rows;
        choose(&mut app, Preset::BalanceBeforeShipment);
        choose(&mut app, Preset::DepositInThree);
        let before = app.document().clone();
        let due = |app: &App, row: usize| plan(app).schedule().unwrap().rows()[row].due.unwrap().to_string();
        let (first, second) = (due(&app, 0), due(&app, 1));
        // Escape leaves everything as it was.
        app.click(&(words.change_due)(1));
        app.type_on("2026-12-03");
        app.press(Key::Escape);
        app.must_not_see(&(words.date)(1));
        assert_eq!(*app.document(), before);
        // What cannot be read keeps the cursor, and Enter takes the rest.
        app.click(&(words.change_due)(1));
        app.type_on("soon");
        app.press(Key::Enter);
        app.must_see((app.words().deal.bad_date)(NotADate::Unreadable));
        app.select_all();
        app.type_on("2026-12-03");
        app.press(Key::Enter);
        app.must_not_see(&(words.date)(1));
        assert_eq!((due(&app, 0), due(&app, 1)), ("2026-12-03".to_owned(), second));
        // One step, however many letters it took.
        app.press_shortcut(Global::Undo);
        assert_eq!(due(&app, 0), first);
        // Going on to another row takes it, too; and a day can be clicked.
        app.click(&(words.change_due)(2));
        app.type_on("2027-01-08");
        app.click(&(words.change_due)(4));
        assert_eq!(due(&app, 1), "2027-01-08");
        app.click(&format::date_compact("2027-03-05".parse().unwrap(), language));
        assert_eq!(due(&app, 3), "2027-03-05");
        app.must_not_see(&(words.date)(4));
    });
}

#[test]
fn a_plan_that_ships_too_late_says_so() {
    in_both_languages(|language| {
        let mut app = open(language);
        choose(&mut app, Preset::HalfHalf);
        let too_late = match language {
            Language::English => "after the agreed ship-by date, Fri 22 Jan",
            Language::Chinese => "发货比约定船期（1月22日 周五）晚",
        };
        app.must_not_see(too_late);
        choose(&mut app, Preset::DepositInThree);
        app.must_see(too_late);
        app.must_see(match language {
            Language::English => "Ships 55 days after",
            Language::Chinese => "晚 55 天",
        });
        // A smaller share is due in time.
        app.type_into(app.words().deposit.production[1], "10");
        app.must_not_see(too_late);
        // The last true day counts the days of the plan, and the page says that the deal has others.
        let last_day = |app: &App, day: &str| {
            let date = format::date_short(day.parse().unwrap(), language);
            app.must_see(&(app.words().deposit.last_day)(&date));
        };
        last_day(&app, "2026-12-08");
        app.type_into(app.words().deposit.production_days, "28");
        last_day(&app, "2026-12-05");
        app.must_see(&other_lead_time(28, 25, language));
    });
}

#[test]
fn a_total_that_differs_from_the_deal_is_settled_either_way() {
    in_both_languages(|language| {
        let mut app = open(language);
        choose(&mut app, Preset::DepositInThree);
        let words = &app.words().deposit;
        let euros =
            |amount: &str| format::money(Money::parse_plain(amount, Currency::EUR).unwrap(), language);
        app.type_into(words.total, "36000");
        app.press(Key::Tab);
        let differs = app.document().clone();
        app.must_see(&(words.other_amount)(&euros("30000.00")));
        app.click(&(words.agree)(&euros("30000.00"), &euros("36000.00")));
        app.must_not_see(words.use_it);
        assert_eq!(app.deal(COMPANY).agreed.money(), Some(plan(&app).terms.total));
        app.press_shortcut(Global::Undo);
        assert_eq!(*app.document(), differs);
        app.click(words.use_it);
        assert_eq!(plan(&app).terms.total.to_string(), "30000.00");
        app.press_shortcut(Global::Undo);
        assert_eq!(*app.document(), differs);
        // Another currency is one step as well.
        app.type_into(words.total, "USD 36000");
        app.press(Key::Tab);
        let differs = app.document().clone();
        let dollars = format::money(plan(&app).terms.total, language);
        app.click(&(words.agree)(&euros("30000.00"), &dollars));
        assert_eq!(app.deal(COMPANY).agreed.money(), Some(plan(&app).terms.total));
        app.press_shortcut(Global::Undo);
        assert_eq!(*app.document(), differs);
    });
}

#[test]
fn all_terms_are_in_sight_where_there_is_room() {
    in_both_languages(|language| {
        let mut app = open(language);
        let words = &app.words().plan_rows;
        app.click(words.terms);
        // One row of the usual height below the other, and all above the end of the window.
        let field = app.place_of(words.terms);
        let last = app.place_of((words.preset)(Preset::AgainstDocuments));
        assert!(last.bottom() < field.bottom() + 11.0 * 32.0 + 12.0, "{last:?} below {field:?}");
        assert!(last.bottom() < 800.0 - 12.0, "{last:?}");
    });
}
