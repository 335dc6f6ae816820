//! Whose turn, how cold, when next, and today's groups: the rules as tables and as properties.
#![allow(clippy::expect_used)]

mod groups;
mod ladder;
mod owed;
mod pauses;
mod plans;
mod properties;
mod turn;

use std::sync::Arc;

use chrono::NaiveDate;

use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::deal::touch::{Promise, PromiseKind, PromiseState, Summary, Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::document::Document;
use icebreak::domain::settings::Settings;
use icebreak::domain::today::Item;

/// A date of 2026, as month and day: `on("11-21")` is a Saturday.
fn on(month_and_day: &str) -> NaiveDate {
    format!("2026-{month_and_day}").parse().expect("a date")
}

fn deal(id: &str, stage: Stage) -> Deal {
    let mut deal = Deal::new(DealId::new(id), id);
    deal.stage = stage.into();
    deal
}

fn summary(inbound: &str, outbound: &str, since: &str, unanswered: Option<u32>) -> Summary {
    let date = |text: &str| (!text.is_empty()).then(|| on(text));
    Summary {
        last_inbound: date(inbound),
        last_outbound: date(outbound),
        waiting_since: date(since),
        unanswered,
        ..Summary::default()
    }
}

fn imported(summary: Summary) -> Deal {
    Deal { summary, ..deal("imported", Stage::Quoted) }
}

fn with_story(story: &[(&str, TouchKind)]) -> Deal {
    let story = story.iter().map(|(date, kind)| Touch::new(on(date), *kind)).collect();
    Deal { story, ..deal("story", Stage::Quoted) }
}

fn promise(by: &str, state: PromiseState) -> Promise {
    Promise {
        kind: PromiseKind::Payment.into(),
        by: on(by),
        made: on("11-01"),
        state: state.into(),
        note: String::new(),
        ours: false,
        extra: Default::default(),
    }
}

fn document(deals: impl IntoIterator<Item = Deal>) -> Document {
    let deals = deals.into_iter().map(|deal| (deal.id.clone(), Arc::new(deal))).collect();
    Document { deals, ..Document::default() }
}

fn item(deal: Deal, date: &str) -> Item {
    Item::of(&Arc::new(deal), &Settings::default(), &WorkWeek::default(), on(date))
}
