//! Names and codes of languages in other people's tables, in English, Chinese and their own.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::header::letters;
use crate::assets::countries;
use crate::domain::country::Country;

/// The BCP 47 tag of the language that a cell names: by name, by code, or by the code of the country that speaks it.
pub fn language_from(text: &str) -> Option<String> {
    static LANGUAGES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        let names = LANGUAGE_NAMES
            .iter()
            .chain(LANGUAGE_CODES)
            .flat_map(|(tag, names)| names.iter().map(move |name| (*name, *tag)));
        names.map(|(name, tag)| (letters(name), tag)).collect()
    });
    let known = || LANGUAGES.get(&letters(text)).map(|tag| (*tag).to_owned());
    let of_country = || {
        let country = Country::from_code(text)?;
        countries::facts(country).map(|facts| facts.language.clone())
    };
    known().or_else(|| own_language(text).filter(|tag| is_spoken(tag))).or_else(of_country)
}

/// A tag as this program writes it, whether it knows the language or not.
pub(crate) fn own_language(text: &str) -> Option<String> {
    tag_from(text)
}

/// Whether ISO 639-1 has the language of a tag.
fn is_spoken(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    ISO_639_1.split(' ').any(|code| code == language)
}

/// A well-formed tag, `pt-BR`, in the usual case.
fn tag_from(text: &str) -> Option<String> {
    let text = text.trim().replace('_', "-");
    let mut parts = text.split('-');
    let language = parts.next().filter(|part| matches!(part.len(), 2 | 3))?;
    if !language.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mut tag = language.to_ascii_lowercase();
    for part in parts {
        if !(2..=8).contains(&part.len()) || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                let (first, rest) = part.split_at_checked(1)?;
                tag.push_str(&first.to_ascii_uppercase());
                tag.push_str(&rest.to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

const LANGUAGE_NAMES: &[(&str, &[&str])] = &[
    ("en", &["English", "英语", "英文"]),
    ("zh", &["Chinese", "Simplified Chinese", "Mandarin", "中文", "汉语", "简体中文", "简体", "普通话"]),
    (
        "zh-Hant",
        &[
            "Traditional Chinese",
            "繁体中文",
            "繁體中文",
            "繁体",
            "繁體",
            "繁中",
            "正體中文",
            "Chinese Traditional",
        ],
    ),
    ("de", &["German", "Deutsch", "德语", "德文"]),
    ("fr", &["French", "Français", "法语", "法文"]),
    ("es", &["Spanish", "Español", "Castellano", "西班牙语", "西语", "西班牙文"]),
    ("pt", &["Portuguese", "Português", "葡萄牙语", "葡语", "葡萄牙文"]),
    ("pt-BR", &["Brazilian Portuguese", "巴西葡萄牙语", "巴西葡语"]),
    ("it", &["Italian", "Italiano", "意大利语", "意语", "意大利文"]),
    ("ru", &["Russian", "Русский", "俄语", "俄文"]),
    ("ja", &["Japanese", "日本語", "日语", "日文"]),
    ("ko", &["Korean", "한국어", "韩语", "韩文", "朝鲜语", "韓語", "韓文"]),
    ("ar", &["Arabic", "العربية", "阿拉伯语", "阿语", "阿拉伯文"]),
    ("tr", &["Turkish", "Türkçe", "土耳其语", "土语"]),
    ("vi", &["Vietnamese", "Tiếng Việt", "越南语", "越语", "越南文"]),
    ("th", &["Thai", "ไทย", "泰语", "泰文"]),
    ("id", &["Indonesian", "Bahasa Indonesia", "印尼语", "印度尼西亚语"]),
    ("ms", &["Malay", "Bahasa Melayu", "马来语", "马来文"]),
    ("hi", &["Hindi", "印地语"]),
    ("bn", &["Bengali", "孟加拉语"]),
    ("ur", &["Urdu", "乌尔都语"]),
    ("fa", &["Persian", "Farsi", "波斯语"]),
    ("he", &["Hebrew", "עברית", "希伯来语"]),
    ("pl", &["Polish", "Polski", "波兰语", "波兰文"]),
    ("nl", &["Dutch", "Nederlands", "荷兰语"]),
    ("sv", &["Swedish", "Svenska", "瑞典语"]),
    ("da", &["Danish", "Dansk", "丹麦语"]),
    ("nb", &["Norwegian", "Norsk", "挪威语"]),
    ("fi", &["Finnish", "Suomi", "芬兰语"]),
    ("cs", &["Czech", "Čeština", "捷克语"]),
    ("sk", &["Slovak", "Slovenčina", "斯洛伐克语"]),
    ("hu", &["Hungarian", "Magyar", "匈牙利语"]),
    ("ro", &["Romanian", "Română", "罗马尼亚语"]),
    ("bg", &["Bulgarian", "Български", "保加利亚语"]),
    ("el", &["Greek", "Ελληνικά", "希腊语"]),
    ("uk", &["Ukrainian", "Українська", "乌克兰语", "乌语", "乌克兰文"]),
    ("sr", &["Serbian", "Srpski", "塞尔维亚语"]),
    ("hr", &["Croatian", "Hrvatski", "克罗地亚语"]),
    ("kk", &["Kazakh", "哈萨克语"]),
];

/// Codes of countries and of ISO 639-2 in place of a language's own code.
const LANGUAGE_CODES: &[(&str, &[&str])] = &[
    ("en", &["eng", "gb", "us", "en-uk"]),
    ("zh", &["cn", "chi", "zho", "chs", "zh-cn", "prc"]),
    ("zh-Hant", &["tw", "hk", "cht", "zh-tw", "zh-hk"]),
    ("de", &["ger", "deu", "at", "ch-de"]),
    ("fr", &["fre", "fra"]),
    ("es", &["spa", "esp", "mx"]),
    ("pt", &["por"]),
    ("pt-BR", &["br", "ptb"]),
    ("it", &["ita"]),
    ("ru", &["rus"]),
    ("ja", &["jp", "jpn", "jap"]),
    ("ko", &["kr", "kor"]),
    ("ar", &["ara", "ae", "sa", "eg"]),
    ("tr", &["tur"]),
    ("vi", &["vn", "vie"]),
    ("th", &["tha"]),
    ("id", &["ind", "indo"]),
    ("ms", &["may", "msa"]),
    ("hi", &["hin"]),
    ("bn", &["ben"]),
    ("ur", &["urd"]),
    ("fa", &["per", "fas", "ir"]),
    ("he", &["heb", "il"]),
    ("pl", &["pol"]),
    ("nl", &["dut", "nld"]),
    ("sv", &["se", "swe"]),
    ("da", &["dk", "dan"]),
    ("nb", &["nor", "no"]),
    ("fi", &["fin"]),
    ("cs", &["cz", "cze", "ces"]),
    ("sk", &["slo", "slk"]),
    ("hu", &["hun"]),
    ("ro", &["rum", "ron"]),
    ("bg", &["bul"]),
    ("el", &["gr", "gre", "ell"]),
    ("uk", &["ua", "ukr"]),
    ("sr", &["srp", "rs"]),
    ("hr", &["hrv"]),
    ("kk", &["kz", "kaz"]),
];

const ISO_639_1: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik \
    io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms \
    mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm \
    sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";
