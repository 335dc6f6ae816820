//! The menu of other ways for a message to leave, and of the sheets that may go with it.

use egui::Ui;

use super::Pressed;
use crate::domain::deal::DealId;
use crate::text::window::deal::proofread::check_words;
use crate::ui::action::{Action, Actions, BankOnPaper, MessageTarget, SheetExport, SheetForm, SheetKind};
use crate::ui::cx::Cx;
use crate::ui::widgets::{menu_button, menu_command, menu_title, rule};

/// What was chosen in it, where the page has to act.
pub fn menu(ui: &mut Ui, cx: &Cx<'_>, deal: &DealId, out: &mut Actions) -> Option<Pressed> {
    let (words, outgoing) = (&cx.text.compose, &cx.text.outgoing);
    let mut chosen = None;
    menu_button(ui, None, words.more, true, |ui| {
        if menu_command(ui, check_words(cx.language()).open).clicked() {
            chosen = Some(Pressed::Check);
            ui.close();
        }
        for (name, target) in [
            (outgoing.copy_only, MessageTarget::Clipboard),
            (outgoing.open_mail, MessageTarget::MailProgram),
            (outgoing.open_whatsapp, MessageTarget::WhatsApp),
            (words.save_eml, MessageTarget::Eml),
            (words.save_txt, MessageTarget::Txt),
        ] {
            if menu_command(ui, name).clicked() {
                chosen = Some(Pressed::Leave(target));
                ui.close();
            }
        }
        rule(ui);
        menu_title(ui, outgoing.sheets);
        for (name, kind, form) in [
            (outgoing.account_card_pdf, SheetKind::AccountCard, SheetForm::Pdf),
            (outgoing.account_card_text, SheetKind::AccountCard, SheetForm::Text),
            (outgoing.approval_sheet_pdf, SheetKind::ApprovalSheet, SheetForm::Pdf),
            (outgoing.approval_sheet_text, SheetKind::ApprovalSheet, SheetForm::Text),
        ] {
            if menu_command(ui, name).clicked() {
                let bank = BankOnPaper::Ask;
                out.push(Action::ExportSheet(SheetExport { deal: deal.clone(), kind, form, bank }));
                ui.close();
            }
        }
    });
    chosen
}
