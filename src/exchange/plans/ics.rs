//! Writes payments as a calendar for Outlook, Google, Apple and phones: all-day entries with alarms.
//!
//! An entry keeps its UID when its date or amount changes, so that a calendar importing the file again moves its entry
//! instead of adding a second one. One that is settled is in the file as cancelled, which takes it out of the calendar.

use chrono::{DateTime, Days, NaiveDate, Utc};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, EventStatus, Property};

use crate::domain::deal::DealId;
use crate::text::buyer::schedule::{CalendarEntry, EntryState};

/// Days before the entry on which an alarm rings, at [`ALARM_HOUR`]. Never the day itself: an entry of a whole day starts
/// at midnight, and Outlook has no alarm after the start.
pub const ALARM_DAYS_BEFORE: [u32; 2] = [3, 1];
/// In local time of the calendar's owner.
pub const ALARM_HOUR: u32 = 9;

const PRODUCT: &str = "-//Icebreak//Payment plans//EN";

/// Who the entries are for. Both kinds may be in one calendar, so their UIDs differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Seller,
    Buyer,
}

/// Entries of one plan.
#[derive(Clone, Debug)]
pub struct Dated {
    /// The id of the deal, or of a plan without one.
    pub plan: PlanId,
    pub audience: Audience,
    pub entries: Vec<CalendarEntry>,
}

/// The permanent id of a plan.
#[derive(Clone, Debug)]
pub enum PlanId {
    Deal(DealId),
    /// A plan without a deal is identified by its start and total.
    Quick {
        start: NaiveDate,
        total: String,
    },
}

/// A named calendar made at a given time; a later one replaces an earlier one, entry by entry.
pub fn calendar_ics(name: &str, category: &str, plans: &[Dated], made: DateTime<Utc>) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", PRODUCT),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", name),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    for plan in plans {
        for entry in &plan.entries {
            calendar.push(event(entry, &uid(plan, &entry.key), category, made));
        }
    }
    mended(&calendar.to_string()).into_bytes()
}

fn event(entry: &CalendarEntry, uid: &str, category: &str, made: DateTime<Utc>) -> Event {
    let mut event = Event::new();
    event
        .uid(uid)
        .timestamp(made)
        .last_modified(made)
        .sequence(sequence(made))
        .summary(&entry.summary)
        .description(&entry.description)
        .categories([category])
        .add_property("TRANSP", "TRANSPARENT")
        .append_property(day("DTSTART", entry.on));
    // The end date is exclusive; on the last day of the calendar it is omitted.
    if let Some(next) = entry.on.checked_add_days(Days::new(1)) {
        event.append_property(day("DTEND", next));
    }
    match entry.state {
        EntryState::Open => {
            for days in ALARM_DAYS_BEFORE {
                event.alarm(alarm(entry, days, uid));
            }
        }
        EntryState::Settled => {
            event.status(EventStatus::Cancelled);
        }
    }
    event.done()
}

fn alarm(entry: &CalendarEntry, days: u32, uid: &str) -> Alarm {
    let mut alarm = Alarm::display(&entry.summary, chrono::Duration::zero());
    alarm.uid(&format!("{days}-days-{uid}")).add_property("TRIGGER", trigger(days, ALARM_HOUR));
    alarm
}

fn day(key: &str, date: NaiveDate) -> Property {
    Property::new(key, date.format("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
}

/// Corrects the library's output: it adds time stamps to alarms, which have none, and folds some lines an octet late.
fn mended(calendar: &str) -> String {
    let mut mended = String::with_capacity(calendar.len());
    let mut in_alarm = false;
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        in_alarm = (in_alarm || line == "BEGIN:VALARM") && line != "END:VALARM";
        if !(in_alarm && line.starts_with("DTSTAMP")) {
            fold(line, &mut mended);
        }
    }
    mended
}

/// The maximum octets of a line, including the space before a continuation.
const LONGEST_LINE: usize = 75;

fn fold(line: &str, out: &mut String) {
    let mut rest = line;
    let mut room = LONGEST_LINE;
    while rest.len() > room {
        let ends = rest.char_indices().map(|(at, _)| at).take_while(|at| *at <= room);
        // Some readers remove all spaces around the fold.
        let inside_a_word = |at: &usize| {
            rest.split_at_checked(*at).is_some_and(|(before, after)| {
                !before.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace)
            })
        };
        let Some(end) = ends.filter(inside_a_word).last().filter(|end| *end > 0) else { break };
        let Some((begun, left)) = rest.split_at_checked(end) else { break };
        out.push_str(begun);
        out.push_str("\r\n ");
        rest = left;
        room = LONGEST_LINE.saturating_sub(1);
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// Relative to midnight at the start of the day: 9:00 three days before is `-P2DT15H`, the day before `-PT15H`.
fn trigger(days_before: u32, hour: u32) -> String {
    let hours = 24_u32.saturating_sub(hour);
    match days_before.saturating_sub(1) {
        0 => format!("-PT{hours}H"),
        days => format!("-P{days}DT{hours}H"),
    }
}

/// Increases with every export, as calendars expect of a newer version.
fn sequence(made: DateTime<Utc>) -> u32 {
    u32::try_from(made.timestamp().checked_div(60).unwrap_or(0)).unwrap_or(0)
}

fn uid(plan: &Dated, key: &str) -> String {
    let whose = match &plan.plan {
        PlanId::Deal(id) => plain(id.as_str()),
        PlanId::Quick { start, total } => plain(&format!("quick-{start}-{total}")),
    };
    let audience = match plan.audience {
        Audience::Seller => "seller",
        Audience::Buyer => "buyer",
    };
    format!("{whose}-{key}-{audience}@icebreak.invalid")
}

/// An id from an imported pack may hold any characters; encodes it with safe ones, keeping it unique.
fn plain(id: &str) -> String {
    let mut safe = String::with_capacity(id.len());
    for character in id.chars() {
        if character.is_ascii_alphanumeric() || matches!(character, '-' | '.') {
            safe.push(character);
        } else {
            safe.push_str(&format!("_{:x}_", u32::from(character)));
        }
    }
    safe
}
