//! The days that a deal knows, and the numbers of days between them.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::facts::DealFacts;
use crate::domain::calendar::days_between;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct KnownDays {
    /// What happened, is due or was promised.
    pub dates: BTreeSet<NaiveDate>,
    /// The day after one that is due or the last.
    pub day_after: BTreeSet<NaiveDate>,
    /// Lead time, cut-off, shutdown and their sums.
    pub spans: BTreeSet<i64>,
    /// Between two known days.
    pub between: BTreeSet<i64>,
}

impl KnownDays {
    pub(super) fn of(facts: &DealFacts<'_>, told: &BTreeSet<NaiveDate>) -> Self {
        let deal = facts.deal;
        let agreed = &deal.agreed;
        let rows = || facts.rows.iter().filter_map(|row| row.row.due);
        let last = [agreed.valid_until, agreed.ship_by, facts.last_true_day, deal.next];
        let mut dates: BTreeSet<NaiveDate> = told.clone();
        dates.insert(facts.on);
        dates.extend([agreed.pi_date].into_iter().chain(last).flatten());
        dates.extend(rows());
        dates.extend(facts.received.iter().map(|(on, _)| *on));
        dates.extend(deal.story.iter().flat_map(|touch| [Some(touch.on), touch.until]).flatten());
        dates.extend(deal.promises.iter().flat_map(|promise| [promise.by, promise.made]));
        dates.extend(deal.pause.iter().filter_map(|pause| pause.until));
        let summary = &deal.summary;
        dates.extend(
            [summary.last_inbound, summary.last_outbound, summary.waiting_since].into_iter().flatten(),
        );
        let ends = last.into_iter().flatten().chain(rows());
        let day_after = ends.filter_map(|day| day.succ_opt()).collect();
        let between = differences(&dates);
        Self { dates, day_after, spans: spans(facts), between }
    }

    pub(super) fn knows(&self, day: NaiveDate) -> bool {
        self.dates.contains(&day) || self.day_after.contains(&day)
    }

    /// The known day that a wrong one most likely means: the same day and month, else day and year, else the nearest.
    pub(super) fn meant(&self, day: NaiveDate) -> Option<NaiveDate> {
        let slip = |known: &&NaiveDate| {
            let same = |same: bool| u8::from(!same);
            let parts = [
                known.day() == day.day(),
                known.month() == day.month(),
                known.year() == day.year(),
                known.day() % 10 == day.day() % 10,
            ];
            (parts.map(same).iter().sum::<u8>(), days_between(day, **known).abs())
        };
        self.dates.iter().min_by_key(slip).copied()
    }
}

fn spans(facts: &DealFacts<'_>) -> BTreeSet<i64> {
    let agreed = &facts.deal.agreed;
    let making = facts.deal.plan.as_ref().and_then(|plan| plan.ships_days_after);
    let parts: Vec<i64> = [agreed.lead_time_days, agreed.shutdown_days, agreed.cut_off_days]
        .into_iter()
        .flatten()
        .map(i64::from)
        .collect();
    let mut sums = BTreeSet::from([0]);
    for part in parts {
        let more: Vec<i64> = sums.iter().map(|sum: &i64| sum.saturating_add(part)).collect();
        sums.extend(more);
    }
    sums.extend(making.map(i64::from));
    sums.retain(|sum| *sum > 0);
    sums
}

fn differences(dates: &BTreeSet<NaiveDate>) -> BTreeSet<i64> {
    let pairs = dates.iter().flat_map(|one| dates.iter().map(move |other| days_between(*one, *other)));
    pairs.filter(|apart| *apart > 0).collect()
}
