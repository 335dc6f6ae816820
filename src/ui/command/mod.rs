//! Every command: menu, shortcuts and palette are three loops over this one list.

mod global;
mod keys;
mod menus;
mod of_deal;

use crate::domain::deal::DealId;
use crate::domain::names::Named;
use crate::text::Text;

pub use global::Global;
pub(crate) use keys::Keys;
pub use keys::{Reach, pressed};
pub use menus::MENUS;
pub use of_deal::DealCommand;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    Global(Global),
    OfDeal(DealCommand),
}

/// A command with its target: only this can be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    Global(Global),
    OfDeal(DealCommand, DealId),
}

/// The deal whose page is open, and whether the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selected {
    pub deal: Option<DealId>,
    pub listed: bool,
}

impl Command {
    pub fn members() -> impl Iterator<Item = Self> {
        Global::members().map(Self::Global).chain(DealCommand::members().map(Self::OfDeal))
    }

    /// The command with its current target; none where there is no target, or where it would change a deal that the
    /// list does not show.
    pub fn on(self, selected: &Selected) -> Option<Bound> {
        match self {
            Self::Global(command) => Some(Bound::Global(command)),
            Self::OfDeal(command) => {
                let deal = selected.deal.as_ref()?;
                (selected.listed || !command.changes_deal()).then(|| command.of(deal))
            }
        }
    }

    pub fn keys(self) -> Option<Keys> {
        match self {
            Self::Global(command) => command.keys(),
            Self::OfDeal(command) => command.keys(),
        }
    }

    /// Its name in the interface language.
    pub fn name(self, text: &Text) -> &'static str {
        match self {
            Self::Global(command) => command.name(text),
            Self::OfDeal(command) => command.name(text),
        }
    }

    /// Its English name, which the palette also finds in other languages.
    pub fn id(self) -> &'static str {
        match self {
            Self::Global(command) => Named::name(command),
            Self::OfDeal(command) => Named::name(command),
        }
    }

    pub fn icon(self) -> char {
        match self {
            Self::Global(command) => command.icon(),
            Self::OfDeal(command) => command.icon(),
        }
    }

    /// Whether it changes the document, or opens something that would.
    pub(crate) fn changes_document(self) -> bool {
        match self {
            Self::Global(command) => command.changes_document(),
            Self::OfDeal(command) => command.changes_deal(),
        }
    }
}

impl Bound {
    pub fn command(&self) -> Command {
        match self {
            Self::Global(command) => Command::Global(*command),
            Self::OfDeal(command, _) => Command::OfDeal(*command),
        }
    }
}

impl Selected {
    /// Why a command about a deal cannot be run.
    pub(crate) fn why_not(&self, text: &Text) -> &'static str {
        match self.deal {
            Some(_) => text.commands.not_listed,
            None => text.commands.nothing_selected,
        }
    }
}

impl From<Global> for Command {
    fn from(command: Global) -> Self {
        Self::Global(command)
    }
}

impl From<DealCommand> for Command {
    fn from(command: DealCommand) -> Self {
        Self::OfDeal(command)
    }
}

impl From<Global> for Bound {
    fn from(command: Global) -> Self {
        Self::Global(command)
    }
}
