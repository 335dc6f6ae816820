//! Any text held against its deal: texts with planted faults, and right ones; the score is the assertion.

mod score;

use icebreak::text::buyer::proofread::lexicon_problems;
use score::{Case, Score, cases};

/// In percent of the planted faults.
const FOUND: usize = 95;
/// Of twenty right texts one may have a false alarm.
const RIGHT_PER_ALARM: usize = 20;

#[test]
fn the_lexicons_are_well_formed() {
    assert_eq!(lexicon_problems(), [] as [String; 0]);
}

#[test]
fn planted_faults_are_found_and_right_texts_pass() {
    let cases: Vec<Case> = ["proofread.json", "proofread-own.json"].into_iter().flat_map(cases).collect();
    let score = Score::of(&cases);
    println!("{score}");
    assert!(score.found * 100 >= score.planted * FOUND, "{score}");
    assert!(score.alarms * RIGHT_PER_ALARM <= score.right.max(RIGHT_PER_ALARM), "{score}");
    assert_eq!(score.forbidden, 0, "{score}");
}
