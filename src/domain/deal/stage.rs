//! How far a deal has come.

use crate::named;

named! {
    pub enum Stage {
        Inquiry = "inquiry",
        Quoted = "quoted",
        Sample = "sample",
        Negotiation = "negotiation",
        Terms = "terms",
        Deposit = "deposit",
        Production = "production",
        Shipped = "shipped",
        Won = "won",
        Lost = "lost",
    }
}

impl Stage {
    /// Won and lost deals are over.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Won | Self::Lost)
    }

    /// The buyer has said yes: from here on a payment plan is agreed, not proposed.
    pub fn is_agreed(self) -> bool {
        matches!(self, Self::Deposit | Self::Production | Self::Shipped | Self::Won)
    }

    /// In production and shipped it is our turn to act.
    pub fn is_ours(self) -> bool {
        matches!(self, Self::Production | Self::Shipped)
    }
}
