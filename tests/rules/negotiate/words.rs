//! Moments in words, in both languages; every moment has some.

use icebreak::domain::deposit::{
    Anchor, DayOfMonth, DayRule, Milestone, NotByHand, PeriodUnit, Preset, Span, When,
};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::window::deposit::{not_by_hand, when};

use super::eur;

#[test]
fn moments_are_said_as_people_say_them() {
    let check = |text: &str, english: &str, chinese: &str| {
        let moment: When = text.parse().unwrap();
        assert_eq!(when(&moment, Language::English), english, "{text}");
        assert_eq!(when(&moment, Language::Chinese), chinese, "{text}");
    };
    check("2026-11-30", "30 November 2026", "2026年11月30日");
    check("+0d", "on the start date", "起算日当日");
    check("+30d", "30 days after the start date", "起算日后 30 天");
    check("+1d", "1 day after the start date", "起算日后 1 天");
    check("+2w", "2 weeks after the start date", "起算日后 2 周");
    check("+1m", "1 month after the start date", "起算日后 1 个月");
    check("eom+0d", "at the end of the month", "当月月底");
    check("eom+30d", "30 days after the end of the month", "当月月底后 30 天");
    check("eonm+0d", "at the end of the following month", "次月月底");
    check("eonm+10d", "10 days after the end of the following month", "次月月底后 10 天");
    check("+0d/next-10", "on the 10th of the month after the start date", "起算日次月 10 日");
    check("+0d/15", "on the next 15th", "下一个 15 日");
    check("+0d/5,10", "on the next 5th or 10th", "下一个 5 日或 10 日");
    check(
        "+30d/5,10",
        "30 days after the start date, on the next 5th or 10th from that day on",
        "起算日后 30 天，顺延至该日起的第一个 5 日或 10 日",
    );
    check(
        "+30d/eom",
        "30 days after the start date, at the end of the month in which that day falls",
        "起算日后 30 天，顺延至该日所在月的月底",
    );
    check("bl-copy", "against copy of B/L", "见提单副本");
    check("bl-copy+7d", "7 days after receipt of the copy of B/L", "收到提单副本后 7 天");
    check("arrival+7d", "7 days after arrival at port", "货到目的港后 7 天");
    check("ready+2w", "2 weeks after the goods are ready", "货物备妥后 2 周");
    check(
        "shipment+1m/next-1",
        "1 month after shipment, on the 1st of the month following that day",
        "装运后 1 个月，顺延至该日次月 1 日",
    );
    check(
        "+0d/2,3,11,21,22,23,31",
        "on the next 2nd, 3rd, 11th, 21st, 22nd, 23rd or 31st",
        "下一个 2 日、3 日、11 日、21 日、22 日、23 日或 31 日",
    );
}

#[test]
fn every_moment_has_words_of_its_own() {
    let day = |day| DayOfMonth::new(day).unwrap();
    let rules = [
        None,
        Some(DayRule::EndOfMonth),
        Some(DayRule::NextMonth(day(5))),
        Some(DayRule::NextOf([day(5)].into())),
    ];
    for language in [Language::English, Language::Chinese] {
        let mut said = std::collections::BTreeMap::new();
        for unit in PeriodUnit::members() {
            for count in [0, 1, 7] {
                let span = Span { count, unit };
                for rule in &rules {
                    for anchor in Anchor::members() {
                        let moment = When::After { anchor, span, rule: rule.clone() };
                        said.entry(when(&moment, language)).or_insert_with(Vec::new).push(moment);
                    }
                    for milestone in Milestone::members() {
                        let moment = When::Upon { milestone, span, rule: rule.clone() };
                        said.entry(when(&moment, language)).or_insert_with(Vec::new).push(moment);
                    }
                }
            }
        }
        for (words, moments) in said {
            assert!(!words.trim().is_empty());
            // Nothing is said alike but spans of zero, and the two ways to the end of the start's month.
            let start = "2027-02-11".parse().unwrap();
            let days: std::collections::BTreeSet<String> = moments
                .iter()
                .map(|moment| format!("{:?}", moment.due(start, &Default::default())))
                .collect();
            assert_eq!(days.len(), 1, "{words}: {moments:?}");
        }
    }
}

#[test]
fn every_preset_and_refusal_has_words() {
    for language in [Language::English, Language::Chinese] {
        let words = &language.text().plan_rows;
        let names: std::collections::BTreeSet<&str> = Preset::members().map(words.preset).collect();
        assert_eq!(names.len(), Preset::members().count());
    }
    let left = NotByHand::NobodyLeft { left: eur("250") };
    assert_eq!(
        not_by_hand(&left, Language::English),
        "EUR 250.00 would be left over: every other row is locked or has money. Unlock one."
    );
}
