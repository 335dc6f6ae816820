//! What differs between two versions of a deal, of the settings or of the library, field by field; and one made of both.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::deposit::Payment;
use crate::domain::names::Named as _;
use crate::named;

/// A field by its name in the file, with the object that holds it, if any.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName {
    /// `buyer`, `agreed`, `summary` or `company`; None for a field of the deal, settings or library itself.
    pub part: Option<Box<str>>,
    pub name: Box<str>,
}

named! {
    /// Every field in which two versions can differ, by its place in the file.
    pub enum KnownField {
        Company = "buyer.company",
        Country = "buyer.country",
        City = "buyer.city",
        TimeZone = "buyer.time_zone",
        Language = "buyer.language",
        Contacts = "contacts",
        Product = "product",
        Stage = "stage",
        Tags = "tags",
        Notes = "notes",
        Pi = "agreed.pi",
        PiDate = "agreed.pi_date",
        ValidUntil = "agreed.valid_until",
        Quantity = "agreed.quantity",
        Currency = "agreed.currency",
        UnitPrice = "agreed.unit_price",
        Amount = "agreed.amount",
        Incoterm = "agreed.incoterm",
        LeadTime = "agreed.lead_time_days",
        ShutdownDays = "agreed.shutdown_days",
        CutOff = "agreed.cut_off_days",
        ShipBy = "agreed.ship_by",
        PaymentTerms = "agreed.payment_terms",
        OpenQuestions = "agreed.open_questions",
        LastInbound = "summary.last_inbound",
        LastOutbound = "summary.last_outbound",
        WaitingSince = "summary.waiting_since",
        Unanswered = "summary.unanswered",
        Story = "story",
        Promises = "promises",
        Next = "next",
        Pause = "pause",
        Diagnosis = "diagnosis",
        Plan = "plan",
        PlanName = "plan_name",
        Alternatives = "alternatives",
        Costs = "costs",
        TransferFee = "transfer_fee",
        BankGiven = "bank_given",
        Message = "message",
        SpelledForms = "forms",
        Thresholds = "thresholds",
        Ladder = "ladder",
        LadderPresets = "ladder_presets",
        SmallFirstOrder = "small_first_order",
        SellerCountry = "seller_country",
        Shutdowns = "shutdowns",
        OwnDays = "own_days",
        OwnYears = "own_years",
        Lists = "lists",
        Sender = "company.sender",
        SenderRole = "company.role",
        SellerName = "company.name",
        SellerEmail = "company.email",
        SellerPhone = "company.phone",
        Website = "company.website",
        SellerAddress = "company.address",
        Registration = "company.registration",
        Banks = "company.banks",
        Logo = "company.logo",
        SellerForms = "company.forms",
        Entries = "entries",
    }
}

/// A field that is not the same on both sides. Null: the side does not have it.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDifference {
    pub field: FieldName,
    /// The value in the common ancestor, where that is known.
    pub base: Option<Value>,
    pub ours: Value,
    pub theirs: Value,
}

/// Where a field's value is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    Ours,
    Theirs,
    /// For a list: our entries, and those that only they have.
    Both,
}

/// The objects whose fields are compared one by one.
const PARTS: [&str; 4] = ["buyer", "agreed", "summary", "company"];

/// Lists that are taken from one side as a whole: united, costs would count twice.
const WHOLE: [KnownField; 2] = [KnownField::Alternatives, KnownField::Costs];

/// What differs, in the order of the file; `base` is the common ancestor, where that is known.
pub fn differences<T: Serialize>(base: Option<&T>, ours: &T, theirs: &T) -> Vec<FieldDifference> {
    let base = base.map(fields_of);
    let (ours, theirs) = (fields_of(ours), fields_of(theirs));
    let difference = |part: Option<&str>, name: &str, ours: &Value, theirs: &Value| {
        let field = FieldName { part: part.map(Into::into), name: name.into() };
        let base = base.as_ref().map(|base| value_at(base, &field));
        (ours != theirs).then(|| FieldDifference { field, base, ours: ours.clone(), theirs: theirs.clone() })
    };
    let mut found = Vec::new();
    for (name, our_value, their_value) in pairs(&ours, &theirs) {
        match (our_value, their_value) {
            (Value::Object(our_part), Value::Object(their_part)) if PARTS.contains(&name) => {
                found.extend(
                    pairs(our_part, their_part)
                        .filter_map(|(field, ours, theirs)| difference(Some(name), field, ours, theirs)),
                );
            }
            (ours, theirs) => found.extend(difference(None, name, ours, theirs)),
        }
    }
    found
}

impl KnownField {
    /// The object that holds the field, if any, and the field's name in it.
    fn place(self) -> (Option<&'static str>, &'static str) {
        let name = self.name();
        name.split_once('.').map_or((None, name), |(part, name)| (Some(part), name))
    }
}

impl FieldName {
    /// One payment of the plan, where they are compared one by one.
    fn of_payment() -> Self {
        Self { part: Some("plan".into()), name: "payments".into() }
    }

    pub fn is_payment(&self) -> bool {
        *self == Self::of_payment()
    }

    /// None for a field that only a newer program knows.
    pub fn known(&self) -> Option<KnownField> {
        KnownField::members().find(|field| field.place() == (self.part.as_deref(), &*self.name))
    }
}

impl FieldDifference {
    /// A payment that the sides have differently, or that only one of them has.
    pub(crate) fn of_payment(ours: Option<&Payment>, theirs: Option<&Payment>) -> Self {
        let value = |payment| serde_json::to_value(payment).unwrap_or_default();
        Self { field: FieldName::of_payment(), base: None, ours: value(ours), theirs: value(theirs) }
    }

    /// Whether both sides can be kept: lists without an entry of one id that differs between them, or two payments.
    pub fn can_unite(&self) -> bool {
        if self.field.is_payment() {
            return self.ours.is_object() && self.theirs.is_object() && !self.only_adds();
        }
        let is_list = |value: &Value| value.is_array() || value.is_null();
        let id = |entry: &Value| entry.get("id").cloned();
        let ours: Vec<Value> = self.only_in(Keep::Ours).into_iter().filter_map(id).collect();
        let mut theirs = self.only_in(Keep::Theirs).into_iter().filter_map(id);
        let is_whole = self.field.known().is_some_and(|field| WHOLE.contains(&field));
        !is_whole && is_list(&self.ours) && is_list(&self.theirs) && !theirs.any(|id| ours.contains(&id))
    }

    /// Whether taking theirs loses nothing: ours is empty, or they have every entry of our list.
    pub(crate) fn only_adds(&self) -> bool {
        match &self.ours {
            Value::Null => true,
            Value::String(text) => text.trim().is_empty(),
            Value::Array(_) => self.theirs.is_array() && self.only_in(Keep::Ours).is_empty(),
            Value::Object(fields) if self.field.is_payment() => {
                fields.iter().all(|(name, value)| self.theirs.get(name) == Some(value))
            }
            Value::Object(fields) => fields.is_empty(),
            Value::Bool(_) | Value::Number(_) => false,
        }
    }

    /// What to take where nobody chose: the side that changed since the common ancestor. Where both changed, or there
    /// is no ancestor: the entries of both lists, else ours. Of a payment, what only they know.
    pub fn suggestion(&self) -> Keep {
        match &self.base {
            Some(_) | None if self.field.is_payment() && self.only_adds() => Keep::Theirs,
            Some(_) | None if self.field.is_payment() => Keep::Ours,
            Some(base) if *base == self.ours => Keep::Theirs,
            Some(base) if *base == self.theirs => Keep::Ours,
            Some(_) | None if self.can_unite() => Keep::Both,
            Some(_) | None => Keep::Ours,
        }
    }

    /// The entries of a list that only this side has.
    pub(crate) fn only_in(&self, side: Keep) -> Vec<&Value> {
        let (mine, other) = match side {
            Keep::Ours | Keep::Both => (&self.ours, &self.theirs),
            Keep::Theirs => (&self.theirs, &self.ours),
        };
        missing_from(other, mine)
    }
}

/// Ours, with each field from the side that was picked; None where the result is not valid.
pub fn composed<T: Serialize + DeserializeOwned>(ours: &T, picks: &[(FieldDifference, Keep)]) -> Option<T> {
    let mut fields = fields_of(ours);
    for (difference, pick) in picks {
        if difference.field.is_payment() {
            set_payment(&mut fields, difference, *pick);
            continue;
        }
        let value = match pick {
            Keep::Ours => continue,
            Keep::Theirs => difference.theirs.clone(),
            Keep::Both => united(difference),
        };
        set(&mut fields, &difference.field, value);
    }
    // Goes through text, because only there do numbers of any length survive.
    serde_json::to_string(&fields).and_then(|text| serde_json::from_str(&text)).ok()
}

fn fields_of<T: Serialize>(value: &T) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) | Err(_) => Map::new(),
    }
}

/// The fields of both, each name once; null where a side lacks it.
fn pairs<'a>(
    ours: &'a Map<String, Value>,
    theirs: &'a Map<String, Value>,
) -> impl Iterator<Item = (&'a str, &'a Value, &'a Value)> {
    let our_fields =
        ours.iter().map(|(name, value)| (name.as_str(), value, theirs.get(name).unwrap_or(&Value::Null)));
    let their_fields = theirs
        .iter()
        .filter(|(name, _)| !ours.contains_key(*name))
        .map(|(name, value)| (name.as_str(), &Value::Null, value));
    our_fields.chain(their_fields)
}

fn value_at(fields: &Map<String, Value>, field: &FieldName) -> Value {
    let part = match &field.part {
        Some(part) => fields.get(&**part).and_then(Value::as_object),
        None => Some(fields),
    };
    part.and_then(|part| part.get(&*field.name)).cloned().unwrap_or_default()
}

fn set(fields: &mut Map<String, Value>, field: &FieldName, value: Value) {
    let part = match &field.part {
        Some(part) => fields.get_mut(&**part).and_then(Value::as_object_mut),
        None => Some(fields),
    };
    let Some(part) = part else { return };
    if value.is_null() {
        part.shift_remove(&*field.name);
    } else {
        part.insert(field.name.to_string(), value);
    }
}

/// Corrects our payment, puts theirs beside it, or removes ours.
fn set_payment(fields: &mut Map<String, Value>, difference: &FieldDifference, pick: Keep) {
    let plan = fields.get_mut("plan").and_then(Value::as_object_mut);
    let payments = plan.map(|plan| plan.entry("payments").or_insert_with(|| Value::Array(Vec::new())));
    let Some(payments) = payments.and_then(Value::as_array_mut) else { return };
    let place = payments.iter().position(|payment| *payment == difference.ours);
    match (pick, place, &difference.theirs) {
        (Keep::Ours, _, _) | (Keep::Both, _, Value::Null) | (Keep::Theirs, None, Value::Null) => {}
        (Keep::Theirs, Some(place), Value::Null) => drop(payments.remove(place)),
        (Keep::Theirs, Some(place), theirs) => {
            // What only we know of it stays.
            let ours = payments.get_mut(place).and_then(Value::as_object_mut);
            if let (Some(ours), Some(theirs)) = (ours, theirs.as_object()) {
                ours.extend(theirs.clone());
            }
        }
        (Keep::Theirs, None, theirs) | (Keep::Both, _, theirs) => payments.push(theirs.clone()),
    }
}

/// Ours with what they added and without what they removed; sorted by day where the entries have one.
fn united(difference: &FieldDifference) -> Value {
    let base = difference.base.clone().unwrap_or_default();
    let removed = Value::from_iter(missing_from(&difference.theirs, &base).into_iter().cloned());
    let mut entries: Vec<Value> = missing_from(&removed, &difference.ours).into_iter().cloned().collect();
    let known = Value::from_iter(entries.iter().chain(base.as_array().into_iter().flatten()).cloned());
    entries.extend(missing_from(&known, &difference.theirs).into_iter().cloned());
    let day = |entry: &Value| entry.get("on").and_then(Value::as_str).map(str::to_owned);
    entries.sort_by_cached_key(day);
    entries.into()
}

/// What `list` has more often than `other`.
fn missing_from<'a>(other: &Value, list: &'a Value) -> Vec<&'a Value> {
    let mut left: Vec<&Value> = other.as_array().into_iter().flatten().collect();
    let entries = list.as_array().into_iter().flatten();
    entries
        .filter(|entry| match left.iter().position(|same| same == entry) {
            Some(place) => {
                left.swap_remove(place);
                false
            }
            None => true,
        })
        .collect()
}
