//! The signatures of a letter, side by side: the party, their name, a line, and what to fill in.

use super::look;
use super::look::Ink;
use super::page::{Pages, Role, TextSide, height};
use super::setting::lines::{Setter, TextLine};

/// Places to sign, ready to be drawn.
pub struct Signatures {
    room: f32,
    /// The party, their name, and what to fill in.
    each: Vec<[Vec<TextLine>; 3]>,
}

impl Signatures {
    pub fn set(for_whom: &[(String, String)], below: &str, setter: &mut Setter) -> Self {
        let count = for_whom.len().max(1) as f32;
        let room = (look::MEASURE - (count - 1.0) * look::SECTION_GAP * 1.5) / count;
        let each = for_whom
            .iter()
            .map(|(who, name)| {
                [
                    setter.wrap(who, look::SMALL, room),
                    setter.wrap_evenly(name, look::STRONG, room),
                    setter.wrap(below, look::SMALL, room),
                ]
            })
            .collect();
        Self { room, each }
    }

    fn above(&self) -> f32 {
        self.each.iter().map(|[who, name, _]| height(who) + height(name)).fold(0.0, f32::max)
    }

    fn under(&self) -> f32 {
        self.each.iter().map(|[_, _, below]| height(below)).fold(0.0, f32::max)
    }

    /// The height, including the space to sign.
    pub fn height(&self, pages: &Pages) -> f32 {
        self.above() + look::SIGNATURE * pages.fit.text + look::GAP + self.under()
    }

    pub fn draw(self, pages: &mut Pages) {
        pages.need(self.height(pages));
        let (top, line, under) = (pages.y, self.above() + look::SIGNATURE * pages.fit.text, self.under());
        let mut x = look::MARGIN;
        for [who, name, below] in self.each {
            let part = pages.parts.add(Role::Paragraph, None);
            let after = pages.column((x, top, self.room), who, TextSide::Left, Some(part));
            pages.column((x, top + after, self.room), name, TextSide::Left, Some(part));
            pages.y = top + line;
            pages.rule(x, self.room, look::HAIRLINE, Ink::Text);
            pages.column((x, pages.y + look::GAP, self.room), below, TextSide::Left, Some(part));
            x += self.room + look::SECTION_GAP * 1.5;
        }
        pages.y += look::GAP + under;
    }
}
