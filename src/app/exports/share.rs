//! Making files of deals for other people, and writing every file.

use std::path::Path;

use crate::app::Shell;
use crate::domain::deal::Deal;
use crate::exchange::deals_out::{deals_csv, deals_xlsx};
use crate::exchange::files::write;
use crate::text::places;
use crate::ui::action::ReadyFile;
use crate::ui::frame::toast::Toast;

impl Shell {
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
