//! Shortcuts do not clash, take nothing from text fields, and every command is in exactly one menu.

use std::collections::BTreeMap;

use egui::{Key, KeyboardShortcut, Modifiers};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::ui::command::{Command, DealCommand, Global, MENUS, Reach};

#[test]
fn no_two_commands_share_a_shortcut() {
    let clashes = clashes(bound());
    assert!(clashes.is_empty(), "{clashes:?}");
    // The test can fail.
    let twice = [(KeyboardShortcut::new(Modifiers::COMMAND, Key::K), Command::Global(Global::Palette)); 2];
    assert_eq!(super_clashes(twice), 1);
}

fn super_clashes(twice: [(KeyboardShortcut, Command); 2]) -> usize {
    clashes(twice.into_iter()).len()
}

fn clashes(bound: impl Iterator<Item = (KeyboardShortcut, Command)>) -> Vec<(String, Vec<Command>)> {
    let mut by_keys: BTreeMap<String, Vec<Command>> = BTreeMap::new();
    for (shortcut, command) in bound {
        // Ctrl and Command are the same key on most systems.
        let Modifiers { alt, ctrl, shift, mac_cmd, command: main } = shortcut.modifiers;
        let keys = format!("{alt} {} {shift} {:?}", ctrl || mac_cmd || main, shortcut.logical_key);
        by_keys.entry(keys).or_default().push(command);
    }
    by_keys.into_iter().filter(|(_, commands)| commands.len() > 1).collect()
}

/// Every shortcut of every command.
fn bound() -> impl Iterator<Item = (KeyboardShortcut, Command)> {
    let keys = Command::members().filter_map(|command| Some((command.keys()?, command)));
    keys.flat_map(|(keys, command)| keys.all().map(move |shortcut| (shortcut, command)))
}

/// What edits text or moves the caret together with Ctrl, or with Cmd on a Mac.
const EDITING: [Key; 18] = [
    Key::A,
    Key::C,
    Key::X,
    Key::V,
    Key::Z,
    Key::Y,
    Key::Backspace,
    Key::Delete,
    Key::Insert,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Tab,
];

#[test]
fn shortcuts_leave_input_methods_and_text_fields_alone() {
    for (shortcut, command) in bound() {
        assert_ne!(shortcut.logical_key, Key::Space, "{command:?}: Ctrl+Space switches input methods");
        assert!(shortcut.modifiers.command || shortcut.modifiers.alt, "{command:?} would swallow typing");
        let everywhere = command.keys().unwrap().reach == Reach::Everywhere;
        assert!(
            !(everywhere && EDITING.contains(&shortcut.logical_key)),
            "{command:?} takes a key of text fields"
        );
    }
}

#[test]
fn while_somebody_types_the_only_command_that_changes_a_deal_is_copy_and_log() {
    for command in DealCommand::members().filter(|command| command.changes_deal()) {
        let everywhere = command.keys().is_some_and(|keys| keys.reach == Reach::Everywhere);
        assert_eq!(everywhere, command == DealCommand::CopyAndLog, "{command:?}");
    }
}

#[test]
fn every_command_is_in_one_menu_and_has_a_name_in_both_languages() {
    for command in Command::members() {
        let places = MENUS.iter().flat_map(|(_, commands)| *commands).filter(|listed| **listed == command);
        assert_eq!(places.count(), 1, "{command:?}");
        for language in [Language::English, Language::Chinese] {
            assert!(!command.name(language.text()).trim().is_empty(), "{command:?} in {language:?}");
        }
    }
}

#[test]
fn no_two_commands_have_the_same_name() {
    for language in [Language::English, Language::Chinese] {
        let mut names: Vec<&str> = Command::members().map(|command| command.name(language.text())).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{language:?}");
    }
}
