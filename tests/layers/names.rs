//! A type's name says what it is: no two types share one.

use std::collections::BTreeMap;

use proc_macro2::TokenTree;
use syn::visit::{self, Visit};

use super::{SOURCES, Source};

/// Every screen has a `State` and a `Wish`, every command its `Arguments`: they are read with the module's name before them.
const REPEATED: &[&str] = &["Arguments", "State", "Wish"];

#[test]
fn every_type_has_a_name_of_its_own() {
    let found = |files: &[(&str, &str)]| {
        let sources: Vec<Source> = files.iter().map(|(path, text)| Source::parse(path, text)).collect();
        shared(&sources)
    };
    let bad: &[&[(&str, &str)]] = &[
        &[("a.rs", "pub struct Row;"), ("b.rs", "enum Row {}")],
        &[("a.rs", "type Row = u8;"), ("b.rs", "trait Row {}")],
        &[("a.rs", "mod inner { struct Row; }"), ("b.rs", "fn f() { struct Row; }")],
        &[("a.rs", "crate::named! { pub enum Row { A = \"a\" } }"), ("b.rs", "struct Row;")],
    ];
    for files in bad {
        assert!(!found(files).is_empty(), "the rule overlooks {files:?}");
    }
    let good: &[&[(&str, &str)]] = &[
        &[("a.rs", "struct State;"), ("b.rs", "struct State;")],
        &[("a.rs", "struct Row;"), ("b.rs", "impl Iterator for A { type Item = u8; } enum B { Row }")],
        &[("a.rs", "struct Item;"), ("b.rs", "impl Iterator for A { type Item = u8; }")],
    ];
    for files in good {
        assert_eq!(found(files), [] as [&str; 0], "the rule objects to {files:?}");
    }
    assert_eq!(shared(&SOURCES), [] as [&str; 0]);
}

/// Each name that several types have, with their files.
fn shared(sources: &[Source]) -> Vec<String> {
    let mut named: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for source in sources {
        let mut types = Types(Vec::new());
        types.visit_file(&syn::parse_file(&source.text).unwrap());
        for name in types.0 {
            named.entry(name).or_default().push(&source.path);
        }
    }
    named.retain(|name, files| files.len() > 1 && !REPEATED.contains(&name.as_str()));
    named.into_iter().map(|(name, files)| format!("{name}: {}", files.join(", "))).collect()
}

struct Types(Vec<String>);

impl<'ast> Visit<'ast> for Types {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        match item {
            syn::Item::Struct(item) => self.0.push(item.ident.to_string()),
            syn::Item::Enum(item) => self.0.push(item.ident.to_string()),
            syn::Item::Union(item) => self.0.push(item.ident.to_string()),
            syn::Item::Trait(item) => self.0.push(item.ident.to_string()),
            syn::Item::Type(item) => self.0.push(item.ident.to_string()),
            // `named!` declares an enumeration.
            syn::Item::Macro(item)
                if item.mac.path.segments.last().is_some_and(|last| last.ident == "named") =>
            {
                let tokens: Vec<TokenTree> = item.mac.tokens.clone().into_iter().collect();
                let declared = tokens.windows(2).filter(|pair| pair[0].to_string() == "enum");
                self.0.extend(declared.map(|pair| pair[1].to_string()));
            }
            _ => {}
        }
        visit::visit_item(self, item);
    }
}
