//! What kind of values each column takes.

use crate::domain::import::DealColumn;

/// What happened, as opposed to what is planned.
pub(crate) fn has_happened(column: DealColumn) -> bool {
    matches!(column, DealColumn::LastInbound | DealColumn::LastOutbound | DealColumn::WaitingSince)
}

/// Whether only certain texts mean something in the column.
pub(crate) fn is_typed(column: DealColumn) -> bool {
    match column {
        DealColumn::Email
        | DealColumn::Country
        | DealColumn::Language
        | DealColumn::Currency
        | DealColumn::Amount
        | DealColumn::Stage
        | DealColumn::LastInbound
        | DealColumn::LastOutbound
        | DealColumn::WaitingSince
        | DealColumn::Unanswered
        | DealColumn::ValidUntil
        | DealColumn::ShipBy => true,
        DealColumn::Buyer
        | DealColumn::Contact
        | DealColumn::Phone
        | DealColumn::City
        | DealColumn::Product
        | DealColumn::Quantity
        | DealColumn::Pi
        | DealColumn::Incoterm
        | DealColumn::PaymentTerms
        | DealColumn::Notes
        | DealColumn::Tags => false,
    }
}

/// Whether the column takes dates.
pub(crate) fn is_date(column: DealColumn) -> bool {
    match column {
        DealColumn::LastInbound
        | DealColumn::LastOutbound
        | DealColumn::WaitingSince
        | DealColumn::ValidUntil
        | DealColumn::ShipBy => true,
        DealColumn::Buyer
        | DealColumn::Contact
        | DealColumn::Email
        | DealColumn::Phone
        | DealColumn::Country
        | DealColumn::City
        | DealColumn::Language
        | DealColumn::Product
        | DealColumn::Quantity
        | DealColumn::Currency
        | DealColumn::Amount
        | DealColumn::Pi
        | DealColumn::Stage
        | DealColumn::Unanswered
        | DealColumn::Incoterm
        | DealColumn::PaymentTerms
        | DealColumn::Notes
        | DealColumn::Tags => false,
    }
}
