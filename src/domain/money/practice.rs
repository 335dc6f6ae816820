//! What ISO 4217 does not say: currencies that are paid in whole units, and those that were replaced.

use super::Currency;

/// ISO 4217 gives these decimals, but nobody can pay them (Unicode CLDR 48: no digits, or none in cash).
const WHOLE: [&str; 20] = [
    "AFN", "ALL", "AMD", "COP", "HUF", "IDR", "IQD", "IRR", "KPW", "LAK", "LBP", "MGA", "MMK", "PKR", "RSD",
    "SOS", "SYP", "TWD", "UZS", "YER",
];

/// The code that was withdrawn, and the one in its place now (ISO 4217, list 3; since 1999).
const WITHDRAWN: &[(&str, &str)] = &[
    ("ANG", "XCG"),
    ("ATS", "EUR"),
    ("AZM", "AZN"),
    ("BEF", "EUR"),
    ("BGL", "EUR"),
    ("BGN", "EUR"),
    ("BYR", "BYN"),
    ("CUC", "CUP"),
    ("CYP", "EUR"),
    ("DEM", "EUR"),
    ("EEK", "EUR"),
    ("ESP", "EUR"),
    ("FIM", "EUR"),
    ("FRF", "EUR"),
    ("GHC", "GHS"),
    ("GRD", "EUR"),
    ("HRK", "EUR"),
    ("IEP", "EUR"),
    ("ITL", "EUR"),
    ("LTL", "EUR"),
    ("LUF", "EUR"),
    ("LVL", "EUR"),
    ("MRO", "MRU"),
    ("MTL", "EUR"),
    ("MZM", "MZN"),
    ("NLG", "EUR"),
    ("PTE", "EUR"),
    ("ROL", "RON"),
    ("RUR", "RUB"),
    ("SIT", "EUR"),
    ("SKK", "EUR"),
    ("SLL", "SLE"),
    ("STD", "STN"),
    ("TMM", "TMT"),
    ("TRL", "TRY"),
    ("VEB", "VES"),
    ("VEF", "VES"),
    ("ZMK", "ZMW"),
    ("ZWD", "ZWG"),
    ("ZWL", "ZWG"),
    ("ZWR", "ZWG"),
];

impl Currency {
    /// Whether it is paid in whole units although it has decimals.
    pub fn is_paid_whole(self) -> bool {
        WHOLE.contains(&self.code())
    }

    /// The currency that replaced it.
    pub fn successor(self) -> Option<Self> {
        successor(self.code())
    }
}

/// The currency that replaced a withdrawn one, also where its code is no longer known.
pub fn successor(code: &str) -> Option<Currency> {
    let code = code.trim().to_ascii_uppercase();
    WITHDRAWN.iter().find(|(old, _)| *old == code).and_then(|(_, new)| Currency::from_code(new))
}
