//! Above the draft: what the buyer said last, in two lines; a click shows all of it.

use chrono::NaiveDate;
use egui::text::{LayoutJob, TextFormat};
use egui::{Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::domain::deal::Deal;
use crate::domain::message::their_last_touch;
use crate::text::format;
use crate::text::visible::in_one_line;
use crate::text::window::deal as words;
use crate::ui::cx::Cx;
use crate::ui::widgets::shortened;
use crate::ui::{icons, theme, tokens};

/// Nothing where they never wrote.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, opened: &mut bool) {
    let Some(said) = Said::last(cx, deal) else { return };
    let most = tokens::LOWEST + tokens::LEADING;
    let area = egui::ScrollArea::vertical().id_salt("theirs").max_height(most);
    let clicked = area.show(ui, |ui| said.line(ui, cx, *opened)).inner;
    *opened ^= clicked;
}

/// The middle of a line of text.
const MIDDLE: f32 = tokens::LEADING / 2.0;

/// Their last words with the circumstances.
struct Said {
    /// Who, when and by which channel.
    by: String,
    /// Empty where nothing was noted.
    words: String,
}

impl Said {
    fn last(cx: &Cx<'_>, deal: &Deal) -> Option<Self> {
        let touch = their_last_touch(deal, cx.now.date);
        let before = deal.summary.last_inbound.filter(|on| *on <= cx.now.date);
        let newer = before.filter(|on| touch.is_none_or(|touch| touch.on < *on));
        let channel = touch.filter(|_| newer.is_none()).and_then(|touch| touch.channel.as_ref()?.known());
        let who = deal.contact().map(|contact| contact.name.trim()).filter(|name| !name.is_empty());
        let who = who.unwrap_or_else(|| words::buyer(deal, cx.language()));
        let on = newer.or(touch.map(|touch| touch.on))?;
        let channel = channel.map(|channel| (cx.text.story.channel_name)(channel).to_owned());
        let parts = [Some(in_one_line(who, 60)), Some(day(cx, on)), channel];
        let note = touch.filter(|_| newer.is_none()).map_or("", |touch| touch.note.trim());
        Some(Self {
            by: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "), words: note.to_owned()
        })
    }

    /// True when it was clicked to open or fold it.
    fn line(&self, ui: &mut Ui, cx: &Cx<'_>, opened: bool) -> bool {
        let indent = tokens::M;
        let room = ui.available_width() - indent;
        let folded = ui.fonts_mut(|fonts| fonts.layout_job(self.set(cx, room - tokens::XL, false)));
        let opens = folded.elided || self.words.contains('\n');
        let galley = if opened {
            ui.fonts_mut(|fonts| fonts.layout_job(self.set(cx, room - tokens::XL, true)))
        } else {
            folded
        };
        let size = Vec2::new(ui.available_width(), galley.size().y.max(tokens::LEADING));
        let (rect, response) =
            ui.allocate_exact_size(size, if opens { Sense::click() } else { Sense::hover() });
        let role = if opens { Role::Button } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, true, self.name(cx)));
        let bar = if response.hovered() && opens || response.has_focus() {
            cx.palette.accent
        } else {
            cx.palette.hairline
        };
        let stroke = Stroke::new(tokens::MARK, bar);
        ui.painter().vline(rect.left() + tokens::LINE, rect.y_range(), stroke);
        ui.painter().galley(rect.min + Vec2::new(indent, 0.0), galley, cx.palette.text);
        if opens {
            let icon = if opened { icons::CARET_UP } else { icons::CARET_DOWN };
            let at = rect.right_top() + Vec2::new(-tokens::S, MIDDLE);
            let font = theme::font(tokens::SMALL);
            ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, font, cx.palette.weak_text);
        }
        response.clicked()
    }

    /// Everything in one running text, so that a short message takes one line.
    fn set(&self, cx: &Cx<'_>, width: f32, whole: bool) -> LayoutJob {
        let line_height = Some(tokens::LEADING);
        let weak = TextFormat {
            font_id: theme::font(tokens::SMALL),
            color: cx.palette.weak_text,
            line_height,
            valign: egui::Align::Center,
            ..TextFormat::default()
        };
        let ink = TextFormat { font_id: theme::font(tokens::BODY), color: cx.palette.text, ..weak.clone() };
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        job.append(&self.by, 0.0, weak.clone());
        if self.words.is_empty() {
            job.append(cx.text.compose.no_words, tokens::S, weak);
        } else if whole {
            job.append("\n", 0.0, weak);
            job.append(&shortened(&self.words), 0.0, ink);
        } else {
            job.wrap.max_rows = 2;
            let words = in_one_line(&self.words, 600);
            job.append(&(cx.text.compose.they_said)(&words), tokens::S, ink);
        }
        job
    }

    fn name(&self, cx: &Cx<'_>) -> String {
        let words = &cx.text.compose;
        let said = if self.words.is_empty() {
            words.no_words.to_owned()
        } else {
            (words.they_said)(&shortened(&self.words))
        };
        format!("{} {said}", self.by)
    }
}

fn day(cx: &Cx<'_>, on: NaiveDate) -> String {
    let ago = words::ago(on, cx.now.date, cx.language());
    (cx.text.compose.said_on)(&ago, &format::date_short(on, cx.language()))
}
