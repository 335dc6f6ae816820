//! What the buyer's last words ask for: their points, and a quantity or price to be worked out anew.

mod offer;
mod sentences;

use chrono::NaiveDate;

pub(crate) use self::offer::{AskedOffer, asked_offer, quantity_of};
use self::sentences::{asks, says_yes, sentences};
use super::typed::one_line;
use crate::domain::deal::Deal;
use crate::domain::deal::touch::{Touch, TouchKind};

/// The buyer's last message, as far as it was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TheirLastMessage {
    pub on: NaiveDate,
    /// One line; empty where their words were not noted.
    pub words: String,
    /// What wants an answer, at most five; the whole message where nothing in it stands out.
    pub points: Vec<String>,
    /// A yes without a question, a request or a but.
    pub is_yes: bool,
}

/// More points than this are answered together with the last.
const MOST_POINTS: usize = 5;
/// A quotation is no copy of a book.
const LONGEST_QUOTED: usize = 400;

impl TheirLastMessage {
    /// Their last message up to this day.
    pub(crate) fn of(deal: &Deal, on: NaiveDate) -> Option<Self> {
        let is_theirs =
            |touch: &&Touch| touch.on <= on && touch.kind.known().is_some_and(TouchKind::is_from_them);
        let touch = deal.story.iter().rev().find(is_theirs)?;
        Some(Self::read(touch.on, &touch.note))
    }

    pub(crate) fn read(on: NaiveDate, note: &str) -> Self {
        let sentences = sentences(note);
        let asking: Vec<&str> =
            sentences.iter().map(|sentence| &**sentence).filter(|sentence| asks(sentence)).collect();
        let words = shortened(&one_line(note));
        let is_yes = asking.is_empty() && says_yes(&words);
        let points = if asking.is_empty() { vec![words.clone()] } else { in_points(&asking) };
        let points = points.into_iter().filter(|point| !point.is_empty()).collect();
        Self { on, words, points, is_yes }
    }
}

fn in_points(asking: &[&str]) -> Vec<String> {
    let mut points: Vec<String> = asking.iter().map(|sentence| shortened(sentence)).collect();
    if points.len() > MOST_POINTS {
        let rest = points.split_off(MOST_POINTS.saturating_sub(1));
        points.push(shortened(&rest.join(" ")));
    }
    points
}

fn shortened(line: &str) -> String {
    if line.chars().count() <= LONGEST_QUOTED {
        return line.to_owned();
    }
    line.chars().take(LONGEST_QUOTED).collect::<String>().trim_end().to_owned() + "…"
}
