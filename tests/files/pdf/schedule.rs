//! The payment schedule: every row and amount in it, in every language, page for page.

use icebreak::domain::country::Country;
use icebreak::domain::deal::Deal;
use icebreak::domain::deposit::{Means, Payment, Plan};
use icebreak::domain::library::Company;
use icebreak::domain::library::logo::LogoProblem;
use icebreak::domain::money::Money;
use icebreak::domain::names::Named as _;
use icebreak::exchange::papers::pdf::setting::faces::is_drawn;
use icebreak::exchange::papers::pdf::setting::lines::Setter;
use icebreak::exchange::papers::pdf::{PdfProblem, look};
use icebreak::text::buyer::schedule::Voice;
use icebreak::text::buyer::words::{DepositWord, PaperLanguage, country_line};
use proptest::prelude::*;

use super::made::*;

/// `PDF_SAMPLES=folder cargo test --test pdf -- --ignored` writes papers to look at.
#[test]
#[ignore = "writes papers to look at"]
fn samples() {
    let folder = std::path::PathBuf::from(std::env::var_os("PDF_SAMPLES").expect("PDF_SAMPLES is a folder"));
    let company = company();
    let write = |name: &str, plan: &Plan, buyer: &str, language: &str, country: &str| {
        let paper = schedule(plan, Some(&deal(buyer, language, country)), &company).unwrap();
        std::fs::write(folder.join(format!("{name}.pdf")), &paper.bytes).unwrap();
        let picture = painted(plan, Some(&deal(buyer, language, country)), &company).unwrap().picture;
        let (width, height) = (picture.width as u32, picture.height as u32);
        let file = folder.join(format!("{name}-chat.png"));
        image::save_buffer(file, &picture.rgba, width, height, image::ColorType::Rgba8).unwrap();
    };
    for (language, country, buyer) in [
        ("en", "GB", "Brightwell & Sons Ltd"),
        ("de", "DE", LONG_GERMAN),
        ("zh", "CN", LONG_CHINESE),
        ("ru", "RU", LONG_RUSSIAN),
        ("vi", "VN", LONG_VIETNAMESE),
        ("fr", "FR", LONG_GERMAN),
    ] {
        write(&format!("{language}-3"), &usual_plan(), buyer, language, country);
        write(&format!("{language}-40"), &long_plan(40), buyer, language, country);
    }
    let mut paid = usual_plan();
    paid.tolerance = Some(euro("50"));
    paid.payments.push(payment("2026-11-20", "5985.50"));
    paid.payments.push(payment("2026-11-21", "1000"));
    let mut credit = lines_plan("48250.40", &["100%@documents"]);
    credit.terms.by = Means::LetterOfCredit;
    for (language, country, buyer) in [
        ("de", "DE", LONG_GERMAN),
        ("en", "GB", LONG_GERMAN),
        ("zh", "CN", LONG_CHINESE),
        ("ru", "RU", LONG_RUSSIAN),
    ] {
        write(&format!("{language}-paid"), &paid, buyer, language, country);
        write(&format!("{language}-credit"), &credit, buyer, language, country);
    }
    let mut long = long_plan(40);
    long.payments.push(payment("2026-11-20", "1234.5"));
    write("fr-40-paid", &long, LONG_GERMAN, "fr", "FR");
    let bare = schedule(&usual_plan(), None, &Company::default()).unwrap();
    std::fs::write(folder.join("bare.pdf"), &bare.bytes).unwrap();
}

fn payment(on: &str, amount: &str) -> Payment {
    Payment { on: day(on), money: euro(amount), reference: String::new(), extra: Default::default() }
}

/// The amounts in the table, in minor units: what stands behind each row's name.
fn check_rows(plan: &Plan, language: PaperLanguage, buyer: &str) {
    let deal = deal(buyer, language.name(), "DE");
    let paper = schedule(plan, Some(&deal), &company()).unwrap();
    assert_eq!(paper.replaced, Vec::<char>::new());
    let pages = pages_of(&paper);
    assert_eq!(pages.len(), paper.pages as usize);
    let voice = Voice::new(language.name(), Country::from_code("DE"), DepositWord::Prepayment);
    let text = squeezed(&pages.join(" "));
    let planned = plan.schedule().unwrap();
    for (row, share) in planned.rows().iter().zip(planned.shares()) {
        let (part, parts) = planned.place(row);
        let name = squeezed(&voice.words().rows.name(row.label, part, parts));
        let amount = squeezed(&voice.amount(row.amount));
        let share = squeezed(&voice.percent(share));
        let row_text = format!("{name}{share}{amount}");
        assert!(text.contains(&row_text), "{language:?}: no {row_text:?} in {text:?}");
    }
    for part in [buyer, "PI-2607", "EXCBCNBJ", "39012200092001234", "FOB Ningbo"] {
        assert!(text.contains(&squeezed(part)), "{language:?}: no {part:?} in {text:?}");
    }
    let total = voice.amount(plan.terms.total);
    assert!(text.contains(&squeezed(&format!(
        "{}{}{total}",
        voice.words().totals.total,
        voice.percent(100.into())
    ))));
}

/// Without spaces, so that neither line ends nor narrow ones matter.
fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

#[test]
fn every_row_stands_in_every_language() {
    for language in PaperLanguage::members() {
        check_rows(&usual_plan(), language, "M\u{fc}ller & S\u{f6}hne");
    }
}

#[test]
fn long_names_are_whole() {
    for (language, buyer) in [
        (PaperLanguage::German, LONG_GERMAN),
        (PaperLanguage::Chinese, LONG_CHINESE),
        (PaperLanguage::Russian, LONG_RUSSIAN),
        (PaperLanguage::Vietnamese, LONG_VIETNAMESE),
    ] {
        check_rows(&usual_plan(), language, buyer);
    }
}

#[test]
fn the_usual_schedule_takes_one_page_with_room_to_sign() {
    for language in PaperLanguage::members() {
        let paper =
            schedule(&usual_plan(), Some(&deal(LONG_GERMAN, language.name(), "DE")), &company()).unwrap();
        assert_eq!(paper.pages, 1, "{language:?}");
    }
}

#[test]
fn long_plans_repeat_the_head_on_every_page() {
    let plan = long_plan(120);
    check_rows(&plan, PaperLanguage::English, "Brightwell & Sons Ltd");
    let paper = schedule(&plan, Some(&deal("Brightwell", "en", "GB")), &company()).unwrap();
    let pages = pages_of(&paper);
    assert!(pages.len() > 3, "{}", pages.len());
    let with_rows: Vec<&String> = pages.iter().filter(|page| page.contains("Instalment")).collect();
    assert!(with_rows.len() > 3);
    for page in with_rows {
        assert!(page.contains("Due date") && page.contains("Still to pay"), "{page}");
    }
    for (number, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Page {} of {}", number + 1, pages.len())), "{page}");
        assert!(page.contains("PI-2607"), "{page}");
    }
    // The sum is not left alone.
    let last_row = pages.iter().position(|page| page.contains("Instalment 120")).unwrap();
    assert!(pages[last_row].contains("Total 100%"), "{}", pages[last_row]);
}

#[test]
fn a_thousand_rows_make_as_many_pages_as_they_need() {
    let plan = long_plan(1_000);
    let paper = schedule(&plan, Some(&deal("Brightwell", "en", "GB")), &company()).unwrap();
    let text = pages_of(&paper).join(" ");
    assert!((30..60).contains(&paper.pages), "{}", paper.pages);
    assert!(text.contains("Instalment 1000") && text.contains("Instalment 1 "));
}

#[test]
fn the_same_plan_makes_the_same_bytes() {
    let made = || schedule(&usual_plan(), Some(&deal(LONG_CHINESE, "zh", "CN")), &company()).unwrap();
    assert_eq!(made(), made());
}

#[test]
fn the_file_says_what_it_is() {
    let paper = schedule(&usual_plan(), Some(&deal(LONG_GERMAN, "de", "DE")), &company()).unwrap();
    let document = lopdf::Document::load_mem(&paper.bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"de");
    assert!(catalog.get(b"StructTreeRoot").is_ok(), "it is not tagged");
    let info =
        document.get_dictionary(document.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(info.get(b"Title").unwrap().as_str().unwrap(), b"Zahlungsplan");
    assert_eq!(info.get(b"Author").unwrap().as_str().unwrap(), company().name.as_bytes());
    assert!(info.get(b"CreationDate").unwrap().as_str().unwrap().starts_with(b"D:20261122"));
}

#[test]
fn what_was_paid_is_shown_and_what_is_open() {
    let mut plan = usual_plan();
    plan.payments.push(payment("2026-11-20", "6000"));
    let paper = schedule(&plan, Some(&deal("Brightwell", "en", "GB")), &company()).unwrap();
    let text = pages_of(&paper).join(" ");
    assert!(text.contains("Instalment 1 20% 6,000.00 6,000.00"), "{text}");
    assert!(text.contains("Instalment 2 10% 3,000.00 0.00"), "{text}");
    assert!(text.contains("Total 100% 30,000.00 6,000.00 Outstanding 24,000.00"), "{text}");
    assert!(!text.contains("Still to pay") && !text.contains("Bank charges"), "{text}");
}

/// What was accepted is said, so that the sums add up; how much would have been is the seller's business.
#[test]
fn fees_that_were_accepted_are_said_in_every_language() {
    let mut plan = usual_plan();
    plan.tolerance = Some(euro("50"));
    plan.payments.push(payment("2026-11-20", "5985.50"));
    for language in PaperLanguage::members() {
        let paper = schedule(&plan, Some(&deal("Brightwell", language.name(), "DE")), &company()).unwrap();
        let text = squeezed(&pages_of(&paper).join(" "));
        let voice = Voice::new(language.name(), Country::from_code("DE"), DepositWord::Prepayment);
        let of = |text: &str| squeezed(&voice.amount(euro(text)));
        let label = squeezed(voice.words().totals.bank_fees);
        let open = squeezed(voice.words().totals.open);
        let sums = format!("{}{label}{}{open}{}", of("5985.50"), of("14.50"), of("24000"));
        assert!(text.contains(&sums), "no {sums:?} in {text}");
        assert!(!text.contains(&of("50")), "{text}");
    }
}

#[test]
fn what_came_beyond_the_total_is_said_in_every_language() {
    let mut plan = usual_plan();
    plan.payments = vec![payment("2026-11-20", "30000"), payment("2026-11-21", "12.34")];
    for language in PaperLanguage::members() {
        let of_plan = |plan: &Plan| {
            let paper = schedule(plan, Some(&deal("Brightwell", language.name(), "DE")), &company()).unwrap();
            squeezed(&pages_of(&paper).join(" "))
        };
        let voice = Voice::new(language.name(), Country::from_code("DE"), DepositWord::Prepayment);
        let of = |text: &str| squeezed(&voice.amount(euro(text)));
        let totals = &voice.words().totals;
        let (over, open) = (squeezed(totals.over), squeezed(totals.open));
        let sums = format!("{}{over}{}{open}{}", of("30000"), of("12.34"), of("0"));
        let text = of_plan(&plan);
        assert!(text.contains(&sums), "no {sums:?} in {text}");
        let exact = Plan { payments: plan.payments[..1].to_vec(), ..plan.clone() };
        assert!(!of_plan(&exact).contains(&over));
    }
}

#[test]
fn the_country_closes_the_address_in_the_readers_language() {
    for (language, country, lines) in [
        ("de", "DE", "Biberach DEUTSCHLAND"),
        ("en", "GB", "Biberach UNITED KINGDOM"),
        ("fr", "CH", "Biberach SUISSE"),
        ("tr", "CN", "Biberach \u{c7}\u{130}N"),
        ("ru", "RU", "Biberach \u{420}\u{41e}\u{421}\u{421}\u{418}\u{42f}"),
        ("zh", "CN", "Biberach \u{4e2d}\u{56fd}"),
        ("zh-Hant", "DE", "Biberach \u{5fb7}\u{570b}"),
        ("vi", "VN", "Biberach VI\u{1ec6}T NAM"),
    ] {
        let paper =
            schedule(&usual_plan(), Some(&deal("Brightwell", language, country)), &company()).unwrap();
        let text = pages_of(&paper).join(" ");
        assert!(text.contains(lines), "no {lines:?} in {text}");
    }
}

#[test]
fn every_country_has_a_name_that_can_be_drawn() {
    for language in PaperLanguage::members() {
        for facts in icebreak::assets::countries::all() {
            let name = country_line(facts.country, language);
            assert!(!name.is_empty(), "{language:?} {:?}", facts.country);
            assert!(name.chars().all(is_drawn), "{language:?} {name}");
        }
    }
}

#[test]
fn means_of_payment_are_named_unless_it_is_a_transfer() {
    let mut plan = lines_plan("1000", &["100%@documents"]);
    let text = |plan: &Plan| {
        pages_of(&schedule(plan, Some(&deal("Brightwell", "de", "DE")), &company()).unwrap()).join(" ")
    };
    assert!(!text(&plan).contains("Zahlungsart"));
    plan.terms.by = Means::LetterOfCredit;
    assert!(text(&plan).contains("Zahlungsart Sichtakkreditiv (L/C)"), "{}", text(&plan));
    plan.terms.by = Means::Collection;
    assert!(text(&plan).contains("Kasse gegen Dokumente (CAD)"), "{}", text(&plan));
}

#[test]
fn numbers_keep_their_units_and_dates_their_weekdays() {
    let mut setter = Setter { chinese: true, ..Setter::default() };
    let mut check = |text: &str, whole: &[&str]| {
        for width in (120..480).step_by(5) {
            let lines = setter.wrap(text, look::BODY, width as f32);
            let lines: Vec<String> =
                lines.iter().map(|line| line.runs.iter().map(|run| run.text.as_str()).collect()).collect();
            for part in whole {
                assert!(lines.iter().any(|line| line.contains(part)), "{part} at {width}: {lines:?}");
            }
        }
    };
    let date = "2026\u{5e74}11\u{6708}30\u{65e5}";
    let weekday = "\u{ff08}\u{5468}\u{4e00}\u{ff09}";
    let text = format!(
        "\u{6536}\u{5230}\u{9884}\u{4ed8}\u{6b3e}\u{540e}\u{5b89}\u{6392}\u{751f}\u{4ea7}{date}{weekday}\u{524d}\u{4ed8}\u{6e05}\u{5168}\u{90e8}\u{8d27}\u{6b3e} 25 \u{5929}"
    );
    check(&text, &[&format!("{date}{weekday}"), "25 \u{5929}"]);
    check(
        "Die Ware wird 25 Tage nach Produktionsbeginn und 2 Monate nach der Abnahme versandt.",
        &["25 Tage", "2 Monate"],
    );
    let mut setter = Setter::default();
    let mut check = |text: &str, whole: &[&str]| {
        for width in (120..420).step_by(3) {
            let lines = setter.wrap(text, look::BODY, width as f32);
            let lines: Vec<String> =
                lines.iter().map(|line| line.runs.iter().map(|run| run.text.as_str()).collect()).collect();
            for part in whole {
                assert!(lines.iter().any(|line| line.contains(part)), "{part} at {width}: {lines:?}");
            }
        }
    };
    check(
        "The balance is paid by T/T against a copy of the B/L, or under an L/C at sight, D/P or O/A, as 1 of 3 parts.",
        &["T/T", "B/L", "L/C", "D/P", "O/A", "1 of 3"],
    );
    check(
        "Платёж 1 из 3 производится не позднее 5-го числа, остаток до 30 ноября 2026 г. против копии B/L.",
        &["1 из 3", "5-го", "30 ноября", "B/L"],
    );
    check(
        "Rate 2 von 3 ist am 30. November 2026 fällig, Preis je USD/Stk, Angebot gültig bis 7. Dezember.",
        &["2 von 3", "30. November", "7. Dezember"],
    );
    // A path is torn all the same, or it would leave the paper.
    let torn =
        Setter::default().wrap("www.example.com/products/lighting/panels/sixty-by-sixty", look::BODY, 120.0);
    assert!(torn.len() > 1 && torn.iter().all(|line| line.width <= 120.0));
}

#[test]
fn a_milestone_keeps_its_days() {
    let plan = lines_plan("1000", &["30%@order", "30%@shipment+2w", "rest@bl-copy+7d"]);
    let text =
        pages_of(&schedule(&plan, Some(&deal("Brightwell", "en", "GB")), &company()).unwrap()).join(" ");
    for due in ["On order confirmation", "2 weeks after shipment", "7 days after receipt of the copy of B/L"]
    {
        assert!(text.contains(due), "no {due:?} in {text}");
    }
}

#[test]
fn the_days_to_shipment_are_those_of_the_forecast() {
    let mut deal = deal("Brightwell", "en", "GB");
    let text =
        |plan: &Plan, deal: &Deal| pages_of(&schedule(plan, Some(deal), &company()).unwrap()).join(" ");
    let says = |days: u32| format!("The goods ship {days} days after production has started.");
    let waits = Plan { production_share: "100%".parse().ok(), ..usual_plan() };
    assert!(text(&usual_plan(), &deal).contains(&says(25)));
    (deal.agreed.shutdown_days, deal.agreed.cut_off_days) = (Some(13), Some(7));
    assert!(text(&usual_plan(), &deal).contains(&says(45)));
    // Production waits for a payment without a date.
    assert!(text(&waits, &deal).contains(&says(45)));
    let silent = Plan { ships_days_after: None, ..usual_plan() };
    assert!(!text(&silent, &deal).contains("The goods ship"));
}

#[test]
fn only_what_is_known_stands_in_it() {
    let text = pages_of(&schedule(&usual_plan(), None, &Company::default()).unwrap()).join(" ");
    for absent in ["Bank details", "SWIFT", "Proforma", "quote"] {
        assert!(!text.contains(absent), "{absent:?} in {text}");
    }
    // What is for the seller alone never leaves.
    let mut deal = deal("Brightwell", "en", "GB");
    deal.notes = "private remark".into();
    deal.agreed.open_questions = "private question".into();
    let text = pages_of(&schedule(&usual_plan(), Some(&deal), &company()).unwrap()).join(" ");
    assert!(!text.contains("private"), "{text}");
}

#[test]
fn what_no_font_draws_is_replaced_in_sight_and_reported() {
    let check = |buyer: &str, shown: &str, replaced: &[char]| {
        let paper = schedule(&usual_plan(), Some(&deal(buyer, "en", "GB")), &company()).unwrap();
        assert_eq!(paper.replaced, replaced, "{buyer}");
        let text = squeezed(&pages_of(&paper).join(" "));
        assert!(text.contains(&squeezed(shown)), "no {shown:?} in {text}");
    };
    // Codes that will never be characters, so that no computer's fonts have them.
    check("Kim \u{fdd0}\u{1ffff} Ltd", "Kim \u{fffd}\u{fffd} Ltd", &['\u{fdd0}', '\u{1ffff}']);
    // Vietnamese written with marks of their own, Greek, Ukrainian, Turkish: all drawn.
    check(
        "Tru\u{31b}\u{301}\u{31b}ng \u{395}\u{3bb}\u{3bb}\u{3ac}\u{3c2} \u{407}\u{490} \u{130}\u{11f}",
        "\u{395}\u{3bb}\u{3bb}\u{3ac}\u{3c2}",
        &[],
    );
    // Signs that cannot be seen are not drawn, and nobody misses them.
    check("Bright\u{200b}well\u{202e} Ltd", "Brightwell Ltd", &[]);
}

#[test]
fn refused_terms_and_broken_logos_make_no_paper() {
    let plan = lines_plan("1000", &["30%@order", "30%@shipment"]);
    assert!(matches!(schedule(&plan, None, &company()), Err(PdfProblem::Refused(_))));
    let refused = |logo: &str| schedule(&usual_plan(), None, &Company { logo: logo.into(), ..company() });
    assert_eq!(refused("bm8gcGljdHVyZQ=="), Err(PdfProblem::Logo(LogoProblem::NoPicture)));
    // A header without the picture behind it.
    let header = "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAYAAACqaXHe";
    assert_eq!(refused(header), Err(PdfProblem::Logo(LogoProblem::Broken)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_names_and_amounts_make_a_paper(
        buyer in "\\PC{0,80}",
        product in "\\PC{0,60}",
        terms in "\\PC{0,200}",
        total in 1_000_i64..9_000_000_000_000_000,
        parts in 1_usize..6,
    ) {
        let mut deal = deal(&buyer, "de", "DE");
        deal.product = product;
        deal.agreed.payment_terms = terms;
        let lines: Vec<&str> = std::iter::repeat_n("1%@+1m", parts).chain(["rest@arrival"]).collect();
        let total = Money::from_minor(total, icebreak::domain::money::Currency::EUR).to_string();
        let paper = schedule(&lines_plan(&total, &lines), Some(&deal), &company()).unwrap();
        prop_assert!(paper.bytes.starts_with(b"%PDF-"));
        prop_assert!(lopdf::Document::load_mem(&paper.bytes).unwrap().get_pages().len() == paper.pages as usize);
    }
}
