//! Numbers and dates against answers that CLDR gives.

use chrono::NaiveDate;
use icebreak::domain::country::Country;
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::names::Named as _;
use icebreak::domain::typed::amount::{ExpectedCurrency, UnderstoodAmount, understand_amount};
use icebreak::text::buyer::reader::ReaderFormat;
use icebreak::text::buyer::words::PaperLanguage;
use proptest::prelude::*;

/// `de+CH` is German for a buyer in Switzerland.
fn reader(locale: &str) -> ReaderFormat {
    let (tag, country) = locale.split_once('+').unwrap_or((locale, ""));
    ReaderFormat::new(tag, Country::from_code(country))
}

fn money(amount: &str) -> Money {
    let (code, amount) = amount.split_once(' ').unwrap();
    Money::parse_plain(amount, Currency::from_code(code).unwrap()).unwrap()
}

/// `_` stands for a no-break space and `~` for a narrow one.
fn visible(text: &str) -> String {
    text.replace('\u{a0}', "_").replace('\u{202f}', "~")
}

fn check_money(locale: &str, amount: &str, expected: &str) {
    assert_eq!(visible(&reader(locale).money(money(amount))), expected, "{amount} in {locale}");
}

#[test]
fn amounts_are_grouped_and_placed_as_the_reader_writes_them() {
    for (locale, euros, dollars) in [
        ("en", "€30,000.00", "USD_1,234,567.89"),
        ("en+GB", "€30,000.00", "USD_1,234,567.89"),
        ("en+US", "€30,000.00", "USD_1,234,567.89"),
        // Indian grouping.
        ("en+IN", "€30,000.00", "USD_12,34,567.89"),
        ("en-IN+DE", "€30,000.00", "USD_12,34,567.89"),
        // English as the language of trade.
        ("en+DE", "€30,000.00", "USD_1,234,567.89"),
        ("en+JP", "€30,000.00", "USD_1,234,567.89"),
        ("ja+JP", "€30,000.00", "USD_1,234,567.89"),
        ("", "€30,000.00", "USD_1,234,567.89"),
        ("zh", "€30,000.00", "USD_1,234,567.89"),
        ("zh-TW", "€30,000.00", "USD_1,234,567.89"),
        ("de", "30.000,00_€", "1.234.567,89_USD"),
        ("de+DE", "30.000,00_€", "1.234.567,89_USD"),
        ("de+AT", "€_30.000,00", "USD_1.234.567,89"),
        ("de+CH", "€_30’000.00", "USD_1’234’567.89"),
        ("fr", "30~000,00_€", "1~234~567,89_USD"),
        ("fr+CA", "30_000,00_€", "1_234_567,89_USD"),
        ("fr+CH", "€_30’000.00", "USD_1’234’567.89"),
        ("es", "30.000,00_€", "1.234.567,89_USD"),
        ("es+MX", "€30,000.00", "USD_1,234,567.89"),
        ("es+AR", "€_30.000,00", "USD_1.234.567,89"),
        ("es+CL", "€30.000,00", "USD_1.234.567,89"),
        ("pt", "€_30.000,00", "USD_1.234.567,89"),
        ("pt-BR", "€_30.000,00", "USD_1.234.567,89"),
        ("pt+PT", "30_000,00_€", "1_234_567,89_USD"),
        ("it", "30.000,00_€", "1.234.567,89_USD"),
        ("it+CH", "€_30’000.00", "USD_1’234’567.89"),
        ("ru", "30_000,00_€", "1_234_567,89_USD"),
        ("uk", "30_000,00_€", "1_234_567,89_USD"),
        ("pl", "30_000,00_€", "1_234_567,89_USD"),
        ("tr", "30.000,00_€", "1.234.567,89_USD"),
        ("ko", "€30,000.00", "USD_1,234,567.89"),
        ("ko+KR", "€30,000.00", "USD_1,234,567.89"),
        ("vi", "30.000,00_€", "1.234.567,89_USD"),
    ] {
        check_money(locale, "EUR 30000.00", euros);
        check_money(locale, "USD 1234567.89", dollars);
    }
    // In Spanish, Italian, Polish and the Portuguese of Portugal running text groups from five digits on, but a column of
    // amounts does not.
    check_money("es", "EUR 3333.00", "3.333,00_€");
    check_money("it", "EUR 1000.00", "1.000,00_€");
    check_money("pl", "EUR 9999.99", "9_999,99_€");
    check_money("pt+PT", "EUR 1111.11", "1_111,11_€");
    check_money("es+MX", "EUR 3000.00", "€3,000.00");
    check_money("es", "EUR 999.99", "999,99_€");
    check_money("es", "EUR 10000.50", "10.000,50_€");
    check_money("es", "EUR 13333.00", "13.333,00_€");
    check_money("pl", "JPY 1000", "1_000_JPY");
    check_money("en+IN", "EUR 1010.00", "€1,010.00");
    assert_eq!(visible(&reader("es").money(Money::from_minor(-333_300, Currency::EUR))), "-3.333,00_€");
}

#[test]
fn every_currency_keeps_its_own_digits() {
    check_money("de", "JPY 30000", "30.000_JPY");
    check_money("fr", "KWD 1234.567", "1~234,567_KWD");
    check_money("vi", "VND 30000000", "30.000.000_VND");
    check_money("en", "JPY 0", "JPY_0");
    let negative = Money::from_minor(-123_456, Currency::EUR);
    assert_eq!(reader("en").money(negative), "-€1,234.56");
    assert_eq!(visible(&reader("de").money(negative)), "-1.234,56_€");
    // The largest there is, to the cent.
    let most = Money::from_minor(i64::MAX, Currency::USD);
    assert_eq!(visible(&reader("de").money(most)), "92.233.720.368.547.758,07_USD");
}

#[test]
fn only_signs_that_no_reader_mistakes_are_used() {
    check_money("en", "GBP 30.00", "£30.00");
    // Cairo has a pound of its own.
    check_money("en+EG", "GBP 30.00", "GBP_30.00");
    for amount in ["USD 30.00", "CNY 30.00", "JPY 30", "AUD 30.00", "INR 30.00"] {
        let (code, number) = amount.split_once(' ').unwrap();
        for locale in ["en", "en+US", "zh", "en+IN", "es+MX", "ja+JP"] {
            check_money(locale, amount, &format!("{code}_{number}"));
        }
    }
    assert_eq!(visible(&reader("de").money_with_code(money("EUR 30.00"))), "30,00_EUR");
    assert_eq!(visible(&reader("zh").money_with_code(money("EUR 30.00"))), "EUR_30.00");
}

#[test]
fn percentages_stand_where_the_language_puts_them() {
    for (locale, expected) in [
        ("en", "33.33%"),
        ("zh", "33.33%"),
        ("de", "33,33_%"),
        ("de+CH", "33.33%"),
        ("fr", "33,33~%"),
        ("fr+CA", "33,33_%"),
        ("es", "33,33_%"),
        ("es+MX", "33.33%"),
        ("pt", "33,33%"),
        ("it", "33,33%"),
        ("ru", "33,33_%"),
        ("uk", "33,33%"),
        ("pl", "33,33%"),
        ("tr", "%33,33"),
        ("vi", "33,33%"),
        ("ko", "33.33%"),
    ] {
        assert_eq!(visible(&reader(locale).percent("33.33".parse().unwrap())), expected, "{locale}");
    }
    assert_eq!(reader("en").percent("30.00".parse().unwrap()), "30%");
    assert_eq!(reader("en").percent("84.746".parse().unwrap()), "84.746%");
}

#[test]
fn dates_are_in_the_readers_words_and_order() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    for (locale, long, short, with_weekday) in [
        ("en", "30 November 2026", "30 Nov 2026", "Monday, 30 November 2026"),
        ("en+DE", "30 November 2026", "30 Nov 2026", "Monday, 30 November 2026"),
        ("en+US", "November 30, 2026", "Nov 30, 2026", "Monday, November 30, 2026"),
        ("zh", "2026年11月30日", "2026年11月30日", "2026年11月30日星期一"),
        ("zh-Hant+TW", "2026年11月30日", "2026年11月30日", "2026年11月30日（星期一）"),
        ("de", "30. November 2026", "30.11.2026", "Montag, 30. November 2026"),
        ("fr", "30 novembre 2026", "30/11/2026", "lundi 30 novembre 2026"),
        ("fr+CA", "30 novembre 2026", "2026-11-30", "lundi 30 novembre 2026"),
        ("es", "30 de noviembre de 2026", "30 nov 2026", "lunes, 30 de noviembre de 2026"),
        ("pt-BR", "30 de novembro de 2026", "30/11/2026", "segunda-feira, 30 de novembro de 2026"),
        ("pt+PT", "30 de novembro de 2026", "30/11/2026", "segunda-feira, 30 de novembro de 2026"),
        ("it", "30 novembre 2026", "30/11/2026", "lunedì 30 novembre 2026"),
        ("ru", "30 ноября 2026 г.", "30.11.2026", "понедельник, 30 ноября 2026 г."),
        ("uk", "30 листопада 2026 р.", "30.11.2026", "понеділок, 30 листопада 2026 р."),
        ("pl", "30 listopada 2026 r.", "30.11.2026", "poniedziałek, 30 listopada 2026 r."),
        ("tr", "30 Kasım 2026", "30.11.2026", "30 Kasım 2026 Pazartesi"),
        ("vi", "ngày 30 tháng 11 năm 2026", "30/11/2026", "Thứ Hai, ngày 30 tháng 11 năm 2026"),
        ("ko", "2026년 11월 30일", "2026. 11. 30.", "2026년 11월 30일 월요일"),
    ] {
        let reader = reader(locale);
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(plain(reader.date_long(day)), long, "{locale}");
        assert_eq!(plain(reader.date_short(day)), short, "{locale}");
        assert_eq!(plain(reader.date_with_weekday(day)), with_weekday, "{locale}");
    }
    let first = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    assert_eq!(reader("fr").date_long(first), "1er janvier 2027");
    assert_eq!(reader("fr").date_with_weekday(first), "vendredi 1er janvier 2027");
    assert_eq!(reader("pt-BR").date_long(first), "1º de janeiro de 2027");
    assert_eq!(reader("pt+PT").date_long(first), "1 de janeiro de 2027");
    assert_eq!(reader("de+AT").date_long(first), "1. Jänner 2027");
}

#[test]
fn no_column_of_dates_leaves_open_which_is_the_month() {
    let first = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    for (locale, expected) in
        [("es+PA", "1 nov 2026"), ("es+ES", "1 nov 2026"), ("en+NZ", "1 Nov 2026"), ("en+US", "Nov 1, 2026")]
    {
        assert_eq!(visible(&reader(locale).date_short(first)).replace('_', " "), expected, "{locale}");
    }
    for country in icebreak::assets::countries::all() {
        for language in [PaperLanguage::English, PaperLanguage::Spanish] {
            let written = ReaderFormat::of(language, Some(country.country)).date_short(first);
            let letters = written.chars().filter(|sign| sign.is_alphabetic()).count();
            assert!(letters >= 3, "{language:?} in {:?}: {written}", country.country);
        }
    }
}

#[test]
fn tags_as_people_and_programs_write_them_find_their_language() {
    for (tag, expected) in [
        ("en", "en"),
        ("EN-us", "en"),
        ("de_AT", "de"),
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-Hans-HK", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("pt-BR", "pt"),
        ("vi-VN", "vi"),
        (" fr ", "fr"),
        ("ko-KR", "ko"),
        ("ja", "en"),
        ("ar", "en"),
        ("", "en"),
        ("german", "en"),
    ] {
        assert_eq!(PaperLanguage::for_tag(tag).name(), expected, "{tag}");
    }
    for (language, tag) in PaperLanguage::ALL {
        assert_eq!(PaperLanguage::for_tag(tag), *language);
    }
}

const COUNTRIES: [&str; 22] = [
    "", "US", "GB", "IN", "CN", "TW", "HK", "DE", "AT", "CH", "FR", "CA", "ES", "MX", "AR", "BR", "PT", "IT",
    "RU", "UA", "TR", "ZA",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever is written for a reader is read back as the same money, or asked.
    #[test]
    fn what_is_written_is_read_back(
        minor in prop_oneof![0_i64..2_000_000, 0..=i64::MAX],
        code in prop::sample::select(vec!["EUR", "USD", "GBP", "JPY", "CNY", "KWD", "VND", "INR", "CHF", "CLF"]),
        (language, _) in prop::sample::select(PaperLanguage::ALL),
        country in prop::sample::select(COUNTRIES.to_vec()),
    ) {
        let currency = Currency::from_code(code).unwrap();
        let money = Money::from_minor(minor, currency);
        let reader = ReaderFormat::of(language, Country::from_code(country));
        for written in [reader.money(money), reader.money_with_code(money), reader.amount(money)] {
            let understood = understand_amount(&written, ExpectedCurrency::Only(currency));
            let meanings = match &understood {
                UnderstoodAmount::One(amount) => std::slice::from_ref(amount),
                UnderstoodAmount::Several(meanings) => meanings.as_slice(),
                UnderstoodAmount::Problem(_) => &[],
            };
            prop_assert!(
                meanings.iter().any(|amount| amount.money() == Some(money)),
                "{:?} in {:?} {}: {:?}", written, language, country, understood
            );
        }
    }
}
