//! Logging what happened: one click for most, a date and a note for the rest.

use chrono::NaiveDate;
use egui::{Key, Ui};

use super::{OpenSheet, Wish};
use crate::domain::deal::Deal;
use crate::domain::deal::after_yes::{AfterYes, is_to_ask};
use crate::domain::deal::touch::{Channel, Promise, PromiseKind, PromiseState, Touch, TouchKind};
use crate::domain::document::Extra;
use crate::domain::edit::Edit;
use crate::domain::names::Named as _;
use crate::ui::cx::Cx;
use crate::ui::widgets::date_field;
use crate::ui::widgets::{button, card, cell, chip, choice, link, primary, row, section, text_field_hinted};
use crate::ui::{icons, tokens};

/// What is being logged.
#[derive(Clone, Debug, PartialEq)]
pub struct Logging {
    pub kind: TouchKind,
    pub channel: Channel,
    pub on: NaiveDate,
    /// The date of return, or the promised date.
    pub until: Option<NaiveDate>,
    pub promise: PromiseKind,
    pub note: String,
}

impl Logging {
    pub fn new(kind: TouchKind, on: NaiveDate) -> Self {
        Self {
            kind,
            channel: if kind == TouchKind::Called { Channel::Call } else { Channel::Email },
            on,
            until: None,
            promise: PromiseKind::Decision,
            note: String::new(),
        }
    }

    /// The resulting edit; none while a required date is missing.
    pub fn edit(&self, deal: &Deal, today: NaiveDate) -> Option<Edit> {
        let mut touch = Touch::new(self.on.min(today), self.kind);
        touch.channel = (self.kind != TouchKind::Note).then(|| self.channel.into());
        touch.note = self.note.trim().to_owned();
        let mut promise = None;
        match self.kind {
            TouchKind::AutoReply => touch.until = Some(self.until?),
            TouchKind::Promised => {
                promise = Some(Promise {
                    kind: self.promise.into(),
                    by: self.until?,
                    made: touch.on,
                    state: PromiseState::Open.into(),
                    note: touch.note.clone(),
                    ours: false,
                    extra: Extra::new(),
                });
            }
            TouchKind::Replied
            | TouchKind::Wrote
            | TouchKind::Called
            | TouchKind::Copied
            | TouchKind::Bounced
            | TouchKind::Stopped
            | TouchKind::SaysPaid
            | TouchKind::Arrived
            | TouchKind::Note => {}
        }
        Some(Edit::Log { deal: deal.id.clone(), touch, promise })
    }
}

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, logging: &mut Logging) -> Wish {
    let words = &cx.text.story;
    let mut wish = Wish::default();
    ui.add_space(tokens::S);
    card(ui, |ui| {
        section(ui, words.log);
        if is_to_ask(deal) && link(ui, Some(icons::HANDSHAKE), cx.text.after_yes.ask).clicked() {
            wish.open = Some(OpenSheet::AfterYes(AfterYes::default()));
        }
        ui.add_space(tokens::S);
        ui.horizontal_wrapped(|ui| {
            for kind in TouchKind::members().filter(|kind| *kind != TouchKind::Copied) {
                if chip(ui, (words.kind)(kind), logging.kind == kind).clicked() {
                    logging.kind = kind;
                    if kind == TouchKind::Called {
                        logging.channel = Channel::Call;
                    }
                }
            }
        });
        ui.add_space(tokens::S);
        fields(ui, cx, logging);
        ui.add_space(tokens::M);
        let edit = logging.edit(deal, cx.now.date);
        ui.horizontal(|ui| {
            let save = ui.add_enabled_ui(edit.is_some(), |ui| primary(ui, None, words.save)).inner;
            if let Some(edit) = edit.filter(|_| save.clicked()) {
                wish.edit = Some(edit);
                wish.close = true;
            }
            if button(ui, None, cx.text.shell.cancel).clicked()
                || ui.input(|input| input.key_pressed(Key::Escape))
            {
                wish.close = true;
            }
        });
    });
    wish
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, logging: &mut Logging) {
    let words = &cx.text.story;
    row(ui, |ui| {
        cell(ui, |ui| {
            if let Some(date) = date_field(ui, cx, words.date, Some(logging.on)) {
                logging.on = date.unwrap_or(cx.now.date).min(cx.now.date);
            }
        });
        let channels: Vec<(Channel, String)> =
            Channel::members().map(|channel| (channel, (words.channel_name)(channel).to_owned())).collect();
        if let Some(channel) = cell(ui, |ui| choice(ui, words.channel, logging.channel, &channels)) {
            logging.channel = channel;
        }
        until(ui, cx, logging);
    });
    ui.add_space(tokens::S);
    if let (_response, Some(note)) = text_field_hinted(ui, words.note, &logging.note, words.note_hint) {
        logging.note = note;
    }
}

/// The day that an auto-reply or a promise names.
fn until(ui: &mut Ui, cx: &Cx<'_>, logging: &mut Logging) {
    let words = &cx.text.story;
    let label = match logging.kind {
        TouchKind::AutoReply => words.until,
        TouchKind::Promised => words.by,
        TouchKind::Replied
        | TouchKind::Wrote
        | TouchKind::Called
        | TouchKind::Copied
        | TouchKind::Bounced
        | TouchKind::Stopped
        | TouchKind::SaysPaid
        | TouchKind::Arrived
        | TouchKind::Note => return,
    };
    if let Some(date) = cell(ui, |ui| date_field(ui, cx, label, logging.until)) {
        logging.until = date;
    }
    if logging.kind == TouchKind::Promised {
        let kinds: Vec<(PromiseKind, String)> =
            PromiseKind::members().map(|kind| (kind, (words.promise_kind)(kind).to_owned())).collect();
        if let Some(kind) = cell(ui, |ui| choice(ui, words.promise, logging.promise, &kinds)) {
            logging.promise = kind;
        }
    }
}
