//! A Chinese list and foreign buyers: what they cannot read blocks the copy, is asked once, and is right from then on.

use std::fs;
use std::sync::Arc;

use icebreak::domain::contact::Contact;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::library::{Company, Library};
use icebreak::domain::message::{FieldId, Strategy};
use icebreak::domain::money::Currency;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::labels;
use icebreak::text::buyer::words::window::language_name;
use icebreak::ui::command::DealCommand;

use crate::app::{App, in_both_languages};

const BUYER: &str = "越南海防贸易公司";
const CONTACT: &str = "阮先生";
const GOODS: &str = "太阳能板";

fn deal(pi: &str, quantity: &str) -> Deal {
    let mut deal = Deal::new(DealId::new(pi), BUYER);
    deal.buyer.language = "en".into();
    deal.contacts =
        vec![Contact { name: CONTACT.into(), email: "nguyen@vn.example".into(), ..Contact::default() }];
    deal.product = GOODS.into();
    deal.agreed.pi = pi.into();
    deal.agreed.quantity = quantity.into();
    deal.agreed.currency = Some(Currency::USD);
    deal.agreed.amount = "72000".parse().ok();
    deal.message.strategy = Some(Strategy::Recap.into());
    deal
}

fn document() -> Document {
    let deals = [deal("PI-71", "800片"), deal("PI-72", "500 pcs")];
    let company = Company { sender: "Li Wei".into(), name: "Ningbo Lumen".into(), ..Company::default() };
    Document {
        deals: deals.into_iter().map(|deal| (deal.id.clone(), Arc::new(deal))).collect(),
        library: Arc::new(Library { company, ..Library::default() }),
        ..Document::default()
    }
}

/// The name of the field for a text.
fn form(app: &App, language: Language, field: FieldId, text: &str) -> String {
    let readers = language_name("en", language).expect("English has a name");
    (app.words().compose.form_of)(labels::field(field, language), readers, text)
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

fn copied(app: &mut App) -> String {
    app.press_shortcut(DealCommand::CopyAndLog);
    app.clipboard().expect("the message is copied")
}

#[test]
fn what_a_buyer_cannot_read_is_asked_once_and_is_in_the_next_draft_and_the_papers() {
    in_both_languages(|language| {
        let mut app = App::open_document(language, &document());
        app.find("PI-71");
        app.press_shortcut(DealCommand::ShowMessage);
        app.press_shortcut(DealCommand::CopyAndLog);
        assert_eq!(app.clipboard(), None);
        for (field, text, written) in [
            (FieldId::Contact, CONTACT, "Mr Ruan"),
            (FieldId::Product, GOODS, "Solar panels"),
            (FieldId::Quantity, "800片", "800 pcs"),
        ] {
            let name = form(&app, language, field, text);
            app.type_into(&name, written);
            assert_eq!(app.value_of(&name), written, "the field stays while it is being filled");
        }
        let body = copied(&mut app);
        assert!(!has_chinese(&body), "{body}");
        assert!(body.contains("Mr Ruan") && body.contains("800 pcs"), "{body}");

        // The other deal of the same person about the same goods asks nothing.
        app.find("PI-72");
        app.press_shortcut(DealCommand::ShowMessage);
        let body = copied(&mut app);
        assert!(body.contains("Mr Ruan") && body.to_lowercase().contains("solar panels"), "{body}");
        assert!(body.contains("500 pcs") && !has_chinese(&body), "{body}");

        // The paper warns of the buyer's name, which no message had, and takes its form.
        app.find("PI-72");
        app.press_shortcut(DealCommand::ShowDeposit);
        app.click(app.words().deposit.export);
        let company = form(&app, language, FieldId::Buyer, BUYER);
        app.type_into(&company, "Haiphong Trading");
        app.click(app.words().plan_export.markdown);
        let path = app.folder().join("plan.md");
        app.give_path(&path, app.words().shell.write);
        let paper = fs::read_to_string(&path).expect("the plan is written");
        assert!(paper.contains("Haiphong Trading") && paper.contains("Solar panels"), "{paper}");
        assert!(!has_chinese(&paper), "{paper}");

        let saved = app.saved();
        assert_eq!(saved, *app.document());
    });
}

#[test]
fn a_name_may_be_kept_in_its_own_script() {
    in_both_languages(|language| {
        let mut app = App::open_document(language, &document());
        app.find("PI-72");
        app.press_shortcut(DealCommand::ShowMessage);
        for text in [CONTACT, GOODS] {
            app.click(&(app.words().compose.keep_form)(text));
        }
        let body = copied(&mut app);
        assert!(body.contains(CONTACT) && body.contains(GOODS), "{body}");
        // It can be changed later, with everything else about the deal.
        app.find("PI-71");
        app.press_shortcut(DealCommand::ShowDetails);
        let name = form(&app, language, FieldId::Contact, CONTACT);
        assert_eq!(app.value_of(&name), CONTACT);
        app.type_into(&name, "Mr Ruan");
        let saved = app.saved();
        let other = saved.deal(&DealId::new("PI-72")).expect("the other deal");
        let forms: Vec<&str> =
            other.contacts.iter().flat_map(|contact| contact.forms.iter()).map(|form| &*form.text).collect();
        assert_eq!(forms, ["Mr Ruan"], "the same person has one form in every deal");
    });
}
