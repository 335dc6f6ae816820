//! Rows of a list that are no deals: totals, signatures, remarks below it, repeated headers.

use super::super::table::{SheetCell, SheetRow};
use super::cell_text;
use super::header::letters;
use crate::domain::import::reading::Use;
use crate::domain::import::{DealColumn, ParsedRow};
use crate::domain::money::Currency;
use crate::domain::typed::date::english_month;

/// The text that shows that a row is no deal.
pub(crate) fn why_no_deal(
    row: &SheetRow,
    header: &[String],
    uses: &[Use],
    parsed: &ParsedRow,
) -> Option<String> {
    let first = row.cells.iter().position(|cell| !matches!(cell, SheetCell::Empty))?;
    let text = cell_text(row.cells.get(first)?);
    let text = text.trim();
    let buyer = parsed.buyer.trim();
    if buyer.is_empty() {
        let text_at = |place: usize| uses.get(place).is_some_and(|used| matches!(used, Use::As(_)));
        let says_more = row
            .cells
            .iter()
            .enumerate()
            .any(|(place, cell)| place != first && text_at(place) && !matches!(cell, SheetCell::Empty));
        // Only a text outside the columns of deals stands for itself.
        let is_text = matches!(row.cells.get(first), Some(SheetCell::Text(_))) && !text_at(first);
        return (is_total(text) || (is_text && !says_more)).then(|| text.to_owned());
    }
    let nothing_else = parsed.pi.trim().is_empty()
        && parsed.product.trim().is_empty()
        && parsed.contact.trim().is_empty()
        && parsed.email.is_empty()
        && parsed.phone.is_empty();
    if nothing_else && (is_total(buyer) || is_total(text)) {
        return Some(text.to_owned());
    }
    if is_of_template(buyer) {
        return Some(buyer.to_owned());
    }
    let filled = row.cells.iter().filter(|cell| !matches!(cell, SheetCell::Empty)).count();
    if filled == 1 && (is_remark(buyer) || is_title(buyer)) {
        return Some(buyer.to_owned());
    }
    repeats_header(row, header, uses).then(|| buyer.to_owned())
}

/// `合计`, `Total:`, `Sub-total USD`, `合计（60单）`.
fn is_total(text: &str) -> bool {
    // No total is longer, and nothing is copied of a name that is.
    let first = text.chars().next().and_then(|first| first.to_lowercase().next());
    let begins = || TOTALS.iter().any(|total| total.chars().next() == first);
    let ends = || text.ends_with(['计', '計', ':', '：', '额']) || text.contains(['(', '（']);
    if text.len() > 48 || !(begins() || ends()) {
        return false;
    }
    let name = text.split(['(', '（', '[', '【', ':', '：']).next().unwrap_or(text);
    let word: String = letters(name).chars().filter(|sign| !sign.is_numeric()).collect();
    let is_usual = |rest: &str| {
        rest.is_empty()
            || matches!(rest, "q" | "金额" | "数量")
            || english_month(rest).is_some()
            || Currency::from_code(rest).is_some()
    };
    let of_a_part =
        |total: &&str| total.chars().count() == 2 && word.ends_with(*total) && word.chars().count() <= 8;
    TOTALS.iter().any(|total| word.strip_prefix(total).is_some_and(is_usual))
        || TOTALS.iter().filter(|total| !total.is_ascii()).any(of_a_part)
}

/// What a template says of its columns, `必填`, and the row that shows how to fill it in, `示例：…`.
pub(crate) fn is_of_template(text: &str) -> bool {
    const WHOLE: &[&str] = &["必填", "必填项", "选填", "选填项", "required", "mandatory", "optional"];
    const BEGINNINGS: &[&str] = &["示例", "例：", "例:", "举例", "e.g.", "sample:", "example:"];
    let begins = |start: &str| text.get(..start.len()).is_some_and(|text| text.eq_ignore_ascii_case(start));
    WHOLE.iter().any(|whole| whole.eq_ignore_ascii_case(text)) || BEGINNINGS.iter().any(|start| begins(start))
}

/// A row that only parts the list: `2026年10月`, `Q4 2026`, `—— 老客户 ——`, `一、欧洲市场`.
fn is_title(text: &str) -> bool {
    const DECORATION: &[char] =
        &['—', '–', '-', '=', '*', '#', '~', '★', '■', '▶', '【', '】', '《', '》', '<', '>'];
    let decorated = text.starts_with(DECORATION) && text.ends_with(DECORATION);
    let mut signs = text.trim_start_matches(['(', '（']).chars();
    let numbered = signs.next().is_some_and(|sign| "一二三四五六七八九十".contains(sign))
        && signs.next().is_some_and(|sign| "、)）".contains(sign));
    text.len() <= 96 && (decorated || numbered || is_period(text))
}

/// `10月份`, `November 2026`, `2026 Q4`, `第一季度`.
fn is_period(text: &str) -> bool {
    let word: String = letters(text).chars().filter(|sign| !sign.is_ascii_digit()).collect();
    let has_digits = text.chars().any(|sign| sign.is_ascii_digit());
    let chinese = word.trim_end_matches('份').trim_start_matches('年').trim_start_matches('第');
    let named = ["季度", "季", "月", "上半年", "下半年", "半年"].iter().any(|name| chinese.ends_with(name));
    let counted = chinese.chars().all(|sign| "年月季度上下半一二三四五六七八九十".contains(sign));
    let year = word.is_empty() && matches!(text.trim().len(), 4 | 7) && text.trim().starts_with("20");
    (named && counted)
        || (word == "q" && has_digits)
        || (word == "年" && has_digits)
        || year
        || english_month(&word).is_some()
}

const TOTALS: &[&str] = &[
    "合计",
    "总计",
    "小计",
    "共计",
    "总和",
    "累计",
    "汇总",
    "合計",
    "總計",
    "小計",
    "总额合计",
    "本页合计",
    "本月合计",
    "合计金额",
    "total",
    "totals",
    "subtotal",
    "subtotals",
    "grandtotal",
    "totalamount",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "zwischensumme",
    "totalgeneral",
    "totalgénéral",
    "soustotal",
    "totale",
    "suma",
    "итого",
    "всего",
    "razem",
    "toplam",
    "geneltoplam",
    "tổngcộng",
    "tổng",
    "합계",
    "총계",
];

/// `备注：红色为重点客户`, `制表人：李伟`, `Prepared by: …`.
fn is_remark(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "备注",
        "注",
        "说明",
        "注意",
        "制表",
        "制表人",
        "审核",
        "审核人",
        "审批",
        "签字",
        "签名",
        "日期",
        "更新日期",
        "更新时间",
        "打印日期",
        "填表人",
        "负责人",
        "note",
        "notes",
        "remark",
        "remarks",
        "preparedby",
        "approvedby",
        "checkedby",
        "signature",
        "signed",
        "printed",
        "printedon",
        "page",
        "date",
        "updated",
        "lastupdated",
        "source",
        "confidential",
    ];
    let Some((label, _)) = text.split_once([':', '：']) else { return false };
    label.len() <= 24 && LABELS.contains(&letters(label).as_str())
}

/// A list that was put together from pages has its header on each of them.
fn repeats_header(row: &SheetRow, header: &[String], uses: &[Use]) -> bool {
    let same = |place: usize| match (row.cells.get(place), header.get(place)) {
        (Some(SheetCell::Text(text)), Some(name)) => text.trim() == name.trim(),
        _ => false,
    };
    let buyer = uses.iter().position(|used| *used == Use::As(DealColumn::Buyer));
    buyer.is_some_and(same)
        && (0..header.len())
            .all(|place| same(place) || matches!(row.cells.get(place), None | Some(SheetCell::Empty)))
}
