//! The content of each cell in an exported table of deals: exactly the columns that can be imported.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::deal::Deal;
use crate::domain::deal::touch::Summary;
pub use crate::domain::files::export_problem::ExportProblem;
use crate::domain::import::Column;
use crate::domain::names::Named as _;
use crate::domain::today::turn::summary_of;
use crate::domain::typed::signs::folded;

/// One cell to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    Empty,
    Text(String),
    Number(Decimal),
    Date(NaiveDate),
}

/// The cells of a deal in the order of [`Column::members`], with the correspondence counted from its timeline.
pub fn cells(deal: &Deal) -> Result<Vec<(Column, Written)>, ExportProblem> {
    let summary = summary_of(deal);
    Column::members()
        .map(|column| match cell(deal, &summary, column) {
            Written::Text(text) if text.contains('\0') => {
                Err(ExportProblem::Nul { buyer: deal.buyer.company.clone(), column })
            }
            cell => Ok((column, cell)),
        })
        .collect()
}

/// Deals sorted as people look them up.
pub fn sorted<'a>(deals: impl IntoIterator<Item = &'a Deal>) -> Vec<&'a Deal> {
    let mut deals: Vec<&Deal> = deals.into_iter().collect();
    deals.sort_by_cached_key(|deal| {
        (folded(&deal.buyer.company), folded(&deal.agreed.pi), folded(&deal.product), deal.id.clone())
    });
    deals
}

fn cell(deal: &Deal, summary: &Summary, column: Column) -> Written {
    let contact = deal.contact();
    let agreed = &deal.agreed;
    match column {
        Column::Buyer => text(&deal.buyer.company),
        Column::Contact => contact.map_or(Written::Empty, |contact| text(&contact.name)),
        Column::Email => contact.map_or(Written::Empty, |contact| text(&contact.email)),
        Column::Phone => contact.map_or(Written::Empty, |contact| text(&contact.phone)),
        Column::Country => deal.buyer.country.map_or(Written::Empty, |country| text(country.code())),
        Column::City => text(&deal.buyer.city),
        Column::Language => text(&deal.buyer.language),
        Column::Product => text(&deal.product),
        Column::Quantity => text(&agreed.quantity),
        Column::Currency => agreed.currency.map_or(Written::Empty, |currency| text(currency.code())),
        Column::Amount => amount(deal),
        Column::Pi => text(&agreed.pi),
        // A stage known only to a newer program could not be read again.
        Column::Stage => deal.stage.known().map_or(Written::Empty, |stage| text(stage.name())),
        Column::LastInbound => date(summary.last_inbound),
        Column::LastOutbound => date(summary.last_outbound),
        Column::WaitingSince => date(summary.waiting_since),
        Column::Unanswered => {
            summary.unanswered.map_or(Written::Empty, |count| Written::Number(Decimal::from(count)))
        }
        Column::ValidUntil => date(agreed.valid_until),
        Column::ShipBy => date(agreed.ship_by),
        Column::Incoterm => text(&agreed.incoterm),
        Column::PaymentTerms => text(&agreed.payment_terms),
        Column::Notes => text(&deal.notes),
        Column::Tags => text(&deal.tags.join(";")),
    }
}

fn text(text: &str) -> Written {
    if text.trim().is_empty() { Written::Empty } else { Written::Text(text.to_owned()) }
}

fn date(date: Option<NaiveDate>) -> Written {
    date.map_or(Written::Empty, Written::Date)
}

/// With the currency's decimals. Without a currency, `1.234` could be read as a thousand; a fourth decimal prevents
/// that.
fn amount(deal: &Deal) -> Written {
    let Some(amount) = deal.agreed.amount else { return Written::Empty };
    let mut shown = amount.normalize();
    match deal.agreed.currency {
        Some(currency) => shown.rescale(currency.digits().max(shown.scale())),
        None if shown.scale() == 3 => shown.rescale(4),
        None => {}
    }
    Written::Number(shown)
}
