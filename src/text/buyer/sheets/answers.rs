//! What the seller wrote about the deposit, in the language of a paper.

use crate::domain::library::{EntryKind, Library, LibraryEntry, PolicyPart};
use crate::domain::names::Named as _;
use crate::text::buyer::words::PaperLanguage;

/// The seller's own sentences for this part of the deposit policy, in its order.
pub fn answers(library: &Library, part: PolicyPart, language: PaperLanguage) -> impl Iterator<Item = &str> {
    part.topics().iter().flat_map(move |topic| {
        let on_topic = library.entries.iter().filter(|entry| entry.topic.trim() == *topic);
        let usable = on_topic.filter(|entry| entry.kind.is(EntryKind::DepositAnswer) && entry.may_be_used());
        usable.filter_map(move |entry| wording(entry, language))
    })
}

/// The wording in this language, or in a regional variant of it.
fn wording(entry: &LibraryEntry, language: PaperLanguage) -> Option<&str> {
    let of_country = || {
        let tags = entry.wordings.iter().map(|wording| wording.language.as_str());
        let mut ours = tags.filter(|tag| {
            let known = PaperLanguage::for_tag(tag);
            known == language && (known != PaperLanguage::English || tag.starts_with("en"))
        });
        ours.find_map(|tag| entry.wording(tag))
    };
    entry.wording(language.name()).or_else(of_country)
}
