//! A question in the middle of the dimmed window.

use egui::{Context, Frame, Id, Margin, Modal, ModalResponse, Ui};

use crate::ui::theme::palette;
use crate::ui::tokens;

/// As wide as running text at most; `margin` is the space inside its border.
pub fn dialog<R>(ctx: &Context, id: &str, margin: i8, add: impl FnOnce(&mut Ui) -> R) -> ModalResponse<R> {
    let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(margin));
    let backdrop = tokens::dimmed(palette(ctx).dark);
    Modal::new(Id::unique(id)).backdrop_color(backdrop).frame(frame).show(ctx, |ui| {
        ui.set_max_width((ctx.content_rect().width() - tokens::DIALOG_AROUND).min(tokens::MEASURE));
        add(ui)
    })
}
