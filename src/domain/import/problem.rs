//! What can go wrong with a file of deals, as data.

use super::DealColumn;
use crate::domain::files::problem::Damage;

pub use super::flaw::{Flaw, SkippedRow, WarnedRow};

/// The version of packed deals that this program writes.
pub const PACK_VERSION: u64 = 1;

/// Why a whole file was refused; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportProblem {
    #[error("the file cannot be read ({0}); check that it is there and not open elsewhere")]
    Unreadable(String),
    #[error("this is not a file; name a .csv or .xlsx file")]
    NotAFile,
    #[error("this kind of file is not known; save it as .csv or .xlsx")]
    UnknownKind,
    #[error("this is {}; {}", .0.name(), .0.advice())]
    Foreign(ForeignKind),
    #[error("the file holds no table; a row above the deals must name the columns, one of them \"buyer\"")]
    Empty,
    #[error(
        "no column is named \"buyer\" (or Company, Client, 客户 …) in the header {0:?}; name the column of the buyers so"
    )]
    NoBuyerColumn(Vec<String>),
    #[error(
        "the columns {first:?} and {second:?} both mean {:?}; keep one of them",
        crate::domain::names::Named::name(*column)
    )]
    DuplicateColumn { column: DealColumn, first: String, second: String },
    #[error("the file is too large (more than {}); split it", .what.counted(*.limit))]
    TooLarge { what: Measure, limit: u64 },
    #[error("the file is not text; save it as CSV UTF-8 or as .xlsx")]
    NotText,
    #[error("the characters of the file cannot be read; save it as CSV UTF-8 or as .xlsx")]
    Encoding,
    /// The text would pass in this encoding, but perhaps in another as well.
    #[error(
        "the encoding of the text is in doubt (in {encoding} it begins {sample:?}); name it with --encoding, for example gb18030, big5, euc-kr, shift_jis or windows-1252, or save it as CSV UTF-8"
    )]
    EncodingInDoubt { encoding: String, sample: String },
    #[error("the characters of the file are not {0}; choose another encoding")]
    OtherEncoding(String),
    #[error(
        "{0:?} is no encoding; write for example utf-8, gb18030, big5, euc-kr, shift_jis or windows-1252"
    )]
    UnknownEncoding(String),
    #[error("no sheet is named {sheet:?}; its sheets are {}", .sheets.join(", "))]
    NoSuchSheet { sheet: String, sheets: Vec<String> },
    /// An answer to a question that only other files raise.
    #[error("{} has no {} to choose; leave out --{}", .file.name(), .chosen.name(), .chosen.name())]
    NothingToChoose { file: ChoiceIn, chosen: Chosen },
    #[error("row {row} holds nothing; name the row with the names of the columns")]
    NoHeaderThere { row: u32 },
    #[error("a quotation mark in row {row} is never closed; close it, or save the table again")]
    UnclosedQuote { row: u32 },
    #[error("this is a very old or another Office format; open it and save it as .xlsx")]
    OldWorkbook,
    #[error("the workbook is protected by a password; save a copy without one")]
    EncryptedWorkbook,
    #[error("the workbook is damaged ({0}); open it in Excel and save it again")]
    DamagedWorkbook(String),
    /// JSON that should have been a packed deal.
    #[error("{0}")]
    Pack(PackProblem),
}

/// A kind of file, by what can be chosen in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceIn {
    Workbook,
    Text,
    Pack,
}

impl ChoiceIn {
    fn name(self) -> &'static str {
        match self {
            Self::Workbook => "a workbook",
            Self::Text => "a text file",
            Self::Pack => "a packed deal",
        }
    }
}

/// What a person can choose about where a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    Sheet,
    Encoding,
    Header,
}

impl Chosen {
    fn name(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Encoding => "encoding",
            Self::Header => "header",
        }
    }
}

/// Formats that may hold a list but are not read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignKind {
    Numbers,
    Pdf,
    /// A text document or a presentation.
    Document,
    Picture,
    /// A web page without a table, or with its pictures in one file.
    WebPage,
    /// The XML of Excel 2003, and whatever else begins like it.
    Xml,
}

impl ForeignKind {
    fn name(self) -> &'static str {
        match self {
            Self::Numbers => "an Apple Numbers file",
            Self::Pdf => "a PDF",
            Self::Document => "a text document or a presentation",
            Self::Picture => "a picture",
            Self::WebPage => "a web page, not a list",
            Self::Xml => "an XML file",
        }
    }

    fn advice(self) -> &'static str {
        match self {
            Self::Numbers => "export it from Numbers as an Excel file (.xlsx)",
            Self::Pdf | Self::Document | Self::Picture => {
                "copy its table into a spreadsheet and save that as .xlsx"
            }
            Self::WebPage | Self::Xml => "open it in Excel and save it as .xlsx",
        }
    }
}

/// Why a packed deal could not be written or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackProblem {
    #[error("this is not a packed deal; ask for one made with Export this deal in Icebreak")]
    Foreign,
    #[error("this is a whole Icebreak document, not a packed deal; open it instead")]
    WholeDocument,
    #[error(
        "a newer Icebreak packed it (format {version}, this one reads up to {}); update Icebreak",
        PACK_VERSION
    )]
    Newer { version: u64 },
    #[error("the packed deal is damaged: {0}; ask for it again")]
    Damaged(Damage),
    /// Nested too deeply, or otherwise not reproducible.
    #[error("the deal holds something that cannot be packed and read again; use .csv instead")]
    NotReproducible,
    #[error("the deal is too large to be packed (more than {} MB); shorten its notes", .limit / MEGABYTE)]
    TooLarge { limit: u64 },
}

/// What a file can have too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Bytes,
    InflatedBytes,
    Entries,
    Sheets,
    Strings,
    Rows,
    Columns,
    Cells,
    CellBytes,
}

pub(crate) const MEGABYTE: u64 = 1024 * 1024;

impl Measure {
    /// `256 MB`, `200000 rows`.
    fn counted(self, count: u64) -> String {
        let what = match self {
            Self::Bytes => return format!("{} MB", count / MEGABYTE),
            Self::InflatedBytes => return format!("{} MB when unpacked", count / MEGABYTE),
            Self::Entries => "parts",
            Self::Sheets => "sheets",
            Self::Strings => "texts",
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Cells => "cells",
            Self::CellBytes => return format!("{} MB in one cell", count / MEGABYTE),
        };
        format!("{count} {what}")
    }
}
