//! Numbers, amounts and dates as the reader of a document writes them: by language and country, exact.

mod dates;
mod locale;
mod places;

use chrono::NaiveDate;
use icu_decimal::DecimalFormatter;
use rust_decimal::Decimal;

use self::dates::DateFormats;
use self::places::{SignPlace, SignPlaces};
use super::words::PaperLanguage;
use crate::domain::country::Country;
use crate::domain::money::{Currency, Money};
use crate::text::format;

/// Writes numbers and dates for one reader: in the language of the document, by the conventions of the country it goes
/// to.
///
/// The output follows CLDR, including narrow and wide no-break spaces (`30 000,00 €` in French).
pub struct ReaderFormat {
    language: PaperLanguage,
    country: Option<Country>,
    numbers: Option<DecimalFormatter>,
    places: SignPlaces,
    dates: DateFormats,
}

impl ReaderFormat {
    /// For a language's BCP 47 tag and the buyer's country; a country in the tag (`pt-BR`) takes precedence.
    pub fn new(tag: &str, country: Option<Country>) -> Self {
        let country = locale::country_in(tag).or(country);
        Self::of(PaperLanguage::for_tag(tag), country)
    }

    pub fn of(language: PaperLanguage, country: Option<Country>) -> Self {
        Self {
            language,
            country,
            numbers: DecimalFormatter::try_new(
                (&locale::of_amounts(language, country)).into(),
                Default::default(),
            )
            .ok(),
            places: SignPlaces::of(language, country),
            dates: DateFormats::of(language, country),
        }
    }

    pub fn language(&self) -> PaperLanguage {
        self.language
    }

    /// The country in the tag, else the buyer's.
    pub(crate) fn country(&self) -> Option<Country> {
        self.country
    }

    /// With its currency: `€30,000.00`, `30.000,00 €`, `USD 30,000.00`, `30 000,00 USD`.
    ///
    /// A symbol is used only for € and £, which no reader takes for another currency (and £ not where the country has a
    /// pound of its own). Dollars, yen, yuan and all others are written with their ISO code, because `$` and `¥` belong
    /// to several currencies.
    pub fn money(&self, money: Money) -> String {
        match plain_sign(money.currency(), self.country) {
            Some(sign) => self.placed(sign, false, &self.amount(money)),
            None => self.money_with_code(money),
        }
    }

    /// With its ISO code, whatever the currency: `EUR 30,000.00`, `30.000,00 EUR`.
    pub fn money_with_code(&self, money: Money) -> String {
        self.placed(money.currency().code(), true, &self.amount(money))
    }

    /// An amount that may have more digits than its currency, never fewer: `0,0355 EUR`.
    pub(crate) fn price_with_code(&self, price: Decimal, currency: Currency) -> String {
        self.placed(currency.code(), true, &self.number(price, currency.digits()))
    }

    /// The number alone, with the currency's digits: `30,000.00`, `30 000,00`.
    pub fn amount(&self, money: Money) -> String {
        self.number(money.decimal(), money.currency().digits())
    }

    /// `30%`, `30 %`, `%30`, with all its decimals: `33,33 %`.
    pub fn percent(&self, percent: Decimal) -> String {
        self.places.percent.around(&self.number(percent.normalize(), 0), "%")
    }

    /// Grouped, with at least `digits` decimals.
    pub fn number(&self, number: Decimal, digits: u32) -> String {
        let mut exact = number.normalize();
        if exact.scale() < digits {
            exact.rescale(digits);
        }
        // Spanish, Italian, Polish and European Portuguese leave four figures ungrouped in running text, but not in a
        // column of amounts. Their data has no other way to ask for the sign than a fifth figure, which is taken away.
        let is_of_four = (Decimal::ONE_THOUSAND..Decimal::from(10_000)).contains(&exact.abs());
        let fifth = if exact.is_sign_negative() { Decimal::from(-10_000) } else { Decimal::from(10_000) };
        match exact.checked_add(fifth).filter(|_| is_of_four) {
            Some(of_five) => self.written(of_five, digits).replacen('1', "", 1),
            None => self.written(exact, digits),
        }
    }

    fn written(&self, exact: Decimal, digits: u32) -> String {
        let written = exact.to_string();
        let decimal = icu_decimal::input::Decimal::try_from_str(&written);
        match (&self.numbers, decimal) {
            // Swiss groups are separated by the typographic apostrophe, whichever of the two the data has.
            (Some(numbers), Ok(decimal)) => numbers.format(&decimal).to_string().replace('\'', "’"),
            // Cannot fail, as the data is compiled in; the digits are exact in any case.
            (None, _) | (_, Err(_)) => format::decimal(exact, digits),
        }
    }

    /// `30 November 2026`, `30. November 2026`, `30 ноября 2026 г.`, `2026年11月30日`.
    pub fn date_long(&self, date: NaiveDate) -> String {
        self.dates.long(date)
    }

    /// For columns: `30.11.2026`, `30/11/2026`; in English and Spanish, whose readers disagree about the order of day and
    /// month, with the month in letters (`30 Nov 2026`, `30 nov 2026`).
    pub fn date_short(&self, date: NaiveDate) -> String {
        // A Chinese date in figures with strokes does not suit a contract.
        if self.language().is_chinese() { self.date_long(date) } else { self.dates.short(date) }
    }

    /// `Monday, 30 November 2026`, `2026年11月30日星期一`.
    pub fn date_with_weekday(&self, date: NaiveDate) -> String {
        self.dates.with_weekday(date)
    }

    fn placed(&self, sign: &str, is_code: bool, amount: &str) -> String {
        let place = match self.places.sign {
            // A code is always separated from the digits.
            SignPlace::Before if is_code => SignPlace::BeforeSpaced,
            place => place,
        };
        place.around(amount, sign)
    }
}

/// Countries with a pound of their own, which £ would be taken for.
const OTHER_POUNDS: [&str; 8] = ["EG", "FK", "GI", "LB", "SD", "SH", "SS", "SY"];

fn plain_sign(currency: Currency, country: Option<Country>) -> Option<&'static str> {
    let own_pound = country.is_some_and(|country| OTHER_POUNDS.contains(&country.code()));
    match currency.code() {
        "EUR" => Some("€"),
        "GBP" if !own_pound => Some("£"),
        _ => None,
    }
}
