//! The workbook as another library sees it: numbers, dates, formulas with their results, and no others.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, SheetVisible, Xlsx};
use icebreak::domain::deposit::{Plan, PlanFormat};
use icebreak::domain::files::export_problem::PlanProblem;
use icebreak::domain::names::Named as _;
use icebreak::text::buyer::words::PaperLanguage;

use super::{HOSTILE, LONG, deal, money, on, part_paid, plan, written, written_for};

/// The sheet that people see.
pub struct Sheet {
    pub cells: BTreeMap<String, Data>,
    pub formulas: BTreeMap<String, String>,
}

pub fn open(bytes: &[u8]) -> (Sheet, Xlsx<Cursor<Vec<u8>>>) {
    let mut workbook = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let name = workbook.sheet_names()[0].clone();
    let address =
        |row: u32, column: u32| format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1);
    let values = workbook.worksheet_range(&name).unwrap();
    let (top, left) = values.start().unwrap();
    let mut cells = BTreeMap::new();
    for (row, column, value) in values.used_cells() {
        let at = address(top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
        cells.insert(at, value.clone());
    }
    let range = workbook.worksheet_formula(&name).unwrap();
    let (top, left) = range.start().unwrap_or_default();
    let mut formulas = BTreeMap::new();
    for (row, column, formula) in range.used_cells() {
        let at = address(top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
        formulas.insert(at, formula.clone());
    }
    (Sheet { cells, formulas }, workbook)
}

fn text(sheet: &Sheet, at: &str) -> String {
    sheet.cells.get(at).map(ToString::to_string).unwrap_or_default()
}

fn number(sheet: &Sheet, at: &str) -> f64 {
    match sheet.cells.get(at) {
        Some(Data::Float(number)) => *number,
        Some(Data::Int(number)) => *number as f64,
        other => panic!("{at}: {other:?}"),
    }
}

#[test]
fn numbers_are_numbers_dates_are_dates_and_sums_are_formulas() {
    let bytes = written(&part_paid(), Some(&deal(LONG, "de", "DE")), PlanFormat::Xlsx);
    let (sheet, mut workbook) = open(&bytes);
    assert_eq!(text(&sheet, "A1"), "Zahlungsplan");
    assert_eq!((text(&sheet, "A3"), text(&sheet, "B3")), ("Käufer".into(), LONG.into()));
    assert_eq!((text(&sheet, "A6"), number(&sheet, "B6")), ("Auftragssumme".into(), 30_000.0));
    let header: Vec<String> =
        ["A7", "B7", "C7", "D7", "E7", "F7", "G7", "H7"].map(|at| text(&sheet, at)).into();
    assert_eq!(
        header,
        [
            "Nr.",
            "Bezeichnung",
            "Fälligkeit",
            "Anteil",
            "Betrag (EUR)",
            "Bezahlt",
            "Anerkannte Bankspesen",
            "Noch offen"
        ]
    );
    let due = |at: &str| match &sheet.cells[at] {
        Data::DateTime(moment) => {
            moment.is_datetime().then(|| on("1899-12-30") + chrono::Days::new(moment.as_f64() as u64))
        }
        other => panic!("{at}: {other:?}"),
    };
    assert_eq!(
        [due("C8"), due("C9"), due("C10")],
        ["2026-11-30", "2026-12-30", "2027-02-13"].map(|day| Some(on(day)))
    );
    assert_eq!(text(&sheet, "C11"), "Bei Abnahme");
    assert_eq!(["E8", "E9", "E10", "E11"].map(|at| number(&sheet, at)), [3000.0, 6000.0, 12_000.0, 9000.0]);
    // Closed 20 cents short: nothing is open.
    assert_eq!(["F8", "G8", "H8"].map(|at| number(&sheet, at)), [2999.8, 0.2, 0.0]);
    let formulas = [
        ("D9", "E9/$B$6", 0.2),
        ("H8", "ROUND(E8-F8-G8,2)", 0.0),
        ("D12", "SUM(D8:D11)", 1.0),
        ("E12", "SUM(E8:E11)", 30_000.0),
        ("F12", "SUM(F8:F11)", 2999.8),
        ("G12", "SUM(G8:G11)", 0.2),
        ("H12", "SUM(H8:H11)", 27_000.0),
        ("E13", "ROUND($B$6-SUM(E8:E11),2)", 0.0),
    ];
    for (at, formula, result) in formulas {
        assert_eq!(sheet.formulas[at], formula, "{at}");
        assert_eq!(number(&sheet, at), result, "{at}");
    }
    assert_eq!(sheet.formulas.len(), 4 + 4 + 5 + 1);
    let sheets: Vec<(String, SheetVisible)> =
        workbook.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    assert_eq!(
        sheets,
        [("Zahlungsplan".into(), SheetVisible::Visible), ("icebreak".into(), SheetVisible::Hidden)]
    );
    // What only the seller may know is nowhere in it.
    let hidden = workbook.worksheet_range("icebreak").unwrap();
    let all = hidden.used_cells().map(|(_, _, value)| value.to_string()).collect::<Vec<_>>().join("\n");
    assert!(all.contains("40%left@bl-copy+3d") && !all.contains("50.00") && !all.contains("2999"), "{all}");
}

#[test]
fn every_language_writes_its_own_words_and_the_same_numbers() {
    let paid = part_paid();
    for language in PaperLanguage::members() {
        let bytes = written(&paid, Some(&deal(LONG, language.name(), "")), PlanFormat::Xlsx);
        let (sheet, _workbook) = open(&bytes);
        let words = language.text(icebreak::domain::deposit::DepositWord::Prepayment);
        assert_eq!(text(&sheet, "A1"), words.payment_schedule);
        assert_eq!(text(&sheet, "A6"), words.contract_total);
        assert_eq!(text(&sheet, "B12"), words.totals.total);
        assert_eq!(number(&sheet, "H12"), 27_000.0, "{language:?}");
    }
}

#[test]
fn the_word_for_the_deposit_is_the_sellers_choice() {
    let mut chosen = plan("30000.00", "USD");
    let of =
        |plan: &Plan| text(&open(&written(plan, Some(&deal("B", "zh", "CN")), PlanFormat::Xlsx)).0, "B8");
    assert!(of(&chosen).starts_with("第 1 期预付款"), "{}", of(&chosen));
    chosen.paper.deposit_word = Some(icebreak::domain::deposit::DepositWord::Earnest.into());
    assert!(of(&chosen).starts_with("第 1 期定金"), "{}", of(&chosen));
    chosen.paper.language = "pl".to_owned();
    assert!(of(&chosen).starts_with("Zaliczka") || of(&chosen).starts_with("Przedpłata"), "{}", of(&chosen));
}

#[test]
fn currencies_keep_their_digits() {
    for (total, code, sum) in [("3000001", "JPY", 3_000_001.0), ("30000.125", "KWD", 30_000.125)] {
        let (sheet, _workbook) =
            open(&written(&plan(total, code), Some(&deal("B", "en", "GB")), PlanFormat::Xlsx));
        let sums: f64 = ["E8", "E9", "E10", "E11"].iter().map(|at| number(&sheet, at)).sum();
        assert!((sums - sum).abs() < 1e-9 && (number(&sheet, "E12") - sum).abs() < 1e-9, "{code}");
    }
    let huge = plan("10000000000000.00", "USD");
    let refused = written_for(icebreak::domain::deposit::PlanReader::Buyer, &huge, None, PlanFormat::Xlsx);
    assert_eq!(refused, Err(PlanProblem::TooLargeForExcel { total: money("10000000000000.00", "USD") }));
}

#[test]
fn no_text_of_anybodys_becomes_a_formula() {
    let clean = written(&part_paid(), Some(&deal("B", "en", "GB")), PlanFormat::Xlsx);
    let formulas = open(&clean).0.formulas;
    for name in HOSTILE {
        let mut hostile = deal(name, "en", "GB");
        hostile.product = name.to_owned();
        let (sheet, _workbook) = open(&written(&part_paid(), Some(&hostile), PlanFormat::Xlsx));
        assert_eq!(sheet.formulas, formulas, "{name:?}");
        assert!(!text(&sheet, "B3").chars().any(char::is_control), "{name:?}");
    }
}

#[test]
fn the_same_plan_makes_the_same_workbook() {
    let bytes = || written(&part_paid(), Some(&deal("B", "fr", "FR")), PlanFormat::Xlsx);
    assert_eq!(bytes(), bytes());
}
