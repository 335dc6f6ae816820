//! What belongs to this computer and not to the document: language, theme, recent documents and folders.

use std::path::PathBuf;

use serde::{Deserialize, Serialize, Serializer};

use crate::domain::extra::Extra;
use crate::domain::names::Word;
use crate::named;

named! {
    pub enum Theme {
        System = "system",
        Light = "light",
        Dark = "dark",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The interface's language as a BCP 47 tag; the system's where none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Word<Theme>>,
    /// Documents opened lately, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "paths_with_names_in_unicode")]
    pub recent: Vec<PathBuf>,
    /// Where a file was last written.
    #[serde(skip_serializing_if = "has_no_name_in_unicode")]
    pub save_folder: Option<PathBuf>,
    /// Where a file was last read.
    #[serde(skip_serializing_if = "has_no_name_in_unicode")]
    pub open_folder: Option<PathBuf>,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Preferences {
    const RECENT: usize = 10;

    /// Puts a document first among the recent ones.
    pub fn remember(&mut self, path: PathBuf) {
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(Self::RECENT);
    }
}

/// JSON cannot hold other names, and a document missing from the list must not fail the saving.
fn paths_with_names_in_unicode<S: Serializer>(paths: &[PathBuf], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(paths.iter().filter(|path| path.to_str().is_some()))
}

fn has_no_name_in_unicode(path: &Option<PathBuf>) -> bool {
    path.as_ref().is_none_or(|path| path.to_str().is_none())
}
