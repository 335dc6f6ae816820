//! Ten thousand random terms, planned by the program and by a second calculation that shares nothing with it.

pub mod calculate;
mod days;
mod random;
mod rational;

use std::collections::BTreeMap;

use super::{icebreak, in_process};
use calculate::Words;
use random::Random;

const CASES: u64 = 10_000;
const SEED: u64 = 20_260_131;

/// `ICEBREAK_SEED=7 cargo test --test plan second` tries other terms.
fn seed() -> u64 {
    std::env::var("ICEBREAK_SEED").map_or(SEED, |seed| seed.parse().expect("ICEBREAK_SEED is a number"))
}

/// Pairs of a flag and its value.
pub fn known_flags(words: &[&str]) -> Vec<(&'static str, String)> {
    let flags = [
        "--total",
        "--currency",
        "--start",
        "--deposit",
        "--parts",
        "--balance-parts",
        "--every",
        "--odd",
        "--line",
        "--round",
        "--shift",
        "--weekend",
        "--closed",
        "--paid",
        "--on",
    ];
    let known = |word: &str| flags.into_iter().find(|flag| *flag == word).unwrap();
    words.chunks(2).map(|pair| (known(pair[0]), pair[1].to_owned())).collect()
}

fn arguments(words: &Words) -> Vec<&str> {
    words.iter().flat_map(|(flag, value)| [*flag, value.as_str()]).collect()
}

fn disagrees(words: &Words) -> Option<String> {
    difference(words, &calculate::answer(words))
}

fn difference(words: &Words, second: &Result<String, &str>) -> Option<String> {
    let program = in_process(&arguments(words));
    match (&program, second) {
        (Ok(program), Ok(second)) if program == second => None,
        (Err(_), Err(_)) => None,
        _ => Some(format!("the program: {program:?}\nthe second calculation: {second:?}")),
    }
}

/// What a case was about, so that a generator that has gone blind is seen.
fn kinds(words: &Words, answer: &Result<String, &'static str>, seen: &mut BTreeMap<String, u32>) {
    let mut see = |kind: String| *seen.entry(kind).or_default() += 1;
    match answer {
        Err(why) => see(format!("refused: {why}")),
        Ok(answer) => {
            see("accepted".to_owned());
            for status in ["paid", "overdue", "due", "part-paid", "upcoming"] {
                if answer.contains(&format!("\"status\":\"{status}\"")) {
                    see(format!("status {status}"));
                }
            }
            for (flag, value) in words {
                see((*flag).to_owned());
                for part in ["rest@", "%left@", "%@", "@eom+", "@eonm+", "/eom", "/next-", ","] {
                    if *flag == "--line" && value.contains(part) {
                        see(format!("--line …{part}…"));
                    }
                }
                if matches!(*flag, "--shift" | "--odd" | "--currency") {
                    see(format!("{flag} {value}"));
                }
            }
        }
    }
}

#[test]
fn ten_thousand_random_terms_agree_with_a_second_calculation() {
    let (seed, mut seen) = (seed(), BTreeMap::new());
    for case in 0..CASES {
        let words = random::words(&mut Random(seed.wrapping_add(case)));
        let second = calculate::answer(&words);
        if let Some(difference) = difference(&words, &second) {
            let fewest = random::fewest(&words, |words| disagrees(words).is_some());
            let smaller = disagrees(&fewest).unwrap();
            panic!(
                "case {case} of seed {seed}: icebreak plan --json {}\n{difference}\n\nwith fewer words: {}\n{smaller}",
                arguments(&words).join(" "),
                arguments(&fewest).join(" ")
            );
        }
        kinds(&words, &second, &mut seen);
    }
    println!("seed {seed}: {seen:#?}");
    assert!(seen["accepted"] > CASES as u32 * 6 / 10, "too few plans hold to compare: {seen:#?}");
    assert!(seen.values().all(|&times| times >= 5), "something is hardly ever tried: {seen:#?}");
}

#[test]
fn a_hundred_random_terms_agree_through_the_binary() {
    for case in 0..100 {
        let words = random::words(&mut Random(seed().wrapping_add(1_000_000 + case)));
        let mut with_command = vec!["plan", "--json"];
        with_command.extend(arguments(&words));
        let output = icebreak(&with_command);
        let second = calculate::answer(&words).map(|line| line + "\n");
        assert_eq!(output.status.code(), Some(if second.is_ok() { 0 } else { 1 }), "{with_command:?}");
        assert_eq!(String::from_utf8(output.stdout).unwrap(), second.unwrap_or_default(), "{with_command:?}");
    }
}
