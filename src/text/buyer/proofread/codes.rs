//! PI numbers, Incoterms, bank accounts, addresses and telephone numbers in a text.

use std::ops::Range;

use super::TextCheck;
use super::reading::lexicon::WordKind;
use super::reading::plain::{is_word, unmarked};
use crate::domain::message::proofread::{Expected, KnownTopic, TextCode, TextFinding};

const INCOTERMS: [&str; 14] =
    ["exw", "fca", "fas", "fob", "cfr", "cif", "cpt", "cip", "dap", "dpu", "ddp", "dat", "cnf", "c&f"];
/// Fewer digits are no telephone number.
const PHONE: usize = 8;
/// Fewer characters are no account number.
const ACCOUNT: usize = 8;

impl TextCheck<'_> {
    pub(super) fn codes(&mut self) {
        self.addresses();
        self.phones();
        self.accounts();
        self.pi_numbers();
        self.incoterms();
    }

    fn addresses(&mut self) {
        let text = &self.reading.text;
        let is_part = |sign: char| {
            sign.is_alphanumeric() && sign.is_ascii() || matches!(sign, '.' | '_' | '-' | '+' | '@' | '/')
        };
        let mut found = Vec::new();
        let mut place = 0;
        while place < text.len() {
            let end =
                (place..text.len()).find(|at| !text.small_at(*at).is_some_and(is_part)).unwrap_or(text.len());
            let word: String = text.part(&(place..end)).iter().collect();
            let word = word.trim_end_matches(['.', '-', '/']);
            let mail =
                word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
            if mail || word.starts_with("www.") {
                found.push((place..place + word.chars().count(), word.to_owned()));
            }
            place = end.max(place) + 1;
        }
        let company = &self.document.library.company;
        let ours = [&company.email, &company.website];
        let theirs = self.deal.contacts.iter().map(|contact| &contact.email);
        let known: Vec<String> =
            ours.into_iter().chain(theirs).map(|address| address.trim().to_lowercase()).collect();
        for (at, word) in found {
            let is_known = known.iter().any(|address| !address.is_empty() && *address == word);
            self.judge_contact_data(at, is_known);
        }
    }

    fn phones(&mut self) {
        let text = &self.reading.text;
        let of = |digits: &str| digits.chars().filter(char::is_ascii_digit).collect::<String>();
        let company = of(&self.document.library.company.phone);
        let mut known: Vec<String> = self.deal.contacts.iter().map(|contact| of(&contact.phone)).collect();
        known.push(company);
        let mut found = Vec::new();
        for place in (0..text.len()).filter(|place| text.small_at(*place) == Some('+')) {
            let is_part =
                |sign: char| sign.is_ascii_digit() || matches!(sign, ' ' | '-' | '(' | ')' | '.' | '/');
            let run = (place + 1..text.len()).take_while(|at| text.small_at(*at).is_some_and(is_part));
            let Some(end) =
                run.filter(|at| text.small_at(*at).is_some_and(|sign| sign.is_ascii_digit())).last()
            else {
                continue;
            };
            let digits = of(&text.cased_part(&(place..end + 1)));
            if digits.len() >= PHONE {
                found.push((place..end + 1, known.contains(&digits)));
            }
        }
        let words = self.reading.of(WordKind::Account).filter(|hit| hit.key == "phone");
        let after = words.filter_map(|hit| self.code_after(hit.at.end));
        for at in after
            .filter(|at| {
                !found.iter().any(|(known, _): &(Range<usize>, bool)| super::reading::meet(known, at))
            })
            .collect::<Vec<_>>()
        {
            let digits = of(&text.cased_part(&at));
            if digits.len() >= PHONE - 1 {
                found.push((at, known.iter().any(|number| number.ends_with(&digits))));
            }
        }
        for (at, is_known) in found {
            self.judge_contact_data(at, is_known);
        }
    }

    fn judge_contact_data(&mut self, at: Range<usize>, is_known: bool) {
        self.taken.push(at.clone());
        if is_known {
            self.right(at, KnownTopic::ContactData);
        } else {
            self.find(TextCode::ContactData, at);
        }
    }

    /// What follows a word for an account or a SWIFT code, and every IBAN.
    fn accounts(&mut self) {
        let banks = &self.document.library.company.banks;
        let bare = |text: &str| {
            text.chars()
                .filter(|sign| sign.is_alphanumeric())
                .flat_map(char::to_uppercase)
                .collect::<String>()
        };
        let head = |swift: &str| bare(swift).trim_end_matches("XXX").to_owned();
        let accounts: Vec<String> = banks.iter().map(|bank| bare(&bank.account)).collect();
        let swifts: Vec<String> = banks.iter().map(|bank| head(&bank.swift)).collect();
        let mut found: Vec<(Range<usize>, bool)> = Vec::new();
        for hit in self.reading.of(WordKind::Account).filter(|hit| hit.key != "phone") {
            let Some(at) = self.code_after(hit.at.end) else { continue };
            if found.iter().any(|(known, _)| known.start == at.start) || self.is_taken(&at) {
                continue;
            }
            let code = bare(&self.reading.text.cased_part(&at));
            let is_swift = hit.key == "swift"
                && matches!(code.len(), 8 | 11)
                && code.chars().take(6).all(char::is_alphabetic)
                && self.reading.text.cased_part(&at).chars().any(char::is_uppercase);
            let digits = code.chars().filter(char::is_ascii_digit).count();
            if is_swift {
                found.push((at, swifts.contains(&head(&code))));
            } else if hit.key != "swift" && digits >= ACCOUNT {
                found.push((at, accounts.contains(&code)));
            }
        }
        for at in self.ibans() {
            if !found.iter().any(|(known, _)| super::reading::meet(known, &at)) {
                let code = bare(&self.reading.text.cased_part(&at));
                found.push((at, accounts.contains(&code)));
            }
        }
        for (at, is_known) in found {
            self.taken.push(at.clone());
            if is_known {
                self.right(at, KnownTopic::Account);
            } else {
                self.find(TextCode::Account, at);
            }
        }
    }

    fn is_taken(&self, at: &Range<usize>) -> bool {
        self.taken.iter().any(|range| super::reading::meet(range, at))
    }

    /// Letters, digits, spaces and dashes in the same line.
    fn code_after(&self, place: usize) -> Option<Range<usize>> {
        let text = &self.reading.text;
        let skipped = |sign: char| matches!(sign, ' ' | ':' | '.' | '#' | '№' | '/' | '-' | '(');
        let mut start = place;
        while start < place + 6 && text.small_at(start).is_some_and(skipped) {
            start += 1;
        }
        let is_part = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, ' ' | '-');
        let is_code = |sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase();
        let mut end = start;
        while text
            .cased_at(end)
            .is_some_and(|sign| is_part(sign) && (!sign.is_ascii_alphabetic() || is_code(sign)))
        {
            end += 1;
        }
        while end > start && text.before(end).is_some_and(|sign| !sign.is_alphanumeric()) {
            end -= 1;
        }
        (end > start).then_some(start..end)
    }

    fn ibans(&self) -> Vec<Range<usize>> {
        let text = &self.reading.text;
        let mut found = Vec::new();
        for place in 0..text.len() {
            let starts = text.starts_word(place)
                && [0, 1]
                    .iter()
                    .all(|step| text.cased_at(place + step).is_some_and(|sign| sign.is_ascii_uppercase()))
                && [2, 3]
                    .iter()
                    .all(|step| text.cased_at(place + step).is_some_and(|sign| sign.is_ascii_digit()));
            let Some(at) = starts.then(|| self.code_after(place)).flatten() else { continue };
            let count = text.part(&at).iter().filter(|sign| sign.is_alphanumeric()).count();
            let digits = text.part(&at).iter().filter(|sign| sign.is_ascii_digit()).count();
            if count >= 15 && digits >= 10 {
                found.push(at);
            }
        }
        found
    }

    fn pi_numbers(&mut self) {
        let text = &self.reading.text;
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let ours = digits(&self.deal.agreed.pi);
        let mut found = Vec::new();
        for place in 0..text.len() {
            let begins = text.starts_word(place) && text.part(&(place..place + 2)) == ['p', 'i'];
            if !begins || text.cased_at(place) != Some('P') {
                continue;
            }
            let mut start = place + 2;
            if text.small_at(start).is_some_and(|sign| is_word(sign) && !sign.is_ascii_digit()) {
                continue;
            }
            let skipped =
                |sign: char| matches!(sign, ' ' | '-' | ':' | '#' | '№' | '.' | 'n' | 'o' | 'r' | '_');
            while start < place + 8 && text.small_at(start).is_some_and(skipped) {
                start += 1;
            }
            let end = (start..text.len())
                .find(|at| {
                    !text
                        .small_at(*at)
                        .is_some_and(|sign| sign.is_ascii_digit() || sign == '-' && *at > start)
                })
                .unwrap_or(text.len());
            let number = digits(&text.cased_part(&(start..end)));
            if number.len() >= 3 {
                let end = if text.before(end) == Some('-') { end - 1 } else { end };
                found.push((place..end, number == ours));
            }
        }
        for (at, is_ours) in found {
            self.taken.push(at.clone());
            if is_ours {
                self.right(at, KnownTopic::Pi);
            } else {
                let expected = Some(self.deal.agreed.pi.clone()).filter(|pi| !pi.is_empty());
                self.findings.push(TextFinding {
                    code: TextCode::Pi,
                    at,
                    expected: expected.map(Expected::Text),
                });
            }
        }
    }

    fn incoterms(&mut self) {
        let text = &self.reading.text;
        let agreed = fold(&self.deal.agreed.incoterm);
        let (term, place) = agreed.split_once(' ').unwrap_or((&agreed, ""));
        let mut found = Vec::new();
        for start in 0..text.len() {
            let fits = |code: &&&str| {
                let end = start + code.chars().count();
                text.part(&(start..end)).iter().copied().eq(code.chars()) && text.starts_word(end)
            };
            let capital = text.cased_at(start).is_some_and(|sign| sign.is_ascii_uppercase());
            let Some(code) = INCOTERMS.iter().find(fits).filter(|_| capital && text.starts_word(start))
            else {
                continue;
            };
            let end = start + code.chars().count();
            let (to, named) = self.place_after(end);
            let same_term = same_incoterm(code, term);
            let same_place = place.is_empty() || named.is_none_or(|named| same_place(&named, place));
            found.push((start..to, same_term && same_place && !term.is_empty()));
        }
        for (at, is_right) in found {
            if is_right {
                self.right(at, KnownTopic::Incoterm);
            } else if !self.deal.agreed.incoterm.is_empty() {
                let expected = Some(Expected::Text(self.deal.agreed.incoterm.clone()));
                self.findings.push(TextFinding { code: TextCode::Incoterm, at, expected });
            }
        }
    }

    /// Where the place after a term ends, and its name: in capital letters, or one of the lexicon's.
    fn place_after(&self, end: usize) -> (usize, Option<String>) {
        let text = &self.reading.text;
        let start = text.skip_spaces(end);
        if let Some(hit) = self.reading.starting(WordKind::Place, start) {
            return (hit.at.end, Some(fold(hit.key)));
        }
        let mut to = start;
        let mut words = Vec::new();
        while text.cased_at(to).is_some_and(|sign| {
            sign.is_uppercase() && unmarked(sign.to_ascii_lowercase()).is_ascii()
                || sign.is_uppercase() && sign < '\u{250}'
        }) {
            let end = text.word_end(to);
            let word: String = text.part(&(to..end)).iter().collect();
            if !words.is_empty() && self.reading.starting(WordKind::Currency, to).is_some() {
                break;
            }
            words.push(fold(&word));
            to = if text.small_at(end) == Some(' ') { end + 1 } else { end };
            if to == end {
                break;
            }
        }
        if words.is_empty() || words.iter().any(|word| word.starts_with("incoterm")) {
            return (end, None);
        }
        (to, Some(words.join(" ")))
    }
}

fn same_incoterm(code: &str, agreed: &str) -> bool {
    let usual = |code: &str| if matches!(code, "c&f" | "cnf") { "cfr".to_owned() } else { code.to_owned() };
    usual(code) == usual(agreed)
}

/// The first words agree, with or without marks; a text may go on after the place, or name a part of it.
fn same_place(named: &str, agreed: &str) -> bool {
    let bare = |text: &str| text.replace([' ', '-', ',', '.'], "");
    let (named, agreed) = (bare(named), bare(agreed));
    named.starts_with(&agreed) || (named.len() >= 4 && agreed.contains(&named))
}

fn fold(text: &str) -> String {
    text.trim().chars().flat_map(char::to_lowercase).map(unmarked).collect()
}
