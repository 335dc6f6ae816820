//! Sessions: who may write, what others did meanwhile, moving, and what interrupted saves left.

use std::fs;

use icebreak::domain::files::problem::{FileWarning, OpenProblem, SaveProblem};
use icebreak::store::backups::backup::folder_of;
use icebreak::store::backups::{backup, copies, recovery};
use icebreak::store::disk::lock;
use icebreak::store::{FileAccess, Outside, Session, Trust, read};

use crate::store::support::{company, encode, full, names, open, place, small};

#[test]
fn only_nothing_starts_empty() {
    let (folder, path) = place();
    let (opened, mut session) = open(&path);
    assert!(opened.fresh && opened.document.deals.is_empty());
    session.save(&full()).unwrap();
    drop(session);
    let (opened, _session) = open(&path);
    assert!(!opened.fresh);
    assert_eq!(opened.document, full());
    drop(_session);
    assert_eq!(names(folder.path()), ["deals.json"]);
}

#[test]
fn what_cannot_be_read_gives_no_session_and_stays_as_it_is() {
    let (folder, path) = place();
    let newer = "{\"icebreak\":\"document\",\"version\":9}";
    for content in ["", "{", "{}", newer, &encode(&full()).replace("Casa", "Cosa")] {
        fs::write(&path, content).unwrap();
        let refused = Session::open(&path, Trust::Checksum);
        assert!(refused.is_err(), "{content}");
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
        assert_eq!(names(folder.path()), ["deals.json"]);
    }
    assert!(matches!(
        Session::open(folder.path(), Trust::Checksum),
        Err(OpenProblem::Unreadable(icebreak::domain::files::problem::SystemRefusal::NotAFile))
    ));
}

#[test]
fn the_second_one_may_only_read() {
    let (folder, path) = place();
    let (_, mut first) = open(&path);
    first.save(&small("Casa Verde")).unwrap();
    let second = Session::open(&path, Trust::Checksum).unwrap();
    assert_eq!(company(&second.document), "Casa Verde");
    match second.access {
        FileAccess::ReadOnly(holder) => assert_eq!(holder.unwrap().pid, std::process::id()),
        FileAccess::Writable(_) => panic!("two writers"),
    }
    assert!(lock::holder_of(&path).is_some());
    let check =
        std::process::Command::new(env!("CARGO_BIN_EXE_icebreak")).arg("check").arg(&path).output().unwrap();
    assert_eq!(check.status.code(), Some(1));
    drop(first);
    assert!(lock::holder_of(&path).is_none());
    assert_eq!(names(folder.path()), ["deals.json"]);
    let (_, _third) = open(&path);
}

#[test]
fn an_orphaned_lock_holds_up_nobody() {
    let (_folder, path) = place();
    fs::write(path.with_extension("json.lock"), "{\"pid\":1}").unwrap();
    assert!(lock::holder_of(&path).is_none());
    let (_, session) = open(&path);
    assert!(session.is_locked());
}

#[test]
fn saving_the_same_again_does_not_touch_the_file() {
    let (folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&full()).unwrap();
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    session.save(&full()).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
    assert!(!folder_of(&path).exists());
    drop(session);
    drop(folder);
}

#[test]
fn a_change_from_outside_is_seen_and_not_overwritten() {
    let (_folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&small("ours 1")).unwrap();
    assert_eq!(session.look(), Outside::Same);

    fs::write(&path, encode(&small("theirs"))).unwrap();
    assert_eq!(session.save(&small("ours 2")), Err(SaveProblem::ChangedOutside));
    assert_eq!(session.save(&small("ours 1")), Err(SaveProblem::ChangedOutside));
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "theirs");

    let Outside::Changed(other) = session.look() else { panic!("not seen") };
    assert_eq!((company(&other.document), company(&other.base)), ("theirs", "ours 1"));
    assert!(!other.by_hand);
    assert_eq!(session.adopt(other.hash), Ok(None));
    session.save(&small("merged")).unwrap();
    let backups = backup::list(&path).unwrap();
    let kept = |number: usize| {
        let backup = read(&backups[number].path, Trust::Checksum).unwrap();
        company(&backup.document).to_owned()
    };
    // And what was in the file before they replaced it.
    assert_eq!((backups.len(), kept(0), kept(1)), (2, "theirs".to_owned(), "ours 1".to_owned()));
}

#[test]
fn an_edit_by_hand_while_open_is_told_from_a_save() {
    let (_folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&small("ours")).unwrap();
    let edited = fs::read_to_string(&path).unwrap().replace("ours", "by hand");
    fs::write(&path, &edited).unwrap();
    let Outside::Changed(other) = session.look() else { panic!("not seen") };
    assert_eq!((company(&other.document), other.by_hand), ("by hand", true));
    let aside = session.adopt(other.hash).unwrap().unwrap();
    assert_eq!(fs::read_to_string(aside).unwrap(), edited);
    session.save(&small("merged")).unwrap();
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "merged");
}

/// As Dropbox names them on computers of other languages; a Mac takes letters and their marks apart.
#[test]
fn conflict_copies_are_found_in_every_language() {
    let (folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&small("ours")).unwrap();
    let mut copies = [
        "deals (Copia en conflicto de Ana 2026-11-21).json",
        "deals (Copie en conflit de Anna 2026-11-21).json",
        "deals (Cópia em conflito de Ana 2026-11-21).json",
        "deals (In Konflikt stehende Kopie von Anna 2026-11-21).json",
        "deals (copia in conflitto di Anna 2026-11-21).json",
        "deals (kopia powodująca konflikt, Anna 2026-11-21).json",
        "deals (конфликтующая копия с Anna 2026-11-21).json",
        "deals (конфліктна копія Anna 2026-11-21).json",
        "deals (Anna の競合コピー 2026-11-21).json",
        "deals (Anna의 충돌된 사본 2026-11-21).json",
        "deals (Anna\u{110e}\u{116e}\u{11bc}\u{1103}\u{1169}\u{11af}\u{1103}\u{116c}\u{11ab}).json",
        "deals (Anna 的衝突複本 2026-11-21).json",
    ];
    for (number, name) in copies.iter().enumerate() {
        fs::write(folder.path().join(name), encode(&small(&format!("theirs {number}")))).unwrap();
    }
    let found = session.copies();
    let names: Vec<_> = found.iter().map(|copy| copy.path.file_name().unwrap().to_str().unwrap()).collect();
    copies.sort_unstable();
    assert_eq!(names, copies);
}

#[test]
fn conflict_copies_of_synchronised_folders_are_found_and_put_away() {
    let (folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&small("ours")).unwrap();
    let write = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        path
    };
    let copies = [
        "deals (Li Wei's conflicted copy 2026-11-21).json",
        "deals (冲突文件 2026-11-21).json",
        "deals (conflicted copy 2026-11-21 101500).json",
        "deals.sync-conflict-20261121-101500-ABCDEFG.json",
    ];
    for (number, name) in copies.iter().enumerate() {
        write(name, &encode(&small(&format!("theirs {number}"))));
    }
    // No copies: the same content, another document, no document, an ordinary name.
    write("deals (conflicted copy 2).json", &encode(&small("ours")));
    write("other (conflicted copy).json", &encode(&small("other")));
    write("deals (conflicted copy 3).json", "{}");
    write("deals-2025.json", &encode(&small("last year")));
    let found: Vec<_> = session.copies();
    let names: Vec<_> = found.iter().map(|copy| copy.path.file_name().unwrap().to_str().unwrap()).collect();
    let mut expected = copies;
    expected.sort_unstable();
    assert_eq!(names, expected);

    let copy = &found[0];
    let bytes = fs::read(&copy.path).unwrap();
    let kept = copies::retire(&path, &copy.path, copy.hash).unwrap();
    assert!(!copy.path.exists());
    // Where it was kept and not yet taken away, it is kept once.
    fs::write(&copy.path, bytes).unwrap();
    assert_eq!(copies::retire(&path, &copy.path, copy.hash), Ok(kept.clone()));
    assert!(!copy.path.exists());
    assert_eq!(read(&kept, Trust::Checksum).unwrap().hash, copy.hash);
    assert_eq!(session.copies().len(), 3);
    // One that changed since it was read is not put away.
    assert_eq!(copies::retire(&path, &found[1].path, copy.hash), Err(SaveProblem::ChangedOutside));
    assert!(found[1].path.exists());
}

#[test]
fn damage_from_outside_is_kept_aside_before_it_is_replaced() {
    let (folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&small("ours")).unwrap();
    fs::write(&path, "notes").unwrap();
    let Outside::Unreadable { hash: Some(hash), .. } = session.look() else { panic!("not seen") };
    let aside = session.adopt(hash).unwrap().unwrap();
    session.save(&small("ours")).unwrap();
    assert_eq!(fs::read_to_string(aside).unwrap(), "notes");
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "ours");
    drop(session);
    assert_eq!(names(folder.path()), ["deals.json", "deals.json.backups", "deals.json.kept-1"]);
}

#[test]
fn a_file_deleted_from_outside_is_written_again() {
    let (_folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&small("ours")).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(session.look(), Outside::Gone);
    session.save(&small("ours")).unwrap();
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "ours");
}

#[test]
fn an_accepted_edit_by_hand_becomes_sound_and_is_backed_up() {
    let (_folder, path) = place();
    fs::write(&path, encode(&small("Casa Verde")).replace("Casa Verde", "Casa Rossa")).unwrap();
    let opened = Session::open(&path, Trust::HandEdit).unwrap();
    let FileAccess::Writable(mut session) = opened.access else { panic!("held") };
    session.save(&opened.document).unwrap();
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "Casa Rossa");
    session.save(&small("next")).unwrap();
    let kept = read(&backup::list(&path).unwrap()[0].path, Trust::Checksum).unwrap();
    assert_eq!(company(&kept.document), "Casa Rossa");
}

#[test]
fn moving_saves_there_and_leaves_the_old_document() {
    let (folder, path) = place();
    let other = folder.path().join("other.json");
    let (_, mut session) = open(&path);
    session.save(&small("one")).unwrap();
    session.move_to(&other, false, &small("two")).unwrap();
    assert_eq!(session.path(), other);
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "one");
    assert_eq!(company(&read(&other, Trust::Checksum).unwrap().document), "two");
    assert!(lock::holder_of(&path).is_none());
    assert!(lock::holder_of(&other).is_some());

    assert_eq!(session.move_to(&path, false, &small("three")), Err(SaveProblem::Exists));
    let (_, _holder) = open(&path);
    assert!(matches!(session.move_to(&path, true, &small("three")), Err(SaveProblem::Locked(Some(_)))));
    drop(_holder);
    assert_eq!(session.path(), other);
    session.move_to(&path, true, &small("three")).unwrap();
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "three");
    assert_eq!(
        company(&read(&backup::list(&path).unwrap()[0].path, Trust::Checksum).unwrap().document),
        "one"
    );
}

#[test]
fn what_an_interrupted_save_left_is_kept_where_it_is_whole() {
    let (folder, path) = place();
    fs::write(&path, encode(&small("old"))).unwrap();
    let whole = folder.path().join(".deals.json.aB3xYz.icebreak-tmp");
    let half = folder.path().join(".deals.json.qwerty.icebreak-tmp");
    let another = folder.path().join(".deals.json.bak.qwerty.icebreak-tmp");
    fs::write(&half, &encode(&small("half"))[..100]).unwrap();
    fs::write(&another, "of another document").unwrap();
    let names_of_copies =
        [".deals.json.kept-1.qwerty.icebreak-tmp", ".deals (conflicted copy).json.qwerty.icebreak-tmp"];
    names_of_copies.iter().for_each(|name| fs::write(folder.path().join(name), "half").unwrap());
    let half_backup = folder_of(&path).join(".000001-20261121T120000Z.json.qwerty.icebreak-tmp");
    fs::create_dir(folder_of(&path)).unwrap();
    fs::write(&half_backup, "half").unwrap();
    fs::write(&whole, encode(&small("new"))).unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();

    let (opened, session) = open(&path);
    assert_eq!(company(&opened.document), "old");
    let [FileWarning::Rescued(rescued)] = &opened.warnings[..] else { panic!("{:?}", opened.warnings) };
    assert_eq!(company(&read(rescued, Trust::Checksum).unwrap().document), "new");
    drop(session);
    assert!(!half_backup.exists());
    assert_eq!(
        names(folder.path()),
        [".deals.json.bak.qwerty.icebreak-tmp", "deals.json", "deals.json.backups"]
    );
}

#[test]
fn a_good_backup_takes_the_place_of_a_damaged_document() {
    let (folder, path) = place();
    let (_, mut session) = open(&path);
    for name in ["one", "two"] {
        session.save(&small(name)).unwrap();
    }
    drop(session);
    let now = chrono::DateTime::UNIX_EPOCH;
    let bad = backup::take(&path, b"a backup that went bad", now).unwrap();
    fs::write(&path, "damaged").unwrap();

    let candidates = recovery::candidates(&path).unwrap();
    assert_eq!(
        candidates.iter().map(|candidate| candidate.deals.clone().ok()).collect::<Vec<_>>(),
        [None, Some(1)]
    );
    assert!(recovery::restore(&path, &bad).is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "damaged");

    let aside = recovery::restore(&path, &candidates[1].backup.path).unwrap().unwrap();
    assert_eq!(fs::read_to_string(aside).unwrap(), "damaged");
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "one");
    assert_eq!(names(folder.path()), ["deals.json", "deals.json.backups", "deals.json.kept-1"]);
}
