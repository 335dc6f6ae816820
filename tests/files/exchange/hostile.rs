//! Files that are damaged, or just past a limit of ours: none may panic, exhaust the memory, or be half read.

use std::io::{Cursor, Write as _};

use super::*;
use icebreak::domain::import::problem::Measure;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str = r#"<?xml version="1.0"?><Relationships><Relationship Id="a" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const LINKS: &str = r#"<?xml version="1.0"?><Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

pub struct Workbook<'a> {
    pub properties: &'a str,
    pub sheet: &'a str,
    pub strings: &'a str,
}

impl Default for Workbook<'_> {
    fn default() -> Self {
        Self { properties: "", sheet: "", strings: "<sst></sst>" }
    }
}

impl Workbook<'_> {
    /// The workbook by hand, with whatever it should not hold.
    pub fn bytes(&self) -> Vec<u8> {
        archive_of(&self.parts())
    }

    /// Each part by name.
    pub fn parts(&self) -> Vec<(String, Vec<u8>)> {
        let workbook = format!(
            r#"<workbook>{}<sheets><sheet name="deals" sheetId="1" r:id="r1"/></sheets></workbook>"#,
            self.properties
        );
        [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", ROOT),
            ("xl/workbook.xml", &workbook),
            ("xl/_rels/workbook.xml.rels", LINKS),
            ("xl/styles.xml", STYLES),
            ("xl/sharedStrings.xml", self.strings),
            ("xl/worksheets/sheet1.xml", self.sheet),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .to_vec()
    }
}

pub fn archive_of(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub fn text(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

pub fn number(place: &str, number: &str) -> String {
    format!(r#"<c r="{place}"><v>{number}</v></c>"#)
}

pub fn sheet_of(cells: &str) -> Vec<u8> {
    Workbook {
        sheet: &format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"),
        ..Workbook::default()
    }
    .bytes()
}

pub fn row(number: u32, cells: &[String]) -> String {
    format!(r#"<row r="{number}">{}</row>"#, cells.concat())
}

#[test]
fn a_cell_says_no_more_than_a_document_can_bear() {
    let check = |length: usize, is_read: bool| {
        let note = "n".repeat(length);
        let cells = ["A1", "B1"]
            .iter()
            .zip(["buyer", "notes"])
            .map(|(place, name)| text(place, name))
            .collect::<Vec<_>>();
        let sheet = sheet_of(&[row(1, &cells), row(2, &[text("A2", "Acme"), text("B2", &note)])].concat());
        let csv = format!("buyer,notes\nAcme,{note}\n").into_bytes();
        for file in [sheet, csv] {
            match read_deals_from(&file) {
                Ok(read) => assert!(is_read && read.rows.len() == 1),
                Err(problem) => {
                    let limit = ImportProblem::TooLarge { what: Measure::CellBytes, limit: 16 << 20 };
                    assert!(!is_read && problem == limit, "{problem}");
                }
            }
        }
    };
    check(1 << 20, true);
    check((16 << 20) + 1, false);
}

#[test]
fn reads_dates_numbers_and_errors_of_excel() {
    let head = row(
        1,
        &["buyer", "ship_by", "amount", "quantity", "notes"]
            .map(|n| n.to_owned())
            .iter()
            .zip(["A1", "B1", "C1", "D1", "E1"])
            .map(|(name, place)| text(place, name))
            .collect::<Vec<_>>(),
    );
    let date = r#"<c r="B2" s="1"><v>46329.6</v></c>"#.to_owned();
    let good = row(
        2,
        &[
            text("A2", "Acme"),
            date,
            number("C2", "30000.1"),
            number("D2", "500"),
            r#"<c r="E2" t="b"><v>1</v></c>"#.to_owned(),
        ],
    );
    let noisy = row(3, &[text("A3", "Noise"), number("B3", "46329"), number("C3", "0.30000000000000004")]);
    let error = row(7, &[text("A7", "Broken"), r#"<c r="C7" t="e"><v>#REF!</v></c>"#.to_owned()]);
    let clock = row(8, &[text("A8", "Clock"), r#"<c r="B8" s="1"><v>0.5</v></c>"#.to_owned()]);
    let beside = row(9, &[text("A9", "Beside"), text("K9", "a remark beside the table")]);
    let file = sheet_of(&[head, good, noisy, error, clock, beside].concat());
    let plan = plan(&Document::default(), &file).unwrap();
    assert_eq!(skipped(&plan), [(7, "cell")]);
    let told: Vec<_> = plan
        .deals
        .iter()
        .map(|deal| {
            (
                &*deal.buyer.company,
                deal.agreed.ship_by,
                deal.agreed.amount.map(|amount| amount.to_string()),
                &*deal.agreed.quantity,
                &*deal.notes,
            )
        })
        .collect();
    let third = Some(day("2026-11-03"));
    assert_eq!(
        told,
        [
            ("Acme", third, Some("30000.1".to_owned()), "500", "TRUE"),
            ("Noise", third, Some("0.3".to_owned()), "", ""),
            ("Clock", None, None, "", "ship_by: 0.5"),
            ("Beside", None, None, "", "a remark beside the table"),
        ]
    );
}

#[test]
fn knows_the_1904_calendar() {
    let cells = row(1, &[text("A1", "buyer"), text("B1", "ship_by")])
        + &row(2, &[text("A2", "Acme"), r#"<c r="B2" s="1"><v>44867</v></c>"#.to_owned()])
        + &row(3, &[text("A3", "Plain"), number("B3", "44867")]);
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let file = Workbook { properties: r#"<workbookPr date1904="1"/>"#, sheet: &sheet, ..Workbook::default() }
        .bytes();
    for deal in deals(&imported(&file)) {
        assert_eq!(deal.agreed.ship_by, Some(day("2026-11-03")), "{}", deal.buyer.company);
    }
}

#[test]
fn takes_the_first_sheet_with_a_buyer() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet();
    workbook.add_worksheet().write_string(0, 0, "Prices").unwrap();
    workbook.add_worksheet().write_string(0, 0, "客户").unwrap().write_string(1, 0, "Acme").unwrap();
    assert_eq!(imported(&workbook.save_to_buffer().unwrap()).deals.len(), 1);
}

#[test]
fn a_cell_just_outside_does_not_make_a_huge_table() {
    let cells = row(1, &[text("A1", "buyer")]) + &row(200_002, &[text("A200002", "far")]);
    let file = sheet_of(&cells);
    assert!(file.len() < 3_000, "{}", file.len());
    assert_eq!(read_deals_from(&file), Err(ImportProblem::TooLarge { what: Measure::Rows, limit: 200_000 }));
    let wide = sheet_of(&row(1, &[text("A1", "buyer"), text("SS1", "far")]));
    assert_eq!(read_deals_from(&wide), Err(ImportProblem::TooLarge { what: Measure::Columns, limit: 512 }));
    // Excel declares formatted but empty columns as well: that alone is no reason to refuse.
    let cells = row(1, &[text("A1", "buyer")]) + &row(2, &[text("A2", "Acme")]);
    let sheet = format!(r#"<worksheet><dimension ref="A1:Z999"/><sheetData>{cells}</sheetData></worksheet>"#);
    let file = Workbook { sheet: &sheet, ..Workbook::default() }.bytes();
    assert_eq!(imported(&file).deals.len(), 1);
}

#[test]
fn impossible_places_and_counts_are_refused() {
    let cells = row(1, &[text("A1", "buyer")]);
    for dimension in ["A1:XFE1", "A1:A1048577", "1:2:3", ""] {
        let sheet =
            format!(r#"<worksheet><dimension ref="{dimension}"/><sheetData>{cells}</sheetData></worksheet>"#);
        let problem = read_deals_from(&Workbook { sheet: &sheet, ..Workbook::default() }.bytes());
        assert!(matches!(problem, Err(ImportProblem::DamagedWorkbook(_))), "{dimension} {problem:?}");
    }
    for place in ["XFE2", "A1048577", "1A", "é1"] {
        let problem = read_deals_from(&sheet_of(&format!("{cells}{}", row(2, &[text(place, "x")]))));
        assert!(matches!(problem, Err(ImportProblem::DamagedWorkbook(_))), "{place} {problem:?}");
    }
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let strings = r#"<sst uniqueCount="4000001"></sst>"#;
    let problem = read_deals_from(&Workbook { sheet: &sheet, strings, ..Workbook::default() }.bytes());
    assert_eq!(problem, Err(ImportProblem::TooLarge { what: Measure::Strings, limit: 4_000_000 }));
}

#[test]
fn a_part_that_says_it_is_too_large_is_refused() {
    let mut file = sheet_of(&row(1, &[text("A1", "buyer")]));
    claim_size(&mut file, (256 << 20) + 1);
    assert!(matches!(
        read_deals_from(&file),
        Err(ImportProblem::TooLarge { what: Measure::InflatedBytes, .. })
    ));
}

#[test]
fn a_directory_that_is_wrong_by_a_byte_is_not_believed() {
    let cells = row(1, &[text("A1", "buyer")]) + &row(2, &[text("A2", &"x".repeat(10_000))]);
    let mut file = sheet_of(&cells);
    let length = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>").len();
    claim_size(&mut file, u32::try_from(length).unwrap() - 1);
    match read_deals_from(&file) {
        Ok(read) => assert_eq!(read.rows.len(), 1),
        Err(problem) => assert!(matches!(problem, ImportProblem::DamagedWorkbook(_)), "{problem:?}"),
    }
}

/// Changes the unpacked size that the directory states for the sheet.
fn claim_size(file: &mut [u8], size: u32) {
    let name = b"xl/worksheets/sheet1.xml";
    let at = file.windows(name.len()).rposition(|window| window == name).unwrap();
    file[at - 46 + 24..at - 46 + 28].copy_from_slice(&size.to_le_bytes());
}

#[test]
fn damaged_workbooks_are_refused() {
    let whole = sheet_of(&row(1, &[text("A1", "buyer")]));
    for bytes in [&whole[..whole.len() / 2], &whole[..40], b"PK\x03\x04", b"PK\x03\x04 not a zip at all"] {
        assert!(matches!(read_deals_from(bytes), Err(ImportProblem::DamagedWorkbook(_))));
    }
}

#[test]
fn large_cells_and_many_rows_are_read() {
    let big = "n".repeat(1 << 20);
    let document = imported(format!("buyer,notes\nAcme,\"{big}\"\n").as_bytes());
    assert_eq!(deals(&document)[0].notes.len(), 1 << 20);
    let mut many = String::from("buyer,product,currency\n");
    for number in 0..20_000 {
        many.push_str(&format!("Acme,P{number},USD\n"));
    }
    assert_eq!(imported(many.as_bytes()).deals.len(), 20_000);
    let too_many = format!("buyer\n{}", "Acme\n".repeat(200_001));
    assert_eq!(
        read_deals_from(too_many.as_bytes()),
        Err(ImportProblem::TooLarge { what: Measure::Rows, limit: 200_000 })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _either = read_deals_from(&bytes);
        let _either = read_deals_from(&[b"buyer,amount,ship_by\n", &*bytes].concat());
    }

    #[test]
    fn a_workbook_with_a_flipped_bit_is_read_or_refused(place in 0_usize..10_000, bit in 0_u8..8) {
        let cells = row(1, &[text("A1", "buyer")]) + &row(2, &[text("A2", "Acme")]);
        let mut file = sheet_of(&cells);
        let place = place % file.len();
        file[place] ^= 1 << bit;
        let _either = read_deals_from(&file);
    }

    #[test]
    fn a_sheet_with_changed_characters_is_read_or_refused(
        changes in proptest::collection::vec((0_usize..10_000, 0x20_u8..0x7f), 1..4)
    ) {
        let cells = row(1, &[text("A1", "buyer"), text("B1", "ship_by"), text("C1", "amount")])
            + &row(2, &[text("A2", "Acme"), number("B2", "46329"), number("C2", "1e3")])
            + r#"<row><c t="s"><v>0</v></c><c s="1" t="d"><v>2026-11-03T00:00:00</v></c></row>"#;
        let mut sheet = format!(
            r#"<worksheet><dimension ref="A1:C3"/><sheetData>{cells}</sheetData></worksheet>"#
        );
        for (place, byte) in changes {
            let place = place % sheet.len();
            sheet.replace_range(place..=place, &char::from(byte).to_string());
        }
        let strings = r#"<sst uniqueCount="1"><si><t>Shared</t></si></sst>"#;
        let file = Workbook { sheet: &sheet, strings, ..Workbook::default() }.bytes();
        let _either = read_deals_from(&file);
    }

    #[test]
    fn any_text_survives_csv(text in "\\PC{0,40}") {
        let mut deal = Deal::new(DealId::new("1"), "Acme");
        deal.notes = text.clone();
        let back = imported(&deals_out::WRITERS[0](&[&deal]).unwrap());
        let expected = if text.trim().is_empty() { "" } else { &*text };
        prop_assert_eq!(&*deals(&back)[0].notes, expected);
    }
}
