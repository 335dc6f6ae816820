//! The payment schedule: one row for every payment, what starts and ships when, where to pay, room to sign.

use super::head::{addressee, bank_block, known, letterhead};
use super::letter::{BETWEEN, Block, Letter, PdfMetadata};
use super::look::Style;
use super::page::TextSide;
use super::table::{ColumnFit, PdfCell, PdfColumn, PdfRow, PdfTable};
use super::{FinishedPaper, LaidOut, Painted, PdfProblem, look, set};
use crate::domain::deal::Deal;
use crate::domain::deposit::Status;
use crate::domain::library::Company;
use crate::domain::library::bank::BankAccount;
use crate::domain::money::Money;
use crate::domain::names::Named as _;
use crate::exchange::plans::named;
use crate::text::Language;
use crate::text::buyer::schedule;
use crate::text::buyer::schedule::{PaperRow, PlanPaper, Voice, agreed_terms, clean};
use crate::text::buyer::sheets::labelled;

/// What a schedule is made of.
#[derive(Clone, Copy)]
pub struct ScheduleOf<'a> {
    pub about: schedule::DocumentSubject<'a>,
    pub company: &'a Company,
    /// None to leave out bank details.
    pub bank: Option<&'a BankAccount>,
    /// The language of the window, for a plan that belongs to no buyer.
    pub window: Language,
}

/// The file, and a name for it.
pub fn schedule_pdf(of: &ScheduleOf<'_>) -> Result<(FinishedPaper, String), PdfProblem> {
    let paper = plan_paper(of)?;
    let name = named(&of.about, paper.title, "pdf");
    Ok((laid_out(of, &paper)?.written()?, name))
}

/// The first page as a picture.
pub fn schedule_picture(of: &ScheduleOf<'_>) -> Result<Painted, PdfProblem> {
    laid_out(of, &plan_paper(of)?)?.painted()
}

fn plan_paper<'a>(of: &ScheduleOf<'a>) -> Result<PlanPaper<'a>, PdfProblem> {
    let about = &of.about;
    let voice = Voice::of_plan(about.plan, about.deal, of.window);
    Ok(PlanPaper::new(about, voice)?)
}

fn laid_out(of: &ScheduleOf<'_>, paper: &PlanPaper<'_>) -> Result<LaidOut, PdfProblem> {
    set(|| letter(of, paper))
}

fn letter(of: &ScheduleOf<'_>, paper: &PlanPaper) -> Result<Letter, PdfProblem> {
    let (voice, words) = (&paper.voice, paper.voice.words());
    let deal = of.about.deal;
    let reference = deal.map(|deal| clean(&deal.agreed.pi)).unwrap_or_default();
    let mut body = vec![Block::Table(table(paper))];
    body.extend(terms(&of.about, paper).into_iter().map(Block::Paragraph));
    body.push(of.bank.map_or(Block::Gap, |account| bank_block(account, &reference, words)));
    let buyer = deal.map(|deal| clean(&deal.buyer.company)).unwrap_or_default();
    let seller = clean(&of.company.name);
    let signers = [(words.page.for_seller, seller.clone()), (words.page.for_buyer, buyer)];
    body.push(Block::Signatures {
        for_whom: signers.map(|(who, name)| (who.to_owned(), name)).to_vec(),
        below: words.page.name_date_signature.to_owned(),
    });
    Ok(Letter {
        about: PdfMetadata {
            language: voice.language().name().to_owned(),
            author: seller.clone(),
            on: of.about.on,
        },
        head: letterhead(of.company)?,
        to_label: words.to.to_owned(),
        to: deal.map(|deal| addressee(deal, voice.language())).unwrap_or_default(),
        facts_heading: String::new(),
        facts: facts(deal, paper),
        title: paper.title.to_owned(),
        subtitle: (words.issued_on)(&voice.reader().date_long(of.about.on)),
        body,
        foot: known([paper.title.to_owned(), reference, seller]).join(BETWEEN),
        page_of: words.page.page_of,
    })
}

fn facts(deal: Option<&Deal>, paper: &PlanPaper) -> Vec<(String, String)> {
    let (voice, words) = (&paper.voice, paper.voice.words());
    let total = (words.contract_total, voice.money(paper.total));
    let means = paper.means.map_or_else(|| ("", String::new()), |(label, means)| (label, means.to_owned()));
    let Some(deal) = deal else { return labelled([total, means]) };
    let agreed = &deal.agreed;
    let pi_date = agreed.pi_date.map(|date| voice.reader().date_long(date)).unwrap_or_default();
    let ship_by = agreed.ship_by.map(|date| voice.reader().date_long(date)).unwrap_or_default();
    let product = known([clean(&deal.product), clean(&agreed.quantity)]).join(BETWEEN);
    let invoice = match agreed.pi.trim() {
        "" => (words.proforma_date, pi_date),
        pi => (words.proforma_invoice, known([clean(pi), pi_date]).join(BETWEEN)),
    };
    labelled([
        invoice,
        (words.product, product),
        (words.delivery_terms, clean(&agreed.incoterm)),
        (words.shipping.ship_by, ship_by),
        total,
        means,
    ])
}

fn table(paper: &PlanPaper) -> PdfTable {
    let (voice, words) = (&paper.voice, paper.voice.words());
    let columns = &words.columns;
    let code = paper.total.currency().code();
    let paid = paper.paid.is_positive();
    let last = if paid { columns.paid } else { columns.balance_after };
    let column = |title: &str, side, fit, may_go| PdfColumn { title: title.to_owned(), side, fit, may_go };
    let rows = paper
        .rows
        .iter()
        .map(|row| {
            let paid_style = if row.paid.is_positive() { row_style(row) } else { look::CELL_WEAK };
            let (last, style) = if paid { (row.paid, paid_style) } else { (row.left_after, look::CELL_WEAK) };
            table_row(row, PdfCell::new(voice.amount(last), style), voice)
        })
        .collect();
    PdfTable {
        columns: vec![
            column(columns.number, TextSide::Right, ColumnFit::Content, false),
            column(columns.due, TextSide::Left, ColumnFit::UpTo(look::MEASURE * 0.27), false),
            column(columns.description, TextSide::Left, ColumnFit::Rest, false),
            column(columns.share, TextSide::Right, ColumnFit::Content, false),
            column(&voice.in_brackets(columns.amount, code), TextSide::Right, ColumnFit::Content, false),
            column(last, TextSide::Right, ColumnFit::Content, !paid),
        ],
        rows,
        sums: sums(paper),
    }
}

/// The total; once something was paid, also the paid sum, accepted fees and the open sum, and any excess over the
/// total.
fn sums(paper: &PlanPaper) -> Vec<PdfRow> {
    let (voice, totals) = (&paper.voice, &paper.voice.words().totals);
    let paid = paper.paid.is_positive();
    let written = |money: Option<Money>| money.map_or_else(String::new, |money| voice.amount(money));
    let row = |label: &str, share: String, amount: Option<Money>, paid: Option<Money>, style: Style| PdfRow {
        cells: [
            (String::new(), style),
            (label.to_owned(), style),
            (String::new(), style),
            (share, look::CELL_WEAK),
            (written(amount), style),
            (written(paid), style),
        ]
        .into_iter()
        .map(|(text, style)| PdfCell::new(text, style))
        .collect(),
    };
    let below = |label, amount, paid, style| row(label, String::new(), amount, paid, style);
    let received = paid.then_some(paper.paid);
    let hundred = voice.percent(100.into());
    let total = row(totals.total, hundred, Some(paper.total), received, look::CELL_STRONG);
    let over = paper.over.map(|over| below(totals.over, None, Some(over), look::CELL_STRONG));
    let fees = Some(paper.fees).filter(|fees| fees.is_positive());
    let fees = fees.map(|fees| below(totals.bank_fees, Some(fees), None, look::CELL_WEAK));
    let open = paid.then(|| below(totals.open, Some(paper.open), None, look::CELL_STRONG));
    [Some(total), over, fees, open].into_iter().flatten().collect()
}

/// Paid rows are lighter than open ones.
fn row_style(row: &PaperRow) -> Style {
    if row.status == Status::Paid { look::CELL_WEAK } else { look::CELL }
}

fn table_row(row: &PaperRow, last: PdfCell, voice: &Voice) -> PdfRow {
    let ink = row_style(row);
    let rule = row.rule.as_deref();
    let (due, description) = match (row.due, rule) {
        (Some(due), Some(rule)) => (voice.reader().date_short(due), voice.in_brackets(&row.name, rule)),
        (Some(due), None) => (voice.reader().date_short(due), row.name.clone()),
        (None, rule) => (rule.map(|rule| voice.beginning(rule)).unwrap_or_default(), row.name.clone()),
    };
    let cell = |text: String, style: Style| PdfCell::new(text, style);
    PdfRow {
        cells: vec![
            cell(row.n.to_string(), look::CELL_WEAK),
            cell(due, ink),
            cell(description, ink),
            cell(voice.percent(row.share), look::CELL_WEAK),
            cell(voice.amount(row.amount), ink),
            last,
        ],
    }
}

/// When production starts and the goods ship, and the deal's wording of the terms.
fn terms(about: &schedule::DocumentSubject<'_>, paper: &PlanPaper) -> Vec<String> {
    let (voice, words) = (&paper.voice, paper.voice.words());
    let shipping = &words.shipping;
    let agreed = agreed_terms(about).map(|terms| words.labelled(words.payment_terms, &terms));
    let last_day = paper
        .last_day
        .as_ref()
        .map(|day| words.labelled(shipping.last_true_day, &voice.reader().date_long(day.date)));
    [agreed, production(about, voice), last_day].into_iter().flatten().collect()
}

fn production(about: &schedule::DocumentSubject<'_>, voice: &Voice) -> Option<String> {
    let shipping = &voice.words().shipping;
    let starts = (shipping.production_starts)(&voice.percent(about.plan.production_share?.decimal()));
    let ships = about.days_to_shipment().map(|days| (shipping.goods_ship_after)(days));
    let between = if voice.language().is_chinese() { "" } else { " " };
    Some(known([starts, ships.unwrap_or_default()]).join(between))
}
