//! Preferences: kept, and never silently replaced.

use std::fs;
use std::path::PathBuf;

use icebreak::domain::files::preferences::{Preferences, Theme};
use icebreak::domain::files::problem::FileWarning;
use icebreak::store::disk::preferences::PreferencesFile;

#[test]
fn preferences_come_back_with_fields_from_the_future() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config/preferences.json");
    let (file, mut preferences, warning) = PreferencesFile::open(&path);
    assert_eq!((&preferences, warning), (&Preferences::default(), None));
    preferences.theme = Some(Theme::Dark.into());
    preferences.language = Some("zh".into());
    preferences.extra.insert("future".into(), 1.into());
    for name in ["a", "b", "a"] {
        preferences.remember(PathBuf::from(name));
    }
    file.save(&preferences).unwrap();
    let (_, again, _) = PreferencesFile::open(&path);
    assert_eq!(again, preferences);
    assert_eq!(again.recent, [PathBuf::from("a"), PathBuf::from("b")]);
}

#[test]
fn a_bad_file_is_kept_aside() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("preferences.json");
    for (content, aside) in [("{", "preferences.json.bad"), ("[", "preferences.json.bad-2")] {
        fs::write(&path, content).unwrap();
        let (file, preferences, warning) = PreferencesFile::open(&path);
        let aside = folder.path().join(aside);
        assert_eq!(warning, Some(FileWarning::KeptAside(aside.clone())));
        assert_eq!(fs::read_to_string(aside).unwrap(), content);
        file.save(&preferences).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_path_that_json_cannot_hold_does_not_stop_the_saving() {
    use std::os::unix::ffi::OsStringExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("preferences.json");
    let (file, mut preferences, _) = PreferencesFile::open(&path);
    preferences.remember(std::ffi::OsString::from_vec(vec![b'x', 0xFF]).into());
    preferences.remember("y".into());
    file.save(&preferences).unwrap();
    assert_eq!(PreferencesFile::open(&path).1.recent, [PathBuf::from("y")]);
}
