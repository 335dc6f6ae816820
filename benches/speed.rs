//! How long the work takes that people wait for, at 100,000 deals: `cargo bench`.
//!
//! The frames are whole frames of the window: shortcuts, layout and tessellation, without a graphics card.
//! What counts there is the ratio printed at the end: a list of 100,000 deals may cost 1.5 times one of 100.
#![allow(clippy::expect_used, clippy::panic, reason = "what cannot be set up cannot be measured")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use divan::Bencher;
use icebreak::app::{Answered, Clipboard, DialogQuestion, FileDialogs, Keeper, Services, Shell};
use icebreak::assets;
use icebreak::assets::countries;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::deposit::{DepositShare, DepositTerms, Terms, TermsRows};
use icebreak::domain::diagnosis::{Case, Experience, Given, Inference, Learned};
use icebreak::domain::document::Document;
use icebreak::domain::import::plan_import;
use icebreak::domain::message::Preparation;
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::search::SearchIndex;
use icebreak::exchange::papers::picture::Picture;
use icebreak::exchange::read_deals;
use icebreak::store::{Session, Trust};
use icebreak::text::Language;
use icebreak::text::buyer::drafts::prepare;
use icebreak::text::buyer::proofread::{ProofreadAs, proofread};
use icebreak::text::office::Now;
use icebreak::ui::theme;
use tempfile::TempDir;

const FEW: usize = 100;
const MANY: usize = 100_000;
const ALLOWED: f64 = 1.5;
/// Saturday 21 November 2026, 09:12 in China.
const MORNING: i64 = 1_795_223_520;
const CHINA: i32 = 8 * 3_600;

fn main() {
    divan::main();
    // Under `cargo test` nothing is measured.
    if std::env::args().any(|argument| argument == "--bench") {
        compare_frames();
    }
}

fn now() -> Now {
    Now::at(MORNING, CHINA)
}

fn today() -> NaiveDate {
    now().date
}

/// The sample's deals over and over, each with a name and a number of its own.
fn document(count: usize) -> Document {
    let sample = assets::sample(today());
    let deals: Vec<&Arc<Deal>> = sample.deals.values().collect();
    let numbered = deals.iter().cycle().take(count).enumerate().map(|(number, deal)| {
        let mut deal = Deal::clone(deal);
        deal.id = DealId::new(format!("deal-{number:06}"));
        deal.buyer.company = format!("{} {number}", deal.buyer.company);
        deal.agreed.pi = format!("PI-{number:06}");
        (deal.id.clone(), Arc::new(deal))
    });
    let deals = numbered.collect();
    Document { deals, ..sample.clone() }
}

static LARGE: LazyLock<Document> = LazyLock::new(|| document(MANY));

/// Files that are written once, before anything is measured.
struct Files {
    folder: TempDir,
    document: PathBuf,
    table: PathBuf,
}

static FILES: LazyLock<Files> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let document = folder.path().join("large.json");
    write(&document, &LARGE);
    let table = folder.path().join("large.csv");
    let mut rows = String::from("Company,Country,Product,Currency,Amount,PI No.,Stage,Last_outbound\n");
    for number in 0..MANY {
        rows.push_str(&format!(
            "Buyer {number},DE,LED panels,EUR,\"30,000.00\",PI-{number},terms,2026-11-09\n"
        ));
    }
    std::fs::write(&table, rows).expect("a table");
    Files { folder, document, table }
});

fn write(path: &Path, document: &Document) {
    let opened = Session::open(path, Trust::Checksum).expect("a new document");
    let icebreak::store::FileAccess::Writable(mut session) = opened.access else { panic!("it is locked") };
    session.save(document).expect("a saved document");
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn import_100_000_rows(bencher: Bencher) {
    let table = &FILES.table;
    bencher.bench(|| {
        let read = read_deals(table).expect("a table of deals");
        let mut number = 0_u32;
        let new_id = || {
            number += 1;
            DealId::new(format!("new-{number}"))
        };
        plan_import(&Document::default(), read.rows, new_id)
    });
}

/// May take 1.2 times as long as without warnings.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn import_100_000_rows_with_warnings(bencher: Bencher) {
    let table = FILES.folder.path().join("warned.csv");
    let mut rows = String::from("Company,Country,Product,Currency,Amount,PI No.,Stage,Last_outbound\n");
    for number in 0..MANY {
        let country = if number % 10 == 0 { "Atlantis" } else { "DE" };
        rows.push_str(&format!(
            "Buyer {number},{country},LED panels,EUR,\"30,000.00\",PI-{number},terms,2026-11-09\n"
        ));
    }
    std::fs::write(&table, rows).expect("a table");
    bencher.bench(|| {
        let read = read_deals(&table).expect("a table of deals");
        assert_eq!(read.warned.len(), MANY / 10);
        let mut number = 0_u32;
        let new_id = || {
            number += 1;
            DealId::new(format!("new-{number}"))
        };
        plan_import(&Document::default(), read.rows, new_id)
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn open_100_000_deals(bencher: Bencher) {
    let path = &FILES.document;
    bencher.bench(|| icebreak::store::read(path, Trust::Checksum).expect("a document"));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn save_100_000_deals(bencher: Bencher) {
    let path = FILES.folder.path().join("saved.json");
    write(&path, &LARGE);
    let opened = Session::open(&path, Trust::Checksum).expect("a document");
    let icebreak::store::FileAccess::Writable(mut session) = opened.access else { panic!("it is locked") };
    let mut document = LARGE.clone();
    let mut edits = 0_u32;
    bencher.bench_local(|| {
        // One deal differs each time, as after an edit.
        edits += 1;
        let id = document.deals.keys().next().cloned().expect("a deal");
        if let Some(deal) = document.deals.get_mut(&id) {
            Arc::make_mut(deal).notes = format!("edit {edits}");
        }
        session.save(&document).expect("a saved document")
    });
}

#[divan::bench(args = [FEW, MANY], sample_count = 30, sample_size = 1)]
fn one_frame_of_the_list(bencher: Bencher, deals: usize) {
    let mut window = Window::open(deals);
    bencher.bench_local(|| window.frame());
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn one_search_keystroke(bencher: Bencher) {
    static INDEX: LazyLock<SearchIndex> =
        LazyLock::new(|| SearchIndex::new(&LARGE, &countries::search_words));
    let index = &*INDEX;
    bencher.bench(|| index.search_ids("mull"));
}

#[divan::bench]
fn posterior_and_gains(bencher: Bencher) {
    let model = assets::diagnosis_model();
    let given: Vec<Given> = model
        .questions()
        .iter()
        .take(3)
        .filter_map(|question| Some(Given::new(&*question.id, &*question.answers().first()?.id)))
        .collect();
    bencher.bench(|| {
        let inference = Inference::new(model, &given).expect("known answers");
        inference.questions().len()
    });
}

/// About 200 words, held against their deal.
#[divan::bench]
fn proofread_one_text(bencher: Bencher) {
    let document = assets::sample(today());
    let deal = document.deal(&DealId::new("sample-mueller")).expect("a deal of the sample");
    let text = PROOFREAD.repeat(3);
    bencher.bench(|| proofread(&text, deal, &document, today(), ProofreadAs::default()).findings.len());
}

const PROOFREAD: &str = "Dear Ms Schmidt,\n\nThe panels take 25 days to make, our factory stops for 13 days, and the port \
    wants the goods a week before the vessel goes. To keep 22 January 2027, the deposit of EUR 9,000.00 has to reach us by \
    Tuesday, 8 December 2026; the other EUR 21,000.00 follow by T/T. The order stays at 500 panels for EUR 60.00 each, \
    FOB Ningbo. Would you tell me when the committee decides about PI-2607?\n\n";

#[divan::bench]
fn one_plan(bencher: Bencher) {
    let currency = Currency::from_code("EUR").expect("a currency");
    let total = Money::from_minor(3_000_000, currency);
    let mut terms = DepositTerms::new(DepositShare::read("30%", currency).expect("a share"));
    terms.parts = std::num::NonZeroU32::new(3).expect("three");
    let terms = Terms::new(total, today(), TermsRows::Deposit(terms));
    bencher.bench(|| terms.schedule().expect("a plan"));
}

#[divan::bench]
fn one_draft(bencher: Bencher) {
    let sample = assets::sample(today());
    let deal =
        sample.deals.values().find(|deal| deal.agreed.pi == "PI-2607").expect("the deal of the mock-ups");
    let learned = Learned::new(assets::diagnosis_model(), &Experience::of(&sample.deals));
    bencher.bench(|| {
        let case = Case::new(&learned, deal, today());
        let preparation = Preparation::new(&case, deal, &sample, countries::calendars());
        prepare(&preparation, Language::English).expect("a draft")
    });
}

struct NoClipboard;

impl Clipboard for NoClipboard {
    fn put(&mut self, _text: &str) -> bool {
        true
    }

    fn put_rich(&mut self, _text: &str, _html: &str) -> bool {
        true
    }

    fn put_picture(&mut self, _picture: &Picture) -> bool {
        true
    }
}

struct NoDialogs;

impl FileDialogs for NoDialogs {
    fn ask(&self, _question: DialogQuestion, _answered: Answered) {}
}

/// The window without a screen.
struct Window {
    ctx: egui::Context,
    shell: Shell,
    _folder: TempDir,
}

impl Window {
    fn open(deals: usize) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("deals.json");
        write(&path, &if deals == MANY { LARGE.clone() } else { document(deals) });
        let mut keeper = Keeper::new(None, Language::English, Arc::new(|| {}));
        let document = keeper.open(&path);
        let services = Services {
            clock: Box::new(now),
            clipboard: Box::new(NoClipboard),
            dialogs: Box::new(NoDialogs),
            home: None,
            documents: None,
            reports: None,
            show_folder: Box::new(|_folder| false),
            show_file: Box::new(|_file| false),
            open_link: Box::new(|_link| false),
        };
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let mut window = Self { ctx, shell: Shell::new(document, keeper, services), _folder: folder };
        // Fonts, row order and the draft are worked out once; the index of many deals on a thread.
        for _ in 0..5 {
            window.frame();
        }
        window
    }

    /// One frame, down to triangles.
    fn frame(&mut self) -> usize {
        let size = egui::vec2(1_280.0, 800.0);
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, size)),
            ..egui::RawInput::default()
        };
        let shell = &mut self.shell;
        let mut output = self.ctx.run_ui(input, |ui| shell.ui(ui));
        output.textures_delta.clear();
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

/// The median of frames taken in turn, so that both lists meet the same machine.
fn compare_frames() {
    const ROUNDS: usize = 100;
    let mut windows = [Window::open(FEW), Window::open(MANY)];
    let mut times = [Vec::with_capacity(ROUNDS), Vec::with_capacity(ROUNDS)];
    // The first index is built beside the window; it should not compete with what is measured.
    std::thread::sleep(Duration::from_secs(5));
    for _ in 0..ROUNDS {
        for (window, times) in windows.iter_mut().zip(&mut times) {
            let start = Instant::now();
            divan::black_box(window.frame());
            times.push(start.elapsed());
        }
    }
    let [few, many] = times.map(median);
    let ratio = many.as_secs_f64() / few.as_secs_f64();
    let verdict = if ratio <= ALLOWED { "within" } else { "OVER" };
    println!(
        "\none frame: {few:?} at {FEW} deals, {many:?} at {MANY}; ratio {ratio:.2}, {verdict} {ALLOWED}"
    );
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
