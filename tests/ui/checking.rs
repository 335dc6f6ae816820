//! A text from elsewhere: held against the deal, mended by clicks, copied and logged.

use icebreak::domain::deal::touch::{Channel, TouchKind};
use icebreak::text::window::deal::proofread::check_words;

use crate::app::{App, in_both_languages};

const COMPANY: &str = "Müller & Söhne GmbH";
const TEXT: &str = "Dear Ms Schmidt,\n\nThe order comes to EUR 31,000.00 FOB Ningbo, with shipment by 22 January 2027. The quotation PI-2607 is open until Monday, 15 December 2026.\n\nWhen does the committee decide?\n\nKind regards\nLi Wei";

#[test]
fn a_text_from_outside_is_mended_by_two_clicks_and_copied() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = check_words(language);
        app.find("PI-2607");
        app.click(app.words().compose.more);
        app.click(words.open);
        app.type_into(words.field, TEXT);
        app.must_see(&(words.to_look_at)(2));
        app.click(&(words.put_in)("EUR 30,000.00"));
        app.must_see(&(words.to_look_at)(1));
        app.click(&(words.put_in)("Tuesday, 15 December 2026"));
        app.must_not_see(&(words.to_look_at)(1));
        app.click(app.words().commands.copy_and_log);
        let copied = app.clipboard().expect("the text is on the clipboard");
        assert!(copied.contains("EUR 30,000.00 FOB Ningbo"), "{copied}");
        assert!(copied.contains("until Tuesday, 15 December 2026"), "{copied}");
        let touch = app.deal(COMPANY).story.last().expect("it is logged").clone();
        assert_eq!(touch.kind.known(), Some(TouchKind::Copied));
        // The story keeps every word, as of a draft of ours.
        assert_eq!((&touch.text, touch.channel), (&copied, Some(Channel::Email.into())));
        assert_eq!(Some(&touch.to), app.deal(COMPANY).contact().map(|contact| &contact.email));
    });
}

#[test]
fn the_brief_names_facts_and_no_account() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = check_words(language);
        app.find("PI-2607");
        app.click(app.words().compose.more);
        app.click(words.open);
        app.click(words.brief);
        let brief = app.clipboard().expect("the brief is on the clipboard");
        assert!(brief.contains("30,000.00") && brief.contains("9,000.00"), "{brief}");
        assert!(!brief.contains("Schmidt"), "{brief}");
        app.click(words.with_names);
        app.click(words.brief);
        assert!(app.clipboard().expect("again").contains("Anna Schmidt"));
    });
}
