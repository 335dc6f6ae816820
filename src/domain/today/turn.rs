//! Whose turn it is in a deal: who wrote last, since when we wait, and how cold it has become.

use chrono::NaiveDate;

use crate::domain::calendar::days_between;
use crate::domain::deal::touch::{Channel, Summary, Touch, TouchKind};
use crate::domain::deal::{Deal, Stage};
use crate::domain::money::Money;
use crate::domain::settings::Settings;
use crate::named;

/// Whose turn it is to write; payments are handled separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ball {
    /// They wrote last: we owe a reply.
    Ours,
    /// We wrote last: they owe an answer.
    Buyers,
    /// Nobody owes the other a word.
    Nobody,
}

/// They say they have paid; nothing has arrived yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InTransit {
    pub since: NaiveDate,
    pub money: Option<Money>,
}

/// Where the correspondence stands after everything that was imported and logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub ball: Ball,
    pub last_inbound: Option<NaiveDate>,
    pub last_outbound: Option<NaiveDate>,
    /// When money last arrived: not a message, but a sign of life.
    pub last_payment: Option<NaiveDate>,
    /// The first message of ours that is still unanswered.
    pub waiting_since: Option<NaiveDate>,
    /// How many of our touches are unanswered; 0 also where an import does not say.
    pub unanswered: u32,
    pub tried_call: bool,
    pub in_transit: Option<InTransit>,
    /// Their auto-reply says they are back on this day.
    pub away_until: Option<NaiveDate>,
    /// The last time a message came back.
    pub bounced_on: Option<NaiveDate>,
    /// Everybody we know there asked us to stop.
    pub stopped: bool,
}

impl Standing {
    pub fn of(deal: &Deal) -> Self {
        let mut standing = Self::from_summary(&deal.summary);
        let summary_ends = deal.summary.last_inbound.max(wrote_last(&deal.summary));
        let mut asked_to_stop = false;
        for touch in &deal.story {
            standing.note_facts(touch);
            asked_to_stop =
                touch.kind.is(TouchKind::Stopped) || (asked_to_stop && !touch.kind.is(TouchKind::Replied));
            // An old e-mail logged late must not undo what the import knew to have happened after it.
            let counted_already = touch.in_summary || summary_ends.is_some_and(|end| touch.on < end);
            if !counted_already {
                standing.pass_ball(touch);
            }
        }
        if let Some(plan) = &deal.plan {
            standing.last_payment =
                standing.last_payment.max(plan.payments.iter().map(|payment| payment.on).max());
            // A claim to have paid while every row is closed is about money that has arrived.
            standing.in_transit = standing.in_transit.filter(|transit| !plan.is_settled(transit.since));
        }
        standing.stopped = if deal.contacts.is_empty() {
            asked_to_stop
        } else {
            deal.contacts.iter().all(|contact| contact.stopped)
        };
        standing
    }

    /// The last sign of life: a payment ends the silence as a message does.
    pub fn last_heard(&self) -> Option<NaiveDate> {
        self.last_inbound.max(self.last_payment)
    }

    /// Whether that sign was a payment.
    pub fn heard_by_payment(&self) -> bool {
        self.last_payment > self.last_inbound
    }

    pub fn money_arrived(&self) -> bool {
        self.last_payment.is_some()
    }

    fn from_summary(summary: &Summary) -> Self {
        let ball = match (summary.last_inbound, wrote_last(summary)) {
            (None, None) => Ball::Nobody,
            (Some(_), None) => Ball::Ours,
            (None, Some(_)) => Ball::Buyers,
            (Some(inbound), Some(outbound)) if outbound >= inbound => Ball::Buyers,
            (Some(_), Some(_)) => Ball::Ours,
        };
        let waits = ball == Ball::Buyers;
        Self {
            ball,
            last_inbound: summary.last_inbound,
            last_outbound: summary.last_outbound,
            last_payment: None,
            waiting_since: if waits { waiting_start(summary) } else { None },
            unanswered: if waits { summary.unanswered.unwrap_or(0) } else { 0 },
            tried_call: false,
            in_transit: None,
            away_until: None,
            bounced_on: None,
            stopped: false,
        }
    }

    /// Notes what does not depend on whose turn it is, even where a summary counts the touch.
    fn note_facts(&mut self, touch: &Touch) {
        let Some(kind) = touch.kind.known() else { return };
        match kind {
            TouchKind::Called => self.tried_call = true,
            TouchKind::Wrote | TouchKind::Copied => {
                self.tried_call |= touch.channel.as_ref().is_some_and(|channel| channel.is(Channel::Call));
            }
            TouchKind::AutoReply => self.away_until = touch.until.or(self.away_until),
            TouchKind::Bounced => self.bounced_on = self.bounced_on.max(Some(touch.on)),
            TouchKind::SaysPaid => {
                self.in_transit = Some(InTransit { since: touch.on, money: touch.money });
            }
            TouchKind::Arrived => {
                self.in_transit = None;
                self.last_payment = self.last_payment.max(Some(touch.on));
            }
            TouchKind::Replied => self.away_until = None,
            TouchKind::Stopped | TouchKind::Promised | TouchKind::Note => {}
        }
        if kind.is_from_them() {
            self.last_inbound = self.last_inbound.max(Some(touch.on));
        }
        if kind.is_from_us() {
            self.last_outbound = self.last_outbound.max(Some(touch.on));
        }
    }

    fn pass_ball(&mut self, touch: &Touch) {
        let Some(kind) = touch.kind.known() else { return };
        match kind {
            TouchKind::Replied => self.answered(Ball::Ours),
            // A date that they name does not answer what they asked us.
            TouchKind::Promised if self.ball == Ball::Ours => {}
            TouchKind::Promised | TouchKind::SaysPaid => self.answered(Ball::Buyers),
            // Money came, or they want no more words: neither side owes an answer.
            TouchKind::Arrived | TouchKind::Stopped => self.answered(Ball::Nobody),
            TouchKind::Wrote | TouchKind::Called | TouchKind::Copied => {
                if self.ball != Ball::Ours || touch.answers() {
                    self.asked(touch.on);
                }
            }
            TouchKind::AutoReply | TouchKind::Bounced | TouchKind::Note => {}
        }
    }

    fn answered(&mut self, ball: Ball) {
        self.ball = ball;
        self.waiting_since = None;
        self.unanswered = 0;
    }

    /// Our first message after theirs starts the waiting; later ones are only counted.
    fn asked(&mut self, on: NaiveDate) {
        if self.ball == Ball::Buyers && self.waiting_since.is_some() {
            self.unanswered = self.unanswered.max(1).saturating_add(1);
        } else {
            self.waiting_since = Some(on);
            self.unanswered = 1;
        }
        self.ball = Ball::Buyers;
    }
}

impl TouchKind {
    /// A person at the buyer's said something.
    pub(crate) fn is_from_them(self) -> bool {
        match self {
            Self::Replied | Self::Stopped | Self::Promised | Self::SaysPaid => true,
            Self::Wrote
            | Self::Called
            | Self::Copied
            | Self::AutoReply
            | Self::Bounced
            | Self::Arrived
            | Self::Note => false,
        }
    }

    /// We said something.
    pub(crate) fn is_from_us(self) -> bool {
        matches!(self, Self::Wrote | Self::Called | Self::Copied)
    }
}

/// Whole days since the first unanswered message; 0 while nobody owes us an answer.
pub fn waiting_days(deal: &Deal, standing: &Standing, on: NaiveDate) -> u32 {
    if standing.ball != Ball::Buyers || deal.stage().is_ours() || deal.stage().is_closed() {
        return 0;
    }
    standing.waiting_since.map_or(0, |since| u32::try_from(days_between(since, on)).unwrap_or(0))
}

/// Whether the buyer has been silent for as long as the stage allows.
pub fn is_stale(settings: &Settings, stage: Stage, waiting_days: u32) -> bool {
    let threshold = settings.threshold(stage);
    threshold > 0 && waiting_days >= threshold
}

named! {
    /// How cold a deal is: waiting days against the threshold of its stage.
    pub enum Temperature {
        Warm = "warm",
        Cooling = "cooling",
        Cold = "cold",
        Frozen = "frozen",
    }
}

impl Temperature {
    /// A threshold of 0 keeps a deal warm for ever.
    pub fn of(waiting_days: u32, threshold: u32) -> Self {
        let (waited, step) = (u64::from(waiting_days), u64::from(threshold));
        if step == 0 || waited < step {
            Self::Warm
        } else if waited < step.saturating_mul(2) {
            Self::Cooling
        } else if waited < step.saturating_mul(4) {
            Self::Cold
        } else {
            Self::Frozen
        }
    }
}

/// The buyer's own last words, where they were noted.
pub fn last_words(deal: &Deal) -> Option<&str> {
    deal.story
        .iter()
        .rev()
        .filter(|touch| touch.kind.known().is_some_and(TouchKind::is_from_them))
        .map(|touch| touch.note.trim())
        .find(|note| !note.is_empty())
}

/// When we wrote last, as far as a summary tells: whoever waits since a day wrote on it.
fn wrote_last(summary: &Summary) -> Option<NaiveDate> {
    summary.last_outbound.max(summary.waiting_since)
}

/// After several messages our last one does not tell when the waiting began, so theirs counts.
fn waiting_start(summary: &Summary) -> Option<NaiveDate> {
    summary.waiting_since.or_else(|| {
        if summary.unanswered.unwrap_or(0) <= 1 {
            summary.last_outbound
        } else {
            summary.last_inbound.or(summary.last_outbound)
        }
    })
}

/// The correspondence of a deal in four facts, its story included: what an export writes and an import compares.
pub fn summary_of(deal: &Deal) -> Summary {
    let tells_more = |touch: &Touch| {
        !touch.in_summary && touch.kind.known().is_some_and(|kind| kind.is_from_us() || kind.is_from_them())
    };
    if !deal.story.iter().any(tells_more) {
        return deal.summary.clone();
    }
    let standing = Standing::of(deal);
    Summary {
        last_inbound: standing.last_inbound,
        last_outbound: standing.last_outbound,
        waiting_since: standing.waiting_since,
        unanswered: Some(standing.unanswered),
        extra: deal.summary.extra.clone(),
    }
}
