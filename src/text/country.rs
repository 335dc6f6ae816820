//! Countries and languages by their names in the interface language.

use super::Language;
use crate::assets::countries;
use crate::domain::country::Country;

/// The country's name, or its code where it is not known.
pub fn name(country: Country, language: Language) -> &'static str {
    countries::facts(country).map_or("", |facts| match language {
        Language::English => facts.english.as_str(),
        Language::Chinese => facts.chinese.as_str(),
    })
}

/// Reads a code, a name or a synonym in either language.
pub fn find(text: &str) -> Option<Country> {
    countries::find(text).map(|facts| facts.country)
}

/// Languages a buyer may read: tag and name.
pub(crate) fn message_languages(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::English => &[
            ("", "Not set"),
            ("en", "English"),
            ("zh", "Chinese (simplified)"),
            ("zh-Hant", "Chinese (traditional)"),
            ("ar", "Arabic"),
            ("de", "German"),
            ("es", "Spanish"),
            ("fr", "French"),
            ("it", "Italian"),
            ("ja", "Japanese"),
            ("ko", "Korean"),
            ("pl", "Polish"),
            ("pt", "Portuguese"),
            ("ru", "Russian"),
            ("tr", "Turkish"),
            ("uk", "Ukrainian"),
            ("vi", "Vietnamese"),
        ],
        Language::Chinese => &[
            ("", "未设置"),
            ("en", "英语"),
            ("zh", "中文（简体）"),
            ("zh-Hant", "中文（繁体）"),
            ("ar", "阿拉伯语"),
            ("de", "德语"),
            ("es", "西班牙语"),
            ("fr", "法语"),
            ("it", "意大利语"),
            ("ja", "日语"),
            ("ko", "韩语"),
            ("pl", "波兰语"),
            ("pt", "葡萄牙语"),
            ("ru", "俄语"),
            ("tr", "土耳其语"),
            ("uk", "乌克兰语"),
            ("vi", "越南语"),
        ],
    }
}
