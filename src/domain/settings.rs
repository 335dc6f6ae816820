//! What the seller may set: thresholds, the ladder, presets for countries.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::Datelike as _;
use serde::{Deserialize, Serialize};

use super::calendar::Calendars;
use super::country::Country;
use super::deal::stage::Stage;
use super::extra::Extra;
use super::list_answers::ListAnswers;
use super::money::Money;
use super::names::{Named as _, Word};

pub use super::calendar::{OwnDayKind, OwnDays, OwnYear, Shutdown};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Days of waiting after which a deal of the stage is stale; 0 = never.
    pub thresholds: Vec<Threshold>,
    /// Days of waiting at which follow-up 1, 2, 3 … is due.
    pub ladder: Vec<u32>,
    /// Slower ladders for some countries or stages; the first that fits counts.
    pub ladder_presets: Vec<LadderPreset>,
    /// First orders below this may have a reduced deposit or none; none = no such rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub small_first_order: Option<Money>,
    /// Whose holidays are the seller's.
    #[serde(skip_serializing_if = "is_usual_seller")]
    pub seller_country: Country,
    /// When the seller's own factory is closed, beyond the holidays of its country.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shutdowns: Vec<Shutdown>,
    /// Days off and worked days of countries that the program does not know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_days: Vec<OwnDays>,
    /// Years whose days off are all in `own_days`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_years: Vec<OwnYear>,
    /// What was answered about imported lists, the latest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<ListAnswers>,
    #[serde(flatten)]
    pub extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Threshold {
    pub stage: Word<Stage>,
    pub days: u32,
    #[serde(flatten)]
    pub extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LadderPreset {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Word<Stage>>,
    pub days: Vec<u32>,
    #[serde(flatten)]
    pub extra: Extra,
}

impl LadderPreset {
    /// A preset without country and stage fits nothing.
    fn fits(&self, country: Option<Country>, stage: Stage) -> bool {
        let here = self.country.is_none() || self.country == country;
        let now = self.stage.as_ref().is_none_or(|of| of.is(stage));
        here && now && (self.country.is_some() || self.stage.is_some())
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            thresholds: Stage::members()
                .map(|stage| Threshold {
                    stage: stage.into(),
                    days: default_threshold(stage),
                    extra: Extra::new(),
                })
                .collect(),
            ladder: vec![3, 7, 14, 21],
            ladder_presets: Vec::new(),
            small_first_order: None,
            seller_country: Country::CHINA,
            shutdowns: Vec::new(),
            own_days: Vec::new(),
            own_years: Vec::new(),
            lists: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl Settings {
    /// What is known of all countries' working days, with the seller's own days.
    pub fn calendars<'a>(&self, known: &'a Calendars) -> Cow<'a, Calendars> {
        match (self.own_days.as_slice(), self.own_years.as_slice()) {
            ([], []) => Cow::Borrowed(known),
            (days, years) => Cow::Owned(known.with_own(days, years)),
        }
    }

    /// Adds days that were read; those of a year that comes whole replace what was there of it.
    pub fn add_own(&mut self, days: Vec<OwnDays>, years: Vec<OwnYear>) {
        for year in &years {
            self.own_days.retain(|own| !year.holds(own));
            self.own_years.retain(|own| (own.country, own.year) != (year.country, year.year));
        }
        for own in days {
            if !self.own_days.contains(&own) {
                self.own_days.push(own);
            }
        }
        self.own_years.extend(years);
    }

    /// The years in which the seller's own days count beside the built-in calendar.
    pub fn years_beside(&self) -> BTreeSet<(Country, i32)> {
        let whole: BTreeSet<_> = self.own_years.iter().map(|own| (own.country, own.year)).collect();
        self.own_days
            .iter()
            .map(|own| (own.country, own.from.year()))
            .filter(|one| !whole.contains(one))
            .collect()
    }

    /// The seller's own days are the whole calendar of that year.
    pub fn keep_own_year(&mut self, country: Country, year: i32) {
        self.own_years.push(OwnYear { country, year, extra: Extra::new() });
    }

    /// The built-in calendar of that year counts again, without the days that came with the other one.
    pub fn forget_own_year(&mut self, index: usize) {
        if index < self.own_years.len() {
            let year = self.own_years.remove(index);
            self.own_days.retain(|own| !year.holds(own));
        }
    }

    /// Days after which a deal of this stage is stale; 0 = never.
    pub fn threshold(&self, stage: Stage) -> u32 {
        self.thresholds
            .iter()
            .find(|threshold| threshold.stage.is(stage))
            .map_or_else(|| default_threshold(stage), |threshold| threshold.days)
    }

    /// The ladder for a buyer's country and a stage: the first preset that fits, else the general one.
    pub fn ladder_for(&self, country: Option<Country>, stage: Stage) -> &[u32] {
        self.ladder_presets
            .iter()
            .find(|preset| preset.fits(country, stage))
            .map_or(&self.ladder, |preset| &preset.days)
    }

    /// Presets to switch on: slower for Japan and Germany, by stage for samples and deposits. Our assumption.
    pub fn suggested_presets() -> Vec<LadderPreset> {
        let country = |code: &str, days: [u32; 4]| LadderPreset {
            country: Country::from_code(code),
            stage: None,
            days: days.to_vec(),
            extra: Extra::new(),
        };
        let stage = |stage: Stage, days: [u32; 4]| LadderPreset {
            country: None,
            stage: Some(stage.into()),
            days: days.to_vec(),
            extra: Extra::new(),
        };
        vec![
            country("JP", [5, 12, 21, 35]),
            country("DE", [5, 10, 20, 30]),
            stage(Stage::Sample, [7, 14, 21, 30]),
            stage(Stage::Deposit, [2, 5, 10, 16]),
        ]
    }
}

fn default_threshold(stage: Stage) -> u32 {
    match stage {
        Stage::Inquiry => 3,
        Stage::Quoted | Stage::Negotiation | Stage::Terms => 5,
        Stage::Sample => 7,
        Stage::Deposit => 4,
        Stage::Production | Stage::Shipped | Stage::Won | Stage::Lost => 0,
    }
}

fn is_usual_seller(country: &Country) -> bool {
    *country == Country::CHINA
}
