//! A document that is only read, because it is held, newer or a backup: what would change it is grey and says why, what
//! reads or exports goes on working.

use std::collections::BTreeSet;
use std::fs;

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use icebreak::text::Language;
use icebreak::ui::command::{Command, DealCommand, Global};

use crate::app::{App, in_both_languages, sample};
use crate::comparing::document;
use crate::safety::{encode, half, lately, open_damaged};

/// Where the list ends.
const LIST: f32 = 360.0;

impl App {
    /// What can be pressed beside the list, by name.
    fn pressable(&mut self) -> BTreeSet<String> {
        let offered = self.harness().root().children_recursive().filter_map(|node| {
            let control = node.accesskit_node();
            let is_button = matches!(control.role(), Role::Button | Role::CheckBox) && !control.is_disabled();
            is_button.then(|| node.rect()).filter(|rect| rect.left() > LIST)?;
            control.label()
        });
        offered.collect()
    }

    /// Clicks the first of those of this name that can be pressed.
    fn press_one(&mut self, name: &str) {
        {
            let mut nodes = self.harness().root().children_recursive();
            let found = nodes.find(|node| {
                let control = node.accesskit_node();
                control.label().as_deref() == Some(name)
                    && !control.is_disabled()
                    && node.rect().left() > LIST
            });
            found.unwrap_or_else(|| panic!("“{name}” cannot be pressed")).click();
        }
        self.run();
    }

    pub fn is_grey(&mut self, name: &str) -> bool {
        let mut nodes = self.harness().root().children_recursive();
        let found = nodes.find(|node| node.accesskit_node().label().as_deref() == Some(name));
        found.unwrap_or_else(|| panic!("nothing is named “{name}”")).accesskit_node().is_disabled()
    }
}

/// A second window on a deal with three plans, of which the first one has a payment.
fn open(language: Language) -> (App, App) {
    let first = App::open_document(language, &document());
    let mut second = first.second_window();
    second.find("PI-2607");
    (first, second)
}

#[test]
fn what_would_change_the_document_is_grey_and_says_why() {
    in_both_languages(|language| {
        let (_first, mut app) = open(language);
        let words = app.words();
        for name in [words.commands.they_replied, words.commands.log_touch, words.list.new_deal] {
            assert!(app.is_grey(name), "{name}");
        }
        app.press_shortcut(DealCommand::ShowDeposit);
        for name in [
            words.deposit.record,
            words.deposit.into_message,
            &(words.plan_rows.change_amount)(1),
            &(words.plan_rows.change_due)(1),
            &(words.plan_rows.lock)(1),
        ] {
            assert!(app.is_grey(name), "{name}");
        }
        app.hover(words.deposit.record);
        app.must_see(words.shell.not_in_read_only);
        // What is exported is not changed.
        app.click(words.deposit.export);
        assert!(app.is_grey(words.plan_export.change_language));
        app.click(words.plan_export.chat);
        assert!(app.clipboard().is_some());
        app.click(words.compare.open);
        for name in [(words.compare.use_it)("B"), (words.compare.remove)("B"), words.compare.add.to_owned()] {
            assert!(app.is_grey(&name), "{name}");
        }
    });
}

#[test]
fn menus_and_the_palette_offer_only_what_can_be_done() {
    let (_first, mut app) = open(Language::English);
    let words = app.words();
    app.click(words.commands.all);
    assert!(app.is_grey(words.commands.duplicate_deal));
    assert!(!app.is_grey(words.commands.export_deals));
    app.press_shortcut(Global::Palette);
    app.type_into(words.commands.palette, "duplicate");
    assert!(app.is_grey(words.commands.duplicate_deal));
}

#[test]
fn a_plan_that_belongs_to_no_deal_can_be_made_all_the_same() {
    let (_first, mut app) = open(Language::English);
    let words = app.words();
    app.choose(Global::QuickPlan);
    app.type_into(words.deposit.total, "USD 12,000");
    app.press(egui::Key::Tab);
    app.must_see("12,000.00");
    assert!(!app.is_grey(&(words.plan_rows.lock)(1)));
    assert!(app.is_grey(words.deposit.make_deal));
    app.click(words.deposit.copy_text);
    assert!(app.clipboard().is_some());
}

#[test]
fn nothing_that_can_be_pressed_is_refused() {
    let (first, mut app) = open(Language::English);
    let words = app.words();
    let deposit = &words.deposit;
    for (page, then) in [
        (Command::OfDeal(DealCommand::ShowStory), None),
        (Command::OfDeal(DealCommand::ShowDetails), None),
        (Command::OfDeal(DealCommand::ShowWhy), None),
        (Command::OfDeal(DealCommand::ShowWhy), Some(words.why.start)),
        (Command::OfDeal(DealCommand::ShowDeposit), None),
        (Command::OfDeal(DealCommand::ShowDeposit), Some(deposit.more)),
        (Command::OfDeal(DealCommand::ShowDeposit), Some(deposit.export)),
        (Command::OfDeal(DealCommand::ShowDeposit), Some(words.compare.open)),
        (Command::OfDeal(DealCommand::ShowMessage), None),
        (Command::Global(Global::Library), None),
        (Command::Global(Global::Settings), None),
        (Command::Global(Global::Backups), None),
    ] {
        let show = |app: &mut App| {
            app.press(egui::Key::Escape);
            app.press(egui::Key::Escape);
            app.find("PI-2607");
            if page == Command::OfDeal(DealCommand::ShowDeposit) && app.sees(words.compare.back) {
                app.click(words.compare.back);
            }
            match page.shortcut() {
                Some(_) => app.press_shortcut(page),
                None => app.choose(page),
            }
            if let Some(then) = then.filter(|then| app.pressable().contains(*then)) {
                app.click(then);
            }
        };
        show(&mut app);
        for name in app.pressable() {
            if !app.pressable().contains(&name) {
                show(&mut app);
            }
            if app.pressable().contains(&name) {
                app.press_one(&name);
            }
            let refused = app.sees(words.shell.not_in_read_only) && app.sees(words.shell.dismiss);
            assert!(!refused, "“{name}” of {page:?} is refused:\n{}", app.read());
        }
    }
    assert_eq!(*app.document(), *first.document());
}

#[test]
fn a_backup_can_be_looked_at_without_changing_anything() {
    in_both_languages(|language| {
        let mut app = open_damaged(language, half);
        let damaged = fs::read(app.document_path()).unwrap();
        app.click_one_of(app.words().recovery.look, 0);
        assert_eq!(*app.document(), lately());
        app.must_see(if language == Language::English { "You are looking at" } else { "正在查看" });
        app.find("PI-2607");
        app.press_shortcut(DealCommand::TheyReplied);
        app.must_see(app.words().shell.not_in_read_only);
        assert_eq!(*app.document(), lately());

        app.click(app.words().recovery.back_to_document);
        app.must_see(app.words().problems.not_opened);
        assert_eq!(fs::read(app.document_path()).unwrap(), damaged);
    });
}

#[test]
fn a_second_window_takes_over_once_the_first_has_closed() {
    in_both_languages(|language| {
        let mut first = App::open_sample(language);
        let mut second = first.second_window();
        second.must_see(second.words().recovery.held_advice);
        second.click(second.words().shell.retry);
        second.must_see(second.words().recovery.held_advice);

        first.find("PI-2607");
        first.press_shortcut(DealCommand::TheyReplied);
        let last = first.saved();
        drop(first);
        second.click(second.words().shell.retry);
        second.must_not_see(second.words().recovery.held_advice);
        assert_eq!(*second.document(), last);
        second.press_shortcut(Global::NewDeal);
        assert_eq!(second.saved().deals.len(), last.deals.len() + 1);
    });
}

#[test]
fn a_second_window_follows_the_first_and_takes_no_typing() {
    in_both_languages(|language| {
        let mut first = App::open_sample(language);
        let mut second = first.second_window();
        second.find("PI-2607");
        second.press_shortcut(DealCommand::ShowDetails);
        let words = second.words();
        let before = second.value_of(words.deal.notes);
        second.type_into(words.deal.notes, "Not here");
        second.type_into(words.deal.amount, "1");
        assert_eq!(second.value_of(words.deal.notes), before);
        // Nothing is refused, because nothing was taken.
        second.must_not_see(words.shell.not_in_read_only);
        assert_eq!(*second.document(), *first.document());

        first.find("PI-2607");
        first.press_shortcut(DealCommand::ShowDetails);
        first.type_into(words.deal.notes, "Written in the first window");
        let saved = first.saved();
        second.wait_until("what the first window saved", |second| *second.document() == saved);
        assert_eq!(second.value_of(words.deal.notes), "Written in the first window");
        second.must_see(words.recovery.held_advice);
        assert_eq!(first.saved(), saved);
    });
}

#[test]
fn a_newer_document_is_shown_and_never_written() {
    in_both_languages(|language| {
        let newer = encode(&sample()).replace("\"version\":1", "\"version\":9");
        let mut app = App::open_bytes(language, newer.as_bytes());
        app.must_see(&(app.words().recovery.newer)(0));
        app.must_see(app.words().shell.read_only);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::TheyReplied);
        app.must_see(app.words().shell.not_in_read_only);
        let copy = app.folder().join("copy.json");
        app.click(app.words().recovery.save_copy);
        app.give_path(&copy, app.words().shell.write);
        app.wait_for(&app.written(&copy));
        // Not all of it is in the window: so it goes nowhere else.
        let part = app.folder().join("part.json");
        app.press_shortcut(Global::SaveAs);
        app.give_path(&part, app.words().shell.write);
        app.must_see(app.words().shell.not_in_read_only);
        assert!(!part.exists());
        for path in [app.document_path(), &copy] {
            assert_eq!(fs::read_to_string(path).unwrap(), newer);
        }
    });
}
