//! A pause that says why and until when, the end of the day, and drafts that no key copies.

use icebreak::domain::deal::pause::PauseLacks;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId, Pause, Stage};
use icebreak::domain::document::Document;
use icebreak::domain::message::Strategy;
use icebreak::domain::today::day::{DayCounts, SaidToday, SettledReason};
use icebreak::text::Language;
use icebreak::text::window::day;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages, sample};

const MUELLER: &str = "Müller & Söhne GmbH";
const CASA_VERDE: &str = "Casa Verde S.A.S.";

#[test]
fn a_pause_says_what_it_lacks_and_begins_with_a_reason_and_an_end() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = &app.words().deal;
        app.find("PI-2607");
        let before = app.document().clone();
        app.press_shortcut(DealCommand::PauseDeal);
        let refused = |app: &mut App, lacks: PauseLacks| {
            app.click(words.pause);
            app.must_see((words.pause_lacks)(lacks));
            assert_eq!(*app.document(), before);
        };
        refused(&mut app, PauseLacks::ReasonAndEnd);
        app.type_into(words.pause_reason, "   ");
        refused(&mut app, PauseLacks::ReasonAndEnd);
        app.click(words.pause_reasons[0]);
        assert_eq!(app.value_of(words.pause_reason), words.pause_reasons[0]);
        refused(&mut app, PauseLacks::End);
        app.type_into(words.pause_until, "2026-11-21");
        refused(&mut app, PauseLacks::EndToCome);
        app.click(&(words.pause_weeks)(2));
        app.click(words.pause);
        // Two weeks from Saturday, on their next working day.
        let pause = app.deal(MUELLER).pause.clone().expect("it is paused");
        assert_eq!((pause.reason.as_str(), pause.lacks()), (words.pause_reasons[0], None));
        assert_eq!(pause.until, "2026-12-07".parse().ok());
        app.must_see(&day::paused(Some(&pause), language));
        app.click(app.words().shell.undo);
        assert_eq!(*app.document(), before);
    });
}

#[test]
fn overdue_money_stays_on_today_while_its_deal_is_paused() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = app.words();
        app.find("PI-2596");
        let today = app.rows().len();
        app.press_shortcut(DealCommand::PauseDeal);
        app.click(words.deal.pause_reasons[1]);
        app.click(&(words.deal.pause_weeks)(4));
        app.click(words.deal.pause);
        let pause = app.deal(CASA_VERDE).pause.clone().expect("it is paused");
        assert_eq!(app.rows().len(), today, "{}", app.read());
        let row = app.rows().into_iter().find(|row| row.starts_with(CASA_VERDE)).expect("its row");
        assert!(row.contains(words.list.overdue), "{row}");
        let said = match language {
            Language::English => "paused · ",
            Language::Chinese => "已暂停 · ",
        };
        assert!(row.contains(said), "{row}");
        // Its draft is about the money, and can be copied as before.
        app.must_see(&day::paused(Some(&pause), language));
        assert!(!app.value_of(words.compose.body).is_empty());
        // It is among the paused deals, too.
        app.click(&format!("{} 2", words.list.paused));
        app.click_row(CASA_VERDE);
    });
}

#[test]
fn a_reply_ends_the_pause_and_undo_restores_it() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2607");
        let words = app.words();
        app.press_shortcut(DealCommand::PauseDeal);
        app.click(words.deal.pause_reasons[0]);
        app.click(&(words.deal.pause_weeks)(2));
        app.click(words.deal.pause);
        let pause = app.deal(MUELLER).pause.clone();
        assert!(pause.is_some());
        app.click(words.commands.they_replied);
        assert_eq!(app.deal(MUELLER).pause, None);
        app.must_see(words.story.pause_ended);
        app.must_not_see(words.deal.resume);
        app.click(words.shell.undo);
        assert_eq!(app.deal(MUELLER).pause, pause);
        app.must_see(words.deal.resume);
        // Without a pause there is nothing to say about one.
        app.click(words.deal.resume);
        app.press_shortcut(DealCommand::TheyReplied);
        app.must_see(&(words.story.logged)((words.commands.touch)(TouchKind::Replied)));
        app.must_not_see(words.story.pause_ended);
    });
}

#[test]
fn a_pause_of_an_older_document_is_shown_as_it_is_and_asked_about() {
    in_both_languages(|language| {
        let mut document = sample();
        let id = DealId::new("sample-mueller");
        let mut deal = Deal::clone(document.deal(&id).expect("Müller"));
        deal.pause = Some(Pause::default());
        document.deals.insert(id, deal.into());
        let mut app = App::open_document(language, &document);
        let words = &app.words().deal;
        let incomplete = day::paused(Some(&Pause::default()), language);
        app.click(&format!("{} 2", app.words().list.paused));
        let row = app.rows().into_iter().find(|row| row.starts_with(MUELLER)).expect("its row");
        assert!(row.contains(&incomplete), "{row}");
        app.click(&row);
        app.must_see(&incomplete);
        app.click(words.complete_pause);
        app.type_into(words.pause_reason, "Trade fair");
        app.type_into(words.pause_until, "2026-12-05");
        app.click(words.pause);
        app.must_not_see(words.complete_pause);
        assert_eq!(app.deal(MUELLER).pause.as_ref().map(Pause::lacks), Some(None));
        app.click(words.resume);
        assert_eq!(app.deal(MUELLER).pause, None);
    });
}

/// The sample with two deals left on Today: two that wait for an answer.
fn two_to_write() -> Document {
    only(&["sample-mueller", "sample-sever", "sample-kiwi"])
}

fn only(ids: &[&str]) -> Document {
    let sample = sample();
    let deals = sample.deals.iter().filter(|(id, _)| ids.contains(&id.as_str()));
    Document { deals: deals.map(|(id, deal)| (id.clone(), deal.clone())).collect(), ..sample.clone() }
}

#[test]
fn after_the_last_row_the_day_ends_with_all_that_was_written() {
    in_both_languages(|language| {
        let mut app = App::open_document(language, &two_to_write());
        let words = app.words();
        let headline = |written, unconfirmed| {
            day::headline(DayCounts { written, called: 0, unconfirmed }, false, language)
        };
        app.press_shortcut(DealCommand::CopyAndLog);
        app.must_not_see(&headline(1, 1));
        app.press_shortcut(DealCommand::CopyAndLog);
        app.must_see(&headline(2, 2));
        app.must_see(words.day.tick_what_left);
        app.must_see("09:12");
        let [first, second] = [MUELLER, "ООО «СеверТехника»"].map(|buyer| (words.day.sent_to)(buyer));

        // No draft is hot behind it.
        let (before, copied) = (app.document().clone(), app.clipboard());
        app.press_shortcut(DealCommand::CopyAndLog);
        app.must_see(words.day.nothing_open);
        assert_eq!((app.document(), app.clipboard()), (&before, copied));

        app.click(&first);
        app.must_see(&headline(2, 1));
        app.must_see(&(words.day.confirmed)(MUELLER));
        let sent = |app: &App| app.deal(MUELLER).story.last().map(|touch| touch.kind.is(TouchKind::Wrote));
        assert_eq!(sent(&app), Some(true));
        // Taken back with undo, which does not lead away, and with a second click.
        app.click(words.shell.undo);
        app.must_see(&headline(2, 2));
        assert_eq!(*app.document(), before);
        app.click(&first);
        app.click(&first);
        assert_eq!(sent(&app), Some(false));
        app.click(&first);
        app.click(&second);
        app.must_see(&headline(2, 0));

        // It stands there after a restart, too, and leads to each deal.
        let mut app = app.reopen();
        app.must_see(&headline(2, 0));
        app.must_see(words.day.coming);
        app.click_one_of(MUELLER, 0);
        app.must_see("PI-2607");
        app.must_see(words.day.all_the_same);
    });
}

#[test]
fn undoing_the_last_copy_leads_back_to_its_draft() {
    let mut app = App::open_document(Language::English, &two_to_write());
    app.press_shortcut(DealCommand::CopyAndLog);
    let before = app.document().clone();
    let body = app.value_of("Message");
    app.press_shortcut(DealCommand::CopyAndLog);
    app.click("Undo");
    assert_eq!(*app.document(), before);
    assert_eq!(app.value_of("Message"), body);
}

#[test]
fn a_day_on_which_nothing_was_due_says_so() {
    in_both_languages(|language| {
        let document = only(&["sample-kiwi"]);
        let mut app = App::open_document(language, &document);
        app.must_see(app.words().day.nothing_written);
        app.must_see(app.words().day.coming);
        app.press_shortcut(DealCommand::CopyAndLog);
        assert_eq!((app.document(), app.clipboard()), (&document, None));
    });
}

#[test]
fn whoever_started_in_the_middle_goes_on_with_the_rows_that_were_passed_over() {
    let mut app = App::open_document(Language::English, &two_to_write());
    let first = app.rows().first().cloned().expect("a row");
    app.press_shortcut(Global::NextDeal);
    app.press_shortcut(DealCommand::CopyAndLog);
    app.must_not_see(app.words().day.coming);
    let row = app.rows().first().cloned();
    assert_eq!(row, Some(first));
    app.press_shortcut(DealCommand::CopyAndLog);
    app.must_see(app.words().day.coming);
}

#[test]
fn a_settled_deal_says_why_and_is_written_to_only_on_purpose() {
    in_both_languages(|language| {
        let mut document = sample();
        let change = |document: &mut Document, id: &str, change: &dyn Fn(&mut Deal)| {
            let id = DealId::new(id);
            let mut deal = Deal::clone(document.deal(&id).expect("a deal of the sample"));
            change(&mut deal);
            document.deals.insert(id, deal.into());
        };
        let today = "2026-11-21".parse().expect("a date");
        change(&mut document, "sample-mueller", &|deal| {
            let at = "08:30:00".parse().ok();
            deal.story.push(Touch { at, ..Touch::new(today, TouchKind::Copied) });
        });
        // An answer to them would have to be filled in.
        change(&mut document, "sample-kilic", &|deal| deal.message.strategy = Some(Strategy::Recap.into()));
        change(&mut document, "sample-atelier", &|deal| deal.stage = Stage::Won.into());
        change(&mut document, "sample-maple", &|deal| deal.stage = Stage::Lost.into());
        let kilic = document.deal(&DealId::new("sample-kilic")).and_then(|deal| deal.pause.clone());
        assert!(kilic.as_ref().and_then(|pause| pause.until).is_some());

        let said = SaidToday { called: false, at: "08:30:00".parse().ok() };
        let cases = [
            ("PI-2607", MUELLER, SettledReason::Said(said), None),
            ("PI-2606", "Kılıç Yapı Malzemeleri Ltd. Şti.", SettledReason::Paused, kilic.as_ref()),
            ("PI-2608", "Atelier Lumière SARL", SettledReason::Won, None),
            ("PI-2612", "Maple & Main Home Inc.", SettledReason::Lost, None),
        ];
        for (number, buyer, why, pause) in cases {
            let mut app = App::open_document(language, &document);
            app.find(number);
            app.must_see(&day::settled(why, buyer, pause, language));
            app.press_shortcut(DealCommand::CopyAndLog);
            assert_eq!((app.document(), app.clipboard()), (&document, None), "{number}");
            app.click(app.words().day.all_the_same);
            let body = app.value_of(app.words().compose.body);
            app.press_shortcut(DealCommand::CopyAndLog);
            assert_eq!(app.clipboard(), Some(body), "{number}");
            // The click counted for one message.
            app.find(number);
            let second = SaidToday { called: false, at: "09:12:00".parse().ok() };
            let is_closed = matches!(why, SettledReason::Won | SettledReason::Lost);
            let now = if is_closed { why } else { SettledReason::Said(second) };
            app.must_see(&day::settled(now, buyer, None, language));
        }
    });
}

#[test]
fn a_second_message_on_one_day_is_asked_about() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = app.words();
        app.find("PI-2607");
        app.press_shortcut(DealCommand::CopyAndLog);
        let first = app.clipboard();
        assert!(first.is_some());
        // They answer within the hour: a reply is owed, and its draft is open.
        app.find("PI-2607");
        app.click(words.commands.they_replied);
        let before = app.document().clone();
        app.type_into(words.compose.body, "Thank you.");
        app.press_shortcut(DealCommand::CopyAndLog);
        let said = SaidToday { called: false, at: "09:12:00".parse().ok() };
        let question = day::ask_second_copy(said, MUELLER, language);
        app.must_see(&question);
        app.press_shortcut(DealCommand::CopyAndLog);
        assert_eq!(app.clipboard(), first);
        app.click(words.shell.cancel);
        app.must_not_see(&question);
        assert_eq!(app.deal(MUELLER).story.len(), before.deal(&app.deal(MUELLER).id).unwrap().story.len());

        app.click(words.commands.copy_and_log);
        app.must_see(&question);
        app.click(words.day.second_copy);
        assert_eq!(app.clipboard().as_deref(), Some("Thank you."));
        let copies = app.deal(MUELLER).story.iter().filter(|touch| touch.kind.is(TouchKind::Copied)).count();
        assert_eq!(copies, 2);
    });
}

#[test]
fn the_headline_reads_well_for_none_one_and_many() {
    let check = |written, called, unconfirmed, so_far, english: &str, chinese: &str| {
        let counts = DayCounts { written, called, unconfirmed };
        assert_eq!(day::headline(counts, so_far, Language::English), english);
        assert_eq!(day::headline(counts, so_far, Language::Chinese), chinese);
    };
    check(
        13,
        0,
        11,
        false,
        "Done: 13 written, 11 not confirmed as sent",
        "今天已完成：已写 13 条，11 条未确认发送",
    );
    check(13, 0, 0, false, "Done: 13 written, all confirmed as sent", "今天已完成：已写 13 条，均已确认发送");
    check(1, 0, 1, false, "Done: 1 written, not confirmed as sent", "今天已完成：已写 1 条，1 条未确认发送");
    check(1, 0, 0, false, "Done: 1 written, confirmed as sent", "今天已完成：已写 1 条，已确认发送");
    check(0, 1, 0, false, "Done: 1 called", "今天已完成：致电 1 次");
    check(
        2,
        3,
        1,
        true,
        "So far: 2 written, 3 called, 1 not confirmed as sent",
        "目前：已写 2 条，致电 3 次，1 条未确认发送",
    );
    check(0, 0, 0, false, "Done: 0 written", "今天已完成：已写 0 条");
}
