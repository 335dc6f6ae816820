//! Making files for other people: messages, deals.

use std::path::Path;

use crate::app::Shell;
use crate::domain::deal::{Deal, DealId};
use crate::exchange::deals_out::{deals_csv, deals_xlsx};
use crate::exchange::files::{filename, write};
use crate::exchange::mail::eml::{EmlDraft, Mailbox, message_eml};
use crate::exchange::mail::txt;
use crate::text::places;
use crate::ui::action::{MessageFile, Pick, ReadyFile};
use crate::ui::frame::toast::Toast;

impl Shell {
    /// Makes the file and asks where to save it.
    pub(crate) fn export_message(&mut self, id: &DealId, subject: String, body: String, file: MessageFile) {
        let document = self.history.current();
        let Some(deal) = document.deal(id) else { return };
        let (bytes, extension) = match file {
            MessageFile::Txt => (Ok(txt::message_txt(&subject, &body)), "txt"),
            MessageFile::Eml => {
                let company = &document.library.company;
                let from = Mailbox { name: company.sender.clone(), address: company.email.clone() };
                let to = deal
                    .contact()
                    .map(|contact| Mailbox { name: contact.name.clone(), address: contact.email.clone() });
                let draft = EmlDraft {
                    subject,
                    body,
                    from: Some(from).filter(|from| !from.address.is_empty()),
                    to: to.into_iter().filter(|to| !to.address.is_empty()).collect(),
                    cc: Vec::new(),
                };
                let message_id = format!("{}@icebreak.invalid", uuid::Uuid::new_v4().simple());
                (message_eml(&draft, &message_id, self.services.utc()), "eml")
            }
        };
        let name = filename::file_name(&deal.buyer.company, extension);
        match bytes {
            Ok(bytes) => self.ask_for_path(Pick::Write(ReadyFile::new(name, bytes))),
            Err(problem) => self.toast(Toast::new((self.text().problems.mail)(&problem, &name))),
        }
    }

    pub(crate) fn export_deals(&mut self, path: &Path, over: bool) {
        let deals: Vec<&Deal> = self.history.current().deals.values().map(AsRef::as_ref).collect();
        let extension = path.extension().map(|extension| extension.to_ascii_lowercase());
        let bytes = match extension.as_ref().and_then(|extension| extension.to_str()) {
            Some("csv") => deals_csv::deals_csv(&deals),
            Some("xlsx") => deals_xlsx::deals_xlsx(&deals),
            Some(_) | None => {
                self.toast(Toast::new(self.text().problems.export_format));
                return;
            }
        };
        match bytes {
            Ok(bytes) => self.write(ReadyFile::new(places::name(path), bytes), path, over),
            Err(problem) => {
                let said = (self.text().problems.table)(&problem, &path.display().to_string());
                self.toast(Toast::new(said));
            }
        }
    }

    /// Writes the file; bank details in it are recorded as given to the buyer once it exists.
    pub(crate) fn write(&mut self, file: ReadyFile, path: &Path, over: bool) {
        let ReadyFile { bytes, gives, remark, left_out, name: _offered } = file;
        let written = if over { write::write_over(path, &bytes) } else { write::write_new(path, &bytes) };
        match written {
            Ok(()) => {
                self.say_saved(path.to_owned(), remark.as_deref());
                self.remember(gives);
                if left_out {
                    self.forget_left_out();
                }
            }
            Err(problem) => {
                let said = (self.text().problems.write)(&problem, &path.display().to_string());
                self.toast(Toast::new(said));
            }
        }
    }
}
