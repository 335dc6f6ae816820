//! The picture of a schedule, beside what another library reads in the PDF of it: the same things in the same places.

use icebreak::domain::library::Company;
use icebreak::domain::library::logo::{Logo, LogoProblem};
use icebreak::exchange::papers::pdf::{FinishedPaper, PdfProblem, look};
use icebreak::exchange::papers::picture::Picture;
use lopdf::content::Content;

use super::made::*;

/// Pixels for a point, and the white that is left around what is drawn.
const SCALE: f32 = 2.0;
const EDGE: usize = 48;

/// What a page of the PDF shows, in points from its left and top.
#[derive(Default)]
struct Shown {
    /// Where runs of letters begin on their baselines, and how large they are.
    letters: Vec<(f32, f32, f32)>,
    /// Left, top, width and height.
    blocks: Vec<[f32; 4]>,
    logos: Vec<[f32; 4]>,
}

type Matrix = [f32; 6];

fn then(first: Matrix, next: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [p, q, r, s, t, u] = next;
    [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

/// A part of the page from its corners: in the PDF, up is up.
fn part(matrix: Matrix, [x, y, width, height]: [f32; 4]) -> [f32; 4] {
    let corner = |x: f32, y: f32| {
        let [.., right, up] = then([1.0, 0.0, 0.0, 1.0, x, y], matrix);
        (right, look::PAGE.1 - up)
    };
    let (from, to) = (corner(x, y), corner(x + width, y + height));
    [from.0.min(to.0), from.1.min(to.1), (from.0 - to.0).abs(), (from.1 - to.1).abs()]
}

fn first_page(paper: &FinishedPaper) -> Shown {
    let document = lopdf::Document::load_mem(&paper.bytes).unwrap();
    let content = document.get_page_content(*document.get_pages().get(&1).unwrap());
    let mut shown = Shown::default();
    let mut matrix: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let (mut kept, mut path, mut letters, mut size) = (Vec::new(), Vec::new(), matrix, 0.0);
    for operation in Content::decode(&content).unwrap().operations {
        let numbers: Vec<f32> =
            operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
        let six = || -> Matrix { numbers.clone().try_into().unwrap() };
        match operation.operator.as_str() {
            "q" => kept.push(matrix),
            "Q" => matrix = kept.pop().unwrap(),
            "cm" => matrix = then(six(), matrix),
            "Tf" => size = numbers[0],
            "Tm" => letters = six(),
            "Tj" | "TJ" => {
                let [x, y, ..] = part(then(letters, matrix), [0.0; 4]);
                shown.letters.push((x, y, size));
            }
            "m" | "l" => path.push((numbers[0], numbers[1])),
            "f" => {
                let span = |of: fn(&(f32, f32)) -> f32| {
                    let all = path.iter().map(of);
                    all.fold((f32::MAX, f32::MIN), |(least, most), at| (least.min(at), most.max(at)))
                };
                let ((left, right), (low, high)) = (span(|at| at.0), span(|at| at.1));
                shown.blocks.push(part(matrix, [left, low, right - left, high - low]));
                path.clear();
            }
            "Do" => shown.logos.push(part(matrix, [0.0, 0.0, 1.0, 1.0])),
            _ => {}
        }
    }
    shown
}

/// A picture with the place of the page's corner in it.
struct Placed<'a> {
    picture: &'a Picture,
    left: f32,
    top: f32,
}

impl Placed<'_> {
    /// The darkest of the pixels in a part of the page.
    fn darkest(&self, [x, y, width, height]: [f32; 4]) -> u8 {
        let pixel = |points: f32, from: f32| (points * SCALE - from).max(0.0) as usize;
        let (left, right) = (pixel(x, self.left), pixel(x + width, self.left) + 1);
        let (top, bottom) = (pixel(y, self.top), pixel(y + height, self.top) + 1);
        let rows = (top..bottom.min(self.picture.height)).map(|row| row * self.picture.width);
        let pixels = rows.flat_map(|row| row + left..row + right.min(self.picture.width));
        pixels.map(|pixel| self.picture.rgba[pixel * 4]).min().unwrap()
    }
}

fn is_inked(pixel: &[u8]) -> bool {
    pixel[..3].iter().any(|light| *light < 250)
}

/// How much is inked in each line of pixels.
fn ink(picture: &Picture) -> Vec<usize> {
    let lines = picture.rgba.chunks_exact(picture.width * 4);
    lines.map(|line| line.chunks_exact(4).filter(|pixel| is_inked(pixel)).count()).collect()
}

/// The line under the letterhead is as wide as the text: it tells where the page is in the picture.
fn placed<'a>(picture: &'a Picture, shown: &Shown) -> Placed<'a> {
    let whole = (look::MEASURE * SCALE) as usize;
    let row = ink(picture).iter().position(|inked| *inked >= whole - 2).unwrap();
    let line = &picture.rgba[row * picture.width * 4..(row + 1) * picture.width * 4];
    let column = line.chunks_exact(4).position(is_inked).unwrap();
    let [x, y, ..] =
        shown.blocks.iter().copied().find(|[.., width, _]| *width >= look::MEASURE - 1.0).unwrap();
    Placed { picture, left: x * SCALE - column as f32, top: (y * SCALE).floor() - row as f32 }
}

fn check(buyer: &str, language: &str, country: &str, company: &Company) {
    let (plan, deal) = (usual_plan(), deal(buyer, language, country));
    let shown = first_page(&schedule(&plan, Some(&deal), company).unwrap());
    let picture = painted(&plan, Some(&deal), company).unwrap().picture;
    let placed = placed(&picture, &shown);
    assert!(shown.letters.len() > 40, "{language}: {} runs are no schedule", shown.letters.len());
    for (x, baseline, size) in &shown.letters {
        let darkest = placed.darkest([*x, baseline - 0.8 * size, 1.2 * size, 0.8 * size]);
        assert!(darkest < 200, "{language}: nothing begins at {x}, {baseline}");
    }
    for block in &shown.blocks {
        assert!(placed.darkest(*block) < 250, "{language}: no {block:?}");
    }
    for [x, y, width, height] in &shown.logos {
        assert!(placed.darkest([*x, *y, *width, *height]) < 200, "{language}: no logo");
    }
    // And nothing else: every inked line of pixels is one of something that the PDF shows.
    let mut spans: Vec<(f32, f32)> = Vec::new();
    spans.extend(shown.letters.iter().map(|(_, y, size)| (y - 1.1 * size, y + 0.4 * size)));
    spans.extend(shown.blocks.iter().chain(&shown.logos).map(|[_, y, _, height]| (*y, y + height)));
    for (row, _) in ink(&picture).iter().enumerate().filter(|(_, inked)| **inked > 0) {
        let y = (row as f32 + placed.top) / SCALE;
        assert!(spans.iter().any(|(top, bottom)| (top - 1.0..bottom + 1.0).contains(&y)), "{language}: {y}");
    }
}

#[test]
fn the_picture_shows_what_the_pdf_shows_where_it_shows_it() {
    let without_logo = Company { logo: "".into(), ..company() };
    for (buyer, language, country) in [
        (LONG_GERMAN, "de", "DE"),
        (LONG_CHINESE, "zh", "CN"),
        (LONG_RUSSIAN, "ru", "RU"),
        ("Bright", "en", "GB"),
    ] {
        check(buyer, language, country, &company());
        check(buyer, language, country, &without_logo);
    }
}

#[test]
fn the_picture_is_the_first_page_without_the_white_around_it() {
    let painted = painted(&usual_plan(), Some(&deal(LONG_CHINESE, "zh", "CN")), &company()).unwrap();
    let picture = painted.picture;
    assert_eq!((painted.pages, painted.replaced), (1, vec![]));
    assert_eq!(picture.rgba.len(), picture.width * picture.height * 4);
    assert!(picture.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255), "it is transparent");
    // As wide as the text, and the same white on every side.
    assert!(picture.width.abs_diff((look::MEASURE * SCALE) as usize + 2 * EDGE) <= 2, "{}", picture.width);
    assert!((900..1683).contains(&picture.height), "{}", picture.height);
    let ink = ink(&picture);
    assert_eq!(ink.iter().position(|inked| *inked > 0), Some(EDGE));
    assert_eq!(ink.iter().rev().position(|inked| *inked > 0), Some(EDGE));
    let dark = picture.rgba.chunks_exact(4).filter(|pixel| pixel[0] < 128).count();
    assert!(dark > 5_000, "{dark} dark pixels are no letter");
}

#[test]
fn a_picture_shows_the_first_of_many_pages() {
    let painted = painted(&long_plan(40), Some(&deal(LONG_GERMAN, "de", "DE")), &company()).unwrap();
    assert!(painted.pages > 1);
    assert!(painted.picture.height > 1_500, "{}", painted.picture.height);
}

/// Red as every kind has it, and half transparent as a JPEG cannot have it.
fn logos() -> [(Logo, [u8; 3]); 3] {
    let encoded = |format, color: image::ColorType, pixels: &[u8]| {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::write_buffer_with_format(&mut bytes, pixels, 8, 8, color, format).unwrap();
        Logo::read(bytes.into_inner()).unwrap()
    };
    let red = [255, 0, 0].repeat(64);
    let half = [255, 0, 0, 128].repeat(64);
    [
        (encoded(image::ImageFormat::Png, image::ColorType::Rgb8, &red), [255, 0, 0]),
        (encoded(image::ImageFormat::Png, image::ColorType::Rgba8, &half), [255, 127, 127]),
        (encoded(image::ImageFormat::Jpeg, image::ColorType::Rgb8, &red), [255, 0, 0]),
    ]
}

#[test]
fn logos_of_every_kind_are_painted_on_white() {
    for (logo, expected) in logos() {
        let company = Company { logo: logo.to_text().into(), ..company() };
        let picture = painted(&usual_plan(), None, &company).unwrap().picture;
        // The logo is the first thing on the page, at its left; it is as high as the head has room for.
        let middle = (EDGE + look::LOGO.1 as usize) * picture.width + EDGE + 40;
        let found = &picture.rgba[middle * 4..middle * 4 + 3];
        let near = found.iter().zip(&expected).all(|(found, expected)| found.abs_diff(*expected) < 4);
        assert!(near, "{:?}: {found:?}", logo.kind);
    }
}

#[test]
fn a_broken_logo_makes_no_picture() {
    let header = "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAYAAACqaXHe";
    let company = Company { logo: header.into(), ..company() };
    assert_eq!(painted(&usual_plan(), None, &company), Err(PdfProblem::Logo(LogoProblem::Broken)));
}
