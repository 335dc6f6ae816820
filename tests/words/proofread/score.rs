//! The cases of the check, and how an answer is scored: the same code at overlapping words is a fault found.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use icebreak::assets::sample;
use icebreak::domain::calendar::parse_date;
use icebreak::domain::document::Document;
use icebreak::domain::message::proofread::TextCode;
use icebreak::domain::names::Named as _;
use icebreak::domain::search::find::who;
use icebreak::text::buyer::proofread::{ProofreadAs, proofread};
use serde_json::Value;

/// A text with what is to be found in it.
pub struct Case {
    id: String,
    deal: String,
    on: String,
    text: String,
    want: Vec<Wanted>,
    must_not: Vec<String>,
    /// A JSON merge patch of the sample.
    with: Option<Value>,
}

struct Wanted {
    code: String,
    quote: String,
}

/// These are judged by their code alone.
const WHOLE: &[&str] = &["no-ask", "too-long", "stopped", "asks", "paid", "mixed-language"];
/// Where one of these is wanted, a second finding of it is none.
const WORDING: &[&str] = &[
    "pressure",
    "phrase",
    "promise",
    "figure",
    "invented",
    "asks",
    "mixed-language",
    "placeholder",
    "markdown",
    "paid",
];

pub fn cases(file: &str) -> Vec<Case> {
    let path = format!("{}/tests/fixtures/{file}", env!("CARGO_MANIFEST_DIR"));
    let read: Value = serde_json::from_str(&std::fs::read_to_string(&path).expect(&path)).expect(&path);
    read.as_array().expect("a list").iter().map(case).collect()
}

fn case(read: &Value) -> Case {
    let text = |name: &str| read[name].as_str().expect(name).to_owned();
    let list = |name: &str| read[name].as_array().expect(name).clone();
    let wanted = |want: &Value| Wanted {
        code: want["code"].as_str().expect("a code").to_owned(),
        quote: want["quote"].as_str().expect("a quote").to_owned(),
    };
    Case {
        id: text("id"),
        deal: text("deal"),
        on: text("on"),
        text: text("text"),
        want: list("want").iter().map(wanted).collect(),
        must_not: list("must_not").iter().map(|code| code.as_str().expect("a code").to_owned()).collect(),
        with: read.get("with").cloned(),
    }
}

#[derive(Default)]
pub struct Score {
    pub planted: usize,
    pub found: usize,
    /// Texts without a fault.
    pub right: usize,
    /// Findings that meet no wanted words.
    pub alarms: usize,
    /// Findings of a code that the case rules out.
    pub forbidden: usize,
    by_code: BTreeMap<String, (usize, usize)>,
    lines: Vec<String>,
}

impl Score {
    pub fn of(cases: &[Case]) -> Self {
        let mut score = Self::default();
        for case in cases {
            score.add(case);
        }
        score
    }

    fn add(&mut self, case: &Case) {
        let findings = findings(case);
        self.right += usize::from(case.want.is_empty());
        for want in &case.want {
            let place = place(case, want);
            let is_found = findings
                .iter()
                .any(|(code, at)| *code == want.code && (WHOLE.contains(code) || meet(at, &place)));
            let (found, planted) = self.by_code.entry(want.code.clone()).or_default();
            *planted += 1;
            *found += usize::from(is_found);
            self.planted += 1;
            self.found += usize::from(is_found);
            if !is_found {
                self.lines.push(format!("{}: missed {} «{}»", case.id, want.code, want.quote));
            }
        }
        for (code, at) in &findings {
            let quote = case.text.get(at.clone()).unwrap_or_default();
            if case.must_not.iter().any(|ruled_out| ruled_out == code) {
                self.forbidden += 1;
                self.lines.push(format!("{}: forbidden {code} «{quote}»", case.id));
            } else if is_alarm(case, code, at) {
                self.alarms += 1;
                self.lines.push(format!("{}: false alarm {code} «{quote}»", case.id));
            }
        }
    }
}

fn is_alarm(case: &Case, code: &str, at: &Range<usize>) -> bool {
    let meets = case.want.iter().any(|want| meet(at, &place(case, want)));
    let again =
        case.want.iter().any(|want| want.code == code && (WORDING.contains(&code) || WHOLE.contains(&code)));
    !meets && !again
}

fn place(case: &Case, want: &Wanted) -> Range<usize> {
    if want.quote.is_empty() {
        return 0..0;
    }
    let start = case.text.find(&want.quote).unwrap_or_else(|| panic!("{}: no «{}»", case.id, want.quote));
    start..start + want.quote.len()
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn findings(case: &Case) -> Vec<(&'static str, Range<usize>)> {
    let on = parse_date(&case.on).expect("a date");
    let document = document(case, on);
    let id = who(&document, &case.deal).expect("a deal");
    let deal = document.deal(&id).expect("a deal");
    let checked = proofread(&case.text, deal, &document, on, ProofreadAs::default());
    checked.findings.iter().map(|finding| (TextCode::name(finding.code), finding.at.clone())).collect()
}

fn document(case: &Case, on: chrono::NaiveDate) -> Document {
    let mut json = serde_json::to_value(sample(on)).expect("JSON");
    if let Some(patch) = &case.with {
        merge(&mut json, patch);
    }
    serde_json::from_value(json).expect("a document")
}

/// RFC 7396.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let object = target.as_object_mut().expect("an object");
    for (name, value) in changes {
        if value.is_null() {
            object.remove(name);
        } else {
            merge(object.entry(name.clone()).or_insert(Value::Null), value);
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "found {} of {}, false alarms {} (right texts: {}), ruled-out findings {}",
            self.found, self.planted, self.alarms, self.right, self.forbidden
        )?;
        let codes = self.by_code.iter().map(|(code, (found, planted))| format!("{code} {found}/{planted}"));
        writeln!(f, "{}", codes.collect::<Vec<_>>().join(", "))?;
        self.lines.iter().try_for_each(|line| writeln!(f, "  {line}"))
    }
}
