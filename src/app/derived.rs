//! What is computed from the document: order, counts, search index, learning. An edit recomputes one deal only.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, channel};

use chrono::NaiveDate;
use imbl::ordmap::DiffItem;
use jiff::Timestamp;

use crate::assets::{countries, diagnosis_model};
use crate::domain::calendar::Calendars;
use crate::domain::deal::Deal;
use crate::domain::diagnosis::{Experience, Learned};
use crate::domain::document::Document;
use crate::domain::search::SearchIndex;
use crate::domain::today::{self, Counts, Item, TodayGroup};
use crate::store::Waker;
use crate::text::local_time::{Office, local_time};
use crate::text::office::Now;

/// Open offices first, then in the order in which they open.
type Rank = (u8, Option<Timestamp>);

/// More deals than this are indexed on a thread, so that the window opens at once.
const INDEX_AT_ONCE: usize = 2_000;

pub struct Derived {
    document: Document,
    on: NaiveDate,
    hour: i64,
    pub items: Vec<Item>,
    pub counts: Counts,
    pub index: SearchIndex,
    calendars: Cow<'static, Calendars>,
    /// The confirmed causes, and the probabilities learned from them.
    experience: Experience,
    pub learned: Learned,
    /// The first index of a large document, while it is being built.
    indexing: Option<Receiver<SearchIndex>>,
    waker: Waker,
    ranks: Ranks,
}

impl Derived {
    /// `waker` is called when the search index of a large document is ready.
    pub fn new(document: &Document, now: &Now, waker: &Waker) -> Self {
        let (index, indexing) = first_index(document, waker);
        let experience = Experience::of(&document.deals);
        let mut derived = Self {
            document: document.clone(),
            on: now.date,
            hour: hour_of(now),
            items: Vec::new(),
            counts: Counts::default(),
            index,
            calendars: document.settings.calendars(countries::calendars()),
            learned: Learned::new(diagnosis_model(), &experience),
            experience,
            indexing,
            waker: Waker::clone(waker),
            ranks: Ranks::default(),
        };
        derived.rebuild(now);
        derived.count(document, now);
        derived
    }

    /// The working days of all countries, as this document has them.
    pub fn calendars(&self) -> &Calendars {
        &self.calendars
    }

    /// Follows the document and the clock.
    pub fn update(&mut self, document: &Document, now: &Now) {
        let same_rules = std::sync::Arc::ptr_eq(&self.document.settings, &document.settings);
        let same_hour = self.on == now.date && self.hour == hour_of(now);
        // A passing minute changes nothing here.
        if same_rules && same_hour && self.document.deals.ptr_eq(&document.deals) {
            return;
        }
        if self.experience.follow(&document.deals) {
            self.learned = Learned::new(diagnosis_model(), &self.experience);
        }
        let mut come = 0;
        if !same_rules || !same_hour {
            self.document = document.clone();
            self.calendars = document.settings.calendars(countries::calendars());
            self.rebuild(now);
        } else {
            come = self.follow(document, now);
        }
        if come > INDEX_AT_ONCE {
            // After a large import, too, the index is built without blocking the frame.
            (self.index, self.indexing) = first_index(document, &self.waker);
        }
        self.take_index();
        if self.indexing.is_none() {
            self.index.update(document, &countries::search_words);
        }
        self.count(document, now);
    }

    fn count(&mut self, document: &Document, now: &Now) {
        self.counts = today::counts(document, now.date, &self.items);
    }

    /// True when the index of a large document has just arrived.
    pub fn take_index(&mut self) -> bool {
        let ready = self.indexing.as_ref().and_then(|indexing| indexing.try_recv().ok());
        let Some(index) = ready else { return false };
        self.index = index;
        self.index.update(&self.document, &countries::search_words);
        self.indexing = None;
        true
    }

    fn rebuild(&mut self, now: &Now) {
        self.on = now.date;
        self.hour = hour_of(now);
        self.ranks = Ranks::default();
        self.items = today::today(&self.document, &self.calendars, now.date);
        let (ranks, calendars) = (&mut self.ranks, &self.calendars);
        today::by_office_opening(&mut self.items, |deal| ranks.of(deal, calendars, now));
    }

    /// Only the deals that differ are looked at again, and counted; shared parts of the maps are skipped.
    fn follow(&mut self, document: &Document, now: &Now) -> usize {
        let before = std::mem::replace(&mut self.document, document.clone());
        let mut gone = Vec::new();
        let mut come = Vec::new();
        for change in before.deals.diff(&document.deals) {
            match change {
                DiffItem::Add(_, deal) => come.push(deal),
                DiffItem::Update { old: (id, _), new: (_, deal) } => {
                    gone.push(id);
                    come.push(deal);
                }
                DiffItem::Remove(id, _) => gone.push(id),
            }
        }
        let count = come.len();
        if count > 1_000 {
            self.rebuild(now);
            return count;
        }
        if !gone.is_empty() {
            self.items.retain(|item| !gone.contains(&item.id()));
        }
        for deal in come {
            let week = self.calendars.of(deal.buyer.country);
            let Some(item) = today::listed(deal, &document.settings, week, now.date) else { continue };
            let (ranks, calendars) = (&mut self.ranks, &self.calendars);
            let at = self.items.partition_point(|other| precedes(other, &item, ranks, calendars, now));
            self.items.insert(at, item);
        }
        count
    }
}

fn first_index(document: &Document, waker: &Waker) -> (SearchIndex, Option<Receiver<SearchIndex>>) {
    let build = |document: &Document| SearchIndex::new(document, &countries::search_words);
    if document.deals.len() <= INDEX_AT_ONCE {
        return (build(document), None);
    }
    let (sender, receiver) = channel();
    let (document, waker) = (document.clone(), waker.clone());
    let thread = std::thread::Builder::new().name("icebreak-index".to_owned());
    let started = thread.spawn(move || {
        let _window_gone = sender.send(SearchIndex::new(&document, &countries::search_words));
        waker();
    });
    (build(&Document::default()), started.ok().map(|_running| receiver))
}

fn precedes(one: &Item, other: &Item, ranks: &mut Ranks, calendars: &Calendars, now: &Now) -> bool {
    let both_follow_ups = one.group == TodayGroup::FollowUp && other.group == TodayGroup::FollowUp;
    if both_follow_ups {
        let (here, there) = (ranks.of(&one.deal, calendars, now), ranks.of(&other.deal, calendars, now));
        return here.cmp(&there).then_with(|| today::in_order(one, other)).is_lt();
    }
    today::in_order(one, other).is_lt()
}

/// When offices open, by zone and weekend: a handful of answers for any number of deals.
#[derive(Default)]
struct Ranks {
    by_zone: HashMap<(String, Option<crate::domain::country::Country>), Rank>,
}

impl Ranks {
    fn of(&mut self, deal: &Deal, calendars: &Calendars, now: &Now) -> Rank {
        let Some(zone) = countries::time_zone(&deal.buyer) else { return Office::Away.rank() };
        let key = (zone.to_owned(), deal.buyer.country);
        *self.by_zone.entry(key).or_insert_with(|| {
            let week = calendars.of(deal.buyer.country);
            local_time(zone, week, now.instant, &now.zone).map_or(Office::Away, |there| there.office).rank()
        })
    }
}

fn hour_of(now: &Now) -> i64 {
    now.instant.as_second().div_euclid(3_600)
}
