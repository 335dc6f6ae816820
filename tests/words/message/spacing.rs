//! Chinese text keeps one convention: a space between Chinese characters and digits or Latin letters, but none in or
//! before a calendar date; marks beside Chinese characters are full-width.

use std::path::Path;

use icebreak::text::Language;

use crate::message::deals::{bare, combinations, early, rich};

#[test]
fn every_chinese_draft_keeps_it() {
    for world in [rich(), bare(), early()] {
        for choice in combinations().filter(|choice| choice.language == Language::Chinese) {
            let body = world.draft(&choice).body;
            assert_eq!(breaks(&body), None, "{choice:?}\n{body}");
        }
    }
}

#[test]
fn every_chinese_word_of_the_sources_keeps_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    let mut folders = vec![root];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
                assert_eq!(breaks(line), None, "{}: {line}", path.display());
                read += 1;
            }
        }
    }
    assert!(read > 1_000);
}

#[test]
fn what_breaks_it_is_seen() {
    for wrong in ["共3期", "3期", "30%后", "见B/L", "SWIFT水单", "付清,再发", "预付款(30%)", "共 3 期!"]
    {
        assert!(breaks(wrong).is_some(), "{wrong}");
    }
    for right in
        ["最迟2026年11月30日（周一）", "11月3日到账", "收到 30% 后", "见 B/L 副本", "共 3 期，a) 按此"]
    {
        assert_eq!(breaks(right), None);
    }
}

/// The two characters that should not stand side by side.
fn breaks(text: &str) -> Option<String> {
    let characters: Vec<char> = text.chars().collect();
    let pairs = characters.iter().zip(characters.iter().skip(1)).enumerate();
    let wrong = pairs.into_iter().find(|(place, (one, next))| {
        let half_width = |mark: char| ",;:!?()".contains(mark);
        let apart = is_latin(**one) && is_chinese(**next) || is_chinese(**one) && is_latin(**next);
        let dated = "年月日号".contains(**one)
            || "年月日号".contains(**next)
            || begins_date(&characters[place + 1..]);
        apart && !dated || is_chinese(**one) && half_width(**next) || half_width(**one) && is_chinese(**next)
    });
    wrong.map(|(_, (one, next))| format!("{one}{next}"))
}

/// `2026年`, `11月`.
fn begins_date(rest: &[char]) -> bool {
    let after = rest.iter().find(|character| !character.is_ascii_digit());
    rest[0].is_ascii_digit() && after.is_some_and(|after| "年月".contains(*after))
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}')
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '%'
}
