//! Merged cells: their value in every row, but no amount twice.

use super::*;

#[test]
fn the_value_is_in_every_row_of_the_range() {
    let merged = table(&outside("11-merged-buyer.xlsx"));
    assert_eq!(column(&merged, "客户"), ["阿尔法公司", "阿尔法公司", "贝塔公司"]);
    assert_eq!(column(&merged, "金额"), ["12000", "3000", "500"]);
    let merged = table(&outside("11b-merged-currency.xlsx"));
    assert_eq!(column(&merged, "currency"), ["USD", "USD", "USD"]);
    assert_eq!(column(&merged, "country"), ["DE", "DE", "FR"]);
    for file in ["merged-buyers.xlsx", "merged-buyers.xls"] {
        let merged = table(&outside(file));
        assert_eq!(
            column(&merged, "Buyer"),
            ["Müller GmbH", "Müller GmbH", "Müller GmbH", "東京商事株式会社"],
            "{file}"
        );
        assert_eq!(column(&merged, "Contact"), ["Anna Müller", "", "", "佐藤"], "{file}");
    }
}

#[test]
fn sums_and_counts_stay_in_their_first_row() {
    let bytes = workbook(&[("deals", &|sheet| {
        write(sheet, 1, &[&["buyer", "product", "amount", "quantity", "pi", "notes"]]);
        write(
            sheet,
            2,
            &[&["Acme", "lamps", "30000", "500", "PI-1", "all in one"], &["", "pumps"], &["", "valves"]],
        );
        let plain = rust_xlsxwriter::Format::new();
        for column in [0, 2, 3, 4, 5] {
            sheet.merge_range(1, column, 3, column, "", &plain).unwrap();
        }
        write(sheet, 2, &[&["Acme", "lamps", "30000", "500", "PI-1", "all in one"]]);
    })]);
    let found = table(&bytes);
    assert_eq!(column(&found, "buyer"), ["Acme"; 3]);
    assert_eq!(column(&found, "pi"), ["PI-1"; 3]);
    assert_eq!(column(&found, "notes"), ["all in one"; 3]);
    assert_eq!(column(&found, "amount"), ["30000", "", ""]);
    assert_eq!(column(&found, "quantity"), ["500", "", ""]);
}

#[test]
fn ranges_reach_neither_blank_rows_nor_other_columns() {
    let bytes = workbook(&[("deals", &|sheet| {
        let plain = rust_xlsxwriter::Format::new();
        sheet.merge_range(0, 0, 0, 3, "Our customers", &plain).unwrap();
        write(sheet, 2, &[&["country", "buyer", "contact", "stage"]]);
        sheet.merge_range(2, 0, 5, 0, "DE", &plain).unwrap();
        // Merged across: the second column has no value of its own.
        sheet.merge_range(2, 1, 2, 2, "Acme", &plain).unwrap();
        // A block of two by two.
        sheet.merge_range(3, 1, 4, 2, "Beta", &plain).unwrap();
        write(sheet, 4, &[&["", "", "", "quoted"], &["", "", "", "lost"]]);
        write(sheet, 7, &[&["FR", "Gamma", "Guy", "won"]]);
    })]);
    let found = table(&bytes);
    assert_eq!(
        rows(&found),
        [
            &["DE", "Acme"][..],
            &["DE", "Beta", "", "quoted"],
            &["DE", "Beta", "", "lost"],
            &["FR", "Gamma", "Guy", "won"]
        ]
    );
    assert_eq!(found.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 4, 5, 7]);
}

#[test]
fn merged_cells_of_pages_and_open_documents_are_filled_too() {
    let page = "<table><tr><th>buyer<th>country<th>product<tr><td>Acme<td rowspan=3>DE<td>lamps\
        <tr><td rowspan=\"2\">Beta<td>pumps<tr><td>valves<tr><td>Gamma<td>FR<td>x</table>";
    let found = table(format!("<html>{page}").as_bytes());
    assert_eq!(
        rows(&found),
        [["Acme", "DE", "lamps"], ["Beta", "DE", "pumps"], ["Beta", "DE", "valves"], ["Gamma", "FR", "x"]]
    );
    let text = |attributes: &str, text: &str| {
        format!(
            r#"<table:table-cell {attributes} office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let spanned = r#"table:number-rows-spanned="2" table:number-columns-spanned="1""#;
    let body = [
        row(&[text("", "buyer"), text("", "product")]),
        row(&[text(spanned, "Acme"), text("", "lamps")]),
        row(&["<table:covered-table-cell/>".to_owned(), text("", "pumps")]),
        row(&[text("", "Beta"), text("", "valves")]),
    ];
    let found =
        table(&open_document(&format!(r#"<table:table table:name="a">{}</table:table>"#, body.concat())));
    assert_eq!(rows(&found), [["Acme", "lamps"], ["Acme", "pumps"], ["Beta", "valves"]]);
}
