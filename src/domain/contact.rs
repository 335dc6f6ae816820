//! The people at the buyer's.

use serde::{Deserialize, Serialize};

use super::extra::Extra;
use super::script::forms::Forms;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    pub name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// How a message opens, for example "Dear Ms Schmidt"; made from the name where empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub greeting: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// A message to the e-mail address came back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bounced: bool,
    /// Asked us to stop writing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub stopped: bool,
    /// The name for readers of other scripts.
    #[serde(skip_serializing_if = "Forms::is_empty")]
    pub forms: Forms,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Contact {
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.email.is_empty() && self.phone.is_empty()
    }

    /// Whether two contacts, perhaps of different deals, are the same person: by e-mail, else phone, else name.
    pub fn same_person(&self, other: &Self) -> bool {
        let by =
            |ours: &str, theirs: &str| !ours.is_empty() && ours.trim().eq_ignore_ascii_case(theirs.trim());
        if !self.email.is_empty() && !other.email.is_empty() {
            by(&self.email, &other.email)
        } else if !self.phone.is_empty() && !other.phone.is_empty() {
            by(&self.phone, &other.phone)
        } else {
            by(&self.name, &other.name)
        }
    }
}
