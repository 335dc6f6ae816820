//! The rows of a plan: when, what, how much, and how it stands.

use egui::{Align, Label, Layout, Rect, RichText, Sense, Ui, UiBuilder, pos2, vec2};

use super::Outcome;
use crate::domain::deposit::{Plan, RowStatus, Status};
use crate::domain::money::Money;
use crate::text::{Language, deposit as words, format};
use crate::ui::action::Cx;
use crate::ui::widgets::note;
use crate::ui::{icons, theme, tokens};

/// Below this a row has two lines instead of six columns.
const COLUMNS_FROM: f32 = 560.0;
const LINE: f32 = 36.0;
/// More rows than anybody reads are in the export only.
const MOST_ROWS: usize = 240;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, outcome: &Outcome) {
    let table = Table { cx, plan, outcome, columns: Columns::of(ui.available_width(), cx.language()) };
    if let Some(columns) = &table.columns {
        table.header(ui, columns);
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
}

/// Where the columns begin or end, from the left of the table.
struct Columns {
    due: (f32, f32),
    what: (f32, f32),
    share: (f32, f32),
    amount: (f32, f32),
    paid: (f32, f32),
    status: (f32, f32),
}

impl Columns {
    /// None where there is no room for six.
    fn of(width: f32, language: Language) -> Option<Self> {
        // A Chinese date is longer, and what is due is shorter.
        let what = match language {
            Language::English => 0.24,
            Language::Chinese => 0.29,
        };
        let at = |share: f32| width * share;
        (width >= COLUMNS_FROM).then(|| Self {
            due: (tokens::M, at(what) - tokens::S),
            what: (at(what), at(0.46)),
            share: (at(0.44), at(0.545)),
            amount: (at(0.55), at(0.71)),
            paid: (at(0.715), at(0.84)),
            status: (at(0.845), width - tokens::M),
        })
    }
}

struct Table<'a> {
    cx: &'a Cx<'a>,
    plan: &'a Plan,
    outcome: &'a Outcome,
    columns: Option<Columns>,
}

impl Table<'_> {
    fn header(&self, ui: &mut Ui, columns: &Columns) {
        let words = &self.cx.text.deposit;
        let rect = self.line(ui, LINE);
        let amount = (words.amount)(self.outcome.schedule.total().currency().code());
        let small = |text: &str| RichText::new(text).size(tokens::SMALL).color(self.cx.palette.weak_text);
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

    fn row(&self, ui: &mut Ui, status: &RowStatus) {
        let Some(columns) = &self.columns else { return self.row_in_two_lines(ui, status) };
        let rect = self.line(ui, LINE);
        let row = &status.row;
        left(ui, rect, columns.due, |ui| self.due(ui, status));
        left(ui, rect, columns.what, |ui| cut(ui, self.plain(&self.what(status))));
        right(ui, rect, columns.share, |ui| cut(ui, self.plain(&share(row.share))));
        right(ui, rect, columns.amount, |ui| cut(ui, self.plain(&format::amount(row.amount))));
        right(ui, rect, columns.paid, |ui| cut(ui, self.plain(&paid(status.paid))));
        right(ui, rect, columns.status, |ui| self.status(ui, status));
    }

    fn row_in_two_lines(&self, ui: &mut Ui, status: &RowStatus) {
        let rect = self.line(ui, tokens::ROW);
        let (above, below) = halves(rect);
        let all = (tokens::M, rect.width() - tokens::M);
        let weak = |text: String| RichText::new(text).size(tokens::SMALL).color(self.cx.palette.weak_text);
        let row = &status.row;
        left(ui, above, all, |ui| self.due(ui, status));
        right(ui, above, all, |ui| cut(ui, self.plain(&format::amount(row.amount))));
        left(ui, below, all, |ui| {
            cut(ui, weak(format!("{} · {}", self.what(status), share(row.share))));
        });
        right(ui, below, all, |ui| self.status(ui, status));
    }

    fn sum(&self, ui: &mut Ui) {
        let words = &self.cx.text.deposit;
        let total = self.outcome.schedule.total();
        let bold = |text: &str| self.plain(text).family(theme::bold());
        let received = received(&self.outcome.rows, total);
        let rect = self.line(ui, LINE);
        let Some(columns) = &self.columns else {
            let all = (tokens::M, rect.width() - tokens::M);
            left(ui, rect, all, |ui| cut(ui, bold(words.sum)));
            return right(ui, rect, all, |ui| cut(ui, bold(&format::money_with_code(total))));
        };
        left(ui, rect, columns.what, |ui| cut(ui, bold(words.sum)));
        right(ui, rect, columns.share, |ui| cut(ui, self.plain("100.00 %")));
        right(ui, rect, columns.amount, |ui| cut(ui, bold(&format::amount(total))));
        right(ui, rect, columns.paid, |ui| cut(ui, self.plain(&paid(received))));
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
        cut(ui, RichText::new((self.cx.text.deposit.status_name)(status.status)).color(ink));
        if let Some(short) = status.short {
            let short = format::money(short, self.cx.language());
            self.info(ui, &(self.cx.text.deposit.short)(&short));
        }
    }

    /// A sign that has more to say when it is pointed at.
    fn info(&self, ui: &mut Ui, more: &str) {
        let icon = RichText::new(icons::INFO).color(self.cx.palette.weak_text);
        let shown = ui.add(Label::new(icon).sense(Sense::hover()));
        shown.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, more));
        shown.on_hover_text(more);
    }

    fn what(&self, status: &RowStatus) -> String {
        let (part, parts) = self.outcome.schedule.place(&status.row);
        words::row_name(status.row.label, part, parts, self.cx.language())
    }

    fn plain(&self, text: &str) -> RichText {
        RichText::new(text).color(self.cx.palette.text)
    }

    /// Room for one line, with a hairline below.
    fn line(&self, ui: &mut Ui, height: f32) -> Rect {
        let (rect, _response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let hairline = egui::Stroke::new(tokens::LINE, self.cx.palette.hairline);
        ui.painter().hline(rect.x_range(), rect.bottom(), hairline);
        rect
    }
}

/// What has been received of all rows.
pub fn received(rows: &[RowStatus], total: Money) -> Money {
    rows.iter()
        .map(|row| row.paid)
        .fold(Money::zero(total.currency()), |sum, paid| sum.checked_add(paid).unwrap_or(sum))
}

fn paid(paid: Money) -> String {
    if paid.is_positive() { format::amount(paid) } else { "–".to_owned() }
}

fn share(share: rust_decimal::Decimal) -> String {
    format!("{share} %")
}

fn cut(ui: &mut Ui, text: RichText) {
    ui.add(Label::new(text).truncate());
}

fn left(ui: &mut Ui, line: Rect, column: (f32, f32), add: impl FnOnce(&mut Ui)) {
    inside(ui, line, column, Layout::left_to_right(Align::Center), add);
}

fn right(ui: &mut Ui, line: Rect, column: (f32, f32), add: impl FnOnce(&mut Ui)) {
    inside(ui, line, column, Layout::right_to_left(Align::Center), add);
}

fn inside(ui: &mut Ui, line: Rect, (from, to): (f32, f32), layout: Layout, add: impl FnOnce(&mut Ui)) {
    let rect =
        Rect::from_min_max(pos2(line.left() + from, line.top()), pos2(line.left() + to, line.bottom()));
    let mut cell = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    cell.spacing_mut().item_spacing.x = tokens::XS;
    add(&mut cell);
}

fn halves(line: Rect) -> (Rect, Rect) {
    let above = line.with_max_y(line.center().y + tokens::XS);
    let below = line.with_min_y(line.center().y - tokens::XS);
    (above, below)
}
