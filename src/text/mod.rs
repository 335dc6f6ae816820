//! Every interface word and the formatting of dates and amounts, in English and Simplified Chinese.
//!
//! One `struct` per screen, one `static` per language: a missing translation does not compile. [`window`] is what the
//! seller reads, in the language of the interface; [`buyer`] is what the buyer reads, in the buyer's language;
//! `command_line` is what commands print, in English.

pub mod buyer;
pub(crate) mod command_line;
pub mod country;
pub mod dates;
pub mod format;
mod language;
pub mod local_time;
pub mod office;
pub mod places;
pub(crate) mod visible;
pub mod window;

pub use self::language::Language;

/// All words of the interface in one language.
pub struct Text {
    pub language: Language,
    pub commands: window::commands::Commands,
    pub shell: window::shell::ShellText,
    pub list: window::list::ListText,
    pub day: window::day::DayText,
    pub deal: window::deal::DealText,
    pub compose: window::message::Compose,
    pub deposit: window::deposit::DepositText,
    pub problems: window::files::problems::Problems,
    pub story: window::story::StoryText,
    pub after_yes: window::deal::after_yes::AfterYesText,
    pub welcome: window::welcome::WelcomeText,
    pub library: window::library::LibraryText,
    pub settings: window::settings::SettingsText,
    pub why: window::why::WhyText,
    pub merge: window::files::merge::MergeText,
    pub backups: window::files::backups::BackupsText,
    pub recovery: window::files::recovery::RecoveryText,
    pub import: window::import::ImportText,
    pub preview: window::preview::PreviewText,
    pub packs: window::files::packs::PackText,
    pub forget: window::files::forget::ForgetText,
    pub crash: window::files::crash::CrashText,
    pub plan_export: window::files::plan_export::PlanExportText,
    pub compare: window::deposit::compare::CompareText,
    pub plan_rows: window::deposit::RowsText,
    pub papers: window::files::papers::PapersText,
    pub outgoing: window::deal::outgoing::OutgoingText,
}

pub static ENGLISH: Text = Text {
    language: Language::English,
    commands: window::commands::ENGLISH,
    shell: window::shell::ENGLISH,
    list: window::list::ENGLISH,
    day: window::day::ENGLISH,
    deal: window::deal::ENGLISH,
    compose: window::message::ENGLISH,
    deposit: window::deposit::ENGLISH,
    problems: window::files::problems::ENGLISH,
    story: window::story::ENGLISH,
    after_yes: window::deal::after_yes::ENGLISH,
    welcome: window::welcome::ENGLISH,
    library: window::library::ENGLISH,
    settings: window::settings::ENGLISH,
    why: window::why::ENGLISH,
    merge: window::files::merge::ENGLISH,
    backups: window::files::backups::ENGLISH,
    recovery: window::files::recovery::ENGLISH,
    import: window::import::ENGLISH,
    preview: window::preview::ENGLISH,
    packs: window::files::packs::ENGLISH,
    forget: window::files::forget::ENGLISH,
    crash: window::files::crash::ENGLISH,
    plan_export: window::files::plan_export::ENGLISH,
    compare: window::deposit::compare::ENGLISH,
    plan_rows: window::deposit::ROWS_ENGLISH,
    papers: window::files::papers::ENGLISH,
    outgoing: window::deal::outgoing::ENGLISH,
};

pub static CHINESE: Text = Text {
    language: Language::Chinese,
    commands: window::commands::CHINESE,
    shell: window::shell::CHINESE,
    list: window::list::CHINESE,
    day: window::day::CHINESE,
    deal: window::deal::CHINESE,
    compose: window::message::CHINESE,
    deposit: window::deposit::CHINESE,
    problems: window::files::problems::CHINESE,
    story: window::story::CHINESE,
    after_yes: window::deal::after_yes::CHINESE,
    welcome: window::welcome::CHINESE,
    library: window::library::CHINESE,
    settings: window::settings::CHINESE,
    why: window::why::CHINESE,
    merge: window::files::merge::CHINESE,
    backups: window::files::backups::CHINESE,
    recovery: window::files::recovery::CHINESE,
    import: window::import::CHINESE,
    preview: window::preview::CHINESE,
    packs: window::files::packs::CHINESE,
    forget: window::files::forget::CHINESE,
    crash: window::files::crash::CHINESE,
    plan_export: window::files::plan_export::CHINESE,
    compare: window::deposit::compare::CHINESE,
    plan_rows: window::deposit::ROWS_CHINESE,
    papers: window::files::papers::CHINESE,
    outgoing: window::deal::outgoing::CHINESE,
};

impl Language {
    pub fn text(self) -> &'static Text {
        match self {
            Self::English => &ENGLISH,
            Self::Chinese => &CHINESE,
        }
    }
}
