//! The words of documents: none missing, none empty, forms and order right.

use std::fs;

use icebreak::domain::deposit::{Label, Milestone, PeriodUnit, Status};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::buyer::words::{
    DepositWord, PaperLanguage, PaperText, sentence_case, waits_in_words, window,
};

fn text(tag: &str) -> &'static PaperText {
    PaperLanguage::for_tag(tag).text(DepositWord::Prepayment)
}

/// Everything a document in this language can say, with the figures 1 to 3.
fn all_said(text: &PaperText) -> Vec<String> {
    let PaperText {
        own_name,
        colon,
        payment_schedule,
        deposit_policy,
        to,
        seller,
        buyer,
        proforma_invoice,
        proforma_date,
        product,
        contract_total,
        payment_terms,
        means_of_payment,
        currency,
        issued_on,
        rows,
        columns,
        totals,
        statuses,
        shipping,
        due,
        milestones,
        methods,
        bank,
        policy,
        sheets,
        page,
        delivery_terms,
    } = text;
    let mut said: Vec<String> = [
        own_name,
        colon,
        payment_schedule,
        deposit_policy,
        to,
        seller,
        buyer,
        proforma_invoice,
        proforma_date,
        product,
        contract_total,
        payment_terms,
        means_of_payment,
        delivery_terms,
        currency,
        &rows.deposit,
        &rows.balance,
        &columns.number,
        &columns.due,
        &columns.description,
        &columns.share,
        &columns.amount,
        &columns.paid,
        &columns.status,
        &columns.balance_after,
        &totals.total,
        &totals.paid,
        &totals.open,
        &totals.over,
        &totals.bank_fees,
        &totals.difference,
        &statuses.paid,
        &statuses.due,
        &statuses.overdue,
        &statuses.part_paid,
        &statuses.upcoming,
        &shipping.ship_by,
        &shipping.last_true_day,
        &due.then,
        &due.end_of_month,
        &due.comma,
        &methods.transfer,
        &methods.letter_of_credit_at_sight,
        &methods.cash_against_documents,
        &bank.details,
        &bank.beneficiary,
        &bank.bank,
        &bank.bank_address,
        &bank.account,
        &bank.swift,
        &bank.remarks,
        &bank.safety,
        &policy.why,
        &policy.how_much,
        &policy.used_for,
        &policy.protection,
        &policy.changes,
        &policy.questions,
        &sheets.account_card,
        &sheets.exact_name,
        &sheets.never_by_email,
        &sheets.approval_sheet,
        &sheets.agreed_terms,
        &sheets.quantity,
        &sheets.unit_price,
        &sheets.lead_time,
        &sheets.valid_until,
        &sheets.open_questions,
        &sheets.decision_needed,
        &sheets.decision,
        &sheets.decide_by,
        &sheets.approve,
        &page.for_seller,
        &page.for_buyer,
        &page.name_date_signature,
    ]
    .into_iter()
    .map(|word| (*word).to_owned())
    .collect();
    for event in Milestone::members().map(|milestone| milestones.of(milestone)) {
        said.extend([event.at, event.after].map(str::to_owned));
    }
    said.extend([
        issued_on("1"),
        (rows.deposit_of)(1, 3),
        (rows.balance_of)(1, 3),
        (rows.instalment)(1),
        (shipping.production_starts)("1"),
        (shipping.goods_ship_after)(1),
        (due.after)("1", "after"),
        (due.next_day)(&[1]),
        (due.day_of_next_month)(1),
        (bank.please_quote)("1"),
        (sheets.approve_and_pay)("1"),
        (page.page_of)(1, 3),
    ]);
    for unit in PeriodUnit::members() {
        said.push((due.span)(1, unit));
    }
    said
}

#[test]
fn no_word_is_empty_or_doubled_and_what_is_given_is_said() {
    for language in PaperLanguage::members() {
        for word in DepositWord::members() {
            let text = language.text(word);
            let said = all_said(text);
            assert!(said.len() > 105, "{language:?}");
            for words in &said {
                assert!(!words.is_empty(), "{language:?}: {said:?}");
                assert!(!words.contains("  ") && !words.contains(['{', '}']), "{language:?}: {words:?}");
            }
            let Some(given) = said.get(said.len() - 15..) else { panic!("{said:?}") };
            for words in given {
                assert!(words.contains('1'), "{language:?}: {words:?} leaves out what it was given");
            }
            assert!((text.rows.deposit_of)(2, 7).contains('2') && (text.rows.deposit_of)(2, 7).contains('7'));
            assert!((text.page.page_of)(4, 9).contains('4') && (text.page.page_of)(4, 9).contains('9'));
            assert!((text.bank.please_quote)("PI-2607").contains("PI-2607"));
            let after = (text.due.after)("SPAN", "EVENT");
            assert!(after.contains("SPAN") && after.contains("EVENT"), "{after}");
        }
    }
}

/// A word that was copied from English would be taken for translated; these few are the same by right.
#[test]
fn languages_do_not_borrow_english_words() {
    let same = ["SWIFT / BIC", ": ", ", ", "No.", "Status", "Total", "Description", "Notes", "Bank"];
    let english = all_said(text("en"));
    for language in PaperLanguage::members().filter(|language| *language != PaperLanguage::English) {
        let said = all_said(language.text(DepositWord::Prepayment));
        for (words, english) in said.iter().zip(&english) {
            // What the test itself gives, and nothing else.
            let bare = words.chars().all(|sign| sign.is_ascii_digit()) || words == "1 after";
            assert!(words != english || bare || same.contains(&words.as_str()), "{language:?}: {words:?}");
        }
    }
}

#[test]
fn counted_days_take_the_right_form() {
    for (tag, forms) in [
        ("en", ["1 day", "2 days", "5 days", "11 days", "21 days"]),
        ("de", ["1 Tag", "2 Tage", "5 Tage", "11 Tage", "21 Tage"]),
        ("fr", ["1 jour", "2 jours", "5 jours", "11 jours", "21 jours"]),
        ("es", ["1 día", "2 días", "5 días", "11 días", "21 días"]),
        ("pt", ["1 dia", "2 dias", "5 dias", "11 dias", "21 dias"]),
        ("it", ["1 giorno", "2 giorni", "5 giorni", "11 giorni", "21 giorni"]),
        ("ru", ["1 день", "2 дня", "5 дней", "11 дней", "21 день"]),
        ("uk", ["1 день", "2 дні", "5 днів", "11 днів", "21 день"]),
        ("pl", ["1 dzień", "2 dni", "5 dni", "11 dni", "21 dni"]),
        ("tr", ["1 gün", "2 gün", "5 gün", "11 gün", "21 gün"]),
        ("vi", ["1 ngày", "2 ngày", "5 ngày", "11 ngày", "21 ngày"]),
        ("ko", ["1일", "2일", "5일", "11일", "21일"]),
        ("zh", ["1 天", "2 天", "5 天", "11 天", "21 天"]),
        ("zh-TW", ["1 天", "2 天", "5 天", "11 天", "21 天"]),
    ] {
        let said = [1, 2, 5, 11, 21].map(|count| (text(tag).due.span)(count, PeriodUnit::Days));
        assert_eq!(said, forms, "{tag}");
    }
    let months = [1, 3, 5, 22].map(|count| (text("pl").due.span)(count, PeriodUnit::Months));
    assert_eq!(months, ["1 miesiąc", "3 miesiące", "5 miesięcy", "22 miesiące"]);
    let weeks = [1, 3, 5, 21].map(|count| (text("ru").due.span)(count, PeriodUnit::Weeks));
    assert_eq!(weeks, ["1 неделю", "3 недели", "5 недель", "21 неделю"]);
}

#[test]
fn what_stands_before_a_number_agrees_with_how_it_is_spoken() {
    for (share, words) in [
        ("30%", "del 30%"),
        ("33,33%", "del 33,33%"),
        ("8%", "dell’8%"),
        ("80%", "dell’80%"),
        ("11%", "dell’11%"),
        ("1,5%", "dell’1,5%"),
        ("100%", "del 100%"),
        ("0,5%", "dello 0,5%"),
    ] {
        let said = (text("it").shipping.production_starts)(share);
        assert!(said.contains(&format!("ricevimento {words} ")), "{said}");
    }
}

fn waits(tag: &str, when: &str) -> Option<String> {
    waits_in_words(&when.parse().unwrap(), text(tag))
}

#[test]
fn what_a_payment_waits_for_is_said_in_words() {
    for (tag, when, words) in [
        ("en", "arrival+7d", "7 days after arrival at port"),
        ("en", "bl-copy", "against copy of B/L"),
        ("en", "shipment+0d/15", "on shipment, on the next 15th from that day on"),
        ("zh", "arrival+7d", "货到目的港后 7 天"),
        ("zh", "bl-copy", "见提单副本"),
        ("zh", "bl-copy+30d/eom", "收到提单副本后 30 天，顺延至该日所在月的月底"),
        ("zh-Hant", "shipment+1m/next-1", "裝運後 1 個月，順延至該日次月 1 日"),
        ("de", "bl-copy", "gegen B/L-Kopie"),
        ("uk", "shipment+2w", "через 2 тижні після відвантаження"),
        ("vi", "arrival+7d", "7 ngày sau khi hàng đến cảng"),
        ("tr", "arrival+7d", "limana varıştan 7 gün sonra"),
        ("ko", "arrival+7d", "도착항 도착 후 7일"),
    ] {
        assert_eq!(waits(tag, when).as_deref(), Some(words), "{when} in {tag}");
    }
    // A date that is known from the start is shown as a date.
    for when in ["2026-11-30", "+30d", "eom+30d", "eonm+0d", "+0d/15"] {
        assert_eq!(waits("en", when), None, "{when}");
    }
    assert_eq!(sentence_case("iki", PaperLanguage::Turkish), "İki");
    assert_eq!(sentence_case("über", PaperLanguage::German), "Über");
}

#[test]
fn rows_are_named_by_what_they_are() {
    for (tag, label, part, parts, name) in [
        ("en", Label::Deposit, 1, 1, "Deposit"),
        ("en", Label::Deposit, 1, 3, "Deposit 1 of 3"),
        ("en", Label::Balance, 2, 2, "Balance 2 of 2"),
        ("en", Label::Line, 2, 3, "Instalment 2"),
        ("fr", Label::Deposit, 1, 3, "Acompte 1 sur 3"),
        ("en", Label::Line, 1, 1, "Payment"),
        ("zh", Label::Deposit, 1, 3, "第 1 期预付款（共 3 期）"),
        ("ru", Label::Balance, 1, 1, "Окончательный платёж"),
    ] {
        assert_eq!(text(tag).rows.name(label, part, parts), name, "{tag}");
    }
    for status in Status::members() {
        assert!(!text("vi").statuses.of(status).is_empty());
    }
    assert_eq!(text("de").statuses.of(Status::PartPaid), "Teilweise bezahlt");
    assert_eq!(text("fr").labelled("Total", "30"), "Total\u{a0}: 30");
}

#[test]
fn the_word_for_the_deposit_changes_everywhere_or_nowhere() {
    for language in PaperLanguage::members() {
        let plain = all_said(language.text(DepositWord::Prepayment));
        let earnest = all_said(language.text(DepositWord::Earnest));
        if language.is_chinese() {
            assert!(plain.iter().all(|words| !words.contains("定金")), "{language:?}");
            assert!(earnest.iter().all(|words| !words.contains(['预', '預'])), "{language:?}");
            assert!(earnest.iter().filter(|words| words.contains("定金")).count() >= 6);
        } else {
            assert_eq!(plain, earnest, "{language:?}");
        }
    }
    for language in [Language::English, Language::Chinese] {
        for (paper, law) in [(PaperLanguage::Chinese, "20"), (PaperLanguage::TraditionalChinese, "249")] {
            let note = window::deposit_word_note(DepositWord::Earnest, paper, language).unwrap();
            assert!(note.contains(law) && note.contains("定金"), "{note}");
            assert_eq!(window::deposit_word_note(DepositWord::Prepayment, paper, language), None);
        }
        assert!(window::unchecked_note(PaperLanguage::German, language).is_some());
        assert_eq!(window::unchecked_note(PaperLanguage::Chinese, language), None);
    }
}

/// Chinese with commas and brackets of English would look typed in haste; U+FF0C and its kind are meant.
#[test]
fn chinese_words_have_full_width_signs() {
    for file in ["languages/chinese.rs", "languages/chinese_traditional.rs", "window.rs"] {
        let path = format!("{}/src/text/buyer/words/{file}", env!("CARGO_MANIFEST_DIR"));
        let source = fs::read_to_string(path).unwrap();
        let is_chinese = |sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign);
        let signs: Vec<char> = source.chars().collect();
        for pair in signs.windows(2) {
            assert!(!(is_chinese(pair[0]) && [',', ';', '(', '?'].contains(&pair[1])), "{file}: {pair:?}");
        }
    }
}
