//! What a view may read.

use std::path::PathBuf;
use std::time::SystemTime;

use chrono::NaiveDateTime;

use super::tokens::Palette;
use crate::domain::calendar::Calendars;
use crate::domain::deal::{Deal, DealId};
use crate::domain::diagnosis::Learned;
use crate::domain::document::Document;
use crate::domain::edit::PerformedEdit;
use crate::domain::files::problem::{Holder, SaveProblem};
use crate::domain::search::SearchIndex;
use crate::domain::today;
use crate::domain::today::ladder::Next;
use crate::domain::today::{Counts, Item};
use crate::text::office::Now;
use crate::text::{Language, Text};

/// What a view may read. Nothing in it can be changed.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    pub text: &'static Text,
    pub palette: &'static Palette,
    pub document: &'a Document,
    /// The deal, in no document, of the plan that belongs to none.
    pub quick: Option<&'a Deal>,
    /// Counts every change of the document: a key for whatever a view derives from it.
    pub revision: u64,
    /// The open deals as Today orders them.
    pub items: &'a [Item],
    pub counts: Counts,
    pub index: &'a SearchIndex,
    /// The shares of causes that the confirmed ones moved.
    pub learned: &'a Learned,
    pub calendars: &'a Calendars,
    pub now: &'a Now,
    pub saving: &'a Saving,
    pub undoes: Option<PerformedEdit>,
    pub redoes: Option<PerformedEdit>,
    pub file: &'a FileFacts,
}

impl Cx<'_> {
    pub fn language(&self) -> Language {
        self.text.language
    }

    pub fn deal(&self, id: &DealId) -> Option<&Deal> {
        self.document.deal(id).map(AsRef::as_ref)
    }

    pub fn is_quick(&self, deal: &Deal) -> bool {
        self.quick.is_some_and(|quick| quick.id == deal.id)
    }

    /// None where the plan belongs to no deal of the document.
    pub(crate) fn of_document<'d>(&self, deal: &'d Deal) -> Option<&'d Deal> {
        Some(deal).filter(|deal| !self.is_quick(deal))
    }

    /// The deal's place in Today, worked out for this one deal; none where it is not listed there.
    pub fn item(&self, id: &DealId) -> Option<Item> {
        let deal = self.document.deal(id)?;
        let week = self.calendars.of(deal.buyer.country);
        today::listed(deal, &self.document.settings, week, self.now.date)
    }

    /// What a deal waits for, paused or not.
    pub fn next(&self, id: &DealId) -> Next {
        self.document.deal(id).map_or(Next::Nothing, |deal| {
            let week = self.calendars.of(deal.buyer.country);
            Item::of(deal, &self.document.settings, week, self.now.date).next
        })
    }
}

/// Where the document lives and what may be done with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileFacts {
    pub path: Option<PathBuf>,
    pub recent: Vec<PathBuf>,
    /// Why nothing can be changed.
    pub read_only: Option<ReadOnly>,
    /// When it was last saved in this window.
    pub saved_at: Option<SystemTime>,
    /// An interrupted save left a newer state: this backup.
    pub rescued: Option<PathBuf>,
    /// The folder beside the program in which everything is kept.
    pub portable: Option<PathBuf>,
    /// Other versions that a synchronised folder laid beside it.
    pub copies: Vec<PathBuf>,
}

/// Why nothing can be changed.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadOnly {
    /// Another window or program holds the document.
    Held(Option<Holder>),
    /// A newer program wrote it; so many deals cannot be shown.
    Newer { left_out: usize },
    /// This is a backup of the document at this path.
    Backup { document: PathBuf, taken: Option<NaiveDateTime> },
    /// It could not be opened at all.
    NotOpened,
}

/// The state of saving, always shown in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    #[default]
    Saved,
    Pending,
    Failed(SaveProblem),
    /// Only looked at: nothing is saved.
    Off,
    /// Still being read.
    Opening,
}
