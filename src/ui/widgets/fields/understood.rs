//! What an amount field understood: shown or asked on a card that floats below it.

use egui::{
    Align2, Area, Button, CornerRadius, Frame, Margin, Order, Response, RichText, Role, Stroke, Ui, Vec2,
    WidgetInfo,
};

use crate::domain::typed::amount::{TypedAmount, UnderstoodAmount};
use crate::text::format;
use crate::ui::cx::Cx;
use crate::ui::theme::palette;
use crate::ui::tokens;
use crate::ui::widgets::meaning::Meaning;

/// How an amount field understands a text. `bad` says what to write instead; `take` refuses what the field cannot hold.
pub fn amount_meaning<T>(
    cx: &Cx<'_>,
    text: &str,
    understood: UnderstoodAmount,
    bad: &str,
    take: impl Fn(TypedAmount) -> Option<T>,
) -> Meaning<T> {
    match understood {
        UnderstoodAmount::One(amount) => match take(amount) {
            Some(value) if is_as_written(text, amount) => Meaning::Plain(value),
            Some(value) => Meaning::Said(value, format!("= {}", format::typed(amount))),
            None => Meaning::Problem(bad.to_owned()),
        },
        UnderstoodAmount::Several(amounts) => {
            let taken = amounts.into_iter().filter_map(|amount| Some((format::typed(amount), take(amount)?)));
            let answers: Vec<(String, T)> = taken.collect();
            if answers.is_empty() {
                Meaning::Problem(bad.to_owned())
            } else {
                Meaning::Asked(cx.text.shell.which_amount, answers)
            }
        }
        UnderstoodAmount::Problem(_) => Meaning::Problem(bad.to_owned()),
    }
}

/// True where showing `= EUR 30,000.00` would only repeat the text, as below `30000`.
fn is_as_written(text: &str, amount: TypedAmount) -> bool {
    let digits = amount.currency.map_or(0, |currency| currency.digits());
    let mut plain = amount.number;
    plain.rescale(digits.max(plain.scale()));
    let ways = [
        format::typed(amount),
        format::decimal(amount.number, digits),
        plain.to_string(),
        amount.number.to_string(),
    ];
    ways.iter().any(|way| way == text.trim())
}

/// What was understood, on a card below its field.
pub fn say_below(ui: &Ui, field: &Response, words: &str) {
    line_below(ui, field, words, palette(ui.ctx()).weak_text);
}

/// An error message for a field without room below it.
pub fn wrong_below(ui: &Ui, field: &Response, words: &str) {
    line_below(ui, field, words, palette(ui.ctx()).danger.ink);
}

fn line_below(ui: &Ui, field: &Response, words: &str, ink: egui::Color32) {
    card(ui, field, false, |ui| {
        // As high as the question card: a half-covered line below would look broken.
        ui.horizontal(|ui| {
            ui.set_min_height(tokens::XL);
            ui.label(RichText::new(words).size(tokens::SMALL).color(ink));
        });
    });
}

/// A question below its field; returns the answer that was clicked.
pub fn ask_below<T>(
    ui: &Ui,
    field: &Response,
    (label, question): (&str, &str),
    answers: Vec<(String, T)>,
) -> Option<T> {
    let mut chosen = None;
    card(ui, field, true, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(tokens::XS);
            let palette = palette(ui.ctx());
            ui.label(RichText::new(question).size(tokens::SMALL).color(palette.weak_text));
            for (words, value) in answers {
                let text = RichText::new(&words).size(tokens::SMALL).color(palette.text);
                let button = ui.add(Button::new(text).min_size(Vec2::new(0.0, tokens::XL)));
                let enabled = ui.is_enabled();
                let name = format!("{label}: {words}");
                button.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
                if button.clicked() {
                    chosen = Some(value);
                }
            }
        });
    });
    chosen
}

/// A card floating over the content below the field; shown only while the field is visible.
fn card(ui: &Ui, field: &Response, interactable: bool, add: impl FnOnce(&mut Ui)) {
    if !ui.is_enabled() || !ui.clip_rect().contains(field.rect.center()) {
        return;
    }
    let palette = palette(ui.ctx());
    Area::new(field.id.with("understood"))
        .order(Order::Middle)
        .fixed_pos(field.rect.left_bottom() + Vec2::new(0.0, tokens::MARK))
        .pivot(Align2::LEFT_TOP)
        .interactable(interactable)
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(palette.surface)
                .stroke(Stroke::new(tokens::LINE, palette.hairline))
                .corner_radius(CornerRadius::same(tokens::RADIUS))
                .inner_margin(Margin::symmetric(8, 4))
                .show(ui, |ui| {
                    // At least as wide as its field.
                    ui.set_min_width(field.rect.width() - tokens::both(tokens::S + tokens::LINE));
                    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
                    add(ui);
                });
        });
}
