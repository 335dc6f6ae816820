//! A plan's ledger in words: which rows a payment paid, and the state of the plan.

use crate::domain::deposit::{PlanProgress, Receipt};
use crate::text::Language::{Chinese, English};
use crate::text::{Language, format};

/// `→ Deposit 1 of 3 EUR 3,000.00 · Deposit 2 of 3 EUR 500.00`, with any shortfall or excess.
pub fn receipt(receipt: &Receipt, name: &dyn Fn(u32) -> String, language: Language) -> String {
    let money = |amount| format::money(amount, language);
    let mut parts: Vec<String> =
        receipt.parts.iter().map(|(n, part)| format!("{} {}", name(*n), money(*part))).collect();
    if let Some((n, short)) = receipt.short {
        let (row, short) = (name(n), money(short));
        parts.push(match language {
            English => format!("{row} closed {short} short (bank fees)"),
            Chinese => format!("{row}：少收 {short}（银行扣费），视为付清"),
        });
    }
    if receipt.over.is_positive() {
        let over = money(receipt.over);
        parts.push(match language {
            English => format!("{over} too much"),
            Chinese => format!("多收 {over}"),
        });
    }
    format!("→ {}", parts.join(" · "))
}

/// `Received EUR 3,000.00 (10.00%) · outstanding EUR 27,000.00 · EUR 3,000.00 overdue for 12 days`.
pub fn standing(standing: &PlanProgress, language: Language) -> String {
    let money = |amount| format::money(amount, language);
    let (received, ratio) = (money(standing.received), standing.ratio);
    let mut parts = vec![match language {
        English => format!("Received {received} ({ratio}%)"),
        Chinese => format!("已收 {received}（{ratio}%）"),
    }];
    if standing.open.is_positive() {
        let open = money(standing.open);
        parts.push(match language {
            English => format!("outstanding {open}"),
            Chinese => format!("未收 {open}"),
        });
    }
    if standing.in_transit.is_positive() {
        let moving = money(standing.in_transit);
        parts.push(match language {
            English => format!("{moving} in transit"),
            Chinese => format!("在途 {moving}"),
        });
    }
    if standing.overdue.is_positive() {
        let (late, days) = (money(standing.overdue), standing.days_overdue);
        parts.push(match language {
            English => format!("{late} overdue for {}", format::days(days, language)),
            Chinese => format!("逾期 {late}（{days} 天）"),
        });
    }
    if standing.forgone.is_positive() {
        let fees = money(standing.forgone);
        parts.push(match language {
            English => format!("{fees} bank fees accepted"),
            Chinese => format!("认可银行扣费 {fees}"),
        });
    }
    parts.join(" · ")
}
