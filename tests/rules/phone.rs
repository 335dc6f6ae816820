//! Phone numbers as people write them, in the form that links to messengers need.

use icebreak::domain::typed::phone::{PhoneProblem, international};

#[test]
fn a_number_with_its_country_code_is_read_however_it_is_written() {
    for (written, digits) in [
        ("+49 40 123456", "4940123456"),
        ("+49 (0)40 12 34-56", "4940123456"),
        ("0049 40/123456", "4940123456"),
        ("+86 138 0013 8000", "8613800138000"),
        ("＋８６ １３８ ００１３ ８０００", "8613800138000"),
        ("\u{202a}+55 11 91234\u{2011}5678\u{202c}", "5511912345678"),
        ("+1 (415) 555.0100", "14155550100"),
        (" +370\u{a0}612\u{a0}34567 ", "37061234567"),
    ] {
        assert_eq!(international(written).as_deref(), Ok(digits), "{written}");
    }
}

#[test]
fn what_is_no_number_with_a_country_code_says_why() {
    use PhoneProblem::{Missing, NoCountryCode, Unreadable};
    for (written, why) in [
        ("", Missing),
        ("  \u{200b}", Missing),
        ("040 123456", NoCountryCode),
        ("138 0013 8000", NoCountryCode),
        ("(415) 555-0100", NoCountryCode),
        ("+49 40 123456 ext. 12", Unreadable),
        ("+49 40 123456, +49 171 1234567", Unreadable),
        ("+49 40 123456 / +49 171 123", Unreadable),
        ("+0 40 123456", Unreadable),
        ("+49 12", Unreadable),
        ("+49 1234567890123456", Unreadable),
        ("on request", Unreadable),
        ("+49?text=spam&x=1", Unreadable),
        ("+٤٩٤٠١٢٣٤٥٦", Unreadable),
    ] {
        assert_eq!(international(written), Err(why), "{written}");
    }
}
