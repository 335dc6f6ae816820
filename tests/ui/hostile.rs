//! Deals made of text that no person types: every screen shows them, nothing crashes, and controls stay where they are.

use std::sync::Arc;

use icebreak::domain::contact::Contact;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::text::Language;
use icebreak::ui::command::DealCommand;

use crate::app::{App, Look};

/// A deal with the same text wherever a text fits; a very long one whole where people write most.
fn deal_of(name: &str, whole: &str) -> Document {
    let text = &*whole.chars().take(30_000).collect::<String>();
    let mut deal = Deal::new(DealId::new("1"), format!("{name} {text}"));
    deal.contacts = vec![Contact {
        name: text.into(),
        email: format!("{text}@x.example"),
        phone: text.into(),
        greeting: text.into(),
        ..Contact::default()
    }];
    deal.buyer.city = text.into();
    deal.product = text.into();
    deal.agreed.quantity = text.into();
    deal.agreed.pi = text.into();
    deal.agreed.incoterm = text.into();
    deal.agreed.payment_terms = text.into();
    deal.notes = whole.into();
    deal.tags = vec![text.into()];
    let mut touch = Touch::new("2026-11-12".parse().unwrap(), TouchKind::Replied);
    touch.note = whole.into();
    deal.story.push(touch);
    let mut document = Document::default();
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    document
}

fn shown_everywhere(text: &str) {
    for size in [egui::Vec2::new(1_280.0, 800.0), egui::Vec2::new(360.0, 800.0)] {
        let look = Look { language: Language::English, theme: egui::Theme::Light, size };
        let mut app = App::open_document(look, &deal_of("Acme", text));
        for page in [
            DealCommand::ShowStory,
            DealCommand::ShowDetails,
            DealCommand::ShowWhy,
            DealCommand::ShowDeposit,
            DealCommand::ShowMessage,
        ] {
            app.press_shortcut(page);
            let they_replied = app.words().commands.they_replied;
            let place = app.place_of(they_replied);
            assert!(place.min.y < 400.0 && place.max.x <= size.x, "{page:?} moved the controls to {place:?}");
        }
    }
}

#[test]
fn a_hundred_combining_marks() {
    shown_everywhere(&format!("a{}", "\u{301}".repeat(100)));
}

#[test]
fn a_megabyte_in_one_word_and_in_many() {
    shown_everywhere(&"n".repeat(1 << 20));
    shown_everywhere(&"word ".repeat(1 << 18));
}

#[test]
fn controls_and_signs_that_turn_the_text() {
    shown_everywhere("a\0b\u{202e}c\u{2066}d\u{200b}e\u{feff}\u{7}\u{1b}[31m\r\n\t\u{85}\u{2028}");
}

#[test]
fn an_address_with_hidden_signs_is_flagged() {
    for (text, flagged) in [("ann\u{200b}", true), ("\u{202e}ann", true), ("ann", false)] {
        let mut app = App::open_document(Language::English, &deal_of("Acme", text));
        app.press_shortcut(DealCommand::ShowDetails);
        assert_eq!(app.sees(app.words().deal.hidden_signs), flagged, "{text:?}");
    }
}
