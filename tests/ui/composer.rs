//! Writing a message: what they said stands above it, its fields, its strategies, and the view to read it in.

use std::sync::Arc;

use egui::{Key, Rect, Shape, Theme, Vec2};
use egui_kittest::kittest::NodeT as _;
use icebreak::assets::countries::calendars;
use icebreak::assets::diagnosis_model;
use icebreak::domain::deal::Deal;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::diagnosis::{Case, Experience, Learned};
use icebreak::domain::document::Document;
use icebreak::domain::message::{FieldId, MessageChannel, Preparation, Strategy};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::names::Named as _;
use icebreak::text::buyer::drafts::{MessageDraft, labels, prepare};
use icebreak::text::{Language, format};
use icebreak::ui::command::DealCommand;
use icebreak::ui::theme;

use crate::app::{App, Look, in_both_languages, sample};

const ASKED: &str = "Can you do 180 chairs instead?";
const ANSWER: &str = "Yes, 180 chairs are fine.";

/// The sample with one deal changed.
fn sample_with(buyer: &str, change: impl FnOnce(&mut Deal)) -> Document {
    let mut document = sample();
    let found = document.deals.iter().find(|(_, deal)| deal.buyer.company == buyer);
    let (id, mut deal) = found.map(|(id, deal)| (id.clone(), Deal::clone(deal))).unwrap();
    change(&mut deal);
    document.deals.insert(id, Arc::new(deal));
    document
}

/// How the line of what Nordic Home said last begins.
const SAID_BY: &str = "Lena Öberg · ";

/// Where a text stands, whatever shows it.
fn place_of_text(app: &mut App, text: &str) -> Rect {
    let read = app.read();
    let found = app.harness().root().children_recursive().find(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().any(|shown| shown.contains(text))
    });
    found.unwrap_or_else(|| panic!("“{text}” is not to be seen:\n{read}")).rect()
}

fn look(language: Language, width: f32, height: f32) -> Look {
    Look { language, theme: Theme::Light, size: Vec2::new(width, height) }
}

#[test]
fn the_reason_of_a_row_opens_its_strategy() {
    let rows = [
        ("Nordic Home AB", Strategy::Answer),
        ("Công ty TNHH Minh Phát", Strategy::Answer),
        ("Comercial Andina S.A.", Strategy::Expiring),
        ("Casa Verde S.A.S.", Strategy::Payment),
    ];
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        for (buyer, strategy) in rows {
            app.click_row(buyer);
            // The button of the menu is named after the strategy in use.
            app.place_of(labels::strategy(strategy, language));
        }
    });
}

#[test]
fn what_they_asked_stands_above_the_draft_and_the_answer_in_it() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.click_row("Nordic Home AB");
        let body = app.words().compose.body;
        let asked = (app.words().compose.they_said)(ASKED);
        assert!(app.read().lines().any(|line| line.contains(SAID_BY) && line.ends_with(&asked)));
        let said = place_of_text(&mut app, SAID_BY);
        assert!(said.bottom() <= app.place_of(body).top(), "{said:?}");
        // What 180 chairs cost.
        let total = Money::from_minor(21_690_000, Currency::from_code("SEK").unwrap());
        app.must_see(&format!("= {}", format::money(total, language)));

        // The field for the answer carries their question.
        app.type_into(ASKED, ANSWER);
        let draft = app.value_of(body);
        assert!(draft.contains(ASKED) && draft.contains(ANSWER), "{draft}");
        assert!(!draft.contains('⟨'), "{draft}");
        app.press_shortcut(DealCommand::CopyAndLog);
        assert_eq!(app.clipboard(), Some(draft));
    });
}

#[test]
fn long_words_are_folded_and_open_by_a_click() {
    let note = format!("We looked at the offer again.\n{}", "One more point to settle. ".repeat(30));
    in_both_languages(|language| {
        let document = sample_with("Nordic Home AB", |deal| {
            let mut touch = Touch::new("2026-11-21".parse().unwrap(), TouchKind::Replied);
            touch.note = note.clone();
            deal.story.push(touch);
        });
        let mut app = App::open_document(language, &document);
        app.click_row("Nordic Home AB");
        let folded = place_of_text(&mut app, SAID_BY).height();
        // A screen reader reads all of it; the eye sees two lines.
        app.click_row(SAID_BY);
        let opened = place_of_text(&mut app, SAID_BY).height();
        assert!(folded < 50.0 && opened > 2.0 * folded, "{folded} {opened}");
    });
}

#[test]
fn a_reply_without_words_is_named_and_silence_is_not() {
    in_both_languages(|language| {
        let document = sample_with("Nordic Home AB", |deal| {
            deal.story.iter_mut().for_each(|touch| touch.note.clear());
        });
        let mut app = App::open_document(language, &document);
        app.click_row("Nordic Home AB");
        app.must_see(app.words().compose.no_words);
        let document = sample_with("Nordic Home AB", |deal| {
            deal.story.clear();
            deal.summary = Default::default();
        });
        let mut app = App::open_document(language, &document);
        app.find("PI-2614");
        app.press_shortcut(DealCommand::ShowMessage);
        app.must_not_see(app.words().compose.no_words);
    });
}

#[test]
fn filled_fields_fold_and_those_of_another_strategy_go() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = &app.words().compose;
        let name = |strategy| labels::strategy(strategy, language);
        app.click_row("Nordic Home AB");
        app.type_into(ASKED, ANSWER);
        app.leave_field();
        app.run();
        let folded = (words.filled)(&[labels::field(FieldId::Answer1, language)]);
        app.must_see(&folded);
        app.click(words.change);
        assert_eq!(app.value_of(ASKED), ANSWER);

        app.click(name(Strategy::Answer));
        app.click(name(Strategy::Recap));
        app.must_not_see(&folded);
        app.must_not_see(words.to_fill);
        // What was typed is still there when the strategy comes back.
        app.click(name(Strategy::Recap));
        app.click(&(words.suggested)(name(Strategy::Answer)));
        app.must_see(&folded);
        assert!(app.value_of(words.body).contains(ANSWER));
    });
}

#[test]
fn every_strategy_can_be_chosen_from_a_narrow_window_too() {
    in_both_languages(|language| {
        let mut app = App::open_sample(look(language, 360.0, 640.0));
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowMessage);
        let mut now = labels::strategy(Strategy::Approval, language);
        let others = Strategy::members().filter(|strategy| *strategy != Strategy::Approval);
        for strategy in others {
            app.bring_into_view(now);
            app.click(now);
            now = labels::strategy(strategy, language);
            app.bring_into_view(now);
            app.click(now);
            let chosen = app.deal("Müller & Söhne GmbH").message.strategy.clone();
            assert_eq!(chosen.and_then(|word| word.known()), Some(strategy));
        }
    });
}

#[test]
fn the_menu_of_strategies_is_walked_with_the_arrows_from_the_suggested_one() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowMessage);
        app.click(labels::strategy(Strategy::Approval, language));
        app.press(Key::ArrowDown);
        app.press(Key::Enter);
        // The first below the suggested one.
        let chosen = app.deal("Müller & Söhne GmbH").message.strategy.clone();
        assert_eq!(chosen.and_then(|word| word.known()), Some(Strategy::Answer));
        app.must_not_see(app.words().compose.tone);
    });
}

/// The same message of the deal in the language of a seller who reads another.
fn reading_of(document: &Document, buyer: &str, seller: Language) -> (MessageDraft, MessageDraft) {
    let deal = document.deals.values().find(|deal| deal.buyer.company == buyer).unwrap();
    let learned = Learned::new(diagnosis_model(), &Experience::of(&document.deals));
    let case = Case::new(&learned, deal, "2026-11-21".parse().unwrap());
    let preparation = Preparation::new(&case, deal, document, calendars());
    let prepared = prepare(&preparation, seller).unwrap();
    (prepared.draft, prepared.reading.unwrap())
}

#[test]
fn each_block_is_read_beside_its_own() {
    const BUYER: &str = "Müller & Söhne GmbH";
    for channel in [MessageChannel::Email, MessageChannel::Chat] {
        let document = sample_with(BUYER, |deal| deal.message.channel = Some(channel.into()));
        let mut app = App::open_document(Language::Chinese, &document);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowMessage);
        app.must_see((app.words().compose.reading)(Language::Chinese));
        let (draft, reading) = reading_of(&document, BUYER, Language::Chinese);
        assert!(draft.blocks.len() > 1);
        let mut above = f32::MIN;
        for part in &reading.blocks {
            let text = &reading.body[part.range.clone()];
            let place = place_of_text(&mut app, text);
            assert!(place.top() > above, "{text}");
            assert!(place.left() > app.place_of(app.words().compose.body).right(), "{text}");
            above = place.top();
        }
    }
}

#[test]
fn the_reading_view_can_be_had_for_any_draft_and_put_away() {
    let mut app = App::open_sample(Language::English);
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowMessage);
    let name = (app.words().compose.reading)(Language::Chinese);
    app.must_not_see("您好");
    app.click(name);
    app.must_see("您好");
    // It stays for the next deal, and goes with the same switch.
    app.find("PI-2614");
    app.must_see("您好");
    app.click(name);
    app.must_not_see("您好");
}

#[test]
fn a_promise_of_ours_comes_into_the_draft_with_its_day() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = &app.words().compose;
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowMessage);
        let label = |id| labels::field(id, language);
        app.click(words.promise_something);
        app.type_into(label(FieldId::OurPromise), "the sample photos");
        // Without a day it is no promise yet.
        assert!(!app.value_of(words.body).contains("the sample photos"));
        app.type_into(label(FieldId::OurPromiseDay), "2026-11-27");
        let draft = app.value_of(words.body);
        assert!(draft.contains("the sample photos") && draft.contains("27 November"), "{draft}");
        app.bring_into_view(words.no_promise);
        app.click(words.no_promise);
        assert!(!app.value_of(words.body).contains("the sample photos"));
        assert!(app.deal("Müller & Söhne GmbH").message.fields.is_empty());
    });
}

#[test]
fn the_draft_keeps_eight_lines_in_a_low_window() {
    const LINES: f32 = 8.0 * 22.0;
    for (width, height) in [(1_024.0, 640.0), (1_093.0, 614.0)] {
        in_both_languages(|language| {
            let mut app = App::open_sample(look(language, width, height));
            app.find("PI-2607");
            app.press_shortcut(DealCommand::ShowMessage);
            let top = app.place_of(app.words().compose.body).top();
            let bottom = app.place_of(app.words().commands.copy_and_log).top();
            assert!(bottom - top >= LINES, "{width}×{height}: {top} to {bottom}");
        });
    }
}

#[test]
fn what_is_said_on_the_telephone_is_bold_and_what_is_done_is_not() {
    in_both_languages(|language| {
        let document =
            sample_with("Nordic Home AB", |deal| deal.message.channel = Some(MessageChannel::Call.into()));
        let mut app = App::open_document(language, &document);
        app.click_row("Nordic Home AB");
        let body = app.value_of(app.words().compose.body);
        let sheet = app.harness().output().shapes.iter().find_map(|clipped| match &clipped.shape {
            Shape::Text(text) if text.galley.job.text == body => Some(text.galley.job.clone()),
            _other => None,
        });
        let sheet = sheet.expect("the sheet is painted");
        let mut kinds = [0, 0];
        let mut start = 0;
        for line in body.split('\n') {
            let is_here = |section: &&egui::text::LayoutSection| {
                (section.byte_range.start.0..section.byte_range.end.0).contains(&start)
            };
            let is_bold = sheet
                .sections
                .iter()
                .find(is_here)
                .is_some_and(|section| section.format.font_id.family == theme::bold());
            start += line.len() + 1;
            if line.starts_with("- \"") && line.ends_with('"') && !line.contains("\": ") {
                assert!(is_bold, "{line}");
                kinds[0] += 1;
            } else if line.starts_with("- ") {
                assert!(!is_bold, "{line}");
                kinds[1] += 1;
            }
        }
        assert!(kinds.iter().all(|count| *count > 2), "{kinds:?} in\n{body}");
    });
}
