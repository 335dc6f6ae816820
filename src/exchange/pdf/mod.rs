//! Papers as PDF: a letter is laid out line by line, then written.
//!
//! [`schedule`], [`policy`] and [`head`] say what stands in a paper. [`words`] sets text in the bundled [`faces`],
//! [`page`] holds what stands where, [`table`] and [`letter`] lay out, `write` makes the file and `paint` a picture of
//! its first page. How it all looks is in [`look`] alone.

pub mod faces;
pub mod head;
pub mod letter;
pub mod look;
pub mod page;
mod paint;
pub mod policy;
pub mod schedule;
mod signatures;
pub mod table;
mod ties;
pub mod words;
mod write;

use self::letter::{About, Letter};
use self::look::Fit;
use self::page::Pages;
use self::words::Setter;
use super::picture::Picture;
use crate::domain::deposit::PlanRefused;
use crate::domain::logo::{Logo, LogoProblem};

/// A paper that is ready to be handed on.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    pub bytes: Vec<u8>,
    pub pages: u32,
    /// What the bundled fonts lack: a sign for it stands in the paper instead.
    pub replaced: Vec<char>,
}

/// The first page of a paper as a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Painted {
    pub picture: Picture,
    /// How many pages the paper has.
    pub pages: u32,
    /// As in [`Paper`].
    pub replaced: Vec<char>,
}

/// Why there is no paper.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfProblem {
    #[error("the plan has no rows: {0}")]
    Refused(#[from] PlanRefused),
    #[error("{0}; choose another logo in the library")]
    Logo(#[from] LogoProblem),
    #[error("nothing is written in {language} yet; write the answers about the deposit in the library")]
    NothingWritten { language: &'static str },
    #[error(
        "an answer names {{limit}}, and there is no rule for small first orders; set one in the settings"
    )]
    NoLimit,
    #[error("the PDF cannot be made ({0})")]
    Writing(String),
}

/// Beyond this nobody counts the pages.
const MOST_PAGES_SET_TIGHTER: u32 = 4;

/// A letter on its pages, to be written as a file or painted as a picture.
struct LaidOut {
    pages: Pages,
    about: About,
    title: String,
    logo: Option<Logo>,
    replaced: Vec<char>,
}

/// Lays a letter out. What runs over on another page is set tighter where that saves the page.
fn set(letter: impl Fn() -> Result<Letter, PdfProblem>) -> Result<LaidOut, PdfProblem> {
    let roomy = LaidOut::of(letter()?, Fit::ROOMY);
    if !(2..=MOST_PAGES_SET_TIGHTER).contains(&roomy.count()) {
        return Ok(roomy);
    }
    for fit in Fit::TIGHTER {
        let tighter = LaidOut::of(letter()?, fit);
        if tighter.count() < roomy.count() {
            return Ok(tighter);
        }
    }
    Ok(roomy)
}

impl LaidOut {
    fn of(mut letter: Letter, fit: Fit) -> Self {
        let chinese = letter.about.language.starts_with("zh");
        let mut setter = Setter { chinese, ..Setter::default() };
        let pages = letter::lay_out(&mut letter, &mut setter, fit);
        let replaced = setter.replaced.into_iter().collect();
        Self { pages, about: letter.about, title: letter.title, logo: letter.head.logo, replaced }
    }

    fn count(&self) -> u32 {
        u32::try_from(self.pages.sheets.len()).unwrap_or(u32::MAX)
    }

    fn written(self) -> Result<Paper, PdfProblem> {
        let pages = self.count();
        let bytes = write::write(self.pages, &self.about, &self.title, self.logo)?;
        Ok(Paper { bytes, pages, replaced: self.replaced })
    }

    fn painted(self) -> Result<Painted, PdfProblem> {
        let picture = paint::paint(&self.pages, self.logo.as_ref())?;
        Ok(Painted { picture, pages: self.count(), replaced: self.replaced })
    }
}
