//! Words for "about" beside an amount: `约2万`, `≈30000`, `30000+`, `approx. 30k`.

/// The amount without a word or sign for "about"; None where there is none.
pub fn without_about(text: &str) -> Option<&str> {
    const BEFORE: &[&str] = &[
        "大约",
        "大概",
        "约",
        "約",
        "近",
        "左右",
        "≈",
        "~",
        "～",
        "∼",
        "approximately",
        "approx.",
        "approx",
        "about",
        "around",
        "circa",
        "ca.",
        "ca",
        "c.",
        "est.",
        "estimated",
    ];
    const AFTER: &[&str] = &[
        "左右",
        "上下",
        "以上",
        "多",
        "+",
        "＋",
        "approx.",
        "approx",
        "(approx.)",
        "(approx)",
        "ca.",
        "est.",
    ];
    let text = text.trim();
    let start = |word: &&&str| {
        text.split_at_checked(word.len()).is_some_and(|(start, _)| start.eq_ignore_ascii_case(word))
    };
    let end = |word: &&&str| {
        let at = text.len().checked_sub(word.len());
        at.and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    let rest = match BEFORE.iter().find(start) {
        Some(word) => text.get(word.len()..),
        None => AFTER.iter().find(end).and_then(|word| text.get(..text.len().checked_sub(word.len())?)),
    }?;
    Some(rest.trim()).filter(|rest| rest.chars().any(|sign| sign.is_numeric()))
}
