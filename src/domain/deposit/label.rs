//! What a row of a plan is called.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::domain::names::Named as _;
use crate::named;

named! {
    pub enum Label {
        Deposit = "deposit",
        Balance = "balance",
        Line = "line",
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::from_name(&name).ok_or_else(|| de::Error::custom(format_args!("unknown label {name:?}")))
    }
}
