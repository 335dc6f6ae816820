//! A date, typed or picked from a small calendar: as a form field, or as a floating question.

use chrono::{Datelike as _, Months, NaiveDate, Weekday};
use egui::{Key, Popup, PopupCloseBehavior, RichText, Ui, vec2};

use super::begin_typing;
use super::parsed::{Understandable, understanding_field};
use super::writing::changing;
use crate::domain::typed::Understood;
use crate::text::{dates, format};
use crate::ui::cx::Cx;
use crate::ui::widgets::button::icon_button;
use crate::ui::widgets::frame::note;
use crate::ui::widgets::meaning::Meaning;
use crate::ui::widgets::spacing::below_caption;
use crate::ui::{icons, theme, tokens};

/// The newly chosen date; `Some(None)` where it was emptied.
pub fn date_field(
    ui: &mut Ui,
    cx: &Cx<'_>,
    label: &str,
    value: Option<NaiveDate>,
) -> Option<Option<NaiveDate>> {
    let mut chosen = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let width = (ui.available_width() - tokens::CONTROL).max(tokens::CONTROL);
        ui.allocate_ui(vec2(width, tokens::CONTROL), |ui| {
            ui.set_width(width);
            chosen = understanding_field(ui, &typed(cx, label, value, &|text| read_date(text, cx))).value;
        });
        ui.vertical(|ui| {
            below_caption(ui);
            let calendar = |ui: &mut Ui| {
                icon_button(ui, icons::CALENDAR_BLANK, &format!("{label}: {}", cx.text.shell.calendar))
            };
            let button = changing(ui, calendar);
            Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
                if let Some(date) = month(ui, cx, label, value) {
                    chosen = Some(Some(date));
                    ui.close();
                }
            });
        });
    });
    chosen
}

/// A floating question for a date; its field has focus from the start.
#[derive(Debug, Default)]
pub struct DateQuestion {
    begun: bool,
    answer: Option<Option<NaiveDate>>,
}

impl DateQuestion {
    /// Whether it was answered, with Enter or a click on a day. `keys`: the hint about keys, shown while nothing is
    /// wrong.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (label, keys): (&str, &str),
        value: Option<NaiveDate>,
    ) -> bool {
        let read = |text: &str| read_date(text, cx);
        let field = typed(cx, label, value, &read);
        let length = field.shown.chars().count();
        let heard = understanding_field(ui, &field);
        if !self.begun {
            self.begun = true;
            begin_typing(ui, heard.id, length);
        }
        if heard.unreadable {
            self.answer = None;
        } else {
            note(ui, keys);
        }
        self.answer = heard.value.or(self.answer);
        let entered = heard.left && ui.input(|input| input.key_pressed(Key::Enter));
        if entered && heard.unreadable {
            // Keeps the focus, so that unreadable text can be corrected.
            ui.memory_mut(|memory| memory.request_focus(heard.id));
        }
        let picked = month(ui, cx, label, value);
        self.answer = picked.map(Some).or(self.answer);
        picked.is_some() || (entered && !heard.unreadable)
    }

    /// The new date; `Some(None)` where it was emptied, none where no readable date was typed.
    pub fn answer(self) -> Option<Option<NaiveDate>> {
        self.answer
    }
}

fn typed<'a>(
    cx: &Cx<'_>,
    label: &'a str,
    value: Option<NaiveDate>,
    read: &'a dyn Fn(&str) -> Meaning<Option<NaiveDate>>,
) -> Understandable<'a, Option<NaiveDate>> {
    Understandable {
        label,
        shown: value.map_or_else(String::new, |date| format::date_compact(date, cx.language())),
        hint: cx.text.deal.date_hint,
        read,
        behind: "",
    }
}

fn read_date(text: &str, cx: &Cx<'_>) -> Meaning<Option<NaiveDate>> {
    if text.trim().is_empty() {
        return Meaning::Plain(None);
    }
    match dates::read_date(text, cx.now.date, cx.language()) {
        Understood::One(date) => Meaning::Plain(Some(date)),
        Understood::Several(days) => {
            let named = |day| (format::date_compact(day, cx.language()), Some(day));
            Meaning::Asked(cx.text.shell.which_day, days.into_iter().map(named).collect())
        }
        Understood::Problem(why) => Meaning::Problem((cx.text.deal.bad_date)(why).to_owned()),
    }
}

/// One month, Monday first; returns the day that was clicked.
fn month(ui: &mut Ui, cx: &Cx<'_>, label: &str, value: Option<NaiveDate>) -> Option<NaiveDate> {
    let id = ui.scope_id().with((label, "month"));
    let shown = ui.data(|data| data.get_temp::<NaiveDate>(id)).or(value).unwrap_or(cx.now.date);
    let first = shown.with_day(1).unwrap_or(shown);
    let mut turned = None;
    ui.horizontal(|ui| {
        if icon_button(ui, icons::CARET_LEFT, cx.text.shell.previous_month).clicked() {
            turned = first.checked_sub_months(Months::new(1));
        }
        ui.add_sized(vec2(140.0, tokens::CONTROL), egui::Label::new(dates::month(first, cx.language())));
        if icon_button(ui, icons::CARET_RIGHT, cx.text.shell.next_month).clicked() {
            turned = first.checked_add_months(Months::new(1));
        }
    });
    if let Some(month) = turned {
        ui.data_mut(|data| data.insert_temp(id, month));
    }
    let mut picked = None;
    egui::Grid::new(id).spacing(vec2(2.0, 2.0)).min_col_width(tokens::CONTROL - 2.0).show(ui, |ui| {
        for day in
            [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun]
        {
            let name = RichText::new(dates::weekday_letter(day, cx.language())).size(tokens::SMALL);
            ui.centered_and_justified(|ui| ui.label(name.color(cx.palette.weak_text)));
        }
        ui.end_row();
        let start = first.week(Weekday::Mon).first_day();
        for (index, day) in start.iter_days().take(42).enumerate() {
            if day.month() != first.month() && index >= 35 && day > first {
                break;
            }
            if day_button(ui, cx, day, first, value).clicked() {
                picked = Some(day);
            }
            if index % 7 == 6 {
                ui.end_row();
            }
        }
    });
    if picked.is_some() {
        ui.data_mut(|data| data.remove_temp::<NaiveDate>(id));
    }
    picked
}

fn day_button(
    ui: &mut Ui,
    cx: &Cx<'_>,
    day: NaiveDate,
    first: NaiveDate,
    value: Option<NaiveDate>,
) -> egui::Response {
    let this_month = day.month() == first.month();
    let ink = if this_month { cx.palette.text } else { cx.palette.weak_text };
    let mut text = RichText::new(day.day().to_string()).color(ink);
    if day == cx.now.date {
        text = text.family(theme::bold()).color(cx.palette.accent);
    }
    let button = egui::Button::selectable(value == Some(day), text).min_size(vec2(30.0, 28.0));
    let response = ui.add(button);
    let name = format::date_compact(day, cx.language());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, value == Some(day), &name));
    response
}
