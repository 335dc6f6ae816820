//! Small indicators: temperature, likelihood, warnings.

use egui::{CornerRadius, Rect, Response, RichText, Sense, Ui, Vec2};

use super::elide::{elided, paint_line};
use crate::domain::today::turn::Temperature;
use crate::ui::theme::palette;
use crate::ui::{icons, theme, tokens};

/// Word, icon and colour of a temperature.
pub fn temperature_badge(ui: &mut Ui, temperature: Temperature, word: &str) -> Response {
    let tint = palette(ui.ctx()).temperature(temperature);
    let icon = temperature_icon(temperature).to_string();
    let icon = elided(ui, &icon, tokens::BODY, theme::filled(), tint.ink, tokens::XXL);
    let label = elided(ui, word, tokens::BODY, theme::bold(), tint.ink, tokens::LIST);
    let width = icon.size().x + label.size().x + tokens::both(tokens::M) + tokens::XS;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, tokens::XL + tokens::XS), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(tokens::RADIUS), tint.tint);
    let start = egui::pos2(rect.left() + tokens::M, rect.center().y);
    let icon = paint_line(ui, icon, start, egui::Align2::LEFT_CENTER);
    let after = egui::pos2(icon.right() + tokens::XS, rect.center().y);
    paint_line(ui, label, after, egui::Align2::LEFT_CENTER);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, word));
    response
}

pub fn temperature_icon(temperature: Temperature) -> char {
    match temperature {
        Temperature::Warm => icons::SUN,
        Temperature::Cooling => icons::WIND,
        Temperature::Cold => icons::THERMOMETER_COLD,
        Temperature::Frozen => icons::SNOWFLAKE,
    }
}

/// A likelihood as a bar; `share` is between 0 and 1, `width` in points.
pub fn likelihood_bar(ui: &mut Ui, share: f32, width: f32, strong: bool) -> Response {
    let palette = palette(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, tokens::S), Sense::hover());
    let radius = CornerRadius::same(4);
    let filled =
        Rect::from_min_size(rect.min, Vec2::new(rect.width() * share.clamp(0.0, 1.0), rect.height()));
    ui.painter().rect_filled(rect, radius, palette.sunken);
    let colour = if strong { palette.accent } else { palette.accent.gamma_multiply(0.65) };
    if filled.width() >= 1.0 {
        ui.painter().rect_filled(filled, radius, colour);
    }
    response
}

/// A warning icon and its text.
pub fn warning(ui: &mut Ui, text: &str) -> Response {
    let ink = palette(ui.ctx()).warm.ink;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = tokens::XS;
        ui.label(RichText::new(icons::WARNING).color(ink).family(theme::filled()));
        ui.add(egui::Label::new(RichText::new(text).color(ink)).wrap());
    })
    .response
}
