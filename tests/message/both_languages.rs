//! A draft and its reading view say the same: line by line as many sentences, with the same amounts, days and names.

use icebreak::domain::message::{MessageChannel, Step, Strategy, Tone};
use icebreak::domain::word::Named as _;
use icebreak::text::Language;
use icebreak::text::message::{Choice, Draft};

use crate::any_ledger::{amounts_in, dates_in};
use crate::deals::{World, bare, early, rich};

/// What both languages must have alike.
#[derive(Debug, PartialEq)]
struct Said {
    /// Of every line.
    sentences: Vec<usize>,
    asks: usize,
    amounts: Vec<String>,
    dates: Vec<String>,
    names: Vec<usize>,
}

fn said(draft: &Draft, names: &[String], on: chrono::NaiveDate) -> Said {
    let body = without_greeting(draft);
    let mut amounts: Vec<String> = amounts_in(&body).iter().map(ToString::to_string).collect();
    amounts.sort();
    let mut dates: Vec<String> = dates_in(&body, on).iter().map(ToString::to_string).collect();
    dates.sort();
    Said {
        sentences: body.lines().map(|line| ends(line, draft.language)).collect(),
        asks: body.chars().filter(|mark| matches!(mark, '?' | '？')).count(),
        amounts,
        dates,
        names: names.iter().map(|name| body.matches(name.as_str()).count()).collect(),
    }
}

/// English greets with a comma, Chinese with a mark of its own.
fn without_greeting(draft: &Draft) -> String {
    match draft.language {
        Language::English => draft.body.clone(),
        Language::Chinese => draft.body.replacen('！', "，", 1),
    }
}

/// Full stops and question marks that end something; a colon opens it.
fn ends(line: &str, language: Language) -> usize {
    match language {
        Language::Chinese => line.chars().filter(|mark| matches!(mark, '。' | '？' | '！')).count(),
        Language::English => {
            let after = line.char_indices().filter(|(_, mark)| matches!(mark, '.' | '?' | '!'));
            after.filter(|(at, mark)| {
                let next = line[at + mark.len_utf8()..].chars().next();
                next.is_none_or(|next| matches!(next, ' ' | '"'))
            }).count()
        }
    }
}

fn pairs() -> impl Iterator<Item = [Choice; 2]> {
    Strategy::members().flat_map(|strategy| {
        MessageChannel::members().flat_map(move |channel| {
            Tone::members().flat_map(move |tone| {
                Step::members().map(move |step| {
                    [Language::English, Language::Chinese]
                        .map(|language| Choice { strategy, step, language, channel, tone })
                })
            })
        })
    })
}

fn names(world: &World) -> Vec<String> {
    let (deal, company) = (&world.deal, &world.library.company);
    let contact = deal.contact().map(|contact| contact.name.clone()).unwrap_or_default();
    let all = [&deal.product, &deal.agreed.pi, &deal.agreed.quantity, &deal.agreed.incoterm];
    let ours = [&company.sender, &company.name, &company.role];
    let named = all.into_iter().chain(ours).cloned().chain([contact]);
    named.filter(|name| !name.is_empty()).collect()
}

#[test]
fn debug_all() {
    for (n, world) in [rich(), bare(), early()].into_iter().enumerate() {
        for pair in pairs() {
            let drafts = pair.map(|choice| world.draft(&choice));
            let [one, other] = drafts.each_ref().map(|draft| said(draft, &names(&world), world.on));
            if one != other {
                println!("#### {n} {:?}\n{one:?}\n{other:?}\n{}\n---\n{}\n", pair[0], drafts[0].body, drafts[1].body);
            }
        }
    }
}
