//! Renders templates to text: strict, in one pass, with limits on steps and output.

use std::collections::BTreeMap;
use std::io;
use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior};

use super::{DraftChoice, ledger, values};
use crate::assets;
use crate::domain::message::{FieldId, Inside, MessageChannel, MessageFacts, MessageFields};
use crate::domain::names::Named as _;
use crate::text::Language;
use crate::text::window::deposit::deposit_word;

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

/// Subject and body.
pub fn render(
    facts: &MessageFacts<'_>,
    choice: &DraftChoice,
    fields: &MessageFields,
) -> Result<(String, String), NotWritten> {
    let language = choice.language.name();
    let mut context: BTreeMap<&'static str, minijinja::Value> =
        values::context(fields, facts.deposit_word(), choice.language, facts.on).collect();
    context.extend(ledger::context(facts, choice.language));
    context.insert("strategy", choice.strategy.name().into());
    context.insert("tone", choice.tone.name().into());
    context.insert("step", choice.step.number().into());
    let inside = facts.diagnosis.inside.map_or("", Inside::name);
    context.insert("inside", inside.into());
    let deposit = deposit_word(facts.deposit_word(), choice.language);
    let divided = Some(deposit.as_str()).filter(|_| fields.get(FieldId::DepositAmount).is_some());
    context.insert("divided", values::divided(divided, choice.language).into());
    context.insert("deposit_word", deposit.into());
    // Sentence parts that all messages share; inserted as values, so that they are never parsed as templates.
    for part in ["matter", "facts"] {
        let text = fill(&format!("{language}/{part}"), &context)?;
        context.insert(part, text.trim().into());
    }
    let subject = match choice.channel {
        MessageChannel::Email => {
            tidy(&fill(&format!("{language}/subject"), &context)?, choice.language).replace('\n', " ")
        }
        MessageChannel::Chat | MessageChannel::Call => String::new(),
    };
    let name = format!("{language}/{}-{}", choice.strategy.name(), choice.channel.name());
    Ok((subject, tidy(&fill(&name, &context)?, choice.language)))
}

static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| environment(FUEL));

fn environment(fuel: u64) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(fuel));
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    for (name, source) in assets::messages::templates() {
        // A template that does not parse is not added, so rendering it fails; a test renders them all.
        let _known = environment.add_template(name, source);
    }
    environment
}

fn fill(name: &str, context: &BTreeMap<&'static str, minijinja::Value>) -> Result<String, NotWritten> {
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
        let huge: BTreeMap<&'static str, minijinja::Value> =
            [("pi", "x".repeat(LONGEST + 1).into()), ("product", "".into())].into();
        assert!(matches!(fill("en/subject", &huge), Err(NotWritten::TooLong)));
    }

    #[test]
    fn every_template_parses() {
        let environment = environment(FUEL);
        for (name, _) in assets::messages::templates() {
            assert!(environment.get_template(name).is_ok(), "{name}");
        }
    }
}
