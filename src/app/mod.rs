//! The shell: owns history, store and screen; performs actions; decides nothing.

mod background;
mod commands;
pub mod crash;
mod derived;
mod dialogs;
pub(crate) mod exports;
pub(crate) mod files;
mod keeper;
mod perform;
mod quick;
mod say;
mod services;
mod start;
mod title;

pub use self::dialogs::file_dialog::{Answered, DialogAnswer, DialogQuestion, FileDialogs};
pub use self::keeper::Keeper;
pub use self::services::{Clipboard, Services};
pub use self::start::run;

use self::background::Background;
use self::derived::Derived;
use self::dialogs::Dialogs;
use self::files::import::{Importer, LeftOut};
use self::files::safety::UnderWay;

use crate::domain::document::Document;
use crate::domain::history::History;
use crate::text::Language;
use crate::text::office::Now;
use crate::ui::action::{Actions, Place, Tab};
use crate::ui::command::{Command, DealCommand};
use crate::ui::cx::Cx;
use crate::ui::frame::toast::Toast;
use crate::ui::frame::window;
use crate::ui::frame::window::State;
use crate::ui::{command, theme, tokens};

/// The program behind the window.
pub struct Shell {
    history: History,
    /// The history of the plan that belongs to no deal.
    quick: History,
    /// The field that had keyboard focus in the previous frame.
    focused: Option<egui::Id>,
    derived: Derived,
    derived_from: u64,
    state: State,
    keeper: Keeper,
    services: Services,
    dialogs: Dialogs,
    background: Background,
    under_way: UnderWay,
    import: Option<Importer>,
    left_out: Option<LeftOut>,
    now: Now,
    /// The other version that is being compared with ours.
    merging: Option<files::outside::Other>,
    /// A large document being opened.
    opening: Option<files::opening::Opening>,
    /// The window title that was set last.
    title: String,
}

impl Shell {
    /// `keeper` knows where the document is kept; `document` is the content it read.
    pub fn new(document: Document, keeper: Keeper, services: Services) -> Self {
        let now = (services.clock)();
        let derived = Derived::new(&document, &now, keeper.waker());
        let mut state = State::default();
        if keeper.is_fresh() {
            state.place = Place::Welcome;
        }
        let background = Background::new(keeper.waker().clone());
        state.strip_shows_list = true;
        let mut shell = Self {
            history: History::new(document),
            quick: quick::quick_history(None),
            focused: None,
            derived,
            derived_from: 0,
            state,
            keeper,
            services,
            dialogs: Dialogs::default(),
            background,
            under_way: UnderWay::default(),
            import: None,
            left_out: None,
            now,
            merging: None,
            opening: None,
            title: String::new(),
        };
        shell.history.set_access(shell.keeper.access());
        shell.show_recovery();
        shell.select_first();
        shell.offer_crash_report();
        shell
    }

    /// One frame: shortcuts, the view, and what was asked for.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        if ctx.options(|options| options.theme_preference) != self.keeper.theme() {
            ctx.set_theme(self.keeper.theme());
            // The frame began with the old theme.
            ui.reset_style();
            ctx.request_repaint();
        }
        self.follow_clock(&ctx);
        self.hear_from_opening();
        self.hear_from_store(&ctx);
        self.hear_of_safety();
        self.hear_from_import();
        let mut out = Actions::default();
        self.refresh();
        let selected = self.with_cx(|cx, state| state.selected_for_keys(cx));
        for command in command::pressed(&ctx, &selected) {
            out.run(command);
        }
        self.say_that_nothing_is_open(&ctx);
        self.seal_steps(&ctx);
        self.take_dropped_files(&ctx, &mut out);
        self.perform_all(&mut out, &ctx);
        self.hear_from_dialogs(&ctx);

        self.refresh();
        self.with_cx(|cx, state| {
            window::show(ui, &Cx { palette: theme::palette(&ctx), ..*cx }, state, &mut out)
        });
        self.perform_all(&mut out, &ctx);
        self.refresh();
        self.close_in_order(&ctx);
        self.name_the_window(&ctx);
    }

    /// What views may read, and the screen's own state.
    fn with_cx<R>(&mut self, view: impl FnOnce(&Cx<'_>, &mut State) -> R) -> R {
        let Self { history, quick, derived, state, keeper, now, .. } = self;
        let in_sight = if state.place == Place::QuickPlan { &*quick } else { &*history };
        let cx = Cx {
            text: keeper.language().text(),
            palette: &tokens::LIGHT,
            document: history.current(),
            quick: quick::quick_deal(quick),
            revision: history.revision(),
            items: &derived.items,
            counts: derived.counts,
            index: &derived.index,
            learned: &derived.learned,
            calendars: derived.calendars(),
            now,
            saving: keeper.saving(),
            undoes: in_sight.undoes(),
            redoes: in_sight.redoes(),
            file: keeper.file(),
        };
        view(&cx, state)
    }

    pub fn document(&self) -> &Document {
        self.history.current()
    }

    pub fn language(&self) -> Language {
        self.keeper.language()
    }

    /// Saves what is left; for tests and the end of the program.
    pub fn finish(&mut self) -> bool {
        self.keeper.finish()
    }

    fn perform_all(&mut self, out: &mut Actions, ctx: &egui::Context) {
        let actions = out.drain();
        let acted = !actions.is_empty();
        for action in actions {
            self.perform(action, ctx);
        }
        if acted {
            ctx.request_repaint();
        }
    }

    /// Typing into one field is one undo step; in a plan, all changes between two presses of the mouse are.
    fn seal_steps(&mut self, ctx: &egui::Context) {
        let focused = ctx.memory(|memory| memory.focused());
        let moved = std::mem::replace(&mut self.focused, focused) != focused;
        let in_plan = match self.state.place {
            Place::QuickPlan => true,
            Place::Deal => self.state.deal.tab == Tab::Deposit,
            Place::Library | Place::Settings | Place::Welcome | Place::Backups | Place::Import => false,
        };
        if moved || (in_plan && ctx.input(|input| input.pointer.any_pressed())) {
            for history in [&mut self.history, &mut self.quick] {
                history.seal();
            }
        }
    }

    /// At the end of the day, the copy shortcut says that there is nothing left to copy.
    fn say_that_nothing_is_open(&mut self, ctx: &egui::Context) {
        let Some(copy) = Command::from(DealCommand::CopyAndLog).shortcut() else { return };
        let is_over = self.state.place == Place::Deal && self.state.selected.is_none();
        if is_over && ctx.input_mut(|input| input.consume_shortcut(&copy)) {
            self.toast(Toast::new(self.text().day.nothing_open));
        }
    }

    /// Passes the newest document to the derived data and the store.
    fn refresh(&mut self) {
        if self.derived_from != self.history.revision() {
            self.derived_from = self.history.revision();
            self.derived.update(self.history.current(), &self.now);
            self.keeper.put(self.history.current());
            self.forget_what_is_gone();
        }
    }

    fn forget_what_is_gone(&mut self) {
        let gone = self.state.selected.as_ref().is_some_and(|id| self.history.current().deal(id).is_none());
        if gone {
            self.state.selected = None;
            self.select_first();
        }
    }

    /// The clock moves on once a minute.
    fn follow_clock(&mut self, ctx: &egui::Context) {
        let now = (self.services.clock)();
        let minute = |now: &Now| now.instant.as_second().div_euclid(60);
        if minute(&now) != minute(&self.now) {
            self.now = now;
            self.derived.update(self.history.current(), &self.now);
        }
        if self.derived.take_index() {
            self.state.list.look_again();
        }
        let left = 60 - self.now.instant.as_second().rem_euclid(60);
        ctx.request_repaint_after(std::time::Duration::from_secs(left.unsigned_abs()));
    }

    fn take_dropped_files(&mut self, ctx: &egui::Context, out: &mut Actions) {
        use crate::ui::action::Action;
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        for path in dropped.iter().map(|file| file.path().to_path_buf()) {
            let is_document =
                path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
            // A packed deal is JSON, too; the content tells them apart.
            out.push(if is_document { Action::OpenFile(path) } else { Action::ImportFile(path) });
        }
    }

    fn hear_from_store(&mut self, ctx: &egui::Context) {
        if ctx
            .input(|input| input.events.iter().any(|event| matches!(event, egui::Event::WindowFocused(true))))
        {
            self.keeper.look();
        }
        let place = self.keeper.file().path.clone();
        let news = self.keeper.hear();
        if self.keeper.file().path != place {
            self.leave_merge_behind();
        }
        if let Some(news) = news {
            self.changed_outside(news);
        }
        if let Some(newer) = self.keeper.followed() {
            // Read-only: there are no changes here to lose, and the same deal stays selected.
            self.history.restart(newer);
            self.refresh();
        }
        self.hear_what_was_forgotten();
        if let Some(warning) = self.keeper.take_notice() {
            self.state.toast = Some(Toast::new(warning));
        }
    }

    /// Selects the first thing to do at the start; with nothing left to do, shows what was done today.
    fn select_first(&mut self) {
        let first = self.derived.items.iter().find(|item| item.is_to_do(self.now.date));
        self.state.selected = first.map(|item| item.id().clone());
        // In a narrow window, too, what was done comes before the list of waiting deals.
        let is_done = self.state.selected.is_none() && !self.history.current().deals.is_empty();
        self.state.strip_shows_list &= !is_done;
        self.state.list.reveal = true;
    }
}
