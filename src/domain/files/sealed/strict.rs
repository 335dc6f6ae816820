//! What a JSON parser would ignore silently: fields that occur twice, and names that it reserves.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use crate::domain::files::problem::Damage;

/// `serde_json` hands a number over as an object with this one field.
const NUMBER: &str = "$serde_json::private::Number";
const RESERVED: &str = "$serde_json::private::";

/// Refuses text that is not JSON, and JSON of which a part would be lost in reading.
pub fn check(text: &str) -> Result<(), Damage> {
    serde_json::from_str::<Walked>(text).map(|_| ()).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            Category::Data => Damage::DoubleField { line, column },
            Category::Eof => Damage::CutOff { line },
            Category::Syntax | Category::Io => Damage::NotJson { line, column },
        }
    })
}

/// A value that was checked; only a number's own text arrives as an owned string.
enum Walked {
    OwnedText,
    Other,
}

impl<'de> Deserialize<'de> for Walked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Walk)
    }
}

struct Walk;

impl<'de> Visitor<'de> for Walk {
    type Value = Walked;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Walked, E> {
        Ok(Walked::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Walked, E> {
        Ok(Walked::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Walked, E> {
        Ok(Walked::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Walked, E> {
        Ok(Walked::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Walked, E> {
        Ok(Walked::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<Walked, E> {
        Ok(Walked::Other)
    }

    fn visit_string<E>(self, _: String) -> Result<Walked, E> {
        Ok(Walked::OwnedText)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Walked, A::Error> {
        while items.next_element::<Walked>()?.is_some() {}
        Ok(Walked::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Walked, A::Error> {
        let mut names = ObjectNames::default();
        while let Some(Name(name)) = fields.next_key()? {
            let is_number = name == NUMBER;
            if name.starts_with(RESERVED) && !is_number {
                return Err(de::Error::custom("reserved"));
            }
            if !names.insert(name) {
                return Err(de::Error::custom("twice"));
            }
            match fields.next_value()? {
                Walked::Other if is_number => return Err(de::Error::custom("reserved")),
                Walked::Other | Walked::OwnedText => {}
            }
        }
        Ok(Walked::Other)
    }
}

/// The names of an object. Most objects have few, which are faster to compare than to hash.
#[derive(Default)]
struct ObjectNames<'de> {
    few: Vec<Cow<'de, str>>,
    many: HashSet<Cow<'de, str>>,
}

impl<'de> ObjectNames<'de> {
    const FEW: usize = 24;

    /// False where the name was there before.
    fn insert(&mut self, name: Cow<'de, str>) -> bool {
        if self.few.contains(&name) || self.many.contains(&name) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(name);
        } else {
            self.many.insert(name);
        }
        true
    }
}

/// A field's name, borrowed from the text where it has no escapes.
struct Name<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl<'de> Visitor<'de> for NameVisitor {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.to_owned())))
            }
        }

        deserializer.deserialize_str(NameVisitor)
    }
}
