//! Which sheet is read, and that the others are named.

use super::*;

#[test]
fn hidden_sheets_are_left_and_named() {
    for (file, sheet, left, buyers) in [
        ("12-hidden-first-sheet.xlsx", "2026", "2019", &["Beta SA", "Gamma AG"][..]),
        (
            "hidden-sheet-first.xlsx",
            "Deals",
            "hidden",
            &["Müller GmbH", "東京商事株式会社", "Gulf Trading W.L.L."],
        ),
        (
            "hidden-sheet-first.xls",
            "Deals",
            "hidden",
            &["Müller GmbH", "東京商事株式会社", "Gulf Trading W.L.L."],
        ),
    ] {
        let table = table(&outside(file));
        assert_eq!(table.source.sheet.as_deref(), Some(sheet), "{file}");
        assert_eq!(table.source.sheets_left, [left], "{file}");
        let names = rows(&table).into_iter().map(|row| row[0].clone()).collect::<Vec<_>>();
        assert_eq!(names, buyers, "{file}");
    }
}

fn deals(sheet: &mut Worksheet) {
    write(sheet, 1, &[&["buyer", "amount"], &["Acme", "5"]]);
    // Of several sheets the first is active, and that one cannot be hidden.
    sheet.set_active(true);
}

fn others(sheet: &mut Worksheet) {
    write(sheet, 1, &[&["buyer", "amount"], &["Other", "6"]]);
}

fn colours(sheet: &mut Worksheet) {
    write(sheet, 1, &[&["Colour", "Price"], &["red", "5"]]);
    sheet.set_active(true);
}

fn hidden(sheet: &mut Worksheet) {
    others(sheet);
    sheet.set_hidden(true);
}

fn very_hidden(sheet: &mut Worksheet) {
    others(sheet);
    sheet.set_very_hidden(true);
}

fn nothing(_sheet: &mut Worksheet) {}

/// A note far below and a title above: the sheet holds something, but not at its start.
fn far(sheet: &mut Worksheet) {
    write(sheet, 500, &[&["see the next sheet"]]);
}

#[test]
fn the_first_visible_sheet_that_names_a_buyer_is_read() {
    type Fill = fn(&mut Worksheet);
    for (sheets, read, left) in [
        (&[("a", deals as Fill)][..], "a", &[][..]),
        (&[("a", deals), ("b", others)], "a", &["b"]),
        (&[("a", colours), ("b", deals)], "b", &["a"]),
        (&[("a", nothing), ("b", deals), ("c", nothing)], "b", &[]),
        (&[("a", hidden), ("b", deals)], "b", &["a"]),
        (&[("a", very_hidden), ("b", deals)], "b", &["a"]),
        (&[("a", hidden), ("b", colours), ("c", deals), ("d", others)], "c", &["a", "b", "d"]),
        (&[("a", far), ("b", deals)], "b", &["a"]),
        (&[("a", hidden), ("b", colours)], "b", &["a"]),
        (&[("2025 老客户", colours), ("客户 & 跟进", deals)], "客户 & 跟进", &["2025 老客户"]),
    ] {
        let sheets: Vec<NamedSheet<'_>> =
            sheets.iter().map(|(name, fill)| (*name, fill as &dyn Fn(&mut Worksheet))).collect();
        let source = table(&workbook(&sheets)).source;
        assert_eq!(source.sheet.as_deref(), Some(read));
        assert_eq!(source.sheets_left, left);
    }
}

#[test]
fn a_sheet_can_be_named() {
    let bytes = workbook(&[("First", &deals), ("Second", &others), ("Gone", &hidden)]);
    let read = |name: &str| {
        let choice = SourceChoice { sheet: Some(name.to_owned()), ..SourceChoice::default() };
        read_book(&bytes, &choice)
    };
    for (name, buyer) in [("First", "Acme"), ("Second", "Other"), (" second ", "Other"), ("Gone", "Other")] {
        assert_eq!(rows(&read(name).unwrap())[0][0], buyer, "{name}");
    }
    let problem = read("Third").unwrap_err().to_string();
    assert_eq!(problem, "no sheet is named \"Third\"; its sheets are First, Second, Gone");
    let choice = SourceChoice { sheet: Some("x".to_owned()), ..SourceChoice::default() };
    let problem = read_book(b"buyer\nA\n", &choice).unwrap_err().to_string();
    assert_eq!(problem, "a text file has no sheet to choose; leave out --sheet");
}

#[test]
fn sheets_of_open_documents_are_told_apart_too() {
    let row = |cells: &[&str]| {
        let cells = cells.iter().map(|text| {
            format!(
                r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
            )
        });
        format!("<table:table-row>{}</table:table-row>", cells.collect::<String>())
    };
    let sheet = |name: &str, style: &str, buyer: &str| {
        let rows = row(&["buyer", "product"]) + &row(&[buyer, "lamps"]);
        format!(r#"<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>"#)
    };
    let bytes =
        open_document(&(sheet("old", "gone", "Old") + &sheet("now", "ta1", "New") + &sheet("x", "ta1", "X")));
    let found = table(&bytes);
    assert_eq!(rows(&found), [["New", "lamps"]]);
    assert_eq!(
        (found.source.sheet.as_deref(), &found.source.sheets_left[..]),
        (Some("now"), &["old".to_owned(), "x".to_owned()][..])
    );
}
