//! What copying leaves in the story, and what one click settles there: replies owed, own texts, promises, plans.

use std::sync::Arc;

use icebreak::domain::deal::touch::{PromiseKind, PromiseState};
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::message::{FieldId, Strategy, Tone};
use icebreak::text::buyer::drafts::labels;
use icebreak::text::window::deal::we_owe;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages, sample};

const MUELLER: &str = "Müller & Söhne GmbH";
const NORDIC_HOME: &str = "Nordic Home AB";
const MAPLE: &str = "Maple & Main Home Inc.";

/// The sample with one of its deals changed.
fn with(id: &str, change: impl FnOnce(&mut Deal)) -> Document {
    let mut document = sample();
    let id = DealId::new(id);
    let mut deal = Deal::clone(document.deal(&id).expect("it is in the sample"));
    change(&mut deal);
    document.deals.insert(id, Arc::new(deal));
    document
}

fn recap(deal: &mut Deal) {
    deal.message.strategy = Some(Strategy::Recap.into());
}

fn row_of(app: &App, buyer: &str) -> Option<String> {
    app.rows().into_iter().find(|row| row.starts_with(buyer))
}

#[test]
fn a_recap_leaves_the_reply_owed_and_the_story_keeps_every_word() {
    in_both_languages(|language| {
        let document = with("sample-nordic-home", recap);
        let mut app = App::open_document(language, &document);
        let words = app.words();
        app.find("PI-2614");
        let asked = row_of(&app, NORDIC_HOME).expect("its row");
        let text = app.value_of(words.compose.body);
        app.press_shortcut(DealCommand::CopyAndLog);
        assert_eq!(app.clipboard(), Some(text.clone()));
        assert_eq!(row_of(&app, NORDIC_HOME), Some(asked), "the reply is still owed");

        let touch = app.deal(NORDIC_HOME).story.last().expect("it is logged").clone();
        assert_eq!((&touch.text, touch.strategy), (&text, Some(Strategy::Recap.into())));
        assert_eq!(Some(&touch.to), app.deal(NORDIC_HOME).contact().map(|contact| &contact.email));

        // The next draft is another text.
        app.find("PI-2614");
        app.press_shortcut(DealCommand::ShowMessage);
        assert_ne!(app.value_of(words.compose.body), text);

        // Folded to its beginning; whole by a click, and copied by another.
        app.press_shortcut(DealCommand::ShowStory);
        let last_line = text.lines().last().expect("it has lines");
        assert!(!app.read().contains(last_line), "{}", app.read());
        assert!(app.read().contains(&touch.to), "{}", app.read());
        app.click(words.story.show_all);
        assert!(app.read().contains(last_line), "{}", app.read());
        app.press_shortcut(Global::Palette);
        app.press(egui::Key::Escape);
        app.click(words.story.copy_text);
        assert_eq!(app.clipboard(), Some(text.clone()));
        app.click(words.story.show_less);

        // An answer settles it: it is what is suggested, and its points are to be filled.
        app.press_shortcut(DealCommand::ShowMessage);
        app.must_see(labels::strategy(Strategy::Answer, language));
        app.type_into(words.compose.body, "Yes, 180 chairs. Shall I send the new PI?");
        app.press_shortcut(DealCommand::CopyAndLog);
        app.click(words.day.second_copy);
        assert_eq!(app.clipboard().as_deref(), Some("Yes, 180 chairs. Shall I send the new PI?"));
        assert_eq!(row_of(&app, NORDIC_HOME), None, "{}", app.read());

        let app = app.reopen();
        let kept = app.deal(NORDIC_HOME).story.iter().find(|touch| !touch.text.is_empty());
        assert_eq!(kept.map(|touch| &touch.text), Some(&text));
    });
}

#[test]
fn an_edited_text_lives_in_the_story_once_it_is_copied() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = app.words();
        app.find("PI-2607");
        let generated = app.value_of(words.compose.body);
        let mine = format!("{generated}\n\nWe keep your slot open.");
        app.type_into(words.compose.body, &mine);
        app.press_shortcut(DealCommand::CopyAndLog);
        assert_eq!(app.clipboard().as_ref(), Some(&mine));
        let deal = app.deal(MUELLER);
        assert_eq!(deal.story.last().map(|touch| &touch.text), Some(&mine));
        assert!(deal.message.is_empty(), "{:?}", deal.message);
        app.find("PI-2607");
        app.click(words.day.all_the_same);
        let next = app.value_of(words.compose.body);
        assert!(next != mine, "{next}");
        app.must_not_see(words.compose.bring_back);
        // Not sent after all: the text is there again.
        app.press_shortcut(DealCommand::ShowStory);
        app.click(words.story.not_sent);
        app.press_shortcut(DealCommand::ShowMessage);
        app.bring_into_view(words.compose.bring_back);
        app.click(words.compose.bring_back);
        assert_eq!(app.value_of(words.compose.body), mine);
    });
}

#[test]
fn another_choice_sets_the_text_aside_and_a_click_brings_it_back() {
    in_both_languages(|language| {
        let mut app = App::open_document(language, &with("sample-mueller", recap));
        let words = app.words();
        app.find("PI-2607");
        app.type_into(words.compose.body, "My own words?");
        app.click(labels::strategy(Strategy::Recap, language));
        app.click((words.compose.tone_name)(Tone::Warm));
        assert_ne!(app.value_of(words.compose.body), "My own words?");
        app.must_see(&(words.compose.your_text)("09:12"));
        let mut app = app.reopen();
        app.find("PI-2607");
        app.click(words.compose.bring_back);
        assert_eq!(app.value_of(words.compose.body), "My own words?");
        app.must_not_see(words.compose.bring_back);
        // Writing anew sets it aside as well, and so does the plan.
        app.click(words.compose.write_anew);
        app.must_see(words.compose.bring_back);
        app.click(words.compose.bring_back);
        app.press_shortcut(DealCommand::ShowDeposit);
        app.click(words.deposit.into_message);
        app.must_see(words.compose.bring_back);
        app.press_shortcut(Global::Undo);
        assert_eq!(app.value_of(words.compose.body), "My own words?");
    });
}

#[test]
fn an_offered_plan_counts_once_it_is_agreed() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = app.words();
        app.find("PI-2607");
        let row = row_of(&app, MUELLER);
        app.press_shortcut(DealCommand::ShowDeposit);
        app.must_not_see(words.deposit.plan_proposed);
        app.click(words.deposit.into_message);
        app.must_see(words.deposit.plan_proposed);
        assert_eq!(row_of(&app, MUELLER), row, "the follow-up stays");
        // When the first part would be due, the deal is still a follow-up.
        app.wait_days(20);
        app.find("PI-2607");
        let late = row_of(&app, MUELLER).expect("its row");
        assert!(!late.contains(words.list.overdue), "{late}");
        app.click(words.deposit.plan_agreed);
        app.must_not_see(words.deposit.plan_proposed);
        let owed = row_of(&app, MUELLER).expect("its row");
        assert!(owed.contains(words.list.overdue), "{owed}");
        app.press_shortcut(Global::Undo);
        assert_eq!(row_of(&app, MUELLER), Some(late));
        // It is said above the deposit page, too; a payment agrees as well.
        app.press_shortcut(DealCommand::ShowDeposit);
        app.must_see(words.deposit.plan_proposed);
        app.click(words.deposit.record);
        app.click(words.deposit.arrived);
        app.type_into(words.deposit.payment_amount, "3,000.00");
        app.click(words.deposit.record_now);
        assert!(!app.deal(MUELLER).plan_is_proposed());
        app.must_not_see(words.deposit.plan_proposed);
    });
}

#[test]
fn what_we_promised_is_a_row_until_it_is_kept() {
    in_both_languages(|language| {
        let mut app = App::open_document(language, &with("sample-mueller", recap));
        let words = app.words();
        app.find("PI-2607");
        app.click(words.compose.promise_something);
        app.type_into(labels::field(FieldId::OurPromise, language), "sample photos");
        app.type_into(labels::field(FieldId::OurPromiseDay, language), "2026-11-26");
        assert!(app.value_of(words.compose.body).contains("sample photos"));
        app.press_shortcut(DealCommand::CopyAndLog);
        let [promise] = app.deal(MUELLER).promises.as_slice() else { panic!("{:?}", app.deal(MUELLER)) };
        let owed = we_owe(promise, language);
        assert_eq!(row_of(&app, MUELLER), None, "it is not due yet");
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowStory);
        app.must_see(words.story.we_kept);

        // The day before the promised Thursday.
        app.wait_days(4);
        app.find("PI-2607");
        let row = row_of(&app, MUELLER).expect("its row");
        assert!(row.contains(&owed), "{row}");
        app.click(&row);
        app.press_shortcut(DealCommand::ShowMessage);
        app.must_see(&owed);
        app.click(words.story.we_kept);
        let state = app.deal(MUELLER).promises.first().and_then(|promise| promise.state.known());
        assert_eq!(state, Some(PromiseState::Kept));
        assert!(row_of(&app, MUELLER).is_none_or(|row| !row.contains(&owed)));
        app.press_shortcut(Global::Undo);
        app.must_see(&owed);
    });
}

#[test]
fn after_the_yes_the_answers_become_promises() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = &app.words().after_yes;
        app.find("PI-2612");
        app.press_shortcut(DealCommand::LogTouch);
        app.click(words.ask);
        app.type_into(words.decides, "The board");
        app.type_into(words.decided_by, "2026-11-26");
        app.type_into(words.paid_by, "2026-12-03");
        app.type_into(words.deputy, "Ms Weber");
        app.type_into(words.reached_at, "weber@example.com");
        app.click(words.save);
        app.must_not_see(words.title);
        let deal = app.deal(MAPLE);
        let made: Vec<_> =
            deal.promises.iter().map(|made| (made.kind.known(), made.by.to_string())).collect();
        assert_eq!(
            made,
            [
                (Some(PromiseKind::Decision), "2026-11-26".to_owned()),
                (Some(PromiseKind::Payment), "2026-12-03".to_owned()),
            ]
        );
        assert_eq!(deal.contacts.last().map(|contact| contact.name.as_str()), Some("Ms Weber"));
        app.press_shortcut(DealCommand::LogTouch);
        app.must_not_see(words.ask);
    });
}
