//! What the child does beside saving: forgetting, merging a conflict copy, copying everything, restoring a backup.

use std::path::{Path, PathBuf};

use icebreak::domain::deal::DealId;
use icebreak::domain::document::Document;
use icebreak::domain::forget::{Subject, forget};
use icebreak::domain::versions::three_way::{ConflictChoice, merge};
use icebreak::store::backups::{backup, recovery};
use icebreak::store::{ConflictCopy, SaveReport, Store, copy_document};

use crate::child::PATIENCE;

/// The deal whose buyer is forgotten.
pub const FORGOTTEN: &str = "d-3";

/// Where everything is copied to.
pub fn copy_of(file: &Path) -> PathBuf {
    file.with_file_name("copy.json")
}

/// "done", or what went wrong.
pub fn in_the_window(order: &str, file: &Path, store: &Store, document: &Document) -> String {
    let outcome =
        match order {
            "forget" => forget_one(store, document),
            "retire" => retire_copy(store, document),
            "copy" => copy_document(document, Some(file), &copy_of(file), false)
                .map_err(|problem| problem.to_string()),
            "copy over" => copy_document(document, Some(file), &copy_of(file), true)
                .map_err(|problem| problem.to_string()),
            other => panic!("no such order: {other}"),
        };
    said(outcome)
}

/// The same for what is done while no document is open.
pub fn without_a_window(order: &str, file: &Path) -> String {
    assert_eq!(order, "restore");
    let newest = backup::list(file).unwrap().remove(0).path;
    said(recovery::restore(file, &newest).map(|_aside| ()).map_err(|problem| problem.to_string()))
}

fn said(outcome: Result<(), String>) -> String {
    outcome.map_or_else(|why| format!("failed: {why}"), |()| "done".to_owned())
}

fn forget_one(store: &Store, document: &Document) -> Result<(), String> {
    let subject = Subject::of(document, &DealId::new(FORGOTTEN)).ok_or("no such deal")?;
    store.put(forget(document, &subject).0);
    store.forget(subject, Vec::new());
    let reports = after(store)?;
    let cleaned = reports.into_iter().find_map(|report| match report {
        SaveReport::Forgotten { result, .. } => Some(result),
        _ => None,
    });
    match cleaned {
        Some(Ok(cleaned)) if cleaned.unread.is_empty() && cleaned.failed.is_empty() => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

/// As the window does when the person has chosen: the copy goes among the backups, what was made of both is saved.
fn retire_copy(store: &Store, document: &Document) -> Result<(), String> {
    store.look();
    let copy = copies(&after(store)?).and_then(|copies| copies.into_iter().next()).ok_or("no copy")?;
    let merge = merge(None, document, &copy.document);
    let choices: Vec<ConflictChoice> = merge.conflicts.iter().map(|conflict| conflict.suggested()).collect();
    let merged = merge.settled(&choices, "copy", || DealId::new("theirs"));
    store.retire(copy.path, copy.hash);
    store.put(merged);
    let reports = after(store)?;
    if reports.iter().any(|report| matches!(report, SaveReport::Retired(_))) {
        Ok(())
    } else {
        Err(format!("{reports:?}"))
    }
}

/// The newest list of conflict copies among these reports.
pub fn copies(reports: &[SaveReport]) -> Option<Vec<ConflictCopy>> {
    reports.iter().rev().find_map(|report| match report {
        SaveReport::Copies(copies) => Some(copies.clone()),
        _ => None,
    })
}

/// Waits until all that was ordered is done, and hands back what was said.
fn after(store: &Store) -> Result<Vec<SaveReport>, String> {
    store.flush(PATIENCE).map_err(|problem| problem.to_string())?;
    Ok(store.reports())
}
