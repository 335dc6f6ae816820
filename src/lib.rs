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
//! - [`assets`]: what is compiled in, parsed once and typed; everyone but [`domain`] and [`store`] may read it.
//! - [`text`]: every interface word and the formatting of dates and amounts, English and Chinese; drafts.
//! - [`store`]: our own file: format, lock, safe save, backups.
//! - [`exchange`]: other people's formats, one file each.
//! - [`ui`]: state in, actions out. Views read a `Cx` and hand back `Action`s.
//! - [`app`]: the shell that owns history, store and screen, and performs actions.
//! - [`cli`]: the same core without a window.
//!
//! # The way of a change to the disk
//!
//! A view hands back an `Edit` → `Shell::commit`, the one door → [`domain::history`] makes the new document, or refuses
//! where it may only be read → `app::Keeper` puts it → [`store::Store`] passes it to the saving thread → [`store::Session`] keeps the lock, knows what was last seen in the file, and backs
//! up → [`store::save_safely`] replaces the file. Reports come back the same way; only the one about the newest put says
//! "Saved". Another program's version comes in as `Outside`, is compared by [`domain::merge`] and adopted by its hash.
//!
//! # Invariants
//!
//! - `ui`, `store` and `exchange` never meet; `domain` imports nothing of ours.
//! - No files import each other in a circle, but for a folder's root and its parts; what still does is listed in the test.
//! - No view holds a mutable document: only [`domain::edit::apply`] makes a new one.
//! - Money is never computed in floats; only a cell of a workbook and a line of a drawing hold it as one.
//! - A frame does not wait for a save, or for a large document to be read.
//! - No file is replaced whose content was not seen: [`store::Seen`] says what may be.
//! - What a change leaves of a plan is decided in [`domain::deposit`]: `ui` and `app` put no plan together.
//! - What was asked, compared or begun in one document never reaches the next one: `Shell::take_document`.
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
