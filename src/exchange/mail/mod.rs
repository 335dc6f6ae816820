//! One message as a file for a mail program, as HTML, as a link, or as text.

pub mod eml;
pub mod html;
pub mod links;
pub mod txt;
