//! Exporting a plan: the menu of its documents, with their language above them.

use egui::{Align, Layout, ScrollArea, Ui};

use super::{PlanOutcome, PlanWish};
use crate::domain::deal::{Deal, DealId};
use crate::domain::deposit::{DepositWord, DocumentStyle, Plan, PlanChange, PlanFormat, PlanReader, Status};
use crate::domain::message::{DraftFinding, forms_on_paper};
use crate::domain::names::Named as _;
use crate::domain::script::forms::FormState;
use crate::text::buyer::drafts::findings;
use crate::text::buyer::schedule::{PaperParties, PlanPaper, Voice, chat_text, paper_tag};
use crate::text::buyer::words::{PaperLanguage, window};
use crate::ui::action::{
    Action, Actions, BankOnPaper, PaperExport, PaperKind, Pick, PlanExport, SheetExport, SheetForm, SheetKind,
};
use crate::ui::cx::Cx;
use crate::ui::screens::spelled;
use crate::ui::widgets::{
    Emphasis, button_with, changing, chip, gap_below, gap_beside, link, menu_of_choices, room_for_menu,
    roomy_buttons, rule, warning, weak, with_visible_bar,
};
use crate::ui::{icons, tokens};

/// The ways to export a plan, and to read one back.
#[derive(Clone, Copy)]
pub enum Export {
    Chat,
    File(PlanFormat, PlanReader),
    Read,
    Paper(PaperKind),
    Sheet(SheetKind),
}

/// What the menu shows.
pub struct ExportContent<'a> {
    pub plan: &'a Plan,
    pub deal: Option<&'a Deal>,
    /// None where the terms make no plan, so that one can only be read from a file.
    pub outcome: Option<&'a PlanOutcome>,
}

/// The state of the open menu.
#[derive(Debug, Default)]
pub struct ExportMenu {
    /// Whether it shows the languages instead of the documents.
    choosing: bool,
    /// The greatest height so far: the menu may grow with longer words, but never shrinks under the pointer.
    tallest: f32,
    /// Names and goods that the reader could not read since it was opened.
    open_forms: Vec<String>,
}

pub fn menu(ui: &mut Ui, cx: &Cx<'_>, shown: &ExportContent<'_>, menu: &mut ExportMenu) -> Option<PlanWish> {
    let mut wish = None;
    let room = room_for_menu(ui, ui.max_rect().top());
    let response = menu_of_choices(ui, None, cx.text.deposit.export, |ui| {
        ui.set_width(tokens::MENU);
        with_visible_bar(ui.style_mut());
        ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            gap_below(ui, tokens::XS);
            let (top, choosing) = (ui.cursor().top(), menu.choosing);
            // Inside a menu egui stretches widgets to its full width, which is wrong for text.
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let deal = shown.deal.filter(|_| !choosing);
                if let Some(differs) =
                    deal.and_then(|deal| DraftFinding::of_totals(shown.plan.terms.total, deal))
                {
                    warning(ui, &findings::say(&differs, cx.language()));
                }
                let spelled = if choosing { None } else { forms(ui, cx, shown, menu) };
                let paper =
                    if choosing { languages(ui, cx, shown, menu) } else { paper(ui, cx, shown, menu) };
                wish = paper.map(|paper| PlanWish::Change(PlanChange::Paper(paper))).or(spelled);
            });
            if !choosing {
                let asked = lines(ui, cx, shown);
                wish = asked.or(wish.take());
            }
            let height = ui.min_rect().bottom() - top;
            menu.tallest = menu.tallest.max(height);
            ui.add_space(menu.tallest - height);
        });
    });
    if response.clicked() {
        *menu = ExportMenu::default();
    }
    wish
}

/// Names and goods that the reader of the documents cannot read, and fields for how they are written for them.
fn forms(ui: &mut Ui, cx: &Cx<'_>, shown: &ExportContent<'_>, menu: &mut ExportMenu) -> Option<PlanWish> {
    let (language, _) = spoken(cx, shown);
    let needed = forms_on_paper(shown.deal, &cx.document.library.company, language.name());
    let nobody = DealId::new("");
    let mut wish = None;
    let deal = shown.deal.map_or(&nobody, |deal| &deal.id);
    for form in spelled::open_forms(&needed, &mut menu.open_forms) {
        if form.state == FormState::Missing {
            warning(ui, &findings::say(&DraftFinding::ForeignScript(form.field), cx.language()));
        }
        let edit = spelled::field(ui, cx, deal, form).1;
        wish = edit.map(|edit| PlanWish::Spell(Box::new(edit))).or(wish);
    }
    wish
}

/// The language of the documents, and for Chinese the word for the deposit; both are saved with the plan.
fn paper(
    ui: &mut Ui,
    cx: &Cx<'_>,
    shown: &ExportContent<'_>,
    menu: &mut ExportMenu,
) -> Option<DocumentStyle> {
    let words = &cx.text.plan_export;
    let (language, buyers) = spoken(cx, shown);
    weak(ui, &(words.documents_in)(language.own_name(), buyers && shown.deal.is_some()));
    if let Some(note) = window::unchecked_note(language, cx.language()) {
        weak(ui, note);
    }
    if changing(ui, |ui| link(ui, None, words.change_language)).clicked() {
        menu.choosing = true;
    }
    roomy_buttons(ui);
    if language.is_chinese() { deposit_word(ui, cx, &shown.plan.paper, language) } else { None }
}

/// The languages to choose from, shown instead of the documents.
fn languages(
    ui: &mut Ui,
    cx: &Cx<'_>,
    shown: &ExportContent<'_>,
    menu: &mut ExportMenu,
) -> Option<DocumentStyle> {
    let words = &cx.text.plan_export;
    let before = &shown.plan.paper;
    let (language, buyers) = spoken(cx, shown);
    if link(ui, Some(icons::CARET_LEFT), words.change_language).clicked() {
        menu.choosing = false;
    }
    ui.add_space(tokens::XS);
    roomy_buttons(ui);
    let mut chosen: Option<&str> = None;
    ui.horizontal_wrapped(|ui| {
        gap_beside(ui, tokens::S);
        gap_below(ui, tokens::S);
        if shown.deal.is_some() && changing(ui, |ui| chip(ui, words.buyers_language, buyers)).clicked() {
            chosen = Some("");
        }
        for each in PaperLanguage::members() {
            if changing(ui, |ui| chip(ui, each.own_name(), !buyers && each == language)).clicked() {
                chosen = Some(each.name());
            }
        }
    });
    let chosen = chosen?;
    menu.choosing = false;
    Some(DocumentStyle { language: chosen.to_owned(), ..before.clone() })
}

/// The language of the documents, and whether it is the buyer's because no other was chosen.
fn spoken(cx: &Cx<'_>, shown: &ExportContent<'_>) -> (PaperLanguage, bool) {
    let tag = paper_tag(shown.plan, shown.deal, cx.language());
    (PaperLanguage::for_tag(&tag), shown.plan.paper.language.trim().is_empty())
}

fn deposit_word(
    ui: &mut Ui,
    cx: &Cx<'_>,
    before: &DocumentStyle,
    paper: PaperLanguage,
) -> Option<DocumentStyle> {
    let chosen = before.deposit_word();
    let mut changed = None;
    ui.add_space(tokens::XS);
    weak(ui, cx.text.plan_export.deposit_word);
    ui.horizontal_wrapped(|ui| {
        for word in DepositWord::members() {
            let name = window::deposit_word(word, paper, cx.language());
            if changing(ui, |ui| chip(ui, &name, word == chosen)).clicked() {
                changed = Some(DocumentStyle { deposit_word: Some(word.into()), ..before.clone() });
            }
        }
    });
    if let Some(note) = window::deposit_word_note(chosen, paper, cx.language()) {
        weak(ui, note);
    }
    changed
}

fn lines(ui: &mut Ui, cx: &Cx<'_>, shown: &ExportContent<'_>) -> Option<PlanWish> {
    let words = &cx.text.plan_export;
    let file = |format, reader| PlanWish::Export(Export::File(format, reader));
    let mut wish = None;
    let mut line = |ui: &mut Ui, icon: char, name: &str, asked: PlanWish| {
        if button_with(ui, Emphasis::Bare, Some(icon), name, None).clicked() {
            wish = Some(asked);
            ui.close();
        }
    };
    if let Some(outcome) = shown.outcome {
        group(ui, words.send);
        line(
            ui,
            icons::FILE_PDF,
            cx.text.papers.schedule_pdf,
            PlanWish::Export(Export::Paper(PaperKind::Schedule)),
        );
        line(
            ui,
            icons::FILE_PDF,
            cx.text.papers.policy_pdf,
            PlanWish::Export(Export::Paper(PaperKind::Policy)),
        );
        if shown.deal.is_some() {
            for (name, kind) in [
                (cx.text.outgoing.account_card_pdf, SheetKind::AccountCard),
                (cx.text.outgoing.approval_sheet_pdf, SheetKind::ApprovalSheet),
            ] {
                line(ui, icons::FILE_PDF, name, PlanWish::Export(Export::Sheet(kind)));
            }
        }
        line(ui, icons::COPY, words.chat, PlanWish::Export(Export::Chat));
        line(ui, icons::IMAGE, cx.text.papers.picture, PlanWish::Export(Export::Paper(PaperKind::Picture)));
        group(ui, words.tables);
        line(ui, icons::FILE_XLS, words.xlsx, file(PlanFormat::Xlsx, PlanReader::Buyer));
        line(ui, icons::FILE_CSV, words.csv, file(PlanFormat::Csv, PlanReader::Buyer));
        line(ui, icons::FILE_TEXT, words.markdown, file(PlanFormat::Markdown, PlanReader::Buyer));
        group(ui, words.calendar);
        line(ui, icons::CALENDAR_CHECK, words.ics_seller, file(PlanFormat::Ics, PlanReader::Seller));
        line(ui, icons::CALENDAR_BLANK, words.ics_buyer, file(PlanFormat::Ics, PlanReader::Buyer));
        let undated =
            outcome.rows.iter().filter(|row| row.status != Status::Paid && row.row.due.is_none()).count();
        if undated > 0 {
            weak(ui, &(words.undated)(undated));
        }
        rule(ui);
    }
    line(ui, icons::DOWNLOAD_SIMPLE, words.read, PlanWish::Export(Export::Read));
    wish
}

fn group(ui: &mut Ui, name: &str) {
    ui.add_space(tokens::XS);
    weak(ui, name);
}

/// Offers to read a plan from a workbook, where there is none yet.
pub fn read_instead(ui: &mut Ui, cx: &Cx<'_>, deal: Option<&Deal>, out: &mut Actions) {
    ui.add_space(tokens::M);
    if changing(ui, |ui| link(ui, Some(icons::DOWNLOAD_SIMPLE), cx.text.plan_export.read)).clicked() {
        out.push(Action::Pick(Pick::ReadPlan(deal.map(|deal| deal.id.clone()))));
    }
}

/// Copies the plan, has a file made of it, or asks for one to read.
pub fn export(cx: &Cx<'_>, plan: &Plan, deal: Option<&Deal>, export: Export, out: &mut Actions) {
    match export {
        Export::Chat => {
            let parties = PaperParties::of(plan, deal, cx.document, cx.language());
            let about = parties.subject(plan, cx.document, cx.now.date);
            if let Ok(paper) = PlanPaper::new(&about, Voice::of_plan(plan, deal, cx.language())) {
                out.push(Action::CopyText(chat_text(&paper)));
            }
        }
        Export::File(format, reader) => out.push(Action::ExportPlan(PlanExport {
            plan: Box::new(plan.clone()),
            format,
            reader,
            deal: deal.map(|deal| deal.id.clone()),
        })),
        Export::Paper(kind) => out.push(Action::ExportPaper(PaperExport {
            kind,
            plan: Box::new(plan.clone()),
            deal: deal.map(|deal| deal.id.clone()),
            bank: BankOnPaper::Ask,
        })),
        Export::Sheet(kind) => out.extend(deal.map(|deal| {
            let (form, bank) = (SheetForm::Pdf, BankOnPaper::Ask);
            Action::ExportSheet(SheetExport { deal: deal.id.clone(), kind, form, bank })
        })),
        Export::Read => out.push(Action::Pick(Pick::ReadPlan(deal.map(|deal| deal.id.clone())))),
    }
}
