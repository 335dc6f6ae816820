//! Workbooks made to exhaust the memory, through `icebreak import` with little of it: refused in one line.

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
const MEGABYTE: usize = 1 << 20;

const ROOT: &str = r#"<Relationships><Relationship Id="a" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook><sheets><sheet name="deals" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const LINKS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const HEAD: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>buyer</t></is></c><c r="B1" t="inlineStr"><is><t>notes</t></is></c></row>"#;

/// One large part: how it begins, what is repeated up to this size, how it ends.
struct Bomb {
    name: &'static str,
    part: &'static str,
    head: String,
    repeated: &'static str,
    megabytes: usize,
    tail: &'static str,
    /// The directory says that the part has so many bytes, which is not true.
    claims: Option<u32>,
    /// Whether a run of a few seconds tries it, too.
    is_quick: bool,
}

fn sheet(name: &'static str, repeated: &'static str, megabytes: usize) -> Bomb {
    let head = HEAD.to_owned();
    let part = "xl/worksheets/sheet1.xml";
    Bomb {
        name,
        part,
        head,
        repeated,
        megabytes,
        tail: "</sheetData></worksheet>",
        claims: None,
        is_quick: false,
    }
}

fn bombs() -> Vec<Bomb> {
    const ROW: &str = "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>";
    let one_cell = |text: &str| format!("{HEAD}<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>{text}");
    let end_of_cell = "</t></is></c></row></sheetData></worksheet>";
    vec![
        Bomb { is_quick: true, ..sheet("rows without end", ROW, 600) },
        Bomb { claims: Some(1000), ..sheet("rows without end, said to be few", ROW, 600) },
        sheet("more rows than are read", ROW, 20),
        sheet("white space", " ", 600),
        sheet("white space within limits", " ", 60),
        Bomb { head: one_cell("x"), tail: end_of_cell, ..sheet("one text", "a text that goes on ", 60) },
        Bomb { head: one_cell("&amp;"), tail: end_of_cell, ..sheet("one text of entities", "&amp;", 60) },
        Bomb {
            head: format!("{HEAD}<row r=\"2\"><c r=\"A2\" t=\""),
            tail: "\"/></row></sheetData></worksheet>",
            ..sheet("one attribute", "an attribute ", 60)
        },
        Bomb {
            head: format!("{HEAD}<!--"),
            tail: "--></sheetData></worksheet>",
            ..sheet("one comment", "x ", 60)
        },
        Bomb { tail: "", ..sheet("elements in elements", "<is>", 60) },
        Bomb {
            part: "xl/sharedStrings.xml",
            head: "<sst>".to_owned(),
            tail: "</sst>",
            ..sheet("shared texts", "<si><t>x</t></si>", 60)
        },
    ]
}

#[test]
fn hostile_workbooks_in_little_memory() {
    let mut row = Row::new(
        "hostile workbooks, 2 GiB of memory",
        "refused in one line, or read; never a crash; the document untouched",
    );
    if row.needs("prlimit") {
        for bomb in bombs().into_iter().filter(|bomb| bomb.is_quick || is_full()) {
            row.tried(bomb.name, explode(&bomb));
        }
    }
    row.finish();
}

fn explode(bomb: &Bomb) -> Result<(), String> {
    let place = Place::at(Start::First);
    let before = fs::read(place.file()).unwrap();
    let source = place.path().join("source.xlsx");
    fs::write(&source, workbook(bomb)).unwrap();
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
        bomb.name,
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

fn workbook(bomb: &Bomb) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
    ];
    let sheet = format!("{HEAD}</sheetData></worksheet>");
    if bomb.part != "xl/worksheets/sheet1.xml" {
        parts.push(("xl/worksheets/sheet1.xml", &sheet));
    }
    let small = SimpleFileOptions::default();
    for (name, text) in parts {
        archive.start_file(name, small).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.start_file(bomb.part, small.compression_level(Some(1))).unwrap();
    archive.write_all(bomb.head.as_bytes()).unwrap();
    let block = bomb.repeated.repeat(MEGABYTE / bomb.repeated.len());
    for _ in 0..bomb.megabytes {
        archive.write_all(block.as_bytes()).unwrap();
    }
    archive.write_all(bomb.tail.as_bytes()).unwrap();
    let honest = archive.finish().unwrap().into_inner();
    assert!(honest.len() < bomb.megabytes * MEGABYTE / 20, "{}: {} bytes", bomb.name, honest.len());
    match bomb.claims {
        Some(claimed) => {
            let length = bomb.head.len() + block.len() * bomb.megabytes + bomb.tail.len();
            lying(honest, u32::try_from(length).unwrap(), claimed)
        }
        None => honest,
    }
}

/// The same with another size in its directory and before the part.
fn lying(mut archive: Vec<u8>, length: u32, claimed: u32) -> Vec<u8> {
    let length = length.to_le_bytes();
    let places: Vec<usize> = archive
        .windows(length.len())
        .enumerate()
        .filter(|(_, window)| *window == length)
        .map(|(place, _)| place)
        .collect();
    assert!(!places.is_empty(), "the size stands nowhere");
    for place in places {
        archive[place..place + length.len()].copy_from_slice(&claimed.to_le_bytes());
    }
    archive
}
