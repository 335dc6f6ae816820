//! Everything that is saved and undone together. Cheap to clone.

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::deal::{Deal, DealId};
pub use super::extra::Extra;
use super::library::Library;
use super::settings::Settings;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    pub settings: Arc<Settings>,
    pub library: Arc<Library>,
    pub deals: OrdMap<DealId, Arc<Deal>>,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Document {
    pub fn deal(&self, id: &DealId) -> Option<&Arc<Deal>> {
        self.deals.get(id)
    }
}
