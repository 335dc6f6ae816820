//! stub
use crate::named;
named! { pub enum Temperature { Warm = "warm", Cooling = "cooling", Cold = "cold", Frozen = "frozen" } }
