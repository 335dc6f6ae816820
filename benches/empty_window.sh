# Makes a crate that opens an empty eframe window: the measure for what the window itself costs. To be sourced.
#
#   empty_window FOLDER      with the versions of Cargo.lock and the features that Cargo.toml asks of eframe

empty_window() {
    local folder="$1" eframe
    eframe="$(grep -E '^eframe = ' Cargo.toml)" || { echo 'Cargo.toml has no line "eframe = …"' >&2; return 1; }
    mkdir -p "$folder/src"
    cp Cargo.lock "$folder/"
    cat >"$folder/Cargo.toml" <<TOML
[package]
name = "empty-window"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
$eframe

[profile.release]
strip = "symbols"
TOML
    cat >"$folder/src/main.rs" <<'RUST'
//! A window with nothing in it.

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, _ui: &mut eframe::egui::Ui, _frame: &mut eframe::Frame) {}
}

fn main() -> eframe::Result {
    let viewport = eframe::egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native("empty-window", options, Box::new(|_creation| Ok(Box::new(Empty))))
}
RUST
}
