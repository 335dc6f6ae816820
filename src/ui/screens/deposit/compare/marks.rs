//! Days marked in the chart besides the lines: today, ship by, and when the goods of each plan ship.

use chrono::NaiveDate;
use egui::{Color32, Rect, Ui, pos2};
use egui_plot::{LineStyle, PlotTransform};

use super::ComparePage;
use super::pen::pen;
use super::scale::ChartScale;
use crate::ui::{theme, tokens};

/// A line from top to bottom with its name.
pub struct ChartMark {
    pub on: NaiveDate,
    pub name: String,
    pub ink: Color32,
    pub style: LineStyle,
}

/// The marks within the chart. Plans that ship on the same day share a line.
pub fn of(page: &ComparePage<'_>, scale: &ChartScale) -> Vec<ChartMark> {
    let (cx, palette) = (page.cx, page.cx.palette);
    let mut marks = vec![ChartMark {
        on: cx.now.date,
        name: cx.text.deposit.today.to_owned(),
        ink: palette.weak_text,
        style: LineStyle::dotted_dense(),
    }];
    marks.extend(page.deal.agreed.ship_by.map(|on| ChartMark {
        on,
        name: cx.text.plan_rows.ship_by.to_owned(),
        ink: palette.text,
        style: LineStyle::Solid,
    }));
    let ships = page.compared().filter_map(|(index, compared)| Some((index, compared.ships()?)));
    let mut plans: Vec<(NaiveDate, Vec<usize>)> = Vec::new();
    for (index, on) in ships {
        match plans.iter_mut().find(|(day, _)| *day == on) {
            Some((_, same)) => same.push(index),
            None => plans.push((on, vec![index])),
        }
    }
    for (on, same) in plans {
        let letters: Vec<&str> = same.iter().map(|index| ComparePage::letter(*index)).collect();
        let ink = match same.as_slice() {
            [alone] => pen(page, *alone).ink,
            _several => palette.weak_text,
        };
        let name = format!("{} · {}", cx.text.deposit.ships, letters.join(", "));
        marks.push(ChartMark { on, name, ink, style: LineStyle::dashed_dense() });
    }
    marks.retain(|mark| (scale.first..=scale.last).contains(&mark.on));
    marks
}

/// Draws each name at its line; lower where it would overlap another name.
pub fn name(
    ui: &Ui,
    page: &ComparePage<'_>,
    scale: &ChartScale,
    transform: &PlotTransform,
    marks: &[ChartMark],
) {
    let font = theme::font(tokens::SMALL);
    let frame = *transform.frame();
    let mut taken: Vec<Rect> = Vec::new();
    for mark in marks {
        let x = transform.position_from_point_x(scale.x(mark.on));
        let galley = ui.painter().layout_no_wrap(mark.name.clone(), font.clone(), mark.ink);
        let fits = x + tokens::XS + galley.size().x <= frame.right();
        let left = if fits { x + tokens::XS } else { x - tokens::XS - galley.size().x };
        let mut behind =
            Rect::from_min_size(pos2(left, frame.top() + tokens::XS), galley.size()).expand(tokens::MARK);
        while taken.iter().any(|other| other.intersects(behind)) && behind.bottom() < frame.bottom() {
            behind = behind.translate(egui::vec2(0.0, behind.height()));
        }
        taken.push(behind);
        ui.painter().rect_filled(behind, 0.0, page.cx.palette.surface);
        ui.painter().galley(behind.shrink(tokens::MARK).min, galley, mark.ink);
    }
}
