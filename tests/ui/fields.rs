//! While somebody types the keys are the field's: no command takes them, and undo goes by words and stays in the field.

use egui::{Event, ImeEvent, Key, KeyboardShortcut, Modifiers};
use icebreak::text::Language;
use icebreak::ui::command::{Command, DealCommand, Global, Reach};
use icebreak::ui::icons;

use crate::app::{App, Look, in_both_languages};

const COMPANY: &str = "Müller & Söhne GmbH";
const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
const REDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
const REDO_TOO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
const DELETE_WORD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Backspace);

/// One of every kind of field: how to come to it, and what it is called.
struct Field {
    kind: &'static str,
    open: fn(&mut App),
    label: fn(&App) -> String,
}

fn details(app: &mut App) {
    app.press_shortcut(DealCommand::ShowDetails);
}

fn plan(app: &mut App) {
    app.press_shortcut(DealCommand::ShowDeposit);
    // Until then the plan is only suggested, and no part of the document.
    app.type_into(app.words().deposit.deposit, "40%");
    app.leave_field();
}

const FIELDS: &[Field] = &[
    Field {
        kind: "several lines: the draft",
        open: |app| app.press_shortcut(DealCommand::ShowMessage),
        label: |app| app.words().compose.body.to_owned(),
    },
    Field {
        kind: "the draft's subject",
        open: |app| app.press_shortcut(DealCommand::ShowMessage),
        label: |app| app.words().compose.subject.to_owned(),
    },
    Field { kind: "one line", open: details, label: |app| app.words().deal.company.to_owned() },
    Field { kind: "notes", open: details, label: |app| app.words().deal.notes.to_owned() },
    Field { kind: "an amount", open: details, label: |app| app.words().deal.amount.to_owned() },
    Field { kind: "a date", open: details, label: |app| app.words().deal.ship_by.to_owned() },
    Field { kind: "tags", open: details, label: |app| app.words().deal.tags.to_owned() },
    Field { kind: "a share", open: plan, label: |app| app.words().deposit.deposit.to_owned() },
    Field {
        kind: "an amount in the table",
        open: |app| {
            plan(app);
            let cell = (app.words().plan_rows.change_amount)(1);
            app.bring_into_view(&cell);
            app.click(&cell);
        },
        label: |app| (app.words().plan_rows.change_amount)(1),
    },
    Field {
        kind: "a plan's name",
        open: |app| {
            plan(app);
            app.bring_into_view(app.words().compare.open);
            app.click(app.words().compare.open);
        },
        label: |app| (app.words().compare.name)("A"),
    },
    Field {
        kind: "a question about the deal",
        open: |app| app.press_shortcut(DealCommand::LogTouch),
        label: |app| app.words().story.note.to_owned(),
    },
    Field { kind: "the filter", open: |_app| {}, label: |app| app.words().list.filter.to_owned() },
    Field {
        kind: "the palette",
        open: |app| app.press_shortcut(Global::Palette),
        label: |app| app.words().commands.palette.to_owned(),
    },
    Field {
        kind: "a path",
        open: |app| app.press_shortcut(Global::SaveAs),
        label: |app| app.words().shell.path.to_owned(),
    },
    Field {
        kind: "the library",
        open: |app| {
            app.choose(Global::Library);
            app.bring_into_view(app.words().library.sender);
        },
        label: |app| app.words().library.sender.to_owned(),
    },
];

/// The deal of the mock-ups, with a step that undo could take back.
fn begin(field: &Field) -> (App, String) {
    let mut app = App::open_sample(Language::English);
    app.find("PI-2607");
    app.press_shortcut(DealCommand::TheyReplied);
    app.click(app.words().shell.dismiss);
    (field.open)(&mut app);
    let label = (field.label)(&app);
    app.enter(&label);
    (app, label)
}

/// Everything that is to be seen, apart from whether it is saved already.
fn screen(app: &App) -> Vec<String> {
    let words = &app.words().shell;
    let saving = [words.saved, words.saving, &icons::CHECK_CIRCLE.to_string(), &icons::CLOCK.to_string()]
        .map(|shown| format!("Label  = {shown}"));
    app.read().lines().map(str::to_owned).filter(|line| !saving.contains(line)).collect()
}

#[test]
fn no_command_takes_a_key_from_a_field() {
    for field in FIELDS {
        let (mut app, label) = begin(field);
        app.type_signs("ab cd");
        let typed = app.value_of(&label);
        let (document, before) = (app.document().clone(), screen(&app));
        for command in Command::members() {
            let Some(keys) = command.keys().filter(|keys| keys.reach == Reach::OutsideFields) else {
                continue;
            };
            for shortcut in keys.all() {
                app.press_keys(shortcut);
                app.press_keys(shortcut);
                // The field may have done with its text what it does with the key.
                app.type_over(&typed);
                assert_eq!(screen(&app), before, "{command:?} in {}", field.kind);
                assert_eq!(*app.document(), document, "{command:?} in {}", field.kind);
            }
        }
    }
}

#[test]
fn every_field_deletes_words_and_undoes_by_words_and_not_beyond_itself() {
    for field in FIELDS {
        let (mut app, label) = begin(field);
        let (entered, document) = (app.value_of(&label), app.document().clone());
        app.type_signs("ab cd");
        let one_word = format!("{entered}ab ");
        let both = format!("{one_word}cd");
        let mut step = |keys: KeyboardShortcut, expected: &str| {
            app.press_keys(keys);
            assert_eq!(app.value_of(&label), expected, "{} after {keys:?}", field.kind);
        };
        step(DELETE_WORD, &one_word);
        step(UNDO, &both);
        step(UNDO, &one_word);
        step(UNDO, &entered);
        step(UNDO, &entered);
        step(UNDO, &entered);
        assert_eq!(*app.document(), document, "{}", field.kind);
        let mut step = |keys: KeyboardShortcut, expected: &str| {
            app.press_keys(keys);
            assert_eq!(app.value_of(&label), expected, "{} after {keys:?}", field.kind);
        };
        step(REDO, &one_word);
        step(REDO_TOO, &both);
        step(REDO, &one_word);
        step(REDO, &one_word);
    }
}

/// In the company's name, where the document follows every sign.
fn in_the_name() -> (App, String) {
    let field = FIELDS.iter().find(|field| field.kind == "one line").unwrap();
    begin(field)
}

#[test]
fn the_document_follows_a_field_that_undoes() {
    let (mut app, label) = in_the_name();
    app.type_signs(" and sons");
    for _ in 0..4 {
        app.press_keys(UNDO);
        let value = app.value_of(&label);
        assert!(app.document().deals.values().any(|deal| deal.buyer.company == value), "{value}");
    }
    assert_eq!(app.value_of(&label), COMPANY);
}

#[test]
fn a_pause_and_a_move_of_the_caret_end_a_run_of_typing() {
    let (mut app, label) = in_the_name();
    app.type_signs("abc");
    app.harness().run_steps(12);
    app.type_signs("def");
    app.press_keys(UNDO);
    assert_eq!(app.value_of(&label), format!("{COMPANY}abc"));
    app.press(Key::ArrowLeft);
    app.type_signs("x");
    app.press_keys(UNDO);
    assert_eq!(app.value_of(&label), format!("{COMPANY}abc"));
    app.press_keys(UNDO);
    assert_eq!(app.value_of(&label), COMPANY);
}

#[test]
fn a_slow_frame_holds_several_signs_and_undo_still_goes_by_words() {
    let (mut app, label) = in_the_name();
    for part in ["ab ", "cd", " ef", "gh"] {
        let signs = part.chars().map(|sign| Event::Text(sign.to_string()));
        app.harness().input_mut().events.extend(signs);
        app.harness().step();
    }
    app.harness().event(Event::Paste("pasted".to_owned()));
    app.run();
    for expected in ["ab cd efgh", "ab ", ""] {
        app.press_keys(UNDO);
        assert_eq!(app.value_of(&label), format!("{COMPANY}{expected}"));
    }
}

#[test]
fn signs_that_are_erased_come_back_by_words() {
    let (mut app, label) = in_the_name();
    for _ in 0.." Söhne GmbH".chars().count() {
        app.harness().key_press(Key::Backspace);
        app.harness().step();
    }
    app.run();
    assert_eq!(app.value_of(&label), "Müller &");
    app.press_keys(UNDO);
    app.press_keys(UNDO);
    assert_eq!(app.value_of(&label), COMPANY);
}

#[test]
fn what_an_input_method_composes_is_one_step() {
    let (mut app, label) = in_the_name();
    app.type_signs("a");
    let preedit = |text: &str| ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None };
    for event in [preedit("n"), preedit("ni"), ImeEvent::Commit("你好".to_owned()), preedit("")] {
        app.harness().event(Event::Ime(event));
        app.harness().step();
    }
    app.type_signs("b");
    assert_eq!(app.value_of(&label), format!("{COMPANY}a你好b"));
    for expected in ["a你好", "a", ""] {
        app.press_keys(UNDO);
        assert_eq!(app.value_of(&label), format!("{COMPANY}{expected}"));
    }
}

#[test]
fn a_field_that_is_entered_again_begins_anew() {
    let (mut app, label) = in_the_name();
    app.type_signs(" Ltd");
    app.leave_field();
    app.enter(&label);
    app.press_keys(UNDO);
    assert_eq!(app.value_of(&label), format!("{COMPANY} Ltd"));
    // Outside of it, undo takes back the whole visit to the field.
    app.leave_field();
    app.press_keys(UNDO);
    assert_eq!(app.value_of(&label), COMPANY);
    app.must_see(&(app.words().commands.undo_what)("change of the buyer"));
}

#[test]
fn a_draft_that_is_as_it_was_generated_is_nobodys_own() {
    let (mut app, label) = begin(&FIELDS[0]);
    app.type_signs("x");
    app.must_see(app.words().compose.edited);
    app.press_keys(UNDO);
    app.must_not_see(app.words().compose.edited);
    assert_eq!(app.deal(COMPANY).message.edited, None);
    app.press_keys(REDO);
    assert!(app.value_of(&label).ends_with('x'));
}

#[test]
fn pages_the_palette_and_copy_and_log_can_be_reached_from_a_field() {
    let (mut app, _label) = in_the_name();
    app.press_shortcut(Global::Palette);
    app.must_see(app.words().commands.palette_commands);
    app.press(Key::Escape);
    app.enter(app.words().deal.company);
    app.press_shortcut(DealCommand::ShowMessage);
    app.enter(app.words().compose.body);
    // What they asked is to be answered first.
    app.type_over("Thank you.");
    app.press_shortcut(DealCommand::CopyAndLog);
    assert!(app.clipboard().is_some());
}

#[test]
fn alt_with_ctrl_types_signs_and_runs_nothing() {
    let mut app = App::open_sample(Language::English);
    app.find("PI-2607");
    let before = app.document().clone();
    let alt_graph = Modifiers { alt: true, ctrl: true, command: true, ..Modifiers::NONE };
    for key in [Key::Q, Key::R, Key::D, Key::Backspace] {
        app.harness().key_press_modifiers(alt_graph, key);
        app.harness().step();
        assert!(app.window_commands().is_empty(), "{key:?}");
    }
    app.run();
    assert_eq!(*app.document(), before);
}

#[test]
fn a_key_that_is_held_down_deletes_one_deal() {
    let mut app = App::open_sample(Language::English);
    let before = app.document().deals.len();
    for repeat in [false, true, true] {
        app.harness().event(Event::Key {
            key: Key::Backspace,
            physical_key: None,
            pressed: true,
            repeat,
            modifiers: Modifiers { ctrl: true, command: true, ..Modifiers::NONE },
        });
        app.run();
    }
    assert_eq!(app.document().deals.len(), before - 1);
}

#[test]
fn the_deal_that_was_deleted_is_named_and_comes_back() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2607");
        let before = app.document().clone();
        app.press_shortcut(DealCommand::DeleteDeal);
        assert_eq!(app.document().deals.len(), before.deals.len() - 1);
        app.must_see(match language {
            Language::English => "Deleted: Müller & Söhne GmbH · LED panels 600×600",
            Language::Chinese => "已删除订单：Müller & Söhne GmbH · LED panels 600×600",
        });
        app.click(app.words().shell.undo);
        assert_eq!(*app.document(), before);

        app.press_shortcut(Global::NewDeal);
        app.press_shortcut(DealCommand::DeleteDeal);
        app.must_see(&(app.words().shell.deal_deleted)(app.words().deal.untitled));
    });
}

/// Neither the keyboard nor the menu changes the selected deal.
fn cannot_be_hit(app: &mut App) {
    app.leave_field();
    let before = app.document().clone();
    for command in Command::members() {
        let Command::OfDeal(of_deal) = command else { continue };
        if !of_deal.changes_deal() {
            continue;
        }
        if command.keys().is_some() {
            app.press_shortcut(command);
        }
        assert_eq!(*app.document(), before, "{command:?}");
        assert_eq!(app.clipboard(), None, "{command:?}");
        app.must_not_see(app.words().story.save);
        app.must_not_see(app.words().deal.pause_until);

        app.click(app.words().commands.all);
        assert!(app.is_grey(command.name(app.words())), "{command:?}");
        app.press(Key::Escape);

        app.press_shortcut(Global::Palette);
        app.type_into(app.words().commands.palette, command.name(app.words()));
        app.press(Key::Enter);
        app.press(Key::Escape);
        assert_eq!(*app.document(), before, "{command:?} from the palette");
    }
}

#[test]
fn a_deal_that_is_filtered_away_cannot_be_hit() {
    let mut app = App::open_sample(Language::English);
    app.find("PI-2607");
    app.type_into(app.words().list.filter, "casa verde");
    cannot_be_hit(&mut app);
    // To look at it does no harm, and once it is shown again it can be changed.
    app.press_shortcut(DealCommand::ShowStory);
    app.type_into(app.words().list.filter, "");
    let before = app.document().deals.len();
    app.press_shortcut(DealCommand::DeleteDeal);
    assert_eq!(app.document().deals.len(), before - 1);
}

#[test]
fn a_deal_whose_group_is_folded_cannot_be_hit() {
    // High enough for the whole list.
    let size = egui::vec2(1280.0, 2400.0);
    let mut app = App::open_sample(Look { size, ..Look::from(Language::English) });
    app.press_shortcut(Global::NewDeal);
    app.press_shortcut(DealCommand::LogTouch);
    app.must_see(app.words().story.save);
    app.press(Key::Escape);
    app.click_row("Waiting");
    cannot_be_hit(&mut app);
}

#[test]
fn a_deal_that_is_opened_by_name_gets_a_row() {
    let mut app = App::open_sample(Language::English);
    app.type_into(app.words().list.filter, "casa verde");
    app.find("PI-2607");
    assert_eq!(app.value_of(app.words().list.filter), "");
    assert!(app.rows().iter().any(|row| row.starts_with(COMPANY)));
    // What waits unfolds.
    let mut app = App::open_sample(Language::English);
    let rows = app.rows().len();
    app.press_shortcut(Global::NewDeal);
    assert!(app.rows().len() >= rows);
    app.press_shortcut(DealCommand::DeleteDeal);
    app.must_see(&(app.words().shell.deal_deleted)(app.words().deal.untitled));
}

#[test]
fn what_floats_covers_the_deal_below() {
    let mut app = App::open_sample(Language::English);
    app.find("PI-2607");
    let before = app.document().clone();
    app.press_shortcut(Global::SaveAs);
    app.leave_field();
    for command in [DealCommand::DeleteDeal, DealCommand::TheyReplied, DealCommand::CopyAndLog] {
        app.press_shortcut(command);
    }
    assert_eq!(*app.document(), before);
    assert_eq!(app.clipboard(), None);
}
