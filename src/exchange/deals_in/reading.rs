//! Reads a table with the user's decisions, and finds what the table itself leaves open.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::cells::amount::likely_currency;
use super::cells::kind::is_date;
use super::cells::{cell_text, meant};
use super::columns::{self, HeaderUnit};
use super::dates;
use super::rows::{RowReading, read_all};
use super::table::{DateSystem, SheetCell, SheetRow, SheetTable};
use super::unknown::unknown_columns;
use crate::domain::import::DealColumn;
use crate::domain::import::preview::{ReadTable, gravest};
use crate::domain::import::problem::{Flaw, SkippedRow, WarnedRow};
use crate::domain::import::reading::{
    AmountEvidence, DateEvidence, DayFact, Evidence, SignFact, TableReading, UnknownStatus, Use,
    word_of_status,
};
use crate::domain::money::{AmountProblem, Currency};
use crate::domain::typed::Understood;
use crate::domain::typed::amount::{
    DigitSign, SignMeans, Signs, decimal_sign, doubtful_sign, parse_amount_by,
};
use crate::domain::typed::currency::understand_currency;
use crate::domain::typed::date::{ColumnOrder, DateOrder, DateReading, DayOrder, OrderShown, WithoutYear};

/// The number of rows in the preview.
const SHOWN: usize = 100;

/// The reading that the header suggests; doubts stay open.
pub fn guess(table: &SheetTable) -> TableReading {
    // Nothing in our own exports is in doubt.
    let ours = columns::is_our_own(&table.header);
    let signs = if ours { Signs::by_decimals(DigitSign::Point) } else { Signs::default() };
    let mut columns = columns::guess(&table.header);
    for position in unknown_columns(table) {
        if let Some(used) = columns.get_mut(position) {
            *used = Use::Kept;
        }
    }
    TableReading { columns, signs, ..TableReading::default() }
}

/// The headers that do not say who wrote, by position.
pub fn without_writer(table: &SheetTable) -> Vec<usize> {
    let names = table.header.iter().enumerate();
    names.filter(|(_, name)| columns::names_no_writer(name)).map(|(position, _)| position).collect()
}

/// Reads the rows, and reports what is known and what is still open. A date without a year is the last or next such
/// day, seen from today.
pub fn read(table: &SheetTable, reading: &TableReading, today: NaiveDate) -> ReadTable {
    let settled = Settled::of(table, reading);
    let manner = settled.manner(table, reading, Some(today), true);
    let mut read = ReadTable { rows: Vec::with_capacity(table.rows.len()), ..ReadTable::default() };
    let mut statuses = StatusesSeen::default();
    for cells in &table.rows {
        let Some((row, flaws)) = read_all(cells, &manner) else { continue };
        if read.first.len() < SHOWN {
            read.first.push((row.clone(), flaws.clone()));
        }
        read.rows.push(match gravest(&flaws, &settled.evidence, reading).cloned() {
            Some(flaw) => Err(SkippedRow { row: row.row, flaw }),
            None => {
                flaws.iter().for_each(|flaw| statuses.note_unknown(flaw));
                statuses.note_answered(cells, reading);
                read.warned.extend(flaws.into_iter().map(|flaw| WarnedRow { row: row.row, flaw }));
                Ok(row)
            }
        });
    }
    read.evidence = Evidence { statuses: statuses.found, ..settled.evidence };
    read
}

/// The statuses that nobody knows, each once.
#[derive(Default)]
struct StatusesSeen {
    found: Vec<UnknownStatus>,
    places: HashMap<String, usize>,
}

impl StatusesSeen {
    fn note_unknown(&mut self, flaw: &Flaw) {
        if let Flaw::Stage(text) = flaw {
            self.note(text);
        }
    }

    /// An answered status is shown as well, so that the answer can be changed.
    fn note_answered(&mut self, row: &SheetRow, reading: &TableReading) {
        if reading.stages.is_empty() {
            return;
        }
        let cell = reading.position(DealColumn::Stage).and_then(|position| row.cells.get(position));
        if let Some(text) = cell.map(cell_text)
            && reading.stages.contains_key(&word_of_status(&text))
        {
            self.note(text.trim());
        }
    }

    fn note(&mut self, text: &str) {
        let place = *self.places.entry(word_of_status(text)).or_insert(self.found.len());
        match self.found.get_mut(place) {
            Some(known) => known.rows = known.rows.saturating_add(1),
            None => self.found.push(UnknownStatus { text: text.to_owned(), rows: 1 }),
        }
    }
}

/// What the cells of a table settle about each other.
pub(crate) struct Settled {
    evidence: Evidence,
    orders: Vec<ColumnOrder>,
    signs: Signs,
    unit: HeaderUnit,
}

impl Settled {
    pub(crate) fn of(table: &SheetTable, reading: &TableReading) -> Self {
        let columns = (0..table.header.len()).map(|position| {
            let is_date = reading.column(position).is_some_and(is_date);
            if is_date { DatesShown::of(table, position) } else { DatesShown::default() }
        });
        let shown: Vec<DatesShown> = columns.collect();
        let unit = reading.position(DealColumn::Amount).and_then(|position| table.header.get(position));
        let unit = unit.and_then(|name| columns::with_unit(name)).map(|(_, unit)| unit).unwrap_or_default();
        let evidence = Evidence {
            dates: shown
                .iter()
                .enumerate()
                .flat_map(|(position, shown)| shown.evidence(position, reading))
                .collect(),
            amounts: reading
                .position(DealColumn::Amount)
                .filter(|_| !columns::is_our_own(&table.header))
                .map(|position| {
                    let currency_at = reading.position(DealColumn::Currency);
                    amount_evidence(table, position, currency_at, unit)
                })
                .unwrap_or_default(),
            statuses: Vec::new(),
        };
        let signs = evidence.amounts.iter().fold(reading.signs, |signs, amounts| match amounts.fact {
            SignFact::Known { decimals } if decimals == amounts.sign => {
                signs.with(amounts.sign, SignMeans::Decimals)
            }
            SignFact::Known { .. } => signs.with(amounts.sign, SignMeans::Thousands),
            SignFact::Open { .. } => signs,
        });
        let orders = shown.iter().enumerate().map(|(position, shown)| {
            let header = table.header.get(position).map_or("", String::as_str);
            shown.orders(header, reading.day_order)
        });
        Self { orders: orders.collect(), signs, unit, evidence }
    }

    /// How each row is read with that.
    pub(crate) fn manner<'a>(
        &'a self,
        table: &'a SheetTable,
        reading: &'a TableReading,
        today: Option<NaiveDate>,
        asks: bool,
    ) -> RowReading<'a> {
        RowReading {
            header: &table.header,
            uses: &reading.columns,
            dates: table.dates,
            orders: &self.orders,
            signs: self.signs,
            unit: self.unit,
            stages: &reading.stages,
            today,
            asks,
            ours: columns::is_our_own(&table.header),
        }
    }
}

/// What the dates of one column show: of whole ones, and of those without a year.
#[derive(Default)]
struct DatesShown {
    whole: OrdersShown,
    without_year: OrdersShown,
}

/// An order is known if a number above 12 proves it and no other date proves the opposite.
#[derive(Default)]
struct OrdersShown {
    day_first: Option<String>,
    month_first: Option<String>,
    /// The first that could be either day.
    open: Option<(String, (NaiveDate, NaiveDate))>,
}

impl DatesShown {
    fn of(table: &SheetTable, position: usize) -> Self {
        let mut shown = Self::default();
        for text in texts(table, position) {
            // The year in front shows nothing, and whole columns are like that.
            if text.bytes().take(4).all(|byte| byte.is_ascii_digit()) && text.len() >= 8 {
                continue;
            }
            match dates::order_shown(text) {
                Some(OrderShown { order, has_year }) => shown.kind(has_year).prove(order, text),
                None => shown.doubt(text, table.dates),
            }
        }
        shown
    }

    fn kind(&mut self, has_year: bool) -> &mut OrdersShown {
        if has_year { &mut self.whole } else { &mut self.without_year }
    }

    fn doubt(&mut self, text: &str, system: DateSystem) {
        if self.whole.open.is_some() && self.without_year.open.is_some() {
            return;
        }
        if let Some(days) = two_days(text, system, WithoutYear::Refused) {
            self.whole.open.get_or_insert_with(|| (text.trim().to_owned(), days));
        } else if let Some(days) = NaiveDate::from_ymd_opt(2028, 1, 1)
            .and_then(|any_day| two_days(text, system, WithoutYear::Next(any_day)))
        {
            self.without_year.open.get_or_insert_with(|| (text.trim().to_owned(), days));
        }
    }

    fn evidence(&self, position: usize, reading: &TableReading) -> Vec<DateEvidence> {
        let Some(column) = reading.column(position) else { return Vec::new() };
        let of = |shown: &OrdersShown| {
            let (example, fact) = shown.fact()?;
            Some(DateEvidence { position, column, example, fact })
        };
        of(&self.whole).into_iter().chain(of(&self.without_year)).collect()
    }

    /// What a person answered counts where the column does not tell. In Chinese the month comes first.
    fn orders(&self, header: &str, answer: Option<DayOrder>) -> ColumnOrder {
        let chinese = header.chars().any(|sign| matches!(sign, '\u{4e00}'..='\u{9fff}'));
        let habit = chinese.then_some(DayOrder::MonthFirst);
        ColumnOrder {
            whole: self.whole.known().or(answer),
            without_year: self.without_year.known().or(answer).or(habit),
        }
    }
}

impl OrdersShown {
    fn prove(&mut self, order: DayOrder, text: &str) {
        let proof = match order {
            DayOrder::DayFirst => &mut self.day_first,
            DayOrder::MonthFirst => &mut self.month_first,
        };
        proof.get_or_insert_with(|| text.trim().to_owned());
    }

    fn known(&self) -> Option<DayOrder> {
        match (&self.day_first, &self.month_first) {
            (Some(_), None) => Some(DayOrder::DayFirst),
            (None, Some(_)) => Some(DayOrder::MonthFirst),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }

    fn fact(&self) -> Option<(String, DayFact)> {
        if let Some(order) = self.known() {
            let example = self.day_first.as_ref().or(self.month_first.as_ref())?;
            return Some((example.clone(), DayFact::Known(order)));
        }
        let (example, (day_first, month_first)) = self.open.clone()?;
        Some((example, DayFact::Open { day_first, month_first }))
    }
}

/// Both readings of an ambiguous date, the day first and the month first.
fn two_days(text: &str, system: DateSystem, without_year: WithoutYear) -> Option<(NaiveDate, NaiveDate)> {
    let order = DateOrder::Column(ColumnOrder::default());
    match dates::read_cell_date(text, system, DateReading { order, without_year }) {
        Understood::Several(days) => days.first().copied().zip(days.get(1).copied()),
        Understood::One(_) | Understood::Problem(_) => None,
    }
}

/// The amounts: the meaning of a separator is known if another amount can be read only one way and none contradicts it.
fn amount_evidence(
    table: &SheetTable,
    position: usize,
    currency_at: Option<usize>,
    unit: HeaderUnit,
) -> Vec<AmountEvidence> {
    let mut told: BTreeMap<DigitSign, String> = BTreeMap::new();
    let mut doubts: BTreeMap<DigitSign, AmbiguousAmounts> = BTreeMap::new();
    for row in &table.rows {
        let Some(SheetCell::Text(text)) = row.cells.get(position) else { continue };
        let text = meant(text);
        // Digits alone show nothing, and most amounts of most tables are like that.
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if let Some(sign) = decimal_sign(text) {
            told.entry(sign).or_insert_with(|| text.trim().to_owned());
        } else if let Some(sign) = doubtful_sign(text) {
            let currency = currency_at
                .and_then(|place| row.cells.get(place))
                .and_then(|cell| understand_currency(&cell_text(cell)).one())
                .or(unit.currency)
                .or_else(|| likely_currency(text));
            doubts.entry(sign).or_default().note(text, currency);
        }
    }
    let only = match (told.len(), told.first_key_value()) {
        (1, Some((sign, example))) => Some((*sign, example)),
        (_, _) => None,
    };
    let evidence = doubts.into_iter().filter_map(|(sign, doubt)| {
        let AmbiguousAmounts { first, coarse } = doubt;
        match only {
            Some((decimals, _)) if decimals == sign && coarse.is_some() => coarse,
            Some((decimals, example)) => first.map(|_| (example.clone(), SignFact::Known { decimals })),
            None => first,
        }
        .map(|(example, fact)| AmountEvidence { sign, example, fact })
    });
    evidence.collect()
}

/// Amounts that are ambiguous because of one separator, each with both readings.
#[derive(Default)]
struct AmbiguousAmounts {
    first: Option<(String, SignFact)>,
    /// The first whose currency does not have three decimals: nobody writes three decimals of a euro, so even a column
    /// whose other amounts have decimals does not settle it.
    coarse: Option<(String, SignFact)>,
}

impl AmbiguousAmounts {
    fn note(&mut self, text: &str, currency: Option<Currency>) {
        let fine = currency.is_some_and(|currency| currency.digits() >= 3);
        if (self.first.is_some() && (fine || self.coarse.is_some()))
            || parse_amount_by(text, currency, Signs::default()) != Err(AmountProblem::Ambiguous)
        {
            return;
        }
        let Some(both) = both_amounts(text).map(|both| (text.trim().to_owned(), both)) else { return };
        if !fine && self.coarse.is_none() {
            self.coarse = Some(both.clone());
        }
        self.first.get_or_insert(both);
    }
}

/// Both readings, ignoring the currency, whose decimals may exclude one of them.
fn both_amounts(text: &str) -> Option<SignFact> {
    let sign = doubtful_sign(text)?;
    let by = |means| parse_amount_by(text, None, Signs::default().with(sign, means)).ok();
    Some(SignFact::Open { decimals: by(SignMeans::Decimals)?, thousands: by(SignMeans::Thousands)? })
}

fn texts(table: &SheetTable, position: usize) -> impl Iterator<Item = &str> {
    table.rows.iter().filter_map(move |row| match row.cells.get(position) {
        Some(SheetCell::Text(text)) => Some(meant(text)),
        Some(
            SheetCell::Empty
            | SheetCell::Number(_)
            | SheetCell::Money { .. }
            | SheetCell::Date(_)
            | SheetCell::Flag(_)
            | SheetCell::Error(_)
            | SheetCell::Lost(_),
        )
        | None => None,
    })
}
