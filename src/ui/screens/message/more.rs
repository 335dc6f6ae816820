//! The menu of other ways for a message to leave, and of the sheets that may go with it.

use egui::Ui;

use crate::domain::deal::DealId;
use crate::ui::action::{Action, Actions, BankOnPaper, MessageTarget, SheetExport, SheetForm, SheetKind};
use crate::ui::cx::Cx;
use crate::ui::widgets::{menu_button, menu_command, menu_title, rule};

/// Where the message is to go, once that was chosen.
pub fn menu(ui: &mut Ui, cx: &Cx<'_>, deal: &DealId, out: &mut Actions) -> Option<MessageTarget> {
    let (words, outgoing) = (&cx.text.compose, &cx.text.outgoing);
    let mut chosen = None;
    menu_button(ui, None, words.more, true, |ui| {
        for (name, target) in [
            (outgoing.copy_only, MessageTarget::Clipboard),
            (outgoing.open_mail, MessageTarget::MailProgram),
            (outgoing.open_whatsapp, MessageTarget::WhatsApp),
            (words.save_eml, MessageTarget::Eml),
            (words.save_txt, MessageTarget::Txt),
        ] {
            if menu_command(ui, name).clicked() {
                chosen = Some(target);
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
