//! The words of one language that a check looks for, read from its file once.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::pattern::{Beginning, LetterMarks, Pattern};
use super::plain::{PlainText, is_word};
use crate::assets::proofread::lexicons;
use crate::domain::names::Named as _;
use crate::named;

named! {
    /// What a word or a turn of phrase is looked for.
    pub(in crate::text::buyer::proofread) enum WordKind {
        Month = "month",
        Weekday = "weekday",
        /// Between a day and its month, or a weekday and its day.
        DateFiller = "date-filler",
        /// Before the number of a day that stands alone.
        DayBefore = "day-before",
        /// The number of days from today; a weekday or end of a week as well.
        Relative = "relative",
        Currency = "currency",
        Percent = "percent",
        Tenths = "tenths",
        PerPiece = "per-piece",
        Parts = "parts",
        DayUnit = "day-unit",
        Unit = "unit",
        /// Counts something else than goods: hours, containers.
        OtherUnit = "other-unit",
        Total = "total",
        Deposit = "deposit",
        Balance = "balance",
        Money = "money",
        Part = "part",
        Want = "want",
        Arrived = "arrived",
        Ship = "ship",
        Latest = "latest",
        Late = "late",
        /// The quotation and how long it stands.
        Valid = "valid",
        Making = "making",
        Terms = "terms",
        Call = "call",
        Not = "not",
        Phrase = "phrase",
        Promise = "promise",
        Figure = "figure",
        Pressure = "pressure",
        Invented = "invented",
        /// What the seller will do, where haste is no pressure.
        OurDoing = "our-doing",
        Ask = "ask",
        Also = "also",
        Courtesy = "courtesy",
        Greeting = "greeting",
        Title = "title",
        Account = "account",
        Blank = "blank",
        Place = "place",
    }
}

/// A word of the lexicon at a place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::text::buyer::proofread) struct WordHit {
    pub kind: WordKind,
    /// What it is one of: `01` of the months, `free` of the promises.
    pub key: &'static str,
    pub at: Range<usize>,
}

#[derive(Debug)]
pub(in crate::text::buyer::proofread) struct Lexicon {
    pub language: &'static str,
    entries: Vec<LexiconEntry>,
    by_beginning: HashMap<Beginning, Vec<usize>>,
    /// Entries that begin with a number, and those that can begin with anything.
    of_numbers: Vec<usize>,
    open: Vec<usize>,
    /// The longest first.
    pub numbers: Vec<(Vec<char>, u64)>,
    pub joiners: Vec<Vec<char>>,
    /// Common words, which tell the language and say nothing of the matter.
    common: HashSet<Vec<char>>,
}

#[derive(Debug)]
struct LexiconEntry {
    kind: WordKind,
    key: &'static str,
    pattern: Pattern,
}

/// The lexicon of a language and what all languages share.
pub(in crate::text::buyer::proofread) fn lexicon(language: &str) -> Option<&'static Lexicon> {
    ALL.iter().find(|lexicon| lexicon.language == language)
}

pub(in crate::text::buyer::proofread) fn all() -> impl Iterator<Item = &'static Lexicon> {
    ALL.iter()
}

static ALL: LazyLock<Vec<Lexicon>> = LazyLock::new(|| {
    let common = lexicons().find(|(language, _)| *language == "common").map_or("", |(_, source)| source);
    let own = lexicons().filter(|(language, _)| *language != "common");
    own.map(|(language, source)| {
        let mut lexicon = Lexicon::empty(language);
        lexicon.read(source);
        lexicon.read(common);
        lexicon.numbers.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        lexicon
    })
    .collect()
});

impl Lexicon {
    fn empty(language: &'static str) -> Self {
        Self {
            language,
            entries: Vec::new(),
            by_beginning: HashMap::new(),
            of_numbers: Vec::new(),
            open: Vec::new(),
            numbers: Vec::new(),
            joiners: Vec::new(),
            common: HashSet::new(),
        }
    }

    /// Lines below a header `[kind]` or `[kind key]`; `//` begins a remark.
    fn read(&mut self, source: &'static str) {
        let mut header = ("", "");
        for line in source.lines().map(str::trim) {
            if line.is_empty() || line.starts_with("//") {
                continue;
            }
            let inside = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            match inside.filter(|inside| !inside.contains(['[', ']', '|'])) {
                Some(inside) => header = inside.split_once(' ').unwrap_or((inside, "")),
                None => self.add(header, line),
            }
        }
    }

    fn add(&mut self, (kind, key): (&'static str, &'static str), line: &'static str) {
        if kind == "number" {
            let words = line.split('|').map(|word| word.chars().collect());
            let value = key.parse().ok();
            self.numbers.extend(words.filter_map(|word| Some((word, value?))));
        } else if kind == "stop" {
            self.common.extend(line.split('|').map(|word| word.chars().collect::<Vec<char>>()));
        } else if kind == "number-joiner" {
            self.joiners.push(line.chars().collect());
        } else if let Some(kind) = WordKind::from_name(kind) {
            let patterns = Pattern::read(line, LetterMarks::of(self.language));
            for pattern in patterns.into_iter().flatten() {
                self.add_entry(LexiconEntry { kind, key, pattern });
            }
        }
    }

    fn add_entry(&mut self, entry: LexiconEntry) {
        let place = self.entries.len();
        if entry.pattern.begins_with_number() {
            self.of_numbers.push(place);
        } else if entry.pattern.begins.is_empty() {
            self.open.push(place);
        }
        for beginning in &entry.pattern.begins {
            self.by_beginning.entry(*beginning).or_default().push(place);
        }
        self.entries.push(entry);
    }

    pub(in crate::text::buyer::proofread) fn is_common(&self, word: &[char]) -> bool {
        self.common.contains(word)
    }

    /// How many of the words in a range are common ones of this language.
    pub(in crate::text::buyer::proofread) fn common_words(
        &self,
        text: &PlainText,
        range: &Range<usize>,
    ) -> usize {
        text.part(range).split(|sign| !is_word(*sign)).filter(|word| self.is_common(word)).count()
    }

    /// The words of the lexicon in these sentences, in the order of the text.
    pub(in crate::text::buyer::proofread) fn hits(
        &self,
        text: &PlainText,
        sentences: &[Range<usize>],
        numbers: &dyn Fn(usize) -> Option<usize>,
        wanted: &dyn Fn(WordKind) -> bool,
    ) -> Vec<WordHit> {
        let mut hits = Vec::new();
        for sentence in sentences {
            for place in sentence.clone() {
                let sign = text.small_at(place).filter(|sign| *sign != ' ' && *sign != '\n');
                let Some(sign) = sign.filter(|sign| !is_word(*sign) || text.starts_word(place)) else {
                    continue;
                };
                let counts = numbers(place).is_some();
                for entry in
                    self.beginning(sign, text.small_at(place + 1), counts).filter(|entry| wanted(entry.kind))
                {
                    if let Some(end) = entry.pattern.ends(text, place, sentence.end, numbers) {
                        hits.push(WordHit { kind: entry.kind, key: entry.key, at: place..end });
                    }
                }
            }
        }
        hits
    }

    /// What can begin with these two signs.
    fn beginning(&self, sign: char, next: Option<char>, counts: bool) -> impl Iterator<Item = &LexiconEntry> {
        let certain = next.and_then(|next| self.by_beginning.get(&(sign, Some(next))));
        let known = certain.into_iter().chain(self.by_beginning.get(&(sign, None))).flatten();
        let numbers = self.of_numbers.iter().filter(move |_| counts);
        known.chain(numbers).chain(&self.open).filter_map(|place| self.entries.get(*place))
    }
}

/// What is wrong with the lexicon files: unknown headers, open brackets, numbers without a value.
pub fn lexicon_problems() -> Vec<String> {
    let mut problems = Vec::new();
    for (language, source) in lexicons() {
        let mut header = ("", "");
        for (number, line) in source.lines().map(str::trim).enumerate() {
            if line.is_empty() || line.starts_with("//") {
                continue;
            }
            let inside = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            if let Some(inside) = inside.filter(|inside| !inside.contains(['[', ']', '|'])) {
                header = inside.split_once(' ').unwrap_or((inside, ""));
                continue;
            }
            let fits = match header.0 {
                "number" => header.1.parse::<u64>().is_ok(),
                "number-joiner" | "stop" => true,
                kind => {
                    WordKind::from_name(kind).is_some()
                        && Pattern::read(line, LetterMarks::of(language)).is_some()
                }
            };
            if !fits {
                problems.push(format!("{language}:{}: {line}", number + 1));
            }
        }
    }
    problems
}
