//! The bundled fonts: those of every text in the order of fallback, and compressed those that few names need.

use std::io::Read as _;
use std::ops::RangeInclusive;
use std::sync::{LazyLock, OnceLock};

use flate2::read::GzDecoder;
use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider as _};

/// Text of normal weight.
pub const REGULAR: &[(&str, &[u8])] = &[
    ("Noto Sans", include_bytes!("../../assets/fonts/NotoSans-Regular.ttf")),
    ("Noto Sans Extra", include_bytes!("../../assets/fonts/NotoSansExtra-Regular.ttf")),
    ("Noto Sans SC", include_bytes!("../../assets/fonts/NotoSansSC-Regular.otf")),
];

/// Bold text; characters without a bold face fall back to the regular one.
pub const BOLD: &[(&str, &[u8])] = &[
    ("Noto Sans Bold", include_bytes!("../../assets/fonts/NotoSans-Bold.ttf")),
    ("Noto Sans Extra", include_bytes!("../../assets/fonts/NotoSansExtra-Regular.ttf")),
    ("Noto Sans SC Bold", include_bytes!("../../assets/fonts/NotoSansSC-Bold.otf")),
];

/// Whether each letter has a bold face; those of the packed fonts have none.
pub fn is_bold(text: &str) -> bool {
    static CHARACTERS: LazyLock<Vec<Charmap<'static>>> = LazyLock::new(|| {
        BOLD.iter().filter_map(|(_, file)| FontRef::new(file).ok()).map(|font| font.charmap()).collect()
    });
    let has = |letter: char| CHARACTERS.iter().any(|characters| characters.map(letter).is_some());
    text.chars().all(|letter| PackedFont::of(letter).is_none() || has(letter))
}

/// Icons, outlined and filled, on the same code points.
pub const ICONS: (&str, &[u8]) = ("Phosphor", include_bytes!("../../assets/fonts/Phosphor.ttf"));
pub const FILLED_ICONS: (&str, &[u8]) =
    ("Phosphor Fill", include_bytes!("../../assets/fonts/Phosphor-Fill.ttf"));

macro_rules! packed {
    ($script:literal, $blocks:expr) => {
        PackedFont::new(
            concat!("Noto Sans ", $script),
            &$blocks,
            include_bytes!(concat!("../../assets/fonts/NotoSans", $script, "-Regular.ttf.gz")),
        )
    };
}

/// The fonts of scripts that are in names of buyers, but in no text of ours.
pub static PACKED: [PackedFont; 20] = [
    PackedFont::new("Noto Sans Han", HAN, include_bytes!("../../assets/fonts/NotoSansHan-Regular.otf.gz")),
    PackedFont::new("Noto Sans KR", HANGUL, include_bytes!("../../assets/fonts/NotoSansKR-Regular.otf.gz")),
    packed!(
        "Arabic",
        [
            '\u{600}'..='\u{6ff}',
            '\u{750}'..='\u{77f}',
            '\u{8a0}'..='\u{8ff}',
            '\u{fb50}'..='\u{fdff}',
            '\u{fe70}'..='\u{fefc}'
        ]
    ),
    packed!("Armenian", ['\u{530}'..='\u{58f}', '\u{fb13}'..='\u{fb17}']),
    packed!("Bengali", ['\u{980}'..='\u{9ff}']),
    packed!("Devanagari", ['\u{900}'..='\u{97f}', '\u{a8e0}'..='\u{a8ff}']),
    packed!("Ethiopic", ['\u{1200}'..='\u{137f}']),
    packed!("Georgian", ['\u{10a0}'..='\u{10ff}', '\u{1c90}'..='\u{1cbf}', '\u{2d00}'..='\u{2d2f}']),
    packed!("Gujarati", ['\u{a80}'..='\u{aff}']),
    packed!("Gurmukhi", ['\u{a00}'..='\u{a7f}']),
    packed!("Hebrew", ['\u{590}'..='\u{5ff}', '\u{fb1d}'..='\u{fb4f}']),
    packed!("Kannada", ['\u{c80}'..='\u{cff}']),
    packed!("Khmer", ['\u{1780}'..='\u{17ff}', '\u{19e0}'..='\u{19ff}']),
    packed!("Lao", ['\u{e80}'..='\u{eff}']),
    packed!("Malayalam", ['\u{d00}'..='\u{d7f}']),
    packed!("Myanmar", ['\u{1000}'..='\u{109f}']),
    packed!("Sinhala", ['\u{d80}'..='\u{dff}']),
    packed!("Tamil", ['\u{b80}'..='\u{bff}']),
    packed!("Telugu", ['\u{c00}'..='\u{c7f}']),
    packed!("Thai", ['\u{e00}'..='\u{e7f}']),
];

const HAN: &[RangeInclusive<char>] = &[
    '\u{2f00}'..='\u{2fd5}',
    '\u{3400}'..='\u{4dbf}',
    '\u{4e00}'..='\u{9fff}',
    '\u{f900}'..='\u{faff}',
    '\u{20000}'..='\u{323af}',
];
const HANGUL: &[RangeInclusive<char>] = &['\u{3131}'..='\u{318e}', '\u{ac00}'..='\u{d7a3}'];

/// A font that is unpacked when the first character asks for it.
pub struct PackedFont {
    pub name: &'static str,
    blocks: &'static [RangeInclusive<char>],
    packed: &'static [u8],
    unpacked: OnceLock<Vec<u8>>,
}

impl PackedFont {
    const fn new(name: &'static str, blocks: &'static [RangeInclusive<char>], packed: &'static [u8]) -> Self {
        Self { name, blocks, packed, unpacked: OnceLock::new() }
    }

    /// The font of a character's script, which need not have the character.
    pub fn of(character: char) -> Option<&'static Self> {
        // The first character that any of them has.
        let is_packed = character >= '\u{530}';
        PACKED
            .iter()
            .filter(|_| is_packed)
            .find(|font| font.blocks.iter().any(|block| block.contains(&character)))
    }

    pub fn bytes(&'static self) -> &'static [u8] {
        self.unpacked.get_or_init(|| {
            let mut bytes = Vec::new();
            super::sound(GzDecoder::new(self.packed).read_to_end(&mut bytes));
            bytes
        })
    }
}

/// The window's icon.
pub(crate) const WINDOW_ICON: &[u8] = include_bytes!("../../assets/icons/icebreak-256.png");

/// The authors and licences of the fonts.
pub(crate) const LICENCES: &[(&str, &str)] = &[
    ("Noto Sans", include_str!("../../assets/fonts/NotoSans-OFL.txt")),
    ("Noto Sans SC", include_str!("../../assets/fonts/NotoSansSC-OFL.txt")),
    ("Noto Sans of other scripts", include_str!("../../assets/fonts/NotoSansScripts-OFL.txt")),
    ("Noto Sans Symbols", include_str!("../../assets/fonts/NotoSansExtra-OFL.txt")),
    ("Phosphor", include_str!("../../assets/fonts/Phosphor-LICENSE.txt")),
];
