//! What a view may ask for.

use std::path::PathBuf;

use super::command::Bound;
use super::safety::Safety;
use crate::domain::bank::GivenBank;
use crate::domain::deal::DealId;
use crate::domain::deposit::{Plan, PlanFormat, PlanReader};
use crate::domain::edit::Edit;
use crate::domain::forget::Subject;
use crate::domain::history::UndoStep;
use crate::domain::import::reading::Reading;
use crate::domain::touch::Touch;
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

/// What a person asked for; the shell performs it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Edit(Edit, UndoStep),
    Run(Bound),
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
    /// Make a file of a plan and ask where it goes.
    ExportPlan(PlanExport),
    /// Start the plan that belongs to no deal.
    BeginQuickPlan(Box<Plan>),
    /// It becomes a deal of the document.
    MakeDeal,
    /// Ask for a path: in the system's dialog, or in our own field where there is none.
    Pick(Pick),
    /// A path was typed into our own field; `over`: a file that is there may be replaced, the person said.
    PathTyped {
        pick: Pick,
        path: PathBuf,
        over: bool,
    },
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
    /// Show a file in its folder.
    ShowFile(PathBuf),
    /// Make a paper for the buyer, and ask where it goes.
    ExportPaper(PaperExport),
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

/// What a path is asked for.
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
}

/// A file that is made and only wants its place.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyFile {
    /// What it is to be called, unless the person says otherwise.
    pub name: String,
    pub bytes: Vec<u8>,
    /// Remembered once the file is there.
    pub gives: Option<Gives>,
    /// Said once the file is there.
    pub remark: Option<String>,
}

impl ReadyFile {
    pub fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { name, bytes, gives: None, remark: None }
    }
}

/// Where views put what was asked for.
#[derive(Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// A change that goes on with the one before it while a person types into one field.
    pub fn edit(&mut self, edit: Edit) {
        self.push(Action::Edit(edit, UndoStep::Continues));
    }

    /// A change that is undone alone.
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
