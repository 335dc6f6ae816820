//! Workbooks with parts that are missing, cut, empty or wrong: refused in words, or read; never a panic, never for long.

use super::hostile::{Workbook, archive_of, number, row, sheet_of, text};
use super::*;
use icebreak::domain::import::problem::Measure;
use icebreak::exchange::open::read_table;

fn sound() -> Vec<(String, Vec<u8>)> {
    let cells = row(1, &[text("A1", "buyer"), text("B1", "amount")])
        + &row(2, &[r#"<c r="A2" t="s"><v>0</v></c>"#.to_owned(), number("B2", "500")]);
    let sheet = format!(r#"<worksheet><dimension ref="A1:B2"/><sheetData>{cells}</sheetData></worksheet>"#);
    let strings = r#"<sst count="1" uniqueCount="1"><si><t>Acme</t></si></sst>"#;
    Workbook { sheet: &sheet, strings, ..Workbook::default() }.parts()
}

/// Refused with a sentence, or read.
fn judged(parts: &[(String, Vec<u8>)], what: &str) -> bool {
    match read_deals_from(&archive_of(parts)) {
        Ok(read) => {
            assert!(read.rows.len() <= 2, "{what}");
            true
        }
        Err(problem) => {
            assert!(problem.to_string().contains(';'), "{what}: {problem} says not what to do");
            false
        }
    }
}

#[test]
fn every_part_may_be_missing_empty_garbage_or_cut_anywhere() {
    let whole = sound();
    assert!(judged(&whole, "whole"));
    let mut refused = 0;
    for place in 0..whole.len() {
        let name = whole[place].0.clone();
        let bytes = whole[place].1.clone();
        let mut check = |changed: Option<Vec<u8>>, what: &str| {
            let mut parts = whole.clone();
            match changed {
                Some(bytes) => parts[place].1 = bytes,
                None => drop(parts.remove(place)),
            }
            refused += usize::from(!judged(&parts, &format!("{name} {what}")));
        };
        check(None, "missing");
        check(Some(Vec::new()), "empty");
        check(Some(b"\0\xff\xfe garbage <<<&&&".to_vec()), "garbage");
        check(Some(b"<?xml version=\"1.0\"?><a><b/></a>".to_vec()), "another document");
        check(Some([bytes.clone(), bytes.clone()].concat()), "twice");
        check(Some(vec![b'<'; 10_000]), "brackets");
        check(Some("<a>".repeat(200).into_bytes()), "deep");
        for cut in (0..bytes.len()).step_by(7) {
            check(Some(bytes[..cut].to_vec()), &format!("cut at {cut}"));
        }
    }
    assert!(refused > 30, "{refused}");
}

#[test]
fn archives_cut_anywhere_are_refused() {
    let whole = archive_of(&sound());
    for cut in (0..whole.len()).step_by(11) {
        let problem = read_deals_from(&whole[..cut]).unwrap_err();
        assert!(problem.to_string().contains(';'), "{cut} {problem}");
    }
}

/// Entities can stand for others and grow without end, so no part may declare a document type at all.
#[test]
fn parts_that_declare_a_document_type_are_refused() {
    let declared = "<!DOCTYPE sst [<!ENTITY buyer \"Acme\">]>";
    for place in 0..sound().len() {
        let mut parts = sound();
        let body = String::from_utf8(parts[place].1.clone()).unwrap();
        let body = body.trim_start_matches(r#"<?xml version="1.0"?>"#).replace("Acme", "&buyer;");
        parts[place].1 = format!("<?xml version=\"1.0\"?>{declared}{body}").into_bytes();
        let problem = read_deals_from(&archive_of(&parts)).unwrap_err();
        assert!(matches!(problem, ImportProblem::DamagedWorkbook(_)), "{} {problem}", parts[place].0);
    }
}

#[test]
fn an_archive_within_the_archive_is_not_opened() {
    let mut parts = sound();
    let inner = archive_of(&parts);
    parts.push(("xl/media/inner.zip".to_owned(), inner.clone()));
    parts.push(("xl/worksheets/sheet2.xlsx".to_owned(), inner));
    assert_eq!(read_deals_from(&archive_of(&parts)).unwrap().rows.len(), 1);
}

#[test]
fn counts_of_shared_texts_may_lie() {
    let head = row(1, &[text("A1", "buyer")]);
    for (count, index) in
        [("0", "0"), ("1", "0"), ("20", "0"), ("1", "7"), ("1", "-1"), ("x", "0"), ("1", "x")]
    {
        let cells = format!(r#"{head}<row r="2"><c r="A2" t="s"><v>{index}</v></c></row>"#);
        let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
        let strings = format!(r#"<sst count="9" uniqueCount="{count}"><si><t>Acme</t></si></sst>"#);
        let bytes = Workbook { sheet: &sheet, strings: &strings, ..Workbook::default() }.bytes();
        match read_deals_from(&bytes) {
            Ok(read) => assert!(read.rows.len() <= 1, "{count} {index}"),
            Err(problem) => assert!(matches!(problem, ImportProblem::DamagedWorkbook(_)), "{problem}"),
        }
    }
}

#[test]
fn more_sheets_and_parts_than_are_read_are_refused() {
    let mut parts = sound();
    let sheets: String =
        (0..257).map(|n| format!(r#"<sheet name="s{n}" sheetId="{}" r:id="r1"/>"#, n + 1)).collect();
    parts[2].1 = format!("<workbook><sheets>{sheets}</sheets></workbook>").into_bytes();
    let limit = |what, limit| Err(ImportProblem::TooLarge { what, limit });
    assert_eq!(read_deals_from(&archive_of(&parts)), limit(Measure::Sheets, 256));
    for n in 0..10_000 {
        parts.push((format!("xl/worksheets/s{n}.xml"), b"<worksheet/>".to_vec()));
    }
    assert_eq!(read_deals_from(&archive_of(&parts)), limit(Measure::Entries, 10_000));
}

#[test]
fn a_workbook_without_a_buyer_can_still_be_shown() {
    let bytes = sheet_of(&(row(1, &[text("A1", "Colour")]) + &row(2, &[text("A2", "red")])));
    assert!(matches!(read_deals_from(&bytes), Err(ImportProblem::NoBuyerColumn(_))));
    let table = read_table(&bytes).unwrap();
    assert_eq!((table.header, table.rows.len()), (vec!["Colour".to_owned()], 1));
}
