//! The number and date formats of a workbook in the language of its reader.

use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::ExcelDateTime;

use crate::domain::money::Currency;
use crate::text::buyer::schedule::Voice;
use crate::text::buyer::words::PaperLanguage;

/// Grouped, with the currency's decimals; the reader's own program chooses the separators: `#,##0.00`.
pub(crate) fn amount(currency: Currency) -> String {
    match usize::try_from(currency.digits()) {
        Ok(0) | Err(_) => "#,##0".to_owned(),
        Ok(digits) => format!("#,##0.{}", "0".repeat(digits)),
    }
}

/// The same with the currency's code where the reader expects it.
pub(crate) fn money(currency: Currency, voice: &Voice) -> String {
    let (code, number) = (currency.code(), amount(currency));
    let sample = voice.money(crate::domain::money::Money::zero(currency));
    if sample.starts_with(code) { format!("[${code}]\\ {number}") } else { format!("{number}\\ [${code}]") }
}

pub(crate) const SHARE: &str = "0.00%";

/// The date format; the locale number in brackets sets the language of month names, whatever that of the program.
pub(crate) fn date(language: PaperLanguage) -> &'static str {
    match language {
        PaperLanguage::English => "[$-409]ddd d mmm yyyy",
        PaperLanguage::Chinese | PaperLanguage::TraditionalChinese => {
            "yyyy\"\u{5e74}\"m\"\u{6708}\"d\"\u{65e5}\""
        }
        PaperLanguage::German
        | PaperLanguage::Russian
        | PaperLanguage::Ukrainian
        | PaperLanguage::Polish
        | PaperLanguage::Turkish => "dd\\.mm\\.yyyy",
        PaperLanguage::French
        | PaperLanguage::Italian
        | PaperLanguage::Portuguese
        | PaperLanguage::Vietnamese => "dd\\/mm\\/yyyy",
        PaperLanguage::Spanish => "[$-C0A]d mmm yyyy",
        PaperLanguage::Korean => "yyyy\"년\" m\"월\" d\"일\"",
    }
}

/// None for a date outside of Excel's calendar.
pub(crate) fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

/// The width of a text in characters; East Asian characters count as two.
pub(crate) fn width(text: &str) -> f64 {
    let wide = |character: char| matches!(character, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{ffef}' | '\u{1f300}'..='\u{3ffff}');
    text.chars().map(|character| if wide(character) { 2.0 } else { 1.05 }).sum::<f64>() + 2.0
}

/// The number of lines of a text in a column of this width, with 15 % added, as words leave gaps at the ends of lines.
pub(crate) fn lines(text: &str, column: f64) -> f64 {
    let needed = width(text) / column;
    if needed <= 1.0 { 1.0 } else { (needed * 1.15).ceil() }
}
