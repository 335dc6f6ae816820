//! `icebreak draft`.

use std::collections::BTreeSet;
use std::ffi::OsString;

use serde_json::{Value, json};

use super::{CommandAnswer, Refusal, files, one_deal, path, today_or};
use crate::assets::countries::calendars;
use crate::assets::diagnosis_model;
use crate::domain::deal::{Agreed, Deal};
use crate::domain::diagnosis::{Case, Experience, Learned};
use crate::domain::message::{
    FieldId, LadderStep, MessageChannel, Preparation, Strategy, Tone, Work, read_typed,
};
use crate::domain::names::Named;
use crate::text::Language;
use crate::text::buyer::drafts;
use crate::text::buyer::drafts::{MessageDraft, findings};
use crate::text::command_line::{draft as words, names};

#[derive(clap::Args)]
pub struct Arguments {
    /// The document.
    #[arg(required_unless_present = "list")]
    pub file: Option<OsString>,
    /// The deal: its id, PI number or buyer.
    #[arg(long, value_name = "WHO", required_unless_present = "list", allow_hyphen_values = true)]
    pub deal: Option<String>,
    /// What the message tries; without it the diagnosis and the step choose.
    #[arg(long, allow_hyphen_values = true)]
    pub strategy: Option<String>,
    /// The step of the follow-up ladder, 1 to 4.
    #[arg(long, allow_hyphen_values = true)]
    pub step: Option<String>,
    /// The message's language; without it the buyer's.
    #[arg(long, allow_hyphen_values = true)]
    pub lang: Option<String>,
    /// email, chat or call.
    #[arg(long, allow_hyphen_values = true)]
    pub channel: Option<String>,
    /// warm, plain or firm.
    #[arg(long, allow_hyphen_values = true)]
    pub tone: Option<String>,
    /// Fills a field; repeatable.
    #[arg(long, value_name = "FIELD=VALUE", allow_hyphen_values = true)]
    pub set: Vec<String>,
    /// Instead of today.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
    /// Name the strategies, languages and fields.
    #[arg(long)]
    pub list: bool,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    if arguments.list {
        return Ok(CommandAnswer { json: list().to_string(), text: words::list() });
    }
    let (Some(file), Some(who)) = (&arguments.file, &arguments.deal) else {
        return Err(Refusal::new(words::NOTHING_NAMED));
    };
    let on = today_or(arguments.on.as_deref())?;
    let document = files::open_document(path(file, "FILE")?)?;
    let mut deal = one_deal(&document, who)?.clone();
    choose(&mut deal, arguments)?;
    let learned = Learned::new(diagnosis_model(), &Experience::of(&document.deals));
    let case = Case::new(&learned, &deal, on);
    let calendars = document.settings.calendars(calendars());
    let preparation = Preparation::new(&case, &deal, &document, &calendars);
    let prepared = drafts::prepare(&preparation, Language::English)
        .map_err(|cause| Refusal::new(words::not_written(cause)))?;
    Ok(answer(&prepared.draft))
}

/// Puts the flags in place of what is saved with the deal; a draft that was edited by hand stays unless a flag asks for
/// another.
fn choose(deal: &mut Deal, arguments: &Arguments) -> Result<(), Refusal> {
    let asks_for_another = arguments.strategy.is_some()
        || arguments.step.is_some()
        || arguments.channel.is_some()
        || arguments.tone.is_some()
        || arguments.lang.is_some()
        || !arguments.set.is_empty();
    if asks_for_another {
        let agreed = deal.agreed.clone();
        deal.message.choose(None, |work| write_over(work, arguments, &agreed))?;
    }
    Ok(())
}

fn write_over(work: &mut Work, arguments: &Arguments, agreed: &Agreed) -> Result<(), Refusal> {
    if let Some(name) = &arguments.strategy {
        work.strategy = Some(named::<Strategy>(name, "--strategy")?.into());
    }
    if let Some(name) = &arguments.step {
        work.step = Some(named::<LadderStep>(name, "--step")?.into());
    }
    if let Some(name) = &arguments.channel {
        work.channel = Some(named::<MessageChannel>(name, "--channel")?.into());
    }
    if let Some(name) = &arguments.tone {
        work.tone = Some(named::<Tone>(name, "--tone")?.into());
    }
    if let Some(tag) = &arguments.lang {
        if drafts::language_from_tag(tag).is_none() {
            return Err(Refusal::new(words::unknown("--lang", tag, &names::<Language>())));
        }
        work.language.clone_from(tag);
    }
    set_fields(work, &arguments.set, agreed)
}

/// Each field at most once, and only with a valid value: one that is let through would reach the buyer.
fn set_fields(work: &mut Work, settings: &[String], agreed: &Agreed) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for setting in settings {
        let (name, value) = setting.split_once('=').ok_or_else(|| Refusal::new(words::no_field(setting)))?;
        let field = named::<FieldId>(name.trim(), "--set")?;
        if !seen.insert(field) {
            return Err(Refusal::new(words::given_twice(field)));
        }
        read_typed(field, value, agreed, work)
            .map_err(|why| Refusal::new(words::unfit(field, value, why)))?;
        work.fields.insert(field.name().to_owned(), value.to_owned());
    }
    Ok(())
}

fn answer(draft: &MessageDraft) -> CommandAnswer {
    let said: Vec<Value> = draft
        .findings
        .iter()
        .map(|finding| json!({"code": finding.code(), "text": findings::say(finding, Language::English)}))
        .collect();
    let missing: Vec<&str> = draft.missing.iter().map(|field| field.name()).collect();
    let mut text = String::new();
    if !draft.subject.is_empty() {
        text.push_str(&format!("{}\n\n", draft.subject));
    }
    text.push_str(&draft.body);
    text.push('\n');
    for finding in &draft.findings {
        let mark = if finding.blocks() { "!" } else { "-" };
        text.push_str(&format!("\n{mark} {}", findings::say(finding, Language::English)));
    }
    CommandAnswer {
        json: json!({
            "subject": draft.subject,
            "body": draft.body,
            "language": draft.language.name(),
            "strategy": draft.strategy.name(),
            "missing": missing,
            "findings": said,
        })
        .to_string(),
        text,
    }
}

fn list() -> Value {
    json!({
        "strategies": names::<Strategy>(),
        "languages": names::<Language>(),
        "channels": names::<MessageChannel>(),
        "tones": names::<Tone>(),
        "steps": names::<LadderStep>(),
        "fields": names::<FieldId>(),
    })
}

fn named<T: Named>(name: &str, flag: &str) -> Result<T, Refusal> {
    T::from_name(name).ok_or_else(|| Refusal::new(words::unknown(flag, name, &names::<T>())))
}
