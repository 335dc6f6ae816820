//! The two case files, and tables as Excel, CRMs and people write them.

use super::*;
use icebreak::domain::deal::Stage;
use icebreak::domain::import::DealColumn;
use icebreak::domain::names::Named as _;
use icebreak::exchange::deals_in::columns::{column_named, synonyms};
use icebreak::exchange::deals_in::synonyms::{language_from, stage_from};
use icebreak::text::window::import::column_name;
use icebreak::text::{CHINESE, ENGLISH, Language};

#[test]
fn reads_the_english_case() {
    let plan = plan(&Document::default(), EN).unwrap();
    assert_eq!((plan.read, counts(&plan)), (9, (8, 0, 0, 1)));
    assert_eq!(skipped(&plan), [(9, "amount")]);
    assert_eq!(plan.skipped[0].flaw.to_string(), "\"12,5,0\" is not an amount");
    let warned = read_deals_from(EN).unwrap().warned;
    assert_eq!(
        (warned[0].row, warned[0].flaw.to_string()),
        (10, "\"2026-02-30\" is not a date for last_inbound; write YYYY-MM-DD".to_owned())
    );
    let first = &plan.deals[0];
    assert_eq!(first.buyer.company, "Müller & Söhne GmbH");
    assert_eq!(first.buyer.country.unwrap().code(), "DE");
    assert_eq!((&*first.buyer.city, &*first.buyer.language), ("Hamburg", "de"));
    assert_eq!((&*first.product, &*first.agreed.quantity), ("LED panels 600×600", "500 pcs"));
    let money = first.agreed.money().unwrap();
    assert_eq!((money.currency().code(), money.to_string()), ("EUR", "30000.00".to_owned()));
    assert_eq!((&*first.agreed.pi, first.stage.as_str()), ("PI-2607", "terms"));
    assert_eq!(first.summary.last_inbound, Some(day("2026-10-29")));
    assert_eq!(first.summary.last_outbound, Some(day("2026-11-12")));
    assert_eq!(first.summary.waiting_since, Some(day("2026-11-09")));
    assert_eq!(first.summary.unanswered, Some(2));
    assert_eq!(first.agreed.valid_until, Some(day("2026-12-15")));
    assert_eq!(first.agreed.ship_by, Some(day("2027-01-22")));
    assert_eq!((&*first.agreed.incoterm, &*first.agreed.payment_terms), ("FOB Ningbo", "30/70 T/T"));
    assert_eq!(first.notes, "Committee meets on Thursdays; asked about 5-year warranty");
    assert_eq!(first.tags, ["canton-fair", "priority"]);
    let contact = first.contact().unwrap();
    assert_eq!((&*contact.name, &*contact.email), ("Anna Schmidt", "a.schmidt@mueller.example"));
    assert_eq!(plan.deals[1].agreed.quantity, "12,000 m");
    assert_eq!(plan.deals[6].buyer.company, "=HYPERLINK(\"http://x.example\")");
    assert_eq!((&*plan.deals[6].product, &*plan.deals[6].notes), ("+1+1", "@SUM(A1)"));
}

#[test]
fn reads_the_chinese_case() {
    let plan = plan(&Document::default(), ZH).unwrap();
    assert_eq!((plan.read, counts(&plan)), (3, (3, 0, 0, 0)));
    let told: Vec<_> = plan
        .deals
        .iter()
        .map(|deal| {
            let (country, stage) = (deal.buyer.country.unwrap(), deal.stage.as_str());
            let money = deal.agreed.money().unwrap();
            format!(
                "{} {} {stage} {} {money} {:?} {:?} {:?}",
                deal.buyer.company,
                country.code(),
                money.currency().code(),
                deal.summary.last_inbound.unwrap(),
                deal.summary.last_outbound.unwrap(),
                deal.summary.unanswered.unwrap()
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "越南海防贸易公司 VN terms USD 72000.00 2026-10-20 2026-11-15 3",
            "莫斯科工业贸易 RU negotiation CNY 158000.00 2026-11-03 2026-11-10 1",
            "墨西哥城建材 MX deposit USD 25300.80 2026-10-30 2026-11-16 2",
        ]
    );
    assert_eq!(plan.deals[0].notes, "首单;担心质保");
}

#[test]
fn both_cases_import_again_unchanged() {
    for (file, good, bad) in [(EN, 8, 1), (ZH, 3, 0)] {
        let document = imported(file);
        let again = plan(&document, file).unwrap();
        assert_eq!(counts(&again), (0, 0, good, bad));
        assert!(again.deals.is_empty());
    }
}

#[test]
fn reads_every_encoding_separator_and_line_end() {
    let utf16 = |text: &str, bom: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        bom.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    let text = "公司,产品\r\nMüller,瓷砖\r\n";
    for bytes in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        utf16(text, [0xff, 0xfe], u16::to_le_bytes),
        utf16(text, [0xfe, 0xff], u16::to_be_bytes),
        text.replace(',', ";").into_bytes(),
        text.replace(',', "\t").into_bytes(),
        text.replace("\r\n", "\n").into_bytes(),
        text.replace("\r\n", "\r").into_bytes(),
        text.trim_end().as_bytes().to_vec(),
        format!("sep=;\r\n{}", text.replace(',', ";")).into_bytes(),
    ] {
        let document = imported(&bytes);
        let deal = deals(&document)[0];
        assert_eq!((&*deal.buyer.company, &*deal.product), ("Müller", "瓷砖"), "{bytes:?}");
        assert_eq!(document.deals.len(), 1);
    }
}

#[test]
fn numbers_rows_as_the_sheet_shows_them() {
    let check = |text: &str, expected: &[(u32, &str)]| {
        assert_eq!(skipped(&plan(&Document::default(), text.as_bytes()).unwrap()), expected, "{text:?}");
    };
    check("buyer,amount\nA,x\nB,1\nC,y\n", &[(2, "amount"), (4, "amount")]);
    // Blank rows count, rows of separators alone are blank, and a line end inside quotation marks is no row.
    check("buyer,amount\n\nA,x\n,\n\n\nB,y\n", &[(3, "amount"), (7, "amount")]);
    check("buyer,amount\r\n\r\nA,x\r\n\r\nB,y", &[(3, "amount"), (5, "amount")]);
    check("buyer,notes,amount\nA,\"one\n\ntwo\",x\nB,,y\n", &[(2, "amount"), (3, "amount")]);
    check("buyer,amount\nA,1,2\n,5\n", &[(2, "ragged"), (3, "buyer")]);
}

#[test]
fn missing_cells_at_the_end_are_empty() {
    let document = imported(b"buyer,product,notes\nAcme\nBeta,Tiles\n");
    assert_eq!(document.deals.len(), 2);
}

#[test]
fn refuses_whole_files_with_the_reason() {
    let check = |bytes: &[u8], expected: &str| {
        let problem = read_deals_from(bytes).unwrap_err().to_string();
        assert!(problem.starts_with(expected), "{problem}");
    };
    check(b"", "the file holds no table");
    check(b"\n\n", "the file holds no table");
    check(b"a,b\n1,2\n", "no column is named \"buyer\"");
    check(b"Company,Client\nA,B\n", "the columns \"Company\" and \"Client\" both mean \"buyer\"");
    check(b"buyer\nA\0B\n", "the file is not text");
    check(b"buyer\n\xff\xff\xff\n", "the encoding of the text is in doubt");
    check(b"buyer,notes\nA,ok\nB,\"never closed\nC,x\n", "a quotation mark in row 3 is never closed");
    check(b"%PDF-1.7", "this is a PDF");
    check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "the workbook is damaged");
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    check(&locked, "the workbook is protected by a password");
}

#[test]
fn knows_headers_in_both_languages() {
    let check =
        |header: &str, expected: Option<DealColumn>| assert_eq!(column_named(header), expected, "{header}");
    for buyer in [
        "buyer",
        "BUYER",
        " Company ",
        "Client",
        "customer_name",
        "客户",
        "客户公司",
        "公司",
        "买家",
        "Ｃｏｍｐａｎｙ",
    ] {
        check(buyer, Some(DealColumn::Buyer));
    }
    check("E-mail", Some(DealColumn::Email));
    check("邮箱", Some(DealColumn::Email));
    check("PI No.", Some(DealColumn::Pi));
    check("形式发票号", Some(DealColumn::Pi));
    check("最后回复", Some(DealColumn::LastInbound));
    check("客户最后回复", Some(DealColumn::LastInbound));
    check("我方最后联系", Some(DealColumn::LastOutbound));
    check("Last_outbound", Some(DealColumn::LastOutbound));
    check("Waiting since", Some(DealColumn::WaitingSince));
    check("未回复次数", Some(DealColumn::Unanswered));
    check("交货期", Some(DealColumn::ShipBy));
    check("金额（USD）", Some(DealColumn::Amount));
    check("Amount (USD)", Some(DealColumn::Amount));
    check("Favourite colour", None);
    check("", None);
}

#[test]
fn every_header_means_one_column_only() {
    for (column, name) in synonyms() {
        assert_eq!(column_named(name), Some(column), "{name}");
    }
    for column in DealColumn::members() {
        for language in Language::members() {
            let name = column_name(column, language);
            assert_eq!(column_named(name), Some(column), "{name}");
        }
        assert!(synonyms().filter(|(known, _)| *known == column).count() > 4, "{column:?}");
    }
    let lines = include_str!("../../../assets/import/headers.txt").lines().count();
    assert_eq!(lines, DealColumn::members().count());
}

#[test]
fn knows_stages_languages_and_countries_in_both_languages() {
    for (text, stage) in [
        ("Quoted", "quoted"),
        ("谈判", "negotiation"),
        ("条款", "terms"),
        ("定金", "deposit"),
        ("报价", "quoted"),
        ("样品", "sample"),
        ("询盘", "inquiry"),
        ("生产", "production"),
        ("已发货", "shipped"),
        ("成交", "won"),
        ("丢单", "lost"),
        ("Closed Won", "won"),
        ("in production", "production"),
    ] {
        assert_eq!(stage_from(text).map(icebreak::domain::names::Named::name), Some(stage), "{text}");
    }
    assert_eq!(stage_from("somewhere"), None);
    for stage in Stage::members() {
        // As the interface names them, which is what a refusal asks for.
        for text in [&ENGLISH, &CHINESE] {
            let name = (text.list.stage_name)(stage);
            assert_eq!(stage_from(name), Some(stage), "{name}");
        }
    }
    for (text, tag) in [
        ("de", "de"),
        ("DE", "de"),
        ("German", "de"),
        ("德语", "de"),
        ("pt_br", "pt-BR"),
        ("zh-hans", "zh-Hans"),
        ("Chinese", "zh"),
        ("西班牙语", "es"),
    ] {
        assert_eq!(language_from(text).as_deref(), Some(tag), "{text}");
    }
    assert_eq!(language_from("gibberish words"), None);
    for (text, code) in [("Germany", "DE"), ("PE", "PE"), ("越南", "VN"), ("俄罗斯", "RU"), ("墨西哥", "MX")]
    {
        assert_eq!(icebreak::assets::countries::find(text).unwrap().country.code(), code, "{text}");
    }
    assert!(icebreak::assets::countries::find("Atlantis").is_none());
    assert!(icebreak::assets::countries::find("QQ").is_none());
}

fn outside(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/outside/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn countries_of(plan: &ImportPlan) -> Vec<(String, Option<&str>)> {
    let country = |deal: &Deal| {
        deal.buyer.country.map(|country| match country.code() {
            "HK" => "HK",
            "KW" => "KW",
            "NA" => "NA",
            "XK" => "XK",
            _other => "another",
        })
    };
    plan.deals.iter().map(|deal| (deal.buyer.company.clone(), country(deal))).collect()
}

#[test]
fn what_is_no_country_never_becomes_one() {
    let read = plan(&Document::default(), &outside("42-country-na.csv")).unwrap();
    let named: Vec<_> = countries_of(&read).into_iter().filter(|(_, country)| country.is_some()).collect();
    assert_eq!(named, [("Gamma".to_owned(), Some("NA"))]);
    let read = plan(&Document::default(), &outside("countries.xlsx")).unwrap();
    let codes: Vec<_> = countries_of(&read).into_iter().map(|(_, country)| country).collect();
    assert_eq!(codes, [Some("HK"), Some("XK"), Some("KW")]);
}
