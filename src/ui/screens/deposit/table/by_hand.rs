//! Rows edited in the table itself: what is being typed, which rows take up the difference, and their previous amounts.

use std::collections::BTreeMap;

use egui::{Align2, Key, Margin, Rect, Response, RichText, TextEdit, Ui, WidgetInfo};

use super::in_place::Dating;
use crate::domain::deal::Deal;
use crate::domain::deposit::{ByHand, Changed, NotByHand, OddUnit, Plan, PlanChange, Spread, Terms};
use crate::domain::money::{Currency, Money};
use crate::domain::typed::amount::{ExpectedCurrency, TypedAmount, understand_amount};
use crate::domain::typed::percent::{is_percent, understand_percent};
use crate::text::format;
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::PlanWish;
use crate::ui::screens::deposit::form::calendar::sides;
use crate::ui::tokens;
use crate::ui::widgets::{
    Meaning, amount_meaning, ask_below, begin_typing, changing, flush_links, gap_beside, link, note,
    say_below, warning, with_own_undo, wrong_below,
};

#[derive(Debug, Default)]
pub struct State {
    typing: Option<Typing>,
    /// The row date being typed.
    pub dating: Option<Dating>,
    /// The difference goes to the last open row, and not to all after it.
    to_last: bool,
    /// A cell was opened: from then on the rule stays visible.
    used: bool,
    refused: Option<NotByHand>,
    /// The rounding unit of the latest change.
    odd: Option<OddUnit>,
    marks: Option<Marks>,
}

/// The cells of a row that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditableCell {
    Amount,
    Share,
}

/// An open cell.
#[derive(Debug)]
struct Typing {
    row: u32,
    cell: EditableCell,
    text: String,
    /// The text when it was opened; leaving it unchanged changes nothing.
    opened: String,
    /// The cell has been given focus.
    begun: bool,
}

/// The latest change and the rows before it; obsolete once the plan is changed otherwise.
#[derive(Debug)]
struct Marks {
    before: Plan,
    row: u32,
    change: ByHand,
    plan: Plan,
    was: BTreeMap<u32, Money>,
}

impl State {
    pub fn open(&mut self, row: u32, cell: EditableCell, text: String) {
        self.refused = None;
        self.used = true;
        let opened = text.clone();
        self.typing = Some(Typing { row, cell, text, opened, begun: false });
    }

    pub fn is_open(&self, row: u32, cell: EditableCell) -> bool {
        self.typing.as_ref().is_some_and(|typing| (typing.row, typing.cell) == (row, cell))
    }

    /// The row's amount before it took up a difference.
    pub fn was(&self, plan: &Plan, row: u32) -> Option<Money> {
        self.marks.as_ref().filter(|_| self.marks_are_of(plan))?.was.get(&row).copied()
    }

    /// Whether nothing else has changed the plan since.
    fn marks_are_of(&self, plan: &Plan) -> bool {
        self.marks.as_ref().is_some_and(|marks| marks.plan == *plan)
    }

    /// The terms after changing a row of the plan; none where refused, with the reason kept to be shown.
    pub fn change(
        &mut self,
        cx: &Cx<'_>,
        deal: &Deal,
        plan: &Plan,
        row: u32,
        change: ByHand,
    ) -> Option<Terms> {
        match plan.by_hand(cx.now.date, row, &change, self.spread()) {
            Ok(Changed { terms, odd }) => {
                self.typing = None;
                self.refused = None;
                self.odd = odd;
                let terms = terms.observing_anew(&sides(cx, deal));
                let after = plan.changed(&PlanChange::ByHand(terms.clone()), cx.now.date);
                self.mark(plan, row, change, after);
                Some(terms)
            }
            Err(why) => {
                self.refused = Some(why);
                None
            }
        }
    }

    /// Remembers the previous amounts, to show them next to the new ones.
    fn mark(&mut self, before: &Plan, row: u32, change: ByHand, after: Plan) {
        let amounts = |plan: &Plan| -> BTreeMap<u32, Money> {
            let rows = plan.schedule().map(|schedule| schedule.rows().to_vec()).unwrap_or_default();
            rows.into_iter().map(|row| (row.n, row.amount)).collect()
        };
        let now = amounts(&after);
        let mut was = amounts(before);
        was.retain(|row, amount| now.get(row).is_some_and(|now| now != amount));
        self.marks =
            (!was.is_empty()).then(|| Marks { before: before.clone(), row, change, plan: after, was });
    }

    fn spread(&self) -> Spread {
        if self.to_last { Spread::LastOpen } else { Spread::After }
    }

    /// The field in an open cell; returns the change once it is left or confirmed. Text that cannot be read stays open
    /// with the reason; text with several readings is asked about.
    pub fn field(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, currency: Currency) -> Option<PlanWish> {
        let typing = self.typing.as_mut()?;
        let (row, name) = (typing.row, typing.name(cx));
        let wrong = matches!(read(cx, &typing.text, typing.cell, currency), Meaning::Problem(_));
        let response = typing.edit(ui, cx, rect, &name, wrong);
        if !typing.begun {
            typing.begun = true;
            begin_typing(ui, response.id, typing.text.chars().count());
            return None;
        }
        let left = response.lost_focus();
        let key = |key| ui.input(|input| input.key_pressed(key));
        let unchanged = typing.text == typing.opened;
        // With nothing focused, Escape still closes an open question.
        let here = left || ui.memory(|memory| memory.focused().is_none());
        if (left && unchanged) || (here && key(Key::Escape)) {
            self.typing = None;
            return None;
        }
        let enter = left && key(Key::Enter);
        let change = match read(cx, &typing.text, typing.cell, currency) {
            Meaning::Plain(change) => left.then_some(change),
            Meaning::Said(change, words) => {
                if response.has_focus() {
                    say_below(ui, &response, &words);
                }
                left.then_some(change)
            }
            Meaning::Asked(question, answers) => ask_below(ui, &response, (&name, question), answers),
            Meaning::Problem(_) if unchanged => None,
            Meaning::Problem(problem) => {
                wrong_below(ui, &response, &problem);
                None
            }
        };
        if change.is_some() {
            self.typing = None;
        } else if enter {
            response.request_focus();
        }
        change.map(|change| PlanWish::ByHand(row, change))
    }

    /// The rule for the other rows, once it matters, and why a change was refused. Choosing another rule repeats the
    /// latest change.
    pub fn below(&mut self, ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) -> Option<PlanWish> {
        if let Some(why) = &self.refused {
            warning(ui, &words::not_by_hand(why, cx.language()));
        }
        if !self.used {
            return None;
        }
        let spread = self.spread();
        let mut other = false;
        ui.horizontal_wrapped(|ui| {
            gap_beside(ui, tokens::S);
            note(ui, (cx.text.plan_rows.spread)(spread));
            flush_links(ui);
            if let Some(odd) = self.odd.as_ref().filter(|_| self.marks_are_of(plan)) {
                note(ui, &words::odd_unit(odd, plan.terms.total.unit(), cx.language()));
            }
            other = changing(ui, |ui| link(ui, None, (cx.text.plan_rows.spread_other)(spread))).clicked();
        });
        if !other {
            return None;
        }
        self.to_last = !self.to_last;
        let latest = self.marks.take().filter(|marks| marks.plan == *plan)?;
        Some(PlanWish::Again(Box::new(latest.before), latest.row, latest.change))
    }
}

impl Typing {
    fn name(&self, cx: &Cx<'_>) -> String {
        match self.cell {
            EditableCell::Amount => (cx.text.plan_rows.change_amount)(self.row),
            EditableCell::Share => (cx.text.plan_rows.change_share)(self.row),
        }
    }

    fn edit(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, name: &str, wrong: bool) -> Response {
        let ink = if wrong { cx.palette.danger.ink } else { cx.palette.text };
        let id = ui.scope_id().with(("by hand", self.row));
        let response = with_own_undo(ui, id, &mut self.text, |ui, writing| {
            let edit = TextEdit::singleline(writing)
                .id(id)
                .text_color(ink)
                .align(Align2::RIGHT_CENTER)
                .margin(Margin::symmetric(4, 2));
            ui.put(rect, edit)
        });
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(egui::Role::TextInput, true, name);
            info.current_text_value = Some(self.text.clone());
            info
        });
        response
    }
}

fn read(cx: &Cx<'_>, text: &str, cell: EditableCell, currency: Currency) -> Meaning<ByHand> {
    let share = |bad: &str| match understand_percent(text).one() {
        Some(percent) => Meaning::Plain(ByHand::Share(percent)),
        None => Meaning::Problem(bad.to_owned()),
    };
    let words = &cx.text.deposit;
    match cell {
        EditableCell::Share => share(words.bad_share),
        EditableCell::Amount if is_percent(text) => share(words.bad_deposit),
        EditableCell::Amount => {
            let understood = understand_amount(text, ExpectedCurrency::Only(currency));
            let money = |amount: TypedAmount| amount.money().map(ByHand::Amount);
            amount_meaning(cx, text, understood, words.bad_amount, money)
        }
    }
}

/// `was 3,000.00`, where the row took up a difference.
pub fn was(cx: &Cx<'_>, before: Money) -> RichText {
    let before = (cx.text.plan_rows.was)(&format::amount(before));
    RichText::new(before).size(tokens::SMALL).color(cx.palette.weak_text)
}
