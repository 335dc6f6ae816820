//! The content of each cell in an exported table of deals: exactly the columns that can be imported.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::deal::Deal;
use crate::domain::deal::touch::Summary;
pub use crate::domain::files::export_problem::ExportProblem;
use crate::domain::import::DealColumn;
use crate::domain::names::Named as _;
use crate::domain::today::turn::summary_of;
use crate::domain::typed::signs::folded;

/// One cell to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenCell {
    Empty,
    Text(String),
    Number(Decimal),
    Date(NaiveDate),
}

/// The cells of a deal in the order of [`DealColumn::members`], with the correspondence counted from its timeline.
pub fn cells(deal: &Deal) -> Result<Vec<(DealColumn, WrittenCell)>, ExportProblem> {
    let summary = summary_of(deal);
    DealColumn::members()
        .map(|column| match cell(deal, &summary, column) {
            WrittenCell::Text(text) if text.contains('\0') => {
                Err(ExportProblem::Nul { buyer: deal.buyer.company.clone(), column })
            }
            cell => Ok((column, cell)),
        })
        .collect()
}

/// Deals sorted as people look them up.
pub(crate) fn sorted<'a>(deals: impl IntoIterator<Item = &'a Deal>) -> Vec<&'a Deal> {
    let mut deals: Vec<&Deal> = deals.into_iter().collect();
    deals.sort_by_cached_key(|deal| {
        (folded(&deal.buyer.company), folded(&deal.agreed.pi), folded(&deal.product), deal.id.clone())
    });
    deals
}

fn cell(deal: &Deal, summary: &Summary, column: DealColumn) -> WrittenCell {
    let contact = deal.contact();
    let agreed = &deal.agreed;
    match column {
        DealColumn::Buyer => text(&deal.buyer.company),
        DealColumn::Contact => contact.map_or(WrittenCell::Empty, |contact| text(&contact.name)),
        DealColumn::Email => contact.map_or(WrittenCell::Empty, |contact| text(&contact.email)),
        DealColumn::Phone => contact.map_or(WrittenCell::Empty, |contact| text(&contact.phone)),
        DealColumn::Country => deal.buyer.country.map_or(WrittenCell::Empty, |country| text(country.code())),
        DealColumn::City => text(&deal.buyer.city),
        DealColumn::Language => text(&deal.buyer.language),
        DealColumn::Product => text(&deal.product),
        DealColumn::Quantity => text(&agreed.quantity),
        DealColumn::Currency => agreed.currency.map_or(WrittenCell::Empty, |currency| text(currency.code())),
        DealColumn::Amount => amount(deal),
        DealColumn::Pi => text(&agreed.pi),
        // A stage known only to a newer program could not be read again.
        DealColumn::Stage => deal.stage.known().map_or(WrittenCell::Empty, |stage| text(stage.name())),
        DealColumn::LastInbound => date(summary.last_inbound),
        DealColumn::LastOutbound => date(summary.last_outbound),
        DealColumn::WaitingSince => date(summary.waiting_since),
        DealColumn::Unanswered => {
            summary.unanswered.map_or(WrittenCell::Empty, |count| WrittenCell::Number(Decimal::from(count)))
        }
        DealColumn::ValidUntil => date(agreed.valid_until),
        DealColumn::ShipBy => date(agreed.ship_by),
        DealColumn::Incoterm => text(&agreed.incoterm),
        DealColumn::PaymentTerms => text(&agreed.payment_terms),
        DealColumn::Notes => text(&deal.notes),
        DealColumn::Tags => text(&deal.tags.join(";")),
    }
}

fn text(text: &str) -> WrittenCell {
    if text.trim().is_empty() { WrittenCell::Empty } else { WrittenCell::Text(text.to_owned()) }
}

fn date(date: Option<NaiveDate>) -> WrittenCell {
    date.map_or(WrittenCell::Empty, WrittenCell::Date)
}

/// With the currency's decimals. Without a currency, `1.234` could be read as a thousand; a fourth decimal prevents
/// that.
fn amount(deal: &Deal) -> WrittenCell {
    let Some(amount) = deal.agreed.amount else { return WrittenCell::Empty };
    let mut shown = amount.normalize();
    match deal.agreed.currency {
        Some(currency) => shown.rescale(currency.digits().max(shown.scale())),
        None if shown.scale() == 3 => shown.rescale(4),
        None => {}
    }
    WrittenCell::Number(shown)
}
