//! Pictures of every screen, compared with those that were accepted (`tests/retake-pictures.sh`).

use std::path::Path;
use std::sync::LazyLock;

use egui::{Order, Pos2, Rect, Theme, Vec2};
use egui_kittest::kittest::NodeT as _;
use egui_kittest::{SnapshotResults, try_image_snapshot};
use icebreak::domain::deposit::Preset;
use icebreak::domain::document::Document;
use icebreak::domain::typed::date::DayOrder;
use icebreak::text::Language;
use icebreak::ui::command::{DealCommand, Global};
use image::RgbaImage;

use crate::app::{App, Look, fixture, sample};
use crate::{negotiating, safety};

const WIDE: Vec2 = Vec2::new(1_280.0, 800.0);
const SMALL: Vec2 = Vec2::new(1_024.0, 640.0);
const STRIP: Vec2 = Vec2::new(360.0, 800.0);

/// What must be set for pictures to be compared even where that costs a failure: `required`.
const DEMAND: &str = "ICEBREAK_SNAPSHOTS";

#[test]
fn welcome() {
    pictures("welcome", &PAIR, App::open_empty, |_app| {});
}

#[test]
fn today() {
    pictures("today", &EVERY_SIZE, with_sample, |_app| {});
}

#[test]
fn message() {
    pictures("message", &EVERY_SIZE, with_sample, |app| show(app, DealCommand::ShowMessage));
}

#[test]
fn why() {
    pictures("why", &EVERY_SIZE, with_sample, |app| show(app, DealCommand::ShowWhy));
}

#[test]
fn deposit() {
    pictures("deposit", &EVERY_SIZE, with_sample, |app| show(app, DealCommand::ShowDeposit));
}

#[test]
fn deposit_ledger() {
    pictures("deposit-ledger", &PAIR, with_sample, |app| {
        show(app, DealCommand::ShowDeposit);
        let words = &app.words().deposit;
        for (amount, kind) in [("5,975", words.arrived), ("3,000", words.says_paid)] {
            app.click(words.record);
            app.click(kind);
            let arrived = kind == words.arrived;
            app.type_into(if arrived { words.payment_amount } else { words.said_amount }, amount);
            app.click(words.record_now);
        }
        app.saved();
        app.bring_into_view(words.accept_fees);
    });
}

#[test]
fn payment_next() {
    pictures("payment-next", &[PAIR[0], EVERY_SIZE[3]], with_sample, |app| {
        app.find("PI-2596");
        app.press_shortcut(DealCommand::ShowDeposit);
        let words = &app.words().deposit;
        app.bring_into_view(words.record);
        app.click(words.record);
        app.type_into(words.payment_amount, "4,133.34");
        app.bring_into_view(words.record_now);
        app.click(words.record_now);
        app.click(app.words().shell.dismiss);
        assert!(app.try_to_save());
    });
}

#[test]
fn amount_said() {
    part(
        "amount-said",
        &PAIR,
        with_sample,
        |app| {
            show(app, DealCommand::ShowDeposit);
            app.type_into(app.words().deposit.total, "30k");
            assert!(app.try_to_save());
        },
        |app| app.place_of(app.words().deposit.total).expand(96.0),
    );
}

#[test]
fn deposit_in_parts() {
    pictures("deposit-in-parts", &[PAIR[0], EVERY_SIZE[2]], with_sample, |app| {
        show(app, DealCommand::ShowDeposit);
        negotiating::choose(app, Preset::DepositInThree);
        assert!(app.try_to_save());
    });
}

#[test]
fn amount_asked() {
    part(
        "amount-asked",
        &WITH_STRIP,
        with_sample,
        |app| {
            show(app, DealCommand::ShowDeposit);
            app.type_into(app.words().deposit.total, "30.000");
            assert!(app.try_to_save());
        },
        |app| floating(app).union(app.place_of(app.words().deposit.total)),
    );
}

#[test]
fn deposit_by_hand() {
    pictures("deposit-by-hand", &[PAIR[0], PAIR[1], EVERY_SIZE[3]], with_sample, |app| {
        show(app, DealCommand::ShowDeposit);
        negotiating::choose(app, Preset::DepositInThree);
        negotiating::lock(app, 2);
        negotiating::type_amount(app, 1, "4500");
        assert!(app.try_to_save());
        app.bring_into_view(&(app.words().plan_rows.lock)(4));
    });
}

#[test]
fn deposit_rows() {
    pictures("deposit-rows", &EVERY_SIZE, with_sample, |app| {
        show(app, DealCommand::ShowDeposit);
        negotiating::choose(app, Preset::TenFortyFifty);
        app.click(app.words().plan_rows.edit_rows);
        assert!(app.try_to_save());
    });
}

#[test]
fn deposit_refused() {
    pictures("deposit-refused", &PAIR, with_sample, |app| {
        show(app, DealCommand::ShowDeposit);
        negotiating::choose(app, Preset::BalanceAgainstBl);
        app.click(app.words().plan_rows.edit_rows);
        app.type_into(&(app.words().plan_rows.value)(2), "62.5%");
        assert!(app.try_to_save());
    });
}

#[test]
fn story() {
    pictures("story", &PAIR, with_sample, |app| show(app, DealCommand::ShowStory));
}

#[test]
fn details() {
    pictures("details", &PAIR, with_sample, |app| show(app, DealCommand::ShowDetails));
}

#[test]
fn logging() {
    pictures("logging", &PAIR, with_sample, |app| show(app, DealCommand::LogTouch));
}

#[test]
fn quick_plan() {
    pictures("quick-plan", &PAIR, with_sample, |app| app.choose(Global::QuickPlan));
}

#[test]
fn library() {
    pictures("library", &PAIR, with_sample, |app| app.choose(Global::Library));
}

#[test]
fn settings() {
    pictures("settings", &PAIR, with_sample, |app| app.press_shortcut(Global::Settings));
}

#[test]
fn working_days() {
    pictures("working-days", &EVERY_SIZE, with_sample, |app| {
        show(app, DealCommand::ShowDeposit);
        app.bring_into_view(app.words().deposit.more);
        app.click(app.words().deposit.more);
        app.bring_into_view(app.words().deposit.first_part);
        app.type_into(app.words().deposit.first_part, "2026-12-25");
        app.bring_into_view(app.words().deposit.working_days);
        assert!(app.try_to_save());
    });
}

#[test]
fn shutdown() {
    pictures("shutdown", &WITH_STRIP, with_sample, |app| {
        app.press_shortcut(Global::Settings);
        let words = &app.words().settings;
        app.bring_into_view(words.add_shutdown);
        app.click(words.add_shutdown);
        app.type_into(&(words.shutdown_name)(1), words.shutdown_name_hint);
        app.type_into(&(words.shutdown_from)(1), "2027-02-01");
        app.type_into(&(words.shutdown_to)(1), "2027-02-21");
        app.bring_into_view(words.add_shutdown);
        app.click(words.add_shutdown);
        app.bring_into_view(&(words.shutdown_name)(2));
        assert!(app.try_to_save());
    });
}

#[test]
fn palette() {
    part(
        "palette",
        &PAIR,
        with_sample,
        |app| {
            app.press_shortcut(Global::Palette);
            app.type_into(app.words().commands.palette, "de");
        },
        floating,
    );
}

#[test]
fn menu() {
    part("menu", &PAIR, with_sample, |app| app.click(app.words().commands.all), floating);
}

#[test]
fn recovery() {
    pictures(
        "recovery",
        &WITH_STRIP,
        |look| safety::open_damaged(look, safety::half),
        |app| {
            app.click(app.words().backups.what_changed);
        },
    );
}

#[test]
fn recovery_of_an_edit() {
    let edited = |text: String| text.replacen("Hamburg", "Bremen", 1);
    pictures("recovery-edit", &PAIR, |look| safety::open_damaged(look, edited), |_app| {});
}

#[test]
fn backups() {
    pictures("backups", &WITH_STRIP, with_sample, |app| {
        safety::make_backups(app.document_path());
        app.choose(Global::Backups);
        app.wait_for(app.words().backups.restoring_is_safe);
        app.click_one_of(app.words().backups.what_changed, 0);
        app.wait_until("the deals", |app| !app.sees(app.words().recovery.looking));
        app.click("Müller & Söhne GmbH · PI-2607");
    });
}

#[test]
fn not_saved() {
    part(
        "not-saved",
        &WITH_STRIP,
        with_sample,
        |app| {
            show(app, DealCommand::ShowMessage);
            safety::unplug(app);
            app.press_shortcut(DealCommand::TheyReplied);
            assert!(!app.try_to_save());
            app.wait_for(app.words().recovery.save_copy);
        },
        |app| across(app, app.words().recovery.save_copy),
    );
}

#[test]
fn closing() {
    part(
        "closing",
        &PAIR,
        with_sample,
        |app| {
            safety::unplug(app);
            app.press_shortcut(Global::NewDeal);
            assert!(!app.close_window());
        },
        floating,
    );
}

#[test]
fn newer() {
    let newer = safety::encode(&sample()).replace("\"version\":1", "\"version\":9");
    pictures("newer", &WITH_STRIP, |look| App::open_bytes(look, newer.as_bytes()), |_app| {});
}

#[test]
fn merge() {
    pictures("merge", &EVERY_SIZE, crate::merge::two_versions, |_app| {});
}

#[test]
fn conflict_copy() {
    pictures("conflict-copy", &PAIR, crate::merge::beside_a_copy, |_app| {});
}

#[test]
fn forget() {
    let open = |look| App::open_document(look, &crate::forget::document());
    part("forget", &PAIR, open, crate::forget::ask, floating);
}

#[test]
fn crash_offer() {
    let open = |look| {
        let app = with_sample(look);
        let reports = app.folder().join("reports");
        std::fs::create_dir(&reports).unwrap();
        std::fs::write(reports.join("crash-20261120T080000Z.txt"), "").unwrap();
        app.reopen()
    };
    pictures("crash-offer", &PAIR, open, |_app| {});
}

#[test]
fn import_preview() {
    pictures("import", &[PAIR[0], PAIR[1], (SMALL, Theme::Light, Language::English)], with_sample, |app| {
        app.preview(&fixture("import-questions.csv"))
    });
}

#[test]
fn other_version_waits() {
    pictures("other-version", &WITH_STRIP, crate::merge::waiting, |_app| {});
}

#[test]
fn other_version_at_closing() {
    part(
        "close-other-version",
        &PAIR,
        crate::merge::waiting,
        |app| {
            assert!(!app.close_window());
        },
        floating,
    );
}

#[test]
fn rescue_of_single_deals() {
    let open = |look| {
        let mut app = safety::open_damaged(look, |text| crate::rescue::torn(&text));
        app.wait_while(app.words().recovery.looking);
        app
    };
    pictures("rescue", &WITH_STRIP, open, |_app| {});
}

#[test]
fn read_only_fields() {
    let open = |look| {
        let first = with_sample(look);
        let second = first.second_window();
        // As long as the picture is taken.
        std::mem::forget(first);
        second
    };
    pictures("read-only", &PAIR, open, |app| show(app, DealCommand::ShowDetails));
}

#[test]
fn import_changes() {
    pictures("import-changes", &WITH_STRIP, with_sample, crate::importing::with_a_change);
}

#[test]
fn import_answered() {
    pictures("import-answered", &PAIR, with_sample, |app| {
        app.preview(&fixture("import-questions.csv"));
        let words = &app.words().import;
        app.click(&(words.day)(DayOrder::DayFirst, "2026-12-04".parse().unwrap()));
        app.wait_while(words.working);
        app.click(words.they_wrote);
        app.wait_while(words.working);
        app.bring_into_view(words.copy_duplicates);
    });
}

#[test]
fn import_refused() {
    pictures("import-refused", &PAIR[..1], with_sample, |app| {
        let path = app.folder().join("old.xls");
        std::fs::write(&path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old").unwrap();
        app.preview(&path);
    });
}

#[test]
fn no_deals() {
    pictures("no-deals", &PAIR, |look| App::open_document(look, &Document::default()), |_app| {});
}

#[test]
fn plan_export() {
    part("plan-export", &WITH_STRIP, with_sample, crate::exporting::open_menu, floating);
}

#[test]
fn plan_export_languages() {
    part(
        "plan-export-languages",
        &WITH_STRIP,
        with_sample,
        |app| {
            crate::exporting::open_menu(app);
            let words = &app.words().plan_export;
            app.click(words.change_language);
            app.click("繁體中文");
            app.click(words.change_language);
            assert!(app.try_to_save());
        },
        floating,
    );
}

#[test]
fn compare() {
    pictures("compare", &EVERY_SIZE, with_plans, crate::comparing::show);
}

/// The whole page at once.
#[test]
fn compare_whole() {
    let looks = [
        (Vec2::new(1_280.0, 1_840.0), Theme::Light, Language::English),
        (Vec2::new(360.0, 3_300.0), Theme::Dark, Language::Chinese),
    ];
    pictures("compare-whole", &looks, with_plans, crate::comparing::show);
}

#[test]
fn compare_empty() {
    pictures("compare-empty", &PAIR, with_sample, |app| {
        crate::comparing::show(app);
        app.bring_into_view(app.words().compare.fill);
    });
}

fn with_plans(look: Look) -> App {
    App::open_document(look, &crate::comparing::document())
}

#[test]
fn bank_accounts() {
    pictures("bank-accounts", &WITH_STRIP, with_sample, |app| {
        crate::papers::add_a_doubtful_account(app);
        app.saved();
        app.bring_into_view(app.words().papers.add_bank);
    });
}

#[test]
fn other_bank() {
    let open = |look: Look| crate::papers::with_first_account(look);
    part("other-bank", &WITH_STRIP, open, crate::papers::ask_about_the_other_account, floating);
}

/// One theme for each language: what the other two pairs would show is held by `contrast.rs`, `glyphs.rs` and the flows.
const PAIR: [(Vec2, Theme, Language); 2] =
    [(WIDE, Theme::Light, Language::English), (WIDE, Theme::Dark, Language::Chinese)];

/// And one strip beside the mail.
const WITH_STRIP: [(Vec2, Theme, Language); 3] = [PAIR[0], PAIR[1], (STRIP, Theme::Light, Language::English)];

/// The screens of the loop in smaller windows as well.
const EVERY_SIZE: [(Vec2, Theme, Language); 4] =
    [PAIR[0], PAIR[1], (SMALL, Theme::Light, Language::Chinese), (STRIP, Theme::Dark, Language::English)];

fn with_sample(look: Look) -> App {
    App::open_document(look, &sample())
}

/// A page of the deal that the mock-ups show.
fn show(app: &mut App, page: DealCommand) {
    app.find("PI-2607");
    app.press_shortcut(page);
}

/// The whole window.
fn pictures(
    name: &str,
    looks: &[(Vec2, Theme, Language)],
    open: impl Fn(Look) -> App,
    arrange: impl Fn(&mut App),
) {
    part(name, looks, open, arrange, |_app| Rect::EVERYTHING);
}

/// The part of the window that is tested, so that no other change retakes the picture.
fn part(
    name: &str,
    looks: &[(Vec2, Theme, Language)],
    open: impl Fn(Look) -> App,
    arrange: impl Fn(&mut App),
    shown: impl Fn(&mut App) -> Rect,
) {
    if !are_compared() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (size, theme, language) in looks {
        let mut app = open(Look { size: *size, theme: *theme, language: *language });
        arrange(&mut app);
        hide_what_differs(&mut app);
        let theme = if *theme == Theme::Dark { "dark" } else { "light" };
        let language = if *language == Language::English { "en" } else { "zh" };
        let shown = shown(&mut app).intersect(Rect::from_min_size(Pos2::ZERO, *size));
        let picture = cropped(&app.harness().render().unwrap(), shown);
        results.add(try_image_snapshot(&picture, format!("{name}-{}-{theme}-{language}", size.x)));
    }
    results.unwrap();
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of the picture")]
fn cropped(picture: &RgbaImage, shown: Rect) -> RgbaImage {
    let [left, top, width, height] =
        [shown.min.x, shown.min.y, shown.width(), shown.height()].map(|length| length.round() as u32);
    image::imageops::crop_imm(picture, left, top, width, height).to_image()
}

/// Menus, sheets and questions: whatever floats above the page.
fn floating(app: &mut App) -> Rect {
    let floats = app.harness().ctx.memory(|memory| {
        let layers = memory.areas().visible_layer_ids();
        let areas = layers.iter().filter(|layer| layer.order != Order::Background);
        areas.filter_map(|layer| memory.area_rect(layer.id)).reduce(Rect::union)
    });
    floats.expect("something floats above the page").expand(8.0)
}

/// The whole width of the window around a text.
fn across(app: &mut App, text: &str) -> Rect {
    let place = app.place_of(text).expand(24.0);
    Rect::from_x_y_ranges(f32::NEG_INFINITY..=f32::INFINITY, place.y_range())
}

/// The pointer, a save that is still under way, and the path of a temporary folder.
fn hide_what_differs(app: &mut App) {
    app.try_to_save();
    app.harness().remove_cursor();
    app.harness().run();
    let folder = app.folder().display().to_string();
    let harness = app.harness();
    let shows_folder = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().any(|shown| shown.contains(&folder))
    };
    let places: Vec<Rect> =
        harness.root().children_recursive().filter(shows_folder).map(|node| node.rect()).collect();
    for place in places {
        // As wide for every name that a temporary folder may have.
        harness.mask(place.with_max_x(place.min.x + 480.0));
    }
}

/// Whether pictures are compared here; says why not.
pub fn are_compared() -> bool {
    if let Some(why) = &*SKIPPED {
        println!("SNAPSHOTS SKIPPED: {why}");
    }
    SKIPPED.is_none()
}

/// Why pictures are not compared here. Asked for once: looking for an adapter takes time.
static SKIPPED: LazyLock<Option<String>> = LazyLock::new(|| {
    let accepted = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let updating = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let why = if !has_adapter() {
        "no graphics adapter"
    } else if !accepted.is_dir() && !updating {
        "no pictures are accepted yet"
    } else {
        return None;
    };
    let required = std::env::var(DEMAND).is_ok_and(|value| value == "required");
    assert!(!required, "{DEMAND}=required, but there is {why}");
    // Past the test harness, which keeps what a passing test prints to itself.
    use std::io::Write as _;
    let _closed = writeln!(std::io::stderr(), "SNAPSHOTS SKIPPED: {why}");
    Some(why.to_owned())
});

fn has_adapter() -> bool {
    let setup = egui_kittest::wgpu::default_wgpu_setup();
    let instance = pollster::block_on(setup.new_instance());
    !pollster::block_on(instance.enumerate_adapters(eframe::wgpu::Backends::all())).is_empty()
}
