//! Finding deals by what people type.
#![allow(clippy::expect_used)]

use std::sync::Arc;

use proptest::prelude::*;

use icebreak::assets::countries::search_words;
use icebreak::domain::contact::Contact;
use icebreak::domain::country::Country;
use icebreak::domain::deal::{Buyer, Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::script::forms::{SpelledKind, WrittenForm};
use icebreak::domain::search::{SearchIndex, fold};

fn deal(id: &str, company: &str, change: impl FnOnce(&mut Deal)) -> Deal {
    let mut deal = Deal::new(DealId::new(id), company);
    change(&mut deal);
    deal
}

fn document(deals: impl IntoIterator<Item = Deal>) -> Document {
    let deals = deals.into_iter().map(|deal| (deal.id.clone(), Arc::new(deal))).collect();
    Document { deals, ..Document::default() }
}

fn market() -> Document {
    document([
        deal("mueller", "Müller & Söhne GmbH", |deal| {
            deal.buyer.country = Country::from_code("DE");
            deal.buyer.city = "Hamburg".to_owned();
            deal.agreed.pi = "PI-2607".to_owned();
            deal.product = "LED panels 600×600".to_owned();
            deal.tags = vec!["canton-fair".to_owned()];
            deal.contacts = vec![Contact {
                name: "Anna Schmidt".to_owned(),
                email: "a.schmidt@mueller.example".to_owned(),
                ..Contact::default()
            }];
        }),
        deal("hengda", "恒达五金贸易公司", |deal| {
            deal.product = "304不锈钢螺栓".to_owned();
            deal.forms.set(WrittenForm::new("304不锈钢螺栓", SpelledKind::Words, "en", "Hex bolts 304"));
            let mut contact = Contact { name: "阮先生".to_owned(), ..Contact::default() };
            contact.forms.set(WrittenForm::new("阮先生", SpelledKind::Name, "en", "Mr Ruan"));
            deal.contacts = vec![contact];
        }),
        deal("chongqing", "重庆银行设备", |_| {}),
        deal("minh", "Công ty TNHH Minh Phát", |deal| deal.buyer.city = "Đà Nẵng".to_owned()),
        deal("sever", "ООО «СеверТехника»", |_| {}),
        deal("tokyo", "東京商事株式会社", |deal| deal.product = "Ball bearings".to_owned()),
        deal("panel", "Panel World", |_| {}),
        deal("wide", "ＡＢＣ Ｔｒａｄｉｎｇ", |_| {}),
        deal("kilic", "Kılıç Yapı", |_| {}),
        deal("lodz", "Łódź Øst Strasse", |deal| deal.product = "Straße".to_owned()),
    ])
}

fn found(query: &str) -> Vec<String> {
    let index = SearchIndex::new(&market(), &search_words);
    index.search_ids(query).iter().map(|id| id.as_str().to_owned()).collect()
}

#[test]
fn a_deal_is_found_by_whatever_people_know_of_it() {
    let check = |query: &str, expected: &[&str]| assert_eq!(found(query), expected, "{query:?}");
    for query in [
        "müller",
        "MULLER",
        "mueller",
        "Söhne",
        "soehne",
        "schmidt",
        "A.Schmidt@",
        "pi-2607",
        "pi2607",
        "2607",
        "led panels",
        "panels led",
        "canton",
        "hamburg",
        "germany",
        "德国",
        "mu schm",
    ] {
        check(query, &["mueller"]);
    }
    for query in ["恒达", "五金", "hengda", "hd", "HDWJ", "hengdawujin", "bxg", "buxiugang", "螺栓"] {
        check(query, &["hengda"]);
    }
    for query in ["重庆", "chongqing", "cqyh", "yinhang"] {
        check(query, &["chongqing"]);
    }
    for (company, queries) in [
        ("中国银行厦门分行", &["xmfh", "zgyhxmfh", "xiamen", "zhongguo yinhang", "zhgyh"][..]),
        ("中国工商银行长沙分行", &["csfh", "changsha", "zggsyh"]),
        ("招商银行重庆分行", &["cqfh", "chongqing"]),
        ("佛山市顺德区乐从镇", &["fssd", "fsssd", "shunde", "shundelec"]),
        ("广州市番禺区大石街", &["gzspy", "panyu", "gzpy"]),
        ("绿色女装", &["lvse", "nvzhuang", "luse", "lsnz"]),
    ] {
        let index = SearchIndex::new(&document([deal("only", company, |_| {})]), &search_words);
        for query in queries {
            assert_eq!(index.search(query).len(), 1, "{company}: {query}");
        }
        for query in ["zzz", "yhzg", "xiamn"] {
            assert!(index.search(query).is_empty(), "{company}: {query}");
        }
    }
    for query in ["cong ty", "Minh Phat", "da nang", "đà nẵng"] {
        check(query, &["minh"]);
    }
    check("севертехника", &["sever"]);
    check("東京", &["tokyo"]);
    check("abc trading", &["wide"]);
    check("ａｂｃ", &["wide"]);
    check("lodz ost", &["lodz"]);
    check("strasse", &["lodz"]);
    check("kilic", &["kilic"]);
    check("muller tokyo", &[]);
    check("nothing like it", &[]);
}

#[test]
fn the_buyers_name_ranks_first() {
    assert_eq!(found("panel"), ["panel", "mueller"]);
    assert_eq!(found("").len(), market().deals.len());
    assert_eq!(found("  ").len(), market().deals.len());
}

#[test]
fn an_updated_index_finds_what_a_new_one_finds() {
    let mut document = market();
    let mut index = SearchIndex::new(&document, &search_words);
    let change = |deal: Deal, document: &mut Document| {
        document.deals.insert(deal.id.clone(), Arc::new(deal));
    };
    change(deal("panel", "Renamed Ltd", |_| {}), &mut document);
    change(deal("aaa", "First Ltd", |_| {}), &mut document);
    change(deal("zzz", "Last Ltd", |_| {}), &mut document);
    document.deals.remove(&DealId::new("tokyo"));
    index.update(&document, &search_words);
    let fresh = SearchIndex::new(&document, &search_words);
    for query in ["", "ltd", "panel", "renamed", "bearings", "müller", "hd"] {
        assert_eq!(index.search_ids(query), fresh.search_ids(query), "{query:?}");
    }
    assert_eq!(index.search_ids("ltd").len(), 3);
}

#[test]
fn unchanged_deals_are_not_read_again() {
    let document = market();
    let mut index = SearchIndex::new(&document, &search_words);
    let asked = std::cell::Cell::new(0);
    index.update(&document, &|_| {
        asked.set(asked.get() + 1);
        String::new()
    });
    assert_eq!(asked.get(), 0);
    assert_eq!(index.search_ids("germany").len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn every_name_finds_its_deal(company in "\\PC{1,24}") {
        let buyer = Buyer { company: company.clone(), ..Buyer::default() };
        let deal = Deal { buyer, ..Deal::new(DealId::new("any"), "") };
        let index = SearchIndex::new(&document([deal]), &search_words);
        prop_assert_eq!(index.search(&company).len(), 1);
    }

    #[test]
    fn case_does_not_count(company in "[a-zA-Zà-žÀ-Ž\\u{4e00}-\\u{9fa5} ]{1,24}") {
        let found = fold(&company);
        prop_assert_eq!(fold(&company.to_uppercase()), found.as_str());
        prop_assert_eq!(fold(&company.to_lowercase()), found.as_str());
    }

    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,24}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}

#[test]
fn a_deal_is_found_by_how_its_names_and_goods_are_written_for_others() {
    for query in ["ruan", "hex bolts", "阮先生"] {
        assert_eq!(found(query), ["hengda"], "{query:?}");
    }
}
