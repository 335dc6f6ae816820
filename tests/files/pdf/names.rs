//! Names of buyers in the scripts of the world: drawn, in their order, and read back by another library.

use icebreak::domain::contact::Contact;
use icebreak::domain::library::Company;
use icebreak::domain::message::{FieldId, forms_on_paper};
use icebreak::domain::script::forms::{FormState, SpelledKind, WrittenForm};
use icebreak::exchange::papers::pdf::look;
use icebreak::exchange::papers::pdf::setting::lines::{Setter, TextLine};
use icebreak::exchange::papers::pdf::setting::order::parts_from_left;

use super::made::*;

/// A company in each script.
pub const NAMES: [(&str, &str); 24] = [
    ("Korean", "대한무역 주식회사 뷁쀍"),
    ("Traditional Chinese", "凃鍼燊貿易股份有限公司"),
    ("Cantonese", "佢哋嘅好嘢咗有限公司"),
    ("Japanese", "﨑山髙橋商事株式会社"),
    ("rare", "㵅龘𠮷科技"),
    ("Arabic", "شركة النور للتجارة"),
    ("Persian", "شرکت بازرگانی پارسیان"),
    ("Hebrew", "חברת שולחן בע״מ"),
    ("Thai", "บริษัท สยามน้ำทิพย์ จำกัด"),
    ("Devanagari", "हिन्दुस्तान क्षेत्र प्राइवेट लिमिटेड"),
    ("Bengali", "বাংলাদেশ ট্রেডিং কোম্পানি"),
    ("Georgian", "ქართული სავაჭრო კომპანია"),
    ("Armenian", "Հայկական Առևտուր ՍՊԸ"),
    ("Gujarati", "ગુજરાત વેપાર"),
    ("Punjabi", "ਪੰਜਾਬ ਵਪਾਰ"),
    ("Tamil", "தமிழ் வர்த்தகம்"),
    ("Telugu", "తెలుగు వ్యాపారం"),
    ("Kannada", "ಕನ್ನಡ ವ್ಯಾಪಾರ"),
    ("Malayalam", "മലയാളം വ്യാപാരം"),
    ("Sinhala", "ශ්\u{200d}රී ලංකා"),
    ("Lao", "ບໍລິສັດ ລາວ"),
    ("Khmer", "ក្រុមហ៊ុន កម្ពុជា"),
    ("Burmese", "မြန်မာ ကုမ္ပဏီ"),
    ("Amharic", "የኢትዮጵያ ንግድ"),
];

#[test]
fn names_are_drawn_in_every_script() {
    for (script, name) in NAMES {
        let paper = schedule(&usual_plan(), Some(&deal(name, "en", "GB")), &company()).unwrap();
        assert_eq!(paper.replaced, Vec::<char>::new(), "{script}");
        assert_eq!(paper.pages, 1, "{script}");
        let painted = painted(&usual_plan(), Some(&deal(name, "en", "GB")), &company()).unwrap();
        assert_eq!(painted.replaced, Vec::<char>::new(), "{script}");
    }
}

/// As a library reads them that knows nothing of the order of letters: those read from the right come backwards.
#[test]
fn names_are_read_back_by_another_library() {
    for (script, name) in &NAMES[..5] {
        let paper = schedule(&usual_plan(), Some(&deal(name, "en", "GB")), &company()).unwrap();
        // The library begins a new line where the face changes.
        let text = pages_of(&paper).concat().replace(' ', "");
        assert!(text.contains(&name.replace(' ', "")), "{script}: no {name} in {text}");
    }
}

#[test]
fn radicals_and_wide_letters_become_the_characters_they_stand_for() {
    // As text that was copied from another PDF has them.
    let paper = schedule(&usual_plan(), Some(&deal("⾦⼝⾏ ﬁn", "zh", "CN")), &company()).unwrap();
    assert_eq!(paper.replaced, Vec::<char>::new());
    assert!(pages_of(&paper).join(" ").contains("金口行"));
}

fn line(text: &str) -> TextLine {
    Setter::default().line(text, look::BODY)
}

fn runs(text: &str) -> Vec<String> {
    line(text).runs.iter().map(|run| run.text.trim().to_owned()).filter(|run| !run.is_empty()).collect()
}

#[test]
fn words_read_from_the_right_follow_each_other_to_the_left() {
    let parts = |text: &'static str| parts_from_left(text).iter().map(|part| part.text).collect::<Vec<_>>();
    assert_eq!(parts("Buyer 12"), ["Buyer 12"]);
    assert_eq!(parts("Buyer: שלום עולם"), ["Buyer: ", "שלום עולם"]);
    // A number in such a name is read from the left, and stands where it is read.
    assert_eq!(parts("חברה 24 בע"), [" בע", "24", "חברה "]);
    // Letters of another alphabet keep their order inside.
    assert_eq!(parts("שלום (LED) עולם"), [") עולם", "LED", "שלום ("]);
    // On the paper the words go to the left, in the file they stand as they are read.
    assert_eq!(runs("שלום LED 24"), ["שלום", "LED 24"]);
    let line = line("שלום עולם");
    assert_eq!(line.runs.first().map(|run| run.text.as_str()), Some("שלום"));
    let places: Vec<f32> = line.runs.iter().map(|run| run.x).collect();
    assert!(
        places.is_sorted_by(|earlier, later| earlier > later) && places.last() == Some(&0.0),
        "{places:?}"
    );
}

#[test]
fn a_name_is_of_one_weight() {
    let faces = |text: &str| {
        let line = Setter::default().line(text, look::COMPANY);
        line.runs.iter().map(|run| std::ptr::from_ref(run.face)).collect::<std::collections::BTreeSet<_>>()
    };
    // One letter of it is in no bold face.
    assert!(faces("凃貿易公司").is_disjoint(&faces("貿易公司")));
    assert!(faces("凃 Ltd").is_disjoint(&faces("Ltd")));
}

#[test]
fn letters_that_join_are_joined() {
    // Arabic letters have another shape at the beginning, in the middle and at the end of a word.
    let glyphs = |text: &str| -> Vec<u32> {
        let line = line(text);
        line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.glyph_id.to_u32()).collect()
    };
    let (alone, joined) = (glyphs("ه"), glyphs("ههه"));
    assert_eq!(joined.len(), 3);
    assert!(joined.iter().all(|glyph| !alone.contains(glyph)), "{joined:?}");
    // A conjunct of Devanagari is narrower than its letters side by side.
    assert!(line("क्ष").width < line("क").width + line("ष").width);
    // Marks of Thai take no room of their own.
    assert!((line("ที่").width - line("ท").width).abs() < 0.01);
}

#[test]
fn a_paper_has_names_and_goods_as_its_reader_writes_them() {
    let mut deal = deal("越南海防贸易公司", "en", "VN");
    deal.product = "太阳能板".into();
    deal.contacts = vec![Contact { name: "阮先生".into(), ..Contact::default() }];
    let seller = Company { name: "宁波流明".into(), ..company() };
    let missing: Vec<FieldId> =
        forms_on_paper(Some(&deal), &seller, "en").iter().map(|form| form.field).collect();
    assert_eq!(missing, [FieldId::Company, FieldId::Buyer, FieldId::Product, FieldId::Contact]);
    let own = forms_on_paper(Some(&deal), &seller, "zh");
    assert_eq!(own, [], "nothing of it is foreign to a Chinese reader");

    let (name, words) = (SpelledKind::Name, SpelledKind::Words);
    let mut seller = seller;
    seller.forms.set(WrittenForm::new("宁波流明", name, "en", "Ningbo Lumen"));
    deal.forms.set(WrittenForm::new("越南海防贸易公司", name, "en", "Haiphong Trading"));
    deal.forms.set(WrittenForm::new("太阳能板", words, "en", "Solar panels"));
    deal.contacts[0].forms.set(WrittenForm::new("阮先生", name, "en", "Mr Ruan"));
    let settled = forms_on_paper(Some(&deal), &seller, "en");
    assert!(settled.iter().all(|form| form.state == FormState::Given), "{settled:?}");
    let paper = schedule(&usual_plan(), Some(&deal.spelled_in("en")), &seller.spelled_in("en")).unwrap();
    let text = pages_of(&paper).join(" ");
    for written in ["Ningbo Lumen", "Haiphong Trading", "Solar panels", "Mr Ruan"] {
        assert!(text.contains(written), "{written} is not in {text}");
    }
    assert!(!text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)), "{text}");
}
