//! A payment plan as a file: the one entry for all of its formats.

pub(crate) mod ics;
pub(crate) mod plan_csv;
pub(crate) mod plan_markdown;
pub mod plan_xlsx;
use chrono::{DateTime, Utc};

use self::ics::{Audience, Dated, PlanId, calendar_ics};
use super::files::filename::{file_name, file_name_of};
use crate::domain::deposit::{PlanFormat, PlanReader};
use crate::domain::files::export_problem::PlanProblem;
use crate::domain::names::Named as _;
use crate::text::Language;
use crate::text::buyer::schedule;
use crate::text::buyer::schedule::{DocumentSubject, PlanPaper, Voice};

/// A plan on a date, with the language of the window and the time of the export.
#[derive(Clone, Copy, Debug)]
pub struct PlanFile<'a> {
    pub about: DocumentSubject<'a>,
    pub language: Language,
    pub made: DateTime<Utc>,
}

/// The bytes of a file, and a name for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenFile {
    pub bytes: Vec<u8>,
    /// `Müller GmbH PI-2607 Payment schedule.xlsx`, without characters that systems forbid.
    pub name: String,
    /// The number of open payments that a calendar leaves out, because they have no date.
    pub undated: usize,
}

/// Makes the file. Tables are always for the buyer; a calendar is for the buyer or for the seller.
pub fn plan_file(
    file: &PlanFile<'_>,
    format: PlanFormat,
    whose: PlanReader,
) -> Result<WrittenFile, PlanProblem> {
    let about = &file.about;
    let voice = Voice::of_plan(about.plan, about.deal, file.language);
    let paper = PlanPaper::new(about, voice)?;
    let name = named(about, paper.title, format.name());
    let bytes = match format {
        PlanFormat::Csv => plan_csv::plan_csv(&paper, about.plan.terms.by)?,
        PlanFormat::Markdown => plan_markdown::plan_markdown(&paper, &paper.heading(about)).into_bytes(),
        PlanFormat::Xlsx => plan_xlsx::plan_xlsx(about.plan, &paper)?,
        PlanFormat::Ics => return calendar(file, &paper, whose),
    };
    Ok(WrittenFile { bytes, name, undated: 0 })
}

fn calendar(file: &PlanFile<'_>, paper: &PlanPaper, whose: PlanReader) -> Result<WrittenFile, PlanProblem> {
    let about = &file.about;
    let (dates, audience, title) = match whose {
        PlanReader::Buyer => (schedule::for_buyer(about, paper), Audience::Buyer, paper.title),
        PlanReader::Seller => {
            let dates = schedule::for_seller(about, file.language)?;
            (dates, Audience::Seller, file.language.text().deposit.heading)
        }
    };
    if dates.entries.is_empty() {
        return Err(if dates.undated > 0 { PlanProblem::NoDates } else { PlanProblem::AllPaid });
    }
    let heading = [title, &schedule::named(about)].join(" ");
    let name = named(about, title, PlanFormat::Ics.name());
    let plan = Dated { plan: plan_id(about), audience, entries: dates.entries };
    let bytes = calendar_ics(heading.trim(), title, &[plan], file.made);
    Ok(WrittenFile { bytes, name, undated: dates.undated })
}

/// All payments of these plans, for the seller; plans without any, and refused ones, are left out.
pub fn calendar_of_all<'a>(
    plans: impl IntoIterator<Item = DocumentSubject<'a>>,
    name: &str,
    language: Language,
    made: DateTime<Utc>,
) -> Result<WrittenFile, PlanProblem> {
    let mut dated = Vec::new();
    let mut undated: usize = 0;
    for about in plans {
        let Ok(dates) = schedule::for_seller(&about, language) else { continue };
        undated = undated.saturating_add(dates.undated);
        if !dates.entries.is_empty() {
            dated.push(Dated { plan: plan_id(&about), audience: Audience::Seller, entries: dates.entries });
        }
    }
    if dated.is_empty() {
        return Err(PlanProblem::NoDates);
    }
    let bytes = calendar_ics(name, language.text().deposit.heading, &dated, made);
    Ok(WrittenFile { bytes, name: file_name(name, PlanFormat::Ics.name()), undated })
}

pub(super) fn named(about: &DocumentSubject<'_>, title: &str, extension: &str) -> String {
    match about.deal {
        Some(deal) => file_name_of(&deal.buyer.company, &[deal.agreed.pi.trim(), title].join(" "), extension),
        None => file_name(title, extension),
    }
}

fn plan_id(about: &DocumentSubject<'_>) -> PlanId {
    match about.deal {
        Some(deal) => PlanId::Deal(deal.id.clone()),
        None => {
            let terms = &about.plan.terms;
            let total = format!("{}-{}", terms.total.currency().code(), terms.total);
            PlanId::Quick { start: terms.start, total }
        }
    }
}
