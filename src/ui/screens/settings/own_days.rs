//! Days off and worked days that the seller knows better than the built-in calendars: typed, or read from a file.

use chrono::{Datelike as _, NaiveDate};
use egui::{RichText, Ui};

use super::change;
use crate::domain::country::Country;
use crate::domain::document::Extra;
use crate::domain::history::UndoStep;
use crate::domain::settings::{OwnDayKind, OwnDays};
use crate::text::country;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    Typed, below_caption, button, cell, changing, choice, date_field, icon_button, link, note, parsed_field,
    row, section, text_field_hinted, wrapped,
};
use crate::ui::{icons, tokens};

/// Days being entered, used once both are given, and the country that a file is read for.
#[derive(Clone, Debug, Default)]
pub struct OwnDaysState {
    draft: Option<OwnDaysDraft>,
    file_country: Option<Country>,
}

#[derive(Clone, Debug)]
struct OwnDaysDraft {
    country: Country,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    kind: OwnDayKind,
    name: String,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut OwnDaysState, out: &mut Actions) {
    let words = &cx.text.settings;
    section(ui, words.own_days);
    note(ui, words.about_own_days);
    whole_years(ui, cx, out);
    years_beside(ui, cx, out);
    for (index, own) in cx.document.settings.own_days.iter().enumerate() {
        // What a newer program wrote is kept, and not shown as something else.
        let Some(now) = OwnDaysDraft::of(own) else { continue };
        match fields(ui, cx, index + 1, &now) {
            Some(OwnDaysWish::Change(changed)) => {
                change(cx, out, UndoStep::Continues, |settings| {
                    if let Some(own) = settings.own_days.get_mut(index) {
                        // An emptied date keeps its old value.
                        *own = changed.entered(own.extra.clone()).unwrap_or_else(|| own.clone());
                    }
                });
            }
            Some(OwnDaysWish::Remove) => {
                change(cx, out, UndoStep::Own, |settings| {
                    if index < settings.own_days.len() {
                        settings.own_days.remove(index);
                    }
                });
            }
            None => {}
        }
    }
    entering(ui, cx, &mut state.draft, out);
    from_file(ui, cx, &mut state.file_country, out);
}

impl OwnDaysDraft {
    fn of(own: &OwnDays) -> Option<Self> {
        Some(Self {
            country: own.country,
            from: Some(own.from),
            to: Some(own.to),
            kind: own.kind.known()?,
            name: own.name.clone(),
        })
    }

    /// None until both days are given.
    fn entered(&self, extra: Extra) -> Option<OwnDays> {
        let (from, to) = self.from.zip(self.to)?;
        Some(OwnDays {
            country: self.country,
            from,
            to,
            kind: self.kind.into(),
            name: self.name.clone(),
            extra,
        })
    }
}

/// The years of which the seller has the whole calendar: from a file that says so, or because they said so.
fn whole_years(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.settings;
    for (index, own) in cx.document.settings.own_years.iter().enumerate() {
        let of = country::name(own.country, cx.language());
        ui.horizontal_wrapped(|ui| {
            note(ui, &(words.own_year)(of, own.year));
            let remove = (words.remove_own_year)(of, own.year);
            if changing(ui, |ui| icon_button(ui, icons::TRASH, &remove)).clicked() {
                change(cx, out, UndoStep::Own, |settings| settings.forget_own_year(index));
            }
        });
    }
}

/// The other years with days of the seller's own: a calendar (.ics) cannot say that it is whole, so its reader does.
fn years_beside(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.settings;
    let settings = &cx.document.settings;
    for (of, year) in settings.years_beside().into_iter().filter(|(_, year)| *year >= cx.now.date.year()) {
        let name = country::name(of, cx.language());
        ui.horizontal_wrapped(|ui| {
            note(ui, &(words.year_beside)(name, year));
            if changing(ui, |ui| link(ui, None, &(words.keep_own_year)(name, year))).clicked() {
                change(cx, out, UndoStep::Own, |settings| settings.keep_own_year(of, year));
            }
        });
    }
}

/// The row for new days, or the button that opens it.
fn entering(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Option<OwnDaysDraft>, out: &mut Actions) {
    let words = &cx.text.settings;
    let settings = &cx.document.settings;
    let Some(now) = draft.clone() else {
        if changing(ui, |ui| button(ui, Some(icons::PLUS), words.add_own_days)).clicked() {
            *draft = Some(OwnDaysDraft {
                country: settings.seller_country,
                from: None,
                to: None,
                kind: OwnDayKind::Off,
                name: String::new(),
            });
        }
        return;
    };
    match fields(ui, cx, settings.own_days.len() + 1, &now) {
        Some(OwnDaysWish::Remove) => *draft = None,
        Some(OwnDaysWish::Change(changed)) => match changed.entered(Extra::new()) {
            Some(own) if own.from <= own.to => {
                *draft = None;
                change(cx, out, UndoStep::Own, |settings| settings.own_days.push(own));
            }
            Some(_) | None => *draft = Some(changed),
        },
        None => {}
    }
    if draft.is_some() {
        note(ui, words.incomplete);
    }
}

fn from_file(ui: &mut Ui, cx: &Cx<'_>, chosen: &mut Option<Country>, out: &mut Actions) {
    let words = &cx.text.settings;
    let country = chosen.unwrap_or(cx.document.settings.seller_country);
    row(ui, |ui| {
        cell(ui, |ui| {
            if let Some(other) = country_field(ui, cx, words.own_file_country, country) {
                *chosen = Some(other);
            }
        });
        cell(ui, |ui| {
            below_caption(ui);
            if changing(ui, |ui| button(ui, None, words.read_own_days)).clicked() {
                out.push(Action::Pick(Pick::DaysOff(country)));
            }
        });
    });
}

fn country_field(ui: &mut Ui, cx: &Cx<'_>, label: &str, now: Country) -> Option<Country> {
    let typed = Typed {
        label,
        shown: country::name(now, cx.language()).to_owned(),
        hint: "",
        read: &|text: &str| country::find(text).ok_or_else(|| cx.text.deal.bad_country.to_owned()),
        right_aligned: false,
    };
    parsed_field(ui, &typed)
}

enum OwnDaysWish {
    Change(OwnDaysDraft),
    Remove,
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, number: usize, now: &OwnDaysDraft) -> Option<OwnDaysWish> {
    let words = &cx.text.settings;
    let mut changed = None;
    let mut removed = false;
    row(ui, |ui| {
        if let Some(country) = cell(ui, |ui| country_field(ui, cx, &(words.own_country)(number), now.country))
        {
            changed = Some(OwnDaysDraft { country, ..now.clone() });
        }
        if let Some(from) = cell(ui, |ui| date_field(ui, cx, &(words.own_from)(number), now.from)) {
            // One day is the usual case.
            changed = Some(OwnDaysDraft { from, to: now.to.or(from), ..now.clone() });
        }
        if let Some(to) = cell(ui, |ui| date_field(ui, cx, &(words.own_to)(number), now.to)) {
            changed = Some(OwnDaysDraft { to, ..now.clone() });
        }
    });
    row(ui, |ui| {
        let kinds =
            [(OwnDayKind::Off, words.own_off.to_owned()), (OwnDayKind::Worked, words.own_worked.to_owned())];
        if let Some(kind) = cell(ui, |ui| choice(ui, &(words.own_kind)(number), now.kind, &kinds)) {
            changed = Some(OwnDaysDraft { kind, ..now.clone() });
        }
        cell(ui, |ui| {
            let label = (words.own_name)(number);
            let (_response, typed) = text_field_hinted(ui, &label, &now.name, words.own_name_hint);
            if let Some(name) = typed {
                changed = Some(OwnDaysDraft { name, ..now.clone() });
            }
        });
        cell(ui, |ui| {
            below_caption(ui);
            removed =
                changing(ui, |ui| icon_button(ui, icons::TRASH, &(words.remove_own_days)(number))).clicked();
        });
    });
    if now.from.zip(now.to).is_some_and(|(from, to)| to < from) {
        let line = RichText::new(words.ends_before).size(tokens::SMALL).color(cx.palette.danger.ink);
        wrapped(ui, line);
    }
    if removed { Some(OwnDaysWish::Remove) } else { changed.map(OwnDaysWish::Change) }
}
