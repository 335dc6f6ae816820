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
            Some(before) if are_tied(before, word, after) => before.push(word),
            Some(_) | None => tied.push(vec![word]),
        }
    }
    tied
}

/// `25 days`, `1 of 3`, `30. November 2026`, `B/L`, `5-го`, `2026年11月30日`, and a weekday in brackets after it.
fn are_tied(tied: &[&str], word: &str, after: &str) -> bool {
    let Some((before, earlier)) = tied.split_last() else { return false };
    let (Some(ends), Some(begins)) = (before.trim_end().chars().next_back(), word.chars().next()) else {
        return false;
    };
    match begins {
        '年' | '月' | '日' => ends.is_ascii_digit(),
        '(' | '\u{ff08}' => ends == '日' && is_weekday(&format!("{word}{after}")),
        '星' => ends == '日',
        '期' => ends == '星',
        figure if figure.is_ascii_digit() => {
            matches!(ends, '年' | '月')
                || (ends.is_alphabetic() && earlier.last().is_some_and(|first| is_number(first)))
        }
        day if is_day(day) => matches!(ends, '周' | '週' | '期'),
        letter if !letter.is_alphabetic() => false,
        _letter => match ends {
            '/' => is_short(before) && is_short(word),
            '-' | '\u{2011}' => {
                before.trim_end_matches(['-', '\u{2011}']).ends_with(|last: char| last.is_ascii_digit())
            }
            '.' => is_number(before),
            figure if figure.is_ascii_digit() && before.ends_with(' ') => {
                // What follows a date is no unit of its year, but for a short `г.`.
                let is_year =
                    earlier.last().is_some_and(|month| month.trim_end().ends_with(char::is_alphabetic));
                !is_year || word.chars().filter(|letter| letter.is_alphabetic()).count() <= 2
            }
            _other => false,
        },
    }
}

/// `1 `, or with a stop the day of a date: `30. `.
fn is_number(part: &str) -> bool {
    let (part, longest) = part.trim_end().strip_suffix('.').map_or((part.trim_end(), 4), |day| (day, 2));
    (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// As each side of a stroke in `L/C`, `T/T` or `pcs/ctn` is; a longer word may be torn there.
fn is_short(side: &str) -> bool {
    side.chars().filter(|letter| letter.is_alphanumeric()).count() <= 3
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
