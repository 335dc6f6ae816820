//! `icebreak diagnose`: why did the buyer go quiet?

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::fmt::{self, Write as _};
use std::path::Path;

use serde_json::{Value, json};

use super::{CommandAnswer, Refusal};
use crate::assets;
use crate::assets::diagnosis::DiagnosisWords;
use crate::domain::diagnosis::{
    ConfirmedCause, Given, Inference, Model, OutcomeProblem, PRIOR_STRENGTH, Question, UNKNOWN, learn,
};
use crate::domain::names::Named as _;

#[derive(clap::Args)]
pub struct Arguments {
    /// A model in JSON instead of the built-in one.
    #[arg(long, value_name = "FILE", allow_hyphen_values = true)]
    model: Vec<OsString>,
    /// What is known of the buyer; "unknown" answers any question. Repeatable.
    #[arg(long, value_name = "QUESTION=ANSWER", allow_hyphen_values = true)]
    answer: Vec<OsString>,
    /// How often a cause was confirmed in the past. Repeatable.
    #[arg(long, value_name = "CAUSE=N", allow_hyphen_values = true)]
    outcome: Vec<OsString>,
    /// How many outcomes the model's own shares weigh as much as [default: 20].
    #[arg(long, value_name = "K", allow_hyphen_values = true)]
    strength: Vec<OsString>,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    let (model, words) = match once("--model", &arguments.model)? {
        Some(file) => (Cow::Owned(read_model(Path::new(file))?), None),
        None => (Cow::Borrowed(assets::diagnosis_model()), Some(assets::diagnosis_words_en())),
    };
    let given = all("--answer", &arguments.answer, |text| given(text, &model))?;
    let outcomes = all("--outcome", &arguments.outcome, outcome)?;
    let strength = match once("--strength", &arguments.strength)? {
        Some(value) => strength(unicode("--strength", value)?)?,
        None => PRIOR_STRENGTH,
    };

    let learned = learn(&model, &outcomes, strength).map_err(|problem| unlearned(&problem, &model))?;
    let inference =
        Inference::new(&learned, &given).map_err(|problem| Refusal::new(format!("--answer: {problem}")))?;
    Ok(CommandAnswer {
        json: to_json(&inference).to_string(),
        text: DiagnosisReport { inference: &inference, words }.to_string(),
    })
}

/// A flag that may be given once. Clap would call a second one wrong usage; it is a value that makes no sense.
fn once<'a>(flag: &str, values: &'a [OsString]) -> Result<Option<&'a OsStr>, Refusal> {
    match values {
        [] => Ok(None),
        [value] => Ok(Some(value)),
        [_, _, ..] => Err(Refusal::new(format!("{flag} is given twice; give it once"))),
    }
}

fn all<T>(
    flag: &str,
    values: &[OsString],
    read: impl Fn(&str) -> Result<T, Refusal>,
) -> Result<Vec<T>, Refusal> {
    values.iter().map(|value| read(unicode(flag, value)?)).collect()
}

fn unicode<'a>(flag: &str, value: &'a OsStr) -> Result<&'a str, Refusal> {
    value
        .to_str()
        .ok_or_else(|| Refusal::new(format!("{flag}: {value:?} is not Unicode text; write it as UTF-8")))
}

fn read_model(file: &Path) -> Result<Model, Refusal> {
    let refused = |why: &dyn fmt::Display| Refusal::new(format!("--model {}: {why}", file.display()));
    let text = std::fs::read_to_string(file)
        .map_err(|problem| refused(&format_args!("cannot be read ({problem}); check the path")))?;
    Model::from_json(&text).map_err(|problem| refused(&problem))
}

fn given(text: &str, model: &Model) -> Result<Given, Refusal> {
    // An id may hold a "=" itself: the first split that names a question counts.
    let split = |at: usize| Some((text.get(..at)?, text.get(at..)?.strip_prefix('=')?));
    let splits = || text.match_indices('=').filter_map(|(at, _)| split(at));
    let (question, answer) = splits()
        .find(|(question, _)| model.question(question).is_some())
        .or_else(|| splits().next())
        .ok_or_else(|| {
            Refusal::new(format!("--answer: {text:?} has no \"=\"; write it as QUESTION=ANSWER"))
        })?;
    let Some(known) = model.question(question) else {
        let ids = listed(model.questions().iter().map(|question| &*question.id));
        return Err(Refusal::new(format!("--answer: the model has no question {question:?}; it has {ids}")));
    };
    if answer != UNKNOWN && known.answer(answer).is_none() {
        let ids = listed(known.answers().iter().map(|answer| &*answer.id).chain([UNKNOWN]));
        return Err(Refusal::new(format!("--answer: {question} has no answer {answer:?}; it takes {ids}")));
    }
    Ok(Given::new(question, answer))
}

fn outcome(text: &str) -> Result<ConfirmedCause, Refusal> {
    let (cause, count) = text
        .rsplit_once('=')
        .ok_or_else(|| Refusal::new(format!("--outcome: {text:?} has no \"=\"; write it as CAUSE=N")))?;
    let digits = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
    let count = count.parse().ok().filter(|_| digits).ok_or_else(|| {
        Refusal::new(format!("--outcome: {count:?} is not a count; write a whole number from 0 up"))
    })?;
    Ok(ConfirmedCause { cause: cause.into(), count })
}

fn strength(text: &str) -> Result<f64, Refusal> {
    text.parse().ok().filter(|strength: &f64| strength.is_finite() && *strength >= 0.0).ok_or_else(|| {
        Refusal::new(format!("--strength: {text:?} is not a strength; write a number from 0 up, such as 20"))
    })
}

fn unlearned(problem: &OutcomeProblem, model: &Model) -> Refusal {
    match problem {
        OutcomeProblem::UnknownCause { .. } => {
            let ids = listed(model.causes().iter().map(|cause| &*cause.id));
            Refusal::new(format!("--outcome: {problem}; it has {ids}"))
        }
        OutcomeProblem::Repeated { .. } => Refusal::new(format!("--outcome: {problem}")),
        OutcomeProblem::Strength { .. } | OutcomeProblem::NothingToGoBy => {
            Refusal::new(format!("--strength: {problem}"))
        }
    }
}

fn listed<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let ids: Vec<&str> = ids.collect();
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}

fn to_json(inference: &Inference<'_>) -> Value {
    let causes = inference
        .posterior()
        .map(|(cause, posterior)| json!({"id": cause.id, "share": cause.share, "posterior": posterior}));
    let questions = inference
        .questions()
        .into_iter()
        .map(|worth| json!({"id": worth.question.id, "gain_bits": worth.gain_bits, "value": worth.value}));
    let because = inference.because().iter().map(|because| {
        json!({
            "question": because.question.id,
            "answer": because.answer.id,
            "cause": because.cause.id,
            "bits": because.bits,
        })
    });
    let remedies =
        inference.remedies().into_iter().map(|ranked| json!({"id": ranked.remedy.id, "score": ranked.score}));
    json!({
        "causes": causes.collect::<Vec<_>>(),
        "entropy_bits": inference.entropy_bits(),
        "questions": questions.collect::<Vec<_>>(),
        "next": inference.next().map(|question| &question.id),
        "because": because.collect::<Vec<_>>(),
        "remedies": remedies.collect::<Vec<_>>(),
        "expected_cost": inference.expected_cost(),
    })
}

/// The report for a person. The causes of a model of the user's own are shown by their ids.
struct DiagnosisReport<'a> {
    inference: &'a Inference<'a>,
    words: Option<&'static DiagnosisWords>,
}

impl fmt::Display for DiagnosisReport<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.causes(f)?;
        self.next(f)?;
        self.remedies(f)
    }
}

impl DiagnosisReport<'_> {
    fn causes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Why the buyer is quiet, as a guess:")?;
        for (cause, probability) in self.inference.likeliest() {
            let degree = self.inference.degree(probability).name();
            let words = self.words.and_then(|words| words.cause(&cause.id));
            let name = words.map_or(&*cause.id, |words| &words.name);
            let mut line = format!("  {degree:<11}  {:>3.0} %  {name}", probability * 100.0);
            if let Some(words) = words {
                write!(line, " – {}", words.meaning)?;
            }
            writeln!(f, "{line}")?;
        }
        let groups: Vec<String> = self
            .inference
            .group_posterior()
            .into_iter()
            .map(|(group, probability)| {
                let name = self.words.and_then(|words| words.group(group));
                let name = name.map_or(group.name(), |words| &words.name);
                format!("{name} {:.0} %", probability * 100.0)
            })
            .collect();
        if groups.is_empty() { Ok(()) } else { writeln!(f, "Together: {}.", groups.join(", ")) }
    }

    fn next(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.inference.next() {
            None => writeln!(f, "\nNo further question would tell more."),
            Some(question) => self.question(f, question),
        }
    }

    fn question(&self, f: &mut fmt::Formatter<'_>, question: &Question) -> fmt::Result {
        let words = self.words.and_then(|words| words.question(&question.id));
        writeln!(f, "\nAsk next: {}", words.map_or(&*question.id, |words| &words.question))?;
        for answer in question.answers() {
            let label = words.and_then(|words| words.answer(&answer.id)).map(|words| &words.label);
            let flag = format!("--answer {}={}", question.id, answer.id);
            match label {
                Some(label) => writeln!(f, "  {flag}  {label}")?,
                None => writeln!(f, "  {flag}")?,
            }
        }
        Ok(())
    }

    fn remedies(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 5;
        let remedies = self.inference.remedies();
        if remedies.is_empty() {
            return Ok(());
        }
        writeln!(f, "\nWhat to do, the most likely to help for its cost first:")?;
        for (place, ranked) in (1..=SHOWN).zip(&remedies) {
            match self.words.and_then(|words| words.remedy(&ranked.remedy.id)) {
                Some(words) => writeln!(f, "  {place}. {}. {}", words.title, words.how)?,
                None => writeln!(f, "  {place}. {} (for {})", ranked.remedy.id, ranked.remedy.cause)?,
            }
        }
        Ok(())
    }
}
