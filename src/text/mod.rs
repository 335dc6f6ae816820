//! Every interface word and the formatting of dates and amounts, in English and Simplified Chinese.
//!
//! One `struct` per screen, one `static` per language: a missing translation does not compile. Two folders are in the
//! buyer's language instead: [`paper`] has the words of documents, [`reader`] their numbers and dates.

pub mod backups;
pub mod causes;
pub mod commands;
pub mod compare;
pub mod compose;
pub mod country;
pub mod crash;
pub mod dates;
pub mod day;
pub mod deal;
pub mod deposit;
pub mod forget;
pub mod format;
pub mod import;
mod language;
pub mod library;
pub mod list;
pub mod local_time;
pub mod merge;
pub mod message;
pub mod office;
pub mod packs;
pub mod paper;
pub mod paper_tables;
pub mod papers;
pub mod places;
pub mod plan_export;
pub mod plan_paper;
pub mod problems;
pub mod reader;
pub mod recovery;
pub mod settings;
pub mod shell;
pub mod story;
pub mod visible;
pub mod welcome;
pub mod why;

pub use self::language::Language;

/// All words of the interface in one language.
pub struct Text {
    pub language: Language,
    pub commands: commands::Commands,
    pub shell: shell::Shell,
    pub list: list::List,
    pub day: day::DayText,
    pub deal: deal::DealText,
    pub compose: compose::Compose,
    pub deposit: deposit::DepositText,
    pub problems: problems::Problems,
    pub story: story::StoryText,
    pub welcome: welcome::WelcomeText,
    pub library: library::LibraryText,
    pub settings: settings::SettingsText,
    pub why: why::WhyText,
    pub merge: merge::MergeText,
    pub backups: backups::BackupsText,
    pub recovery: recovery::RecoveryText,
    pub import: import::ImportText,
    pub packs: packs::PackText,
    pub forget: forget::ForgetText,
    pub crash: crash::CrashText,
    pub plan_export: plan_export::PlanExportText,
    pub compare: deposit::compare::CompareText,
    pub plan_rows: deposit::RowsText,
    pub papers: papers::PapersText,
}

pub static ENGLISH: Text = Text {
    language: Language::English,
    commands: commands::ENGLISH,
    shell: shell::ENGLISH,
    list: list::ENGLISH,
    day: day::ENGLISH,
    deal: deal::ENGLISH,
    compose: compose::ENGLISH,
    deposit: deposit::ENGLISH,
    problems: problems::ENGLISH,
    story: story::ENGLISH,
    welcome: welcome::ENGLISH,
    library: library::ENGLISH,
    settings: settings::ENGLISH,
    why: why::ENGLISH,
    merge: merge::ENGLISH,
    backups: backups::ENGLISH,
    recovery: recovery::ENGLISH,
    import: import::ENGLISH,
    packs: packs::ENGLISH,
    forget: forget::ENGLISH,
    crash: crash::ENGLISH,
    plan_export: plan_export::ENGLISH,
    compare: deposit::compare::ENGLISH,
    plan_rows: deposit::ROWS_ENGLISH,
    papers: papers::ENGLISH,
};

pub static CHINESE: Text = Text {
    language: Language::Chinese,
    commands: commands::CHINESE,
    shell: shell::CHINESE,
    list: list::CHINESE,
    day: day::CHINESE,
    deal: deal::CHINESE,
    compose: compose::CHINESE,
    deposit: deposit::CHINESE,
    problems: problems::CHINESE,
    story: story::CHINESE,
    welcome: welcome::CHINESE,
    library: library::CHINESE,
    settings: settings::CHINESE,
    why: why::CHINESE,
    merge: merge::CHINESE,
    backups: backups::CHINESE,
    recovery: recovery::CHINESE,
    import: import::CHINESE,
    packs: packs::CHINESE,
    forget: forget::CHINESE,
    crash: crash::CHINESE,
    plan_export: plan_export::CHINESE,
    compare: deposit::compare::CHINESE,
    plan_rows: deposit::ROWS_CHINESE,
    papers: papers::CHINESE,
};

impl Language {
    pub fn text(self) -> &'static Text {
        match self {
            Self::English => &ENGLISH,
            Self::Chinese => &CHINESE,
        }
    }
}
