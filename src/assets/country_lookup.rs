//! Which country a text names: a code in capitals, a name in one of many languages, or two names of one country.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use super::{country_facts, country_names};
use crate::domain::country::Country;
use crate::domain::search::fold;

/// None where the text names no country, or may mean several ("Congo").
pub(super) fn find(text: &str) -> Option<Country> {
    let text = text.trim();
    one(text).or_else(|| turned(text)).or_else(|| in_all_parts(text))
}

/// What is compared of a name: letters and digits, small, with their accents.
fn key(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).nfc().filter(|letter| letter.is_alphanumeric()).collect()
}

struct Lookup {
    /// Codes of two and three letters, in capitals: "NO" is Norway, "No" is an answer.
    codes: HashMap<&'static str, Country>,
    names: HashMap<String, Country>,
    /// Long names as a keyboard without accents writes them; short ones would meet other words.
    unaccented: HashMap<String, Country>,
}

/// A name that two countries have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedName {
    pub countries: [Country; 2],
    /// Whether the first is usually meant.
    pub first_is_meant: bool,
}

/// The names, the two countries, and whether the first is usually meant: it is that country's own name, or trade with the
/// other is rare.
const SHARED: &[(&[&str], [&str; 2], bool)] = &[
    (&["congo", "kongo", "конго", "콩고", "刚果", "剛果", "コンゴ"], ["CD", "CG"], false),
    (&["korea", "corea", "corée", "coreia", "корея", "kore", "코리아"], ["KR", "KP"], true),
    (&["guinea", "guinée", "guiné", "гвинея", "几内亚", "幾內亞"], ["GN", "GQ"], true),
    (&["guiana", "guyane"], ["GF", "GY"], false),
    (&["dominican"], ["DO", "DM"], false),
    (&["virginislands", "维尔京群岛", "維爾京群島"], ["VI", "VG"], true),
    (&["saintmartin", "stmartin", "圣马丁", "聖馬丁"], ["MF", "SX"], true),
];

/// The countries that share the name in the text.
pub(super) fn shared(text: &str) -> Option<SharedName> {
    let (_, codes, first_is_meant) = shared_names(&key(text))?;
    let [one, other] = codes.map(Country::from_code);
    Some(SharedName { countries: [one?, other?], first_is_meant: *first_is_meant })
}

fn shared_names(key: &str) -> Option<&'static (&'static [&'static str], [&'static str; 2], bool)> {
    SHARED.iter().find(|(names, ..)| names.contains(&key))
}

/// A name without its accents must have so many letters: Mỹ (the United States) is not "my".
const LEAST_UNACCENTED: usize = 4;

static LOOKUP: LazyLock<Lookup> = LazyLock::new(|| {
    let mut lookup = Lookup { codes: HashMap::new(), names: HashMap::new(), unaccented: HashMap::new() };
    for facts in country_facts::all() {
        let own = [facts.country.code(), &facts.english, &facts.chinese];
        let others = country_names::names(facts.country).map(|names| names.all()).into_iter().flatten();
        for name in own.into_iter().chain(facts.synonyms.iter().map(String::as_str)).chain(others) {
            lookup.add(name, facts.country);
        }
    }
    lookup
});

impl Lookup {
    fn add(&mut self, name: &'static str, country: Country) {
        if shared_names(&key(name)).is_some_and(|(_, _, first)| !first) {
            return;
        }
        if is_code(name) {
            self.codes.insert(name, country);
            return;
        }
        let unaccented = unaccented(name);
        if unaccented.len() >= LEAST_UNACCENTED {
            self.unaccented.insert(unaccented, country);
        }
        self.names.insert(key(name), country);
    }
}

fn is_code(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// Letters and digits alone, small, without accents.
pub(super) fn unaccented(name: &str) -> String {
    fold(name).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// A single code or name, with or without the form of the state before it.
fn one(text: &str) -> Option<Country> {
    by_code(text).or_else(|| by_name(text)).or_else(|| by_name(without_form_of_state(text)?))
}

fn by_code(text: &str) -> Option<Country> {
    LOOKUP.codes.get(text).copied()
}

fn by_name(text: &str) -> Option<Country> {
    let key = key(text);
    // A text with accents means exactly these.
    let plain = || LOOKUP.unaccented.get(&key).filter(|_| key.is_ascii());
    LOOKUP.names.get(&key).or_else(plain).copied()
}

/// "Federal Republic of Germany", "The Gambia".
fn without_form_of_state(text: &str) -> Option<&str> {
    const FORMS: [&str; 8] =
        ["republic", "kingdom", "state", "sultanate", "principality", "commonwealth", "duchy", "union"];
    let bare = without_article(text);
    let (form, name) = bare.split_once(" of ").unwrap_or_default();
    let is_form = form
        .split(' ')
        .next_back()
        .is_some_and(|word| FORMS.iter().any(|form| word.eq_ignore_ascii_case(form)));
    if is_form { Some(without_article(name)) } else { Some(bare).filter(|bare| bare.len() < text.len()) }
}

fn without_article(text: &str) -> &str {
    match text.split_once(' ') {
        Some((word, after)) if word.eq_ignore_ascii_case("the") => after.trim_start(),
        Some(_) | None => text,
    }
}

/// "Korea, Republic of" and "Korea (South)", as lists sort them.
fn turned(text: &str) -> Option<Country> {
    let (name, before) = text.split_once([',', '(', '\u{ff08}'])?;
    let before = before.trim_end_matches([')', '\u{ff09}']).trim();
    one(&format!("{before} {}", name.trim()))
}

/// "Germany/德国", "美国(USA)", "DE - Germany": every part names the same country.
fn in_all_parts(text: &str) -> Option<Country> {
    let parts = parts(text);
    let mut found = parts.iter().map(|part| one(part));
    let mut country = found.next()??;
    for other in found {
        country = same_country(country, other?)?;
    }
    Some(country)
}

/// Customs writes China beside the parts of it that have a code of their own.
fn same_country(one: Country, other: Country) -> Option<Country> {
    let within_china = |country: Country| matches!(country.code(), "HK" | "MO" | "TW");
    match (one, other) {
        (one, other) if one == other => Some(one),
        (Country::CHINA, other) if within_china(other) => Some(other),
        (one, Country::CHINA) if within_china(one) => Some(one),
        (_one, _other) => None,
    }
}

/// The pieces between signs, and on both sides of a change between Chinese and Latin letters.
fn parts(text: &str) -> Vec<String> {
    const SIGNS: [char; 14] =
        ['/', '|', ',', ';', '(', ')', '\n', '–', '—', '、', '\u{ff0c}', '\u{ff08}', '\u{ff09}', '\u{ff1b}'];
    let mut parts = vec![String::new()];
    let mut before = None;
    for letter in text.replace(" - ", "|").chars() {
        let chinese = letter.is_alphabetic().then(|| is_chinese(letter));
        if SIGNS.contains(&letter) || before.zip(chinese).is_some_and(|(before, now)| before != now) {
            parts.push(String::new());
        }
        before = chinese.or(before);
        if let Some(part) = parts.last_mut().filter(|_| !SIGNS.contains(&letter)) {
            part.push(letter);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}
