//! Money received minus money spent over time, a step line per plan; and in words who pre-finances how much, when.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::{RichText, Sense, Stroke, Ui, WidgetInfo};
use egui_plot::{
    Axis, AxisHints, GridInput, GridMark, HLine, Line, Plot, PlotPoints, PlotUi, Points, Span, VLine,
};

use super::marks::ChartMark;
use super::pen::{Pen, pen};
use super::scale::{ChartScale, height};
use super::{ComparePage, CompareWish, marks};
use crate::domain::calendar::add_days;
use crate::domain::deposit::{Compared, CostEvent, Exposure};
use crate::domain::money::Money;
use crate::text::format;
use crate::text::window::deposit as words;
use crate::ui::widgets::{gap_below, note, section, text_lines, warning, well, wrapped};
use crate::ui::{theme, tokens};

const HEIGHT: f32 = 224.0;

pub fn show(ui: &mut Ui, page: &ComparePage<'_>) -> Option<CompareWish> {
    if page.deal.costs.is_empty() {
        return None;
    }
    ui.add_space(tokens::S);
    section(ui, page.cx.text.compare.exposure);
    let mut said = Vec::new();
    ui.scope(|ui| {
        gap_below(ui, tokens::XS);
        text_lines(ui);
        for (index, compared) in page.compared() {
            said.extend(sentences(ui, page, index, compared));
        }
    });
    ui.add_space(tokens::XS);
    well(ui, |ui| drawn(ui, page, &said.join(" ")));
    note(ui, page.cx.text.compare.exposure_note);
    None
}

/// Whether the money suffices, and what this does not take into account.
fn sentences(ui: &mut Ui, page: &ComparePage<'_>, index: usize, compared: &Compared) -> Option<String> {
    let cx = page.cx;
    let name = page.name(index);
    let financing = compared.financing.as_ref()?;
    let said = words::financing(&name, financing, cx.now.date, cx.language());
    if financing.gaps().is_empty() {
        wrapped(ui, RichText::new(&said).color(cx.palette.text));
    } else {
        warning(ui, &said);
    }
    let exposure = &compared.exposure;
    if !exposure.not_received.is_empty() {
        note(ui, &words::not_received(&name, exposure.not_received.len(), cx.language()));
    }
    let mut left_out: BTreeMap<CostEvent, usize> = BTreeMap::new();
    for (_, event) in &exposure.not_spent {
        *left_out.entry(*event).or_default() += 1;
    }
    for (event, count) in left_out {
        note(ui, &words::not_spent(&name, event, count, cx.language()));
    }
    Some(said)
}

fn drawn(ui: &mut Ui, page: &ComparePage<'_>, said: &str) {
    let currency = page.total().map(Money::currency);
    let lines: Vec<(usize, &Exposure)> = page
        .compared()
        .filter(|(_, compared)| Some(compared.schedule.total().currency()) == currency)
        .map(|(index, compared)| (index, &compared.exposure))
        .collect();
    let Some(scale) = ChartScale::of(page, &lines) else { return };
    let marks = marks::of(page, &scale);
    let response = frame(page, &scale).show(ui, |plot| {
        plot.set_plot_bounds_x(0.0..=scale.x(scale.last));
        plot.set_plot_bounds_y(scale.low..=scale.high);
        ground(plot, page, &scale, &marks);
        for (index, exposure) in &lines {
            step_line(plot, &scale, &pen(page, *index), exposure);
        }
    });
    let name = format!("{}. {said}", page.cx.text.compare.chart);
    response.response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &name));
    let hovered = response.response.hover_pos().map(|pointer| {
        let day = response.transform.value_from_position(pointer).x.round().max(0.0) as u32;
        add_days(scale.first, day)
    });
    marks::name(ui, page, &scale, &response.transform, &marks);
    if let Some(day) = hovered {
        response.response.on_hover_ui_at_pointer(|ui| on_day(ui, page, &lines, day));
    }
}

/// A chart with axes that cannot be dragged or zoomed.
fn frame<'a>(page: &'a ComparePage<'a>, scale: &'a ChartScale) -> Plot<'a> {
    let cx = page.cx;
    let axis = |axis: AxisHints<'a>| {
        axis.tick_label_font(theme::font(tokens::SMALL))
            .tick_label_color(cx.palette.weak_text)
            .label_spacing(1.0..=2.0)
    };
    let dates = axis(AxisHints::new_x()).formatter(|mark: GridMark, _range: &_| {
        let days = mark.value.round().max(0.0) as u32;
        words::day(add_days(scale.first, days), cx.now.date, cx.language())
    });
    let amounts = axis(AxisHints::new_y()).formatter(|mark: GridMark, _range: &_| {
        rust_decimal::Decimal::from_f64_retain(mark.value)
            .map_or_else(String::new, |amount| format::decimal(amount.round_dp(2), 0))
    });
    Plot::new("exposure")
        .height(HEIGHT)
        .show_background(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_crosshair(false)
        .sense(Sense::hover())
        .grid_color(cx.palette.hairline)
        .grid_fade(0.0)
        .x_grid_spacer(|_input: GridInput| {
            let dates = scale.dates();
            let mark = |day: &NaiveDate| GridMark { value: scale.x(*day), step_size: 1_000.0 };
            dates.iter().filter(|day| **day >= scale.first).map(mark).collect()
        })
        .y_grid_spacer(marks)
        .custom_x_axes(vec![dates])
        .custom_y_axes(vec![amounts])
        .label_formatter(|_position| None)
}

/// The background of the lines: the tint below zero, the zero line, the days that matter.
fn ground(plot: &mut PlotUi<'_>, page: &ComparePage<'_>, scale: &ChartScale, marks: &[ChartMark]) {
    let palette = page.cx.palette;
    let stroke = Stroke::new(tokens::LINE, palette.weak_text);
    let below = Span::new("", scale.low..=0.0).axis(Axis::Y).fill(palette.warm.tint);
    plot.span(below.border(Stroke::NONE));
    plot.hline(HLine::new("", 0.0).stroke(stroke));
    for mark in marks {
        let stroke = Stroke::new(tokens::LINE, mark.ink);
        plot.vline(VLine::new("", scale.x(mark.on)).stroke(stroke).style(mark.style));
    }
}

fn step_line(plot: &mut PlotUi<'_>, scale: &ChartScale, pen: &Pen, exposure: &Exposure) {
    let line = Line::new("", PlotPoints::new(scale.corners(exposure)));
    plot.line(line.color(pen.ink).width(tokens::MARK).style(pen.style).allow_band(false));
    let ends: Vec<[f64; 2]> =
        exposure.steps().iter().map(|step| [scale.x(step.on), height(step.position)]).collect();
    let points = Points::new("", PlotPoints::new(ends)).shape(pen.marker).color(pen.ink);
    plot.points(points.radius(tokens::XS).filled(true));
}

/// Every plan's balance on the day under the pointer.
fn on_day(ui: &mut Ui, page: &ComparePage<'_>, lines: &[(usize, &Exposure)], day: NaiveDate) {
    ui.label(format::date_compact(day, page.cx.language()));
    for (index, exposure) in lines {
        let position = format::money(exposure.at(day), page.cx.language());
        ui.label(format!("{}: {position}", (page.cx.text.compare.plan)(ComparePage::letter(*index))));
    }
}

/// Round amounts, four to seven of them.
fn marks(input: GridInput) -> Vec<GridMark> {
    let (low, high) = input.bounds;
    let rough = ((high - low) / 7.0).max(f64::MIN_POSITIVE);
    let power = 10.0_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|times| times * power).into_iter().find(|step| *step >= rough);
    let step = step.unwrap_or(rough);
    let (from, to) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    (from..=to).map(|times| GridMark { value: times as f64 * step, step_size: step }).collect()
}
