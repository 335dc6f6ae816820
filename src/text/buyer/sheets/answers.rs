//! What the seller wrote about the deposit, in the language of a paper.

use crate::domain::deal::Deal;
use crate::domain::library::{EntryKind, Library, LibraryEntry, PolicyPart};
use crate::domain::names::Named as _;
use crate::text::buyer::words::PaperLanguage;

/// The seller's own sentences for this part of the deposit policy, in its order: those that fit the deal, where it is of one.
pub fn answers<'a>(
    library: &'a Library,
    part: PolicyPart,
    language: PaperLanguage,
    deal: Option<&'a Deal>,
) -> impl Iterator<Item = &'a str> {
    let fits = move |entry: &&LibraryEntry| {
        entry.fits(deal.into_iter().flat_map(Deal::goods), deal.and_then(|deal| deal.buyer.country))
    };
    part.topics().iter().flat_map(move |topic| {
        let on_topic = library.entries.iter().filter(|entry| entry.topic.trim() == *topic);
        let usable = on_topic
            .filter(|entry| entry.kind.is(EntryKind::DepositAnswer) && entry.may_be_used())
            .filter(fits);
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
