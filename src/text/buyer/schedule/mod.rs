//! A plan in the words of documents for its buyer, in their language: the input for the writers of every format.

mod agreed;
mod calendar;
mod chat;
mod parties;
mod voice;

use chrono::NaiveDate;
use rust_decimal::Decimal;

pub(crate) use self::agreed::agreed_terms;
pub(crate) use self::calendar::{CalendarEntry, EntryState};
pub use self::calendar::{for_buyer, for_seller};
pub use self::chat::chat_text;
pub use self::parties::PaperParties;
pub use self::voice::Voice;
pub(crate) use self::voice::paper_tag;
use crate::domain::deal::Deal;
use crate::domain::deposit::last_true_day;
use crate::domain::deposit::{
    Label, LastTrueDay, Means, Milestone, Plan, PlanRefused, Receipts, RowStatus, Schedule, Shipping, Status,
};
use crate::domain::document::Document;
use crate::domain::money::Money;
use crate::domain::settings::Shutdown;
use crate::text::visible::in_one_line;

/// Names are shown in full up to this length, in characters.
const LONGEST_NAME: usize = 300;

/// The plan, the deal and the date that a document is about.
#[derive(Clone, Copy, Debug)]
pub struct DocumentSubject<'a> {
    pub plan: &'a Plan,
    /// None: a plan that belongs to no deal.
    pub deal: Option<&'a Deal>,
    /// The seller's company as the library names it; may be empty.
    pub seller: &'a str,
    /// The factory's shutdowns, for the last true day.
    pub shutdowns: &'a [Shutdown],
    pub on: NaiveDate,
}

/// A plan in words, for one reader.
pub struct PlanPaper<'a> {
    pub voice: Voice,
    /// `Payment schedule`.
    pub title: &'static str,
    /// Seller, buyer, proforma invoice, product and means of payment, as far as they are known, with their labels.
    pub facts: Vec<(&'static str, String)>,
    /// The means of payment with its label, unless it is a plain transfer.
    pub means: Option<(&'static str, &'static str)>,
    pub total: Money,
    pub rows: Vec<PaperRow>,
    /// Everything received, including any excess over the total.
    pub received: Money,
    /// The part of the total that is paid in the rows.
    pub paid: Money,
    /// The excess over the total, if any.
    pub over: Option<Money>,
    /// Bank fees deducted from rows that count as paid: received, open and fees together are the total.
    pub fees: Money,
    pub open: Money,
    /// The last true day, if the rows meet it.
    pub last_day: Option<LastTrueDay<'a>>,
    pub on: NaiveDate,
}

/// One payment in words.
pub struct PaperRow {
    pub n: u32,
    pub label: Label,
    /// Its number among rows with this label, counted from 1; unchanged when dates and amounts change.
    pub part: u32,
    pub parts: u32,
    /// `Deposit 1 of 3`.
    pub name: String,
    pub upon: Option<Milestone>,
    /// The rule for its due date: `against copy of B/L`, `7 days after receipt of the copy of B/L`.
    pub rule: Option<String>,
    pub due: Option<NaiveDate>,
    pub amount: Money,
    /// Percent of the total; those of all rows add up.
    pub share: Decimal,
    pub paid: Money,
    /// The rest of the total after this row, regardless of payments.
    pub left_after: Money,
    /// Bank fees deducted, if the row was closed nevertheless.
    pub short: Money,
    pub open: Money,
    pub status: Status,
}

impl<'a> DocumentSubject<'a> {
    /// A plan of this document's seller.
    pub fn new(plan: &'a Plan, deal: Option<&'a Deal>, document: &'a Document, on: NaiveDate) -> Self {
        let seller = document.library.company.name.as_str();
        Self { plan, deal, seller, shutdowns: &document.settings.shutdowns, on }
    }

    fn shipping(&self) -> Shipping<'a> {
        Shipping::of(Some(self.plan), self.deal.map(|deal| &deal.agreed), self.shutdowns)
    }

    /// The number of days from the start of production to shipment, if the plan states the production time.
    pub(crate) fn days_to_shipment(&self) -> Option<u32> {
        self.plan.days_to_shipment(self.shipping(), Receipts::AsPaid { on: self.on })
    }
}

impl<'a> PlanPaper<'a> {
    pub fn new(about: &DocumentSubject<'a>, voice: Voice) -> Result<Self, PlanRefused> {
        let schedule = about.plan.schedule()?;
        let settled = about.plan.settled(about.on)?;
        let total = schedule.total();
        let rows = paper_rows(&settled.rows, &schedule, &voice)?;
        let sum = |of: fn(&PaperRow) -> Money| {
            Money::sum(rows.iter().map(of), total.currency()).ok_or(PlanRefused::TooPrecise)
        };
        Ok(Self {
            title: voice.words().payment_schedule,
            facts: facts(about, &voice),
            means: means(about.plan, &voice),
            total,
            received: settled.received,
            paid: settled.paid,
            over: settled.over(),
            fees: sum(|row| row.short)?,
            open: sum(|row| row.open)?,
            last_day: last_day(about, &settled.rows),
            rows,
            on: about.on,
            voice,
        })
    }

    /// `Payment schedule PI-2607 Müller GmbH`: for headings and file names.
    pub fn heading(&self, about: &DocumentSubject<'_>) -> String {
        [self.title.to_owned(), named(about)].map(|part| part.trim().to_owned()).join(" ").trim().to_owned()
    }
}

impl PaperRow {
    /// The name, and what it waits for: `Balance, against copy of B/L`.
    pub fn described(&self, voice: &Voice) -> String {
        match &self.rule {
            Some(rule) => format!("{}{}{rule}", self.name, voice.words().due.comma),
            None => self.name.clone(),
        }
    }
}

/// The proforma invoice and the buyer; empty for a plan without a deal.
pub fn named(about: &DocumentSubject<'_>) -> String {
    let parts = about.deal.map(|deal| [&deal.agreed.pi, &deal.buyer.company].map(|part| clean(part)));
    parts.map_or_else(String::new, |parts| parts.join(" ").trim().to_owned())
}

/// User text on one line, without invisible or direction-changing characters.
pub fn clean(text: &str) -> String {
    in_one_line(text, LONGEST_NAME)
}

fn facts(about: &DocumentSubject<'_>, voice: &Voice) -> Vec<(&'static str, String)> {
    let words = voice.words();
    let of_deal = |of: fn(&Deal) -> &str| about.deal.map_or_else(String::new, |deal| clean(of(deal)));
    [
        (words.seller, clean(about.seller)),
        (words.buyer, of_deal(|deal| &deal.buyer.company)),
        (words.proforma_invoice, of_deal(|deal| &deal.agreed.pi)),
        (words.product, of_deal(|deal| &deal.product)),
    ]
    .into_iter()
    .chain(means(about.plan, voice).map(|(label, means)| (label, means.to_owned())))
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

fn means(plan: &Plan, voice: &Voice) -> Option<(&'static str, &'static str)> {
    let words = voice.words();
    let means = match plan.terms.by {
        Means::Transfer => return None,
        Means::LetterOfCredit => words.methods.letter_of_credit_at_sight,
        Means::Collection => words.methods.cash_against_documents,
    };
    Some((words.means_of_payment, means))
}

fn paper_rows(
    standing: &[RowStatus],
    schedule: &Schedule,
    voice: &Voice,
) -> Result<Vec<PaperRow>, PlanRefused> {
    let mut left = schedule.total();
    let in_words = |(row, share): (&RowStatus, Decimal)| {
        left = left.checked_sub(row.row.amount).ok_or(PlanRefused::TooPrecise)?;
        Ok(PaperRow { share, ..paper_row(row, left, schedule, voice) })
    };
    standing.iter().zip(schedule.shares()).map(in_words).collect()
}

fn paper_row(standing: &RowStatus, left_after: Money, schedule: &Schedule, voice: &Voice) -> PaperRow {
    let row = &standing.row;
    let (part, parts) = schedule.place(row);
    PaperRow {
        n: row.n,
        label: row.label,
        part,
        parts,
        name: voice.words().rows.name(row.label, part, parts),
        upon: row.upon(),
        rule: row.when.as_ref().and_then(|when| voice.waits(when)),
        due: row.due,
        amount: row.amount,
        share: row.share,
        paid: standing.paid,
        left_after,
        short: standing.short.unwrap_or(Money::zero(row.amount.currency())),
        open: standing.open(),
        status: standing.status,
    }
}

fn last_day<'a>(about: &DocumentSubject<'a>, standing: &[RowStatus]) -> Option<LastTrueDay<'a>> {
    let last = last_true_day(about.shipping())?;
    last.deadline(standing, about.on)?.kept().map(|_| last)
}
