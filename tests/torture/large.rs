//! Workbooks just past our limits, through `icebreak import` with little memory: refused in one line.

use std::fs;
use std::io::{Cursor, Write as _};
use std::process::{Command, Stdio};
use std::time::Instant;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::place::{Place, Start, generation_in, names};
use crate::roads::{icebreak, refused};
use crate::row::{Row, ensure, is_full};

/// Address space that the import may take, in bytes.
const MEMORY: u64 = 2 << 30;

const ROOT: &str = r#"<Relationships><Relationship Id="a" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook><sheets><sheet name="deals" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const LINKS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const HEAD: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>buyer</t></is></c><c r="B1" t="inlineStr"><is><t>notes</t></is></c></row>"#;
const END: &str = "</sheetData></worksheet>";
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A workbook with one part that is larger than we take, or nearly so.
struct Large {
    name: &'static str,
    part: &'static str,
    text: String,
    /// Whether a run of a few seconds tries it, too.
    is_quick: bool,
}

fn large_workbooks() -> Vec<Large> {
    const ROW: &str = "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>";
    let sheet = |name, cells: String| Large {
        name,
        part: SHEET,
        text: format!("{HEAD}{cells}{END}"),
        is_quick: false,
    };
    let one_cell =
        |text: String| format!("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
    vec![
        Large { is_quick: true, ..sheet("a row more than are read", ROW.repeat(200_001)) },
        sheet("white space", " ".repeat(1 << 20)),
        sheet("one text longer than a cell may be", one_cell("x".repeat((16 << 20) + 1))),
        sheet("one text of entities", one_cell("&amp;".repeat(1 << 20))),
        sheet(
            "one long attribute",
            format!("<row r=\"2\"><c r=\"A2\" t=\"{}\"/></row>", "x ".repeat(1 << 19)),
        ),
        sheet("one long comment", format!("<!--{}-->", "x ".repeat(1 << 19))),
        sheet("elements in elements", format!("{}{}", "<is>".repeat(200), "</is>".repeat(200))),
        Large {
            part: "xl/sharedStrings.xml",
            text: "<sst uniqueCount=\"4000001\"><si><t>x</t></si></sst>".to_owned(),
            ..sheet("a text more than are shared", String::new())
        },
    ]
}

#[test]
fn large_workbooks_in_little_memory() {
    let mut row = Row::new(
        "large workbooks, 2 GiB of memory",
        "refused in one line, or read; never a crash; the document untouched",
    );
    if row.needs("prlimit") {
        for large in large_workbooks().into_iter().filter(|large| large.is_quick || is_full()) {
            row.tried(large.name, import(&large));
        }
    }
    row.finish();
}

fn import(large: &Large) -> Result<(), String> {
    let place = Place::at(Start::First);
    let before = fs::read(place.file()).unwrap();
    let source = place.path().join("source.xlsx");
    fs::write(&source, workbook(large)).unwrap();
    let started = Instant::now();
    let output = Command::new("prlimit")
        .arg(format!("--as={MEMORY}"))
        .arg(icebreak())
        .arg("import")
        .arg(&source)
        .arg("--into")
        .arg(place.file())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    println!(
        "{}: {:.0} s, {}",
        large.name,
        started.elapsed().as_secs_f64(),
        String::from_utf8_lossy(&output.stderr)
    );
    if output.status.success() {
        // What it is said to hold is not there: nothing but the header counts.
        return ensure(generation_in(&place.file())? == 1, || "another generation".to_owned());
    }
    refused(&output)?;
    ensure(fs::read(place.file()).unwrap() == before, || "the document was changed".to_owned())?;
    let left = names(place.path());
    ensure(left == ["deals.json", "source.xlsx"], || format!("left behind: {left:?}"))
}

fn workbook(large: &Large) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
    ];
    let sheet = format!("{HEAD}{END}");
    if large.part != SHEET {
        parts.push((SHEET, &sheet));
    }
    parts.push((large.part, &large.text));
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
