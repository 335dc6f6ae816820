//! Words for "about" beside an amount: `约2万`, `≈30000`, `30000+`, `approx. 30k`.

use super::super::currency::is_notation;

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

/// The amount without what people write beside it about taxes, terms and parts of it: `1200含税`, `FOB 1200`, `1200 USD (30% paid)`.
pub fn without_remark(text: &str) -> Option<&str> {
    const REMARKS: &[&str] = &[
        "不含税",
        "未含税",
        "含税",
        "未税",
        "含运费",
        "不含运费",
        "incl. vat",
        "excl. vat",
        "incl. tax",
        "excl. tax",
        "net",
        "fob",
        "cif",
        "cfr",
        "cnf",
        "c&f",
        "exw",
        "dap",
        "ddp",
        "fca",
        "cpt",
        "cip",
    ];
    let text = text.trim();
    if let Some((amount, remark)) = text.split_once(['(', '（'])
        && remark.ends_with([')', '）'])
        && !is_notation(remark.trim_end_matches([')', '）']))
        && amount.contains(|sign: char| sign.is_ascii_digit())
    {
        return Some(amount.trim_end());
    }
    let lower = text.to_ascii_lowercase();
    let apart = |rest: &&str| !rest.is_empty();
    REMARKS.iter().find_map(|remark| {
        let before = lower.strip_suffix(remark).and_then(|rest| text.get(..rest.len()));
        let after = lower.strip_prefix(remark).and_then(|_| text.get(remark.len()..));
        before.map(str::trim_end).filter(apart).or(after.map(str::trim_start).filter(apart))
    })
}
