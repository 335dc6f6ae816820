//! A paper of one page, the account card or the approval sheet, as a letter.

use super::head::{addressee, known, letterhead};
use super::letter::{BETWEEN, Block, Letter, PdfMetadata};
use super::{FinishedPaper, PdfProblem, set};
use crate::domain::deal::Deal;
use crate::domain::library::Company;
use crate::domain::names::Named as _;
use crate::exchange::files::filename::file_name_of;
use crate::text::buyer::schedule::clean;
use crate::text::buyer::sheets::{HeadedFacts, Sheet, SheetPart};

/// The file for the buyer of the deal, and a name for it.
pub fn sheet_pdf(
    sheet: &Sheet,
    deal: &Deal,
    company: &Company,
) -> Result<(FinishedPaper, String), PdfProblem> {
    let paper = set(|| letter(sheet, deal, company))?.written()?;
    Ok((paper, sheet_name(sheet, deal, "pdf")))
}

/// A name for the file of a sheet: `Müller GmbH PI-2607 Our bank account.pdf`.
pub fn sheet_name(sheet: &Sheet, deal: &Deal, extension: &str) -> String {
    file_name_of(&deal.buyer.company, &[&sheet.reference, sheet.title].join(" "), extension)
}

fn letter(sheet: &Sheet, deal: &Deal, company: &Company) -> Result<Letter, PdfProblem> {
    let (words, seller) = (sheet.words(), clean(&company.name));
    let mut body: Vec<Block> = sheet.parts.iter().flat_map(blocks).collect();
    if sheet.signed {
        body.push(Block::Signatures {
            for_whom: vec![(words.page.for_buyer.to_owned(), clean(&deal.buyer.company))],
            below: words.page.name_date_signature.to_owned(),
        });
    }
    Ok(Letter {
        about: PdfMetadata {
            language: sheet.voice.language().name().to_owned(),
            author: seller.clone(),
            on: sheet.on,
        },
        head: letterhead(company)?,
        to_label: words.to.to_owned(),
        to: addressee(deal, sheet.voice.language()),
        facts_heading: sheet.beside.as_ref().map(|terms| terms.heading.to_owned()).unwrap_or_default(),
        facts: sheet.beside.as_ref().map(|terms| terms.facts.clone()).unwrap_or_default(),
        title: sheet.title.to_owned(),
        subtitle: sheet.issued(),
        body,
        foot: known([sheet.title.to_owned(), sheet.reference.clone(), seller]).join(BETWEEN),
        page_of: words.page.page_of,
    })
}

fn blocks(part: &SheetPart) -> Vec<Block> {
    match part {
        SheetPart::Facts(HeadedFacts { heading, facts }, remarks) => vec![Block::Facts {
            heading: (*heading).to_owned(),
            facts: facts.clone(),
            remarks: remarks.clone(),
        }],
        SheetPart::Said { heading, paragraphs } => std::iter::once(Block::Heading((*heading).to_owned()))
            .chain(paragraphs.iter().cloned().map(Block::Paragraph))
            .collect(),
    }
}
