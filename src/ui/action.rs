//! What a view may ask for.

use std::path::PathBuf;

use super::command::Bound;
use super::frame::leaving;
use super::screens::{backups, import, merge, recovery};
use crate::domain::country::Country;
use crate::domain::deal::DealId;
use crate::domain::deal::touch::Touch;
use crate::domain::deposit::{Plan, PlanFormat, PlanReader};
use crate::domain::edit::Edit;
use crate::domain::forget::Subject;
use crate::domain::history::UndoStep;
use crate::domain::library::bank::GivenBank;
use crate::domain::message::MessageChannel;
use crate::named;
use crate::text::Language;

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

/// What the user asked for; the shell performs it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    Edit(Edit, UndoStep),
    Run(Bound),
    Select(DealId),
    Show(Tab),
    CopyText(String),
    /// The main action of the daily loop: copy the entry's text, log it with undo, go to the next deal.
    CopyAndLog {
        deal: DealId,
        touch: Touch,
    },
    /// The message as a file, for another program, or only copied.
    ExportMessage(MessageExport),
    ImportFile(PathBuf),
    OpenFile(PathBuf),
    /// Make a file of a plan, and ask where to save it.
    ExportPlan(PlanExport),
    /// Start the plan that belongs to no deal.
    BeginQuickPlan(Box<Plan>),
    /// Add the quick plan to the document as a deal.
    MakeDeal,
    /// Ask for a path: in the system's dialog, or in our own field where there is none.
    Pick(Pick),
    /// A path was typed into our own field; `over`: the user agreed to replace an existing file.
    PathTyped {
        pick: Pick,
        path: PathBuf,
        over: bool,
    },
    RetrySave,
    SetLanguage(Language),
    SetTheme(egui::ThemePreference),
    DismissRescued,
    /// Remove a buyer from the document and from every copy near it; the user has confirmed it.
    Forget(Box<Subject>),
    /// Clean the copies once more; delete these, which cannot be read.
    ForgetAgain {
        subject: Box<Subject>,
        delete: Vec<PathBuf>,
    },
    ShowFolder(PathBuf),
    /// Show a file in its folder.
    ShowFile(PathBuf),
    /// Make a paper for the buyer, and ask where to save it.
    ExportPaper(PaperExport),
    /// Make a sheet for the buyer of a deal, and ask where to save it or copy it.
    ExportSheet(SheetExport),
    // What one page asks for, in its own words.
    Backups(backups::Wish),
    Import(import::Wish),
    Leaving(leaving::Wish),
    Merge(merge::Wish),
    Recovery(recovery::Wish),
}

/// A message that leaves without being logged.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MessageExport {
    pub deal: DealId,
    pub subject: String,
    pub body: String,
    pub channel: MessageChannel,
    pub target: MessageTarget,
    /// The account on the payment schedule that goes with it.
    pub bank: BankOnPaper,
}

/// Where a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MessageTarget {
    Clipboard,
    MailProgram,
    WhatsApp,
    Eml,
    Txt,
}

/// A plan to export as a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PlanExport {
    pub plan: Box<Plan>,
    pub format: PlanFormat,
    pub reader: PlanReader,
    /// The deal that the plan belongs to, if any.
    pub deal: Option<DealId>,
}

/// A paper to make from a plan.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PaperExport {
    pub kind: PaperKind,
    pub plan: Box<Plan>,
    /// The deal that the plan belongs to, if any.
    pub deal: Option<DealId>,
    pub bank: BankOnPaper,
}

named! {
    pub(crate) enum PaperKind {
        Schedule = "schedule",
        /// The schedule on the clipboard, for chats.
        Picture = "picture",
        Policy = "policy",
    }
}

/// A sheet to make about a deal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SheetExport {
    pub deal: DealId,
    pub kind: SheetKind,
    pub form: SheetForm,
    pub bank: BankOnPaper,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SheetKind {
    AccountCard,
    ApprovalSheet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SheetForm {
    Pdf,
    /// On the clipboard.
    Text,
}

/// What waits for an answer about the bank details on it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum BankExport {
    Message(MessageExport),
    Paper(PaperExport),
    Sheet(SheetExport),
}

impl BankExport {
    pub fn answered(self, bank: BankOnPaper) -> Action {
        match self {
            Self::Message(export) => Action::ExportMessage(MessageExport { bank, ..export }),
            Self::Paper(export) => Action::ExportPaper(PaperExport { bank, ..export }),
            Self::Sheet(export) => Action::ExportSheet(SheetExport { bank, ..export }),
        }
    }

    /// Whether it says anything without the account.
    pub fn is_more_than_the_account(&self) -> bool {
        match self {
            Self::Message(_) | Self::Paper(_) => true,
            Self::Sheet(_) => false,
        }
    }
}

/// Whether a paper shows bank details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BankOnPaper {
    /// Yes, after asking if the buyer was given other details before.
    Ask,
    /// Yes; the user has confirmed it.
    Confirmed,
    Without,
}

/// Bank details that a paper gives the buyer of a deal.
#[derive(Clone, Debug, PartialEq)]
pub struct Gives {
    pub deal: DealId,
    pub given: GivenBank,
}

/// What a path is needed for.
#[derive(Clone, Debug, PartialEq)]
pub enum Pick {
    Open,
    SaveAs,
    Import,
    ExportDeals,
    Write(ReadyFile),
    /// Where a copy of everything goes.
    CopyDocument,
    /// Where a copy of this file goes, as it is.
    CopyFile(PathBuf),
    /// A copy of everything to take over.
    Bring,
    /// A workbook with a payment plan, for this deal or for the plan that belongs to none.
    ReadPlan(Option<DealId>),
    /// The company's logo.
    Logo,
    /// Days off and worked days; a calendar is this country's.
    DaysOff(Country),
}

/// A finished file that only needs a place to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyFile {
    /// The suggested file name.
    pub name: String,
    pub bytes: Vec<u8>,
    /// Recorded once the file is written.
    pub gives: Option<Gives>,
    /// Shown once the file is written.
    pub remark: Option<String>,
    /// Whether it holds what the latest import left out, which needs no notice once it is written.
    pub left_out: bool,
}

impl ReadyFile {
    pub fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { name, bytes, gives: None, remark: None, left_out: false }
    }
}

/// Collects the actions that views request.
#[derive(Default)]
pub(crate) struct Actions(Vec<Action>);

impl Actions {
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    pub fn extend(&mut self, action: Option<Action>) {
        self.0.extend(action);
    }

    /// A change that continues the undo step before it while the user types into one field.
    pub fn edit(&mut self, edit: Edit) {
        self.push(Action::Edit(edit, UndoStep::Continues));
    }

    /// A change that is an undo step of its own.
    pub fn edit_alone(&mut self, edit: Edit) {
        self.push(Action::Edit(edit, UndoStep::Own));
    }

    pub fn run(&mut self, command: impl Into<Bound>) {
        self.push(Action::Run(command.into()));
    }

    pub fn drain(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
