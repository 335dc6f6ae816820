//! Importing deals: a thread reads the file and plans the import; the frame only shows the result.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use chrono::NaiveDate;

use crate::app::Shell;
use crate::app::commands::new_id;
use crate::domain::document::Document;
use crate::domain::edit::Edit;
use crate::domain::history::UndoStep;
use crate::domain::import::preview::{ImportPreview, preview};
use crate::domain::import::problem::ImportProblem;
use crate::domain::import::reading::TableReading;
use crate::exchange::deals_in::table::{SheetCell, SheetTable, read_bytes};
use crate::exchange::deals_in::{reading, rows};
use crate::exchange::open::read_table;
use crate::store::Waker;
use crate::text::visible::in_one_line;
use crate::ui::action::{Pick, Place};
use crate::ui::frame::toast::Toast;
use crate::ui::screens::import::{ShownTable, State, TableFacts, Wish};

/// The import in progress.
pub(crate) struct Importer {
    requests: Sender<Request>,
    reports: Receiver<ImportReport>,
    /// Counts the requests: only the answer to the last one is shown.
    asked: u64,
    /// What the last request was about.
    document: Option<Document>,
    /// The page to return to.
    from: Place,
}

/// A request to plan the import into this document, with the table read this way.
struct Request {
    number: u64,
    reading: TableReading,
    document: Document,
    today: NaiveDate,
}

enum ImportReport {
    Read(Result<(TableFacts, TableReading), ImportProblem>),
    Planned { number: u64, preview: Arc<ImportPreview> },
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
            Ok(_running) => State::Reading { file },
            Err(error) => State::Refused { file, problem: ImportProblem::Unreadable(error.to_string()) },
        };
        self.import = Some(Importer { requests, reports, asked: 0, document: None, from });
        self.open_place(Place::Import);
    }

    /// Takes the thread's results, and asks again if the document has changed since.
    pub(crate) fn hear_from_import(&mut self) {
        let reports: Vec<ImportReport> =
            self.import.as_ref().map(|import| import.reports.try_iter().collect()).unwrap_or_default();
        for report in reports {
            self.heard_from_import(report);
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

    fn heard_from_import(&mut self, report: ImportReport) {
        let State::Reading { file } = &self.state.import else {
            if let (ImportReport::Planned { number, preview }, State::Shown(shown)) =
                (report, &mut self.state.import)
                && self.import.as_ref().is_some_and(|import| import.asked == number)
            {
                shown.preview = Some(preview);
                shown.stale = false;
            }
            return;
        };
        let file = file.clone();
        match report {
            ImportReport::Read(Ok((table, reading))) => {
                let first = reading.clone();
                let shown = ShownTable { file, table, reading, preview: None, stale: true };
                self.state.import = State::Shown(Box::new(shown));
                self.plan_import_as(first);
            }
            ImportReport::Read(Err(problem)) => self.state.import = State::Refused { file, problem },
            ImportReport::Planned { .. } => {}
        }
    }

    pub(crate) fn perform_import(&mut self, wish: Wish) {
        match wish {
            Wish::ChooseFile => self.ask_for_path(Pick::Import),
            Wish::ReadAs(reading) => self.plan_import_as(reading),
            Wish::Import => self.import_shown(),
            Wish::Close => self.cancel_import(),
            Wish::CopyText(text) => self.copy(&text),
        }
    }

    fn plan_import_as(&mut self, reading: TableReading) {
        let today = self.now.date;
        let Some(import) = &mut self.import else { return };
        import.asked = import.asked.saturating_add(1);
        let document = self.history.current().clone();
        import.document = Some(document.clone());
        let request = Request { number: import.asked, reading, document, today };
        if import.requests.send(request).is_err() {
            // The thread has ended, so no result will come.
            let file = String::new();
            let problem = ImportProblem::Unreadable("icebreak-import".to_owned());
            self.state.import = State::Refused { file, problem };
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
        let words = self.text();
        let plan = &preview.plan;
        let left_out = plan.skipped.len().saturating_add(preview.waiting);
        let line = (words.shell.import_done)(plan.read, plan.added, plan.updated, left_out);
        let first = plan.deals.first().map(|deal| deal.id.clone());
        let deals = Arc::unwrap_or_clone(preview).plan.deals;
        self.forget_import();
        self.commit(Edit::Import(deals), UndoStep::Own);
        self.state.place = Place::Deal;
        if self.state.selected.is_none() {
            self.select_first();
        }
        self.state.selected = self.state.selected.take().or(first);
        self.toast(Toast::new(line).with_undo());
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
}

/// Runs until the window drops its end of the channel.
fn work(source: &Path, requests: &Receiver<Request>, reports: &Sender<ImportReport>, waker: &Waker) {
    let table = read_bytes(source).and_then(|bytes| read_table(&bytes));
    let read = table.as_ref().map(|table| (facts(table), reading::guess(table))).map_err(Clone::clone);
    let _window_gone = reports.send(ImportReport::Read(read));
    waker();
    let Ok(table) = table else { return };
    while let Ok(mut request) = requests.recv() {
        // Only the latest answers count.
        while let Ok(newer) = requests.try_recv() {
            request = newer;
        }
        let Request { number, reading, document, today } = request;
        let read = reading::read(&table, &reading, today);
        let preview = Arc::new(preview(&document, read, &reading, new_id));
        let _window_gone = reports.send(ImportReport::Planned { number, preview });
        waker();
    }
}

fn facts(table: &SheetTable) -> TableFacts {
    let sample = |position: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(position));
        let first = cells.find(|cell| **cell != SheetCell::Empty);
        first.map(|cell| in_one_line(&rows::cell_text(cell), 60)).unwrap_or_default()
    };
    TableFacts {
        header: table.header.clone(),
        samples: (0..table.header.len()).map(sample).collect(),
        without_writer: reading::without_writer(table),
    }
}
