//! What the shell needs from the computer, so that tests can replace it.

use std::path::{Path, PathBuf};

use super::dialogs::file_dialog::{FileDialogs, SystemDialogs};
use crate::exchange::papers::picture::Picture;
use crate::store::disk::place;
use crate::text::office::Now;

/// Clock, clipboard, file dialogs and folders.
pub struct Services {
    pub clock: Box<dyn Fn() -> Now>,
    pub clipboard: Box<dyn Clipboard>,
    pub dialogs: Box<dyn FileDialogs>,
    pub home: Option<PathBuf>,
    /// Where files go until the user has chosen a folder.
    pub documents: Option<PathBuf>,
    /// Where earlier runs left reports of crashes.
    pub reports: Option<PathBuf>,
    /// Shows a folder in the system's file manager; true when that was started.
    pub show_folder: Box<dyn Fn(&Path) -> bool>,
    /// Shows a file in the file manager, selected where the system can; true when that was started.
    pub show_file: Box<dyn Fn(&Path) -> bool>,
    /// Opens a link in the program that the system has for it; true when that was started.
    pub open_link: Box<dyn Fn(&str) -> bool>,
}

/// The one owner of the clipboard.
pub trait Clipboard {
    /// Puts text on the clipboard; true if reading it back gives the same text.
    fn put(&mut self, text: &str) -> bool;

    /// Puts text on the clipboard with the same text as HTML beside it: each program takes the one it can show. True if
    /// reading back gives the same text.
    fn put_rich(&mut self, text: &str, html: &str) -> bool;

    /// The same with a picture.
    fn put_picture(&mut self, picture: &Picture) -> bool;
}

impl Services {
    pub(crate) fn of_this_computer() -> Self {
        let user = directories::UserDirs::new();
        Self {
            clock: Box::new(Now::here),
            clipboard: Box::new(SystemClipboard::default()),
            dialogs: Box::new(SystemDialogs),
            home: user.as_ref().map(|user| user.home_dir().to_owned()),
            documents: user.as_ref().and_then(|user| user.document_dir()).map(Path::to_owned),
            reports: place::reports(),
            show_folder: Box::new(|folder| open::that_detached(folder).is_ok()),
            show_file: Box::new(show_file),
            open_link: Box::new(|link| open::that_detached(link).is_ok()),
        }
    }

    pub(crate) fn utc(&self) -> chrono::DateTime<chrono::Utc> {
        let seconds = (self.clock)().instant.as_second();
        chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default()
    }
}

#[cfg(windows)]
fn show_file(file: &Path) -> bool {
    use std::os::windows::process::CommandExt as _;
    // Explorer has its own argument syntax: the quotes follow the comma, and no file name can hold one.
    let selected = format!("/select,\"{}\"", file.display());
    std::process::Command::new("explorer").raw_arg(selected).spawn().is_ok()
}

#[cfg(target_os = "macos")]
fn show_file(file: &Path) -> bool {
    std::process::Command::new("open").arg("-R").arg(file).spawn().is_ok()
}

#[cfg(not(any(windows, target_os = "macos")))]
fn show_file(file: &Path) -> bool {
    file.parent().is_some_and(|folder| open::that_detached(folder).is_ok())
}

/// Kept for the whole session: on X11 and Wayland the text disappears with its owner.
#[derive(Default)]
struct SystemClipboard {
    clipboard: Option<arboard::Clipboard>,
}

impl SystemClipboard {
    fn opened(&mut self) -> Option<&mut arboard::Clipboard> {
        if self.clipboard.is_none() {
            self.clipboard = arboard::Clipboard::new().ok();
        }
        self.clipboard.as_mut()
    }
}

impl Clipboard for SystemClipboard {
    fn put(&mut self, text: &str) -> bool {
        self.opened().is_some_and(|clipboard| clipboard.set_text(text).is_ok() && holds(clipboard, text))
    }

    fn put_rich(&mut self, text: &str, html: &str) -> bool {
        let Some(clipboard) = self.opened() else { return false };
        // Systems put a page of their own around the HTML.
        let has_html = |read: String| line_feeds(&read).contains(line_feeds(html).trim());
        let arrived = clipboard.set_html(html, Some(text)).is_ok()
            && clipboard.get().html().is_ok_and(has_html)
            && holds(clipboard, text);
        // Where the clipboard takes no HTML, the text alone is the whole message, too.
        arrived || self.put(text)
    }

    fn put_picture(&mut self, picture: &Picture) -> bool {
        let Some(clipboard) = self.opened() else { return false };
        let Picture { width, height, rgba } = picture;
        let image = arboard::ImageData { width: *width, height: *height, bytes: rgba.into() };
        // Systems store pictures in their own formats, some without transparency: only colours are compared.
        let same = |read: arboard::ImageData<'_>| {
            (read.width, read.height) == (*width, *height) && colours(&read.bytes).eq(colours(rgba))
        };
        clipboard.set_image(image).is_ok() && clipboard.get_image().is_ok_and(same)
    }
}

fn holds(clipboard: &mut arboard::Clipboard, text: &str) -> bool {
    clipboard.get_text().is_ok_and(|read| line_feeds(&read) == line_feeds(text))
}

/// Windows ends lines with CR LF, so comparisons ignore that.
fn line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn colours(rgba: &[u8]) -> impl Iterator<Item = Option<&[u8]>> {
    rgba.chunks_exact(4).map(|pixel| pixel.get(..3))
}
