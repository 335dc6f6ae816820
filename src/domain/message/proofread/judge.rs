//! Each statement held against what is known.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::finding::{Expected, KnownTopic, TextCode, Verdict};
use super::known::KnownFacts;
use super::said::{AmountSaid, DateSaid, DateUse, DaysSaid, DaysUse, MoneyRole, QuantitySaid, ShareSaid};
use crate::domain::calendar::days_between;
use crate::domain::deposit::Label;
use crate::domain::money::Money;

/// A number this many times larger or smaller than the quantity is about something else.
const QUANTITY_REACH: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

impl KnownFacts<'_> {
    pub fn amount(&self, said: &AmountSaid) -> Verdict {
        let Some(currency) = self.currency else { return Verdict::Open };
        let known = |reading: &Decimal| {
            let reading = reading.normalize();
            self.sums.all.contains(&reading) || self.sums.prices.contains(&reading)
        };
        let told = said.readings.iter().any(|reading| self.sums.told.contains(&reading.normalize()));
        if told {
            return Verdict::Right(KnownTopic::Amount);
        }
        let ours = said.currencies.is_empty() || said.currencies.contains(&currency);
        if said.readings.iter().any(known) {
            if !ours {
                return Verdict::Wrong(TextCode::Currency, Some(Expected::Text(currency.code().to_owned())));
            }
            return match self.other_role(said) {
                Some(meant) => Verdict::Wrong(TextCode::Amount, Some(Expected::Money(meant))),
                None if said.is_per_piece => Verdict::Right(KnownTopic::Price),
                None => Verdict::Right(KnownTopic::Amount),
            };
        }
        if said.readings.is_empty() {
            return Verdict::Open;
        }
        let per_piece = said.is_per_piece && self.is_near_price(said, Decimal::TEN);
        if per_piece || self.looks_like_price(said) {
            let expected = self.price.map(|price| Expected::Price(price, currency));
            return Verdict::Wrong(TextCode::Price, expected);
        }
        Verdict::Wrong(TextCode::Amount, self.meant(said).map(Expected::Money))
    }

    /// What the words beside a known amount call it, where that is another amount of the deal.
    fn other_role(&self, said: &AmountSaid) -> Option<Money> {
        let of = |role| match role {
            MoneyRole::Total => self.total,
            MoneyRole::Deposit => self.deposit,
            MoneyRole::Balance => self.balance,
        };
        let meant = of(said.role.filter(|role| *role != MoneyRole::Total)?)?;
        let is = |money: Option<Money>| {
            money.is_some_and(|money| said.readings.iter().any(|reading| *reading == money.decimal()))
        };
        let others = [MoneyRole::Total, MoneyRole::Deposit, MoneyRole::Balance].map(of);
        // Only a mistake between these three is certain: part of a deposit may be called the deposit.
        let differs = !is(Some(meant)) && others.into_iter().any(is);
        (differs && self.rows.iter().all(|row| !is(Some(row.row.amount)) || row.row.label != Label::Line))
            .then_some(meant)
    }

    /// Near the price, and far from every amount.
    fn looks_like_price(&self, said: &AmountSaid) -> bool {
        let smallest = self.sums.named.iter().min().copied().unwrap_or(Decimal::MAX);
        self.is_near_price(said, Decimal::TWO) && said.readings.iter().all(|reading| *reading < smallest)
    }

    /// Whether all readings are at most so many times larger or smaller than the price.
    fn is_near_price(&self, said: &AmountSaid, times: Decimal) -> bool {
        let Some(price) = self.price else { return false };
        let near = |reading: &Decimal| {
            let ratio = reading.checked_div(price).unwrap_or_default();
            ratio <= times && ratio.checked_mul(times).is_some_and(|ratio| ratio >= Decimal::ONE)
        };
        said.readings.iter().any(near) && (times > Decimal::TWO || said.readings.iter().all(near))
    }

    /// The amount that a wrong one most likely means.
    fn meant(&self, said: &AmountSaid) -> Option<Money> {
        let currency = self.currency?;
        let of_role = match said.role {
            Some(MoneyRole::Total) => self.total,
            Some(MoneyRole::Deposit) => self.deposit,
            Some(MoneyRole::Balance) => self.balance,
            None => None,
        };
        of_role.or_else(|| {
            let reading = said.readings.first()?;
            let apart = |known: &&Decimal| {
                let difference = known.checked_sub(*reading).unwrap_or(Decimal::MAX).abs();
                difference.checked_div(**known).unwrap_or(Decimal::MAX)
            };
            let nearest = self.sums.named.iter().min_by_key(apart)?;
            Money::from_decimal(*nearest, currency)
        })
    }

    pub fn share(&self, said: &ShareSaid) -> Verdict {
        let of = |money: Option<Money>| money.zip(self.total).and_then(|(part, total)| part.share_of(total));
        let meant = match said.role {
            Some(MoneyRole::Deposit) => of(self.deposit),
            Some(MoneyRole::Balance) => of(self.balance),
            Some(MoneyRole::Total) | None => None,
        };
        let is =
            |known: Decimal| said.readings.iter().any(|reading| reading.normalize() == known.normalize());
        let known = said.readings.iter().any(|reading| self.shares.contains(&reading.normalize()));
        let swapped = meant.is_some_and(|meant| !is(meant))
            && [of(self.deposit), of(self.balance)].into_iter().flatten().any(is);
        if known && !swapped {
            return Verdict::Right(KnownTopic::Percent);
        }
        Verdict::Wrong(TextCode::Percent, meant.or_else(|| of(self.deposit)).map(Expected::Percent))
    }

    pub fn quantity(&self, said: &QuantitySaid) -> Verdict {
        if said.readings.iter().any(|reading| self.knows_quantity(*reading)) {
            return Verdict::Right(KnownTopic::Quantity);
        }
        let expected = self.quantities.first().map(|quantity| Expected::Number(*quantity));
        if expected.is_some() { Verdict::Wrong(TextCode::Quantity, expected) } else { Verdict::Open }
    }

    /// Whether a number that stands beside goods is one of the deal's.
    pub fn knows_quantity(&self, number: Decimal) -> bool {
        let number = number.normalize();
        let lots = [1, 10, 100, 1_000, 10_000].map(Decimal::from);
        let units = [Decimal::ONE, Decimal::ONE_THOUSAND, Decimal::new(1, 3)];
        let is_lot = lots.contains(&number);
        let of_units = |quantity: &Decimal| {
            units
                .iter()
                .any(|unit| quantity.checked_mul(*unit).is_some_and(|known| known.normalize() == number))
        };
        let of_shares = |quantity: &Decimal| {
            self.shares.iter().any(|share| {
                let part =
                    quantity.checked_mul(*share).and_then(|part| part.checked_div(Decimal::ONE_HUNDRED));
                part.is_some_and(|part| part.normalize() == number)
            })
        };
        let of_parts = |quantity: &Decimal| {
            let mut all =
                self.told.parts.iter().flat_map(|parts| (1..*parts).map(move |part| (part, *parts)));
            all.any(|(part, parts)| {
                let part = quantity.checked_mul(part.into()).and_then(|some| some.checked_div(parts.into()));
                part.is_some_and(|part| part.normalize() == number)
            })
        };
        is_lot
            || self.told.numbers.contains(&number)
            || self
                .quantities
                .iter()
                .any(|quantity| of_units(quantity) || of_shares(quantity) || of_parts(quantity))
    }

    /// Whether a bare number may be a wrong quantity: near the deal's, or with a zero too many or too few.
    pub fn may_be_quantity(&self, number: Decimal) -> bool {
        self.quantities.first().is_some_and(|quantity| {
            let ratio = number.checked_div(*quantity).unwrap_or_default();
            let near = ratio.checked_mul(QUANTITY_REACH).is_some_and(|ratio| ratio >= Decimal::ONE)
                && ratio <= QUANTITY_REACH;
            let zeros = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::new(1, 1), Decimal::new(1, 2)];
            number > Decimal::TWO && (near && *quantity > Decimal::TWO || zeros.contains(&ratio.normalize()))
        })
    }

    pub fn days(&self, said: &DaysSaid) -> Verdict {
        let known = |reading: &Decimal| {
            reading.to_i64().is_some_and(|days| {
                Decimal::from(days) == *reading
                    && (self.days.spans.contains(&days)
                        || said.about == DaysUse::Other && self.days.between.contains(&days))
            })
        };
        let told = said.readings.iter().any(|reading| self.told.days.contains(&reading.normalize()));
        if said.readings.iter().any(known) || told {
            return Verdict::Right(KnownTopic::Days);
        }
        match said.about {
            DaysUse::Making => {
                Verdict::Wrong(TextCode::LeadTime, self.deal.agreed.lead_time_days.map(Expected::Days))
            }
            DaysUse::Other => Verdict::Open,
        }
    }

    pub fn date(&self, said: &DateSaid) -> Verdict {
        let right_day = |day: &&NaiveDate| said.weekday.is_none_or(|weekday| day.weekday() == weekday);
        let fitting: Vec<NaiveDate> = match said.about {
            DateUse::LastDay => self.last_days().filter(|day| said.readings.contains(day)).collect(),
            DateUse::Known | DateUse::BareDay => {
                said.readings.iter().copied().filter(|day| self.days.knows(*day)).collect()
            }
            DateUse::Call => {
                let ahead = |day: &NaiveDate| *day >= self.on && days_between(self.on, *day) < 60;
                said.readings.iter().copied().filter(|day| ahead(day) || self.days.knows(*day)).collect()
            }
        };
        if fitting.iter().any(|day| right_day(&day)) {
            return Verdict::Right(KnownTopic::Date);
        }
        if let Some(day) = fitting.first() {
            return Verdict::Wrong(TextCode::Weekday, Some(Expected::Date(*day)));
        }
        match said.about {
            DateUse::LastDay => Verdict::Wrong(TextCode::Deadline, self.last_true_day.map(Expected::Date)),
            DateUse::BareDay if said.weekday.is_none() => Verdict::Open,
            DateUse::Known | DateUse::BareDay | DateUse::Call => {
                let nearest = said.readings.iter().min_by_key(|day| days_between(self.on, **day).abs());
                let meant = nearest.and_then(|day| self.days.meant(*day));
                Verdict::Wrong(TextCode::Date, meant.map(Expected::Date))
            }
        }
    }

    pub fn knows_day(&self, day: NaiveDate) -> bool {
        self.days.knows(day)
    }

    /// The last true day and the one after it, on which money comes too late.
    fn last_days(&self) -> impl Iterator<Item = NaiveDate> {
        let last = self.last_true_day;
        last.into_iter().chain(last.and_then(|day| day.succ_opt()))
    }
}
