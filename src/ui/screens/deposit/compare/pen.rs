//! How each plan is drawn: told apart by line and marker, not by colour alone.

use egui::{Color32, Sense, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::{LineStyle, MarkerShape};

use super::ComparePage;
use crate::ui::tokens;

const DASH: f32 = 8.0;

pub struct Pen {
    pub ink: Color32,
    pub style: LineStyle,
    pub marker: MarkerShape,
}

pub fn pen(page: &ComparePage<'_>, index: usize) -> Pen {
    let palette = page.cx.palette;
    match index {
        0 => Pen { ink: palette.accent, style: LineStyle::Solid, marker: MarkerShape::Circle },
        1 => Pen {
            ink: palette.warm.ink,
            style: LineStyle::Dashed { length: DASH },
            marker: MarkerShape::Square,
        },
        _third => Pen {
            ink: palette.frozen.ink,
            style: LineStyle::Dotted { spacing: tokens::S },
            marker: MarkerShape::Diamond,
        },
    }
}

/// The plan's line and marker, beside its letter.
pub fn sample(ui: &mut Ui, page: &ComparePage<'_>, index: usize) {
    let (rect, _response) = ui.allocate_exact_size(vec2(tokens::XXL, tokens::L), Sense::hover());
    let pen = pen(page, index);
    let stroke = Stroke::new(tokens::MARK, pen.ink);
    let ends = [rect.left_center(), rect.right_center()];
    let shapes = match pen.style {
        LineStyle::Solid => vec![Shape::line_segment(ends, stroke)],
        LineStyle::Dashed { length } => Shape::dashed_line(&ends, stroke, length, length * 0.6),
        LineStyle::Dotted { spacing } => Shape::dotted_line(&ends, pen.ink, spacing, tokens::MARK),
    };
    ui.painter().extend(shapes);
    let size = tokens::XS;
    let at = rect.center();
    ui.painter().add(match pen.marker {
        MarkerShape::Square => {
            Shape::rect_filled(egui::Rect::from_center_size(at, vec2(size, size) * 2.0), 0.0, pen.ink)
        }
        MarkerShape::Diamond => Shape::convex_polygon(
            vec![
                at - vec2(0.0, size + 1.0),
                at + vec2(size + 1.0, 0.0),
                at + vec2(0.0, size + 1.0),
                at - vec2(size + 1.0, 0.0),
            ],
            pen.ink,
            Stroke::NONE,
        ),
        _circle => Shape::circle_filled(pos2(at.x, at.y), size, pen.ink),
    });
}
