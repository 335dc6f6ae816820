//! The keyboard shortcuts of commands, and which of them work while a text field has focus.

use egui::{Event, Key, KeyboardShortcut, Modifiers};

use super::{Bound, Command, Selected};

pub const CTRL: Modifiers = Modifiers::COMMAND;
pub const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The keys of one command. Never Ctrl+Space: it switches input methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The shortcut that menus show.
    pub main: KeyboardShortcut,
    /// A second shortcut, known from other programs.
    pub other: Option<KeyboardShortcut>,
    pub reach: Reach,
}

/// Where a shortcut works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Also while typing: on no system a text editing key, and nothing is lost by pressing it.
    Everywhere,
    /// A focused text field keeps the key: either it edits text there, or a slip of the finger would change a deal.
    OutsideFields,
}

impl Keys {
    pub const fn everywhere(modifiers: Modifiers, key: Key) -> Self {
        Self { main: KeyboardShortcut::new(modifiers, key), other: None, reach: Reach::Everywhere }
    }

    pub(crate) const fn outside_fields(modifiers: Modifiers, key: Key) -> Self {
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

/// Takes the shortcuts pressed in this frame out of the input, except those of commands without a target.
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
            // A command on a deal ignores key repeat.
            if !(*repeat && matches!(bound, Bound::OfDeal(..))) {
                pressed.push(bound);
            }
            false
        });
    });
    pressed
}

/// Shift is ignored where a shortcut does not name it, as some keyboards need it to type a symbol; Ctrl with Alt is how
/// others type @ and €, so that is no shortcut.
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
    // Of two that match, the one with Shift.
    let (_, command, reach) = commands.max_by_key(|(shift, ..)| *shift)?;
    (reach == Reach::Everywhere || !in_field).then_some(command)
}
