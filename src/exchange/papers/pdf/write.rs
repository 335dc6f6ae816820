//! Writes laid-out pages as a PDF that can be searched, copied from and read aloud: subset fonts, tagged parts.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use chrono::Datelike as _;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};

use super::letter::PdfMetadata;
use super::look::Ink;
use super::page::{Drawn, PageMark, Pages, Role, TextPart, TextParts};
use super::setting::lines::TextLine;
use super::{PdfProblem, look};
use crate::domain::library::logo::{Logo, LogoKind, LogoProblem};

/// The same pages make the same bytes: the date comes from the paper, not from a clock.
pub fn write(
    pages: Pages,
    about: &PdfMetadata,
    title: &str,
    logo: Option<Logo>,
) -> Result<Vec<u8>, PdfProblem> {
    let logo = logo.map(embedded).transpose()?;
    let failed = |why: String| PdfProblem::Writing(why);
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = configuration.finish().map_err(|error| failed(format!("{error:?}")))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut drawn: BTreeMap<TextPart, Vec<Identifier>> = BTreeMap::new();
    for sheet in pages.sheets {
        let size = PageSettings::from_wh(look::PAGE.0, look::PAGE.1);
        let mut page = document.start_page_with(size.unwrap_or_default());
        let mut surface = page.surface();
        for mark in sheet.marks {
            draw(&mut surface, mark, logo.as_ref(), &mut drawn);
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree(&pages.parts, &mut drawn));
    document.set_outline(outline(title));
    document.set_metadata(metadata(about, title));
    document.finish().map_err(|error| failed(format!("{error:?}")))
}

/// One entry: the paper itself. Accessibility rules (PDF/UA) want an outline, however short the paper is.
fn outline(title: &str) -> Outline {
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(title.to_owned(), top));
    outline
}

fn metadata(about: &PdfMetadata, title: &str) -> Metadata {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(about.on.year()).unwrap_or_default();
    let on = DateTime::new(year).month(part(about.on.month())).day(part(about.on.day()));
    let metadata = Metadata::new()
        .title(title.to_owned())
        .language(about.language.clone())
        .creator("Icebreak".to_owned())
        .creation_date(on);
    if about.author.is_empty() { metadata } else { metadata.authors(vec![about.author.clone()]) }
}

fn draw(
    surface: &mut Surface<'_>,
    mark: PageMark,
    logo: Option<&Image>,
    drawn: &mut BTreeMap<TextPart, Vec<Identifier>>,
) {
    let PageMark { x, y, drawn: what, part } = mark;
    let tag = match part {
        Some(_) => ContentTag::Span(SpanTag::empty()),
        None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
    };
    let identifier = surface.start_tagged(tag);
    match what {
        Drawn::Line(line) => draw_line(surface, x, y, line),
        Drawn::Block { width, height, ink } => draw_block(surface, Rect::from_xywh(x, y, width, height), ink),
        Drawn::Logo { width, height } => draw_logo(surface, (x, y), Size::from_wh(width, height), logo),
    }
    surface.end_tagged();
    if let Some(part) = part {
        drawn.entry(part).or_default().push(identifier);
    }
}

fn draw_line(surface: &mut Surface<'_>, x: f32, baseline: f32, line: TextLine) {
    surface.set_fill(Some(fill(line.style.ink)));
    for run in line.runs {
        let start = Point::from_xy(x + run.x, baseline);
        surface.draw_glyphs(start, &run.glyphs, run.face.font.clone(), &run.text, line.style.size, false);
    }
}

fn draw_block(surface: &mut Surface<'_>, rect: Option<Rect>, ink: Ink) {
    let mut path = PathBuilder::new();
    if let Some(rect) = rect {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(ink)));
        surface.draw_path(&path);
    }
}

fn draw_logo(surface: &mut Surface<'_>, (x, y): (f32, f32), size: Option<Size>, logo: Option<&Image>) {
    if let (Some(size), Some(logo)) = (size, logo) {
        surface.push_transform(&Transform::from_translate(x, y));
        surface.draw_image(logo.clone(), size);
        surface.pop();
    }
}

fn embedded(logo: Logo) -> Result<Image, LogoProblem> {
    let read = match logo.kind {
        LogoKind::Png => Image::from_png(logo.bytes.into(), true),
        LogoKind::Jpeg => Image::from_jpeg(logo.bytes.into(), true),
    };
    read.map_err(|_why| LogoProblem::Broken)
}

fn fill(ink: Ink) -> Fill {
    let (red, green, blue) = ink.rgb();
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

/// The parts as a tree, each with its drawn content.
fn tree(parts: &TextParts, drawn: &mut BTreeMap<TextPart, Vec<Identifier>>) -> TagTree {
    let mut children: BTreeMap<Option<TextPart>, Vec<(TextPart, &Role)>> = BTreeMap::new();
    for (part, role, within) in parts.all() {
        children.entry(within).or_default().push((part, role));
    }
    let mut tree = TagTree::new();
    for (part, role) in children.get(&None).into_iter().flatten() {
        tree.push(group(*part, role, &children, drawn));
    }
    tree
}

fn group(
    part: TextPart,
    role: &Role,
    children: &BTreeMap<Option<TextPart>, Vec<(TextPart, &Role)>>,
    drawn: &mut BTreeMap<TextPart, Vec<Identifier>>,
) -> TagGroup {
    let mut group = match role {
        Role::Title(title) => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(title.clone()))),
        Role::Heading(title) => {
            TagGroup::new(Tag::Hn(NonZeroU16::MIN.saturating_add(1), Some(title.clone())))
        }
        Role::Paragraph => TagGroup::new(Tag::P),
        Role::Figure(alt) => TagGroup::new(Tag::Figure(Some(alt.clone()))),
        Role::Table => TagGroup::new(Tag::Table),
        Role::Row => TagGroup::new(Tag::TR),
        Role::ColumnHead => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
        Role::Cell => TagGroup::new(Tag::TD),
    };
    for identifier in drawn.remove(&part).into_iter().flatten() {
        group.push(Node::Leaf(identifier));
    }
    for (child, role) in children.get(&Some(part)).into_iter().flatten() {
        group.push(self::group(*child, role, children, drawn));
    }
    group
}
