//! Enumerations that are saved by name, and names from a newer program that are kept as they are.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An enumeration whose members have stable names in files and on the command line.
pub trait Named: Copy + Eq + 'static {
    /// Every member with its name, in the order in which people should see them.
    const ALL: &'static [(Self, &'static str)];

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(member, _)| *member == self).map_or("", |(_, name)| name)
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(member, _)| *member)
    }

    fn members() -> impl Iterator<Item = Self> {
        Self::ALL.iter().map(|(member, _)| *member)
    }
}

/// Declares an enumeration together with the names of its members.
#[macro_export]
macro_rules! named {
    ($(#[$meta:meta])* $vis:vis enum $enum:ident { $($(#[$member_meta:meta])* $member:ident = $name:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $enum { $($(#[$member_meta])* $member),+ }

        impl $crate::domain::names::Named for $enum {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$member, $name)),+];
        }
    };
}

/// A name from a file: one we know, or one that a newer program wrote and that is saved unchanged.
#[derive(Clone, PartialEq, Eq)]
pub enum Word<T> {
    Known(T),
    Foreign(Box<str>),
}

impl<T: Named> Word<T> {
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(member) => Some(*member),
            Self::Foreign(_) => None,
        }
    }

    pub(crate) fn known_or(&self, otherwise: T) -> T {
        self.known().unwrap_or(otherwise)
    }

    pub fn is(&self, member: T) -> bool {
        self.known() == Some(member)
    }

    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(member) => member.name(),
            Self::Foreign(name) => name,
        }
    }
}

impl<T: Named> From<T> for Word<T> {
    fn from(member: T) -> Self {
        Self::Known(member)
    }
}

impl<T: Named> fmt::Debug for Word<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<T: Named> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de, T: Named> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Ok(T::from_name(&name).map_or_else(|| Self::Foreign(name.into()), Self::Known))
    }
}
