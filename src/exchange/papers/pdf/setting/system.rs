//! The faces of this computer, for characters that no bundled font has.

use std::collections::BTreeSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use fontique::{
    Collection, CollectionOptions, FallbackKey, GenericFamily, Language, QueryFamily, QueryFont, QueryStatus,
    Script, SourceCache, SourceCacheOptions,
};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _};
use unicode_script::UnicodeScript as _;

/// The file of a face that has every character and may be embedded, and which face of the file it is.
pub(crate) fn file_for(cluster: &str) -> Option<(&'static [u8], u32)> {
    SYSTEM.lock().unwrap_or_else(PoisonError::into_inner).file_for(cluster)
}

/// Listing the fonts takes a while, so it waits for the first character that needs one.
static SYSTEM: LazyLock<Mutex<SystemFaces>> = LazyLock::new(|| Mutex::new(SystemFaces::listed()));

struct SystemFaces {
    collection: Collection,
    files: SourceCache,
    missing: BTreeSet<String>,
}

/// Han characters are in fonts of several languages, none of which has all.
const HAN_LANGUAGES: [&str; 4] = ["zh-SG", "zh-TW", "ja", "ko"];

impl SystemFaces {
    fn listed() -> Self {
        Self {
            collection: Collection::new(CollectionOptions { shared: false, system_fonts: true }),
            files: SourceCache::new(SourceCacheOptions::default()),
            missing: BTreeSet::new(),
        }
    }

    fn file_for(&mut self, cluster: &str) -> Option<(&'static [u8], u32)> {
        if self.missing.contains(cluster) {
            return None;
        }
        let found = self.find(cluster);
        if found.is_none() {
            self.missing.insert(cluster.to_owned());
        }
        found
    }

    fn find(&mut self, cluster: &str) -> Option<(&'static [u8], u32)> {
        let script = cluster.chars().next()?.script();
        let is_han = script == unicode_script::Script::Han;
        let script = Script::parse(script.short_name()).ok();
        let languages: Vec<Option<Language>> = if is_han {
            HAN_LANGUAGES.iter().map(|tag| Language::parse(tag).ok()).collect()
        } else {
            vec![None]
        };
        languages.iter().find_map(|language| {
            let mut query = self.collection.query(&mut self.files);
            query.set_families([GenericFamily::SansSerif, GenericFamily::Serif].map(QueryFamily::Generic));
            if let Some(script) = script {
                query.set_fallbacks(FallbackKey::new(script, language.as_ref()));
            }
            let mut found = None;
            query.matches_with(|font| {
                found = embeddable(font, cluster);
                if found.is_some() { QueryStatus::Stop } else { QueryStatus::Continue }
            });
            found
        })
    }
}

/// The file stays open for as long as the program runs.
fn embeddable(font: &QueryFont, cluster: &str) -> Option<(&'static [u8], u32)> {
    let file = FontRef::from_index(font.blob.as_ref(), font.index).ok()?;
    let (charmap, outlines) = (file.charmap(), file.outline_glyphs());
    let is_drawn = |character| charmap.map(character).is_some_and(|glyph| outlines.get(glyph).is_some());
    if !cluster.chars().all(is_drawn) || !may_be_embedded(&file) {
        return None;
    }
    let blob: &'static _ = Box::leak(Box::new(font.blob.clone()));
    Some((blob.as_ref(), font.index))
}

/// By the licence bits of the font: not restricted, may be cut to the characters used, not as bitmaps only.
fn may_be_embedded(file: &FontRef<'_>) -> bool {
    const RESTRICTED: u16 = 0x2;
    const WHOLE_OR_BITMAPS_ONLY: u16 = 0x300;
    let bits = file.os2().map_or(0, |table| table.fs_type());
    bits & 0xf != RESTRICTED && bits & WHOLE_OR_BITMAPS_ONLY == 0
}
