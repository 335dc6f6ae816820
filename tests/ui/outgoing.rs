//! What leaves the window besides the logged text: HTML beside it, files, links to other programs, sheets, a contact.

use std::fs;

use icebreak::domain::document::Document;
use icebreak::domain::message::FieldId;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::labels;
use icebreak::ui::command::{DealCommand, Global};
use mail_parser::{MessageParser, MimeHeaders as _};

use crate::app::{App, Look, in_both_languages, sample};
use crate::papers::{FIRST, SECOND, given, with_account};

const BUYER: &str = "Müller & Söhne GmbH";
const LINE: &str = "a.schmidt@mueller-soehne.example";

/// The message page of the deal that the mock-ups show.
fn message(look: impl Into<Look>, document: &Document) -> App {
    let mut app = App::open_document(look, document);
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowMessage);
    app
}

fn more(app: &mut App, name: &str) {
    app.click(app.words().compose.more);
    app.click(name);
}

/// The deal with a payment plan in three parts, and the message that offers it.
fn offering(look: impl Into<Look>, document: &Document) -> App {
    let mut app = message(look, document);
    let words = app.words();
    app.press_shortcut(DealCommand::ShowDeposit);
    app.type_into(words.deposit.parts, "3");
    app.click(words.deposit.into_message);
    app.press_shortcut(DealCommand::ShowMessage);
    app
}

/// A document whose deal was changed.
fn with(mut document: Document, change: impl FnOnce(&mut icebreak::domain::deal::Deal)) -> Document {
    let mut deal = document.deals.values().find(|deal| deal.agreed.pi == "PI-2607").unwrap().as_ref().clone();
    change(&mut deal);
    document.deals.insert(deal.id.clone(), deal.into());
    document
}

#[test]
fn an_email_is_copied_as_text_and_with_its_payments_as_a_table() {
    in_both_languages(|language| {
        let mut app = offering(language, &sample());
        app.press_shortcut(DealCommand::CopyAndLog);
        let (text, html) = (app.clipboard().unwrap(), app.copied_html().unwrap());
        let rows = app.deal(BUYER).plan.as_ref().unwrap().schedule().unwrap().rows().len();
        assert_eq!(rows, 4);
        assert_eq!(html.matches("<table").count(), 1, "{html}");
        assert_eq!(html.matches("<tr>").count(), 1 + rows, "{html}");
        assert!(html.starts_with("<meta charset=\"utf-8\">"), "{html}");
        for line in text.lines().filter(|line| !line.starts_with(|first: char| first.is_ascii_digit())) {
            let escaped = line.replace('&', "&amp;").replace('/', "&#x2f;");
            assert!(html.contains(escaped.trim()), "{escaped:?} is not in {html}");
        }
    });
}

#[test]
fn a_chat_is_copied_as_text_alone() {
    in_both_languages(|language| {
        let mut app = message(language, &sample());
        let words = app.words();
        app.click((words.compose.channel_name)(icebreak::domain::message::MessageChannel::Email));
        app.click((words.compose.channel_name)(icebreak::domain::message::MessageChannel::Chat));
        app.press_shortcut(DealCommand::CopyAndLog);
        assert!(app.clipboard().is_some() && app.copied_html().is_none());
    });
}

#[test]
fn a_message_can_be_copied_without_being_logged() {
    in_both_languages(|language| {
        let mut app = message(language, &sample());
        let before = app.document().clone();
        let words = app.words();
        more(&mut app, words.outgoing.copy_only);
        app.must_see(words.shell.copied);
        assert!(app.clipboard().is_some_and(|text| app.copied_html().unwrap().len() > text.len()));
        assert_eq!(*app.document(), before);
        app.break_clipboard();
        more(&mut app, words.outgoing.copy_only);
        app.must_see(words.shell.clipboard_refused);
    });
}

#[test]
fn a_draft_for_the_mail_program_has_text_table_and_schedule() {
    in_both_languages(|language| {
        let mut app = offering(language, &with_account(FIRST));
        let words = app.words();
        more(&mut app, words.compose.save_eml);
        let path = app.folder().join("draft.eml");
        app.give_path(&path, words.shell.write);
        app.must_see(words.outgoing.attached);
        let bytes = fs::read(&path).unwrap();
        let mail = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(mail.header_raw("X-Unsent").map(str::trim), Some("1"));
        assert!(mail.message_id().is_some() && mail.date().is_some());
        assert_eq!(mail.to().unwrap().first().unwrap().address(), Some(LINE));
        assert!(mail.body_html(0).unwrap().contains("<table"));
        assert!(mail.body_text(0).unwrap().contains("PI-2607"));
        let paper = mail.attachment(0).unwrap();
        assert!(paper.contents().starts_with(b"%PDF-"));
        assert_eq!(paper.attachment_name(), Some("Müller & Söhne GmbH PI-2607 Payment schedule.pdf"));
        // The schedule gave the buyer the account.
        assert_eq!(given(&app), [FIRST]);
    });
}

#[test]
fn a_deal_without_a_plan_has_nothing_attached() {
    let mut app = message(Language::English, &with_account(FIRST));
    let words = app.words();
    more(&mut app, words.compose.save_eml);
    let path = app.folder().join("draft.eml");
    app.give_path(&path, words.shell.write);
    let bytes = fs::read(&path).unwrap();
    let mail = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!((mail.attachment_count(), mail.html_body_count()), (0, 1));
    assert_eq!(given(&app), [""; 0]);
}

#[test]
fn a_schedule_with_another_account_is_asked_about_before_it_goes_along() {
    in_both_languages(|language| {
        let mut app = offering(language, &with_account(FIRST));
        let words = app.words();
        more(&mut app, words.compose.save_eml);
        app.give_path(&app.folder().join("first.eml"), words.shell.write);
        app.choose(Global::Library);
        app.type_into(words.papers.account, SECOND);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowMessage);
        more(&mut app, words.compose.save_eml);
        app.must_see(words.papers.other_bank);
        app.click(words.papers.without_bank);
        app.give_path(&app.folder().join("without.eml"), words.shell.write);
        assert_eq!(given(&app), [FIRST]);
    });
}

#[test]
fn an_unfilled_message_does_not_leave_in_any_way() {
    in_both_languages(|language| {
        let mut document = sample();
        let mut library = (*document.library).clone();
        library.company.sender.clear();
        document.library = library.into();
        let mut app = message(language, &document);
        app.must_see(labels::field(FieldId::Sender, language));
        let words = app.words();
        let ways = [
            words.outgoing.copy_only,
            words.outgoing.open_mail,
            words.outgoing.open_whatsapp,
            words.compose.save_eml,
            words.compose.save_txt,
        ];
        for way in ways {
            more(&mut app, way);
            app.must_not_see(words.shell.path);
        }
        assert_eq!(app.clipboard(), None);
        assert!(app.desktop().borrow().links.is_empty());
    });
}

#[test]
fn the_mail_program_and_whatsapp_get_the_message() {
    in_both_languages(|language| {
        let mut app = message(language, &sample());
        let words = app.words();
        more(&mut app, words.outgoing.open_mail);
        app.must_see(words.outgoing.opened);
        more(&mut app, words.outgoing.open_whatsapp);
        let links = app.desktop().borrow().links.clone();
        let [mail, chat] = &links[..] else { panic!("{links:?}") };
        assert!(mail.starts_with(&format!("mailto:{LINE}?subject=Re%3A%20PI-2607")), "{mail}");
        assert!(chat.starts_with("https://wa.me/49405550107?text=Dear%20Ms%20Schmidt"), "{chat}");
        app.desktop().borrow_mut().opens_no_link = true;
        more(&mut app, words.outgoing.open_mail);
        app.must_see(words.outgoing.not_opened);
    });
}

#[test]
fn why_no_link_can_be_made_is_said() {
    in_both_languages(|language| {
        let no_code = with(sample(), |deal| deal.contacts[0].phone = "040 555 0107".into());
        let mut app = message(language, &no_code);
        let words = app.words();
        more(&mut app, words.outgoing.open_whatsapp);
        app.must_see(match language {
            Language::English => "has no country code",
            Language::Chinese => "缺少国家代码",
        });
        app.type_into(words.compose.body, &"Please confirm the order. ".repeat(90));
        more(&mut app, words.outgoing.open_mail);
        app.must_see(match language {
            Language::English => "of at most 2000 characters",
            Language::Chinese => "上限 2000",
        });
        assert!(app.desktop().borrow().links.is_empty());
    });
}

#[test]
fn the_contact_below_the_buyer_is_copied_by_a_click() {
    for size in [egui::vec2(1_280.0, 800.0), egui::vec2(360.0, 800.0)] {
        in_both_languages(|language| {
            let look = Look { size, ..language.into() };
            let mut app = App::open_document(look, &sample());
            app.find("PI-2607");
            let words = app.words();
            for value in ["Anna Schmidt", LINE, "+49 40 555 0107"] {
                app.click(&(words.outgoing.copy_value)(value));
                assert_eq!(app.clipboard().as_deref(), Some(value));
                app.must_see(&(words.outgoing.copied_value)(value));
                let place = app.place_of(&(words.outgoing.copy_value)(value));
                assert!(place.right() <= size.x, "{value} ends at {}", place.right());
            }
        });
    }
}

#[test]
fn the_longest_contact_fits_the_narrowest_window() {
    let long = with(sample(), |deal| {
        let contact = &mut deal.contacts[0];
        contact.name = "Dr. Maximiliane Friederike von Hagenbeck-Lindemann-Überschär".into();
        contact.email = "maximiliane.friederike.von.hagenbeck@very-long-company-name.example".into();
        contact.phone = "+49 (0)40 / 555 0107 - 1234".into();
    });
    let mut app =
        App::open_document(Look { size: egui::vec2(360.0, 800.0), ..Language::English.into() }, &long);
    app.find("PI-2607");
    let contact = app.deal(BUYER).contacts[0].clone();
    let mut last = 0.0;
    for value in [&contact.name, &contact.email, &contact.phone] {
        let place = app.place_of(&(app.words().outgoing.copy_value)(value));
        assert!(place.left() >= last && place.right() <= 360.0, "{value}: {place:?}");
        last = place.right();
        app.click(&(app.words().outgoing.copy_value)(value));
        assert_eq!(app.clipboard().as_ref(), Some(value));
    }
}

/// Saturday in China, night in Hamburg: Monday's nine o'clock there is four in the afternoon here.
#[test]
fn the_next_good_moment_stands_beside_the_main_action() {
    for (language, said) in [
        (Language::English, "Good moment: Mon 16:00 your time (02:12 in Hamburg, office opens in 2 days)"),
        (Language::Chinese, "合适时间：您的时间 周一 16:00（Hamburg 当地 02:12，2 天后上班）"),
    ] {
        for size in [egui::vec2(1_280.0, 800.0), egui::vec2(360.0, 800.0)] {
            let app = message(Look { size, ..language.into() }, &sample());
            app.must_see(said);
        }
    }
}

/// Monday in China: Hamburg opens at four in the afternoon and closes at one in the night.
#[test]
fn an_open_office_is_told_from_one_that_closes() {
    let mut app = message(Language::English, &sample());
    app.wait_days(2);
    app.wait_hours(8);
    app.must_see("10:12 in Hamburg, office open");
    app.wait_hours(7);
    app.must_see("17:12 in Hamburg, office closes in 47 min");
}

#[test]
fn the_account_card_goes_out_as_a_paper_or_as_text_and_counts_as_given() {
    in_both_languages(|language| {
        let mut app = message(language, &with_account(FIRST));
        let words = app.words();
        more(&mut app, words.outgoing.account_card_text);
        app.must_see(words.shell.copied);
        let text = app.clipboard().unwrap();
        for part in [FIRST, "We never change these details by e-mail", "PI-2607"] {
            assert!(text.contains(part), "{part:?} is not in {text}");
        }
        assert_eq!(given(&app), [FIRST]);
        // Another account afterwards is what a careful buyer fears.
        app.choose(Global::Library);
        app.type_into(words.papers.account, SECOND);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowMessage);
        more(&mut app, words.outgoing.account_card_pdf);
        app.must_see(words.papers.other_bank);
        app.must_not_see(words.papers.without_bank);
        app.click(words.papers.give_now);
        let path = app.folder().join("card.pdf");
        app.give_path(&path, words.shell.write);
        assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
        assert_eq!(given(&app), [FIRST, SECOND]);
    });
}

#[test]
fn a_card_that_did_not_arrive_is_not_given() {
    let mut app = message(Language::English, &with_account(FIRST));
    app.break_clipboard();
    let words = app.words();
    more(&mut app, words.outgoing.account_card_text);
    app.must_see(words.shell.clipboard_refused);
    assert_eq!(given(&app), [""; 0]);
}

#[test]
fn without_an_account_there_is_no_card() {
    in_both_languages(|language| {
        let mut app = message(language, &sample());
        let words = app.words();
        more(&mut app, words.outgoing.account_card_pdf);
        app.must_see(&(words.outgoing.no_account)("EUR"));
        let no_currency = with(with_account(FIRST), |deal| deal.agreed.currency = None);
        let mut app = message(language, &no_currency);
        more(&mut app, words.outgoing.account_card_pdf);
        app.must_see(words.outgoing.no_currency);
    });
}

#[test]
fn the_approval_sheet_is_offered_with_the_plan_and_with_the_message() {
    in_both_languages(|language| {
        let mut app = offering(language, &sample());
        let words = app.words();
        more(&mut app, words.outgoing.approval_sheet_text);
        let text = app.clipboard().unwrap();
        for part in
            ["Order for approval", "Warranty and spare parts", "30,000.00", "Needed by: 8 December 2026"]
        {
            assert!(text.contains(part), "{part:?} is not in {text}");
        }
        app.press_shortcut(DealCommand::ShowDeposit);
        app.click(words.deposit.export);
        app.click(words.outgoing.approval_sheet_pdf);
        let path = app.folder().join("approval.pdf");
        app.give_path(&path, words.shell.write);
        assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
        assert_eq!(given(&app), [""; 0]);
    });
}

#[test]
fn a_message_offers_to_be_answered_with_a_letter_but_not_in_japan() {
    in_both_languages(|language| {
        let mut app = message(language, &sample());
        let words = app.words();
        let open = |app: &mut App| {
            let name = labels::strategy(icebreak::domain::message::Strategy::Recap, language);
            app.click(name);
        };
        let before = app.value_of(words.compose.body);
        open(&mut app);
        app.click(words.outgoing.one_letter);
        let offered = app.value_of(words.compose.body);
        assert!(offered.contains("A, B, C or D") && !before.contains("A, B, C or D"), "{offered}");
        open(&mut app);
        app.click(words.outgoing.one_letter);
        assert_eq!(app.value_of(words.compose.body), before);
        let japan = icebreak::domain::country::Country::from_code("JP");
        let mut app = message(language, &with(sample(), |deal| deal.buyer.country = japan));
        open(&mut app);
        app.must_not_see(words.outgoing.one_letter);
    });
}
