//! The language of a text, and sentences in another one.

use std::ops::Range;

use super::TextCheck;
use super::reading::lexicon::all;
use super::reading::plain::{PlainText, is_han, is_kana};
use super::reading::sentences::sentences;
use super::reading::transliteration::is_cyrillic;
use crate::domain::message::proofread::TextCode;

/// Fewer Chinese or Japanese characters in a row may be a name.
const FOREIGN_CHARACTERS: usize = 6;

/// The language of most sentences, as a tag; English where nothing tells it.
pub(super) fn of_text(text: &PlainText) -> String {
    let mut weights: Vec<(&'static str, usize)> = Vec::new();
    for sentence in sentences(text) {
        if let Some((language, weight)) = of_sentence(text, &sentence) {
            match weights.iter_mut().find(|(known, _)| *known == language) {
                Some((_, sum)) => *sum += weight,
                None => weights.push((language, weight)),
            }
        }
    }
    let heaviest = weights.into_iter().max_by_key(|(_, weight)| *weight);
    heaviest.map_or("en", |(language, _)| language).to_owned()
}

/// The language, and how many letters speak for it.
fn of_sentence(text: &PlainText, sentence: &Range<usize>) -> Option<(&'static str, usize)> {
    let count = |is: fn(char) -> bool| text.part(sentence).iter().filter(|sign| is(**sign)).count();
    let (han, kana, cyrillic) = (count(is_han), count(is_kana), count(is_cyrillic));
    let arabic = count(|sign| matches!(sign, '\u{620}'..='\u{64a}'));
    let latin =
        count(|sign| sign.is_alphabetic() && sign < '\u{250}' || matches!(sign, '\u{1e00}'..='\u{1eff}'));
    let (script, letters) = [("han", (han + kana) * 3), ("ru", cyrillic), ("ar", arabic), ("latin", latin)]
        .into_iter()
        .max_by_key(|(_, letters)| *letters)?;
    match script {
        _ if letters == 0 => None,
        "han" => Some((if kana * 8 > han + kana { "ja" } else { "zh" }, letters)),
        "latin" => {
            let (language, hits) = of_latin(text, sentence)?;
            (hits >= 2).then_some((language, letters))
        }
        other => all().find(|lexicon| lexicon.language == other).map(|lexicon| (lexicon.language, letters)),
    }
}

/// The Latin language whose common words are the most, and how many those are.
fn of_latin(text: &PlainText, sentence: &Range<usize>) -> Option<(&'static str, usize)> {
    all()
        .map(|lexicon| (lexicon.language, lexicon.common_words(text, sentence)))
        .max_by_key(|(_, hits)| *hits)
}

impl TextCheck<'_> {
    /// Sentences in another language than the text: mostly what an assistant left behind.
    pub(super) fn language(&mut self) {
        let mut found = Vec::new();
        for sentence in &self.reading.sentences {
            let foreign = match of_sentence(&self.reading.text, sentence) {
                Some((language, _)) if language != self.language => self.is_foreign(language, sentence),
                _ => self.has_foreign_run(sentence),
            };
            if foreign {
                found.push(sentence.clone());
            }
        }
        for sentence in found {
            self.find(TextCode::MixedLanguage, sentence);
        }
    }

    fn is_foreign(&self, language: &str, sentence: &Range<usize>) -> bool {
        let text = &self.reading.text;
        match language {
            "zh" if self.language == "ja" => {
                // Without kana: a name or a heading, unless it has a mark of Chinese.
                let marks = ['的', '您', '请', '这', '为', '们', '以', '发', '后', '语', '贵'];
                text.part(sentence).iter().filter(|sign| marks.contains(sign)).count() >= 2
            }
            "zh" | "ja" => self.has_foreign_run(sentence),
            _ => {
                let own = self.reading.lexicon.map_or(0, |lexicon| lexicon.common_words(text, sentence));
                let theirs = all()
                    .find(|known| known.language == language)
                    .map_or(0, |known| known.common_words(text, sentence));
                let words =
                    text.part(sentence).split(|sign| *sign == ' ').filter(|word| word.len() > 1).count();
                let script = matches!(language, "ru" | "ar");
                words >= 4 && (script || theirs >= 2 && theirs > own * 2)
            }
        }
    }

    /// Chinese or Japanese in a text of another script, beyond the names of the deal.
    fn has_foreign_run(&self, sentence: &Range<usize>) -> bool {
        if matches!(self.language, "zh" | "ja") {
            return false;
        }
        let buyer = &self.deal.buyer;
        let mut names = format!("{}{}{}", buyer.company, buyer.city, self.deal.product);
        self.deal.contacts.iter().for_each(|contact| names.push_str(&contact.name));
        names.push_str(&self.document.library.company.name);
        let signs = self.reading.text.part(sentence).iter();
        signs.filter(|sign| (is_han(**sign) || is_kana(**sign)) && !names.contains(**sign)).count()
            >= FOREIGN_CHARACTERS
    }
}
