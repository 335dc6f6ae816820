//! Amounts that nobody can pay, because the currency is paid in whole units only.

use rust_decimal::Decimal;

use super::Terms;

impl Terms {
    /// The same terms in whole units, where a row has decimals that nobody can pay; None where the total has them too.
    pub fn in_whole_units(&self) -> Option<Self> {
        let is_whole = |amount: Decimal| amount.fract().is_zero();
        let may_be =
            self.total.currency().is_paid_whole() && self.round.is_none() && is_whole(self.total.decimal());
        let has_decimals = |terms: &Self| {
            let rows = terms.schedule().ok().map(|schedule| schedule.rows).unwrap_or_default();
            rows.iter().any(|row| !is_whole(row.amount.decimal()))
        };
        let whole = Self { round: Some(Decimal::ONE), ..self.clone() };
        (may_be && has_decimals(self) && !has_decimals(&whole)).then_some(whole)
    }
}
