//! Which files need each other in a circle: every path of every file counts, and what is handed on counts where it is
//! made. A folder's root and its parts may need each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Source, What, module_of};

type Module = Vec<String>;
type Files<'a> = BTreeSet<&'a str>;

/// The circles that are left when no file counts for what it only hands on.
pub fn circles(sources: &[Source]) -> Vec<BTreeSet<String>> {
    let crate_of = Crate::new(sources);
    let needs: BTreeMap<&str, Files<'_>> =
        crate_of.files.values().map(|source| (source.path.as_str(), crate_of.needs(source))).collect();
    let mut found = Vec::new();
    look(&needs.keys().copied().collect(), &needs, &mut found);
    found
}

/// Puts every circle among these files into `found`, but for those that end with a folder's root.
fn look(files: &Files<'_>, needs: &BTreeMap<&str, Files<'_>>, found: &mut Vec<BTreeSet<String>>) {
    for knot in knots(files, needs) {
        let depth = |file: &&&str| (module_of(file).len(), file.to_string());
        let Some(root) = knot.iter().min_by_key(depth) else { continue };
        let folder = module_of(root);
        if knot.iter().all(|file| module_of(file).starts_with(&folder)) {
            look(&knot.iter().copied().filter(|file| file != root).collect(), needs, found);
        } else {
            found.push(knot.iter().map(|file| (*file).to_owned()).collect());
        }
    }
}

/// Files of which each needs each other one, directly or not; two at least.
fn knots<'a>(files: &Files<'a>, needs: &BTreeMap<&'a str, Files<'a>>) -> Vec<Files<'a>> {
    let reached: BTreeMap<&str, Files<'_>> =
        files.iter().map(|file| (*file, reach(file, files, needs))).collect();
    let mut placed = Files::new();
    let mut found = Vec::new();
    for file in files {
        let knot: Files<'_> =
            reached[file].iter().copied().filter(|other| reached[other].contains(file)).collect();
        if knot.len() > 1 && placed.insert(file) {
            placed.extend(&knot);
            found.push(knot);
        }
    }
    found
}

fn reach<'a>(start: &'a str, files: &Files<'a>, needs: &BTreeMap<&'a str, Files<'a>>) -> Files<'a> {
    let mut reached = Files::new();
    let mut open = vec![start];
    while let Some(file) = open.pop() {
        for next in needs[file].intersection(files) {
            if reached.insert(next) {
                open.push(next);
            }
        }
    }
    reached
}

/// The files by their modules, and what each hands on.
struct Crate<'a> {
    files: BTreeMap<Module, &'a Source>,
    reexports: BTreeMap<(Module, &'a str), Module>,
}

impl<'a> Crate<'a> {
    fn new(sources: &'a [Source]) -> Self {
        let in_rooms = sources.iter().filter(|source| !matches!(&*source.path, "lib.rs" | "main.rs"));
        let files: BTreeMap<Module, &Source> =
            in_rooms.map(|source| (module_of(&source.path), source)).collect();
        let mut reexports = BTreeMap::new();
        for (module, source) in &files {
            for (name, what) in &source.reexports {
                if let Some(from) = path_in(&files, module, what) {
                    reexports.insert((module.clone(), name.as_str()), from);
                }
            }
        }
        Self { files, reexports }
    }

    /// The file that makes what the path names; none for a module itself, and for what is not ours.
    fn home(&self, path: &[String]) -> Option<&'a str> {
        let of_module = (1..=path.len()).rev().find(|end| self.files.contains_key(&path[..*end]))?;
        let (module, rest) = path.split_at(of_module);
        let name = rest.first()?;
        match self.reexports.get(&(module.to_vec(), name.as_str())) {
            Some(from) if from != path => self.home(&[from.as_slice(), &rest[1..]].concat()),
            Some(_) | None => Some(self.files[module].path.as_str()),
        }
    }

    fn needs(&self, source: &Source) -> Files<'a> {
        let module = module_of(&source.path);
        let handed_on: Vec<&What> = source.reexports.iter().map(|(_, what)| what).collect();
        source
            .shipped()
            .filter(|mention| !(mention.imported && handed_on.contains(&&mention.what)))
            .filter_map(|mention| self.home(&path_in(&self.files, &module, &mention.what)?))
            .filter(|file| *file != source.path)
            .collect()
    }
}

/// The path from the crate's root; a name nearby may be a module of this one.
fn path_in(files: &BTreeMap<Module, &Source>, module: &Module, what: &What) -> Option<Module> {
    match what {
        What::Ours(path) => Some(path.clone()),
        // Whatever is built was named by a path before.
        What::Built(_) => None,
        What::Outside(path) => {
            let near = [module.as_slice(), path.get(..1)?].concat();
            files.contains_key(&near).then(|| [module.as_slice(), path.as_slice()].concat())
        }
        What::Method(_) | What::Macro(_) | What::Words(_) => None,
    }
}
