//! Importing deals: a thread reads the file and plans the import; the frame only shows the result.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use chrono::NaiveDate;

use crate::app::Shell;
use crate::app::commands::new_id;
use crate::domain::document::Document;
use crate::domain::edit::Edit;
use crate::domain::files::source::{EncodingSample, SourceChoice};
use crate::domain::history::UndoStep;
use crate::domain::import::preview::{ImportPreview, preview};
use crate::domain::import::problem::{ImportProblem, SkippedRow};
use crate::domain::import::reading::{TableReading, Use};
use crate::domain::list_answers::{ListAnswers, answers_for};
use crate::exchange::deals_in::csv_encoding;
use crate::exchange::deals_in::table::{SheetCell, SheetTable, read_bytes};
use crate::exchange::deals_in::unknown::{list_header, unknown_columns};
use crate::exchange::deals_in::{reading, rows};
use crate::exchange::deals_out::left_out_xlsx::{LeftOutRows, left_out_xlsx};
use crate::exchange::files::filename;
use crate::exchange::open::read_book;
use crate::store::Waker;
use crate::text::visible::in_one_line;
use crate::ui::action::{Pick, Place, ReadyFile};
use crate::ui::frame::notice::Notice;
use crate::ui::frame::toast::Toast;
use crate::ui::screens::import::{ShownTable, State, TableFacts, Wish};

/// The import in progress.
pub(crate) struct Importer {
    file: String,
    requests: Sender<Request>,
    reports: Receiver<ImportReport>,
    /// Where in the file the list is looked for.
    choice: SourceChoice,
    table: Option<Arc<SheetTable>>,
    /// Counts the requests: only the answer to the last one is shown.
    asked: u64,
    /// What the last request was about.
    document: Option<Document>,
    /// The page to return to.
    from: Place,
}

enum Request {
    /// Read the file, from where a person said.
    Read(SourceChoice),
    /// Plan the import into this document, with the table read this way.
    Preview { number: u64, reading: TableReading, document: Document, today: NaiveDate },
}

enum ImportReport {
    Read { read: Result<Arc<SheetTable>, ImportProblem>, readings: Vec<EncodingSample> },
    Planned { number: u64, preview: Arc<ImportPreview> },
}

/// What the latest import left out, and the name of its list.
pub(crate) struct LeftOut {
    list: String,
    rows: LeftOutRows,
}

impl Shell {
    pub(crate) fn start_import(&mut self, path: &Path) {
        let (requests, from_window) = channel();
        let (to_window, reports) = channel();
        let (source, waker) = (path.to_owned(), Arc::clone(self.keeper.waker()));
        let thread = std::thread::Builder::new().name("icebreak-import".to_owned());
        let file = path.file_name().unwrap_or(path.as_os_str()).display().to_string();
        let from = match self.import.take() {
            Some(earlier) => earlier.from,
            None => self.state.place,
        };
        let started = thread.spawn(move || work(&source, &from_window, &to_window, &waker));
        self.state.import = match started {
            Ok(_running) => State::Reading { file: file.clone() },
            Err(error) => refused(&file, ImportProblem::Unreadable(error.to_string())),
        };
        let choice = SourceChoice::default();
        let (table, asked, document) = (None, 0, None);
        let import =
            Importer { file, requests, reports, choice: choice.clone(), table, asked, document, from };
        self.import = Some(import);
        self.read_list(choice);
        self.open_place(Place::Import);
    }

    /// Reads the file from elsewhere in it; what is shown is of an earlier reading until then.
    fn read_list(&mut self, choice: SourceChoice) {
        let Some(import) = &mut self.import else { return };
        import.choice = choice.clone();
        match &mut self.state.import {
            State::Shown(shown) => shown.stale = true,
            State::Refused { file, .. } => self.state.import = State::Reading { file: std::mem::take(file) },
            State::Nothing | State::Reading { .. } => {}
        }
        self.ask_thread(|_number| Request::Read(choice));
    }

    /// Takes the thread's results, and asks again if the document has changed since.
    pub(crate) fn hear_from_import(&mut self) {
        let reports: Vec<ImportReport> =
            self.import.as_ref().map(|import| import.reports.try_iter().collect()).unwrap_or_default();
        for report in reports {
            match report {
                ImportReport::Read { read: Ok(table), readings } => self.show_list(table, readings),
                ImportReport::Read { read: Err(problem), readings } => self.refuse_list(problem, readings),
                ImportReport::Planned { number, preview } => self.show_planned(number, preview),
            }
        }
        let Some(import) = &self.import else { return };
        let outdated = !import.is_about(self.history.current());
        if let State::Shown(shown) = &mut self.state.import
            && outdated
        {
            shown.stale = true;
            let reading = shown.reading.clone();
            self.plan_import_as(reading);
        }
    }

    /// Shows the table, read as it was the last time, or as its header suggests.
    fn show_list(&mut self, table: Arc<SheetTable>, readings: Vec<EncodingSample>) {
        let Some(import) = &mut self.import else { return };
        let mut facts = facts(&table, readings);
        let mut reading = reading::guess(&table);
        let known = &self.history.current().settings.lists;
        if let Some(answers) = answers_for(known, &list_header(&table.header)) {
            reading = reading.recalled(answers);
            facts.unknown.clear();
            facts.without_writer.retain(|place| reading.columns.get(*place) == Some(&Use::WhoWrote));
        }
        let (file, choice) = (import.file.clone(), import.choice.clone());
        import.table = Some(table);
        let suggested = reading.clone();
        let shown = ShownTable { file, choice, table: facts, suggested, reading, preview: None, stale: true };
        let reading = shown.reading.clone();
        self.state.import = State::Shown(Box::new(shown));
        self.plan_import_as(reading);
    }

    fn refuse_list(&mut self, problem: ImportProblem, readings: Vec<EncodingSample>) {
        let Some(import) = &self.import else { return };
        let (file, choice) = (import.file.clone(), import.choice.clone());
        self.state.import = State::Refused { file, problem, choice, readings };
    }

    fn show_planned(&mut self, number: u64, preview: Arc<ImportPreview>) {
        if let State::Shown(shown) = &mut self.state.import
            && self.import.as_ref().is_some_and(|import| import.asked == number)
        {
            shown.preview = Some(preview);
            shown.stale = false;
        }
    }

    pub(crate) fn perform_import(&mut self, wish: Wish) {
        match wish {
            Wish::ChooseFile => self.ask_for_path(Pick::Import),
            Wish::ReadFrom(choice) => self.read_list(choice),
            Wish::ReadAs(reading) => self.plan_import_as(reading),
            Wish::Import => self.import_shown(),
            Wish::Close => self.cancel_import(),
            Wish::CopyText(text) => self.copy(&text),
            Wish::SaveSkipped => self.save_skipped(),
            Wish::SaveLeftOut => self.save_left_out(),
        }
    }

    fn plan_import_as(&mut self, reading: TableReading) {
        let document = self.history.current().clone();
        let today = self.now.date;
        if let Some(import) = &mut self.import {
            import.document = Some(document.clone());
        }
        self.ask_thread(|number| Request::Preview { number, reading, document, today });
    }

    fn ask_thread(&mut self, request: impl FnOnce(u64) -> Request) {
        let Some(import) = &mut self.import else { return };
        import.asked = import.asked.saturating_add(1);
        if import.requests.send(request(import.asked)).is_err() {
            // The thread has ended, so no result will come.
            self.state.import =
                refused(&import.file, ImportProblem::Unreadable("icebreak-import".to_owned()));
        }
    }

    /// Imports exactly what the preview showed, as one undo step.
    fn import_shown(&mut self) {
        if !self.may_change() {
            return;
        }
        let current = self.import.as_ref().is_some_and(|import| import.is_about(self.history.current()));
        let State::Shown(shown) = &mut self.state.import else { return };
        let Some(preview) = shown.preview.take().filter(|_| current && !shown.stale) else { return };
        let answers = answers(shown).map(Box::new);
        let file = shown.file.clone();
        let words = self.text();
        let plan = &preview.plan;
        let rows = self.import.as_ref().and_then(|import| import.left_out(&preview));
        let left_out = plan.skipped.len().saturating_add(preview.waiting.len());
        let line = (words.shell.import_done)(plan.read, plan.added, plan.updated, left_out);
        let first = plan.deals.first().map(|deal| deal.id.clone());
        let deals = Arc::unwrap_or_clone(preview).plan.deals;
        self.forget_import();
        self.forget_left_out();
        if left_out > 0 {
            self.left_out = rows;
            self.state.notices.push(Notice::LeftOut { file, rows: left_out });
        }
        self.commit(Edit::Import { deals, answers }, UndoStep::Own);
        self.state.place = Place::Deal;
        if self.state.selected.is_none() {
            self.select_first();
        }
        self.state.selected = self.state.selected.take().or(first);
        self.toast(Toast::new(line).with_undo());
    }

    /// Writes the rows that the preview leaves out, with their reasons.
    fn save_skipped(&mut self) {
        if let State::Shown(shown) = &self.state.import
            && let (Some(import), Some(preview)) = (&self.import, &shown.preview)
            && let Some(skipped) = import.left_out(preview)
        {
            self.save_rows(&skipped, false);
        }
    }

    /// Writes the rows that the latest import left out, with their reasons.
    fn save_left_out(&mut self) {
        if let Some(left_out) = self.left_out.take() {
            self.save_rows(&left_out, true);
            self.left_out = Some(left_out);
        }
    }

    fn save_rows(&mut self, LeftOut { list, rows }: &LeftOut, left_out: bool) {
        let name = filename::file_name(&(self.text().preview.left_out_file)(list), "xlsx");
        match left_out_xlsx(rows, self.text()) {
            Ok(bytes) => {
                let file = ReadyFile { left_out, ..ReadyFile::new(name, bytes) };
                self.ask_for_path(Pick::Write(file));
            }
            Err(problem) => self.toast(Toast::new((self.text().problems.table)(&problem, &name))),
        }
    }

    /// What the latest import left out is saved, or is no longer of use.
    pub(crate) fn forget_left_out(&mut self) {
        self.left_out = None;
        self.state.notices.retain(|notice| match notice {
            Notice::LeftOut { .. } => false,
            Notice::Crash { .. } | Notice::Forgotten(_) => true,
        });
    }

    pub(crate) fn cancel_import(&mut self) {
        let from = self.import.as_ref().map_or(Place::Deal, |import| import.from);
        self.forget_import();
        self.open_place(if from == Place::Import { Place::Deal } else { from });
    }

    fn forget_import(&mut self) {
        self.import = None;
        self.state.import = State::Nothing;
    }

    /// Returns to a preview that was left to look at a deal.
    pub(crate) fn go_back_to_import(&mut self) -> bool {
        let waits = self.state.place != Place::Import && matches!(self.state.import, State::Shown(_));
        if waits {
            self.open_place(Place::Import);
        }
        waits
    }
}

impl Importer {
    fn is_about(&self, document: &Document) -> bool {
        self.document.as_ref().is_some_and(|known| known.deals.ptr_eq(&document.deals))
    }

    /// The rows that stay out, in the order of the sheet.
    fn left_out(&self, preview: &ImportPreview) -> Option<LeftOut> {
        let table = self.table.as_ref()?;
        let mut skipped: Vec<SkippedRow> =
            preview.plan.skipped.iter().chain(&preview.waiting).cloned().collect();
        skipped.sort_by_key(|skipped| skipped.row);
        let list = Path::new(&self.file).file_stem().map(|stem| stem.display().to_string());
        Some(LeftOut { list: list.unwrap_or_default(), rows: LeftOutRows::of(table, &skipped) })
    }
}

/// What is worth remembering about the list: an answer, or what was shown to be asked and was left as it is.
fn answers(shown: &ShownTable) -> Option<ListAnswers> {
    let ShownTable { table, suggested, reading, .. } = shown;
    let answered = !(table.unknown.is_empty() && reading.stages.is_empty());
    let changed = reading.columns != suggested.columns;
    (answered || changed).then(|| reading.answers(list_header(&table.header)))
}

fn refused(file: &str, problem: ImportProblem) -> State {
    State::Refused { file: file.to_owned(), problem, choice: SourceChoice::default(), readings: Vec::new() }
}

/// Runs until the window drops its end of the channel.
fn work(source: &Path, requests: &Receiver<Request>, reports: &Sender<ImportReport>, waker: &Waker) {
    let mut table = None;
    while let Ok(mut request) = requests.recv() {
        // Only the latest answers count, and those about an older table not at all.
        while let Ok(newer) = requests.try_recv() {
            if matches!((&request, &newer), (Request::Preview { .. }, _) | (_, Request::Read(_))) {
                request = newer;
            }
        }
        let report = match request {
            Request::Read(choice) => {
                let (read, readings) = match read_bytes(source) {
                    Ok(bytes) => (read_book(&bytes, &choice).map(Arc::new), csv_encoding::samples(&bytes)),
                    Err(problem) => (Err(problem), Vec::new()),
                };
                table = read.as_ref().ok().map(Arc::clone);
                ImportReport::Read { read, readings }
            }
            Request::Preview { number, reading, document, today } => {
                let Some(table) = &table else { continue };
                let read = reading::read(table, &reading, today);
                let preview = Arc::new(preview(&document, read, &reading, new_id));
                ImportReport::Planned { number, preview }
            }
        };
        let _window_gone = reports.send(report);
        waker();
    }
}

fn facts(table: &SheetTable, readings: Vec<EncodingSample>) -> TableFacts {
    let sample = |position: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(position));
        let first = cells.find(|cell| **cell != SheetCell::Empty);
        first.map(|cell| in_one_line(&rows::cell_text(cell), 60)).unwrap_or_default()
    };
    TableFacts {
        source: table.source.clone(),
        readings,
        header: table.header.clone(),
        samples: (0..table.header.len()).map(sample).collect(),
        without_writer: reading::without_writer(table),
        unknown: unknown_columns(table),
    }
}
