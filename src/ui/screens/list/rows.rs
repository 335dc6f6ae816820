//! The rows of the list, recomputed only when something they depend on has changed.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::Rect;

use super::{ListOrder, ListScope, State};
use crate::domain::country::Country;
use crate::domain::deal::{Deal, DealId, Stage};
use crate::domain::names::Named as _;
use crate::domain::today;
use crate::domain::today::{Item, TodayGroup};
use crate::ui::cx::Cx;
use crate::ui::tokens;

/// The rows, and what they were made from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRows {
    key: Option<RowsKey>,
    rows: Vec<ListRow>,
    /// The indexes of headings, which are lower than deals; from these the top of each row is computed.
    headings: Vec<usize>,
    countries: Vec<Country>,
    view: Option<Rect>,
    /// How many rows there were when they were last laid out, and how many of them were headings.
    laid_out: (usize, usize),
    /// The deal last passed to `shows`, and the answer.
    asked: Option<(DealId, bool)>,
}

#[derive(Clone, Debug)]
pub enum ListRow {
    Group(TodayGroup, usize),
    /// The heading of deals that are folded away; open or not.
    Folded {
        fold: Fold,
        count: usize,
        open: bool,
    },
    Deal(Arc<Deal>, Option<Box<Item>>),
}

/// Deals that need nothing now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    /// Only waiting.
    Waiting,
    /// Written to or called today.
    Handled,
}

impl PartialEq for ListRow {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl ListRow {
    fn id(&self) -> Option<&DealId> {
        match self {
            Self::Group(..) | Self::Folded { .. } => None,
            Self::Deal(deal, _) => Some(&deal.id),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
struct RowsKey {
    revision: u64,
    on: NaiveDate,
    scope: ListScope,
    query: String,
    stage: Option<Stage>,
    country: Option<Country>,
    order: ListOrder,
    open: [bool; 2],
}

pub fn refresh(state: &mut State, cx: &Cx<'_>) {
    let key = RowsKey {
        revision: cx.revision,
        on: cx.now.date,
        scope: state.scope,
        query: state.query.trim().to_owned(),
        stage: state.stage,
        country: state.country,
        order: state.order,
        open: [state.waiting_open, state.handled_open],
    };
    if state.rows.key.as_ref() == Some(&key) {
        return;
    }
    let new_document = state.rows.key.as_ref().is_none_or(|old| old.revision != key.revision);
    if new_document {
        let countries: BTreeSet<Country> =
            cx.document.deals.values().filter_map(|deal| deal.buyer.country).collect();
        state.rows.countries = countries.into_iter().collect();
    }
    let found: Option<HashSet<DealId>> =
        (!key.query.is_empty()).then(|| cx.index.search_ids(&key.query).into_iter().collect());
    let fits = |deal: &Deal| {
        found.as_ref().is_none_or(|found| found.contains(&deal.id))
            && key.stage.is_none_or(|stage| deal.stage() == stage)
            && key.country.is_none_or(|country| deal.buyer.country == Some(country))
    };
    let rows = match key.scope {
        ListScope::Today => today_rows(cx, &key, fits),
        ListScope::All => all_rows(cx, &key, fits),
        ListScope::Paused => paused_rows(cx, fits),
    };
    state.rows.headings = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !matches!(row, ListRow::Deal(..)))
        .map(|(index, _)| index)
        .collect();
    state.rows.rows = rows;
    state.rows.asked = None;
    state.rows.key = Some(key);
}

fn today_rows(cx: &Cx<'_>, key: &RowsKey, fits: impl Fn(&Deal) -> bool) -> Vec<ListRow> {
    let on = key.on;
    let of = |items: &mut Vec<&Item>| {
        sort_items(items, key.order);
        items
            .iter()
            .map(|item| ListRow::Deal(Arc::clone(&item.deal), Some(Box::new((*item).clone()))))
            .collect::<Vec<_>>()
    };
    let mut rows = Vec::new();
    let [waiting_open, handled_open] = key.open;
    for group in TodayGroup::members() {
        let start = cx.items.partition_point(|item| item.group < group);
        let end = cx.items.partition_point(|item| item.group <= group);
        let members = cx.items.get(start..end).unwrap_or_default().iter();
        let mut items: Vec<&Item> = members.filter(|item| !item.is_handled(on) && fits(&item.deal)).collect();
        if group == TodayGroup::Waiting {
            fold(&mut rows, key, Fold::Waiting, waiting_open, items.len(), || of(&mut items));
        } else if !items.is_empty() {
            rows.push(ListRow::Group(group, items.len()));
            rows.extend(of(&mut items));
        }
    }
    let mut handled: Vec<&Item> =
        cx.items.iter().filter(|item| item.is_handled(on) && fits(&item.deal)).collect();
    fold(&mut rows, key, Fold::Handled, handled_open, handled.len(), || of(&mut handled));
    rows
}

/// A heading, with its deals where it is open. A search opens every group.
fn fold(
    rows: &mut Vec<ListRow>,
    key: &RowsKey,
    fold: Fold,
    open: bool,
    count: usize,
    deals: impl FnOnce() -> Vec<ListRow>,
) {
    if count == 0 {
        return;
    }
    let open = open || !key.query.is_empty();
    rows.push(ListRow::Folded { fold, count, open });
    if open {
        rows.extend(deals());
    }
}

fn all_rows(cx: &Cx<'_>, key: &RowsKey, fits: impl Fn(&Deal) -> bool) -> Vec<ListRow> {
    let mut open: Vec<&Item> = cx.items.iter().filter(|item| fits(&item.deal)).collect();
    let listed: HashSet<&DealId> = cx.items.iter().map(Item::id).collect();
    let others = cx.document.deals.values().filter(|deal| !listed.contains(&deal.id) && fits(deal));
    let mut others: Vec<Arc<Deal>> = others.cloned().collect();
    sort_items(&mut open, key.order);
    let open = open.into_iter().map(|item| (Arc::clone(&item.deal), Some(Box::new(item.clone()))));
    match key.order {
        ListOrder::Urgency | ListOrder::Waiting => {
            let rest = others.into_iter().map(|deal| (deal, None));
            open.chain(rest).map(|(deal, item)| ListRow::Deal(deal, item)).collect()
        }
        ListOrder::Buyer | ListOrder::Amount => {
            let mut both: Vec<(Arc<Deal>, Option<Box<Item>>)> =
                open.chain(others.drain(..).map(|deal| (deal, None))).collect();
            both.sort_by(|(one, _), (other, _)| by_field(one, other, key.order));
            both.into_iter().map(|(deal, item)| ListRow::Deal(deal, item)).collect()
        }
    }
}

fn paused_rows(cx: &Cx<'_>, fits: impl Fn(&Deal) -> bool) -> Vec<ListRow> {
    let mut paused: Vec<&Arc<Deal>> =
        today::paused(cx.document, cx.now.date).filter(|deal| fits(deal)).collect();
    paused.sort_by_key(|deal| deal.pause.as_ref().and_then(|pause| pause.until).unwrap_or(NaiveDate::MAX));
    paused.into_iter().map(|deal| ListRow::Deal(Arc::clone(deal), None)).collect()
}

fn sort_items(items: &mut [&Item], order: ListOrder) {
    match order {
        // Today's own order.
        ListOrder::Urgency => {}
        ListOrder::Buyer | ListOrder::Amount => {
            items.sort_by(|one, other| by_field(&one.deal, &other.deal, order))
        }
        ListOrder::Waiting => items.sort_by_key(|item| std::cmp::Reverse(item.waiting_days)),
    }
}

/// Amounts of different currencies cannot be compared: they are ordered by currency first.
fn by_field(one: &Deal, other: &Deal, order: ListOrder) -> std::cmp::Ordering {
    let buyer = |deal: &Deal| deal.buyer.company.to_lowercase();
    match order {
        ListOrder::Amount => {
            let currency = |deal: &Deal| deal.agreed.currency.map_or("~", |currency| currency.code());
            currency(one)
                .cmp(currency(other))
                .then_with(|| other.agreed.amount.cmp(&one.agreed.amount))
                .then_with(|| buyer(one).cmp(&buyer(other)))
        }
        ListOrder::Buyer | ListOrder::Urgency | ListOrder::Waiting => buyer(one).cmp(&buyer(other)),
    }
}

impl ListRows {
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn get(&self, index: usize) -> Option<&ListRow> {
        self.rows.get(index)
    }

    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    pub fn position(&self, id: &DealId) -> Option<usize> {
        self.rows.iter().position(|row| row.id() == Some(id))
    }

    /// Called in every frame: computed only if the rows or the deal have changed.
    pub fn shows(&mut self, id: &DealId) -> bool {
        match &self.asked {
            Some((asked, shown)) if asked == id => *shown,
            Some(_) | None => {
                let shown = self.position(id).is_some();
                self.asked = Some((id.clone(), shown));
                shown
            }
        }
    }

    /// The deal of the next row with something left to do; after the last one, the first such row.
    pub fn next_to_do(&self, selected: &DealId, on: NaiveDate) -> Option<DealId> {
        let to_do = |row: &&ListRow| match row {
            ListRow::Deal(deal, Some(item)) => deal.id != *selected && item.is_to_do(on),
            ListRow::Deal(_, None) | ListRow::Group(..) | ListRow::Folded { .. } => false,
        };
        let after = self.rows.iter().skip_while(|row| row.id() != Some(selected)).find(to_do);
        after.or_else(|| self.rows.iter().find(to_do)).and_then(ListRow::id).cloned()
    }

    pub fn neighbour(&self, selected: Option<&DealId>, forward: bool) -> Option<DealId> {
        let mut ids = self.rows.iter().filter_map(ListRow::id);
        let Some(selected) = selected.filter(|id| self.position(id).is_some()) else {
            return ids.next().cloned();
        };
        if forward {
            ids.skip_while(|id| *id != selected).nth(1).cloned()
        } else {
            ids.take_while(|id| *id != selected).last().cloned()
        }
    }

    /// Where a row begins, from the first row's top.
    #[expect(clippy::cast_precision_loss, reason = "points on a screen")]
    pub fn top_of(&self, index: usize) -> f32 {
        let headings = self.headings.partition_point(|heading| *heading < index);
        let deals = index.saturating_sub(headings);
        headings as f32 * tokens::GROUP + deals as f32 * tokens::ROW
    }

    pub fn height_of(&self, index: usize) -> f32 {
        if self.headings.binary_search(&index).is_ok() { tokens::GROUP } else { tokens::ROW }
    }

    pub fn height(&self) -> f32 {
        self.top_of(self.rows.len())
    }

    /// The rows that show in `viewport`.
    pub fn within(&self, viewport: Rect) -> Range<usize> {
        let first = self.at(viewport.min.y);
        let last = self.at(viewport.max.y).saturating_add(1);
        first..last.min(self.rows.len())
    }

    pub fn seen(&mut self, viewport: Rect) {
        self.view = Some(viewport);
        self.laid_out = (self.rows.len(), self.headings.len());
    }

    /// Whether the number of rows is the same as when they were last laid out.
    pub fn are_laid_out(&self) -> bool {
        self.laid_out == (self.rows.len(), self.headings.len())
    }

    pub fn is_in_view(&self, index: usize) -> bool {
        let top = self.top_of(index);
        self.view.is_some_and(|view| view.min.y <= top && top + self.height_of(index) <= view.max.y)
    }

    /// The row at a height; a binary search over where rows begin.
    fn at(&self, y: f32) -> usize {
        let mut low = 0;
        let mut high = self.rows.len();
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.top_of(middle) + self.height_of(middle) <= y { low = middle + 1 } else { high = middle }
        }
        low
    }
}
