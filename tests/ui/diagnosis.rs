//! What confirmed causes taught counts in the window and on the command line alike.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command as Program;
use std::sync::Arc;

use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::document::Document;
use icebreak::text::Language;
use icebreak::ui::command::DealCommand;
use serde_json::Value;

use crate::app::{App, sample};

const DEAL: &str = "PI-2610";

#[test]
fn window_and_command_line_write_the_same_draft_whatever_was_confirmed() {
    let strategies: BTreeSet<String> = [None, Some("deposit-safety"), Some("price"), Some("budget")]
        .into_iter()
        .map(|cause| {
            let mut app = App::open_document(Language::English, &sample_that_confirmed(cause, 60));
            app.find(DEAL);
            app.press_shortcut(DealCommand::ShowMessage);
            let draft = drafted(app.document_path());
            assert_eq!(
                app.value_of(app.words().compose.body),
                draft["body"],
                "{cause:?} {}",
                draft["strategy"]
            );
            draft["strategy"].to_string()
        })
        .collect();
    assert_eq!(strategies.len(), 4, "what was confirmed moves the choice: {strategies:?}");
}

/// The sample, and so many deals that are over and told why their buyer had been silent.
fn sample_that_confirmed(cause: Option<&str>, count: usize) -> Document {
    let mut document = sample();
    for number in 0..cause.map_or(0, |_| count) {
        let mut deal = Deal::new(DealId::new(format!("over-{number}")), format!("Over {number}"));
        deal.stage = Stage::Won.into();
        deal.diagnosis.confirmed = cause.map(Into::into);
        document.deals.insert(deal.id.clone(), Arc::new(deal));
    }
    document
}

/// What the command line writes from a copy: the window holds the document itself.
fn drafted(document: &Path) -> Value {
    let copy = document.with_file_name("copy.json");
    std::fs::copy(document, &copy).unwrap();
    let output = Program::new(env!("CARGO_BIN_EXE_icebreak"))
        .arg("draft")
        .arg(copy)
        .args(["--deal", DEAL, "--on", "2026-11-21", "--json"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}
