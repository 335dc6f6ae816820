//! Where files come from and go to: the system's dialog at once, our own field where there is none, and the way there
//! afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use icebreak::app::{DialogAnswer, DialogQuestion};
use icebreak::domain::country::Country;
use icebreak::text::{Language, places};
use icebreak::ui::action::{Pick, ReadyFile};
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, fixture, in_both_languages};
use crate::exporting::open_menu;
use crate::papers::{export, with_first_account};

impl App {
    /// Where dialogs start as long as no other folder was used.
    pub fn documents(&self) -> PathBuf {
        self.folder().join("Documents")
    }

    /// From now on the system has a file dialog, which answers this at once.
    pub fn dialog_answers(&mut self, answer: DialogAnswer) {
        self.desktop().borrow_mut().answer = Some(answer);
    }

    /// What the system's file dialog was asked last.
    pub fn asked(&self) -> DialogQuestion {
        self.desktop().borrow().asked.last().expect("no dialog was opened").clone()
    }

    /// The files that were shown in their folders.
    pub fn shown(&self) -> Vec<PathBuf> {
        self.desktop().borrow().shown.clone()
    }

    /// How it is told that a file is there now.
    pub fn written(&self, path: &Path) -> String {
        (self.words().shell.written)(&places::name(path), &places::folder(path, Some(self.folder())))
    }
}

/// One of every kind that there is.
fn every_pick() -> Vec<Pick> {
    let file = ReadyFile::new("Müller & Söhne GmbH.pack.json".to_owned(), Vec::new());
    vec![
        Pick::Open,
        Pick::SaveAs,
        Pick::Import,
        Pick::ExportDeals,
        Pick::Write(file),
        Pick::CopyDocument,
        Pick::CopyFile(PathBuf::from("deals.json")),
        Pick::Bring,
        Pick::ReadPlan(None),
        Pick::Logo,
        Pick::DaysOff(Country::CHINA),
    ]
}

/// A window in which this can be asked for; a new kind does not compile before it has its way.
fn open_for(pick: &Pick, language: Language) -> App {
    match pick {
        Pick::CopyFile(_) => App::open_bytes(language, b"{\"icebreak\":\"document\""),
        Pick::Logo => with_first_account(language),
        Pick::Open
        | Pick::SaveAs
        | Pick::Import
        | Pick::ExportDeals
        | Pick::Write(_)
        | Pick::CopyDocument
        | Pick::Bring
        | Pick::ReadPlan(_)
        | Pick::DaysOff(_) => App::open_sample(language),
    }
}

/// Asks for it as a person does.
fn ask(app: &mut App, pick: &Pick) {
    let words = app.words();
    match pick {
        Pick::Open => app.press_shortcut(Global::OpenDocument),
        Pick::SaveAs => app.press_shortcut(Global::SaveAs),
        Pick::Import => app.press_shortcut(Global::ImportDeals),
        Pick::ExportDeals => app.choose(Global::ExportDeals),
        Pick::Write(_) => {
            app.find("PI-2607");
            app.choose(DealCommand::ExportDeal);
        }
        Pick::CopyDocument => app.choose(Global::CopyDocument),
        Pick::CopyFile(_) => {
            app.bring_into_view(words.recovery.copy_damaged);
            app.click(words.recovery.copy_damaged);
        }
        Pick::Bring => app.choose(Global::BringDocument),
        Pick::ReadPlan(_) => {
            open_menu(app);
            app.click(words.plan_export.read);
        }
        Pick::Logo => {
            app.choose(Global::Library);
            app.click(words.papers.choose_logo);
        }
        Pick::DaysOff(_) => {
            app.choose(Global::Settings);
            app.bring_into_view(words.settings.read_own_days);
            app.click(words.settings.read_own_days);
        }
    }
}

#[test]
fn a_dialog_opens_at_once_in_documents_with_a_name() {
    in_both_languages(|language| {
        for pick in every_pick() {
            let mut app = open_for(&pick, language);
            app.dialog_answers(DialogAnswer::Cancelled);
            ask(&mut app, &pick);
            let asked = app.asked();
            assert_eq!(asked.name, pick.offered_name(), "{pick:?}");
            assert_eq!(asked.title, pick.title(app.words()), "{pick:?}");
            assert_eq!(asked.folder(), app.documents(), "{pick:?}");
            // Only what can be read is offered; a file that is copied as it is may be called anything.
            assert_eq!(asked.kinds.is_empty(), matches!(pick, Pick::CopyFile(_)), "{pick:?}");
            app.must_not_see(app.words().shell.path);
        }
    });
}

#[test]
fn a_dialog_that_is_cancelled_changes_nothing_and_says_nothing() {
    for pick in every_pick() {
        let mut app = open_for(&pick, Language::English);
        app.dialog_answers(DialogAnswer::Cancelled);
        let (files, document) = (files_in(app.folder()), app.document().clone());
        ask(&mut app, &pick);
        app.must_not_see(app.words().shell.dismiss);
        assert_eq!(files_in(app.folder()), files, "{pick:?}");
        assert_eq!(*app.document(), document, "{pick:?}");
    }
}

#[test]
fn without_a_dialog_the_path_is_typed_and_the_reason_is_told() {
    in_both_languages(|language| {
        for pick in every_pick() {
            let mut app = open_for(&pick, language);
            ask(&mut app, &pick);
            app.must_see(app.words().shell.no_dialog);
            let offered = app.documents().join(pick.offered_name().unwrap_or_default());
            assert_eq!(app.value_of(app.words().shell.path), offered.to_str().unwrap(), "{pick:?}");
            app.click(app.words().shell.cancel);
            app.must_not_see(app.words().shell.path);
        }
    });
}

#[test]
fn a_bare_name_means_the_folder_that_is_offered() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.choose(Global::ExportDeals);
        app.give_path(Path::new("list.csv"), app.words().shell.write);
        let written = app.documents().join("list.csv");
        app.must_see(&app.written(&written));
        assert!(written.is_file());
        assert!(!Path::new("list.csv").exists(), "it is in the working directory");
        // A folder alone gets the name that is offered.
        app.choose(Global::ExportDeals);
        let folder = app.folder().to_owned();
        app.give_path(&folder, app.words().shell.write);
        app.must_see(app.words().shell.is_folder);
        assert_eq!(app.value_of(app.words().shell.path), folder.join("deals.csv").to_str().unwrap());
    });
}

#[test]
fn a_paper_says_where_it_is_and_leads_there() {
    in_both_languages(|language| {
        let mut app = with_first_account(language);
        let folder = app.documents().join("Icebreak");
        fs::create_dir(&folder).unwrap();
        let paper = folder.join("Schedule.pdf");
        fs::write(&paper, "an older one, and the dialog has asked").unwrap();
        app.dialog_answers(DialogAnswer::Chosen(paper.clone()));
        let line = app.words().papers.schedule_pdf;
        export(&mut app, line);
        assert!(fs::read(&paper).unwrap().starts_with(b"%PDF-"));
        let place = Path::new("Documents").join("Icebreak");
        app.must_see(&match language {
            Language::English => format!("Saved Schedule.pdf in {}", place.display()),
            Language::Chinese => format!("Schedule.pdf 已保存到 {}", place.display()),
        });
        app.click(app.words().shell.show_in_folder);
        assert_eq!(app.shown(), std::slice::from_ref(&paper));
        // Gone meanwhile: its folder is named instead.
        fs::remove_file(&paper).unwrap();
        app.click(app.words().shell.show_in_folder);
        app.must_see(&(app.words().crash.folder_is)(&folder.display().to_string()));
    });
}

#[test]
fn every_file_that_is_written_leads_to_its_folder() {
    for pick in every_pick().into_iter().filter(|pick| pick.writes() && *pick != Pick::SaveAs) {
        let mut app = open_for(&pick, Language::English);
        let path = app.documents().join("written.csv");
        app.dialog_answers(DialogAnswer::Chosen(path.clone()));
        ask(&mut app, &pick);
        app.wait_for(app.words().shell.show_in_folder);
        app.click(app.words().shell.show_in_folder);
        assert_eq!(app.shown(), std::slice::from_ref(&path), "{pick:?}");
        assert!(path.is_file(), "{pick:?}");
    }
}

#[test]
fn the_last_folder_is_remembered_for_writing_and_for_reading() {
    let mut app = App::open_sample(Language::English);
    let (out, lists) = (app.folder().join("out"), app.folder().join("lists"));
    for folder in [&out, &lists] {
        fs::create_dir(folder).unwrap();
    }
    let list = lists.join("deals.csv");
    fs::copy(fixture("deals-en.csv"), &list).unwrap();
    app.dialog_answers(DialogAnswer::Chosen(out.join("a.csv")));
    app.choose(Global::ExportDeals);
    app.dialog_answers(DialogAnswer::Chosen(list));
    app.press_shortcut(Global::ImportDeals);
    app.wait_while(&(app.words().import.reading)("deals.csv"));

    // Kept on this computer, and not in the document.
    let mut app = app.reopen();
    app.dialog_answers(DialogAnswer::Cancelled);
    app.choose(Global::ExportDeals);
    assert_eq!(app.asked().folder(), out);
    app.press_shortcut(Global::OpenDocument);
    assert_eq!(app.asked().folder(), lists);
    let document = fs::read_to_string(app.document_path()).unwrap();
    assert!(!document.contains(out.to_str().unwrap()));

    // A drive that is not there any more: Documents again, and home where there are none.
    fs::remove_dir_all(&out).unwrap();
    app.choose(Global::ExportDeals);
    assert_eq!(app.asked().folder(), app.documents());
    fs::remove_dir_all(app.documents()).unwrap();
    assert_eq!(app.asked().folder(), app.folder());
}

#[test]
fn a_dialog_has_asked_before_a_document_takes_the_place_of_another() {
    let mut app = App::open_sample(Language::English);
    let other = app.folder().join("other.json");
    fs::write(&other, "an older one").unwrap();
    app.dialog_answers(DialogAnswer::Chosen(other.clone()));
    app.press_shortcut(Global::SaveAs);
    assert!(app.try_to_save());
    assert_eq!(
        icebreak::store::read(&other, icebreak::store::Trust::Checksum).unwrap().document,
        *app.document()
    );
}

/// Names of files below a folder, but what the store keeps for itself.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}
