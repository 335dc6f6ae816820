//! A message that leaves the window: on the clipboard, as a file, or in another program.

use crate::app::Shell;
use crate::domain::deal::{Deal, DealId};
use crate::domain::message::{MessageChannel, PlanFacts};
use crate::exchange::files::filename;
use crate::exchange::mail::eml::{Attachment, EmlDraft, Mailbox, message_eml};
use crate::exchange::mail::html::{message_fragment, message_page};
use crate::exchange::mail::links::{LinkProblem, mail_link, whatsapp_link};
use crate::exchange::mail::txt;
use crate::exchange::papers::pdf::schedule::{ScheduleOf, schedule_pdf};
use crate::text::buyer::payments::{PaymentWords, payments_in_words};
use crate::text::buyer::schedule::DocumentSubject;
use crate::ui::action::{BankExport, Gives, MessageExport, MessageTarget, Pick, ReadyFile};
use crate::ui::frame::toast::Toast;

/// The payment schedule that goes with a message.
#[derive(Default)]
struct Enclosed {
    attachment: Option<Attachment>,
    gives: Option<Gives>,
    /// What to say once the file is written.
    remark: Option<String>,
}

impl Shell {
    pub(crate) fn export_message(&mut self, export: MessageExport) {
        let contact = self.history.current().deal(&export.deal).and_then(|deal| deal.contact());
        let (address, phone) = contact.map(|contact| (&*contact.email, &*contact.phone)).unwrap_or_default();
        match export.target {
            MessageTarget::Clipboard => {
                let words = &self.text().shell;
                let arrived =
                    self.put_message(&export.deal, &export.body, export.channel == MessageChannel::Email);
                self.toast(Toast::new(if arrived { words.copied } else { words.clipboard_refused }));
            }
            MessageTarget::MailProgram => self.open_link(mail_link(address, &export.subject, &export.body)),
            MessageTarget::WhatsApp => self.open_link(whatsapp_link(phone, &export.body)),
            MessageTarget::Txt => {
                let bytes = txt::message_txt(&export.subject, &export.body);
                self.ask_for_path(Pick::Write(ReadyFile::new(self.message_name(&export.deal, "txt"), bytes)));
            }
            MessageTarget::Eml => self.export_eml(export),
        }
    }

    /// Puts a message on the clipboard, for a mail program with its payments as a table; true if it arrived.
    pub(crate) fn put_message(&mut self, deal: &DealId, body: &str, is_email: bool) -> bool {
        if is_email {
            let html = message_fragment(body, &self.payments(deal));
            self.services.clipboard.put_rich(body, &html)
        } else {
            self.services.clipboard.put(body)
        }
    }

    fn open_link(&mut self, link: Result<String, LinkProblem>) {
        let words = &self.text().outgoing;
        let said = match link {
            Ok(link) if (self.services.open_link)(&link) => words.opened.to_owned(),
            Ok(_link) => words.not_opened.to_owned(),
            Err(problem) => (words.link_problem)(problem),
        };
        self.toast(Toast::new(said));
    }

    /// A draft for the mail program, with the deal's payment schedule if it has a plan.
    fn export_eml(&mut self, export: MessageExport) {
        let Some(deal) = self.history.current().deal(&export.deal) else { return };
        if let Some(plan) = &deal.plan {
            let currency = plan.terms.total.currency();
            let waiting = BankExport::Message(export.clone());
            if self.asks_about_bank(export.bank, Some(&export.deal), currency, waiting) {
                return;
            }
        }
        let Some(deal) = self.history.current().deal(&export.deal) else { return };
        let Enclosed { attachment, gives, remark } = self.enclosed(&export, deal);
        let name = self.message_name(&export.deal, "eml");
        let company = &self.history.current().library.company;
        let from = Mailbox { name: company.sender.clone(), address: company.email.clone() };
        let to = deal.contact();
        let to = to.map(|contact| Mailbox { name: contact.name.clone(), address: contact.email.clone() });
        let draft = EmlDraft {
            html: message_page(&export.body, &self.payments(&export.deal)),
            attachments: attachment.into_iter().collect(),
            subject: export.subject,
            body: export.body,
            from: Some(from).filter(|from| !from.address.is_empty()),
            to: to.into_iter().filter(|to| !to.address.is_empty()).collect(),
            cc: Vec::new(),
        };
        let message_id = format!("{}@icebreak.invalid", uuid::Uuid::new_v4().simple());
        match message_eml(&draft, &message_id, self.services.utc()) {
            Ok(bytes) => {
                self.ask_for_path(Pick::Write(ReadyFile { gives, remark, ..ReadyFile::new(name, bytes) }))
            }
            Err(problem) => self.toast(Toast::new((self.text().problems.mail)(&problem, &name))),
        }
    }

    fn enclosed(&self, export: &MessageExport, deal: &Deal) -> Enclosed {
        let (document, words) = (self.history.current(), &self.text().outgoing);
        let Some(plan) = &deal.plan else { return Enclosed::default() };
        let bank = self.bank_to_print(export.bank, Some(&deal.id), plan.terms.total.currency());
        let of = ScheduleOf {
            about: DocumentSubject::new(plan, Some(deal), document, self.now.date),
            company: &document.library.company,
            bank: bank.as_ref().map(|bank| bank.account),
            window: self.keeper.language(),
        };
        match schedule_pdf(&of) {
            Ok((paper, name)) => {
                let replaced = self.what_is_replaced(&paper.replaced);
                let remarks: Vec<String> =
                    std::iter::once(words.attached.to_owned()).chain(replaced).collect();
                Enclosed {
                    attachment: Some(Attachment { name, kind: "application/pdf", bytes: paper.bytes }),
                    gives: bank.map(|bank| Gives { deal: deal.id.clone(), given: bank.given }),
                    remark: Some(remarks.join("\n")),
                }
            }
            Err(problem) => {
                let remark = (words.not_attached)(&self.why_no_paper(&problem));
                Enclosed { remark: Some(remark), ..Enclosed::default() }
            }
        }
    }

    /// The deal's payments as its messages write them.
    fn payments(&self, deal: &DealId) -> Vec<PaymentWords> {
        let document = self.history.current();
        let plan = document
            .deal(deal)
            .and_then(|deal| PlanFacts::of(deal, &document.settings.shutdowns, self.now.date));
        plan.as_ref().map(payments_in_words).unwrap_or_default()
    }

    fn message_name(&self, deal: &DealId, extension: &str) -> String {
        let buyer = self.history.current().deal(deal).map_or("", |deal| deal.buyer.company.as_str());
        filename::file_name(buyer, extension)
    }
}
