//! Icebreak: works out why an overseas buyer went silent, plans the deposit, writes the next message.
//!
//! # Code map
//!
//! ```text
//! main → app → ui ──→ text → domain ← assets
//!    ↘ cli ↗ └→ store ─────→ domain
//!            └→ exchange → text → domain
//! ```
//!
//! - [`domain`]: the rules, pure. No egui, files, threads, clock, randomness or interface words.
//!   `typed` reads what people type, one reader for each kind; `money` and `calendar` are what it reads. `deal`,
//!   `contact`, `library` (the seller), `settings` and `document` are what is saved; `edit` and `history` are the only
//!   way to change it. `today`, `diagnosis`, `deposit` (terms, rows, ledger, shipping, compared) and `message` are the
//!   four parts of the loop. `import` takes rows and packs in, `versions` merges two versions of a document. `files`
//!   holds what store, exchange and ui, which never meet, tell each other about files.
//! - [`assets`]: what is compiled in, parsed once and typed; everyone but [`domain`] and [`store`] may read it.
//! - [`text`]: every word and the formatting of dates and amounts. `window` is what the seller reads, one file a screen,
//!   in English and Chinese; `buyer` what the buyer reads: drafts, schedules, the words of fourteen languages,
//!   and the check of any text; `command_line` what commands print.
//! - [`store`]: our own file. `disk` reads and replaces it safely, `backups` is everything beside it.
//! - [`exchange`]: other people's formats: `deals_in`, `deals_out`, `pack`, `mail`, `plans`, `papers`.
//! - [`ui`]: state in, actions out. Views read a `Cx` and hand back `Action`s, or their screen's own `Wish`. `frame` is
//!   around every screen, `screens` has one file or folder a screen, `widgets` the controls they share, `tokens` the only
//!   colours and lengths. `clippy.toml` names the widget to use in place of each of egui's own controls.
//! - [`app`]: the shell that owns history, store and screen, and performs actions. `keeper` holds the open document.
//! - [`cli`]: the same core without a window.
//!
//! # The way of a change to the disk
//!
//! A view returns an `Edit` → `Shell::commit`, the only entry for a change → [`domain::history`] makes the new
//! document, or refuses where it is read-only → `app::Keeper` → [`store::Store`] passes it to the saving thread →
//! [`store::Session`] holds the lock, knows what was last read from the file, and backs up → [`store::save_safely`]
//! replaces the file. Reports come back along the same path; only the report about the newest document shows "Saved".
//! Another program's version arrives as `Outside`, is compared by [`domain::versions::three_way`] and accepted by its
//! hash.
//!
//! # Invariants
//!
//! - `ui`, `store` and `exchange` never meet; `domain` imports nothing of ours.
//! - No files import each other in a circle, except a folder's root and its parts.
//! - A folder's front door is its `mod.rs`; it holds at most a dozen files.
//! - No view holds a mutable document: only [`domain::edit::apply`] makes a new one.
//! - Money is never computed in floats; only a cell of a workbook and a line of a drawing hold it as one.
//! - A frame does not wait for a save, or for a large document to be read.
//! - No file is replaced whose content was not seen: [`store::SeenContent`] says what may be.
//! - [`domain::deposit`] alone decides how a change affects a plan: `ui` and `app` never assemble one.
//! - Questions, comparisons and work begun in one document never carry over to the next: `Shell::take_document`.
//!
//! `tests/layers` reads the sources for most of them; `tests/ui/painted.rs`, `tests/files/store` and
//! `tests/ui/leaving.rs` hold the program to the others.

pub mod app;
pub mod assets;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod store;
pub mod text;
pub mod ui;
