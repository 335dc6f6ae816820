//! Why a command cannot read or write a document, and what to do.

use std::path::{Path, PathBuf};

use crate::domain::deposit::Payment;
use crate::domain::files::problem::{FileWarning, Holder, OpenProblem, SaveProblem, SystemRefusal};
use crate::text::{Language, format};

pub const NO_DEFAULT: &str = "no home folder, so there is no default document; name a FILE, or set HOME";

pub fn done_but(path: &Path, warning: &FileWarning) -> String {
    format!("{}: done, but {warning}", path.display())
}

/// `reads_up_to`: the newest version of the format that can be read. `backup`: where a good one is.
pub fn not_opened(
    path: &Path,
    problem: &OpenProblem,
    reads_up_to: u64,
    backup: impl FnOnce() -> Option<PathBuf>,
) -> String {
    let shown = path.display();
    match problem {
        OpenProblem::NotThere => format!(
            "{shown}: no such file; check the name, or make a document with `icebreak sample` or `icebreak import`"
        ),
        OpenProblem::Unreadable(cause) => unreadable(path, cause),
        OpenProblem::Damaged { damage, readable } => {
            let edit = if *readable {
                "if you edited it by hand, open it in the window and accept it; else "
            } else {
                ""
            };
            format!("{shown}: damaged: {damage}; {edit}{}", restore_from(backup().as_deref()))
        }
        OpenProblem::Foreign => format!(
            "{shown}: not an Icebreak document; name the file that Icebreak saved, or read other files with `icebreak import`"
        ),
        OpenProblem::Newer { version } => format!(
            "{shown}: written by a newer Icebreak (format {version}, this one reads up to {reads_up_to}); update Icebreak"
        ),
    }
}

/// A pack and the document have the same payment with another day or amount.
pub fn payment_differs(file: &str, ours: &Payment, theirs: &Payment) -> String {
    format!(
        "{file}: the payment of {} here and that of {} in the pack may be one, corrected, or two; open the pack in \
         Icebreak's window and choose",
        payment(ours),
        payment(theirs)
    )
}

pub fn payment_only_here(only: &Payment) -> String {
    format!("the payment of {} is not in the pack; it was kept", payment(only))
}

fn payment(payment: &Payment) -> String {
    format!("{} on {}", format::money(payment.money, Language::English), payment.on)
}

fn restore_from(backup: Option<&Path>) -> String {
    match backup {
        Some(backup) => format!("its newest good backup is {}", backup.display()),
        None => "restore it from a copy: there is no good backup beside it".to_owned(),
    }
}

pub fn unreadable(path: &Path, cause: &SystemRefusal) -> String {
    format!("{}: cannot be read: {cause}; {}", path.display(), remedy(cause))
}

pub fn not_saved(path: &Path, problem: &SaveProblem) -> String {
    let shown = path.display();
    match problem {
        SaveProblem::System(cause) => format!("{shown}: cannot be written: {cause}; {}", remedy(cause)),
        SaveProblem::Exists => format!("{shown}: already there and never overwritten; choose another name"),
        SaveProblem::ChangedOutside => {
            format!("{shown}: changed by another program meanwhile; run the command again")
        }
        SaveProblem::Locked(holder) => locked(path, holder.as_ref()),
        SaveProblem::KeptBeside(kept) => format!(
            "{shown}: held open by another program; the new state is complete in {}: close that program and rename it",
            kept.display()
        ),
        SaveProblem::NotReproducible | SaveProblem::TakesLong | SaveProblem::Stopped => {
            format!("{shown}: not written: {problem}; please report this")
        }
    }
}

pub fn locked(path: &Path, holder: Option<&Holder>) -> String {
    let who = holder.map_or_else(
        || "another program".to_owned(),
        |holder| format!("process {} on {} since {}", holder.pid, holder.host, holder.since),
    );
    format!("{}: in use by {who}; close Icebreak there and try again", path.display())
}

fn remedy(cause: &SystemRefusal) -> &'static str {
    match cause {
        SystemRefusal::Denied => "ask for permission, or choose another place",
        SystemRefusal::ReadOnly => "make it writable, or choose another place",
        SystemRefusal::NoSpace => "free some space and try again",
        SystemRefusal::Gone => "make its folder first, or check the name",
        SystemRefusal::NotAFile => "name a file",
        SystemRefusal::InUse => "close the program that holds it and try again",
        SystemRefusal::TooLarge => "a document has at most 1 GiB",
        SystemRefusal::Name => "choose a shorter and simpler name",
        SystemRefusal::Other(_) => "check the disk and try again",
    }
}
