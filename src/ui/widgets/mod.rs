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
pub(crate) use self::band::{Band, band_line};
pub use self::button::{Emphasis, button, button_with, chip, icon_button, link, path_link, primary, tab};
pub(crate) use self::button::{bare_line, icon_toggle, tick_chip};
pub use self::choice_card::choice_card;
pub(crate) use self::dialog::dialog;
pub(crate) use self::elide::{elided, paint_line, text_width};
pub(crate) use self::fields::date_field::{DateQuestion, date_field};
pub(crate) use self::fields::half_typed::{forget_text, keep_text, kept_text};
pub use self::fields::parsed::Typed;
pub(crate) use self::fields::parsed::{
    Understandable, parsed_field, understanding_field, understanding_field_right,
    understanding_field_told_below,
};
pub(crate) use self::fields::understood::{amount_meaning, ask_below, say_below, wrong_below};
pub use self::fields::writing::{changing, running};
pub(crate) use self::fields::writing::{may_change, of_document};
pub(crate) use self::fields::{begin_typing, growing_field, text_area_named};
pub use self::fields::{text_area, text_field, text_field_hinted};
pub(crate) use self::frame::{
    around_card, bottom_bar, cell_of, cell_of_width, is_low, is_strip, scrolled, scrolled_content, shortened,
    well, wide_card,
};
pub use self::frame::{
    card, cell, column, empty_state, heading, links, note, row, rule, section, sheet, tick, weak, wrapped,
};
pub(crate) use self::marks::temperature_icon;
pub use self::marks::{likelihood_bar, temperature_badge, warning};
pub(crate) use self::meaning::Meaning;
pub(crate) use self::menu::{
    Offer, choice_by_example, menu_command, menu_item, menu_of_choices, menu_title, menu_under,
    room_for_menu, walk_menu, with_visible_bar,
};
pub use self::menu::{choice, menu_button};
pub(crate) use self::own_undo::with_own_undo;
pub(crate) use self::spacing::{
    below_caption, flush_links, gap_below, gap_beside, links_in_text, roomy_buttons, text_lines,
};
