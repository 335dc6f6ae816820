//! The menus, in order.

use super::{Command, DealCommand, Global};
use crate::text::Text;

pub const MENUS: &[(WindowMenu, &[Command])] = &[
    (
        WindowMenu::File,
        &[
            Command::Global(Global::NewDeal),
            Command::Global(Global::ImportDeals),
            Command::Global(Global::ExportDeals),
            Command::OfDeal(DealCommand::ExportDeal),
            Command::Global(Global::ExportCalendar),
            Command::Global(Global::OpenDocument),
            Command::Global(Global::SaveAs),
            Command::Global(Global::Backups),
            Command::Global(Global::CopyDocument),
            Command::Global(Global::BringDocument),
            Command::Global(Global::OpenSample),
            Command::Global(Global::Quit),
        ],
    ),
    (
        WindowMenu::Edit,
        &[
            Command::Global(Global::Undo),
            Command::Global(Global::Redo),
            Command::OfDeal(DealCommand::DuplicateDeal),
            Command::OfDeal(DealCommand::DeleteDeal),
            Command::OfDeal(DealCommand::ForgetBuyer),
        ],
    ),
    (
        WindowMenu::Deal,
        &[
            Command::OfDeal(DealCommand::CopyAndLog),
            Command::OfDeal(DealCommand::TheyReplied),
            Command::OfDeal(DealCommand::LogTouch),
            Command::OfDeal(DealCommand::PauseDeal),
            Command::Global(Global::NextDeal),
            Command::Global(Global::PreviousDeal),
            Command::OfDeal(DealCommand::ShowStory),
            Command::OfDeal(DealCommand::ShowDetails),
            Command::OfDeal(DealCommand::ShowWhy),
            Command::OfDeal(DealCommand::ShowDeposit),
            Command::OfDeal(DealCommand::ShowMessage),
        ],
    ),
    (
        WindowMenu::View,
        &[
            Command::Global(Global::Palette),
            Command::Global(Global::FilterDeals),
            Command::Global(Global::QuickPlan),
            Command::Global(Global::Library),
            Command::Global(Global::Settings),
            Command::Global(Global::SwitchLanguage),
            Command::Global(Global::SwitchTheme),
        ],
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowMenu {
    File,
    Edit,
    Deal,
    View,
}

impl WindowMenu {
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
