//! Real shapes beside those that were reported: ten of each kind, each read as its author meant it, or said.

use super::command::{answered, refused};
use super::outside::{Taken, take};
use super::*;
use icebreak::domain::contact::Contact;
use rust_xlsxwriter::{Format, Workbook};
use serde_json::{Value, json};

fn list(text: &str) -> Taken {
    take(text.as_bytes())
}

fn buyers(taken: &Taken) -> Vec<&str> {
    taken.plan.deals.iter().map(|deal| &*deal.buyer.company).collect()
}

/// One number in a workbook, in a cell with this format.
fn formatted(code: &str, currency: &str, number: f64) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(["buyer", "currency", "amount", "quantity", "paid"]) {
        sheet.write_string(0, column, name).unwrap();
    }
    sheet.write_string(1, 0, "A").unwrap();
    sheet.write_string(1, 1, currency).unwrap();
    let format = Format::new().set_num_format(code);
    for column in [2, 3] {
        sheet.write_number_with_format(1, column, number, &format).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_currency_that_only_the_number_format_names_is_kept() {
    for (code, money) in [
        (r##""US$"#,##0"##, "1234.5 USD"),
        (r##""US$"\ #,##0.00"##, "1234.5 USD"),
        (r##"[$€-407]#,##0.00"##, "1234.5 EUR"),
        (r##"#,##0.00\ [$€-407]"##, "1234.5 EUR"),
        (r##"_-* #,##0.00\ "€"_-;\-* #,##0.00\ "€"_-;_-* "-"??\ "€"_-;_-@_-"##, "1234.5 EUR"),
        (r##"[$USD] #,##0"##, "1234.5 USD"),
        (r##"[$USD]\ #,##0.00;[Red]\-[$USD]\ #,##0.00"##, "1234.5 USD"),
        (r##""USD "#,##0.00"##, "1234.5 USD"),
        (r##"_-[$£-809]* #,##0.00_-"##, "1234.5 GBP"),
        (r##"[$$-409]#,##0.00"##, "1234.5 USD"),
        (r##"[$$-en-US]#,##0.00"##, "1234.5 USD"),
        (r##"[$$-1009]#,##0.00"##, "1234.5 CAD"),
        (r##"[$¥-804]#,##0.00"##, "1234.5 CNY"),
        (r##"[$￥-804]#,##0.00"##, "1234.5 CNY"),
        (r##"[$HK$-C04]#,##0.00"##, "1234.5 HKD"),
        (r##"#,##0.00"元""##, "1234.5 CNY"),
        (r##"General"欧元""##, "1234.5 EUR"),
        (r##"[Blue]"RMB"0.00"##, "1234.5 CNY"),
        (r##"[>=1000]"EUR "#,##0;0"##, "1234.5 EUR"),
        // None, a date's language, a unit, tens of thousands: the number as it stands.
        ("#,##0.00", "1234.5"),
        (r##"[$-409]#,##0.00"##, "1234.5"),
        (r##"0.00" t""##, "1234.5"),
        (r##"0!.0,"万""##, "1234.5"),
        ("0.00%", "1234.5"),
        (r##"_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ "##, "1234.5"),
    ] {
        let taken = take(&formatted(code, "", 1234.5));
        assert_eq!((taken.money("A"), taken.said(2)), (money.to_owned(), vec![]), "{code}");
    }
    // The sign of several currencies is told as in a text, unless the row says which it is.
    for code in
        [r##""$"#,##0"##, r##"$#,##0.00"##, "¥#,##0", r##"_ "¥"* #,##0.00_ "##, r##"_("$"* #,##0.00_)"##]
    {
        let taken = take(&formatted(code, "", 1234.5));
        assert_eq!((taken.money("A"), taken.said(2)), ("1234.5".to_owned(), vec!["currency"]), "{code}");
        assert!(taken.deal("A").notes.contains("1234.5"), "{code}");
    }
    assert_eq!(take(&formatted(r##""$"#,##0"##, "HKD", 5.0)).money("A"), "5 HKD");
    assert_eq!(take(&formatted("¥#,##0", "CNY", 5.0)).money("A"), "5 CNY");
    // Two that disagree are told.
    for (code, currency) in [(r##""US$"#,##0"##, "EUR"), ("¥#,##0", "USD")] {
        assert_eq!(skipped(&take(&formatted(code, currency, 5.0)).plan), [(2, "currency")], "{code}");
    }
    // Identities keep their zeros, although rands have such a sign.
    let taken = take(&formatted(r##""R"0000"##, "", 26.0));
    assert_eq!(taken.deal("A").agreed.quantity, "R0026");
}

#[test]
fn choices_that_a_file_does_not_offer_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("list.xlsx"), formatted("0", "USD", 5.0)).unwrap();
    std::fs::copy("tests/fixtures/outside/list.ods", at.join("list.ods")).unwrap();
    std::fs::copy("tests/fixtures/outside/header-row-3.xls", at.join("list.xls")).unwrap();
    std::fs::copy("tests/fixtures/outside/73-reference-added.pack.json", at.join("one.pack.json")).unwrap();
    std::fs::write(at.join("list.csv"), "buyer\nA\n").unwrap();
    for (file, flag, value, says) in [
        ("list.xlsx", "--encoding", "gb18030", "a workbook has no encoding to choose; leave out --encoding"),
        ("list.ods", "--encoding", "gb18030", "a workbook has no encoding to choose"),
        ("list.xls", "--encoding", "utf-8", "a workbook has no encoding to choose"),
        ("one.pack.json", "--encoding", "utf-8", "a packed deal has no encoding to choose"),
        ("one.pack.json", "--sheet", "Sheet1", "a packed deal has no sheet to choose; leave out --sheet"),
        ("one.pack.json", "--header", "1", "a packed deal has no header to choose; leave out --header"),
        ("list.csv", "--sheet", "Sheet1", "a text file has no sheet to choose; leave out --sheet"),
    ] {
        refused(at, &["import", file, "--into", "new.json", flag, value, "--json"], says);
    }
    assert!(!at.join("new.json").exists());
    answered(
        at,
        &["import", "list.csv", "--into", "new.json", "--encoding", "utf-8", "--header", "1", "--json"],
    );
}

#[test]
fn a_withdrawn_currency_is_refused_with_its_successor_or_told() {
    for (old, new) in [
        ("ANG", "XCG"),
        ("VEF", "VES"),
        ("LTL", "EUR"),
        ("DEM", "EUR"),
        ("STD", "STN"),
        ("MRO", "MRU"),
        ("BYR", "BYN"),
        ("ZMK", "ZMW"),
        ("GHC", "GHS"),
        ("TRL", "TRY"),
        ("RUR", "RUB"),
    ] {
        for row in [format!("A,{old},100"), format!("A,,{old} 100"), format!("A,,100 {old}")] {
            let taken = list(&format!("buyer,currency,amount\n{row}\n"));
            assert_eq!(skipped(&taken.plan), [(2, "currency")], "{row}");
            let said = taken.plan.skipped[0].flaw.to_string();
            assert!(said.starts_with(&format!("{old} was withdrawn: {new} has taken its place")), "{said}");
        }
    }
    for (old, new) in [("BGN", "EUR"), ("HRK", "EUR"), ("ZWL", "ZWG"), ("SLL", "SLE"), ("CUC", "CUP")] {
        let taken = list(&format!("buyer,currency,amount\nA,{old},100\n"));
        let codes: Vec<_> = taken.plan.warnings.iter().map(|warning| warning.code()).collect();
        assert_eq!((taken.plan.added, codes), (1, vec!["withdrawn-currency"]), "{old} {new}");
    }
}

#[test]
fn a_name_that_two_countries_have_is_told_with_both() {
    for (cell, country, both) in [
        ("Congo", None, ["CD", "CG"]),
        ("CONGO", None, ["CD", "CG"]),
        ("刚果", None, ["CD", "CG"]),
        ("Конго", None, ["CD", "CG"]),
        ("Kongo", None, ["CD", "CG"]),
        ("Korea", Some("KR"), ["KR", "KP"]),
        ("Corea", Some("KR"), ["KR", "KP"]),
        ("Guinea", Some("GN"), ["GN", "GQ"]),
        ("几内亚", Some("GN"), ["GN", "GQ"]),
        ("Virgin Islands", Some("VI"), ["VI", "VG"]),
        ("St. Martin", Some("MF"), ["MF", "SX"]),
        ("Dominican", None, ["DO", "DM"]),
    ] {
        let taken = list(&format!("buyer,country\nA,{cell}\n"));
        let deal = taken.deal("A");
        assert_eq!(deal.buyer.country.map(|country| country.code().to_owned()).as_deref(), country, "{cell}");
        assert_eq!(taken.said(2), ["country"], "{cell}");
        assert_eq!(deal.notes, format!("country: {cell}"), "{cell}");
        let said = taken.warned[0].flaw.to_string();
        assert!(both.iter().all(|code| said.contains(code)), "{said}");
    }
    for (cell, country) in [
        ("South Korea", "KR"),
        ("韩国", "KR"),
        ("朝鲜", "KP"),
        ("DR Congo", "CD"),
        ("GN", "GN"),
        ("Dominica", "DM"),
    ] {
        let taken = list(&format!("buyer,country\nA,{cell}\n"));
        let found = taken.deal("A").buyer.country.map(|country| country.code().to_owned());
        assert_eq!((found.as_deref(), taken.said(2)), (Some(country), vec![]), "{cell}");
    }
}

/// The moments are all half past eleven in the evening of 2 November in London, which is the third in China.
#[test]
fn a_time_with_a_zone_is_the_sellers_own_day_however_it_is_written() {
    let cells = [
        "2026-11-02T23:30:00Z",
        "2026-11-02T23:30Z",
        "2026-11-02T23:30:00.123456Z",
        "2026-11-02 23:30:00 UTC",
        "2026-11-02 23:30:00 +0000",
        "2026-11-02T15:30-08",
        "2026-11-02T15:30:00-0800",
        "\"Mon, 2 Nov 2026 15:30:00 -0800\"",
        "\"Mon, 02 Nov 2026 23:30:00 GMT\"",
        "20261102T233000Z",
        "2 Nov 2026 23:30 UTC",
        "2026年11月2日 23:30 UTC",
        "2026-11-03 07:30 (GMT+8)",
        "2026-11-03 07:30 北京时间",
        "2026-11-02T23:30:00+00:00[UTC]",
        "Mon Nov 02 2026 23:30:00 GMT+0000 (Coordinated Universal Time)",
        "13/11/2026 11:30:00 PM UTC",
    ];
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let rows: String = cells.iter().map(|cell| format!("A,{cell},{cell}\n")).collect();
    let rows = rows.lines().enumerate().map(|(row, line)| format!("{row}{line}\n")).collect::<String>();
    std::fs::write(at.join("utc.csv"), format!("buyer,last_inbound,notes\n{rows}")).unwrap();
    let imported = std::process::Command::new(env!("CARGO_BIN_EXE_icebreak"))
        .args(["import", "utc.csv", "--into", "utc.json", "--json"])
        .env("TZ", "Asia/Shanghai")
        .current_dir(at)
        .output()
        .unwrap();
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    let document: Value = serde_json::from_slice(&std::fs::read(at.join("utc.json")).unwrap()).unwrap();
    let deals = document["deals"].as_object().unwrap();
    assert_eq!(deals.len(), cells.len());
    for deal in deals.values() {
        let cell = &deal["notes"];
        let day = if cell.as_str().unwrap().starts_with("13/") { "2026-11-14" } else { "2026-11-03" };
        assert_eq!(deal["summary"]["last_inbound"], json!(day), "{cell}");
    }
    // A zone by its letters may be one of several.
    assert_eq!(list("buyer,last_inbound\nA,2026-11-02 15:30 CST\n").said(2), ["date"]);
}

#[test]
fn waiting_since_a_day_says_whose_turn_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for (row, group, days) in [
        ("A,,,2026-11-01", "follow-up", 29),
        ("A,,,2026/11/1", "follow-up", 29),
        ("A,,,11月1日", "follow-up", 29),
        ("A,,,46327", "follow-up", 29),
        ("A,,,2026-11-01 14:00", "follow-up", 29),
        ("A,,,1 Nov 2026", "follow-up", 29),
        ("A,,,29天前", "follow-up", 29),
        // Newer than their reply: we have written since.
        ("A,2026-10-01,,2026-11-01", "follow-up", 29),
        ("A,2026-11-01,,2026-11-01", "follow-up", 29),
        // Older than their reply: it is over.
        ("A,2026-11-20,,2026-11-01", "reply", 0),
        ("A,2026-10-01,2026-11-10,2026-11-01", "follow-up", 29),
        ("A,,,待定", "waiting", 0),
    ] {
        std::fs::write(
            at.join("w.csv"),
            format!("客户,客户最后回复,我方去信,等待自\n{row}\n").replace("我方去信", "last_outbound"),
        )
        .unwrap();
        let _ = std::fs::remove_file(at.join("w.json"));
        answered(at, &["import", "w.csv", "--into", "w.json", "--on", "2026-11-30", "--json"]);
        let today = answered(at, &["today", "w.json", "--on", "2026-11-30", "--json"]);
        let deal = &today["deals"][0];
        assert_eq!((&deal["group"], &deal["waiting_days"]), (&json!(group), &json!(days)), "{row}");
    }
}

#[test]
fn rows_that_only_part_a_list_are_no_deals() {
    for row in [
        "十一月合计,,2000,USD",
        "本月小计,,2000,USD",
        "总计金额,,2000,USD",
        "Total Nov,,2000,USD",
        "Total 2026,,2000,USD",
        "Total Q4,,2000,USD",
        "欧洲区合计：,,2000,USD",
        "2026年10月,,,",
        "10月份,,,",
        "2026-10,,,",
        "2026,,,",
        "November 2026,,,",
        "Q4 2026,,,",
        "第四季度,,,",
        "上半年,,,",
        "—— 老客户 ——,,,",
        "【老客户】,,,",
        "*** VIP ***,,,",
        "一、欧洲市场,,,",
        "（二）北美,,,",
        "必填,选填,选填,选填",
        "示例公司,示例,1000,USD",
        "Example: Acme Ltd,lamps,1000,USD",
    ] {
        let taken = list(&format!("客户,产品,金额,币种\n甲,灯,5,USD\n{row}\n"));
        assert_eq!((buyers(&taken), skipped(&taken.plan)), (vec!["甲"], vec![(3, "no-deal")]), "{row}");
    }
    for row in [
        "2026年度供应商有限公司,,,",
        "1688,,,",
        "October GmbH,,,",
        "Q4 Media,,,",
        "【VIP】Acme,,,",
        "一品堂,,,",
        "合计数据公司,,5,USD",
        "Example Ltd,,5,USD",
        "十一月服饰,,,",
        "3M,,5,USD",
    ] {
        let taken = list(&format!("客户,产品,金额,币种\n{row}\n"));
        assert_eq!((taken.plan.added, skipped(&taken.plan)), (1, vec![]), "{row}");
    }
    // A title across the table, whatever it says.
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let rows: [&[&str]; 4] =
        [&["客户", "产品", "金额", "币种"], &["欧洲"], &["甲", "灯", "5", "USD"], &["北美"]];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
    sheet.merge_range(1, 0, 1, 3, "欧洲", &Format::new()).unwrap();
    sheet.merge_range(3, 0, 3, 3, "北美", &Format::new()).unwrap();
    let taken = take(&workbook.save_to_buffer().unwrap());
    assert_eq!((buyers(&taken), skipped(&taken.plan)), (vec!["甲"], vec![(2, "no-deal"), (4, "no-deal")]));
}

#[test]
fn headers_in_two_languages_and_with_units_below_them_are_read() {
    for header in [
        "客户 Customer,产品 Product,金额 Amount,币种 Currency,PI号 PI No.",
        "客户/Customer,品名/Product,金额/Amount(USD),备用,PI号/PI No.",
        "Customer客户,Product产品,Total Amount 总金额,Currency货币,PI No. 发票号",
        "1.客户,2.产品,3.金额,4.币种,5.PI号",
        "*客户,*产品,*金额,币种*,PI",
        "\"客户\nCustomer\",\"产品\nItem\",\"金额\nAmount\",\"币种\nCurrency\",\"PI号\nPI No\"",
        "客户,产品,金额,币种,PI\n,,USD,,",
        "客户,产品,金额,,PI\n-,,（美元）,,",
    ] {
        let taken = list(&format!("{header}\n甲,灯,1200,USD,PI-1\n"));
        let deal = taken.deal("甲");
        assert_eq!((taken.money("甲"), &*deal.product), ("1200 USD".to_owned(), "灯"), "{header}");
        assert_eq!((&*deal.agreed.pi, taken.plan.read), ("PI-1", 1), "{header}");
    }
    let taken = list("客户,产品,数量,金额\n,,pcs,万美元\n甲,灯,500,1.2\n");
    assert_eq!((taken.money("甲"), &*taken.deal("甲").agreed.quantity), ("12000 USD".to_owned(), "500"));
    // The last contact does not say who wrote, in neither language.
    let taken = list("客户 Customer,最后联系 Last contact\n甲,2026-11-03\n");
    assert_eq!(taken.deal("甲").summary.last_outbound, Some(day("2026-11-03")));
}

#[test]
fn a_currency_in_a_column_without_a_name_is_read() {
    for text in [
        "客户,,金额\n甲,USD,1200\n乙,EUR,5\n",
        "客户,金额,\n甲,USD,1200\n乙,EUR,5\n",
        "客户,金额,\n甲,1200,USD\n乙,5,EUR\n",
        "客户,金额,\n甲,1200,美元\n乙,5,€\n",
    ] {
        let taken = list(text);
        assert_eq!(
            (taken.money("甲"), taken.money("乙")),
            ("1200 USD".to_owned(), "5 EUR".to_owned()),
            "{text}"
        );
    }
    // Anything else in such a column is kept.
    let taken = list("客户,金额,\n甲,1200,加急\n乙,5,\n");
    assert_eq!((&*taken.deal("甲").notes, &*taken.deal("乙").notes), ("加急", ""));
    for (cell, money, notes) in [
        ("usd.", "5 USD", ""),
        ("人民币（含税）", "5 CNY", "币种: 人民币（含税）"),
        ("美元 FOB", "5 USD", "币种: 美元 FOB"),
        ("EUR/欧元", "5 EUR", "币种: EUR/欧元"),
        ("USD/EUR", "5", "币种: USD/EUR"),
        ("美元、欧元", "5", "币种: 美元、欧元"),
    ] {
        let taken = list(&format!("客户,金额,币种\n甲,5,{cell}\n"));
        assert_eq!((taken.money("甲"), &*taken.deal("甲").notes), (money.to_owned(), notes), "{cell}");
    }
    assert_eq!(skipped(&list("客户,金额,币种\n甲,5,try again\n").plan), [(2, "currency")]);
}

#[test]
fn what_stands_beside_an_amount_is_kept() {
    for (cell, money) in [
        ("1200含税", "1200 USD"),
        ("1200 不含税", "1200 USD"),
        ("FOB 1200", "1200 USD"),
        ("1200 CIF", "1200 USD"),
        ("USD 1200 EXW", "1200 USD"),
        ("\"1,200 (incl. VAT)\"", "1200 USD"),
        ("1200 USD (30% paid)", "1200 USD"),
        ("1200 （含运费）", "1200 USD"),
    ] {
        let taken = list(&format!("buyer,amount,currency\nA,{cell},USD\n"));
        assert_eq!(taken.money("A"), money, "{cell}");
        assert_eq!(taken.deal("A").notes, format!("amount: {}", cell.trim_matches('"')), "{cell}");
    }
    assert_eq!(list("buyer,amount\nA,\"$12,000 USD\"\n").money("A"), "12000 USD");
    for cell in ["USD1200/set", "1200*3", "1200+300", "1200/1300", "(1200)", "€12 USD", "EXW", "1200 (USD)"]
    {
        let taken = list(&format!("buyer,amount\nA,{cell}\n"));
        assert_eq!(skipped(&taken.plan), [(2, "amount")], "{cell}");
    }
}

#[test]
fn addresses_among_names_and_numbers_are_addresses() {
    let person = |taken: &Taken| -> Vec<(String, String, String)> {
        let deal = taken.deal("甲");
        let shown = |contact: &Contact| (contact.name.clone(), contact.email.clone(), contact.phone.clone());
        deal.contacts.iter().map(shown).collect()
    };
    let one =
        |name: &str, email: &str, phone: &str| vec![(name.to_owned(), email.to_owned(), phone.to_owned())];
    for (header, cell, expected) in [
        ("联系人", "Anna anna@x.example", one("Anna", "anna@x.example", "")),
        ("联系人", "Mr. Li <li@x.example>", one("Mr. Li", "li@x.example", "")),
        ("联系人", "Tom (tom@x.example, +1 555 0100)", one("Tom", "tom@x.example", "+1 555 0100")),
        ("联系方式", "anna@x.example", one("", "anna@x.example", "")),
        ("联系方式", "+1 555 0100, a@b.example", one("", "a@b.example", "+1 555 0100")),
        ("联系方式", "邮箱：a@b.example", one("", "a@b.example", "")),
        ("电话", "=+8613800138000", one("", "", "+8613800138000")),
        ("电话", "+86 138 0013 8000", one("", "", "+86 138 0013 8000")),
        ("电话", "0086-551-6789-1234 ext. 801", one("", "", "0086-551-6789-1234 ext. 801")),
        ("电话", "微信同号 13800138000", one("", "", "微信同号 13800138000")),
    ] {
        let taken = list(&format!("客户,{header}\n甲,\"{cell}\"\n"));
        assert_eq!(person(&taken), expected, "{cell}");
    }
    let both = list("客户,邮箱,电话\n甲,a@b.example,\"+1 555 0100 c@d.example\"\n");
    let addresses: Vec<_> = both.deal("甲").contacts.iter().map(|contact| &*contact.email).collect();
    assert_eq!(addresses, ["a@b.example", "c@d.example"]);
}

#[test]
fn a_number_where_a_date_is_may_be_a_day() {
    let dates = |number: f64| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_string(0, 0, "客户").unwrap().write_string(0, 1, "我方最后联系").unwrap();
        sheet.write_string(1, 0, "甲").unwrap().write_number(1, 1, number).unwrap();
        let taken = take(&workbook.save_to_buffer().unwrap());
        (taken.deal("甲").summary.last_outbound, taken.said(2), taken.deal("甲").notes.clone())
    };
    assert_eq!(dates(11.15), (Some(day("2026-11-15")), vec![], String::new()));
    assert_eq!(dates(46_329.6), (Some(day("2026-11-03")), vec![], String::new()));
    // 3 or 30 November.
    assert_eq!(dates(11.3), (None, vec!["date"], "我方最后联系: 11.3".to_owned()));
    assert_eq!(dates(1103.0), (None, vec!["date"], "我方最后联系: 1103".to_owned()));
}

#[test]
fn a_pi_number_is_one_with_and_without_spaces_around_its_dashes() {
    for other in ["PI - 2607", "PI -2607", "PI- 2607", " PI-2607 ", "PI – 2607"] {
        let taken = list(&format!("buyer,pi,product\nAlfa,PI-2607,a\nAlfa,{other},b\n"));
        assert_eq!(taken.plan.deals.len(), 1, "{other}");
    }
    assert_eq!(list("buyer,pi\nAlfa,PI-2607\nAlfa,PI 26-07\n").plan.deals.len(), 2);
}

#[test]
fn every_format_of_workbook_shows_the_currency_of_a_number_format() {
    for (file, money) in
        [("number-formats.xlsx", "CNY"), ("number-formats.xls", "CNY"), ("number-formats.ods", "")]
    {
        let taken = take(&std::fs::read(std::path::Path::new("tests/fixtures/outside").join(file)).unwrap());
        let currencies = ["USD", "EUR", "USD", "", "", "GBP", "USD", money, "CNY", "HKD", "", "", ""]
            .into_iter()
            .enumerate();
        for (place, currency) in currencies {
            let buyer = format!("B{place:02}");
            let amount = if place == 3 { "1234" } else { "1234.5" };
            assert_eq!(taken.money(&buyer), format!("{amount} {currency}").trim(), "{file} {buyer}");
            let agreed = &taken.deal(&buyer).agreed;
            assert_eq!(agreed.pi, format!("PI-{:04}", place + 7), "{file} {buyer}");
            assert_eq!(agreed.quantity, (100 + place).to_string(), "{file} {buyer}");
        }
        // The signs of several currencies are told.
        let told: Vec<u32> = taken.warned.iter().map(|warned| warned.row).collect();
        let open = if money.is_empty() { vec![5, 6, 9] } else { vec![5, 6] };
        assert_eq!(told, open, "{file}");
    }
}

/// The deal of a reported case, with this put at a place in it.
fn reported_deal(change: impl Fn(&mut Value)) -> Deal {
    let text = std::fs::read("tests/fixtures/outside/73-ours.json").unwrap();
    let mut document: Value = serde_json::from_slice(&text).unwrap();
    let deal = &mut document["deals"]["w1"];
    change(deal);
    serde_json::from_value(deal.take()).unwrap()
}

#[test]
fn a_corrected_payment_counts_once_or_is_asked() {
    let paid = |payments: &[(&str, &str, &str)]| {
        let payments = payments.iter().map(|(on, amount, reference)| {
            let money = format!("USD {amount}");
            if reference.is_empty() {
                json!({"on": on, "money": money})
            } else {
                json!({"on": on, "money": money, "reference": reference})
            }
        });
        let payments: Vec<Value> = payments.collect();
        reported_deal(|deal| deal["plan"]["payments"] = json!(payments))
    };
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let pack = |ours: &[(&str, &str, &str)], theirs: &[(&str, &str, &str)]| {
        for file in ["ours.json", "theirs.json", "x.pack.json"] {
            let _ = std::fs::remove_file(at.join(file));
        }
        pack_command::write(&at.join("ours.json"), &paid(ours));
        pack_command::write(&at.join("theirs.json"), &paid(theirs));
        answered(at, &["export", "theirs.json", "--deal", "w1", "--to", "x.pack.json", "--json"]);
    };
    let (first, second) = ("2026-11-02", "2026-11-03");
    // Asked: one of them may be the other, corrected.
    for (ours, theirs) in [
        ((first, "1000.00", ""), (second, "1000.00", "")),
        ((first, "1000.00", ""), (second, "1000.00", "S1")),
        ((first, "1000.00", ""), (first, "975.00", "")),
        ((first, "1000.00", "S1"), (second, "975.00", "S1")),
        ((first, "1200.00", ""), (first, "2100.00", "")),
        ((first, "1000.00", "S1"), (first, "1000.00", "S2")),
        ((first, "1000.00", "S1"), ("2026-11-12", "1000.00", "")),
        ((first, "1000.00", "S1"), ("2026-12-02", "1000.00", "s1")),
    ] {
        pack(&[ours], &[theirs]);
        let arguments = ["import", "x.pack.json", "--into", "ours.json", "--json"];
        refused(at, &arguments, "may be one, corrected, or two");
    }
    // Taken: so many payments in the end, and so many told that the pack lacks.
    let one = (first, "1000.00", "");
    let named = (first, "1000.00", "S1");
    for (ours, theirs, payments, told) in [
        (vec![one], vec![named], 1, 0),
        (vec![named], vec![one], 1, 0),
        (vec![named], vec![(first, "1000.00", "s1")], 1, 0),
        (vec![one, one], vec![one, one], 2, 0),
        (vec![one, one], vec![named, one], 2, 0),
        (vec![one], vec![one, one], 2, 0),
        (vec![one, one], vec![one], 2, 1),
        (vec![one], vec![one, (second, "500.00", "")], 2, 0),
        (vec![one], vec![one, ("2026-12-02", "1000.00", "")], 2, 0),
        (vec![one, ("2026-11-20", "2000.00", "")], vec![one], 2, 1),
        (vec![("2025-11-02", "1000.00", "")], vec![one], 2, 1),
        (vec![("2026-02-11", "1000.00", "")], vec![one], 2, 1),
    ] {
        pack(&ours, &theirs);
        let said = answered(at, &["import", "x.pack.json", "--into", "ours.json", "--json"]);
        assert_eq!(said["warnings"].as_array().unwrap().len(), told, "{ours:?} {theirs:?}");
        let document: Value = serde_json::from_slice(&std::fs::read(at.join("ours.json")).unwrap()).unwrap();
        let kept = document["deals"]["w1"]["plan"]["payments"].as_array().unwrap().len();
        assert_eq!(kept, payments, "{ours:?} {theirs:?}");
    }
}

#[test]
fn a_paper_for_another_total_than_the_deals_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let formats = ["x.pdf", "x.ics", "x.md", "x.plan.csv", "x.plan.xlsx"];
    for (amount, currency, total, fits) in [
        ("10000.00", "USD", "USD 10000.00", true),
        ("10000", "USD", "USD 10000.00", true),
        ("10000.000", "USD", "USD 10000.00", true),
        ("10000", "JPY", "JPY 10000", true),
        ("12000.00", "USD", "USD 10000.00", false),
        ("10000.01", "USD", "USD 10000.00", false),
        ("9999.99", "USD", "USD 10000.00", false),
        ("1000.00", "USD", "USD 10000.00", false),
        ("100000.00", "USD", "USD 10000.00", false),
        ("0", "USD", "USD 10000.00", false),
        ("10000.00", "EUR", "USD 10000.00", false),
        ("12000.00", "USD", "USD 21000.00", false),
        ("10000.001", "KWD", "KWD 10000.000", false),
    ] {
        let deal = reported_deal(|deal| {
            deal["agreed"]["amount"] = json!(amount);
            deal["agreed"]["currency"] = json!(currency);
            deal["plan"]["terms"]["total"] = json!(total);
            deal["plan"]["payments"] = json!([]);
        });
        pack_command::write(&at.join("d.json"), &deal);
        for out in formats {
            let _ = std::fs::remove_file(at.join(out));
            let arguments = ["export", "d.json", "--deal", "w1", "--to", out, "--json"];
            if fits {
                answered(at, &arguments);
            } else {
                refused(at, &arguments, "make them the same");
            }
            assert_eq!(at.join(out).exists(), fits, "{amount} {currency} {total} {out}");
        }
    }
}
