//! Every character that ships can be drawn by a bundled font.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use egui::FontFamily;
use icebreak::assets::fonts::PackedFont;
use icebreak::assets::{countries, fonts};
use icebreak::domain::country::Country;
use icebreak::domain::deal::Deal;
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::buyer::reader::ReaderFormat;
use icebreak::text::buyer::words::PaperLanguage;
use icebreak::ui::theme;
use proc_macro2::{TokenStream, TokenTree};
use skrifa::MetadataProvider as _;
use syn::visit::{self, Visit};

use crate::app::{App, sample};
use crate::painted::families_of;

/// Stands for a gap in texts that are examined, and is in none that is shown.
const OBJECT: char = '\u{fffc}';

#[test]
fn every_character_of_every_shipped_text_is_in_a_bundled_font() {
    let regular = Glyphs::of(fonts::REGULAR.iter().chain([&fonts::ICONS]));
    let bold = Glyphs::of(fonts::BOLD.iter().chain(fonts::REGULAR).chain([&fonts::FILLED_ICONS]));
    let mut missing: BTreeMap<char, PathBuf> = BTreeMap::new();
    let texts = shipped_texts();
    for (path, text) in &texts {
        for character in text.chars().filter(|character| !character.is_control()) {
            let is_drawn = regular.has(character) && bold.has(character) || is_packed(character);
            if character != OBJECT && !is_drawn {
                missing.entry(character).or_insert_with(|| path.clone());
            }
        }
    }
    let count: usize = texts.iter().map(|(_, text)| text.chars().count()).sum();
    assert!(count > 20_000, "the texts are not where they were: only {count} characters");
    let lines = missing.iter().map(|(character, path)| {
        format!("U+{:04X} {character} in {}", u32::from(*character), path.display())
    });
    assert!(missing.is_empty(), "no bundled font draws\n{}", lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_missing_character_would_be_noticed() {
    let glyphs = Glyphs::of(fonts::REGULAR.iter());
    for there in ['A', 'ß', 'ı', '中', '款', '€', '₫', 'Ж', 'ã', '東'] {
        assert!(glyphs.has(there), "{there}");
    }
    for not_there in ['\u{10330}', '\u{1F980}', '\u{E000}'] {
        assert!(!glyphs.has(not_there), "{not_there:?}");
    }
}

#[test]
fn a_name_is_painted_in_one_weight() {
    // Some letters of these have no bold face; the last one has one for all.
    for (name, family) in [
        ("凃鍼燊貿易有限公司", FontFamily::Proportional),
        ("⾦⼝⾵貿易 Ltd", FontFamily::Proportional),
        ("شركة النور (LED 24)", FontFamily::Proportional),
        ("東京商事 Łódź ООО", theme::bold()),
    ] {
        let mut document = sample();
        let (id, deal) = document.deals.iter().find(|(_, deal)| deal.agreed.pi == "PI-2607").unwrap();
        let (id, mut deal) = (id.clone(), Deal::clone(deal));
        deal.buyer.company = name.to_owned();
        document.deals.insert(id, Arc::new(deal));
        // Whatever runs is checked for weights, too.
        let mut app = App::open_document(Language::English, &document);
        app.find("PI-2607");
        let painted = families_of(app.harness(), name);
        assert!(painted.contains(&family), "{name}: {painted:?}");
    }
}

#[test]
fn icons_are_in_both_icon_fonts() {
    let text = fs::read_to_string(root().join("src/ui/icons.rs")).unwrap();
    let icons = characters_of(&text);
    assert!(icons.len() > 20, "{} icons", icons.len());
    for font in [fonts::ICONS, fonts::FILLED_ICONS] {
        let glyphs = Glyphs::of([&font].into_iter());
        for icon in &icons {
            assert!(glyphs.has(*icon), "{} has no U+{:04X}", font.0, u32::from(*icon));
        }
    }
}

/// Countries that write numbers or dates unlike others of their language, and none.
const WITH_HABITS: [&str; 22] = [
    "", "AR", "AT", "BE", "BR", "CA", "CH", "CL", "CO", "CR", "EG", "HK", "IN", "LI", "MA", "MX", "PT", "TW",
    "UA", "US", "VE", "ZA",
];

/// What is not written in the sources: what the data of the Unicode project adds for readers of documents.
#[test]
fn whatever_is_written_for_readers_is_in_a_bundled_font() {
    let regular = Glyphs::of(fonts::REGULAR.iter());
    let bold = Glyphs::of(fonts::BOLD.iter().chain(fonts::REGULAR));
    let amounts = ["EUR", "USD", "GBP", "JPY", "KWD", "INR", "CHF"]
        .map(|code| Money::from_minor(-123_456_789, Currency::from_code(code).unwrap()));
    let mut missing: BTreeMap<char, String> = BTreeMap::new();
    for language in PaperLanguage::members() {
        for code in WITH_HABITS {
            let country = Country::from_code(code);
            let reader = ReaderFormat::of(language, country);
            let mut written: Vec<String> = amounts.iter().map(|money| reader.money(*money)).collect();
            written.push(reader.percent("33.33".parse().unwrap()));
            let january = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
            for day in january.iter_days().step_by(29).take(13) {
                written.extend([
                    reader.date_long(day),
                    reader.date_short(day),
                    reader.date_with_weekday(day),
                ]);
            }
            for text in written {
                for character in
                    text.chars().filter(|any| !(regular.has(*any) && bold.has(*any) || is_packed(*any)))
                {
                    missing.entry(character).or_insert_with(|| format!("{text} in {language:?} {country:?}"));
                }
            }
        }
    }
    let lines = missing.iter().map(|(character, text)| format!("U+{:04X}: {text}", u32::from(*character)));
    assert!(missing.is_empty(), "no bundled font draws\n{}", lines.collect::<Vec<_>>().join("\n"));
}

/// What names are written in: every character of the encodings that their countries used before Unicode.
#[test]
fn whatever_a_name_of_east_asia_has_is_in_a_bundled_font() {
    let usual = Glyphs::of(fonts::REGULAR.iter());
    let mut missing: BTreeSet<char> = BTreeSet::new();
    let encodings = [
        encoding_rs::EUC_KR,
        encoding_rs::BIG5,
        encoding_rs::SHIFT_JIS,
        encoding_rs::GBK,
        encoding_rs::EUC_JP,
    ];
    for encoding in encodings {
        let mut count = 0;
        for pair in (0x81..=0xfe_u8).flat_map(|lead| (0x40..=0xfe_u8).map(move |trail| [lead, trail])) {
            let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(&pair) else {
                continue;
            };
            let names = text.chars().filter(|sign| matches!(sign, '\u{ac00}'..='\u{d7a3}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}'));
            for sign in names {
                count += 1;
                if !usual.has(sign) && !is_packed(sign) {
                    missing.insert(sign);
                }
            }
        }
        assert!(count > 6_000, "{}: {count}", encoding.name());
    }
    assert_eq!(missing, BTreeSet::new());
}

#[test]
fn every_packed_font_is_found_by_what_it_has() {
    for font in &fonts::PACKED {
        let map = skrifa::FontRef::new(font.bytes()).unwrap().charmap();
        let own = map.mappings().filter_map(|(code, _)| char::from_u32(code));
        let found = own.filter(|sign| PackedFont::of(*sign).is_some_and(|of| of.name == font.name)).count();
        assert!(found >= 40, "{}: {found}", font.name);
    }
    for none in ['A', 'ß', 'Ω', 'Ж', '€', '、'] {
        assert!(PackedFont::of(none).is_none(), "{none}");
    }
}

/// Whether the compressed font for the sign's script has it; it serves both weights.
fn is_packed(sign: char) -> bool {
    let packed = PackedFont::of(sign).map(|font| (font.name, font.bytes()));
    packed.is_some_and(|font| Glyphs::of([&font].into_iter()).has(sign))
}

struct Glyphs<'a>(Vec<skrifa::charmap::Charmap<'a>>);

impl<'a> Glyphs<'a> {
    fn of(fonts: impl Iterator<Item = &'a (&'a str, &'a [u8])>) -> Self {
        Self(fonts.map(|(_, bytes)| skrifa::FontRef::new(bytes).unwrap().charmap()).collect())
    }

    fn has(&self, character: char) -> bool {
        self.0.iter().any(|map| map.map(character).is_some())
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Words in the sources that show or say something, and everything among the assets that is text.
fn shipped_texts() -> Vec<(PathBuf, String)> {
    let mut texts = Vec::new();
    for folder in ["src/text", "src/ui", "src/app"] {
        texts.extend(
            files_below(&root().join(folder)).into_iter().filter(|path| has_extension(path, "rs")).map(
                |path| {
                    let words = words_of(&fs::read_to_string(&path).unwrap());
                    (path, words)
                },
            ),
        );
    }
    for folder in ["assets/messages", "assets/diagnosis", "assets/sample", "assets/holidays"] {
        let files = files_below(&root().join(folder));
        texts.extend(files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())));
    }
    // Countries are found by names in many scripts, but shown in two.
    for facts in countries::all() {
        texts.push(("assets/countries.json".into(), format!("{}{}", facts.english, facts.chinese)));
    }
    texts
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension == wanted)
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        paths.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect();
    files.sort();
    files
}

/// The string and character literals of a source, those in macros included; no comments.
fn words_of(source: &str) -> String {
    let mut words = Words::default();
    words.visit_file(&syn::parse_file(source).unwrap());
    words.text
}

fn characters_of(source: &str) -> Vec<char> {
    let mut words = Words::default();
    words.visit_file(&syn::parse_file(source).unwrap());
    words.characters
}

#[derive(Default)]
struct Words {
    text: String,
    characters: Vec<char>,
}

impl Words {
    fn tokens(&mut self, stream: TokenStream) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let is_dot = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '.' | '='));
        for (index, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
                    let range = is_dot(before) || is_dot(tokens.get(index + 1));
                    match syn::Lit::new(literal.clone()) {
                        syn::Lit::Char(_) if range => {}
                        literal => self.visit_lit(&literal),
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Words {
    fn visit_lit_str(&mut self, words: &'ast syn::LitStr) {
        self.text.push_str(&words.value());
    }

    fn visit_lit_char(&mut self, character: &'ast syn::LitChar) {
        self.text.push(character.value());
        self.characters.push(character.value());
    }

    /// The ends of a range of characters are never shown.
    fn visit_expr_range(&mut self, _range: &'ast syn::ExprRange) {}

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.tokens(called.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if !attribute.path().is_ident("doc") {
            visit::visit_attribute(self, attribute);
        }
    }
}
