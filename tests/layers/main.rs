//! Reads the sources and fails when a rule of the architecture is broken. A rule that is not a test is a wish.

#![cfg(test)]

mod circles;
mod lengths;
mod names;
mod printing;
mod rooms;
mod source;

use std::sync::LazyLock;

use circles::circles;
use source::{Mention, Source, What};

/// What each folder may use besides itself.
const ARROWS: &[(&str, &[&str])] = &[
    ("main", &["app", "cli"]),
    ("app", &["ui", "store", "exchange", "text", "domain", "assets"]),
    ("cli", &["store", "exchange", "text", "domain", "assets"]),
    ("ui", &["text", "domain", "assets"]),
    ("store", &["domain"]),
    ("exchange", &["text", "domain", "assets"]),
    ("text", &["domain", "assets"]),
    ("assets", &["domain"]),
    ("domain", &[]),
];

/// What `domain` must not touch: the window, the disk, threads, the clock and chance.
const IMPURE: &[&str] = &[
    "egui",
    "eframe",
    "wgpu",
    "rfd",
    "arboard",
    "rand",
    "fastrand",
    "getrandom",
    "uuid",
    "tempfile",
    "directories",
    "std::fs",
    "std::thread",
    "std::env",
    "std::net",
    "std::process",
    "std::io",
    "std::time::Instant",
    "std::time::SystemTime",
    "chrono::Local",
    "chrono::Utc::now",
    "jiff::Timestamp::now",
    "jiff::Zoned::now",
    "Local::now",
    "Utc::now",
    "Instant::now",
    "SystemTime::now",
    "Timestamp::now",
    "Zoned::now",
];

/// Ways to the disk, for folders that only show and say.
const DISK: &[&str] = &["std::fs", "tempfile", "fs::read", "fs::write", "File::open", "File::create"];

/// Questions to the disk that need no import.
const DISK_METHODS: &[&str] = &[
    "exists",
    "try_exists",
    "is_file",
    "is_dir",
    "metadata",
    "symlink_metadata",
    "read_dir",
    "canonicalize",
    "read_link",
];

#[test]
fn arrows_run_one_way() {
    check(
        arrows,
        &[
            ("domain/a.rs", "use crate::assets::countries;"),
            ("domain/a.rs", "use {crate::{domain::deal::Deal, text}};"),
            ("domain/a/b.rs", "use super::super::super::store;"),
            ("domain/a/mod.rs", "use super::super::ui::tokens;"),
            ("domain/a.rs", "mod inner { use super::super::super::cli; }"),
            ("domain/a.rs", "fn f() { crate::text::format::date(); }"),
            ("domain/a.rs", "fn f() -> Vec<crate::ui::Cx> { vec![] }"),
            ("domain/a.rs", "fn f() { println!(\"{}\", crate::text::WORD); }"),
            (
                "domain/a.rs",
                "#[derive(Serialize)] struct S { #[serde(with = \"crate::store::money\")] m: u8 }",
            ),
            ("domain/a.rs", "use crate as whole; fn f() { whole::store::open(); }"),
            ("domain/a.rs", "use crate::*;"),
            ("ui/a.rs", "use crate::exchange::csv as sheet;"),
            ("ui/a.rs", "use crate::app::Shell;"),
            ("store/a.rs", "pub use crate::text::Text;"),
            ("exchange/a.rs", "use crate::store::Store;"),
            ("text/a.rs", "#[cfg(test)] mod tests { use crate::ui::command::Command; }"),
            ("assets/a.rs", "use crate::text::Language;"),
            ("cli/a.rs", "use crate::ui::theme;"),
            ("app/a.rs", "use crate::cli::Answer;"),
            ("main.rs", "use icebreak::store::Store;"),
            ("network/a.rs", "fn f() {}"),
        ],
        &[
            (
                "domain/a.rs",
                "use crate::named; use crate::domain::deal::{self, Deal}; crate::named! { enum A { B = \"b\" } }",
            ),
            ("domain/a.rs", "use super::word::Word; pub(crate) fn f() {} pub(super) fn g() {}"),
            ("domain/a.rs", "//! See [`crate::text`].\nfn f() { let text = 1; let _ = text; }"),
            ("ui/a.rs", "use crate::{text::Text, domain::deal::Deal, assets::fonts};"),
            (
                "app/a.rs",
                "use super::Shell; use crate::ui::window; use crate::store; fn f() { store::open() }",
            ),
            ("main.rs", "use icebreak::cli::{self, Invocation}; fn main() { icebreak::app::run(None); }"),
        ],
    );
}

fn arrows(source: &Source) -> Vec<String> {
    // The root declares the folders, and the module map is its document.
    if source.path == "lib.rs" {
        return Vec::new();
    }
    let layer = source.layer();
    let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == layer) else {
        return vec![format!("src/{}: no rule says what `{layer}` may use", source.path)];
    };
    source
        .mentions
        .iter()
        .filter_map(|mention| {
            let What::Ours(path) = &mention.what else { return None };
            // The one macro that the root exports is domain's.
            let to = match path.first().map(String::as_str) {
                Some("named") => "domain",
                Some(first) => first,
                None => return Some(at(source, mention, "takes in the whole crate")),
            };
            let fine = to == layer || allowed.contains(&to) || (to == "domain" && path == &["named"]);
            (!fine).then(|| at(source, mention, &format!("{layer} → {to}")))
        })
        .collect()
}

#[test]
fn imports_run_in_no_circle() {
    let in_circles = |files: &[(&str, &str)]| {
        let sources: Vec<Source> = files.iter().map(|(path, text)| Source::parse(path, text)).collect();
        circles(&sources)
    };
    let bad: &[&[(&str, &str)]] = &[
        &[("domain/a.rs", "use super::b::B;"), ("domain/b.rs", "use super::a::A;")],
        &[("a.rs", "fn f() { crate::b::g(); }"), ("b.rs", "use crate::a; fn g() { a::f(); }")],
        &[("a.rs", "use crate::b::B;"), ("b.rs", "use crate::c::C;"), ("c.rs", "use crate::a::A;")],
        // Through what a folder's root hands on.
        &[("a/mod.rs", "mod x; pub use x::X;"), ("a/x.rs", "use crate::b::B;"), ("b.rs", "use crate::a::X;")],
        // Two parts of a folder, whatever its root does.
        &[
            ("a/mod.rs", "mod x; mod y; fn f() { x::f(); }"),
            ("a/x.rs", "use super::{f, y::Y};"),
            ("a/y.rs", "use super::x::X;"),
        ],
        // Out of a part and back into the root.
        &[
            ("a/mod.rs", "mod x; fn f() { x::f(); }"),
            ("a/x.rs", "use crate::b::B;"),
            ("b.rs", "use crate::a::f;"),
        ],
    ];
    for files in bad {
        assert!(!in_circles(files).is_empty(), "the rule overlooks {files:?}");
    }
    let good: &[&[(&str, &str)]] = &[
        &[("a/mod.rs", "mod x; struct A; fn f() { x::g(); }"), ("a/x.rs", "use super::A;")],
        &[("a.rs", "mod x; struct A; fn f() { x::g(); }"), ("a/x.rs", "use super::A;")],
        &[("a.rs", "use crate::b::B;"), ("b.rs", "#[cfg(test)] mod tests { use crate::a::A; }")],
        // A noun that is handed on is where it is made.
        &[
            ("a.rs", "pub use super::noun::Noun; use super::b::B;"),
            ("b.rs", "use super::a::Noun;"),
            ("noun.rs", "struct Noun;"),
        ],
    ];
    for files in good {
        assert!(in_circles(files).is_empty(), "the rule objects to {files:?}");
    }
    let found = circles(&SOURCES);
    assert!(found.is_empty(), "in a circle:\n{found:#?}");
}

#[test]
fn the_domain_is_pure() {
    check(
        |source| if source.layer() == "domain" { uses(source, IMPURE) } else { Vec::new() },
        &[
            ("domain/a.rs", "use std::fs;"),
            ("domain/a.rs", "use std::{collections::BTreeMap, thread};"),
            ("domain/a.rs", "fn f() { std::env::var(\"HOME\"); }"),
            ("domain/a.rs", "use chrono::Local;"),
            ("domain/a.rs", "use chrono::Utc; fn f() { Utc::now(); }"),
            ("domain/a.rs", "use chrono as c; fn f() { c::Local::now(); }"),
            ("domain/a.rs", "use chrono::*; fn f() { Utc::now(); }"),
            ("domain/a.rs", "use std::time::Instant;"),
            ("domain/a.rs", "use std as s;"),
            ("domain/a.rs", "use egui::Color32;"),
            ("domain/a.rs", "fn f() { uuid::Uuid::new_v4(); }"),
            ("domain/a.rs", "fn f() { format!(\"{}\", rand::random::<u8>()); }"),
        ],
        &[
            ("domain/a.rs", "use chrono::{NaiveDate, Utc}; use std::fmt; fn f(rand: u8) -> u8 { rand }"),
            ("domain/a.rs", "#[cfg(test)] mod tests { use std::fs; }"),
            ("store/a.rs", "use std::fs;"),
        ],
    );
}

#[test]
fn money_is_not_computed_in_floats() {
    // Shares of causes are probabilities; a reader of JSON meets numbers of every kind and drops them.
    let may = |path: &str| path.starts_with("domain/diagnosis") || path == "domain/files/sealed/strict.rs";
    let is_float = |what: &What| match what {
        What::Outside(path) => path.iter().any(|part| part == "f32" || part == "f64"),
        What::Method(name) => name.starts_with("to_f") || name.starts_with("as_f"),
        What::Ours(_) | What::Built(_) | What::Macro(_) | What::Words(_) => false,
    };
    let floats = |source: &Source| {
        let mentions = source.shipped().filter(|mention| is_float(&mention.what));
        mentions.map(|mention| at(source, mention, "a float")).collect()
    };
    check(
        |source| if source.layer() == "domain" && !may(&source.path) { floats(source) } else { Vec::new() },
        &[
            ("domain/a.rs", "fn f(minor: i64) -> f64 { minor as f64 / 100.0 }"),
            ("domain/a.rs", "fn f(minor: i64) -> i64 { (minor as f64 * 0.3) as i64 }"),
            ("domain/a.rs", "fn f(share: Decimal) -> bool { share.to_f64() == None }"),
        ],
        &[("domain/diagnosis/a.rs", "fn f() -> f64 { 0.3 }"), ("ui/a.rs", "fn f() -> f32 { 0.3 }")],
    );
}

#[test]
fn only_those_who_keep_files_reach_the_disk() {
    check(
        |source| match source.layer() {
            "ui" | "text" | "domain" | "assets" => [uses(source, DISK), asks_the_disk(source)].concat(),
            _ => Vec::new(),
        },
        &[
            ("ui/a.rs", "fn f() { std::fs::read(\"a\"); }"),
            ("text/a.rs", "use std::fs::File;"),
            ("text/a.rs", "use std::{fs::{self, File}};"),
            ("ui/a.rs", "fn f(path: &Path) -> bool { path.exists() }"),
            ("ui/a.rs", "fn f(path: &Path) { assert!(path.is_file()); }"),
        ],
        &[("ui/a.rs", "use std::path::Path;"), ("exchange/a.rs", "fn f(path: &Path) { path.exists(); }")],
    );
}

#[test]
fn colours_are_made_in_tokens_only() {
    check(
        colours,
        &[
            ("ui/a.rs", "fn f() { egui::Color32::from_rgb(1, 2, 3); }"),
            ("ui/a.rs", "use egui::Color32; const A: Color32 = Color32::RED;"),
            ("ui/a.rs", "use egui::Color32 as Ink; const A: Ink = Ink::from_gray(3);"),
            ("app/a.rs", "const A: egui::Color32 = egui::Color32::TRANSPARENT;"),
            ("ui/a.rs", "fn f() { draw(hex_color!(\"#1f6f9f\")); }"),
            ("ui/a.rs", "const A: &str = \"#1f6f9f\";"),
            ("ui/a.rs", "fn f() { egui::Rgba::from_rgb(0.1, 0.2, 0.3); }"),
        ],
        &[
            ("ui/tokens.rs", "const A: egui::Color32 = egui::Color32::from_rgb(1, 2, 3);"),
            (
                "ui/a.rs",
                "use egui::Color32; fn f(ink: Color32) { draw(Color32::PLACEHOLDER, \"#1 of 20\"); }",
            ),
        ],
    );
}

fn colours(source: &Source) -> Vec<String> {
    if source.path == "ui/tokens.rs" {
        return Vec::new();
    }
    source
        .shipped()
        .filter(|mention| match &mention.what {
            What::Outside(path) => match path.as_slice() {
                // It stands for the text's own colour and is none itself.
                [.., colour, made] if colour == "Color32" => made != "PLACEHOLDER",
                [.., colour, _made] => ["Rgba", "Hsva", "HsvaGamma"].contains(&colour.as_str()),
                _ => false,
            },
            What::Macro(name) => name == "hex_color",
            What::Words(words) => is_hex_colour(words),
            What::Ours(_) | What::Built(_) | What::Method(_) => false,
        })
        .map(|mention| at(source, mention, &format!("{:?} makes a colour", mention.what)))
        .collect()
}

fn is_hex_colour(words: &str) -> bool {
    words.strip_prefix('#').is_some_and(|digits| {
        [3, 6, 8].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// What other terms leave of a plan, and what it keeps, is decided in one place.
#[test]
fn plans_are_changed_in_the_domain_only() {
    let is_plan = |what: &What| match what {
        What::Built(path) => path.last().is_some_and(|name| name == "Plan"),
        What::Ours(_) | What::Outside(_) | What::Method(_) | What::Macro(_) | What::Words(_) => false,
    };
    let built = |source: &Source| {
        let mentions = source.shipped().filter(|mention| is_plan(&mention.what));
        mentions.map(|mention| at(source, mention, "a plan is put together by hand")).collect()
    };
    check(
        |source| if ["ui", "app"].contains(&source.layer()) { built(source) } else { Vec::new() },
        &[
            (
                "ui/a.rs",
                "use crate::domain::deposit::Plan; fn f(p: &Plan) -> Plan { Plan { kept: vec![], ..p.clone() } }",
            ),
            ("app/a.rs", "fn f(p: Plan) -> Plan { crate::domain::deposit::Plan { tolerance: None, ..p } }"),
            (
                "app/a.rs",
                "use crate::domain::deposit::Plan as P; fn f(p: P) -> P { P { tolerance: None, ..p } }",
            ),
            ("ui/a.rs", "fn f(p: Plan) { show(vec![Plan { tolerance: None, ..p }]); }"),
        ],
        &[
            ("domain/a.rs", "fn f(p: Plan) -> Plan { Plan { tolerance: None, ..p } }"),
            (
                "ui/a.rs",
                "fn f(p: &Plan) -> (Terms, Wish) { let Plan { terms, .. } = p; (terms, Wish::Plan(Row { n: 1 })) }",
            ),
            ("ui/a.rs", "#[cfg(test)] mod tests { fn f(p: Plan) -> Plan { Plan { tolerance: None, ..p } } }"),
        ],
    );
}

#[test]
fn nothing_that_ships_gives_up() {
    check(
        gives_up,
        &[
            ("ui/a.rs", "fn f(a: Option<u8>) -> u8 { a.unwrap() }"),
            ("store/a.rs", "fn f(a: Option<u8>) -> u8 { a.expect(\"there\") }"),
            ("text/a.rs", "fn f() { panic!(\"no\"); }"),
            ("text/a.rs", "fn f(a: Option<u8>) { println!(\"{}\", a.unwrap()); }"),
            ("app/a.rs", "fn f() -> u8 { unreachable!() }"),
            ("app/a.rs", "fn f(a: Vec<Option<u8>>) { a.into_iter().map(Option::unwrap); }"),
            ("assets/mod.rs", "fn f(a: Option<u8>) { a.expect(\"a\"); a.expect(\"b\"); }"),
        ],
        &[
            ("ui/a.rs", "fn f(a: Option<u8>) -> u8 { a.unwrap_or(3) }"),
            ("ui/a.rs", "#[cfg(test)] mod tests { #[test] fn t() { None::<u8>.unwrap(); panic!(); } }"),
            ("ui/a.rs", "#[test] fn t() { None::<u8>.unwrap(); }"),
            ("assets/mod.rs", "fn f(a: Option<u8>) { a.expect(\"an asset is well formed\"); }"),
        ],
    );
}

fn gives_up(source: &Source) -> Vec<String> {
    let found: Vec<String> = source
        .shipped()
        .filter(|mention| match &mention.what {
            What::Method(name) => is_giving_up(name),
            What::Macro(name) => ["panic", "todo", "unimplemented", "unreachable"].contains(&name.as_str()),
            What::Outside(path) => path.len() > 1 && path.last().is_some_and(|name| is_giving_up(name)),
            What::Ours(_) | What::Built(_) | What::Words(_) => false,
        })
        .map(|mention| at(source, mention, &format!("{:?} ends the program", mention.what)))
        .collect();
    // The one place that may: a test parses every asset.
    let allowed = usize::from(source.path == "assets/mod.rs");
    if found.len() <= allowed { Vec::new() } else { found }
}

fn is_giving_up(name: &str) -> bool {
    ["unwrap", "expect", "unwrap_err", "expect_err", "unwrap_unchecked"].contains(&name)
}

#[test]
fn no_file_is_longer_than_a_concept() {
    let long = "//! Long.\n".to_owned() + &"fn f() {}\n".repeat(400);
    let just = "//! Long.\n".to_owned() + &"fn f() {}\n".repeat(399);
    check(
        |source| match source.text.lines().count() {
            0..=400 => Vec::new(),
            lines => vec![format!("src/{} has {lines} lines, more than 400", source.path)],
        },
        &[("ui/a.rs", &long)],
        &[("ui/a.rs", &just)],
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    check(
        |source| match source.text.lines().next().and_then(|line| line.strip_prefix("//! ")) {
            Some(sentence) if sentence.trim_end().len() > 10 => Vec::new(),
            Some(_) | None => vec![format!("src/{} does not open with a //! sentence", source.path)],
        },
        &[
            ("ui/a.rs", "use a::b;\n// Late, and no document."),
            ("ui/a.rs", "// Not a document."),
            ("ui/a.rs", "//! \n"),
        ],
        &[("ui/a.rs", "//! The list of deals.\n")],
    );
}

fn uses(source: &Source, banned: &[&str]) -> Vec<String> {
    source
        .shipped()
        .filter_map(|mention| {
            let What::Outside(path) = &mention.what else { return None };
            let written = path.join("::");
            // `use std as s` hides everything behind another name.
            let hidden = written == "std" || banned.contains(&written.as_str());
            let within = banned.iter().any(|banned| written.starts_with(&format!("{banned}::")));
            let ends = banned
                .iter()
                .any(|banned| banned.contains("::") && written.ends_with(&format!("::{banned}")));
            // A single name in the code is a variable; in a `use` it is a crate.
            let variable = path.len() == 1 && !mention.imported;
            ((hidden || within || ends) && !variable).then(|| at(source, mention, &written))
        })
        .collect()
}

fn asks_the_disk(source: &Source) -> Vec<String> {
    source
        .shipped()
        .filter(
            |mention| matches!(&mention.what, What::Method(name) if DISK_METHODS.contains(&name.as_str())),
        )
        .map(|mention| at(source, mention, &format!("{:?} asks the disk", mention.what)))
        .collect()
}

fn at(source: &Source, mention: &Mention, what: &str) -> String {
    format!("src/{}:{}: {what}", source.path, mention.line)
}

/// The rule finds what it must in the bad examples, nothing in the good ones, and nothing in our sources.
fn check(rule: impl Fn(&Source) -> Vec<String>, bad: &[(&str, &str)], good: &[(&str, &str)]) {
    for (path, text) in bad {
        assert!(!rule(&Source::parse(path, text)).is_empty(), "the rule overlooks {path}: {text}");
    }
    for (path, text) in good {
        let found = rule(&Source::parse(path, text));
        assert!(found.is_empty(), "the rule objects to {path}: {text}\n{}", found.join("\n"));
    }
    let found: Vec<String> = SOURCES.iter().flat_map(rule).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(sources);

fn sources() -> Vec<Source> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                found.push(Source::parse(&below, &std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(found.len() > 50, "the sources are not where they were: {}", root.display());
    found
}
