//! What a view may read, and what it may ask for.

use std::path::PathBuf;
use std::time::SystemTime;

use super::command::Command;
use super::safety::{ReadOnly, Safety};
use super::tokens::Palette;
use crate::domain::bank::GivenBank;
use crate::domain::calendar::Calendars;
use crate::domain::deal::{Deal, DealId};
use crate::domain::deposit::{Plan, PlanFormat, PlanReader};
use crate::domain::document::Document;
use crate::domain::edit::{Done, Edit};
use crate::domain::forget::Subject;
use crate::domain::import::reading::Reading;
use crate::domain::problem::SaveProblem;
use crate::domain::search::SearchIndex;
use crate::domain::today::{self, Counts, Item};
use crate::domain::touch::Touch;
use crate::named;
use crate::text::{Language, Text, office::Now};

/// What a view may read. Nothing in it can be changed.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    pub text: &'static Text,
    pub palette: &'static Palette,
    pub document: &'a Document,
    /// Counts every change of the document: a key for whatever a view derives from it.
    pub revision: u64,
    /// The open deals as Today orders them.
    pub items: &'a [Item],
    pub counts: Counts,
    pub index: &'a SearchIndex,
    pub calendars: &'a Calendars,
    pub now: &'a Now,
    pub saving: &'a Saving,
    pub undoes: Option<Done>,
    pub redoes: Option<Done>,
    pub file: &'a FileFacts,
}

impl Cx<'_> {
    pub fn language(&self) -> Language {
        self.text.language
    }

    pub fn deal(&self, id: &DealId) -> Option<&Deal> {
        self.document.deal(id).map(AsRef::as_ref)
    }

    /// The deal's place in Today, worked out for this one deal; none where it is not listed there.
    pub fn item(&self, id: &DealId) -> Option<Item> {
        let deal = self.document.deal(id)?;
        let week = self.calendars.of(deal.buyer.country);
        today::listed(deal, &self.document.settings, week, self.now.date)
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

named! {
    /// The pages of one deal.
    pub enum Tab {
        Story = "story",
        Details = "details",
        Why = "why",
        Deposit = "deposit",
        Message = "message",
    }
}

named! {
    /// What the right side shows.
    pub enum Place {
        Deal = "deal",
        QuickPlan = "quick-plan",
        Library = "library",
        Settings = "settings",
        Welcome = "welcome",
        Backups = "backups",
        Import = "import",
    }
}

/// What a person asked for; the shell performs it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Edit(Edit),
    /// A field was left: what comes next is a step of its own.
    Seal,
    Run(Command),
    Select(DealId),
    Show(Tab),
    Open(Place),
    CopyText(String),
    /// The one action of the loop: copy, log with undo, move on.
    CopyAndLog {
        deal: DealId,
        body: String,
        touch: Touch,
    },
    /// The message as a file to open in a mail program, or as plain text.
    ExportMessage {
        deal: DealId,
        subject: String,
        body: String,
        file: MessageFile,
    },
    Import(PathBuf),
    OpenFile(PathBuf),
    SaveAs(PathBuf),
    /// Write the bytes of something shared to a new file, or over one the person chose in a dialog.
    Write {
        path: PathBuf,
        bytes: Vec<u8>,
        over: bool,
    },
    ExportDeals {
        path: PathBuf,
        over: bool,
    },
    /// Make a file of a plan and ask where it goes.
    ExportPlan(PlanExport),
    /// Start a deal with the total of a plan, and the plan itself.
    MakeDeal(Box<Plan>),
    /// Ask for a path, with the system's dialog beside it.
    Pick(Pick),
    /// Open the system's dialog.
    Browse(Pick),
    /// Put a backup in the place of a document that cannot be read; that one is kept aside.
    Restore {
        document: PathBuf,
        backup: PathBuf,
    },
    /// Show how a conflict copy differs, to make one document of both.
    CompareCopy(PathBuf),
    /// Two versions become one, as it was chosen on the page.
    SettleMerge,
    /// The other version is left alone for now.
    LeaveMerge,
    RetrySave,
    /// Close the window, or open the other document, without the latest changes.
    LeaveUnsaved,
    SetLanguage(Language),
    SetTheme(egui::ThemePreference),
    DismissToast,
    Safety(Safety),
    /// Read the table of the import preview another way.
    ReadTableAs(Reading),
    /// Import what the preview shows.
    ImportShown,
    /// Leave everything as it is.
    CancelImport,
    /// Take a buyer out of the document and of every copy beside it: the person was asked.
    Forget(Box<Subject>),
    /// Clean the copies once more; of those that cannot be read, delete these.
    ForgetAgain {
        subject: Box<Subject>,
        delete: Vec<PathBuf>,
    },
    ShowFolder(PathBuf),
    /// Make a paper for the buyer, and ask where it goes.
    ExportPaper(PaperExport),
    /// Write a paper; what it gives the buyer is remembered once it is there.
    WritePaper {
        path: PathBuf,
        bytes: Vec<u8>,
        over: bool,
        gives: Option<Gives>,
    },
    /// Keep the picture in a file as the company's logo.
    ReadLogo(PathBuf),
    /// Take the plan in a workbook, for this deal or for the plan that belongs to none.
    ReadPlan {
        path: PathBuf,
        deal: Option<DealId>,
    },
    /// Show what another program made of the document beside ours.
    LookAtBoth,
    /// A conflict copy is not spoken of for now.
    PutCopyAway(PathBuf),
}

/// How a message is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageFile {
    Eml,
    Txt,
}

/// A plan that becomes a file.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanExport {
    pub plan: Box<Plan>,
    pub format: PlanFormat,
    pub reader: PlanReader,
    /// Whose plan it is, where it belongs to a deal.
    pub deal: Option<DealId>,
}

/// A paper that is made of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperExport {
    pub kind: PaperKind,
    pub plan: Box<Plan>,
    /// Whose plan it is, where it belongs to a deal.
    pub deal: Option<DealId>,
    pub bank: BankOnPaper,
}

named! {
    pub enum PaperKind {
        Schedule = "schedule",
        /// The schedule on the clipboard, for chats.
        Picture = "picture",
        Policy = "policy",
    }
}

/// Whether bank details stand on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BankOnPaper {
    /// Yes, and where the buyer was given others before, that is asked about.
    Ask,
    /// Yes; it was asked.
    Confirmed,
    Without,
}

/// Bank details that a paper gives the buyer of a deal.
#[derive(Clone, Debug, PartialEq)]
pub struct Gives {
    pub deal: DealId,
    pub given: GivenBank,
}

/// A question for the system's file dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Pick {
    Open,
    SaveAs,
    Import,
    ExportDeals,
    /// Bytes that are ready, under the name that is offered.
    Write {
        name: String,
        bytes: Vec<u8>,
    },
    /// Where a copy of everything goes.
    CopyDocument,
    /// Where a copy of this file goes, as it is.
    CopyFile(PathBuf),
    /// A copy of everything to take over.
    Bring,
    /// A workbook with a payment plan, for this deal or for the plan that belongs to none.
    ReadPlan(Option<DealId>),
    /// A paper that is ready, under the name that is offered.
    WritePaper {
        name: String,
        bytes: Vec<u8>,
        gives: Option<Gives>,
    },
    /// The company's logo.
    Logo,
}

/// Where views put what was asked for.
#[derive(Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    pub fn edit(&mut self, edit: Edit) {
        self.push(Action::Edit(edit));
    }

    pub fn run(&mut self, command: Command) {
        self.push(Action::Run(command));
    }

    pub fn drain(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
