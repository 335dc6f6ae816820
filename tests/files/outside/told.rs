//! What `icebreak import` says about where it found a table.

use std::process::Command;

use serde_json::{Value, json};

use super::path_of;

struct Answer {
    code: Option<i32>,
    text: String,
    error: String,
}

fn import(file: &str, more: &[&str]) -> Answer {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_icebreak"))
        .arg("import")
        .arg(path_of(file))
        .args(["--into", "new.json", "--on", "2026-11-30"])
        .args(more)
        .current_dir(folder.path())
        .output()
        .unwrap();
    Answer {
        code: output.status.code(),
        text: String::from_utf8(output.stdout).unwrap(),
        error: String::from_utf8(output.stderr).unwrap(),
    }
}

fn told(file: &str, more: &[&str]) -> Value {
    let answer = import(file, &[more, &["--json"]].concat());
    assert_eq!(answer.code, Some(0), "{}", answer.error);
    serde_json::from_str(&answer.text).unwrap()
}

#[test]
fn json_names_encoding_sheet_and_header() {
    for (file, more, encoding, sheet, left, header) in [
        ("07-trailing-separators.csv", &[][..], json!("utf-8"), json!(null), json!([]), 1),
        ("01-euckr.csv", &["--encoding", "euc-kr"], json!("euc-kr"), json!(null), json!([]), 1),
        ("10-title-row.xlsx", &[], json!(null), json!("Sheet1"), json!([]), 2),
        ("12-hidden-first-sheet.xlsx", &[], json!(null), json!("2026"), json!(["2019"]), 1),
        ("12-hidden-first-sheet.xlsx", &["--sheet", "2019"], json!(null), json!("2019"), json!(["2026"]), 1),
        ("messy-list-60.xlsx", &[], json!(null), json!("客户跟进"), json!(["2025老客户"]), 3),
        (
            "messy-list-60.xlsx",
            &["--sheet", "2025老客户"],
            json!(null),
            json!("2025老客户"),
            json!(["客户跟进"]),
            1,
        ),
        ("header-row-3.xlsx", &["--header", "3"], json!(null), json!("Sheet"), json!([]), 3),
        ("html-gb2312.xls", &[], json!("gbk"), json!(null), json!([]), 1),
    ] {
        let answer = told(file, more);
        assert_eq!(answer["encoding"], encoding, "{file}");
        assert_eq!(answer["sheet"], sheet, "{file}");
        assert_eq!(answer["sheets_left"], left, "{file}");
        assert_eq!(answer["header_row"], json!(header), "{file}");
    }
}

#[test]
fn a_person_reads_what_was_found_and_left() {
    let text = import("messy-list-60.xlsx", &[]).text;
    let found = "found: sheet \"客户跟进\" (not read: 2025老客户; name one with --sheet), header in row 3";
    assert!(text.lines().any(|line| line == found), "{text}");
    let text = import("01-euckr.csv", &["--encoding", "euc-kr"]).text;
    assert!(text.lines().any(|line| line == "found: encoding euc-kr"), "{text}");
    let text = import("07-trailing-separators.csv", &[]).text;
    assert!(!text.contains("found:"), "{text}");
}

#[test]
fn wrong_choices_are_refused_in_one_line() {
    for (more, why) in [
        (&["--sheet", "2020"][..], "no sheet is named \"2020\"; its sheets are 2019, 2026"),
        (&["--header", "0"], "--header \"0\" is no row; write its number"),
        (&["--header", "three"], "--header \"three\" is no row"),
        (&["--header", "9"], "row 9 holds nothing"),
    ] {
        let answer = import("12-hidden-first-sheet.xlsx", more);
        assert_eq!((answer.code, answer.text.as_str()), (Some(1), ""), "{more:?}");
        assert!(answer.error.lines().count() == 1 && answer.error.contains(why), "{}", answer.error);
    }
    for (more, why) in [
        (&["--encoding", "klingon"][..], "\"klingon\" is no encoding"),
        (&["--encoding", "utf-8"], "the characters of the file are not utf-8"),
        (&["--sheet", "1"], "a text file has no sheet to choose"),
    ] {
        let answer = import("01-euckr.csv", more);
        assert_eq!((answer.code, answer.text.as_str()), (Some(1), ""), "{more:?}");
        assert!(answer.error.lines().count() == 1 && answer.error.contains(why), "{}", answer.error);
    }
    assert_eq!(import("01-euckr.csv", &["--sheets", "1"]).code, Some(2));
}
