//! A table read as a person decides: what is guessed, what is asked, and what an import would do.

use super::*;
use icebreak::domain::import::preview::{ImportPreview, preview};
use icebreak::domain::import::reading::{DayFact, Evidence, SignFact, TableReading, Use};
use icebreak::domain::import::warning::Warning;
use icebreak::domain::import::{DealColumn, Fate};
use icebreak::domain::money::Currency;
use icebreak::domain::typed::amount::{DigitSign, SignMeans};
use icebreak::domain::typed::date::DayOrder;
use icebreak::exchange::deals_in::columns::{column_named, names_no_writer};
use icebreak::exchange::deals_in::reading::{guess, read, without_writer};
use icebreak::exchange::deals_in::table::SheetTable;
use icebreak::exchange::open::read_table;

fn table(text: &str) -> SheetTable {
    read_table(text.as_bytes()).unwrap()
}

fn shown(document: &Document, table: &SheetTable, reading: &TableReading) -> ImportPreview {
    let mut next = 0;
    let new_id = || {
        next += 1;
        DealId::new(format!("new{next}"))
    };
    let shown = preview(document, read(table, reading, day("2026-11-22")), reading, new_id);
    let plan = &shown.plan;
    let counted = plan.added + plan.updated + plan.unchanged + plan.skipped.len() + shown.waiting.len();
    assert_eq!(plan.read, counted, "every row is counted once");
    shown
}

fn first(text: &str) -> (SheetTable, TableReading, ImportPreview) {
    let table = table(text);
    let reading = guess(&table);
    let shown = shown(&Document::default(), &table, &reading);
    (table, reading, shown)
}

#[test]
fn headers_are_guessed_but_who_wrote_is_asked() {
    let uses = |header: &str| guess(&table(header)).columns;
    assert_eq!(
        uses("Company,Client,Colour,Amount\n"),
        [Use::As(DealColumn::Buyer), Use::LeftOut, Use::LeftOut, Use::As(DealColumn::Amount)]
    );
    for header in
        ["最近联系时间", "Last contact", "最后联系", "跟进时间", "last_contact (UTC)", "LAST FOLLOW-UP"]
    {
        assert_eq!(uses(&format!("buyer,{header}\n"))[1], Use::WhoWrote, "{header}");
        assert_eq!(without_writer(&table(&format!("buyer,{header}\n"))), [1]);
    }
    for header in ["最后回复", "我方最后联系", "last sent", "客户最后来信", "last_outbound", "last_inbound"]
    {
        assert!(!names_no_writer(header) && column_named(header).is_some(), "{header}");
    }
    let taken = guess(&table("Company,Client\n")).with(1, Use::As(DealColumn::Buyer));
    assert_eq!(taken.columns, [Use::LeftOut, Use::As(DealColumn::Buyer)]);
}

#[test]
fn a_column_of_contacts_is_kept_in_the_notes_until_somebody_says_whose() {
    let (table, reading, shown_first) = first("buyer,Last contact\nAcme,2026-11-03\n");
    assert_eq!((shown_first.plan.added, shown_first.waiting.len()), (1, 0));
    assert_eq!(shown_first.plan.deals[0].summary, Default::default());
    assert_eq!(shown_first.plan.deals[0].notes, "Last contact: 2026-11-03");
    let answered = |column| {
        let reading = reading.clone().with(1, Use::As(column));
        shown(&Document::default(), &table, &reading).plan.deals[0].summary.clone()
    };
    assert_eq!(answered(DealColumn::LastInbound).last_inbound, Some(day("2026-11-03")));
    assert_eq!(answered(DealColumn::LastOutbound).last_outbound, Some(day("2026-11-03")));
}

#[test]
fn a_table_without_a_buyer_column_waits_for_one() {
    let (table, reading, shown_first) = first("Whom,What\nAcme,Tiles\n");
    assert_eq!((shown_first.plan.added, shown_first.plan.skipped.len()), (0, 1));
    let reading = reading.with(0, Use::As(DealColumn::Buyer));
    assert_eq!(shown(&Document::default(), &table, &reading).plan.added, 1);
}

#[test]
fn the_order_of_days_is_known_asked_or_told() {
    let file = |dates: &str| {
        let rows: String = dates.split(' ').map(|date| format!("B{date},{date}\n")).collect();
        format!("buyer,ship_by\n{rows}")
    };
    // Known by a part above 12, from wherever in the column.
    let (_, _, known) = first(&file("03/11/2026 25/12/2026"));
    assert_eq!(known.evidence.dates[0].fact, DayFact::Known(DayOrder::DayFirst));
    assert_eq!(known.evidence.dates[0].example, "25/12/2026");
    assert_eq!((known.plan.added, known.waiting.len()), (2, 0));
    let (_, _, known) = first(&file("3.11.2026 12-25-2026"));
    assert_eq!(known.evidence.dates[0].fact, DayFact::Known(DayOrder::MonthFirst));
    // Asked where nothing tells, or where two dates tell the opposite.
    let (table, reading, open) = first(&file("03/11/2026 2026-05-05 soon"));
    let fact = DayFact::Open { day_first: day("2026-11-03"), month_first: day("2026-03-11") };
    assert_eq!(open.evidence.dates[0].fact, fact);
    assert_eq!((open.plan.added, open.waiting.len(), open.warned.len()), (2, 1, 1));
    assert_eq!((open.warned[0].row, open.warned[0].flaw.text()), (4, "soon"));
    let answered = TableReading { day_order: Some(DayOrder::DayFirst), ..reading.clone() };
    let answered = shown(&Document::default(), &table, &answered);
    assert_eq!((answered.plan.added, answered.waiting.len()), (3, 0));
    assert_eq!(answered.plan.deals[0].agreed.ship_by, Some(day("2026-11-03")));
    let answered = TableReading { day_order: Some(DayOrder::MonthFirst), ..reading };
    let answered = shown(&Document::default(), &table, &answered);
    assert_eq!(answered.plan.deals[0].agreed.ship_by, Some(day("2026-03-11")));
    let (_, _, both) = first(&file("25/12/2026 12/25/2026 03/11/2026"));
    assert!(matches!(both.evidence.dates[0].fact, DayFact::Open { .. }));
    assert_eq!((both.plan.added, both.waiting.len()), (2, 1));
    // A day that is also its month needs no question; a year of two digits may stand in front.
    assert_eq!(first(&file("05/05/2026")).2.evidence, Evidence::default());
    let (table, reading, short) = first(&file("26/11/03 03/11/26"));
    assert_eq!((short.plan.added, short.waiting.len()), (0, 2));
    let answered = TableReading { day_order: Some(DayOrder::DayFirst), ..reading };
    let answered = shown(&Document::default(), &table, &answered);
    assert_eq!((answered.warned.len(), answered.warned[0].row, answered.plan.added), (1, 2, 2));
    assert_eq!(answered.plan.deals[0].agreed.ship_by, None);
    assert_eq!(answered.plan.deals[1].agreed.ship_by, Some(day("2026-11-03")));
    assert_eq!(first(&file("99/99/2026")).2.warned.len(), 1);
}

#[test]
fn what_a_sign_in_an_amount_means_is_known_asked_or_told() {
    let check = |rows: &str, answers: &[(DigitSign, SignMeans)], expected: &[&str], waiting: usize| {
        let numbered: String = rows.lines().enumerate().map(|(n, row)| format!("B{n},{row}\n")).collect();
        let table = table(&format!("buyer,currency,amount\n{numbered}"));
        let mut reading = guess(&table);
        for (sign, means) in answers {
            reading.signs = reading.signs.with(*sign, *means);
        }
        let shown = shown(&Document::default(), &table, &reading);
        let amounts = shown.plan.deals.iter().map(|deal| deal.agreed.amount.unwrap().normalize().to_string());
        assert_eq!(
            (amounts.collect::<Vec<_>>(), shown.waiting.len()),
            (expected.iter().map(|n| (*n).to_owned()).collect(), waiting),
            "{rows}"
        );
        shown
    };
    use DigitSign::{Comma, Point};
    use SignMeans::{Decimals, Thousands};
    // Nothing is in doubt.
    check("USD,\"30,000\"\nEUR,500.5", &[], &["30000", "500.5"], 0);
    // Nothing tells: all of them wait.
    let open = check("KWD,\"12,500\"\nEUR,30.000\n,\"30,000\"\nKWD,12.500", &[], &[], 4);
    let signs: Vec<DigitSign> = open.evidence.open_signs().map(|amounts| amounts.sign).collect();
    assert_eq!(signs, [Point, Comma]);
    let thirty = SignFact::Open { decimals: "30".parse().unwrap(), thousands: "30000".parse().unwrap() };
    assert_eq!(open.evidence.amounts[0].fact, thirty);
    check("EUR,30.000\nKWD,\"12,500\"", &[(Point, Thousands)], &["30000"], 1);
    check("EUR,30.000\nKWD,\"12,500\"", &[(Point, Thousands), (Comma, Decimals)], &["30000", "12.5"], 0);
    check("EUR,30.000", &[(Point, Decimals)], &["30"], 0);
    // Another amount of the column settles it, and that is said.
    let known = check("KWD,\"12,500\"\nKWD,\"1,250.750\"", &[], &["12500", "1250.75"], 0);
    assert_eq!(known.evidence.amounts[0].fact, SignFact::Known { decimals: Point });
    check("EUR,30.000\nEUR,\"12,50\"", &[], &["30000", "12.5"], 0);
    // Nobody writes three decimals of a euro: the column has two hands, so it is asked.
    check("EUR,30.000\nUSD,18450.50", &[], &["18450.5"], 1);
    // Two amounts that contradict each other settle nothing.
    check("KWD,12.500\nKWD,\"1,5\"\nKWD,1.25", &[], &["1.5", "1.25"], 1);
}

#[test]
fn our_own_files_are_never_asked_about() {
    let mut deal = Deal::new(DealId::new("1"), "Gulf Traders");
    deal.agreed.currency = Currency::from_code("KWD");
    deal.agreed.amount = Some("12.5".parse().unwrap());
    deal.summary.last_outbound = Some(day("2026-11-03"));
    let mut document = Document::default();
    document.deals.insert(deal.id.clone(), Arc::new(deal.clone()));
    for write in deals_out::WRITERS {
        let table = read_table(&write(&[&deal]).unwrap()).unwrap();
        let shown = shown(&document, &table, &guess(&table));
        assert_eq!((shown.plan.unchanged, shown.plan.read, shown.waiting.len()), (1, 1, 0));
        assert_eq!(shown.evidence, Evidence::default());
        assert!(without_writer(&table).is_empty() && shown.warnings.is_empty());
    }
}

#[test]
fn the_first_rows_show_what_is_read_and_what_is_not() {
    let (_, _, shown) =
        first("buyer,currency,amount,stage\nAcme,EUR,30.000,nowhere\nBeta,USD,5,quoted\n,USD,6,\n");
    let fates: Vec<Fate> = shown.lines.iter().map(|line| line.fate).collect();
    // A stage that is none costs no row, so an answer about the amount brings it in.
    assert_eq!(fates, [Fate::Waiting, Fate::Added, Fate::Skipped]);
    let flawed: Vec<_> = shown.lines[0].flaws.iter().map(|flaw| (flaw.column(), flaw.text())).collect();
    assert_eq!(flawed, [(Some(DealColumn::Stage), "nowhere"), (Some(DealColumn::Amount), "30.000")]);
    assert_eq!(shown.lines[0].row.buyer, "Acme");
    assert_eq!(skipped(&shown.plan), [(4, "buyer")]);
}

#[test]
fn possible_duplicates_are_named() {
    let document =
        imported("buyer,product,pi\nMüller GmbH,Lamps,PI-1\nAcme,Tiles,\nAcme,Bricks,\n".as_bytes());
    let warned = |rows: &str| {
        let table = table(&format!("buyer,product,pi,email\n{rows}"));
        shown(&document, &table, &guess(&table)).warnings
    };
    let name = |text: &str| text.to_owned();
    assert_eq!(warned("Acme,Tiles,,\nOther,Tiles,,"), []);
    assert_eq!(
        warned("Acme,Cups,,"),
        [Warning::Beside {
            row: 2,
            buyer: name("Acme"),
            product: name("Cups"),
            deals: 2,
            known: name("Tiles")
        }]
    );
    let beside = Warning::Beside {
        row: 2,
        buyer: name("Müller GmbH"),
        product: name("Lamps"),
        deals: 1,
        known: name("Lamps"),
    };
    assert_eq!(warned("Müller GmbH,Lamps,PI-2,"), [beside]);
    assert_eq!(
        warned("New Co,Cups,,\nNew Co,Cups,,x@y.example"),
        [Warning::SameDeal { row: 3, earlier: 2, buyer: name("New Co") }]
    );
    for other in ["Mueller GmbH & Co. KG", "MÜLLER G.m.b.H.", "Muller Ltd", "müller", "Müller  GMBH."] {
        let alike = Warning::Alike { row: 2, buyer: name(other), other: name("Müller GmbH") };
        assert_eq!(warned(&format!("{other},Cups,,")), [alike], "{other}");
    }
    for other in ["Miller GmbH", "Müller Söhne GmbH", "GmbH", "Möller GmbH"] {
        assert_eq!(warned(&format!("{other},Cups,,")), [], "{other}");
    }
    // Told once, not for each row of the same spelling; among the rows of the file as well.
    assert_eq!(warned("宁波光明有限公司,A,,\n宁波光明,B,,\n宁波光明,C,,").len(), 1);
    let hidden = Warning::HiddenSigns { row: 2, buyer: name("Other") };
    assert_eq!(warned("Other,Cups,,ann\u{200b}@x.example"), std::slice::from_ref(&hidden));
    assert_eq!(warned("Other,Cups,,\u{202e}ann@x.example"), [hidden]);
}

#[test]
fn a_withdrawn_currency_is_taken_and_told() {
    let table = table("buyer,amount,currency\nSofia Ltd,100,BGN\nVarna Ltd,100,EUR\n");
    let shown = shown(&Document::default(), &table, &guess(&table));
    let [old, new] = ["BGN", "EUR"].map(|code| Currency::from_code(code).unwrap());
    let told = Warning::WithdrawnCurrency { row: 2, buyer: "Sofia Ltd".to_owned(), old, new };
    assert_eq!(shown.warnings, [told]);
    assert_eq!(shown.plan.added, 2);
}
