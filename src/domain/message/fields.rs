//! The fields a message is filled with: from the deal, the plan and the library, or by the seller.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::facts::{Facts, PlanRow};
use crate::domain::library::{Entry, EntryKind};
use crate::domain::money::{Currency, Money};
use crate::domain::word::Named as _;
use crate::named;

named! {
    /// A blank in a message.
    pub enum FieldId {
        Greeting = "greeting",
        Contact = "contact",
        Buyer = "buyer",
        Product = "product",
        Quantity = "quantity",
        UnitPrice = "unit_price",
        Amount = "amount",
        Pi = "pi",
        PiDate = "pi_date",
        ValidUntil = "valid_until",
        Incoterm = "incoterm",
        ShipBy = "ship_by",
        LeadTime = "lead_time",
        PaymentTerms = "payment_terms",
        WarrantyYears = "warranty_years",
        OpenQuestions = "open_questions",
        TheirLastPoint = "their_last_point",
        DepositAmount = "deposit_amount",
        DepositShare = "deposit_share",
        Balance = "balance",
        PlanRows = "plan_rows",
        LastTrueDay = "last_true_day",
        ProposedDay = "proposed_day",
        Alternatives = "alternatives",
        Story = "story",
        Reference = "reference",
        Fact = "fact",
        DepositPurpose = "deposit_purpose",
        DepositSafety = "deposit_safety",
        DepositQuality = "deposit_quality",
        DepositInstalments = "deposit_instalments",
        DepositFirstOrder = "deposit_first_order",
        Sender = "sender",
        SenderRole = "sender_role",
        Company = "company",
    }
}

/// What stands in a field, typed, so that each language writes it its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// One line.
    Text(String),
    Money(Money),
    /// A unit price may have more digits than its currency.
    Price(Decimal, Currency),
    Date(NaiveDate),
    Days(u32),
    Years(u32),
    /// Percent.
    Share(Decimal),
    /// Whole sentences, one each.
    Sentences(Vec<String>),
    Rows(Vec<PlanRow>),
}

impl Value {
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Text(_)
            | Self::Money(_)
            | Self::Price(..)
            | Self::Days(_)
            | Self::Years(_)
            | Self::Share(_)
            | Self::Sentences(_)
            | Self::Rows(_) => None,
        }
    }

    pub fn amount(&self) -> Option<(Decimal, Currency)> {
        match self {
            Self::Money(money) => Some((money.decimal(), money.currency())),
            Self::Price(price, currency) => Some((*price, *currency)),
            Self::Text(_)
            | Self::Date(_)
            | Self::Days(_)
            | Self::Years(_)
            | Self::Share(_)
            | Self::Sentences(_)
            | Self::Rows(_) => None,
        }
    }
}

/// How a field is read when the seller types it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A person's or company's name, in whatever script it is written.
    Name,
    Text,
    Money,
    Price,
    Date,
    Days,
    Years,
    Share,
    Sentences,
    Rows,
}

impl FieldId {
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Greeting | Self::Contact | Self::Buyer | Self::Sender | Self::Company => FieldKind::Name,
            Self::Product
            | Self::Quantity
            | Self::Pi
            | Self::Incoterm
            | Self::PaymentTerms
            | Self::OpenQuestions
            | Self::TheirLastPoint
            | Self::SenderRole => FieldKind::Text,
            Self::Amount | Self::DepositAmount | Self::Balance => FieldKind::Money,
            Self::UnitPrice => FieldKind::Price,
            Self::PiDate | Self::ValidUntil | Self::ShipBy | Self::LastTrueDay | Self::ProposedDay => {
                FieldKind::Date
            }
            Self::LeadTime => FieldKind::Days,
            Self::WarrantyYears => FieldKind::Years,
            Self::DepositShare => FieldKind::Share,
            Self::Alternatives
            | Self::Story
            | Self::Reference
            | Self::Fact
            | Self::DepositPurpose
            | Self::DepositSafety
            | Self::DepositQuality
            | Self::DepositInstalments
            | Self::DepositFirstOrder => FieldKind::Sentences,
            Self::PlanRows => FieldKind::Rows,
        }
    }

    /// Whether only the library or the seller may say it.
    pub fn is_library(self) -> bool {
        matches!(self.kind(), FieldKind::Sentences)
    }
}

/// The filled fields of one message. A field that is not here is unfilled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    known: BTreeMap<FieldId, Value>,
    filled: BTreeMap<FieldId, Value>,
    too_long: BTreeSet<FieldId>,
}

impl Fields {
    /// What the message says: the seller's own value first.
    pub fn get(&self, id: FieldId) -> Option<&Value> {
        self.filled.get(&id).or_else(|| self.known.get(&id))
    }

    /// What the deal, the plan and the library say, whatever the seller typed.
    pub fn known(&self, id: FieldId) -> Option<&Value> {
        self.known.get(&id)
    }

    /// Whether the seller typed it.
    pub fn is_filled(&self, id: FieldId) -> bool {
        self.filled.contains_key(&id)
    }

    /// Fields with their values.
    pub fn iter(&self) -> impl Iterator<Item = (FieldId, &Value)> {
        FieldId::members().filter_map(|id| Some((id, self.get(id)?)))
    }

    /// Fields of which only the beginning is used.
    pub fn too_long(&self) -> impl Iterator<Item = FieldId> {
        self.too_long.iter().copied()
    }

    pub(super) fn know(&mut self, id: FieldId, value: Option<Value>) {
        if let Some(value) = value.and_then(|value| self.bounded(id, value)) {
            self.known.insert(id, value);
        }
    }

    pub(super) fn fill(&mut self, id: FieldId, typed: &str, currency: Option<Currency>) {
        if let Some(value) = read(id.kind(), typed, currency).and_then(|value| self.bounded(id, value)) {
            self.filled.insert(id, value);
        }
    }

    /// The value made safe to stand in a line; nothing where nothing is left.
    fn bounded(&mut self, id: FieldId, value: Value) -> Option<Value> {
        match value {
            Value::Text(text) => self.line(id, &text).map(Value::Text),
            Value::Sentences(sentences) => {
                if sentences.len() > MOST_SENTENCES {
                    self.too_long.insert(id);
                }
                let kept: Vec<String> =
                    sentences.iter().take(MOST_SENTENCES).filter_map(|text| self.line(id, text)).collect();
                (!kept.is_empty()).then_some(Value::Sentences(kept))
            }
            Value::Rows(rows) => (!rows.is_empty()).then_some(Value::Rows(rows)),
            Value::Money(_)
            | Value::Price(..)
            | Value::Date(_)
            | Value::Days(_)
            | Value::Years(_)
            | Value::Share(_) => Some(value),
        }
    }

    fn line(&mut self, id: FieldId, text: &str) -> Option<String> {
        let line = one_line(text);
        if line.chars().count() > LONGEST_LINE {
            self.too_long.insert(id);
            return Some(line.chars().take(LONGEST_LINE).collect::<String>().trim_end().to_owned());
        }
        (!line.is_empty()).then_some(line)
    }
}

/// Longer values are cut, said and not copied: a message is no attachment.
const LONGEST_LINE: usize = 1_000;
const MOST_SENTENCES: usize = 60;

/// Reads every field that the facts can fill, in the language with this BCP 47 tag.
pub fn fields_of(facts: &Facts<'_>, language: &str) -> Fields {
    let mut fields = Fields::default();
    know_deal(&mut fields, facts);
    know_plan(&mut fields, facts);
    know_library(&mut fields, facts, language);
    for (name, typed) in &facts.deal.message.fields {
        if let Some(id) = FieldId::from_name(name) {
            fields.fill(id, typed, facts.deal.agreed.currency);
        }
    }
    fields
}

/// The seller's other offers in this language: those for the likeliest concern, else all.
pub(super) fn usable_alternatives(facts: &Facts<'_>, language: &str) -> Vec<String> {
    let concern = facts.diagnosis.concern.as_deref();
    let of = |wanted: Option<&str>| -> Vec<String> {
        usable(facts, EntryKind::Alternative)
            .filter(|entry| wanted.is_none_or(|topic| entry.topic.trim() == topic))
            .filter_map(|entry| entry.wording(language))
            .take(3)
            .map(str::to_owned)
            .collect()
    };
    let fitting = concern.map(|topic| of(Some(topic))).unwrap_or_default();
    if fitting.is_empty() { of(None) } else { fitting }
}

fn know_deal(fields: &mut Fields, facts: &Facts<'_>) {
    let agreed = &facts.deal.agreed;
    let contact = facts.deal.contact();
    let text = |text: &str| Some(Value::Text(text.to_owned()));
    // A quotation or ship date that has passed is no longer offered.
    let ahead = |date: Option<NaiveDate>| date.filter(|date| *date >= facts.on).map(Value::Date);
    fields.know(FieldId::Greeting, contact.and_then(|contact| text(&contact.greeting)));
    fields.know(FieldId::Contact, contact.and_then(|contact| text(&contact.name)));
    fields.know(FieldId::Buyer, text(&facts.deal.buyer.company));
    fields.know(FieldId::Product, text(&facts.deal.product));
    fields.know(FieldId::Quantity, text(&agreed.quantity));
    fields.know(
        FieldId::UnitPrice,
        agreed
            .unit_price
            .zip(agreed.currency)
            .filter(|(price, _)| price.is_sign_positive() && !price.is_zero())
            .map(|(price, currency)| Value::Price(price, currency)),
    );
    fields.know(FieldId::Amount, agreed.money().filter(|money| money.minor() > 0).map(Value::Money));
    fields.know(FieldId::Pi, text(&agreed.pi));
    fields.know(FieldId::PiDate, agreed.pi_date.map(Value::Date));
    fields.know(FieldId::ValidUntil, ahead(agreed.valid_until));
    fields.know(FieldId::Incoterm, text(&agreed.incoterm));
    fields.know(FieldId::ShipBy, ahead(agreed.ship_by));
    fields.know(FieldId::LeadTime, agreed.lead_time_days.filter(|days| *days > 0).map(Value::Days));
    fields.know(FieldId::PaymentTerms, text(&agreed.payment_terms));
    fields.know(FieldId::OpenQuestions, text(&agreed.open_questions));
    // A day they can still plan for: not tomorrow.
    let proposed = facts.week.day_after(facts.week.day_after(facts.on));
    fields.know(FieldId::ProposedDay, Some(Value::Date(proposed)));
}

fn know_plan(fields: &mut Fields, facts: &Facts<'_>) {
    let Some(plan) = facts.plan else { return };
    fields.know(FieldId::DepositAmount, plan.deposit_total.map(Value::Money));
    fields.know(FieldId::DepositShare, plan.deposit_share.map(Value::Share));
    fields.know(FieldId::Balance, plan.balance().map(Value::Money));
    fields.know(FieldId::PlanRows, plan.is_in_parts().then(|| Value::Rows(plan.rows.clone())));
    fields.know(FieldId::LastTrueDay, plan.last_true_day.map(Value::Date));
}

fn know_library(fields: &mut Fields, facts: &Facts<'_>, language: &str) {
    let company = &facts.library.company;
    fields.know(FieldId::Sender, Some(Value::Text(company.sender.clone())));
    fields.know(FieldId::SenderRole, Some(Value::Text(company.role.clone())));
    fields.know(FieldId::Company, Some(Value::Text(company.name.clone())));
    let alternatives = usable_alternatives(facts, language);
    fields.know(FieldId::Alternatives, Some(Value::Sentences(alternatives)));
    let first = |kind: EntryKind, topic: Option<&str>| {
        usable(facts, kind)
            .filter(|entry| topic.is_none_or(|topic| entry.topic.trim() == topic))
            .find_map(|entry| entry.wording(language))
            .map(|sentence| Value::Sentences(vec![sentence.to_owned()]))
    };
    fields.know(FieldId::Story, first(EntryKind::Story, None));
    fields.know(FieldId::Reference, first(EntryKind::Reference, None));
    fields.know(FieldId::Fact, first(EntryKind::Fact, None));
    for (id, topic) in [
        (FieldId::DepositPurpose, "purpose"),
        (FieldId::DepositSafety, "safety"),
        (FieldId::DepositQuality, "quality"),
        (FieldId::DepositInstalments, "instalments"),
        (FieldId::DepositFirstOrder, "first-order"),
    ] {
        fields.know(id, first(EntryKind::DepositAnswer, Some(topic)));
    }
}

fn usable<'a>(facts: &Facts<'a>, kind: EntryKind) -> impl Iterator<Item = &'a Entry> {
    facts.library.entries.iter().filter(move |entry| entry.kind.is(kind) && entry.may_be_used())
}

/// What the seller typed; text that is not the expected kind stays text and is checked as such.
fn read(kind: FieldKind, typed: &str, currency: Option<Currency>) -> Option<Value> {
    let line = one_line(typed);
    if line.is_empty() {
        return None;
    }
    let number = |suffix: &str| line.trim_end_matches(suffix).trim_end().parse::<u32>().ok();
    let exact = match kind {
        FieldKind::Name | FieldKind::Text => None,
        FieldKind::Money => read_money(&line, currency)
            .and_then(|(amount, currency)| Money::from_decimal(amount, currency))
            .map(Value::Money),
        FieldKind::Price => {
            read_money(&line, currency).map(|(price, currency)| Value::Price(price, currency))
        }
        FieldKind::Date => NaiveDate::parse_from_str(&line, "%Y-%m-%d").ok().map(Value::Date),
        FieldKind::Days => number("days").or_else(|| number("day")).map(Value::Days),
        FieldKind::Years => number("years").or_else(|| number("year")).map(Value::Years),
        FieldKind::Share => {
            Decimal::from_str_exact(line.trim_end_matches('%').trim_end()).ok().map(Value::Share)
        }
        FieldKind::Sentences | FieldKind::Rows => {
            Some(Value::Sentences(typed.lines().map(str::to_owned).collect()))
        }
    };
    Some(exact.unwrap_or(Value::Text(line)))
}

/// `EUR 30,000.00` or, in the deal's currency, `30000`.
fn read_money(line: &str, currency: Option<Currency>) -> Option<(Decimal, Currency)> {
    let (currency, amount) = match line.split_once(' ').map(|(code, rest)| (Currency::from_code(code), rest))
    {
        Some((Some(named), rest)) => (Some(named), rest),
        Some((None, _)) | None => (currency, line),
    };
    let plain = amount.trim().replace(',', "");
    Some((Decimal::from_str_exact(&plain).ok().filter(|amount| !amount.is_sign_negative())?, currency?))
}

/// White space made single and control characters dropped; brackets of unfilled fields cannot be forged.
fn one_line(text: &str) -> String {
    let mut line = String::new();
    // Cutting early keeps a pasted book from costing time; what is cut here is far past the limit.
    for character in text.trim_start().chars().take(LONGEST_LINE.saturating_mul(20)) {
        match character {
            '⟨' => line.push('‹'),
            '⟩' => line.push('›'),
            blank if blank.is_whitespace() => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            control if control.is_control() || is_invisible(control) => {}
            plain => line.push(plain),
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Marks that reorder or hide text, and our own private use.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}')
}
