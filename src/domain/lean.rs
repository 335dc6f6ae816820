//! Values that are mostly empty: stored elsewhere, and only where they are not.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Derefs to the value. As long as that is the default, it takes only the room of a pointer.
#[derive(Clone)]
pub struct Lean<T>(Option<Box<T>>);

/// A type whose default exists once, for all who read it.
pub trait Empty: Default + PartialEq + 'static {
    fn empty() -> &'static Self;
}

impl<T> Lean<T> {
    pub const fn new() -> Self {
        Self(None)
    }
}

impl<T: Empty> From<T> for Lean<T> {
    fn from(value: T) -> Self {
        Self((value != *T::empty()).then(|| Box::new(value)))
    }
}

impl<T> Default for Lean<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Empty> Deref for Lean<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::empty())
    }
}

impl<T: Empty> DerefMut for Lean<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Empty> PartialEq for Lean<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Empty + Eq> Eq for Lean<T> {}

impl<T: Empty + fmt::Debug> fmt::Debug for Lean<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<'a, T: Empty> IntoIterator for &'a Lean<T>
where
    &'a T: IntoIterator,
{
    type Item = <&'a T as IntoIterator>::Item;
    type IntoIter = <&'a T as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (**self).into_iter()
    }
}

impl<T: Empty + Serialize> Serialize for Lean<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Empty + Deserialize<'de>> Deserialize<'de> for Lean<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}
