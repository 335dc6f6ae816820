//! Tables and chat texts of a plan.

use icebreak::domain::deposit::{Means, Payment, Plan, PlanFormat, PlanReader};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::buyer::schedule::{PlanPaper, Voice, chat_text};
use icebreak::text::buyer::words::PaperLanguage;

use super::workbook::open;
use super::{HOSTILE, LONG, about, deal, money, on, part_paid, plan, written, written_for};

fn chat(plan: &Plan, language: &str, country: &str) -> String {
    let deal = deal(LONG, language, country);
    let voice = Voice::of_plan(plan, Some(&deal), Language::English);
    chat_text(&PlanPaper::new(&about(plan, Some(&deal)), voice).unwrap()).replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_chat_gets_lines_without_a_table() {
    assert_eq!(
        chat(&part_paid(), "en", "GB"),
        "Payment schedule (Contract total: EUR 30,000.00)\n\
         1) EUR 3,000.00 by Mon 30 Nov 2026 (Deposit 1 of 2) – Paid\n\
         2) EUR 6,000.00 by Wed 30 Dec 2026 (Deposit 2 of 2)\n\
         3) EUR 12,000.00 – 3 days after receipt of the copy of B/L – Sat 13 Feb 2027 (Balance 1 of 2)\n\
         4) EUR 9,000.00 – on acceptance (Balance 2 of 2)\n\
         Total paid: EUR 2,999.80\n\
         Bank charges deducted (accepted): EUR 0.20\n\
         Outstanding: EUR 27,000.00\n"
    );
    let more = part_paid().with_payment(Payment::new(on("2026-12-01"), money("1000.00", "EUR")));
    let text = chat(&more, "en", "GB");
    assert!(text.contains("(Deposit 2 of 2) – Paid: EUR 1,000.00\n"), "{text}");
    let mut credit = plan("30000.00", "EUR");
    credit.terms.by = Means::LetterOfCredit;
    let text = chat(&credit, "zh", "CN");
    assert_eq!(text.lines().nth(1), Some("付款方式：即期信用证（L/C）"));
    let german = chat(&plan("30000.00", "EUR"), "de", "DE");
    assert!(
        german.contains("2) 6.000,00 EUR – Mittwoch, 30. Dezember 2026 (Anzahlung 2 von 2)\n"),
        "{german}"
    );
    let chinese = chat(&plan("30000.00", "EUR"), "zh", "CN");
    assert!(chinese.contains("，最迟2026年12月30日（周三）\n"), "{chinese}");
    for language in PaperLanguage::members() {
        let text = chat(&plan("3000001", "JPY"), language.name(), "");
        assert_eq!(text.lines().count(), 5, "{text}");
        assert!(!text.contains(['\t', '|']) && text.matches("JPY").count() == 5, "{text}");
    }
}

#[test]
fn a_table_for_programs_stays_one_in_every_language() {
    let header = "n label due amount currency share paid status upon name condition fees open by over";
    for language in PaperLanguage::members() {
        let bytes = written(&part_paid(), Some(&deal(LONG, language.name(), "")), PlanFormat::Csv);
        let table = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a BOM, by which Excel knows UTF-8");
        let mut reader = csv::Reader::from_reader(table);
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>().join(" "), header);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let machine: Vec<String> =
            rows.iter().map(|row| row.iter().take(9).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(
            machine,
            [
                "1 deposit 2026-11-30 3000.00 EUR 10.00 2999.80 paid ",
                "2 deposit 2026-12-30 6000.00 EUR 20.00 0.00 upcoming ",
                "3 balance 2027-02-13 12000.00 EUR 40.00 0.00 upcoming bl-copy",
                "4 balance  9000.00 EUR 30.00 0.00 upcoming acceptance",
            ]
        );
        let words = language.text(icebreak::domain::deposit::DepositWord::Prepayment);
        assert_eq!(rows[1][9], (words.rows.deposit_of)(2, 2));
        assert_eq!(&rows[3][10], words.milestones.acceptance.at);
        let sums: Vec<String> =
            rows.iter().map(|row| row.iter().skip(11).collect::<Vec<_>>().join(" ")).collect();
        let open = ["0.20 0.00", "0.00 6000.00", "0.00 12000.00", "0.00 9000.00"];
        assert_eq!(sums, open.map(|open| format!("{open} transfer 0.00")));
    }
}

#[test]
fn what_came_beyond_the_total_is_said_once_and_only_then() {
    let day = on("2026-12-01");
    let exact = plan("30000.00", "EUR").with_payment(Payment::new(day, money("30000.00", "EUR")));
    let over = exact.with_payment(Payment::new(day, money("12.34", "EUR")));
    for language in PaperLanguage::members() {
        let words = language.text(icebreak::domain::deposit::DepositWord::Prepayment);
        let of = |plan: &Plan| {
            let deal = deal(LONG, language.name(), "DE");
            let text = |format| String::from_utf8(written(plan, Some(&deal), format)).unwrap();
            let (sheet, _workbook) = open(&written(plan, Some(&deal), PlanFormat::Xlsx));
            let cells: Vec<String> = sheet.cells.values().map(ToString::to_string).collect();
            let chat = chat(plan, language.name(), "DE");
            (
                chat,
                text(PlanFormat::Markdown).replace(['\u{a0}', '\u{202f}'], " "),
                cells,
                text(PlanFormat::Csv),
            )
        };
        let voice = Voice::new(language.name(), None, icebreak::domain::deposit::DepositWord::Prepayment);
        let said = words.labelled(words.totals.over, &voice.money(money("12.34", "EUR")));
        let said = said.replace(['\u{a0}', '\u{202f}'], " ");
        let (chat, markdown, cells, csv) = of(&over);
        assert_eq!(chat.lines().filter(|line| *line == said).count(), 1, "{said:?} in {chat}");
        let paid = words.labelled(words.totals.paid, &voice.money(money("30012.34", "EUR")));
        assert!(chat.contains(&paid.replace(['\u{a0}', '\u{202f}'], " ")), "{paid:?} in {chat}");
        assert_eq!(markdown.lines().last(), Some(said.as_str()), "{markdown}");
        assert!(
            cells.iter().any(|cell| cell == words.totals.over) && cells.iter().any(|cell| cell == "12.34")
        );
        let ends = |csv: &str| -> Vec<String> {
            csv.lines().map(|line| line.rsplit(',').next().unwrap().to_owned()).collect()
        };
        assert_eq!(ends(&csv), ["over", "0.00", "0.00", "0.00", "12.34"], "{csv}");

        let (chat, markdown, cells, csv) = of(&exact);
        assert!(!chat.contains(words.totals.over) && !markdown.contains(words.totals.over));
        assert!(cells.iter().all(|cell| cell != words.totals.over));
        assert_eq!(ends(&csv), ["over", "0.00", "0.00", "0.00", "0.00"], "{csv}");
    }
}

#[test]
fn a_text_with_a_table_has_every_row_and_no_foreign_marks() {
    let text = String::from_utf8(written(
        &part_paid(),
        Some(&deal("A|B <x> *C*\n# D", "en", "GB")),
        PlanFormat::Markdown,
    ));
    let text = text.unwrap().replace('\u{a0}', " ");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], r"# Payment schedule PI-2607 A\|B \<x\> \*C\* \# D");
    let table = lines.iter().position(|line| line.starts_with("| No.")).unwrap();
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    assert!(lines[table..table + 7].iter().all(|line| cells(line).len() == 8), "{text}");
    assert_eq!(lines[table + 7..], ["", "Bank charges deducted (accepted): EUR 0.20"]);
    assert_eq!(
        cells(lines[table + 4]),
        [
            "3",
            "Balance 1 of 2, 3 days after receipt of the copy of B/L",
            "Sat 13 Feb 2027",
            "40%",
            "12,000.00",
            "0.00",
            "12,000.00",
            "Not yet due"
        ]
    );
    assert_eq!(cells(lines[table + 5])[2], "On acceptance");
    assert_eq!(
        cells(lines[table + 6]),
        ["", "**Total**", "", "100%", "**30,000.00**", "**2,999.80**", "**27,000.00**", ""]
    );
    for name in HOSTILE {
        let hostile = written(&part_paid(), Some(&deal(name, "fr", "FR")), PlanFormat::Markdown);
        assert_eq!(String::from_utf8(hostile).unwrap().lines().count(), lines.len(), "{name:?}");
    }
}

#[test]
fn a_long_name_does_not_push_out_what_a_file_is_about() {
    let name = |company: &str, language: &str| {
        let deal = deal(company, language, "");
        written_for(PlanReader::Buyer, &part_paid(), Some(&deal), PlanFormat::Xlsx).unwrap().name
    };
    assert_eq!(name("Müller & Söhne GmbH", "en"), "Müller & Söhne GmbH PI-2607 Payment schedule.xlsx");
    assert_eq!(name(LONG, "de"), format!("{LONG} PI-2607 Zahlungsplan.xlsx"));
    let chinese = name(&"深".repeat(60), "zh");
    assert!(chinese.ends_with(" PI-2607 付款计划.xlsx") && chinese.len() < 160, "{chinese}");
    for hostile in HOSTILE {
        let name = name(hostile, "en");
        assert!(
            !name.contains(['/', '\\', '|', '<', '>', '*', '"', '\n', '\r', '\0', '\u{202e}']),
            "{name:?}"
        );
    }
    let alone = written_for(PlanReader::Buyer, &part_paid(), None, PlanFormat::Csv).unwrap().name;
    assert_eq!(alone, "Payment schedule.csv");
}
