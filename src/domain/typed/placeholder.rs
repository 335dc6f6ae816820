//! Words and signs that people put where nothing is known yet: `-`, `N/A`, `TBD`, `待定`.

use super::signs::plain;

/// Whether a cell says that there is nothing: only dashes, slashes or dots, or a word for it.
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    // Longer texts say something, and most texts are longer.
    if text.len() > LONGEST || text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    if text.chars().all(is_filling) {
        return true;
    }
    if text.is_ascii() {
        return WORDS.iter().any(|word| word.eq_ignore_ascii_case(text));
    }
    let text = plain(text).to_lowercase();
    text.chars().all(is_filling) || WORDS.contains(&text.as_str())
}

/// Whether a date has no digit but zeros, as programs write a date that is not set: `0000-00-00`, `1900-01-00`.
pub fn is_no_date(text: &str) -> bool {
    let text = text.trim();
    let is_zero = text.bytes().all(|byte| byte == b'0' || b"-/. :T".contains(&byte));
    (is_zero && text.contains('0')) || text.starts_with("1900-01-00") || text.starts_with("1900/1/0")
}

/// In bytes; no placeholder is longer.
const LONGEST: usize = 24;

fn is_filling(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(
            sign,
            '-' | '\u{2010}'
                ..='\u{2015}'
                    | '\u{2212}'
                    | '\u{ff0d}'
                    | '/'
                    | '／'
                    | '\\'
                    | '?'
                    | '？'
                    | '.'
                    | '。'
                    | '…'
                    | '*'
                    | '_'
                    | '~'
                    | '～'
                    | '·'
                    | '、'
                    | ','
                    | '，'
        )
}

const WORDS: &[&str] = &[
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "n. a.",
    "#n/a",
    "none",
    "null",
    "nil",
    "nan",
    "(none)",
    "(blank)",
    "(null)",
    "(empty)",
    "blank",
    "undefined",
    "unknown",
    "not available",
    "not applicable",
    "not set",
    "not yet",
    "tbd",
    "tba",
    "tbc",
    "tbn",
    "t.b.d.",
    "t.b.a.",
    "t.b.c.",
    "to be confirmed",
    "to be advised",
    "to be determined",
    "to be decided",
    "待定",
    "待確認",
    "待确认",
    "待补",
    "待补充",
    "待填",
    "待更新",
    "待通知",
    "未定",
    "未知",
    "未填",
    "不详",
    "不明",
    "暂无",
    "暫無",
    "暂缺",
    "暂未定",
    "暂空",
    "无",
    "無",
    "没有",
    "空",
    "空白",
    "なし",
    "未定です",
    "없음",
    "미정",
    "keine",
    "k.a.",
    "k. a.",
    "offen",
    "ninguno",
    "nenhum",
    "aucun",
    "нет",
    "н/д",
    "не указано",
    "yok",
    "belum ada",
    "không có",
    "chưa có",
];
