//! Safe saving: what is replaced, what is refused, what is left behind.

use std::fs;
use std::path::Path;

use icebreak::domain::files::problem::{SaveProblem, SystemRefusal};
use icebreak::store::{Hash, SeenContent, create_new, save_safely};

use crate::store::support::{names, place};

fn refused(path: &Path, cause: SystemRefusal) {
    assert_eq!(save_safely(path, b"new", SeenContent::Whatever), Err(SaveProblem::System(cause)));
}

#[test]
fn a_file_is_replaced_and_nothing_else_stays() {
    let (folder, path) = place();
    let first = create_new(&path, b"one").unwrap();
    assert_eq!(first.hash, Hash::of(b"one"));
    let second = save_safely(&path, b"two", SeenContent::Content(first.hash)).unwrap();
    assert_eq!((second.hash, second.warning), (Hash::of(b"two"), None));
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(names(folder.path()), ["deals.json"]);
}

#[test]
fn what_was_not_seen_is_not_overwritten() {
    let (folder, path) = place();
    fs::write(&path, "theirs").unwrap();
    assert_eq!(create_new(&path, b"ours"), Err(SaveProblem::Exists));
    for seen in [SeenContent::Nothing, SeenContent::Content(Hash::of(b"older"))] {
        assert_eq!(save_safely(&path, b"ours", seen), Err(SaveProblem::ChangedOutside));
    }
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    assert_eq!(names(folder.path()), ["deals.json"]);
}

#[test]
fn a_file_that_is_gone_is_made_again() {
    let (_folder, path) = place();
    save_safely(&path, b"ours", SeenContent::Content(Hash::of(b"deleted"))).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"ours");
}

#[test]
fn what_cannot_be_written_says_why() {
    let (folder, path) = place();
    refused(&folder.path().join("missing/deals.json"), SystemRefusal::Gone);
    refused(folder.path(), SystemRefusal::NotAFile);
    fs::write(&path, "old").unwrap();
    refused(&path.join("deals.json"), SystemRefusal::NotAFile);
    let mut mode = fs::metadata(&path).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(&path, mode).unwrap();
    refused(&path, SystemRefusal::ReadOnly);
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["deals.json"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::process::Command;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_new_file_is_private_and_an_old_one_keeps_its_mode() {
        let (_folder, path) = place();
        create_new(&path, b"one").unwrap();
        assert_eq!(mode(&path), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        save_safely(&path, b"two", SeenContent::Whatever).unwrap();
        assert_eq!(mode(&path), 0o664);
    }

    #[test]
    fn a_symbolic_link_stays_one() {
        let (folder, path) = place();
        let real = folder.path().join("elsewhere");
        fs::create_dir(&real).unwrap();
        symlink("elsewhere/real.json", &path).unwrap();
        for content in ["one", "two"] {
            save_safely(&path, content.as_bytes(), SeenContent::Whatever).unwrap();
            assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
            assert_eq!(fs::read_to_string(real.join("real.json")).unwrap(), content);
        }
        symlink("loop", folder.path().join("loop")).unwrap();
        assert!(save_safely(&folder.path().join("loop"), b"x", SeenContent::Whatever).is_err());
    }

    #[test]
    fn a_folder_without_permission_is_refused() {
        let (folder, path) = place();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
        let probe = fs::write(folder.path().join("probe"), "");
        if probe.is_ok() {
            eprintln!("SKIPPED: this user may write anywhere");
        } else {
            refused(&path, SystemRefusal::Denied);
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    }

    const LIMITED: &str = "ICEBREAK_TEST_LIMITED";

    /// Runs in a process of its own, below a limit on the size of files.
    #[test]
    fn a_name_that_is_too_long_is_told_as_such() {
        let (folder, _path) = place();
        // The longest that the file system takes, and no room for what is written beside it.
        for length in [250, 255, 300] {
            let path = folder.path().join("x".repeat(length));
            assert_eq!(create_new(&path, b"new"), Err(SaveProblem::System(SystemRefusal::Name)));
        }
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    #[ignore = "started by a_limit_on_the_size_of_files_is_told"]
    fn limited_child() {
        let Some(path) = std::env::var_os(LIMITED) else { return };
        let (_, mut session) = crate::store::support::open(&Path::new(&path).with_extension("new"));
        let unsaved = session.save(&crate::store::support::small("x"));
        assert_eq!(unsaved, Err(SaveProblem::System(SystemRefusal::NoSpace)));
        let large = vec![b'x'; 1 << 20];
        let refused = save_safely(Path::new(&path), &large, SeenContent::Whatever);
        assert_eq!(refused, Err(SaveProblem::System(SystemRefusal::NoSpace)));
    }

    #[test]
    fn a_limit_on_the_size_of_files_is_told() {
        let (folder, path) = place();
        fs::write(&path, "old").unwrap();
        let child = Command::new("sh")
            .args(["-c", "ulimit -f 0 && exec \"$0\" --ignored --exact store::saving::unix::limited_child"])
            .arg(std::env::current_exe().unwrap())
            .env(LIMITED, &path)
            // Standard output is a pipe, which the limit does not concern.
            .output()
            .unwrap();
        assert!(child.status.success(), "{child:?}");
        assert!(String::from_utf8_lossy(&child.stdout).contains("1 passed"), "{child:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["deals.json"]);
        save_safely(&path, b"later", SeenContent::Content(Hash::of(b"old"))).unwrap();
    }
}
