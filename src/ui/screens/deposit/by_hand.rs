//! Rows changed in the table itself: what is being typed, who takes up the difference, and what it was before.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::{Align2, Key, Margin, Rect, RichText, TextEdit, Ui, WidgetInfo};

use super::Wish;
use super::form::read_percent;
use crate::domain::deposit::{ByHand, NotByHand, Plan, Spread, Terms};
use crate::domain::money::{Currency, Expected, Money, understand};
use crate::text::{deposit as words, format};
use crate::ui::action::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{link, note, warning};

#[derive(Debug, Default)]
pub struct State {
    typing: Option<Typing>,
    /// The difference goes to the last open row, and not to all after it.
    to_last: bool,
    /// A cell was opened: from then on the rule stays in sight.
    used: bool,
    refused: Option<NotByHand>,
    marks: Option<Marks>,
}

/// What can be typed over in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    Amount,
    Share,
}

/// A cell that is open.
#[derive(Debug)]
struct Typing {
    row: u32,
    cell: Cell,
    text: String,
    /// What stood there before; leaving it so changes nothing.
    opened: String,
    /// What is typed is neither an amount nor a share.
    unreadable: bool,
    /// The cursor was put into it.
    begun: bool,
}

/// The latest change, and what the rows were before it; of no interest once the plan is another one.
#[derive(Debug)]
struct Marks {
    before: Plan,
    row: u32,
    change: ByHand,
    plan: Plan,
    was: BTreeMap<u32, Money>,
}

impl State {
    pub fn open(&mut self, row: u32, cell: Cell, text: String) {
        self.refused = None;
        self.used = true;
        let opened = text.clone();
        self.typing = Some(Typing { row, cell, text, opened, unreadable: false, begun: false });
    }

    pub fn is_open(&self, row: u32, cell: Cell) -> bool {
        self.typing.as_ref().is_some_and(|typing| (typing.row, typing.cell) == (row, cell))
    }

    /// What the row was before it took up a difference.
    pub fn was(&self, plan: &Plan, row: u32) -> Option<Money> {
        self.marks.as_ref().filter(|marks| marks.plan == *plan)?.was.get(&row).copied()
    }

    /// The plan after the change, or none and the reason stays in sight.
    pub fn terms(&mut self, plan: &Plan, on: NaiveDate, row: u32, change: &ByHand) -> Option<Terms> {
        match plan.by_hand(on, row, change, self.spread()) {
            Ok(terms) => {
                self.typing = None;
                self.refused = None;
                Some(terms)
            }
            Err(why) => {
                self.refused = Some(why);
                None
            }
        }
    }

    /// Remembers what the rows were, to show it beside what they became.
    pub fn mark(&mut self, before: &Plan, row: u32, change: &ByHand, after: &Plan) {
        let amounts = |plan: &Plan| -> BTreeMap<u32, Money> {
            let rows = plan.schedule().map(|schedule| schedule.rows().to_vec()).unwrap_or_default();
            rows.into_iter().map(|row| (row.n, row.amount)).collect()
        };
        let now = amounts(after);
        let mut was = amounts(before);
        was.retain(|row, amount| now.get(row).is_some_and(|now| now != amount));
        self.marks = (!was.is_empty()).then(|| Marks {
            before: before.clone(),
            row,
            change: change.clone(),
            plan: after.clone(),
            was,
        });
    }

    fn spread(&self) -> Spread {
        if self.to_last { Spread::LastOpen } else { Spread::After }
    }

    /// The field in an open cell; the change, once it is left or confirmed.
    pub fn field(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, currency: Currency) -> Option<Wish> {
        let typing = self.typing.as_mut()?;
        let words = &cx.text.plan_rows;
        let (row, cell) = (typing.row, typing.cell);
        let name = match cell {
            Cell::Amount => (words.change_amount)(row),
            Cell::Share => (words.change_share)(row),
        };
        let id = ui.scope_id().with(("by hand", row));
        let ink = if typing.unreadable { cx.palette.danger.ink } else { cx.palette.text };
        let edit = TextEdit::singleline(&mut typing.text)
            .id(id)
            .text_color(ink)
            .align(Align2::RIGHT_CENTER)
            .margin(Margin::symmetric(4, 2));
        let response = ui.put(rect, edit);
        let typed = typing.text.clone();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(egui::Role::TextInput, true, &name);
            info.current_text_value = Some(typed.clone());
            info
        });
        if !typing.begun {
            typing.begun = true;
            response.request_focus();
            select_all(ui, id, typing.text.chars().count());
            return None;
        }
        let change = read(&typing.text, cell, currency);
        typing.unreadable = change.is_none();
        if !response.lost_focus() {
            return None;
        }
        let cancelled = typing.text == typing.opened || ui.input(|input| input.key_pressed(Key::Escape));
        let unreadable = typing.unreadable;
        if cancelled || !unreadable {
            self.typing = None;
        }
        change.filter(|_| !cancelled).map(|change| Wish::ByHand(row, change))
    }

    /// The rule by which the others follow, once it matters, and why a change was refused. Another rule does the
    /// latest change again.
    pub fn below(&mut self, ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) -> Option<Wish> {
        if let Some(why) = &self.refused {
            warning(ui, &words::not_by_hand(why, cx.language()));
        }
        if let Some(typing) = self.typing.as_ref().filter(|typing| typing.unreadable) {
            warning(
                ui,
                match typing.cell {
                    Cell::Amount => cx.text.deposit.bad_amount,
                    Cell::Share => cx.text.deposit.bad_deposit,
                },
            );
        }
        if !self.used {
            return None;
        }
        let spread = self.spread();
        let mut other = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = tokens::S;
            note(ui, (cx.text.plan_rows.spread)(spread));
            ui.spacing_mut().button_padding.x = 0.0;
            other = link(ui, None, (cx.text.plan_rows.spread_other)(spread)).clicked();
        });
        if !other {
            return None;
        }
        self.to_last = !self.to_last;
        let latest = self.marks.take().filter(|marks| marks.plan == *plan)?;
        Some(Wish::Again(Box::new(latest.before), latest.row, latest.change))
    }
}

fn select_all(ui: &Ui, id: egui::Id, length: usize) {
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), egui::text::CCursor::new(length));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

fn read(text: &str, cell: Cell, currency: Currency) -> Option<ByHand> {
    match cell {
        Cell::Share => read_percent(text).map(ByHand::Share),
        Cell::Amount if text.trim().ends_with(['%', '％']) => read_percent(text).map(ByHand::Share),
        Cell::Amount => understand(text, Expected::Only(currency)).only(currency).map(ByHand::Amount),
    }
}

/// `was 3,000.00`, where the row took up a difference.
pub fn was(cx: &Cx<'_>, before: Money) -> RichText {
    let before = (cx.text.plan_rows.was)(&format::amount(before));
    RichText::new(before).size(tokens::SMALL).color(cx.palette.weak_text)
}
