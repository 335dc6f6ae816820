//! The words of a document as one structure, so that a missing translation does not compile.

use crate::domain::deposit::{Label, Milestone, PeriodUnit, Status};

/// All words of a document in one language. Text that depends on a number or a date is a function, so that no language
/// can omit it; dates and amounts are passed as [`crate::text::buyer::reader::ReaderFormat`] writes them.
pub struct PaperText {
    pub own_name: &'static str,
    /// Between a label and its value, including spaces.
    pub colon: &'static str,
    pub payment_schedule: &'static str,
    pub deposit_policy: &'static str,
    /// Above the name and address of the buyer.
    pub to: &'static str,
    pub seller: &'static str,
    pub buyer: &'static str,
    pub proforma_invoice: &'static str,
    pub proforma_date: &'static str,
    pub product: &'static str,
    /// Incoterm and place.
    pub delivery_terms: &'static str,
    pub contract_total: &'static str,
    pub payment_terms: &'static str,
    /// A label: a letter of credit, or cash against documents.
    pub means_of_payment: &'static str,
    pub currency: &'static str,
    /// The date, without a full stop behind it.
    pub issued_on: fn(&str) -> String,
    pub rows: RowWords,
    pub columns: ColumnTitles,
    pub totals: Totals,
    pub statuses: Statuses,
    pub shipping: ShippingWords,
    pub due: DueWords,
    pub milestones: MilestonePhrases,
    pub methods: Methods,
    pub bank: BankWords,
    pub policy: PolicyHeadings,
    pub sheets: SheetWords,
    pub page: PageWords,
}

/// The names of a plan's rows.
pub struct RowWords {
    pub deposit: &'static str,
    pub balance: &'static str,
    /// `Deposit 1 of 3`.
    pub deposit_of: fn(u32, u32) -> String,
    /// `Balance 1 of 2`.
    pub balance_of: fn(u32, u32) -> String,
    /// A single payment of everything, with neither deposit nor balance.
    pub payment: &'static str,
    /// `Instalment 2`.
    pub instalment: fn(u32) -> String,
}

pub struct ColumnTitles {
    pub number: &'static str,
    pub due: &'static str,
    pub description: &'static str,
    pub share: &'static str,
    pub amount: &'static str,
    pub paid: &'static str,
    pub status: &'static str,
    pub balance_after: &'static str,
}

pub struct Totals {
    pub total: &'static str,
    pub paid: &'static str,
    pub open: &'static str,
    /// Received beyond the contract total.
    pub over: &'static str,
    /// Bank fees deducted from payments that count as complete nevertheless.
    pub bank_fees: &'static str,
    /// The check row: contract total less all rows.
    pub difference: &'static str,
}

pub struct Statuses {
    pub paid: &'static str,
    pub due: &'static str,
    pub overdue: &'static str,
    pub part_paid: &'static str,
    pub upcoming: &'static str,
}

pub struct ShippingWords {
    /// The share of the contract total as the reader writes it.
    pub production_starts: fn(&str) -> String,
    /// Days after the production started.
    pub goods_ship_after: fn(u32) -> String,
    pub ship_by: &'static str,
    /// A label: the last day on which the deposit can arrive in time for the ship date.
    pub last_true_day: &'static str,
}

/// What a row without a date waits for, in words.
pub struct DueWords {
    /// `30 days`, in the form used in `after`.
    pub span: fn(u32, PeriodUnit) -> String,
    /// A span and an event's `after`: `7 days after arrival`.
    pub after: fn(&str, &str) -> String,
    /// Between an event or span and the later day it leads to: `, `.
    pub then: &'static str,
    /// The rules for that later day. Each says which month it counts in, as "the following month" may be that of the
    /// event or of the day that ends the span.
    pub end_of_month: &'static str,
    /// `on the 10th of the month following that day`.
    pub day_of_next_month: fn(u8) -> String,
    /// `on the next 5th or 20th from that day on`, the day itself included.
    pub next_day: fn(&[u8]) -> String,
    pub comma: &'static str,
}

/// How a payment refers to an event.
pub struct EventPhrase {
    /// `on shipment`, `against copy of B/L`.
    pub at: &'static str,
    /// The start of a span: `after shipment`.
    pub after: &'static str,
}

pub struct MilestonePhrases {
    pub order_confirmation: EventPhrase,
    pub production_start: EventPhrase,
    pub goods_ready: EventPhrase,
    pub inspection_passed: EventPhrase,
    pub shipment: EventPhrase,
    pub copy_of_bill_of_lading: EventPhrase,
    pub original_documents: EventPhrase,
    pub arrival: EventPhrase,
    pub delivery: EventPhrase,
    pub acceptance: EventPhrase,
}

/// The means of payment.
pub struct Methods {
    pub transfer: &'static str,
    pub letter_of_credit_at_sight: &'static str,
    pub cash_against_documents: &'static str,
}

pub struct BankWords {
    pub details: &'static str,
    pub beneficiary: &'static str,
    pub bank: &'static str,
    pub bank_address: &'static str,
    pub account: &'static str,
    pub swift: &'static str,
    pub remarks: &'static str,
    /// Asks the buyer to quote the reference.
    pub please_quote: fn(&str) -> String,
    /// A warning for every buyer: new bank details by e-mail alone are a fraud.
    pub safety: &'static str,
}

/// The headings of the deposit policy; its sentences are the seller's own.
pub struct PolicyHeadings {
    pub why: &'static str,
    pub how_much: &'static str,
    pub used_for: &'static str,
    pub protection: &'static str,
    pub changes: &'static str,
    pub questions: &'static str,
}

/// The account card and the approval sheet.
pub struct SheetWords {
    pub account_card: &'static str,
    /// That the beneficiary is to be written as on the card.
    pub exact_name: &'static str,
    pub never_by_email: &'static str,
    pub approval_sheet: &'static str,
    pub agreed_terms: &'static str,
    pub quantity: &'static str,
    pub unit_price: &'static str,
    /// In days.
    pub lead_time: &'static str,
    pub valid_until: &'static str,
    pub open_questions: &'static str,
    /// The heading above the decision and its date.
    pub decision_needed: &'static str,
    pub decision: &'static str,
    /// The label of the date.
    pub decide_by: &'static str,
    pub approve: &'static str,
    /// With the amount of the first payment.
    pub approve_and_pay: fn(&str) -> String,
}

pub struct PageWords {
    pub page_of: fn(u32, u32) -> String,
    pub for_seller: &'static str,
    pub for_buyer: &'static str,
    pub name_date_signature: &'static str,
}

impl PaperText {
    /// A label with its value: `Contract total: €30,000.00`.
    pub fn labelled(&self, label: &str, value: &str) -> String {
        format!("{label}{}{value}", self.colon)
    }
}

impl RowWords {
    /// `Deposit` if there is one, `Deposit 1 of 3` if there are several; free lines are instalments, unless there is
    /// only one.
    pub fn name(&self, label: Label, part: u32, parts: u32) -> String {
        match (label, parts) {
            (Label::Deposit, 0..=1) => self.deposit.to_owned(),
            (Label::Balance, 0..=1) => self.balance.to_owned(),
            (Label::Line, 0..=1) => self.payment.to_owned(),
            (Label::Deposit, _) => (self.deposit_of)(part, parts),
            (Label::Balance, _) => (self.balance_of)(part, parts),
            (Label::Line, _) => (self.instalment)(part),
        }
    }
}

impl Statuses {
    pub fn of(&self, status: Status) -> &'static str {
        match status {
            Status::Paid => self.paid,
            Status::Overdue => self.overdue,
            Status::Due => self.due,
            Status::PartPaid => self.part_paid,
            Status::Upcoming => self.upcoming,
        }
    }
}

impl MilestonePhrases {
    pub fn of(&self, milestone: Milestone) -> &EventPhrase {
        match milestone {
            Milestone::OrderConfirmed => &self.order_confirmation,
            Milestone::ProductionStart => &self.production_start,
            Milestone::GoodsReady => &self.goods_ready,
            Milestone::Inspected => &self.inspection_passed,
            Milestone::Shipment => &self.shipment,
            Milestone::BlCopy => &self.copy_of_bill_of_lading,
            Milestone::Documents => &self.original_documents,
            Milestone::Arrival => &self.arrival,
            Milestone::Delivery => &self.delivery,
            Milestone::Acceptance => &self.acceptance,
        }
    }
}

/// In the order of the fields.
pub(crate) const fn event(at: &'static str, after: &'static str) -> EventPhrase {
    EventPhrase { at, after }
}

/// `5th, 15th or 25th`: several days, of which one counts.
pub(crate) fn one_of(days: &[u8], written: impl Fn(u8) -> String, comma: &str, or: &str) -> String {
    let days: Vec<String> = days.iter().map(|day| written(*day)).collect();
    match days.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{}{or}{last}", before.join(comma)),
    }
}
