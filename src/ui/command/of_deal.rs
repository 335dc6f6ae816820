//! The commands that act on one deal.

use egui::Key;

use super::Bound;
use super::keys::{CTRL, Keys};
use crate::domain::deal::DealId;
use crate::named;
use crate::text::Text;
use crate::ui::icons;

named! {
    pub enum DealCommand {
        DuplicateDeal = "duplicate-deal",
        DeleteDeal = "delete-deal",
        TheyReplied = "they-replied",
        LogTouch = "log-touch",
        PauseDeal = "pause-deal",
        CopyAndLog = "copy-and-log",
        ShowStory = "show-story",
        ShowDetails = "show-details",
        ShowWhy = "show-why",
        ShowDeposit = "show-deposit",
        ShowMessage = "show-message",
        ExportDeal = "export-deal",
        ForgetBuyer = "forget-buyer",
    }
}

impl DealCommand {
    pub fn of(self, deal: &DealId) -> Bound {
        Bound::OfDeal(self, deal.clone())
    }

    pub fn keys(self) -> Option<Keys> {
        match self {
            Self::DuplicateDeal => Some(Keys::outside_fields(CTRL, Key::D)),
            Self::DeleteDeal => Some(Keys::outside_fields(CTRL, Key::Backspace)),
            Self::TheyReplied => Some(Keys::outside_fields(CTRL, Key::R)),
            Self::LogTouch => Some(Keys::outside_fields(CTRL, Key::L)),
            Self::PauseDeal => Some(Keys::outside_fields(CTRL, Key::P)),
            // The main action of the daily loop: works with the caret in the draft, too.
            Self::CopyAndLog => Some(Keys::everywhere(CTRL, Key::Enter)),
            Self::ShowStory => Some(Keys::everywhere(CTRL, Key::Num0)),
            Self::ShowWhy => Some(Keys::everywhere(CTRL, Key::Num1)),
            Self::ShowDeposit => Some(Keys::everywhere(CTRL, Key::Num2)),
            Self::ShowMessage => Some(Keys::everywhere(CTRL, Key::Num3)),
            Self::ShowDetails => Some(Keys::everywhere(CTRL, Key::Num4)),
            Self::ExportDeal | Self::ForgetBuyer => None,
        }
    }

    pub fn name(self, text: &Text) -> &'static str {
        let words = &text.commands;
        match self {
            Self::DuplicateDeal => words.duplicate_deal,
            Self::DeleteDeal => words.delete_deal,
            Self::TheyReplied => words.they_replied,
            Self::LogTouch => words.log_touch,
            Self::PauseDeal => words.pause_deal,
            Self::CopyAndLog => words.copy_and_log,
            Self::ShowStory => words.show_story,
            Self::ShowDetails => words.show_details,
            Self::ShowWhy => words.show_why,
            Self::ShowDeposit => words.show_deposit,
            Self::ShowMessage => words.show_message,
            Self::ExportDeal => words.export_deal,
            Self::ForgetBuyer => words.forget_buyer,
        }
    }

    pub fn icon(self) -> char {
        match self {
            Self::DuplicateDeal | Self::CopyAndLog => icons::COPY,
            Self::DeleteDeal => icons::TRASH,
            Self::TheyReplied => icons::ARROW_BEND_UP_LEFT,
            Self::LogTouch => icons::NOTE_PENCIL,
            Self::PauseDeal => icons::PAUSE,
            Self::ShowStory => icons::CLOCK,
            Self::ShowDetails => icons::PENCIL_SIMPLE,
            Self::ShowWhy => icons::QUESTION,
            Self::ShowDeposit => icons::COINS,
            Self::ShowMessage => icons::ENVELOPE_SIMPLE,
            Self::ExportDeal => icons::PACKAGE,
            Self::ForgetBuyer => icons::ERASER,
        }
    }

    /// Whether it changes the deal, or opens something that would.
    pub fn changes_deal(self) -> bool {
        match self {
            Self::DuplicateDeal
            | Self::DeleteDeal
            | Self::TheyReplied
            | Self::LogTouch
            | Self::PauseDeal
            | Self::CopyAndLog
            | Self::ForgetBuyer => true,
            Self::ShowStory
            | Self::ShowDetails
            | Self::ShowWhy
            | Self::ShowDeposit
            | Self::ShowMessage
            | Self::ExportDeal => false,
        }
    }
}
