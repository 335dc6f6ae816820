//! Takes days off and worked days from a file into the settings.

use std::path::Path;

use crate::app::Shell;
use crate::domain::country::Country;
use crate::domain::edit::Edit;
use crate::domain::history::UndoStep;
use crate::domain::settings::Settings;
use crate::exchange::days_off::read_days_off;
use crate::text::country;
use crate::ui::frame::toast::Toast;

impl Shell {
    /// A calendar does not say which country it is of: it is `country`'s.
    pub(crate) fn read_days_off(&mut self, path: &Path, country: Country) {
        let words = &self.text().settings;
        match read_days_off(path, country, self.now.date, self.language()) {
            Ok(read) => {
                let said =
                    (words.own_days_read)(read.days.len(), country::name(read.country, self.language()));
                let mut settings = Settings::clone(&self.history.current().settings);
                settings.add_own(read.days, read.years);
                self.commit(Edit::Settings(Box::new(settings)), UndoStep::Own);
                self.toast(Toast::new(said).with_undo());
            }
            Err(problem) => self.toast(Toast::new((words.no_days_off)(&problem))),
        }
    }
}
