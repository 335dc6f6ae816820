//! Papers as PDF: lays out a letter line by line, then writes it.
//!
//! [`schedule`], [`policy`], [`sheet`] and `head` give the content of papers. [`setting`] sets text in faces that have it,
//! `page` holds the positions, `table` and `letter` lay out, `write` makes the file and `paint` a picture of its
//! first page. [`look`] alone has the lengths, sizes and colours.

pub(crate) mod head;
pub(crate) mod letter;
pub mod look;
pub(crate) mod page;
mod paint;
pub mod policy;
pub mod schedule;
pub mod setting;
pub mod sheet;
mod signatures;
pub(crate) mod table;
mod write;

use self::letter::{Letter, PdfMetadata};
use self::look::SizeFactors;
use self::page::Pages;
use self::setting::lines::Setter;
use super::picture::Picture;
use crate::domain::deposit::PlanRefused;
use crate::domain::library::logo::{Logo, LogoProblem};

/// A finished paper.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishedPaper {
    pub bytes: Vec<u8>,
    pub pages: u32,
    /// The characters that no font has; the paper shows a replacement character.
    pub replaced: Vec<char>,
}

/// The first page of a paper as a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Painted {
    pub picture: Picture,
    /// The number of pages of the paper.
    pub pages: u32,
    /// As in [`FinishedPaper`].
    pub replaced: Vec<char>,
}

/// Why no paper could be made.
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
    #[error("no account in the library is for {currency}; add one")]
    NoAccount { currency: String },
    #[error("the PDF cannot be made ({0})")]
    Writing(String),
}

/// Longer papers are not set tighter to save a page.
const MOST_PAGES_SET_TIGHTER: u32 = 4;

/// A letter laid out on pages, to be written as a file or painted as a picture.
struct LaidOut {
    pages: Pages,
    about: PdfMetadata,
    title: String,
    logo: Option<Logo>,
    replaced: Vec<char>,
}

/// Lays out a letter, and sets it tighter where that saves a page.
fn set(letter: impl Fn() -> Result<Letter, PdfProblem>) -> Result<LaidOut, PdfProblem> {
    let roomy = LaidOut::of(letter()?, SizeFactors::ROOMY);
    if !(2..=MOST_PAGES_SET_TIGHTER).contains(&roomy.count()) {
        return Ok(roomy);
    }
    for fit in SizeFactors::TIGHTER {
        let tighter = LaidOut::of(letter()?, fit);
        if tighter.count() < roomy.count() {
            return Ok(tighter);
        }
    }
    Ok(roomy)
}

impl LaidOut {
    fn of(mut letter: Letter, fit: SizeFactors) -> Self {
        let chinese = letter.about.language.starts_with("zh");
        let mut setter = Setter { chinese, ..Setter::default() };
        let pages = letter::lay_out(&mut letter, &mut setter, fit);
        let replaced = setter.replaced.into_iter().collect();
        Self { pages, about: letter.about, title: letter.title, logo: letter.head.logo, replaced }
    }

    fn count(&self) -> u32 {
        u32::try_from(self.pages.sheets.len()).unwrap_or(u32::MAX)
    }

    fn written(self) -> Result<FinishedPaper, PdfProblem> {
        let pages = self.count();
        let bytes = write::write(self.pages, &self.about, &self.title, self.logo)?;
        Ok(FinishedPaper { bytes, pages, replaced: self.replaced })
    }

    fn painted(self) -> Result<Painted, PdfProblem> {
        let picture = paint::paint(&self.pages, self.logo.as_ref())?;
        Ok(Painted { picture, pages: self.count(), replaced: self.replaced })
    }
}
