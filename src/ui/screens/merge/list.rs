//! The conflicts, one row each, with what was chosen.

use egui::{FontFamily, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::domain::versions::three_way::{Conflict, ConflictChoice};
use crate::ui::cx::Cx;
use crate::ui::widgets::{elided, gap_below, icon_button, note, paint_line};
use crate::ui::{icons, theme, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, conflicts: &[Conflict], choices: &[ConflictChoice], shown: &mut usize) {
    gap_below(ui, 0.0);
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, tokens::ROW, conflicts.len(), |ui, range| {
        for place in range {
            let (Some(conflict), Some(choice)) = (conflicts.get(place), choices.get(place)) else { continue };
            if row(ui, cx, conflict, choice, place == *shown).clicked() {
                *shown = place;
            }
        }
    });
}

/// In a narrow window: buttons to step through the conflicts.
pub fn stepper(ui: &mut Ui, cx: &Cx<'_>, count: usize, shown: &mut usize) {
    ui.horizontal(|ui| {
        if icon_button(ui, icons::CARET_LEFT, cx.text.commands.previous_deal).clicked() {
            *shown = shown.saturating_sub(1);
        }
        note(ui, &format!("{} / {count}", *shown + 1));
        if icon_button(ui, icons::CARET_RIGHT, cx.text.commands.next_deal).clicked() && *shown + 1 < count {
            *shown += 1;
        }
    });
}

/// The subject of the conflict, and its product or PI number.
pub fn names(cx: &Cx<'_>, conflict: &Conflict) -> (String, String) {
    match conflict {
        Conflict::Deal { ours, theirs, .. } => {
            let Some(deal) = ours.as_ref().or(theirs.as_ref()) else { return Default::default() };
            let company = Some(deal.buyer.company.trim()).filter(|company| !company.is_empty());
            let about = [deal.agreed.pi.trim(), deal.product.trim()];
            let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
            (company.unwrap_or(cx.text.deal.untitled).to_owned(), about.join(" · "))
        }
        Conflict::Settings(_) => (cx.text.merge.settings.to_owned(), String::new()),
        Conflict::Library(_) => (cx.text.merge.library.to_owned(), String::new()),
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, conflict: &Conflict, choice: &ConflictChoice, shown: bool) -> Response {
    let words = &cx.text.merge;
    let (name, about) = names(cx, conflict);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, shown, &name));
    let pointed = response.hovered() || response.has_focus();
    if shown || pointed {
        let fill = if shown { cx.palette.selection } else { cx.palette.sunken };
        ui.painter().rect_filled(rect, tokens::RADIUS, fill);
    }
    let left = rect.left() + tokens::M;
    let width = rect.width() - tokens::both(tokens::M);
    let chosen = match choice {
        ConflictChoice::Ours => words.ours,
        ConflictChoice::Theirs => words.theirs,
        ConflictChoice::Fields(_) => words.by_field,
        ConflictChoice::Both => words.both,
    };
    let title = elided(ui, &name, tokens::BODY, theme::bold_name(&name), cx.palette.text, width);
    paint_line(ui, title, pos2(left, rect.top() + 19.0), egui::Align2::LEFT_CENTER);
    let chosen = elided(ui, chosen, tokens::SMALL, FontFamily::Proportional, cx.palette.accent, width / 2.0);
    let taken = chosen.size().x;
    paint_line(ui, chosen, pos2(left + width, rect.top() + 38.0), egui::Align2::RIGHT_CENTER);
    let room = width - taken - tokens::S;
    let about = elided(ui, &about, tokens::SMALL, FontFamily::Proportional, cx.palette.weak_text, room);
    paint_line(ui, about, pos2(left, rect.top() + 38.0), egui::Align2::LEFT_CENTER);
    response
}
