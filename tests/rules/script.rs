//! Which texts do not belong into a message or paper of a language, and how a text is written for its readers.

use icebreak::domain::script::forms::{FormState, Forms, SpelledKind, WrittenForm};
use icebreak::domain::script::{has_foreign_letters, is_foreign, script_name};

/// A name, the language of its reader, and whether another form of it is needed.
const NAMES: &[(&str, &str, bool)] = &[
    ("Ms Schmidt", "en", false),
    ("Jörg Brandt", "en", false),
    ("Nguyễn Thị Hương", "en", false),
    ("Kılıç Yapı Malzemeleri Ltd. Şti.", "en", false),
    ("Łódź Meble Sp. z o.o.", "de", false),
    ("阮先生", "en", true),
    ("阮先生", "de", true),
    ("阮先生", "zh", false),
    ("Mr Ruan 阮", "en", true),
    ("伊万诺夫", "pt-BR", true),
    ("田中 健一", "en", true),
    ("田中 健一", "ja", false),
    // Chinese characters that Japan does not know, and that readers of traditional ones do not.
    ("阳光贸易", "ja", true),
    ("阳光贸易", "zh-Hant", true),
    ("阳光贸易", "zh-TW", true),
    ("陽光貿易", "zh-Hant", false),
    // Traditional characters are read in the mainland, and stand in names.
    ("陽光貿易", "zh", false),
    ("タナカ", "zh", true),
    ("김민준", "en", true),
    ("김민준", "ko", false),
    ("한국무역(주)", "ko", false),
    ("阮先生", "ko", true),
    ("Ирина Соколова", "en", true),
    ("Ирина Соколова", "ru", false),
    ("Ирина Соколова", "uk", false),
    ("Ирина Соколова", "zh", true),
    ("ООО «СеверТехника»", "tr", true),
    ("Παπαδόπουλος", "en", true),
    ("Παπαδόπουλος", "el", false),
    ("شركة النور", "en", true),
    ("شركة النور", "ar", false),
    ("Al Noor Trading LLC", "ar", false),
    ("สมชาย", "en", true),
    // A letter that only looks Latin: С and Т are Cyrillic here.
    ("СТ-5", "en", true),
    // A company may have a long name in Latin letters, wherever it is written.
    ("Norddeutsche Landmaschinen und Fördertechnik Vertriebsgesellschaft mbH Co KG", "zh", false),
    ("Müller & Söhne GmbH", "ru", false),
    ("", "en", false),
    ("88 · 100 % ③", "en", false),
];

/// A text among sentences: goods, quantities, terms.
const WORDS: &[(&str, &str, bool)] = &[
    ("LED panels 600×600", "en", false),
    ("LED panels 600×600", "zh", false),
    ("304不锈钢螺栓", "en", true),
    ("304不锈钢螺栓", "zh", false),
    ("太阳能板 550W", "en", true),
    ("3柜", "en", true),
    ("3 × 40'HQ", "zh", false),
    ("100%预付", "en", true),
    ("30/70 T/T", "zh", false),
    ("30% T/T deposit, balance before shipment", "zh", false),
    ("FOB Ningbo", "zh", false),
    ("FOB 宁波", "en", true),
    // Units and signs belong to no language.
    ("50 μm", "en", false),
    ("4.7 kΩ", "zh", false),
    ("Δt 5 ℃", "en", false),
    ("1,800 m², № 5, €", "en", false),
    ("πρόταση", "en", true),
    // Four Latin words are a name or a term; five are a sentence.
    ("Dell Latitude Rugged Extreme", "zh", false),
    ("please confirm the final order", "zh", true),
    ("please confirm the final order", "ru", true),
    ("please confirm the 2 final orders", "zh", false),
    ("请确认 please let us know your final decision", "zh", true),
    // Nothing in the letters tells German from English.
    ("30 % Anzahlung, Rest gegen Kopie der Frachtpapiere", "en", false),
    // Full-width signs are read everywhere, and so are full-width Latin letters.
    ("ＬＥＤ panels，550W", "en", false),
    ("насосы", "sr-Latn", true),
    ("насосы", "sr", false),
];

#[test]
fn a_text_is_foreign_by_its_letters_or_as_a_latin_sentence() {
    let wrong: Vec<_> = NAMES
        .iter()
        .filter(|(text, language, foreign)| has_foreign_letters(text, language) != *foreign)
        .chain(WORDS.iter().filter(|(text, language, foreign)| is_foreign(text, language) != *foreign))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(NAMES.len() + WORDS.len() >= 40);
}

#[test]
fn scripts_have_their_names() {
    let names = ["en", "pt-BR", "zh", "zh-Hant", "zh_hk", "ja", "ko", "ru", "ar", "el"].map(script_name);
    assert_eq!(names, ["Latn", "Latn", "Hans", "Hant", "Hant", "Jpan", "Kore", "Cyrl", "Arab", "Grek"]);
}

#[test]
fn a_name_has_one_form_for_a_script_and_other_texts_have_one_for_a_language() {
    use FormState::{Given, Kept, Missing, NotNeeded};
    let mut forms = Forms::default();
    let spelled = |forms: &Forms, text, kind, language| {
        let spelled = forms.spelled(text, kind, language);
        (spelled.text, spelled.form)
    };
    let name = SpelledKind::Name;
    assert_eq!(spelled(&forms, "阮先生", name, "en"), ("阮先生".into(), Missing));
    forms.set(WrittenForm::new(" 阮先生\n", name, "en", "Mr Ruan"));
    assert_eq!(spelled(&forms, "阮先生", name, "es"), ("Mr Ruan".into(), Given));
    assert_eq!(spelled(&forms, "阮先生", name, "ru"), ("阮先生".into(), Missing));
    assert_eq!(spelled(&forms, "阮先生", name, "zh"), ("阮先生".into(), NotNeeded));
    // The name was changed, so the form is not that of the new one.
    assert_eq!(spelled(&forms, "阮女士", name, "en"), ("阮女士".into(), Missing));

    let words = SpelledKind::Words;
    forms.set(WrittenForm::new("太阳能板", words, "en-GB", "Solar panels"));
    assert_eq!(spelled(&forms, "太阳能板", words, "en-US"), ("Solar panels".into(), Given));
    assert_eq!(spelled(&forms, "太阳能板", words, "de"), ("太阳能板".into(), Missing));
    forms.set(WrittenForm::new("太阳能板", words, "de", "太阳能板"));
    assert_eq!(spelled(&forms, "太阳能板", words, "de"), ("太阳能板".into(), Kept));
    // A form in the same script settles nothing; an empty one is none.
    forms.set(WrittenForm::new("太阳能板", words, "de", "光伏板"));
    assert_eq!(spelled(&forms, "太阳能板", words, "de"), ("光伏板".into(), Missing));
    forms.set(WrittenForm::new("太阳能板", words, "de", " "));
    assert_eq!(spelled(&forms, "太阳能板", words, "de"), ("太阳能板".into(), Missing));
    assert_eq!(forms.iter().count(), 2);
}
