//! CSV as spreadsheets and careless programs write it, and texts that are dressed up to stay texts.

use super::*;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::exchange::deals_out::deals_csv::deals_csv;
use icebreak::exchange::read_deals_from;

#[test]
fn separators_at_the_end_of_a_row_are_no_cells() {
    let read = read_deals_from(&outside("07-trailing-separators.csv")).unwrap();
    assert_eq!(read.rows.iter().filter(|row| row.is_ok()).count(), 2);
    for (csv, good) in [
        ("buyer,product\nA,x,,\nB,y,,,,,\n", 2),
        ("buyer;product\nA;x;;\nB;y\n", 2),
        ("buyer\tproduct\t\nA\tx\t\t\n", 1),
        ("buyer,product,,\nA,x,,\n", 1),
        ("buyer,product\nA,x, , \n", 1),
        ("buyer,product\nA,x,\"\"\n", 1),
        // A remark beside the table is a cell; under a blank header it is in no one's way.
        ("buyer,product\nA,x,,remark\n", 0),
        ("buyer,product,,\nA,x,,remark\n", 1),
        ("buyer,amount\nA,1,200\n", 0),
        ("Title,,,\nbuyer,product,,\nA,x,,\n", 1),
    ] {
        let read = read_deals_from(csv.as_bytes()).unwrap();
        assert_eq!(read.rows.iter().filter(|row| row.is_ok()).count(), good, "{csv}");
    }
}

#[test]
fn quotes_inside_quotes_stay() {
    let found = table(&outside("16-quotes-in-quotes.csv"));
    assert_eq!(column(&found, "buyer"), ["Alfa \"Best\" Ltd", "24\" LED panel Co", "Beta 24\" Ltd", "Gamma"]);
    assert_eq!(column(&found, "product"), ["lamps", "x", "lamps", "24\" panel"]);
    assert_eq!(column(&found, "amount"), ["12000", "1", "5", "5"]);
    let found = table(b"buyer;notes;city\n\"A \"B\" C\";\"one\n\"two\" three\";Rome\n\"D\";\"e;f\";\"G\"\n");
    assert_eq!(rows(&found), [["A \"B\" C", "one\n\"two\" three", "Rome"], ["D", "e;f", "G"]]);
    assert_eq!(found.rows[1].number, 3);
}

#[test]
fn signs_that_keep_a_text_a_text_are_taken_off() {
    let found = table(&outside("24-text-idioms.csv"));
    let texts =
        |name: &str| column(&found, name).iter().map(|text| text.trim().to_owned()).collect::<Vec<_>>();
    assert_eq!(texts("phone"), ["0086574555501", "008657", "008657"]);
    assert_eq!(texts("pi"), ["00712", "0713", "0714"]);
    for (cell, expected) in [
        ("=\"\"00712\"\"", "00712"),
        ("=\"\"客户\"\"", "客户"),
        ("'0714", "0714"),
        ("'+49 40", "+49 40"),
        ("'=SUM(A1)", "=SUM(A1)"),
        ("''=SUM(A1)", "'=SUM(A1)"),
        ("'t Hooft BV", "'t Hooft BV"),
        ("=HYPERLINK(\"\"x\"\")", "=HYPERLINK(\"x\")"),
        ("=\"\"a\"\"&\"\"b\"\"", "=\"a\"&\"b\""),
        ("'", "'"),
        ("00712", "00712"),
    ] {
        let found = table(format!("buyer,notes\nA,\"{cell}\"\n").as_bytes());
        assert_eq!(column(&found, "notes"), [expected], "{cell}");
    }
}

#[test]
fn our_csv_survives_a_spreadsheet() {
    let found = table(&outside("own-csv-saved-as-workbook.xlsx"));
    assert_eq!(rows(&found), [["Muster GmbH", "+49 40 555 0100", "=Formula"]]);
    for pi in ["00712", "2026-11", "12E5", "1/2", "202611000001", "3-11", "'0714", "PI-2607", "712", "=1+1"] {
        let mut deal = Deal::new(DealId::new("1"), "Acme");
        deal.agreed.pi = pi.to_owned();
        let csv = deals_csv(&[&deal]).unwrap();
        let written = String::from_utf8(csv.clone()).unwrap();
        let is_safe = ["PI-2607", "712"].contains(&pi);
        assert_eq!(written.contains(&format!(",'{pi},")), !is_safe, "{written}");
        let read = read_deals_from(&csv).unwrap();
        assert_eq!(read.rows[0].as_ref().unwrap().pi, pi);
        // As a spreadsheet keeps it: the same texts in cells.
        let bytes = workbook(&[("deals", &|sheet| {
            for (row, line) in (0..).zip(written.trim_start_matches('\u{feff}').lines()) {
                for (column, cell) in (0..).zip(line.split(',')) {
                    sheet.write_string(row, column, cell).unwrap();
                }
            }
        })]);
        assert_eq!(read_deals_from(&bytes).unwrap().rows[0].as_ref().unwrap().pi, pi);
    }
}
