//! Other people's lists: where they are in the file, what they leave open, and what stays out of the document.

use std::fs;
use std::path::PathBuf;

use egui::Vec2;
use icebreak::domain::deal::Stage;
use icebreak::domain::import::preview::FlawKind;
use icebreak::domain::import::problem::Flaw;
use icebreak::exchange::open::read_table;
use icebreak::text::Language;
use icebreak::text::window::import::OutcomeCounts;
use icebreak::ui::command::Global;

use egui_kittest::kittest::NodeT as _;

use crate::app::{App, Look, fixture, in_both_languages};

fn counts(app: &App, [added, updated, unchanged, skipped, waiting]: [usize; 5]) -> String {
    (app.words().import.counts)(&OutcomeCounts { added, updated, unchanged, skipped, waiting })
}

fn written(app: &App, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = app.folder().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// Answers what is asked, and waits until the preview follows.
fn answer(app: &mut App, question: &str, answer: &str) {
    app.pick(question, answer);
    app.wait_while(app.words().import.working);
}

/// Saves what was left out under this name.
fn save_left_out(app: &mut App, name: &str) -> PathBuf {
    let path = app.folder().join(name);
    app.click(app.words().preview.save_left_out);
    app.give_path(&path, app.words().shell.write);
    path
}

fn narrow(language: Language, theme: egui::Theme) -> Look {
    Look { language, theme, size: Vec2::new(360.0, 800.0) }
}

#[test]
fn what_exporters_really_keep_comes_in_whole_and_is_asked_about_once() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = app.words();
        let list = fixture("outside/messy-list-60.xlsx");
        app.preview(&list);
        app.must_see(&(words.preview.sheets_left)(&["2025老客户".to_owned()]));
        app.must_see(&(words.preview.above)(2));
        app.must_see(&counts(&app, [60, 0, 0, 2, 0]));
        let following = (words.preview.status)("跟单", 5);
        let waiting = (words.preview.status)("等回复", 5);
        app.must_see(words.import.questions);
        app.must_see(&(words.import.who_wrote)("最后联系"));
        app.must_see(words.preview.remembered);
        answer(&mut app, &following, (words.list.stage_name)(Stage::Production));
        answer(&mut app, &waiting, words.preview.keep_in_notes);
        app.click(words.import.we_wrote);
        app.wait_while(words.import.working);
        app.click_import();
        assert_eq!(app.document().deals.len(), 60);
        assert!(app.deal("Hai Phong Trading A Co.").stage.is(Stage::Production));
        let unsure = app.deal("Hai Phong Trading D Co.");
        assert!(unsure.notes.contains("客户状态: 等回复"), "{}", unsure.notes);
        assert!(!unsure.notes.contains("序号"), "{}", unsure.notes);

        let left_out = save_left_out(&mut app, "left out.xlsx");
        let table = read_table(&fs::read(&left_out).unwrap()).unwrap();
        assert_eq!((table.rows.len(), table.header.len()), (2, 16));
        assert_eq!(table.header[15], words.preview.why_left_out);

        // What was said is in the file, and found again.
        let mut app = app.reopen();
        assert_eq!(app.document().settings.lists.len(), 1);
        app.preview(&list);
        app.must_see(&counts(&app, [0, 0, 60, 2, 0]));
        app.must_see(words.import.nothing);
        app.must_not_see(words.import.questions);
        app.must_not_see(words.import.not_answered);
        // A wrong answer can be changed.
        app.bring_into_view(&following);
        answer(&mut app, &following, (words.list.stage_name)(Stage::Terms));
        app.must_see(&counts(&app, [0, 5, 55, 2, 0]));
    });
}

#[test]
fn columns_that_nobody_knows_are_asked_about_once_and_kept_in_the_notes() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = app.words();
        let list = "No,Company,Next step,Colour\n1,Acme,call on Monday,red\n2,Beta,-,blue\n";
        let path = written(&app, "list.csv", list);
        app.preview(&path);
        app.must_see(words.preview.unknown_columns);
        answer(&mut app, "Colour", words.import.leave_out);
        app.click_import();
        assert_eq!(app.deal("Acme").notes, "Next step: call on Monday");
        assert_eq!(app.deal("Beta").notes, "");

        // One undo takes back the deals and what was remembered.
        app.press_shortcut(Global::Undo);
        assert!(app.document().deals.is_empty() && app.document().settings.lists.is_empty());
        app.press_shortcut(Global::Redo);

        let later = list.replace("Beta", "Gamma");
        let path = written(&app, "later.csv", later);
        app.preview(&path);
        app.must_not_see(words.import.questions);
        app.click_import();
        assert_eq!(app.deal("Gamma").notes, "");
        assert_eq!(app.document().settings.lists.len(), 1);
    });
}

#[test]
fn a_list_is_read_from_another_sheet_and_another_row() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = app.words();
        app.preview(&fixture("outside/messy-list-60.xlsx"));
        answer(&mut app, words.preview.sheet, "2025老客户");
        app.must_see(&counts(&app, [1, 0, 0, 0, 0]));
        app.must_see("Old Co");
        answer(&mut app, words.preview.sheet, "客户跟进");
        answer(&mut app, words.preview.header_row, &(words.preview.row)(2));
        app.must_see(words.import.no_buyer);
        // A row that is not there is said, and can be changed.
        answer(&mut app, words.preview.header_row, &(words.preview.row)(3));
        app.must_see(&counts(&app, [60, 0, 0, 2, 0]));
        let path = written(&app, "gap.csv", "Company,Product\n\n\nAcme,Tiles\n");
        app.preview(&path);
        app.pick(words.preview.header_row, &(words.preview.row)(3));
        app.wait_while(words.import.working);
        app.must_see(words.import.refused);
        app.pick(words.preview.header_row, &(words.preview.row)(1));
        app.wait_while(&(words.import.reading)("gap.csv"));
        app.wait_while(words.import.working);
        app.must_see(&counts(&app, [1, 0, 0, 0, 0]));
    });
}

#[test]
fn the_characters_can_be_chosen_and_a_choice_that_does_not_fit_is_no_dead_end() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = app.words();
        let list = fixture("deals-zh-gb18030.csv");
        let header = read_table(&fs::read(&list).unwrap()).unwrap().header;
        app.preview(&list);
        let read_as = |app: &mut App, encoding: &str| {
            app.pick(words.preview.encoding, &(words.preview.encoding_name)(encoding));
            app.wait_while(&(words.import.reading)("deals-zh-gb18030.csv"));
            app.wait_while(words.import.working);
        };
        read_as(&mut app, "utf-8");
        app.must_see(words.import.refused);
        // Each encoding shows how it reads the file, here too.
        app.click(words.preview.encoding);
        let shown = |encoding: &str| format!("{} = ", (words.preview.encoding_name)(encoding));
        let reading = |app: &App, encoding: &str| {
            let read = app.read();
            let line = read.lines().find(|line| line.contains(&shown(encoding))).map(str::to_owned);
            line.unwrap_or_else(|| panic!("no example of {encoding}:\n{read}"))
        };
        assert!(reading(&app, "gb18030").contains(&header[..2].join(",")), "{}", app.read());
        assert!(!reading(&app, "big5").contains(&header[0]), "{}", app.read());
        app.press(egui::Key::Escape);
        read_as(&mut app, "gb18030");
        app.must_see(&counts(&app, [3, 0, 0, 0, 0]));
        app.must_see(&(words.preview.reads)(&header.join(", ").chars().take(20).collect::<String>()));
    });
}

#[test]
fn what_was_left_out_is_mended_in_the_saved_file_and_imported_again() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = app.words();
        let list =
            "Company,Amount,Currency,Seen\nAcme,\"12,5,0\",USD,fair\nBeta,5,EUR,\nGamma,100,QQQ,shop\n";
        let path = written(&app, "list.csv", list);
        app.preview(&path);
        app.must_see(&counts(&app, [1, 0, 0, 2, 0]));
        app.click_import();
        let saved = save_left_out(&mut app, "list left out.xlsx");
        let table = read_table(&fs::read(&saved).unwrap()).unwrap();
        assert_eq!(table.header, ["Company", "Amount", "Currency", "Seen", words.preview.why_left_out]);
        app.preview(&saved);
        app.must_see(&counts(&app, [0, 0, 0, 2, 0]));
        // The reasons are no column to ask about, and the answers about the list hold.
        app.must_not_see(words.import.questions);
        app.click(words.shell.cancel);

        let mended = "Company,Amount,Currency,Seen,Why it was left out\nAcme,1250,USD,fair,Row 2\n";
        let mended = mended.replace("Why it was left out", words.preview.why_left_out);
        let path = written(&app, "mended.csv", mended);
        app.preview(&path);
        app.must_not_see(words.import.questions);
        app.click_import();
        let acme = app.deal("Acme");
        assert_eq!(acme.agreed.money().unwrap().to_string(), "1250.00");
        assert_eq!(acme.notes, "Seen: fair");
    });
}

#[test]
fn what_is_to_know_is_said_by_kind_with_its_rows() {
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        in_both_languages(|language| {
            let mut app = App::open_empty(narrow(language, theme));
            let list = "Company,Country,Amount,Currency\nAcme,Atlantis,5,USD\nBeta,Nowhere,5,USD\nGamma,Atlantis,x,USD\nTotal,,10,\n";
            let path = written(&app, "list.csv", list);
            app.preview(&path);
            let words = app.words();
            let countries = FlawKind {
                flaw: Flaw::Country("Atlantis".into()),
                count: 2,
                examples: vec!["Atlantis".into(), "Nowhere".into()],
                rows: vec![2, 3],
            };
            let said = (words.preview.noticed_kind)(&countries);
            assert!(said.contains("Atlantis") && said.contains('3'), "{said}");
            app.must_see(&said);
            let totals = FlawKind {
                flaw: Flaw::NotADeal("Total".into()),
                count: 1,
                examples: vec!["Total".into()],
                rows: vec![5],
            };
            app.must_see(&(words.preview.left_out_kind)(&totals));
            answer(&mut app, "Country", words.import.leave_out);
            app.must_not_see(&said);
            app.click_import();
            assert_eq!(app.document().deals.len(), 2);
        });
    }
}

#[test]
fn lines_of_one_pi_number_are_one_deal_or_several_as_somebody_says() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = app.words();
        let list = "buyer,product,amount,currency,pi\nAlfa,lamp A,12000,USD,PI-7\nAlfa,lamp B,3000,USD,PI-7\n\
                    Alfa,lamp C,500,USD,PI-7\nBeta,tiles,9,EUR,PI-8\n";
        let path = written(&app, "lines.csv", list);
        app.preview(&path);
        app.must_see(&(words.preview.same_pi)(1));
        app.must_see(&format!("PI-7 · Alfa: {}", (words.preview.together)("USD 15,500.00")));
        app.must_see(&format!("{} · lamp C: USD 500.00", (words.preview.row)(4)));
        app.must_see(&(words.import.import)(2));
        app.click(words.preview.separate_deals);
        app.wait_while(words.import.working);
        app.must_see(&counts(&app, [4, 0, 0, 0, 0]));
        app.must_see(&(words.preview.same_pi)(1));
        app.click(words.preview.one_deal);
        app.wait_while(words.import.working);
        app.click_import();
        assert_eq!(app.deal("Alfa").agreed.money().unwrap().to_string(), "15500.00");
        // The answer holds for one import; here it changes nothing any more.
        app.preview(&path);
        app.must_see(&counts(&app, [0, 0, 4, 0, 0]));
        app.must_not_see(&(words.preview.same_pi)(1));
        app.click(words.shell.cancel);

        app.press_shortcut(Global::Undo);
        app.preview(&path);
        app.click(words.preview.separate_deals);
        app.wait_while(words.import.working);
        app.click_import();
        let mut amounts: Vec<String> = app
            .document()
            .deals
            .values()
            .map(|deal| format!("{} {}", deal.agreed.pi, deal.agreed.money().unwrap()))
            .collect();
        amounts.sort();
        assert_eq!(amounts, ["PI-7 12000.00", "PI-7 3000.00", "PI-7 500.00", "PI-8 9.00"]);
        app.preview(&path);
        app.must_see(&counts(&app, [0, 0, 4, 0, 0]));
    });
}

#[test]
fn a_last_contact_that_nobody_explains_stays_in_the_notes() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = &app.words().import;
        let path = written(&app, "list.csv", "客户,最后联系\nAcme,11月2日 电话\nBeta,2026-11-03\nGamma,\n");
        app.preview(&path);
        app.must_see(words.kept_until);
        app.click_import();
        let acme = app.deal("Acme");
        assert_eq!((&*acme.notes, acme.summary.last_inbound), ("最后联系: 11月2日 电话", None));
        assert_eq!(app.deal("Beta").notes, "最后联系: 2026-11-03");
        assert_eq!(app.deal("Gamma").notes, "");
        // It is not settled, so it is asked again, and can be answered so that it never is.
        app.preview(&path);
        app.must_see(words.kept_until);
        app.click(words.neither);
        app.wait_while(words.working);
        app.must_not_see(words.kept_until);
    });
}

/// The control that has the keyboard.
fn focused(app: &mut App) -> String {
    let root = app.harness().root();
    let focused = root.children_recursive().find(|node| node.accesskit_node().is_focused());
    focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn what_was_left_out_waits_until_it_is_saved_or_dismissed() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = app.words();
        let path = written(&app, "list.csv", "Company,Amount,Currency\nAcme,5,USD\nGamma,100,QQQ\n");
        let said = (words.preview.left_out)(1, "list.csv");
        app.preview(&path);
        app.click_import();
        app.must_see(&said);
        // It outlives what is said for a moment, and is reached without a mouse.
        app.press_shortcut(Global::Undo);
        app.press_shortcut(Global::Redo);
        app.must_see(&said);
        let save = words.preview.save_left_out;
        let reached = (0..80).any(|_| {
            app.press(egui::Key::Tab);
            focused(&mut app) == save
        });
        assert!(reached, "{}", app.read());
        app.press(egui::Key::Enter);
        app.click(words.shell.cancel);
        app.must_see(&said);
        let saved = save_left_out(&mut app, "left out.xlsx");
        assert_eq!(read_table(&fs::read(&saved).unwrap()).unwrap().rows.len(), 1);
        app.must_not_see(&said);

        let other = written(&app, "other.csv", "Company,Amount,Currency\nBeta,5,USD\nGamma,100,QQQ\n");
        let said = (words.preview.left_out)(1, "other.csv");
        app.preview(&other);
        app.must_not_see(&said);
        app.click_import();
        app.must_see(&said);
        app.click(words.preview.leave_out);
        app.must_not_see(&said);
    });
}
