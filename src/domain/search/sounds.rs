//! Chinese characters found by what people type of their pinyin: whole syllables, initials, or both mixed.

use pinyin::{ToPinyin as _, ToPinyinMulti as _};

/// The Chinese words of a text, with the letters that each character can begin with.
#[derive(Clone, Debug, Default)]
pub(super) struct Sounds(Box<[Sound]>);

/// A character, or `BREAK` between two words.
#[derive(Clone, Copy, Debug)]
struct Sound {
    letter: char,
    /// One bit for each letter from a to z.
    initials: u32,
}

const BREAK: Sound = Sound { letter: '\n', initials: 0 };

/// Left out where people shorten an address: 佛山顺德 is 佛山市顺德区.
const LEFT_OUT: [char; 7] = ['市', '省', '区', '县', '镇', '州', '街'];

const DOUBLE_INITIALS: [&[u8]; 3] = [b"zh", b"ch", b"sh"];

impl Sounds {
    pub(super) fn of(text: &str) -> Self {
        let mut sounds: Vec<Sound> = Vec::new();
        for letter in text.chars() {
            if letter.to_pinyin().is_some() {
                sounds.push(Sound { letter, initials: initials(letter) });
            } else if sounds.last().is_some_and(|last| last.letter != BREAK.letter) {
                sounds.push(BREAK);
            }
        }
        Self(sounds.into_boxed_slice())
    }

    /// Whether typed letters are found, and if so whether at the start of a word.
    pub(super) fn find(&self, typed: &str) -> Option<SoundPlace> {
        if typed.is_empty() || !typed.bytes().all(|letter| letter.is_ascii_lowercase()) {
            return None;
        }
        let mut starts_word = true;
        let mut found = None;
        for (at, sound) in self.0.iter().enumerate() {
            let here = self.0.get(at..).is_some_and(|rest| matches(rest, typed.as_bytes()));
            match (here, starts_word) {
                (true, true) => return Some(SoundPlace::WordStart),
                (true, false) => found = Some(SoundPlace::Within),
                (false, _) => {}
            }
            starts_word = sound.letter == BREAK.letter;
        }
        found
    }
}

/// Where in a word typed letters were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SoundPlace {
    WordStart,
    Within,
}

/// Whether the typed letters are the sounds from here on, each whole or by its initial; the last may be unfinished.
fn matches(sounds: &[Sound], typed: &[u8]) -> bool {
    let (Some((first, after)), Some((initial, left))) = (sounds.split_first(), typed.split_first()) else {
        return typed.is_empty();
    };
    if first.initials & bit(*initial) == 0 {
        return false;
    }
    follows(after, left)
        || spellings(first.letter).any(|sound| {
            let sound = sound.as_bytes();
            let double_initial =
                sound.get(..2).filter(|start| DOUBLE_INITIALS.iter().any(|double| double == start));
            let is_begun = sound.len() > 1 && sound.starts_with(typed);
            let reaches = |part: &[u8]| {
                part.len() > 1 && typed.strip_prefix(part).is_some_and(|left| follows(after, left))
            };
            is_begun || reaches(sound) || double_initial.is_some_and(reaches)
        })
}

/// The same behind a first character, where an address may be shortened.
fn follows(sounds: &[Sound], typed: &[u8]) -> bool {
    let shortened = sounds.split_first().filter(|(first, _)| LEFT_OUT.contains(&first.letter));
    matches(sounds, typed) || shortened.is_some_and(|(_, after)| matches(after, typed))
}

/// How a character's readings are typed: ü is "u" or "v".
fn spellings(letter: char) -> impl Iterator<Item = String> {
    let readings = letter.to_pinyin_multi().into_iter().flatten();
    readings.flat_map(|reading| {
        let plain = reading.plain();
        let with_v = plain.contains('ü').then(|| plain.replace('ü', "v"));
        std::iter::once(plain.replace('ü', "u")).chain(with_v)
    })
}

fn initials(letter: char) -> u32 {
    spellings(letter).filter_map(|sound| sound.bytes().next()).fold(0, |all, initial| all | bit(initial))
}

fn bit(letter: u8) -> u32 {
    match letter {
        b'a'..=b'z' => 1 << letter.saturating_sub(b'a'),
        _other => 0,
    }
}
