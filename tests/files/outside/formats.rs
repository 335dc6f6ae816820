//! Formats other than CSV and .xlsx, and what workbooks say beyond their values.

use super::*;

#[test]
fn tables_of_web_pages_are_read_in_their_encoding() {
    let page = table(&outside("14-html-table.xls"));
    assert_eq!(page.header, ["客户", "金额", "币种"]);
    assert_eq!(rows(&page), [["甲公司", "12000", "USD"]]);
    assert_eq!((page.source.encoding.as_deref(), page.source.sheet), (Some("utf-8"), None));
    let page = table(&outside("html-gb2312.xls"));
    assert_eq!(page.header, ["客户", "产品", "币种", "金额"]);
    assert_eq!(rows(&page), [["穆勒公司", "灯", "EUR", "30000"]]);
    assert_eq!(page.source.encoding.as_deref(), Some("gbk"));
}

#[test]
fn web_pages_of_every_make_are_read() {
    let check = |page: &str, expected: &[&[&str]]| {
        let found = table(page.as_bytes());
        assert_eq!(found.header[0], "buyer", "{page}");
        assert_eq!(rows(&found), expected, "{page}");
    };
    check(
        "<table><tr><td>buyer</td><td>pi</td></tr><tr><td>Acme</td><td>00712</td></tr></table>",
        &[&["Acme", "00712"]],
    );
    check("<HTML><BODY><TABLE><TR><TD>buyer<TD>amount<TR><TD>Acme<TD>5</TABLE>", &[&["Acme", "5"]]);
    check(
        "<!DOCTYPE html>\n<html><table><thead><tr><th>buyer</th></tr></thead><tbody><tr><td>A &amp; B&nbsp;Ltd</td></tr></tbody></table>",
        &[&["A & B\u{a0}Ltd"]],
    );
    check(
        "<html><style>td{mso-number-format:'\\@'}</style><script>if(a<b){}</script><table><tr><td>buyer<td>notes<tr><td>Acme<td>one<br>two<p>three</table>",
        &[&["Acme", "one\ntwo\nthree"]],
    );
    check(
        "<html><table><tr><td colspan=2>Our list</td></tr><tr><td>buyer</td><td>city</td></tr><tr><td>Acme</td><td> New\n   York </td></tr></table>",
        &[&["Acme", "New York"]],
    );
    check(
        "<html><table><tr><td>menu<td>home</table><table><tr><td>buyer<td>city<tr><td>Acme<td>Rome</table>",
        &[&["Acme", "Rome"]],
    );
    check(
        "<html><table><tr><td><table><tr><td>buyer<td>city<tr><td>Acme<td>Rome</table></table>",
        &[&["Acme", "Rome"]],
    );
    check("\u{feff}<html><table><tr><td>buyer<td>city<tr><td>Müller<td></table>", &[&["Müller"]]);
    check(
        "<html><!--[if gte mso 9]><xml><x:a/></xml><![endif]--><table><tr><![if !x]><td>buyer<![endif]><td>x<tr><td>Acme<td>'0714</table>",
        &[&["Acme", "0714"]],
    );
    check("<html><table><tr><td>buyer<td>city</tr><tr></tr><tr><td>Acme<td>Rome", &[&["Acme", "Rome"]]);
    check(
        "<html><table><tr><td>buyer<td>city<tr><td><b>Ac</b>me <i>Ltd</i><td>&#30002;</table>",
        &[&["Acme Ltd", "甲"]],
    );
    let several = table(b"<html><table><tr><td>x</table><table><tr><td>buyer<td>city<tr><td>A<td>B</table>");
    assert_eq!(
        (several.source.sheet.as_deref(), &several.source.sheets_left[..]),
        (Some("2"), &["1".to_owned()][..])
    );
}

#[test]
fn open_documents_are_read() {
    let found = table(&outside("list.ods"));
    assert_eq!(found.header[..3], ["Buyer", "Contact", "Country"]);
    let first = &rows(&found)[0];
    assert_eq!((&*first[0], &*first[5], &*first[8]), ("Müller GmbH", "30000.5", "2026-11-03"));
    assert_eq!(rows(&found).len(), 3);
    assert_eq!(read_table(&outside("14c-open-document.ods")), Err(ImportProblem::Empty));
}

#[test]
fn cells_of_open_documents_say_what_they_show() {
    let cell =
        |attributes: &str, inner: &str| format!("<table:table-cell {attributes}>{inner}</table:table-cell>");
    let text = |text: &str| cell(r#"office:value-type="string""#, &format!("<text:p>{text}</text:p>"));
    let float = |value: &str, shown: &str| {
        cell(
            &format!(r#"office:value-type="float" office:value="{value}""#),
            &format!("<text:p>{shown}</text:p>"),
        )
    };
    for (cell, expected) in [
        (text("A &amp; B &#33;"), "A & B !"),
        (
            text(
                "two<text:s text:c=\"2\"/>words</text:p><text:p>a <text:span>line</text:span><text:line-break/>more",
            ),
            "two  words\na line\nmore",
        ),
        (float("712", "00712"), "00712"),
        (float("26", "PI-0026"), "PI-0026"),
        (float("30000.5", "30,000.50"), "30000.5"),
        (float("30000", "30,000"), "30000"),
        (float("5", "5"), "5"),
        (float("24952000000010910000", "2.4952E+19"), "digits lost 24952000000010900000"),
        (
            cell(
                r#"office:value-type="currency" office:value="12.5" office:currency="USD""#,
                "<text:p>$12.50</text:p>",
            ),
            "USD 12.5",
        ),
        (
            cell(r#"office:value-type="date" office:date-value="2026-11-03T14:30:00""#, "<text:p>x</text:p>"),
            "2026-11-03",
        ),
        (cell(r#"office:value-type="boolean" office:boolean-value="true""#, "<text:p>TRUE</text:p>"), "true"),
        (
            cell(
                r#"table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error""#,
                "<text:p>#DIV/0!</text:p>",
            ),
            "error #DIV/0!",
        ),
        (cell(r#"table:formula="of:=[.A1]""#, ""), "no result"),
        (
            cell(
                r#"office:value-type="string""#,
                "<office:annotation><text:p>a remark</text:p></office:annotation><text:p>said</text:p>",
            ),
            "said",
        ),
        (text("'+49 40"), "+49 40"),
    ] {
        let head = format!("<table:table-row>{}{}</table:table-row>", text("buyer"), text("notes"));
        let body = format!("<table:table-row>{}{cell}</table:table-row>", text("Acme"));
        let empty = r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
        let sheet = format!(
            r#"<table:table table:name="a"><table:shapes><draw:frame><text:p>x</text:p></draw:frame></table:shapes>{head}{body}{empty}</table:table>"#
        );
        assert_eq!(rows(&table(&open_document(&sheet))), [["Acme", expected]], "{cell}");
    }
}

#[test]
fn repeated_cells_of_open_documents_are_bounded() {
    let text = |times: u32, text: &str| {
        format!(
            r#"<table:table-cell table:number-columns-repeated="{times}" office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let sheet = |rows: u32, columns: u32| {
        let head = format!("<table:table-row>{}</table:table-row>", text(1, "buyer"));
        let body = format!(
            r#"<table:table-row table:number-rows-repeated="{rows}">{}</table:table-row>"#,
            text(columns, "A")
        );
        open_document(&format!(r#"<table:table table:name="a">{head}{body}</table:table>"#))
    };
    assert_eq!(rows(&table(&sheet(3, 2))), [["A", "A"]; 3]);
    for (rows, columns) in [(1_000_000, 1), (1, 4_000_000_000), (4_000_000_000, 500)] {
        let problem = read_table(&sheet(rows, columns)).unwrap_err();
        assert!(matches!(problem, ImportProblem::TooLarge { .. }), "{problem}");
    }
}

#[test]
fn shown_zeros_and_letters_of_a_number_are_kept() {
    let found = table(&outside("23-number-format-zeros.xlsx"));
    assert_eq!(column(&found, "pi"), ["0000123", "digits lost 24952000000010900000", "PI-0026"]);
    assert_eq!(column(&found, "phone"), ["8613800138000", "8613800138001", "13800138002"]);
    assert_eq!(column(&found, "amount"), ["1", "2", "2"]);
    let bytes = workbook(&[("deals", &|sheet| {
        write(sheet, 1, &[&["buyer", "pi", "amount"], &["Acme"], &["Beta"], &["Gamma"], &["Delta"]]);
        for (row, (code, number)) in (1..).zip([
            ("000000", 26.0),
            ("\"LW\"0", 7.0),
            ("000-000", 26_007.0),
            ("0", 6_222_021_234_567_890.0),
        ]) {
            let format = rust_xlsxwriter::Format::new().set_num_format(code);
            sheet.write_number_with_format(row, 1, number, &format).unwrap();
            let money = rust_xlsxwriter::Format::new().set_num_format("#,##0.00");
            sheet.write_number_with_format(row, 2, 1234.5, &money).unwrap();
        }
    })]);
    let found = table(&bytes);
    assert_eq!(column(&found, "pi"), ["000026", "LW7", "026-007", "digits lost 6222021234567890"]);
    assert_eq!(column(&found, "amount"), ["1234.5"; 4]);
}

#[test]
fn formulas_without_results_are_told() {
    let found = table(&outside("25-formula-without-value.xlsx"));
    assert_eq!(column(&found, "amount"), ["no result", "1250"]);
    let found = table(&outside("formula-without-value.xlsx"));
    assert_eq!(column(&found, "Amount"), ["no result"; 3]);
    for (file, expected) in
        [("25-formula-without-value.xlsx", &[2][..]), ("formula-without-value.xlsx", &[2, 3, 4])]
    {
        let read = icebreak::exchange::read_deals_from(&outside(file)).unwrap();
        let skipped: Vec<u32> =
            read.rows.iter().filter_map(|row| row.as_ref().err()).map(|row| row.row).collect();
        assert_eq!(skipped, expected, "{file}");
        let first = read.rows.iter().find_map(|row| row.as_ref().err()).unwrap();
        assert_eq!(first.flaw.code(), "formula");
        assert!(first.flaw.to_string().contains("save it"), "{}", first.flaw);
    }
}

/// Excel stores an empty text for `=IF(A2="","",A2)`, and a zero that is one.
#[test]
fn results_that_are_empty_or_zero_are_results() {
    use crate::exchange::hostile::{Workbook as Raw, row, text};
    let formula = |value: &str| format!(r#"<c r="B2"{value}</c>"#);
    for (cell, recalculates, expected) in [
        (formula(r#" t="str"><f>IF(A2="","",A2)</f><v></v>"#), false, ""),
        (formula("><f>1-1</f><v>0</v>"), false, "0"),
        (formula("><f>1-1</f><v>0</v>"), true, "no result"),
        (formula("><f>1+1</f><v>2</v>"), true, "2"),
        (formula("><f>1+1</f>"), false, "no result"),
        (formula("><f>1+1</f><v/>"), false, "no result"),
        (formula(r#"><f t="shared" si="0"/>"#), false, "no result"),
        (formula(r#" t="str"><f>A2</f><v>Acme</v>"#), true, "Acme"),
        (formula(r#" t="e"><f>A2</f><v>#REF!</v>"#), true, "error #REF!"),
        (formula("><v>0</v>"), true, "0"),
        (formula(">"), true, ""),
    ] {
        let cells = row(1, &[text("A1", "buyer"), text("B1", "notes")])
            + &row(2, &[text("A2", "Acme"), cell.clone()]);
        let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
        let mut parts = Raw { sheet: &sheet, ..Raw::default() }.parts();
        if recalculates {
            let book = String::from_utf8(parts[2].1.clone()).unwrap();
            parts[2].1 =
                book.replace("</workbook>", r#"<calcPr fullCalcOnLoad="1"/></workbook>"#).into_bytes();
        }
        let found = table(&crate::exchange::hostile::archive_of(&parts));
        assert_eq!(column(&found, "notes"), [expected], "{cell} {recalculates}");
    }
}

#[test]
fn what_is_no_list_is_named_in_one_short_line() {
    let archive = |part: &str| {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(b"x").unwrap();
        archive.finish().unwrap().into_inner()
    };
    let long = "x".repeat(100_000);
    for (bytes, says) in [
        (archive("Index/Document.iwa"), "this is an Apple Numbers file; export it"),
        (archive("word/document.xml"), "this is a text document or a presentation; copy its table"),
        (archive("photo.jpg"), "this kind of file is not known; save it as .csv or .xlsx"),
        (b"%PDF-1.7 ...".to_vec(), "this is a PDF; copy its table"),
        (b"\x89PNG\r\n".to_vec(), "this is a picture; copy its table"),
        (b"{\\rtf1\\ansi x}".to_vec(), "this is a text document"),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
                .to_vec(),
            "this is an XML file; open it in Excel and save it as .xlsx",
        ),
        (
            format!("<html><body><p>{long}</p></body></html>").into_bytes(),
            "this is a web page, not a list; open it",
        ),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<table>".to_vec(),
            "this is a web page, not a list",
        ),
        (
            b"<html><frameset><frame src=\"Book1.files/sheet001.htm\"></frameset></html>".to_vec(),
            "this is a web page",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut".to_vec(), "the workbook is damaged"),
    ] {
        let problem = read_table(&bytes).unwrap_err();
        let said = problem.to_string();
        assert!(said.starts_with(says), "{said}");
        assert!(said.len() < 160 && said.contains(';'), "{said}");
        let shown = (icebreak::text::CHINESE.problems.import)(&problem);
        assert!(shown.chars().count() < 80, "{shown}");
    }
}
