//! What a buyer reads on paper: numbers, dates and words in the buyer's language, by the buyer's habits.
#![cfg(test)]

#[path = "paper/readers.rs"]
mod readers;
#[path = "paper/words.rs"]
mod words;
