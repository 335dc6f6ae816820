//! Runs commands from the menu, the palette and shortcuts.

use imbl::ordmap::DiffItem;

use super::Shell;
use crate::domain::deal::touch::{Touch, TouchKind};
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::edit::{Edit, PerformedEdit};
use crate::domain::history::UndoStep;
use crate::text::window::deal as deal_words;
use crate::ui::action::{Pick, Place, Tab};
use crate::ui::command::{Bound, DealCommand, Global};
use crate::ui::frame::toast::Toast;
use crate::ui::screens::deal::{Logging, OpenSheet, Pausing};

/// Undo or redo.
#[derive(Clone, Copy)]
enum Turn {
    Undo,
    Redo,
}

impl Shell {
    pub(super) fn run(&mut self, bound: Bound, ctx: &egui::Context) {
        if bound.command().changes_document() && !self.may_change() {
            return;
        }
        match bound {
            Bound::Global(command) => self.run_global(command, ctx),
            Bound::OfDeal(command, deal) => self.run_on_deal(command, deal),
        }
    }

    fn run_global(&mut self, command: Global, ctx: &egui::Context) {
        match command {
            Global::NewDeal => {
                self.commit(Edit::AddDeal(Box::new(Deal::new(new_id(), ""))), UndoStep::Own);
            }
            Global::ImportDeals => {
                if !self.go_back_to_import() {
                    self.ask(Pick::Import);
                }
            }
            Global::ExportDeals => self.ask(Pick::ExportDeals),
            Global::OpenDocument => self.ask(Pick::Open),
            Global::SaveAs => self.ask(Pick::SaveAs),
            Global::OpenSample => self.open_sample(),
            Global::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Global::Undo => self.turn(Turn::Undo),
            Global::Redo => self.turn(Turn::Redo),
            Global::NextDeal => self.step(true),
            Global::PreviousDeal => self.step(false),
            Global::FilterDeals => {
                self.state.place = Place::Deal;
                self.state.strip_shows_list = true;
                self.state.list.focus_filter = true;
            }
            Global::QuickPlan => self.open_place(Place::QuickPlan),
            Global::Library => self.open_place(Place::Library),
            Global::Settings => self.open_place(Place::Settings),
            Global::SwitchLanguage => {
                let other = self.keeper.language().other();
                self.keeper.set_language(other);
            }
            Global::SwitchTheme => self.keeper.set_theme(match ctx.theme() {
                egui::Theme::Dark => egui::ThemePreference::Light,
                egui::Theme::Light => egui::ThemePreference::Dark,
            }),
            Global::Palette => self.state.open_palette(),
            Global::Backups => self.open_place(Place::Backups),
            Global::CopyDocument => self.ask(Pick::CopyDocument),
            Global::BringDocument => self.ask(Pick::Bring),
            Global::ExportCalendar => self.export_calendar(),
        }
    }

    fn run_on_deal(&mut self, command: DealCommand, deal: DealId) {
        if self.state.selected.as_ref() != Some(&deal) {
            self.select(deal.clone());
        }
        match command {
            DealCommand::DuplicateDeal => {
                self.commit(Edit::DuplicateDeal { deal, copy: new_id() }, UndoStep::Own);
            }
            DealCommand::DeleteDeal => self.delete(deal),
            DealCommand::TheyReplied => {
                let touch = Touch::new(self.now.date, TouchKind::Replied);
                self.commit(Edit::Log { deal, touch, promise: None }, UndoStep::Own);
            }
            DealCommand::LogTouch => {
                self.state.place = Place::Deal;
                self.state.strip_shows_list = false;
                self.state.deal.sheet = OpenSheet::Log(Logging::new(TouchKind::Called, self.now.date));
            }
            DealCommand::PauseDeal => {
                self.state.place = Place::Deal;
                self.state.strip_shows_list = false;
                let pause = self.history.current().deal(&deal).and_then(|deal| deal.pause.as_ref());
                self.state.deal.sheet = OpenSheet::Pause(Pausing::of(pause));
            }
            DealCommand::CopyAndLog => {
                self.show_tab(Tab::Message);
                self.state.deal.message.copy_now = true;
            }
            DealCommand::ShowStory => self.show_tab(Tab::Story),
            DealCommand::ShowDetails => self.show_tab(Tab::Details),
            DealCommand::ShowWhy => self.show_tab(Tab::Why),
            DealCommand::ShowDeposit => self.show_tab(Tab::Deposit),
            DealCommand::ShowMessage => self.show_tab(Tab::Message),
            DealCommand::ExportDeal => self.export_deal(&deal),
            DealCommand::ForgetBuyer => self.ask_to_forget(&deal),
        }
    }

    /// Deletes the deal, says which one it was, and selects the row after it.
    fn delete(&mut self, id: DealId) {
        let Some(deal) = self.history.current().deal(&id) else { return };
        let said = (self.text().shell.deal_deleted)(&deal_words::name_of(deal, self.keeper.language()));
        let next = self.neighbour(true).filter(|next| *next != id);
        if !self.commit(Edit::DeleteDeal(id), UndoStep::Own) {
            return;
        }
        self.toast(Toast::new(said).with_undo());
        if let Some(next) = next {
            self.select(next);
        }
    }

    fn ask(&mut self, pick: Pick) {
        self.state.palette = None;
        self.ask_for_path(pick);
    }

    fn turn(&mut self, turn: Turn) {
        let words = &self.text().commands;
        let before = self.history.current().clone();
        let history = self.history_in_sight();
        let (done, nothing, what) = match turn {
            Turn::Undo => (history.undo(), words.nothing_to_undo, words.undo_what),
            Turn::Redo => (history.redo(), words.nothing_to_redo, words.redo_what),
        };
        let said = done.map_or(nothing.to_owned(), |done| what(&(words.done)(done)));
        self.show_what_changed(done, &before);
        self.toast(Toast::new(said));
    }

    /// Undo and redo show the deal they changed, where they changed one.
    fn show_what_changed(&mut self, done: Option<PerformedEdit>, before: &Document) {
        // Messages are confirmed as sent on the end-of-day page, which shows the change itself.
        let ticks = matches!(done, Some(PerformedEdit::ConfirmedSent | PerformedEdit::DoubtedSent));
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
