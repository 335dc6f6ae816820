//! Where in a file a table was found, and what a person may choose instead.

/// What a person chose; everything else is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceChoice {
    /// The name of a sheet, hidden or not.
    pub sheet: Option<String>,
    /// The name of an encoding, as in [`ENCODINGS`].
    pub encoding: Option<String>,
    /// The row of the header, as the spreadsheet counts.
    pub header: Option<u32>,
}

/// Where a table was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSource {
    /// Of a text: its encoding in lower case. A workbook has none that could be another.
    pub encoding: Option<String>,
    /// Of a workbook: the sheet that was read.
    pub sheet: Option<String>,
    /// The other sheets that hold anything, hidden ones too, in their order.
    pub sheets_left: Vec<String>,
    /// The row of the header, the first if it has two, as the spreadsheet counts.
    pub header_row: u32,
}

/// A line of a text as one of the [`ENCODINGS`] reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodingSample {
    pub encoding: &'static str,
    pub line: String,
}

/// Encodings of texts that salespeople receive, the most likely first, to choose from.
pub const ENCODINGS: [&str; 17] = [
    "utf-8",
    "gb18030",
    "big5",
    "euc-kr",
    "shift_jis",
    "euc-jp",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "windows-874",
    "utf-16le",
];
