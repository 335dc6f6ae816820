//! Finds the deal that a row refers to, in constant time per row.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::ParsedRow;
use crate::domain::deal::Deal;
use crate::domain::document::Document;
use crate::domain::money::Currency;
use crate::domain::typed::placeholder::is_placeholder;
use crate::domain::typed::signs::folded;

/// Where several deals fit, at most this many are compared with the row.
const COMPARED: usize = 32;

/// All deals by PI number, and by buyer, product and currency.
pub(super) struct Index {
    slots: Vec<Slot>,
    by_pi: Places,
    by_wares: Places,
    without_pi: Places,
    hashes: RandomState,
}

/// Deals under the hash of what they are found by, which takes less room than the texts. Whoever finds one compares.
type Places = HashMap<u64, Vec<usize>>;

struct Slot {
    deal: Arc<Deal>,
    changed: bool,
    /// What this file has said about it.
    touched: Option<Touched>,
}

/// The row of this file that last referred to a deal, and the amount that the file has given it so far.
#[derive(Clone, Copy)]
pub(super) struct Touched {
    pub row: u32,
    /// The place of the row among those of the file.
    pub at: usize,
    pub amount: Option<Decimal>,
}

impl Touched {
    pub(super) fn by(row: &ParsedRow, at: usize) -> Self {
        Self { row: row.row, at, amount: row.amount }
    }
}

pub(super) enum Found {
    One(usize),
    None,
    Several {
        deals: usize,
        /// The first of them that this file has referred to.
        touched: Option<usize>,
    },
}

#[derive(PartialEq, Eq, Hash)]
struct Wares {
    buyer: String,
    product: String,
    currency: Option<Currency>,
}

impl Index {
    pub(super) fn of(document: &Document) -> Self {
        let mut index = Self {
            slots: Vec::with_capacity(document.deals.len()),
            by_pi: HashMap::new(),
            by_wares: HashMap::new(),
            without_pi: HashMap::new(),
            hashes: RandomState::new(),
        };
        for deal in document.deals.values() {
            index.push(Slot { deal: Arc::clone(deal), changed: false, touched: None });
        }
        index
    }

    /// The deal that the row refers to; `same` tells whether a deal already says what the row says.
    pub(super) fn find(&self, row: &ParsedRow, same: impl Fn(&Deal) -> bool) -> Found {
        let pi = pi_key(&row.pi);
        let wares =
            Wares { buyer: folded(&row.buyer), product: folded(&row.product), currency: row.currency };
        let hash = self.hashes.hash_one(&wares);
        // A deal may have changed since it was indexed, or share only the hash: those that fit count.
        let fits_pi = |deal: &Deal| pi_key(&deal.agreed.pi) == pi;
        let fits_wares = |deal: &Deal| wares_of(deal) == wares;
        let lacks_pi = |deal: &Deal| pi_key(&deal.agreed.pi).is_empty() && wares_of(deal) == wares;
        if !pi.is_empty() {
            return self
                .choose(self.by_pi.get(&self.hashes.hash_one(&pi)), fits_pi, &same)
                .or_else(|| self.choose(self.without_pi.get(&hash), lacks_pi, &same));
        }
        self.choose(self.without_pi.get(&hash), lacks_pi, &same)
            .or_else(|| self.choose(self.by_wares.get(&hash), fits_wares, &same))
    }

    fn choose(
        &self,
        places: Option<&Vec<usize>>,
        fits: impl Fn(&Deal) -> bool,
        same: &impl Fn(&Deal) -> bool,
    ) -> Found {
        let candidates: Vec<(usize, &Slot)> = places
            .into_iter()
            .flatten()
            .filter_map(|place| self.slots.get(*place).map(|slot| (*place, slot)))
            .filter(|(_, slot)| fits(&slot.deal))
            .take(COMPARED)
            .collect();
        match candidates.as_slice() {
            [] => Found::None,
            [(only, _)] => Found::One(*only),
            several => several
                .iter()
                .filter(|(_, slot)| same(&slot.deal))
                .min_by_key(|(_, slot)| slot.touched.is_some())
                .map_or_else(|| none_of(several), |(place, _)| Found::One(*place)),
        }
    }

    pub(super) fn deal(&self, place: usize) -> Option<&Deal> {
        self.slots.get(place).map(|slot| &*slot.deal)
    }

    /// What this file has said about the deal so far.
    pub(super) fn touched(&self, place: usize) -> Option<Touched> {
        self.slots.get(place).and_then(|slot| slot.touched)
    }

    /// Notes that a row refers to this deal.
    pub(super) fn touch(&mut self, place: usize, by: Touched) {
        if let Some(slot) = self.slots.get_mut(place) {
            slot.touched = Some(by);
        }
    }

    /// Whether the deal is as it was in the document; then it counts as unchanged.
    pub(super) fn forget_change(&mut self, place: usize, document: &Document) -> bool {
        let Some(slot) = self.slots.get_mut(place) else { return false };
        let same = document.deal(&slot.deal.id).is_some_and(|before| *before == slot.deal);
        slot.changed &= !same;
        same
    }

    pub(super) fn replace(&mut self, place: usize, deal: Deal) {
        let Some(slot) = self.slots.get_mut(place) else { return };
        let keys_changed = wares_of(&slot.deal) != wares_of(&deal)
            || pi_key(&slot.deal.agreed.pi) != pi_key(&deal.agreed.pi);
        *slot = Slot { deal: Arc::new(deal), changed: true, touched: slot.touched };
        if keys_changed {
            self.enter(place);
        }
    }

    pub(super) fn add(&mut self, deal: Deal, by: Touched) {
        self.push(Slot { deal: Arc::new(deal), changed: true, touched: Some(by) });
    }

    /// New and changed deals.
    pub(super) fn into_changed(self) -> Vec<Arc<Deal>> {
        self.slots.into_iter().filter(|slot| slot.changed).map(|slot| slot.deal).collect()
    }

    fn push(&mut self, slot: Slot) {
        let place = self.slots.len();
        self.slots.push(slot);
        self.enter(place);
    }

    fn enter(&mut self, place: usize) {
        let Some(slot) = self.slots.get(place) else { return };
        let pi = pi_key(&slot.deal.agreed.pi);
        let wares = self.hashes.hash_one(wares_of(&slot.deal));
        if pi.is_empty() {
            enter_once(self.without_pi.entry(wares).or_default(), place);
        } else {
            enter_once(self.by_pi.entry(self.hashes.hash_one(&pi)).or_default(), place);
        }
        enter_once(self.by_wares.entry(wares).or_default(), place);
    }
}

impl Found {
    fn or_else(self, otherwise: impl FnOnce() -> Self) -> Self {
        match self {
            Self::None => otherwise(),
            Self::One(_) | Self::Several { .. } => self,
        }
    }
}

/// Several deals fit, and none says what the row says.
fn none_of(several: &[(usize, &Slot)]) -> Found {
    let touched = several.iter().find(|(_, slot)| slot.touched.is_some()).map(|(place, _)| *place);
    Found::Several { deals: several.len(), touched }
}

fn enter_once(places: &mut Vec<usize>, place: usize) {
    // A deal that changes back and forth must not be listed twice, as its own rival.
    if places.last() != Some(&place) && !places.iter().take(COMPARED).any(|known| *known == place) {
        places.push(place);
    }
}

/// The PI number as it is compared: without spaces around its dashes; a word for "none yet" is none.
fn pi_key(pi: &str) -> String {
    let key = if is_placeholder(pi) { String::new() } else { folded(pi) };
    if key.contains(" -") || key.contains("- ") {
        key.split('-').map(str::trim).collect::<Vec<_>>().join("-")
    } else {
        key
    }
}

fn wares_of(deal: &Deal) -> Wares {
    Wares {
        buyer: folded(&deal.buyer.company),
        product: folded(&deal.product),
        currency: deal.agreed.currency,
    }
}
