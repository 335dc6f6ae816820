//! What differs between two versions of a deal, of the settings or of the library, field by field; and one made of both.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A field by its name in the file; those of the buyer, of what we agreed and of the summary with that name before it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName {
    /// `buyer`, `agreed`, `summary`; none: a field of the whole.
    pub part: Option<Box<str>>,
    pub name: Box<str>,
}

/// A field that is not the same on both sides. Null: the side does not have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub field: FieldName,
    pub ours: Value,
    pub theirs: Value,
}

/// Where a field's value is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    Ours,
    Theirs,
    /// Of a list: ours, and what only they have.
    Both,
}

/// The objects whose fields are compared one by one.
const PARTS: [&str; 3] = ["buyer", "agreed", "summary"];

/// What differs, in the order of the file.
pub fn differences<T: Serialize>(ours: &T, theirs: &T) -> Vec<Difference> {
    let (ours, theirs) = (fields_of(ours), fields_of(theirs));
    let mut found = Vec::new();
    for (name, our_value, their_value) in pairs(&ours, &theirs) {
        match (our_value, their_value) {
            (Value::Object(our_part), Value::Object(their_part)) if PARTS.contains(&name) => {
                let part = Some(name);
                found.extend(
                    pairs(our_part, their_part)
                        .filter_map(|(name, ours, theirs)| difference(part, name, ours, theirs)),
                );
            }
            (ours, theirs) => found.extend(difference(None, name, ours, theirs)),
        }
    }
    found
}

impl Difference {
    /// Whether both sides are lists, so that one can have the entries of both.
    pub fn can_unite(&self) -> bool {
        let is_list = |value: &Value| value.is_array() || value.is_null();
        is_list(&self.ours) && is_list(&self.theirs)
    }

    /// What to take where nobody chose: the side that changed since the two were the same; where both did, or where
    /// that is unknown, the entries of both lists, else ours.
    pub fn suggestion<T: Serialize>(&self, base: Option<&T>) -> Keep {
        if let Some(base) = base {
            let before = value_at(&fields_of(base), &self.field);
            if before == self.ours {
                return Keep::Theirs;
            }
            if before == self.theirs {
                return Keep::Ours;
            }
        }
        if self.can_unite() { Keep::Both } else { Keep::Ours }
    }

    /// The entries of a list that only this side has.
    pub fn only_in(&self, side: Keep) -> Vec<&Value> {
        let (mine, other) = match side {
            Keep::Ours | Keep::Both => (&self.ours, &self.theirs),
            Keep::Theirs => (&self.theirs, &self.ours),
        };
        missing_from(other, mine)
    }
}

/// Ours, with each field from the side that was picked; none where that makes no sense as a whole.
pub fn composed<T: Serialize + DeserializeOwned>(ours: &T, picks: &[(Difference, Keep)]) -> Option<T> {
    let mut fields = fields_of(ours);
    for (difference, pick) in picks {
        let value = match pick {
            Keep::Ours => continue,
            Keep::Theirs => difference.theirs.clone(),
            Keep::Both => united(difference),
        };
        set(&mut fields, &difference.field, value);
    }
    // Through text: numbers of any length survive only so.
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

fn difference(part: Option<&str>, name: &str, ours: &Value, theirs: &Value) -> Option<Difference> {
    (ours != theirs).then(|| Difference {
        field: FieldName { part: part.map(Into::into), name: name.into() },
        ours: ours.clone(),
        theirs: theirs.clone(),
    })
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

/// Ours and what only they have; by day where the entries have one, because a story is told in order.
fn united(difference: &Difference) -> Value {
    let mut entries = difference.ours.as_array().cloned().unwrap_or_default();
    entries.extend(difference.only_in(Keep::Theirs).into_iter().cloned());
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
