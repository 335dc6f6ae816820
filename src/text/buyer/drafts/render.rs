//! Renders the texts of a message in one language: strict, in one pass, with limits on steps and output.

use std::io;
use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior, Value};

use super::context::{TextVariables, variables};
use super::{DraftChoice, ledger, values};
use crate::assets::messages::message_files;
use crate::domain::message::{MessageBlock, MessageFacts, MessageFields, Strategy, TextPlace};
use crate::domain::names::Named as _;
use crate::text::Language;

/// Why no draft could be made; the templates are ours, so this is for programmers.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    #[error("the template {template} failed: {cause}")]
    Template { template: String, cause: String },
    #[error("the message would be longer than {LONGEST} bytes")]
    TooLong,
}

/// Output limit in bytes: far more than a message needs.
const LONGEST: usize = 200_000;
/// Limit of template steps; a message takes a few hundred.
const FUEL: u64 = 50_000;

/// The texts of one message in one language, with everything that they may name.
pub struct MessageVoice {
    pub language: Language,
    place: [&'static str; 2],
    choice: DraftChoice,
    variables: Value,
}

/// The file whose texts every strategy shares.
const COMMON: &str = "common";

impl MessageVoice {
    pub fn new(
        facts: &MessageFacts<'_>,
        choice: &DraftChoice,
        fields: &MessageFields,
        language: Language,
    ) -> Result<Self, NotWritten> {
        let file = match choice.strategy {
            Strategy::Payment => ledger::payment_file(facts),
            other => other.name(),
        };
        let all = variables(facts, choice, fields, language);
        let mut voice = Self { language, place: [file, COMMON], choice: *choice, variables: Value::from("") };
        voice.variables = voice.with_shared(all)?;
        Ok(voice)
    }

    /// Words that several texts share are values for them, so that they are never parsed as templates.
    fn with_shared(&self, mut all: TextVariables) -> Result<Value, NotWritten> {
        for (name, block) in [
            ("matter", MessageBlock::Matter),
            ("facts", MessageBlock::Facts),
            ("in_short", MessageBlock::InShort),
        ] {
            let text = self.filled(block, &Value::from(all.clone()))?;
            all.insert(name, without_blank_lines(&text).into());
        }
        Ok(Value::from(all))
    }

    /// The text of a block; empty where there is none for this step and tone.
    pub fn block(&self, block: MessageBlock) -> Result<String, NotWritten> {
        let text = tidy(&self.filled(block, &self.variables)?, self.language);
        Ok(if block == MessageBlock::Signature { without_blank_lines(&text) } else { text })
    }

    fn filled(&self, block: MessageBlock, variables: &Value) -> Result<String, NotWritten> {
        let candidates = TextPlace::candidates(block, self.choice.step, self.choice.tone);
        let names = self.place.into_iter().flat_map(|file| {
            candidates.iter().map(move |place| template_name(self.language.name(), file, place))
        });
        let found = names.into_iter().find(|name| TEMPLATES.get_template(name).is_ok());
        found.map_or_else(|| Ok(String::new()), |name| fill(&name, variables))
    }
}

/// `en/recap/opening 1 warm`.
fn template_name(language: &str, file: &str, place: &TextPlace) -> String {
    let step = place.step.map_or(String::new(), |step| format!(" {}", step.name()));
    let tone = place.tone.map_or(String::new(), |tone| format!(" {}", tone.name()));
    format!("{language}/{file}/{}{step}{tone}", place.block.name())
}

/// Every template by its name.
static NAMED: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
    let texts = message_files().iter().flat_map(|file| {
        let named = |place| template_name(file.language, file.name, place);
        file.sections.iter().map(move |section| (named(&section.place), section.text))
    });
    texts.collect()
});

static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| environment(FUEL));

fn environment(fuel: u64) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(fuel));
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    for (name, source) in NAMED.iter() {
        // A template that does not parse is not added, so its block is left out; a test parses them all.
        let _known = environment.add_template(name, source);
    }
    environment
}

fn fill(name: &str, context: &Value) -> Result<String, NotWritten> {
    let failed = |cause: minijinja::Error| NotWritten::Template {
        template: name.to_owned(),
        cause: cause.to_string(),
    };
    let template = TEMPLATES.get_template(name).map_err(failed)?;
    let mut output = Bounded::default();
    match template.render_captured_to(context, &mut output) {
        Ok(_) => Ok(String::from_utf8_lossy(&output.bytes).into_owned()),
        Err(_) if output.full => Err(NotWritten::TooLong),
        Err(cause) => Err(failed(cause)),
    }
}

/// A buffer that refuses more than the output limit.
#[derive(Default)]
struct Bounded {
    bytes: Vec<u8>,
    full: bool,
}

impl io::Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.bytes.len().saturating_add(more.len()) > LONGEST {
            self.full = true;
            return Err(io::Error::other("full"));
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn without_blank_lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Removes what omitted sentences leave behind: extra spaces and blank lines, doubled full stops.
fn tidy(text: &str, language: Language) -> String {
    let text = match language {
        Language::English => text.to_owned(),
        Language::Chinese => values::seams(text),
    };
    let mut tidied = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines() {
        let line = single_spaced(line);
        if line.is_empty() {
            if !blank {
                tidied.push('\n');
            }
            blank = true;
            continue;
        }
        blank = false;
        tidied.push_str(&line);
        tidied.push('\n');
    }
    tidied.trim_end().to_owned()
}

fn single_spaced(line: &str) -> String {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    // A value that ends in a full stop ("500 pcs.") may also end the sentence.
    match line.strip_suffix("..") {
        Some(rest) if !rest.ends_with('.') => format!("{rest}."),
        Some(_) | None => line.replace(".. ", ". ").replace("。。", "。").replace(".。", "。"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_without_end_runs_out_of_fuel() {
        let mut environment = environment(FUEL);
        environment
            .add_template(
                "loop",
                "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}",
            )
            .unwrap();
        let cause = environment.get_template("loop").unwrap().render(()).unwrap_err();
        assert_eq!(cause.kind(), minijinja::ErrorKind::OutOfFuel);
    }

    #[test]
    fn an_unknown_name_is_an_error() {
        let mut environment = environment(FUEL);
        environment.add_template("unknown", "{% if nobody %}x{% endif %}").unwrap();
        assert!(environment.get_template("unknown").unwrap().render(()).is_err());
    }

    #[test]
    fn output_is_bounded() {
        let huge = minijinja::context! { pi => "x".repeat(LONGEST + 1), product => "", thread => false };
        assert!(matches!(fill("en/common/subject", &huge), Err(NotWritten::TooLong)));
    }

    #[test]
    fn every_template_parses() {
        let environment = environment(FUEL);
        for (name, _) in NAMED.iter() {
            assert!(environment.get_template(name).is_ok(), "{name}");
        }
    }
}
