//! Marks that a text brings from elsewhere: markdown, open blanks; and what concerns the text as a whole.

use std::ops::Range;

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
        let doubled = |place: &usize| {
            text.small_at(*place).is_some_and(|sign| matches!(sign, '*' | '_'))
                && text.small_at(*place) == text.small_at(place + 1)
                && text.small_at(place + 2) != Some('_')
        };
        let mut found = Vec::new();
        let mut from = start;
        while let Some(opening) = (from..end).find(doubled) {
            let Some(closing) = (opening + 2..end).find(doubled) else { break };
            found.push(opening..closing + 2);
            from = closing + 2;
        }
        for at in found {
            self.find(TextCode::Markdown, at);
        }
    }

    /// `[Your name]`, `【日期】`, `{{company}}`, `XX`, `〇〇`, `____`.
    fn blanks(&mut self) {
        let text = &self.reading.text;
        let found: Vec<Range<usize>> =
            (0..text.len()).filter_map(|place| self.bracket(place).or_else(|| self.run(place))).collect();
        for at in found {
            // 株式会社〇〇: the word that it completes belongs to it.
            let is_joined = |place: &usize| text.small_at(*place).is_some_and(is_east_asian);
            let start = (0..at.start).rev().take(8).take_while(is_joined).last().unwrap_or(at.start);
            self.taken.push(at.clone());
            self.find(TextCode::Placeholder, start..at.end);
        }
    }

    /// A bracket whose words ask to be replaced.
    fn bracket(&self, place: usize) -> Option<Range<usize>> {
        let text = &self.reading.text;
        let closing = match text.cased_at(place)? {
            '[' => ']',
            '【' => '】',
            '{' => '}',
            '<' => '>',
            '⟨' => '⟩',
            '〔' => '〕',
            '(' => ')',
            _ => return None,
        };
        if text.before(place) == text.small_at(place) {
            return None;
        }
        let line = (place + 1..text.len()).take(60).take_while(|at| text.small_at(*at) != Some('\n'));
        let end = line.into_iter().find(|at| text.cased_at(*at) == Some(closing))?;
        let inside = place + 1..end;
        let words = text.cased_part(&inside);
        let is_blank = match closing {
            ')' => self.reading.has_key(WordKind::Blank, "fill", &inside),
            '】' | '〕' | '>' => self.reading.has(WordKind::Blank, &inside),
            _ => words.chars().any(char::is_alphabetic),
        };
        let is_address = words.contains('@') || words.starts_with("http");
        (is_blank && !is_address).then_some(place..end + 1)
    }

    /// Signs repeated in place of a word.
    fn run(&self, place: usize) -> Option<Range<usize>> {
        let text = &self.reading.text;
        let sign = text.cased_at(place)?;
        let least = match sign {
            '_' => 3,
            '〇' | '○' | '◯' | '×' | '●' | '△' | '□' | 'X' => 2,
            _ => return None,
        };
        let begins = place.checked_sub(1).and_then(|before| text.cased_at(before)) != Some(sign);
        if !begins {
            return None;
        }
        let length = (place..text.len()).take_while(|at| text.cased_at(*at) == Some(sign)).count();
        let is_alone = text.starts_word(place) && text.starts_word(place + length);
        (length >= least && is_alone).then_some(place..place + length)
    }

    pub(super) fn whole_text(&mut self, channel: Option<MessageChannel>) {
        if self.reading.text.is_cut || self.is_too_long(channel.or_else(|| last_channel(self.deal))) {
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
