//! The offer worked out anew for a quantity or a price that the buyer names.

use rust_decimal::Decimal;

use crate::domain::deal::Deal;
use crate::domain::money::{Currency, Money, Percent};
use crate::domain::typed::currency::currency_at_start;
use crate::domain::typed::signs::half_width;

/// The offer worked out anew for what they asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedOffer {
    /// The quantity with its unit, where they asked for another one.
    pub quantity: Option<String>,
    /// The unit price, where they asked for another one.
    pub price: Option<Decimal>,
    pub total: Money,
    pub deposit: Option<Money>,
}

/// The offer for the quantity or the unit price that they name, where it is clear and differs from the deal's.
pub(crate) fn asked_offer(deal: &Deal, words: &str, share: Option<Percent>) -> Option<AskedOffer> {
    let agreed = &deal.agreed;
    let (currency, price) = agreed.currency.zip(agreed.unit_price)?;
    let (number, unit) = quantity_of(&agreed.quantity)?;
    let named = numbers_in(words);
    let quantity = only(named.iter().filter_map(|found| found.as_quantity(unit, &deal.product)));
    let quantity = quantity.filter(|asked| *asked != number);
    let prices = named.iter().filter_map(|found| found.as_price(currency, price));
    let asked_price = only(prices).filter(|asked| *asked != price);
    if quantity.is_none() && asked_price.is_none() {
        return None;
    }
    let product = quantity.unwrap_or(number).checked_mul(asked_price.unwrap_or(price))?;
    let total = Money::from_decimal(product, currency).filter(|total| total.is_positive())?;
    Some(AskedOffer {
        quantity: quantity.map(|asked| format!("{} {unit}", grouped(asked)).trim_end().to_owned()),
        price: asked_price,
        total,
        deposit: share.and_then(|share| total.percent(share, total.unit())),
    })
}

/// `5,000 m`: the number, and its unit. None where there are several numbers.
pub(crate) fn quantity_of(text: &str) -> Option<(Decimal, &str)> {
    let text = text.trim();
    let end = text.find(|sign: char| !(sign.is_ascii_digit() || ",. ".contains(sign)));
    let (number, unit) = text.split_at_checked(end.unwrap_or(text.len()))?;
    let is_one = !unit.contains([',', ';', '+', '，', '；']);
    plain_number(number.trim_end()).filter(|_| is_one).map(|number| (number, unit.trim()))
}

/// The only value, where there is exactly one, however often it is said.
fn only(values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let mut found: Vec<Decimal> = values.collect();
    found.sort();
    found.dedup();
    if let [one] = *found.as_slice() { Some(one) } else { None }
}

/// A number of a running text with what stands around it.
struct NamedNumber<'a> {
    before: &'a str,
    written: &'a str,
    after: &'a str,
}

fn numbers_in(words: &str) -> Vec<NamedNumber<'_>> {
    let mut found = Vec::new();
    let mut at = 0_usize;
    while let Some((before, rest)) = words.split_at_checked(at) {
        let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) else { break };
        let start = before.len().saturating_add(start);
        let tail = words.get(start..).unwrap_or_default();
        let length = tail.find(|sign: char| !(sign.is_ascii_digit() || ",.".contains(sign)));
        let written =
            tail.get(..length.unwrap_or(tail.len())).unwrap_or_default().trim_end_matches([',', '.']);
        let end = start.saturating_add(written.len());
        found.push(NamedNumber {
            before: words.get(..start).unwrap_or_default(),
            written,
            after: words.get(end..).unwrap_or_default(),
        });
        at = end;
    }
    found
}

impl NamedNumber<'_> {
    fn as_quantity(&self, unit: &str, product: &str) -> Option<Decimal> {
        let joins =
            self.before.chars().next_back().is_some_and(|sign| sign.is_ascii_alphanumeric() || sign == '-');
        let next = self.after.trim_start().to_lowercase();
        let word: String =
            next.chars().take_while(|letter| letter.is_alphanumeric() || "²³".contains(*letter)).collect();
        let noun = product.split_whitespace().any(|part| {
            let part = part.to_lowercase();
            part.chars().count() > 2
                && !word.is_empty()
                && (part == word || part.trim_end_matches('s') == word)
        });
        let is_unit =
            (!unit.is_empty() && next.starts_with(&unit.to_lowercase()) && word == unit.to_lowercase())
                || UNITS.contains(&&*word)
                || CHINESE_UNITS.iter().any(|unit| next.starts_with(unit));
        if joins || self.currency().is_some() || !(noun || is_unit) {
            return None;
        }
        plain_number(self.written)
    }

    /// A price in the deal's currency that can be meant as the price of one.
    fn as_price(&self, currency: Currency, deals: Decimal) -> Option<Decimal> {
        self.currency().filter(|named| named.contains(&currency))?;
        let price = plain_number(self.written)?;
        let (low, high) = (deals.checked_div(Decimal::TWO)?, deals.checked_mul(Decimal::TWO)?);
        (low < price && price < high).then_some(price)
    }

    fn currency(&self) -> Option<Vec<Currency>> {
        let after = currency_at_start(self.after.trim_start());
        let before = self.before.trim_end();
        // The longest notation is a name of some letters.
        let starts = before.char_indices().rev().take(8).map(|(at, _)| at);
        let ends_with = |at: usize| {
            let tail = before.get(at..)?;
            currency_at_start(tail).filter(|(sign, _)| sign.len() == tail.len())
        };
        starts.filter_map(ends_with).last().or(after).map(|(_, currencies)| currencies)
    }
}

const UNITS: &[&str] = &[
    "pcs", "pc", "pieces", "piece", "units", "unit", "sets", "set", "pairs", "cartons", "boxes", "rolls",
    "stück", "stk", "piezas", "unidades", "pièces", "peças", "шт", "штук", "cái", "adet", "pezzi", "sztuk",
    "buah",
];
const CHINESE_UNITS: &[&str] = &["件", "个", "套", "台", "把", "只", "片", "张", "箱", "卷", "双"];

/// `3,600`, `3.600` and `3600` are the same quantity; `3.60` is none.
fn plain_number(written: &str) -> Option<Decimal> {
    let plain: String = written.chars().map(half_width).filter(|sign| *sign != ' ').collect();
    let mut groups = plain.split([',', '.']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = !rest.is_empty() && rest.iter().all(|group| group.len() == 3) && first.len() <= 3;
    if is_grouped && first != "0" {
        return format!("{first}{}", rest.concat()).parse().ok();
    }
    let number = match (plain.rfind('.'), rest.as_slice()) {
        (_, []) => plain,
        (Some(_), _) => plain.replace(',', ""),
        (None, _) => plain.replace(',', "."),
    };
    number.parse::<Decimal>().ok().filter(|number| !number.is_zero())
}

fn grouped(number: Decimal) -> String {
    let written = number.normalize().to_string();
    let (whole, fraction) =
        written.split_once('.').map_or((&*written, None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(place);
        if place > 0 && left.is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{out}.{fraction}"),
        None => out,
    }
}
