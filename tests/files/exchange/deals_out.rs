//! Deals written as CSV and Excel, read back with other libraries and with our own import.

use super::*;
use calamine::{Data, Reader as _, Xlsx};
use icebreak::domain::contact::Contact;
use icebreak::domain::country::Country;
use icebreak::domain::deal::Stage;
use icebreak::domain::deal::touch::Summary;
use icebreak::domain::money::Currency;
use icebreak::exchange::deals_out::deals::ExportProblem;
use icebreak::exchange::deals_out::deals_csv::deals_csv;
use icebreak::exchange::deals_out::deals_xlsx::deals_xlsx;
use icebreak::exchange::files::filename::file_name;
use icebreak::exchange::files::write::{WriteProblem, write_new, write_over};

pub(super) type Writer = fn(&[&Deal]) -> Result<Vec<u8>, ExportProblem>;

/// Both formats.
pub(super) const WRITERS: [Writer; 2] = [deals_csv, deals_xlsx];

fn full() -> Document {
    let mut document = imported(EN);
    let mut deal = Deal::new(DealId::new("kuwait"), "Gulf Works");
    deal.buyer.country = Country::from_code("KW");
    deal.buyer.language = "ar".into();
    deal.contacts = vec![Contact { name: "Sara".into(), phone: "+965 1234".into(), ..Contact::default() }];
    deal.agreed.currency = Currency::from_code("KWD");
    deal.agreed.amount = Some("12.345".parse().unwrap());
    deal.agreed.pi = "2607".into();
    deal.stage = Stage::Production.into();
    deal.notes = "first line\nsecond \"line\"; =1+1\n".into();
    let mut unknown = Deal::new(DealId::new("unknown"), "No Currency");
    unknown.agreed.amount = Some("1.234".parse().unwrap());
    let mut large = Deal::new(DealId::new("large"), "Large");
    large.agreed.currency = Some(Currency::USD);
    large.agreed.amount = Some("92233720368547758.07".parse().unwrap());
    large.summary = Summary { unanswered: Some(0), ..Summary::default() };
    for deal in [deal, unknown, large] {
        document.deals.insert(deal.id.clone(), Arc::new(deal));
    }
    document
}

/// What a table can tell of a deal: everything but its id.
fn essence(document: &Document) -> Vec<String> {
    let mut all: Vec<String> = deals(document)
        .into_iter()
        .map(|deal| {
            let mut deal = deal.clone();
            deal.id = DealId::new("");
            deal.agreed.amount = deal.agreed.amount.map(|amount| amount.normalize());
            format!("{deal:?}")
        })
        .collect();
    all.sort();
    all
}

#[test]
fn a_workbook_of_deals_is_printed_on_pages_as_wide_as_it_is() {
    let document = full();
    let bytes = deals_xlsx(&deals(&document)).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| std::io::read_to_string(archive.by_name(name).unwrap()).unwrap();
    let (sheet, book, styles) =
        (part("xl/worksheets/sheet1.xml"), part("xl/workbook.xml"), part("xl/styles.xml"));
    let last = document.deals.len() + 1;
    for wanted in [
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "fitToPage=\"1\"",
        "fitToHeight=\"0\"",
        "<pageMargins left=\"0.25\" right=\"0.25\"",
        "<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>",
        "state=\"frozen\"",
        &format!("<autoFilter ref=\"A1:W{last}\""),
    ] {
        assert!(sheet.contains(wanted), "no {wanted} in {sheet}");
    }
    assert!(book.contains("deals!$1:$1"), "{book}");
    // Amounts are grouped, and end before the text beside them begins.
    assert!(styles.contains("formatCode=\"#,##0.00\""), "{styles}");
    assert!(styles.contains("horizontal=\"right\" indent=\"1\""), "{styles}");
    // A column is as wide as its texts, up to a limit: the page has to hold all of them.
    let widths: Vec<f64> = sheet
        .split("width=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
        .collect();
    assert!(widths.len() > 5 && widths.iter().all(|width| (4.0..=31.0).contains(width)), "{widths:?}");
}

#[test]
fn what_is_exported_imports_again_complete() {
    let document = full();
    for write in WRITERS {
        let file = write(&deals(&document)).unwrap();
        assert_eq!(essence(&imported(&file)), essence(&document));
    }
}

#[test]
fn what_is_exported_imports_into_its_own_document_unchanged() {
    let document = full();
    for write in WRITERS {
        let again = plan(&document, &write(&deals(&document)).unwrap()).unwrap();
        assert_eq!(counts(&again), (0, 0, document.deals.len(), 0));
    }
}

#[test]
fn csv_guards_formulas_and_leaves_numbers_alone() {
    let mut deal = Deal::new(DealId::new("x"), "=HYPERLINK(\"http://x.example\")");
    deal.agreed.currency = Some(Currency::USD);
    deal.agreed.amount = Some("100".parse().unwrap());
    deal.notes = "'=kept".into();
    deal.contacts = vec![Contact { name: "＠wide".into(), phone: "+49 40 1".into(), ..Contact::default() }];
    let bytes = WRITERS[0](&[&deal]).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let body = text.strip_prefix('\u{feff}').unwrap();
    assert!(body.starts_with("buyer,contact,email,phone,"));
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    let record = reader.records().next().unwrap().unwrap();
    assert_eq!(&record[0], "'=HYPERLINK(\"http://x.example\")");
    assert_eq!((&record[1], &record[3], &record[10]), ("'＠wide", "'+49 40 1", "100.00"));
    assert_eq!(&record[21], "''=kept");
}

#[test]
fn excel_gets_texts_numbers_and_dates_and_no_formula() {
    let document = imported(EN);
    let bytes = WRITERS[1](&deals(&document)).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let sheet = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(!sheet.contains("<f>") && sheet.contains("state=\"frozen\""));
    let mut workbook = Xlsx::new(std::io::Cursor::new(&bytes)).unwrap();
    let range = workbook.worksheet_range("deals").unwrap();
    assert_eq!(range.height(), 9);
    assert_eq!(range[(1, 10)], Data::Float(30000.0));
    assert!(matches!(&range[(1, 13)], Data::DateTime(moment) if moment.as_f64() == 46324.0));
    assert_eq!(range[(7, 0)], Data::String("=HYPERLINK(\"http://x.example\")".into()));
    assert_eq!(range[(7, 7)], Data::String("+1+1".into()));
}

#[test]
fn a_text_beyond_excels_cell_is_refused_by_name() {
    let mut deal = Deal::new(DealId::new("x"), "Acme");
    deal.notes = "n".repeat(32_768);
    let problem = WRITERS[1](&[&deal]).unwrap_err();
    assert!(matches!(problem, ExportProblem::TooLongForExcel { .. }), "{problem}");
    let mut document = Document::default();
    document.deals.insert(deal.id.clone(), Arc::new(deal.clone()));
    assert_eq!(essence(&imported(&WRITERS[0](&[&deal]).unwrap())), essence(&document));
}

#[test]
fn nothing_is_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.csv");
    write_new(&path, b"one").unwrap();
    assert_eq!(write_new(&path, b"two"), Err(WriteProblem::Exists));
    assert_eq!(std::fs::read(&path).unwrap(), b"one");
    write_over(&path, b"three").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"three");
    assert_eq!(write_new(&folder.path().join("no/such/out.csv"), b"x"), Err(WriteProblem::NoFolder));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_a_killed_export_left_goes_with_the_next_one() {
    let folder = tempfile::tempdir().unwrap();
    let left = folder.path().join(".icebreak-AbC123.export-tmp");
    let written = folder.path().join(".icebreak-AbC124.export-tmp");
    let theirs = folder.path().join(".icebreak-notes");
    for path in [&left, &written, &theirs] {
        std::fs::write(path, b"half").unwrap();
    }
    let another = std::fs::File::open(&written).unwrap();
    another.lock().unwrap();
    write_new(&folder.path().join("out.csv"), b"one").unwrap();
    assert!(!left.exists() && written.exists() && theirs.exists());
    drop(another);
    write_over(&folder.path().join("out.csv"), b"two").unwrap();
    assert!(!written.exists() && theirs.exists());
}

#[test]
fn file_names_fit_every_system() {
    let check = |stem: &str, expected: &str| assert_eq!(file_name(stem, "pdf"), expected, "{stem:?}");
    check("Müller & Söhne PI-2607", "Müller & Söhne PI-2607.pdf");
    check("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j.pdf");
    check("CON", "_CON.pdf");
    check("con.backup", "_con.backup.pdf");
    check("COM1", "_COM1.pdf");
    check("LPT¹", "_LPT¹.pdf");
    check("COM10", "COM10.pdf");
    check("dots...", "dots.pdf");
    check("../../etc/passwd", "_-..-etc-passwd.pdf");
    check("exe\u{202e}gpj", "exegpj.pdf");
    check("zero\u{200b}width\u{2066}", "zerowidth.pdf");
    check("tab\tand\nline\0", "tab and line.pdf");
    check(" . ", "icebreak.pdf");
    check("", "icebreak.pdf");
    check("墨西哥城建材", "墨西哥城建材.pdf");
    let long = file_name(&"好".repeat(200), "pdf");
    assert!(long.len() <= 154 && long.ends_with("好.pdf"));
}
