//! What a buyer reads on paper: numbers, dates and words in the buyer's language, by the buyer's habits.
#![cfg(test)]

mod readers;
mod trade;
mod words;
