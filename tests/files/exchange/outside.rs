//! Lists as real programs and people leave them: each reads as its author meant it, or is said.

use std::path::Path;

use super::command::{answered, refused};
use super::*;
use icebreak::domain::files::source::SourceChoice;
use icebreak::domain::import::problem::WarnedRow;
use icebreak::exchange::read_deals_as;
use serde_json::{Value, json};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new("tests/fixtures/outside").join(name)).unwrap()
}

pub(super) struct Taken {
    pub plan: ImportPlan,
    pub warned: Vec<WarnedRow>,
}

pub(super) fn take(bytes: &[u8]) -> Taken {
    let read = read_deals_as(bytes, &SourceChoice::default(), Some(day("2026-11-30"))).unwrap();
    let mut next = 0;
    let plan = plan_import(&Document::default(), read.rows, || {
        next += 1;
        DealId::new(format!("{next:06}"))
    });
    Taken { plan, warned: read.warned }
}

impl Taken {
    pub(super) fn deal(&self, buyer: &str) -> &Deal {
        self.plan.deals.iter().find(|deal| deal.buyer.company == buyer).unwrap_or_else(|| panic!("{buyer}"))
    }

    pub(super) fn said(&self, row: u32) -> Vec<&'static str> {
        self.warned.iter().filter(|warned| warned.row == row).map(|warned| warned.flaw.code()).collect()
    }

    pub(super) fn money(&self, buyer: &str) -> String {
        let agreed = &self.deal(buyer).agreed;
        let amount = agreed.amount.map_or("-".to_owned(), |amount| amount.normalize().to_string());
        let currency = agreed.currency.map_or("", |currency| currency.code());
        format!("{amount} {currency}").trim().to_owned()
    }
}

#[test]
fn totals_and_remarks_are_no_deals() {
    for name in ["09-total-row.csv", "09b-total-row-zh.csv"] {
        let taken = take(&fixture(name));
        assert_eq!((taken.plan.added, skipped(&taken.plan)), (2, vec![(4, "no-deal")]), "{name}");
    }
    let taken = take(&fixture("total-row-zh.xlsx"));
    assert_eq!((taken.plan.added, skipped(&taken.plan)), (3, vec![(5, "no-deal")]));
    for row in [
        "Total,,12900,USD",
        "Grand total,,12900,USD",
        "合计：,,12900,",
        "小计(USD),,5,",
        "Sub-total,,5,",
        "Total USD,,5,",
        "Summe,,5,",
        "Итого:,,5,",
        "合計,,5,",
        "备注：红色为重点客户,,,",
        "制表人：李伟,,,",
        "Prepared by: Wang Min,,,",
        "buyer,product,amount,currency",
        "本页合计,,5,",
        "TOTAL:,,5,USD",
    ] {
        let taken = take(format!("buyer,product,amount,currency\nAlfa,lamps,5,USD\n{row}\n").as_bytes());
        assert_eq!((taken.plan.added, skipped(&taken.plan)), (1, vec![(3, "no-deal")]), "{row}");
    }
    // Companies may have such names.
    for row in [
        "Total Energies SA,,5,USD",
        "Totalco,,5,USD",
        "Total,pumps,5,USD",
        "Sumitomo,,5,USD",
        "Page One Ltd,,,",
    ] {
        let taken = take(format!("buyer,product,amount,currency\n{row}\n").as_bytes());
        assert_eq!(taken.plan.added, 1, "{row}");
    }
}

#[test]
fn a_word_for_nothing_is_no_pi_number() {
    let taken = take(&fixture("41-pi-placeholder.csv"));
    assert_eq!(taken.plan.added, 3);
    assert!(taken.plan.deals.iter().all(|deal| deal.agreed.pi.is_empty()));
    for word in ["-", "TBD", "待定", "无", "N/A", "n.a.", "——", "tbc", "None", "暂无", "/", "待确认"]
    {
        let text = format!("buyer,product,pi\nAlfa,lamps,{word}\nBeta,lamps,{word}\n");
        let taken = take(text.as_bytes());
        assert_eq!((taken.plan.added, taken.warned), (2, vec![]), "{word}");
    }
    // A document of an earlier version may hold such a number.
    let mut deal = Deal::new(DealId::new("old"), "Alfa");
    deal.agreed.pi = "N/A".into();
    let mut document = Document::default();
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    assert_eq!(counts(&plan(&document, b"buyer,pi\nBeta,N/A\n").unwrap()), (1, 0, 0, 0));
}

#[test]
fn a_word_for_nothing_costs_no_row() {
    let taken = take(&fixture("40-placeholder-dates.csv"));
    assert_eq!((taken.plan.added, taken.plan.skipped.len(), taken.warned), (21, 0, vec![]));
    assert!(taken.plan.deals.iter().all(|deal| deal.agreed.valid_until.is_none()));
    for column in [
        "amount",
        "currency",
        "country",
        "language",
        "stage",
        "email",
        "unanswered",
        "ship_by",
        "phone",
        "last_inbound",
    ] {
        for word in ["-", "N/A", "无", "待定", "TBD", "—", "?", "null", "#N/A"] {
            let taken = take(format!("buyer,{column}\nAlfa,{word}\n").as_bytes());
            assert_eq!((taken.plan.added, taken.warned), (1, vec![]), "{column} {word}");
        }
    }
    assert_eq!(take("buyer,amount\nAlfa,$ -\n".as_bytes()).money("Alfa"), "-");
}

#[test]
fn lost_digits_are_said_and_never_unite_deals() {
    let taken = take(&fixture("21-scientific.csv"));
    assert_eq!((taken.plan.added, skipped(&taken.plan)), (0, vec![(2, "digits"), (3, "digits")]));
    for pi in ["2.02611E+11", "2,02611E+11", "2E+11", "1234567890123450000", "3-Nov", "Nov-26", "11月3日"] {
        let taken = take(format!("buyer,pi\nAlfa,\"{pi}\"\nBeta,\"{pi}\"\n").as_bytes());
        assert_eq!((taken.plan.added, taken.plan.skipped.len()), (0, 2), "{pi}");
    }
    for pi in ["20261103", "PI-3E5", "2E5", "3E+X", "12-34", "NOV-7-A", "202611000012"] {
        assert_eq!(take(format!("buyer,pi\nAlfa,{pi}\n").as_bytes()).deal("Alfa").agreed.pi, pi);
    }
    // A phone number alone does not cost the row.
    let taken = take(b"buyer,phone\nAlfa,8.61381E+12\n");
    assert_eq!((taken.plan.added, taken.said(2)), (1, vec!["digits"]));
    assert_eq!(taken.deal("Alfa").notes, "phone: 8.61381E+12");
    assert!(taken.deal("Alfa").contacts.is_empty());
}

#[test]
fn spreadsheet_idioms_mean_their_text() {
    let taken = take(&fixture("24-text-idioms.csv"));
    let read: Vec<_> =
        taken.plan.deals.iter().map(|deal| (&*deal.contacts[0].phone, &*deal.agreed.pi)).collect();
    assert_eq!(read, [("0086574555501", "00712"), ("008657", "0713"), ("008657", "0714")]);
    let taken = take(&fixture("own-csv-saved-as-workbook.xlsx"));
    let deal = taken.deal("Muster GmbH");
    assert_eq!((&*deal.contacts[0].phone, &*deal.product), ("+49 40 555 0100", "=Formula"));
}

#[test]
fn a_unit_in_the_header_counts() {
    assert_eq!(take(&fixture("32-wan-yuan.csv")).money("甲公司"), "355000 CNY");
    for (header, cell, money) in [
        ("金额(万元)", "35.5", "355000 CNY"),
        ("金额（万美元）", "3", "30000 USD"),
        ("金额/万元", "3", "30000 CNY"),
        ("金额 万", "3", "30000"),
        ("合同金额(千元)", "3", "3000 CNY"),
        ("Amount (k USD)", "12.5", "12500 USD"),
        ("Amount ('000)", "12.5", "12500"),
        ("Amount (USD '000)", "12.5", "12500 USD"),
        ("Amount in thousands", "12.5", "12500"),
        ("Amount (w)", "1.2", "12000"),
        ("Total (k€)", "12.5", "12500 EUR"),
        ("Amount USD", "12.50", "12.5 USD"),
        ("USD Amount", "12.50", "12.5 USD"),
        ("amount_eur", "12.50", "12.5 EUR"),
        ("金额（美元）", "12.5", "12.5 USD"),
        ("金额(USD)", "12.5", "12.5 USD"),
        ("总金额：人民币", "12.5", "12.5 CNY"),
        ("Amount (excl. VAT)", "12.5", "12.5"),
    ] {
        assert_eq!(take(format!("buyer,{header}\nA,{cell}\n").as_bytes()).money("A"), money, "{header}");
    }
    let pieces = take(b"buyer,amount (pcs)\nA,500\n");
    assert_eq!((pieces.money("A"), &*pieces.deal("A").agreed.quantity), ("-".to_owned(), "500"));
    let differs = take("buyer,Amount (USD),currency\nA,5,EUR\nB,5,USD\n".as_bytes());
    assert_eq!((skipped(&differs.plan), differs.money("B")), (vec![(2, "currency")], "5 USD".to_owned()));
    let taken = take(&fixture("amount-usd-in-header.xlsx"));
    assert_eq!(
        (taken.money("Müller GmbH"), taken.money("東京商事株式会社")),
        ("30000.5 USD".into(), "1234567 USD".into())
    );
}

#[test]
fn amounts_are_read_with_the_currency_beside_them() {
    let taken = take(&fixture("33-currency-in-cell.csv"));
    for (buyer, money) in [
        ("A", "30000 USD"),
        ("B", "30000 EUR"),
        ("C", "30000 EUR"),
        ("D", "3000"),
        ("E", "3000 CNY"),
        ("F", "200 CNY"),
    ] {
        assert_eq!(taken.money(buyer), money, "{buyer}");
    }
    assert_eq!((taken.said(5), &*taken.deal("D").notes), (vec!["currency"], "amount: ¥3000"));
    for (cell, money) in [
        ("1.2万", "12000"),
        ("3.5万美金", "35000 USD"),
        ("USD12.5K", "12500 USD"),
        ("15800美元", "15800 USD"),
        ("$8,400.50", "8400.5"),
        ("￥158,000", "158000"),
        ("EUR 30.000,00", "30000 EUR"),
        ("约2万", "20000"),
        ("≈30000", "30000"),
        ("30000+", "30000"),
        ("approx. 30k USD", "30000 USD"),
        ("HK$5,000", "5000 HKD"),
        ("5000 AED", "5000 AED"),
    ] {
        assert_eq!(take(format!("buyer,amount\nA,\"{cell}\"\n").as_bytes()).money("A"), money, "{cell}");
    }
}

#[test]
fn notations_of_amounts_are_read_as_a_field_reads_them() {
    let taken = take(&fixture("34-amount-notations.csv"));
    let money = |number: u32| {
        let name = format!("B{number:02}");
        taken.plan.deals.iter().any(|deal| deal.buyer.company == name).then(|| taken.money(&name))
    };
    for number in [0, 1, 2, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 19, 20, 21, 30, 31, 32, 35, 36] {
        assert_eq!(money(number).as_deref(), Some("30000 USD"), "B{number:02}");
    }
    for (number, expected) in [
        (3, "300000"),
        (4, "1200000"),
        (17, "100000"),
        (18, "1234567.5"),
        (24, "30000.5"),
        (25, "30.5"),
        (26, "0.5"),
        (37, "1234"),
    ] {
        assert_eq!(money(number), Some(format!("{expected} USD")), "B{number:02}");
    }
    // Another currency, a range, a price, an exponent, a negative amount.
    for number in [8, 9, 22, 27, 28, 29, 33, 40, 41, 42, 43] {
        assert_eq!(money(number), None, "B{number:02}");
    }
    let names = take(&fixture("34b-currency-names.csv"));
    for (buyer, money) in [
        ("B", "30000 USD"),
        ("C", "30000"),
        ("D", "30000 USD"),
        ("E", "30000 CNY"),
        ("F", "30000 CNY"),
        ("G", "30000 USD"),
        ("H", "30000 EUR"),
        ("I", "30000 EUR"),
        ("J", "30000 CNY"),
        ("K", "30000"),
        ("L", "30000 AUD"),
        ("M", "30000 USD"),
        ("N", "300 CNY"),
    ] {
        assert_eq!(names.money(buyer), money, "{buyer}");
    }
    assert_eq!(skipped(&names.plan), [(2, "currency")]);
    let noise = take(&fixture("28-float-noise.xlsx"));
    assert!(noise.plan.skipped.is_empty(), "{:?}", noise.plan.skipped);
    for deal in &noise.plan.deals {
        assert!(deal.agreed.amount.unwrap().normalize().scale() <= 2, "{deal:?}");
    }
}

#[test]
fn dates_are_read_as_excel_and_people_write_them() {
    let taken = take(&fixture("35-month-names.csv"));
    assert_eq!((taken.plan.added, taken.warned.len()), (16, 0));
    for deal in &taken.plan.deals {
        // The last one is in September.
        let month = if deal.buyer.company == "B15" { "2026-09-03" } else { "2026-11-03" };
        assert_eq!(deal.summary.last_outbound, Some(day(month)), "{}", deal.buyer.company);
    }
    let taken = take(&fixture("text-dates.xlsx"));
    for deal in &taken.plan.deals[..6] {
        assert_eq!(deal.summary.last_inbound, Some(day("2026-11-03")), "{}", deal.buyer.company);
    }
    for deal in &taken.plan.deals[6..] {
        assert_eq!(deal.summary.last_inbound, Some(day("2026-11-13")), "{}", deal.buyer.company);
    }
    let taken = take(&fixture("36-day-first.csv"));
    let read: Vec<Option<String>> =
        taken.plan.deals.iter().map(|deal| deal.summary.last_outbound.map(|date| date.to_string())).collect();
    let some = |text: &str| Some(text.to_owned());
    let expected = [
        None,
        some("2026-04-15"),
        some("2026-07-30"),
        None,
        None,
        // Or 22 August 2016.
        None,
        some("2026-05-05"),
        None,
        some("2026-12-01"),
        some("2026-04-15"),
    ];
    assert_eq!(read, expected);
    assert_eq!(deals_notes(&taken, "B3"), "last_outbound: 31/02/2026");
}

fn deals_notes(taken: &Taken, buyer: &str) -> String {
    taken.deal(buyer).notes.clone()
}

#[test]
fn a_date_without_a_year_is_the_last_such_day() {
    for (cell, date) in [
        ("11月22日", "2026-11-22"),
        ("11月1号", "2026-11-01"),
        ("12月24日", "2025-12-24"),
        ("上周四", "2026-11-26"),
        ("上周一", "2026-11-23"),
        ("昨天", "2026-11-29"),
        ("3天前", "2026-11-27"),
        ("3 days ago", "2026-11-27"),
        ("last Thursday", "2026-11-26"),
        ("yesterday", "2026-11-29"),
        ("10.19", "2026-10-19"),
        ("10/24", "2026-10-24"),
        ("24 Oct", "2026-10-24"),
        ("11/2", "2026-11-02"),
        ("11.27", "2026-11-27"),
    ] {
        let taken = take(format!("客户,我方最后联系\n甲,{cell}\n").as_bytes());
        assert_eq!(taken.deal("甲").summary.last_outbound, Some(day(date)), "{cell}");
    }
    for (cell, date) in [
        ("2027年1月底", "2027-01-31"),
        ("1月底", "2027-01-31"),
        ("2月底", "2027-02-28"),
        ("end of January 2027", "2027-01-31"),
        ("1月20日", "2027-01-20"),
        ("12/24", "2026-12-24"),
    ] {
        let taken = take(format!("客户,交期\n甲,{cell}\n").as_bytes());
        assert_eq!(taken.deal("甲").agreed.ship_by, Some(day(date)), "{cell}");
    }
    for cell in ["30天", "现货", "45-60天", "收到定金后30天", "ASAP", "3周", "下月初"] {
        let taken = take(format!("客户,交期\n甲,{cell}\n").as_bytes());
        assert_eq!((taken.deal("甲").agreed.ship_by, taken.said(2)), (None, vec!["date"]), "{cell}");
        assert_eq!(taken.deal("甲").notes, format!("交期: {cell}"));
    }
    // An order of its own: whole dates begin with the day, hand-written ones with the month.
    let mixed = take("buyer,last_outbound\nA,07/10/2026\nB,25/10/2026\nC,11/2\nD,10/24\n".as_bytes());
    assert_eq!(mixed.deal("A").summary.last_outbound, Some(day("2026-10-07")));
    assert_eq!(mixed.deal("C").summary.last_outbound, Some(day("2026-11-02")));
    let open = take("buyer,last_outbound\nC,11/2\n".as_bytes());
    assert_eq!((open.deal("C").summary.last_outbound, open.said(2)), (None, vec!["date"]));
}

#[test]
fn addresses_are_undressed() {
    let taken = take(&fixture("43-emails.csv"));
    assert_eq!(taken.plan.added, 29);
    let addresses = |buyer: &str| -> Vec<String> {
        taken
            .deal(buyer)
            .contacts
            .iter()
            .map(|contact| contact.email.clone())
            .filter(|mail| !mail.is_empty())
            .collect()
    };
    for number in [0, 1, 2, 7, 8, 9, 10, 11, 12, 15, 21, 23, 24, 25, 28] {
        assert_eq!(addresses(&format!("B{number}")), ["a@b.example"], "B{number}");
    }
    for number in [3, 4, 5, 6, 14, 19] {
        assert_eq!(addresses(&format!("B{number}")), ["a@b.example", "c@d.example"], "B{number}");
    }
    assert_eq!(addresses("B16"), ["a@b.com"]);
    assert_eq!(taken.deal("B2").contacts[0].name, "Ana Ruiz");
    for number in [13, 17, 18, 20, 22, 26, 27] {
        let buyer = format!("B{number}");
        assert_eq!((addresses(&buyer).len(), taken.said(number + 2)), (0, vec!["email"]), "{buyer}");
        assert!(taken.deal(&buyer).notes.starts_with("email: "), "{buyer}");
    }
    let taken = take(&fixture("emails.xlsx"));
    assert_eq!((taken.plan.added, taken.warned.len()), (5, 0));
}

#[test]
fn people_in_one_cell_are_told_apart() {
    let check = |cell: &str, expected: &[(&str, &str, &str)]| {
        let taken = take(format!("客户,联系人/电话\n甲,\"{cell}\"\n").as_bytes());
        let deal = taken.deal("甲");
        let people: Vec<_> =
            deal.contacts.iter().map(|person| (&*person.name, &*person.role, &*person.phone)).collect();
        assert_eq!(people, expected, "{cell}");
        assert_eq!(taken.warned, [], "{cell}");
    };
    check("张总、李工\n13800138000", &[("张总", "", "13800138000"), ("李工", "", "")]);
    check("Ivan / Olga 微信 olga_88", &[("Ivan", "", ""), ("Olga", "", "微信 olga_88")]);
    check(
        "García (boss), María 采购 +52 55 1234 5678",
        &[("García", "boss", ""), ("María", "采购", "+52 55 1234 5678")],
    );
    check("Mr. Ahmed; Ms. Fatima", &[("Mr. Ahmed", "", ""), ("Ms. Fatima", "", "")]);
    check("13712345678", &[("", "", "13712345678")]);
    check("阮先生 +84 912 345 678", &[("阮先生", "", "+84 912 345 678")]);
    check("Anna Schmidt", &[("Anna Schmidt", "", "")]);
    check("Smith, John", &[("Smith, John", "", "")]);
    check("王经理 13900001111", &[("王经理", "", "13900001111")]);
    check("李小姐(财务)", &[("李小姐", "财务", "")]);
    check("Tom & Jerry", &[("Tom", "", ""), ("Jerry", "", "")]);
    check("Paulo Tel: +55 11 91234-5678", &[("Paulo", "", "+55 11 91234-5678")]);
    check("WhatsApp +44 7700 900123", &[("", "", "WhatsApp +44 7700 900123")]);
    check(
        "Ana +1 555 010 9999 / Bo +1 555 010 8888",
        &[("Ana", "", "+1 555 010 9999"), ("Bo", "", "+1 555 010 8888")],
    );
}

#[test]
fn languages_are_those_that_people_speak() {
    let taken = take(&fixture("44-language-codes.csv"));
    let read: Vec<&str> = taken.plan.deals.iter().map(|deal| &*deal.buyer.language).collect();
    assert_eq!(read, ["zh", "ja", "ko", "en", "de", "pt-BR", "vi", "uk", "cs", "sv"]);
    for (cell, tag) in [
        ("FRA", "fr"),
        ("ESP", "es"),
        ("TW", "zh-Hant"),
        ("DK", "da"),
        ("US", "en"),
        ("uk", "uk"),
        ("MX", "es"),
        ("en-US", "en-US"),
        ("pt", "pt"),
        ("ZHO", "zh"),
    ] {
        assert_eq!(
            take(format!("buyer,language\nA,{cell}\n").as_bytes()).deal("A").buyer.language,
            tag,
            "{cell}"
        );
    }
    assert_eq!(take(b"buyer,language\nA,QQ\n").said(2), ["language"]);
}

#[test]
fn lines_of_one_pi_number_are_one_deal_of_one_buyer() {
    let lines = fixture("47-order-lines.csv");
    let taken = take(&lines);
    let deal = taken.deal("Alfa Ltd");
    assert_eq!((taken.plan.deals.len(), taken.money("Alfa Ltd")), (1, "15000 USD".to_owned()));
    assert_eq!((&*deal.product, &*deal.agreed.quantity), ("lamp A + lamp B", "100 + 50"));
    assert_eq!(taken.plan.warnings.len(), 1);
    let document = imported(&lines);
    let again = plan(&document, &lines).unwrap();
    assert_eq!((counts(&again), again.deals.len()), ((0, 0, 2, 0), 0));

    let amounts = |rows: &str| {
        let taken = take(format!("buyer,product,quantity,amount,currency,pi\n{rows}\n").as_bytes());
        let deals = taken.plan.deals.iter().map(|deal| {
            format!(
                "{} {}",
                deal.buyer.company,
                deal.agreed.amount.map(|amount| amount.to_string()).unwrap_or_default()
            )
        });
        (deals.collect::<Vec<_>>(), skipped(&taken.plan))
    };
    let one = |text: &str| vec![text.to_owned()];
    // Another buyer's row never comes into the deal, nor does another currency.
    assert_eq!(
        amounts("Alfa,a,1,100,USD,P1\nBeta,b,1,50,USD,P1"),
        (one("Alfa 100"), vec![(3, "other-buyer")])
    );
    assert_eq!(
        amounts("Alfa,a,1,100,USD,P1\nAlfa,b,1,50,EUR,P1"),
        (one("Alfa 100"), vec![(3, "other-currency")])
    );
    // The same buyer in another spelling, in three lines, and a line that is there twice.
    assert_eq!(
        amounts("Alfa Ltd,a,1,100,USD,P1\nALFA Limited,b,1,50,USD,P1"),
        (one("ALFA Limited 150"), vec![])
    );
    assert_eq!(
        amounts("Alfa,a,1,100,USD,P1\nAlfa,b,1,50,USD,P1\nAlfa,c,1,25,,P1"),
        (one("Alfa 175"), vec![])
    );
    assert_eq!(amounts("Alfa,a,1,100,USD,P1\nAlfa,a,1,100,USD,P1"), (one("Alfa 100"), vec![]));
    // A repeated order without a number of its own is another deal, and that is said.
    let rows = b"buyer,product,amount\nAlfa,a,100\nAlfa,a,50\n";
    assert_eq!(
        take(rows).plan.warnings.iter().map(|warning| warning.code()).collect::<Vec<_>>(),
        ["two-orders"]
    );
    let document = imported(rows);
    assert_eq!(counts(&plan(&document, rows).unwrap()), (0, 0, 2, 0));
    let both = vec!["Alfa 100".to_owned(), "Alfa 50".to_owned()];
    assert_eq!(amounts("Alfa,a,1,100,USD,\nAlfa,a,1,50,USD,"), (both, vec![]));
}

#[test]
fn signs_that_nobody_sees_make_no_second_deal() {
    let taken = take(&fixture("49-hidden-signs-in-names.csv"));
    assert_eq!((taken.plan.deals.len(), taken.plan.skipped.len()), (1, 0));
    for other in [
        "PI\u{2010}2607",
        "PI\u{2011}2607",
        "PI\u{2013}2607",
        "PI\u{2212}2607",
        "PI\u{fe63}2607",
        "PI－2607",
        "PI-26\u{200b}07",
        "\u{feff}PI-2607",
        "PI\u{ad}-2607",
        "ＰＩ-2607",
        "pi-2607",
    ] {
        let taken = take(format!("buyer,pi\nAlfa,PI-2607\nAlfa,{other}\n").as_bytes());
        assert_eq!(taken.plan.deals.len(), 1, "{other:?}");
    }
    assert_eq!(take("buyer\nCafe\u{301} Ltd\nCafé Ltd\n".as_bytes()).plan.deals.len(), 1);
}

#[test]
fn every_status_is_read_or_said() {
    let taken = take(&fixture("51-statuses.csv"));
    assert_eq!((taken.plan.added, taken.plan.skipped.len()), (49, 0));
    let unknown: Vec<&str> = taken.warned.iter().map(|warned| warned.flaw.text()).collect();
    for word in [
        "Open",
        "Active",
        "In progress",
        "待跟进",
        "跟进中",
        "待付款",
        "已关闭",
        "暂停",
        "On hold",
        "Paused",
        "Waiting payment",
        "Balance pending",
        "待尾款",
    ] {
        assert!(unknown.contains(&word), "{word}");
    }
    assert_eq!(unknown.len(), 13, "{unknown:?}");
    for (buyer, stage) in [
        ("B000", "quoted"),
        ("B004", "won"),
        ("B021", "deposit"),
        ("B022", "production"),
        ("B033", "terms"),
        ("B038", "quoted"),
        ("B039", "inquiry"),
    ] {
        assert_eq!(taken.deal(buyer).stage.as_str(), stage, "{buyer}");
    }
}

#[test]
fn the_command_line_says_all_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for name in [
        "50-waiting-since.csv",
        "73-ours.json",
        "73-reference-added.pack.json",
        "74-plan-not-deal-total.json",
        "47-order-lines.csv",
    ] {
        std::fs::write(at.join(name), fixture(name)).unwrap();
    }
    // Waiting since a day is evidence that they owe the answer.
    answered(at, &["import", "50-waiting-since.csv", "--into", "w.json", "--json"]);
    let today = answered(at, &["today", "w.json", "--on", "2026-11-21", "--json"]);
    assert_eq!(today["deals"][0]["waiting_days"], 20);
    // A payment that got a reference counts once.
    answered(at, &["import", "73-reference-added.pack.json", "--into", "73-ours.json", "--json"]);
    let document: Value = serde_json::from_slice(&std::fs::read(at.join("73-ours.json")).unwrap()).unwrap();
    let payments = &document["deals"]["w1"]["plan"]["payments"];
    assert_eq!((payments.as_array().unwrap().len(), &payments[0]["reference"]), (1, &json!("SWIFT 881")));
    for out in ["x.pdf", "x.plan.csv", "x.plan.xlsx", "x.ics", "x.md"] {
        refused(at, &["export", "74-plan-not-deal-total.json", "--deal", "k3", "--to", out], "10,000.00");
    }
    let read = answered(at, &["import", "47-order-lines.csv", "--into", "l.json", "--json"]);
    assert_eq!((&read["warnings"][0]["code"], &read["warnings"][0]["row"]), (&json!("line"), &json!(3)));
}

#[test]
fn a_moment_with_a_zone_is_the_sellers_own_day() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("utc.csv"), fixture("37-utc-timestamps.csv")).unwrap();
    let imported = std::process::Command::new(env!("CARGO_BIN_EXE_icebreak"))
        .args(["import", "utc.csv", "--into", "utc.json", "--json"])
        .env("TZ", "Asia/Shanghai")
        .current_dir(at)
        .output()
        .unwrap();
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    let document: Value = serde_json::from_slice(&std::fs::read(at.join("utc.json")).unwrap()).unwrap();
    let days: Vec<&Value> = document["deals"]
        .as_object()
        .unwrap()
        .values()
        .map(|deal| &deal["summary"]["last_outbound"])
        .collect();
    assert_eq!(days, [&json!("2026-11-03"); 4]);
}
