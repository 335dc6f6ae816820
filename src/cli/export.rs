//! `icebreak export`: writes deals, or one deal, as a file for other programs.

use std::ffi::OsString;
use std::path::Path;

use serde_json::json;

use super::files::open_document;
use super::{CommandAnswer, Refusal, one_deal, path, today_or};
use crate::domain::deal::Deal;
use crate::domain::deposit::{Plan, PlanFormat, PlanReader};
use crate::domain::document::Document;
use crate::domain::library::other_bank::BankOfPaper;
use crate::domain::message::{DraftFinding, forms_on_paper};
use crate::domain::names::Named as _;
use crate::domain::script::forms::FormState;
use crate::exchange::deals_out::deals::sorted;
use crate::exchange::deals_out::deals_csv::deals_csv;
use crate::exchange::deals_out::deals_xlsx::deals_xlsx;
use crate::exchange::files::write::write_new;
use crate::exchange::pack::pack;
use crate::exchange::papers::pdf::schedule::{ScheduleOf, schedule_pdf};
use crate::exchange::plans::{PlanFile, plan_file};
use crate::text::buyer::drafts::findings;
use crate::text::buyer::schedule::{PaperParties, paper_tag};
use crate::text::buyer::words::PaperLanguage;
use crate::text::{Language, Text, format};

#[derive(clap::Args)]
pub struct Arguments {
    /// The document to read.
    file: OsString,
    /// The file to write; its extension says which format.
    #[arg(long, value_name = "OUT", allow_hyphen_values = true)]
    pub to: OsString,
    /// Only this deal: an id, a PI number, or a buyer's name that matches one deal only.
    #[arg(long, value_name = "WHO", allow_hyphen_values = true)]
    deal: Option<String>,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy)]
enum Format {
    Deals(TableFormat),
    /// The payment plan of one deal.
    Plan(PlanFormat),
    /// The same as a letter.
    Pdf,
    /// One whole deal, for a colleague.
    Pack,
}

#[derive(Clone, Copy)]
enum TableFormat {
    Csv,
    Xlsx,
}

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    let format = format_of(path(&arguments.to, "--to")?)?;
    let document = open_document(path(&arguments.file, "FILE")?)?;
    match (format, arguments.deal.as_deref()) {
        (Format::Deals(table), who) => export_deals(arguments, &document, table, who),
        (Format::Plan(format), Some(who)) => {
            export_plan(arguments, &document, one_deal(&document, who)?, format)
        }
        (Format::Pdf, Some(who)) => export_pdf(arguments, &document, one_deal(&document, who)?),
        (Format::Plan(_) | Format::Pdf, None) => Err(Refusal::new("say with --deal WHO whose plan to write")),
        (Format::Pack, Some(who)) => export_pack(arguments, one_deal(&document, who)?),
        (Format::Pack, None) => Err(Refusal::new("say with --deal WHO which deal to pack")),
    }
}

fn export_deals(
    arguments: &Arguments,
    document: &Document,
    table: TableFormat,
    who: Option<&str>,
) -> Result<CommandAnswer, Refusal> {
    let deals: Vec<&Deal> = match who {
        Some(who) => vec![one_deal(document, who)?],
        None => sorted(document.deals.values().map(|deal| &**deal)),
    };
    let bytes = match table {
        TableFormat::Csv => deals_csv(&deals),
        TableFormat::Xlsx => deals_xlsx(&deals),
    };
    let out = write(arguments, &bytes.map_err(|problem| Refusal::new(problem.to_string()))?)?;
    Ok(CommandAnswer {
        text: format!("wrote {} to {out}", format::deals(deals.len(), Language::English)),
        json: json!({"to": out, "deals": deals.len()}).to_string(),
    })
}

/// In the language of the plan's documents, because it is for the buyer.
fn export_plan(
    arguments: &Arguments,
    document: &Document,
    deal: &Deal,
    format: PlanFormat,
) -> Result<CommandAnswer, Refusal> {
    let buyer = &deal.buyer.company;
    let plan = plan_of(arguments, deal)?;
    let parties = PaperParties::of(plan, Some(deal), document, Language::English);
    let about = parties.subject(plan, document, today_or(None)?);
    let file = PlanFile { about, language: Language::English, made: chrono::Utc::now() };
    let written = plan_file(&file, format, PlanReader::Buyer)
        .map_err(|problem| Refusal::new(format!("{buyer}: {problem}")))?;
    let out = write(arguments, &written.bytes)?;
    let mut text = format!("wrote the plan of {buyer} to {out}");
    text.push_str(&foreign(document, deal, plan));
    if written.undated > 0 {
        text.push_str(&format!("\n{}", (words().plan_export.undated)(written.undated)));
    }
    let json = json!({"to": out, "deals": 1, "undated": written.undated});
    Ok(CommandAnswer { text, json: json.to_string() })
}

/// A line for each name and text that the readers of the plan's documents may not be able to read.
fn foreign(document: &Document, deal: &Deal, plan: &Plan) -> String {
    let language = PaperLanguage::for_tag(&paper_tag(plan, Some(deal), Language::English)).name();
    let needed = forms_on_paper(Some(deal), &document.library.company, language);
    let missing = needed.into_iter().filter(|form| form.state == FormState::Missing);
    let lines = missing.map(|form| {
        format!("\n{}", findings::say(&DraftFinding::ForeignScript(form.field), Language::English))
    });
    lines.collect()
}

/// Nobody can be asked here: the answer says what the buyer should not get without a warning, and nothing is recorded.
fn export_pdf(arguments: &Arguments, document: &Document, deal: &Deal) -> Result<CommandAnswer, Refusal> {
    let (buyer, on) = (&deal.buyer.company, today_or(None)?);
    let plan = plan_of(arguments, deal)?;
    let bank = BankOfPaper::new(document, Some(deal), plan.terms.total.currency(), on);
    let parties = PaperParties::of(plan, Some(deal), document, Language::English);
    let (about, company) = (parties.subject(plan, document, on), &parties.company);
    let account = bank.as_ref().map(|bank| bank.account);
    let of = ScheduleOf { about, company, bank: account, window: Language::English };
    let (paper, _name) = schedule_pdf(&of).map_err(|problem| Refusal::new(format!("{buyer}: {problem}")))?;
    let out = write(arguments, &paper.bytes)?;
    let other = bank.as_ref().and_then(|bank| bank.other.as_ref());
    let mut text = format!("wrote the plan of {buyer} to {out}");
    text.push_str(&foreign(document, deal, plan));
    if let Some(other) = other {
        let papers = &words().papers;
        let before = (papers.before)(&format::date_compact(other.before.on, Language::English));
        let account = &other.before.account;
        text.push_str(&format!(
            "\n{}. {before}: {account}. {}",
            papers.other_bank,
            (papers.other_bank_why)(buyer)
        ));
    }
    if !paper.replaced.is_empty() {
        let signs: String = paper.replaced.iter().collect();
        text.push_str(&format!("\n{}", (words().papers.replaced)(&signs)));
    }
    let json = json!({"to": out, "deals": 1, "pages": paper.pages, "other_bank": other.is_some(),
        "replaced": paper.replaced.iter().collect::<String>()});
    Ok(CommandAnswer { text, json: json.to_string() })
}

/// A plan that the window only suggests is not agreed, and one for another total than the deal's contradicts it: neither
/// is written.
fn plan_of<'a>(arguments: &Arguments, deal: &'a Deal) -> Result<&'a Plan, Refusal> {
    let missing = || {
        Refusal::new(format!(
            "{}: no payment plan is kept with this deal yet; open {} in Icebreak, set the terms on the deal's Deposit \
             page (until then they are only a suggestion), and export again",
            deal.buyer.company,
            Path::new(&arguments.file).display()
        ))
    };
    let plan = deal.plan.as_ref().ok_or_else(missing)?;
    match DraftFinding::of_totals(plan.terms.total, deal) {
        Some(differs) => {
            let why = findings::say(&differs, Language::English);
            Err(Refusal::new(format!("{}: {why}", deal.buyer.company)))
        }
        None => Ok(plan),
    }
}

fn export_pack(arguments: &Arguments, deal: &Deal) -> Result<CommandAnswer, Refusal> {
    let buyer = &deal.buyer.company;
    let bytes = pack(deal).map_err(|problem| Refusal::new(format!("{buyer}: {problem}")))?;
    let out = write(arguments, &bytes)?;
    Ok(CommandAnswer {
        text: format!("packed the deal of {buyer} in {out}"),
        json: json!({"to": out, "deals": 1}).to_string(),
    })
}

fn write(arguments: &Arguments, bytes: &[u8]) -> Result<String, Refusal> {
    let to = path(&arguments.to, "--to")?;
    let out = to.display().to_string();
    write_new(to, bytes).map_err(|problem| Refusal::new(format!("{out}: {problem}")))?;
    Ok(out)
}

fn format_of(path: &Path) -> Result<Format, Refusal> {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let has = |ending: &str| name.ends_with(ending);
    // Longer endings first: a plan as a table is not a table of deals.
    let formats = [
        (".plan.csv", Format::Plan(PlanFormat::Csv)),
        (".plan.xlsx", Format::Plan(PlanFormat::Xlsx)),
        (".csv", Format::Deals(TableFormat::Csv)),
        (".xlsx", Format::Deals(TableFormat::Xlsx)),
        (".md", Format::Plan(PlanFormat::Markdown)),
        (".ics", Format::Plan(PlanFormat::Ics)),
        (".pdf", Format::Pdf),
        (".pack.json", Format::Pack),
    ];
    if let Some((_, format)) = formats.into_iter().find(|(ending, _)| has(ending)) {
        return Ok(format);
    }
    Err(Refusal::new(format!(
        "{}: its ending names no known format; write .csv, .xlsx, or with --deal .pdf, .plan.csv, .plan.xlsx, .ics, .md \
         or .pack.json",
        path.display()
    )))
}

fn words() -> &'static Text {
    Language::English.text()
}
