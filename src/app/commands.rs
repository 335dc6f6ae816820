//! Running what a person named.

use imbl::ordmap::DiffItem;

use super::Shell;
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::edit::{Done, Edit};
use crate::domain::touch::{Touch, TouchKind};
use crate::ui::action::{Pick, Place, Tab};
use crate::ui::command::Command;
use crate::ui::prompt::Prompt;
use crate::ui::screens::deal::{Logging, Pausing, Sheet};
use crate::ui::toast::Toast;

impl Shell {
    pub(super) fn run(&mut self, command: Command, ctx: &egui::Context) {
        if command.changes_document() && self.keeper.file().read_only.is_some() {
            self.toast(Toast::new(self.text().shell.not_in_read_only));
            return;
        }
        if command.needs_deal() {
            match self.state.selected.clone() {
                Some(deal) => self.run_on_deal(command, deal),
                None if command == Command::CopyAndLog => {
                    self.toast(Toast::new(self.text().day.nothing_open));
                }
                None => self.toast(Toast::new(self.text().commands.nothing_selected)),
            }
            return;
        }
        match command {
            Command::NewDeal => self.edit(Edit::AddDeal(Box::new(Deal::new(new_id(), "")))),
            Command::ImportDeals => {
                if !self.go_back_to_import() {
                    self.ask(Pick::Import);
                }
            }
            Command::ExportDeals => self.ask(Pick::ExportDeals),
            Command::OpenDocument => self.ask(Pick::Open),
            Command::SaveAs => self.ask(Pick::SaveAs),
            Command::OpenSample => self.open_sample(),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::NextDeal => self.step(true),
            Command::PreviousDeal => self.step(false),
            Command::FilterDeals => {
                self.state.place = Place::Deal;
                self.state.strip_shows_list = true;
                self.state.list.focus_filter = true;
            }
            Command::QuickPlan => self.open_place(Place::QuickPlan),
            Command::Library => self.open_place(Place::Library),
            Command::Settings => self.open_place(Place::Settings),
            Command::SwitchLanguage => {
                let other = self.keeper.language().other();
                self.keeper.set_language(other);
            }
            Command::SwitchTheme => self.keeper.set_theme(match ctx.theme() {
                egui::Theme::Dark => egui::ThemePreference::Light,
                egui::Theme::Light => egui::ThemePreference::Dark,
            }),
            Command::Palette => self.state.open_palette(),
            Command::Backups => self.open_place(Place::Backups),
            Command::CopyDocument => self.ask(Pick::CopyDocument),
            Command::BringDocument => self.ask(Pick::Bring),
            Command::ExportCalendar => self.export_calendar(),
            Command::DuplicateDeal
            | Command::DeleteDeal
            | Command::TheyReplied
            | Command::LogTouch
            | Command::PauseDeal
            | Command::CopyAndLog
            | Command::ShowStory
            | Command::ShowDetails
            | Command::ShowWhy
            | Command::ShowDeposit
            | Command::ShowMessage
            | Command::ExportDeal
            | Command::ForgetBuyer => {}
        }
    }

    fn run_on_deal(&mut self, command: Command, deal: DealId) {
        match command {
            Command::DuplicateDeal => self.edit(Edit::DuplicateDeal { deal, copy: new_id() }),
            Command::DeleteDeal => self.delete(deal),
            Command::TheyReplied => {
                let touch = Touch::new(self.now.date, TouchKind::Replied);
                self.edit(Edit::Log { deal, touch, promise: None });
            }
            Command::LogTouch => {
                self.state.place = Place::Deal;
                self.state.strip_shows_list = false;
                self.state.deal.sheet = Sheet::Log(Logging::new(TouchKind::Called, self.now.date));
            }
            Command::PauseDeal => {
                self.state.place = Place::Deal;
                self.state.strip_shows_list = false;
                let pause = self.history.current().deal(&deal).and_then(|deal| deal.pause.as_ref());
                self.state.deal.sheet = Sheet::Pause(Pausing::of(pause));
            }
            Command::CopyAndLog => {
                self.show_tab(Tab::Message);
                self.state.deal.message.copy_now = true;
            }
            Command::ShowStory => self.show_tab(Tab::Story),
            Command::ShowDetails => self.show_tab(Tab::Details),
            Command::ShowWhy => self.show_tab(Tab::Why),
            Command::ShowDeposit => self.show_tab(Tab::Deposit),
            Command::ShowMessage => self.show_tab(Tab::Message),
            Command::ExportDeal => self.export_deal(&deal),
            Command::ForgetBuyer => self.ask_to_forget(&deal),
            Command::NewDeal
            | Command::ImportDeals
            | Command::ExportDeals
            | Command::OpenDocument
            | Command::SaveAs
            | Command::OpenSample
            | Command::Quit
            | Command::Undo
            | Command::Redo
            | Command::NextDeal
            | Command::PreviousDeal
            | Command::FilterDeals
            | Command::QuickPlan
            | Command::Library
            | Command::Settings
            | Command::SwitchLanguage
            | Command::SwitchTheme
            | Command::Palette
            | Command::Backups
            | Command::CopyDocument
            | Command::BringDocument
            | Command::ExportCalendar => {}
        }
    }

    /// The row after the deleted one is selected.
    fn delete(&mut self, deal: DealId) {
        let next = self.neighbour(true).filter(|next| *next != deal);
        self.edit(Edit::DeleteDeal(deal));
        if let Some(next) = next {
            self.refresh();
            self.select(next);
        }
    }

    fn ask(&mut self, pick: Pick) {
        self.state.palette = None;
        self.state.prompt = Some(Prompt::new(pick));
    }

    fn undo(&mut self) {
        let words = &self.text().commands;
        let before = self.history.current().clone();
        // A plan without a deal is not in the document.
        let done = if self.state.place == Place::QuickPlan {
            self.state.quick_plan.undo().then_some(Done::ChangedPlan)
        } else {
            self.history.undo()
        };
        let said =
            done.map_or(words.nothing_to_undo.to_owned(), |done| (words.undo_what)(&(words.done)(done)));
        self.show_what_changed(done, &before);
        self.toast(Toast::new(said));
    }

    fn redo(&mut self) {
        let words = &self.text().commands;
        let before = self.history.current().clone();
        let done = if self.state.place == Place::QuickPlan {
            self.state.quick_plan.redo().then_some(Done::ChangedPlan)
        } else {
            self.history.redo()
        };
        let said =
            done.map_or(words.nothing_to_redo.to_owned(), |done| (words.redo_what)(&(words.done)(done)));
        self.show_what_changed(done, &before);
        self.toast(Toast::new(said));
    }

    /// Undo and redo lead to the deal they changed, where it is one.
    fn show_what_changed(&mut self, done: Option<Done>, before: &Document) {
        // At the end of the day what was sent is ticked there, and shows there.
        let ticks = matches!(done, Some(Done::ConfirmedSent | Done::DoubtedSent));
        if ticks && self.state.selected.is_none() {
            return;
        }
        let mut changed = before.deals.diff(&self.history.current().deals).map(|change| match change {
            DiffItem::Add(id, _) | DiffItem::Update { new: (id, _), .. } => Some(id.clone()),
            DiffItem::Remove(..) => None,
        });
        let (first, second) = (changed.next().flatten(), changed.next());
        if let (Some(id), None) = (first, second) {
            drop(changed);
            self.refresh();
            self.select(id);
        }
    }

    fn step(&mut self, forward: bool) {
        if let Some(next) = self.neighbour(forward) {
            self.select(next);
        }
    }
}

pub(super) fn new_id() -> DealId {
    DealId::new(uuid::Uuid::new_v4().simple().to_string())
}
