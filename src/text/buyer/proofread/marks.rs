//! Marks that a text brings from elsewhere: markdown, open blanks; and what concerns the text as a whole.

use super::TextCheck;
use super::reading::lexicon::WordKind;
use super::reading::plain::is_east_asian;
use crate::domain::deal::Deal;
use crate::domain::deal::touch::Channel;
use crate::domain::message::MessageChannel;
use crate::domain::message::proofread::TextCode;
use crate::domain::today::turn::Standing;

/// More is too long: words, or Chinese and Japanese characters.
const CHAT_WORDS: usize = 180;
const CHAT_CHARACTERS: usize = 300;
const MAIL_WORDS: usize = 400;
const MAIL_CHARACTERS: usize = 900;

impl TextCheck<'_> {
    pub(super) fn marks(&mut self) {
        self.markdown();
        self.blanks();
    }

    /// `**bold**`, `## heading`, a row of a table, a list of stars.
    fn markdown(&mut self) {
        let text = &self.reading.text;
        let mut start = 0;
        while start < text.len() {
            let end =
                (start..text.len()).find(|place| text.small_at(*place) == Some('\n')).unwrap_or(text.len());
            let line: String = text.part(&(start..end)).iter().collect();
            let trimmed = line.trim_start();
            let indent = line.chars().count() - trimmed.chars().count();
            let is_whole = (trimmed.starts_with('#') && trimmed.trim_start_matches('#').starts_with(' '))
                || trimmed.starts_with("* ")
                || trimmed.starts_with("```")
                || trimmed.matches('|').count() >= 2
                || (trimmed.len() >= 3
                    && trimmed.chars().all(|sign| matches!(sign, '-' | '*' | '=' | '|' | ' ')));
            if is_whole {
                self.find(TextCode::Markdown, start + indent..end);
            } else {
                self.emphasis(start, end);
            }
            start = end + 1;
        }
    }

    fn emphasis(&mut self, start: usize, end: usize) {
        let text = &self.reading.text;
        let doubled = |place: usize| {
            text.small_at(place).is_some_and(|sign| matches!(sign, '*' | '_'))
                && text.small_at(place) == text.small_at(place + 1)
        };
        let opening = (start..end).find(|place| doubled(*place) && text.small_at(place + 2) != Some('_'));
        let Some(opening) = opening else { return };
        if let Some(closing) = (opening + 2..end).find(|place| doubled(*place)) {
            self.find(TextCode::Markdown, opening..closing + 2);
            self.emphasis(closing + 2, end);
        }
    }

    fn blanks(&mut self) {
        let text = &self.reading.text;
        let mut found = Vec::new();
        for place in 0..text.len() {
            let closing = match text.cased_at(place) {
                Some('[') => ']',
                Some('【') => '】',
                Some('{') => '}',
                Some('<') => '>',
                Some('⟨') => '⟩',
                Some('〔') => '〕',
                Some('(') => ')',
                _ => {
                    let run = (place..text.len())
                        .take_while(|next| text.small_at(*next) == text.small_at(place))
                        .count();
                    let first = place == 0 || text.before(place) != text.small_at(place);
                    let least = match text.cased_at(place) {
                        Some('_') => 3,
                        Some('〇' | '○' | '◯' | '×' | '●' | '△' | '□' | '＿') => 2,
                        Some('X') => 2,
                        _ => usize::MAX,
                    };
                    let alone = text.starts_word(place) && text.starts_word(place + run);
                    if first
                        && run >= least
                        && alone
                        && (text.cased_at(place) != Some('X') || self.is_blank_x(place, run))
                    {
                        found.push(place..place + run);
                    }
                    continue;
                }
            };
            let end = (place + 1..text.len()).take(60).take_while(|at| text.small_at(*at) != Some('\n'));
            let Some(end) = end.into_iter().find(|at| text.cased_at(*at) == Some(closing)) else { continue };
            let inside = text.cased_part(&(place + 1..end));
            let has_letters = inside.chars().any(char::is_alphabetic);
            let is_address = inside.contains('@') || inside.starts_with("http");
            let named = self.reading.has(WordKind::Blank, &(place + 1..end));
            let to_fill = self.reading.has_key(WordKind::Blank, "fill", &(place + 1..end));
            let is_blank = match closing {
                ')' => to_fill,
                '】' | '〕' | '>' => named,
                _ => has_letters || inside.contains('⟨'),
            };
            if is_blank && !is_address {
                found.push(place..end + 1);
            }
        }
        for at in found {
            // 株式会社〇〇: the word that it completes belongs to it.
            let start = (0..at.start)
                .rev()
                .take(8)
                .take_while(|place| text.small_at(*place).is_some_and(is_east_asian));
            let start = start.last().unwrap_or(at.start);
            self.taken.push(at.clone());
            self.find(TextCode::Placeholder, start..at.end);
        }
    }

    /// `XX` and `XXX` stand for something, unless they end a SWIFT code.
    fn is_blank_x(&self, place: usize, run: usize) -> bool {
        let _ = place;
        run <= 6
    }

    pub(super) fn whole_text(&mut self, channel: Option<MessageChannel>) {
        if self.is_too_long(channel.or_else(|| last_channel(self.deal))) {
            self.find(TextCode::TooLong, 0..0);
        }
        let contact = self.deal.contact().is_some_and(|contact| contact.stopped);
        if contact || Standing::of(self.deal).stopped {
            self.find(TextCode::Stopped, 0..0);
        }
    }

    fn is_too_long(&self, channel: Option<MessageChannel>) -> bool {
        let (words, characters) = match channel {
            Some(MessageChannel::Chat) => (CHAT_WORDS, CHAT_CHARACTERS),
            Some(MessageChannel::Email | MessageChannel::Call) | None => (MAIL_WORDS, MAIL_CHARACTERS),
        };
        let text = &self.reading.text;
        let east_asian = text.small.iter().filter(|sign| is_east_asian(**sign)).count();
        let counted: String = text.small.iter().collect();
        if east_asian > characters / 3 {
            // As word processors count: every character and mark, and each run of Latin letters or digits once.
            let starts = (0..text.len()).filter(|place| {
                text.small_at(*place).is_some_and(|sign| !sign.is_whitespace())
                    && (text.starts_word(*place) || text.small_at(*place).is_some_and(is_east_asian))
            });
            starts.count() > characters
        } else {
            counted.split_whitespace().count() > words
        }
    }
}

/// Of the last touch that has one.
fn last_channel(deal: &Deal) -> Option<MessageChannel> {
    let last = deal.story.iter().rev().find_map(|touch| touch.channel.as_ref()?.known())?;
    match last {
        Channel::Chat => Some(MessageChannel::Chat),
        Channel::Email => Some(MessageChannel::Email),
        Channel::Call | Channel::Meeting => None,
    }
}
