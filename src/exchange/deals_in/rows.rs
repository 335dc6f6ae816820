//! Reads one row of a table: the value of each cell, and what is to say about it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cells::amount::{AmountManner, read_amount};
use super::cells::contacts::{add_addresses, apart_from_addresses, read_mail};
use super::cells::currency::{NamedCurrency, read_currency};
use super::cells::identity::damage;
use super::cells::kind::{has_happened, is_typed};
use super::cells::language::{language_from, own_language};
use super::cells::no_deal::{is_of_template, why_no_deal};
use super::cells::texts::{read_count, read_tags};
use super::cells::unit::HeaderUnit;
use super::dates;
use super::synonyms::{UnderstoodStage, understand_stage};
use super::table::{CellLoss, DateSystem, SheetCell, SheetRow};
use crate::assets::countries::{self, SharedName};
use crate::domain::contact::Contact;
use crate::domain::deal::Stage;
use crate::domain::import::problem::Flaw;
use crate::domain::import::reading::{Use, word_of_status};
use crate::domain::import::{DealColumn, KeptCell, ParsedRow};
use crate::domain::typed::Understood;
use crate::domain::typed::amount::Signs;
use crate::domain::typed::currency::is_notation;
use crate::domain::typed::date::{
    ColumnOrder, DateOrder, DateReading, NotADate, WithoutYear, understand_relative,
};
use crate::domain::typed::email::{MailText, NamedAddress};
use crate::domain::typed::people::{add_phone, is_one_name, read_people};
use crate::domain::typed::placeholder::{is_no_date, is_placeholder};
use crate::domain::typed::signs::{folded, has_hidden_signs};

pub use super::cells::cell_text;

/// How the rows of a table are read.
pub struct RowReading<'a> {
    pub header: &'a [String],
    /// By position in the header.
    pub uses: &'a [Use],
    pub dates: DateSystem,
    /// The order of day and month, by position in the header, as far as it is known.
    pub orders: &'a [ColumnOrder],
    pub signs: Signs,
    /// What the header says about the amounts.
    pub unit: HeaderUnit,
    /// What statuses mean that no dictionary knows.
    pub stages: &'a BTreeMap<String, Option<Stage>>,
    /// For dates without a year; None where every date must have one.
    pub today: Option<NaiveDate>,
    /// Whether somebody can be asked about what the table does not settle.
    pub asks: bool,
    /// Whether this program wrote the table, so that every text means itself.
    pub ours: bool,
}

/// Reads what it can of a row, with everything that is to say about it; none if it is blank.
pub fn read_all(row: &SheetRow, manner: &RowReading<'_>) -> Option<(ParsedRow, Vec<Flaw>)> {
    if row.cells.iter().all(|cell| matches!(cell, SheetCell::Empty)) {
        return None;
    }
    let mut reader = RowReader {
        manner,
        row: ParsedRow { row: row.number, ..ParsedRow::default() },
        flaws: Vec::new(),
        mail: None,
        addresses: Vec::new(),
    };
    reader.flaws.extend(ragged(row, manner.uses.len()));
    // The amount is read last: its currency determines how many decimals it may have.
    let mut amount = None;
    for (position, (cell, used)) in row.cells.iter().zip(manner.uses).enumerate() {
        match (cell, used) {
            (SheetCell::Empty, _) | (_, Use::LeftOut) => {}
            (_, Use::Kept | Use::WhoWrote) => {
                let text = cell_text(cell);
                if !is_placeholder(&text) {
                    reader.keep(position, text.trim());
                }
            }
            (SheetCell::Error(text), Use::As(_)) if is_placeholder(text) => {}
            (SheetCell::Error(text), Use::As(column)) => {
                reader.flaws.push(Flaw::CellError { column: *column, text: text.clone() });
            }
            (SheetCell::Lost(CellLoss::Result), Use::As(column)) => {
                reader.flaws.push(Flaw::Unsaved { column: *column });
            }
            (SheetCell::Lost(CellLoss::Digits(text)), Use::As(column)) => {
                let flaw = Flaw::DigitsLost { column: *column, text: text.clone() };
                reader.say(position, text, flaw);
            }
            (_, Use::As(DealColumn::Amount)) => amount = Some((position, cell)),
            (_, Use::As(column)) => reader.take(position, *column, cell),
        }
    }
    reader.take_mail();
    if let Some((position, cell)) = amount {
        reader.take_amount(position, cell);
    }
    Some(reader.finished(row))
}

/// Cells beyond the header, unless they are empty.
fn ragged(row: &SheetRow, columns: usize) -> Option<Flaw> {
    if row.cells.len() <= columns {
        return None;
    }
    let filled = row.cells.iter().rposition(|cell| !matches!(cell, SheetCell::Empty));
    let cells = filled.map_or(0, |last| last.saturating_add(1));
    (cells > columns).then_some(Flaw::Ragged { cells, columns })
}

struct RowReader<'a> {
    manner: &'a RowReading<'a>,
    row: ParsedRow,
    flaws: Vec<Flaw>,
    /// The position of the e-mail cell and what it says; its names are settled when the contact is known.
    mail: Option<(usize, String, MailText)>,
    /// Addresses in cells of people and phone numbers.
    addresses: Vec<NamedAddress>,
}

impl RowReader<'_> {
    fn take(&mut self, position: usize, column: DealColumn, cell: &SheetCell) {
        if let Err(flaw) = self.set(position, column, cell) {
            self.say(position, cell_text(cell).trim(), flaw);
        }
    }

    /// Notes a flaw, and keeps the cell where the deal does not say what it says.
    fn say(&mut self, position: usize, text: &str, flaw: Flaw) {
        if flaw.keeps_the_cell() {
            self.keep(position, text);
        }
        self.flaws.push(flaw);
    }

    fn keep(&mut self, position: usize, text: &str) {
        let header = self.manner.header.get(position).map_or("", |name| name.trim());
        self.row.kept.push(KeptCell { header: header.to_owned(), text: text.to_owned() });
    }

    /// Takes the value of a cell; a flaw may be said although the value was taken.
    fn set(&mut self, position: usize, column: DealColumn, cell: &SheetCell) -> Result<(), Flaw> {
        let text = cell_text(cell);
        let trimmed = || text.trim().to_owned();
        let is_word = matches!(column, DealColumn::Country) && text.trim() == "NA";
        if (!self.manner.ours || is_typed(column)) && !is_word && is_placeholder(&text) {
            return Ok(());
        }
        match column {
            DealColumn::Buyer => self.row.buyer = trimmed(),
            DealColumn::Contact => self.take_people(cell, &text)?,
            DealColumn::Email => {
                self.mail = Some((position, trimmed(), read_mail(text.trim(), self.manner.ours)))
            }
            DealColumn::Phone => {
                damage(column, cell).map_or(Ok(()), Err)?;
                let number = self.without_addresses(&text);
                add_phone(&mut self.row.phone, number.trim());
            }
            DealColumn::Country => {
                if let Some(shared) = countries::shared(&text) {
                    let SharedName { countries, first_is_meant: first_read } = shared;
                    let [first, _] = countries;
                    self.row.country = first_read.then_some(first);
                    return Err(Flaw::CountryShared { text: trimmed(), countries, first_read });
                }
                let found = countries::find(&text).ok_or_else(|| Flaw::Country(trimmed()))?;
                self.row.country = Some(found.country);
            }
            DealColumn::City => self.row.city = trimmed(),
            DealColumn::Language => {
                let own = || self.manner.ours.then(|| own_language(&text)).flatten();
                self.row.language =
                    own().or_else(|| language_from(&text)).ok_or_else(|| Flaw::Language(trimmed()))?;
            }
            DealColumn::Product => self.row.product = trimmed(),
            DealColumn::Quantity => self.row.quantity = trimmed(),
            DealColumn::Currency => match read_currency(&text) {
                Ok(NamedCurrency { currency, says_more }) => {
                    self.row.currency = Some(currency);
                    if says_more {
                        self.keep(position, text.trim());
                    }
                }
                Err(flaw) => {
                    if is_notation(text.trim()) {
                        self.row.open_currency = trimmed();
                    }
                    return Err(flaw);
                }
            },
            // Read when the currency is known.
            DealColumn::Amount => {}
            DealColumn::Pi => {
                damage(column, cell).map_or(Ok(()), Err)?;
                self.row.pi = trimmed();
            }
            DealColumn::Stage => self.take_stage(position, &text)?,
            DealColumn::LastInbound => self.row.last_inbound = self.date(position, column, cell)?,
            DealColumn::LastOutbound => self.row.last_outbound = self.date(position, column, cell)?,
            DealColumn::WaitingSince => self.row.waiting_since = self.date(position, column, cell)?,
            DealColumn::Unanswered => {
                self.row.unanswered =
                    Some(read_count(cell, &text).ok_or_else(|| Flaw::Unanswered(trimmed()))?)
            }
            DealColumn::ValidUntil => self.row.valid_until = self.date(position, column, cell)?,
            DealColumn::ShipBy => self.row.ship_by = self.date(position, column, cell)?,
            DealColumn::Incoterm => self.row.incoterm = trimmed(),
            DealColumn::PaymentTerms => self.row.payment_terms = trimmed(),
            DealColumn::Notes => self.row.notes = text.into_owned(),
            DealColumn::Tags => self.row.tags = read_tags(&text),
        }
        Ok(())
    }

    fn take_people(&mut self, cell: &SheetCell, text: &str) -> Result<(), Flaw> {
        if self.manner.ours || is_one_name(text) {
            self.row.contact = text.trim().to_owned();
            return Ok(());
        }
        if let Some(flaw) = damage(DealColumn::Contact, cell) {
            return Err(flaw);
        }
        let people = self.without_addresses(text);
        let mut people = read_people(&people).into_iter();
        if let Some(first) = people.next() {
            self.row.contact = first.name;
            self.row.role = first.role;
            add_phone(&mut self.row.phone, &first.phone);
        }
        let others = people.map(|person| Contact {
            name: person.name,
            role: person.role,
            phone: person.phone,
            ..Contact::default()
        });
        self.row.further.extend(others);
        Ok(())
    }

    /// The text of a cell about people; addresses in it are noted for later.
    fn without_addresses(&mut self, text: &str) -> String {
        if self.manner.ours || !text.contains('@') {
            return text.to_owned();
        }
        let (rest, addresses) = apart_from_addresses(text);
        self.addresses.extend(addresses);
        rest
    }

    fn take_mail(&mut self) {
        self.take_mail_cell();
        add_addresses(&mut self.row, std::mem::take(&mut self.addresses));
    }

    fn take_mail_cell(&mut self) {
        let Some((position, text, mail)) = self.mail.take() else { return };
        self.row.hidden_signs = has_hidden_signs(&text);
        let MailText { addresses, says_more } = mail;
        if addresses.is_empty() || says_more {
            self.say(position, &text, Flaw::Email(text.clone()));
        }
        let mut addresses = addresses.into_iter();
        let Some(NamedAddress { name, address }) = addresses.next() else { return };
        self.row.email = address;
        if self.row.contact.is_empty() {
            self.row.contact = name;
        } else if !name.is_empty() && folded(&name) != folded(&self.row.contact) && !says_more {
            // Whose address it is by its own name is not lost.
            self.keep(position, &text);
        }
        let others =
            addresses.map(|other| Contact { name: other.name, email: other.address, ..Contact::default() });
        self.row.further.extend(others);
    }

    fn take_amount(&mut self, position: usize, cell: &SheetCell) {
        let RowReading { unit, signs, asks, .. } = *self.manner;
        match read_amount(cell, AmountManner { currency: self.row.currency, unit, signs, asks }) {
            Ok(read) => {
                self.row.amount = read.number;
                self.row.currency = self.row.currency.or(read.currency);
                if !read.open.is_empty() {
                    self.row.open_currency = read.open;
                }
                if let Some(flaw) = read.flaw {
                    self.say(position, cell_text(cell).trim(), flaw);
                } else if read.says_more {
                    self.keep(position, cell_text(cell).trim());
                }
            }
            Err(flaw) => self.say(position, cell_text(cell).trim(), flaw),
        }
    }

    /// By the answer of a person, else by the dictionary.
    fn take_stage(&mut self, position: usize, text: &str) -> Result<(), Flaw> {
        let known = Some(self.manner.stages).filter(|stages| !stages.is_empty());
        if let Some(stage) = known.and_then(|stages| stages.get(&word_of_status(text))) {
            self.row.stage = *stage;
            if stage.is_none() {
                self.keep(position, text.trim());
            }
            return Ok(());
        }
        match understand_stage(text) {
            UnderstoodStage::Known(stage) => {
                self.row.stage = Some(stage);
                Ok(())
            }
            UnderstoodStage::Guessed(stage) => {
                self.row.stage = Some(stage);
                Err(Flaw::StageGuessed { text: text.trim().to_owned(), stage })
            }
            UnderstoodStage::Unknown => Err(Flaw::Stage(text.trim().to_owned())),
        }
    }

    fn date(
        &mut self,
        position: usize,
        column: DealColumn,
        cell: &SheetCell,
    ) -> Result<Option<NaiveDate>, Flaw> {
        let text = match cell {
            SheetCell::Date(date) => return Ok(Some(*date)),
            SheetCell::Number(number) | SheetCell::Money { number, .. } if number.is_zero() => {
                return Ok(None);
            }
            SheetCell::Number(number) | SheetCell::Money { number, .. } => {
                let ambiguous = || Flaw::DateAmbiguous { column, text: cell_text(cell).into_owned() };
                dates::typed_as_number(*number).ok_or_else(ambiguous)?.into()
            }
            SheetCell::Empty
            | SheetCell::Text(_)
            | SheetCell::Flag(_)
            | SheetCell::Error(_)
            | SheetCell::Lost(_) => cell_text(cell),
        };
        let trimmed = || text.trim().to_owned();
        if matches!(cell, SheetCell::Text(_)) && is_no_date(&text) {
            return Ok(None);
        }
        let manner = self.manner.date(position, column);
        match dates::read_cell_date(&text, self.manner.dates, manner) {
            Understood::One(date) => Ok(Some(date)),
            Understood::Several(_) | Understood::Problem(NotADate::Ambiguous) => {
                Err(Flaw::DateAmbiguous { column, text: trimmed() })
            }
            Understood::Problem(NotADate::Unreadable | NotADate::NoSuchDay | NotADate::NoYear) => {
                let today = self.manner.today.filter(|_| has_happened(column));
                match today.and_then(|today| understand_relative(&text, today)) {
                    Some(date) => {
                        self.say(position, text.trim(), Flaw::DateRelative { column, text: trimmed(), date });
                        Ok(Some(date))
                    }
                    None => Err(Flaw::Date { column, text: trimmed() }),
                }
            }
        }
    }

    fn finished(mut self, row: &SheetRow) -> (ParsedRow, Vec<Flaw>) {
        let manner = self.manner;
        let lacks_buyer = self.row.buyer.is_empty();
        let is_buyer = |used: &Use| *used == Use::As(DealColumn::Buyer);
        let header = manner.uses.iter().position(is_buyer).and_then(|place| manner.header.get(place));
        let repeated = header.is_some_and(|name| *name == self.row.buyer);
        let may_be_none =
            lacks_buyer || repeated || self.row.product.is_empty() || is_of_template(&self.row.buyer);
        if may_be_none && let Some(text) = why_no_deal(row, manner.header, manner.uses, &self.row) {
            self.flaws = vec![Flaw::NotADeal(text)];
        } else if lacks_buyer && !self.flaws.iter().any(|flaw| flaw.column() == Some(DealColumn::Buyer)) {
            self.flaws.push(Flaw::NoBuyer);
        }
        (self.row, self.flaws)
    }
}

impl RowReading<'_> {
    fn date(&self, position: usize, column: DealColumn) -> DateReading {
        let order = self.orders.get(position).copied().unwrap_or_default();
        let without_year = match self.today {
            None => WithoutYear::Refused,
            Some(today) if has_happened(column) => WithoutYear::Last(today),
            Some(today) => WithoutYear::Next(today),
        };
        DateReading { order: DateOrder::Column(order), without_year }
    }
}
