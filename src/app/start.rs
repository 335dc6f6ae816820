//! Opens the window, or says in one line what the system lacks for it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use egui_system_font_provider::SystemFontProvider;

use super::say::say;
use super::{Keeper, Services, Shell, crash};
use crate::assets;
use crate::assets::fonts;
use crate::store::disk::place;
use crate::store::disk::place::Home;
use crate::text::Language;
use crate::text::window::shell::PROGRAM;
use crate::ui::theme;

/// The program's id for the desktop; must match the .desktop file.
const APP_ID: &str = "icebreak";

/// Opens the window on `file`, or on the default document, and stays until it is closed.
pub fn run(file: Option<PathBuf>) -> ExitCode {
    let home = place::home_of_this_program();
    let Some(path) = file.or_else(|| home.as_ref().map(|home| home.document.clone())) else {
        return refuse("no home folder, so there is no default document; name a file, or set HOME");
    };
    if let Some(missing) = missing_display() {
        return refuse(missing);
    }
    if let Err(cause) = place::make_folder_for(&path) {
        return refuse(&format!("{}: its folder cannot be made: {cause}", path.display()));
    }
    crash::install(place::reports());
    // In parallel with the graphics driver, which takes longer to open.
    let _running = std::thread::Builder::new().name("icebreak-assets".to_owned()).spawn(assets::prepare);
    match eframe::run_native(
        APP_ID,
        options(),
        Box::new(|creation| Ok(Box::new(Window::new(creation, &path, home.as_ref())))),
    ) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&format!("the window cannot be opened ({error}); update the graphics driver")),
    }
}

fn refuse(why: &str) -> ExitCode {
    say(why);
    ExitCode::FAILURE
}

/// On X11 and Wayland a program may find no display at all.
fn missing_display() -> Option<&'static str> {
    let given = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let expects_one = cfg!(all(unix, not(target_os = "macos")));
    (expects_one && !given("DISPLAY") && !given("WAYLAND_DISPLAY") && !given("WAYLAND_SOCKET"))
        .then_some("no display: set DISPLAY or WAYLAND_DISPLAY, or use the commands in icebreak --help")
}

fn options() -> eframe::NativeOptions {
    let mut viewport = egui::ViewportBuilder::default()
        .with_title(PROGRAM)
        .with_app_id(APP_ID)
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([360.0, 480.0]);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(fonts::WINDOW_ICON) {
        viewport = viewport.with_icon(icon);
    }
    // No gradients are drawn that would need dithering, and without a graphics card it costs time for every pixel.
    // Fonts of the system are asked after our own, see `Window::new`.
    let system_font_fallback = false;
    eframe::NativeOptions {
        viewport,
        dithering: false,
        system_font_fallback,
        ..eframe::NativeOptions::default()
    }
}

/// What eframe runs: the shell in a real window.
struct Window {
    shell: Shell,
    /// Whether eframe has shown its window, which it does after the first frame.
    is_shown: bool,
}

impl Window {
    fn new(creation: &eframe::CreationContext<'_>, path: &Path, home: Option<&Home>) -> Self {
        let ctx = creation.egui_ctx.clone();
        theme::install(&ctx);
        ctx.add_font_provider(Arc::new(SystemFontProvider::new()));
        let waker: crate::store::Waker = Arc::new(move || ctx.request_repaint());
        let preferences = home.map(|home| home.preferences.as_path());
        let mut keeper = Keeper::new(preferences, system_language(), waker);
        keeper.set_portable(home.and_then(|home| home.portable.clone()));
        keeper.set_usual(home.map(|home| home.document.clone()));
        creation.egui_ctx.set_theme(keeper.theme());
        Self { shell: Shell::open(path, keeper, Services::of_this_computer()), is_shown: false }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        if !std::mem::replace(&mut self.is_shown, true) {
            // The window is still hidden in this frame; draw the next one at once.
            ui.ctx().request_repaint();
            return;
        }
        crash::guard(&mut self.shell, |shell| shell.ui(ui));
    }

    /// The background until the first frame: the colour of the page.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    /// Window geometry only: everything else is in the document.
    fn persist_egui_memory(&self) -> bool {
        false
    }
}

/// Chinese where the system speaks Chinese.
fn system_language() -> Language {
    let chinese = sys_locale::get_locale().is_some_and(|locale| locale.starts_with("zh"));
    if chinese { Language::Chinese } else { Language::English }
}
