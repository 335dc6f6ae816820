//! The plans side by side, or stacked in a strip: name, terms, actions and figures of each.

use egui::{Margin, RichText, TextEdit, Ui, UiBuilder, WidgetInfo, vec2};

use super::figures::Grid;
use super::{ComparePage, CompareWish, State, change, figures, pen, with_total};
use crate::domain::deposit::{PlanPosition, TermsRows};
use crate::text::format;
use crate::text::window::deposit as words;
use crate::ui::widgets::{
    button, changing, flush_links, gap_below, gap_beside, icon_button, link, links, note, warning, well,
    with_own_undo,
};
use crate::ui::{icons, theme, tokens};

/// Narrower than this, the plans are stacked.
const SIDE_BY_SIDE_FROM: f32 = 560.0;
/// In characters; names are shown in a column.
const LONGEST_NAME: usize = 80;

pub fn show(ui: &mut Ui, page: &ComparePage<'_>, state: &mut State) -> Option<CompareWish> {
    if ui.available_width() < SIDE_BY_SIDE_FROM {
        stacked(ui, page, state)
    } else {
        side_by_side(ui, page, state)
    }
}

fn stacked(ui: &mut Ui, page: &ComparePage<'_>, state: &mut State) -> Option<CompareWish> {
    let mut wish = None;
    for index in 0..page.plans.len() {
        well(ui, |ui| {
            let asked = ui.push_id(index, |ui| head(ui, page, state, index)).inner;
            wish = asked.or(wish.take());
            figures::of_one(ui, page, index);
        });
    }
    wish
}

fn side_by_side(ui: &mut Ui, page: &ComparePage<'_>, state: &mut State) -> Option<CompareWish> {
    let mut wish = None;
    well(ui, |ui| {
        let grid = Grid::of(ui.available_width(), page.plans.len());
        let above = ui.available_rect_before_wrap();
        let mut below = above.top();
        for index in 0..page.plans.len() {
            let left = above.left() + grid.left_of(index);
            let place = above.with_min_x(left).with_max_x(left + grid.column);
            let mut cell = ui.new_child(UiBuilder::new().max_rect(place).id_salt(index));
            let asked = head(&mut cell, page, state, index);
            wish = asked.or(wish.take());
            below = below.max(cell.min_rect().bottom());
        }
        ui.allocate_rect(above.with_max_y(below), egui::Sense::hover());
        figures::table(ui, page, &grid);
    });
    wish
}

/// The header above a plan's figures.
fn head(ui: &mut Ui, page: &ComparePage<'_>, state: &mut State, index: usize) -> Option<CompareWish> {
    let mut wish = None;
    let Some(shown) = page.plans.get(index) else { return wish };
    ui.vertical(|ui| {
        gap_below(ui, tokens::XS);
        mark(ui, page, index, shown.placed);
        wish = name(ui, page, index, shown.placed);
        let schedule = shown.compared.as_ref().ok().map(|compared| &compared.schedule);
        let word = shown.plan.paper.deposit_word();
        note(ui, &words::terms_line(&shown.plan.terms, schedule, word, page.cx.language()));
        if let Err(why) = &shown.compared {
            warning(ui, &words::not_compared(why, page.cx.language()));
        }
        let asked = other_total(ui, page, index, shown.placed);
        wish = asked.or(wish.take());
        let asked = match shown.placed {
            PlanPosition::InUse => in_use(ui, page, index),
            PlanPosition::Other(other) => alternative(ui, page, state, index, other),
        };
        wish = asked.or(wish.take());
    });
    wish
}

/// The letter, how the plan is drawn in the chart, and which one is in use.
fn mark(ui: &mut Ui, page: &ComparePage<'_>, index: usize, placed: PlanPosition) {
    ui.horizontal(|ui| {
        gap_beside(ui, tokens::S);
        let letter = (page.cx.text.compare.plan)(ComparePage::letter(index));
        ui.label(RichText::new(letter).family(theme::bold()).color(page.cx.palette.text));
        pen::sample(ui, page, index);
        if placed == PlanPosition::InUse {
            gap_beside(ui, tokens::XS);
            let accent = page.cx.palette.accent;
            ui.label(RichText::new(icons::CHECK_CIRCLE).color(accent).family(theme::filled()));
            ui.label(RichText::new(page.cx.text.compare.in_use).color(accent));
        }
    });
}

fn name(ui: &mut Ui, page: &ComparePage<'_>, index: usize, placed: PlanPosition) -> Option<CompareWish> {
    let text = &page.cx.text.compare;
    let letter = ComparePage::letter(index);
    // A name from the seller as typed, including a trailing space; a name from the program in the window's language.
    let given = page.given(placed);
    let shown = words::plan_name(given, page.cx.language());
    let mut name = if shown == given.trim() { given } else { shown }.to_owned();
    let hint = RichText::new((text.plan)(letter)).color(page.cx.palette.weak_text);
    let id = ui.make_persistent_id("name");
    let response = with_own_undo(ui, id, &mut name, |ui, writing| {
        let edit = TextEdit::singleline(writing)
            .id(id)
            .char_limit(LONGEST_NAME)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, tokens::CONTROL))
            .align(egui::Align2::LEFT_CENTER)
            .margin(Margin::symmetric(10, 4));
        ui.add(edit)
    });
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::TextInput, true, (text.name)(letter));
        info.current_text_value = Some(name.clone());
        info
    });
    (response.changed() && crate::ui::widgets::may_change(ui)).then_some(CompareWish::Name(placed, name))
}

/// Says so where an alternative is for another amount, and gives it the deal's.
fn other_total(
    ui: &mut Ui,
    page: &ComparePage<'_>,
    index: usize,
    placed: PlanPosition,
) -> Option<CompareWish> {
    let words = &page.cx.text.compare;
    let total = page.total()?;
    let PlanPosition::Other(place) = placed else { return None };
    let other = page.deal.alternatives.get(place)?;
    let theirs = other.plan.terms.total;
    if theirs == total {
        return None;
    }
    warning(ui, &(words.other_total)(&format::money(theirs, page.cx.language())));
    let taken = changing(ui, |ui| link(ui, None, &(words.take_total)(ComparePage::letter(index)))).clicked();
    taken.then(|| CompareWish::Change(place, Box::new(with_total(&other.plan, total))))
}

/// The actions are at the same place in every column: nothing moves when another plan is chosen.
fn in_use(ui: &mut Ui, page: &ComparePage<'_>, index: usize) -> Option<CompareWish> {
    let words = &page.cx.text.compare;
    let letter = ComparePage::letter(index);
    let edit = (words.edit)(letter);
    let edits = if page.plans.len() == 1 {
        button(ui, Some(icons::PENCIL_SIMPLE), &edit)
    } else {
        let used = |ui: &mut Ui| button(ui, Some(icons::CHECK), &(words.use_it)(letter));
        ui.add_enabled(false, used).on_disabled_hover_text(words.in_use);
        links(ui, |ui| link(ui, Some(icons::PENCIL_SIMPLE), &edit))
    };
    edits.clicked().then_some(CompareWish::Close)
}

fn alternative(
    ui: &mut Ui,
    page: &ComparePage<'_>,
    state: &mut State,
    index: usize,
    place: usize,
) -> Option<CompareWish> {
    let words = &page.cx.text.compare;
    let letter = ComparePage::letter(index);
    let mut wish = None;
    let sound = page.plans.get(index).is_some_and(|shown| shown.plan.status(page.cx.now.date).is_ok());
    ui.add_enabled_ui(sound, |ui| {
        if changing(ui, |ui| button(ui, Some(icons::CHECK), &(words.use_it)(letter))).clicked() {
            wish = Some(CompareWish::Use(place));
        }
    });
    let other = page.deal.alternatives.get(place)?;
    ui.horizontal(|ui| {
        gap_beside(ui, 0.0);
        if matches!(other.plan.terms.rows, TermsRows::Deposit(_)) {
            let open = state.changing == Some(place);
            let label = if open { (words.done)(letter) } else { (words.change)(letter) };
            let icon = if open { icons::CARET_UP } else { icons::CARET_DOWN };
            flush_links(ui);
            if changing(ui, |ui| link(ui, Some(icon), &label)).clicked() {
                state.changing = (!open).then_some(place);
            }
            ui.add_space(tokens::S);
        }
        ui.add_enabled_ui(sound, |ui| {
            if changing(ui, |ui| icon_button(ui, icons::PENCIL_SIMPLE, &(words.use_and_edit)(letter)))
                .clicked()
            {
                wish = Some(CompareWish::UseAndEdit(place));
            }
        });
        if changing(ui, |ui| icon_button(ui, icons::TRASH, &(words.remove)(letter))).clicked() {
            wish = Some(CompareWish::Remove(place));
        }
    });
    if state.changing == Some(place)
        && let Some(changed) = change::show(ui, page.cx, &other.plan)
    {
        wish = Some(CompareWish::Change(place, Box::new(changed)));
    }
    wish
}
