//! The rules of the trade, through the public face of the domain; one program, to link once.
#![cfg(test)]

mod after_yes;
mod bank;
mod copied;
mod countries;
mod deposit_page;
mod diagnosis;
mod holidays;
mod library;
mod merge;
mod money;
mod negotiate;
mod phone;
mod proposed;
mod script;
mod search;
mod today;
mod typed;
mod typed_amounts;
mod typed_dates;
