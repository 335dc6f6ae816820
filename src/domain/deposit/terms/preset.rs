//! Payment terms by their names in the trade, each with the rows it means.

use std::num::NonZeroU32;

use rust_decimal::Decimal;

use super::amount::{DepositShare, LineAmount};
use super::due::{Anchor, Milestone, PeriodUnit, Span, When};
use super::{DepositTerms, Means, Terms, TermsLine, TermsRows};
use crate::domain::deposit::label::Label;
use crate::domain::money::Percent;
use crate::domain::names::Named as _;
use crate::named;

named! {
    /// In the order in which people should see them.
    pub enum Preset {
        BalanceBeforeShipment = "30-70-before-shipment",
        BalanceAgainstBl = "30-70-against-bl",
        DepositInThree = "deposit-in-3",
        DepositInSix = "deposit-in-6",
        TenFortyFifty = "10-40-50",
        HalfHalf = "50-50",
        Advance = "in-advance",
        EndOfMonth = "open-account-eom",
        AfterBl = "open-account-bl",
        ReducedDeposit = "reduced-deposit",
        NoDeposit = "no-deposit",
        LetterOfCredit = "lc-at-sight",
        AgainstDocuments = "cad",
    }
}

impl Preset {
    pub fn rows(self) -> TermsRows {
        let start = || after(0);
        let ready = || upon(Milestone::GoodsReady, 0);
        let lines = match self {
            Self::DepositInThree => return TermsRows::Deposit(usual_deposit()),
            Self::DepositInSix => return TermsRows::Deposit(DepositTerms { parts: SIX, ..usual_deposit() }),
            Self::BalanceBeforeShipment => vec![deposit(30, start()), balance(70, ready())],
            Self::BalanceAgainstBl => vec![deposit(30, start()), balance(70, upon(Milestone::BlCopy, 0))],
            Self::TenFortyFifty => vec![
                deposit(10, start()),
                deposit(40, upon(Milestone::ProductionStart, 0)),
                balance(50, ready()),
            ],
            Self::HalfHalf => vec![deposit(50, start()), balance(50, ready())],
            Self::Advance => vec![deposit(100, start())],
            Self::EndOfMonth => vec![whole(When::After {
                anchor: Anchor::EndOfMonth,
                span: Span { count: 30, unit: PeriodUnit::Days },
                rule: None,
            })],
            // A bill of lading shows the day on which the goods were loaded.
            Self::AfterBl => vec![whole(upon(Milestone::Shipment, 60))],
            Self::ReducedDeposit => vec![deposit(10, start()), balance(90, ready())],
            Self::NoDeposit => vec![whole(ready())],
            Self::LetterOfCredit | Self::AgainstDocuments => vec![whole(upon(Milestone::Documents, 0))],
        };
        TermsRows::Lines(lines)
    }

    /// How the money is paid.
    pub fn by(self) -> Means {
        match self {
            Self::LetterOfCredit => Means::LetterOfCredit,
            Self::AgainstDocuments => Means::Collection,
            Self::BalanceBeforeShipment
            | Self::BalanceAgainstBl
            | Self::DepositInThree
            | Self::DepositInSix
            | Self::TenFortyFifty
            | Self::HalfHalf
            | Self::Advance
            | Self::EndOfMonth
            | Self::AfterBl
            | Self::ReducedDeposit
            | Self::NoDeposit => Means::Transfer,
        }
    }

    /// What the seller's rule for small first orders may allow.
    pub fn for_small_first_orders(self) -> bool {
        matches!(self, Self::ReducedDeposit | Self::NoDeposit)
    }

    /// These terms with the preset's rows; total, start, calendar and the days of milestones stay.
    pub fn applied(self, terms: &Terms) -> Terms {
        Terms { rows: self.rows(), by: self.by(), ..terms.clone() }
    }

    /// The preset that these terms are, whatever their total and dates; none where somebody changed them.
    pub fn of(terms: &Terms) -> Option<Self> {
        let rows = alike(&terms.rows);
        Self::members().find(|preset| preset.by() == terms.by && alike(&preset.rows()) == rows)
    }
}

/// What makes rows the same terms: not the locks, and not which part carries an odd cent.
#[derive(PartialEq)]
enum Alike {
    Deposit(DepositTerms),
    Lines(Vec<(LineAmount, When, Label)>),
}

fn alike(rows: &TermsRows) -> Alike {
    match rows {
        TermsRows::Deposit(deposit) => {
            Alike::Deposit(DepositTerms { odd: DepositTerms::new(deposit.deposit).odd, ..deposit.clone() })
        }
        TermsRows::Lines(lines) => {
            let mut all: Vec<_> =
                lines.iter().map(|line| (line.amount, line.when.clone(), line.label)).collect();
            // Percentages that make 100 mean the same with the last one as a rest.
            let sum = all.iter().try_fold(Decimal::ZERO, |sum, (amount, _, _)| match amount {
                LineAmount::Percent(percent) => sum.checked_add(percent.decimal()),
                LineAmount::Fixed(_) | LineAmount::PercentLeft(_) | LineAmount::Rest => None,
            });
            let whole = sum == Some(Decimal::ONE_HUNDRED);
            if let Some((amount, _, _)) = all.last_mut().filter(|_| whole) {
                *amount = LineAmount::Rest;
            }
            Alike::Lines(all)
        }
    }
}

const THREE: NonZeroU32 = NonZeroU32::MIN.saturating_add(2);
const SIX: NonZeroU32 = NonZeroU32::MIN.saturating_add(5);

/// 30 % in three monthly parts, the balance after them.
pub(crate) fn usual_deposit() -> DepositTerms {
    DepositTerms { parts: THREE, ..DepositTerms::new(DepositShare::Percent(percent(30))) }
}

fn deposit(share: u32, when: When) -> TermsLine {
    TermsLine { label: Label::Deposit, ..TermsLine::new(LineAmount::Percent(percent(share)), when) }
}

fn balance(share: u32, when: When) -> TermsLine {
    TermsLine { label: Label::Balance, ..TermsLine::new(LineAmount::Percent(percent(share)), when) }
}

/// One payment of everything.
fn whole(when: When) -> TermsLine {
    TermsLine::new(LineAmount::Percent(Percent::HUNDRED), when)
}

pub(crate) fn percent(share: u32) -> Percent {
    Percent::new(share.into()).unwrap_or(Percent::HUNDRED)
}

pub(crate) fn after(days: u32) -> When {
    When::After { anchor: Anchor::Start, span: Span { count: days, unit: PeriodUnit::Days }, rule: None }
}

pub(crate) fn upon(milestone: Milestone, days: u32) -> When {
    When::Upon { milestone, span: Span { count: days, unit: PeriodUnit::Days }, rule: None }
}
