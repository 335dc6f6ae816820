//! Papers as PDF: a letter is laid out line by line, then written.
//!
//! [`schedule`], [`policy`] and [`head`] say what stands in a paper. [`words`] sets text in the bundled [`faces`],
//! [`page`] holds what stands where, [`table`] and [`letter`] lay out, `write` makes the file. How it all
//! looks is in [`look`] alone.

pub mod faces;
pub mod head;
pub mod letter;
pub mod look;
pub mod page;
pub mod policy;
pub mod schedule;
mod signatures;
pub mod table;
mod ties;
pub mod words;
mod write;

use self::letter::Letter;
use self::look::Fit;
use self::words::Setter;
use crate::domain::deposit::PlanRefused;
use crate::domain::logo::LogoProblem;

/// A paper that is ready to be handed on.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    pub bytes: Vec<u8>,
    pub pages: u32,
    /// What the bundled fonts lack: a sign for it stands in the paper instead.
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

/// Lays a letter out and writes it. What runs over on another page is set tighter where that saves the page.
fn set(letter: impl Fn() -> Result<Letter, PdfProblem>) -> Result<Paper, PdfProblem> {
    let roomy = set_as(letter()?, Fit::ROOMY)?;
    if !(2..=MOST_PAGES_SET_TIGHTER).contains(&roomy.pages) {
        return Ok(roomy);
    }
    for fit in Fit::TIGHTER {
        let tighter = set_as(letter()?, fit)?;
        if tighter.pages < roomy.pages {
            return Ok(tighter);
        }
    }
    Ok(roomy)
}

fn set_as(mut letter: Letter, fit: Fit) -> Result<Paper, PdfProblem> {
    let mut setter = Setter { chinese: letter.about.language.starts_with("zh"), ..Setter::default() };
    let pages = letter::lay_out(&mut letter, &mut setter, fit);
    let count = u32::try_from(pages.sheets.len()).unwrap_or(u32::MAX);
    let logo = letter.head.logo.map(|logo| logo.image);
    let bytes = write::write(pages, &letter.about, &letter.title, logo)?;
    Ok(Paper { bytes, pages: count, replaced: setter.replaced.into_iter().collect() })
}
