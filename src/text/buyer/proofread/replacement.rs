//! The deal's value in place of a wrong one, written as the text's readers write it.

use super::Proofread;
use crate::domain::country::Country;
use crate::domain::message::proofread::{Expected, TextCode, TextFinding};
use crate::text::buyer::reader::ReaderFormat;

impl Proofread {
    /// The text with the deal's value in the place of a finding; None where only the seller can mend it.
    pub fn mended(&self, text: &str, finding: &TextFinding, country: Option<Country>) -> Option<String> {
        let value = self.value(text, finding, country)?;
        let (before, rest) = text.split_at_checked(finding.at.start)?;
        let after = rest.get(finding.at.len()..)?;
        Some([before, &value, after].concat())
    }

    /// What takes the place of the finding's words. No-break spaces stand in it only where the text has some.
    pub fn value(&self, text: &str, finding: &TextFinding, country: Option<Country>) -> Option<String> {
        let value = self.written(finding, country)?;
        let no_break = ['\u{a0}', '\u{202f}'];
        Some(if text.contains(no_break) { value } else { value.replace(no_break, " ") })
    }

    fn written(&self, finding: &TextFinding, country: Option<Country>) -> Option<String> {
        let format = ReaderFormat::new(&self.language, country);
        if finding.at.is_empty() {
            return None;
        }
        match (finding.code, finding.expected.as_ref()?) {
            (TextCode::Terms | TextCode::Currency, _) => None,
            (_, Expected::Money(money)) => Some(format.money_with_code(*money)),
            (_, Expected::Price(price, currency)) => {
                Some(format!("{} {}", currency.code(), format.number(*price, currency.digits())))
            }
            (_, Expected::Percent(share)) => Some(format.percent(*share)),
            (TextCode::Weekday, Expected::Date(day)) => Some(format.date_with_weekday(*day)),
            (_, Expected::Date(day)) => Some(format.date_long(*day)),
            (TextCode::Incoterm | TextCode::Pi | TextCode::Name, Expected::Text(text)) => Some(text.clone()),
            (_, Expected::Number(_) | Expected::Days(_) | Expected::Text(_)) => None,
        }
    }
}
