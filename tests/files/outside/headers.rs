//! Where the header is: below titles, in one row or two.

use super::*;

#[test]
fn headers_below_titles_are_found() {
    for (file, row, header, first) in [
        ("10-title-row.xlsx", 2, &["客户", "金额", "币种"][..], &["甲", "1", "USD"][..]),
        ("header-row-3.xlsx", 3, &["Buyer", "Contact", "Country"], &["Müller GmbH", "Anna Müller", "DE"]),
        ("header-row-3.xls", 3, &["Buyer", "Contact", "Country"], &["Müller GmbH", "Anna Müller", "DE"]),
    ] {
        let table = table(&outside(file));
        assert_eq!(table.source.header_row, row, "{file}");
        assert_eq!(table.header[..header.len()], *header, "{file}");
        assert_eq!(rows(&table)[0][..first.len()], *first, "{file}");
        assert_eq!(table.rows[0].number, row + 1, "{file}");
    }
}

#[test]
fn a_header_of_two_rows_is_read_whole() {
    let table = table(&outside("10b-grouped-header.xlsx"));
    assert_eq!(table.header, ["公司", "联系人", "PI号", "金额", "币种"]);
    assert_eq!(rows(&table)[0], ["甲公司", "张三", "PI-1", "12000", "USD"]);
}

/// The header and its row for the first rows of a file.
#[track_caller]
fn check(rows: &[&str], row: u32, header: &[&str], data: usize) {
    let csv = rows.join("\n");
    let found = table(csv.as_bytes());
    assert_eq!((found.source.header_row, found.rows.len()), (row, data), "{csv}");
    assert_eq!(found.header, header, "{csv}");
}

#[test]
fn titles_letterheads_and_groups_are_told_from_headers() {
    check(&["buyer", "A", "B"], 1, &["buyer"], 2);
    check(&["Customer list 2026", "buyer;amount", "A;5"], 2, &["buyer", "amount"], 1);
    check(&["Customers,", ",", "buyer,amount", "A,5"], 3, &["buyer", "amount"], 1);
    check(&["客户,", "客户,金额", "甲,5"], 2, &["客户", "金额"], 1);
    check(
        &["公司,宁波某某进出口有限公司", "电话,0574-8888", "", "客户,金额", "甲,5"],
        4,
        &["客户", "金额"],
        1,
    );
    check(&["更新日期：2026.11.28,李伟", "客户,国家", "甲,越南"], 2, &["客户", "国家"], 1);
    // Two languages.
    check(&["客户,国家,金额", "Customer,Country,Amount", "A,DE,5"], 2, &["Customer", "Country", "Amount"], 1);
    check(&["客户,国家,交货", "Customer,Country,Wanted", "A,DE,x"], 2, &["Customer", "Country", "Wanted"], 1);
    check(&["客户,国家,金额", "Customer,Country,Sum", "A,DE,5"], 1, &["Customer", "Country", "金额"], 1);
    // Groups above, with and without a buyer of their own.
    check(
        &["客户,,合同,,", "公司,联系人,PI号,金额,币种", "甲,张三,P1,5,USD"],
        2,
        &["公司", "联系人", "PI号", "金额", "币种"],
        1,
    );
    check(
        &["客户,,合同,", "名称,国家,金额,币种", "甲,越南,5,USD"],
        1,
        &["客户 名称", "客户 国家", "合同 金额", "币种"],
        1,
    );
    check(
        &["Buyer,,Contact,", "Name,Country,Phone,E-mail", "A,DE,1,a@b.c"],
        1,
        &["Buyer Name", "Country", "Contact Phone", "Contact E-mail"],
        1,
    );
    check(
        &["Buyer,Country,Contract,", ",,Amount,Currency", "A,DE,5,USD"],
        1,
        &["Buyer", "Country", "Contract Amount", "Currency"],
        1,
    );
    check(
        &["Buyer,Contract,,Paid,", ",PI No.,Amount,Amount,Date", "A,P1,5,3,x"],
        1,
        &["Buyer", "PI No.", "Contract Amount", "Paid Amount", "Paid Date"],
        1,
    );
    // A first row of words is a row.
    check(
        &["buyer,product,notes", "Alfa,lamps,urgent", "Beta,pumps,later"],
        1,
        &["buyer", "product", "notes"],
        2,
    );
    check(&["buyer,product", "Total Energies,Volume knobs"], 1, &["buyer", "product"], 1);
    check(&["buyer,stage", "Acme,Sample"], 1, &["buyer", "stage"], 1);
}

#[test]
fn only_the_first_rows_are_searched() {
    let titled = |titles: usize| format!("{}buyer,amount\nA,5\n", "a title,\n".repeat(titles));
    assert_eq!(table(titled(19).as_bytes()).source.header_row, 20);
    let far = table(titled(20).as_bytes());
    assert_eq!((far.source.header_row, far.header), (1, vec!["a title".to_owned(), String::new()]));
}

#[test]
fn a_person_can_name_the_row() {
    let csv = b"Company,Country\nbuyer,amount\nA,5\n\n1,2\n";
    let read = |row: u32| {
        let choice = SourceChoice { header: Some(row), ..SourceChoice::default() };
        read_book(csv, &choice).map(|table| (table.header, table.rows.len()))
    };
    assert_eq!(read(2), Ok((vec!["buyer".to_owned(), "amount".to_owned()], 2)));
    assert_eq!(read(3), Ok((vec!["A".to_owned(), "5".to_owned()], 1)));
    assert_eq!(read(5), Ok((vec!["1".to_owned(), "2".to_owned()], 0)));
    for row in [4, 6, 0] {
        assert_eq!(read(row), Err(ImportProblem::NoHeaderThere { row }));
    }
    let grouped = b"Buyer,,Contract,\nName,Country,Amount,Currency\nA,DE,5,USD\n";
    let choice = SourceChoice { header: Some(1), ..SourceChoice::default() };
    assert_eq!(
        read_book(grouped, &choice).unwrap().header,
        ["Buyer Name", "Country", "Contract Amount", "Currency"]
    );
}

#[test]
fn the_messy_list_is_found_whole() {
    let table = table(&outside("messy-list-60.xlsx"));
    assert_eq!(table.source.header_row, 3);
    assert_eq!(table.source.sheet.as_deref(), Some("客户跟进"));
    assert_eq!(table.source.sheets_left, ["2025老客户"]);
    assert_eq!(table.header.len(), 15);
    assert_eq!(table.header[..3], ["序号", "国家", "客户名称"]);
    let countries = column(&table, "国家");
    // 60 deals, the row of the total and a remark; the blank rows between are none.
    assert_eq!(table.rows.len(), 62);
    assert_eq!(countries.iter().filter(|country| country.is_empty()).count(), 2);
    assert_eq!((table.rows[0].number, table.rows[59].number), (4, 65));
    assert_eq!((&*countries[5], &*countries[6], &*countries[59]), ("越南", "俄罗斯", "土耳其"));
}
