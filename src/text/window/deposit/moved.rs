//! Why a due date was moved, and how certain the calendars behind a plan are, in words.

use chrono::NaiveDate;

use crate::domain::calendar::{CalendarNote, Certainty};
use crate::domain::country::Country;
use crate::domain::deposit::{Free, SkippedDay};
use crate::text::Language::{Chinese, English};
use crate::text::{Language, country, format};

/// The most lines listed.
const MOST_LINES: usize = 10;

/// Why a date was moved: the original date, then every skipped day and whose day off it is.
pub fn moved(from: NaiveDate, skipped: &[SkippedDay<'_>], language: Language) -> String {
    let date = format::date_compact(from, language);
    let runs = runs(skipped, language);
    if let [run] = runs.as_slice() {
        return match language {
            English => format!("Moved from {date}: {}.", run.because),
            Chinese => format!("原定{date}：{}。", run.because),
        };
    }
    let mut text = match language {
        English => format!("Moved from {date}."),
        Chinese => format!("原定{date}。"),
    };
    for run in runs.iter().take(MOST_LINES) {
        text.push('\n');
        text.push_str(&run.line(language));
    }
    if runs.len() > MOST_LINES {
        text.push_str("\n…");
    }
    text
}

/// Consecutive days off for the same reason.
struct DaysOffRun {
    one_end: NaiveDate,
    other_end: NaiveDate,
    because: String,
}

fn runs(skipped: &[SkippedDay<'_>], language: Language) -> Vec<DaysOffRun> {
    let mut runs: Vec<DaysOffRun> = Vec::new();
    for day in skipped {
        let because = because(&day.because, language);
        match runs.last_mut() {
            Some(run) if run.because == because => run.other_end = day.date,
            Some(_) | None => runs.push(DaysOffRun { one_end: day.date, other_end: day.date, because }),
        }
    }
    runs
}

impl DaysOffRun {
    fn line(&self, language: Language) -> String {
        let first = format::date_short(self.one_end.min(self.other_end), language);
        let last = format::date_short(self.one_end.max(self.other_end), language);
        let days = if first == last { first } else { format!("{first} – {last}") };
        match language {
            English => format!("{days}: {}", self.because),
            Chinese => format!("{days}：{}", self.because),
        }
    }
}

/// Names a weekend only if there is no other reason.
fn because(free: &[Free<'_>], language: Language) -> String {
    let told = free.iter().filter(|one| free.len() == 1 || !matches!(one, Free::Weekend(_)));
    let told: Vec<String> = told.map(|one| reason(one, language)).collect();
    told.join(match language {
        English => "; ",
        Chinese => "；",
    })
}

fn reason(free: &Free<'_>, language: Language) -> String {
    let name = |country: &Country| country::name(*country, language).to_owned();
    match (free, language) {
        (Free::Weekend(of), English) => with("weekend", &of.iter().map(name).collect::<Vec<_>>(), language),
        (Free::Weekend(of), Chinese) => with("周末", &of.iter().map(name).collect::<Vec<_>>(), language),
        (Free::Holiday { country, holiday, certainty }, _) => {
            let called = match language {
                English => &holiday.english,
                Chinese => &holiday.chinese,
            };
            let about = (holiday.about_days > 0).then(|| about(holiday.about_days, language));
            let details = [Some(name(country)), expected(*certainty, language), about];
            with(called, &details.into_iter().flatten().collect::<Vec<_>>(), language)
        }
        (Free::OwnDay { country, name: called }, English) => {
            let called = if called.is_empty() { "day off" } else { *called };
            with(called, &[name(country), "your own calendar".to_owned()], language)
        }
        (Free::OwnDay { country, name: called }, Chinese) => {
            let called = if called.is_empty() { "休息日" } else { *called };
            with(called, &[name(country), "您自己的日历".to_owned()], language)
        }
        (Free::Shutdown(shutdown), English) => match shutdown.name.trim() {
            "" => "your factory's shutdown".to_owned(),
            name => with(name, &["your factory".to_owned()], language),
        },
        (Free::Shutdown(shutdown), Chinese) => match shutdown.name.trim() {
            "" => "本厂停工".to_owned(),
            name => with(name, &["本厂".to_owned()], language),
        },
        (Free::Typed, English) => "a closed day you entered".to_owned(),
        (Free::Typed, Chinese) => "您填写的休假日".to_owned(),
        (Free::Kept, English) => "a day off in the calendar kept with this plan".to_owned(),
        (Free::Kept, Chinese) => "随计划保存的日历中的休息日".to_owned(),
    }
}

fn with(what: &str, details: &[String], language: Language) -> String {
    match (details, language) {
        ([], _) => what.to_owned(),
        (details, English) => format!("{what} ({})", details.join(", ")),
        (details, Chinese) => format!("{what}（{}）", details.join("，")),
    }
}

fn expected(certainty: Certainty, language: Language) -> Option<String> {
    match (certainty, language) {
        (Certainty::Published, _) => None,
        (Certainty::Expected, English) => Some("expected".to_owned()),
        (Certainty::Expected, Chinese) => Some("预计".to_owned()),
    }
}

fn about(days: u32, language: Language) -> String {
    match (days, language) {
        (1, English) => "±1 day".to_owned(),
        (days, English) => format!("±{days} days"),
        (days, Chinese) => format!("±{days} 天"),
    }
}

/// What is uncertain about the calendars behind a plan: `Holidays of 2027 are expected, not yet announced: Germany.`
pub fn unsure(unsure: &[(Country, i32, Option<Certainty>)], language: Language) -> Option<String> {
    let said = |wanted: Option<Certainty>| {
        let some = unsure.iter().filter(|(_, _, certainty)| *certainty == wanted);
        let each: Vec<String> =
            some.map(|(of, year, _)| format!("{} {year}", country::name(*of, language))).collect();
        (!each.is_empty()).then_some(each)
    };
    let expected = said(Some(Certainty::Expected)).map(|each| match language {
        English => format!("Holidays expected, not yet announced: {}.", each.join(", ")),
        Chinese => format!("节假日为预计，尚未公布：{}。", each.join("、")),
    });
    let unknown = said(None).map(|each| match language {
        English => format!("Holidays not known, only the weekend counts: {}.", each.join(", ")),
        Chinese => format!("节假日未知，只计周末：{}。", each.join("、")),
    });
    let said = sentences(&[unknown, expected], language);
    (!said.is_empty()).then_some(said)
}

/// Where a calendar is not that of the whole country: `Australia: only the holidays that all states share are in.`
pub fn partial(notes: &[(Country, &CalendarNote)], language: Language) -> Option<String> {
    let say = |(of, note): &(Country, &CalendarNote)| match language {
        English => format!("{}: {}", country::name(*of, language), note.english),
        Chinese => format!("{}：{}", country::name(*of, language), note.chinese),
    };
    let notes: Vec<Option<String>> = notes.iter().map(say).map(Some).collect();
    (!notes.is_empty()).then(|| sentences(&notes, language))
}

/// Joins sentences; Chinese ones without a space between them.
pub fn sentences(sentences: &[Option<String>], language: Language) -> String {
    let sentences: Vec<&str> = sentences.iter().flatten().map(String::as_str).collect();
    sentences.join(match language {
        English => " ",
        Chinese => "",
    })
}

/// `The calendar of 2027 has changed since: 2 dates would move.`
pub fn drifted(years: impl Iterator<Item = i32>, moves: usize, language: Language) -> String {
    let years: Vec<String> = years.map(|year| year.to_string()).collect();
    match (years.is_empty(), moves, language) {
        (false, 1, English) => {
            format!("The calendar of {} has changed since: 1 date would move.", years.join(", "))
        }
        (false, _, English) => {
            format!("The calendar of {} has changed since: {moves} dates would move.", years.join(", "))
        }
        (true, 1, English) => "The working days have changed since: 1 date would move.".to_owned(),
        (true, _, English) => format!("The working days have changed since: {moves} dates would move."),
        (false, _, Chinese) => format!("{}年的日历已更新：有 {moves} 个日期会变动。", years.join("、")),
        (true, _, Chinese) => format!("工作日已有变化：有 {moves} 个日期会变动。"),
    }
}

/// Whose working days are used, with their countries: `Both sides (Germany, China)`.
pub fn whose(who: &str, countries: &[Country], language: Language) -> String {
    let names: Vec<String> =
        countries.iter().map(|country| country::name(*country, language).to_owned()).collect();
    match language {
        English => with(who, &names, language),
        Chinese if names.is_empty() => who.to_owned(),
        Chinese => format!("{who}（{}）", names.join("、")),
    }
}

/// `Weekend: Sat, Sun`.
pub fn weekend(days: chrono::WeekdaySet, language: Language) -> String {
    let days = days.iter(chrono::Weekday::Mon);
    let names: Vec<&str> = days.map(|day| crate::text::dates::weekday_short(day, language)).collect();
    match language {
        English => format!("Weekend: {}.", names.join(", ")),
        Chinese => format!("周末：{}。", names.join("、")),
    }
}
