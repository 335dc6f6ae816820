//! The deposit policy: the seller's own answers on one page; only the headings are ours.

use chrono::NaiveDate;

use super::head::{addressee, known, letterhead};
use super::letter::{Block, Letter, PdfMetadata};
use super::{FinishedPaper, PdfProblem, set};
use crate::domain::deal::Deal;
use crate::domain::library::{Library, POLICY_LIMIT, PolicyPart};
use crate::domain::money::Money;
use crate::domain::names::Named as _;
use crate::exchange::files::filename::{file_name, file_name_of};
use crate::text::buyer::schedule::{Voice, clean};
use crate::text::buyer::sheets::answers;
use crate::text::buyer::words::PaperText;

/// What a policy is made of.
pub struct PolicyOf<'a> {
    pub library: &'a Library,
    /// The seller's rule for small first orders, from the settings.
    pub small_first_order: Option<Money>,
    /// None for a policy that is not for a particular buyer.
    pub deal: Option<&'a Deal>,
    pub voice: Voice,
    pub on: NaiveDate,
}

/// The file, and a name for it.
pub fn policy_pdf(of: &PolicyOf<'_>) -> Result<(FinishedPaper, String), PdfProblem> {
    let words = of.voice.words();
    let parts = written(of)?;
    let company = &of.library.company;
    let (name, buyer) = (clean(&company.name), of.deal.map(|deal| clean(&deal.buyer.company)));
    let letter = || -> Result<Letter, PdfProblem> {
        Ok(Letter {
            about: PdfMetadata {
                language: of.voice.language().name().to_owned(),
                author: name.clone(),
                on: of.on,
            },
            head: letterhead(company)?,
            to_label: words.to.to_owned(),
            to: of.deal.map(|deal| addressee(deal, of.voice.language())).unwrap_or_default(),
            facts_heading: String::new(),
            facts: Vec::new(),
            title: words.deposit_policy.to_owned(),
            subtitle: (words.issued_on)(&of.voice.reader().date_long(of.on)),
            body: body(&parts, of),
            foot: known([words.deposit_policy.to_owned(), name.clone()]).join(" · "),
            page_of: words.page.page_of,
        })
    };
    let file = match &buyer {
        Some(buyer) => file_name_of(buyer, words.deposit_policy, "pdf"),
        None => file_name(words.deposit_policy, "pdf"),
    };
    Ok((set(letter)?.written()?, file))
}

/// The parts in the order of the paper, each with the seller's text for it in this language.
fn written(of: &PolicyOf<'_>) -> Result<Vec<(PolicyPart, Vec<String>)>, PdfProblem> {
    let mut parts = Vec::new();
    for part in PolicyPart::members() {
        let own = answers(of.library, part, of.voice.language(), of.deal);
        let said = own.map(|text| with_limit(text, of)).collect::<Result<Vec<String>, _>>()?;
        if !said.is_empty() {
            parts.push((part, said));
        }
    }
    if parts.is_empty() {
        return Err(PdfProblem::NothingWritten { language: of.voice.language().own_name() });
    }
    Ok(parts)
}

/// The seller's text may contain the limit from the settings.
fn with_limit(text: &str, of: &PolicyOf<'_>) -> Result<String, PdfProblem> {
    if !text.contains(POLICY_LIMIT) {
        return Ok(text.to_owned());
    }
    let limit = of.small_first_order.ok_or(PdfProblem::NoLimit)?;
    Ok(text.replace(POLICY_LIMIT, &of.voice.money(limit)))
}

fn body(parts: &[(PolicyPart, Vec<String>)], of: &PolicyOf<'_>) -> Vec<Block> {
    let words = of.voice.words();
    let mut body = Vec::new();
    for (part, said) in parts {
        body.push(Block::Heading(heading(*part, words).to_owned()));
        body.extend(said.iter().cloned().map(Block::Paragraph));
    }
    let company = &of.library.company;
    let person = known([clean(&company.sender), clean(&company.role)]).join(", ");
    let contact = known([person, clean(&company.phone), clean(&company.email)]).join(" · ");
    if !contact.is_empty() {
        body.push(Block::Heading(words.policy.questions.to_owned()));
        body.push(Block::Paragraph(contact));
    }
    body
}

fn heading(part: PolicyPart, words: &PaperText) -> &'static str {
    match part {
        PolicyPart::Why => words.policy.why,
        PolicyPart::HowMuch => words.policy.how_much,
        PolicyPart::UsedFor => words.policy.used_for,
        PolicyPart::Protection => words.policy.protection,
        PolicyPart::Changes => words.policy.changes,
    }
}
