//! The rows of a plan: when, what, how much, and their status.

pub(crate) mod allocated;
pub(crate) mod by_hand;
pub(crate) mod in_place;
pub(crate) mod remarks;
use egui::{Align, Label, Layout, Rect, RichText, Sense, Ui, UiBuilder, pos2, vec2};
use rust_decimal::Decimal;

use self::by_hand::EditableCell;
use super::{PlanOutcome, PlanWish};
use crate::domain::deposit::{Hold, Plan, RowStatus, Status};
use crate::domain::money::Money;
use crate::text::window::deposit as words;
use crate::text::{Language, format};
use crate::ui::cx::Cx;
use crate::ui::widgets::{gap_beside, note};
use crate::ui::{icons, theme, tokens};

/// Narrower than this, a row has two lines instead of six columns.
const COLUMNS_FROM: f32 = 560.0;
const LINE: f32 = 32.0;
/// Width for `100.00%`.
const SHARE: f32 = 66.0;
/// Width for the lock at the end of a row.
const LOCK: f32 = 24.0;
/// Rows beyond this are only in the export.
const MOST_ROWS: usize = 240;

pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    outcome: &PlanOutcome,
    hand: &mut by_hand::State,
) -> Option<PlanWish> {
    let columns = ColumnEdges::of(ui.available_width(), cx.language());
    let is_whole = |row: &RowStatus| row.row.share.normalize().scale() == 0;
    let digits = if outcome.rows.iter().all(is_whole) { 0 } else { 2 };
    let mut table = PlanTable { cx, plan, outcome, columns, digits, hand, asked: None };
    table.forget_lost_date();
    if let Some(columns) = table.columns {
        table.header(ui, &columns);
    }
    for row in outcome.rows.iter().take(MOST_ROWS) {
        ui.push_id(row.row.n, |ui| table.row(ui, row));
    }
    let left = outcome.rows.len().saturating_sub(MOST_ROWS);
    if left > 0 {
        ui.add_space(tokens::S);
        ui.indent("left", |ui| note(ui, &(cx.text.deposit.more_rows)(left)));
        ui.add_space(tokens::S);
    }
    table.sum(ui);
    table.asked
}

/// Where the columns begin or end, from the left of the table.
#[derive(Clone, Copy)]
struct ColumnEdges {
    due: (f32, f32),
    what: (f32, f32),
    share: (f32, f32),
    amount: (f32, f32),
    paid: (f32, f32),
    status: (f32, f32),
}

impl ColumnEdges {
    /// None where there is no room for six.
    fn of(width: f32, language: Language) -> Option<Self> {
        // A Chinese date is longer, and what is due is shorter.
        let what = match language {
            Language::English => 0.265,
            Language::Chinese => 0.29,
        };
        let at = |share: f32| width * share;
        (width >= COLUMNS_FROM).then(|| Self {
            due: (tokens::M, at(what) - tokens::S),
            what: (at(what), at(0.565) - SHARE - tokens::XS),
            share: (at(0.565) - SHARE, at(0.565)),
            amount: (at(0.57), at(0.715)),
            paid: (at(0.72), at(0.825)),
            status: (at(0.83), width - tokens::S - LOCK),
        })
    }
}

struct PlanTable<'a> {
    cx: &'a Cx<'a>,
    plan: &'a Plan,
    outcome: &'a PlanOutcome,
    columns: Option<ColumnEdges>,
    /// The decimals of percentages: none where all are whole, else the same for all.
    digits: usize,
    hand: &'a mut by_hand::State,
    asked: Option<PlanWish>,
}

impl PlanTable<'_> {
    fn header(&self, ui: &mut Ui, columns: &ColumnEdges) {
        let words = &self.cx.text.deposit;
        let rect = self.line(ui, LINE);
        let amount = (words.amount)(self.outcome.schedule.total().currency().code());
        let small = |text: &str| self.small(text);
        left(ui, rect, columns.due, |ui| cut(ui, small(words.due)));
        for (column, title) in [
            (columns.share, words.share),
            (columns.amount, &amount),
            (columns.paid, words.paid),
            (columns.status, words.status),
        ] {
            right(ui, rect, column, |ui| cut(ui, small(title)));
        }
    }

    /// A row with its remarks, above the hairline that ends it.
    fn row(&mut self, ui: &mut Ui, status: &RowStatus) {
        match self.columns {
            Some(columns) => self.row_in_columns(ui, &columns, status),
            None => self.row_in_two_lines(ui, status),
        }
        let asked = remarks::show(ui, self.cx, self.outcome, status);
        self.asked = asked.or(self.asked.take());
        self.hairline(ui);
    }

    fn row_in_columns(&mut self, ui: &mut Ui, columns: &ColumnEdges, status: &RowStatus) {
        let rect = room(ui, LINE);
        let row = &status.row;
        self.due_cell(ui, rect, columns.due, status);
        left(ui, rect, columns.what, |ui| self.named(ui, status));
        self.open_cell(ui, rect, columns.share, status, EditableCell::Share);
        self.open_cell(ui, rect, columns.amount, status, EditableCell::Amount);
        right(ui, rect, columns.paid, |ui| cut(ui, self.plain(&paid(status.paid))));
        right(ui, rect, columns.status, |ui| self.status(ui, status));
        let lock = Rect::from_center_size(
            pos2(rect.right() - tokens::XS - LOCK / 2.0, rect.center().y),
            vec2(LOCK, LOCK),
        );
        let asked = in_place::lock(ui, self.cx, rect, lock, row.n, self.hold(row.n));
        self.asked = asked.or(self.asked.take());
    }

    fn row_in_two_lines(&mut self, ui: &mut Ui, status: &RowStatus) {
        let rect = room(ui, tokens::ROW);
        let (above, below) = halves(rect);
        let all = (tokens::M, rect.width() - tokens::M);
        let (date, amount) = ((all.0, rect.width() * 0.6), (rect.width() * 0.62, all.1));
        let row = &status.row;
        self.due_cell(ui, above, date, status);
        self.open_cell(ui, above, amount, status, EditableCell::Amount);
        left(ui, below, (all.0, rect.width() * 0.68), |ui| {
            self.named(ui, status);
            cut(ui, self.small(&self.share(row.share)));
        });
        right(ui, below, (amount.0, all.1 - LOCK), |ui| self.status(ui, status));
        let lock = Rect::from_center_size(
            pos2(rect.right() - tokens::XS - LOCK / 2.0, below.center().y),
            vec2(LOCK, LOCK),
        );
        let asked = in_place::lock(ui, self.cx, rect, lock, row.n, self.hold(row.n));
        self.asked = asked.or(self.asked.take());
    }

    fn hold(&self, row: u32) -> Option<Hold> {
        let place = usize::try_from(row).ok()?.checked_sub(1)?;
        self.outcome.holds.get(place).copied()
    }

    fn changeable(&self, row: u32) -> bool {
        matches!(self.hold(row), Some(Hold::Open | Hold::PartPaid))
    }

    /// Undo may remove the row whose date is being typed.
    fn forget_lost_date(&mut self) {
        if let Some(row) = self.hand.dating.as_ref().map(|dating| dating.row)
            && !self.changeable(row)
        {
            self.hand.dating = None;
        }
    }

    /// An amount or a share that becomes a field where it is clicked.
    fn open_cell(
        &mut self,
        ui: &mut Ui,
        line: Rect,
        column: (f32, f32),
        status: &RowStatus,
        cell: EditableCell,
    ) {
        let row = &status.row;
        let shown = match cell {
            EditableCell::Amount => format::amount(row.amount),
            EditableCell::Share => self.share(row.share),
        };
        let rect = within(line, column);
        if self.hand.is_open(row.n, cell) {
            // Keeps the text aligned with that of the other rows.
            let field = rect.expand2(vec2(0.0, -tokens::XXS)).with_max_x(rect.right() + tokens::XS);
            let asked = self.hand.field(ui, self.cx, field, row.amount.currency());
            self.asked = asked.or(self.asked.take());
            return;
        }
        let name = match cell {
            EditableCell::Amount => (self.cx.text.plan_rows.change_amount)(row.n),
            EditableCell::Share => (self.cx.text.plan_rows.change_share)(row.n),
        };
        let clicked = self.changeable(row.n) && in_place::button(ui, self.cx, rect, &name).clicked();
        right(ui, line, column, |ui| cut(ui, self.plain(&shown)));
        if clicked {
            self.hand.open(row.n, cell, shown);
        }
    }

    fn due_cell(&mut self, ui: &mut Ui, line: Rect, column: (f32, f32), status: &RowStatus) {
        if self.changeable(status.row.n) {
            let (rect, dating) = (within(line, column), &mut self.hand.dating);
            let asked = in_place::due(ui, self.cx, self.plan, rect, &status.row, dating);
            self.asked = asked.or(self.asked.take());
        }
        left(ui, line, column, |ui| self.due(ui, status));
    }

    /// The row's name, and its previous amount where it took up a difference.
    fn named(&self, ui: &mut Ui, status: &RowStatus) {
        let what = self.what(status);
        let what = if self.columns.is_some() { self.plain(&what) } else { self.small(&what) };
        cut(ui, what);
        if let Some(before) = self.hand.was(self.plan, status.row.n) {
            cut(ui, by_hand::was(self.cx, before));
        }
    }

    fn share(&self, share: Decimal) -> String {
        format!("{share:.digits$}%", digits = self.digits)
    }

    fn sum(&self, ui: &mut Ui) {
        let words = &self.cx.text.deposit;
        let total = self.outcome.schedule.total();
        let bold = |text: &str| self.plain(text).family(theme::bold());
        let rect = self.line(ui, LINE);
        let Some(columns) = &self.columns else {
            let all = (tokens::M, rect.width() - tokens::M);
            left(ui, rect, all, |ui| cut(ui, bold(words.sum)));
            return right(ui, rect, all, |ui| cut(ui, bold(&format::money_with_code(total))));
        };
        left(ui, rect, columns.what, |ui| cut(ui, bold(words.sum)));
        right(ui, rect, columns.share, |ui| cut(ui, self.plain(&self.share(Decimal::ONE_HUNDRED))));
        right(ui, rect, columns.amount, |ui| cut(ui, bold(&format::amount(total))));
        right(ui, rect, columns.paid, |ui| cut(ui, self.plain(&paid(self.outcome.paid))));
    }

    fn due(&self, ui: &mut Ui, status: &RowStatus) {
        let row = &status.row;
        let language = self.cx.language();
        cut(ui, self.plain(&words::due(row, language)));
        if let Some(from) = row.moved_from {
            let shutdowns = &self.cx.document.settings.shutdowns;
            let skipped = self.plan.terms.skipped(row, self.cx.calendars, shutdowns);
            self.info(ui, &words::moved(from, &skipped, language));
        }
    }

    fn status(&self, ui: &mut Ui, status: &RowStatus) {
        let palette = self.cx.palette;
        let standing = self.outcome.standing.as_ref();
        if standing.is_some_and(|standing| standing.rows_in_transit.contains(&status.row.n)) {
            return cut(ui, RichText::new(self.cx.text.deposit.in_transit).color(palette.warm.ink));
        }
        let ink = match status.status {
            Status::Paid => palette.cooling.ink,
            Status::Overdue => palette.danger.ink,
            Status::Due | Status::PartPaid => palette.warm.ink,
            Status::Upcoming => palette.text,
        };
        let open = status.status == Status::Upcoming && status.row.due.is_none();
        let (said, ink) = if open {
            (self.cx.text.plan_rows.no_date, palette.weak_text)
        } else {
            ((self.cx.text.deposit.status_name)(status.status), ink)
        };
        cut(ui, RichText::new(said).color(ink));
        if let Some(short) = status.short {
            let short = format::money(short, self.cx.language());
            self.info(ui, &(self.cx.text.deposit.short)(&short));
        }
    }

    /// An info icon with a tooltip.
    fn info(&self, ui: &mut Ui, more: &str) {
        let icon = RichText::new(icons::INFO).color(self.cx.palette.weak_text);
        let shown = ui.add(Label::new(icon).sense(Sense::hover()));
        shown.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, more));
        shown.on_hover_text(more);
    }

    fn what(&self, status: &RowStatus) -> String {
        self.outcome.name(status.row.n, self.cx.language())
    }

    fn plain(&self, text: &str) -> RichText {
        RichText::new(text).color(self.cx.palette.text)
    }

    fn small(&self, text: &str) -> RichText {
        RichText::new(text).size(tokens::SMALL).color(self.cx.palette.weak_text)
    }

    /// The area of one line, with a hairline below.
    fn line(&self, ui: &mut Ui, height: f32) -> Rect {
        let rect = room(ui, height);
        self.hairline(ui);
        rect
    }

    /// Below everything drawn so far.
    fn hairline(&self, ui: &Ui) {
        let hairline = egui::Stroke::new(tokens::LINE, self.cx.palette.hairline);
        ui.painter().hline(ui.max_rect().x_range(), ui.min_rect().bottom(), hairline);
    }
}

fn room(ui: &mut Ui, height: f32) -> Rect {
    ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover()).0
}

fn paid(paid: Money) -> String {
    if paid.is_positive() { format::amount(paid) } else { "–".to_owned() }
}

fn cut(ui: &mut Ui, text: RichText) {
    ui.add(Label::new(text).truncate().selectable(false));
}

fn left(ui: &mut Ui, line: Rect, column: (f32, f32), add: impl FnOnce(&mut Ui)) {
    inside(ui, line, column, Layout::left_to_right(Align::Center), add);
}

fn right(ui: &mut Ui, line: Rect, column: (f32, f32), add: impl FnOnce(&mut Ui)) {
    inside(ui, line, column, Layout::right_to_left(Align::Center), add);
}

fn within(line: Rect, (from, to): (f32, f32)) -> Rect {
    Rect::from_min_max(pos2(line.left() + from, line.top()), pos2(line.left() + to, line.bottom()))
}

fn inside(ui: &mut Ui, line: Rect, column: (f32, f32), layout: Layout, add: impl FnOnce(&mut Ui)) {
    let rect = within(line, column);
    let mut cell = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    gap_beside(&mut cell, tokens::XS);
    add(&mut cell);
}

fn halves(line: Rect) -> (Rect, Rect) {
    let above = line.with_max_y(line.center().y + tokens::XS);
    let below = line.with_min_y(line.center().y - tokens::XS);
    (above, below)
}
