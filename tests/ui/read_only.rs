//! A document that is only read: what would change it is grey and says why, what reads or exports goes on working.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use icebreak::text::Language;
use icebreak::ui::command::Command;

use crate::app::{App, in_both_languages};
use crate::comparing::document;

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

    fn is_grey(&mut self, name: &str) -> bool {
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
        app.press_shortcut(Command::ShowDeposit);
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
    app.press_shortcut(Command::Palette);
    app.type_into(words.commands.palette, "duplicate");
    assert!(app.is_grey(words.commands.duplicate_deal));
}

#[test]
fn a_plan_that_belongs_to_no_deal_can_be_made_all_the_same() {
    let (_first, mut app) = open(Language::English);
    let words = app.words();
    app.choose(Command::QuickPlan);
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
        (Command::ShowStory, None),
        (Command::ShowDetails, None),
        (Command::ShowWhy, None),
        (Command::ShowWhy, Some(words.why.start)),
        (Command::ShowDeposit, None),
        (Command::ShowDeposit, Some(deposit.more)),
        (Command::ShowDeposit, Some(deposit.export)),
        (Command::ShowDeposit, Some(words.compare.open)),
        (Command::ShowMessage, None),
        (Command::Library, None),
        (Command::Settings, None),
        (Command::Backups, None),
    ] {
        let show = |app: &mut App| {
            app.press(egui::Key::Escape);
            app.press(egui::Key::Escape);
            app.find("PI-2607");
            if page == Command::ShowDeposit && app.sees(words.compare.back) {
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
