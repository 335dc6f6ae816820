//! Everything a person can name: menu, shortcut and palette are three loops over this one list.

use egui::{Key, KeyboardShortcut, Modifiers, Response, Ui};

use super::action::Cx;
use super::icons;
use super::widgets::{changing, of_document};
use crate::named;
use crate::text::Text;

named! {
    pub enum Command {
        NewDeal = "new-deal",
        ImportDeals = "import-deals",
        ExportDeals = "export-deals",
        OpenDocument = "open-document",
        SaveAs = "save-as",
        OpenSample = "open-sample",
        Quit = "quit",
        Undo = "undo",
        Redo = "redo",
        DuplicateDeal = "duplicate-deal",
        DeleteDeal = "delete-deal",
        TheyReplied = "they-replied",
        LogTouch = "log-touch",
        PauseDeal = "pause-deal",
        CopyAndLog = "copy-and-log",
        NextDeal = "next-deal",
        PreviousDeal = "previous-deal",
        ShowStory = "show-story",
        ShowDetails = "show-details",
        ShowWhy = "show-why",
        ShowDeposit = "show-deposit",
        ShowMessage = "show-message",
        FilterDeals = "filter-deals",
        QuickPlan = "quick-plan",
        Library = "library",
        Settings = "settings",
        SwitchLanguage = "switch-language",
        SwitchTheme = "switch-theme",
        Palette = "palette",
        Backups = "backups",
        CopyDocument = "copy-document",
        BringDocument = "bring-document",
        ExportDeal = "export-deal",
        ForgetBuyer = "forget-buyer",
        ExportCalendar = "export-calendar",
    }
}

/// The menus, in order.
pub const MENUS: &[(Menu, &[Command])] = &[
    (
        Menu::File,
        &[
            Command::NewDeal,
            Command::ImportDeals,
            Command::ExportDeals,
            Command::ExportDeal,
            Command::ExportCalendar,
            Command::OpenDocument,
            Command::SaveAs,
            Command::Backups,
            Command::CopyDocument,
            Command::BringDocument,
            Command::OpenSample,
            Command::Quit,
        ],
    ),
    (
        Menu::Edit,
        &[Command::Undo, Command::Redo, Command::DuplicateDeal, Command::DeleteDeal, Command::ForgetBuyer],
    ),
    (
        Menu::Deal,
        &[
            Command::CopyAndLog,
            Command::TheyReplied,
            Command::LogTouch,
            Command::PauseDeal,
            Command::NextDeal,
            Command::PreviousDeal,
            Command::ShowStory,
            Command::ShowDetails,
            Command::ShowWhy,
            Command::ShowDeposit,
            Command::ShowMessage,
        ],
    ),
    (
        Menu::View,
        &[
            Command::Palette,
            Command::FilterDeals,
            Command::QuickPlan,
            Command::Library,
            Command::Settings,
            Command::SwitchLanguage,
            Command::SwitchTheme,
        ],
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    Deal,
    View,
}

impl Menu {
    pub fn name(self, text: &Text) -> &'static str {
        let words = &text.commands;
        match self {
            Self::File => words.file_menu,
            Self::Edit => words.edit_menu,
            Self::Deal => words.deal_menu,
            Self::View => words.view_menu,
        }
    }
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// Never Ctrl+Space: it switches input methods.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::NewDeal => (CTRL, Key::N),
            Self::ImportDeals => (CTRL, Key::I),
            Self::OpenDocument => (CTRL, Key::O),
            Self::SaveAs => (CTRL_SHIFT, Key::S),
            Self::Quit => (CTRL, Key::Q),
            Self::Undo => (CTRL, Key::Z),
            Self::Redo => (CTRL_SHIFT, Key::Z),
            Self::DuplicateDeal => (CTRL, Key::D),
            Self::DeleteDeal => (CTRL, Key::Backspace),
            Self::TheyReplied => (CTRL, Key::R),
            Self::LogTouch => (CTRL, Key::L),
            Self::PauseDeal => (CTRL, Key::P),
            Self::CopyAndLog => (CTRL, Key::Enter),
            Self::NextDeal => (CTRL, Key::ArrowDown),
            Self::PreviousDeal => (CTRL, Key::ArrowUp),
            Self::ShowStory => (CTRL, Key::Num0),
            Self::ShowWhy => (CTRL, Key::Num1),
            Self::ShowDeposit => (CTRL, Key::Num2),
            Self::ShowMessage => (CTRL, Key::Num3),
            Self::ShowDetails => (CTRL, Key::Num4),
            Self::FilterDeals => (CTRL, Key::F),
            Self::Settings => (CTRL, Key::Comma),
            Self::Palette => (CTRL, Key::K),
            Self::ExportDeals
            | Self::OpenSample
            | Self::QuickPlan
            | Self::Library
            | Self::SwitchLanguage
            | Self::SwitchTheme
            | Self::Backups
            | Self::CopyDocument
            | Self::BringDocument
            | Self::ExportDeal
            | Self::ForgetBuyer
            | Self::ExportCalendar => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// What a person calls it.
    pub fn name(self, text: &Text) -> &'static str {
        let words = &text.commands;
        match self {
            Self::NewDeal => words.new_deal,
            Self::ImportDeals => words.import_deals,
            Self::ExportDeals => words.export_deals,
            Self::OpenDocument => words.open_document,
            Self::SaveAs => words.save_as,
            Self::OpenSample => words.open_sample,
            Self::Quit => words.quit,
            Self::Undo => words.undo,
            Self::Redo => words.redo,
            Self::DuplicateDeal => words.duplicate_deal,
            Self::DeleteDeal => words.delete_deal,
            Self::TheyReplied => words.they_replied,
            Self::LogTouch => words.log_touch,
            Self::PauseDeal => words.pause_deal,
            Self::CopyAndLog => words.copy_and_log,
            Self::NextDeal => words.next_deal,
            Self::PreviousDeal => words.previous_deal,
            Self::ShowStory => words.show_story,
            Self::ShowDetails => words.show_details,
            Self::ShowWhy => words.show_why,
            Self::ShowDeposit => words.show_deposit,
            Self::ShowMessage => words.show_message,
            Self::FilterDeals => words.filter_deals,
            Self::QuickPlan => words.quick_plan,
            Self::Library => words.library,
            Self::Settings => words.settings,
            Self::SwitchLanguage => words.switch_language,
            Self::SwitchTheme => words.switch_theme,
            Self::Palette => words.palette,
            Self::Backups => words.backups,
            Self::CopyDocument => words.copy_document,
            Self::BringDocument => words.bring_document,
            Self::ExportDeal => words.export_deal,
            Self::ForgetBuyer => words.forget_buyer,
            Self::ExportCalendar => words.export_calendar,
        }
    }

    pub fn icon(self) -> char {
        match self {
            Self::NewDeal => icons::PLUS,
            Self::ImportDeals => icons::DOWNLOAD_SIMPLE,
            Self::ExportDeals => icons::EXPORT,
            Self::OpenDocument => icons::FOLDER_OPEN,
            Self::SaveAs => icons::FLOPPY_DISK,
            Self::OpenSample => icons::SPARKLE,
            Self::Quit => icons::X,
            Self::Undo => icons::ARROW_COUNTER_CLOCKWISE,
            Self::Redo => icons::ARROW_CLOCKWISE,
            Self::DuplicateDeal | Self::CopyAndLog => icons::COPY,
            Self::DeleteDeal => icons::TRASH,
            Self::TheyReplied => icons::ARROW_BEND_UP_LEFT,
            Self::LogTouch => icons::NOTE_PENCIL,
            Self::PauseDeal => icons::PAUSE,
            Self::NextDeal => icons::CARET_DOWN,
            Self::PreviousDeal => icons::CARET_UP,
            Self::ShowStory => icons::CLOCK,
            Self::ShowDetails => icons::PENCIL_SIMPLE,
            Self::ShowWhy => icons::QUESTION,
            Self::ShowDeposit => icons::COINS,
            Self::ShowMessage => icons::ENVELOPE_SIMPLE,
            Self::FilterDeals => icons::MAGNIFYING_GLASS,
            Self::QuickPlan => icons::CALCULATOR,
            Self::Library => icons::BOOKS,
            Self::Settings => icons::GEAR,
            Self::SwitchLanguage => icons::TRANSLATE,
            Self::SwitchTheme => icons::CIRCLE_HALF,
            Self::Palette => icons::COMMAND,
            Self::Backups => icons::CLOCK_COUNTER_CLOCKWISE,
            Self::CopyDocument => icons::UPLOAD_SIMPLE,
            Self::BringDocument => icons::TRAY,
            Self::ExportDeal => icons::PACKAGE,
            Self::ForgetBuyer => icons::ERASER,
            Self::ExportCalendar => icons::CALENDAR_CHECK,
        }
    }

    /// Whether it is about the selected deal.
    pub fn needs_deal(self) -> bool {
        match self {
            Self::DuplicateDeal
            | Self::DeleteDeal
            | Self::TheyReplied
            | Self::LogTouch
            | Self::PauseDeal
            | Self::CopyAndLog
            | Self::ShowStory
            | Self::ShowDetails
            | Self::ShowWhy
            | Self::ShowDeposit
            | Self::ShowMessage
            | Self::ExportDeal
            | Self::ForgetBuyer => true,
            Self::NewDeal
            | Self::ImportDeals
            | Self::ExportDeals
            | Self::OpenDocument
            | Self::SaveAs
            | Self::OpenSample
            | Self::Quit
            | Self::Undo
            | Self::Redo
            | Self::NextDeal
            | Self::PreviousDeal
            | Self::FilterDeals
            | Self::QuickPlan
            | Self::Library
            | Self::Settings
            | Self::SwitchLanguage
            | Self::SwitchTheme
            | Self::Palette
            | Self::Backups
            | Self::CopyDocument
            | Self::BringDocument
            | Self::ExportCalendar => false,
        }
    }
}

impl Command {
    /// Whether it leaves another document behind, or begins with what would.
    pub fn changes_document(self) -> bool {
        match self {
            Self::NewDeal
            | Self::ImportDeals
            | Self::BringDocument
            | Self::OpenSample
            | Self::Undo
            | Self::Redo
            | Self::DuplicateDeal
            | Self::DeleteDeal
            | Self::ForgetBuyer
            | Self::TheyReplied
            | Self::LogTouch
            | Self::PauseDeal
            | Self::CopyAndLog => true,
            Self::ExportDeals
            | Self::ExportDeal
            | Self::ExportCalendar
            | Self::OpenDocument
            | Self::SaveAs
            | Self::Quit
            | Self::NextDeal
            | Self::PreviousDeal
            | Self::ShowStory
            | Self::ShowDetails
            | Self::ShowWhy
            | Self::ShowDeposit
            | Self::ShowMessage
            | Self::FilterDeals
            | Self::QuickPlan
            | Self::Library
            | Self::Settings
            | Self::SwitchLanguage
            | Self::SwitchTheme
            | Self::Palette
            | Self::Backups
            | Self::CopyDocument => false,
        }
    }

    /// A control that runs it: grey where that would change a document that is only read.
    pub fn control(self, ui: &mut Ui, cx: &Cx<'_>, add: impl FnOnce(&mut Ui) -> Response) -> Response {
        if self.changes_document() { of_document(ui, cx, |ui| changing(ui, add)) } else { add(ui) }
    }
}

/// Takes the shortcuts pressed in this frame out of the input, those with most modifiers first.
pub fn pressed(ctx: &egui::Context) -> Vec<Command> {
    use crate::domain::word::Named as _;
    let mut bound: Vec<(KeyboardShortcut, Command)> = Command::members()
        .filter_map(|command| command.shortcut().map(|shortcut| (shortcut, command)))
        .collect();
    // What other programs call redo, too.
    bound.push((KeyboardShortcut::new(CTRL, Key::Y), Command::Redo));
    bound.sort_by_key(|(shortcut, _)| std::cmp::Reverse(modifier_count(shortcut.modifiers)));
    ctx.input_mut(|input| {
        bound
            .iter()
            .filter(|(shortcut, _)| input.consume_shortcut(shortcut))
            .map(|(_, command)| *command)
            .collect()
    })
}

fn modifier_count(modifiers: Modifiers) -> u32 {
    [modifiers.alt, modifiers.ctrl || modifiers.command, modifiers.shift].into_iter().map(u32::from).sum()
}
