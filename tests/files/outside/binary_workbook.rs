//! Binary workbooks (.xlsb), written here by the public specification [MS-XLSB], read like their .xlsx twins.

use super::*;
use rust_xlsxwriter::{ExcelDateTime, Format};

/// A part: records one after the other.
#[derive(Default)]
struct Part(Vec<u8>);

impl Part {
    fn record(&mut self, kind: u16, data: &[u8]) {
        let low = |number: usize| u8::try_from(number & 0x7f).unwrap();
        let kind = usize::from(kind);
        if kind < 128 {
            self.0.push(low(kind));
        } else {
            self.0.extend([low(kind) | 0x80, low(kind >> 7)]);
        }
        let mut length = data.len();
        while length > 127 {
            self.0.push(low(length) | 0x80);
            length >>= 7;
        }
        self.0.push(low(length));
        self.0.extend(data);
    }

    /// A cell: its column, its style, and what follows for its kind.
    fn cell(&mut self, kind: u16, column: u32, style: u32, data: &[u8]) {
        self.record(kind, &[&numbers(&[column, style])[..], data].concat());
    }
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn shorts(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [numbers(&[u32::try_from(units.len()).unwrap()]), shorts(&units)].concat()
}

/// The number formats of the styles 1 to 4; style 0 has none.
const FORMATS: [(u16, &str); 4] =
    [(14, ""), (164, "\"US$\"#,##0.00"), (165, "[$€-407]\\ #,##0.00"), (166, "0000000")];

fn styles() -> Part {
    let mut part = Part::default();
    part.record(278, &[]);
    let own: Vec<_> = FORMATS.iter().filter(|(number, _)| *number >= 164).collect();
    part.record(615, &numbers(&[u32::try_from(own.len()).unwrap()]));
    for (number, code) in own {
        part.record(44, &[shorts(&[*number]), wide(code)].concat());
    }
    part.record(616, &[]);
    part.record(617, &numbers(&[5]));
    for number in [0].into_iter().chain(FORMATS.map(|(number, _)| number)) {
        part.record(47, &shorts(&[0, number, 0, 0, 0, 0, 0, 1]));
    }
    part.record(618, &[]);
    part.record(279, &[]);
    part
}

const HEADER: [&str; 6] = ["客户", "PI", "币种", "金额", "最后联系", "备注"];

fn texts() -> Part {
    let mut part = Part::default();
    part.record(159, &numbers(&[6, 6]));
    for text in HEADER {
        part.record(19, &[vec![0], wide(text)].concat());
    }
    part.record(160, &[]);
    part
}

/// The list: shared and own texts, whole and other numbers, a date, money in formats, zeros in a format, a merged
/// buyer, a formula that failed.
fn list() -> Part {
    let mut part = Part::default();
    part.record(129, &[]);
    part.record(148, &numbers(&[0, 4, 0, 5]));
    part.record(145, &[]);
    let row = |part: &mut Part, row: u32| part.record(0, &[numbers(&[row, 0]), vec![0; 9]].concat());
    row(&mut part, 0);
    for column in 0..6 {
        part.cell(7, column, 0, &numbers(&[column]));
    }
    let whole = |number: u32| numbers(&[(number << 2) | 2]);
    row(&mut part, 1);
    part.cell(6, 0, 0, &wide("甲公司"));
    part.cell(2, 1, 4, &whole(123));
    part.cell(5, 3, 2, &30_000.5_f64.to_le_bytes());
    part.cell(2, 4, 1, &whole(46_329));
    part.cell(4, 5, 0, &[1]);
    row(&mut part, 2);
    part.cell(6, 1, 0, &wide("PI-2"));
    part.cell(2, 3, 3, &whole(1_200));
    row(&mut part, 3);
    part.cell(6, 0, 0, &wide("Beta Ltd"));
    part.cell(6, 2, 0, &wide("JPY"));
    part.cell(2, 3, 0, &whole(5_000));
    row(&mut part, 4);
    part.cell(6, 0, 0, &wide("Gamma"));
    part.cell(11, 3, 0, &[vec![0x17, 0, 0], numbers(&[1]), vec![0x1c, 0x17], numbers(&[0])].concat());
    part.record(146, &[]);
    part.record(177, &numbers(&[1]));
    part.record(176, &numbers(&[1, 2, 0, 0]));
    part.record(178, &[]);
    part.record(130, &[]);
    part
}

fn sheets() -> Part {
    let mut part = Part::default();
    part.record(131, &[]);
    part.record(143, &[]);
    for (hidden, number, link, name) in [(1, 1, "rId1", "旧"), (0, 2, "rId2", "订单")] {
        part.record(156, &[numbers(&[hidden, number]), wide(link), wide(name)].concat());
    }
    part.record(144, &[]);
    part.record(132, &[]);
    part
}

fn old_list() -> Part {
    let mut part = Part::default();
    part.record(129, &[]);
    part.record(148, &numbers(&[0, 0, 0, 0]));
    part.record(145, &[]);
    part.record(0, &[numbers(&[0, 0]), vec![0; 9]].concat());
    part.cell(6, 0, 0, &wide("客户"));
    part.record(146, &[]);
    part.record(130, &[]);
    part
}

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/><Override PartName="/xl/worksheets/sheet2.bin" ContentType="application/vnd.ms-excel.worksheet"/><Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/><Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>"#;
const LINKS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.bin"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.bin"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.bin"/></Relationships>"#;

fn parts() -> Vec<(String, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    [
        ("[Content_Types].xml", text(TYPES)),
        ("_rels/.rels", text(ROOT)),
        ("xl/workbook.bin", sheets().0),
        ("xl/_rels/workbook.bin.rels", text(LINKS)),
        ("xl/styles.bin", styles().0),
        ("xl/sharedStrings.bin", texts().0),
        ("xl/worksheets/sheet1.bin", old_list().0),
        ("xl/worksheets/sheet2.bin", list().0),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .to_vec()
}

fn binary_workbook() -> Vec<u8> {
    crate::exchange::hostile::archive_of(&parts())
}

/// The same list as .xlsx.
fn twin() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("旧").unwrap().write_string(0, 0, "客户").unwrap().set_hidden(true);
    let sheet = workbook.add_worksheet().set_name("订单").unwrap().set_active(true);
    write(sheet, 1, &[&HEADER]);
    let format = |code: &str| Format::new().set_num_format(code);
    sheet.merge_range(1, 0, 2, 0, "甲公司", &Format::new()).unwrap();
    sheet.write_number_with_format(1, 1, 123, &format(FORMATS[3].1)).unwrap();
    sheet.write_number_with_format(1, 3, 30_000.5, &format(FORMATS[1].1)).unwrap();
    let date = ExcelDateTime::from_ymd(2026, 11, 3).unwrap();
    sheet.write_datetime_with_format(1, 4, &date, &format("yyyy-mm-dd")).unwrap();
    sheet.write_boolean(1, 5, true).unwrap();
    sheet.write_string(2, 1, "PI-2").unwrap();
    sheet.write_number_with_format(2, 3, 1_200, &format(FORMATS[2].1)).unwrap();
    write(sheet, 4, &[&["Beta Ltd", "", "JPY", "5000"], &["Gamma"]]);
    sheet.write_formula(4, 3, rust_xlsxwriter::Formula::new("=#REF!").set_result("#REF!")).unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_binary_workbook_reads_like_its_twin() {
    let (binary, twin) = (table(&binary_workbook()), table(&twin()));
    assert_eq!(rows(&binary), rows(&twin));
    assert_eq!((binary.header, binary.source, binary.dates), (twin.header, twin.source, twin.dates));
}

/// Through the command line: what comes in, and what is said.
#[test]
fn a_binary_workbook_is_imported_like_its_twin() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("list.xlsb"), binary_workbook()).unwrap();
    std::fs::write(at.join("list.xlsx"), twin()).unwrap();
    let import = |list: &str, into: &str| {
        let arguments = ["import", list, "--into", into, "--on", "2026-11-30", "--json"];
        let answer = crate::exchange::command::answered(at, &arguments);
        let document: serde_json::Value =
            serde_json::from_slice(&std::fs::read(at.join(into)).unwrap()).unwrap();
        let mut deals: Vec<String> = Vec::new();
        for deal in document["deals"].as_object().unwrap().values() {
            let mut deal = deal.clone();
            deal["id"] = "x".into();
            deals.push(deal.to_string());
        }
        deals.sort();
        (answer, deals)
    };
    let (said, deals) = import("list.xlsb", "binary.json");
    assert_eq!((said.clone(), deals.clone()), import("list.xlsx", "twin.json"));
    assert_eq!(
        (&said["read"], &said["added"], &said["skipped"][0]["code"]),
        (&4.into(), &3.into(), &"cell".into())
    );
    let shown = deals.join("\n");
    for value in ["0000123", "30000.5", "\"USD\"", "PI-2", "1200", "\"EUR\"", "2026-11-03", "5000", "\"JPY\""]
    {
        assert!(shown.contains(value), "{value}: {shown}");
    }
}

#[test]
fn a_binary_workbook_without_one_of_its_parts_is_refused_or_read() {
    let whole = parts();
    for (place, (name, _)) in whole.iter().enumerate().filter(|(_, (name, _))| name.ends_with(".bin")) {
        let mut parts = whole.clone();
        parts.remove(place);
        let read = read_table(&crate::exchange::hostile::archive_of(&parts));
        let is_known = matches!(read, Ok(_) | Err(ImportProblem::DamagedWorkbook(_) | ImportProblem::Empty));
        assert!(is_known, "without {name}: {read:?}");
    }
}
