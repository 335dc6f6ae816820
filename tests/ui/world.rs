//! What stays when the window closes: its document, its clock and its clipboard; and how it looks.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use egui::{Theme, ThemePreference, Vec2};
use egui_kittest::Harness;
use icebreak::app::{
    Answered, Clipboard, DialogAnswer, DialogQuestion, FileDialogs, Keeper, Services, Shell,
};
use icebreak::domain::document::Document;
use icebreak::exchange::papers::picture::Picture;
use icebreak::text::Language;
use icebreak::text::office::Now;
use icebreak::ui::theme;
use tempfile::TempDir;

/// Saturday 21 November 2026, 09:12 in China.
const MORNING: i64 = 1_795_223_520;
const CHINA: i32 = 8 * 3_600;

/// How the window looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub language: Language,
    pub theme: Theme,
    pub size: Vec2,
}

impl From<Language> for Look {
    fn from(language: Language) -> Self {
        Self { language, theme: Theme::Light, size: Vec2::new(1_280.0, 800.0) }
    }
}

/// What stays when the window closes.
#[derive(Clone)]
pub struct World {
    pub look: Look,
    pub folder: Rc<TempDir>,
    pub document: PathBuf,
    pub clock: Rc<Cell<i64>>,
    pub clipboard: Rc<RefCell<Pasteboard>>,
    pub desktop: Rc<RefCell<Desktop>>,
}

/// What was copied; `broken` when it takes nothing.
#[derive(Default)]
pub struct Pasteboard {
    pub text: Option<String>,
    pub html: Option<String>,
    pub picture: Option<Picture>,
    pub broken: bool,
}

/// What the system's file dialogs were asked and will answer, and which files were shown in their folders.
#[derive(Default)]
pub struct Desktop {
    /// None where the system has no dialog.
    pub answer: Option<DialogAnswer>,
    pub asked: Vec<DialogQuestion>,
    pub shown: Vec<PathBuf>,
    /// The links that were opened.
    pub links: Vec<String>,
    /// No program opens a link.
    pub opens_no_link: bool,
}

struct TestDialogs(Rc<RefCell<Desktop>>);

impl FileDialogs for TestDialogs {
    fn ask(&self, question: DialogQuestion, answered: Answered) {
        let mut desktop = self.0.borrow_mut();
        answered(
            desktop.answer.clone().unwrap_or_else(|| DialogAnswer::NoDialog { folder: question.folder() }),
        );
        desktop.asked.push(question);
    }
}

struct TestClipboard(Rc<RefCell<Pasteboard>>);

impl Clipboard for TestClipboard {
    fn put(&mut self, text: &str) -> bool {
        let mut board = self.0.borrow_mut();
        if !board.broken {
            board.text = Some(text.to_owned());
            board.html = None;
        }
        !board.broken
    }

    fn put_rich(&mut self, text: &str, html: &str) -> bool {
        let mut board = self.0.borrow_mut();
        if !board.broken {
            board.text = Some(text.to_owned());
            board.html = Some(html.to_owned());
        }
        !board.broken
    }

    fn put_picture(&mut self, picture: &Picture) -> bool {
        let mut board = self.0.borrow_mut();
        if !board.broken {
            board.picture = Some(picture.clone());
        }
        !board.broken
    }
}

impl World {
    pub fn new(look: Look) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let document = folder.path().join("deals.json");
        std::fs::create_dir(folder.path().join("Documents")).unwrap();
        Self {
            look,
            folder: Rc::new(folder),
            document,
            clock: Rc::new(Cell::new(MORNING)),
            clipboard: Rc::default(),
            desktop: Rc::default(),
        }
    }

    fn keeper(&self) -> Keeper {
        let preferences = self.folder.path().join("preferences.json");
        Keeper::new(Some(&preferences), self.look.language, Arc::new(|| {}))
    }

    /// Writes a document to where the window will open it.
    pub fn write(&self, document: &Document) {
        let mut keeper = Keeper::new(None, self.look.language, Arc::new(|| {}));
        keeper.open(&self.document);
        keeper.put(document);
        assert!(keeper.finish(), "the document cannot be written: {:?}", keeper.saving());
    }

    /// Opens the window; every control must have a name, which the harness checks after each step.
    pub fn open(&self) -> Harness<'static, Shell> {
        let mut keeper = self.keeper();
        keeper.set_theme(match self.look.theme {
            Theme::Dark => ThemePreference::Dark,
            Theme::Light => ThemePreference::Light,
        });
        let (clock, desktop) = (Rc::clone(&self.clock), Rc::clone(&self.desktop));
        let links = Rc::clone(&self.desktop);
        let services = Services {
            clock: Box::new(move || Now::at(clock.get(), CHINA)),
            clipboard: Box::new(TestClipboard(Rc::clone(&self.clipboard))),
            dialogs: Box::new(TestDialogs(Rc::clone(&self.desktop))),
            home: Some(self.folder.path().to_owned()),
            documents: Some(self.folder.path().join("Documents")),
            reports: Some(self.folder.path().join("reports")),
            show_folder: Box::new(|folder| folder.is_dir()),
            show_file: Box::new(move |file| {
                desktop.borrow_mut().shown.push(file.to_owned());
                file.is_file()
            }),
            open_link: Box::new(move |link| {
                let mut desktop = links.borrow_mut();
                desktop.links.push(link.to_owned());
                !desktop.opens_no_link
            }),
        };
        let shell = Shell::open(&self.document, keeper, services);
        Harness::builder()
            .with_size(self.look.size)
            .with_theme(self.look.theme)
            .with_max_steps(16)
            .with_render_cursor(false)
            .with_accessibility_check(true)
            .with_context_setup(theme::install)
            // Ours, below, says more.
            .allow_missing_glyphs()
            .build_ui_state(|ui, shell: &mut Shell| shell.ui(ui), shell)
    }
}

/// The sample on the day of these tests.
pub fn sample() -> Document {
    icebreak::assets::sample(Now::at(MORNING, CHINA).date)
}
