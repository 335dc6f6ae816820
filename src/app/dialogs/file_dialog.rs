//! The system's file dialog, on a thread of its own: a frame never waits for it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A dialog that returns faster than a person could close it was never shown.
const NEVER_SEEN: Duration = Duration::from_millis(200);

/// What a file dialog is opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialogQuestion {
    pub title: String,
    /// The dialog starts in the first of these that exists.
    pub folders: Vec<PathBuf>,
    /// The name that is offered for a file to be written; none where one is to be read.
    pub name: Option<String>,
    pub kinds: Vec<FileKind>,
}

/// A kind of file to choose from, such as `Excel` with the ending `xlsx`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileKind {
    pub name: String,
    pub endings: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DialogAnswer {
    /// If this file exists, the dialog has already asked whether to replace it.
    Chosen(PathBuf),
    Cancelled,
    /// This system has no dialog; `folder` is where it would have started.
    NoDialog {
        folder: PathBuf,
    },
}

/// Takes the answer, on any thread.
pub type Answered = Box<dyn FnOnce(DialogAnswer) + Send>;

pub trait FileDialogs {
    /// Opens a dialog and returns at once.
    fn ask(&self, question: DialogQuestion, answered: Answered);
}

impl DialogQuestion {
    /// The starting folder; reads the disk. There is always one, so a name is never resolved in the working directory.
    pub fn folder(&self) -> PathBuf {
        let there = self.folders.iter().find(|folder| folder.is_absolute() && folder.is_dir());
        there.cloned().unwrap_or_else(std::env::temp_dir)
    }
}

/// The dialogs of this computer.
pub(crate) struct SystemDialogs;

impl FileDialogs for SystemDialogs {
    fn ask(&self, question: DialogQuestion, answered: Answered) {
        let thread = std::thread::Builder::new().name("icebreak-dialog".to_owned());
        let _started = thread.spawn(move || answered(answer(&question)));
    }
}

/// rfd gives the same result for a dialog that was cancelled and for one that could not be shown. So we check
/// beforehand whether there is one, and treat an answer faster than a person can give as not shown, too.
fn answer(question: &DialogQuestion) -> DialogAnswer {
    let folder = question.folder();
    let mut dialog = rfd::FileDialog::new().set_title(&question.title).set_directory(&folder);
    for kind in &question.kinds {
        dialog = dialog.add_filter(&kind.name, &kind.endings);
    }
    let name = question.name.as_deref().unwrap_or_default();
    dialog = match provider() {
        Some(Provider::Native) if name.is_empty() => dialog,
        Some(Provider::Native) => dialog.set_file_name(name),
        // rfd passes no folder to zenity, which accepts one as the beginning of the name; a folder alone ends in a
        // slash.
        Some(Provider::Zenity) => dialog.set_file_name(folder.join(name).to_string_lossy()),
        None => return DialogAnswer::NoDialog { folder },
    };
    let asked = Instant::now();
    let chosen = if question.name.is_some() { dialog.save_file() } else { dialog.pick_file() };
    match chosen {
        Some(path) => DialogAnswer::Chosen(path),
        None if asked.elapsed() < NEVER_SEEN => DialogAnswer::NoDialog { folder },
        None => DialogAnswer::Cancelled,
    }
}

/// The program with which rfd will show a dialog.
#[cfg_attr(
    not(all(unix, not(target_os = "macos"))),
    expect(dead_code, reason = "other systems have their own")
)]
enum Provider {
    /// The system itself, or the desktop portal.
    Native,
    Zenity,
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn provider() -> Option<Provider> {
    Some(Provider::Native)
}

/// The same order as rfd's: the desktop portal, then the program zenity.
#[cfg(all(unix, not(target_os = "macos")))]
fn provider() -> Option<Provider> {
    let is_there = |program| std::process::Command::new(program).arg("--version").output().is_ok();
    if pollster::block_on(portal_version()).is_ok() {
        Some(Provider::Native)
    } else {
        is_there("zenity").then_some(Provider::Zenity)
    }
}

/// A portal may run without a file dialog, which only asking that interface shows. The bus starts it where it can; a
/// portal that hangs is given up after a while.
#[cfg(all(unix, not(target_os = "macos")))]
async fn portal_version() -> zbus::Result<zbus::Message> {
    const PATIENCE: Duration = Duration::from_secs(3);
    let bus = zbus::connection::Builder::session()?.method_timeout(PATIENCE).build().await?;
    bus.call_method(
        Some("org.freedesktop.portal.Desktop"),
        "/org/freedesktop/portal/desktop",
        Some("org.freedesktop.DBus.Properties"),
        "Get",
        &("org.freedesktop.portal.FileChooser", "version"),
    )
    .await
}
