//! One sheet of all widgets in all their states for each theme: a changed button changes this picture, not a hundred.

use egui::{Theme, Ui, Vec2};
use egui_kittest::{Harness, SnapshotResults};
use icebreak::domain::today::turn::Temperature;
use icebreak::ui::widgets::{
    AnswerRow, Emphasis, answer_row, button, button_with, card, chip, choice_card, column, empty_state,
    heading, icon_button, likelihood_bar, link, links, menu_button, note, path_link, primary, row, section,
    tab, temperature_badge, text_area, text_field, text_field_hinted, tick, warning, weak,
};
use icebreak::ui::{icons, theme, tokens};

use crate::snapshots::are_compared;

const SHEET: Vec2 = Vec2::new(760.0, 1_260.0);

#[test]
fn components() {
    if !are_compared() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut is_installed = false;
        let mut harness = Harness::builder().with_size(SHEET).with_theme(theme).wgpu().build_ui(move |ui| {
            if !std::mem::replace(&mut is_installed, true) {
                theme::install(ui.ctx());
            }
            egui::CentralPanel::default().show(ui, sheet);
        });
        harness.run();
        harness.snapshot(format!("components-{name}"));
        results.extend_harness(&mut harness);
    }
    results.unwrap();
}

fn sheet(ui: &mut Ui) {
    column(ui, SHEET.x, |ui| {
        heading(ui, "Components");
        row(ui, buttons);
        ui.add_enabled_ui(false, |ui| row(ui, buttons));
        row(ui, |ui| {
            for (temperature, word) in [
                (Temperature::Warm, "Warm"),
                (Temperature::Cooling, "Cooling"),
                (Temperature::Cold, "Cold"),
                (Temperature::Frozen, "Frozen"),
            ] {
                temperature_badge(ui, temperature, word);
            }
            chip(ui, "boss", true);
            chip(ui, "committee", false);
            tab(ui, "Story", true);
            tab(ui, "Message", false);
        });
        links(ui, |ui| {
            link(ui, Some(icons::PENCIL_SIMPLE), "Change");
            link(ui, None, "Clear my answers");
            path_link(ui, std::path::Path::new("/Documents/Schedule.pdf"));
        });
        card(ui, texts);
        for share in [0.0, 0.3, 1.0] {
            likelihood_bar(ui, share, tokens::LIST, share > 0.5);
        }
        row(ui, |ui| {
            tick(ui, true, "With bank details");
            tick(ui, false, "As a picture");
        });
        fields(ui);
        choices(ui);
        empty_state(ui, icons::TRAY, "Deals that wait for you stand here.", Some("Import my deals"));
    });
}

fn buttons(ui: &mut Ui) {
    primary(ui, Some(icons::COPY), "Copy & log");
    button(ui, None, "Log…");
    button_with(ui, Emphasis::Bare, Some(icons::PLUS), "Deal", Some("Ctrl N"));
    icon_button(ui, icons::GEAR, "Settings");
    menu_button(ui, None, "Ice-breaker", false, |_ui| {});
}

fn texts(ui: &mut Ui) {
    section(ui, "What we agreed");
    weak(ui, "25 days later, plus 13 of shutdown. 工厂停工 13 天。");
    note(ui, "Starting guess (web article, no sample)");
    warning(ui, "The total differs from the amount of the deal.");
}

fn fields(ui: &mut Ui) {
    text_field(ui, "Company", "Müller & Söhne Vermögensverwaltung GmbH");
    text_field_hinted(ui, "Quantity", "", "500 pcs");
    text_area(ui, "Notes", "Two lines\n两行", 2);
}

fn choices(ui: &mut Ui) {
    for (selected, quiet) in [(false, false), (true, false), (false, true)] {
        let detail = (!quiet).then_some("The committee meets on a fixed day.");
        answer_row(ui, &AnswerRow { label: "Committee", detail, key: Some("1"), selected, quiet });
    }
    choice_card(ui, Emphasis::Primary, icons::SPARKLE, "Open the sample", "Twelve deals to look around in");
    choice_card(ui, Emphasis::Quiet, icons::DOWNLOAD_SIMPLE, "Import my deals", "From Excel or .csv");
}
