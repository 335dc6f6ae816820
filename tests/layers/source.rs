//! Reads one source file and lists what it mentions: paths (however they are written), calls, words.

use std::collections::HashMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

/// One file below `src`.
pub struct Source {
    /// Below `src`, with forward slashes.
    pub path: String,
    pub text: String,
    pub mentions: Vec<Mention>,
    /// What it hands on under a name of its own: the name, and where that comes from.
    pub reexports: Vec<(String, What)>,
}

/// Something that a file names, and where.
#[derive(Clone, Debug)]
pub struct Mention {
    pub line: usize,
    /// Inside `#[cfg(test)]`.
    pub in_test: bool,
    /// Brought in by `use`.
    pub imported: bool,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A path from the root of this crate; empty for the root itself.
    Ours(Vec<String>),
    /// A path that starts elsewhere: another crate, or a name nearby.
    Outside(Vec<String>),
    /// `value.name(…)`
    Method(String),
    /// `name!(…)`
    Macro(String),
    /// `Path { field: … }`, where that makes a value.
    Built(Vec<String>),
    /// A string in the code, not in a comment.
    Words(String),
}

impl Source {
    pub fn parse(path: &str, text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("src/{path} is not Rust: {error}"));
        let mut reader = Reader::new(module_of(path));
        // Names that `use` gives to other things come first: they may be used above their line.
        Aliases(&mut reader).visit_file(&file);
        reader.visit_file(&file);
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            mentions: reader.mentions,
            reexports: reader.reexports,
        }
    }

    /// The folder or file directly below `src`.
    pub fn layer(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.trim_end_matches(".rs")
    }

    /// The mentions outside of tests.
    pub fn shipped(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().filter(|mention| !mention.in_test)
    }
}

/// `ui/list/row.rs` is the module `ui::list::row`.
pub fn module_of(path: &str) -> Vec<String> {
    let mut parts: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod") || matches!(path, "lib.rs" | "main.rs") {
        parts.pop();
    }
    parts
}

struct Reader {
    module: Vec<String>,
    aliases: HashMap<String, What>,
    tests: usize,
    mentions: Vec<Mention>,
    reexports: Vec<(String, What)>,
}

impl Reader {
    fn new(module: Vec<String>) -> Self {
        Self { module, aliases: HashMap::new(), tests: 0, mentions: Vec::new(), reexports: Vec::new() }
    }

    fn found(&mut self, line: usize, what: What) {
        self.mentions.push(Mention { line, in_test: self.tests > 0, imported: false, what });
    }

    fn path(&mut self, line: usize, segments: &[String]) {
        let what = self.resolve(segments);
        self.found(line, what);
    }

    fn built(&mut self, line: usize, segments: &[String]) {
        if let What::Ours(path) | What::Outside(path) = self.resolve(segments) {
            self.found(line, What::Built(path));
        }
    }

    /// Where a path leads, seen from the current module.
    fn resolve(&self, segments: &[String]) -> What {
        let Some(first) = segments.first() else { return What::Outside(Vec::new()) };
        let mut from = match first.as_str() {
            "crate" | "icebreak" => Vec::new(),
            "self" => self.module.clone(),
            "super" => self.module[..self.module.len().saturating_sub(1)].to_vec(),
            other => {
                let rest = &segments[1..];
                return match self.aliases.get(other) {
                    Some(What::Ours(start)) => What::Ours([start, rest].concat()),
                    Some(What::Outside(start)) => What::Outside([start, rest].concat()),
                    Some(_) | None => What::Outside(segments.to_vec()),
                };
            }
        };
        for segment in &segments[1..] {
            match segment.as_str() {
                "super" => drop(from.pop()),
                "self" => {}
                other => from.push(other.to_owned()),
            }
        }
        What::Ours(from)
    }

    /// What `use` brings in: the path, and the name it gets here.
    fn imports(&self, item: &syn::ItemUse) -> Vec<(Vec<String>, Option<String>)> {
        let mut found = Vec::new();
        flatten(&item.tree, &mut Vec::new(), &mut found);
        found
    }

    /// Macros are not parsed, so paths, calls and words in their tokens are looked for.
    fn tokens(&mut self, stream: TokenStream) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                // `pub(crate)` imports nothing.
                TokenTree::Ident(ident) if ident == "pub" && is_parenthesis(tokens.get(at + 1)) => at += 1,
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let syn::Lit::Str(words) = syn::Lit::new(literal.clone()) {
                        self.found(literal.span().start().line, What::Words(words.value()));
                    }
                }
                TokenTree::Ident(ident) => {
                    let line = ident.span().start().line;
                    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
                    let (segments, next) = path_at(&tokens, at);
                    if is_punct(before, '.') {
                        self.found(line, What::Method(ident.to_string()));
                    } else if is_punct(tokens.get(next), '!') {
                        self.found(line, What::Macro(segments.last().cloned().unwrap_or_default()));
                        self.path(line, &segments);
                    } else {
                        self.path(line, &segments);
                        if let Some(TokenTree::Group(group)) = tokens.get(next)
                            && group.delimiter() == Delimiter::Brace
                        {
                            self.built(line, &segments);
                        }
                    }
                    at = next;
                    continue;
                }
                TokenTree::Punct(_) => {}
            }
            at += 1;
        }
    }
}

/// The path that starts with the name at `start`, and the token after it.
fn path_at(tokens: &[TokenTree], start: usize) -> (Vec<String>, usize) {
    let mut segments = vec![tokens[start].to_string()];
    let mut at = start + 1;
    while is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':') {
        let Some(TokenTree::Ident(ident)) = tokens.get(at + 2) else { break };
        segments.push(ident.to_string());
        at += 3;
    }
    (segments, at)
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn is_parenthesis(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
}

fn flatten(tree: &syn::UseTree, before: &mut Vec<String>, found: &mut Vec<(Vec<String>, Option<String>)>) {
    let joined = |before: &[String], last: &str| {
        let mut path = before.to_vec();
        if last != "self" || path.is_empty() {
            path.push(last.to_owned());
        }
        path
    };
    match tree {
        syn::UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, found);
            before.pop();
        }
        syn::UseTree::Name(name) => {
            let path = joined(before, &name.ident.to_string());
            let known_as = path.last().cloned();
            found.push((path, known_as));
        }
        syn::UseTree::Rename(rename) => {
            found.push((joined(before, &rename.ident.to_string()), Some(rename.rename.to_string())));
        }
        syn::UseTree::Glob(_) => found.push((before.clone(), None)),
        syn::UseTree::Group(group) => {
            for tree in &group.items {
                flatten(tree, before, found);
            }
        }
    }
}

/// Gathers the names that `use` gives, before anything else is read.
struct Aliases<'a>(&'a mut Reader);

impl<'ast> Visit<'ast> for Aliases<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        for (path, known_as) in self.0.imports(item) {
            let Some(name) =
                known_as.filter(|name| !matches!(name.as_str(), "_" | "crate" | "self" | "super"))
            else {
                continue;
            };
            let what = self.0.resolve(&path);
            self.0.aliases.insert(name, what);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.0.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.0.module.pop();
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let test = is_test(attributes(item));
        self.tests += usize::from(test);
        visit::visit_item(self, item);
        self.tests -= usize::from(test);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        let test = is_test(&item.attrs);
        self.tests += usize::from(test);
        visit::visit_impl_item_fn(self, item);
        self.tests -= usize::from(test);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let line = item.span().start().line;
        for (path, known_as) in self.imports(item) {
            let what = self.resolve(&path);
            let is_private = matches!(item.vis, syn::Visibility::Inherited);
            self.reexports.extend(known_as.filter(|_| !is_private).map(|name| (name, what.clone())));
            let in_test = self.tests > 0;
            self.mentions.push(Mention { line, in_test, imported: true, what });
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.path(path.span().start().line, &segments);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        let name = called.path.segments.last().map(|segment| segment.ident.to_string());
        self.found(called.path.span().start().line, What::Macro(name.unwrap_or_default()));
        self.visit_path(&called.path);
        self.tokens(called.tokens.clone());
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.found(call.method.span().start().line, What::Method(call.method.to_string()));
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_struct(&mut self, built: &'ast syn::ExprStruct) {
        let segments: Vec<String> = built.path.segments.iter().map(|part| part.ident.to_string()).collect();
        self.built(built.path.span().start().line, &segments);
        visit::visit_expr_struct(self, built);
    }

    fn visit_lit_str(&mut self, words: &'ast syn::LitStr) {
        self.found(words.span().start().line, What::Words(words.value()));
    }

    /// Comments are not code; `#[serde(with = "crate::…")]` is.
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if attribute.path().is_ident("doc") {
            return;
        }
        let line = attribute.span().start().line;
        if let syn::Meta::List(list) = &attribute.meta {
            for token in list.tokens.clone() {
                let TokenTree::Literal(literal) = token else { continue };
                let syn::Lit::Str(text) = syn::Lit::new(literal) else { continue };
                if let Ok(path) = text.parse::<syn::Path>()
                    && path.segments.len() > 1
                {
                    let segments: Vec<String> =
                        path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                    self.path(line, &segments);
                }
            }
        }
    }

    /// `pub(crate)` imports nothing.
    fn visit_visibility(&mut self, _visibility: &'ast syn::Visibility) {}
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || (attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test")))
    })
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
