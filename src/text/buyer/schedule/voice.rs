//! The language and number formats for one reader of a plan.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::country::Country;
use crate::domain::deal::Deal;
use crate::domain::deposit::{DepositWord, Plan, Status, When};
use crate::domain::money::{Currency, Money};
use crate::text::buyer::reader::ReaderFormat;
use crate::text::buyer::words::{PaperLanguage, PaperText, sentence_case, waits_in_words};
use crate::text::{Language, format};

/// The reader of a document: their language, and the number and date formats of their country.
pub struct Voice {
    reader: ReaderFormat,
    words: &'static PaperText,
}

impl Voice {
    /// The language that the seller chose for the plan's documents, else the buyer's.
    pub fn of_plan(plan: &Plan, deal: Option<&Deal>, window: Language) -> Self {
        let tag = paper_tag(plan, deal, window);
        let country = deal.and_then(|deal| deal.buyer.country);
        Self::new(&tag, country, plan.paper.deposit_word())
    }

    /// For a paper about a deal, with or without a plan.
    pub fn of_deal(deal: &Deal, window: Language) -> Self {
        match &deal.plan {
            Some(plan) => Self::of_plan(plan, Some(deal), window),
            None => Self::new(&deal.buyer.language, deal.buyer.country, DepositWord::Prepayment),
        }
    }

    pub fn new(tag: &str, country: Option<Country>, deposit: DepositWord) -> Self {
        let reader = ReaderFormat::new(tag, country);
        let words = reader.language().text_in(reader.country(), deposit);
        Self { reader, words }
    }

    pub fn language(&self) -> PaperLanguage {
        self.reader.language()
    }

    pub fn reader(&self) -> &ReaderFormat {
        &self.reader
    }

    pub fn words(&self) -> &'static PaperText {
        self.words
    }

    /// What a payment waits for: `7 days after receipt of the copy of B/L`.
    pub fn waits(&self, when: &When) -> Option<String> {
        waits_in_words(when, self.words)
    }

    /// With its ISO code, which is unambiguous for every reader.
    pub fn money(&self, money: Money) -> String {
        self.reader.money_with_code(money)
    }

    /// A unit price, which may have more digits than its currency.
    pub(crate) fn price(&self, price: Decimal, currency: Currency) -> String {
        self.reader.price_with_code(price, currency)
    }

    pub fn amount(&self, money: Money) -> String {
        self.reader.amount(money)
    }

    pub fn percent(&self, percent: Decimal) -> String {
        self.reader.percent(percent)
    }

    /// With its weekday: `Mon 30 Nov 2026`, `Montag, 30. November 2026`.
    pub fn day(&self, date: NaiveDate) -> String {
        match self.language() {
            PaperLanguage::English => self.english_day(date),
            PaperLanguage::Chinese => format::date_compact(date, Language::Chinese),
            PaperLanguage::TraditionalChinese
            | PaperLanguage::German
            | PaperLanguage::French
            | PaperLanguage::Spanish
            | PaperLanguage::Portuguese
            | PaperLanguage::Italian
            | PaperLanguage::Russian
            | PaperLanguage::Ukrainian
            | PaperLanguage::Polish
            | PaperLanguage::Turkish
            | PaperLanguage::Vietnamese
            | PaperLanguage::Korean => self.reader.date_with_weekday(date),
        }
    }

    /// `Mon 30 Nov 2026`; `Mon, Nov 30, 2026` where the month stands first in letters, too.
    fn english_day(&self, date: NaiveDate) -> String {
        let day = self.reader.date_short(date);
        if day.starts_with(|first: char| first.is_alphabetic()) {
            format!("{}, {day}", date.format("%a"))
        } else {
            format::date_compact(date, Language::English)
        }
    }

    pub fn status(&self, status: Status) -> &'static str {
        let statuses = &self.words.statuses;
        match status {
            Status::Paid => statuses.paid,
            Status::Overdue => statuses.overdue,
            Status::Due => statuses.due,
            Status::PartPaid => statuses.part_paid,
            Status::Upcoming => statuses.upcoming,
        }
    }

    /// `Against copy of B/L`: for the start of a cell.
    pub(crate) fn beginning(&self, text: &str) -> String {
        sentence_case(text, self.language())
    }

    /// `Balance (against copy of B/L)`.
    pub(crate) fn in_brackets(&self, outside: &str, inside: &str) -> String {
        let language = self.language();
        if language.is_chinese() {
            format!("{outside}\u{ff08}{inside}\u{ff09}")
        } else if language == PaperLanguage::Korean {
            format!("{outside}({inside})")
        } else {
            format!("{outside} ({inside})")
        }
    }
}

impl fmt::Debug for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Voice").field("language", &self.language()).finish_non_exhaustive()
    }
}

/// The language of a plan's documents as a tag: the seller's choice, else the buyer's, else, for a plan that belongs to
/// no deal, the window's.
pub fn paper_tag(plan: &Plan, deal: Option<&Deal>, window: Language) -> String {
    use crate::domain::names::Named as _;
    let chosen = plan.paper.language.trim();
    match deal {
        _ if !chosen.is_empty() => chosen.to_owned(),
        Some(deal) => deal.buyer.language.trim().to_owned(),
        None => window.name().to_owned(),
    }
}
