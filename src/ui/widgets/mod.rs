//! Controls that every screen shares; each has an accessible name, which is also how tests find it.
#![allow(clippy::disallowed_methods, reason = "what screens must not use of egui is used here, once")]

mod answer_row;
mod band;
mod button;
mod choice_card;
mod dialog;
mod elide;
pub(crate) mod fields;
mod frame;
mod marks;
mod meaning;
mod menu;
mod own_undo;
mod spacing;

pub use self::answer_row::{AnswerRow, answer_row};
pub use self::band::{Band, band_line};
pub use self::button::{
    Emphasis, bare_line, button, button_with, chip, icon_button, link, path_link, primary, tab, tick_chip,
};
pub use self::choice_card::choice_card;
pub use self::dialog::dialog;
pub use self::elide::{elided, paint_line, text_width};
pub use self::fields::date_field::{DateQuestion, date_field};
pub use self::fields::half_typed::{forget_text, keep_text, kept_text};
pub use self::fields::parsed::{
    Heard, Typed, Understandable, parsed_field, understanding_field, understanding_field_right,
    understanding_field_told_below,
};
pub use self::fields::understood::{amount_meaning, ask_below, say_below, wrong_below};
pub use self::fields::writing::{changing, may_change, of_document, running, writing};
pub use self::fields::{begin_typing, text_area, text_area_named, text_field, text_field_hinted};
pub use self::frame::{
    around_card, bottom_bar, card, cell, cell_of, cell_of_width, column, empty_state, heading, is_strip,
    links, note, row, rule, scrolled, scrolled_content, section, sheet, shortened, tick, weak, well,
    wide_card, wrapped,
};
pub use self::marks::{likelihood_bar, temperature_badge, temperature_icon, warning};
pub use self::meaning::Meaning;
pub use self::menu::{
    choice, menu_button, menu_command, menu_item, menu_of_choices, menu_title, menu_under, room_for_menu,
    with_visible_bar,
};
pub use self::own_undo::with_own_undo;
pub use self::spacing::{
    below_caption, flush_links, gap_below, gap_beside, links_in_text, roomy_buttons, text_lines,
};
