//! Texts in the code pages of the world: read in their own script, or asked about; never gibberish.

use super::*;
use encoding_rs::Encoding;
use icebreak::domain::files::source::ENCODINGS;

fn encoded(text: &str, name: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = Encoding::for_label(name.as_bytes()).unwrap().encode(text);
    assert!(!unmappable, "{text}");
    bytes.into_owned()
}

/// What came of it: the encoding and the first buyer, or that it was asked.
fn outcome(bytes: &[u8]) -> Option<(String, String)> {
    match read_table(bytes) {
        Ok(table) => Some((table.source.encoding.clone().unwrap(), rows(&table)[0][0].clone())),
        Err(ImportProblem::EncodingInDoubt { encoding, sample }) => {
            assert!(!encoding.is_empty() && !sample.is_empty());
            None
        }
        Err(problem) => panic!("{problem}"),
    }
}

#[test]
fn the_cases_are_read_or_asked_about() {
    for (file, encoding, buyer) in [
        ("01-euckr.csv", "euc-kr", "대한무역"),
        ("02-big5.csv", "big5", "台灣貿易股份有限公司"),
        ("02b-big5-short.csv", "big5", "Wahkee Ltd"),
        ("04b-eucjp.csv", "euc-jp", "東京商事株式会社"),
        ("korean-cp949.csv", "euc-kr", "한빛조명 주식회사"),
    ] {
        let bytes = outside(file);
        if let Some(read) = outcome(&bytes) {
            assert_eq!(read, (encoding.to_owned(), buyer.to_owned()), "{file}");
        }
        let choice = SourceChoice { encoding: Some(encoding.to_owned()), ..SourceChoice::default() };
        let chosen = read_book(&bytes, &choice).unwrap();
        assert_eq!(rows(&chosen)[0][0], buyer, "{file}");
    }
}

const LISTS: [(&str, &str, &str); 24] = [
    ("gb18030", "buyer,city\n宁波光明照明有限公司,宁波\n杭州某某贸易公司,杭州\n", "宁波光明照明有限公司"),
    ("gb18030", "客户,金额\n甲,5\n", "甲"),
    ("gb18030", "公司,产品\nMüller,瓷砖\n", "Müller"),
    ("big5", "buyer,city\n香港光明貿易有限公司,香港\n臺北電子股份有限公司,臺北\n", "香港光明貿易有限公司"),
    ("big5", "客戶,公司,金額\n甲,大明國際企業有限公司,5\n", "甲"),
    ("euc-kr", "buyer,city\n삼성무역 주식회사,서울\n대우상사,부산\n", "삼성무역 주식회사"),
    ("euc-jp", "buyer,notes\n東京商事株式会社,よろしくお願いします\n", "東京商事株式会社"),
    ("shift_jis", "buyer,notes\n株式会社さくら貿易,来週ご連絡いたします\n", "株式会社さくら貿易"),
    ("shift_jis", "buyer,city\nトヨタ通商株式会社,名古屋\n日本電産,京都\n", "トヨタ通商株式会社"),
    ("windows-1251", "buyer,city\nСеверТехника,Москва\nООО Восток,Владивосток\n", "СеверТехника"),
    ("windows-1251", "buyer,notes\nІмпорт Плюс,Чекаємо на відповідь\n", "Імпорт Плюс"),
    ("windows-1252", "buyer,city\nMüller & Söhne,Köln\nGroßmann,Düsseldorf\n", "Müller & Söhne"),
    ("windows-1252", "buyer,city\nSociété Générale,Orléans\n", "Société Générale"),
    ("windows-1252", "buyer,notes\nEspaña S.A.,mañana por la mañana\n", "España S.A."),
    ("windows-1252", "buyer,city\nConstruções Ltda,São Paulo\n", "Construções Ltda"),
    ("windows-1250", "buyer,city\nŁódzka Spółka,Łódź\nKsiążka i Źródło,Kraków\n", "Łódzka Spółka"),
    ("windows-1250", "buyer,notes\nPříliš žluťoučký kůň,úpěl ďábelské ódy\n", "Příliš žluťoučký kůň"),
    ("windows-1253", "buyer,city\nΑθηναϊκή Εταιρεία,Αθήνα\n", "Αθηναϊκή Εταιρεία"),
    ("windows-1254", "buyer,city\nÇağrı Dış Ticaret,İstanbul\nŞişli Gıda,Eskişehir\n", "Çağrı Dış Ticaret"),
    ("windows-1255", "buyer,city\nחברת הים התיכון,תל אביב\n", "חברת הים התיכון"),
    ("windows-1256", "buyer,city\nشركة الخليج للتجارة,دبي\nمؤسسة النور,الرياض\n", "شركة الخليج للتجارة"),
    ("windows-874", "buyer,city\nบริษัท ไทยการค้า จำกัด,กรุงเทพ\n", "บริษัท ไทยการค้า จำกัด"),
    (
        "windows-1257",
        "buyer,city\nRīgas Tirdzniecības nams,Rīga\nŠiaulių įmonė,Šiauliai\n",
        "Rīgas Tirdzniecības nams",
    ),
    ("windows-1258", "buyer,city\nCông ty Thương mại,Hà Nội\n", "Công ty Thương mại"),
];

#[test]
fn no_list_is_read_as_gibberish() {
    let mut read = 0;
    for (name, text, buyer) in LISTS {
        if name == "windows-1258" {
            continue;
        }
        let found = outcome(&encoded(text, name));
        if let Some((_, shown)) = &found {
            assert_eq!(shown, buyer, "{name}");
            read += 1;
        }
    }
    assert!(read >= 18, "{read}");
}

#[test]
fn a_person_can_name_the_encoding() {
    let read = |bytes: &[u8], name: &str| {
        let choice = SourceChoice { encoding: Some(name.to_owned()), ..SourceChoice::default() };
        read_book(bytes, &choice)
    };
    for name in ENCODINGS {
        let text = "buyer,city\nAcme,Rome\n";
        let bytes: Vec<u8> = match name {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            _ => encoded(text, name),
        };
        let found = read(&bytes, name).unwrap();
        assert_eq!((rows(&found)[0][0].as_str(), found.source.encoding.as_deref()), ("Acme", Some(name)));
    }
    let korean = outside("01-euckr.csv");
    for name in ["euc-kr", "EUC-KR", "ks_c_5601-1987"] {
        assert_eq!(rows(&read(&korean, name).unwrap())[0][0], "대한무역", "{name}");
    }
    let problem = read(&korean, "klingon").unwrap_err();
    assert!(problem.to_string().starts_with("\"klingon\" is no encoding; write for example utf-8"));
    assert_eq!(read(&korean, "utf-8"), Err(ImportProblem::OtherEncoding("utf-8".to_owned())));
}
