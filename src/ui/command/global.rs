//! The commands that act on no deal in particular.

use egui::Key;

use super::keys::{CTRL, CTRL_SHIFT, Keys};
use crate::named;
use crate::text::Text;
use crate::ui::icons;

named! {
    pub enum Global {
        NewDeal = "new-deal",
        ImportDeals = "import-deals",
        ExportDeals = "export-deals",
        OpenDocument = "open-document",
        SaveAs = "save-as",
        OpenSample = "open-sample",
        Quit = "quit",
        Undo = "undo",
        Redo = "redo",
        NextDeal = "next-deal",
        PreviousDeal = "previous-deal",
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
        ExportCalendar = "export-calendar",
    }
}

impl Global {
    pub fn keys(self) -> Option<Keys> {
        match self {
            Self::NewDeal => Some(Keys::everywhere(CTRL, Key::N)),
            Self::ImportDeals => Some(Keys::everywhere(CTRL, Key::I)),
            Self::OpenDocument => Some(Keys::everywhere(CTRL, Key::O)),
            Self::SaveAs => Some(Keys::everywhere(CTRL_SHIFT, Key::S)),
            Self::Quit => Some(Keys::everywhere(CTRL, Key::Q)),
            // A text field has its own undo.
            Self::Undo => Some(Keys::outside_fields(CTRL, Key::Z)),
            Self::Redo => Some(Keys::outside_fields(CTRL_SHIFT, Key::Z).or(CTRL, Key::Y)),
            Self::NextDeal => Some(Keys::outside_fields(CTRL, Key::ArrowDown)),
            Self::PreviousDeal => Some(Keys::outside_fields(CTRL, Key::ArrowUp)),
            Self::FilterDeals => Some(Keys::everywhere(CTRL, Key::F)),
            Self::Settings => Some(Keys::everywhere(CTRL, Key::Comma)),
            Self::Palette => Some(Keys::everywhere(CTRL, Key::K)),
            Self::ExportDeals
            | Self::OpenSample
            | Self::QuickPlan
            | Self::Library
            | Self::SwitchLanguage
            | Self::SwitchTheme
            | Self::Backups
            | Self::CopyDocument
            | Self::BringDocument
            | Self::ExportCalendar => None,
        }
    }

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
            Self::NextDeal => words.next_deal,
            Self::PreviousDeal => words.previous_deal,
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
            Self::NextDeal => icons::CARET_DOWN,
            Self::PreviousDeal => icons::CARET_UP,
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
            Self::ExportCalendar => icons::CALENDAR_CHECK,
        }
    }

    /// Whether it changes the document, or opens something that would.
    pub(crate) fn changes_document(self) -> bool {
        match self {
            Self::NewDeal
            | Self::ImportDeals
            | Self::BringDocument
            | Self::OpenSample
            | Self::Undo
            | Self::Redo => true,
            Self::ExportDeals
            | Self::ExportCalendar
            | Self::OpenDocument
            | Self::SaveAs
            | Self::Quit
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
            | Self::CopyDocument => false,
        }
    }
}
