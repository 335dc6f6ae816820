//! Where everything in the chart lies. Only for drawing: amounts are rounded to what a screen shows.

use chrono::{Datelike as _, Months, NaiveDate};
use rust_decimal::prelude::ToPrimitive as _;

use super::ComparePage;
use crate::domain::calendar::{add_days, days_between};
use crate::domain::deposit::Exposure;
use crate::domain::money::Money;

/// Days left and right of what happens.
const MARGIN: u32 = 4;
/// More days than this on the axis are not marked one by one.
const MOST_DAYS: i64 = 3_660;

/// Where everything lies: days from the first, amounts in the currency's main unit. Only for drawing.
pub struct ChartScale {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub low: f64,
    pub high: f64,
}

impl ChartScale {
    pub fn of(page: &ComparePage<'_>, lines: &[(usize, &Exposure)]) -> Option<Self> {
        let today = page.cx.now.date;
        let moves = || lines.iter().flat_map(|(_, exposure)| exposure.steps().iter().map(|step| step.on));
        // A chart of nothing but a ship date says nothing.
        moves().next()?;
        let ships = || page.compared().filter_map(|(_, compared)| compared.ships());
        let (from, to) = (moves().chain(ships()).min()?, moves().chain(ships()).max()?);
        // Today is shown where it is not far from what happens.
        let near = |day: NaiveDate| days_between(day, from) < 60 && days_between(to, day) < 60;
        let (from, to) = if near(today) { (from.min(today), to.max(today)) } else { (from, to) };
        let margin = MARGIN.max(u32::try_from(days_between(from, to) / 25).unwrap_or(MARGIN));
        let first = from.checked_sub_days(chrono::Days::new(margin.into())).unwrap_or(from);
        let amounts =
            lines.iter().flat_map(|(_, exposure)| exposure.steps()).map(|step| height(step.position));
        let (low, high) = amounts.fold((0.0_f64, 0.0_f64), |(low, high), y| (low.min(y), high.max(y)));
        let room = ((high - low) * 0.06).max(1.0);
        // Above the lines is what today and the ship date are called.
        Some(Self { first, last: add_days(to, margin), low: low - room, high: high + 3.0 * room })
    }

    pub fn x(&self, day: NaiveDate) -> f64 {
        days_between(self.first, day) as f64
    }

    /// The corners of the step line.
    pub fn corners(&self, exposure: &Exposure) -> Vec<[f64; 2]> {
        let mut corners = vec![[0.0, 0.0]];
        let mut before = 0.0;
        for step in exposure.steps() {
            let (x, y) = (self.x(step.on), height(step.position));
            corners.extend([[x, before], [x, y]]);
            before = y;
        }
        corners.push([self.x(self.last), before]);
        corners
    }

    /// First days of months, as many as are told apart.
    pub fn dates(&self) -> Vec<NaiveDate> {
        let all = days_between(self.first, self.last);
        if all > MOST_DAYS {
            return Vec::new();
        }
        if all <= 45 {
            let weeks = self.first.week(chrono::Weekday::Mon).first_day();
            return weeks.iter_weeks().take_while(|day| *day <= self.last).collect();
        }
        let every = u32::try_from(all / 190).unwrap_or(0) + 1;
        let start = self.first.with_day(1).unwrap_or(self.first);
        (0_u32..)
            .map_while(|months| start.checked_add_months(Months::new(months.checked_mul(every)?)))
            .take_while(|day| *day <= self.last)
            .collect()
    }
}

pub fn height(money: Money) -> f64 {
    money.decimal().to_f64().unwrap_or(0.0)
}
