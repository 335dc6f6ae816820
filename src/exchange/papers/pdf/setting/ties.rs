//! Keeps parts of a line together although their script would allow a break: a number and its unit, a Chinese date.

use unicode_linebreak::linebreaks;

/// The parts of a text between which a line may break; tied words are in one part.
pub fn tied_words(text: &str) -> Vec<Vec<&str>> {
    let mut tied: Vec<Vec<&str>> = Vec::new();
    let mut start = 0_usize;
    let mut rest = text;
    for (end, _) in linebreaks(text) {
        let Some((word, after)) = rest.split_at_checked(end.saturating_sub(start)) else { break };
        (rest, start) = (after, end);
        match tied.last_mut() {
            Some(before) if before.last().is_some_and(|last| are_tied(last, word, after)) => {
                before.push(word)
            }
            Some(_) | None => tied.push(vec![word]),
        }
    }
    tied
}

/// `25 days`, `2026年11月30日`, and a weekday in brackets after it.
fn are_tied(before: &str, word: &str, after: &str) -> bool {
    let ends = before.trim_end().chars().next_back();
    let (Some(ends), Some(begins)) = (ends, word.chars().next()) else { return false };
    match begins {
        '年' | '月' | '日' => ends.is_ascii_digit(),
        '(' | '\u{ff08}' => ends == '日' && is_weekday(&format!("{word}{after}")),
        '星' => ends == '日',
        '期' => ends == '星',
        figure if figure.is_ascii_digit() => matches!(ends, '年' | '月'),
        day if is_day(day) => matches!(ends, '周' | '週' | '期'),
        letter => ends.is_ascii_digit() && letter.is_alphabetic() && before.ends_with(' '),
    }
}

/// In brackets: `周一`, `週一` or `星期一`.
fn is_weekday(bracketed: &str) -> bool {
    let inside = bracketed.trim_start_matches(['(', '\u{ff08}']);
    ["周", "週", "星期"]
        .iter()
        .any(|week| inside.strip_prefix(week).is_some_and(|day| day.chars().next().is_some_and(is_day)))
}

fn is_day(character: char) -> bool {
    "一二三四五六日".contains(character)
}
