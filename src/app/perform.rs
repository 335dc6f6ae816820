//! Performing what views asked for.

use std::path::PathBuf;

use super::Shell;
use super::derived::Derived;
use super::files::safety::UnderWay;
use crate::domain::deal::DealId;
use crate::domain::deal::touch::{Channel, Touch, TouchKind};
use crate::domain::document::Document;
use crate::domain::edit::{Edit, PerformedEdit, Rejected};
use crate::domain::history::{DocumentAccess, UndoStep};
use crate::domain::today::Item;
use crate::text::Text;
use crate::text::visible::in_one_line;
use crate::text::window::deal as deal_words;
use crate::ui::action::{Action, Place, Tab};
use crate::ui::cx::Saving;
use crate::ui::frame::toast::Toast;
use crate::ui::screens::deal::OpenSheet;

/// The toast repeats a copied line up to this many characters.
const LONGEST_REPEATED: usize = 60;

impl Shell {
    pub(super) fn perform(&mut self, action: Action, ctx: &egui::Context) {
        match action {
            Action::Edit(edit, step) => {
                self.commit(edit, step);
            }
            Action::Run(command) => self.run(command, ctx),
            Action::Select(id) => self.select(id),
            Action::Show(tab) => self.show_tab(tab),
            Action::CopyText(text) => self.copy(&text),
            Action::CopyAndLog { deal, touch } => self.copy_and_log(&deal, touch),
            Action::ExportMessage(export) => self.export_message(export),
            Action::ImportFile(path) | Action::OpenFile(path) if crate::exchange::is_pack(&path) => {
                self.import_pack(path)
            }
            Action::ImportFile(path) => self.start_import(&path),
            Action::OpenFile(path) => self.open_file(path, ctx),
            Action::ExportPlan(export) => self.export_plan(&export),
            Action::BeginQuickPlan(plan) => self.begin_quick_plan(*plan),
            Action::MakeDeal => self.make_deal(),
            Action::Pick(pick) => self.ask_for_path(pick),
            Action::PathTyped { pick, path, over } => self.typed_path(pick, path, over, ctx),
            Action::RetrySave => self.keeper.retry(),
            Action::SetLanguage(language) => self.keeper.set_language(language),
            Action::SetTheme(theme) => self.keeper.set_theme(theme),
            Action::DismissRescued => self.keeper.forget_rescued(),
            Action::Forget(subject) => self.forget(*subject),
            Action::ForgetAgain { subject, delete } => self.forget_again(*subject, delete),
            Action::ShowFolder(folder) => self.show_folder(&folder),
            Action::ShowFile(file) => self.show_file(&file),
            Action::ExportPaper(export) => self.export_paper(export),
            Action::ExportSheet(export) => self.export_sheet(export),
            Action::Backups(wish) => self.perform_backups(wish),
            Action::Import(wish) => self.perform_import(wish),
            Action::Leaving(wish) => self.perform_leaving(wish, ctx),
            Action::Merge(wish) => self.perform_merge(wish),
            Action::Recovery(wish) => self.perform_recovery(wish, ctx),
        }
    }

    pub(super) fn text(&self) -> &'static Text {
        self.keeper.language().text()
    }

    pub(super) fn toast(&mut self, toast: Toast) {
        self.state.toast = Some(toast);
    }

    /// The only entry for a change: makes it, updates everything that depends on it, and says what was done. False
    /// where it was refused; the user is told why.
    pub(super) fn commit(&mut self, edit: Edit, step: UndoStep) -> bool {
        let (done, about) = (edit.done(), edit.deal().cloned());
        let in_document = !self.is_of_quick_plan(&edit);
        let changed = self.change(edit, step);
        if changed && in_document {
            self.refresh();
            self.say_what_was_done(done, about);
        }
        changed
    }

    /// Changes the document; the store and the derived data follow with the next `refresh`.
    pub(super) fn change(&mut self, edit: Edit, step: UndoStep) -> bool {
        let history = if self.is_of_quick_plan(&edit) { &mut self.quick } else { &mut self.history };
        let why = match history.edit(edit, step) {
            Ok(()) => return true,
            Err(Rejected::ReadOnly) => self.text().shell.not_in_read_only,
            Err(
                Rejected::NoSuchDeal
                | Rejected::DealExists
                | Rejected::NoSuchEntry
                | Rejected::NoSuchContact
                | Rejected::NoPlan
                | Rejected::NoSuchAlternative,
            ) => self.text().deal.gone,
        };
        self.toast(Toast::new(why));
        false
    }

    /// Whether the document may be changed; if not, tells the user.
    pub(super) fn may_change(&mut self) -> bool {
        let may = self.history.access() == DocumentAccess::Writable;
        if !may {
            self.toast(Toast::new(self.text().shell.not_in_read_only));
        }
        may
    }

    fn say_what_was_done(&mut self, done: PerformedEdit, about: Option<DealId>) {
        let words = self.text();
        match done {
            PerformedEdit::Logged(kind) => self.after_logging(kind, about.as_ref()),
            PerformedEdit::RemovedPayment | PerformedEdit::RemovedTouch => {
                self.toast(Toast::new(words.shell.entry_removed).with_undo())
            }
            PerformedEdit::ChosePlan => self.toast(Toast::new(words.compare.chosen).with_undo()),
            PerformedEdit::Paused => {
                let deal = about.as_ref().and_then(|id| self.history.current().deal(id));
                let pause = deal.and_then(|deal| deal.pause.as_ref());
                let said = crate::text::window::day::paused(pause, self.keeper.language());
                self.toast(Toast::new(said).with_undo());
            }
            PerformedEdit::ConfirmedSent => {
                let deal = about.as_ref().and_then(|id| self.history.current().deal(id));
                let buyer = deal.map_or("", |deal| deal.buyer.company.as_str());
                self.toast(Toast::new((words.day.confirmed)(buyer)).with_undo());
            }
            PerformedEdit::AddedDeal | PerformedEdit::DuplicatedDeal => {
                if let Some(id) = about {
                    self.select(id);
                    self.state.deal.tab = Tab::Details;
                }
            }
            PerformedEdit::DeletedDeal
            | PerformedEdit::Imported(_)
            | PerformedEdit::ChangedBuyer
            | PerformedEdit::ChangedContact
            | PerformedEdit::ChangedProduct
            | PerformedEdit::ChangedStage
            | PerformedEdit::ChangedAgreed
            | PerformedEdit::ChangedNotes
            | PerformedEdit::ChangedTags
            | PerformedEdit::MovedNext
            | PerformedEdit::Resumed
            | PerformedEdit::Answered
            | PerformedEdit::ChangedPlan
            | PerformedEdit::ChangedMessage
            | PerformedEdit::DoubtedSent
            | PerformedEdit::SettledPromise
            | PerformedEdit::AnsweredAfterYes
            | PerformedEdit::ChangedSettings
            | PerformedEdit::ChangedLibrary
            | PerformedEdit::ReplacedDocument
            | PerformedEdit::Merged
            | PerformedEdit::ChangedAlternatives
            | PerformedEdit::ChangedCosts
            | PerformedEdit::GaveBank
            | PerformedEdit::PutPlanIntoMessage
            | PerformedEdit::KnewForm => {}
        }
    }

    /// Says what was logged and when the deal comes back.
    fn after_logging(&mut self, kind: TouchKind, deal: Option<&DealId>) {
        let words = &self.text().story;
        let mut line = (words.logged)((self.text().commands.touch)(kind));
        if deal.is_some_and(|id| self.has_ended_pause(id)) {
            line.push_str(&format!(" {}", words.pause_ended));
        }
        line.extend(deal.and_then(|id| self.next_is(id)));
        self.toast(Toast::new(line).with_undo());
    }

    /// Whether the latest step ended a pause of the deal.
    fn has_ended_pause(&self, id: &DealId) -> bool {
        let is_paused =
            |document: &Document| document.deal(id).is_some_and(|deal| deal.is_paused(self.now.date));
        self.history.before().is_some_and(is_paused) && !is_paused(self.history.current())
    }

    /// ` Next: Wed 30 Dec.`, where the deal has a next date.
    fn next_is(&self, id: &DealId) -> Option<String> {
        let document = self.history.current();
        let deal = document.deal(id)?;
        let week = self.derived.calendars().of(deal.buyer.country);
        let item = Item::of(deal, &document.settings, week, self.now.date);
        let day = deal_words::next_day(&item.next.date()?, self.now.date, self.keeper.language());
        Some(format!(" {}", (self.text().story.next_is)(&day)))
    }

    pub(super) fn select(&mut self, id: DealId) {
        if self.state.selected.as_ref() != Some(&id) {
            self.state.deal.sheet = OpenSheet::None;
        }
        self.refresh();
        self.with_cx(|cx, state| state.list.make_visible(cx, &id));
        self.state.selected = Some(id);
        self.state.place = Place::Deal;
        self.state.strip_shows_list = false;
        self.state.list.reveal = true;
    }

    pub(super) fn show_tab(&mut self, tab: Tab) {
        self.state.place = Place::Deal;
        self.state.deal.tab = tab;
        self.state.strip_shows_list = false;
    }

    pub(super) fn open_place(&mut self, place: Place) {
        self.state.place = place;
        self.state.strip_shows_list = place == Place::Deal;
        if place == Place::Backups {
            self.look_at_backups();
        }
    }

    pub(super) fn copy(&mut self, text: &str) {
        let words = self.text();
        let said = match self.services.clipboard.put(text) {
            true if text.lines().count() == 1 => {
                (words.outgoing.copied_value)(&in_one_line(text, LONGEST_REPEATED))
            }
            true => words.shell.copied.to_owned(),
            false => words.shell.clipboard_refused.to_owned(),
        };
        self.toast(Toast::new(said));
    }

    /// Copies first: a message that did not reach the clipboard is not logged.
    fn copy_and_log(&mut self, deal: &DealId, touch: Touch) {
        let words = &self.text().shell;
        if !self.may_change() {
            return;
        }
        let is_email = touch.channel.as_ref().is_some_and(|channel| channel.is(Channel::Email));
        if !self.put_message(deal, &touch.text, is_email) {
            self.toast(Toast::new(words.clipboard_refused));
            return;
        }
        let Some(buyer) = self.history.current().deal(deal).map(|deal| deal.buyer.company.clone()) else {
            return;
        };
        self.refresh();
        let next = self.with_cx(|cx, state| state.list.next_to_do(cx, deal));
        if !self.commit(Edit::Log { deal: deal.clone(), touch, promise: None }, UndoStep::Own) {
            return;
        }
        let mut line = format!("{}\n{}", (words.copied_and_logged)(&buyer), words.paste_it);
        line.extend(self.next_is(deal));
        self.toast(Toast::new(line).with_undo());
        match next {
            Some(next) => self.select(next),
            None => self.end_the_day(),
        }
    }

    /// Nothing in the list is left to do: the deal is replaced by the end-of-day page.
    fn end_the_day(&mut self) {
        self.state.selected = None;
        self.state.place = Place::Deal;
        self.state.strip_shows_list = false;
    }

    fn open_file(&mut self, path: PathBuf, ctx: &egui::Context) {
        if !path.exists() && !crate::store::backups::backup::folder_of(&path).is_dir() {
            let gone = crate::domain::files::problem::OpenProblem::NotThere;
            self.toast(Toast::new((self.text().problems.open)(&gone)));
            return;
        }
        self.leave_for(path, ctx);
    }

    /// Refused while the window shows only part of a newer document, or one is still being opened.
    pub(super) fn save_as(&mut self, path: PathBuf, over: bool) {
        if self.keeper.shows_newer() || *self.keeper.saving() == Saving::Opening {
            self.toast(Toast::new(self.text().shell.not_in_read_only));
            return;
        }
        self.refresh();
        self.keeper.move_to(path, self.history.current(), over);
        self.history.set_access(self.keeper.access());
        if self.state.recovery.is_some() {
            self.show_recovery();
        }
    }

    /// `derived`: the derived data, where a thread has already computed it.
    pub(super) fn take_document(&mut self, document: Document, derived: Option<Derived>) {
        self.opening = None;
        self.derived = derived.unwrap_or_else(|| Derived::new(&document, &self.now, self.keeper.waker()));
        self.history.restart(document);
        self.history.set_access(self.keeper.access());
        self.derived_from = self.history.revision();
        self.forget_the_document_before();
        self.show_recovery();
        self.state.backups = crate::ui::screens::backups::State::default();
        self.state.place = Place::Deal;
        self.state.deal = crate::ui::screens::deal::State::default();
        self.select_first();
    }

    /// Questions, comparisons and work begun in the previous document must not affect this one.
    fn forget_the_document_before(&mut self) {
        self.leave_merge();
        self.forget_left_out();
        self.under_way = UnderWay::default();
        self.background.begin_anew();
        self.state.forgetting = None;
        self.state.leaving = None;
        self.state.bank_warning = None;
    }

    /// Opens the sample in place of an empty document; next to the user's own deals it would only be in the way.
    pub(super) fn open_sample(&mut self) {
        if !self.history.current().deals.is_empty() {
            self.toast(Toast::new(self.text().shell.sample_beside));
            return;
        }
        let sample = Box::new(crate::assets::sample(self.now.date));
        if !self.commit(Edit::Replace(sample), UndoStep::Own) {
            return;
        }
        self.state.place = Place::Deal;
        self.state.deal.tab = Tab::Message;
        self.select_first();
    }

    pub(super) fn neighbour(&mut self, forward: bool) -> Option<DealId> {
        self.refresh();
        self.with_cx(|cx, state| state.list.neighbour(cx, state.selected.as_ref(), forward))
    }
}
