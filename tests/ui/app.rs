//! The program as a person sees it: found by accessible names, with a clock and a clipboard of its own.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, KeyboardShortcut, Modifiers};
use egui_kittest::kittest::NodeT as _;
use egui_kittest::{Harness, Node};
use icebreak::app::{Keeper, Shell};
use icebreak::domain::deal::Deal;
use icebreak::domain::document::Document;
use icebreak::text::{Language, Text};
use icebreak::ui::command::{Command, Global, Reach};

use crate::painted::{Dropped, is_control, painted_wrong};
use crate::world::{Desktop, World};
pub use crate::world::{Look, sample};

const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// A window that is open.
pub struct App {
    harness: Harness<'static, Shell>,
    world: World,
}

impl App {
    fn start(world: World) -> Self {
        let mut app = Self { harness: world.open(), world };
        app.run();
        app.wait_while(app.words().shell.opening);
        app
    }

    /// Lets the window come to rest, and looks at what it painted.
    #[track_caller]
    pub fn run(&mut self) {
        self.harness.run();
        let wrong = painted_wrong(&self.harness);
        assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), self.read());
    }

    /// The first start: there is no document yet.
    pub fn open_empty(look: impl Into<Look>) -> Self {
        Self::start(World::new(look.into()))
    }

    pub fn open_sample(look: impl Into<Look>) -> Self {
        Self::open_document(look, &sample())
    }

    pub fn open_document(look: impl Into<Look>, document: &Document) -> Self {
        let world = World::new(look.into());
        world.write(document);
        Self::start(world)
    }

    /// A file that holds these bytes, whatever they are.
    pub fn open_bytes(look: impl Into<Look>, bytes: &[u8]) -> Self {
        let world = World::new(look.into());
        std::fs::write(&world.document, bytes).unwrap();
        Self::start(world)
    }

    /// Closes the window, as the close button does, and starts the program again.
    pub fn reopen(mut self) -> Self {
        assert!(self.harness.state_mut().finish(), "the last changes could not be saved");
        let world = self.world.clone();
        drop(self);
        Self::start(world)
    }

    /// The program ends without closing its window, and starts again.
    pub fn after_a_crash(self) -> Self {
        let world = self.world.clone();
        drop(self);
        Self::start(world)
    }

    /// The program ends, something happens to its files, and it starts again.
    pub fn before_opening(self, happens: impl FnOnce()) -> Self {
        let world = self.world.clone();
        drop(self);
        happens();
        Self::start(world)
    }

    /// A second window on the same document, while this one stays open.
    pub fn second_window(&self) -> Self {
        Self::start(self.world.clone())
    }

    pub fn words(&self) -> &'static Text {
        self.shell().language().text()
    }

    pub fn shell(&self) -> &Shell {
        self.harness.state()
    }

    pub fn document(&self) -> &Document {
        self.shell().document()
    }

    /// The one deal of this buyer.
    pub fn deal(&self, company: &str) -> &Deal {
        let mut deals = self.document().deals.values().filter(|deal| deal.buyer.company == company);
        let deal = deals.next().unwrap_or_else(|| panic!("no deal of {company}"));
        assert!(deals.next().is_none(), "{company} has several deals");
        deal
    }

    /// What is on the disk, once everything is saved.
    pub fn saved(&mut self) -> Document {
        let saved = self.harness.state_mut().finish();
        self.run();
        assert!(saved, "the last changes could not be saved:\n{}", self.read());
        let mut reader = Keeper::new(None, self.world.look.language, Arc::new(|| {}));
        let document = reader.open(&self.world.document);
        assert!(reader.problem().is_none(), "{:?}", reader.problem());
        document
    }

    /// Tries to save; what came of it is in the window.
    pub fn try_to_save(&mut self) -> bool {
        let saved = self.harness.state_mut().finish();
        self.run();
        saved
    }

    /// Comes back to the window from another program, and waits until the file was looked at.
    pub fn come_back(&mut self) {
        self.harness.event(Event::WindowFocused(true));
        self.run();
        self.try_to_save();
        self.run();
    }

    pub fn folder(&self) -> &Path {
        self.world.folder.path()
    }

    pub fn desktop(&self) -> &RefCell<Desktop> {
        &self.world.desktop
    }

    pub fn document_path(&self) -> &Path {
        &self.world.document
    }

    pub fn clipboard(&self) -> Option<String> {
        self.world.clipboard.borrow().text.clone()
    }

    pub fn copied_html(&self) -> Option<String> {
        self.world.clipboard.borrow().html.clone()
    }

    pub fn copied_picture(&self) -> Option<icebreak::exchange::papers::picture::Picture> {
        self.world.clipboard.borrow().picture.clone()
    }

    pub fn break_clipboard(&mut self) {
        self.world.clipboard.borrow_mut().broken = true;
    }

    /// Days go by.
    pub fn wait_days(&mut self, days: i64) {
        self.world.clock.set(self.world.clock.get() + days * 86_400);
        self.run();
    }

    pub fn wait_hours(&mut self, hours: i64) {
        self.world.clock.set(self.world.clock.get() + hours * 3_600);
        self.run();
    }

    pub fn click(&mut self, name: &str) {
        self.click_found(|app| app.control(name));
    }

    /// Chooses one of the values that a field offers; the list of them may be longer than there is room.
    pub fn pick(&mut self, field: &str, value: &str) {
        self.click(field);
        self.control(value).scroll_to_me();
        self.run();
        self.click(value);
    }

    pub fn bring_into_view(&mut self, name: &str) {
        self.control(name).scroll_to_me();
        self.run();
    }

    /// Clicks one of several controls of the same name, counted from 0 in reading order.
    pub fn click_one_of(&mut self, name: &str, index: usize) {
        assert!(self.controls(name).len() > 1, "there is only one “{name}”");
        self.click_found(|app| app.controls(name).remove(index));
    }

    fn click_found(&mut self, find: impl for<'a> Fn(&'a Self) -> Node<'a>) {
        let found = find(self);
        assert!(!found.accesskit_node().is_disabled(), "it cannot be clicked now:\n{}", self.read());
        let screen = self.harness.ctx.content_rect();
        if !screen.contains(found.rect().center()) {
            found.scroll_to_me();
            self.run();
        }
        find(self).click();
        self.run();
    }

    /// Opens the deal that the palette finds for these words.
    pub fn find(&mut self, words: &str) {
        self.press_shortcut(Global::Palette);
        self.type_into(self.words().commands.palette, words);
        self.press(Key::Enter);
        self.must_see(words);
    }

    /// Clicks the control whose name starts like this, such as a row by its buyer.
    pub fn click_row(&mut self, start: &str) {
        let name = self
            .names()
            .find(|name| name.starts_with(start))
            .unwrap_or_else(|| panic!("no control starts with “{start}”:\n{}", self.read()));
        self.click(&name);
    }

    /// Types into a field in place of what is in it.
    pub fn type_into(&mut self, label: &str, text: &str) {
        self.focus_field(label);
        self.harness.key_press_modifiers(CTRL, Key::A);
        self.run();
        if text.is_empty() {
            self.harness.key_press(Key::Backspace);
        } else {
            self.harness.event(Event::Text(text.to_owned()));
        }
        self.run();
    }

    /// The middle of a long field may lie below what its card shows: then it is given the focus as Tab gives it.
    fn focus_field(&mut self, label: &str) {
        self.click_found(|app| app.field(label));
        if !self.field(label).accesskit_node().is_focused() {
            self.field(label).focus();
            self.run();
        }
    }

    /// What a field holds.
    pub fn value_of(&self, label: &str) -> String {
        self.field(label).value().unwrap_or_default()
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.run();
    }

    /// Presses the shortcut of a command; a text field, which would keep the key, is left first.
    pub fn press_shortcut(&mut self, command: impl Into<Command>) {
        let command = command.into();
        let keys = command.keys().unwrap_or_else(|| panic!("{command:?} has no shortcut"));
        if keys.reach == Reach::OutsideFields {
            self.leave_field();
        }
        self.press_keys(keys.main);
    }

    /// Presses keys where the caret is.
    pub fn press_keys(&mut self, shortcut: KeyboardShortcut) {
        let mut modifiers = shortcut.modifiers;
        modifiers.ctrl |= modifiers.command;
        self.harness.key_press_modifiers(modifiers, shortcut.logical_key);
        self.run();
    }

    /// Takes the caret out of the field in use.
    pub fn leave_field(&mut self) {
        if let Some(field) = self.harness.ctx.memory(|memory| memory.focused()) {
            self.harness.ctx.memory_mut(|memory| memory.surrender_focus(field));
            self.run();
        }
    }

    /// Puts the caret at the end of a field.
    pub fn enter(&mut self, label: &str) {
        self.focus_field(label);
        self.press_keys(KeyboardShortcut::new(Modifiers::COMMAND, Key::End));
    }

    /// Types in place of what is in the field in use.
    pub fn type_over(&mut self, text: &str) {
        self.harness.key_press_modifiers(CTRL, Key::A);
        self.harness.event(Event::Text(text.to_owned()));
        self.run();
    }

    /// Types at the caret, sign by sign.
    pub fn type_signs(&mut self, text: &str) {
        for sign in text.chars() {
            self.harness.event(Event::Text(sign.to_string()));
            self.harness.step();
        }
        self.run();
    }

    /// Runs a command from the menu.
    pub fn choose(&mut self, command: impl Into<Command>) {
        self.click(self.words().commands.all);
        self.click(command.into().name(self.words()));
    }

    /// Names a path in the dialog that is open, and confirms it.
    pub fn give_path(&mut self, path: &Path, confirm: &str) {
        self.type_into(self.words().shell.path, path.to_str().unwrap());
        self.click(confirm);
    }

    /// Shows what an import of the file would do.
    pub fn preview(&mut self, path: &Path) {
        self.press_shortcut(Global::ImportDeals);
        self.give_path(path, self.words().shell.import);
        let file = path.file_name().unwrap().to_str().unwrap();
        self.wait_while(&(self.words().import.reading)(file));
        self.wait_while(self.words().import.working);
    }

    /// Imports a file without a question, as it is understood.
    pub fn import(&mut self, path: &Path) {
        self.preview(path);
        self.click_import();
    }

    /// Imports what the preview shows.
    pub fn click_import(&mut self) {
        let words = self.words();
        let names = (0..1_000).map(words.import.import);
        let name = names.into_iter().find(|name| !self.controls(name).is_empty());
        self.click(&name.unwrap_or_else(|| panic!("nothing can be imported:\n{}", self.read())));
    }

    /// Drops a file on the window, which has not seen it yet.
    pub fn lay_down(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
    }

    /// Drops a file on the window.
    pub fn drop_file(&mut self, path: &Path) {
        self.lay_down(path);
        self.run();
    }

    pub fn sees(&self, text: &str) -> bool {
        self.harness.root().children_recursive().any(|node| {
            let node = node.accesskit_node();
            let shown = [node.label(), node.value()];
            shown.into_iter().flatten().any(|shown| shown.contains(text))
        })
    }

    #[track_caller]
    pub fn must_see(&self, text: &str) {
        assert!(self.sees(text), "“{text}” is not to be seen:\n{}", self.read());
    }

    #[track_caller]
    pub fn must_not_see(&self, text: &str) {
        assert!(!self.sees(text), "“{text}” is still to be seen:\n{}", self.read());
    }

    /// Where a control is.
    #[track_caller]
    pub fn place_of(&self, name: &str) -> egui::Rect {
        self.control(name).rect()
    }

    /// Everything that a screen reader would read.
    pub fn read(&self) -> String {
        let mut lines = Vec::new();
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            if node.role() == Role::TextRun || (node.label().is_none() && node.value().is_none()) {
                continue;
            }
            let value = node.value().map(|value| format!(" = {value}")).unwrap_or_default();
            lines.push(format!("{:?} {}{value}", node.role(), node.label().unwrap_or_default()));
        }
        lines.join("\n")
    }

    pub fn harness(&mut self) -> &mut Harness<'static, Shell> {
        &mut self.harness
    }

    /// The rows of the list, in order, by their accessible names.
    pub fn rows(&self) -> Vec<String> {
        let companies: Vec<&str> =
            self.document().deals.values().map(|deal| deal.buyer.company.as_str()).collect();
        self.names().filter(|name| companies.iter().any(|company| name.starts_with(company))).collect()
    }

    fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.harness
            .root()
            .children_recursive()
            .filter(|node| node.accesskit_node().role() == Role::Button)
            .filter_map(|node| node.accesskit_node().label())
    }

    fn controls(&self, name: &str) -> Vec<Node<'_>> {
        let is_called = |node: &Node<'_>| {
            let node = node.accesskit_node();
            is_control(node.role()) && node.label().as_deref() == Some(name)
        };
        self.harness.root().children_recursive().filter(is_called).collect()
    }

    #[track_caller]
    fn control(&self, name: &str) -> Node<'_> {
        self.only(name, self.controls(name))
    }

    /// The field of this name; a button may have the same one.
    #[track_caller]
    fn field(&self, name: &str) -> Node<'_> {
        let mut found = self.controls(name);
        found.retain(|node| {
            matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput)
        });
        self.only(name, found)
    }

    #[track_caller]
    fn only<'a>(&self, name: &str, mut found: Vec<Node<'a>>) -> Node<'a> {
        match found.len() {
            1 => found.remove(0),
            0 => panic!("nothing is named “{name}”:\n{}", self.read()),
            several => panic!("{several} are named “{name}”:\n{}", self.read()),
        }
    }
}

/// A file among the fixtures.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Runs a flow in both languages of the interface.
pub fn in_both_languages(flow: impl Fn(Language)) {
    for language in [Language::English, Language::Chinese] {
        println!("in {language:?}");
        flow(language);
    }
}
