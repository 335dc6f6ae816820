//! The keys of commands, and which of them work while somebody types.

use egui::{Event, Key, KeyboardShortcut, Modifiers};

use super::{Bound, Command, Selected};

pub const CTRL: Modifiers = Modifiers::COMMAND;
pub const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The keys of one command. Never Ctrl+Space: it switches input methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// What menus show.
    pub main: KeyboardShortcut,
    /// What other programs call it, too.
    pub other: Option<KeyboardShortcut>,
    pub reach: Reach,
}

/// Where a shortcut works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Also while somebody types: on no system a key for editing text, and nothing is lost by pressing it.
    Everywhere,
    /// A text field in use keeps the key: either it edits text there, or a slip of the finger would change a deal.
    OutsideFields,
}

impl Keys {
    pub const fn everywhere(modifiers: Modifiers, key: Key) -> Self {
        Self { main: KeyboardShortcut::new(modifiers, key), other: None, reach: Reach::Everywhere }
    }

    pub const fn outside_fields(modifiers: Modifiers, key: Key) -> Self {
        Self { main: KeyboardShortcut::new(modifiers, key), other: None, reach: Reach::OutsideFields }
    }

    pub const fn or(self, modifiers: Modifiers, key: Key) -> Self {
        Self { other: Some(KeyboardShortcut::new(modifiers, key)), ..self }
    }

    pub fn all(self) -> impl Iterator<Item = KeyboardShortcut> {
        std::iter::once(self.main).chain(self.other)
    }
}

impl Command {
    /// The shortcut that menus show.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        self.keys().map(|keys| keys.main)
    }
}

/// Takes the shortcuts pressed in this frame out of the input. What has nothing to act on stays there.
pub fn pressed(ctx: &egui::Context, selected: &Selected) -> Vec<Bound> {
    let in_field = ctx.text_edit_focused();
    let mut pressed = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, modifiers, pressed: true, repeat, .. } = event else { return true };
            let Some(bound) = command_of(*key, *modifiers, in_field).and_then(|command| command.on(selected))
            else {
                return true;
            };
            // A key that is held down acts on one deal once.
            if !(*repeat && matches!(bound, Bound::OfDeal(..))) {
                pressed.push(bound);
            }
            false
        });
    });
    pressed
}

/// Some keyboards need Shift to type a sign, so it may be held besides; but Alt with Ctrl is how others type @ and €.
fn command_of(key: Key, modifiers: Modifiers, in_field: bool) -> Option<Command> {
    let fits = |shortcut: KeyboardShortcut| {
        let wanted = shortcut.modifiers;
        shortcut.logical_key == key && modifiers.matches_logically(wanted) && modifiers.alt == wanted.alt
    };
    let commands = Command::members().filter_map(|command| {
        let keys = command.keys()?;
        let shortcut = keys.all().find(|shortcut| fits(*shortcut))?;
        Some((shortcut.modifiers.shift, command, keys.reach))
    });
    // Of two that fit, the one that asks for Shift.
    let (_, command, reach) = commands.max_by_key(|(shift, ..)| *shift)?;
    (reach == Reach::Everywhere || !in_field).then_some(command)
}
