//! Every field of a deal: buyer, contacts, what we agreed.

use egui::Ui;
use rust_decimal::Decimal;

use crate::domain::contact::Contact;
use crate::domain::deal::{Deal, Stage};
use crate::domain::edit::{ContactField, Edit, Field};
use crate::domain::message::forms_on_paper;
use crate::domain::money::{Currency, successor};
use crate::domain::names::Named as _;
use crate::domain::typed::amount::{ExpectedCurrency, UnderstoodAmount, understand_amount, understand_price};
use crate::domain::typed::count::{CountUnit, understand_count};
use crate::domain::typed::currency::understand_currency;
use crate::domain::typed::signs::has_hidden_signs;
use crate::text::format;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::screens::{spelled, time_zone};
use crate::ui::widgets::date_field;
use crate::ui::widgets::{
    Meaning, Typed, Understandable, amount_meaning, below_caption, card, cell, changing, choice, column,
    gap_below, link, links, parsed_field, row, scrolled, section, text_area, text_field_hinted,
    understanding_field, warning,
};
use crate::ui::{icons, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    scrolled(ui, |ui| {
        column(ui, tokens::CONTENT, |ui| {
            gap_below(ui, tokens::M);
            card(ui, |ui| buyer(ui, cx, deal, out));
            card(ui, |ui| agreed(ui, cx, deal, out));
            card(ui, |ui| contacts(ui, cx, deal, out));
            spelled_forms(ui, cx, deal, out);
            ui.add_space(tokens::XL);
        });
    });
}

/// How the buyer reads names and goods in another script, given or not; the language is the papers', else the buyer's.
fn spelled_forms(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    let chosen = deal.plan.as_ref().map_or("", |plan| plan.paper.language.trim());
    let language = if chosen.is_empty() { deal.buyer.language.trim() } else { chosen };
    let needed = forms_on_paper(Some(deal), &cx.document.library.company, language);
    if needed.is_empty() {
        return;
    }
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        section(ui, cx.text.compose.forms);
        row(ui, |ui| {
            for form in &needed {
                if let Some(edit) = cell(ui, |ui| spelled::field(ui, cx, &deal.id, form).1) {
                    out.edit(edit);
                }
            }
        });
    });
}

/// The form for the fields of one deal.
struct Form<'a> {
    cx: &'a Cx<'a>,
    deal: &'a Deal,
}

impl Form<'_> {
    fn change(&self, out: &mut Actions, field: Field) {
        out.edit(Edit::Change { deal: self.deal.id.clone(), field });
    }

    fn text(
        &self,
        ui: &mut Ui,
        out: &mut Actions,
        (label, hint): (&str, &str),
        value: &str,
        field: impl FnOnce(String) -> Field,
    ) {
        let (_response, changed) = text_field_hinted(ui, label, value, hint);
        if let Some(text) = changed {
            self.change(out, field(text));
        }
    }

    fn date(
        &self,
        ui: &mut Ui,
        out: &mut Actions,
        label: &str,
        value: Option<chrono::NaiveDate>,
        field: impl FnOnce(Option<chrono::NaiveDate>) -> Field,
    ) {
        if let Some(date) = date_field(ui, self.cx, label, value) {
            self.change(out, field(date));
        }
    }

    fn days(
        &self,
        ui: &mut Ui,
        out: &mut Actions,
        label: &str,
        value: Option<u32>,
        field: impl FnOnce(Option<u32>) -> Field,
    ) {
        let bad = self.cx.text.deal.bad_days;
        let typed = Typed {
            label,
            shown: value.map_or_else(String::new, |days| days.to_string()),
            hint: "",
            read: &|text: &str| match text.trim() {
                "" => Ok(None),
                days => understand_count(days, CountUnit::Days, 0..=u16::MAX.into())
                    .one()
                    .map(Some)
                    .ok_or_else(|| bad.to_owned()),
            },
            right_aligned: false,
        };
        if let Some(days) = parsed_field(ui, &typed) {
            self.change(out, field(days));
        }
    }

    fn amount(
        &self,
        ui: &mut Ui,
        out: &mut Actions,
        (label, understand): (&str, fn(&str, ExpectedCurrency) -> UnderstoodAmount),
        value: Option<Decimal>,
        field: impl FnOnce(Option<Decimal>) -> Field,
    ) {
        let currency = self.deal.agreed.currency;
        let bad = self.cx.text.deal.bad_amount;
        let digits = currency.map_or(0, Currency::digits);
        let expected = currency.map_or(ExpectedCurrency::Any, ExpectedCurrency::Only);
        let typed = Understandable {
            label,
            shown: value.map_or_else(String::new, |amount| format::decimal(amount, digits)),
            hint: "",
            read: &|text: &str| match text.trim() {
                "" => Meaning::Plain(None),
                text => amount_meaning(self.cx, text, understand(text, expected), bad, |amount| {
                    Some(Some(amount))
                }),
            },
            behind: "",
        };
        let Some(amount) = understanding_field(ui, &typed).value else { return };
        // "USD 30k" says the currency as well, where none was agreed.
        if let (None, Some(named)) = (currency, amount.and_then(|amount| amount.currency)) {
            self.change(out, Field::Currency(Some(named)));
        }
        self.change(out, field(amount.map(|amount| amount.number)));
    }
}

fn agreed(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    let words = &cx.text.deal;
    let form = Form { cx, deal };
    let facts = &deal.agreed;
    section(ui, words.agreed);
    row(ui, |ui| {
        cell(ui, |ui| form.text(ui, out, (words.product, ""), &deal.product, Field::Product));
        cell(ui, |ui| form.text(ui, out, (words.quantity, ""), &facts.quantity, Field::Quantity));
        let stages: Vec<(Stage, String)> =
            Stage::members().map(|stage| (stage, (cx.text.list.stage_name)(stage).to_owned())).collect();
        if let Some(stage) = cell(ui, |ui| choice(ui, words.stage, deal.stage(), &stages)) {
            form.change(out, Field::Stage(stage));
        }
    });
    row(ui, |ui| {
        cell(ui, |ui| currency(ui, &form, out));
        cell(ui, |ui| form.amount(ui, out, (words.amount, understand_amount), facts.amount, Field::Amount));
        let price = (words.unit_price, understand_price as fn(&str, ExpectedCurrency) -> UnderstoodAmount);
        cell(ui, |ui| form.amount(ui, out, price, facts.unit_price, Field::UnitPrice));
    });
    row(ui, |ui| {
        cell(ui, |ui| form.text(ui, out, (words.pi, ""), &facts.pi, Field::Pi));
        cell(ui, |ui| form.date(ui, out, words.pi_date, facts.pi_date, Field::PiDate));
        cell(ui, |ui| form.date(ui, out, words.valid_until, facts.valid_until, Field::ValidUntil));
    });
    row(ui, |ui| {
        cell(ui, |ui| {
            form.text(ui, out, (words.incoterm, words.incoterm_hint), &facts.incoterm, Field::Incoterm)
        });
        cell(ui, |ui| form.date(ui, out, words.ship_by, facts.ship_by, Field::ShipBy));
        cell(ui, |ui| form.days(ui, out, words.lead_time, facts.lead_time_days, Field::LeadTime));
    });
    row(ui, |ui| {
        cell(ui, |ui| {
            form.text(ui, out, (words.payment_terms, "30/70 T/T"), &facts.payment_terms, Field::PaymentTerms)
        });
        cell(ui, |ui| form.days(ui, out, words.shutdown, facts.shutdown_days, Field::Shutdown));
        cell(ui, |ui| form.days(ui, out, words.cut_off, facts.cut_off_days, Field::CutOff));
    });
    long_texts(ui, &form, out);
}

fn long_texts(ui: &mut Ui, form: &Form<'_>, out: &mut Actions) {
    let words = &form.cx.text.deal;
    let deal = form.deal;
    let (_response, changed) = text_area(ui, words.open_questions, &deal.agreed.open_questions, 2);
    if let Some(text) = changed {
        form.change(out, Field::OpenQuestions(text));
    }
    let (_response, changed) = text_area(ui, words.notes, &deal.notes, 3);
    if let Some(text) = changed {
        form.change(out, Field::Notes(text));
    }
    let typed = Typed {
        label: words.tags,
        shown: deal.tags.join(", "),
        hint: words.tags_hint,
        read: &|text: &str| {
            let tags = text
                .split([',', ';', '\u{ff0c}', '、', '\u{ff1b}'])
                .map(str::trim)
                .filter(|tag| !tag.is_empty());
            Ok(tags.map(str::to_owned).collect::<Vec<String>>())
        },
        right_aligned: false,
    };
    if let Some(tags) = parsed_field(ui, &typed) {
        form.change(out, Field::Tags(tags));
    }
}

fn currency(ui: &mut Ui, form: &Form<'_>, out: &mut Actions) {
    let words = &form.cx.text.deal;
    let chosen = form.deal.agreed.currency;
    let typed = Typed {
        label: words.currency,
        shown: chosen.map_or_else(String::new, |currency| currency.code().to_owned()),
        hint: "USD",
        read: &|text: &str| match text.trim() {
            "" => Ok(None),
            name => understand_currency(name).one().map(Some).ok_or_else(|| match successor(name) {
                Some(new) => (words.withdrawn)(name, new.code()),
                None => words.bad_currency.to_owned(),
            }),
        },
        right_aligned: false,
    };
    if let Some(currency) = parsed_field(ui, &typed) {
        form.change(out, Field::Currency(currency));
    }
    if let Some((old, new)) = chosen.and_then(|old| Some((old, old.successor()?))) {
        warning(ui, &(words.withdrawn)(old.code(), new.code()));
    }
}

fn buyer(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    let words = &cx.text.deal;
    let form = Form { cx, deal };
    section(ui, words.buyer);
    row(ui, |ui| {
        cell(ui, |ui| form.text(ui, out, (words.company, ""), &deal.buyer.company, Field::Company));
        cell(ui, |ui| country(ui, &form, out));
        cell(ui, |ui| form.text(ui, out, (words.city, ""), &deal.buyer.city, Field::City));
    });
    time_zone::show(ui, cx, deal, out);
}

fn country(ui: &mut Ui, form: &Form<'_>, out: &mut Actions) {
    let words = &form.cx.text.deal;
    let language = form.cx.language();
    let typed = Typed {
        label: words.country,
        shown: form
            .deal
            .buyer
            .country
            .map_or_else(String::new, |c| crate::text::country::name(c, language).to_owned()),
        hint: "",
        read: &|text: &str| match text.trim() {
            "" => Ok(None),
            name => crate::text::country::find(name).map(Some).ok_or_else(|| words.bad_country.to_owned()),
        },
        right_aligned: false,
    };
    if let Some(country) = parsed_field(ui, &typed) {
        form.change(out, Field::Country(country));
    }
}

/// The language of messages, next to the contacts who read them.
fn message_language(ui: &mut Ui, form: &Form<'_>, out: &mut Actions) {
    let (cx, deal, words) = (form.cx, form.deal, &form.cx.text.deal);
    row(ui, |ui| {
        let languages = crate::text::country::message_languages(cx.language());
        let tag = deal.buyer.language.trim();
        let known = crate::text::buyer::words::window::language_place(tag, cx.language());
        let chosen = known.unwrap_or(languages.len());
        let mut names: Vec<(usize, String)> =
            languages.iter().enumerate().map(|(index, (_, name))| (index, (*name).to_owned())).collect();
        // One that came with an import and is not in the list stays as it is.
        names.extend(known.is_none().then(|| (chosen, tag.to_owned())));
        if let Some((tag, _)) =
            cell(ui, |ui| choice(ui, words.language, chosen, &names)).and_then(|index| languages.get(index))
        {
            form.change(out, Field::Language((*tag).to_owned()));
        }
    });
}

fn contacts(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    ui.set_width(ui.available_width());
    let words = &cx.text.deal;
    let form = Form { cx, deal };
    section(ui, words.contacts);
    message_language(ui, &form, out);
    for (index, contact) in deal.contacts.iter().enumerate() {
        ui.push_id(index, |ui| one_contact(ui, &form, index, contact, out));
    }
    if links(ui, |ui| changing(ui, |ui| link(ui, Some(icons::USER_PLUS), words.add_contact)).clicked()) {
        form.change(out, Field::AddContact(Contact::default()));
    }
}

fn one_contact(ui: &mut Ui, form: &Form<'_>, index: usize, contact: &Contact, out: &mut Actions) {
    let words = &form.cx.text.deal;
    let set = |field: fn(String) -> ContactField| move |text: String| Field::Contact(index, field(text));
    row(ui, |ui| {
        cell(ui, |ui| form.text(ui, out, (words.name, ""), &contact.name, set(ContactField::Name)));
        cell(ui, |ui| form.text(ui, out, (words.role, ""), &contact.role, set(ContactField::Role)));
        let greeting = (words.greeting, words.greeting_hint);
        cell(ui, |ui| form.text(ui, out, greeting, &contact.greeting, set(ContactField::Greeting)));
    });
    row(ui, |ui| {
        cell(ui, |ui| form.text(ui, out, (words.email, ""), &contact.email, set(ContactField::Email)));
        cell(ui, |ui| form.text(ui, out, (words.phone, ""), &contact.phone, set(ContactField::Phone)));
        cell(ui, |ui| {
            below_caption(ui);
            if changing(ui, |ui| link(ui, Some(icons::TRASH), words.remove_contact)).clicked() {
                form.change(out, Field::RemoveContact(index));
            }
        });
    });
    // An address with hidden characters may look like another one.
    if has_hidden_signs(&contact.email) {
        warning(ui, words.hidden_signs);
    }
    for (flag, why, cleared) in [
        (contact.bounced, words.bounced, ContactField::Bounced(false)),
        (contact.stopped, words.stopped, ContactField::Stopped(false)),
    ] {
        if flag {
            ui.horizontal(|ui| {
                warning(ui, why);
                if changing(ui, |ui| link(ui, None, words.works_again)).clicked() {
                    form.change(out, Field::Contact(index, cleared));
                }
            });
        }
    }
}
