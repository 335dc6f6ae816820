//! Countries that share a language of documents but not all of its words or forms.

use crate::domain::country::Country;

/// Countries that spell English as in the United States.
const LIKE_AMERICA: [&str; 8] = ["AS", "GU", "MP", "PH", "PR", "UM", "US", "VI"];

const LATIN_AMERICA: [&str; 22] = [
    "AR", "BO", "BR", "BZ", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PR",
    "PY", "SV", "US", "UY", "VE",
];

/// Countries that write Portuguese as in Portugal, not as in Brazil.
const LIKE_PORTUGAL: [&str; 11] = ["AO", "CH", "CV", "GQ", "GW", "LU", "MO", "MZ", "PT", "ST", "TL"];

/// Where Traditional Chinese is that of Hong Kong, not of Taiwan.
const LIKE_HONG_KONG: [&str; 2] = ["HK", "MO"];

pub(crate) fn spells_like_america(country: Option<Country>) -> bool {
    is_in(country, &LIKE_AMERICA)
}

pub(crate) fn is_latin_american(country: Option<Country>) -> bool {
    is_in(country, &LATIN_AMERICA)
}

pub(crate) fn is_mexico(country: Option<Country>) -> bool {
    is_in(country, &["MX"])
}

pub(crate) fn writes_like_portugal(country: Option<Country>) -> bool {
    is_in(country, &LIKE_PORTUGAL)
}

pub(crate) fn writes_like_hong_kong(country: Option<Country>) -> bool {
    is_in(country, &LIKE_HONG_KONG)
}

fn is_in(country: Option<Country>, countries: &[&str]) -> bool {
    country.is_some_and(|country| countries.contains(&country.code()))
}
