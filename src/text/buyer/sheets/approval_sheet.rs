//! The approval sheet: what the contact's boss or committee has to know to say yes.

use chrono::NaiveDate;

use super::{HeadedFacts, Sheet, SheetPart, answers, labelled};
use crate::domain::deal::Deal;
use crate::domain::deposit::last_true_day;
use crate::domain::deposit::{PlanRefused, Shipping};
use crate::domain::document::Document;
use crate::domain::library::{POLICY_LIMIT, PolicyPart};
use crate::domain::money::Money;
use crate::text::Language;
use crate::text::buyer::schedule::{DocumentSubject, PaperRow, PlanPaper, Voice, agreed_terms, clean};

/// What an approval sheet is made of.
#[derive(Clone, Copy)]
pub struct Approval<'a> {
    pub deal: &'a Deal,
    pub document: &'a Document,
    pub on: NaiveDate,
    /// The language of the window.
    pub window: Language,
}

/// Only what was agreed and what the seller wrote: what nobody said is left out.
pub fn approval_sheet(of: &Approval<'_>) -> Result<Sheet, PlanRefused> {
    let voice = Voice::of_deal(of.deal, of.window);
    let about =
        of.deal.plan.as_ref().map(|plan| DocumentSubject::new(plan, Some(of.deal), of.document, of.on));
    let payment_terms = match &about {
        Some(about) => agreed_terms(about).unwrap_or_default(),
        None => clean(&of.deal.agreed.payment_terms),
    };
    let paper = about.map(|about| PlanPaper::new(&about, Voice::of_deal(of.deal, of.window))).transpose()?;
    let parts = [
        paper.as_ref().map(payments),
        open_questions(of, &voice),
        protection(of, &voice),
        Some(decision(of, paper.as_ref(), &voice)),
    ];
    Ok(Sheet {
        title: voice.words().sheets.approval_sheet,
        reference: clean(&of.deal.agreed.pi),
        on: of.on,
        beside: terms(of, payment_terms, &voice),
        parts: parts.into_iter().flatten().collect(),
        signed: true,
        voice,
    })
}

fn terms(of: &Approval<'_>, payment_terms: String, voice: &Voice) -> Option<HeadedFacts> {
    let (words, agreed) = (voice.words(), &of.deal.agreed);
    let sheet = &words.sheets;
    let day = |date: Option<NaiveDate>| date.map(|date| voice.reader().date_long(date)).unwrap_or_default();
    let price = agreed.currency.zip(agreed.unit_price);
    let price = price.map(|(currency, price)| voice.price(price, currency)).unwrap_or_default();
    let facts = labelled([
        (words.proforma_invoice, clean(&agreed.pi)),
        (words.product, clean(&of.deal.product)),
        (sheet.quantity, clean(&agreed.quantity)),
        (sheet.unit_price, price),
        (words.contract_total, agreed.money().map(|money| voice.money(money)).unwrap_or_default()),
        (words.delivery_terms, clean(&agreed.incoterm)),
        (sheet.lead_time, agreed.lead_time_days.map(|days| days.to_string()).unwrap_or_default()),
        (words.shipping.ship_by, day(agreed.ship_by)),
        (words.payment_terms, payment_terms),
        (sheet.valid_until, day(agreed.valid_until)),
    ]);
    (!facts.is_empty()).then_some(HeadedFacts { heading: sheet.agreed_terms, facts })
}

fn payments(paper: &PlanPaper<'_>) -> SheetPart {
    let line = |row: &PaperRow| {
        let day = row.due.map(|due| paper.voice.reader().date_long(due));
        let parts = [Some(paper.voice.money(row.amount)), row.rule.clone(), day];
        (row.name.clone(), parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let facts = paper.rows.iter().map(line).collect();
    SheetPart::Facts(HeadedFacts { heading: paper.title, facts }, Vec::new())
}

fn open_questions(of: &Approval<'_>, voice: &Voice) -> Option<SheetPart> {
    let questions: Vec<String> = of.deal.agreed.open_questions.lines().map(clean).collect();
    said(voice.words().sheets.open_questions, questions)
}

/// The seller's own words about the safety of the deposit.
fn protection(of: &Approval<'_>, voice: &Voice) -> Option<SheetPart> {
    let limit = of.document.settings.small_first_order.map(|limit| voice.money(limit));
    let own = answers(&of.document.library, PolicyPart::Protection, voice.language(), Some(of.deal));
    let own = own.filter_map(|text| match (&limit, text.contains(POLICY_LIMIT)) {
        (_, false) => Some(text.to_owned()),
        (Some(limit), true) => Some(text.replace(POLICY_LIMIT, limit)),
        (None, true) => None,
    });
    said(voice.words().policy.protection, own.collect())
}

fn said(heading: &'static str, paragraphs: Vec<String>) -> Option<SheetPart> {
    let paragraphs: Vec<String> = paragraphs.into_iter().filter(|text| !text.trim().is_empty()).collect();
    (!paragraphs.is_empty()).then_some(SheetPart::Said { heading, paragraphs })
}

/// What to decide, and by when: as long as the quotation holds, and so that the deposit comes in time for the ship date.
fn decision(of: &Approval<'_>, paper: Option<&PlanPaper<'_>>, voice: &Voice) -> SheetPart {
    let words = voice.words();
    let sheet = &words.sheets;
    let approve = match paper.and_then(first_payment) {
        Some(money) => (sheet.approve_and_pay)(&voice.money(money)),
        None => sheet.approve.to_owned(),
    };
    let day = |date: Option<NaiveDate>| date.map(|date| voice.reader().date_long(date)).unwrap_or_default();
    let to_come = |date: Option<NaiveDate>| date.filter(|date| *date >= of.on);
    let shipping =
        Shipping::of(of.deal.plan.as_ref(), Some(&of.deal.agreed), &of.document.settings.shutdowns);
    let last_day = to_come(last_true_day(shipping).map(|last| last.date));
    let decide_by = to_come(of.deal.agreed.valid_until).into_iter().chain(last_day).min();
    let facts = labelled([
        (sheet.decision, approve),
        (sheet.decide_by, day(decide_by)),
        (words.shipping.last_true_day, day(last_day)),
    ]);
    SheetPart::Facts(HeadedFacts { heading: sheet.decision_needed, facts }, Vec::new())
}

/// What the first row asks for, as long as nothing of the plan is paid.
fn first_payment(paper: &PlanPaper<'_>) -> Option<Money> {
    paper.rows.first().filter(|_| !paper.paid.is_positive()).map(|row| row.open)
}
