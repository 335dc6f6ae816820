//! What is printed: the payment schedule and the deposit policy, as PDF and as a picture.

pub mod pdf;
pub mod picture;
