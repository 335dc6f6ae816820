//! What the shell needs from the computer, so that tests can stand in for it.

use std::path::{Path, PathBuf};

use crate::exchange::picture::Picture;
use crate::store::place;
use crate::text::office::Now;

/// Clock and clipboard.
pub struct Services {
    pub clock: Box<dyn Fn() -> Now>,
    pub clipboard: Box<dyn Clipboard>,
    /// Whether the system's file dialogs may be opened.
    pub dialogs: bool,
    /// Where earlier runs left reports of crashes.
    pub reports: Option<PathBuf>,
    /// Shows a folder in the system's file manager; true when that was started.
    pub show_folder: Box<dyn Fn(&Path) -> bool>,
}

/// The one owner of the clipboard.
pub trait Clipboard {
    /// Puts text on the clipboard; true when it is there, read back.
    fn put(&mut self, text: &str) -> bool;

    /// The same with a picture.
    fn put_picture(&mut self, picture: &Picture) -> bool;
}

impl Services {
    pub fn of_this_computer() -> Self {
        Self {
            clock: Box::new(Now::here),
            clipboard: Box::new(SystemClipboard::default()),
            dialogs: true,
            reports: place::reports(),
            show_folder: Box::new(|folder| open::that_detached(folder).is_ok()),
        }
    }
}

/// Kept for the whole session: on X11 and Wayland the text goes when its owner goes.
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
        let Some(clipboard) = self.opened() else { return false };
        // Windows ends lines with CR LF; what comes back is compared without.
        let same = |read: String| read.replace("\r\n", "\n") == text.replace("\r\n", "\n");
        clipboard.set_text(text).is_ok() && clipboard.get_text().is_ok_and(same)
    }

    fn put_picture(&mut self, picture: &Picture) -> bool {
        let Some(clipboard) = self.opened() else { return false };
        let Picture { width, height, rgba } = picture;
        let image = arboard::ImageData { width: *width, height: *height, bytes: rgba.into() };
        // Systems keep pictures in forms of their own, some of them without transparency: colours are compared.
        let colours = |rgba: &[u8]| {
            let pixels = rgba.chunks_exact(4);
            pixels.flat_map(|pixel| pixel.iter().take(3).copied().collect::<Vec<u8>>()).collect::<Vec<u8>>()
        };
        let same = |read: arboard::ImageData<'_>| {
            (read.width, read.height) == (*width, *height) && colours(&read.bytes) == colours(rgba)
        };
        clipboard.set_image(image).is_ok() && clipboard.get_image().is_ok_and(same)
    }
}
