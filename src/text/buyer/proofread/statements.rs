//! What a text states about money, numbers and days, each judged by the domain.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::TextCheck;
use super::reading::amounts::numbers_said;
use super::reading::dates::{DayForm, DaySaid, dates};
use super::reading::lexicon::WordKind;
use super::reading::meet;
use super::reading::numbers::{NumberForm, NumberSaid};
use super::reading::plain::{is_east_asian, is_word};
use super::told::told_by_library;
use crate::domain::message::proofread::{
    DateSaid, DateUse, DaysUse, KnownTopic, QuantitySaid, TextCode, Told, Verdict,
};

impl TextCheck<'_> {
    pub(super) fn statements(&mut self) {
        self.take_product();
        let days = dates(self.reading, self.facts.on);
        for day in &days {
            self.judge_day(day);
        }
        self.judge_numbers();
    }

    /// The numbers in the product's name and in our address are no quantities.
    fn take_product(&mut self) {
        let text = &self.reading.text;
        let names = [self.deal.product.as_str(), " ", &self.document.library.company.address].concat();
        let product: Vec<char> = names.chars().flat_map(char::to_lowercase).collect();
        for number in &self.reading.numbers {
            let part = text.part(&number.at);
            let is_named = part.len() >= 2 && product.windows(part.len()).any(|window| window == part);
            if is_named {
                self.taken.push(number.at.clone());
            }
        }
    }

    fn judge_day(&mut self, day: &DaySaid) {
        if self.taken.iter().any(|range| meet(range, &day.at)) {
            return;
        }
        let about = self.use_of(day);
        if day.form != DayForm::Relative {
            self.taken.push(day.at.clone());
        } else if about != DateUse::LastDay {
            return;
        }
        let said =
            DateSaid { at: day.at.clone(), readings: day.readings.clone(), weekday: day.weekday, about };
        let verdict = self.facts.date(&said);
        let worded = [TextCode::Promise, TextCode::Figure, TextCode::Invented];
        let is_worded = worded.iter().any(|code| self.is_found(*code, &day.at));
        if !(is_worded && matches!(verdict, Verdict::Wrong(..))) {
            self.note(&day.at, verdict);
        }
    }

    fn use_of(&self, day: &DaySaid) -> DateUse {
        let ours = |wanted: Option<NaiveDate>| wanted.is_some_and(|wanted| day.readings.contains(&wanted));
        let agreed = &self.deal.agreed;
        let sentence = self.reading.sentence(day.at.start);
        let clause = self.reading.clause(day.at.start);
        let is_ship_date = ours(agreed.ship_by) && day.form == DayForm::Whole;
        let money =
            self.reading.has(WordKind::Money, &clause) || self.reading.has(WordKind::Deposit, &clause);
        let is_end = ours(agreed.valid_until) && (self.reading.has(WordKind::Valid, &clause) || !money);
        if !is_ship_date && !is_end && self.is_deadline(day, &sentence, &clause) {
            return DateUse::LastDay;
        }
        if self.reading.has(WordKind::Call, &sentence) {
            return DateUse::Call;
        }
        if day.form == DayForm::DayAlone { DateUse::BareDay } else { DateUse::Known }
    }

    /// Whether money after this day is said to lose the ship date.
    fn is_deadline(&self, day: &DaySaid, sentence: &Range<usize>, clause: &Range<usize>) -> bool {
        let reading = self.reading;
        let has = |kind, range: &Range<usize>| reading.has(kind, range);
        let money = has(WordKind::Money, sentence)
            || has(WordKind::Deposit, sentence)
            || has(WordKind::Balance, sentence);
        let holds = reading.has_key(WordKind::Ship, "slot", sentence);
        let ship = has(WordKind::Ship, sentence);
        let (near, last) = self.latest(day, sentence);
        let late_here =
            has(WordKind::Late, clause) && (has(WordKind::Money, clause) || has(WordKind::Deposit, clause));
        if day.form == DayForm::Relative && day.readings.iter().all(|reading| *reading <= self.facts.on) {
            return false;
        }
        let names_ship_date = self.follows_ship_word(day, sentence);
        if names_ship_date && !last || has(WordKind::Valid, clause) && !late_here {
            return false;
        }
        if last && (ship || has(WordKind::Late, sentence))
            || near && ship && (money || holds)
            || late_here && day.form != DayForm::Relative
        {
            return true;
        }
        if day.form == DayForm::Relative && !near {
            return false;
        }
        let [before, after] = reading.neighbours(day.at.start);
        let late_after =
            after.as_ref().is_some_and(|next| has(WordKind::Late, next)) || has(WordKind::Late, sentence);
        let ship_near = [&before, &after].into_iter().flatten().any(|next| has(WordKind::Ship, next));
        let unknown = !day.readings.iter().any(|day| self.facts.knows_day(*day));
        (near || last) && money && (late_after || ship_near && unknown)
    }

    /// Whether `by`, `until` stands beside the day, and whether the sentence calls it the last one.
    fn latest(&self, day: &DaySaid, sentence: &Range<usize>) -> (bool, bool) {
        let reading = self.reading;
        let east = reading.text.part(sentence).iter().any(|sign| is_east_asian(*sign));
        let (reach, behind) = if east { (10, 4) } else { (26, 16) };
        let mut near = false;
        let mut last = false;
        for hit in reading.inside(WordKind::Latest, sentence) {
            let before = hit.at.end <= day.at.start;
            let gap =
                if before { day.at.start - hit.at.end } else { hit.at.start.saturating_sub(day.at.end) };
            let touches = meet(&hit.at, &day.at);
            match hit.key {
                "last" => last |= before || gap <= 12,
                "behind" => near |= !before && gap <= behind || touches,
                _ => near |= before && gap <= reach || touches,
            }
        }
        (near || last, last)
    }

    /// `shipment by 12 January`: the words before the day are about the ship date, not about money.
    fn follows_ship_word(&self, day: &DaySaid, sentence: &Range<usize>) -> bool {
        let reading = self.reading;
        let last = |kind| {
            let before = reading.inside(kind, sentence).filter(move |hit| hit.at.end <= day.at.start);
            before.map(|hit| hit.at.end).max()
        };
        let money =
            [WordKind::Money, WordKind::Deposit, WordKind::Balance].into_iter().filter_map(last).max();
        let ship = last(WordKind::Ship);
        let behind = reading
            .inside(WordKind::Ship, sentence)
            .any(|hit| hit.at.start >= day.at.end && hit.at.start - day.at.end <= 4);
        let slot = reading.has_key(WordKind::Ship, "slot", sentence);
        !slot
            && (behind
                || ship
                    .is_some_and(|ship| money.is_none_or(|money| money < ship) && day.at.start - ship <= 40))
    }

    fn judge_numbers(&mut self) {
        let said = numbers_said(self.reading, &self.taken);
        for amount in &said.amounts {
            if !self.is_worded(&amount.at) {
                let verdict = self.carried(self.facts.amount(amount), &amount.readings, |told| &told.amounts);
                self.note(&amount.at, verdict);
            }
        }
        for share in &said.shares {
            let verdict = self.carried(self.facts.share(share), &share.readings, |told| &told.shares);
            if !(self.is_worded(&self.reading.clause(share.at.start))
                && matches!(verdict, Verdict::Wrong(..)))
            {
                self.note(&share.at, verdict);
            }
        }
        for days in &said.days {
            let in_terms = self.is_found(TextCode::Terms, &days.at);
            let lasting = days.about == DaysUse::Making || !in_terms;
            if lasting && !self.is_worded(&days.at) {
                let verdict = self.facts.days(days);
                self.note(&days.at, verdict);
            }
        }
        for quantity in &said.quantities {
            if !self.is_worded(&quantity.at)
                && !self.is_of_figure(&quantity.at)
                && self.is_about_goods(quantity)
            {
                let verdict = self.facts.quantity(quantity);
                self.note(&quantity.at, verdict);
            }
        }
        for number in &said.bare {
            self.judge_bare(number);
        }
    }

    /// What the deal does not know may stand in the library.
    fn carried(
        &self,
        verdict: Verdict,
        readings: &[Decimal],
        of: fn(&Told) -> &BTreeSet<Decimal>,
    ) -> Verdict {
        let library = || self.library.get_or_init(|| told_by_library(self.document));
        let wrong = matches!(verdict, Verdict::Wrong(..));
        if wrong && readings.iter().any(|reading| of(library()).contains(&reading.normalize())) {
            return Verdict::Right(KnownTopic::Library);
        }
        verdict
    }

    fn is_worded(&self, at: &Range<usize>) -> bool {
        [TextCode::Promise, TextCode::Figure, TextCode::Pressure].iter().any(|code| self.is_found(*code, at))
    }

    /// Hours, containers, the number of a standard, of a room, of a house.
    fn counts_something_else(&self, number: &NumberSaid) -> bool {
        let text = &self.reading.text;
        let next = text.skip_spaces(number.at.end);
        if self.reading.starting(WordKind::OtherUnit, next).is_some() {
            return true;
        }
        let mut end = number.at.start;
        while text.before(end) == Some(' ') {
            end -= 1;
        }
        let word = (0..end)
            .rev()
            .take_while(|place| text.small_at(*place).is_some_and(is_word))
            .last()
            .unwrap_or(end);
        let name = text.cased_part(&(word..end));
        let is_standard = name.chars().count() >= 2 && name.chars().all(char::is_uppercase);
        is_standard || matches!(text.before(end), Some('.' | '#' | '№'))
    }

    /// A statistic has numbers of its own.
    fn is_of_figure(&self, at: &Range<usize>) -> bool {
        self.reading.has(WordKind::Figure, &self.reading.sentence(at.start))
    }

    /// Small numbers of something may be anything: two containers, four colours.
    fn is_about_goods(&self, said: &QuantitySaid) -> bool {
        said.readings
            .iter()
            .any(|number| self.facts.may_be_quantity(*number) || self.facts.knows_quantity(*number))
    }

    /// A number before the goods' own name, or near the deal's quantity and before a word.
    fn judge_bare(&mut self, number: &NumberSaid) {
        let text = &self.reading.text;
        let Some(value) = number.readings.first().copied() else { return };
        let next = text.skip_spaces(number.at.end);
        let word_follows = next <= number.at.end + 1 && text.small_at(next).is_some_and(char::is_alphabetic);
        let is_year = number.form == NumberForm::Digits
            && number.at.len() == 4
            && (1990..=2100).any(|year| value == Decimal::from(year));
        let line_starts = text.before(number.at.start).is_none_or(|sign| sign == '\n');
        let is_counted = text.small_at(number.at.end) == Some(')') && line_starts;
        let is_other = self.counts_something_else(number)
            || self.is_worded(&number.at)
            || self.is_of_figure(&number.at)
            || number.form == NumberForm::Words;
        if !word_follows || is_year || is_counted || is_other {
            return;
        }
        if number.readings.iter().any(|value| self.facts.knows_quantity(*value)) {
            self.right(number.at.clone(), KnownTopic::Quantity);
        } else if number.readings.iter().any(|value| self.facts.may_be_quantity(*value)) {
            let said = QuantitySaid { at: number.at.clone(), readings: number.readings.clone() };
            let verdict = self.facts.quantity(&said);
            self.note(&number.at, verdict);
        }
    }
}
